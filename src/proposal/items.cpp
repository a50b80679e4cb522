// Cuts a proposal into its items.
#include "proposal/items.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "grammar/wording.hpp"
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

    /// "2.4 – The Union accepts 2.4. (TA)": of one section, among others; no heading over what follows.
    bool is_of_section(std::string_view line) const {
        const PhrasedText phrased(line.substr(0, longest_run_in_heading), book_);
        const auto place = parse_place(phrased, 0, phrased.size());
        const bool section = place && place->units.front().noun == WordClass::section && place->has_label();
        if (!section || place->find(WordClass::article) || place->end >= phrased.size()) return false;
        const std::uint32_t end = phrased.at(place->end - 1).span.end;
        std::uint32_t behind = end;
        skip_joints(line, behind, label_joints);
        return line.substr(end, behind - end).find_first_not_of(" .\n\t") != std::string_view::npos;
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
        const auto size = static_cast<std::uint32_t>(here.text.size());
        const std::uint32_t from = std::min(opener.from, size);
        const std::string_view line = std::string_view(here.text).substr(from);
        // A demand may be its own instruction: "5. Section 29 is repealed."; or its heading runs into its text.
        std::uint32_t cut = opener.heading_end > 0 ? opener.heading_end : heading_is_place(line);
        // "Article IX, Vacations. Paragraph B shall be …": behind the title, where one stands behind the place.
        const bool titled = opener.heading_end == 0 && cut > 0 && cut < line.size() && line[cut] == ',';
        if (const std::uint32_t end = cut == 0 || titled ? heading_end(line) : 0; end > 0) cut = end;
        if (opener.heading_end == 0 && numbered_ && opens_beside(line)) cut = 0;
        if (opener.heading_end == 0) cut = end_before_dash(here, from, cut);
        // "1. Delete Section 5.2." may be the only demand.
        const bool demand = numbered_ || opener.id.find_first_not_of("0123456789") == std::string::npos;
        const bool instructs = demand && cut == 0 && is_instruction(line);
        const bool sentence = numbered_ && cut == 0 && !instructs && is_sentence(fold_blanks(line));
        const bool asks = numbered_ && cut == 0 && !instructs && !sentence && quotes_words(line);
        const bool listed = !numbered_ && opener.id == first_demand && is_of_section(line);
        if (listed) cut = 0;
        const bool heading =
            !instructs && !sentence && !listed && !asks &&
            (cut > 0 || numbered_ || document_.places[block].heading || looks_like_title(fold_blanks(line)));
        const std::string_view title = cut > 0 ? line.substr(0, cut) : line;
        item.heading = read_heading(heading ? title : std::string_view{}, grammar_.proposal, book_, date_);
        for (const std::string_view dash : {"–", "—", "-"})
            if (cut > 0 && item.heading.text.ends_with(dash))
                item.heading.text =
                    fold_blanks(std::string_view(item.heading.text).substr(0, item.heading.text.size() - dash.size()));
        if (!heading) item.heading.text = fold_blanks(line.substr(0, line.find('\n')));
        item.body_from = !heading ? from : cut > 0 ? from + cut : size;
        if (opener.heading_end > 0) skip_joints(here.text, item.body_from, label_joints);
        if (!opener.letter.empty()) item.heading.target.letter = opener.letter;
        // "Clause 27": of the agreement itself, where clauses are its units.
        Target& target = item.heading.target;
        if (book_.begins(opener.id, WordClass::paragraph) && target.article.empty() && target.section.empty())
            target.article = std::exchange(target.paragraph, {});
        if (announced_) lay_announced(item, block);
    }

    /// An instruction, and no title that announces a new unit.
    bool is_instruction(std::string_view line) const {
        const std::vector<Instruction> clauses = parse_instructions(line, book_).clauses;
        if (clauses.empty()) return false;
        const Instruction& first = clauses.front();
        // "REPEAL." over what is repealed
        if (is_capitals(line) && clauses.size() == 1 && first.parts.size() == 1 && looks_like_title(fold_blanks(line)))
            return false;
        const bool says_verb = !first.parts.empty() && first.parts.front().role == "verb";
        return !first.fresh || !first.added.empty() || says_verb || !looks_like_title(fold_blanks(line));
    }

    /// "After Article 2, Section 2.1, insert a new Section 2.2: …": told where, which no title does.
    bool opens_beside(std::string_view line) const {
        const PhrasedText phrased(line.substr(0, longest_run_in_heading), book_);
        const std::size_t opening = std::min<std::size_t>(1, phrased.size());
        if (phrased.first(0, opening, WordClass::before) == opening &&
            phrased.first(0, opening, WordClass::after) == opening &&
            phrased.first(0, opening, WordClass::following) == opening)
            return false;
        const auto place = parse_place(phrased, 1, phrased.size());
        return place && place->has_label();
    }

    /// "Accept 21.1 with “four” changed to “three”": words of a text are quoted, which no title does.
    bool quotes_words(std::string_view line) const {
        if (looks_like_title(fold_blanks(line))) return false;
        const PhrasedText phrased(line.substr(0, 400), book_);
        for (std::size_t i = 0; i < phrased.size(); ++i)
            if (phrased.at(i).shape == TokenShape::quoted) return true;
        return false;
    }

    bool is_sentence(const std::string& line) const {
        if (!line.ends_with(".") || looks_like_title(line)) return false;
        return !names_place(line, book_) || has_word(line, grammar_.sentence_words);
    }

    /// Where a heading that names a place ends and text of the item's own begins in the same paragraph: "Article 5,
    /// Section 2 (Overtime). Amend the first sentence to read: …"; 0 where it is all heading.
    std::uint32_t heading_end(std::string_view line) const {
        const std::string_view near = line.substr(0, longest_run_in_heading);
        for (std::size_t stop = near.find_first_of(".:"); stop != std::string_view::npos;
             stop = near.find_first_of(".:", stop + 1)) {
            const std::size_t begin = line.find_first_not_of(" \t\n", stop + 1);
            if (begin == std::string_view::npos || begin == stop + 1) continue;
            const std::string_view title = line.substr(0, stop), rest = line.substr(begin);
            if (!names_place(title, book_) || is_abbreviated(title, rest)) continue;
            if (std::count(title.begin(), title.end(), '(') != std::count(title.begin(), title.end(), ')')) continue;
            if (is_instruction(title) || has_word(title, grammar_.sentence_words)) return 0;
            if (is_text_behind(rest) || runs_on(rest) || !parse_instructions(rest, book_).clauses.empty())
                return static_cast<std::uint32_t>(begin);
        }
        return 0;
    }

    /// "Art. II, Sec. 4": the full stop is that of a noun, and its number stands behind it.
    bool is_abbreviated(std::string_view title, std::string_view rest) const {
        const PhrasedText phrased(title, book_);
        if (phrased.size() == 0 || !(is_digit(rest.front()) || is_upper(rest.front()))) return false;
        const std::size_t last = phrased.size() - 1;
        const bool noun = phrased.has(last, WordClass::section) || phrased.has(last, WordClass::article) ||
                          phrased.has(last, WordClass::paragraph) || phrased.is_word(last, "no");
        return noun && has_digit(rest.substr(0, rest.find_first_of(" ,;:-")));
    }

    /// "add Juneteenth & the day after Thanksgiving", "0-4 yrs 10 days; 5-9 yrs 15 days": no title.
    static bool runs_on(std::string_view rest) {
        constexpr std::uint32_t words_of_text = 5;
        return (is_lower(rest.front()) || is_digit(rest.front())) && count_words(rest) >= words_of_text;
    }

    /// The same where nothing but a blank parts the place from the instruction: "Article 6 Change “ten” to “nine”".
    std::uint32_t heading_is_place(std::string_view line) const {
        const PhrasedText phrased(line, book_);
        const auto place = parse_place(phrased, 0, phrased.size());
        if (!place || !place->has_label() || place->end >= phrased.size()) return 0;
        const std::uint32_t begin = phrased.at(place->end).span.begin;
        const std::vector<Instruction> clauses = parse_instructions(line.substr(begin), book_).clauses;
        const bool told = !clauses.empty() && is_told_at_once(clauses.front(), line.substr(begin), *place);
        return told ? begin : 0;
    }

    /// An instruction that no title could be: it quotes, announces the text that follows, or says nothing but that a
    /// unit goes, in a sentence ("4.02 Delete."; but "Article 31 Strike." is a title) or with a verb that is no title.
    bool is_told_at_once(const Instruction& clause, std::string_view text, const PlaceName& place) const {
        if (!clause.removed.empty() || !clause.added.empty()) return true;
        if (!clause.unread.empty()) return false;
        const std::string_view line = text.substr(0, text.find('\n'));
        if (clause.reads || clause.following) return line.ends_with(":") || line.ends_with(".");
        const bool goes = clause.verb == Verb::remove && !clause.place && clause.span.end >= line.size();
        const PhrasedText words(line, book_);
        const auto no_title = words.find(0, WordClass::no_title);
        if (goes && no_title && no_title->size == words.size()) return true;
        if (clause.verb == Verb::renumber && clause.destination && clause.span.end >= line.size()) return true;
        const UnitName* section = place.find(WordClass::section);
        const bool dotted = section != nullptr && !section->labels.empty() &&
                            section->labels.front().find_first_of(number_stops) != std::string::npos;
        return goes && (clause.entire || (dotted && line.ends_with(".") && !line.ends_with("s.")));
    }

    /// "Article 6.C – The Union accepts the City's proposal. (TA)": what stands between the dash and the mark is asked
    /// for, or said, and no title.
    std::uint32_t end_before_dash(const Block& block, std::uint32_t from, std::uint32_t cut) const {
        const std::uint32_t dash = heading_before_dash(block, from);
        if (cut == 0 || dash == 0 || dash >= cut) return cut == 0 ? dash : cut;
        const std::string_view between = std::string_view(block.text).substr(from + dash, cut - dash);
        return parse_instructions(between, book_).clauses.empty() ? cut : dash;
    }

    /// The same before a dash: "Parking (Article 9) – Union accepts …", "Parking (Article 9) – Fees are ~~$5~~ **$4**."
    std::uint32_t heading_before_dash(const Block& block, std::uint32_t from) const {
        const std::string_view line = std::string_view(block.text).substr(from);
        const std::string_view near = line.substr(0, longest_run_in_heading);
        for (const std::string_view joint : {" – ", " — ", " - "})
            for (std::size_t at = near.find(joint); at != std::string_view::npos; at = near.find(joint, at + 1)) {
                const std::string_view title = line.substr(0, at), rest = line.substr(at + joint.size());
                if (!has_place(title) || is_instruction(title) || has_word(title, grammar_.sentence_words)) continue;
                const auto mark = find_status_mark(rest, grammar_.proposal, date_);
                const auto begin = static_cast<std::uint32_t>(from + at + joint.size());
                if (mark && mark->span.begin <= 1) {
                    // "Section 4.3 – (TA 9/30) Change “a” to “b”."
                    const std::size_t told = line.find_first_not_of(" \t\n", begin - from + mark->span.end);
                    if (told != std::string_view::npos && !parse_instructions(line.substr(told), book_).clauses.empty())
                        return static_cast<std::uint32_t>(told);
                    continue;
                }
                if (is_marked_behind(block, begin) || is_text_behind(rest) ||
                    (is_lower(rest.front()) && runs_on(rest)) || !parse_instructions(rest, book_).clauses.empty())
                    return begin - from;
            }
        return 0;
    }

    bool has_place(std::string_view title) const {
        const PhrasedText phrased(title, book_);
        for (std::size_t i = 0; i < phrased.size(); ++i)
            if (const auto place = parse_place(phrased, i, phrased.size()); place && place->has_label()) return true;
        return false;
    }

    static bool is_marked_behind(const Block& block, std::uint32_t from) {
        return std::any_of(block.runs.begin(), block.runs.end(), [&](const Run& run) {
            return run.text.begin >= from && (run.marks.has(Mark::struck) || run.marks.has(Mark::inserted));
        });
    }

    /// Behind a heading in its paragraph: a quotation, a sentence, or a mark of status and nothing else.
    bool is_text_behind(std::string_view rest) const {
        if (rest.starts_with("\"") || rest.starts_with("“")) return true;
        // "Effective July 1, 2026: 3 %"
        if (PhrasedText(rest.substr(0, 60), book_).has(0, WordClass::condition) && has_digit(rest)) return true;
        const std::string text = fold_blanks(rest);
        if (opens_with_value(text)) return true;
        if (const auto mark = find_status_mark(text, grammar_.proposal, date_); mark && mark->span.begin == 0)
            return text.size() - mark->span.end <= 1;
        if (looks_like_title(text) || !(text.ends_with(".") || text.ends_with(":") || text.ends_with(".)")))
            return false;
        return count_words(text) > longest_caption || has_word(text, grammar_.sentence_words);
    }

    /// "July 1, 2026 – June 30, 2029", "3.5 % on April 1, 2026": a full date, a share or a sum stands first.
    static bool opens_with_value(std::string_view text) {
        const std::vector<Quantity> values = find_quantities(text);
        if (values.empty() || values.front().span.begin > 0) return false;
        const Quantity& first = values.front();
        // "3 years.", and nothing else
        if (first.type == QuantityType::duration && !first.weak &&
            text.find_first_not_of(" .", first.span.end) == std::string_view::npos)
            return true;
        const bool full_date = is_full_date(first) && values.size() > 1;
        const Quantity& second = values.size() > 1 ? values[1] : first;
        const bool goes_on =
            second.type == QuantityType::percent || second.type == QuantityType::money || is_full_date(second);
        return (full_date && goes_on) || first.type == QuantityType::percent || first.type == QuantityType::money;
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
