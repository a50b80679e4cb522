// A half-open byte range: the one way in which stet names a place in a text.
#pragma once

#include <cstdint>

namespace stet {

/// Bytes [begin, end) of a text. Texts are limited to 4 GiB.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool contains(std::uint32_t at) const { return begin <= at && at < end; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// A place for people: both count from 1, columns in code points.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

}  // namespace stet
