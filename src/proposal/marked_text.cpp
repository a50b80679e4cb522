// Cuts blocks by what their marks mean.
#include "proposal/marked_text.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// A title, or a label and a title: "Section 7. Notice."
bool is_title(std::string_view words) {
    if (looks_like_title(words)) return true;
    const std::size_t stop = words.find(". ");
    return stop != std::string_view::npos && count_words(words.substr(0, stop)) <= 3 &&
           looks_like_title(words.substr(0, stop + 1)) && looks_like_title(words.substr(stop + 2));
}

/// "12.2 Personal Days", "12.6": a section's number, alone or with a short title.
bool is_numbered_title(std::string_view words) {
    constexpr std::uint32_t longest_title = 6;  // words, the number among them
    const std::size_t end = words.find_first_not_of("0123456789.");
    const std::string_view number = words.substr(0, end);
    if (number.empty() || number.find('.') == std::string_view::npos || !is_digit(number.back())) return false;
    if (end == std::string_view::npos) return true;
    return words[end] == ' ' && !words.ends_with('.') && count_words(words) <= longest_title && looks_like_title(words);
}

/// Emphasis at the beginning of a block that ends before running words do is its label or caption: "**Section 5.**".
bool is_caption(const Block& block, std::size_t run, std::uint32_t from, Marks marks, bool said) {
    if (marks.has(Mark::inserted) || !is_emphasis(marks)) return false;
    const Span span = block.runs[run].text;
    const std::string_view before =
        std::string_view(block.text).substr(from, span.begin > from ? span.begin - from : 0);
    if (!is_blank(before) && before.size() > block.number.size() + 2) return false;
    const std::string words = fold_blanks(text_of(block, span));
    if (words.empty()) return false;
    const bool closed = words.back() == '.' || words.back() == ')' || words.back() == ']' || words.back() == ':' ||
                        words.ends_with("–") || words.back() == '-';
    const bool more = !is_blank(std::string_view(block.text).substr(span.end));
    // Where the mark is said to mean new, only a label in front of other text is none.
    if (marks.has(Mark::bold) && is_numbered_title(words)) return true;
    if (said) return closed && more && marks.has(Mark::bold) && is_title(words);
    return (closed || !more) && is_title(words);
}

void append(std::vector<MarkedPiece>& pieces, MarkedPiece piece) {
    if (piece.text.empty()) return;
    if (!pieces.empty() && pieces.back().kind == piece.kind && pieces.back().repair == piece.repair &&
        pieces.back().text.end == piece.text.begin) {
        pieces.back().text.end = piece.text.end;
        pieces.back().source = std::min(pieces.back().source, piece.source);
        return;
    }
    pieces.push_back(piece);
}

/// Cuts a kept stretch at square brackets that mean struck, "[x]" or "[[x]]"; where only double ones do, at those.
void append_bracketed(const Block& block, MarkedPiece piece, std::vector<MarkedPiece>& pieces, const MarkUse& use) {
    const std::string_view text = block.text;
    std::uint32_t at = piece.text.begin;
    while (at < piece.text.end) {
        const std::size_t open = text.find(use.double_brackets ? "[[" : "[", at);
        const bool twice = open < piece.text.end && text.substr(open).starts_with("[[");
        const std::size_t size = twice ? 2 : 1;
        const std::size_t close = open < piece.text.end ? text.find(twice ? "]]" : "]", open) : std::string_view::npos;
        if (open >= piece.text.end || close >= piece.text.end) break;
        append(pieces, {{at, static_cast<std::uint32_t>(open)}, piece.kind, piece.source});
        append(pieces, {{static_cast<std::uint32_t>(open + size), static_cast<std::uint32_t>(close)},
                        DrawnRun::struck,
                        use.brackets});
        at = static_cast<std::uint32_t>(close + size);
    }
    append(pieces, {{at, piece.text.end}, piece.kind, piece.source});
}

/// "_52_": words between low lines, with which plain text underscores.
std::vector<Span> underscored(std::string_view text, Span within) {
    std::vector<Span> out;
    const auto is_word = [&](std::size_t at) { return at < within.end && !is_blank(text[at]) && text[at] != '_'; };
    std::size_t open = std::string_view::npos;
    for (std::size_t at = within.begin; at < within.end; ++at) {
        if (text[at] != '_') continue;
        const bool before = at > within.begin && is_word(at - 1), behind = is_word(at + 1);
        if (open != std::string_view::npos && before)
            out.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(at + 1)}),
                open = std::string_view::npos;
        else
            open = behind && !before ? at : std::string_view::npos;
    }
    return out;
}

/// Cuts kept stretches at words between low lines, where underscored text is said to be new.
void cut_underscored(const Block& block, std::vector<MarkedPiece>& pieces) {
    if (block.text.find('_') == std::string::npos) return;
    std::vector<MarkedPiece> out;
    for (const MarkedPiece& piece : pieces) {
        std::uint32_t at = piece.text.begin;
        if (piece.kind == DrawnRun::kept)
            for (const Span& words : underscored(block.text, piece.text)) {
                append(out, {{at, words.begin}, DrawnRun::kept, piece.source});
                append(out, {{words.begin + 1, words.end - 1}, DrawnRun::inserted, MarkSource::said});
                at = words.end;
            }
        append(out, {{at, piece.text.end}, piece.kind, piece.source, piece.repair});
    }
    pieces = std::move(out);
}

struct CapitalRun {
    Span text;
    std::size_t words = 0;    ///< in capitals, of two letters and more
    std::size_t letters = 0;  ///< of the longest of them
};

/// Stretches of words in capitals, figures and marks between them with them; blanks and closing marks at their ends are
/// none of them.
std::vector<CapitalRun> capital_runs(const Block& block, Span within, bool behind_strike) {
    std::vector<Token> tokens;
    tokenize(block.text, within, tokens);
    std::vector<CapitalRun> out;
    bool open = false;
    for (const Token& token : tokens) {
        const std::string_view word = text_of(block, token.text);
        const auto upper = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper));
        const bool lower = std::any_of(word.begin(), word.end(), is_lower);
        if (token.kind == TokenKind::word && lower) {
            open = false;
            continue;
        }
        if (token.kind == TokenKind::word && upper > 0) {
            if (!open) out.push_back({token.text});
            open = true;
            out.back().text.end = token.text.end;
            out.back().words += upper > 1;
            out.back().letters = std::max(out.back().letters, upper);
        } else if (open && (token.kind == TokenKind::number || word == ")")) {
            out.back().text.end = token.text.end;
        }
    }
    // "OSHA" alone is a name, and so is a capital.
    constexpr std::size_t longest_name = 5;
    std::erase_if(out, [&](const CapitalRun& run) {
        // "[shall] MAY": right behind a strike even a short word is what comes.
        const Span before{within.begin, run.text.begin};
        if (behind_strike && run.words > 0 && is_blank(text_of(block, before))) return false;
        return run.words == 0 || (run.words == 1 && run.letters <= longest_name);
    });
    return out;
}

/// Cuts kept stretches at words in capitals, where these are new text. A text that is all in capitals may be a title.
void cut_capitals(const Block& block, std::vector<MarkedPiece>& pieces) {
    constexpr std::uint32_t longest_title = 8;  // words
    const bool sentence = block.text.ends_with('.') && count_words(block.text) > longest_title;
    if (!sentence && looks_like_title(block.text) && is_capitals(block.text)) return;
    std::vector<MarkedPiece> out;
    bool behind_strike = false;
    for (const MarkedPiece& piece : pieces) {
        std::uint32_t at = piece.text.begin;
        if (piece.kind == DrawnRun::kept)
            for (const CapitalRun& run : capital_runs(block, piece.text, behind_strike)) {
                append(out, {{at, run.text.begin}, DrawnRun::kept, piece.source});
                append(out, {run.text, DrawnRun::inserted, MarkSource::said});
                at = run.text.end;
            }
        append(out, {{at, piece.text.end}, piece.kind, piece.source, piece.repair});
        if (!is_blank(text_of(block, piece.text))) behind_strike = piece.kind == DrawnRun::struck;
    }
    pieces = std::move(out);
}

/// A blank piece between two of one kind joins them: "~~a~~ ~~b~~".
void join_over_blanks(const Block& block, std::vector<MarkedPiece>& pieces) {
    std::vector<MarkedPiece> out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool between = i > 0 && i + 1 < pieces.size() && is_blank(text_of(block, pieces[i].text)) &&
                             !out.empty() && out.back().kind == pieces[i + 1].kind && out.back().kind != DrawnRun::kept;
        if (between) {
            out.back().text.end = pieces[i + 1].text.end;
            ++i;
            continue;
        }
        append(out, pieces[i]);
    }
    pieces = std::move(out);
}

}  // namespace

std::vector<MarkedPiece> mark_pieces(const Block& block, std::uint32_t from, const MarkUse& use) {
    std::vector<MarkedPiece> pieces;
    for (std::size_t i = 0; i < block.runs.size(); ++i) {
        const Run& run = block.runs[i];
        if (run.text.end <= from || run.marks.has(Mark::comment)) continue;
        MarkedPiece piece{{std::max(from, run.text.begin), run.text.end}, DrawnRun::kept, MarkSource::said};
        const MarkSource source = use.new_by(run.marks);
        if (run.marks.has(Mark::struck))
            piece.kind = DrawnRun::struck;
        else if (source != MarkSource::unused && !is_caption(block, i, from, run.marks, source == MarkSource::said))
            piece = {piece.text, DrawnRun::inserted, source};
        if (piece.kind == DrawnRun::kept && use.brackets != MarkSource::unused)
            append_bracketed(block, piece, pieces, use);
        else
            append(pieces, piece);
    }
    if (use.underline == MarkSource::said) cut_underscored(block, pieces);
    if (use.capitals) cut_capitals(block, pieces);
    join_over_blanks(block, pieces);
    return pieces;
}

std::string folded(const Block& block, Span span) {
    return fold_blanks(text_of(block, span));
}

bool lacks(const Block& block, const std::vector<MarkedPiece>& pieces, DrawnRun::Kind kind) {
    return std::all_of(pieces.begin(), pieces.end(), [&](const MarkedPiece& piece) {
        return piece.kind != kind || is_blank(text_of(block, piece.text));
    });
}

std::optional<std::uint32_t> marked_payload(const Block& block, std::uint32_t from, Instruction& clause) {
    if (!clause.removed.empty() || clause.added.size() > 1) return std::nullopt;
    const Span payload = clause.added.empty() ? clause.bare : clause.added.front();
    std::uint32_t begin = from + payload.begin;
    const std::uint32_t end = from + payload.end;
    const bool part_struck = std::any_of(block.runs.begin(), block.runs.end(), [&](const Run& run) {
        return run.marks.has(Mark::struck) && run.text.begin < end && run.text.end > begin &&
               (run.text.begin > begin || run.text.end < end);
    });
    if (payload.empty() || !part_struck) return std::nullopt;
    if (block.text.find_first_not_of(" \t\n.\"”", end) != std::string::npos) {
        clause.marks_in_quotation = true;
        return std::nullopt;
    }
    for (const std::string_view quote : {"\"", "“"})
        if (std::string_view(block.text).substr(0, begin).ends_with(quote))
            begin -= static_cast<std::uint32_t>(quote.size());
    clause.added.clear();
    clause.bare = {};
    clause.span.end = std::min(clause.span.end, begin - from);
    return begin;
}

DrawnBlock draw(const Block& block, const std::vector<MarkedPiece>& pieces) {
    DrawnBlock drawn;
    drawn.line = pieces.empty() ? block.line() : line_of(block, pieces.front().text.begin);
    drawn.number = block.number;
    for (const MarkedPiece& piece : pieces) {
        std::string text(text_of(block, piece.text));
        std::replace(text.begin(), text.end(), '\n', ' ');
        drawn.runs.push_back({std::move(text), piece.kind});
    }
    return drawn;
}

}  // namespace stet
