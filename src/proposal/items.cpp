// Cuts a proposal into its items.
#include "proposal/items.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "grammar/wording.hpp"
#include "proposal/instruction.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_caption = 6;     // words
constexpr std::uint32_t longest_signature = 14;  // words of a line of signatures
constexpr std::string_view item_level = "item";  // the level of a grammar that numbers demands

bool is_level(const Document& document, const Node& node, std::string_view name) {
    return document.levels[node.level] == name;
}

class ItemReader {
public:
    ItemReader(const Document& document, const ProposalWords& words, const PhraseBook& book, std::string_view date)
        : document_(document), words_(words), book_(book), date_(date) {}

    Items read() {
        find_openers();
        out_.signature = find_signature();
        for (BlockId block = 0; block < out_.signature; ++block) take(block);
        close(out_.signature);
        out_.preamble_end = first_opened_ ? *first_opened_ : out_.signature;
        count_numbers();
        return std::move(out_);
    }

private:
    /// The nodes that open items, by their first block: the numbered demands where there are such, else the outermost
    /// units of which there is more than one.
    void find_openers() {
        for (NodeId node = 1; node < document_.nodes.size(); ++node)
            if (is_level(document_, document_.nodes[node], item_level))
                openers_[document_.nodes[node].first_block] = node;
        numbered_ = !openers_.empty();
        for (std::uint16_t depth = 1; openers_.empty() && depth <= deepest_opener; ++depth) {
            std::map<BlockId, NodeId> found;
            for (NodeId node = 1; node < document_.nodes.size(); ++node)
                if (document_.nodes[node].depth == depth) found[document_.nodes[node].first_block] = node;
            if (found.size() > 1) openers_ = std::move(found);
        }
    }

    void take(BlockId block) {
        const Block& here = document_.blocks[block];
        if (is_set_aside(here.kind)) return;
        if (const auto opener = openers_.find(block); opener != openers_.end()) return open_node(opener->second);
        if (take_group(block) || take_attachment(block)) return;
        take_caption(block);
    }

    void close(BlockId end) {
        if (!out_.items.empty() && out_.items.back().end == 0) out_.items.back().end = end;
    }

    ProposalItem& open(BlockId block, std::string id) {
        close(block);
        if (!first_opened_) first_opened_ = block;
        ProposalItem item;
        item.id = group_ == Side::neither ? std::move(id) : group_name() + " " + id;
        item.group = group_;
        item.first = block;
        out_.items.push_back(std::move(item));
        return out_.items.back();
    }

    std::string group_name() const {
        std::string name(side_name(group_));
        if (!name.empty()) name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return name;
    }

    void open_node(NodeId id) {
        const Node& node = document_.nodes[id];
        const bool counted = !node.label.value.empty() && (numbered_ || is_list(node));
        std::string name = counted ? node.label.value : fold_blanks(node.label.written);
        if (name.empty()) name = node.heading;
        ProposalItem& item = open(node.first_block, name);
        const Block& block = document_.blocks[node.first_block];
        const std::uint32_t from = counted ? std::max(node.label.span.end, label_size(block)) : 0;
        const std::string_view line =
            std::string_view(block.text).substr(std::min<std::size_t>(from, block.text.size()));
        const bool all_heading =
            numbered_ || document_.places[node.first_block].heading || looks_like_title(fold_blanks(line));
        if (all_heading) {
            item.heading = read_heading(line, words_, book_, date_);
            item.body_from = static_cast<std::uint32_t>(block.text.size());
        } else {
            item.heading = read_heading(node.heading.empty() ? std::string_view{} : std::string_view(node.heading),
                                        words_, book_, date_);
            item.body_from = counted ? from : 0;
        }
    }

    static std::uint32_t label_size(const Block& block) { return static_cast<std::uint32_t>(block.number.size()); }

    bool is_list(const Node& node) const {
        const Block& block = document_.blocks[node.first_block];
        return block.kind == BlockKind::list_item || !block.number.empty();
    }

    // "The Union will agree to the following:"
    bool take_group(BlockId block) {
        const std::string& text = document_.blocks[block].text;
        if (text.size() > 200) return false;
        const PhrasedText phrased(text, book_);
        const std::size_t agrees = phrased.first(0, phrased.size(), WordClass::agrees);
        if (agrees >= phrased.size()) return false;
        const std::size_t behind = agrees + phrased.find(agrees, WordClass::agrees)->size;
        const bool closes = behind == phrased.size() || (behind + 1 == phrased.size() && phrased.is_mark(behind, ":"));
        const Side side = side_named(phrased, 0, agrees);
        if (!closes || side == Side::neither || agrees > 6) return false;
        close(block);
        if (!first_opened_) first_opened_ = block;
        group_ = side;
        out_.group_headings.push_back(block);
        return true;
    }

    // "APPENDIX "A" RATES OF PAY" in capitals, bold or as the format's heading.
    bool take_attachment(BlockId block) {
        const Block& here = document_.blocks[block];
        if (!numbered_ || here.kind == BlockKind::table_row || here.kind == BlockKind::list_item ||
            here.text.size() > 160)
            return false;
        const bool stands_out = here.kind == BlockKind::heading || is_capitals(here.text) ||
                                is_emphasised(here, 0, static_cast<std::uint32_t>(here.text.size()));
        if (!stands_out) return false;
        const PhrasedText phrased(here.text, book_);
        for (std::size_t i = 0; i < phrased.size(); ++i) {
            const auto place = parse_place(phrased, i, phrased.size());
            const UnitName* appendix = place ? place->find(WordClass::appendix) : nullptr;
            if (appendix == nullptr || appendix->labels.empty()) continue;
            const Side kept = group_;
            group_ = Side::neither;
            ProposalItem& item = open(block, "");
            group_ = kept;
            item.heading = read_heading(here.text, words_, book_, date_);
            item.id = appendix_name(*appendix, phrased);
            item.heading.target.letter = item.id;
            item.body_from = static_cast<std::uint32_t>(here.text.size());
            return true;
        }
        return false;
    }

    /// As a reader writes it, whatever the heading's capitals: Appendix "A".
    static std::string appendix_name(const UnitName& unit, const PhrasedText& text) {
        std::string name(text.text().substr(unit.span.begin, unit.span.size()));
        for (std::size_t i = 1; i < name.size() && name[i] != ' '; ++i)
            if (name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] - 'A' + 'a');
        return name;
    }

    // "Wages: Replace the rates with those below:" outside all numbered items.
    void take_caption(BlockId block) {
        const bool outside = out_.items.empty() || captioned_ || out_.items.back().end != 0;
        const Block& here = document_.blocks[block];
        if (!outside || !numbered_ || group_ != Side::neither || here.kind != BlockKind::paragraph) return;
        const std::size_t colon = here.text.find(':');
        if (colon == std::string::npos || colon > 60) return;
        const std::string caption = fold_blanks(std::string_view(here.text).substr(0, colon));
        const std::string_view rest = std::string_view(here.text).substr(colon + 1);
        if (!looks_like_title(caption) || count_words(caption) > longest_caption || fold_blanks(rest).empty()) return;
        const bool table_next =
            block + 1 < document_.blocks.size() && document_.blocks[block + 1].kind == BlockKind::table_row;
        if (!table_next && parse_instructions(rest, book_).clauses.empty()) return;
        ProposalItem& item = open(block, caption);
        captioned_ = true;
        item.heading = read_heading(caption, words_, book_, date_);
        item.body_from = static_cast<std::uint32_t>(colon + 1);
    }

    /// The last blocks, where they are short lines and one of them opens the signatures.
    BlockId find_signature() const {
        const auto count = static_cast<BlockId>(document_.blocks.size());
        BlockId found = count;
        for (BlockId block = count; block-- > 0;) {
            const Block& here = document_.blocks[block];
            const PhrasedText phrased(std::string_view(here.text).substr(0, 200), book_);
            const bool opens = phrased.has(0, WordClass::signature);
            if (here.kind == BlockKind::table_row || openers_.contains(block)) break;
            if (!opens && count_words(here.text) > longest_signature) break;
            if (opens && !looks_like_date_line(here)) found = block;
        }
        return found;
    }

    /// A date alone is no signature: letters begin with one.
    bool looks_like_date_line(const Block& block) const { return block.line() < 10; }

    void count_numbers() {
        std::map<std::string, std::vector<const ProposalItem*>> rows;
        for (const ProposalItem& item : out_.items) rows[std::string(side_name(item.group))].push_back(&item);
        if (!numbered_) return;
        for (const auto& [group, items] : rows) count_row(items);
    }

    void count_row(const std::vector<const ProposalItem*>& items) {
        unsigned expected = 0;
        std::map<unsigned, unsigned> seen;
        for (const ProposalItem* item : items) {
            unsigned number = 0;
            const std::string digits = item->id.substr(item->id.rfind(' ') + 1);
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
            if (error != std::errc{} || end != digits.data() + digits.size()) continue;
            if (++seen[number] > 1) say("ITEM_NUMBER_REPEATED", "item " + digits + " stands twice", *item);
            if (number < expected) {
                say("ITEM_OUT_OF_ORDER", "item " + digits + " stands behind item " + std::to_string(expected - 1),
                    *item);
                continue;
            }
            for (unsigned gap = expected; expected > 0 && gap < number && gap < expected + most_missing; ++gap) {
                const std::string prefix = item->id.substr(0, item->id.size() - digits.size());
                out_.missing.push_back(prefix + std::to_string(gap));
            }
            if (expected > 0 && number > expected)
                say("ITEM_NUMBERS_MISSING",
                    number == expected + 1
                        ? "item " + std::to_string(expected) + " is missing"
                        : "items " + std::to_string(expected) + " to " + std::to_string(number - 1) + " are missing",
                    *item);
            expected = number + 1;
        }
    }

    void say(std::string code, std::string text, const ProposalItem& item) {
        const std::uint32_t line = document_.blocks[item.first].line();
        out_.findings.push_back({{std::move(code), FlagSeverity::high, std::move(text)}, {line, line}});
    }

    static constexpr std::uint16_t deepest_opener = 3;
    static constexpr unsigned most_missing = 100;

    const Document& document_;
    const ProposalWords& words_;
    const PhraseBook& book_;
    std::string_view date_;
    Items out_;
    std::map<BlockId, NodeId> openers_;
    std::optional<BlockId> first_opened_;
    Side group_ = Side::neither;
    bool numbered_ = false;
    bool captioned_ = false;
};

}  // namespace

Side side_named(const PhrasedText& text, std::size_t from, std::size_t to) {
    const bool company = text.first(from, to, WordClass::company) < to;
    const bool union_side = text.first(from, to, WordClass::union_side) < to;
    if (company == union_side) return Side::neither;
    return company ? Side::company : Side::union_side;
}

Items read_items(const Document& document, const ProposalWords& words, const PhraseBook& book,
                 std::string_view document_date) {
    return ItemReader(document, words, book, document_date).read();
}

}  // namespace stet
