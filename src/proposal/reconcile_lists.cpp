// Lists that an instruction is about, a line each.
#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/reconciler.hpp"
#include "proposal/target.hpp"

namespace stet {

void Reconciler::take_listed(const Step& step) {
    const std::string line = whole_text(printed(step.text).front());
    const Instruction& clause = *step.clause;
    Operation operation = begin(step);
    const PhrasedText phrased(line, book_);
    const std::size_t move = phrased.first(0, phrased.size(), WordClass::move);
    const auto place = parse_place(phrased, 0, phrased.size());
    const UnitName* letter = place ? place->find(WordClass::letter) : nullptr;
    std::size_t end = move < phrased.size() ? move : phrased.size();
    while (end > 0 && (phrased.is_mark(end - 1, "-") || phrased.is_mark(end - 1, ","))) --end;
    std::string name(phrased.text_of(0, end));
    operation.unit = letter ? Unit::letter : Unit::section;
    operation.target.letter = letter ? letter_name(name, *letter) : std::string{};
    if (move < phrased.size()) {
        operation.op = Op::move;
        for (std::size_t i = move; i < phrased.size(); ++i)
            if (const auto to = parse_place(phrased, i, phrased.size())) {
                lay_over(operation.target, *to, phrased.text());
                operation.target.letter = letter ? letter_name(name, *letter) : name;
                break;
            }
        operation.position = PositionKind::unspecified;
        flag(operation, "POSITION_NOT_STATED", FlagSeverity::medium, "the place inside the article is not stated");
        lower(operation.confidence, Confidence::inferred);
    } else if (clause.verb == Verb::remove) {
        operation.op = Op::repeal;
    } else {
        operation.op = Op::insert;
        operation.inserted_text = line;
    }
    if (!letter) {
        operation.struck_text = operation.op == Op::repeal ? line : std::string{};
        flag(operation, "TARGET_NOT_LOCATED", FlagSeverity::high, "“" + line + "” names no article, section or letter");
        operation.confidence = Confidence::ambiguous;
        operation.readings.push_back({"the provision called “" + line + "” goes wherever it stands",
                                      operation.op,
                                      {},
                                      {},
                                      "the instruction says so",
                                      "no number is given"});
        operation.readings.push_back({"only a unit with exactly this title goes",
                                      operation.op,
                                      {},
                                      {},
                                      "it is written like a title",
                                      "the agreement may call it otherwise"});
    }
    if (operation.op != Op::insert)
        flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::medium,
             "its text is not printed; it must be read in the agreement");
    out_.push_back(std::move(operation));
}

std::string Reconciler::letter_name(const std::string& line, const UnitName& letter) const {
    std::string name = line.substr(0, letter.span.end);
    std::string title = line.substr(std::min<std::size_t>(letter.span.end, line.size()));
    const std::size_t begin = title.find_first_not_of(" -:.,");
    title = begin == std::string::npos ? std::string{} : title.substr(begin);
    for (const std::string_view dash : {"–", "—"})
        if (title.starts_with(dash)) title = fold_blanks(title.substr(dash.size()));
    return title.empty() ? name : name + " " + title;
}

}  // namespace stet
