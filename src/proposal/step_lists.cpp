// Lists of letters and provisions below an instruction about them.
#include "grammar/wording.hpp"
#include "proposal/step_reader.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_listed = 25;  // words of a line of a list of letters

}  // namespace

bool StepReader::takes_list_lines() const {
    if (steps_.empty()) return false;
    const Step& last = steps_.back();
    if (last.kind == StepKind::listed) return true;
    if (last.kind != StepKind::instructed || !last.text.empty() || !last.clause->following) return false;
    const auto& place = last.clause->place;
    const bool letters = place && place->find(WordClass::letter) && place->find(WordClass::letter)->labels.empty();
    return (letters && last.clause->verb != Verb::modify) || (last.clause->verb == Verb::remove && !place);
}

bool StepReader::is_listed_line(const Block& block, std::uint32_t from) const {
    const std::string_view text = std::string_view(block.text).substr(from);
    if (count_words(text) > longest_listed || labels_.label_at(block, from)) return false;
    const PhrasedText phrased(text, book_);
    const auto place = parse_place(phrased, 0, phrased.size());
    const bool letter = place && place->find(WordClass::letter);
    const Instructions instructs = parse_instructions(text, book_);
    if (!instructs.clauses.empty() && instructs.clauses.front().fresh) return false;
    const std::string line = fold_blanks(text);
    if (!letter && (line.ends_with(":") || line.ends_with("."))) return false;
    return letter || instructs.clauses.empty();
}

void StepReader::take_listed(BlockId block, std::uint32_t from) {
    const Step heading = steps_.back();
    Step& step = open(StepKind::listed, block);
    step.clause = heading.clause;
    step.clause_block = heading.clause_block;
    step.clause_from = heading.clause_from;
    step.lines.first = document_.blocks[heading.clause_block].line();
    add(step.text, block, from, false);
    // The instruction itself is told with each of its lines.
    if (heading.kind == StepKind::instructed) steps_.erase(steps_.end() - 2);
}

}  // namespace stet
