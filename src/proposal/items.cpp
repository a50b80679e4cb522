// Cuts a proposal into its items.
#include "proposal/items.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/heading_cut.hpp"
#include "proposal/instruction.hpp"
#include "proposal/item_context.hpp"
#include "proposal/letters.hpp"
#include "proposal/openers.hpp"
#include "proposal/status_line.hpp"
#include "proposal/target.hpp"
#include "proposal/written_label.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_caption = 6;         // words
constexpr std::uint32_t longest_signature = 14;      // words of a line of signatures
constexpr std::size_t longest_run_in_heading = 160;  // bytes

class ItemReader {
public:
    ItemReader(const Document& document, const Grammar& grammar, const PhraseBook& book, std::string_view date)
        : document_(document), grammar_(grammar), book_(book), date_(date), groups_(find_groups(document, book)) {}

    Items read() {
        Openers found = find_openers(document_, grammar_, book_, groups_);
        openers_ = std::move(found.blocks);
        numbered_ = found.numbered;
        letters_headings_ = std::move(found.letters_headings);
        drop_title();
        open_before_units();
        out_.signature = find_signature();
        for (BlockId block = 0; block < out_.signature; ++block) take(block);
        close(out_.signature);
        out_.preamble_end = first_opened_ ? *first_opened_ : out_.signature;
        count_numbers();
        lay_article_of_title();
        settle_letters_of_titles(out_.items);
        settle_below_letters(document_, out_.items);
        return std::move(out_);
    }

private:
    void take(BlockId block) {
        const Block& here = document_.blocks[block];
        if (is_set_aside(here.kind)) return;
        if (take_announced(block)) return;
        if (const auto opener = openers_.find(block); opener != openers_.end()) return open_item(block, opener->second);
        if (take_group(block) || take_heading_between(block) || take_attachment(block) || take_highlights(block) ||
            take_agreed(block))
            return;
        take_caption(block);
    }

    /// "Company Proposals" right above the first demand, or above other titles: what the document is, and no demand.
    void drop_title() {
        while (openers_.size() > 1 && !numbered_) {
            const BlockId first = openers_.begin()->first;
            const std::string_view line = document_.blocks[first].text;
            BlockId next = first + 1;
            while (next < document_.blocks.size() && is_set_aside(document_.blocks[next].kind)) ++next;
            const PhrasedText text(line.substr(0, longest_run_in_heading), book_);
            const bool names_offer = text.first(0, text.size(), WordClass::offer) < text.size();
            if (!openers_.contains(next) || !names_offer || names_place(line, book_) ||
                !parse_instructions(line, book_).clauses.empty())
                return;
            openers_.erase(first);
        }
    }

    /// "1.3 – Strike the last sentence.", "2.4 – Add: …" in front of the first unit that opens an item, as of letters:
    /// an item, too.
    void open_before_units() {
        if (numbered_ || openers_.empty()) return;
        for (BlockId block = 0; block < openers_.begin()->first; ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row || !asks_of_place(here)) continue;
            openers_[block] = {std::string(first_demand), 0};
            return;
        }
    }

    /// The paragraph opens with the number of a place, and asks something of it right behind.
    bool asks_of_place(const Block& block) const {
        const PhrasedText phrased(std::string_view(block.text).substr(0, longest_run_in_heading), book_);
        const auto place = parse_place(phrased, 0, phrased.size());
        if (!place || !place->has_label() || place->end >= phrased.size()) return false;
        std::uint32_t behind = phrased.at(place->end - 1).span.end;
        skip_joints(block.text, behind, label_joints);
        return !parse_instructions(std::string_view(block.text).substr(behind), book_).clauses.empty();
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
        item.asked_of = !group_demands_              ? group_
                        : group_ == Side::company    ? Side::union_side
                        : group_ == Side::union_side ? Side::company
                                                     : Side::neither;
        item.first = block;
        out_.items.push_back(std::move(item));
        return out_.items.back();
    }

    std::string group_name() const {
        std::string name(side_name(group_));
        if (!name.empty()) name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return name;
    }

    void open_item(BlockId block, const Opener& opener) {
        if (opener.side != Side::neither) {
            group_ = opener.side;
            group_demands_ = true;
        }
        ProposalItem& item = open(block, opener.id);
        const Block& here = document_.blocks[block];
        const HeadingCut cut = HeadingCutter(document_, grammar_, book_, date_, numbered_).cut(block, opener);
        item.heading = read_heading(cut.title, grammar_.proposal, book_, date_);
        for (const std::string_view dash : {"–", "—", "-"})
            if (cut.runs_in && item.heading.text.ends_with(dash))
                item.heading.text =
                    fold_blanks(std::string_view(item.heading.text).substr(0, item.heading.text.size() - dash.size()));
        if (!cut.heading) item.heading.text = fold_blanks(cut.line.substr(0, cut.line.find('\n')));
        item.body_from = cut.body_from;
        if (opener.heading_end > 0) skip_joints(here.text, item.body_from, label_joints);
        if (!opener.letter.empty()) item.heading.target.letter = opener.letter;
        // "Clause 27": of the agreement itself, where clauses are its units.
        Target& target = item.heading.target;
        if (book_.begins(opener.id, WordClass::paragraph) && target.article.empty() && target.section.empty())
            target.article = std::exchange(target.paragraph, {});
        if (announced_) lay_announced(item, block);
    }

    bool take_group(BlockId block) {
        if (std::find(letters_headings_.begin(), letters_headings_.end(), block) != letters_headings_.end()) {
            close(block);
            group_ = Side::neither;
            out_.group_headings.push_back(block);
            return true;
        }
        const auto group = groups_.find(block);
        if (group == groups_.end() || !numbered_) return false;
        close(block);
        if (!first_opened_) first_opened_ = block;
        group_ = group->second.side;
        group_demands_ = group->second.demands;
        out_.group_headings.push_back(block);
        return true;
    }

    /// "ECONOMIC ITEMS" right above a demand: a heading over those that follow, and no text of the one before.
    bool take_heading_between(BlockId block) {
        constexpr std::uint32_t longest = 4;  // words
        const Block& here = document_.blocks[block];
        const std::string line = fold_blanks(here.text);
        if (!numbered_ || !stands_out(here) || here.kind == BlockKind::table_row || count_words(line) > longest ||
            !looks_like_title(line) || line.ends_with('.') || has_digit(line) ||
            find_status_mark(line, grammar_.proposal, date_) || !openers_.contains(next_block(block)) ||
            names_place(line, book_) || !parse_instructions(line, book_).clauses.empty() || is_announced(block))
            return false;
        close(block);
        out_.group_headings.push_back(block);
        return true;
    }

    /// "Add the following heading:", "Insert as follows" above: the text that is asked for.
    bool is_announced(BlockId block) const {
        while (block > 0 && is_set_aside(document_.blocks[block - 1].kind)) --block;
        if (block == 0) return false;
        const std::string above = fold_blanks(document_.blocks[block - 1].text);
        const Instructions asks = parse_instructions(above, book_);
        return above.ends_with(':') || std::any_of(asks.clauses.begin(), asks.clauses.end(),
                                                   [](const Instruction& clause) { return clause.following; });
    }

    // "APPENDIX "A" RATES OF PAY" in capitals, bold or as the format's heading.
    bool take_attachment(BlockId block) {
        const Block& here = document_.blocks[block];
        if (!numbered_ || here.kind == BlockKind::table_row || here.kind == BlockKind::list_item ||
            here.text.size() > 160)
            return false;
        if (!stands_out(here)) return false;
        const PhrasedText phrased(here.text, book_);
        for (std::size_t i = 0; i < phrased.size(); ++i) {
            const auto place = parse_place(phrased, i, phrased.size());
            const UnitName* appendix = place ? place->find(WordClass::appendix) : nullptr;
            if (appendix == nullptr || appendix->labels.empty()) continue;
            const Side kept = group_;
            group_ = Side::neither;
            ProposalItem& item = open(block, "");
            group_ = kept;
            item.heading = read_heading(here.text, grammar_.proposal, book_, date_);
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

    // "Key points" over lines in front of the first demand.
    bool take_highlights(BlockId block) {
        const Block& here = document_.blocks[block];
        if (!numbered_ || !out_.items.empty() || !stands_out(here) || here.text.size() > 80) return false;
        const PhrasedText phrased(here.text, book_);
        const auto match = phrased.find(0, WordClass::highlights);
        const bool all = match && (match->size == phrased.size() ||
                                   (match->size + 1 == phrased.size() && phrased.is_mark(match->size, ":")));
        if (!all) return false;
        ProposalItem& item = open(block, fold_blanks(here.text));
        item.heading = read_heading(here.text, grammar_.proposal, book_, date_);
        item.body_from = static_cast<std::uint32_t>(here.text.size());
        return true;
    }

    /// "TA'd 5/1/26: Articles 3 and 9" outside all demands: one of its own.
    bool take_agreed(BlockId block) {
        const Block& here = document_.blocks[block];
        if ((!out_.items.empty() && out_.items.back().end == 0) || here.kind == BlockKind::table_row) return false;
        const auto found = status_of_places(here.text, grammar_, book_, date_);
        if (!found || found->mark.status != Status::tentatively_agreed) return false;
        open_agreed(block);
        return true;
    }

    void open_agreed(BlockId block) {
        std::string name = fold_blanks(document_.blocks[block].text);
        while (name.ends_with(".") || name.ends_with(":")) name.pop_back();
        open(block, name).heading.text = name;
    }

    /// "Tentatively agreed:" over demands that are nothing but their headings, or over other lines outside of demands.
    bool take_announced(BlockId block) {
        const auto mark = announced_status(document_, block, out_.signature, grammar_, book_, date_);
        if (!mark) return false;
        const auto next = next_block(block);
        if (openers_.contains(next)) {
            close(block);
            announced_ = mark;
            announced_next_ = next;
            out_.group_headings.push_back(block);
            return true;
        }
        const bool inside = !out_.items.empty() && out_.items.back().end == 0;
        if (inside || !document_.blocks[block].text.ends_with(':')) return false;
        open_agreed(block);
        return true;
    }

    BlockId next_block(BlockId block) const {
        do ++block;
        while (block < out_.signature && is_set_aside(document_.blocks[block].kind));
        return block;
    }

    /// A demand that is nothing but its heading, in the list below a line that announces their status.
    void lay_announced(ProposalItem& item, BlockId block) {
        const BlockId next = next_block(block);
        const bool alone = announced_next_ == block && item.body_from == document_.blocks[block].text.size() &&
                           (next >= out_.signature || openers_.contains(next) || stands_out(document_.blocks[next]) ||
                            announced_status(document_, next, out_.signature, grammar_, book_, date_));
        const auto listed = listed_units(document_.blocks[block], *announced_, grammar_, book_);
        if (!alone || !listed || item.heading.status) return announced_.reset();
        item.heading.status = listed->mark;
        announced_next_ = next;
    }

    /// "Wages: Replace the rates with those below:" outside all numbered items; "Wages: 3 % effective 7/1/26" before
    /// the first unit where they are not numbered.
    void take_caption(BlockId block) {
        const bool before_units = !numbered_ && !openers_.empty() && block < openers_.begin()->first;
        const bool outside = out_.items.empty() || captioned_ || out_.items.back().end != 0;
        const Block& here = document_.blocks[block];
        const bool beside_numbers = outside && numbered_ && group_ == Side::neither;
        if ((!beside_numbers && !before_units) || here.kind != BlockKind::paragraph) return;
        const std::size_t colon = here.text.find(':');
        if (colon == std::string::npos || colon > 60) return;
        const std::string caption = fold_blanks(std::string_view(here.text).substr(0, colon));
        const std::string_view rest = std::string_view(here.text).substr(colon + 1);
        const bool tells = before_units && tells_money_or_percent(rest);
        if ((!looks_like_title(caption) && !tells) || has_word(caption, grammar_.sentence_words) ||
            count_words(caption) > longest_caption || fold_blanks(rest).empty() || names_rates(caption))
            return;
        const bool table_next =
            block + 1 < document_.blocks.size() && document_.blocks[block + 1].kind == BlockKind::table_row;
        if (!table_next && parse_instructions(rest, book_).clauses.empty() && !tells) return;
        ProposalItem& item = open(block, caption);
        captioned_ = numbered_;
        item.heading = read_heading(caption, grammar_.proposal, book_, date_);
        item.body_from = static_cast<std::uint32_t>(colon + 1);
    }

    /// "Current:", "Proposed scale:" over a table are no captions of demands.
    bool names_rates(const std::string& caption) const {
        const std::string key = phrase_key(caption);
        return opens_with(key, grammar_.wages.current) || opens_with(key, grammar_.wages.proposed);
    }

    /// The last blocks, where they are short lines and one of them opens the signatures.
    BlockId find_signature() const {
        const auto count = static_cast<BlockId>(document_.blocks.size());
        BlockId found = count;
        for (BlockId block = count; block-- > 0;) {
            const Block& here = document_.blocks[block];
            const PhrasedText phrased(std::string_view(here.text).substr(0, 200), book_);
            const bool for_side = phrased.is_word(0, "for") &&
                                  (phrased.has(1, WordClass::company) || phrased.has(1, WordClass::union_side));
            const bool opens = phrased.has(0, WordClass::signature) || for_side || signs_for_several(here);
            const bool blank_to_sign = is_blank_to_sign(here.text);
            const bool signed_row = here.kind == BlockKind::table_row && is_signature_row(here);
            if ((here.kind == BlockKind::table_row && !signed_row) || openers_.contains(block)) break;
            if (!opens && count_words(here.text) > longest_signature) break;
            // "Clerks shall receive $1.00 per hour." is no name.
            if (!opens && (tells_money_or_percent(here.text) ||
                           (here.text.ends_with('.') && has_word(here.text, grammar_.sentence_words))))
                break;
            // A date alone is no signature: letters begin with one.
            const bool dates_letter = here.line() < 10 && here.kind != BlockKind::table_row;
            if ((opens && !dates_letter) || (blank_to_sign && found == block + 1) ||
                (blank_to_sign && block + 1 == count))
                found = block;
        }
        return found;
    }

    /// "________  Rosa Quill", "Date: ____": names and offices behind the blank or a caption before it, and no words of
    /// what is asked: "Jackets: $____ a year".
    bool is_blank_to_sign(std::string_view text) const {
        constexpr std::string_view blank = "____";
        std::string names;
        bool found = false;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = std::min(text.find(blank, at), text.size());
            names += std::string(text.substr(at, begin - at)) + " ";
            found = found || begin < text.size();
            at = std::min(text.find_first_not_of('_', begin), text.size());
        }
        names = fold_blanks(names);
        if (!found || names.find_first_of("$%") != std::string::npos) return false;
        if (names.empty()) return true;
        const PhrasedText phrased(names, book_);
        const auto opens = [&](WordClass words) { return phrased.has(0, words); };
        const bool signs = text.starts_with(blank) || opens(WordClass::signature) || opens(WordClass::form_line) ||
                           opens(WordClass::company) || opens(WordClass::union_side);
        return signs && looks_like_title(names) && parse_instructions(names, book_).clauses.empty();
    }

    /// "For the Mill:", "For the Weavers:" side by side.
    static bool signs_for_several(const Block& row) {
        constexpr std::string_view opens = "for ";
        std::size_t cells = 0;
        for (const Span cell : row.cells) {
            const std::string words = lower_case(fold_blanks(text_of(row, cell)));
            if (words.empty()) continue;
            if (!words.starts_with(opens) || !words.ends_with(':')) return false;
            ++cells;
        }
        return cells > 1;
    }

    /// A row of names, of lines to sign on, or of the days on which they are signed.
    bool is_signature_row(const Block& row) const {
        if (row.text.find("__") != std::string::npos || !has_digit(row.text)) return true;
        return std::all_of(row.cells.begin(), row.cells.end(), [&](const Span cell) {
            const std::string words = fold_blanks(text_of(row, cell));
            return words.empty() || PhrasedText(words, book_).has(0, WordClass::signature);
        });
    }

    /// "Counter No. 4 – Article 16: Leaves" over sections that name no article: they are that article's, where it is
    /// the only one that a line above them stands out with.
    void lay_article_of_title() {
        const bool sections =
            !out_.items.empty() && std::all_of(out_.items.begin(), out_.items.end(), [&](const ProposalItem& item) {
                const Target& target = item.heading.target;
                return target.article.empty() && target.letter.empty() &&
                       target.section.find('.') == std::string::npos && book_.begins(item.id, WordClass::section);
            });
        std::optional<ItemHeading> named;
        for (BlockId block = 0; sections && block < out_.preamble_end; ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || !stands_out(here)) continue;
            ItemHeading heading = read_heading(here.text, grammar_.proposal, book_, date_);
            if (heading.articles.empty() || !heading.sections.empty()) continue;
            if (heading.articles.size() > 1 || (named && named->articles != heading.articles)) return;
            named = std::move(heading);
        }
        for (ProposalItem& item : out_.items)
            if (named) item.heading.target.article = named->articles.front();
    }

    void count_numbers() {
        std::map<std::string, std::vector<const ProposalItem*>> rows;
        for (const ProposalItem& item : out_.items)
            rows[item.id.substr(0, item.id.find_last_of(' ') + 1)].push_back(&item);
        if (!numbered_) return;
        for (const auto& [name, items] : rows) count_row(items);
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

    static constexpr unsigned most_missing = 100;

    const Document& document_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    std::string_view date_;
    const std::map<BlockId, Group> groups_;  ///< by the block that heads it
    Items out_;
    std::map<BlockId, Opener> openers_;
    std::vector<BlockId> letters_headings_;
    std::optional<BlockId> first_opened_;
    Side group_ = Side::neither;
    bool group_demands_ = false;  ///< the group's side asks, and is not asked
    bool numbered_ = false;
    bool captioned_ = false;
    std::optional<StatusMark> announced_;  ///< of the demands below, which are nothing but their headings
    BlockId announced_next_ = 0;           ///< the next of them
};

}  // namespace

Items read_items(const Document& document, const Grammar& grammar, const PhraseBook& book,
                 std::string_view document_date) {
    return ItemReader(document, grammar, book, document_date).read();
}

}  // namespace stet
