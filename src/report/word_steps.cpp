// A hunk grows by a word on either side until carrying it out gives the very text.
#include "report/word_steps.hpp"

#include <algorithm>
#include <optional>

#include "proposal/find_words.hpp"

namespace stet {

namespace {

constexpr std::size_t anchor_tokens = 6;

/// Tokens [first, end) of the block go; `with` comes.
struct Step {
    std::size_t first = 0;
    std::size_t end = 0;
    std::string with;
};

class Steps {
public:
    Steps(const Document& document, BlockId block, const std::vector<Hunk>& hunks, std::uint32_t from)
        : text_(document.blocks[block].text), tokens_(face_tokens(document, block)), hunks_(hunks) {
        while (low_ < tokens_.size() && tokens_[low_].text.begin < from) ++low_;
    }

    std::optional<std::vector<Operation>> run() {
        for (std::size_t margin = 0; margin < 4; ++margin)
            if (auto steps = operations(steps_with(margin))) return steps;
        if (tokens_.size() == low_) return std::nullopt;
        const Span rest = bounds({low_, tokens_.size(), {}});
        return operations({{low_, tokens_.size(), made(rest.begin, rest.end)}});
    }

private:
    /// What the hunks make of text[begin, end).
    std::string made(std::uint32_t begin, std::uint32_t end) const {
        std::string out;
        std::uint32_t at = begin;
        for (const Hunk& hunk : hunks_) {
            if (hunk.cut.begin < begin || hunk.cut.end > end) continue;
            out.append(text_, at, hunk.cut.begin - at).append(hunk.with);
            at = hunk.cut.end;
        }
        return out.append(text_, at, end - at);
    }

    std::vector<Step> steps_with(std::size_t margin) const {
        std::vector<Step> steps;
        for (const Hunk& hunk : hunks_) {
            Step step = step_of(hunk, margin);
            if (!steps.empty() && (step.first < steps.back().end || (margin > 0 && touch(steps.back(), step)))) {
                steps.back().end = std::max(steps.back().end, step.end);
                steps.back().with = made(bounds(steps.back()).begin, bounds(steps.back()).end);
                continue;
            }
            if (step.first == step.end && one_line(step.with).empty()) continue;
            steps.push_back(std::move(step));
        }
        return steps;
    }

    Step step_of(const Hunk& hunk, std::size_t margin) const {
        Step step;
        step.first = low_;
        while (step.first < tokens_.size() && tokens_[step.first].text.end <= hunk.cut.begin) ++step.first;
        step.end = step.first;
        while (step.end < tokens_.size() && tokens_[step.end].text.begin < hunk.cut.end) ++step.end;
        step.with = hunk.with;
        const bool cuts_words = step.first < step.end && (tokens_[step.first].text.begin < hunk.cut.begin ||
                                                          tokens_[step.end - 1].text.end > hunk.cut.end);
        if (margin == 0 && !cuts_words) return step;
        for (std::size_t i = 0; i < margin; ++i) {
            const std::uint32_t begin = i == 0 ? hunk.cut.begin : tokens_[step.first].text.begin;
            if (step.first > low_ && !has_border(tokens_[step.first - 1].text.end, begin)) --step.first;
            const std::uint32_t end = i == 0 || step.end == 0 ? hunk.cut.end : tokens_[step.end - 1].text.end;
            if (step.end < tokens_.size() && !has_border(end, tokens_[step.end].text.begin)) ++step.end;
        }
        const Span span = bounds(step);
        step.with = made(span.begin, span.end);
        return step;
    }

    /// One begins where the other ends, in one cell.
    bool touch(const Step& step, const Step& next) const {
        return next.first == step.end && (step.end == 0 || same_cell(step.end - 1, step.end));
    }

    /// No border of cells stands between two neighbours.
    bool same_cell(std::size_t left, std::size_t right) const {
        return right >= tokens_.size() || !has_border(tokens_[left].text.end, tokens_[right].text.begin);
    }

    bool has_border(std::uint32_t begin, std::uint32_t end) const {
        return begin < end && std::string_view(text_).substr(begin, end - begin).find('\t') != std::string_view::npos;
    }

    Span bounds(const Step& step) const {
        if (step.first == step.end) return {0, 0};
        const auto size = static_cast<std::uint32_t>(text_.size());
        if (step.first == low_ && step.end == tokens_.size()) return {low_ == 0 ? 0 : tokens_[low_].text.begin, size};
        return {tokens_[step.first].text.begin, tokens_[step.end - 1].text.end};
    }

    /// The steps as operations, where carrying them out gives what the hunks give.
    std::optional<std::vector<Operation>> operations(const std::vector<Step>& steps) const {
        std::vector<Operation> out;
        std::string result;
        std::uint32_t at = 0;
        for (const Step& step : steps) {
            const auto operation = operation_of(step);
            if (!operation) return std::nullopt;
            const WordChange change = change_of(step);
            if (change.cut.begin < at) return std::nullopt;
            result.append(text_, at, change.cut.begin - at).append(change.with);
            at = change.cut.end;
            out.push_back(*operation);
        }
        result.append(text_, at);
        if (one_line(result) != one_line(made(0, static_cast<std::uint32_t>(text_.size())))) return std::nullopt;
        return out;
    }

    Span span_of(std::size_t first, std::size_t end) const {
        return {tokens_[first].text.begin, tokens_[end - 1].text.end};
    }

    WordChange change_of(const Step& step) const {
        const std::string with = one_line(step.with);
        if (step.first < step.end) return replace_words(text_, span_of(step.first, step.end), with);
        return insert_words(text_, step.first == 0 ? 0 : tokens_[step.first - 1].text.end, with);
    }

    std::optional<Operation> operation_of(const Step& step) const {
        Operation out;
        out.unit = Unit::words;
        out.inserted_text = one_line(step.with);
        if (step.first < step.end) {
            out.op = out.inserted_text.empty() ? Op::remove : Op::substitute;
            return say_words(step.first, step.end, out.struck_text, out.place) ? std::optional(out) : std::nullopt;
        }
        out.op = Op::insert;
        out.position = step.first == 0                ? PositionKind::start
                       : step.first == tokens_.size() ? PositionKind::end
                                                      : PositionKind::after;
        if (out.position != PositionKind::after) return out;
        if (!same_cell(step.first - 1, step.first)) return std::nullopt;
        const std::size_t from = std::max(step.first > anchor_tokens ? step.first - anchor_tokens : 0, low_);
        if (from == step.first) return std::nullopt;
        return say_words(from, step.first, out.anchor_words, out.place) ? std::optional(out) : std::nullopt;
    }

    /// Quotes tokens [first, end); says which of their places is meant where there are several.
    bool say_words(std::size_t first, std::size_t end, std::string& words, std::uint32_t& place) const {
        const Span span = span_of(first, end);
        words = one_line(std::string_view(text_).substr(span.begin, span.size()));
        const std::vector<Span> places = find_words(text_, tokens_, words);
        const auto there = std::find(places.begin(), places.end(), span);
        if (there == places.end()) return false;
        if (places.size() > 1) place = static_cast<std::uint32_t>(there - places.begin()) + 1;
        return true;
    }

    const std::string& text_;
    std::vector<Token> tokens_;
    const std::vector<Hunk>& hunks_;
    std::size_t low_ = 0;  ///< the first token that may be struck or quoted
};

}  // namespace

std::optional<std::vector<Operation>> word_steps(const Document& document, BlockId block,
                                                 const std::vector<Hunk>& hunks, std::uint32_t from) {
    return Steps(document, block, hunks, from).run();
}

}  // namespace stet
