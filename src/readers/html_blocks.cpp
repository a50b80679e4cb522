// Folds white space, notes lines and ends blocks.
#include "readers/html_blocks.hpp"

#include <algorithm>

#include "readers/block_marks.hpp"

namespace stet {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr std::string_view no_break_space = "\u00a0";

/// A no-break space beside other white space is there to be wide, not to hold words together.
bool is_wide_gap(std::string_view text, std::size_t at) {
    if (text[at] != no_break_space[0] || !text.substr(at).starts_with(no_break_space)) return false;
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(at + no_break_space.size());
    return (!before.empty() && (is_space(before.back()) || before.ends_with(no_break_space))) ||
           (!after.empty() && (is_space(after.front()) || after.starts_with(no_break_space)));
}

}  // namespace

HtmlLines::HtmlLines(std::string_view html, std::uint32_t first_line) : first_line_(first_line) {
    for (std::size_t at = html.find('\n'); at != std::string_view::npos; at = html.find('\n', at + 1))
        breaks_.push_back(at);
}

std::uint32_t HtmlLines::operator()(std::size_t offset) const {
    const auto after = std::lower_bound(breaks_.begin(), breaks_.end(), offset);
    return first_line_ + static_cast<std::uint32_t>(after - breaks_.begin());
}

void HtmlBlockWriter::open(BlockKind kind, std::uint8_t depth, std::string_view number) {
    flush();
    kind_ = kind;
    depth_ = depth;
    number_ = number;
}

void HtmlBlockWriter::text(std::string_view text, Marks marks, std::uint32_t line) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            gap(marks);
            if (text[at] == '\n') ++line;
            ++at;
            continue;
        }
        if (lines_fold_ && is_wide_gap(text, at)) {
            gap(marks);
            at += no_break_space.size();
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end]) && !(lines_fold_ && is_wide_gap(text, end))) ++end;
        line = std::min(line, sink_.source.line_count());  // &#10; is a line break, but none of the file
        begin_word(marks, line);
        append_run(block_, text.substr(at, end - at), marks);
        last_line_ = line;
        at = end;
    }
}

void HtmlBlockWriter::preformatted(std::string_view text, Marks marks, std::uint32_t line) {
    bool blank = false;  // nothing but white space since a line break
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view words = text.substr(0, end);
        const bool empty = std::all_of(words.begin(), words.end(), is_space);
        const bool whole_line = end < text.size();
        if (empty && blank && whole_line) flush();
        this->text(words, marks, line);
        if (whole_line) break_ = true;
        blank = whole_line;
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
    }
}

void HtmlBlockWriter::gap(Marks marks) {
    gap_marks_.bits = static_cast<std::uint16_t>(gap_marks_.bits & marks.bits);
    gap_ = true;
}

void HtmlBlockWriter::line_break_or_paragraph() {
    const bool splits = break_ && (kind_ == BlockKind::paragraph || kind_ == BlockKind::list_item) && !held_;
    if (splits && !in_row_ && !block_.text.empty())
        flush();
    else
        break_ = true;
}

void HtmlBlockWriter::flush() {
    if (in_row_ || held_) {
        gap_ = true;
        return;
    }
    finish();
    kind_ = BlockKind::paragraph;
    depth_ = 0;
    number_.clear();
}

void HtmlBlockWriter::begin_row(std::uint32_t table, std::uint32_t line) {
    flush();
    in_row_ = true;
    block_.kind = BlockKind::table_row;
    block_.table = table;
    row_line_ = line;
}

void HtmlBlockWriter::begin_cell() {
    if (!block_.cells.empty()) append_run(block_, "\t", {});
    block_.cells.push_back({size(), size()});
    reset_gap();
}

void HtmlBlockWriter::end_cell() {
    block_.cells.back().end = size();
    reset_gap();
}

void HtmlBlockWriter::end_row() {
    in_row_ = false;
    finish();
}

void HtmlBlockWriter::reset_gap() {
    gap_ = break_ = false;
    gap_marks_ = all_marks;
}

/// Parts the coming word from what stands before it and notes its line.
void HtmlBlockWriter::begin_word(Marks marks, std::uint32_t line) {
    if (block_.fragments.empty()) {
        if (!in_row_) {
            block_.kind = kind_;
            block_.depth = depth_;
            block_.number = number_;
            block_.computed = !number_.empty() && number_ != "-";
        }
        block_.fragments.push_back({0, line, line, {}});
        counted_line_ = line;
    } else if (!at_start() && (gap_ || break_)) {
        const bool next_line = !in_row_ && !lines_fold_ && line > last_line_;
        const bool parted = break_ || next_line;
        append_run(block_, parted ? "\n" : " ",
                   {static_cast<std::uint16_t>(block_.runs.back().marks.bits & gap_marks_.bits & marks.bits)});
        if (parted && line != ++counted_line_) {
            block_.fragments.back().last_line = last_line_;
            block_.fragments.push_back({size(), line, line, {}});
            counted_line_ = line;
        }
    }
    reset_gap();
}

void HtmlBlockWriter::finish() {
    reset_gap();
    if (has_visible_text(block_.text)) {
        if (block_.kind == BlockKind::table_row) {
            close_row();
        } else {
            trim_end(block_);
            lines_fold_ ? close_folded() : close_fragments(block_, sink_.source, last_line_);
            if (is_aside()) block_.kind = aside_;
        }
        sink_.blocks.push_back(std::move(block_));
    }
    block_ = {};
}

/// Lines are known from the words; the source has whole lines.
void HtmlBlockWriter::close_folded() {
    const Source& source = sink_.source;
    block_.fragments.back().last_line = last_line_;
    for (Fragment& fragment : block_.fragments) {
        fragment.last_line = std::clamp(fragment.last_line, fragment.line, source.line_count());
        fragment.source = {
            source.line_begin(fragment.line),
            source.line_begin(fragment.last_line) + static_cast<std::uint32_t>(source.line(fragment.last_line).size())};
    }
}

/// A row stands from its first word's line to its last word's; its source reaches from its tag.
void HtmlBlockWriter::close_row() {
    const Source& source = sink_.source;
    Fragment& first = block_.fragments.front();
    block_.fragments.resize(1);
    first.last_line = std::min(std::max(last_line_, first.line), source.line_count());
    const std::uint32_t from = std::min(row_line_, first.line);
    first.source = {source.line_begin(from), source.line_begin(first.last_line) +
                                                 static_cast<std::uint32_t>(source.line(first.last_line).size())};
}

}  // namespace stet
