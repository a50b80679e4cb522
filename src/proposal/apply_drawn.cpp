// A longest common subsequence of words carries each mark from the printed paragraph to the base.
#include "proposal/apply_drawn.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "diff/sequence.hpp"
#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t most_differences = 5;

/// Words struck, written in, or both, at one place of the printed paragraph: old tokens [first, end).
struct PrintedMark {
    std::size_t first = 0;
    std::size_t end = 0;
    std::string struck;
    std::string inserted;
};

/// Whether `part` is one of the stretches that a text is made of.
bool is_stretch_of(const std::string& text, const std::string& part) {
    const std::string wanted = one_line(part);
    if (wanted.empty()) return false;
    std::string all = text;
    for (std::size_t at; (at = all.find('\n')) != std::string::npos;) all.replace(at, 1, " … ");
    const std::string folded = one_line(all);
    for (std::size_t at = folded.find(wanted); at != std::string::npos; at = folded.find(wanted, at + 1)) {
        constexpr std::string_view gap = " … ";
        const bool begins = at == 0 || folded.substr(0, at).ends_with(gap);
        const std::size_t end = at + wanted.size();
        if (begins && (end == folded.size() || folded.substr(end).starts_with(gap))) return true;
    }
    return false;
}

/// A token of the base and where it is.
struct BaseToken {
    Token token;
    BlockId block = 0;
};

class Overlay {
public:
    Overlay(const Document& base, const BaseText& text, const std::vector<BlockId>& blocks, const DrawnBlock& drawn,
            const Operation& operation, std::uint32_t by)
        : base_(base), drawn_(drawn), operation_(operation), by_(by) {
        for (const BlockId block : blocks)
            for (const Token& token : text.tokens(block)) tokens_.push_back({token, block});
    }

    LaidOver run() {
        read_marks();
        pair();
        for (const PrintedMark& mark : marks_) {
            if (!belongs(mark)) continue;
            carry(mark);
            if (!result_.reason.empty()) return std::move(result_);
        }
        tell_differences();
        return std::move(result_);
    }

private:
    void read_marks() {
        for (const DrawnRun& run : drawn_.runs) {
            const bool blank = one_line(run.text).empty();
            if (run.kind == DrawnRun::kept) {
                if (!blank) open_ = false;
                append_old(run.text);
                continue;
            }
            if (!open_) marks_.push_back({old_tokens_.size(), old_tokens_.size(), {}, {}});
            open_ = true;
            PrintedMark& mark = marks_.back();
            if (run.kind == DrawnRun::struck) {
                append_old(run.text);
                mark.struck += run.text;
                mark.end = old_tokens_.size();
            } else {
                mark.inserted += run.text;
            }
        }
    }

    void append_old(const std::string& text) {
        const auto begin = static_cast<std::uint32_t>(old_.size());
        old_ += text;
        tokenize(old_, {begin, static_cast<std::uint32_t>(old_.size())}, old_tokens_);
    }

    void pair() {
        std::vector<std::uint64_t> before;
        std::vector<std::uint64_t> after;
        for (const Token& token : old_tokens_) before.push_back(token.key);
        for (const BaseToken& one : tokens_) after.push_back(one.token.key);
        partner_.assign(old_tokens_.size(), none);
        if (const auto place = only_place(before, after)) {
            std::iota(partner_.begin(), partner_.end(), *place);
            return;
        }
        for (const auto& [old, here] : common_subsequence(before, after)) partner_[old] = here;
    }

    /// Where words stand one behind the other, if they do once: scattered, they may stand in front of it, too.
    static std::optional<std::uint32_t> only_place(const std::vector<std::uint64_t>& words,
                                                   const std::vector<std::uint64_t>& text) {
        const auto first = std::search(text.begin(), text.end(), words.begin(), words.end());
        if (words.empty() || first == text.end()) return std::nullopt;
        if (std::search(first + 1, text.end(), words.begin(), words.end()) != text.end()) return std::nullopt;
        return static_cast<std::uint32_t>(first - text.begin());
    }

    bool belongs(const PrintedMark& mark) const {
        const bool struck = one_line(mark.struck).empty() || is_stretch_of(operation_.struck_text, mark.struck);
        const bool inserted = one_line(mark.inserted).empty() || is_stretch_of(operation_.inserted_text, mark.inserted);
        return struck && inserted;
    }

    void carry(const PrintedMark& mark) {
        if (mark.first == mark.end) {
            insert(mark);
            return;
        }
        std::uint32_t first = none;
        std::uint32_t last = none;
        std::size_t found = 0;
        for (std::size_t i = mark.first; i < mark.end; ++i) {
            if (partner_[i] == none) continue;
            if (first == none) first = partner_[i];
            last = partner_[i];
            ++found;
        }
        const std::size_t size = mark.end - mark.first;
        const bool enough = found == size || (size >= 12 && found * 5 >= size * 4);
        if (!enough || last - first + 1 > size + size / 4) {
            result_.reason =
                "the struck words are not in the base as they are printed: “" + one_line(mark.struck) + "”";
            return;
        }
        if (const std::string beside = unmarked_beside(mark); !beside.empty()) {
            result_.reason = "beside the struck words “" + one_line(mark.struck) + "” stands “" + beside +
                             "”, which the base does not have and no mark says is new: whether it comes is not said";
            return;
        }
        cut(first, last, one_line(mark.inserted));
    }

    /// Words that are printed right in front of struck ones or behind them, without a mark, and that the base does not
    /// have: "by the Company. ~~only with consent.~~"; none where the base has others in their place.
    std::string unmarked_beside(const PrintedMark& mark) const {
        std::size_t first = mark.first;
        while (first > 0 && partner_[first - 1] == none) --first;
        std::size_t end = mark.end;
        while (end < partner_.size() && partner_[end] == none) ++end;
        const auto here = [&](std::size_t old) { return partner_[old]; };
        const bool joins_before = first > 0 && here(first - 1) + 1 == here(mark.first);
        if (first < mark.first && joins_before) return printed_words(first, mark.first);
        const bool joins_behind = end < partner_.size() && here(mark.end - 1) + 1 == here(end);
        return end > mark.end && joins_behind ? printed_words(mark.end, end) : std::string();
    }

    /// What is printed from one old token to another; nothing where that is marks of punctuation alone.
    std::string printed_words(std::size_t first, std::size_t end) const {
        const bool words = std::any_of(old_tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                       old_tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                       [](const Token& one) { return one.kind != TokenKind::punctuation; });
        if (!words) return {};
        const std::uint32_t begin = old_tokens_[first].text.begin;
        return one_line(std::string_view(old_).substr(begin, old_tokens_[end - 1].text.end - begin));
    }

    /// Tokens [first, last] go, block by block; new words stand where the first of them stood.
    void cut(std::uint32_t first, std::uint32_t last, std::string with) {
        for (std::uint32_t i = first; i <= last; ++i) cut_.push_back(i);
        for (std::uint32_t from = first; from <= last;) {
            const BlockId block = tokens_[from].block;
            std::uint32_t to = from;
            while (to < last && tokens_[to + 1].block == block) ++to;
            const bool opens = from == 0 || tokens_[from - 1].block != block;
            const bool ends = to + 1 == tokens_.size() || tokens_[to + 1].block != block;
            if (opens && ends && with.empty()) {
                result_.removals.push_back({block, block + 1, by_});
            } else {
                const Span span{tokens_[from].token.text.begin, tokens_[to].token.text.end};
                const WordChange change = replace_words(base_.blocks[block].text, span, with);
                result_.splices.push_back({block, change.cut, change.with, by_});
            }
            with.clear();
            from = to + 1;
        }
    }

    void insert(const PrintedMark& mark) {
        std::uint32_t beside = none;
        bool behind = true;
        if (mark.first > 0 && partner_[mark.first - 1] != none) {
            beside = partner_[mark.first - 1];
        } else if (mark.first < old_tokens_.size() && partner_[mark.first] != none) {
            beside = partner_[mark.first];
            behind = false;
        }
        if (beside == none) {
            result_.reason = "the words beside the insertion are not in the base as they are printed";
            return;
        }
        if (const std::string there = said_already(mark); !there.empty()) {
            result_.reason = "the base has nearly the new words there already: “" + there + "”, and “" +
                             one_line(mark.inserted) + "” is to come; whether one gives way to the other is not said";
            return;
        }
        const BaseToken& one = tokens_[beside];
        const WordChange change = insert_words(
            base_.blocks[one.block].text, behind ? one.token.text.end : one.token.text.begin, one_line(mark.inserted));
        result_.splices.push_back({one.block, change.cut, change.with, by_});
    }

    /// Words of the base at an insertion's place, which are not printed and are most of those that are to come.
    std::string said_already(const PrintedMark& mark) const {
        constexpr std::size_t few = 4;
        std::size_t first = mark.first;
        while (first > 0 && partner_[first - 1] == none) --first;
        std::size_t next = mark.first;
        while (next < partner_.size() && partner_[next] == none) ++next;
        const std::size_t here = first > 0 ? partner_[first - 1] + 1 : 0;
        const std::size_t stop = next < partner_.size() ? partner_[next] : tokens_.size();
        const std::vector<std::uint64_t> fresh = word_keys(mark.inserted);
        std::vector<std::uint64_t> there;
        for (std::size_t i = here; i < stop; ++i)
            if (tokens_[i].token.kind != TokenKind::punctuation) there.push_back(tokens_[i].token.key);
        const std::size_t shared = common_subsequence(fresh, there).size();
        const bool most = shared >= few && shared * 10 >= fresh.size() * 7;
        return most ? base_words(here, stop) : std::string();
    }

    bool in_label(const BaseToken& one) const {
        const Span label = base_.places[one.block].label;
        return one.token.text.begin < label.end && one.token.text.end > label.begin;
    }

    /// What the base has from one token to another, a break between blocks as a blank.
    std::string base_words(std::size_t first, std::size_t end) const {
        std::string out;
        for (std::size_t from = first; from < end;) {
            std::size_t to = from;
            while (to + 1 < end && tokens_[to + 1].block == tokens_[from].block) ++to;
            const Span span{tokens_[from].token.text.begin, tokens_[to].token.text.end};
            out.append(out.empty() ? "" : " ").append(base_.blocks[tokens_[from].block].text, span.begin, span.size());
            from = to + 1;
        }
        return one_line(out);
    }

    /// "(TA 3/20)" behind a label: how the item stands, and no word of the text.
    bool is_status_mark(const std::string& printed, std::size_t here) const {
        return operation_.status != Status::open && printed.starts_with('(') && printed.ends_with(')') &&
               ((here < tokens_.size() && in_label(tokens_[here])) || (here > 0 && in_label(tokens_[here - 1])));
    }

    /// "Section" before the "C." of the base, or "(b)" where its format counts: nothing of the text.
    bool is_of_label(std::size_t old, std::size_t old_end, std::size_t stop, const std::string& printed) const {
        if (old > 0 || stop >= tokens_.size()) return false;
        const BlockId block = tokens_[stop].block;
        const std::string& number = base_.nodes[base_.places[block].node].label.value;
        if (base_.blocks[block].computed) return !number.empty() && bare_label(printed) == bare_label(number);
        return old_end == 1 && in_label(tokens_[stop]);
    }

    /// Kept words that the base does not have, and words of the base that are not printed.
    void tell_differences() {
        std::vector<std::string> told;
        std::size_t here = 0;
        std::size_t old = 0;
        while (old < old_tokens_.size() || here < tokens_.size()) {
            std::size_t old_end = old;
            while (old_end < old_tokens_.size() && partner_[old_end] == none) ++old_end;
            const std::size_t stop = old_end < old_tokens_.size() ? partner_[old_end] : tokens_.size();
            tell(old, old_end, here, stop, told);
            if (old_end >= old_tokens_.size()) break;
            old = old_end + 1;
            here = stop + 1;
        }
        for (std::size_t i = 0; i < told.size() && i < most_differences; ++i) result_.remarks.push_back(told[i]);
        if (told.size() > most_differences)
            result_.remarks.push_back(std::to_string(told.size() - most_differences) + " more such differences");
    }

    void tell(std::size_t old, std::size_t old_end, std::size_t here, std::size_t stop,
              std::vector<std::string>& told) {
        if (old == old_end && here >= stop) return;
        for (std::size_t i = here; i < stop; ++i)
            if (std::find(cut_.begin(), cut_.end(), i) != cut_.end()) return;
        std::string printed =
            old == old_end
                ? ""
                : one_line(std::string_view(old_).substr(
                      old_tokens_[old].text.begin, old_tokens_[old_end - 1].text.end - old_tokens_[old].text.begin));
        std::string has = base_words(here, stop);
        if (is_status_mark(printed, here) || is_of_label(old, old_end, stop, printed)) printed.clear();
        const std::size_t first = here;
        while (here < stop && !in_label(tokens_[stop - 1]) && in_label(tokens_[here])) ++here;
        if (here > first) has = base_words(here, stop);
        const bool number = here < stop && in_label(tokens_[here]) && in_label(tokens_[stop - 1]);
        if (printed.empty() && (has.empty() || number || first == 0 || stop == tokens_.size()))
            return;  // an excerpt is printed
        if (number)
            told.push_back("the number printed is " + printed + ", the base's is " + has);
        else if (has.empty())
            told.push_back("printed, and not in the base: “" + printed + "”");
        else if (printed.empty())
            told.push_back("in the base, and not printed: “" + has + "”");
        else
            told.push_back("printed “" + printed + "”, the base has “" + has + "”");
    }

    const Document& base_;
    const DrawnBlock& drawn_;
    const Operation& operation_;
    std::uint32_t by_;
    std::vector<BaseToken> tokens_;  ///< of the blocks, in order
    bool open_ = false;
    std::string old_;
    std::vector<Token> old_tokens_;
    std::vector<PrintedMark> marks_;
    std::vector<std::uint32_t> partner_;
    std::vector<std::size_t> cut_;
    LaidOver result_;
};

}  // namespace

LaidOver lay_over_blocks(const Document& base, const BaseText& text, const std::vector<BlockId>& blocks,
                         const DrawnBlock& drawn, const Operation& operation, std::uint32_t by) {
    return Overlay(base, text, blocks, drawn, operation, by).run();
}

}  // namespace stet
