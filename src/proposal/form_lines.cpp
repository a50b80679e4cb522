// Lines of forms: a caption and its value, above what is asked.
#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/heading.hpp"
#include "proposal/instruction.hpp"
#include "proposal/letters.hpp"
#include "proposal/step_reader.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_line = 20;  // words
constexpr std::uint32_t longest_date = 3;   // words

}  // namespace

bool StepReader::take_form_line(BlockId block) {
    const Block& here = document_.blocks[block];
    for (std::uint32_t at = 0;;) {
        const std::string_view text = std::string_view(here.text).substr(at);
        const std::string_view line = text.substr(0, text.find('\n'));
        const std::size_t colon = line.find(':');
        const std::string_view caption = line.substr(0, colon);
        const std::string_view value = line.substr(std::min(line.size(), caption.size() + 1));
        const bool captioned = colon != std::string_view::npos && count_words(line) <= longest_line;
        const bool context = captioned && tells_who_or_when(caption, value);
        if (!context && !(captioned && take_form_place(caption, value))) {
            if (at > 0) take(block, at);  // what stands below the lines of the form
            return at > 0;
        }
        if (context)
            findings_.push_back({{"CONTEXT", FlagSeverity::info, fold_blanks(line)}, {here.line(), here.last_line()}});
        const std::size_t rest = text.find_first_not_of(" \t\n", line.size());
        if (rest == std::string_view::npos) return asides_.push_back(block), true;
        at += static_cast<std::uint32_t>(rest);
    }
}

bool StepReader::take_form_place(std::string_view caption, std::string_view value) {
    const PhrasedText name(caption, book_);
    const auto is_all = [&](WordClass noun) {
        const auto match = name.find(0, noun);
        return match && match->size == name.size();
    };
    if (!is_all(WordClass::article) && !is_all(WordClass::section)) return false;
    const std::string heading = std::string(caption) + std::string(value);
    const ItemHeading read = read_heading(heading, grammar_.proposal, book_, date_);
    const Target& target = read.target;
    const bool unit = target.paragraph.empty() && target.sentence.empty() && target.letter.empty();
    const bool titled = target.article_title.empty() || looks_like_title(target.article_title);
    // "SECTION: 5.2 is amended to read …", "ARTICLE: 5 – Withdrawn"
    if ((read.articles.empty() && read.sections.empty()) || !unit || !titled || read.status || read.names_status ||
        has_word(value, grammar_.sentence_words) || !parse_instructions(value, book_).clauses.empty())
        return false;
    for (auto field : {&Target::article, &Target::section, &Target::article_title})
        if (!(target.*field).empty()) target_.*field = target.*field;
    return true;
}

bool StepReader::tells_who_or_when(std::string_view caption, std::string_view value) const {
    const PhrasedText name(caption, book_), words(value, book_);
    const auto known = name.find(0, WordClass::form_line);
    if (!is_capitals(caption) || !known || known->size != name.size()) return false;
    for (const WordClass side : {WordClass::company, WordClass::union_side})
        if (const auto party = words.find(0, side); party && party->size == words.size()) return true;
    const auto values = find_quantities(value);
    return values.size() == 1 && is_full_date(values.front()) && count_words(value) <= longest_date;
}

}  // namespace stet
