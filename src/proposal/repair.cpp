// Reads damaged marks.
#include "proposal/repair.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

using Pieces = std::vector<MarkedPiece>;

Span trimmed(const Block& block, Span span) {
    const std::string_view text = text_of(block, span);
    const std::size_t first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {span.begin, span.begin};
    const std::size_t last = text.find_last_not_of(" \t\n");
    return {static_cast<std::uint32_t>(span.begin + first), static_cast<std::uint32_t>(span.begin + last + 1)};
}

// ---------------------------------------------------------------- fused figures

struct Halves {
    Span old_text;
    Span new_text;
};

/// "47-45", "4341": two figures of equal length; of an odd number of digits the split whose halves are nearer.
std::optional<Halves> fused_figures(const Block& block, Span span) {
    span = trimmed(block, span);
    const std::string_view text = text_of(block, span);
    if (text.size() < 4 || text.size() > 13) return std::nullopt;
    const std::size_t hyphen = text.find('-');
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.size() <= 6 && std::all_of(part.begin(), part.end(), is_digit);
    };
    const auto halves = [&](std::size_t end, std::size_t begin) {
        return Halves{{span.begin, static_cast<std::uint32_t>(span.begin + end)},
                      {static_cast<std::uint32_t>(span.begin + begin), span.end}};
    };
    if (hyphen != std::string_view::npos) {
        if (!digits(text.substr(0, hyphen)) || !digits(text.substr(hyphen + 1))) return std::nullopt;
        return halves(hyphen, hyphen + 1);
    }
    if (!std::all_of(text.begin(), text.end(), is_digit) || text.size() > 12) return std::nullopt;
    if (text.size() % 2 == 0) return halves(text.size() / 2, text.size() / 2);
    const auto distance = [&](std::size_t at) {
        return std::abs(std::atol(std::string(text.substr(0, at)).c_str()) -
                        std::atol(std::string(text.substr(at)).c_str()));
    };
    const std::size_t low = text.size() / 2;
    const std::size_t at = distance(low) <= distance(low + 1) ? low : low + 1;
    return halves(at, at);
}

// ---------------------------------------------------------------- fused words

bool shares_word(std::string_view a, std::string_view b) {
    std::vector<Token> left, right;
    tokenize(a, {0, static_cast<std::uint32_t>(a.size())}, left);
    tokenize(b, {0, static_cast<std::uint32_t>(b.size())}, right);
    return std::any_of(left.begin(), left.end(), [&](const Token& token) {
        return token.text.size() > 4 && token.kind == TokenKind::word &&
               std::any_of(right.begin(), right.end(), [&](const Token& other) {
                   const std::string_view one = a.substr(token.text.begin, token.text.size());
                   const std::string_view two = b.substr(other.text.begin, other.text.size());
                   return one == two;
               });
    });
}

/// "old words-new words": a hyphen without blanks between two stretches of two words and more that share one. Whole
/// sentences hold compounds ("full-time") and are no such thing.
std::optional<Halves> fused_words(const Block& block, Span span) {
    span = trimmed(block, span);
    const std::string_view text = text_of(block, span);
    if (text.find(". ") != std::string_view::npos || text.ends_with('.')) return std::nullopt;
    for (std::size_t hyphen = text.find('-'); hyphen != std::string_view::npos; hyphen = text.find('-', hyphen + 1)) {
        if (hyphen == 0 || hyphen + 1 >= text.size() || text[hyphen - 1] == ' ' || text[hyphen + 1] == ' ') continue;
        const std::string_view left = text.substr(0, hyphen), right = text.substr(hyphen + 1);
        if (count_words(left) < 2 || count_words(right) < 2 || !shares_word(left, right)) continue;
        return Halves{{span.begin, static_cast<std::uint32_t>(span.begin + hyphen)},
                      {static_cast<std::uint32_t>(span.begin + hyphen + 1), span.end}};
    }
    return std::nullopt;
}

// ---------------------------------------------------------------- one strike over both

/// Two unlike values of one kind side by side in one strike.
std::optional<Halves> values_side_by_side(const Block& block, Span span) {
    const std::string_view text = text_of(block, span);
    const std::vector<Quantity> found = find_quantities(text);
    for (std::size_t i = 1; i < found.size(); ++i) {
        const Quantity& a = found[i - 1];
        const Quantity& b = found[i];
        const bool beside = a.span.end < b.span.begin && is_blank(text.substr(a.span.end, b.span.begin - a.span.end));
        if (!beside || a.type != b.type || a.weak || b.weak || (a.amount == b.amount && a.iso == b.iso)) continue;
        return Halves{{span.begin + a.span.begin, span.begin + a.span.end},
                      {span.begin + b.span.begin, span.begin + b.span.end}};
    }
    return std::nullopt;
}

// ---------------------------------------------------------------- the unmarked insertion beside a strike

constexpr std::size_t most_words_before = 3;  // "more than", "at least": of a figure that stands beside the struck one

/// The figure that the struck text ends with is answered by one right behind it: "~~eighteen (18)~~ twelve (12)
/// months". The span of the new figure, its unit left out where the struck one has none.
std::optional<Span> unmarked_figure(const Block& block, Span struck, Span kept) {
    const std::string_view old_text = text_of(block, trimmed(block, struck));
    const std::vector<Quantity> old_found = find_quantities(old_text);
    if (old_found.empty() || old_found.back().span.end + 1 < old_text.size()) return std::nullopt;
    const std::string_view text = text_of(block, kept).substr(0, 200);
    const std::vector<Quantity> found = find_quantities(text);
    if (found.empty() || found.front().weak ||
        count_words(text.substr(0, found.front().span.begin)) > most_words_before)
        return std::nullopt;
    const Quantity& was = old_found.back();
    const Quantity& now = found.front();
    const std::string_view between = text.substr(0, now.span.begin);
    if (between.find_first_of(".,;:()") != std::string_view::npos) return std::nullopt;
    const bool same_kind =
        was.type == now.type || (was.type == QuantityType::count && now.type == QuantityType::duration);
    if (!same_kind || (was.amount == now.amount && was.iso == now.iso)) return std::nullopt;
    const std::size_t first = text.find_first_not_of(" \t\n");
    std::uint32_t end = now.span.end;
    if (was.type == QuantityType::count && now.type != QuantityType::count) {
        const std::size_t figure = text.substr(0, end).find_last_of("0123456789)");
        if (figure != std::string_view::npos && figure >= now.span.begin) end = static_cast<std::uint32_t>(figure + 1);
    }
    return Span{static_cast<std::uint32_t>(kept.begin + first), kept.begin + end};
}

/// What is kept behind a strike begins with the strike's own first two words: "~~in excess of eight hours a day~~ in
/// excess of forty hours a week". It goes as far as the strike has words, or to the next mark that parts clauses.
std::optional<Span> parallel_words(const Block& block, Span struck, Span kept) {
    const std::string_view old_text = text_of(block, struck), new_text = text_of(block, kept);
    std::vector<Token> was, now;
    tokenize(old_text, {0, struck.size()}, was);
    tokenize(new_text, {0, std::min<std::uint32_t>(kept.size(), 400)}, now);
    if (was.size() < 4 || now.size() < 4 || was[0].key != now[0].key || was[1].key != now[1].key) return std::nullopt;
    std::size_t last = 0;
    for (std::size_t i = 0; i < now.size() && i < was.size(); ++i) {
        const char c = new_text[now[i].text.begin];
        if (c == '.' || c == ';' || c == ':') break;
        last = i;
    }
    return Span{kept.begin + now[0].text.begin, kept.begin + now[last].text.end};
}

/// A piece cut in up to three: what stays, the stretch of another kind, what stays.
void push(Pieces& out, MarkedPiece piece) {
    if (!piece.text.empty()) out.push_back(piece);
}

void push_halves(Pieces& out, const MarkedPiece& piece, const Halves& halves, std::string_view code,
                 DrawnRun::Kind around) {
    push(out, {{piece.text.begin, halves.old_text.begin},
               around,
               piece.source,
               around == DrawnRun::kept ? code : std::string_view{}});
    push(out, {halves.old_text, DrawnRun::struck, piece.source, code});
    push(out, {halves.new_text, DrawnRun::inserted, piece.source, code});
    push(out, {{halves.new_text.end, piece.text.end},
               around,
               piece.source,
               around == DrawnRun::kept ? code : std::string_view{}});
}

bool answered(const Block& block, const Pieces& pieces, std::size_t i) {
    const auto inserted = [&](std::size_t k) { return k < pieces.size() && pieces[k].kind == DrawnRun::inserted; };
    const bool blank_next = i + 1 < pieces.size() && is_blank(text_of(block, pieces[i + 1].text));
    return inserted(i + 1) || (i > 0 && inserted(i - 1)) || (blank_next && inserted(i + 2));
}

bool is_sentence(std::string_view text) {
    return count_words(text) > 8;
}

}  // namespace

std::vector<MarkedPiece> repaired(const Block& block, const std::vector<MarkedPiece>& pieces) {
    Pieces out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const MarkedPiece& piece = pieces[i];
        if (piece.kind == DrawnRun::struck && !answered(block, pieces, i)) {
            if (const auto halves = fused_figures(block, piece.text)) {
                push_halves(out, piece, *halves, fused_marks, DrawnRun::struck);
                continue;
            }
            if (const auto halves = values_side_by_side(block, piece.text)) {
                const bool whole = is_sentence(text_of(block, piece.text));
                push_halves(out, piece, *halves, strike_over_both, whole ? DrawnRun::kept : DrawnRun::struck);
                continue;
            }
            push(out, piece);
            const bool kept_next = i + 1 < pieces.size() && pieces[i + 1].kind == DrawnRun::kept;
            auto figure = kept_next ? parallel_words(block, piece.text, pieces[i + 1].text) : std::nullopt;
            if (!figure && kept_next) figure = unmarked_figure(block, piece.text, pieces[i + 1].text);
            if (!figure) continue;
            const MarkedPiece& next = pieces[++i];
            push(out, {{next.text.begin, figure->begin}, DrawnRun::kept, next.source, {}});
            push(out, {*figure, DrawnRun::inserted, next.source, unmarked_insertion});
            push(out, {{figure->end, next.text.end}, DrawnRun::kept, next.source, {}});
            continue;
        }
        const auto halves =
            piece.kind == DrawnRun::inserted && !answered(block, pieces, i) && piece.source != MarkSource::said
                ? fused_words(block, piece.text)
                : std::nullopt;
        if (halves)
            push_halves(out, piece, *halves, fused_marks, DrawnRun::inserted);
        else
            push(out, piece);
    }
    return out;
}

}  // namespace stet
