// Reads headings in the light of those around them.
#include "proposal/item_context.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"

namespace stet {

namespace {

/// All that is printed of an item is the name of a letter or attachment.
bool is_letter_alone(const Document& document, const ProposalItem& item) {
    const ItemHeading& heading = item.heading;
    if (heading.target.letter.empty() || !heading.target.article.empty() || !heading.target.section.empty() ||
        heading.letters.size() > 1 || heading.status || heading.highlights || heading.fresh || !heading.said.empty())
        return false;
    for (BlockId id = item.first; id < item.end; ++id) {
        const Block& block = document.blocks[id];
        const std::string_view text = block.text;
        const std::size_t from = id == item.first ? std::min<std::size_t>(item.body_from, text.size()) : 0;
        if (!is_set_aside(block.kind) && !is_blank(text.substr(from))) return false;
    }
    return true;
}

/// 0 where it is no number in figures.
unsigned number_of(const std::string& article) {
    unsigned number = 0;
    std::from_chars(article.data(), article.data() + article.size(), number);
    return number;
}

}  // namespace

void settle_letters_of_titles(std::vector<ProposalItem>& items) {
    const auto lettered = [](const ProposalItem& item) {
        const std::string& section = item.heading.target.section;
        return section.size() == 1 && is_upper(section.front());
    };
    if (std::count_if(items.begin(), items.end(), lettered) < 2) return;
    for (ProposalItem& item : items) item.heading.letter_of_title = false;
}

void settle_below_letters(const Document& document, std::vector<ProposalItem>& items) {
    std::string letter;
    unsigned last_article = 0;
    for (ProposalItem& item : items) {
        const Target& target = item.heading.target;
        if (!target.letter.empty()) {
            letter = is_letter_alone(document, item) ? target.letter : std::string();
            continue;
        }
        if (target.article.empty()) continue;
        const unsigned number = number_of(target.article);
        const bool goes_on = last_article > 0 && number > last_article;
        if (!letter.empty() && !goes_on) item.heading.below_letter = letter;
        if (letter.empty() || goes_on) last_article = std::max(number, last_article);
    }
}

}  // namespace stet
