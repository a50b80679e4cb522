// Follows the signs of fields.
#include "readers/docx/fields.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_name = 64;  ///< of an instruction only the name counts
constexpr std::size_t deepest_fields = 1000;

std::string_view name_of(std::string_view instruction) {
    const std::size_t begin = instruction.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    instruction.remove_prefix(begin);
    return instruction.substr(0, instruction.find_first_of(" \t\\"));
}

/// The fields that put a table of contents, of figures or of authorities, or an index, into the document.
bool makes_contents(std::string_view instruction) {
    const std::string_view name = name_of(instruction);
    return name == "TOC" || name == "TOA" || name == "INDEX";
}

}  // namespace

bool counts_pages(std::string_view instruction) {
    const std::string_view name = name_of(instruction);
    return name == "PAGE" || name.ends_with("PAGES");  // of the document, of its part
}

bool Fields::counts_unwritten() const {
    if (open_.empty() || open_.back().result) return false;
    const std::string_view name = name_of(open_.back().instruction);
    return name == "LISTNUM" || name.starts_with("AUTONUM");
}

void Fields::begin_result(Field& field) {
    if (field.result) return;
    field.result = true;
    --instructions_;
    field.contents = makes_contents(field.instruction);
    contents_ += field.contents ? 1 : 0;
    field.pages = counts_pages(field.instruction);
    pages_ += field.pages ? 1 : 0;
}

void Fields::sign(std::string_view type) {
    if (type == "begin" && open_.size() < deepest_fields) {
        open_.emplace_back();
        ++instructions_;
    } else if (type == "separate" && !open_.empty()) {
        begin_result(open_.back());
    } else if (type == "end") {
        close();
    }
}

void Fields::instruction(std::string_view text) {
    if (open_.empty() || open_.back().result || open_.back().instruction.size() > longest_name) return;
    open_.back().instruction += text;
}

void Fields::end_paragraph() {
    for (Field& field : open_) begin_result(field);
}

void Fields::open(std::string_view instruction) {
    sign("begin");
    this->instruction(instruction);
    sign("separate");
}

void Fields::close() {
    if (open_.empty()) return;
    begin_result(open_.back());
    contents_ -= open_.back().contents ? 1 : 0;
    pages_ -= open_.back().pages ? 1 : 0;
    open_.pop_back();
}

}  // namespace stet
