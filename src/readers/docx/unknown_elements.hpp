// Elements that the reader does not know: told once by name, with the place of the first.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "text/diagnostic.hpp"

namespace stet {

class UnknownElements {
public:
    /// `paragraph` is the ordinal of the paragraph that it is in or behind.
    void add(std::string_view element, std::string_view part, std::uint32_t paragraph);

    /// One diagnostic (warning, code "not-understood") for each name.
    void report(const std::string& file, Diagnostics& diagnostics) const;

private:
    struct First {
        std::string part;
        std::uint32_t paragraph = 0;
        std::size_t count = 0;
    };
    std::map<std::string, First, std::less<>> by_name_;
    std::size_t further_ = 0;  ///< elements whose names came when enough were known
};

}  // namespace stet
