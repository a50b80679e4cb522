// Cuts the aside stretches out of a pair of texts and numbers the hunks of what is left.
#include "redline/hunks.hpp"

#include <algorithm>

#include "text/letters.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

/// Appends text[from, to) when the span goes forward.
void append_between(std::string& out, std::string_view text, std::uint32_t from, std::uint32_t to) {
    if (from < to && to <= text.size()) out += text.substr(from, to - from);
}

Span append_span(std::string& out, std::string_view text, Span span) {
    const auto begin = static_cast<std::uint32_t>(out.size());
    append_between(out, text, span.begin, span.end);
    return {begin, static_cast<std::uint32_t>(out.size())};
}

bool ends_sentence(char c) {
    return c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
}

/// Less than two words, and no sentence ends in it.
bool is_bridge(std::string_view text) {
    unsigned words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_blank(text[i])) {
            inside = false;
        } else if (is_word_byte(text[i]) && !inside) {
            inside = true;
            if (++words > 1) return false;
        }
        if (ends_sentence(text[i]) && (i + 1 == text.size() || is_blank(text[i + 1]))) return false;
    }
    return true;
}

/// Whether a sentence may begin at `at`.
bool begins_sentence_at(std::string_view text, std::size_t at) {
    constexpr std::string_view closing = "\"')]";
    while (at > 0 && is_blank(text[at - 1])) --at;
    while (at > 0 && closing.find(text[at - 1]) != std::string_view::npos) --at;
    return at == 0 || ends_sentence(text[at - 1]);
}

}  // namespace

namespace {

/// Copies one side of the edits and tells where it leaves text out.
struct SideCopy {
    std::string_view text;
    std::string& out;
    std::uint32_t end = 0;
    bool begun = false;

    /// Bytes between this span and the one before (a tab for each cell); they are copied, too.
    std::int64_t gap_before(Span span) {
        const std::int64_t gap = begun && end < span.begin ? span.begin - end : 0;
        append_between(out, text, end, end + static_cast<std::uint32_t>(gap));
        begun = true;
        end = span.end;
        return gap;
    }
};

}  // namespace

ComparedTexts compared_texts(std::string_view before, std::string_view after, std::span<const Edit> edits) {
    ComparedTexts texts;
    texts.before.reserve(before.size());
    texts.after.reserve(after.size());
    texts.edits.reserve(edits.size());
    SideCopy before_copy{before, texts.before}, after_copy{after, texts.after};
    std::int64_t lead = 0;  // cells of the before side that the after side has not met yet
    bool parted = false;
    for (const Edit& edit : edits) {
        const std::int64_t before_gap = edit.op == EditOp::inserted ? 0 : before_copy.gap_before(edit.before);
        const std::int64_t after_gap = edit.op == EditOp::deleted ? 0 : after_copy.gap_before(edit.after);
        parted = parted || (before_gap > 0 && lead + before_gap > 0);
        lead += before_gap - after_gap;
        parted = parted || (after_gap > 0 && lead < 0);
        if (edit.aside) continue;
        Edit kept{edit.op, false, {}, {}};
        kept.before = append_span(texts.before, before, edit.op == EditOp::inserted ? Span{} : edit.before);
        kept.after = append_span(texts.after, after, edit.op == EditOp::deleted ? Span{} : edit.after);
        texts.edits.push_back(kept);
        texts.begins_cell.push_back(parted);
        parted = false;
    }
    return texts;
}

namespace {

/// No printed value, and no phrase that is looked for, reaches so far from the words that changed, in bytes.
constexpr std::uint32_t farthest = 200;

}  // namespace

Span around_changes(const ComparedTexts& texts, Span Edit::*side) {
    const std::string_view text = side == &Edit::before ? texts.before : texts.after;
    const auto changes = [](const Edit& edit) { return edit.op != EditOp::equal; };
    const auto first = std::find_if(texts.edits.begin(), texts.edits.end(), changes);
    if (first == texts.edits.end()) return {};
    const auto last = std::find_if(texts.edits.rbegin(), texts.edits.rend(), changes);
    Span span{(*first.*side).begin, (*last.*side).end};
    span.begin = span.begin > farthest ? span.begin - farthest : 0;
    span.end = std::min(span.end + farthest, static_cast<std::uint32_t>(text.size()));
    while (span.begin > 0 && text[span.begin - 1] != ' ') --span.begin;
    while (span.end < text.size() && text[span.end] != ' ') ++span.end;
    return span;
}

std::vector<std::uint32_t> hunks_of(const ComparedTexts& texts) {
    std::vector<std::uint32_t> hunks(texts.edits.size(), none);
    std::uint32_t next = 0;
    std::size_t last = 0;  // the last edit of the hunk before
    bool open = false;     // whether that hunk may go on
    std::string between;   // equal text since then
    for (std::size_t i = 0; i < texts.edits.size(); ++i) {
        const Edit& edit = texts.edits[i];
        if (texts.begins_cell[i]) open = false;
        if (edit.op == EditOp::equal) {
            const std::string_view text = std::string_view(texts.after).substr(edit.after.begin, edit.after.size());
            if (open) between += text.substr(0, 256);
            open = open && text.size() <= 256 && between.size() <= 256 && is_bridge(between);
            continue;
        }
        if (open) {
            std::fill(hunks.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                      hunks.begin() + static_cast<std::ptrdiff_t>(i), next - 1);
            hunks[i] = next - 1;
        } else {
            hunks[i] = next++;
        }
        last = i;
        open = true;
        between.clear();
    }
    return hunks;
}

bool is_whole_sentences(const ComparedTexts& texts, std::size_t first, std::size_t last) {
    const EditOp op = texts.edits[first].op;
    if (op == EditOp::equal) return false;
    for (std::size_t i = first; i < last; ++i) {
        if (texts.edits[i].op != op) return false;
    }
    const std::string_view text = op == EditOp::deleted ? texts.before : texts.after;
    const auto side = [op](const Edit& edit) { return op == EditOp::deleted ? edit.before : edit.after; };
    std::size_t begin = side(texts.edits[first]).begin, end = side(texts.edits[last - 1]).end;
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    if (begin == end || !begins_sentence_at(text, begin)) return false;
    return end == text.size() || begins_sentence_at(text, end);
}

}  // namespace stet
