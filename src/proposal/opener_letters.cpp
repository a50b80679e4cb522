// Finds the letters of agreement that are listed below a heading for all of them.
#include "proposal/opener_letters.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/instruction.hpp"
#include "proposal/letters.hpp"
#include "proposal/opener_numbers.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_run_in_heading = 160;  // bytes

/// "Side Letter" of a line that is "SIDE LETTERS" and nothing else; empty where it is another.
std::string letters_heading(const Block& block, const Grammar& grammar, const PhraseBook& book) {
    if (block.text.size() > 60) return {};
    const PhrasedText phrased(block.text, book);
    const auto noun = phrased.find(0, WordClass::letter);
    // "SIDE LETTER(S):"
    const std::string_view rest =
        noun ? std::string_view(block.text).substr(phrased.span_of(0, noun->size).end) : std::string_view{};
    if (!noun || rest.find_first_not_of(" ():sS") != std::string_view::npos) return {};
    // "MEMORANDUM OF AGREEMENT": what the document calls itself, and no heading over letters.
    if (phrased.has(0, WordClass::offer)) return {};
    const std::string plural = lower_case(phrased.text_of(0, noun->size));
    std::string name = plural;
    for (const std::string& one : grammar.proposal.of(WordClass::letter)) {
        const auto at = static_cast<std::size_t>(
            std::mismatch(one.begin(), one.end(), plural.begin(), plural.end()).first - one.begin());
        if (one.size() + 1 == plural.size() && plural[at] == 's' && one.substr(at) == plural.substr(at + 1)) name = one;
    }
    for (std::size_t at = 0; at < name.size(); ++at)
        if (at == 0 || (name[at - 1] == ' ' && name.substr(at, 3) != "of "))
            name[at] = is_lower(name[at]) ? static_cast<char>(name[at] - 'a' + 'A') : name[at];
    return name;
}

/// Where a title ends behind which its line instructs: "Parking – Renew", "Parking. Delete."; 0 where none does.
std::uint32_t title_before_instruction(std::string_view line, const PhraseBook& book) {
    const std::string_view near = line.substr(0, longest_run_in_heading);
    for (const std::string_view joint : {" – ", " — ", " - ", ": ", ". "}) {
        const std::size_t at = near.find(joint);
        if (at == std::string_view::npos || !looks_like_title(fold_blanks(near.substr(0, at)))) continue;
        if (!parse_instructions(line.substr(at + joint.size()), book).clauses.empty())
            return static_cast<std::uint32_t>(at + joint.size());
    }
    return 0;
}

/// "Preceptor Pilot – Make permanent": behind the dash; 0 where no title stands before one.
std::uint32_t title_before_dash(std::string_view line) {
    for (const std::string_view joint : {" – ", " — ", " - "})
        if (const std::size_t at = line.substr(0, longest_run_in_heading).find(joint); at != std::string_view::npos)
            return looks_like_title(fold_blanks(line.substr(0, at))) ? static_cast<std::uint32_t>(at + joint.size())
                                                                     : 0;
    return 0;
}

}  // namespace

void add_letters(Openers& found, const Document& document, const Grammar& grammar, const PhraseBook& book) {
    std::string letter;
    BlockId heading = 0;
    bool several = false;  // the heading is of letters, and not the name of one
    unsigned expected = 0;
    for (BlockId block = 0; block < document.blocks.size(); ++block) {
        const Block& here = document.blocks[block];
        if (is_set_aside(here.kind) || here.kind == BlockKind::table_row) continue;
        if (const std::string name = letters_heading(here, grammar, book); !name.empty()) {
            letter = name;
            several = lower_case(fold_blanks(here.text)) != lower_case(name);
            heading = block;
            expected = 1;
            continue;
        }
        const auto numbered = letter_at_margin(here) ? letter_at_margin(here) : number_at_margin(here);
        if (letter.empty() || !numbered || numbered->number != expected) {
            if (found.blocks.contains(block)) letter.clear();
            continue;
        }
        const std::string label =
            numbered->letter == 0 ? std::to_string(numbered->number) : std::string(1, numbered->letter);
        const std::string name = letter + " " + label;
        const std::string_view line = std::string_view(here.text).substr(numbered->from);
        const std::uint32_t told = title_before_instruction(line, book);
        const std::uint32_t title = told > 0 || !several ? told : title_before_dash(line);
        if (names_place(line, book) || (title == 0 && !looks_like_title(fold_blanks(line)))) {
            letter.clear();
            continue;
        }
        found.blocks[block] = {name, numbered->from, title, Side::neither, name};
        if (expected == 1) {
            found.letters_headings.push_back(heading);
            found.blocks.erase(heading);
        }
        ++expected;
    }
}

}  // namespace stet
