// By its item, its status, its kind and what is read of it.
#include "proposal/left_alone.hpp"

#include <algorithm>

namespace stet {

namespace {

/// What speaks for and against each reading: it is for the parties to say which one holds.
std::string two_ways(const Operation& operation) {
    std::string out = "ambiguous: it can be read in " + std::to_string(operation.readings.size()) + " ways";
    for (std::size_t i = 0; i < operation.readings.size(); ++i) {
        const OperationReading& reading = operation.readings[i];
        out += (i == 0 ? ": (" : "; (") + std::to_string(i + 1) + ") " + reading.text;
        if (!reading.speaks_for.empty()) out += ", since " + reading.speaks_for;
    }
    return out;
}

}  // namespace

bool is_heading_alone(const Operation& operation) {
    return operation.op == Op::note && standing_of(operation.status) == Standing::asked &&
           std::any_of(operation.flags.begin(), operation.flags.end(),
                       [](const Flag& flag) { return flag.code == "TEXT_NOT_GIVEN"; });
}

std::string left_alone(const Operation& operation, const ApplyOptions& options) {
    const bool named =
        options.items.empty() || std::any_of(options.items.begin(), options.items.end(), [&](const std::string& item) {
            return item == operation.item || item == operation.id;
        });
    if (!named) return "not among the items asked for";
    const Standing standing = standing_of(operation.status);
    if (options.only_agreed && standing != Standing::agreed) return "not tentatively agreed";
    if (standing == Standing::apart || standing == Standing::closed)
        return "its status is " + std::string(status_name(operation.status));
    if (is_heading_alone(operation)) return "only its heading is read: what it asks for is not";
    if (operation.op == Op::note)
        return standing == Standing::agreed ? "agreed, and what is agreed is not printed"
                                            : "a note: no text of the agreement";
    if (operation.confidence == Confidence::ambiguous && operation.op != Op::restate) return two_ways(operation);
    return {};
}

}  // namespace stet
