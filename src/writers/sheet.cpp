// Sheets as Markdown, comma-separated values and terminal text.
#include "writers/sheet.hpp"

#include <algorithm>

#include "writers/markdown_line.hpp"
#include "writers/text_lines.hpp"

namespace stet {

namespace {

/// A cell in quotes; one that a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_cell(const std::string& cell) {
    std::string out = "\"";
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) out += "'";
    for (const char c : cell) {
        out.push_back(c);
        if (c == '"') out.push_back('"');
    }
    return out + "\"";
}

template <class Cells, class Print>
void append_csv_row(std::string& out, const Cells& cells, Print print) {
    const char* between = "";
    for (const auto& cell : cells) {
        out += between;
        out += csv_cell(print(cell));
        between = ",";
    }
    out += "\r\n";
}

class SheetText {
public:
    SheetText(const Sheet& sheet, const WriteOptions& options) : sheet_(sheet), options_(options) {}

    std::string run() {
        put(sheet_.title, TextStyle::bold, 0);
        for (const std::string& line : sheet_.lines) put(line, TextStyle::plain, 0);
        for (const SheetTable& table : sheet_.tables) put_table(table);
        return std::move(out_);
    }

private:
    void put(std::string_view text, TextStyle style, unsigned indent) {
        TextLines lines(options_.width, options_.colour, indent, 2);
        lines.add(text, style);
        for (const TextLine& line : lines.finish()) out_ += line.bytes + "\n";
    }

    void put_table(const SheetTable& table) {
        if (table.rows.empty() && table.if_empty.empty()) return;
        out_ += "\n";
        put(table.title, TextStyle::bold, 0);
        if (table.rows.empty()) put(table.if_empty, TextStyle::plain, 2);
        for (const std::vector<std::string>& row : table.rows) put_row(table, row);
    }

    void put_row(const SheetTable& table, const std::vector<std::string>& row) {
        TextLines head(options_.width, options_.colour, 2, 2);
        const char* between = "";
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!table.columns[i].leads || row[i].empty()) continue;
            head.add(between + row[i], TextStyle::bold);
            between = "  ";
        }
        for (const TextLine& line : head.finish()) out_ += line.bytes + "\n";
        for (std::size_t i = 0; i < row.size(); ++i)
            if (!table.columns[i].leads && !row[i].empty())
                put(table.columns[i].title + ": " + row[i], TextStyle::plain, 6);
    }

    const Sheet& sheet_;
    const WriteOptions& options_;
    std::string out_;
};

}  // namespace

const std::vector<SheetWriter>& sheet_writers() {
    static const std::vector<SheetWriter> table = {
        {"html", {".html", ".htm"}, write_sheet_html},
        {"markdown", {".md", ".markdown"}, write_sheet_markdown},
        {"csv", {".csv"}, write_sheet_csv},
        {"json", {".json"}, write_sheet_json},
        {"text", {".txt"}, write_sheet_text},
    };
    return table;
}

std::string write_sheet_markdown(const Sheet& sheet, const WriteOptions& options) {
    std::string out = "# " + markdown_text(options.title.empty() ? sheet.title : options.title) + "\n";
    if (!options.date.empty()) out += "\n" + markdown_text(options.date) + "\n";
    for (const std::string& line : sheet.lines) out += "\n" + markdown_paragraph(line) + "\n";
    for (const SheetTable& table : sheet.tables) {
        if (table.rows.empty() && table.if_empty.empty()) continue;
        out += "\n## " + markdown_text(table.title) + "\n\n";
        if (table.rows.empty()) {
            out += markdown_paragraph(table.if_empty) + "\n";
            continue;
        }
        std::string rule = "|";
        out += "|";
        for (const SheetColumn& column : table.columns) {
            out += " " + markdown_text(column.title) + " |";
            rule += ":--|";
        }
        out += "\n" + rule + "\n";
        for (const std::vector<std::string>& row : table.rows) {
            out += "|";
            for (const std::string& cell : row) out += " " + markdown_text(cell) + " |";
            out += "\n";
        }
    }
    return out;
}

std::string write_sheet_csv(const Sheet& sheet, const WriteOptions&) {
    std::string out;
    for (const SheetTable& table : sheet.tables) {
        if (table.rows.empty()) continue;
        if (!out.empty()) out += "\r\n";
        append_csv_row(out, table.columns, [](const SheetColumn& column) { return column.title; });
        for (const std::vector<std::string>& row : table.rows)
            append_csv_row(out, row, [](const std::string& cell) { return cell; });
    }
    return out;
}

std::string write_sheet_text(const Sheet& sheet, const WriteOptions& options) {
    return SheetText(sheet, options).run();
}

}  // namespace stet
