// Finds sentences about items by their numbers, and lays what they say over the operations of those items.
#include "proposal/item_terms.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_terms = 600;  // bytes of a paragraph
constexpr std::size_t longest_caption = 4;  // tokens of "Package terms:"

/// Behind "Package terms:", where it stands in front.
std::size_t behind_caption(const PhrasedText& text) {
    for (std::size_t i = 1; i < std::min(text.size(), longest_caption); ++i)
        if (text.is_mark(i, ":")) return i + 1;
    return 0;
}

/// Whose terms they are is nobody's but the items': a noun for them, and their numbers; the token behind.
std::size_t take_items(const PhrasedText& text, std::size_t at, std::vector<std::string>& labels) {
    // "The Company's proposals 1 and 5"
    const std::size_t from = at;
    if (text.is_word(at, "the") && !text.has(at, WordClass::company) && !text.has(at, WordClass::union_side)) ++at;
    for (const WordClass side : {WordClass::company, WordClass::union_side})
        if (text.has(at, side) || (at < text.size() && text.at(at).owner == side)) {
            const auto name = text.find(at, side);
            at += name ? name->size : 1;
            if (text.is_word(at, "'s")) ++at;
            break;
        }
    const auto demand = text.find(at, WordClass::demand);
    const auto offer = demand ? demand : text.find(at, WordClass::offer);
    const auto noun = offer ? offer : text.find(at, WordClass::list_item);
    const auto numbers = noun ? parse_labels(text, at + noun->size, text.size()) : std::nullopt;
    if (!numbers || numbers->open_range) return from;
    labels = numbers->labels;
    at += noun->size;
    while (at < text.size() && text.at(at).span.begin < numbers->span.end) ++at;
    return at;
}

/// "… and may not be accepted separately": what is said of a package again.
bool goes_on_together(const PhrasedText& text, std::size_t at, std::size_t end) {
    constexpr std::size_t longest = 10;  // tokens
    if (at == end) return true;
    const std::size_t joint = at + (text.is_mark(at, ",") ? 1 : 0);
    const bool accepts = text.first(joint, end, WordClass::accepts) < end;
    const bool plain = text.first(joint, end, WordClass::supposes) == end && !has_digit(text.text_of(at, end));
    return text.is_word(joint, "and") && end - joint <= longest && accepts && plain;
}

/// Behind the number or bullet of a list.
std::string_view terms_text(const Block& block) {
    return std::string_view(block.text).substr(list_mark(block));
}

std::vector<ItemTerms> terms_of_sentence(std::string_view sentence, const PhraseBook& book) {
    const PhrasedText text(sentence, book);
    ItemTerms out;
    const std::size_t begin = behind_caption(text);
    std::size_t at = take_items(text, begin, out.labels);
    if (at == begin) return {};
    const std::size_t behind_items = at;
    if (const auto passive = text.find(at, WordClass::passive)) at += passive->size;
    std::size_t end = text.size();
    while (end > at && text.is_mark(end - 1, ".")) --end;
    const auto together = text.find(behind_items, WordClass::together);
    if (together && goes_on_together(text, behind_items + together->size, end)) {
        out.sentence = fold_blanks(sentence);
        return {std::move(out)};
    }
    if (at >= end || !text.has(at, WordClass::condition)) return {};
    out.condition = fold_blanks(text.text_of(at, end));
    out.sentence = fold_blanks(sentence);
    return {std::move(out)};
}

/// The one item that bears the number; -1 where there is none or several do.
std::ptrdiff_t item_of(const Items& items, const std::string& label) {
    std::ptrdiff_t found = -1;
    for (std::size_t i = 0; i < items.items.size(); ++i) {
        const std::string& id = items.items[i].id;
        if (id != label && !id.ends_with(" " + label)) continue;
        if (found >= 0) return -1;
        found = static_cast<std::ptrdiff_t>(i);
    }
    return found;
}

bool names_items(const std::vector<ItemTerms>& terms, const Items& items) {
    return !terms.empty() && std::all_of(terms.begin(), terms.end(), [&](const ItemTerms& one) {
        return std::all_of(one.labels.begin(), one.labels.end(),
                           [&](const std::string& label) { return item_of(items, label) >= 0; });
    });
}

void lay(Operation& operation, const ItemTerms& terms) {
    if (terms.condition.empty()) {
        if (operation.status == Status::open) operation.status = Status::package;
        return;
    }
    operation.condition += (operation.condition.empty() ? "" : "; ") + terms.condition;
    add_flag(operation, "CONDITIONAL_EFFECT", FlagSeverity::high, "takes effect only “" + terms.condition + "”");
}

}  // namespace

std::vector<ItemTerms> parse_item_terms(std::string_view text, const PhraseBook& book) {
    std::vector<ItemTerms> out;
    if (text.size() > longest_terms) return out;
    for (std::size_t begin = text.find_first_not_of(" \t\n"); begin < text.size();) {
        const std::size_t stop = std::min(text.find(". ", begin), text.size() - 1) + 1;
        const std::vector<ItemTerms> one = terms_of_sentence(text.substr(begin, stop - begin), book);
        if (one.empty()) return {};
        out.push_back(one.front());
        begin = text.find_first_not_of(" \t\n", stop);
    }
    return out;
}

std::vector<BlockId> find_item_terms(const Document& document, const Items& items, const PhraseBook& book) {
    std::vector<BlockId> out;
    for (const ProposalItem& item : items.items)
        for (BlockId id = item.first; id < item.end; ++id) {
            const Block& block = document.blocks[id];
            const bool own = id == item.first;  // "7. Items 4 and 5 are contingent upon …"
            if ((own || block.kind == BlockKind::paragraph) &&
                names_items(parse_item_terms(terms_text(block), book), items))
                out.push_back(id);
        }
    return out;
}

void lay_item_terms(Proposal& proposal, const std::vector<BlockId>& blocks, const Items& items,
                    const PhraseBook& book) {
    for (const BlockId id : blocks) {
        const Block& block = proposal.document.blocks[id];
        for (const ItemTerms& terms : parse_item_terms(terms_text(block), book)) {
            std::string named;
            for (const std::string& label : terms.labels) {
                const std::string& item = items.items[static_cast<std::size_t>(item_of(items, label))].id;
                named += (named.empty() ? "" : ", ") + item;
                for (Operation& operation : proposal.operations)
                    if (operation.item == item) lay(operation, terms);
            }
            proposal.findings.push_back(
                {{"TERMS_OF_ITEMS", FlagSeverity::medium, "said of " + named + ": “" + terms.sentence + "”"},
                 {block.line(), block.last_line()}});
        }
    }
}

}  // namespace stet
