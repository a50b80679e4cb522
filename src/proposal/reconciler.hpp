// How one item's steps become operations: the passes of reconciling, one file a kind of step. For reconcile*.cpp alone.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "proposal/marked_changes.hpp"
#include "proposal/marked_text.hpp"
#include "proposal/reconcile.hpp"

namespace stet {

/// The second where it is less sure than the first.
void lower(Confidence& confidence, Confidence to);

/// Adds a flag; a code stands once.
void flag(Operation& operation, std::string code, FlagSeverity severity, std::string text);

/// Adds a line where there are words.
void append_line(std::string& to, const std::string& line);

/// A paragraph printed under an instruction: its pieces, repaired.
struct Printed {
    const Block* block = nullptr;
    StepText where;
    std::vector<MarkedPiece> pieces;
    std::string struck, kept, inserted;  ///< white space folded
    bool wholly_struck() const { return !struck.empty() && kept.empty() && inserted.empty(); }
    bool marked() const { return !struck.empty() || !inserted.empty(); }
};

/// The words are a place's name and nothing else: "Section 12."
bool is_label_text(const std::string& kept, const PhraseBook& book);

class Reconciler {
public:
    Reconciler(const Document& document, const ProposalItem& item, const std::vector<Step>& steps, const MarkUse& use,
               const PhraseBook& book)
        : document_(document), item_(item), steps_(steps), use_(use), book_(book) {}

    std::vector<Operation> run();

private:
    std::vector<Operation> read_item();

    // units that a mark or an acceptance leaves out
    void lay_mark_exception(Operation& operation, const StatusMark& mark) const;
    void add_excepted(Operation& operation, const PlaceName& place, std::string_view text) const;
    void judge_excepted(Operation& operation) const;
    /// A note for each unit that an operation leaves out and that no other operation is about.
    std::vector<Operation> parts_left_out(const Operation& operation, const std::vector<Operation>& beside);

    // beginnings
    Operation begin(const Step& step) const;
    std::string heading_of(const Step& step) const;
    std::string_view clause_text(const Step& step) const;
    std::string words_of(const Step& step, Span span) const;
    std::string unread_object(const Step& step) const;
    Side caption_side(std::string_view line) const;
    bool is_offer_caption(std::string_view line) const;
    Side offering_side(const Step& step) const;
    void judge_own_number(Operation& operation, const Step& step) const;
    void tell_both_sides();
    void lay_second_place(Operation& operation, const Instruction& clause) const;
    std::vector<InstructionPart> parts_of(const Step& step) const;
    void lay_clause(Operation& operation, const Step& step) const;
    /// Of several articles in the heading the one whose number the section opens with.
    void choose_article(Operation& operation) const;
    /// The heading's article against the instruction's.
    void reconcile_numbers(Operation& operation, const Step& step) const;
    /// "ATTACHMENT A", and below it "Article 1": the agreement's or the attachment's.
    void lay_below_letter(Operation& operation) const;
    void ambiguous(Operation& operation, std::string first, std::string first_for, std::string second,
                   std::string second_for) const;
    Printed printed(const StepText& text) const;
    std::vector<Printed> printed(const std::vector<StepText>& texts) const;
    bool has_table(const Step& step) const;
    std::string whole_text(const Printed& text) const;
    /// A paragraph set in quotes as a whole, its closing mark behind them, without both.
    static std::string without_quotes(std::string text);

    // items as a whole
    /// Withdrawn, held, rejected or as it stands: what is printed below asks for nothing.
    bool is_settled() const;
    /// "14.2.1 [No change.]" over the text of other sections: what its own mark says.
    std::optional<Operation> status_of_heading_alone() const;
    /// A mark says that the text stays, and an instruction or other marks change it.
    bool contradicts_status(const Step& step) const;
    void lay_said(Operation& operation) const;
    std::vector<Operation> status_alone();
    bool tells_value(Operation& operation) const;
    /// The same of a heading that is asked for or agreed, as what it asks.
    bool takes_told_value(Operation& operation) const;
    /// Each line of a summary is a note of its own.
    std::vector<Operation> highlights();
    /// No unit of the agreement is named and none is printed: it becomes nobody's text.
    bool asks_nothing_of_the_text() const;
    std::vector<Operation> obligation();
    /// Two quotations, or a verb and words in quotes: it may ask for more than a note.
    bool quotes_change(const std::string& text) const;
    /// A verb, and a unit by its number: it may ask for more than a pledge.
    bool instructs_unit(const std::string& text) const;
    /// "COLA clause – restore.": no sentence that pledges something.
    bool is_fragment(const std::string& text) const;
    bool opens_with(WordClass words, const std::string& text) const;
    bool opens_with_verb(const std::string& text) const;
    std::string condition_in(const std::string& text) const;

    // steps
    void take(const Step& step);
    /// The marks of a section printed below its instruction show what the instruction said: one operation.
    void join_repeats();
    void take_note(const Step& step);
    void judge_note(Operation& operation) const;

    // text without an instruction
    void take_text(const Step& step);
    std::optional<Target> own_place(const Printed& text) const;
    bool opens_new_unit(const Printed& text) const;
    /// Unmarked text of a section of which something else is asked: it shows where.
    bool is_context(const Step& step);
    /// Text of no section of its own below a unit that goes: it may be the unit's, or new.
    void judge_text_below(const Step& step, const std::vector<Printed>& texts);
    /// "massage: add $500 per year" beside what is instructed: a line with a sum is asked for, and no text around.
    bool tells_amounts(const Step& step, const std::vector<Printed>& texts) const;
    /// A label printed in an item whose heading names other sections, none of which is printed.
    void check_label(Operation& operation, const Step& step) const;
    /// The heading announces a new unit ("New Article 26"): text below it is what comes.
    bool take_new_unit(const Step& step, const std::vector<Printed>& texts);
    /// "New Article 19 – Telework" over its sections, which are printed without instruction or strike: one text.
    std::optional<Step> new_article() const;
    /// One short sentence with the dates of the term: what is to hold, not the text that says so.
    static bool is_little_but_dates(const std::string& text);
    bool take_term(const Step& step, const std::vector<Printed>& texts);
    /// "Effective July 1, 2026: 3 %" and the like, a line each: what is set, and not the text that says so.
    void judge_few_words(Operation& operation) const;
    /// "Night premium: $5.25." where all paragraphs are so: one request each.
    void describe(Operation operation, std::span<const Printed> texts);
    bool take_descriptions(const Step& step, const std::vector<Printed>& texts);
    bool take_dated_values(const Step& step, const std::vector<Printed>& texts);
    void restate(const Step& step, const std::vector<Printed>& texts);
    /// "Delete longevity for employees hired after July 1": a change is asked for, and its text is not told.
    bool take_wish(const Step& step, const std::vector<Printed>& texts);
    /// "MOU 4 – Incorporate into Article 12": the letter of the heading moves.
    bool brings_letter(const Step& step) const;
    bool is_insert_only(const std::vector<Printed>& texts) const;
    void take_marked(const Step& step, const std::vector<Printed>& texts);
    void replace_paragraph(const Step& step, const Printed& old_paragraph, const Printed& new_paragraph);
    /// All that is printed under a section's label is struck, label included: the section goes.
    bool struck_unit(const Step& step, const std::vector<Printed>& texts);
    /// All that is printed under a section's label is new, label included: the section comes.
    bool fresh_unit(const Step& step, const std::vector<Printed>& texts);
    void lay_struck(Operation& operation, const std::vector<Printed>& texts) const;
    /// New text told by emphasis alone, which may mean something else: one insertion for all of it.
    void take_emphasised(const Step& step, const std::vector<Printed>& texts);
    bool all_dates(const std::string& stretches) const;
    bool names_term() const;
    /// One operation for every change that the marks of a paragraph show.
    void take_changes(const Step& step, const Printed& text);
    /// The list label that the paragraph opens with, else its place.
    std::string paragraph_name(const Printed& text) const;
    /// "**[moved one day]**": emphasised words in brackets of their own.
    void judge_bracketed(Operation& operation, const MarkedChange& change) const;
    void judge_speech(Operation& operation, const Printed& text) const;
    void flag_repairs(Operation& operation, const MarkedChange& change) const;

    // tables
    void take_table(const Step& step);
    /// What its author struck in a row, and wrote in, is told with the table.
    bool tells_values(const Printed& text) const;
    void lay_marked_row(Operation& operation, const StepText& text) const;
    std::vector<std::string> rows_of(const Step& step) const;

    // lists
    void take_listed(const Step& step);
    /// "LOA #2 – Posting" as "LOA #2 Posting".
    std::string letter_name(const std::string& line, const UnitName& letter) const;

    // instructions
    void take_instructed(const Step& step);
    void take_one(const Step& step);
    /// What is asked is asked of each unit that is named, and of none as a whole.
    static bool goes_to_each(const Instruction& clause);
    /// "the first and third sentences", "Sections 4 and 6": a step a unit.
    std::vector<Step> one_a_unit(const Step& step) const;
    std::vector<Step> one_an_article(const Step& step) const;
    /// Words of the instruction that no part claims.
    bool may_name_place(const std::string& words) const;
    bool names_whose(const Step& step, Span words) const;
    void lay_unread(Operation& operation, const Step& step) const;
    void lay_open_range(Operation& operation) const;
    void lay_line(Operation& operation, const Instruction& clause) const;
    static void flag_line(Operation& operation);
    void take_join(const Step& step);
    void take_keep(const Step& step);
    static std::vector<MoneyChange> money_of_value(const Step& step, const std::string& text);
    void take_proposed(const Step& step);
    static void lay_renumbered_unit(Operation& operation);
    void take_renumber(const Step& step);
    static std::string label_of(const PlaceName& place);
    void take_move(const Step& step);

    // delete
    void take_remove(const Step& step);
    Unit removed_unit(const Step& step) const;
    static std::optional<Unit> part_of_heading(const Step& step);
    /// The unit is printed and nothing of it is struck: the instruction alone says that it goes.
    void flag_title(Operation& operation, const Step& step) const;
    void lay_unmarked(Operation& operation, const std::vector<Printed>& texts, bool whole) const;
    /// The instruction takes a whole unit away; the strike should cover all that is printed of it.
    void check_whole(Operation& operation, const std::vector<Printed>& texts) const;
    /// One sentence or paragraph is to go; the strikes should cover it and nothing else.
    void check_part(Operation& operation, const Step& step, const std::vector<Printed>& texts) const;
    void remove_words(const Step& step);
    static std::string bare_words(const std::string& text);
    /// The printed text is unmarked: the quoted words are looked for in it.
    void draw_quoted(Operation& operation, const std::vector<Printed>& texts, const std::string& said) const;

    // insert
    Unit added_unit(const Instruction& clause) const;
    void take_add(const Step& step);
    static void place_counted_new(Operation& operation, const Instruction& clause);
    static bool speaks_of_proposal(const PhrasedText& sentence);
    std::optional<Status> status_instead(const std::string& text) const;
    bool says_what_becomes(const std::string& text) const;
    void judge_said_of_proposal(Operation& operation) const;
    static bool names_item(const Operation& operation, const Instruction& clause);
    void name_new_unit(Operation& operation, const Step& step) const;
    bool item_has_agreed_section() const;
    /// The paragraphs that come with "the following".
    void lay_payload(Operation& operation, const Step& step);
    void judge_unmarked_end(Operation& operation, const std::vector<Printed>& texts) const;

    // replace, modify, change
    void take_replace(const Step& step);
    /// "by striking the period at the end and inserting “, and of …”".
    void append_words(const Step& step);
    void substitute_quoted(const Step& step);
    void drop_period_of_sentence(Operation& operation, const Step& step, std::size_t pair) const;
    void lay_uneven(Operation& operation, const Step& step) const;
    /// Where the section is printed, the words quoted should stand in it.
    void check_quoted(Operation& operation);
    /// "Modify the 5th paragraph to reflect:" with the paragraphs printed and marked.
    void take_marked_payload(const Step& step, const std::vector<Printed>& texts);
    void replace_unit(const Step& step, const std::vector<Printed>& old_texts, const std::vector<Printed>& texts);
    /// `label` tells whether the struck text begins with its section's label.
    void lay_old(Operation& operation, const Printed& text, bool& label) const;
    bool label_begins(const std::string& text) const;
    /// The section of the heading against the label of the text that goes.
    void check_section(Operation& operation, const std::string& struck) const;
    Unit replaced_unit(const Step& step, bool labelled) const;
    void judge_replacement(Operation& operation, const Step& step, bool old_label, bool new_label,
                           bool new_marked) const;
    void judge_missing_text(Operation& operation) const;

    // endings
    void finish(Operation& operation) const;

    const Document& document_;
    const ProposalItem& item_;
    const std::vector<Step>& steps_;
    const MarkUse& use_;
    const PhraseBook& book_;
    std::vector<Operation> out_;
    std::vector<Target> told_;                               ///< units that are left out and have a note
    std::optional<std::set<std::string>> changed_sections_;  ///< of steps that instruct or show marks; when first asked
    std::map<std::string, std::string> printed_words_;       ///< by section, bare; when first asked
    std::size_t compared_ = 0;                               ///< bytes in which quoted words were looked for
    static constexpr std::size_t most_compared = 1 << 30;    // behind it no quotation is found
};

}  // namespace stet
