// Reads the [proposal] table of a grammar file.
#include "grammar/proposal_words.hpp"

#include "grammar/proposal_words_file.hpp"

namespace stet {

namespace {

// clang-format off
constexpr std::array<std::string_view, word_classes> keys = {
    "remove", "add", "replace", "modify",
    "change", "move", "renumber", "keep",
    "join", "negation", "nothing", "stays", "exception", "excludes", "only",
    "withdraws", "rejects", "accepts", "agreed", "unsettled",
    "mark-detail", "status-joint", "ends",
    "marked-as", "dated", "until", "no-title", "beginning", "abbreviated",
    "together", "becomes", "instead-of", "formerly", "in-its-place", "swap", "arrow",
    "describes", "matter",
    "rest", "all-other", "determiner", "connective", "propose",
    "passive", "article", "section", "paragraph",
    "sentence", "words", "heading", "letter",
    "appendix", "list-item", "table", "row",
    "agreement", "provisions", "ordinal", "number",
    "last", "entire", "following", "reads",
    "shall-read", "soft", "new", "before",
    "after", "at-end", "at-start", "between",
    "inside", "with", "each", "first-place",
    "that-follows", "strictly-above", "strictly-below", "inclusive",
    "below", "condition", "supposes", "points-to", "note", "highlights",
    "cleanup", "company", "union", "agrees",
    "demands", "term", "signature", "reserves",
    "offer", "demand", "form-line", "none", "rest-stays",
    "column-place", "column-subject", "column-current", "column-proposed", "column-counter", "column-status",
    "bold", "underline", "italic", "strike",
    "brackets", "highlight", "capitals", "new-text",
    "old-text",
};
// clang-format on

}  // namespace

std::string_view word_class_key(WordClass words) {
    return keys[static_cast<std::size_t>(words)];
}

ProposalWords read_proposal_words(const GrammarReader& reader, const toml::table& table) {
    ProposalWords out;
    for (const auto& [key, value] : table) {
        if (key.str() == "status" || key.str() == "example") continue;
        const auto found = std::find(keys.begin(), keys.end(), key.str());
        if (found == keys.end())
            reader.fail(key.source(), "unknown key \"" + std::string(key.str()) +
                                          "\": the keys of [proposal] stand in the documentation of grammar files");
        out.phrases[static_cast<std::size_t>(found - keys.begin())] = lowered(reader.texts(table, key.str()));
    }
    if (const toml::table* status = reader.table(table, "status"))
        for (const auto& [key, value] : *status)
            out.status.emplace_back(std::string(key.str()), lowered(reader.texts(*status, key.str())));
    reader.each_table(table, "example", [&](const toml::table& example) {
        reader.only_keys(example, {"text", "asks"});
        out.examples.push_back({reader.needed_text(example, "text"), reader.texts(example, "asks"),
                                static_cast<std::uint32_t>(example.source().begin.line)});
    });
    return out;
}

}  // namespace stet
