// Cuts the line that opens an item into its heading and text of its own.
#include "proposal/heading_cut.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/status_line.hpp"
#include "proposal/target.hpp"
#include "proposal/written_label.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_caption = 6;         // words
constexpr std::size_t longest_run_in_heading = 160;  // bytes

}  // namespace

HeadingCut HeadingCutter::cut(BlockId block, const Opener& opener) const {
    const Block& here = document_.blocks[block];
    const auto size = static_cast<std::uint32_t>(here.text.size());
    const std::uint32_t from = std::min(opener.from, size);
    const std::string_view line = std::string_view(here.text).substr(from);
    // A demand may be its own instruction: "5. Section 29 is repealed."; or its heading runs into its text.
    std::uint32_t cut = opener.heading_end > 0 ? opener.heading_end : heading_is_place(line);
    // "Article IX, Vacations. Paragraph B shall be …": behind the title, where one stands behind the place.
    const bool titled = opener.heading_end == 0 && cut > 0 && cut < line.size() && line[cut] == ',';
    if (const std::uint32_t end = cut == 0 || titled ? heading_end(line) : 0; end > 0) cut = end;
    if (opener.heading_end == 0 && numbered_ && opens_beside(line)) cut = 0;
    if (opener.heading_end == 0) cut = end_before_dash(here, from, cut);
    // "1. Delete 5.4." may be the only demand.
    const bool counts = numbered_ || opener.from > 0 || opener.id.find_first_not_of("0123456789") == std::string::npos;
    const bool instructs = counts && cut == 0 && is_instruction(line);
    const bool sentence = numbered_ && cut == 0 && !instructs && is_sentence(fold_blanks(line));
    const bool asks = numbered_ && cut == 0 && !instructs && !sentence && quotes_words(line);
    const bool listed = !numbered_ && opener.id == first_demand && is_of_section(line);
    if (listed) cut = 0;
    HeadingCut out;
    out.line = line;
    out.heading = !instructs && !sentence && !listed && !asks &&
                  (cut > 0 || numbered_ || document_.places[block].heading || looks_like_title(fold_blanks(line)));
    out.runs_in = cut > 0;
    if (out.heading) out.title = cut > 0 ? line.substr(0, cut) : line;
    out.body_from = !out.heading ? from : cut > 0 ? from + cut : size;
    return out;
}

bool HeadingCutter::is_of_section(std::string_view line) const {
    const PhrasedText phrased(line.substr(0, longest_run_in_heading), book_);
    const auto place = parse_place(phrased, 0, phrased.size());
    const bool section = place && place->units.front().noun == WordClass::section && place->has_label();
    if (!section || place->find(WordClass::article) || place->end >= phrased.size()) return false;
    const std::uint32_t end = phrased.at(place->end - 1).span.end;
    std::uint32_t behind = end;
    skip_joints(line, behind, label_joints);
    return line.substr(end, behind - end).find_first_not_of(" .\n\t") != std::string_view::npos;
}

bool HeadingCutter::is_instruction(std::string_view line) const {
    const std::vector<Instruction> clauses = parse_instructions(line, book_).clauses;
    if (clauses.empty()) return false;
    const Instruction& first = clauses.front();
    // "REPEAL." over what is repealed
    if (is_capitals(line) && clauses.size() == 1 && first.parts.size() == 1 && looks_like_title(fold_blanks(line)))
        return false;
    const bool says_verb = !first.parts.empty() && first.parts.front().role == "verb";
    return !first.fresh || !first.added.empty() || says_verb || !looks_like_title(fold_blanks(line));
}

bool HeadingCutter::opens_beside(std::string_view line) const {
    const PhrasedText phrased(line.substr(0, longest_run_in_heading), book_);
    const std::size_t opening = std::min<std::size_t>(1, phrased.size());
    if (phrased.first(0, opening, WordClass::before) == opening &&
        phrased.first(0, opening, WordClass::after) == opening &&
        phrased.first(0, opening, WordClass::following) == opening)
        return false;
    const auto place = parse_place(phrased, 1, phrased.size());
    return place && place->has_label();
}

bool HeadingCutter::quotes_words(std::string_view line) const {
    if (looks_like_title(fold_blanks(line))) return false;
    const PhrasedText phrased(line.substr(0, 400), book_);
    for (std::size_t i = 0; i < phrased.size(); ++i)
        if (phrased.at(i).shape == TokenShape::quoted) return true;
    return false;
}

bool HeadingCutter::is_sentence(const std::string& line) const {
    if (!line.ends_with(".") || looks_like_title(line)) return false;
    return !names_place(line, book_) || has_word(line, grammar_.sentence_words);
}

std::uint32_t HeadingCutter::heading_end(std::string_view line) const {
    const std::string_view near = line.substr(0, longest_run_in_heading);
    for (std::size_t stop = near.find_first_of(".:"); stop != std::string_view::npos;
         stop = near.find_first_of(".:", stop + 1)) {
        const std::size_t begin = line.find_first_not_of(" \t\n", stop + 1);
        if (begin == std::string_view::npos || begin == stop + 1) continue;
        const std::string_view title = line.substr(0, stop), rest = line.substr(begin);
        if (!names_place(title, book_) || is_abbreviated(title, rest)) continue;
        if (std::count(title.begin(), title.end(), '(') != std::count(title.begin(), title.end(), ')')) continue;
        if (is_instruction(title) || has_word(title, grammar_.sentence_words)) return 0;
        if (opens_with_title(rest)) continue;
        if (is_text_behind(rest) || runs_on(rest) || !parse_instructions(rest, book_).clauses.empty())
            return static_cast<std::uint32_t>(begin);
    }
    return 0;
}

bool HeadingCutter::opens_with_title(std::string_view rest) const {
    constexpr std::uint32_t longest = 3;  // words
    const std::size_t stop = rest.find(". ");
    if (stop == std::string_view::npos || stop > longest_run_in_heading) return false;
    const std::string title = fold_blanks(rest.substr(0, stop));
    return count_words(title) <= longest && looks_like_title(title) && !has_digit(title) &&
           !has_word(title, grammar_.sentence_words) && parse_instructions(title, book_).clauses.empty() &&
           !find_status_mark(title, grammar_.proposal, date_) && is_text_behind(rest.substr(stop + 2));
}

bool HeadingCutter::is_abbreviated(std::string_view title, std::string_view rest) const {
    const PhrasedText phrased(title, book_);
    if (phrased.size() == 0 || !(is_digit(rest.front()) || is_upper(rest.front()))) return false;
    const std::size_t last = phrased.size() - 1;
    const bool noun = phrased.has(last, WordClass::section) || phrased.has(last, WordClass::article) ||
                      phrased.has(last, WordClass::paragraph) || phrased.is_word(last, "no");
    return noun && has_digit(rest.substr(0, rest.find_first_of(" ,;:-")));
}

bool HeadingCutter::runs_on(std::string_view rest) {
    constexpr std::uint32_t words_of_text = 5;
    return (is_lower(rest.front()) || is_digit(rest.front())) && count_words(rest) >= words_of_text;
}

std::uint32_t HeadingCutter::heading_is_place(std::string_view line) const {
    const PhrasedText phrased(line, book_);
    const auto place = parse_place(phrased, 0, phrased.size());
    if (!place || !place->has_label() || place->end >= phrased.size()) return 0;
    const std::uint32_t begin = phrased.at(place->end).span.begin;
    const std::vector<Instruction> clauses = parse_instructions(line.substr(begin), book_).clauses;
    const bool told = !clauses.empty() && is_told_at_once(clauses.front(), line.substr(begin), *place);
    return told ? begin : 0;
}

bool HeadingCutter::is_told_at_once(const Instruction& clause, std::string_view text, const PlaceName& place) const {
    if (!clause.removed.empty() || !clause.added.empty()) return true;
    if (!clause.unread.empty()) return false;
    const std::string_view line = text.substr(0, text.find('\n'));
    if (clause.reads || clause.following) return line.ends_with(":") || line.ends_with(".");
    const bool goes = clause.verb == Verb::remove && !clause.place && clause.span.end >= line.size();
    const PhrasedText words(line, book_);
    const auto no_title = words.find(0, WordClass::no_title);
    if (goes && no_title && no_title->size == words.size()) return true;
    if (clause.verb == Verb::renumber && clause.destination && clause.span.end >= line.size()) return true;
    const UnitName* section = place.find(WordClass::section);
    const bool dotted = section != nullptr && !section->labels.empty() &&
                        section->labels.front().find_first_of(number_stops) != std::string::npos;
    return goes && (clause.entire || (dotted && line.ends_with(".") && !line.ends_with("s.")));
}

std::uint32_t HeadingCutter::end_before_dash(const Block& block, std::uint32_t from, std::uint32_t cut) const {
    const std::uint32_t dash = heading_before_dash(block, from);
    if (cut == 0 || dash == 0 || dash >= cut) return cut == 0 ? dash : cut;
    const std::string_view between = std::string_view(block.text).substr(from + dash, cut - dash);
    return parse_instructions(between, book_).clauses.empty() ? cut : dash;
}

std::uint32_t HeadingCutter::heading_before_dash(const Block& block, std::uint32_t from) const {
    const std::string_view line = std::string_view(block.text).substr(from);
    const std::string_view near = line.substr(0, longest_run_in_heading);
    for (const std::string_view joint : {" – ", " — ", " - "})
        for (std::size_t at = near.find(joint); at != std::string_view::npos; at = near.find(joint, at + 1)) {
            const std::string_view title = line.substr(0, at), rest = line.substr(at + joint.size());
            if (!has_place(title) || is_instruction(title) || has_word(title, grammar_.sentence_words)) continue;
            const auto mark = find_status_mark(rest, grammar_.proposal, date_);
            const auto begin = static_cast<std::uint32_t>(from + at + joint.size());
            if (mark && mark->span.begin <= 1) {
                // "Section 4.3 – (TA 9/30) Change “a” to “b”."
                const std::size_t told = line.find_first_not_of(" \t\n", begin - from + mark->span.end);
                if (told != std::string_view::npos && !parse_instructions(line.substr(told), book_).clauses.empty())
                    return static_cast<std::uint32_t>(told);
                continue;
            }
            if (is_marked_behind(block, begin) || is_text_behind(rest) || (is_lower(rest.front()) && runs_on(rest)) ||
                !parse_instructions(rest, book_).clauses.empty())
                return begin - from;
        }
    return 0;
}

bool HeadingCutter::has_place(std::string_view title) const {
    const PhrasedText phrased(title, book_);
    for (std::size_t i = 0; i < phrased.size(); ++i)
        if (const auto place = parse_place(phrased, i, phrased.size()); place && place->has_label()) return true;
    return false;
}

bool HeadingCutter::is_marked_behind(const Block& block, std::uint32_t from) {
    return std::any_of(block.runs.begin(), block.runs.end(), [&](const Run& run) {
        return run.text.begin >= from && (run.marks.has(Mark::struck) || run.marks.has(Mark::inserted));
    });
}

bool HeadingCutter::is_text_behind(std::string_view rest) const {
    if (rest.starts_with("\"") || rest.starts_with("“")) return true;
    // "Effective July 1, 2026: 3 %"
    if (PhrasedText(rest.substr(0, 60), book_).has(0, WordClass::condition) && has_digit(rest)) return true;
    const std::string text = fold_blanks(rest);
    if (opens_with_value(text)) return true;
    if (const auto mark = find_status_mark(text, grammar_.proposal, date_); mark && mark->span.begin == 0)
        return text.size() - mark->span.end <= 1;
    if (looks_like_title(text) || !(text.ends_with(".") || text.ends_with(":") || text.ends_with(".)"))) return false;
    return count_words(text) > longest_caption || has_word(text, grammar_.sentence_words);
}

bool HeadingCutter::opens_with_value(std::string_view text) {
    const std::vector<Quantity> values = find_quantities(text);
    if (values.empty() || values.front().span.begin > 0) return false;
    const Quantity& first = values.front();
    // "3 years.", and nothing else
    if (first.type == QuantityType::duration && !first.weak &&
        text.find_first_not_of(" .", first.span.end) == std::string_view::npos)
        return true;
    const bool full_date = is_full_date(first) && values.size() > 1;
    const Quantity& second = values.size() > 1 ? values[1] : first;
    const bool goes_on =
        second.type == QuantityType::percent || second.type == QuantityType::money || is_full_date(second);
    return (full_date && goes_on) || first.type == QuantityType::percent || first.type == QuantityType::money;
}

}  // namespace stet
