// A sheet as one HTML file: its sentences, and its tables with headers that stay in view.
#include "writers/sheet.hpp"

#include "text/version.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/shell.hpp"

namespace stet {

namespace {

constexpr std::string_view style =
    ".sheet{max-width:none;margin:0 auto;padding:1.2em}.sheet h2{margin:1.6em 0 .4em}"
    ".wide{overflow-x:auto}.sheet table{border-collapse:collapse;width:100%;font-size:.9em}"
    ".sheet th,.sheet td{border:1px solid var(--line);padding:.35em .5em;text-align:left;vertical-align:top}"
    ".sheet thead th{position:sticky;top:0;background:var(--ground)}"
    "@media print{.wide{overflow:visible}.sheet thead{display:table-header-group}.sheet tr{break-inside:avoid}}";

void append_table(std::string& out, const SheetTable& table) {
    html::append_element(out, "h2", {}, table.title);
    if (table.rows.empty()) {
        html::append_element(out, "p", {}, table.if_empty);
        return;
    }
    out += "\n<div class=wide><table>\n<thead><tr>";
    for (const SheetColumn& column : table.columns) html::append_element(out, "th", "scope=col", column.title);
    out += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string>& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            html::append_element(out, i == 0 ? "th" : "td", i == 0 ? "scope=row" : "", row[i]);
        out += "</tr>\n";
    }
    out += "</tbody></table></div>\n";
}

}  // namespace

std::string write_sheet_html(const Sheet& sheet, const WriteOptions& options) {
    std::string out;
    const std::string& title = options.title.empty() ? sheet.title : options.title;
    html::append_head(out, {title, options.draft ? "DRAFT" : "", style});
    out += "<body>\n<main class=sheet>\n";
    html::append_element(out, "h1", {}, title);
    out += "\n";
    if (!options.date.empty()) html::append_element(out, "p", {}, options.date);
    for (const std::string& line : sheet.lines) html::append_element(out, "p", {}, line);
    out += "\n";
    for (const SheetTable& table : sheet.tables)
        if (!table.rows.empty() || !table.if_empty.empty()) append_table(out, table);
    html::append_element(out, "p", "class=quiet", "Made with stet " + std::string(version) + ".");
    out += "\n</main>\n";
    html::append_page_end(out);
    return out;
}

}  // namespace stet
