// A unit that is reprinted without a mark: held against the base, paragraph by paragraph.
#include <algorithm>
#include <iterator>

#include "diff/sequence.hpp"
#include "proposal/apply_drawn.hpp"
#include "proposal/counted_text.hpp"
#include "proposal/letters.hpp"
#include "proposal/named_operation.hpp"

namespace stet {

namespace {

constexpr double is_that_paragraph = 0.6;  ///< of its words, and of those printed
constexpr double stays_whole = 0.85;       ///< of its words are printed, and others with them

/// The tokens behind the first `from` bytes.
std::vector<Token> tokens_from(const std::vector<Token>& tokens, std::uint32_t from) {
    std::vector<Token> out;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(out),
                 [&](const Token& token) { return token.text.begin >= from; });
    return out;
}

std::size_t count_shared(const std::vector<Token>& a, const std::vector<Token>& b) {
    const auto keys = [](const std::vector<Token>& tokens) {
        std::vector<std::uint64_t> out;
        for (const Token& token : tokens) out.push_back(token.key);
        return out;
    };
    return common_subsequence(keys(a), keys(b)).size();
}

/// The words in which two texts differ, from the first to the last; nothing where they say the same.
struct Difference {
    Span old;
    Span fresh;
};

/// "ninety (90)" and not "ninety (90".
void close_bracket(std::string_view text, Span& words) {
    const std::string_view inside = text.substr(words.begin, words.size());
    const bool open = std::count(inside.begin(), inside.end(), '(') > std::count(inside.begin(), inside.end(), ')');
    if (open && words.end < text.size() && text[words.end] == ')') ++words.end;
}

std::optional<Difference> difference(const std::vector<Token>& old, const std::vector<Token>& fresh) {
    std::size_t first = 0;
    while (first < old.size() && first < fresh.size() && old[first].key == fresh[first].key) ++first;
    std::size_t last = 0;
    while (first + last < old.size() && first + last < fresh.size() &&
           old[old.size() - 1 - last].key == fresh[fresh.size() - 1 - last].key)
        ++last;
    const bool whole = first < old.size() - last && first < fresh.size() - last;
    if (first == old.size() && first == fresh.size()) return std::nullopt;
    if (!whole && first > 0) --first;  // what only comes or only goes takes the word beside it along
    if (!whole && first == 0 && last > 0) --last;
    return Difference{{old[first].text.begin, old[old.size() - 1 - last].text.end},
                      {fresh[first].text.begin, fresh[fresh.size() - 1 - last].text.end}};
}

}  // namespace

void NamedOperation::hold_against_base() {
    std::size_t differing = 0;
    for (const DrawnBlock& drawn : operation_.drawn) {
        const std::string printed = one_line(new_text(drawn));
        if (printed.empty()) continue;
        const std::vector<BlockId> blocks = printed_.blocks_of(printed);
        if (blocks.empty()) {
            step_.reason.clear();
            remark(step_, "printed, and not in the base: “" + first_words(printed) + "”");
            ++differing;
            continue;
        }
        DrawnBlock kept;
        kept.runs.push_back({printed, DrawnRun::kept});
        const LaidOver laid = lay_over_blocks(base_, text_, blocks, kept, operation_, by_);
        for (const std::string& words : laid.remarks) remark(step_, words);
        differing += laid.remarks.empty() ? 0 : 1;
    }
    step_.holds_already = differing == 0;
    if (differing == 0)
        fail("reprinted word for word: nothing changes");
    else if (!take_reprint())
        fail(
            "reprinted without a mark, and in other words than the base has: whether they take its place, "
            "or it stays as it is, is not said; “replace with” or marks would settle it");
}

/// The whole of the unit that is named, paragraph by paragraph: what differs is what is asked for. False where it is
/// another text.
bool NamedOperation::take_reprint() {
    const bool by_its_number = unit_.node != none && unit_.found_by == FoundBy::number && unit_.remarks.empty() &&
                               !operation_.target.section.empty();
    if (!by_its_number) return false;
    const std::vector<NewBlock> fresh = new_blocks();
    std::vector<BlockId> old;
    for (BlockId id = unit_range().first; id < unit_range().end; ++id)
        if (!is_set_aside(base_.blocks[id].kind) && !base_.places[id].heading) old.push_back(id);
    const bool is_there = std::all_of(fresh.begin(), fresh.end(), [&](const NewBlock& block) {
        const std::vector<LikeBlock> like = text_.like(block.text, unit_range(), 1);
        return !like.empty() && like[0].held >= is_that_paragraph;
    });
    if (is_there && fresh.size() < old.size()) {
        fail("reprinted without a mark, and with " + std::to_string(fresh.size()) + " of " +
             std::to_string(old.size()) + " paragraphs of " + unit_label(base_, unit_.node) +
             ": whether the others go is not said");
        return true;
    }
    if (old.size() != fresh.size()) return false;
    std::vector<WordSplice> splices;
    std::vector<std::string> told;
    for (std::size_t i = 0; i < old.size(); ++i)
        if (!take_reprinted(old[i], fresh[i].text, splices, told)) return false;
    if (splices.empty()) return false;
    step_.remarks.clear();
    take_unit(unit_);
    for (std::string& words : told) remark(step_, std::move(words));
    wish_.splices = std::move(splices);
    return true;
}

bool NamedOperation::take_reprinted(BlockId block, const std::string& fresh, std::vector<WordSplice>& splices,
                                    std::vector<std::string>& told) const {
    if (base_.blocks[block].kind == BlockKind::table_row) return false;
    std::vector<Token> printed;
    tokenize(fresh, {0, static_cast<std::uint32_t>(fresh.size())}, printed);
    const std::vector<Token>& tokens = text_.tokens(block);
    // It opens with the label, behind that, or behind the title.
    std::vector<Token> own;
    for (const std::uint32_t from : {0U, base_.places[block].label.end, behind_title(base_, block)}) {
        own = tokens_from(tokens, from);
        if (!own.empty() && !printed.empty() && own.front().key == printed.front().key) break;
        own.clear();
    }
    const double shared = static_cast<double>(count_shared(own, printed));
    const double most = static_cast<double>(std::max(own.size(), printed.size()));
    const bool stays = shared >= stays_whole * static_cast<double>(own.size());
    if (own.empty() || (shared < is_that_paragraph * most && !stays)) return false;
    auto found = difference(own, printed);
    if (!found) return true;
    const std::string& text = base_.blocks[block].text;
    close_bracket(text, found->old);
    close_bracket(fresh, found->fresh);
    // "(TA 3/20)" behind a label is no word of the text.
    if (operation_.status != Status::open && fresh[found->fresh.begin] == '(') return false;
    const std::string with = one_line(std::string_view(fresh).substr(found->fresh.begin, found->fresh.size()));
    told.push_back("inferred: printed without a mark, it stands for the text of the base: “" +
                   one_line(std::string_view(text).substr(found->old.begin, found->old.size())) + "” becomes “" + with +
                   "”");
    splices.push_back({block, found->old, with, by_});
    return true;
}

}  // namespace stet
