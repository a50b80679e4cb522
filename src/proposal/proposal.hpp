// What a proposal asks for: operations read from its instructions, its marks and its text, with what they rest on.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "quantity/decimal.hpp"
#include "redline/change.hpp"

namespace stet {

/// What happens to the text. A *repeal* ends a whole numbered unit, a *delete* takes words out of a unit that stays; a
/// *restate* reprints a unit without showing a change; a *note* has no effect on the text.
enum class Op : std::uint8_t {
    repeal,
    remove,  ///< "delete" in every output
    insert,
    substitute,
    replace,
    move,
    renumber,
    split,
    join,
    set,
    restate,
    note
};

/// What it happens to.
enum class Unit : std::uint8_t {
    article,
    section,
    paragraph,
    sentence,
    words,
    number,
    reference,
    heading,
    letter,
    list_item,
    table,
    row,
    cell,
    date,
    summary,
    obligation
};

/// What the parties say of the proposal, apart from what it does to the text.
enum class Status : std::uint8_t {
    open,
    tentatively_agreed,
    withdrawn,
    rejected,
    countered,
    held,
    package,
    supposal,
    current,
    housekeeping,
    ratified
};

enum class Confidence : std::uint8_t { certain, inferred, ambiguous };
enum class Side : std::uint8_t { neither, company, union_side };
enum class PositionKind : std::uint8_t { absent, start, before, after, end, inside, unspecified };

std::string_view op_name(Op op);
std::string_view unit_name(Unit unit);
std::string_view status_name(Status status);
std::string_view confidence_name(Confidence confidence);
std::string_view side_name(Side side);  ///< "company", "union", "" for neither
std::string_view position_name(PositionKind position);

/// First and last line of the source, from 1.
struct Lines {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Target of a unit that is added without a number.
inline constexpr std::string_view new_unit = "new (unnumbered)";

/// Where an operation works, as the proposal says it; empty where it does not say.
struct Target {
    std::string agreement;
    std::string article;          ///< "25", "XII"; two numbers that disagree: "10 (heading) / 12 (text)"
    std::string article_title;    ///< "Relief Periods"
    bool titles_section = false;  ///< that title stands behind the section's number, and may be the section's
    std::string section;          ///< "61", "2.03"; "new (unnumbered)" where one is added without a number
    std::string paragraph;        ///< "2", "last", "last three", "(a)", "On-going Eligibility"
    std::string sentence;         ///< "1", "last"
    std::string letter;           ///< letter of agreement or appendix: "LOA #6 Parking", "Appendix \"A\""
    std::vector<std::string>
        units;  ///< the whole address, outermost unit first, where one is given: those of Addresses
};

/// A stretch of drawn text and what is done to it.
struct DrawnRun {
    enum Kind : std::uint8_t { kept, struck, inserted };
    std::string text;
    Kind kind = kept;
};

/// A paragraph, list item or row in the words of the source, as it would be redlined. `line` is where it stands.
struct DrawnBlock {
    std::uint32_t line = 0;
    std::string number;  ///< of a list item, as written; also the beginning of the first run's text
    std::vector<DrawnRun> runs;
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t depth = 0;  ///< of a heading, as the format has it; 0 where it has none
};

/// Kept and struck, or kept and inserted runs of a drawn block.
std::string old_text(const DrawnBlock& block);
std::string new_text(const DrawnBlock& block);

/// A sum, rate or bonus that the operation changes; amounts as decimal strings, a leading "+" is a change and no rate.
struct MoneyChange {
    std::string what;
    std::string from;  ///< empty where none is printed
    std::string to;
};

/// A value that the operation sets in a table, and what it stands under there.
struct SetCell {
    std::string classification;
    std::string row;                 ///< step, plan or other label; empty where the row is the classification's
    std::string row_before;          ///< the label that stands beside what is in force, where it is another
    std::string date;                ///< of its column: ISO, or as printed; empty where none is said
    std::optional<Decimal> current;  ///< of its row, as the proposal prints it
    Decimal value;
};

/// One way to read an operation, where there are several.
struct OperationReading {
    std::string text;  ///< in words: "one dollar is struck, two dollars is new"
    Op op = Op::note;
    std::string struck_text;
    std::string inserted_text;
    std::string speaks_for;
    std::string speaks_against;
};

/// How a part of an instruction was understood: "verb: delete", "target: the last sentence".
struct InstructionPart {
    std::string role;  ///< verb, target, quoted, payload, position, condition, scope
    std::string words;
    Span span;  ///< in Operation::instruction
};

/// A proposal of another round that an operation accepts, as far as it says which.
struct Acceptance {
    Side whose = Side::neither;  ///< neither where it is a third party's
    std::string date;            ///< of that proposal: ISO, "--03-01" without year; empty where none is said
    bool says_more = false;      ///< other words of the sentence may narrow down what is accepted
};

/// How often quoted words are meant.
enum class Occurrence : std::uint8_t { once, first, each, all_that_follows };

/// One thing that a proposal asks for.
struct Operation {
    std::string id;    ///< "11.2"; stable across runs
    std::string item;  ///< "11", "Company 1", "Wages"
    std::string heading;
    Lines lines;
    std::string instruction;  ///< the words read as the instruction; empty where none was given
    std::vector<InstructionPart> parts;
    Op op = Op::note;
    Unit unit = Unit::paragraph;
    bool addressed = false;  ///< its targets are whole addresses (Target::units) and its quotations whole words
    Target target;
    PositionKind position = PositionKind::absent;
    Target from;               ///< of a move: where what moves stands now, as far as it is said
    std::string new_label;     ///< of a move: the number that what moves gets, empty where none is said
    Target anchor;             ///< what `position` counts from, where it is not the target itself
    std::string anchor_words;  ///< quoted words that `position` counts from
    Occurrence occurrence = Occurrence::once;
    std::uint32_t place =
        0;                  ///< which of several places of the quoted words in the unit, from 1; 0 where none is named
    bool new_item = false;  ///< what is inserted is the item that Target::paragraph names: "(3)"
    std::string struck_text;    ///< paragraphs parted by "\n"; stretches of one paragraph by " … "
    std::string inserted_text;  ///< the same
    std::vector<DrawnBlock> drawn;
    std::string condition;  ///< "upon ratification", as printed
    Status status = Status::open;
    std::string status_date;  ///< ISO; empty where none is printed
    Side asked_of = Side::neither;
    std::optional<Acceptance> acceptance;  ///< of a note
    std::vector<Target> excepted;          ///< units that its status, or what it accepts, leaves out
    std::vector<MoneyChange> money;
    std::vector<SetCell> cells;           ///< of a table that it sets, row by row
    bool takes_table_place = false;       ///< the table that it prints stands for the whole of one that is there
    std::vector<std::string> table_rows;  ///< of that table as printed, cells parted by tabs
    bool adds_to_table = false;           ///< its columns come beside those that are there
    Confidence confidence = Confidence::certain;
    std::vector<OperationReading> readings;  ///< two or more when ambiguous, none chosen
    std::vector<Flag> flags;
};

/// How far an operation has come: carrying out, ledger and seal go by this one reading of its status.
enum class Standing : std::uint8_t {
    asked,   ///< somebody asks for it and it is on the table: open, in a package, housekeeping
    agreed,  ///< tentatively agreed or ratified
    apart,   ///< nobody asks for it as it stands: countered, held, what-if
    closed   ///< given up: withdrawn, rejected, current language stays
};

Standing standing_of(Status status);

/// Flags an operation, once for each code.
void add_flag(Operation& operation, std::string code, FlagSeverity severity, std::string text);

/// Tentatively agreed, or ratified.
bool is_agreed(const Operation& operation);

/// A highlight that a cover letter or a summary prints; it changes no text itself.
bool is_summary(const Operation& operation);

/// Flag of an operation that asks for units to be renumbered without saying which gets which number.
inline constexpr std::string_view renumbering_asked = "RENUMBERING_ASKED";

/// Flag of an operation of whose instruction some words are not read.
inline constexpr std::string_view words_not_read = "WORDS_NOT_READ";

/// A printed mark of tentative agreement.
struct TentativeAgreement {
    std::string item;
    Target target;
    std::string date;  ///< ISO
    std::string raw;   ///< "(TA 12/2)"
    bool year_inferred = false;
    Lines lines;
};

/// One step of a wage schedule. Amounts are exact; what is not printed has none.
struct WageRow {
    std::uint32_t line_current = 0;
    std::uint32_t line_new = 0;
    std::string step_current;
    std::string step_new;
    std::optional<Decimal> current;
    std::vector<std::optional<Decimal>> proposed;  ///< one for each date of the table
    std::optional<Decimal> stated_increase;        ///< as the proposal prints it
    std::vector<std::optional<Decimal>> increase;  ///< ours: each rate against the one before it
    std::vector<std::string> percent;              ///< ours, one digit after the point, no sign but "-"
    std::optional<Decimal> total;
    std::string total_percent;
    std::vector<Flag> flags;
};

/// A raise for many rates at once, printed as a row of a table or in a sentence.
struct WageRaise {
    std::string what;                  ///< "Top rate"; empty where it is for all rates
    Lines lines;                       ///< where it stands
    std::vector<std::string> amounts;  ///< one for each date of the table: "+0.35", "3.0 %"; empty where none is said
};

/// The schedule of one classification, or another table of money by date.
struct WageTable {
    std::string item;            ///< of the proposal that it stands in; empty outside all
    std::string classification;  ///< "Dockhands"
    std::string group;           ///< heading above several schedules: "Harbour stores"
    Lines lines;
    std::vector<std::string> effective;  ///< ISO, or as printed where it is no date
    std::vector<WageRow> rows;
    std::vector<WageRaise> raises;
    std::vector<Flag> flags;
};

/// Text that no rule claimed.
struct NotUnderstood {
    Lines lines;
    std::string text;
};

/// A finding about the document as a whole: missing numbers, an unclear base …
struct Finding {
    Flag flag;
    Lines lines;
};

struct Proposal {
    Document document;  ///< its blocks in full, both faces
    std::string title;
    std::string date;  ///< ISO
    Side party = Side::neither;
    std::vector<std::string> items_present;
    std::vector<std::string> items_missing;
    std::vector<TentativeAgreement> ledger;
    std::vector<Operation> operations;  ///< in reading order
    std::vector<WageTable> wage_tables;
    std::vector<WageTable>
        money_tables;  ///< contributions, premiums and other money by date; a row's label is its step
    std::vector<Finding> findings;
    std::vector<NotUnderstood> not_understood;
    Diagnostics diagnostics;
};

}  // namespace stet
