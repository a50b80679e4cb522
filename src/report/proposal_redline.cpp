// Drawn blocks and parsed stretches, from what an operation holds.
#include "report/proposal_redline.hpp"

#include <algorithm>
#include <map>

#include "report/proposal_words.hpp"

namespace stet {

namespace {

std::vector<std::string> paragraphs_of(const std::string& text) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) out.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

std::vector<DrawnBlock> alternating(const std::string& struck_text, const std::string& inserted_text,
                                    std::uint32_t line) {
    const std::vector<std::string> struck = paragraphs_of(struck_text);
    const std::vector<std::string> inserted = paragraphs_of(inserted_text);
    if (struck.size() == 1 && inserted.size() == 1)
        return {{line, {}, {{struck[0], DrawnRun::struck}, {inserted[0], DrawnRun::inserted}}}};
    std::vector<DrawnBlock> out;
    for (const std::string& text : struck) out.push_back({line, {}, {{text, DrawnRun::struck}}});
    for (const std::string& text : inserted) out.push_back({line, {}, {{text, DrawnRun::inserted}}});
    return out;
}

/// One paragraph each: side by side in one block. Else the struck paragraphs, then the new ones. A note and a unit
/// printed again change nothing.
std::vector<DrawnBlock> told(Op op, const std::string& struck_text, const std::string& inserted_text,
                             std::uint32_t line) {
    std::vector<DrawnBlock> blocks = alternating(struck_text, inserted_text, line);
    if (op != Op::note && op != Op::restate) return blocks;
    for (DrawnBlock& block : blocks)
        for (DrawnRun& run : block.runs) run.kind = DrawnRun::kept;
    return blocks;
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

bool says_something(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
    });
}

/// Gives each thing to the first operation that may have it and in whose lines it begins.
template <class Things, class MayHave>
OfOperations in_lines_of(const Proposal& proposal, const Things& things, MayHave may_have) {
    std::multimap<std::uint32_t, std::uint32_t> left;
    for (std::uint32_t i = 0; i < things.size(); ++i) left.emplace(things[i].lines.first, i);
    OfOperations out(proposal.operations.size());
    for (std::size_t i = 0; i < proposal.operations.size(); ++i) {
        const Operation& operation = proposal.operations[i];
        if (!may_have(operation) || operation.lines.last < operation.lines.first) continue;
        const auto begin = left.lower_bound(operation.lines.first);
        const auto end = left.upper_bound(operation.lines.last);
        for (auto at = begin; at != end; ++at) out[i].push_back(at->second);
        left.erase(begin, end);
    }
    return out;
}

}  // namespace

std::vector<DrawnBlock> drawn_of(const Operation& operation) {
    if (!operation.drawn.empty()) return operation.drawn;
    return told(operation.op, operation.struck_text, operation.inserted_text, operation.lines.first);
}

std::vector<DrawnBlock> drawn_of(const OperationReading& reading) {
    return told(reading.op, reading.struck_text, reading.inserted_text, 0);
}

bool readings_share_text(const Operation& operation) {
    const auto& readings = operation.readings;
    return !readings.empty() && std::all_of(readings.begin(), readings.end(), [&](const OperationReading& reading) {
        return reading.struck_text == readings.front().struck_text &&
               reading.inserted_text == readings.front().inserted_text;
    });
}

bool shows_change(const std::vector<DrawnBlock>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const DrawnBlock& block) {
        return std::any_of(block.runs.begin(), block.runs.end(),
                           [](const DrawnRun& run) { return run.kind != DrawnRun::kept; });
    });
}

std::vector<ParsedStretch> parsed_stretches(const Operation& operation) {
    std::vector<InstructionPart> parts = operation.parts;
    std::stable_sort(parts.begin(), parts.end(),
                     [](const InstructionPart& a, const InstructionPart& b) { return a.span.begin < b.span.begin; });
    const std::string_view text = operation.instruction;
    std::vector<ParsedStretch> out;
    const auto add = [&](std::size_t begin, std::size_t end, const std::string& role) {
        const std::string_view words = trimmed(text.substr(begin, end - begin));
        if (!role.empty() || says_something(words))
            out.push_back({std::string(words), role});
        else if (!words.empty() && !out.empty())
            out.back().words += words;
    };
    std::size_t at = 0;
    for (const InstructionPart& part : parts) {
        const std::size_t begin = std::clamp<std::size_t>(part.span.begin, at, text.size());
        const std::size_t end = std::clamp<std::size_t>(part.span.end, begin, text.size());
        if (end == begin) continue;
        add(at, begin, {});
        add(begin, end, part.role);
        at = end;
    }
    add(at, text.size(), {});
    return out;
}

std::string reading_words(const Operation& operation) {
    std::string out = std::string(op_name(operation.op)) + " " + std::string(unit_name(operation.unit));
    if (operation.position != PositionKind::absent)
        out += ", position " + std::string(position_name(operation.position));
    const std::string anchor =
        operation.anchor_words.empty() ? target_words(operation.anchor) : "“" + operation.anchor_words + "”";
    if (!anchor.empty()) out += " of " + anchor;
    const std::string place = target_words(operation.target);
    return out + "; " + (place.empty() ? "no place named" : place);
}

OfOperations unclaimed_of_operations(const Proposal& proposal) {
    return in_lines_of(proposal, proposal.not_understood, [](const Operation&) { return true; });
}

OfOperations wage_tables_of_operations(const Proposal& proposal) {
    return in_lines_of(proposal, proposal.wage_tables, [](const Operation& operation) {
        return operation.op == Op::set && operation.unit == Unit::table;
    });
}

}  // namespace stet
