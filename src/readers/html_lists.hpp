// The numbers that a page shows before the items of an ordered list.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>

namespace stet {

/// Counts the items of one list as HTML does: <ol start reversed type>, <li value>, style="list-style-type: …".
class HtmlNumbering {
public:
    /// Bullets.
    HtmlNumbering() = default;
    /// By a list's own attributes.
    explicit HtmlNumbering(const GumboElement& list);

    /// A list that shows nothing before its items.
    static HtmlNumbering none();

    /// What stands before the next item: "3.", "c.", "iv."; "-" for bullets, "" where the list shows nothing.
    std::string next(const GumboElement& item);

private:
    char style_ = '-';  ///< 1 a A i I, '-' for bullets, ' ' for nothing
    std::int64_t next_ = 1;
    std::int64_t step_ = 1;
};

}  // namespace stet
