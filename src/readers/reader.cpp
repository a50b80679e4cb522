// The table of formats and how a file finds its reader.
#include "readers/reader.hpp"

#include <algorithm>

#include "text/error.hpp"

namespace stet {

const std::vector<Reader>& readers() {
    static const std::vector<Reader> table = {
        {"markdown", {".md", ".markdown", ".mkd", ".mdown"}, read_markdown, false},
        {"html", {".html", ".htm", ".xhtml"}, read_html, false},
        {"docx", {".docx", ".docm", ".dotx", ".dotm"}, read_docx, true},
        {"text", {".txt", ".text"}, read_plain_text, false},
    };
    return table;
}

const Reader& reader_named(std::string_view name) {
    std::string names;
    for (const Reader& reader : readers()) {
        if (reader.name == name) return reader;
        if (!names.empty()) names += ", ";
        names += reader.name;
    }
    throw Error("no format is called \"" + std::string(name) + "\"; the formats are: " + names);
}

const Reader& reader_for(std::string_view file_name, Diagnostics& diagnostics) {
    std::string name(file_name);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const Reader& reader : readers())
        for (const std::string_view ending : reader.endings)
            if (name.ends_with(ending)) return reader;
    diagnostics.push_back({Severity::warning, "unknown-format", "the ending is unknown: read as plain text",
                           std::string(file_name), 0, 0});
    return readers().back();
}

}  // namespace stet
