// What tests of tracked Word documents ask of a redline: its parts, its faces, what stands in them.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "document/join_paragraphs.hpp"
#include "docx_file.hpp"
#include "package/package.hpp"
#include "readers/reader.hpp"
#include "stet.hpp"

namespace stet::test {

inline std::string part_of(const std::string& bytes, std::string_view part) {
    Diagnostics none_found;
    return Package(bytes, "test.docx", none_found).read(part);
}

inline std::string body_of(const std::string& bytes) {
    return part_of(bytes, "word/document.xml");
}

/// The texts of a face, one block a line, those of notes and headers too.
inline std::string face_of(const std::string& bytes, Face face) {
    std::string out;
    for (const Block& block : join_paragraphs(read_docx(Source::package("redline.docx", bytes)).blocks, face)) {
        const std::string text = face_text(block, face);
        if (text.find_first_not_of(" \t") != std::string::npos) out += text + "\n";
    }
    return out;
}

inline Redline redline_of(const DocxFile& before, const DocxFile& after) {
    return compare(Input{"before.docx", before.bytes(), {}}, Input{"after.docx", after.bytes(), {}});
}

/// A redline's bytes, after both faces were held against the files.
inline std::string checked(const DocxFile& before, const DocxFile& after, const WriteOptions& options = {}) {
    const std::string bytes = write(redline_of(before, after), "docx", options);
    CHECK(face_of(bytes, Face::before) == face_of(before.bytes(), Face::after));
    CHECK(face_of(bytes, Face::after) == face_of(after.bytes(), Face::after));
    return bytes;
}

inline std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

inline bool contains(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

}  // namespace stet::test
