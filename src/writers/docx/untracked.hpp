// What differs between the two documents though Word has no tracked change for it: told once by kind, with the place of
// the first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "writers/docx/side.hpp"
#include "writers/write_options.hpp"

namespace stet::docx {

class Untracked {
public:
    /// `what` names the element; `node` is where it is met, in one of the parts of `side`.
    void add(std::string_view what, const PackageSide& side, std::string_view part, pugi::xml_node node);
    /// One that has no paragraph.
    void add(std::string_view what, const PackageSide& side, std::string_view part);

    /// One diagnostic (warning, code "not-tracked") for each kind.
    void report(const DiagnosticObserver& tell) const;

private:
    struct First {
        std::string file;
        std::string part;
        std::uint32_t paragraph = 0;
        std::size_t count = 0;
    };
    std::map<std::string, First, std::less<>> by_kind_;
};

}  // namespace stet::docx
