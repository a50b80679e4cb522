// Owned bytes of one input with its name: from an offset to line and column.
//
// A text is repaired and known by its lines. A package (DOCX) is kept as the bytes that came: readers and writers
// unpack them whenever they need its parts, so that nothing of it is held twice and untouched parts can be carried over
// as they are. It has no text and no lines of its own; the lines that blocks and diagnostics of a DOCX give are the
// ordinals of its paragraphs (readers/docx/walk.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.hpp"
#include "text/span.hpp"

namespace stet {

/// What a reader unpacked of a package: kept with it where a writer is to go on from there.
class Unpacked {
public:
    Unpacked() = default;
    Unpacked(const Unpacked&) = delete;
    Unpacked& operator=(const Unpacked&) = delete;
    virtual ~Unpacked() = default;
};

/// A text after repair: valid UTF-8, no byte order mark, "\n" line ends, no NUL. Or a package, as it came.
class Source {
public:
    Source() = default;
    /// Takes bytes as they came. Invalid UTF-8 becomes U+FFFD, with a diagnostic; the hash is that of the bytes as they
    /// came.
    Source(std::string name, std::string bytes, Diagnostics& diagnostics);

    /// Takes the bytes of a package as they came. One that `keeps` lets its first reader leave what it unpacked.
    static Source package(std::string name, std::string bytes, bool keeps = false);

    const std::string& name() const { return name_; }
    /// The bytes of a package; empty for a text.
    std::string_view bytes() const { return bytes_; }
    std::string_view text() const { return text_; }
    std::string_view text(Span span) const { return std::string_view(text_).substr(span.begin, span.size()); }
    /// SHA-256 of the original bytes, 64 lower-case hex digits.
    const std::string& sha256() const { return sha256_; }

    Position position(std::uint32_t offset) const;
    /// Line of an offset, from 1.
    std::uint32_t line_at(std::uint32_t offset) const;
    std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
    /// Line n (from 1) without its end.
    std::string_view line(std::uint32_t n) const;
    /// Offset at which line n (from 1) begins.
    std::uint32_t line_begin(std::uint32_t n) const { return line_starts_[n - 1]; }

    /// Whether the package keeps what was unpacked of it. It follows from the bytes, so it is no part of what the
    /// source is: who takes it has it alone, and who comes later unpacks anew.
    bool keeps_unpacked() const { return kept_ != nullptr; }
    void keep(std::unique_ptr<Unpacked> unpacked) const;
    /// Empty where nothing was kept, or it was taken.
    std::unique_ptr<Unpacked> take_kept() const;

private:
    struct Kept;

    std::string name_;
    std::string bytes_;
    std::string text_;
    std::string sha256_;
    std::vector<std::uint32_t> line_starts_;
    std::shared_ptr<Kept> kept_;  ///< of copies the same
};

}  // namespace stet
