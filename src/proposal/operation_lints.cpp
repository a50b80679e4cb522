// Lints of operations, one function each.
#include "proposal/operation_lints.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/target.hpp"
#include "quantity/quantity.hpp"
#include "text/parallel.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t operations_a_thread = 100;

std::vector<std::string> sentences_of(const std::string& text) {
    std::vector<std::string> out;
    std::size_t from = 0;
    for (std::size_t stop = text.find(". "); stop != std::string::npos; stop = text.find(". ", from)) {
        out.push_back(text.substr(from, stop - from));
        from = stop + 2;
    }
    out.push_back(text.substr(from));
    return out;
}

/// "Apply A to all. Apply A to all (except B)."
void lint_repeated_sentence(Operation& operation) {
    constexpr std::uint32_t least_words = 5;
    const std::vector<std::string> sentences = sentences_of(operation.inserted_text);
    for (std::size_t i = 1; i < sentences.size(); ++i) {
        const std::string& second = sentences[i];
        // The first sentence of a list item stands behind its letter.
        std::string first = sentences[i - 1];
        const std::string opening = second.substr(0, second.find(' '));
        const std::size_t at = first.find(opening);
        if (at != std::string::npos) first = first.substr(at);
        const bool longer = second.size() > first.size() && second.starts_with(first);
        if (!longer || count_words(first) < least_words) continue;
        add_flag(
            operation, "DUPLICATE_CONTRADICTORY", FlagSeverity::medium,
            "two sentences begin alike and the second goes on: “" + fold_blanks(second.substr(first.size())) + "”");
        operation.confidence = Confidence::ambiguous;
        operation.readings = {
            {first, operation.op, {}, first, "it stands first and has no exception", "the other follows it"},
            {second, operation.op, {}, second, "it is the longer one", "the first says otherwise"}};
        return;
    }
}

/// "less than 192" in one band and "more than 192" in the next: 192 is in neither.
void lint_gap(Operation& operation, const PhrasedText& text) {
    std::set<std::string> above, below;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const auto& [words, bounds] :
             {std::pair{WordClass::strictly_above, &above}, std::pair{WordClass::strictly_below, &below}}) {
            const auto match = text.find(i, words);
            if (!match) continue;
            const Span behind = text.span_of(i + match->size, std::min(text.size(), i + match->size + 9));
            const std::vector<Quantity> found = find_quantities(text.text().substr(behind.begin, behind.size()));
            if (!found.empty() && found.front().span.begin < 3) bounds->insert(found.front().amount.text());
        }
    }
    for (const std::string& bound : above)
        if (below.contains(bound) && bound.size() > 1)
            add_flag(operation, "GAP_AT_BOUNDARY", FlagSeverity::medium,
                     "one rule holds below " + bound + ", another above it; exactly " + bound + " is in neither");
}

/// "after March 6" and "on or after March 6".
void lint_boundary_date(Operation& operation, const PhrasedText& text) {
    std::set<std::string> strict, inclusive;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto both = text.find(i, WordClass::inclusive);
        const auto after = both ? both : text.find(i, WordClass::after);
        if (!after) continue;
        const Span behind = text.span_of(i + after->size, std::min(text.size(), i + after->size + 5));
        for (const Quantity& date : find_quantities(text.text().substr(behind.begin, behind.size())))
            if (date.type == QuantityType::date && date.span.begin < 2) (both ? inclusive : strict).insert(date.iso);
        if (both) i += both->size - 1;
    }
    for (const std::string& date : strict)
        if (inclusive.contains(date))
            add_flag(operation, "BOUNDARY_DATE", FlagSeverity::medium,
                     "“after” and “on or after” " + date + " both stand here; the day itself is on both sides");
}

/// A rule of a list: what holds, its figures set aside, and the cases in which it does.
struct BandRule {
    std::string holds;   ///< "on the # workday's absence", as a key
    std::string figure;  ///< what stood for "#"
    std::set<std::string> cases;
};

/// "on the second day if the clerk is in hospital, or has 96 hours": what holds in front of "if", the cases behind it
/// parted by commas and "or".
std::optional<BandRule> band_rule(std::string_view line, const PhraseBook& book) {
    const PhrasedText text(line, book);
    std::size_t condition = 0;
    while (condition < text.size() && !(text.is_word(condition, "if") && text.has(condition, WordClass::condition)))
        ++condition;
    if (condition == 0 || condition >= text.size()) return std::nullopt;
    BandRule rule;
    const bool listed = text.size() > 2 && (text.is_mark(1, ".") || text.is_mark(1, ")"));
    for (std::size_t i = listed ? 2 : 0; i < condition; ++i) {
        const std::string& word = text.at(i).text;
        const bool figure = has_digit(word) || text.has(i, WordClass::ordinal) || text.has(i, WordClass::number);
        if (figure) rule.figure += word + " ";
        if (text.at(i).shape != TokenShape::mark) rule.holds += (figure ? "#" : word) + " ";
    }
    std::string one;
    for (std::size_t i = condition + 1; i <= text.size(); ++i) {
        const bool parts = i == text.size() || text.is_mark(i, ",") || text.is_mark(i, ";") || text.is_mark(i, ".") ||
                           text.is_word(i, "or");
        if (!parts) {
            if (text.at(i).shape != TokenShape::mark) one += (one.empty() ? "" : " ") + text.at(i).text;
            continue;
        }
        if (!one.empty()) rule.cases.insert(std::move(one));
        one.clear();
    }
    return rule.figure.empty() ? std::nullopt : std::optional(rule);
}

/// One case stands in two rules of a list that differ in a figure: "on the second day if the clerk is in hospital",
/// "on the first day if the clerk is in hospital".
void lint_overlap(Operation& operation, const PhraseBook& book) {
    std::optional<BandRule> before;
    const std::string_view text = operation.inserted_text;
    if (text.find('\n') == std::string_view::npos) return;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        auto rule = band_rule(text.substr(at, end - at), book);
        at = end + 1;
        if (before && rule && rule->holds == before->holds && rule->figure != before->figure)
            for (const std::string& one : rule->cases)
                if (before->cases.contains(one) && one.find(' ') != std::string::npos)
                    add_flag(operation, "OVERLAPPING_CONDITIONS", FlagSeverity::medium,
                             "“" + one + "” falls under two rules that differ in a figure");
        before = std::move(rule);
    }
}

/// Finds what is announced "below" and does not follow.
class Referents {
public:
    Referents(const Document& document, const PhraseBook& book) : document_(document), book_(book) {
        for (const Block& block : document.blocks) texts_.push_back(lower_case(block.text));
    }

    /// "the below trend rates will be used", and no trend below: the words that announce it; empty where nothing is
    /// missing.
    std::string missing_in(BlockId block) const {
        const PhrasedText text(document_.blocks[block].text, book_);
        std::unordered_map<std::string_view, std::size_t> last;  // by word: where it stands last
        for (std::size_t i = 0; i < text.size(); ++i) last[text.at(i).text] = i;
        for (std::size_t i = 0; i + 3 < text.size(); ++i) {
            if (text.at(i).text != "the" || !text.has(i + 1, WordClass::below)) continue;
            const std::string& word = text.at(i + 2).text;
            if (word.size() < 4 || last.at(word) > i + 2 || follows(block, word)) continue;
            return std::string(text.text_of(i, i + 4));
        }
        return {};
    }

private:
    /// The word stands in a block behind this one, or a table does right behind it.
    bool follows(BlockId block, const std::string& word) const {
        constexpr BlockId near = 8;
        constexpr BlockId reach = 1000;
        for (BlockId next = block + 1; next < texts_.size() && next < block + reach; ++next) {
            if (document_.blocks[next].kind == BlockKind::table_row && next <= block + near) return true;
            if (texts_[next].find(word) != std::string::npos) return true;
        }
        return false;
    }

    const Document& document_;
    const PhraseBook& book_;
    std::vector<std::string> texts_;  ///< of the blocks, in lower case
};

/// The blocks that say "below".
std::vector<BlockId> announcing_blocks(const Document& document, const ProposalWords& words) {
    const std::vector<std::string>& below = words.of(WordClass::below);
    std::vector<BlockId> out;
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const Block& block = document.blocks[id];
        const bool says = std::any_of(below.begin(), below.end(), [&](const std::string& phrase) {
            return block.text.find(phrase) != std::string::npos;
        });
        if (says && !is_set_aside(block.kind)) out.push_back(id);
    }
    return out;
}

/// Flags the first operation in whose lines something is announced that does not follow.
void lint_referents(Proposal& proposal, const ProposalWords& words, const PhraseBook& book) {
    const std::vector<BlockId> announcing = announcing_blocks(proposal.document, words);
    if (announcing.empty()) return;
    const Referents referents(proposal.document, book);
    std::vector<std::string> missing(announcing.size());
    for_each_index(announcing.size(), operations_a_thread,
                   [&](std::size_t i) { missing[i] = referents.missing_in(announcing[i]); });
    for (std::size_t i = 0; i < announcing.size(); ++i) {
        if (missing[i].empty()) continue;
        const std::uint32_t line = proposal.document.blocks[announcing[i]].line();
        Operation* told = nullptr;  // that tells of the line, or stands before it
        for (Operation& operation : proposal.operations) {
            if (operation.lines.first > line) continue;
            told = &operation;
            if (line <= operation.lines.last) break;
        }
        if (told != nullptr)
            add_flag(*told, "MISSING_REFERENT", FlagSeverity::high,
                     "“" + missing[i] + "” are announced and do not follow");
    }
}

/// "2." alone in its line, its text in the next.
void lint_split_item(Operation& operation) {
    const std::string_view text = operation.inserted_text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) return;
        const std::string_view line = text.substr(at, end - at);
        const bool marker = line.size() >= 2 && line.size() <= 4 && (line.back() == '.' || line.back() == ')') &&
                            std::all_of(line.begin(), line.end() - 1, is_digit);
        if (marker)
            add_flag(
                operation, "SPLIT_LIST_ITEM", FlagSeverity::medium,
                "“" + std::string(line) + "” stands alone in its line; its text is taken to be the next paragraph");
        at = end + 1;
    }
}

/// "not to exceed 240 hours" and "if the employee has 240 hours": what the rule depends on is the most there can be.
void lint_cap(Operation& operation, const PhrasedText& text) {
    constexpr std::size_t reach = 9;       // words behind the words of a limit
    constexpr std::size_t far_reach = 60;  // words of a condition
    const auto values_behind = [&](std::size_t from, std::size_t words, std::uint32_t most_before) {
        std::size_t end = from;
        while (end < std::min(text.size(), from + words) && !text.is_mark(end, ".") && !text.is_mark(end, ";")) ++end;
        std::set<std::string> out;
        if (end == from) return out;
        const Span behind = text.span_of(from, end);
        for (const Quantity& value : find_quantities(text.text().substr(behind.begin, behind.size())))
            if (value.type == QuantityType::duration && !value.weak && value.span.begin <= most_before)
                out.insert(value.amount.text() + " " + value.unit);
        return out;
    };
    std::set<std::string> caps, thresholds;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const auto cap = text.find(i, WordClass::describes)) caps.merge(values_behind(i + cap->size, reach, 3));
        if (text.is_word(i, "if") && text.has(i, WordClass::condition))
            thresholds.merge(values_behind(i + 1, far_reach, static_cast<std::uint32_t>(-1)));
    }
    for (const std::string& cap : caps)
        if (thresholds.contains(cap))
            add_flag(operation, "CAP_EQUALS_THRESHOLD", FlagSeverity::medium,
                     "something depends on " + cap + "s, which is also the most there can be");
}

std::optional<unsigned> number_of(const std::string& label) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
    if (error != std::errc{} || end != label.data() + label.size()) return std::nullopt;
    return number;
}

/// "six (9) months": a number in words and another in figures behind it.
void lint_pairs(Operation& operation, const PhrasedText& text) {
    for (std::size_t i = 1; i + 2 < text.size(); ++i) {
        const auto words = text.find(i - 1, WordClass::number);
        if (!words || words->size != 1 || !text.is_mark(i, "(") || !text.is_mark(i + 2, ")")) continue;
        const auto figure = number_of(text.at(i + 1).text);
        if (!figure || *figure == words->place + 1) continue;
        // "twenty-two (22)" is one word; "one hundred two (102)" is not.
        if (i > 1 && text.at(i - 2).shape == TokenShape::word && *figure > 12) continue;
        add_flag(operation, "WORD_FIGURE_MISMATCH", FlagSeverity::high,
                 "“" + std::string(text.text_of(i - 1, i + 3)) + "”: the words and the figure differ");
        if (operation.confidence == Confidence::certain) operation.confidence = Confidence::inferred;
    }
}

/// All words of a title that say something stand in the text.
bool names(const std::string& text, const std::string& title) {
    std::size_t words = 0;
    const std::string key = lower_case(title);
    for (std::size_t at = 0; at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        const std::string word = key.substr(at, end - at);
        at = end + 1;
        if (word.size() < 4) continue;
        ++words;
        if (text.find(word) == std::string::npos) return false;
    }
    return words > 0 && key.find(' ') != std::string::npos;
}

/// Articles of the agreement as the proposal's headings name them: number and title, and the sections known of each.
struct KnownArticle {
    std::string title;
    unsigned first_section = 0, last_section = 0;
};
using KnownArticles = std::map<unsigned, KnownArticle>;

KnownArticles known_articles(const Proposal& proposal) {
    KnownArticles known;
    for (const Operation& operation : proposal.operations) {
        const auto article = number_of(operation.target.article);
        if (!article || !operation.target.agreement.empty()) continue;
        KnownArticle& entry = known[*article];
        if (entry.title.empty()) entry.title = operation.target.article_title;
        const auto section = number_of(operation.target.section);
        if (!section) continue;
        entry.first_section = entry.first_section == 0 ? *section : std::min(entry.first_section, *section);
        entry.last_section = std::max(entry.last_section, *section);
    }
    return known;
}

/// "the leave of absence provisions of Article 32" where Leave of Absence is article 35.
void lint_reference_title(Operation& operation, const PhrasedText& text, const KnownArticles& known) {
    constexpr std::uint32_t reach = 90;  // bytes
    if (text.first(0, text.size(), WordClass::article) == text.size()) return;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto place = parse_place(text, i, text.size());
        const UnitName* article = place ? place->find(WordClass::article) : nullptr;
        if (article == nullptr || article->labels.size() != 1) continue;
        const auto cited = number_of(article->labels.front());
        const std::uint32_t begin = article->span.begin > reach ? article->span.begin - reach : 0;
        const std::string before = lower_case(text.text().substr(begin, article->span.begin - begin));
        for (const auto& [number, entry] : known)
            if (cited && number != *cited && names(before, entry.title))
                add_flag(operation, "CROSS_REFERENCE_SUSPECT", FlagSeverity::high,
                         "article " + article->labels.front() + " is cited for “" + entry.title +
                             "”, which is article " + std::to_string(number) + " in this proposal");
        i = std::max(i, place->end - 1);
    }
}

/// Sections run on through the articles: one cited behind those of a later article cannot be.
void lint_reference_order(Operation& operation, const PhraseBook& book, const KnownArticles& known) {
    if (operation.unit != Unit::reference || operation.drawn.empty()) return;
    const std::string shown = new_text(operation.drawn.front());
    const PhrasedText text(shown, book);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto place = parse_place(text, i, text.size());
        const UnitName* article = place ? place->find(WordClass::article) : nullptr;
        const UnitName* section = place ? place->find(WordClass::section) : nullptr;
        if (article == nullptr || section == nullptr || article->labels.empty() || section->labels.empty()) continue;
        i = std::max(i, place->end - 1);
        if (section->labels.front() != operation.inserted_text) continue;
        const auto cited_article = number_of(article->labels.front()), cited = number_of(section->labels.front());
        if (!cited_article || !cited) continue;
        for (const auto& [number, entry] : known) {
            const bool out_of_order =
                entry.last_section > 0 && ((number > *cited_article && entry.first_section < *cited) ||
                                           (number < *cited_article && entry.last_section > *cited));
            if (out_of_order)
                add_flag(operation, "CROSS_REFERENCE_IMPLAUSIBLE", FlagSeverity::high,
                         "section " + section->labels.front() + " of article " + article->labels.front() +
                             " cannot be where article " + std::to_string(number) + " has section " +
                             std::to_string(entry.first_section));
        }
    }
}

/// The sections known follow the articles: only then may their order judge a reference.
bool sections_run_on(const KnownArticles& known) {
    unsigned last = 0;
    for (const auto& [number, entry] : known) {
        if (entry.first_section == 0) continue;
        if (entry.first_section < last) return false;
        last = entry.last_section;
    }
    return last > 0;
}

/// A list in the new text counts on where the items' own numbers have a gap: its "16." may be taken for item 16.
void lint_list_numbers(Operation& operation, const std::vector<std::string>& missing) {
    for (std::size_t at = 0; at < operation.inserted_text.size(); at = operation.inserted_text.find('\n', at)) {
        if (operation.inserted_text[at] == '\n') ++at;
        const std::size_t dot = operation.inserted_text.find('.', at);
        if (dot == std::string::npos) return;
        const std::string number = operation.inserted_text.substr(at, dot - at);
        if (number.size() <= 3 && std::find(missing.begin(), missing.end(), number) != missing.end())
            add_flag(operation, "LIST_NUMBERS_COLLIDE_WITH_ITEMS", FlagSeverity::high,
                     "its list has a “" + number + ".” and the proposal has no item " + number);
    }
}

}  // namespace

void lint_operations(Proposal& proposal, const ProposalWords& words, const PhraseBook& book) {
    const KnownArticles known = known_articles(proposal);
    const bool in_order = sections_run_on(known);
    for_each_index(proposal.operations.size(), operations_a_thread, [&](std::size_t i) {
        Operation& operation = proposal.operations[i];
        if (operation.confidence != Confidence::ambiguous) lint_repeated_sentence(operation);
        if (!proposal.items_missing.empty()) lint_list_numbers(operation, proposal.items_missing);
        const PhrasedText text(operation.inserted_text, book);
        for (const DrawnBlock& drawn : operation.drawn) {
            const std::string comes = new_text(drawn);
            if (comes.find('(') != std::string::npos) lint_pairs(operation, PhrasedText(comes, book));
        }
        lint_split_item(operation);
        lint_cap(operation, text);
        lint_gap(operation, text);
        lint_overlap(operation, book);
        lint_boundary_date(operation, text);
        lint_reference_title(operation, text, known);
        if (in_order) lint_reference_order(operation, book, known);
    });
    lint_referents(proposal, words, book);
}

}  // namespace stet
