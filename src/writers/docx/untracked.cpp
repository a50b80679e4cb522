// Counts what no tracked change can say.
#include "writers/docx/untracked.hpp"

#include <algorithm>

namespace stet::docx {

namespace {

/// The line of the block that a node is; 0 where none is read from it.
std::uint32_t line_of(const PackageSide& side, pugi::xml_node node) {
    const auto& elements = side.elements();
    const auto at = std::find(elements.begin(), elements.end(), node);
    return at == elements.end() ? 0 : static_cast<std::uint32_t>(at - elements.begin());
}

/// The line of the paragraph or row that a node stands in, or of the first that stands in it.
std::uint32_t place_of(const PackageSide& side, pugi::xml_node node) {
    for (pugi::xml_node around = node; around; around = around.parent())
        if (const std::uint32_t line = line_of(side, around); line != 0) return line;
    const auto is_block = [](pugi::xml_node below) {
        const std::string_view name = below.name();
        return name == "w:p" || name == "w:tr";
    };
    const pugi::xml_node block = node.find_node(is_block);
    return block ? line_of(side, block) : 0;
}

}  // namespace

void Untracked::add(std::string_view what, const PackageSide& side, std::string_view part, pugi::xml_node node) {
    const auto [entry, fresh] = by_kind_.try_emplace(std::string(what));
    if (fresh) entry->second = {side.package().name(), std::string(part), place_of(side, node), 0};
    ++entry->second.count;
}

void Untracked::add(std::string_view what, const PackageSide& side, std::string_view part) {
    add(what, side, part, {});
}

void Untracked::report(const DiagnosticObserver& tell) const {
    if (!tell) return;
    for (const auto& [what, first] : by_kind_) {
        std::string message = "not tracked: " + what + " in " + first.part;
        if (first.count > 1) message += " (" + std::to_string(first.count) + " times, here first)";
        tell({Severity::warning, "not-tracked", message, first.file, first.paragraph, 0});
    }
}

}  // namespace stet::docx
