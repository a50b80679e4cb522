// Escapes and signs.
//
// A sign opens only where CommonMark lets it ("left-flanking"): `word~~(s)~~` strikes nothing, since the sign stands
// between a letter and a bracket. There an empty comment, `word<!-- -->~~(s)~~`, parts them and shows nothing.
#include "writers/markdown_line.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/characters.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

using utf8::CharacterKind;

constexpr std::string_view separator = "<!-- -->";
constexpr std::size_t line_beginning = 16;  ///< longer than any number that begins a list

struct MarkElement {
    Mark mark;
    std::string_view name;
};

constexpr MarkElement mark_elements[] = {
    {Mark::bold, "b"},          {Mark::italic, "i"},       {Mark::underline, "u"},   {Mark::struck, "s"},
    {Mark::inserted, "ins"},    {Mark::highlight, "mark"}, {Mark::comment, "small"}, {Mark::code, "code"},
    {Mark::superscript, "sup"}, {Mark::subscript, "sub"},
};

/// White space to Markdown, and what of the controls readers would not show.
bool is_white(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7F;
}

bool is_alphanumeric(char c) {
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_wide_space(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) >= 0x80 &&
           utf8::kind_of(utf8::decode(text, at).code) == CharacterKind::space;
}

/// Whether any version of CommonMark may take it for punctuation (0.31 counts symbols, 0.29 does not).
bool may_be_punctuation(char32_t code) {
    const CharacterKind kind = utf8::kind_of(code);
    return kind == CharacterKind::punctuation || kind == CharacterKind::symbol;
}

/// Whether every version takes it for white space or punctuation.
bool parts_words(char32_t code) {
    const CharacterKind kind = utf8::kind_of(code);
    if (code < 0x80 && kind == CharacterKind::symbol) return true;
    return kind == CharacterKind::space || kind == CharacterKind::punctuation;
}

/// One to nine digits from the line's start to its end: with "." or ")" behind them a list would begin.
bool is_list_number(std::string_view line) {
    std::size_t at = line.size();
    while (at > 0 && line.size() - at < 10 && is_digit(line[at - 1])) --at;
    return at < line.size() && line.size() - at < 10 && (at == 0 || line[at - 1] == '\n');
}

bool ends_with(std::string_view line, std::string_view lower) {
    if (line.size() < lower.size()) return false;
    return std::equal(lower.begin(), lower.end(), line.end() - static_cast<std::ptrdiff_t>(lower.size()),
                      [](char a, char b) { return a == (b | 0x20); });
}

bool ends_with_scheme(std::string_view line) {
    return ends_with(line, "http") || ends_with(line, "https") || ends_with(line, "ftp");
}

bool is_critic_byte(char c) {
    return std::string_view("+-~<>={}").find(c) != std::string_view::npos;
}

std::string_view opening_sign(MarkdownSigns signs, EditOp op) {
    if (signs == MarkdownSigns::critic) return op == EditOp::deleted ? "{--" : "{++";
    return op == EditOp::deleted ? "~~" : "**";
}

std::string_view closing_sign(MarkdownSigns signs, EditOp op) {
    if (signs == MarkdownSigns::critic) return op == EditOp::deleted ? "--}" : "++}";
    return op == EditOp::deleted ? "~~" : "**";
}

}  // namespace

void MarkdownLine::add(const std::vector<PrintRun>& runs) {
    bool any = false;  // of the words before the next note
    for (std::size_t i = 0; i < runs.size(); ++i) {
        add_run(runs[i]);
        any = any || runs[i].text.find_first_not_of(" \n\t") != std::string_view::npos;
        const auto goes_on = [&](const PrintRun& next) {
            return next.op == runs[i].op && next.by == runs[i].by && next.conflict == runs[i].conflict;
        };
        if (i + 1 < runs.size() && goes_on(runs[i + 1])) continue;
        const bool noted = any && runs[i].by != no_party && runs[i].op != EditOp::equal;
        any = false;
        if (!noted) continue;
        const std::string_view after = space_;
        space_ = {};
        add_note((runs[i].by == both_parties ? "A and B"
                  : has_party(runs[i].by, 0) ? "A"
                                             : "B") +
                 std::string(runs[i].conflict ? ", conflict" : ""));
        if (after == "\n") space_ = after;
    }
}

void MarkdownLine::add_note(std::string_view text) {
    change_op(EditOp::equal);
    if (space_.empty()) space_ = " ";
    put_space();
    out_ += signs_ == MarkdownSigns::critic ? "{>>" : "*[";
    const std::string before_line = before_line_;
    const std::string after_line = after_line_;
    append_escaped(text);
    before_line_ = before_line;  // a processor takes the note out
    after_line_ = after_line;
    out_ += signs_ == MarkdownSigns::critic ? "<<}" : "]*";
    space_ = " ";
}

std::string MarkdownLine::finish() {
    change_op(EditOp::equal);
    space_ = {};
    return std::move(out_);
}

void MarkdownLine::add_run(const PrintRun& run) {
    change_op(run.op);
    const std::string_view text = put_leading_space(run.text);
    std::size_t end = text.size();
    while (end > 0) {
        const utf8::Decoded last = utf8::decode_before(text, end);
        if (last.code > 0x7F ? utf8::kind_of(last.code) != CharacterKind::space : !is_white(text[end - 1])) break;
        end -= last.size;
    }
    if (end > 0) put_core(run, text.substr(0, end));
    put_leading_space(text.substr(end));
}

std::string_view MarkdownLine::put_leading_space(std::string_view text) {
    while (!text.empty()) {
        if (is_white(text.front())) {
            space_ = text.front() == '\n' || space_ == "\n" ? "\n" : " ";
            text.remove_prefix(1);
            continue;
        }
        if (!is_wide_space(text, 0)) break;
        if (open_) close_sign();
        put_space();
        const std::size_t size = utf8::decode(text, 0).size;
        out_ += text.substr(0, size);
        text.remove_prefix(size);
    }
    return text;
}

void MarkdownLine::put_core(const PrintRun& run, std::string_view core) {
    if (run.op != EditOp::equal && !open_)
        open_sign();
    else
        put_space();
    for (const MarkElement& element : mark_elements) {
        if (!run.marks.has(element.mark)) continue;
        out_.append("<").append(element.name).append(">");
        append_to_lines("<");
    }
    append_escaped(core);
    for (auto element = std::rbegin(mark_elements); element != std::rend(mark_elements); ++element)
        if (run.marks.has(element->mark)) out_.append("</").append(element->name).append(">");
    part_signs();
    sign_before_ = false;
}

void MarkdownLine::change_op(EditOp op) {
    if (op == op_) return;
    if (open_) close_sign();
    op_ = op;
}

void MarkdownLine::open_sign() {
    // Side by side, signs would hide each other's neighbours from a reader that sees through "~~".
    if (signs_ == MarkdownSigns::emphasis && sign_before_ && space_.empty()) space_ = " ";
    put_space();
    if (signs_ == MarkdownSigns::emphasis) opened_at_ = out_.size();
    out_ += opening_sign(signs_, op_);
    open_ = true;
}

void MarkdownLine::close_sign() {
    open_ = false;
    const char32_t last = utf8::decode_before(out_, out_.size()).code;
    out_ += closing_sign(signs_, op_);
    if (signs_ == MarkdownSigns::critic) return;
    sign_before_ = true;
    if (may_be_punctuation(last)) closed_at_ = out_.size();
}

/// Where a sign that was just written, or the one before what was just written, would not be read as one: parts it.
void MarkdownLine::part_signs() {
    if (opened_at_ != std::string::npos) {
        const std::size_t at = opened_at_;
        const char32_t first = utf8::decode(out_, at + opening_sign(signs_, op_).size()).code;
        const bool parted = at == 0 || parts_words(utf8::decode_before(out_, at).code);
        if (may_be_punctuation(first) && !parted) out_.insert(at, separator);
    } else if (closed_at_ < out_.size()) {
        if (!parts_words(utf8::decode(out_, closed_at_).code)) out_.insert(closed_at_, separator);
    }
    opened_at_ = closed_at_ = std::string::npos;
}

void MarkdownLine::put_space() {
    if (!space_.empty() && !out_.empty())
        out_ += space_ == "\n" && place_ != MarkdownPlace::paragraph ? std::string_view("<br>") : space_;
    if (!space_.empty()) sign_before_ = false;
    if (space_ == "\n") {
        before_line_.clear();
        after_line_.clear();
    }
    space_ = {};
}

void MarkdownLine::append_escaped(std::string_view core) {
    for (std::size_t at = 0; at < core.size(); ++at) {
        if (!is_white(core[at])) {
            if (needs_escape(core, at)) out_.push_back('\\');
            out_.push_back(core[at]);
            append_to_lines(core.substr(at, 1));
            continue;
        }
        bool line_break = core[at] == '\n';
        for (; at + 1 < core.size() && is_white(core[at + 1]); ++at) line_break = line_break || core[at + 1] == '\n';
        out_ += !line_break ? " " : place_ == MarkdownPlace::paragraph ? "\n" : "<br>";
        append_to_lines(line_break ? "\n" : " ");
    }
}

bool MarkdownLine::needs_escape(std::string_view core, std::size_t at) const {
    const bool last = at + 1 == core.size();
    const char next = last ? ' ' : core[at + 1];
    switch (core[at]) {
        case '\\':
        case '`':
        case '*':
        case '[':
        case '<':
        case '~':
        case '|':
        case '$':
            return true;
        case '{':
            if (next == '.') return true;  // a span with a class
            break;
        case '_':
            return out_.empty() || !is_alphanumeric(out_.back()) || !is_alphanumeric(next);
        case '&':
            return last || next == '#' || is_alphanumeric(next);
        default:
            break;
    }
    if (signs_ == MarkdownSigns::critic && is_critic_byte(core[at])) {
        const bool brace = core[at] == '{' || core[at] == '}';
        const auto is_brace = [](char c) { return c == '{' || c == '}'; };
        if (brace || at == 0 || last || is_brace(core[at - 1]) || is_brace(next)) return true;
    }
    return begins_block(core, at);
}

/// Whether a character would begin something that is no text: a list, a heading, a quotation, a link's address.
bool MarkdownLine::begins_block(std::string_view core, std::size_t at) const {
    const char c = core[at];
    const char next = at + 1 < core.size() ? core[at + 1] : ' ';
    if (c == '.' && ends_with(out_, "www")) return true;
    if (c == ':' && (next == '/' || at + 1 == core.size()) && ends_with_scheme(out_)) return true;
    if (place_ == MarkdownPlace::heading && c == '#') return core.find_first_not_of('#', at) == std::string_view::npos;
    if (place_ != MarkdownPlace::paragraph) return false;
    if (signs_ == MarkdownSigns::emphasis) return begins_block(out_, c, next);
    return (op_ != EditOp::inserted && begins_block(before_line_, c, next)) ||
           (op_ != EditOp::deleted && begins_block(after_line_, c, next));
}

bool MarkdownLine::begins_block(std::string_view line, char c, char next) const {
    if (c == '.' || c == ')') return is_white(next) && is_list_number(line);
    const bool line_start = line.empty() || line.back() == '\n';
    return line_start && std::string_view("#>+-=:").find(c) != std::string_view::npos;
}

/// Notes how the lines begin; more than a list's number is never asked for.
void MarkdownLine::append_to_lines(std::string_view text) {
    if (signs_ == MarkdownSigns::emphasis) return;
    for (std::string* line : {&before_line_, &after_line_}) {
        if (op_ == (line == &before_line_ ? EditOp::inserted : EditOp::deleted)) continue;
        if (text == "\n")
            line->clear();
        else if (line->size() < line_beginning)
            *line += text;
    }
}

std::string markdown_text(std::string_view text) {
    MarkdownLine line(MarkdownSigns::emphasis, MarkdownPlace::cell);
    line.add_text(text);
    return line.finish();
}

std::string markdown_paragraph(std::string_view text) {
    MarkdownLine line(MarkdownSigns::emphasis, MarkdownPlace::paragraph);
    line.add_text(text);
    return line.finish();
}

}  // namespace stet
