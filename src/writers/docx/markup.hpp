// Pieces of WordprocessingML that every part is put together from: escaped text and elements with one value.
#pragma once

#include <string>
#include <string_view>

namespace stet::docx {

inline constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view relationships_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Text for content and for attributes in double quotes. What XML 1.0 has no character for becomes U+FFFD.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

/// `<w:t>` or, with `deleted`, `<w:delText>`, white space kept.
void append_text(std::string& out, std::string_view text, bool deleted);

/// `<w:name w:val="value"/>`.
std::string valued(std::string_view name, std::string_view value);

}  // namespace stet::docx
