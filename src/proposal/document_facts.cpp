// Reads what a proposal says of itself.
#include "proposal/document_facts.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>

#include "grammar/wording.hpp"
#include "proposal/instruction.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/openers.hpp"
#include "proposal/status_mark.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr BlockId blocks_of_beginning = 40;
constexpr std::size_t blocks_of_end = 12;     // among which the line that dates the signatures stands
constexpr std::size_t longest_dated = 300;    // bytes of a block in which the document's date is looked for
constexpr std::size_t longest_addressee = 5;  // words from "to" to the name of a side
constexpr std::uint32_t longest_title = 20;   // words of a title whose lines name no offer

/// "the Agreement dated July 1, 2023", "… effective July 1, 2023 through June 30, 2026": a date of the agreement that
/// the proposal is about.
bool is_of_agreement(std::string_view text, const Quantity& date, const PhraseBook& book) {
    const PhrasedText before(text.substr(0, date.span.begin), book);
    std::size_t joint = before.size();
    for (std::size_t i = 0; i < before.size(); ++i)
        if (const auto dated = before.find(i, WordClass::dated); dated && i + dated->size == before.size())
            joint = std::min(joint, i);
    bool agreement = false;
    for (std::size_t i = 0; i < joint;) {
        const auto offer = before.find(i, WordClass::offer);
        if (offer)
            agreement = false;
        else if (before.has(i, WordClass::agreement))
            agreement = true;
        i += offer ? offer->size : 1;
    }
    return agreement && joint < before.size();
}

/// "Effective July 1, 2026, …": the first date of the text is one on which something takes effect.
bool is_of_effect(std::string_view text, const PhraseBook& book) {
    const std::vector<Quantity> found = find_quantities(text);
    const auto date = std::find_if(found.begin(), found.end(), is_full_date);
    if (date == found.end()) return false;
    const PhrasedText before(text.substr(0, date->span.begin), book);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (const auto effect = before.find(i, WordClass::condition); effect && i + effect->size == before.size())
            return true;
    return false;
}

/// "If it is not accepted by June 9, 2026", "until June 9, 2026", "after June 9, 2026": a bound of time.
bool is_bound(std::string_view text, const Quantity& date, const PhraseBook& book) {
    const PhrasedText before(text.substr(0, date.span.begin), book);
    const std::size_t size = before.size();
    for (std::size_t i = size > 4 ? size - 4 : 0; i < size; ++i)
        for (const WordClass words : {WordClass::until, WordClass::after, WordClass::before, WordClass::inclusive})
            if (const auto bound = before.find(i, words); bound && i + bound->size == size) return true;
    return size > 0 && before.is_word(size - 1, "by");
}

/// The first full date of a text that is none of an agreement's own, no bound and none of effect; empty where it has
/// none.
std::string date_in(std::string_view text, const PhraseBook& book) {
    if (is_of_effect(text, book)) return {};
    for (const Quantity& quantity : find_quantities(text))
        if (is_full_date(quantity) && !is_of_agreement(text, quantity, book) && !is_bound(text, quantity, book) &&
            !PhrasedText(text.substr(quantity.span.end, 40), book).has(0, WordClass::until))
            return quantity.iso;
    return {};
}

/// A numbered demand, or one that opens with its place, and the term: a date in it is of something else.
bool is_of_demand(const Block& block, const PhraseBook& book) {
    const std::string_view text = block.text;
    return !block.number.empty() || block.kind == BlockKind::list_item || names_place(text, book) ||
           book.begins(text, WordClass::term);
}

/// A sentence or more, and no title or line of a letterhead.
bool is_running(const Block& block) {
    constexpr std::uint32_t words_of_sentence = 12;
    const std::size_t last = block.text.find_last_not_of(" \t\n");
    return count_words(block.text) >= words_of_sentence && last != std::string::npos && block.text[last] == '.';
}

/// The title that names what the document is: the last block before the items that stands out, or reads like a title,
/// and speaks of an offer (a cover letter has one of its own); else the first block that stands out.
const Block* title_block(const Document& document, BlockId end, const PhraseBook& book) {
    const Block* first = nullptr;
    const Block* last_offer = nullptr;
    const Block* last_offer_standing_out = nullptr;
    std::uint8_t least_depth = std::numeric_limits<std::uint8_t>::max();  // of headings
    bool below_text = false;                                              // a sentence stands between it and the title
    for (BlockId id = 0; id < std::min<BlockId>(end, blocks_of_beginning); ++id) {
        const Block& block = document.blocks[id];
        if (is_set_aside(block.kind)) continue;
        // "Tentative agreements" below a paragraph of the offer heads a part of it.
        const bool part =
            below_text && last_offer != nullptr && block.kind == BlockKind::heading && block.depth > least_depth;
        if (part) break;
        if (block.kind == BlockKind::heading) least_depth = std::min(least_depth, block.depth);
        below_text = below_text || (block.kind == BlockKind::paragraph && is_running(block));
        if (count_words(block.text) > 40) continue;
        const PhrasedText text(block.text, book);
        const bool offer = text.first(0, text.size(), WordClass::offer) < text.size();
        // "TENTATIVE AGREEMENT" over the parties' names
        const std::string_view first_line = std::string_view(block.text).substr(0, block.text.find('\n'));
        const bool title = stands_out(block) || (block.kind == BlockKind::paragraph && is_capitals(first_line)) ||
                           (looks_like_title(fold_blanks(block.text)) && block.kind == BlockKind::paragraph);
        if (offer && title) last_offer = &block;
        const bool short_title = looks_like_title(fold_blanks(block.text)) || is_capitals(block.text);
        if (offer && block.kind == BlockKind::heading && short_title) last_offer_standing_out = &block;
        if (first == nullptr && stands_out(block)) first = &block;
    }
    // A heading of the format, and no line below it that speaks of an offer too.
    if (last_offer_standing_out != nullptr) return last_offer_standing_out;
    return last_offer != nullptr ? last_offer : first;
}

/// Who speaks, by the title: "Union Proposal"; "Offer … to the Union".
Side side_of_title(std::string_view title, const PhraseBook& book) {
    const PhrasedText text(title, book);
    const std::size_t size = text.size();
    for (std::size_t i = 0; i < size; ++i) {
        const std::optional<WordClass> owner = text.at(i).owner;
        const bool company = text.has(i, WordClass::company) || owner == WordClass::company;
        const bool union_side = text.has(i, WordClass::union_side) || owner == WordClass::union_side;
        if (company == union_side) continue;
        const bool to = i > 0 && text.at(i - 1).text == "to";
        if (to) return company ? Side::union_side : Side::company;
    }
    // "Response to Local 31 Proposals": what is answered is the other side's.
    std::size_t answered = size;
    for (std::size_t i = 0; i + 1 < size && answered == size; ++i)
        if (text.has(i, WordClass::offer) && text.at(i + 1).text == "to") answered = i + 1;
    for (std::size_t i = 0; i < answered; ++i) {
        if (!text.has(i, WordClass::offer)) continue;
        const Side near = side_named(text, i > 5 ? i - 5 : 0, i);
        if (near != Side::neither) return near;
        // "Employer's Second Counterproposal"
        for (std::size_t before = i; before-- > (i > 5 ? i - 5 : 0);)
            if (text.at(before).owner)
                return text.at(before).owner == WordClass::company ? Side::company : Side::union_side;
    }
    const std::size_t to = [&] {
        for (std::size_t i = 0; i < size; ++i)
            if (text.at(i).text == "to") return i;
        return size;
    }();
    const Side addressed = to < size ? side_named(text, to, std::min(size, to + longest_addressee)) : Side::neither;
    if (addressed == Side::union_side) return Side::company;
    if (addressed == Side::company) return Side::union_side;
    return Side::neither;
}

/// The lines of a title up to the one that names the offer: who makes it may stand in a line of its own above.
std::string title_lines(std::string_view title, const PhraseBook& book) {
    for (std::size_t end = title.find('\n'); end != std::string_view::npos; end = title.find('\n', end + 1)) {
        const PhrasedText text(title.substr(0, end), book);
        if (text.first(0, text.size(), WordClass::offer) < text.size()) return fold_blanks(text.text());
    }
    const std::string all = fold_blanks(title);
    return count_words(all) <= longest_title ? all : fold_blanks(title.substr(0, title.find('\n')));
}

/// The title and the short lines below it: "Offer", "To", "the Union".
std::string title_with_addressee(const Document& document, const Block& title, BlockId end) {
    std::string text = fold_blanks(title.text);
    const auto at = static_cast<BlockId>(&title - document.blocks.data());
    for (BlockId id = at + 1; id < std::min<BlockId>(end, at + 4) && count_words(document.blocks[id].text) <= 8 &&
                              document.blocks[id].kind != BlockKind::table_row;
         ++id)
        text += " " + fold_blanks(document.blocks[id].text);
    return text;
}

/// "Harbor City Officers' Association": of one name in which both sides' words stand the last is what it is.
Side side_of_name(const PhrasedText& text) {
    if (const Side one = side_named(text, 0, text.size()); one != Side::neither) return one;
    Side last = Side::neither;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool parts = text.is_mark(i, "-") || text.is_mark(i, "/") || text.is_mark(i, "&");
        if (parts || text.is_word(i, "and") || text.is_word(i, "to")) return Side::neither;
        if (text.has(i, WordClass::company)) last = Side::company;
        if (text.has(i, WordClass::union_side)) last = Side::union_side;
    }
    return last;
}

/// "From: Pipe Fitters Local 77" above what is asked.
Side side_of_sender(const Document& document, BlockId end, const PhraseBook& book) {
    for (BlockId id = 0; id < std::min<BlockId>(end, blocks_of_beginning); ++id) {
        const std::string_view text = document.blocks[id].text;
        for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
            const PhrasedText line(text.substr(at, text.find('\n', at) - at), book);
            const auto form = line.find(0, WordClass::form_line);
            // "Date: March 3, 2026, at City Hall" says when, and not who.
            const std::vector<Quantity> values = find_quantities(line.text());
            if (std::any_of(values.begin(), values.end(), is_full_date)) continue;
            if (form && line.is_mark(form->size, ":"))
                if (const Side side = side_named(line, form->size + 1, line.size()); side != Side::neither) return side;
        }
    }
    return Side::neither;
}

/// Who speaks, by the short lines above the title: the letterhead of one side.
Side side_of_letterhead(const Document& document, const Block& title, const PhraseBook& book) {
    for (const Block& block : document.blocks) {
        if (&block == &title) break;
        const PhrasedText text(block.text, book);
        const bool addressed = text.size() > 0 && text.at(0).text == "to";
        const Side side = side_of_name(text);
        if (side != Side::neither && !addressed && !is_set_aside(block.kind) && count_words(block.text) <= 12)
            return side;
    }
    return Side::neither;
}

/// Who speaks, by who "proposes".
Side side_of_body(const Document& document, const PhraseBook& book) {
    int company = 0, union_side = 0;
    for (const Block& block : document.blocks) {
        if (is_set_aside(block.kind)) continue;
        const PhrasedText text(std::string_view(block.text).substr(0, 400), book);
        for (std::size_t i = 0; i < text.size(); ++i) {
            // "… if the City agrees to it"
            const std::size_t near = i > 4 ? i - 4 : 0;
            if (!text.has(i, WordClass::propose) || text.first(near, i, WordClass::supposes) < i) continue;
            const Side side = side_named(text, i > 3 ? i - 3 : 0, i);
            company += side == Side::company;
            union_side += side == Side::union_side;
        }
    }
    if (company == union_side) return Side::neither;
    return company > union_side ? Side::company : Side::union_side;
}

/// Sentences of a block, their ends at full stops before capitals.
std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> out;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool stop =
            (text[at] == '.' || text[at] == '!' || text[at] == '?') && at + 1 < text.size() && text[at + 1] == ' ';
        if (!stop) continue;
        out.push_back(fold_blanks(text.substr(from, at + 1 - from)));
        from = at + 1;
    }
    out.push_back(fold_blanks(text.substr(from)));
    std::erase(out, "");
    return out;
}

/// Words that say what the sentence of a preamble is for.
const char* kind_of_sentence(const std::string& sentence, const PhraseBook& book) {
    const PhrasedText text(sentence, book);
    const auto has = [&](WordClass words) { return text.first(0, text.size(), words) < text.size(); };
    if (is_legend(sentence, book)) return "LEGEND";
    if (has(WordClass::rest_stays)) return "REST_STAYS";
    if (has(WordClass::reserves) || (has(WordClass::condition) && has(WordClass::offer))) return "OFFER_CONDITION";
    if (!find_quantities(sentence).empty()) return "CLAIM";
    if (has(WordClass::offer) || has(WordClass::agreement)) return "OFFER_DESCRIBED";
    return nullptr;
}

}  // namespace

std::string document_date(const Document& document, BlockId preamble_end, const PhraseBook& book,
                          const ProposalWords& words) {
    constexpr std::ptrdiff_t near = 3;
    const Block* title = title_block(document, preamble_end, book);
    const std::ptrdiff_t at = title == nullptr ? 0 : title - document.blocks.data();
    // A date that stands alone near the title is the document's; one in the title may be of something else.
    for (const std::ptrdiff_t step : {std::ptrdiff_t{-1}, std::ptrdiff_t{1}, std::ptrdiff_t{-2}, std::ptrdiff_t{2}}) {
        const std::ptrdiff_t id = at + step;
        if (title == nullptr || id < 0 || id >= static_cast<std::ptrdiff_t>(document.blocks.size())) continue;
        const std::string_view text = document.blocks[static_cast<std::size_t>(id)].text;
        if (count_words(text) > 4) continue;
        if (std::string date = date_in(text, book); !date.empty()) return date;
    }
    // The date nearest to the title: right before it, in it, right behind it.
    for (const std::ptrdiff_t step : {std::ptrdiff_t{0}, std::ptrdiff_t{-1}, std::ptrdiff_t{1}, std::ptrdiff_t{-2},
                                      std::ptrdiff_t{2}, -near, near}) {
        const std::ptrdiff_t id = at + step;
        if (title == nullptr || id < 0 || id >= static_cast<std::ptrdiff_t>(document.blocks.size())) continue;
        const std::string_view text = document.blocks[static_cast<std::size_t>(id)].text;
        const bool other = step != 0 && is_of_demand(document.blocks[static_cast<std::size_t>(id)], book);
        if (std::string date = date_in(text.substr(0, longest_dated), book); !date.empty() && !other) return date;
    }
    // Dates of tables, of marks of agreement and of effect are of what they stand at.
    const std::size_t end = std::min<std::size_t>({document.blocks.size(), blocks_of_beginning, preamble_end + 3UL});
    for (BlockId id = 0; id < end; ++id) {
        const std::string_view text = document.blocks[id].text;
        const Block& block = document.blocks[id];
        if (block.kind == BlockKind::table_row || find_status_mark(text, words, {}) || is_of_demand(block, book))
            continue;
        if (std::string date = date_in(text.substr(0, longest_dated), book); !date.empty()) return date;
    }
    // "Dated: March 30, 2026" above the signatures.
    for (std::size_t id = document.blocks.size(), left = blocks_of_end; id-- > 0 && left > 0; --left) {
        const std::string_view text = document.blocks[id].text;
        if (count_words(text) > 8 || !book.begins(text, WordClass::signature) || find_status_mark(text, words, {}))
            continue;
        for (const Quantity& quantity : find_quantities(text))
            if (is_full_date(quantity)) return quantity.iso;
    }
    return {};
}

void read_document_facts(Proposal& proposal, const Items& items, const PhraseBook& book, const ProposalWords& words) {
    proposal.date = document_date(proposal.document, items.preamble_end, book, words);
    const Block* title = title_block(proposal.document, items.preamble_end, book);
    if (title != nullptr) {
        proposal.title = title_lines(title->text, book);
        proposal.party = side_of_title(title_with_addressee(proposal.document, *title, items.preamble_end), book);
        if (proposal.party == Side::neither) proposal.party = side_of_letterhead(proposal.document, *title, book);
        // A letterhead alone, over a "Claim" that no word of an offer names.
        if (proposal.party == Side::neither) proposal.party = side_of_name(PhrasedText(title->text, book));
    }
    if (proposal.party == Side::neither) proposal.party = side_of_sender(proposal.document, items.preamble_end, book);
    if (proposal.party == Side::neither) proposal.party = side_of_body(proposal.document, book);
}

namespace {

/// "Section 8.2: change “three” to “five” days": a demand, and nothing that the offer says of itself.
bool asks_in_quotes(const std::string& sentence, const PhraseBook& book) {
    const std::vector<Instruction> clauses = parse_instructions(sentence, book).clauses;
    return std::any_of(clauses.begin(), clauses.end(), [](const Instruction& clause) {
        return clause.verb != Verb::keep && (!clause.added.empty() || !clause.removed.empty());
    });
}

}  // namespace

void account_for_rows(Proposal& proposal, BlockId preamble_end) {
    std::uint32_t last_line = 0;
    for (const Block& block : proposal.document.blocks) last_line = std::max(last_line, block.last_line());
    std::vector<int> opens(last_line + 2, 0);  // tables that begin at a line, less those that end before it
    for (const WageTable& table : proposal.wage_tables) {
        ++opens[std::min(table.lines.first, last_line + 1)];
        --opens[std::min(table.lines.last + 1, last_line + 1)];
    }
    std::partial_sum(opens.begin(), opens.end(), opens.begin());
    const auto is_read = [&](const Block& block) { return opens[block.line()] > 0; };
    std::optional<std::uint32_t> open;  // the table of the last stretch
    for (BlockId id = 0; id < preamble_end; ++id) {
        const Block& block = proposal.document.blocks[id];
        const std::string words = fold_blanks(block.text);
        if (block.kind != BlockKind::table_row || words.empty() || is_read(block)) continue;
        if (open && *open == block.table) {
            proposal.not_understood.back().lines.last = block.last_line();
            proposal.not_understood.back().text += "; " + words;
            continue;
        }
        open = block.table;
        proposal.not_understood.push_back({{block.line(), block.last_line()}, words});
    }
}

void read_preamble(Proposal& proposal, const Items& items, const PhraseBook& book) {
    for (BlockId id = 0; id < items.preamble_end; ++id) {
        const Block& block = proposal.document.blocks[id];
        const auto& headings = items.group_headings;
        const bool heads = std::find(headings.begin(), headings.end(), id) != headings.end();
        const bool row = block.kind == BlockKind::table_row;
        if (is_set_aside(block.kind) || stands_out(block) || heads || row) continue;
        const Lines lines{block.line(), block.last_line()};
        for (const std::string& sentence : sentences_of(block.text)) {
            const char* kind = kind_of_sentence(sentence, book);
            if (kind == nullptr && block.kind == BlockKind::list_item) kind = "CLAIM";
            if (kind != nullptr && asks_in_quotes(sentence, book)) kind = nullptr;
            const bool says_all = items.items.empty() && kind != nullptr && kind == std::string_view("CLAIM");
            if (kind == nullptr || says_all)
                proposal.not_understood.push_back({lines, sentence});
            else if (count_words(sentence) > 3)
                proposal.findings.push_back({{kind, FlagSeverity::info, sentence}, lines});
        }
    }
}

}  // namespace stet
