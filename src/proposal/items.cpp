// Cuts a proposal into its items.
#include "proposal/items.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "grammar/wording.hpp"
#include "proposal/instruction.hpp"
#include "proposal/letters.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_caption = 6;         // words
constexpr std::uint32_t longest_signature = 14;      // words of a line of signatures
constexpr std::uint32_t longest_heading = 30;        // words of an item's heading
constexpr std::size_t longest_run_in_heading = 160;  // bytes
constexpr std::uint32_t longest_line = 12;           // words of a line that is a heading by its name alone
constexpr std::size_t longest_group_heading = 200;   // bytes
constexpr std::uint32_t longest_short_title = 6;     // words of a title that ends in a full stop

/// A block that opens an item: what the item is called, and where its own words begin.
struct Opener {
    std::string id;
    std::uint32_t from = 0;
    std::uint32_t heading_end = 0;  ///< where a heading ends that text of the item follows in its paragraph; else 0
};

/// All of its text is struck.
bool is_struck(const Block& block) {
    return std::all_of(block.runs.begin(), block.runs.end(),
                       [](const Run& run) { return run.marks.has(Mark::struck); });
}

/// What a heading says of the demands below it.
struct Group {
    Side side = Side::neither;
    bool demands = false;  ///< the side asks, and is not asked
};

class ItemReader {
public:
    ItemReader(const Document& document, const Grammar& grammar, const PhraseBook& book, std::string_view date)
        : document_(document), grammar_(grammar), book_(book), date_(date) {}

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
    /// The blocks that open items, by the first series that has two: numbers behind a demand's noun or a short name
    /// ("Proposal No. 4", "UP 4"); numbers at the margin before titles, places or instructions; capitals at the margin
    /// before titles; units of the outline; numbers at the margin before anything; lines that stand out and name a
    /// place. Where there is no series the demands are one item.
    void find_openers() {
        find_groups();
        for (const Series series : {Series::with_noun, Series::titled, Series::lettered}) {
            if (series == Series::lettered && outline_names_units()) continue;
            find_numbered(series);
            numbered_ = openers_.size() > 1;
            if (numbered_) return;
        }
        find_units();
        if (!openers_.empty()) return add_run_in_headings();
        find_numbered(Series::plain);
        numbered_ = openers_.size() > 1;
        if (numbered_) return;
        find_standing_out();
        if (openers_.empty()) find_first_demand();
    }

    /// The blocks that head groups: "The Union will agree to the following:", and "Union Proposals" and "Employer
    /// Proposals" where both stand; one of them alone is the document's title.
    void find_groups() {
        std::map<BlockId, Group> demands;
        bool company = false, union_side = false;
        for (BlockId id = 0; id < document_.blocks.size(); ++id) {
            const Block& block = document_.blocks[id];
            if (block.text.size() > longest_group_heading || block.text.ends_with('.') ||
                block.kind == BlockKind::table_row)
                continue;
            const PhrasedText phrased(block.text, book_);
            const Side agrees = heads_group(phrased, WordClass::agrees);
            if (agrees != Side::neither) groups_[id] = {agrees, false};
            const Side asks = heads_group(phrased, WordClass::demands);
            company = company || asks == Side::company;
            union_side = union_side || asks == Side::union_side;
            if (asks != Side::neither) demands[id] = {asks, true};
        }
        if (company && union_side) groups_.merge(demands);
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
            if (like_first(document_.blocks[block]) && !openers_.contains(block) && !inner.contains(block))
                openers_[block] = {fold_blanks(document_.blocks[block].text), 0};
    }

    /// "**Article 4 (Probation)** – The Employer accepts …", "New Article 31 – Telematics" beside articles that the
    /// outline knows.
    void add_run_in_headings() {
        bool articles = false;
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row || openers_.contains(block)) continue;
            const std::uint32_t end = named_heading_end(here);
            if (end == 0) continue;
            const std::string_view heading = std::string_view(here.text).substr(0, end);
            const PhrasedText phrased(heading, book_);
            const std::size_t at = phrased.has(0, WordClass::fresh) ? 1 : 0;
            const auto place = parse_place(phrased, at, phrased.size());
            articles = articles || place->units.front().noun == WordClass::article;
            const bool alone = is_blank(std::string_view(here.text).substr(end));
            openers_[block] = {fold_blanks(phrased.text_of(0, place->end)), 0, alone ? 0 : end};
        }
        // Sections that the outline knows are parts of the articles it does not know.
        if (articles)
            std::erase_if(openers_, [&](const auto& opener) {
                const PhrasedText name(opener.second.id, book_);
                const auto place = parse_place(name, 0, name.size());
                return place && place->units.front().noun == WordClass::section;
            });
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
        for (const std::string_view joint : {" – ", " — ", " - ", ": "})
            if (const std::size_t at = near.find(joint); end == 0 && at != std::string_view::npos)
                end = static_cast<std::uint32_t>(at);
        if (end == 0 && count_words(block.text) <= longest_line &&
            block.text.find_last_of(".:;,") + 1 != block.text.size())
            end = static_cast<std::uint32_t>(block.text.size());
        if (end == 0 || end > near.size()) return 0;
        const PhrasedText phrased(near.substr(0, end), book_);
        const auto place = parse_place(phrased, phrased.has(0, WordClass::fresh) ? 1 : 0, phrased.size());
        if (!place || place->units.front().labels.empty() || has_word(near.substr(0, end), grammar_.sentence_words))
            return 0;
        for (const WordClass noun : {WordClass::article, WordClass::letter, WordClass::appendix})
            if (place->units.front().noun == noun) return end;
        return 0;
    }

    /// Bold lines and capitals with the number of an article, section or letter in them.
    void find_standing_out() {
        openers_.clear();
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row || !stands_out(here)) continue;
            if (count_words(here.text) > longest_heading || !names_place(here.text)) continue;
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
            openers_[block] = {"1", 0};
            return;
        }
    }

    static bool stands_out(const Block& block) {
        return block.kind == BlockKind::heading || is_capitals(block.text) ||
               is_emphasised(block, 0, static_cast<std::uint32_t>(block.text.size()));
    }

    /// A place with its number stands among the first words.
    bool names_place(std::string_view line) const {
        const PhrasedText phrased(line, book_);
        for (std::size_t i = 0; i < phrased.size() && i < 4; ++i) {
            const auto place = parse_place(phrased, i, phrased.size());
            if (place && place->has_label()) return true;
        }
        return false;
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

    enum class Series : std::uint8_t { with_noun, titled, lettered, plain };

    /// Outermost units of the outline with a noun of their own: capitals at the margin are parts of them.
    bool outline_names_units() const {
        return std::any_of(document_.nodes.begin(), document_.nodes.end(), [&](const Node& node) {
            if (node.depth != 1 || node.label.written.empty()) return false;
            const PhrasedText label(node.label.written, book_);
            return parse_place(label, 0, label.size()).has_value();
        });
    }

    struct Numbered {
        unsigned number = 0;
        std::uint32_t from = 0;  ///< behind the number and the mark that closes it
        char letter = 0;         ///< a capital in the number's place; 0 where it is a number
        std::string name;        ///< "UP" of "UP 4"; empty where a demand's noun stands in front
    };

    /// The numbers of a series, by their blocks.
    std::map<BlockId, Numbered> numbers_of(Series series) const {
        std::map<BlockId, Numbered> out;
        for (BlockId id = 0; id < document_.blocks.size(); ++id) {
            const Block& block = document_.blocks[id];
            if (is_set_aside(block.kind) || block.kind == BlockKind::table_row) continue;
            auto numbered = series == Series::with_noun  ? noun_and_number(block)
                            : series == Series::lettered ? letter_at_margin(block)
                                                         : number_at_margin(block);
            if (numbered) out[id] = std::move(*numbered);
        }
        return out;
    }

    /// The short name in front of most numbers; empty for the nouns of demands.
    static std::string leading_name(const std::map<BlockId, Numbered>& numbers) {
        std::map<std::string, std::size_t> count;
        for (const auto& [block, numbered] : numbers) ++count[numbered.name];
        const auto most = std::max_element(count.begin(), count.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return most == count.end() ? std::string{} : most->first;
    }

    void find_numbered(Series series) {
        openers_.clear();
        const std::map<BlockId, Numbered> numbers = numbers_of(series);
        const std::string name = series == Series::with_noun ? leading_name(numbers) : std::string{};
        unsigned expected = 1;
        std::vector<std::pair<BlockId, Opener>> before;  // numbers from 1 on, in front of the first that opens a demand
        bool in_list = false;  // a number since the last opener that opens no demand: a list inside of it
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            const Block& here = document_.blocks[block];
            if (is_set_aside(here.kind) || here.kind == BlockKind::table_row) continue;
            if (groups_.contains(block)) {
                expected = 1;
                in_list = false;
            }
            const auto found = numbers.find(block);
            if (found == numbers.end() || found->second.name != name) continue;
            const Numbered* const numbered = &found->second;
            const std::string id =
                numbered->letter == 0 ? std::to_string(numbered->number) : std::string(1, numbered->letter);
            const bool goes_on = numbered->number >= expected && numbered->number <= expected + most_missing;
            const bool next = !in_list && series != Series::lettered && (series == Series::plain || expected > 1) &&
                              numbered->number <= expected + most_missing_plain && !is_struck(here);
            const bool opens =
                series == Series::with_noun || next ||
                ((series == Series::titled || series == Series::lettered) && opens_demand(block, numbered->from));
            if (!goes_on || !opens) {
                in_list = true;
                if (expected == 1 && numbered->number == before.size() + 1)
                    before.push_back({block, {id, numbered->from}});
                continue;
            }
            in_list = false;
            if (expected == 1 && numbered->number == before.size() + 1) openers_.insert(before.begin(), before.end());
            before.clear();
            openers_[block] = {id, numbered->from};
            expected = numbered->number + 1;
        }
    }

    /// "A.  OVERTIME (Article 8)": a capital in the place of a number.
    static std::optional<Numbered> letter_at_margin(const Block& block) {
        const std::size_t at = block.text.find_first_not_of(" \t\n");
        if (at == std::string::npos || at + 3 >= block.text.size()) return std::nullopt;
        const char letter = block.text[at];
        if (letter < 'A' || letter > 'Z' || (block.text[at + 1] != '.' && block.text[at + 1] != ')') ||
            block.text[at + 2] != ' ')
            return std::nullopt;
        return Numbered{static_cast<unsigned>(letter - 'A' + 1), static_cast<std::uint32_t>(at + 3), letter, {}};
    }

    /// "UP 3 — …", "M-4: …": capitals that stand for a demand's noun, and no unit's.
    static std::optional<std::size_t> short_name(const PhrasedText& text) {
        if (text.size() < 3 || text.at(0).shape != TokenShape::word) return std::nullopt;
        const std::string_view name = text.text_of(0, 1);
        const bool capitals =
            name.size() <= 4 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        const std::size_t number = text.is_mark(1, "-") || text.is_mark(1, "#") ? 2 : 1;
        if (!capitals || number + 1 >= text.size() || text.at(number).shape != TokenShape::figure ||
            parse_place(text, 0, text.size()))
            return std::nullopt;
        const bool closed = text.is_mark(number + 1, "-") || text.is_mark(number + 1, ":") ||
                            text.is_mark(number + 1, ".") || text.is_mark(number + 1, "(");
        return closed ? std::optional(number) : std::nullopt;
    }

    static std::optional<Numbered> number_from(std::string_view text, std::uint32_t at) {
        Numbered out;
        const auto [end, error] =
            std::from_chars(text.data() + at, text.data() + std::min<std::size_t>(text.size(), at + 4), out.number);
        if (error != std::errc{} || out.number == 0) return std::nullopt;
        out.from = static_cast<std::uint32_t>(end - text.data());
        return out;
    }

    static void skip_separators(std::string_view text, std::uint32_t& at) {
        while (at < text.size()) {
            if (std::string_view(" .:)-\n\t").find(text[at]) != std::string_view::npos)
                ++at;
            else if (text.substr(at).starts_with("–") || text.substr(at).starts_with("—"))
                at += 3;
            else
                return;
        }
    }

    static bool is_verb(const PhrasedText& text, std::size_t at) {
        for (const WordClass verb : {WordClass::remove, WordClass::add, WordClass::replace, WordClass::modify,
                                     WordClass::change, WordClass::move, WordClass::renumber})
            if (text.has(at, verb)) return true;
        return false;
    }

    /// "Union Proposal No. 4 – …", "Item 3: …".
    std::optional<Numbered> noun_and_number(const Block& block) const {
        constexpr std::size_t longest_number = 24;  // bytes, with what stands behind it
        std::string_view text = std::string_view(block.text).substr(0, 120);
        const auto digit = std::find_if(text.begin(), text.end(), is_digit);
        if (digit == text.end()) return std::nullopt;
        text = text.substr(0, static_cast<std::size_t>(digit - text.begin()) + longest_number);
        const PhrasedText phrased(text, book_);
        // A party's name in a few words may stand before the noun; "Amend item 4" instructs.
        std::size_t at = 0;
        while (at < most_words_of_party && at < phrased.size() && phrased.at(at).shape == TokenShape::word &&
               !phrased.has(at, WordClass::demand) && !is_verb(phrased, at))
            ++at;
        const auto noun = phrased.find(at, WordClass::demand);
        const auto named = noun ? std::nullopt : short_name(phrased);
        if (!noun && !named) return std::nullopt;
        const std::string name = named ? std::string(phrased.text_of(0, 1)) : std::string{};
        at = named ? *named : at + noun->size;
        if (phrased.is_mark(at, "#")) ++at;
        if (at >= phrased.size() || phrased.at(at).shape != TokenShape::figure) return std::nullopt;
        auto numbered = number_from(text, phrased.at(at).span.begin);
        if (!numbered) return std::nullopt;
        const char next = numbered->from < text.size() ? text[numbered->from] : ' ';
        if (std::string_view(" .:,)-\n\xe2").find(next) == std::string_view::npos) return std::nullopt;
        skip_separators(text, numbered->from);
        numbered->name = name;
        return numbered;
    }

    /// "4. …", "4) …" at the beginning of a block that is not nested in a list.
    static std::optional<Numbered> number_at_margin(const Block& block) {
        const std::size_t begin = block.text.find_first_not_of(" \t\n");
        if (begin == std::string::npos || (block.kind == BlockKind::list_item && block.depth > 1)) return std::nullopt;
        auto numbered = number_from(block.text, static_cast<std::uint32_t>(begin));
        if (!numbered || numbered->from >= block.text.size()) return std::nullopt;
        const char mark = block.text[numbered->from];
        const char behind = numbered->from + 1 < block.text.size() ? block.text[numbered->from + 1] : ' ';
        if ((mark != '.' && mark != ')') || (behind != ' ' && behind != '\n')) return std::nullopt;
        numbered->from += 2;
        return numbered;
    }

    /// A title, an instruction, or a place with its number: no sentence of a list.
    bool opens_demand(BlockId block, std::uint32_t from) const {
        const Block& here = document_.blocks[block];
        const std::string_view rest = std::string_view(here.text).substr(std::min<std::size_t>(from, here.text.size()));
        const std::string line = fold_blanks(rest);
        if (line.empty() || is_struck(here)) return false;
        if (!parse_instructions(rest, book_).clauses.empty()) return true;
        if (count_words(line) > longest_heading || line.ends_with(";") || line.ends_with(",")) return false;
        if (names_place(line)) return true;
        return looks_like_title(line) && (!line.ends_with(".") || count_words(line) <= longest_short_title);
    }

    void take(BlockId block) {
        const Block& here = document_.blocks[block];
        if (is_set_aside(here.kind)) return;
        if (const auto opener = openers_.find(block); opener != openers_.end()) return open_item(block, opener->second);
        if (take_group(block) || take_attachment(block) || take_highlights(block)) return;
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
        ProposalItem& item = open(block, opener.id);
        const Block& here = document_.blocks[block];
        const auto size = static_cast<std::uint32_t>(here.text.size());
        const std::uint32_t from = std::min(opener.from, size);
        const std::string_view line = std::string_view(here.text).substr(from);
        // A demand may be its own instruction: "5. Section 29 is repealed."; or its heading runs into its text.
        const std::uint32_t cut = opener.heading_end > 0 ? opener.heading_end : numbered_ ? heading_end(line) : 0;
        const bool instructs = numbered_ && cut == 0 && is_instruction(line);
        const bool sentence = numbered_ && cut == 0 && !instructs && is_sentence(fold_blanks(line));
        const bool heading =
            !instructs && !sentence &&
            (cut > 0 || numbered_ || document_.places[block].heading || looks_like_title(fold_blanks(line)));
        const std::string_view title = cut > 0 ? line.substr(0, cut) : line;
        item.heading = read_heading(heading ? title : std::string_view{}, grammar_.proposal, book_, date_);
        if (!heading) item.heading.text = fold_blanks(line.substr(0, line.find('\n')));
        item.body_from = !heading ? from : cut > 0 ? from + cut : size;
        if (opener.heading_end > 0) skip_separators(here.text, item.body_from);
    }

    /// An instruction, and no title that announces a new unit.
    bool is_instruction(std::string_view line) const {
        const std::vector<Instruction> clauses = parse_instructions(line, book_).clauses;
        if (clauses.empty()) return false;
        return !clauses.front().fresh || !clauses.front().added.empty() || !looks_like_title(fold_blanks(line));
    }

    bool is_sentence(const std::string& line) const {
        if (!line.ends_with(".") || looks_like_title(line)) return false;
        return !names_place(line) || has_word(line, grammar_.sentence_words);
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
            if (!names_place(title)) continue;
            if (is_instruction(title) || has_word(title, grammar_.sentence_words)) return 0;
            if (is_text_behind(rest) || !parse_instructions(rest, book_).clauses.empty())
                return static_cast<std::uint32_t>(begin);
        }
        return 0;
    }

    /// Behind a heading in its paragraph: a quotation, a sentence, or a mark of status and nothing else.
    bool is_text_behind(std::string_view rest) const {
        if (rest.starts_with("\"") || rest.starts_with("“")) return true;
        const std::string text = fold_blanks(rest);
        if (const auto mark = find_status_mark(text, grammar_.proposal, date_); mark && mark->span.begin == 0)
            return text.size() - mark->span.end <= 1;
        if (looks_like_title(text) || !(text.ends_with(".") || text.ends_with(":"))) return false;
        return count_words(text) > longest_caption || has_word(text, grammar_.sentence_words);
    }

    static Side heads_group(const PhrasedText& phrased, WordClass words) {
        const std::size_t agrees = phrased.first(0, phrased.size(), words);
        if (agrees >= phrased.size() || agrees > 6) return Side::neither;
        const std::size_t behind = agrees + phrased.find(agrees, words)->size;
        const bool closes = behind == phrased.size() || (behind + 1 == phrased.size() && phrased.is_mark(behind, ":"));
        return closes ? side_named(phrased, 0, agrees) : Side::neither;
    }

    bool take_group(BlockId block) {
        const auto group = groups_.find(block);
        if (group == groups_.end() || !numbered_) return false;
        close(block);
        if (!first_opened_) first_opened_ = block;
        group_ = group->second.side;
        group_demands_ = group->second.demands;
        out_.group_headings.push_back(block);
        return true;
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

    // "Wages: Replace the rates with those below:" outside all numbered items.
    void take_caption(BlockId block) {
        const bool outside = out_.items.empty() || captioned_ || out_.items.back().end != 0;
        const Block& here = document_.blocks[block];
        if (!outside || !numbered_ || group_ != Side::neither || here.kind != BlockKind::paragraph) return;
        const std::size_t colon = here.text.find(':');
        if (colon == std::string::npos || colon > 60) return;
        const std::string caption = fold_blanks(std::string_view(here.text).substr(0, colon));
        const std::string_view rest = std::string_view(here.text).substr(colon + 1);
        if (!looks_like_title(caption) || count_words(caption) > longest_caption || fold_blanks(rest).empty() ||
            names_rates(caption))
            return;
        const bool table_next =
            block + 1 < document_.blocks.size() && document_.blocks[block + 1].kind == BlockKind::table_row;
        if (!table_next && parse_instructions(rest, book_).clauses.empty()) return;
        ProposalItem& item = open(block, caption);
        captioned_ = true;
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
            const bool opens = phrased.has(0, WordClass::signature);
            const bool signed_row = here.kind == BlockKind::table_row && is_signature_row(here);
            if ((here.kind == BlockKind::table_row && !signed_row) || openers_.contains(block)) break;
            if (!opens && count_words(here.text) > longest_signature) break;
            if (opens && !looks_like_date_line(here)) found = block;
        }
        return found;
    }

    /// A row of names, or of lines to sign on: no figures.
    static bool is_signature_row(const Block& row) { return std::none_of(row.text.begin(), row.text.end(), is_digit); }

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
    static constexpr unsigned most_missing_plain = 2;  // between demands that only their numbers make demands
    static constexpr std::size_t most_words_of_party = 3;

    const Document& document_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    std::string_view date_;
    Items out_;
    std::map<BlockId, Opener> openers_;
    std::map<BlockId, Group> groups_;  ///< by the block that heads it
    std::optional<BlockId> first_opened_;
    Side group_ = Side::neither;
    bool group_demands_ = false;  ///< the group's side asks, and is not asked
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

Items read_items(const Document& document, const Grammar& grammar, const PhraseBook& book,
                 std::string_view document_date) {
    return ItemReader(document, grammar, book, document_date).read();
}

}  // namespace stet
