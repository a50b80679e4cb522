// The table of output formats: names, endings, writers.
#include "writers/writer.hpp"

#include <algorithm>

#include "text/error.hpp"

namespace stet {

namespace {

bool ends_with(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b); });
}

}  // namespace

const std::vector<Writer>& writers() {
    static const std::vector<Writer> table = {
        {"html", {".html", ".htm"}, write_html},
        {"markdown", {".md", ".markdown"}, write_markdown},
        {"criticmarkup", {}, write_critic_markup},
        {"json", {".json"}, write_json},
        {"text", {".txt"}, write_text},
    };
    return table;
}

const Writer& writer_named(std::string_view name) {
    std::string names;
    for (const Writer& writer : writers()) {
        if (writer.name == name) return writer;
        if (!names.empty()) names += ", ";
        names += writer.name;
    }
    throw Error("unknown format \"" + std::string(name) + "\": use one of " + names);
}

const Writer* writer_for(std::string_view file_name) {
    for (const Writer& writer : writers())
        for (const std::string_view ending : writer.endings)
            if (ends_with(file_name, ending)) return &writer;
    return nullptr;
}

}  // namespace stet
