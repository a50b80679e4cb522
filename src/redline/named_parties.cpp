// Joins both documents' party names and looks for those that stand on one side only.
#include "redline/named_parties.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/party_names.hpp"
#include "document/weighty_words.hpp"
#include "redline/weighty_hits.hpp"
#include "redline/wording.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

/// A name that stands in one document for each so many times in the other hardly stands there: a name was changed
/// throughout where one place was left ("you" in a quotation).
constexpr std::size_t rare = 10;

bool is_of_party(const Flag& flag) {
    return flag.code == "party-word";
}

/// How often each party stands somewhere, by the number of its meaning.
using PartyCounts = std::vector<std::size_t>;

void count_parties(const Block& block, const WeightyWords& words, PartyCounts& counts) {
    for (const WeightyHit& hit : find_weighty(block.text, {0, static_cast<std::uint32_t>(block.text.size())}, words))
        if (words[hit.phrase].topic == WordTopic::party) ++counts[words.meaning_of(hit.phrase)];
}

/// Blocks of a document that the redline shows with a change.
std::vector<bool> changed_blocks(const Redline& redline, const Document& document, BlockId RedlineBlock::*side) {
    std::vector<bool> out(document.blocks.size(), false);
    for (const RedlineBlock& block : redline.blocks)
        if (block.status != BlockStatus::unchanged && block.*side != none) out[block.*side] = true;
    return out;
}

/// Blocks that one thread counts at a time.
constexpr std::size_t slice_blocks = 64;

/// Those of the blocks [begin, end) that are changed, or that are not.
PartyCounts count_blocks(const Document& document, std::size_t begin, std::size_t end, const std::vector<bool>& changed,
                         bool wanted, const WeightyWords& words) {
    std::vector<PartyCounts> slices((end - begin + slice_blocks - 1) / slice_blocks);
    for_each_index(slices.size(), 1, [&](std::size_t i) {
        slices[i].assign(words.size(), 0);
        const std::size_t first = begin + i * slice_blocks;
        for (std::size_t id = first; id < std::min(first + slice_blocks, end); ++id)
            if (changed[id] == wanted) count_parties(document.blocks[id], words, slices[i]);
    });
    PartyCounts out(words.size(), 0);
    for (const PartyCounts& slice : slices)
        std::transform(out.begin(), out.end(), slice.begin(), out.begin(), std::plus<>());
    return out;
}

PartyCounts count_changed(const Document& document, const std::vector<bool>& changed, const WeightyWords& words) {
    return count_blocks(document, 0, document.blocks.size(), changed, true, words);
}

/// The parties that the texts of flags name.
std::vector<std::string_view> parties_told(const std::set<std::string>& told, const WeightyWords& words) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string name = "“" + words[i].words + "”";
        const auto names_it = [&](const std::string& text) { return text.find(name) != std::string::npos; };
        if (words[i].topic == WordTopic::party && std::any_of(told.begin(), told.end(), names_it))
            out.push_back(words[i].words);
    }
    return out;
}

/// A name that may have taken another's throughout: what both parties are told as, and their meanings.
struct Renaming {
    std::string told;
    std::size_t gone, come;
};

/// Those told of which the one hardly stands in what is new, nor the other in what was struck.
std::vector<Renaming> find_renamings(const WeightyWords& words, const PartyCounts& of_before,
                                     const PartyCounts& of_after, const std::set<std::string>& told) {
    const auto is_rare = [&](std::size_t phrase, const PartyCounts& here, const PartyCounts& there) {
        const std::size_t meaning = words.meaning_of(phrase);
        return words[phrase].topic == WordTopic::party && there[meaning] > 0 && rare * here[meaning] <= there[meaning];
    };
    std::vector<Renaming> out;
    for (std::size_t x = 0; x < words.size(); ++x) {
        if (!is_rare(x, of_after, of_before)) continue;
        for (std::size_t y = 0; y < words.size(); ++y) {
            if (!is_rare(y, of_before, of_after)) continue;
            std::string text = became_text(words[x].words, words[y].words);
            if (told.contains(text)) out.push_back({std::move(text), words.meaning_of(x), words.meaning_of(y)});
        }
    }
    return out;
}

/// Leaves the renamings that hold with what is unchanged counted as well, which both documents have alike; reads no
/// further than until none does.
void hold_against_unchanged(const Document& before, const std::vector<bool>& changed, const WeightyWords& words,
                            const PartyCounts& of_before, const PartyCounts& of_after,
                            std::vector<Renaming>& renamings) {
    constexpr std::size_t read_at_once = 64 * slice_blocks;
    PartyCounts kept(words.size(), 0);
    const auto is_refuted = [&](const Renaming& renaming) {
        return rare * (of_after[renaming.gone] + kept[renaming.gone]) >
                   of_before[renaming.gone] + kept[renaming.gone] ||
               rare * (of_before[renaming.come] + kept[renaming.come]) > of_after[renaming.come] + kept[renaming.come];
    };
    for (std::size_t begin = 0; begin < before.blocks.size() && !renamings.empty(); begin += read_at_once) {
        const std::size_t end = std::min(begin + read_at_once, before.blocks.size());
        const PartyCounts more = count_blocks(before, begin, end, changed, false, words);
        std::transform(kept.begin(), kept.end(), more.begin(), kept.begin(), std::plus<>());
        std::erase_if(renamings, is_refuted);
    }
}

}  // namespace

void add_named_parties(Redline& redline) {
    if (redline.after.weighty == nullptr) return;
    std::vector<std::string> names = party_names(redline.before);
    for (std::string& name : party_names(redline.after)) names.push_back(std::move(name));
    if (names.empty()) return;
    redline.after.weighty = std::make_shared<const WeightyWords>(redline.after.weighty->with_parties(names));
}

void drop_renamed_parties(Redline& redline) {
    std::set<std::string> told;
    for (const Change& change : redline.changes)
        for (const Flag& flag : change.flags)
            if (is_of_party(flag)) told.insert(flag.text);
    if (told.empty()) return;
    const WeightyWords words = redline.after.weighty->that_hold(parties_told(told, *redline.after.weighty));
    const std::vector<bool> changed = changed_blocks(redline, redline.before, &RedlineBlock::before);
    const PartyCounts of_before = count_changed(redline.before, changed, words);
    const PartyCounts of_after =
        count_changed(redline.after, changed_blocks(redline, redline.after, &RedlineBlock::after), words);
    std::vector<Renaming> renamings = find_renamings(words, of_before, of_after, told);
    hold_against_unchanged(redline.before, changed, words, of_before, of_after, renamings);
    const auto is_renaming = [&](const Flag& flag) {
        return is_of_party(flag) && std::any_of(renamings.begin(), renamings.end(),
                                                [&](const Renaming& renaming) { return renaming.told == flag.text; });
    };
    for (Change& change : redline.changes) std::erase_if(change.flags, is_renaming);
}

}  // namespace stet
