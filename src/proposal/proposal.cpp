// Names of what a proposal asks for, and the texts of what is drawn of it.
#include "proposal/proposal.hpp"

#include <algorithm>
#include <utility>

namespace stet {

namespace {

template <std::size_t size, class Value>
std::string_view name_of(const std::array<std::string_view, size>& names, Value value) {
    return names[static_cast<std::size_t>(value)];
}

std::string text_without(const DrawnBlock& block, DrawnRun::Kind left_out) {
    std::string text;
    for (const DrawnRun& run : block.runs)
        if (run.kind != left_out) text += run.text;
    return text;
}

}  // namespace

std::string_view op_name(Op op) {
    static constexpr std::array<std::string_view, 12> names = {"repeal",  "delete", "insert",   "substitute",
                                                               "replace", "move",   "renumber", "split",
                                                               "join",    "set",    "restate",  "note"};
    return name_of(names, op);
}

std::string_view unit_name(Unit unit) {
    static constexpr std::array<std::string_view, 16> names = {
        "article", "section",   "paragraph", "sentence", "words", "number", "reference", "heading",
        "letter",  "list-item", "table",     "row",      "cell",  "date",   "summary",   "obligation"};
    return name_of(names, unit);
}

std::string_view status_name(Status status) {
    static constexpr std::array<std::string_view, 11> names = {"open",      "TA",           "withdrawn", "rejected",
                                                               "countered", "held",         "package",   "supposal",
                                                               "current",   "housekeeping", "ratified"};
    return name_of(names, status);
}

std::string_view confidence_name(Confidence confidence) {
    static constexpr std::array<std::string_view, 3> names = {"certain", "inferred", "ambiguous"};
    return name_of(names, confidence);
}

std::string_view side_name(Side side) {
    static constexpr std::array<std::string_view, 3> names = {"", "company", "union"};
    return name_of(names, side);
}

std::string_view position_name(PositionKind position) {
    static constexpr std::array<std::string_view, 7> names = {"",    "start",  "before",     "after",
                                                              "end", "inside", "unspecified"};
    return name_of(names, position);
}

Standing standing_of(Status status) {
    switch (status) {
        case Status::tentatively_agreed:
        case Status::ratified:
            return Standing::agreed;
        case Status::open:
        case Status::package:
        case Status::housekeeping:
            return Standing::asked;
        case Status::countered:
        case Status::held:
        case Status::supposal:
            return Standing::apart;
        case Status::withdrawn:
        case Status::rejected:
        case Status::current:
            return Standing::closed;
    }
    return Standing::apart;
}

void add_flag(Operation& operation, std::string code, FlagSeverity severity, std::string text) {
    const auto same = [&](const Flag& flag) { return flag.code == code; };
    if (std::none_of(operation.flags.begin(), operation.flags.end(), same))
        operation.flags.push_back({std::move(code), severity, std::move(text)});
}

bool is_agreed(const Operation& operation) {
    return standing_of(operation.status) == Standing::agreed;
}

bool is_summary(const Operation& operation) {
    return operation.op == Op::note && operation.unit == Unit::summary;
}

std::string old_text(const DrawnBlock& block) {
    return text_without(block, DrawnRun::inserted);
}

std::string new_text(const DrawnBlock& block) {
    return text_without(block, DrawnRun::struck);
}

}  // namespace stet
