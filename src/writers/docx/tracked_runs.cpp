// Pieces of the redline to tracked stretches: white space folded, typography compared character by character.
#include "writers/docx/tracked_runs.hpp"

#include <algorithm>
#include <string_view>

#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "writers/print_runs.hpp"

namespace stet::docx {

namespace {

/// Folds white space over the stretches of one side; a line break behind a hyphen parts a word and goes.
class Folder {
public:
    std::string fold(std::string_view text) {
        std::string out;
        for (const char c : text) {
            if (!is_blank(c)) {
                out.push_back(c);
            } else if (c == '\n' && last_ == '-' && before_last_ != ' ') {
                continue;
            } else if (last_ != ' ') {
                out.push_back(' ');
            } else {
                continue;
            }
            before_last_ = last_;
            last_ = out.back();
        }
        return out;
    }

private:
    char last_ = 'x';
    char before_last_ = 'x';
};

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t blank = text.find(' ', at + 1);
        const std::size_t end = std::min(blank, text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

class RunList {
public:
    void add(Track track, Marks marks, std::string_view text) {
        if (text.empty()) return;
        if (!runs_.empty() && runs_.back().track == track && runs_.back().marks == marks)
            runs_.back().text += text;
        else
            runs_.push_back({track, marks, std::string(text)});
    }

    /// Equal words in two forms: what both begin and end with stays, the rest goes and comes.
    void add_forms(Track stays, Marks marks, std::string_view before, std::string_view after) {
        const std::vector<std::string_view> old_words = words_of(before);
        const std::vector<std::string_view> new_words = words_of(after);
        if (old_words.size() != new_words.size()) {
            add_difference(stays, marks, before, after);
            return;
        }
        for (std::size_t i = 0; i < old_words.size(); ++i) add_difference(stays, marks, old_words[i], new_words[i]);
    }

    std::vector<TrackedRun> take() { return std::move(runs_); }

private:
    /// Character by character where both have as many; else what lies between their common ends.
    void add_difference(Track stays, Marks marks, std::string_view before, std::string_view after) {
        if (utf8::length(before) == utf8::length(after)) {
            for (std::size_t b = 0, a = 0; b < before.size() && a < after.size();) {
                const std::size_t old_size = utf8::decode(before, b).size;
                const std::size_t new_size = utf8::decode(after, a).size;
                add_exchange(stays, marks, before.substr(b, old_size), after.substr(a, new_size));
                b += old_size;
                a += new_size;
            }
            return;
        }
        const std::size_t least = std::min(before.size(), after.size());
        std::size_t head = 0;
        while (head < least && before[head] == after[head]) ++head;
        while (head > 0 && (inside_character(before, head) || inside_character(after, head))) --head;
        std::size_t tail = 0;
        while (tail < least - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
        while (tail > 0 &&
               (inside_character(before, before.size() - tail) || inside_character(after, after.size() - tail)))
            --tail;
        add(stays, marks, after.substr(0, head));
        add_exchange(stays, marks, before.substr(head, before.size() - head - tail),
                     after.substr(head, after.size() - head - tail));
        add(stays, marks, after.substr(after.size() - tail));
    }

    /// At either end of a move the other form stands at the other end.
    void add_exchange(Track stays, Marks marks, std::string_view before, std::string_view after) {
        if (before == after) return add(stays, marks, after);
        if (stays != Track::moved_to) add(Track::deleted, marks, before);
        if (stays != Track::moved_from) add(Track::inserted, marks, after);
    }

    std::vector<TrackedRun> runs_;
};

/// A number that a format counts, as text.
void add_number(RunList& runs, const CountedNumber& number, Track stays) {
    const auto add = [&](Track track, std::string_view words) {
        if (!words.empty()) runs.add(track, {}, std::string(words) + " ");
    };
    if (number.before == number.after) return add(stays, number.after);
    if (stays != Track::moved_to) add(Track::deleted, number.before);
    if (stays != Track::moved_from) add(Track::inserted, number.after);
}

}  // namespace

std::vector<TrackedRun> tracked_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell) {
    const bool from = block.status == BlockStatus::moved_from && block.moved_with != none;
    const bool to = block.status == BlockStatus::moved_to && block.moved_with != none;
    const RedlineBlock& words = from ? redline.blocks[block.moved_with] : block;
    const Track stays = from ? Track::moved_from : to ? Track::moved_to : Track::none;
    RunList runs;
    Folder before;
    Folder after;
    if (cell == 0) add_number(runs, counted_number(redline, words), stays);
    for (const Piece& piece : pieces(redline, words, cell)) {
        if (piece.op == EditOp::equal && is_counted_elsewhere(piece)) continue;
        const std::string gone = piece.op == EditOp::inserted ? std::string() : before.fold(piece.before);
        const std::string fresh = piece.op == EditOp::deleted ? std::string() : after.fold(piece.after);
        if (piece.op == EditOp::equal)
            runs.add_forms(stays, piece.marks, gone, fresh);
        else if (piece.op == EditOp::deleted && !to)
            runs.add(Track::deleted, piece.marks, gone);
        else if (piece.op == EditOp::inserted && !from)
            runs.add(Track::inserted, piece.marks, fresh);
    }
    return runs.take();
}

std::vector<TrackedRun> side_runs(const Block& block, Span text, Track track) {
    RunList runs;
    Folder folder;
    for (const Run& run : block.runs) {
        const std::uint32_t begin = std::max(run.text.begin, text.begin);
        const std::uint32_t end = std::min(run.text.end, text.end);
        if (begin < end)
            runs.add(track, run.marks, folder.fold(std::string_view(block.text).substr(begin, end - begin)));
    }
    return runs.take();
}

}  // namespace stet::docx
