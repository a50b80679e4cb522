// Counts what a reader leaves out and turns the counts into diagnostics.
#include "readers/left_out.hpp"

#include <algorithm>
#include <string>

namespace stet {

void LeftOut::add(Omitted what, std::uint32_t line) {
    Tally& tally = tallies_[static_cast<std::size_t>(what)];
    tally.first_line = tally.count == 0 ? line : std::min(tally.first_line, line);
    ++tally.count;
}

void LeftOut::report(std::string_view file, Diagnostics& diagnostics) const {
    static constexpr std::array<std::string_view, 16> names = {"destination of a link",
                                                               "link definition",
                                                               "comment",
                                                               "language of a code block",
                                                               "script or style sheet",
                                                               "picture",
                                                               "title or other data in the page's head",
                                                               "text that the page hides",
                                                               "embedded page, sound or film",
                                                               "value of a form field",
                                                               "text in the instruction of a field",
                                                               "chart or diagram",
                                                               "text in a format of its own inside the document",
                                                               "number of a page",
                                                               "number that a field counts where it stands",
                                                               "author, date or other attribute of a bracketed span"};
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
        const Tally& tally = tallies_[i];
        if (tally.count == 0) continue;
        std::string message = "not part of the text: " + std::string(names[i]);
        if (tally.count > 1) message += " (" + std::to_string(tally.count) + " times, here first)";
        // Words that a reader of the document sees, and that nothing here looks at.
        const bool words = static_cast<Omitted>(i) == Omitted::other_format;
        diagnostics.push_back(
            {words ? Severity::warning : Severity::info, "left-out", message, std::string(file), tally.first_line, 0});
    }
}

}  // namespace stet
