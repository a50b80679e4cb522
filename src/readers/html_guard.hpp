// What of HTML may go to the parser, and the text of what may not.
#pragma once

#include <string>
#include <string_view>

namespace stet {

/// Whether the parser's time and memory stay bounded on `html`: elements nested at most 256 deep, no tag with more than
/// 128 attributes and few enough in all, few copies of <b>, <font> and their like that stay open over many blocks.
/// Linear.
bool is_safe_html(std::string_view html);

/// `html` with every tag replaced by a blank (line breaks inside tags are kept); entities stay as written.
std::string without_tags(std::string_view html);

}  // namespace stet
