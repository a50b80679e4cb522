// The table of formats in which a sheet is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/sheet.hpp"
#include "writers/write_options.hpp"

namespace stet {

/// A format: its name for --to, the endings it goes by, and how it prints a sheet.
struct SheetWriter {
    std::string_view name;
    std::vector<std::string_view> endings;  ///< lower case, with the dot
    std::string (*write)(const Sheet&, const WriteOptions&);
};

/// html, markdown, csv, json, text.
const std::vector<SheetWriter>& sheet_writers();

std::string write_sheet_html(const Sheet& sheet, const WriteOptions& options);
std::string write_sheet_markdown(const Sheet& sheet, const WriteOptions& options);
std::string write_sheet_csv(const Sheet& sheet, const WriteOptions& options);
std::string write_sheet_json(const Sheet& sheet, const WriteOptions& options);
std::string write_sheet_text(const Sheet& sheet, const WriteOptions& options);

}  // namespace stet
