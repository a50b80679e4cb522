// Accounts for every paragraph of an item.
#include "proposal/account.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/described_value.hpp"
#include "proposal/letters.hpp"
#include "proposal/section_labels.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// Lines that operations tell of, as ranges that do not meet, rising.
std::vector<Lines> told_lines(const std::vector<Operation>& operations) {
    std::vector<Lines> lines;
    for (const Operation& operation : operations) lines.push_back(operation.lines);
    std::sort(lines.begin(), lines.end(), [](const Lines& a, const Lines& b) { return a.first < b.first; });
    std::vector<Lines> out;
    for (const Lines& range : lines) {
        if (!out.empty() && range.first <= out.back().last)
            out.back().last = std::max(out.back().last, range.last);
        else
            out.push_back(range);
    }
    return out;
}

bool is_told(const std::vector<Lines>& told, const Block& block) {
    const auto next = std::upper_bound(told.begin(), told.end(), block.last_line(),
                                       [](std::uint32_t line, const Lines& range) { return line < range.first; });
    return next != told.begin() && (next - 1)->last >= block.line();
}

constexpr std::size_t longest_key = 48;  // bytes of a paragraph by which it is known again in an operation's texts

/// How a paragraph begins, without the quotes that may stand around it.
std::string beginning(std::string_view text) {
    while (!text.empty() && (text.front() == '"' || text.front() == ' ')) text.remove_prefix(1);
    if (text.starts_with("“")) text.remove_prefix(std::string_view("“").size());
    return std::string(text.substr(0, longest_key));
}

/// What operations show of the paragraphs that they tell of: drawn, or in their texts.
class UsedText {
public:
    UsedText(const std::vector<Operation>& operations, const std::vector<Step>& steps) {
        for (const Operation& operation : operations) {
            for (const DrawnBlock& block : operation.drawn) lines_.insert(block.line);
            add(operation.struck_text);
            add(operation.inserted_text);
        }
        for (const Step& step : steps) {
            if (step.clause) told_.insert(step.clause_block);
            // A status alone in its paragraph is told with what it is for.
            for (std::uint32_t line = step.lines.first; step.kind == StepKind::note && line <= step.lines.last; ++line)
                lines_.insert(line);
            for (const StepText& text : step.text)
                if (step.kind == StepKind::listed || text.note) told_.insert(text.block);
        }
        for (const Operation& operation : operations)
            if (operation.unit == Unit::table) tables_.push_back(operation.lines);
    }

    bool has(BlockId id, const Block& block, std::uint32_t from) const {
        if (block.kind == BlockKind::table_row || told_.contains(id) || is_caption(block)) return true;
        for (std::uint32_t line = block.line(); line <= block.last_line(); ++line)
            if (lines_.contains(line)) return true;
        return beginnings_.contains(beginning(fold_blanks(std::string_view(block.text).substr(from)))) ||
               beginnings_.contains(beginning(fold_blanks(block.text)));
    }

private:
    /// A few words between rows name them.
    bool is_caption(const Block& block) const {
        constexpr std::uint32_t longest_caption = 8;  // words
        return count_words(block.text) <= longest_caption &&
               std::any_of(tables_.begin(), tables_.end(), [&](const Lines& lines) {
                   return lines.first <= block.line() && block.last_line() <= lines.last;
               });
    }

    void add(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            beginnings_.insert(beginning(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::set<std::uint32_t> lines_;
    std::set<BlockId> told_;
    std::vector<Lines> tables_;
    std::set<std::string> beginnings_;
};

/// The section under which each block of the steps stands.
std::map<BlockId, std::string> sections_of(const std::vector<Step>& steps) {
    std::map<BlockId, std::string> out;
    for (const Step& step : steps)
        for (const StepText& text : step.text) out[text.block] = step.target.section;
    return out;
}

/// A verb of an instruction and a quotation: it may ask for something that was not read.
bool may_instruct(std::string_view text, const PhraseBook& book) {
    const PhrasedText phrased(text, book);
    bool verb = false, quoted = false;
    for (std::size_t i = 0; i < phrased.size() && !(verb && quoted); ++i) {
        quoted = quoted || phrased.at(i).shape == TokenShape::quoted;
        for (const WordClass words : {WordClass::remove, WordClass::add, WordClass::replace, WordClass::change})
            verb = verb || phrased.has(i, words);
    }
    return verb && quoted;
}

/// "II. Services (Article 7)": a unit that is not the section the text stands under.
bool names_another_place(const PhrasedText& text, const std::string& section) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const auto place = parse_place(text, i, text.size()); place && place->has_label())
            return place->units.front().labels.front() != section;
    return false;
}

/// It asks for something, or says what becomes of something, though it was not read: no text around a change.
bool may_ask(const Block& block, const std::string& section, const Grammar& grammar, const PhraseBook& book) {
    const std::string_view text = std::string_view(block.text).substr(list_mark(block));
    // "PENALTY: …": whether it is a line of a form or of the text is not said.
    constexpr std::size_t longest_form_caption = 40;  // bytes
    const std::size_t colon = text.substr(0, longest_form_caption).find(':');
    if (colon != std::string_view::npos && colon > 2 && is_capitals(text.substr(0, colon))) return true;
    if (may_instruct(text, book) || reads_as_instruction(text, book) || describes_value(text, grammar, book))
        return true;
    const PhrasedText opening(text.substr(0, 60), book);
    for (const WordClass words : {WordClass::remove, WordClass::add, WordClass::replace, WordClass::modify,
                                  WordClass::change, WordClass::move, WordClass::stays, WordClass::accepts})
        if (opening.has(0, words)) return true;
    // "Management Response: [X] Counter"
    const bool party = opening.has(0, WordClass::company) || opening.has(0, WordClass::union_side);
    if (party && opening.first(0, std::min<std::size_t>(opening.size(), 4), WordClass::offer) < 4) return true;
    return looks_like_title(fold_blanks(text)) && names_another_place(opening, section);
}

/// Sections of which the marks of printed text, words found in it, or a table ask for something: the rest stands
/// around.
std::set<std::string> sections_shown(const std::vector<Operation>& operations) {
    std::set<std::string> out;
    for (const Operation& operation : operations)
        if (operation.op != Op::note && operation.op != Op::restate &&
            (!operation.drawn.empty() || operation.unit == Unit::table))
            out.insert(operation.target.section);
    return out;
}

}  // namespace

void account_for_text(Proposal& proposal, const ProposalItem& item, const std::vector<Step>& steps,
                      const std::vector<BlockId>& asides, const std::vector<Operation>& operations,
                      const Grammar& grammar, const PhraseBook& book) {
    const std::vector<Lines> told = told_lines(operations);
    const UsedText used(operations, steps);
    const std::set<BlockId> aside(asides.begin(), asides.end());
    const std::map<BlockId, std::string> sections = sections_of(steps);
    const std::set<std::string> shown = sections_shown(operations);
    for (BlockId id = item.first; id < item.end; ++id) {
        const Block& block = proposal.document.blocks[id];
        const std::uint32_t from = id == item.first ? item.body_from : 0;
        if (is_set_aside(block.kind) || is_blank(std::string_view(block.text).substr(from)) || aside.contains(id) ||
            (is_told(told, block) && used.has(id, block, from)))
            continue;
        const Lines lines{block.line(), block.last_line()};
        const std::string words = fold_blanks(std::string_view(block.text).substr(from));
        const auto section = sections.find(id);
        if (section != sections.end() && shown.contains(section->second) &&
            !may_ask(block, section->second, grammar, book))
            proposal.findings.push_back({{"CONTEXT", FlagSeverity::info, words}, lines});
        else
            proposal.not_understood.push_back({lines, words});
    }
}

}  // namespace stet
