// Finds the blocks that open items.
#include "proposal/openers.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <set>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/instruction.hpp"
#include "proposal/letters.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/opener_clauses.hpp"
#include "proposal/opener_letters.hpp"
#include "proposal/opener_numbers.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/status_line.hpp"
#include "proposal/target.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_heading = 30;        // words of an item's heading
constexpr std::size_t longest_run_in_heading = 160;  // bytes
constexpr std::uint32_t longest_line = 12;           // words of a line that is a heading by its name alone
constexpr std::size_t longest_term = 160;            // bytes of a line that tells the term
constexpr std::size_t longest_short_line = 40;       // bytes in front of a colon
constexpr std::uint32_t longest_title = 8;           // words of a title between a number and text
constexpr std::uint32_t longest_short_title = 6;     // words of a title that ends in a full stop

/// All of its text is struck.
bool is_struck(const Block& block) {
    return std::all_of(block.runs.begin(), block.runs.end(),
                       [](const Run& run) { return run.marks.has(Mark::struck); });
}

class OpenerFinder {
public:
    OpenerFinder(const Document& document, const Grammar& grammar, const PhraseBook& book,
                 const std::map<BlockId, Group>& groups)
        : document_(document), grammar_(grammar), book_(book), groups_(groups) {}

    Openers run() {
        find();
        Openers out{std::move(openers_), {}, is_numbered_};
        add_letters(out, document_, grammar_, book_);
        return out;
    }

private:
    /// The blocks that open items, by the first series that has two: numbers behind a demand's noun or a short name
    /// ("Proposal No. 4", "UP 4"); roman numbers under which others begin anew; numbers at the margin before titles,
    /// places or instructions; roman numbers and capitals at the margin before titles; units of the outline; numbers at
    /// the margin before anything; lines that stand out and name a place. Where there is no series the demands are one
    /// item.
    void find() {
        for (const Series series :
             {Series::with_noun, Series::roman_over_numbers, Series::titled, Series::roman, Series::lettered}) {
            const bool of_titles = series == Series::lettered || series == Series::roman;
            if (of_titles && outline_names_units(series)) continue;
            if (series == Series::roman_over_numbers && !numbers_restart_under_romans(document_)) continue;
            find_numbered(series);
            is_numbered_ =
                openers_.size() > 1 && !(series == Series::titled && stand_in_one_unit(document_, openers_, book_));
            if (is_numbered_) return;
        }
        if (find_amending_sections()) return;
        openers_ = find_clauses(document_, book_);
        if (!openers_.empty()) return add_run_in_headings();
        find_units();
        if (!openers_.empty()) return add_run_in_headings();
        find_numbered(Series::plain);
        is_numbered_ = openers_.size() > 1;
        if (is_numbered_) return;
        find_standing_out();
        if (openers_.size() < 2) add_run_in_headings();
        if (openers_.size() > 1) return;
        openers_.clear();
        find_first_demand();
        find_only_heading();
    }

    /// "Section 1. Article 12.3 shall be amended to read:": sections of the memorandum itself, in a row from 1 on, most
    /// of which instruct about a place of the agreement. They are its demands.
    bool find_amending_sections() {
        openers_.clear();
        unsigned amending = 0, first = 1;
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row) continue;
            const auto numbered = section_at_margin(here, book_);
            // The first may be a short title.
            if (numbered && openers_.empty() && numbered->number <= 2) first = numbered->number;
            if (!numbered || numbered->number != openers_.size() + first) {
                if (!openers_.empty() && openers_.rbegin()->second.heading_end == 0 &&
                    amends_place(std::string_view(here.text).substr(list_mark(here)))) {
                    openers_.rbegin()->second.heading_end = 1;  // for now: below it something is amended
                    ++amending;
                }
                continue;
            }
            const bool amends = amends_place(std::string_view(here.text).substr(numbered->from));
            amending += amends;
            openers_[block] = {std::to_string(numbered->number), numbered->from, amends ? 1U : 0U};
        }
        for (auto& [block, opener] : openers_) opener.heading_end = 0;
        is_numbered_ = openers_.size() > 1 && amending * 2 >= openers_.size();
        return is_numbered_;
    }

    /// The text instructs about an article, section or letter that it names with its number.
    bool amends_place(std::string_view text) const {
        const PhrasedText phrased(text.substr(0, longest_run_in_heading), book_);
        if (const auto place = parse_place(phrased, 0, phrased.size()); place && place->has_label()) {
            const auto passive = phrased.find(place->end, WordClass::passive);
            if (passive && is_instructing(phrased, place->end + passive->size)) return true;
        }
        for (const Instruction& clause : parse_instructions(text, book_).clauses)
            for (const auto* place : {&clause.place, &clause.scope})
                if (*place && clause.verb != Verb::missing)
                    for (const WordClass noun :
                         {WordClass::article, WordClass::section, WordClass::letter, WordClass::appendix})
                        if (const UnitName* unit = (*place)->find(noun); unit != nullptr && !unit->labels.empty())
                            return true;
        return false;
    }

    /// The outermost units of the outline: two or more, or one with a label. Those without stand before the first that
    /// has one and are titles of the document.
    void find_units() {
        openers_.clear();
        for (std::uint16_t depth = 1; openers_.empty() && depth <= deepest_opener; ++depth) {
            bool labelled = false;
            for (NodeId node = 1; node < document_.nodes.size(); ++node) {
                if (document_.nodes[node].depth != depth) continue;
                if (!labelled && !document_.nodes[node].label.written.empty()) {
                    labelled = true;
                    openers_.clear();
                }
                openers_[document_.nodes[node].first_block] = unit_opener(node);
            }
            if (openers_.size() < 2 && !labelled) openers_.clear();
        }
        add_headings_beside();
    }

    /// Where all units stand under headings of one depth, the others of that depth open demands too: "New Article: …".
    void add_headings_beside() {
        if (openers_.empty()) return;
        const Block& first = document_.blocks[openers_.begin()->first];
        const auto like_first = [&](const Block& block) {
            return block.kind == BlockKind::heading && block.depth == first.depth;
        };
        const bool all = std::all_of(openers_.begin(), openers_.end(),
                                     [&](const auto& opener) { return like_first(document_.blocks[opener.first]); });
        if (!all) return;
        std::set<BlockId> inner;  // labelled units inside of others
        for (const Node& node : document_.nodes)
            if (!node.label.written.empty()) inner.insert(node.first_block);
        for (BlockId block = openers_.begin()->first; block < document_.blocks.size(); ++block)
            if (like_first(document_.blocks[block]) && !openers_.contains(block) && !inner.contains(block) &&
                !instructs(document_.blocks[block].text))
                openers_[block] = {fold_blanks(document_.blocks[block].text), 0};
    }

    /// An instruction that brings in no new unit: no heading.
    bool instructs(std::string_view text) const {
        const std::vector<Instruction> clauses = parse_instructions(text, book_).clauses;
        return !clauses.empty() && !clauses.front().fresh;
    }

    /// "**Article 4 (Probation)** – The Employer accepts …", "New Article 31 – Telematics" beside articles that the
    /// outline knows.
    void add_run_in_headings() {
        bool articles = false;
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row) continue;
            const std::uint32_t end = named_heading_end(here);
            if (end == 0) continue;
            if (const auto known = openers_.find(block); known != openers_.end()) {
                // "**Article 7.5 – Charge Pay.** $2.75 per hour.": a unit of the outline whose text stands behind it.
                const std::uint32_t own = known->second.from == 0 ? run_in_end(here, end) : 0;
                if (own > 0) known->second.heading_end = own;
                continue;
            }
            const std::string_view heading = std::string_view(here.text).substr(0, end);
            const PhrasedText phrased(heading, book_);
            const std::size_t at = phrased.has(0, WordClass::fresh) ? 1 : 0;
            const auto place = parse_place(phrased, at, phrased.size());
            articles = articles || place->units.front().noun == WordClass::article;
            const bool alone = is_blank(std::string_view(here.text).substr(end));
            openers_[block] = {fold_blanks(phrased.text_of(0, place->end)), 0, alone ? 0 : end};
        }
        add_term();
        add_captions_beside();
        // Sections that the outline knows are parts of the articles it does not know.
        if (articles)
            std::erase_if(openers_, [&](const auto& opener) {
                const PhrasedText name(opener.second.id, book_);
                const auto place = parse_place(name, 0, name.size());
                return place && place->units.front().noun == WordClass::section && !name.has(0, WordClass::article);
            });
    }

    /// "**Term**" behind articles and letters that are named.
    void add_term() {
        if (openers_.empty()) return;
        for (BlockId block = openers_.begin()->first; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (here.kind != BlockKind::paragraph || here.text.size() > longest_term || openers_.contains(block))
                continue;
            const PhrasedText phrased(here.text, book_);
            const auto term = phrased.find(0, WordClass::term);
            if (const std::uint32_t end = term ? dated_term_end(here, phrased, term->size) : 0; end > 0) {
                openers_[block] = {fold_blanks(phrased.text_of(0, term->size)), 0, end};
                continue;
            }
            const bool all = term && (term->size == phrased.size() ||
                                      (term->size + 1 == phrased.size() && phrased.is_mark(term->size, ":")));
            if (all && stands_out(here)) openers_[block] = {fold_blanks(here.text), 0};
        }
    }

    /// "**LOU – Parking:** renew", "**Ratification Bonus:** $1,000": captions in the way of articles that run into
    /// their text, of a letter or behind the last letter or appendix.
    void add_captions_beside() {
        constexpr std::size_t a_style = 3;  // openers that run into their text
        const auto runs_in = [&](const auto& opener) {
            const Block& block = document_.blocks[opener.first];
            return opener.second.heading_end > 0 && !block.runs.empty() && is_emphasis(block.runs.front().marks);
        };
        if (static_cast<std::size_t>(std::count_if(openers_.begin(), openers_.end(), runs_in)) < a_style) return;
        bool behind_letters = false;
        for (BlockId block = openers_.begin()->first; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (here.kind != BlockKind::paragraph || here.runs.empty()) continue;
            if (const auto known = openers_.find(block); known != openers_.end()) {
                behind_letters = book_.begins(known->second.id, WordClass::appendix) ||
                                 book_.begins(known->second.id, WordClass::letter);
                continue;
            }
            const std::uint32_t end = here.runs.front().text.end;
            const std::string caption = fold_blanks(std::string_view(here.text).substr(0, end));
            const bool runs_on = is_emphasis(here.runs.front().marks) && end < here.text.size() &&
                                 (caption.ends_with(":") || caption.ends_with(".")) &&
                                 count_words(caption) <= longest_short_title && looks_like_title(caption);
            const bool letter = book_.begins(caption, WordClass::letter);
            if (!runs_on || !(letter || behind_letters) || book_.begins(caption, WordClass::note) ||
                book_.begins(caption, WordClass::section) || has_digit(caption))
                continue;
            openers_[block] = {caption.substr(0, caption.size() - 1), 0, end};
        }
    }

    /// Where the name of an article, letter or appendix ends that opens a paragraph: emphasised, or before a dash and
    /// text, or all of a short line; 0 where it has none.
    std::uint32_t named_heading_end(const Block& block) const {
        const std::string_view near = std::string_view(block.text).substr(0, longest_run_in_heading);
        std::uint32_t end = 0;
        for (const Run& run : block.runs) {
            if (!is_emphasis(run.marks)) break;
            end = run.text.end;
        }
        // "Article 20. Sections 1 and 2 – TA. Section 3 – …"
        if (end == 0 && book_.begins(behind_first_stop(near), WordClass::section))
            if (const std::uint32_t place_end = place_before_sentence(near)) return place_end;
        for (const std::string_view joint : {" – ", " — ", " - ", ": "})
            if (const std::size_t at = near.find(joint); end == 0 && at != std::string_view::npos)
                end = static_cast<std::uint32_t>(at);
        if (end == 0 && count_words(block.text) <= longest_line &&
            block.text.find_last_of(".:;,") + 1 != block.text.size())
            end = static_cast<std::uint32_t>(block.text.size());
        // "Side Letter 4 (Mutual Aid). Renew …": the number alone, its title in brackets.
        const bool emphasised = !block.runs.empty() && is_emphasis(block.runs.front().marks);
        if (const std::size_t close = near.find(").");
            close != std::string_view::npos && close < near.find(". ") && !emphasised && (end == 0 || close + 2 < end))
            end = static_cast<std::uint32_t>(close + 2);
        // "Article 8. Replace Section 2 with: …": what instructs is no heading.
        const std::uint32_t place_end = place_before_sentence(near);
        if (end == 0 || (place_end > 0 && place_end < end && block.kind == BlockKind::paragraph &&
                         !parse_instructions(near.substr(place_end), book_).clauses.empty()))
            end = place_end;
        if (end == 0 || end > near.size()) return 0;
        const PhrasedText phrased(near.substr(0, end), book_);
        const std::size_t at = phrased.has(0, WordClass::fresh) ? 1 : 0;
        const auto place = parse_place(phrased, at, phrased.size());
        // "New MOU – Parking. …"
        const bool fresh_letter = at == 1 && end < block.text.size() && place && place->units.size() == 1 &&
                                  place->units.front().noun == WordClass::letter;
        if (!place || (place->units.front().labels.empty() && !fresh_letter) ||
            has_word(near.substr(0, end), grammar_.sentence_words))
            return 0;
        // "Article 5.9" is a section, and its noun an article's.
        if (phrased.has(at, WordClass::article)) return behind_title(near, end);
        for (const WordClass noun : {WordClass::article, WordClass::letter, WordClass::appendix})
            if (place->find(noun) != nullptr) return behind_title(near, end);
        return 0;
    }

    static std::string_view behind_first_stop(std::string_view text) {
        const std::size_t stop = text.find(". ");
        return stop == std::string_view::npos ? std::string_view() : text.substr(stop + 2);
    }

    /// The end of a heading that is emphasised while what follows is not, or that is a place before a sentence; 0 where
    /// the block is all heading.
    std::uint32_t run_in_end(const Block& block, std::uint32_t end) const {
        const bool emphasised = !block.runs.empty() && is_emphasis(block.runs.front().marks) &&
                                !is_emphasised(block, 0, static_cast<std::uint32_t>(block.text.size()));
        const std::string_view near = std::string_view(block.text).substr(0, longest_run_in_heading);
        const bool several = behind_first_stop(behind_first_stop(near)).size() > 0;
        const bool sentence = (block.kind != BlockKind::heading || several) && place_before_sentence(near) == end;
        return (emphasised || sentence) && !is_blank(std::string_view(block.text).substr(end)) ? end : 0;
    }

    /// "Article 8, Section 4. The College agrees.": behind a place that a full stop parts from a sentence.
    std::uint32_t place_before_sentence(std::string_view near) const {
        const std::size_t stop = near.find(". ");
        if (!book_.begins(near, WordClass::article) || stop == std::string_view::npos || stop + 2 >= near.size() ||
            !is_upper(near[stop + 2]))
            return 0;
        const PhrasedText text(near.substr(0, stop), book_);
        const auto place = parse_place(text, 0, text.size());
        return place && place->has_label() && place->end == text.size() ? static_cast<std::uint32_t>(stop + 1) : 0;
    }

    /// "Article 9 – Vacations. Section 9.1 is …": behind the title that stands behind the number; `end` where none
    /// does.
    std::uint32_t behind_title(std::string_view near, std::uint32_t end) const {
        std::uint32_t begin = end;
        skip_joints(near, begin, label_joints);
        // "New Article 19 – Telework", and nothing behind.
        const std::string all = fold_blanks(near.substr(begin));
        if (begin > end && begin < near.size() && near.size() < longest_run_in_heading && looks_like_title(all) &&
            count_words(all) <= longest_title && !all.ends_with(".") && !has_word(all, grammar_.sentence_words) &&
            parse_instructions(all, book_).clauses.empty() && !find_status_mark(all, grammar_.proposal, {}))
            return static_cast<std::uint32_t>(near.size());
        for (const std::string_view stop : {". ", ": ", ".\n"}) {
            const std::size_t at = near.find(stop, begin);
            if (begin == end || at == std::string_view::npos || at == begin) continue;
            const std::string title = fold_blanks(near.substr(begin, at - begin));
            if (looks_like_title(title) && count_words(title) <= longest_title && !is_verb(title) &&
                !has_word(title, grammar_.sentence_words) && parse_instructions(title, book_).clauses.empty())
                return static_cast<std::uint32_t>(at + 1);
        }
        // "Article 12 – Health – The Guild withdraws 12.4"
        for (const std::string_view joint : {" – ", " — ", " - "}) {
            const std::size_t at = near.find(joint, begin);
            if (begin == end || at == std::string_view::npos || at == begin) continue;
            const std::string title = fold_blanks(near.substr(begin, at - begin));
            if (looks_like_title(title) && count_words(title) <= longest_title &&
                parse_instructions(title, book_).clauses.empty() && asks(near.substr(at + joint.size())))
                return static_cast<std::uint32_t>(at);
        }
        return end;
    }

    /// "Add" of "Article 8, Sec. 6 – Add: “…”", "Holidays – Add Veterans Day"
    bool is_verb(std::string_view title) const {
        const PhrasedText text(title, book_);
        const auto verb = verb_at(text, 0);
        bool asks = verb && verb->size == text.size();
        for (std::size_t i = 1; i < text.size() && !asks; ++i) asks = text.is_mark(i - 1, "-") && verb_at(text, i);
        return asks;
    }

    /// Whether a text instructs, or says what became of units.
    bool asks(std::string_view text) const {
        return !parse_instructions(text, book_).clauses.empty() ||
               status_of_places(text.substr(0, text.find(';')), grammar_, book_, {}).has_value();
    }

    /// Bold lines and capitals with the number of an article, section or letter in them.
    void find_standing_out() {
        openers_.clear();
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row || !stands_out(here)) continue;
            if (count_words(here.text) > longest_heading || !names_place(here.text, book_)) continue;
            openers_[block] = {fold_blanks(here.text), 0};
        }
    }

    /// The first block that asks for something: by an instruction or by its marks.
    void find_first_demand() {
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || is_legend(here.text, book_)) continue;
            const bool marked = std::any_of(here.runs.begin(), here.runs.end(), [](const Run& run) {
                return run.marks.has(Mark::struck) || run.marks.has(Mark::inserted);
            });
            if (!marked && parse_instructions(here.text, book_).clauses.empty()) continue;
            openers_[block] = {std::string(first_demand), 0};
            return;
        }
    }

    /// "Counter Proposal 2 – Article 12: Leaves" over all that is asked: the one line above the first demand that
    /// stands out and names an article.
    void find_only_heading() {
        if (openers_.size() != 1) return;
        std::optional<BlockId> heading;
        for (BlockId block = 0; block < openers_.begin()->first; ++block) {
            const Block& here = document_.blocks[block];
            const std::string_view line = std::string_view(here.text).substr(0, here.text.find('\n'));
            const bool titled = stands_out(here) || (here.kind == BlockKind::paragraph && is_capitals(line));
            if (is_set_aside(here.kind) || !titled || count_words(here.text) > longest_heading) continue;
            const PhrasedText text(line, book_);
            for (std::size_t i = 0; i < text.size(); ++i) {
                const auto place = parse_place(text, i, text.size());
                if (!place || !place->has_label() || place->find(WordClass::article) == nullptr) continue;
                if (heading && *heading != block) return;
                heading = block;
            }
        }
        if (!heading) return;
        openers_.clear();
        openers_[*heading] = {"1", 0};
    }

    Opener unit_opener(NodeId id) const {
        const Node& node = document_.nodes[id];
        const Block& block = document_.blocks[node.first_block];
        const bool list = block.kind == BlockKind::list_item || !block.number.empty();
        Opener opener;
        opener.id = list ? node.label.value : fold_blanks(node.label.written);
        if (opener.id.empty()) opener.id = node.heading;
        opener.from = list ? node.label.span.end : 0;
        return opener;
    }

    enum class Series : std::uint8_t { with_noun, roman_over_numbers, titled, roman, lettered, plain };

    static bool is_roman(Series series) { return series == Series::roman || series == Series::roman_over_numbers; }

    /// Outermost units of the outline with a noun of their own: capitals at the margin are parts of them, unless two of
    /// these stand in front of the first, as of an article that is attached.
    bool outline_names_units(Series series) const {
        const auto numbers = numbers_of(series);
        const BlockId second = numbers.size() > 1 ? std::next(numbers.begin())->first : none;
        return std::any_of(document_.nodes.begin(), document_.nodes.end(), [&](const Node& node) {
            if (node.depth != 1 || node.label.written.empty() || node.first_block > second) return false;
            const PhrasedText label(node.label.written, book_);
            const auto place = parse_place(label, 0, label.size());
            // "MEMORANDUM OF AGREEMENT": what the document calls itself.
            return place && (place->has_label() || !label.has(0, WordClass::offer));
        });
    }

    /// The numbers of a series, by their blocks.
    std::map<BlockId, Numbered> numbers_of(Series series) const {
        std::map<BlockId, Numbered> out;
        for (BlockId id = 0; id < document_.blocks.size(); ++id) {
            const Block& block = document_.blocks[id];
            if (is_set_aside(block.kind) || block.kind == BlockKind::table_row) continue;
            auto numbered = series == Series::with_noun  ? noun_and_number(block, book_)
                            : series == Series::lettered ? letter_at_margin(block)
                            : is_roman(series)           ? roman_at_margin(block)
                                                         : number_at_margin(block);
            if (numbered) out[id] = std::move(*numbered);
        }
        return out;
    }

    /// One row of numbers: those behind one short name, or of one side's demands; letters are a row beside numbers.
    struct Row {
        std::string name;
        Side side = Side::neither;
        bool lettered = false;
        auto operator<=>(const Row&) const = default;
    };

    /// The rows of a series: the short name in front of most numbers, or the noun of demands; each name or side apart
    /// where two have several numbers.
    static std::set<Row> rows_of(const std::map<BlockId, Numbered>& numbers) {
        std::map<std::string, std::size_t> count;
        std::map<Side, std::size_t> sides;
        for (const auto& [block, numbered] : numbers) {
            ++count[numbered.name];
            if (numbered.name.empty()) ++sides[numbered.side];
        }
        const auto most = std::max_element(count.begin(), count.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == count.end()) return {};
        std::set<Row> rows;
        if (most->first.empty() && sides[Side::company] > 0 && sides[Side::union_side] > 0 && most->second > 2)
            for (const auto& [side, times] : sides)
                for (const bool lettered : {false, true}) rows.insert(Row{{}, side, lettered});
        else if (most->first.empty())
            for (const bool lettered : {false, true}) rows.insert(Row{{}, Side::neither, lettered});
        else
            for (const auto& [name, times] : count)
                if (!name.empty() && (times > 1 || name == most->first)) rows.insert(Row{name, Side::neither, false});
        return rows;
    }

    static std::string id_of(const Numbered& numbered, const Row& row, std::size_t rows) {
        const bool roman = row.name.empty() && !numbered.name.empty();
        const std::string number = roman                  ? numbered.name
                                   : numbered.letter == 0 ? std::to_string(numbered.number)
                                                          : std::string(1, numbered.letter);
        return rows > 1 && !row.name.empty() ? row.name + " " + number : number;
    }

    void find_numbered(Series series) {
        openers_.clear();
        const std::map<BlockId, Numbered> numbers = numbers_of(series);
        const std::set<Row> rows = series == Series::with_noun ? rows_of(numbers) : std::set<Row>{Row{}};
        const bool by_side =
            std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.side != Side::neither; });
        std::map<Row, unsigned> expected_of;
        std::vector<std::pair<BlockId, Opener>> before;  // numbers from 1 on, in front of the first that opens a demand
        unsigned last_before = 0;
        bool in_list = false;  // a number since the last opener that opens no demand: a list inside of it
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row) continue;
            if (groups_.contains(block)) {
                expected_of.clear();
                in_list = false;
            }
            const auto found = numbers.find(block);
            if (found == numbers.end()) continue;
            const Numbered* const numbered = &found->second;
            const Row row{is_roman(series) ? std::string() : numbered->name, by_side ? numbered->side : Side::neither,
                          series == Series::with_noun && numbered->letter != 0};
            if (!rows.contains(row)) continue;
            unsigned& expected = expected_of.try_emplace(row, 1).first->second;
            const std::string id = id_of(*numbered, row, rows.size());
            const bool goes_on = numbered->number >= expected && numbered->number <= expected + most_missing;
            const bool next = !in_list && series != Series::lettered && !is_roman(series) &&
                              (series == Series::plain || expected > 1) &&
                              numbered->number <= expected + most_missing_plain && !is_struck(here);
            const bool opens = series == Series::with_noun || next ||
                               ((series == Series::titled || series == Series::lettered || is_roman(series)) &&
                                opens_demand(block, numbered->from)) ||
                               (is_roman(series) && heads_with_unit(block, numbered->from));
            if (!goes_on || !opens) {
                in_list = true;
                if (expected == 1 && goes_on_from(last_before, numbered->number)) {
                    before.push_back({block, {id, numbered->from, 0, row.side}});
                    last_before = numbered->number;
                }
                continue;
            }
            in_list = false;
            if (expected == 1 && goes_on_from(last_before, numbered->number))
                openers_.insert(before.begin(), before.end());
            before.clear();
            last_before = 0;
            openers_[block] = {id, numbered->from, 0, row.side};
            expected = numbered->number + 1;
        }
    }

    /// Whether a number is the next, or a few are missing between them; the first is 1.
    static bool goes_on_from(unsigned last, unsigned number) {
        return number > last && number <= last + 1 + (last > 0 ? most_missing_plain : 0);
    }

    /// "II. Article VIII, Section 1, Wages: …", "VII. New Section XVI-5, Helmets. “…”": a unit right behind the number,
    /// however long the line.
    bool heads_with_unit(BlockId block, std::uint32_t from) const {
        const Block& here = document_.blocks[block];
        const std::string_view rest = std::string_view(here.text).substr(std::min<std::size_t>(from, here.text.size()));
        const PhrasedText text(rest.substr(0, longest_run_in_heading), book_);
        const auto place = parse_place(text, 0, text.size());
        return place && !is_struck(here) && (place->has_label() || text.has(0, WordClass::fresh));
    }

    /// A title, an instruction, or a place with its number: no sentence of a list.
    bool opens_demand(BlockId block, std::uint32_t from) const {
        const Block& here = document_.blocks[block];
        const std::string_view rest = std::string_view(here.text).substr(std::min<std::size_t>(from, here.text.size()));
        const std::string line = fold_blanks(rest);
        if (line.empty() || is_struck(here)) return false;
        if (book_.begins(rest, WordClass::all_other)) return true;
        if (!parse_instructions(rest, book_).clauses.empty()) return true;
        if (count_words(line) > longest_heading || line.ends_with(";") || line.ends_with(",")) return false;
        if (names_place(line, book_)) return true;
        const std::size_t colon = line.find(": ");  // "Reopen 3.2.A: Replace “…” with “…”."
        if (colon < longest_short_line && !parse_instructions(line.substr(colon + 2), book_).clauses.empty())
            return true;
        return looks_like_title(line) && (!line.ends_with(".") || count_words(line) <= longest_short_title);
    }

    static constexpr std::uint16_t deepest_opener = 3;
    static constexpr unsigned most_missing = 100;
    static constexpr unsigned most_missing_plain = 2;  // between demands that only their numbers make demands

    const Document& document_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    const std::map<BlockId, Group>& groups_;
    std::map<BlockId, Opener> openers_;
    bool is_numbered_ = false;
};

}  // namespace

bool stands_out(const Block& block) {
    return block.kind == BlockKind::heading || is_capitals(block.text) ||
           is_emphasised(block, 0, static_cast<std::uint32_t>(block.text.size()));
}

bool names_place(std::string_view line, const PhraseBook& book) {
    const PhrasedText phrased(line.substr(0, 1 << 10), book);  // a place near its beginning
    for (std::size_t i = 0; i < phrased.size() && i < 4; ++i) {
        const auto place = parse_place(phrased, i, phrased.size());
        if (place && place->has_label()) return true;
    }
    return false;
}

Openers find_openers(const Document& document, const Grammar& grammar, const PhraseBook& book,
                     const std::map<BlockId, Group>& groups) {
    return OpenerFinder(document, grammar, book, groups).run();
}

}  // namespace stet
