// The table of output formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redline/redline.hpp"
#include "writers/write_options.hpp"

namespace stet {

/// A format: its name for --to, the endings it goes by, and how it prints a redline.
struct Writer {
    std::string_view name;
    std::vector<std::string_view> endings;  ///< lower case, with the dot
    std::string (*write)(const Redline&, const WriteOptions&);
};

const std::vector<Writer>& writers();

/// The writer of that name; throws Error listing the names.
const Writer& writer_named(std::string_view name);

/// The writer for a file name by its ending; nullptr where the ending is unknown.
const Writer* writer_for(std::string_view file_name);

std::string write_html(const Redline& redline, const WriteOptions& options);
std::string write_markdown(const Redline& redline, const WriteOptions& options);
std::string write_critic_markup(const Redline& redline, const WriteOptions& options);
std::string write_json(const Redline& redline, const WriteOptions& options);
/// A package with tracked changes; its bytes are no text. Refuses a three-way redline.
std::string write_docx(const Redline& redline, const WriteOptions& options);
std::string write_text(const Redline& redline, const WriteOptions& options);
std::string write_instructions(const Redline& redline, const WriteOptions& options);

std::string write_outline_json(const Document& document);
std::string write_outline_text(const Document& document);

}  // namespace stet
