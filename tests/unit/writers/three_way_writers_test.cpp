// What the writers make of a three-way redline: parties, agreement and conflict in every form.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "stet.hpp"

namespace {

using namespace stet;

const std::string base =
    "# ARTICLE 1. PAY\n\n"
    "Section 1. The rate is $15.00 an hour and is paid every week.\n\n"
    "Section 2. A meal period lasts thirty minutes and is unpaid.\n\n"
    "Section 3. Tools are furnished by the Employer and kept in repair.\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// A conflict in Section 1, one change of both in 2, one of each alone in 3; a name that is hostile to every form.
Redline redline() {
    const std::string both = with(base, "thirty", "forty");
    return compare_three({Input{"base.md", base, {}},
                          Input{"a.md", with(with(both, "$15.00", "$16.00"), "Tools", "All tools"), {}},
                          Input{"b.md", with(with(both, "$15.00", "$15.50"), "repair", "good repair"), {}},
                          {"Lee & <Co>", "Local *7*"}});
}

bool has(const std::string& text, const std::string& part) {
    const bool found = text.find(part) != std::string::npos;
    if (!found) MESSAGE("not found: " << part);
    return found;
}

}  // namespace

TEST_CASE("three-way as text: letters, conflict mark, values of each") {
    const std::string text = write(redline(), "text");
    CHECK(has(text, "A, Lee & <Co>: a.md\nB, Local *7*: b.md\n"));
    CHECK(has(text, "Changes: 4: 1 conflict, 1 by both, 1 by A alone, 1 by B alone."));
    CHECK(has(text, "c1 ARTICLE 1 PAY, Section 1 (CONFLICT: edited, A against B), base line 3, A line 3, B line 3\n"));
    CHECK(has(text, "  A: money 15.00 → 16.00 (+1.00, +6.7 %)\n  B: money 15.00 → 15.50 (+0.50, +3.3 %)\n"));
    CHECK(has(text, "The rate is [-AB!: $15.00-] {+A!: $16.00+} {+B!: $15.50+} an hour"));
    CHECK(has(text, "lasts [-AB: thirty-] {+AB: forty+} minutes"));
    CHECK(has(text, "(edited by A)"));
    WriteOptions colour;
    colour.colour = true;
    const std::string coloured = write(redline(), "text", colour);
    CHECK(has(coloured, "\x1b[34;4m{+A!: $16.00+}"));
    CHECK(has(coloured, "\x1b[35;4m{+B!: $15.50+}"));
    CHECK(has(coloured, "\x1b[32;4m{+AB: forty+}"));
}

TEST_CASE("three-way as Markdown: notes say who") {
    const std::string text = write(redline(), "markdown");
    CHECK(has(text,
              "The rate is ~~\\$15.00~~ *[A and B, conflict]* **\\$16.00** *[A, conflict]* **\\$15.50** "
              "*[B, conflict]* an hour"));
    CHECK(has(text, "lasts ~~thirty~~ *[A and B]* **forty** *[A and B]* minutes"));
    CHECK(has(text, "| A, Lee & \\<Co> | a.md |"));
    CHECK(has(text, "| B, Local \\*7\\* | b.md |"));
    CHECK(has(text, "(CONFLICT: edited, A against B): *[Base:]* \\$15.00 *[A:]* **\\$16.00** *[B:]* **\\$15.50**"));
}

TEST_CASE("three-way as HTML: classes, letters and the word conflict") {
    const std::string page = write(redline(), "html");
    CHECK(has(page, "<span class=\"x cfl\">conflict</span> <del class=\"pab cf\">$15.00</del>"));
    CHECK(has(page, "<ins class=\"pa cf g\">$16.00</ins><sup class=\"x by pa\">A≠</sup>"));
    CHECK(has(page, "<ins class=\"pb cf g\">$15.50</ins><sup class=\"x by pb\">B≠</sup>"));
    CHECK(has(page, "<del class=\"pab\">thirty</del><ins class=\"pab g\">forty</ins> minutes"));
    CHECK(has(page, "data-lines=3,3,3"));
    CHECK(has(page, "Lee &amp; &lt;Co&gt;"));
    CHECK(page.find("<Co>") == std::string::npos);
}

TEST_CASE("three-way as JSON: by, after_by, after_text_by") {
    const nlohmann::json json = nlohmann::json::parse(write(redline(), "json"));
    CHECK(json.at("format") == "stet-redline/1");
    CHECK_FALSE(json.contains("after"));
    CHECK(json.at("parties").at(0).at("name") == "Lee & <Co>");
    CHECK(json.at("parties").at(1).at("file") == "b.md");
    CHECK(json.at("verified").at("party_equals") == nlohmann::json({{"Lee & <Co>", true}, {"Local *7*", true}}));
    for (const nlohmann::json& section : json.at("sections")) {
        CHECK(section.at("after_by").size() == 2);
        CHECK_FALSE(section.contains("after"));
    }
    std::size_t conflicts = 0;
    for (const nlohmann::json& block : json.at("blocks"))
        for (const nlohmann::json& edit : block.at("edits")) {
            CHECK((edit.at("op") == "equal") != edit.contains("by"));
            conflicts += edit.contains("conflict");
        }
    CHECK(conflicts == 3);
    const nlohmann::json& change = json.at("changes").at(0);
    CHECK(change.at("kind") == "edited");
    CHECK(change.at("facts") == nlohmann::json({"edited", "conflict"}));
    CHECK(change.at("party").is_null());
    CHECK(change.at("by").size() == 2);
    CHECK(change.at("after_text_by").at("Local *7*") == "$15.50");
    CHECK(change.at("values").at(1).at("by") == nlohmann::json({"Local *7*"}));
}
