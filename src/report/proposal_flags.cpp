// The table of flags, by code.
#include "report/proposal_flags.hpp"

#include <algorithm>
#include <array>

namespace stet {

namespace {

<<<<<<< HEAD
constexpr std::array<FlagMeaning, 99> meanings = {{
=======
constexpr std::array<FlagMeaning, 72> meanings = {{
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)
    {"AGREED_BY_TITLE", "the title of the document calls all of it agreed", "“Tentative Agreement”"},
    {"AMBIGUOUS_INSTRUCTION", "the instruction does not say what it does, or to what",
     "“Delete and incorporate the following”: what is deleted?"},
    {"ARITHMETIC_ANOMALY", "one figure of a table breaks the pattern that all others follow",
     "every cell rises by 6.2 %, one by 6.0 %"},
    {"ARTICLE_LEFT_EMPTY", "after the repeal nothing of the article may be left but its heading",
     "the only section of article 34 is struck"},
    {"ARTICLE_NUMBER_MISMATCH", "heading, instruction and text name different articles",
     "headed article 20, “shall be added to article 18”"},
    {"BASE_TEXT_NEEDED", "the text that goes, moves or is replaced is not printed",
     "“Delete the article in its entirety.”"},
    {"BLANK_TO_FILL", "a blank is left to be filled in", "“this ____ day of March”"},
    {"BOLD_MEANS_NEW", "bold is the only mark of new text; what it replaces is not shown",
     "“through **April 30, 2029**”"},
<<<<<<< HEAD
    {"BOUNDARY_DATE", "a date lies in no group, or in two", "“hired before 3/5” and “hired after 3/5”"},
    {"BRACKETED_FIGURE", "a bracket that repeats a figure and strikes nothing", "“two thousand [2,000] hours”"},
    {"BULLET_ARTEFACT", "bullets stand before paragraphs of one unit", "each struck paragraph opens with “-”"},
    {"CAP_EQUALS_THRESHOLD", "a right begins at the very amount at which accrual ends",
     "paid from 240 hours, capped at 240"},
=======
    {"BOUNDARY_DATE", "“after” and “on or after” the same date stand side by side",
     "“hired after March 6” and “hired on or after March 6”"},
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)
    {"CLAIM", "what the offer says of itself in figures", "“at least $.25 on every step”"},
    {"CLAIM_CONTRADICTED_BY_TABLE", "a highlight says what the table does not show",
     "“up to $4.50”; the rates differ by $4.10"},
    {"CONDITIONAL_EFFECT", "it takes effect only upon a condition", "“upon expiration of the contracts”"},
    {"CONDITIONAL_VALUE", "a rate depends on something else", "“$12.00 or as the minimum wage requires”"},
    {"CONTAINS_PERSONAL_NAME", "a person is named", "a letter called after a grievant"},
    {"CONTEXT", "text printed around what is asked; it stays", "a paragraph without a mark below one that has some"},
<<<<<<< HEAD
    {"CONTEXT_RESTATED", "unmarked paragraphs are printed beside the change as context",
     "paragraphs 1 to 4 around an edited 5"},
    {"CROSS_REFERENCE_IMPLAUSIBLE", "a new reference cannot fit the agreement's own numbering",
     "section 141 in article 45, where article 51 begins with 139"},
    {"CROSS_REFERENCE_SUSPECT", "a reference names another place than the proposal itself",
     "leave of absence “in article 32”, which item 14 has in 35"},
=======
    {"CROSS_REFERENCE_IMPLAUSIBLE", "a cited section cannot stand in the cited article",
     "section 141 of article 45, where article 51 has section 139"},
    {"CROSS_REFERENCE_SUSPECT", "an article is cited for what another article is about",
     "leave of absence is cited as article 32 and is article 35"},
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)
    {"DATE_DIFFERS", "two items give the same date differently",
     "the term begins January 9 in one and January 10 in another"},
    {"DEFINED_TERM_INCONSISTENT", "one thing goes by two names", "“GG Clerks” and “GGs”"},
    {"DESCRIPTION_NOT_TEXT", "the proposal describes what shall hold and gives no words for it",
     "“that the term be January 9 through January 11”"},
<<<<<<< HEAD
    {"DUPLICATE_CONTRADICTORY", "two sentences say the same with and without an exception",
     "“all classifications. All classifications (except cutters)”"},
=======
    {"DUPLICATE_CONTRADICTORY", "two sentences begin alike, and the second goes on otherwise",
     "“applies to all. Applies to all (except cutters).”"},
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)
    {"DUPLICATE_OF", "it repeats another item", "a highlight of the bonus in item 23"},
    {"EFFECTIVE_DATE_DIFFERS", "the day on which rates take effect is stated in two ways", "a heading and a footnote"},
    {"FOOTNOTE_ASTERISK", "asterisks are footnote marks and no emphasis", "“**$12.00”"},
    {"FUSED_STRIKE_INSERT", "old and new stand run together under one mark", "“4341” for 43 and 41"},
<<<<<<< HEAD
    {"GAP_AT_BOUNDARY", "an amount falls into no band", "“less than 192” and “in excess of 192”"},
    {"GRAMMAR_AFTER_CHANGE", "carried out as written, the sentence does not read",
     "“an” before a word that now begins otherwise"},
=======
    {"GAP_AT_BOUNDARY", "exactly this figure falls under neither rule",
     "“less than 192 hours” and “more than 192 hours”"},
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)
    {"GROUP_ROWS", "names of groups are rows of the table", "a classification in a row of its own"},
    {"HEADING_DIFFERS_FROM_TABLE", "a heading and its table speak of different dates or amounts",
     "“increase on January 1, 2021” over three years"},
    {"HEADING_PUNCTUATION", "a heading lacks a mark that the others have", "“article 57 Term” without its period"},
    {"INSERTION_NOT_MARKED", "new words carry no mark; only their place shows that they are new",
     "“~~seven (7)~~ six (6)”"},
    {"INSTRUCTION_CONTRADICTS_MARKUP", "the instruction and the marks say opposite things",
     "“Add the following:” over struck text"},
    {"INSTRUCTION_MISSING", "only the marks say what is asked", "a struck sentence without a word"},
    {"INTERACTS_WITH", "another item changes what this one refers to",
     "a section whose exception another item strikes"},
    {"ITEM_NUMBERS_MISSING", "numbers are missing between items", "16 and 17 between 15 and 18"},
    {"ITEM_NUMBER_REPEATED", "two items have one number", "two items 9"},
    {"ITEM_OUT_OF_ORDER", "an item's number is not higher than the one before", "8 after 9"},
    {"LEGEND", "how the proposal says that it marks text", "“**Bold** is new.”"},
    {"LETTER_HEADER_LINES", "the title of a letter stands over several lines", "number, name and parties, a line each"},
    {"LETTER_UNNUMBERED", "a new letter has no number", "“Letter – New”"},
<<<<<<< HEAD
    {"LIST_NUMBERS_COLLIDE_WITH_ITEMS", "a list inside an item is numbered like the items",
     "paragraphs 16 and 17 where items 16 and 17 are missing"},
    {"LIST_STRUCK_ITEM_BY_ITEM", "one unit is struck paragraph by paragraph", "five struck bullets of one section"},
    {"MARKUP_MISSING", "the instruction asks for a change that the printed text does not show",
     "“remove: …” over a text in which nothing is struck"},
    {"MISSING_REFERENT", "the text points to something that does not follow", "“the below rates” with no rates below"},
    {"MIXED_NUMBERING", "numbered, lettered and unnumbered paragraphs mix",
     "“1.”, “a.”, then a paragraph without either"},
=======
    {"LIST_NUMBERS_COLLIDE_WITH_ITEMS", "a list in the new text has the number of an item that is missing",
     "paragraph 16 of a list where there is no item 16"},
    {"MARKUP_MISSING", "the instruction asks for a change that the printed text does not show",
     "“remove: …” over a text in which nothing is struck"},
    {"MISSING_REFERENT", "what is announced does not follow", "“the below trend rates”, and none below"},
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)
    {"NOTE_NOT_CONTRACT_TEXT", "a note among the text says something and changes no text", "“Bargaining Note:”"},
    {"NO_FINAL_PERIOD", "the last sentence has no end and may be cut", "“the effects of the ETS”"},
    {"NO_INSTRUCTION", "nothing says that the table or text is proposed", "a wage table without “Modify”"},
    {"NO_TARGET", "no article, section or letter is named", "a pledge of 500 full-time positions"},
    {"NUMBER_WORD_WITHOUT_FIGURE", "a number in words lacks the figure that all others have",
     "“one hundred ninety-two hours”"},
    {"OCR_COLUMN_SHIFT", "two columns of a table have run together", "“1040 After 1040 Hours” in one cell"},
    {"OFFER_CONDITION", "what the whole offer depends on", "“conditioned upon a recommendation”"},
    {"OFFER_DESCRIBED", "what the offer says of itself", "“a complete proposal for a new agreement”"},
    {"OUT_OF_ORDER", "items do not follow the order of the agreement", "article 39 after article 40"},
    {"OVERLAPPING_CONDITIONS", "one case falls under two rules", "the same illness on the first and on the second day"},
    {"PAGE_BREAK_IN_SENTENCE", "a page break cuts a sentence", "“may perform work in / the classifications”"},
    {"POSITION_NOT_STATED", "where the new text stands is not said", "“Add the following:”"},
    {"QUOTED_PAYLOAD_WITHOUT_QUOTES", "words to strike or add stand without quotation marks",
     "“remove: for reasons other than dishonesty”"},
    {"QUOTE_DIFFERS_FROM_TEXT", "quoted words are not in the printed text as quoted",
     "section 80 in the quotation, 81 in the text"},
    {"RATE_FALLS", "a rate is lower than the one before it", "$16.50 after $17.00"},
    {"RATE_NOT_PRINTED", "a step has no new rate", "a red-circled rate without a successor"},
    {"REPLACEMENT_HAS_NO_NUMBER", "the new text lacks the number of what it replaces",
     "“Contract Minimums:” for section 33"},
    {"REST_STAYS", "what is not mentioned stays as it is", "“All other provisions remain unchanged.”"},
    {"ROWS_DO_NOT_PAIR", "current and proposed rows differ in number", "eight steps now, nine proposed"},
    {"ROWS_UNLABELLED", "rows have no names and go by their order", "“Proposed Scale:” under “Current:”"},
    {"SCOPE_DIFFERS", "the table covers others than the preamble says", "“delicatessen only” over cutters' rates"},
    {"SECTION_NUMBER_MISMATCH", "heading and text name different sections",
     "headed section 31, the struck text is section 33"},
    {"SENTENCE_LOSES_PERIOD", "the struck words take the sentence's period along", "“… is equal.” struck at the end"},
    {"SOFT_INSTRUCTION", "it is not clear whether the words are the text or their gist",
     "“Modify to reflect the following:”"},
    {"SPACING_AFTER_DELETION", "the strike leaves a blank before a mark", "“discharged , such”"},
    {"SPLIT_LIST_ITEM", "a list number stands apart from its text", "“2.” alone on a line"},
    {"STACKED_TABLES", "current and new rates stand in two tables, one over the other", "rows pair by their order"},
    {"STATED_INCREASE_MISMATCH", "the printed increase is not the new rate less the current one",
     "$0.40 printed, $0.35 by the rates"},
    {"STEP_ADDED", "the new schedule has a step that the current one has not", "“After 6,760 hours”"},
    {"STEP_FALLS", "a step is paid less than the step before it", "$17.10 after $17.50"},
    {"STEP_REMOVED", "a step of the current schedule has no successor", "“After 7,280 hours”"},
    {"STRAY_QUOTE", "a quotation mark has no partner", "“shoplifters.\"” at the end"},
    {"STRIKE_COVERS_HEADING_ONLY", "only the heading is struck; what of the body?",
     "“~~section 81. Transfers.~~ Employees …”"},
    {"STRIKE_COVERS_OLD_AND_NEW", "one strike covers the old value and the new", "“~~a premium of $1.00 $2.00~~”"},
    {"STRIKE_IN_NEW_TEXT", "something is struck in text that the instruction calls new",
     "a struck word under “New Section:”"},
    {"SUMMARY_DIFFERS_FROM_TABLE", "a highlight holds for some rows of the table only",
     "“$1.00 on top rates”; they rise $1.00 to $2.42"},
    {"SUMMARY_DIFFERS_FROM_TEXT", "a summary and the text that it sums up differ",
     "“120 hours” and “in excess of 120”"},
    {"SUMMARY_NOT_OPERATIVE", "a highlight; other text has the effect", "“Wages: see the appendix”"},
    {"TARGET_NOT_LOCATED", "what is struck is named, but not where it stands", "“Cleanup – Cost of Living Allowance”"},
    {"TA_SCOPE", "the mark of agreement stands at one unit; this one is not under it",
     "“(TA 12/2)” at section 139, a new section beside it"},
    {"TA_YEAR_MISSING", "a mark of agreement has no year; it is inferred", "“(TA 12/2)”"},
    {"TEXT_AFTER_QUOTE", "words behind the closing quotation mark: text or explanation?",
     "“…” This is not intended to …"},
    {"TEXT_NOT_GIVEN", "new text is announced and not printed", "“New Section: Heat” and nothing below"},
    {"THRESHOLD_DIFFERS", "the same limit is worded in two ways", "“over a million” and “$1,000,000 +”"},
    {"THRESHOLD_MOVED", "a step begins earlier or later than before", "“After 1,040 hours” becomes “After 520 hours”"},
    {"TYPO_IN_SOURCE", "a slip of the pen, left as it is", "“at when the employee left”"},
    {"UNBALANCED_EMPHASIS", "an emphasis is opened or closed only", "a closing “**” alone"},
    {"UNIT_AMBIGUOUS", "a figure's unit does not fit", "“.35c” beside $0.35"},
    {"UNMARKED_RESTATEMENT", "a unit is printed again without a mark: the change cannot be seen",
     "a whole section under a bare heading"},
    {"WORD_FIGURE_MISMATCH", "a number in words and the figure behind it differ", "“six (9) months”"},
}};

}  // namespace

std::span<const FlagMeaning> flag_meanings() {
    return meanings;
}

std::string_view meaning_of_flag(std::string_view code) {
    const auto found =
        std::lower_bound(meanings.begin(), meanings.end(), code,
                         [](const FlagMeaning& entry, std::string_view name) { return entry.code < name; });
    return found == meanings.end() || found->code != code ? std::string_view() : found->meaning;
}

}  // namespace stet
