// The table of output formats: names, endings, writers.
#include "writers/writer.hpp"

#include "writers/format_table.hpp"

namespace stet {

const std::vector<Writer>& writers() {
    static const std::vector<Writer> table = {
        {"html", {".html", ".htm"}, write_html},   {"markdown", {".md", ".markdown"}, write_markdown},
        {"criticmarkup", {}, write_critic_markup}, {"docx", {".docx"}, write_docx},
        {"json", {".json"}, write_json},           {"text", {".txt"}, write_text},
        {"instructions", {}, write_instructions},
    };
    return table;
}

const Writer& writer_named(std::string_view name) {
    return format_named(writers(), name);
}

const Writer* writer_for(std::string_view file_name) {
    return format_for(writers(), file_name);
}

}  // namespace stet
