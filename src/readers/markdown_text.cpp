// Keeps the state of marks, lines and pending ~~ while a block's text grows.
#include "readers/markdown_text.hpp"

#include <algorithm>
#include <utility>

#include "readers/block_marks.hpp"
#include "readers/html_tag.hpp"
#include "readers/markdown_plain.hpp"
#include "text/letters.hpp"

namespace stet {

namespace {

/// Open tags kept at once in a block; more of them mark nothing.
constexpr std::size_t most_open_tags = 32;

constexpr std::string_view guard = "\u00a0";

}  // namespace

void MarkdownText::begin(Block block, std::uint32_t line) {
    block_ = std::move(block);
    line_ = counted_line_ = line;
    begin_ = size();
    if (block_.fragments.empty()) block_.fragments.push_back({0, line, line, {}});
    at_start_ = true;
    after_tag_break_ = false;
    at_guard_ = guarded_;
    bold_ = italic_ = 0;
    marks_ = {};
    tags_.clear();
    tildes_.clear();
    escaped_.clear();
}

void MarkdownText::append(std::string_view text, Marks marks) {
    if (at_guard_) {
        at_guard_ = false;
        if (text.starts_with(guard)) text.remove_prefix(guard.size());
    }
    if (at_start_) {
        while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
        if (text.empty()) return;
        at_start_ = false;
        after_tag_break_ = false;
    }
    append_run(block_, text, marks);
}

void MarkdownText::text(std::string_view literal) {
    std::size_t begin = 0;
    for (std::size_t at = 0; shield_.is_on() && at < literal.size(); ++at) {
        const char sign = shield_.sign_at(literal, at);
        if (sign == 0) continue;
        append_plain(literal.substr(begin, at - begin));
        escaped_.push_back(size());
        append(std::string_view(&sign, 1), marks_);
        begin = ++at + 1;
    }
    append_plain(literal.substr(begin));
}

void MarkdownText::append_plain(std::string_view text) {
    if (text.find("~~") != std::string_view::npos)
        append_with_tildes(text);
    else
        append(text, marks_);
}

void MarkdownText::append_with_tildes(std::string_view text) {
    while (true) {
        const std::size_t at = text.find("~~");
        if (at == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_not_of('~', at), text.size());
        append(text.substr(0, at), marks_);
        const char before = block_.text.size() > begin_ ? block_.text.back() : ' ';
        const char after = end < text.size() ? text[end] : 'x';
        if (end - at == 2 && before != '{' && after != '}')
            tildes_.push_back({size(), !is_blank(after), !is_blank(before)});
        append(text.substr(at, end - at), marks_);
        text.remove_prefix(end);
    }
    append(text, marks_);
}

void MarkdownText::soft_break() {
    ++line_;
    at_guard_ = guarded_;
    if (!tildes_.empty() && tildes_.back().at + 2 == size()) tildes_.back().opens = false;
    if (at_start_) {  // nothing yet to break behind: the text begins on the next line
        Fragment& fragment = block_.fragments.back();
        if (fragment.text == size()) {
            fragment.line = fragment.last_line = counted_line_ = line_;
        } else if (!after_tag_break_) {  // behind a list number that stands alone on its line
            line_break();
        }
        return;
    }
    line_break();
}

void MarkdownText::line_break() {
    if (!block_.text.empty() && block_.text.back() == ' ' && size() == begin_) {  // "5. " before a break
        block_.text.pop_back();
        trim_end(block_);
        begin_ = size();
    }
    append_run(block_, "\n", marks_);
    ++counted_line_;
    if (counted_line_ != line_) {
        block_.fragments.push_back({size(), line_, line_, {}});
        counted_line_ = line_;
    }
}

void MarkdownText::part_words() {
    if (!at_start_ && !is_blank(block_.text.back())) append(" ", marks_);
}

/// Takes the blanks off the end of the text.
void MarkdownText::trim_blanks() {
    while (size() > begin_ && block_.text.back() == ' ') block_.text.pop_back();
    while (!block_.runs.empty() && block_.runs.back().text.begin >= size()) block_.runs.pop_back();
    if (!block_.runs.empty()) block_.runs.back().text.end = size();
}

void MarkdownText::code(std::string_view literal) {
    append(literal, marks_.with(Mark::code));
}

void MarkdownText::literal(std::string_view text, Marks marks) {
    append(text, marks);
}

void MarkdownText::enter(Mark mark) {
    (mark == Mark::bold ? bold_ : italic_) += 1;
    set_marks();
}

void MarkdownText::leave(Mark mark) {
    (mark == Mark::bold ? bold_ : italic_) -= 1;
    set_marks();
}

void MarkdownText::set_marks() {
    marks_ = {};
    if (bold_ > 0) marks_ = marks_.with(Mark::bold);
    if (italic_ > 0) marks_ = marks_.with(Mark::italic);
    for (const OpenTag& tag : tags_) marks_.bits |= tag.marks.bits;
}

void MarkdownText::html(std::string_view literal) {
    const std::uint32_t line = line_;
    line_ += static_cast<std::uint32_t>(std::count(literal.begin(), literal.end(), '\n'));
    const std::optional<HtmlTag> tag = parse_html_tag(literal);
    if (!tag) {
        left_out_.add(Omitted::comment, line);
        part_words();
        return;
    }
    if (tag->name == "a" && !tag->closing) left_out_.add(Omitted::destination, line);
    if (tag->name == "img") left_out_.add(Omitted::picture, line);
    if (tag->flow == HtmlFlow::line_break) {
        if (at_start_) return;
        trim_blanks();
        append_run(block_, "\n", marks_);
        block_.fragments.push_back({size(), line_, line_, {}});
        counted_line_ = line_;
        at_start_ = after_tag_break_ = true;
    } else if (tag->flow == HtmlFlow::apart) {
        part_words();
    } else if (!tag->closing) {
        if (!tag->empty && tags_.size() < most_open_tags) tags_.push_back({tag->name, tag->marks});
        set_marks();
    } else {
        const auto open =
            std::find_if(tags_.rbegin(), tags_.rend(), [&](const OpenTag& other) { return other.name == tag->name; });
        if (open != tags_.rend()) tags_.erase(std::prev(open.base()));
        set_marks();
    }
}

/// Takes the ~~ that pair off the text and strikes what stands between them; the others stay as they are.
void MarkdownText::strike_pairs() {
    std::vector<std::uint32_t> open;
    std::vector<MarkedSpan> struck;
    std::vector<Span> removed;
    for (const Tildes& tildes : tildes_) {
        if (tildes.closes && !open.empty()) {
            struck.push_back({{open.back() + 2, tildes.at}, Mark::struck});
            removed.push_back({open.back(), open.back() + 2});
            removed.push_back({tildes.at, tildes.at + 2});
            open.pop_back();
        } else if (tildes.opens) {
            open.push_back(tildes.at);
        }
    }
    if (struck.empty()) return;
    std::sort(removed.begin(), removed.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::size_t gone = 0;
    for (std::uint32_t& at : escaped_) {
        while (gone < removed.size() && removed[gone].end <= at) ++gone;
        at -= static_cast<std::uint32_t>(2 * gone);
    }
    rewrite_block(block_, struck, removed);
}

Block MarkdownText::finish() {
    if (!tildes_.empty() && tildes_.back().at + 2 == size()) tildes_.back().opens = false;
    if (!tildes_.empty()) strike_pairs();
    trim_end(block_);
    return std::move(block_);
}

}  // namespace stet
