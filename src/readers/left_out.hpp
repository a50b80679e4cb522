// What a reader left out of the text: counted by kind, told once each.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/diagnostic.hpp"

namespace stet {

/// Parts of a file that are no text of the document.
enum class Omitted : std::uint8_t {
    destination,
    definition,
    comment,
    code_language,
    script,
    picture,
    page_head,
    hidden,
    media,
    form_field,
    field_code,
    chart,
    other_format,
    page_number,
    counted_number,
    attribute
};

/// Counts what is left out and remembers where each kind first stood, so that nothing goes without a word.
class LeftOut {
public:
    /// `line` counts from 1.
    void add(Omitted what, std::uint32_t line);

    /// One diagnostic (code "left-out") for each kind met: a warning for text in another format, else info.
    void report(std::string_view file, Diagnostics& diagnostics) const;

private:
    struct Tally {
        std::uint32_t count = 0;
        std::uint32_t first_line = 0;
    };
    std::array<Tally, 16> tallies_{};
};

}  // namespace stet
