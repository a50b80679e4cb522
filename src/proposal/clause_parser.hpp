// One clause in the making: its forms (clause_forms.cpp) and what they are made of (clause_elements.cpp). For the
// parser of instructions.
#pragma once

#include <optional>
#include <string>

#include "proposal/clause_words.hpp"
#include "proposal/instruction.hpp"
#include "proposal/phrases.hpp"
#include "quantity/quantity.hpp"

namespace stet {

/// One clause in the making.
class ClauseParser {
public:
    ClauseParser(const PhrasedText& text, std::size_t at, std::size_t end)
        : text_(text), begin_(at), at_(at), end_(end) {}

    std::optional<Instruction> parse();
    /// "… and “c” to “d”" behind a change: the verb is the first one's.
    std::optional<Instruction> parse_pair(const Instruction& before);
    /// "… except that the maximum is 400 hours": an exception from what stays that is told, and instructs nothing.
    std::optional<Instruction> parse_exception();
    std::size_t behind() const;

private:
    void part(std::string role, std::size_t from, std::size_t to);
    void reset();
    // The Union withdraws its proposal to delete Section 4. Do not delete Section 5.
    bool take_statement();
    /// "No change except strike “x” in 5.2", "The Union accepts Company 4 with one change: …": what stays, up to an
    /// exception that asks for something or that announces what does.
    bool take_what_stays();
    /// Where what is excepted begins, behind "except", "with one change:"; `at` where no exception stands there.
    std::size_t behind_exception(std::size_t at) const;
    // "New Section: Parking", "Letter of Understanding - New", "New Article 12A."
    bool take_new_unit();
    /// "New language: “…”"
    bool take_new_language();
    // [In PLACE,] VERB …
    bool take_active();
    // PLACE is amended …; The following sentence shall be added to PLACE: …
    bool take_passive();
    /// "The allowance shall be increased to $900", "Section 9.1(c) increases by one day": a verb of change with its new
    /// value; what changes ends at `at`.
    bool take_new_value(std::size_t at, std::size_t verb);
    // PLACE shall read as follows: …
    bool take_reading(std::size_t at);
    // "Article 17 (Grievances). Section 4, …": a place in front of the subject is where it works.
    void take_context(std::size_t subject);
    // … agree to amend PLACE as follows:
    bool take_agreed();
    // The Employer proposes that TERM be VALUE.
    bool take_proposed();
    void take_proposer(std::size_t propose, std::size_t end);
    /// "The County agrees to $225 every two years."
    bool take_proposed_value(std::size_t propose, std::size_t behind);
    bool give_up();
    void take_scope();
    /// "Section 9(d) Renumber as 9(c)", "Section 4 Delete “x”": no mark parts the place from what no title says.
    bool instructs_in_capitals(std::size_t at) const;
    /// "Side letter of March 3, 2021 on snow: incorporate …": a letter known by its title, before a colon.
    void take_titled_letter();
    /// "the matter preceding clause (i)": the paragraph before it.
    std::optional<PlaceName> matter_at(std::size_t at) const;
    /// "In Section 12, in the second line, …"
    std::optional<PlaceName> more_scope(std::size_t at) const;
    /// "Effective July 1, 2026, replace …": up to the comma in front of the verb.
    void take_condition_in_front();
    /// "Paragraph 5 becomes paragraph 2."
    bool take_new_number();
    /// "Throughout the Agreement, replace …": in each place, before the verb.
    void take_occurrence_in_front();
    /// "After the word “x”, insert “y”": where it goes stands in front of the verb.
    void take_position_in_front();
    // "Please", "hereby", "by": one short word in front of the verb that adds nothing.
    void take_adverb();
    /// "Add Juneteenth to the list in Section 11": a name in capitals without quotes.
    void take_name();
    std::size_t name_end(std::size_t from) const;
    bool begins_upper(std::size_t token) const;
    /// Behind "… to $2.00, and to $2.50 effective July 1, 2027; effective July 1, 2028 to $3.00": several values and
    /// their days, the first of which may stand in front of the verb at `at`; 0 where no such pairs stand there.
    std::size_t behind_dated_pairs(std::size_t at, std::size_t from) const;
    std::size_t behind_dated_values(std::size_t behind, std::size_t end) const;
    bool is_value_of_kind(std::size_t from, std::size_t to, std::size_t behind, std::size_t end) const;
    bool told_value() const;
    bool tells_value(std::size_t from) const;
    std::size_t behind_figure(std::size_t from, std::size_t open) const;
    std::optional<std::size_t> exchange_at(std::size_t at) const;
    bool exchange_behind(std::size_t at) const;
    /// "“x” becomes “y”"
    bool take_exchange();
    /// "for “x” substitute “y”", a place in front or none.
    bool take_substituted_for();
    bool take_arrow();
    /// "$200 in place of $175", "Use “shall” instead of “may” in 10.3", "Substitute “a” for “b”": what comes stands
    /// first.
    bool lay_exchange(std::size_t subject_end, Span comes, Span goes, bool amounts);
    bool take_instead();
    /// "$2.75 per hour (from $2.25)": what goes stands in brackets behind what comes.
    bool take_bracketed_old();
    /// "$18.00 becomes $24.00": values without quotes.
    bool take_becoming();
    /// What a new value is of, up to token `end`, apart from verbs and places.
    void part_subject(std::size_t end);
    /// The phrase of take_instead at a token: where what goes begins; `at` where none stands there.
    std::size_t behind_instead(std::size_t at) const;
    /// What comes, in front of token `end`: a quotation, or a value; empty where neither stands there.
    Span comes_before(std::size_t end) const;
    /// What goes, from token `at` on, which moves behind it.
    Span goes_from(std::size_t& at) const;
    /// "Strike $175, insert $200": a sum without quotes that is all the verb is about.
    void take_sum();
    /// "Replace 24/48 with 48/96", "Reduce the leave bank to 96 hours": figures without quotes behind the verb.
    void take_figures();
    /// "Change one to four", "Replace thirty with sixty": numbers and nothing else.
    bool take_numbers();
    /// Behind a bare number, in words or in figures; `at` where none stands there.
    std::size_t behind_number(std::size_t at) const;
    bool has_figure(std::size_t from, std::size_t to) const;
    /// A sum of money, or a share.
    bool has_sum(std::size_t from, std::size_t to) const;
    /// A figure, or a value in words: "one day".
    bool has_amount(std::size_t from, std::size_t to) const;
    void take_verb(FoundVerb verb);
    bool ends_clause(std::size_t i) const;
    void take_rest();
    /// "Delete “x”; insert “y”.": what comes, said of no place of its own, takes the place of what goes.
    bool takes_place_behind() const;
    /// All that the verb asks is said, and what stands here asks for something else.
    bool next_clause_begins() const;
    /// "Delete paragraph 2 and add a new paragraph 5": what comes does not take the place of what goes.
    bool names_own_place(std::size_t verb, Verb kind) const;
    /// "… to 7.2: “…”", "… the following at the end of Section 9.2": a number, in front of what comes.
    bool names_place_before_colon(std::size_t at) const;
    bool changes() const;
    bool is_complete() const;
    /// “… equal.” Delete …: the full stop inside the quotes ends the clause where another begins.
    bool quotation_ends_sentence() const;
    void take_element();
    /// "… shall be struck and the figure “$245” inserted", "… deleted and the following substituted therefor:".
    bool take_substituted();
    /// The clause ends behind a verb of addition, or "in its place" stands there: what comes has no place of its own.
    bool takes_its_place(std::size_t behind) const;
    /// "Renumber Sections 30 through 33 as 31 through 34": labels whose noun stands in front.
    bool take_new_labels(std::size_t from);
    /// A word that no part claims: it may change what is asked.
    void skip_word();
    /// "to provide that a nurse is paid …": what shall hold, up to the end of the sentence.
    void take_described();
    std::optional<PlaceName> place_here() const;
    /// "(a)" without a noun: the item of that letter.
    std::optional<PlaceName> bracketed_label(std::size_t at) const;
    /// "D" without a noun.
    std::optional<PlaceName> capital_label(std::size_t at) const;
    /// "E", "(E)" behind “Move … to Article IV as”: the label that it gets there.
    std::optional<PlaceName> label_there() const;
    /// "Delete (a).": right behind the verb and in front of the clause's end.
    std::optional<PlaceName> removed_item() const;
    /// "Add new (3): “…”", "Insert (c) as follows", "add a new D: …": right behind the verb, the label that is given.
    std::optional<PlaceName> added_item() const;
    bool names_new(const PlaceName& place) const;
    void take_place(const PlaceName& place);
    /// "LOA #3 (Film Counter)", "Letter 3, Film Counter Employees,": the title of a unit whose number is named.
    void take_title(const PlaceName& place);
    /// "paragraphs (a), (c) and (e)": labels in brackets behind the one that the place has.
    bool goes_on_with_label() const;
    /// "Delete the first sentence and the third sentence", "… except the second paragraph": no place of the first one.
    bool is_another(const PlaceName& place) const;
    /// What stands in front of the place here joins it to another: "and in", ", and the".
    bool behind_joint() const;
    bool moves() const;
    void take_quoted();
    /// “…” and “…” with “…”: the second of the words that go, not the first of those that come.
    bool goes_with_the_last() const;
    /// "from $1.10 to $2.00": sums and counts without quotes.
    bool take_amounts();
    /// "on January 1, 2027" behind them: from when they hold.
    void take_day();
    /// The words of a number are one of the same kind with the unit of a value, whose span begins at `from`.
    bool has_unit_of(Span number, const Quantity& value, std::uint32_t from) const;
    /// "Step 3: from ten to fifteen days": a place, and what its value becomes.
    bool take_from_to();
    /// "Good Friday is replaced by Juneteenth": names without quotes.
    bool take_named_exchange();
    /// "D" of "renumber D as C": a letter that gets another one, and no roman number.
    std::optional<PlaceName> renumbered_letter(std::size_t at) const;
    /// "XX through XXIII": articles by roman numbers alone.
    std::optional<PlaceName> roman_articles(std::size_t from) const;
    bool take_condition();
    /// "through June 30, 2029", "Sunset June 30, 2027": how long it holds.
    bool take_limit();
    /// "… and marked “Reserved”": what stands in the place of a unit that goes is no text that goes.
    bool take_marked_as();
    /// "… and the remaining sections are renumbered accordingly"
    bool take_renumbered_rest();
    bool take_position();
    /// Behind the second words of "between “a” and “b”"; of "after “a” and “b”" they are not read.
    std::size_t behind_second_anchor(std::size_t at, bool between);
    bool take_second_verb();
    bool take_occurrence();
    /// "The following letters are deleted: F-2, F-9."
    bool take_listed_labels();
    /// "Renew: Letter of Agreement 1": what the verb is about stands behind the colon.
    bool lists_places();
    void take_behind_colon();
    void take_bare();
    /// Where the subject of a passive verb at `verb` begins: a place, a quotation or "the following …" right before it.
    std::optional<std::size_t> subject_before(std::size_t verb) const;
    /// "If the crew falls …", "… if the Union agrees to drop it": nothing but a clause that is a condition.
    bool is_supposed(std::size_t token) const;
    /// Behind "wherever they appear"; `at` where it does not stand there.
    std::size_t behind_occurrence(std::size_t at) const;
    /// "The Side Letter on Canine Handlers dated June 3, 2019": a letter known by its title.
    bool titled_letter(const PlaceName& place, std::size_t verb) const;
    /// Behind "of the Agreement", "of the current contract between …" where it reaches up to `verb`.
    std::size_t behind_agreement(std::size_t at, std::size_t verb) const;
    /// "of the MSA", "of such Act": a name in capitals up to `verb`; `at` where another word stands there.
    std::size_t behind_named_agreement(std::size_t at, std::size_t verb) const;
    void take_subject(std::size_t from, std::size_t verb);
    bool accepted() const;
    /// "Letter 6 is incorporated into Article 14"
    bool brings_letter() const;
    /// "after the pier": of the words that are not read some say where what is added goes.
    bool tells_where(Span words) const;
    Instruction finish();

    static constexpr std::size_t most_words_of_amount = 16;
    static constexpr std::size_t most_words_of_name = 6;
    static constexpr std::size_t most_words_of_party = 4;
    static constexpr std::size_t most_words_of_title = 16;
    static constexpr std::size_t longest_subject = 200;  // words in front of a clause's verb

    const PhrasedText& text_;
    std::size_t begin_;
    std::size_t at_;
    std::size_t end_;
    Instruction out_;
    bool adds_now_ = false;
    bool to_destination_ = false;
    bool amended_ = false;
    bool provisions_ = false;
    bool rest_ = false;            ///< units that are not named: "renumber the rest"
    std::size_t last_unread_ = 0;  ///< token of the last of `out_.unread`
    std::optional<Span> subject_quoted_;
};

}  // namespace stet
