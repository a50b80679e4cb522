// Gathers the marks of a block into changes.
#include "proposal/marked_changes.hpp"

#include <algorithm>

#include "proposal/letters.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t most_words_between = 3;  // of a strike that belongs to the substitution before it

void append(std::string& to, const std::string& words) {
    if (words.empty()) return;
    if (!to.empty()) to += " … ";
    to += words;
}

bool ends_sentence(std::string_view text, std::size_t at) {
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
    if (at + 1 >= text.size()) return true;
    if (text[at + 1] != ' ' && text[at + 1] != '\n') return false;
    const std::size_t next = text.find_first_not_of(" \n\"", at + 1);
    return next == std::string_view::npos || !(text[next] >= 'a' && text[next] <= 'z');
}

unsigned sentences_before(std::string_view text, std::uint32_t from, std::uint32_t to) {
    unsigned count = 0;
    for (std::size_t at = from; at + 1 < to; ++at)
        if (ends_sentence(text, at)) ++count;
    return count;
}

/// The words before the change name a unit whose number changes: "Article 43".
bool is_reference(const Block& block, const MarkedChange& change, const PhraseBook& book) {
    if (change.struck.empty() || change.struck.size() > 8) return false;
    const std::size_t from = change.place.begin > 40 ? change.place.begin - 40 : 0;
    const PhrasedText before(std::string_view(block.text).substr(from, change.place.begin - from), book);
    if (before.size() == 0) return false;
    const std::size_t last = before.size() - 1;
    for (const WordClass noun : {WordClass::article, WordClass::section, WordClass::paragraph, WordClass::appendix})
        if (before.has(last, noun)) return true;
    return false;
}

Unit unit_of_change(const Block& block, const MarkedChange& change, std::uint32_t from, const PhraseBook& book) {
    if (is_reference(block, change, book)) return Unit::reference;
    const std::string& words = change.struck.empty() ? change.inserted : change.struck;
    const bool one_sided = change.struck.empty() || change.inserted.empty();
    const std::string_view before =
        std::string_view(block.text).substr(from, change.place.begin > from ? change.place.begin - from : 0);
    const std::string_view behind = std::string_view(block.text).substr(change.place.end);
    if (is_blank(before) && is_blank(behind))
        return block.kind == BlockKind::list_item ? Unit::list_item : Unit::paragraph;
    const std::size_t last = before.find_last_not_of(" \t\n");
    const bool begins = last == std::string_view::npos || before[last] == '.' || before[last] == ':';
    if (one_sided && begins && !words.empty() && words.back() == '.') return Unit::sentence;
    return Unit::words;
}

}  // namespace

std::vector<MarkedChange> marked_changes(const Block& block, const std::vector<MarkedPiece>& pieces, std::uint32_t from,
                                         const PhraseBook& book) {
    std::vector<MarkedChange> changes;
    std::uint32_t words_since = 0;
    bool open = false;
    for (const MarkedPiece& piece : pieces) {
        const std::string_view text = text_of(block, piece.text);
        if (piece.kind == DrawnRun::kept || is_blank(text)) {
            if (is_blank(text)) continue;
            words_since += count_words(text);
            if (text.find_first_of(".;:") != std::string_view::npos) words_since += most_words_between + 1;
            open = false;
            continue;
        }
        const bool struck = piece.kind == DrawnRun::struck;
        const bool strike_goes_on = struck && !changes.empty() && !changes.back().inserted.empty() &&
                                    !changes.back().struck.empty() && words_since <= most_words_between &&
                                    piece.repair.empty() &&
                                    changes.back().repairs == std::vector<std::string>{"INSERTION_NOT_MARKED"};
        // A strike behind an insertion that already answered one opens a change of its own.
        const bool new_pair = open && struck && !changes.back().inserted.empty() && !changes.back().struck.empty();
        if ((!open && !strike_goes_on) || new_pair)
            changes.push_back({{}, {}, piece.text, Unit::words, 1, MarkSource::said, {}});
        MarkedChange& change = changes.back();
        append(struck ? change.struck : change.inserted, folded(block, piece.text));
        change.place.end = piece.text.end;
        change.source = std::min(change.source, piece.source);
        if (!piece.repair.empty() &&
            std::find(change.repairs.begin(), change.repairs.end(), piece.repair) == change.repairs.end())
            change.repairs.emplace_back(piece.repair);
        words_since = 0;
        open = true;
    }
    std::uint32_t counted = from;
    unsigned sentence = 1;
    for (MarkedChange& change : changes) {
        change.unit = unit_of_change(block, change, from, book);
        sentence += sentences_before(block.text, counted, change.place.begin);
        counted = std::max(counted, change.place.begin > 0 ? change.place.begin - 1 : 0);
        change.sentence = sentence;
    }
    return changes;
}

}  // namespace stet
