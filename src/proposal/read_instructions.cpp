// Each instruction and each block that it brings in is one line; a line that a grammar has cut is put together again.
#include "proposal/read_instructions.hpp"

#include <string_view>

#include "proposal/find_words.hpp"
#include "proposal/instruction_form.hpp"

namespace stet {

namespace {

constexpr std::string_view row_opens = "Row: ";
constexpr std::size_t blocks_before_opening = 8;

/// A line of the document: the blocks that begin on it.
struct DocumentLine {
    std::uint32_t line = 0;
    std::uint32_t last_line = 0;
    const Block* first = nullptr;
    std::string text;
};

std::vector<DocumentLine> lines_of(const Document& document) {
    std::vector<DocumentLine> lines;
    for (const Block& block : document.blocks) {
        const std::string text = one_line(block.text);
        if (!lines.empty() && lines.back().last_line >= block.line()) {
            lines.back().text += " " + text;
            lines.back().last_line = std::max(lines.back().last_line, block.last_line());
        } else {
            lines.push_back({block.line(), block.last_line(), &block, text});
        }
    }
    return lines;
}

std::optional<DrawnBlock> block_on(const DocumentLine& line) {
    DrawnBlock out;
    out.line = line.line;
    std::string_view text = line.text;
    if (text.starts_with(row_opens)) {
        out.kind = BlockKind::table_row;
        std::string row;
        text.remove_prefix(row_opens.size());
        for (bool first = true; !text.empty(); first = false) {
            const auto cell = take_quoted(text);
            if (!cell || (!text.empty() && text.front() != ' ')) return std::nullopt;
            if (!text.empty()) text.remove_prefix(1);
            row += (first ? "" : "\t") + *cell;
        }
        out.runs.push_back({std::move(row), DrawnRun::inserted});
        return out;
    }
    if (auto item = parse_item(text)) {
        item->line = line.line;
        return item;
    }
    constexpr std::string_view open = "“";
    constexpr std::string_view close = "”";
    if (!text.starts_with(open) || !text.ends_with(close) || text.size() < open.size() + close.size())
        return std::nullopt;
    text = text.substr(open.size(), text.size() - open.size() - close.size());
    if (line.first->kind == BlockKind::heading) {
        out.kind = BlockKind::heading;
        out.depth = line.first->depth;
    }
    out.runs.push_back({std::string(text), DrawnRun::inserted});
    return out;
}

/// "12" of "12. In …", which is taken off.
std::string take_number(std::string_view& text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0 || !text.substr(digits).starts_with(". ")) return {};
    const std::string number(text.substr(0, digits));
    text.remove_prefix(digits + 2);
    return number;
}

}  // namespace

bool is_instructions(const Document& document) {
    for (std::size_t i = 0; i < document.blocks.size() && i < blocks_before_opening; ++i)
        if (document.blocks[i].text.starts_with(instructions_open)) return true;
    return false;
}

std::string grammar_of_base(const Document& document) {
    for (std::size_t i = 0; i < document.blocks.size() && i < blocks_before_opening; ++i) {
        const std::string text = one_line(document.blocks[i].text);
        const std::size_t at = text.rfind(instructions_grammar);
        if (!text.starts_with(instructions_open) || at == std::string::npos) continue;
        const std::string name = text.substr(at + instructions_grammar.size());
        return name.substr(0, name.find(';'));
    }
    return {};
}

std::vector<Operation> read_instructions(const Document& document, std::vector<NotUnderstood>& not_understood) {
    std::vector<Operation> out;
    bool opened = false;
    for (const DocumentLine& line : lines_of(document)) {
        if (!opened) {
            opened = line.text.starts_with(instructions_open);
            continue;
        }
        const bool wants_blocks = !out.empty() && out.back().op == Op::insert && out.back().unit != Unit::words;
        if (const auto block = block_on(line); block && wants_blocks) {
            Operation& operation = out.back();
            operation.lines.last = line.last_line;
            operation.inserted_text += (operation.drawn.empty() ? "" : "\n") + new_text(*block);
            operation.drawn.push_back(*block);
            continue;
        }
        std::string_view text = line.text;
        const std::string number = take_number(text);
        auto operation = number.empty() ? std::nullopt : parse_instruction(text);
        if (!operation) {
            not_understood.push_back({{line.line, line.last_line}, line.text});
            continue;
        }
        operation->id = operation->item = number;
        operation->addressed = true;
        operation->instruction = std::string(text);
        operation->lines = {line.line, line.last_line};
        out.push_back(std::move(*operation));
    }
    return out;
}

}  // namespace stet
