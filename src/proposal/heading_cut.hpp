// Where the heading of an item ends, and its own text begins in the same paragraph.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/instruction.hpp"
#include "proposal/openers.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// The line of an item behind its number, cut: "Article 5, Section 2 (Overtime). | Amend the first sentence to read: …"
struct HeadingCut {
    std::string_view line;
    std::string_view title;       ///< the heading; empty where the line is none
    bool heading = false;         ///< a heading stands there
    bool runs_in = false;         ///< text of the item's own stands behind it
    std::uint32_t body_from = 0;  ///< offset in the block
};

class HeadingCutter {
public:
    HeadingCutter(const Document& document, const Grammar& grammar, const PhraseBook& book, std::string_view date,
                  bool numbered)
        : document_(document), grammar_(grammar), book_(book), date_(date), numbered_(numbered) {}

    HeadingCut cut(BlockId block, const Opener& opener) const;

private:
    /// "2.4 – The Union accepts 2.4. (TA)": of one section, among others; no heading over what follows.
    bool is_of_section(std::string_view line) const;
    /// An instruction, and no title that announces a new unit.
    bool is_instruction(std::string_view line) const;
    /// "After Article 2, Section 2.1, insert a new Section 2.2: …": told where, which no title does.
    bool opens_beside(std::string_view line) const;
    /// "Accept 21.1 with “four” changed to “three”": words of a text are quoted, which no title does.
    bool quotes_words(std::string_view line) const;
    bool is_sentence(const std::string& line) const;
    /// Where a heading that names a place ends and text of the item's own begins in the same paragraph: "Article 5,
    /// Section 2 (Overtime). Amend the first sentence to read: …"; 0 where it is all heading.
    std::uint32_t heading_end(std::string_view line) const;
    /// "Wages. All employees …" behind "Article 22": a title of a few words, and a sentence behind it.
    bool opens_with_title(std::string_view rest) const;
    /// "Art. II, Sec. 4": the full stop is that of a noun, and its number stands behind it.
    bool is_abbreviated(std::string_view title, std::string_view rest) const;
    /// "add Juneteenth & the day after Thanksgiving", "0-4 yrs 10 days; 5-9 yrs 15 days": no title.
    static bool runs_on(std::string_view rest);
    /// The same where nothing but a blank parts the place from the instruction: "Article 6 Change “ten” to “nine”".
    std::uint32_t heading_is_place(std::string_view line) const;
    /// An instruction that no title could be: it quotes, announces the text that follows, or says nothing but that a
    /// unit goes, in a sentence ("4.02 Delete."; but "Article 31 Strike." is a title) or with a verb that is no title.
    bool is_told_at_once(const Instruction& clause, std::string_view text, const PlaceName& place) const;
    /// "Article 6.C – The Union accepts the City's proposal. (TA)": what stands between the dash and the mark is asked
    /// for, or said, and no title.
    std::uint32_t end_before_dash(const Block& block, std::uint32_t from, std::uint32_t cut) const;
    /// The same before a dash: "Parking (Article 9) – Union accepts …", "Parking (Article 9) – Fees are ~~$5~~ **$4**."
    std::uint32_t heading_before_dash(const Block& block, std::uint32_t from) const;
    bool has_place(std::string_view title) const;
    static bool is_marked_behind(const Block& block, std::uint32_t from);
    /// Behind a heading in its paragraph: a quotation, a sentence, or a mark of status and nothing else.
    bool is_text_behind(std::string_view rest) const;
    /// "July 1, 2026 – June 30, 2029", "3.5 % on April 1, 2026": a full date, a share or a sum stands first.
    static bool opens_with_value(std::string_view text);

    const Document& document_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    std::string_view date_;
    bool numbered_;
};

}  // namespace stet
