// A grammar: what a house style's labels look like and how its units nest, read from a TOML file (grammars/README.md).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/label_pattern.hpp"
#include "grammar/proposal_words.hpp"
#include "grammar/wage_words.hpp"

namespace stet {

class WeightyWords;

/// Where the labels of a level stand.
enum class Stands : std::uint8_t {
    line,     ///< on a line of their own, alone or with a title
    run_in,   ///< also at the beginning of a paragraph, with or without a caption
    heading,  ///< on headings of the format and on captions set in bold; nests by the headings' depth and by continuity
    list,     ///< on list items; nests by continuity and not by rank
};

/// How the numbers of a level go on where a unit above it ends.
enum class Numbering : std::uint8_t { restarts, runs_on, either };

/// One level of units, or one kind of attachment.
struct Level {
    std::string name;
    std::string path;  ///< component of a path: "article {value}"; {label} and {title} too
    std::vector<LabelPattern> labels;
    std::vector<LabelPattern> number_lines;  ///< the number on the line below the label ("#10")
    std::uint16_t rank = 0;  ///< 1 is the outermost; an attachment has the rank of the level it stands beside
    Stands stands = Stands::line;
    Numbering numbering = Numbering::either;
    bool title_below = false;     ///< the title may stand on the next line or block
    bool keeps_headings = false;  ///< headings without a label stay inside, however high the format sets them
    bool titled = false;          ///< opens only with a title and nothing else on its line
    bool heads_list =
        false;  ///< opens only over the first item of a list, and then with the next number ("1 Duty" over "(1)")
    bool heads_numbers = false;  ///< opens only in documents where its number opens the labels below ("1.1" in "1.")
    std::string without;         ///< opens only in documents that have no unit of this level
    std::vector<std::string> under;  ///< opens only under a heading whose last words are one of these, lower case
};

/// A text with the paths that its outline must have.
struct Example {
    std::string text;
    std::vector<std::string> paths;
    std::uint32_t line = 0;  ///< in the grammar file
};

/// Two texts of a paragraph each with the wording flags that their comparison must give.
struct WeightyExample {
    std::string before;
    std::string after;
    std::vector<std::string> flags;  ///< "modal-word: “shall” became “may”"
    std::uint32_t line = 0;          ///< in the grammar file
};

struct Grammar {
    std::string name;
    std::string title;
    std::vector<Level> levels;          ///< from outermost in, lists last
    std::vector<std::string> contents;  ///< headings of tables of contents, lower case
    std::vector<std::string>
        passed_lines;  ///< lines between a label and its title that are not the title ("between"), lower case
    std::vector<std::string> closing;          ///< words that open what stands behind the last unit, lower case
    std::vector<std::string> placeholders;     ///< what stands where a unit's text has gone ("[Reserved]"), lower case
    std::vector<std::string> reference_nouns;  ///< lower case, singular
    std::vector<std::string> words;           ///< what documents of the kind speak of, lower case: tells grammars apart
    std::vector<std::string> sentence_words;  ///< lower case: where one stands, the words are a sentence and no caption
    ProposalWords proposal;                   ///< in which proposals of the kind are written
    WageWords wages;                          ///< by which their wage schedules are read
    std::shared_ptr<const WeightyWords> weighty;   ///< whose change weighs; of a grammar without them those of "plain"
    std::vector<WeightyExample> weighty_examples;  ///< its own
    bool headings = true;                          ///< headings without a label are units
    std::vector<Example> examples;
};

/// Reads a grammar. `name` is what messages call it. Throws Error: "name:line:column: what is wrong: what to do".
Grammar parse_grammar(std::string_view toml, std::string name);

/// A grammar by the name of a built-in one or by the path of a file (anything with a "/" or ending in ".toml").
/// Throws Error naming the built-in ones where there is no such grammar.
Grammar load_grammar(std::string_view name_or_path);

/// What a grammar is wanted for: outlines need its levels and words alone.
enum class GrammarUse : std::uint8_t { outlines, proposals };

/// All built-in grammars, in the order of their names. For outlines the words of proposals and wage schedules and the
/// examples, most of the text, are left unread.
std::vector<Grammar> load_built_in_grammars(GrammarUse use = GrammarUse::proposals);

/// Names of the built-in grammars.
std::vector<std::string> grammar_names();

/// The text of a built-in grammar; throws Error where there is none of that name.
std::string_view grammar_text(std::string_view name);

}  // namespace stet
