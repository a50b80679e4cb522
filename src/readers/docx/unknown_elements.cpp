// Counts unknown elements.
#include "readers/docx/unknown_elements.hpp"

namespace stet {

namespace {

constexpr std::size_t most_names = 50;

}  // namespace

void UnknownElements::add(std::string_view element, std::string_view part, std::uint32_t paragraph) {
    const auto found = by_name_.find(element);
    if (found != by_name_.end()) {
        ++found->second.count;
    } else if (by_name_.size() < most_names) {
        by_name_.emplace(std::string(element), First{std::string(part), paragraph, 1});
    } else {
        ++further_;
    }
}

void UnknownElements::report(const std::string& file, Diagnostics& diagnostics) const {
    for (const auto& [name, first] : by_name_) {
        std::string message = "not understood and left out: <" + name + "> in " + first.part;
        if (first.count > 1) message += " (" + std::to_string(first.count) + " times, here first)";
        diagnostics.push_back({Severity::warning, "not-understood", message, file, first.paragraph, 0});
    }
    if (further_ > 0)
        diagnostics.push_back({Severity::warning, "not-understood",
                               "and " + std::to_string(further_) + " more elements of other names", file, 0, 0});
}

}  // namespace stet
