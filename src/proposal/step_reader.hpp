// One item's body on its way to steps: what each block is taken for. For steps.cpp and step_statuses.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "proposal/find_instructions.hpp"
#include "proposal/marked_text.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/status_line.hpp"
#include "proposal/steps.hpp"

namespace stet {

class StepReader {
public:
    StepReader(const Document& document, const ProposalItem& item, const Grammar& grammar, const PhraseBook& book,
               const MarkUse& use, std::string_view date)
        : document_(document),
          item_(item),
          grammar_(grammar),
          book_(book),
          use_(use),
          date_(date),
          labels_(grammar, book, use, date) {
        target_ = item.heading.target;
        status_ = item.heading.status;
    }

    Steps read();

private:
    void take(BlockId block, std::uint32_t from);

    /// "2.1" below the demand "2. Clause 14": the demand's own, and no section of the agreement.
    bool is_own_number(std::string_view label) const;
    /// "1.2 Clause 14 (Redeployment): replace …" below "1. Pay": the item's lines count demands, not sections.
    bool numbers_demands() const;
    static bool names_unit_beside(const Instruction& clause, std::string_view text, std::string_view own);
    /// "Clause 14 (Redeployment)"
    static bool is_titled(const UnitName& unit, std::string_view text);
    /// What has a title is a unit of the agreement itself, and no paragraph of what the item is about.
    void lay_titled_unit(Step& step) const;

    /// The block may be one of terms that name items by their numbers.
    bool says_terms(BlockId block) const;
    /// "Items 4 and 7 are contingent upon …": said of items by their numbers, and no text of this one.
    bool is_terms(BlockId block) const;

    /// "The Agreement is amended as follows:" over instructions: nothing of its own is asked for.
    void drop_lead_in();

    /// "7.4 Standby" over "7.4.1 …": a caption, and no text of its own.
    void drop_captions();

    /// "Section 12.2 is amended--" over lines that say how: where they work.
    bool take_lead_in(BlockId block, std::uint32_t from);

    /// "(2) in subsection (b)-- (A) in paragraph (1), by …": the part in which the lettered lines below it work.
    bool take_part_lead_in(BlockId block, std::uint32_t from);
    void lay_part(Step& step) const;

    /// "Item: Article 22 – Transfers" right below a heading that names no place.
    bool take_place_line(BlockId block, std::uint32_t from);

    /// "ARTICLE: 19 – Grievances", "DATE: 6/11/2026": lines of a form above what it asks.
    bool take_form_line(BlockId block);
    bool take_form_place(std::string_view caption, std::string_view value);
    bool tells_who_or_when(std::string_view caption, std::string_view value) const;

    /// "“9.4 …” Delete 9.7.": text in quotes that was announced, and what is asked for behind it.
    bool take_quoted_payload(BlockId block, std::uint32_t from);

    /// A paragraph of a quotation that goes through several.
    bool take_quoted_paragraph(BlockId block, std::uint32_t from);
    std::optional<BlockId> end_of_quotation(BlockId block) const;

    bool take_acceptance(BlockId block, std::uint32_t from, const std::optional<PrintedLabel>& label);
    bool take_other_letter(BlockId block, std::uint32_t from);
    bool is_agreed_here() const;
    bool is_of_heading(std::string_view label) const;

    /// A row of one cell may instruct ("Modify Appendix A as follows") or name what the rows below are for.
    void take_row(BlockId block);

    bool has_rows(const Step& step) const;

    Instructions instructions_at(const Block& block, std::uint32_t from) const;

    // ------------------------------------------------------------ labels, captions, notes

    /// A caption run in before a dash: "On-going Eligibility – After …".
    bool opens_caption(const Block& block, std::uint32_t from) const;

    // ------------------------------------------------------------ steps

    Step& open(StepKind kind, BlockId block);

    void add(std::vector<StepText>& to, BlockId block, std::uint32_t from, bool note);

    /// "12.1 [TA'd 4/28]" and no text below: what is agreed is told.
    void keep_agreed_label(Step& step) const;

    /// The mark of agreement or withdrawal that ends a step's text becomes the step's status.
    void take_mark_behind(Step& step);

    void add_text(BlockId block, std::uint32_t from, bool note);

    /// The next item of the list whose item before it instructs and announces no text.
    bool is_sibling_item(BlockId block) const;

    /// Nothing of it is struck, or something is new in it, below a deletion that says itself what goes and announces no
    /// text.
    bool is_beside_deletion(BlockId block, std::uint32_t from) const;

    /// "A. Duty [TA 5/6/26]": a lettered line whose mark is its own.
    bool is_agreed_part(BlockId block, std::uint32_t from) const;

    /// The last paragraph of the step ends with a mark of agreement: what follows is none of what is agreed.
    bool ends_with_mark(const Step& step) const;

    /// Text struck as a whole below "Delete item 3, and modify item 4 as follows:" is what is deleted.
    Step* deletion_before(BlockId block, std::uint32_t from);

    void open_text(BlockId block, std::uint32_t from, bool caption);

    /// An instruction that still waits for the text it announced.
    bool last_is_open() const;

    void take_note(BlockId block, std::uint32_t from);

    std::optional<StatusMark> status_in(std::string_view text) const;

    /// "No change.", "Withdrawn 9/9/25" alone in its block: the status of what stands above.
    bool take_status(BlockId block, std::uint32_t from);

    /// "All other proposals are rejected. All other articles: current contract language.": of no place, a sentence
    /// each.
    bool take_all_other(BlockId block, std::uint32_t from);

    /// "The Union reserves the right to modify its proposals.": said of the whole offer, whatever it stands behind.
    bool awaits_text() const;
    bool take_reservation(BlockId block, std::uint32_t from);

    bool take_other(BlockId block, Span span);

    /// Names and offices of who signs, behind what is said of all the rest.
    bool is_name_behind_closing(const Block& block) const;

    /// "No change. The Union accepts …": the first sentence is the status, the others say more of it.
    bool take_status_sentence(BlockId block, std::uint32_t from);

    /// Lines to sign on are for all that stands above them in the item and has no status of its own.
    void lay_status(const StatusMark& mark, bool of_item, BlockId block);
    /// Agreed by the title of the document, which does not say when.
    static bool lacks_date(const Step& step);

    /// Lines in bold or capitals between the heading and the first text: "Union Counter 3 – May 12, 2026".
    bool is_title_below(const Block& block, std::uint32_t from) const;

    /// "7.3 No change.", "12.1 Sick Leave – TA 4/22/26": the status of that section.
    bool take_section_status(BlockId block, const PrintedLabel& label);

    /// "Overtime. Union holds on its proposal of 3/12.", "Stipends – the Guild withdraws": behind a caption.
    bool is_told_to_change(std::string_view text) const;
    std::optional<StatusMark> said_behind_caption(std::string_view text) const;

    /// "13.1 and 13.2: TA 5/1/26", or such units below a line that announces their status.
    bool take_places_status(BlockId block, std::uint32_t from);
    /// "The Mill accepts five days in 15.2 (TA 6/1/26); …": what is accepted is agreed where a mark stands at it.
    bool take_agreed_place(BlockId block, std::uint32_t from);
    /// "14.1 TA (6/30/26). 14.2 TA (7/8/26)": a row of statuses behind a section's label.
    bool begins_with_status(const Block& block, std::uint32_t from) const;
    /// A note for each of the units; for what stands above where none is named.
    void take_places(BlockId block, std::string_view text, const PlacesStatus& found);

    std::optional<PrintedLabel> label_of_removed(const Block& block, std::uint32_t behind, Instructions& found) const;
    void take_instructions(BlockId block, const std::optional<PrintedLabel>& label, std::uint32_t behind,
                           const Instructions& found);

    void lay_article_before(Step& step) const;

    /// "Amend 9.2 as follows: The shift is ~~ten~~ **nine** hours.": text that is printed with its marks, though it
    /// stands in the instruction's paragraph.
    void print_marked_payload(Step& step);

    /// "Delete; obsolete.": a few words behind a deletion are none of what goes.
    static bool is_remark(std::string_view text);
    /// ", and …": a sentence goes on, and no text begins so.
    bool joins_on(std::string_view text) const;
    /// "The second sentence is deleted. …": what stands behind it is none of that sentence.
    static bool names_part(const Instruction& clause);
    /// "; renumber the rest": what stands behind a deletion asks for more, and is none of what goes.
    bool instructs_at(std::string_view text) const;

    /// Behind the instructions stands more than an "and".
    bool says_more(const Block& block, std::uint32_t from) const;

    bool ends_sentence(BlockId block, std::uint32_t base, Span bare) const;

    /// The numbers that the instruction itself names.
    void lay_place(Step& step);

    /// Struck paragraphs right before an instruction are the text that it replaces.
    std::vector<StepText> take_struck_before();

    /// What is not struck is a label and nothing else.
    bool is_label_only(const Block& block, const StepText& text, const std::vector<MarkedPiece>& pieces) const;

    static bool is_of_another_article(std::string_view section, std::string_view article);
    void set_section(const PrintedLabel& label);

    void leave_section();

    void take_labelled(BlockId block, std::uint32_t from, const PrintedLabel& label);

    /// Behind the offset stand words that are struck.
    bool has_struck(BlockId block, std::uint32_t from) const;

    /// "15.7 (new) Parental leave. “…”": what is printed comes.
    void take_new_section(BlockId block, const PrintedLabel& label);

    /// The instruction whose printed text begins with this label: one that names it, or the last where it waits for
    /// text.
    /// "County counters as follows:", "Employer counter:": what is proposed stands below.
    bool announces_proposal(const PhrasedText& text) const;
    /// "TA: ____ (City) ____ (Union)": a line that nobody has signed.
    bool is_unsigned(std::string_view text) const;
    /// "Replace 13.2 and 13.3 with the following": the section is one of those that it announces the text of.
    static bool names_among_others(const Step& step, const std::string& label);
    Step* step_about(const std::string& label);

    // ------------------------------------------------------------ lists

    /// The last instruction is about a list of letters or provisions that follows, a line each.
    bool takes_list_lines() const;

    bool is_listed_line(const Block& block, std::uint32_t from) const;

    void take_listed(BlockId block, std::uint32_t from);

    const Document& document_;
    const ProposalItem& item_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    const MarkUse& use_;
    std::string_view date_;
    SectionLabels labels_;
    Target target_;
    std::optional<StatusMark> status_;
    std::optional<StatusMark> announced_;  ///< of the units in the lines below
    std::string part_;                     ///< "(b)": the lines below work in it
    bool part_counts_ = false;             ///< the line that says so has a number, and those below letters
    bool numbers_demands_ = false;
    bool section_status_ = false;
    bool closes_ = false;                    ///< what is said of all that the document does not name stands above
    bool elsewhere_ = false;                 ///< what is taken works at another place than what stands above
    std::optional<BlockId> quotation_ends_;  ///< the block that closes the quotation which is open
    unsigned paragraphs_ = 0;
    std::vector<Step> steps_;
    std::vector<BlockId> asides_;
    std::vector<BlockId> terms_;
    std::vector<Finding> findings_;
};

}  // namespace stet
