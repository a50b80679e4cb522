// Reads grammar files.
#include "grammar/grammar_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>

#include "grammar/embedded.hpp"
#include "grammar/grammar_reader.hpp"
#include "grammar/proposal_words_file.hpp"
#include "grammar/wage_words_file.hpp"
#include "grammar/weighty_words_file.hpp"
#include "grammar/wording.hpp"
#include "text/error.hpp"
#include "text/parallel.hpp"

namespace stet {
namespace {

Level read_level(const GrammarReader& reader, const toml::table& table, const std::vector<Level>& above) {
    reader.only_keys(table, {"name", "path", "labels", "number-below", "case", "stands", "numbering", "title-below",
                             "keeps-headings", "beside", "titled", "heads-list", "heads-numbers", "without", "under"});
    Level level;
    level.name = reader.needed_text(table, "name");
    level.stands = static_cast<Stands>(reader.one_of(table, "stands", "line", {"line", "run-in", "heading", "list"}));
    level.numbering =
        static_cast<Numbering>(reader.one_of(table, "numbering", "either", {"restarts", "runs-on", "either"}));
    level.path = reader.text(table, "path", level.stands == Stands::list ? "({value})" : level.name + " {value}");
    const bool fold = reader.one_of(table, "case", "any", {"any", "exact"}) == 0;
    level.labels = reader.patterns(table, "labels", fold);
    level.number_lines = reader.patterns(table, "number-below", fold);
    if (level.labels.empty())
        reader.fail(table.source(), "level \"" + level.name + "\" has no labels: add at least one template");
    level.title_below = reader.yes(table, "title-below", false);
    level.keeps_headings = reader.yes(table, "keeps-headings", false);
    level.titled = reader.yes(table, "titled", false);
    level.heads_list = reader.yes(table, "heads-list", false);
    level.heads_numbers = reader.yes(table, "heads-numbers", false);
    level.without = reader.text(table, "without");
    level.under = lowered(reader.texts(table, "under"));

    level.rank = 1;
    for (const Level& other : above)
        level.rank = std::max<std::uint16_t>(level.rank, static_cast<std::uint16_t>(other.rank + 1));
    if (const std::string beside = reader.text(table, "beside"); !beside.empty()) {
        const auto found =
            std::find_if(above.begin(), above.end(), [&](const Level& other) { return other.name == beside; });
        if (found == above.end())
            reader.fail(table.get("beside")->source(),
                        "no level \"" + beside + "\" stands above this one: name one that does");
        level.rank = found->rank;
    }
    return level;
}

/// The file without some of its tables. A line that begins with "[" opens a table, unless it stands inside of a text of
/// several lines.
std::string without_tables(std::string_view toml, std::initializer_list<std::string_view> left_out) {
    std::string out;
    bool keeps = true;
    bool in_text = false;
    for (std::size_t at = 0; at < toml.size();) {
        const std::size_t end = std::min(toml.find('\n', at), toml.size() - 1) + 1;
        const std::string_view line = toml.substr(at, end - at);
        if (!in_text && line.front() == '[') {
            const std::string_view name = line.substr(std::min(line.find_first_not_of("[ "), line.size()));
            keeps = std::none_of(left_out.begin(), left_out.end(), [&](std::string_view table) {
                return name.starts_with(table) && name.size() > table.size() &&
                       (name[table.size()] == '.' || name[table.size()] == ']');
            });
        }
        for (const std::string_view quotes : {"\"\"\"", "'''"})
            for (std::size_t i = line.find(quotes); i != std::string_view::npos; i = line.find(quotes, i + 3))
                in_text = !in_text;
        if (keeps) out += line;
        at = end;
    }
    return out;
}

std::vector<WeightyExample> read_weighty_examples(const GrammarReader& reader, const toml::table& weighty) {
    std::vector<WeightyExample> out;
    reader.each_table(weighty, "example", [&](const toml::table& example) {
        reader.only_keys(example, {"before", "after", "flags"});
        out.push_back({reader.needed_text(example, "before"), reader.needed_text(example, "after"),
                       reader.texts(example, "flags"), example.source().begin.line});
    });
    return out;
}

constexpr std::string_view common_grammar = "plain";

/// The file without what only proposals and checks ask for.
std::string for_outlines(std::string_view toml) {
    return without_tables(toml, {"proposal", "wages", "weighty.example", "example"});
}

/// The words of the common grammar, read once: grammars that bring none have them.
std::shared_ptr<const WeightyWords> common_weighty_words() {
    static const std::shared_ptr<const WeightyWords> words = [] {
        const std::string name = "plain.toml";
        const GrammarReader reader(name);
        const toml::table file = toml::parse(for_outlines(grammar_text(common_grammar)), name);
        const toml::table* table = reader.table(file, "weighty");
        if (table == nullptr) throw Error("plain.toml: no table [weighty]: it holds the words of every grammar");
        return read_weighty_words(reader, *table);
    }();
    return words;
}

Grammar read_grammar(const GrammarReader& reader, const toml::table& file) {
    reader.only_keys(
        file, {"format", "name", "version", "title", "headings", "contents", "words", "sentence-words", "passed-lines",
               "closing", "placeholders", "reference-nouns", "proposal", "wages", "weighty", "level", "example"});
    if (const std::string format = reader.needed_text(file, "format"); format != "stet-grammar/1")
        reader.fail(file.get("format")->source(), "format \"" + format + "\" is not known: write \"stet-grammar/1\"");
    Grammar out;
    out.name = reader.needed_text(file, "name");
    out.title = reader.text(file, "title");
    out.headings = reader.yes(file, "headings", true);
    out.contents = lowered(reader.texts(file, "contents"));
    out.sentence_words = lowered(reader.texts(file, "sentence-words"));
    out.words = lowered(reader.texts(file, "words"));
    out.passed_lines = lowered(reader.texts(file, "passed-lines"));
    out.closing = lowered(reader.texts(file, "closing"));
    out.placeholders = lowered(reader.texts(file, "placeholders"));
    out.reference_nouns = lowered(reader.texts(file, "reference-nouns"));
    if (const toml::table* words = reader.table(file, "proposal")) out.proposal = read_proposal_words(reader, *words);
    if (const toml::table* words = reader.table(file, "wages")) out.wages = read_wage_words(reader, *words);
    const toml::table* weighty = reader.table(file, "weighty");
    out.weighty = weighty != nullptr ? read_weighty_words(reader, *weighty) : common_weighty_words();
    if (weighty != nullptr) out.weighty_examples = read_weighty_examples(reader, *weighty);
    reader.each_table(file, "level",
                      [&](const toml::table& table) { out.levels.push_back(read_level(reader, table, out.levels)); });
    reader.each_table(file, "example", [&](const toml::table& table) {
        reader.only_keys(table, {"text", "paths"});
        out.examples.push_back(
            {reader.needed_text(table, "text"), reader.texts(table, "paths"), table.source().begin.line});
    });
    return out;
}

}  // namespace

Grammar parse_grammar(std::string_view toml, std::string name) {
    const GrammarReader reader(name);
    try {
        return read_grammar(reader, toml::parse(toml, name));
    } catch (const toml::parse_error& error) {
        reader.fail(error.source(), fold_blanks(error.description()) + ": correct the TOML there");
    }
}

std::vector<std::string> grammar_names() {
    std::vector<std::string> names;
    for (const EmbeddedGrammar& grammar : embedded_grammars()) names.emplace_back(grammar.name);
    return names;
}

std::string_view grammar_text(std::string_view name) {
    std::string names;
    for (const EmbeddedGrammar& grammar : embedded_grammars()) {
        if (grammar.name == name) return grammar.text;
        (names += names.empty() ? "" : ", ") += grammar.name;
    }
    throw Error("no grammar \"" + std::string(name) + "\": use " + names + ", or the path of a grammar file");
}

Grammar load_grammar(std::string_view name_or_path) {
    const bool is_path = name_or_path.find('/') != std::string_view::npos || name_or_path.ends_with(".toml");
    if (!is_path) return parse_grammar(grammar_text(name_or_path), std::string(name_or_path) + ".toml");
    const std::filesystem::path path(name_or_path);
    constexpr std::uintmax_t most = 1 << 20;
    std::error_code trouble;
    const std::uintmax_t size = std::filesystem::file_size(path, trouble);
    std::ifstream in(path, std::ios::binary);
    if (trouble || !in) throw Error(std::string(name_or_path) + ": cannot read this grammar file: check its path");
    if (size > most) throw Error(std::string(name_or_path) + ": larger than 1 MiB: this is no grammar file");
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return parse_grammar(text, std::string(name_or_path));
}

std::vector<Grammar> load_built_in_grammars(GrammarUse use) {
    const auto embedded = embedded_grammars();
    std::vector<Grammar> grammars(embedded.size());
    const auto load = [&](const EmbeddedGrammar& grammar) {
        const std::string file = std::string(grammar.name) + ".toml";
        if (use != GrammarUse::outlines) return parse_grammar(grammar.text, file);
        const std::string text = for_outlines(grammar.text);
        return parse_grammar(grammar.name == common_grammar ? without_tables(text, {"weighty"}) : text, file);
    };
    for_each_index(embedded.size() + 1, 1, [&](std::size_t job) {
        if (job == 0)
            common_weighty_words();  // the others would wait for them
        else
            grammars[job - 1] = load(embedded[job - 1]);
    });
    return grammars;
}

}  // namespace stet
