// The HTML redline: both texts come back from its bytes, nothing of an input becomes markup, the page asks for nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "redline_fixture.hpp"
#include "stet.hpp"
#include "text/utf8.hpp"
#include "writers/html/escape.hpp"
#include "writers/writer.hpp"

using namespace stet;
using namespace stet::test;

namespace {

/// A start tag of the page as the scanner below sees it.
struct Element {
    std::string tag;
    std::map<std::string, std::string> attributes;

    bool has_class(std::string_view name) const {
        const auto found = attributes.find("class");
        if (found == attributes.end()) return false;
        return (" " + found->second + " ").find(" " + std::string(name) + " ") != std::string::npos;
    }
    bool carries(const char* name) const { return attributes.count(name) > 0; }
};

std::string decoded(std::string_view text) {
    static const std::vector<std::pair<std::string_view, std::string_view>> references = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '&') {
            out += text[i++];
            continue;
        }
        const auto found = std::find_if(references.begin(), references.end(),
                                        [&](const auto& entry) { return text.substr(i).starts_with(entry.first); });
        REQUIRE(found != references.end());
        out += found->second;
        i += found->first.size();
    }
    return out;
}

Element parse_tag(std::string_view inside) {
    Element element;
    std::size_t at = inside.find_first_of(" \n");
    element.tag = std::string(inside.substr(0, at));
    while (at != std::string_view::npos && at < inside.size()) {
        at = inside.find_first_not_of(" \n", at);
        if (at == std::string_view::npos) break;
        std::size_t end = inside.find_first_of(" \n=", at);
        const std::string name(inside.substr(at, end - at));
        if (end == std::string_view::npos || inside[end] != '=') {
            element.attributes[name] = "";
            at = end;
            continue;
        }
        const bool quoted = inside[end + 1] == '"';
        const std::size_t begin = end + (quoted ? 2 : 1);
        end = quoted ? inside.find('"', begin) : inside.find_first_of(" \n", begin);
        if (end == std::string_view::npos) end = inside.size();
        element.attributes[name] = decoded(inside.substr(begin, end - begin));
        at = end + (quoted ? 1 : 0);
    }
    return element;
}

struct FoundBlock {
    std::string id;
    std::string moved;
    unsigned before_line = 0;
    unsigned after_line = 0;
    std::string before;
    std::string after;
};

/// A small reader of the page by the rules that the page's writer states.
class PageReader {
public:
    explicit PageReader(std::string_view page) {
        for (std::size_t at = 0; at < page.size();) {
            const std::size_t tag = page.find('<', at);
            text(page.substr(at, tag == std::string_view::npos ? tag : tag - at));
            if (tag == std::string_view::npos) break;
            at = tag_end(page, tag);
            markup(page.substr(tag + 1, at - tag - 2));
            if (stack_.empty() || (stack_.back().tag != "script" && stack_.back().tag != "style")) continue;
            at = page.find("</" + stack_.back().tag, at);
        }
        balanced = balanced && stack_.empty();
    }

    std::string side(bool after) const {
        std::vector<const FoundBlock*> order;
        for (const FoundBlock& block : blocks) {
            if ((after ? block.after_line : block.before_line) > 0) order.push_back(&block);
        }
        std::stable_sort(order.begin(), order.end(), [&](const FoundBlock* a, const FoundBlock* b) {
            return after ? a->after_line < b->after_line : a->before_line < b->before_line;
        });
        std::string out;
        for (const FoundBlock* block : order) {
            if (!after && block->after_line == 0 && !block->moved.empty()) {
                const auto partner = std::find_if(blocks.begin(), blocks.end(),
                                                  [&](const FoundBlock& other) { return other.id == block->moved; });
                REQUIRE(partner != blocks.end());
                out += partner->before + "\n";
            } else {
                out += (after ? block->after : block->before) + "\n";
            }
        }
        return out;
    }

    std::size_t count(std::string_view tag) const {
        return static_cast<std::size_t>(
            std::count_if(elements.begin(), elements.end(), [&](const Element& e) { return e.tag == tag; }));
    }

    std::vector<FoundBlock> blocks;
    std::vector<Element> elements;
    bool balanced = true;

private:
    static std::size_t tag_end(std::string_view page, std::size_t at) {
        bool quoted = false;
        for (; at < page.size(); ++at) {
            if (page[at] == '"') quoted = !quoted;
            if (page[at] == '>' && !quoted) return at + 1;
        }
        return page.size();
    }

    void markup(std::string_view inside) {
        if (inside.starts_with("!")) return;
        if (inside.starts_with("/")) {
            balanced = balanced && !stack_.empty() && stack_.back().tag == inside.substr(1);
            if (!stack_.empty()) stack_.pop_back();
            return;
        }
        const Element element = parse_tag(inside);
        elements.push_back(element);
        if (element.tag == "meta" || element.tag == "input" || element.tag == "br" || element.tag == "link") return;
        if (element.carries("data-block")) begin_block(element);
        if (element.tag == "td" || element.tag == "th") add(" ", true, true);
        if (element.has_class("t") && element.carries("data-before"))
            add(element.attributes.at("data-before"), true, false);
        stack_.push_back(element);
    }

    void begin_block(const Element& element) {
        FoundBlock block;
        block.id = element.attributes.at("data-block");
        const std::string& lines = element.attributes.at("data-lines");
        block.before_line = static_cast<unsigned>(std::stoul(lines));
        block.after_line = static_cast<unsigned>(std::stoul(lines.substr(lines.find(',') + 1)));
        if (element.carries("data-moved")) block.moved = element.attributes.at("data-moved");
        blocks.push_back(block);
    }

    void text(std::string_view raw) {
        if (raw.empty()) return;
        std::string words = decoded(raw);
        const bool named = !stack_.empty() && stack_.back().has_class("u");
        if (named) {
            REQUIRE(words.starts_with("[U+"));
            const auto code = static_cast<char32_t>(std::stoul(words.substr(3), nullptr, 16));
            words.clear();
            utf8::append(words, code);
        }
        add(words, true, true);
    }

    void add(const std::string& words, bool to_before, bool to_after) {
        for (auto element = stack_.rbegin(); element != stack_.rend(); ++element) {
            if (element->has_class("x")) return;
            to_before =
                to_before && element->tag != "ins" && !(element->has_class("t") && element->carries("data-before"));
            to_after = to_after && element->tag != "del";
            if (!element->carries("data-block")) continue;
            const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const FoundBlock& candidate) {
                return candidate.id == element->attributes.at("data-block");
            });
            if (to_before) block->before += words;
            if (to_after) block->after += words;
            return;
        }
    }

    std::vector<Element> stack_;
};

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\t') {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

WriteOptions options(bool typography, std::string title = {}, std::string date = {}) {
    WriteOptions chosen;
    chosen.title = std::move(title);
    chosen.date = std::move(date);
    chosen.typography = typography;
    return chosen;
}

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

constexpr Marks bold{static_cast<std::uint16_t>(Mark::bold)};
constexpr Marks struck{static_cast<std::uint16_t>(Mark::struck)};

const std::string long_text =
    "A regular full-time employee is one who is hired for a basic workweek of forty (40) hours, is called to work on "
    "any day of it by the schedule that the Employer posts by noon on Friday, and is paid for the hours so posted.";

/// An agreement with one change of each kind.
RedlineFixture agreement() {
    RedlineFixture fixture;
    fixture.heading(0, {same("AGREEMENT")});
    fixture.text(0, {same("This Agreement is made by Lakeshore Markets and Retail Workers Union 51. " + long_text)});
    for (const char* number : {"2", "3", "4"}) {
        const auto article =
            fixture.section(0, 1, std::string("ARTICLE ") + number, std::string("ARTICLE ") + number, "TITLE");
        fixture.heading(article, {same(std::string("ARTICLE ") + number + ". TITLE")});
        const auto section =
            fixture.section(article, 2, std::string("Section 1") + number, std::string("Section 1") + number);
        fixture.text(section, {same(std::string("Section 1") + number + ". " + long_text)});
        fixture.text(section, {same(long_text)});
    }
    const auto premium = fixture.section(0, 1, "ARTICLE 5", "ARTICLE 5", "NIGHT PREMIUM");
    fixture.heading(premium, {same("ARTICLE 5. NIGHT PREMIUM")});
    const auto night = fixture.section(premium, 2, "Section 21", "Section 21");
    const auto paid = fixture.text(
        night, {same("Section 21.", bold), same(" A premium of "), gone("one dollar ($1.00)"),
                fresh("two dollars ($2.00)"), same(" an hour is paid for all work between midnight and 6:00 a.m.")});
    fixture.text(night, {retyped("The premium isn't paid for hours that are paid as over-\ntime - ever.",
                                 "The premium isn’t paid for hours that are paid as overtime — ever.")});
    const auto leave = fixture.section(0, 1, "ARTICLE 6", "ARTICLE 6", "VACATIONS");
    fixture.heading(leave, {same("ARTICLE 6. VACATIONS")});
    const auto moved = fixture.section(leave, 2, "Section 25", "Section 23");
    const auto to = fixture.text(
        moved, {same("Section "), gone("25"), fresh("23"), same(". Requests are granted in order of seniority.")});
    const auto kept = fixture.section(leave, 2, "Section 26", "Section 26");
    fixture.text(kept, {same("Section 26. "),
                        {EditOp::equal, "An older word.", struck, true, {}},
                        {EditOp::inserted, " struck in the new file", struck, true, {}},
                        same(" A kept word.")});
    const auto from = fixture.moved_from(moved, "Section 25. Requests are granted in order of seniority.");
    fixture.link(from, to);
    const auto wages = fixture.section(0, 4, "APPENDIX A", "APPENDIX A", "WAGES");
    fixture.heading(wages, {same("APPENDIX A. WAGES")});
    fixture.row(wages, 1, {{same("Baker")}, {same("2021")}, {same("2024")}});
    const auto start = fixture.row(wages, 1, {{same("Start")}, {same("$14.10")}, {gone("$14.60"), fresh("$15.25")}});
    fixture.row(wages, 1, {{same("After 1,040 hours")}, {same("$14.75")}, {same("$15.20")}});
    const auto added = fixture.row(wages, 1, {{fresh("After 2,080 hours")}, {fresh("$16.00")}, {fresh("$16.55")}});
    const auto removed = fixture.section(0, 1, "ARTICLE 9", "", "PARKING");
    const auto parking = fixture.text(removed, {gone("ARTICLE 9. PARKING. Employees park at the rear of the store.")});

    fixture.change({Fact::edited}, night, {paid}, "Article 5 Night Premium, Section 21", "one dollar ($1.00)",
                   "two dollars ($2.00)");
    fixture.redline().changes.back().values.push_back(
        {"money", "1.00", "2.00", "+1.00", "+100.0", "one dollar ($1.00)", "two dollars ($2.00)"});
    fixture.redline().changes.back().flags.push_back({"threshold-word", FlagSeverity::high, "“at least” is gone"});
    fixture.change({Fact::moved, Fact::renumbered}, moved, {from, to}, "Article 6 Vacations, Section 23");
    fixture.change({Fact::table}, wages, {start, added}, "Appendix A Wages", "$14.60", "$15.25");
    fixture.change({Fact::deleted}, removed, {parking}, "Article 9 Parking", "ARTICLE 9. PARKING. Employees park …");
    fixture.redline().sections[moved].moved = true;
    fixture.redline().typographic = 312;
    fixture.redline().counts = {8, 2, 1, 1, 0, 1, 0, 0};
    return fixture;
}

}  // namespace

TEST_CASE("both texts come back from the bytes of the page") {
    RedlineFixture fixture = agreement();
    for (const bool typography : {false, true}) {
        const PageReader page(write_html(fixture.redline(), options(typography)));
        CHECK(page.balanced);
        CHECK(folded(page.side(false)) == folded(fixture.words(false)));
        CHECK(folded(page.side(true)) == folded(fixture.words(true)));
    }
}

TEST_CASE("the reader of the page would notice a lost word") {
    RedlineFixture fixture = agreement();
    std::string page = write_html(fixture.redline(), {});
    page.replace(page.find("order of seniority"), 5, "");
    CHECK(folded(PageReader(page).side(true)) != folded(fixture.words(true)));
}

TEST_CASE("one file, no request, one script with a known hash") {
    RedlineFixture fixture = agreement();
    const std::string page = write_html(fixture.redline(), {});
    CHECK(page.find("default-src 'none'") != std::string::npos);
    for (const char* reference : {" src=", "url(", "@import", "http:", "https:", "<link", "<img", "<iframe"}) {
        CHECK_MESSAGE(page.find(reference) == std::string::npos, reference);
    }
    const std::size_t begin = page.find("<script>") + 8;
    const std::string script = page.substr(begin, page.find("</script>") - begin);
    Diagnostics none_found;
    const std::string hex = Source("script", script, none_found).sha256();
    std::string bits;
    for (const char digit : hex) {
        const int value = digit <= '9' ? digit - '0' : digit - 'a' + 10;
        for (int bit = 3; bit >= 0; --bit) bits += (value >> bit) & 1 ? '1' : '0';
    }
    bits.resize(258, '0');
    const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string base64;
    for (std::size_t i = 0; i < bits.size(); i += 6) base64 += alphabet[std::stoul(bits.substr(i, 6), nullptr, 2)];
    CHECK(page.find("script-src 'sha256-" + base64 + "='") != std::string::npos);
}

TEST_CASE("what was struck, written in and moved is told by elements and linked both ways") {
    RedlineFixture fixture = agreement();
    const std::string page = write_html(fixture.redline(), {});
    CHECK(page.find("<del>one dollar ($1.00)</del><ins class=g>two dollars ($2.00)</ins>") != std::string::npos);
    CHECK(page.find("<b class=l>Section <del>25</del><ins class=g>23</ins>.</b>") != std::string::npos);
    const PageReader read(page);
    const auto from = std::find_if(read.blocks.begin(), read.blocks.end(), [](const FoundBlock& block) {
        return !block.moved.empty() && block.after_line == 0;
    });
    REQUIRE(from != read.blocks.end());
    CHECK(page.find("href=\"#" + from->moved + "\">moved to Article 6, Section 23</a>") != std::string::npos);
    CHECK(page.find("href=\"#" + from->id + "\">moved from Article 6, Section 25</a>") != std::string::npos);
}

TEST_CASE("unchanged units fold into a line that says how much they are") {
    RedlineFixture fixture = agreement();
    const std::string page = write_html(fixture.redline(), {});
    CHECK(page.find("Opening, Articles 2 to 4: 3 sections unchanged (") != std::string::npos);
    CHECK(occurrences(page, "<details class=fold>") == 1);
}

TEST_CASE("the list of changes keeps its order, shows values with their difference, and links") {
    RedlineFixture fixture = agreement();
    const std::string page = write_html(fixture.redline(), {});
    CHECK(page.find("$1.00 → $2.00 <span class=dl>(+$1.00, +100 %)</span>") != std::string::npos);
    CHECK(page.find("<b>High:</b> “at least” is gone") != std::string::npos);
    CHECK(page.find("id=c1>") < page.find("id=c2>"));
    for (const Element& element : PageReader(page).elements) {
        if (element.tag != "a" || !element.carries("href")) continue;
        const std::string target = element.attributes.at("href").substr(1);
        CHECK_MESSAGE((page.find("id=" + target + " ") != std::string::npos ||
                       page.find("id=" + target + ">") != std::string::npos),
                      target);
    }
}

TEST_CASE("the cover says what was compared and whether it holds") {
    RedlineFixture fixture = agreement();
    std::string page = write_html(fixture.redline(), options(false, {}, "12 March 2024"));
    const std::string hash = fixture.redline().before.source.sha256();
    CHECK(page.find("title=\"sha256 " + hash + "\">sha256 " + hash.substr(0, 4) + "…") != std::string::npos);
    CHECK(page.find("12 March 2024") != std::string::npos);
    CHECK(page.find("312 differences of quotes, dashes and the like not shown") != std::string::npos);
    CHECK(page.find("✓ Verified") != std::string::npos);
    fixture.redline().verified.accept_equals_after = false;
    page = write_html(fixture.redline(), {});
    CHECK(page.find("✓ Verified") == std::string::npos);
    CHECK(page.find("NOT VERIFIED: accepting does not give the new text") != std::string::npos);
}

TEST_CASE("typography shows only when asked for") {
    RedlineFixture fixture = agreement();
    CHECK(write_html(fixture.redline(), {}).find("title=\"before: isn&#39;t\"") == std::string::npos);
    CHECK(write_html(fixture.redline(), options(true)).find("title=\"before: isn&#39;t\">isn’t</span>") !=
          std::string::npos);
}

TEST_CASE("a blank that one side alone has stands in its strike or insertion") {
    RedlineFixture fixture;
    fixture.text(0, {retyped("Tollis Bay ", "Tollis Bay"), gone("and"), fresh(","), same(" Quill Point.")});
    fixture.text(0, {retyped("Quill Point", "Quill Point "), gone(","), fresh("and"), same(" Sable Reach.")});
    fixture.text(0, {gone("Any"), retyped(" employee and", "employee and"), same(" clerk")});
    fixture.text(0, {retyped("on GitHub,such as  (2nd ) part-\ntime", "on GitHub, such as (2nd) part-time")});
    fixture.text(0, {same("GitHub"), gone(","), fresh("—"), retyped(" such as", "such as"), gone("("),
                     retyped("x", " x"), same(".")});
    const std::string page = write_html(fixture.redline(), options(false));
    CHECK(page.find("Tollis Bay<del> and</del><ins class=g>,</ins> Quill") != std::string::npos);
    CHECK(page.find("Quill Point<del>,</del><ins> and</ins> Sable") != std::string::npos);
    CHECK(page.find("<del>Any </del>employee and clerk") != std::string::npos);
    CHECK(folded(PageReader(page).side(false)) == folded(fixture.words(false)));
    CHECK(folded(PageReader(page).side(true)) == folded(fixture.words(true)));
}

TEST_CASE("a difference of typography keeps the marks around it") {
    RedlineFixture fixture;
    const auto article = fixture.section(0, 1, "ARTICLE 1", "ARTICLE 1", "PAY");
    const auto block =
        fixture.text(article, {retyped("ARTICLE 1. Pay isn't\nlate. Kept.", "ARTICLE 1. Pay isn’t late. Kept.")});
    Block& after = fixture.redline().after.blocks[fixture.redline().blocks[block].after];
    after.runs = {{{0, 11}, {}}, {{11, 14}, bold}, {{14, static_cast<std::uint32_t>(after.text.size())}, {}}};
    const std::string page = write_html(fixture.redline(), options(false));
    CHECK(page.find("<b class=l>ARTICLE 1.</b> <b>Pay</b> <span class=t data-before=\"isn&#39;t\">isn’t</span> late. "
                    "Kept.</p>") != std::string::npos);
}

TEST_CASE("headings are headings, tables are tables, the author's marks are not ours") {
    RedlineFixture fixture = agreement();
    const std::string page = write_html(fixture.redline(), {});
    const PageReader read(page);
    CHECK(read.count("h1") == 1);
    CHECK(read.count("table") == 1);
    CHECK(page.find("<th scope=col class=n>2024</th>") != std::string::npos);
    CHECK(page.find("<th scope=row>After 1,040 hours</th>") != std::string::npos);
    CHECK(page.find("<span class=as><s>An older word.</s></span>") != std::string::npos);
    CHECK(page.find("<ins class=as><s> struck in the new file</s></ins>") != std::string::npos);
}

TEST_CASE("a struck row and a new one behind it stand in one table with the rows around them") {
    const std::string head = "# Fees\n\n| Post | Fee |\n|---|---|\n| Pier | $40 |\n", tail = "| Quay | $90 |\n";
    const Redline redline = compare({"before.md", head + "| Drama | $21 |\n" + tail, {}},
                                    {"after.md", head + "| Theatre school | $26 |\n" + tail, {}});
    const std::string page = write_html(redline, {});
    CHECK(PageReader(page).count("table") == 1);
}

TEST_CASE("many bare renumberings are folded and told in one list") {
    RedlineFixture fixture;
    for (int i = 1; i <= 30; ++i) {
        const std::string before = "Section " + std::to_string(i);
        const std::string after = "Section " + std::to_string(i + 1);
        const auto section = fixture.section(0, 2, before, after);
        const auto block = fixture.text(
            section, {same("Section "), gone(std::to_string(i)), fresh(std::to_string(i + 1)), same(". " + long_text)});
        fixture.change({Fact::renumbered}, section, {block}, after);
    }
    const std::string page = write_html(fixture.redline(), {});
    CHECK(page.find("Sections 2 to 31, words unchanged, 30 renumbered (") != std::string::npos);
    CHECK(page.find("30 renumbered, words unchanged</summary>") != std::string::npos);
    CHECK(page.find("Section 4 → Section 5") != std::string::npos);
    CHECK(folded(PageReader(page).side(false)) == folded(fixture.words(false)));
}

TEST_CASE("no text of an input becomes markup, script, style or a change of direction") {
    const std::string hostile =
        "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' & &amp; <!-- ]]> \x01 \x7f"
        " \xE2\x80\xAE"
        "evil \xD8\x9C \xE2\x81\xA6 \xC2\x85 {{x}} `x` \\00003c";
    RedlineFixture fixture;
    const auto section = fixture.section(0, 1, "ARTICLE 1 " + hostile, "ARTICLE 1 " + hostile, hostile);
    const auto block =
        fixture.text(section, {same(hostile), gone(hostile), fresh(hostile), retyped("a'" + hostile, "a’" + hostile)});
    const auto row = fixture.row(section, 1, {{same(hostile)}, {fresh(hostile)}});
    fixture.change({Fact::edited}, section, {block, row}, hostile, hostile, hostile);
    fixture.redline().changes[0].values.push_back({hostile, hostile, hostile, hostile, hostile, hostile, hostile});
    fixture.redline().changes[0].flags.push_back({hostile, FlagSeverity::high, hostile});
    Diagnostics diagnostics{{Severity::warning, hostile, hostile, hostile, 1, 1}};
    fixture.redline().diagnostics = diagnostics;
    fixture.redline().after.grammar = hostile;
    fixture.redline().before.source = Source(hostile, "x", diagnostics);
    const std::string page = write_html(fixture.redline(), options(true, hostile, hostile));
    CHECK(occurrences(page, "<script") == 1);
    CHECK(occurrences(page, "</script") == 1);
    CHECK(occurrences(page, "<style") == 1);
    CHECK(occurrences(page, "</style") == 1);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("<!--") == std::string::npos);
    CHECK(page.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(page.find('\x01') == std::string::npos);
    CHECK(page.find("[U+202E]") != std::string::npos);
    CHECK(utf8::is_valid(page));
    const PageReader read(page);
    CHECK(read.balanced);
    for (const Element& element : read.elements) {
        CHECK_FALSE(element.carries("onload"));
        CHECK_FALSE(element.carries("onerror"));
    }
    std::string expected = folded(fixture.words(true));
    for (const char* control : {"\x01", "\x7f", "\xC2\x85"}) {
        for (std::size_t at = expected.find(control); at != std::string::npos; at = expected.find(control)) {
            expected.replace(at, std::string_view(control).size(), "\xEF\xBF\xBD");
        }
    }
    CHECK(folded(read.side(true)) == expected);
}

TEST_CASE("escaping by itself") {
    std::string out;
    html::append_css_string(out, "a\"b</style>\\\n\xE2\x80\x9C");
    CHECK(out == "\"a\\000022b\\00003c\\00002fstyle\\00003e\\00005c\\00fffd\\00201c\"");
    CHECK(html::elide("one two", 20) == "one two");
    for (std::size_t space = 10; space < 24; ++space)
        CHECK(utf8::is_valid(html::elide("a" + std::string(space, ' ') + "\xE2\x80\xA6" + std::string(90, ' ') +
                                             "\xE2\x80\xA6" + std::string(space, ' ') + "b",
                                         20)));
    const std::string cut = html::elide(std::string(5000, 'a') + " \xC3\xA9\xC3\xA9 " + std::string(5000, 'b'), 40);
    CHECK(cut.size() < 60);
    CHECK(cut.find(" … ") != std::string::npos);
    CHECK(utf8::is_valid(
        html::elide(std::string("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"), 7)));
    out.clear();
    html::append_count(out, 1234567);
    CHECK(out == "1,234,567");
}

TEST_CASE("empty documents make a page") {
    RedlineFixture fixture;
    const PageReader page(write_html(fixture.redline(), {}));
    CHECK(page.balanced);
    CHECK(page.blocks.empty());
}
