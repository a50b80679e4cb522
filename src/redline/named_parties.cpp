// Joins both documents' party names and looks for those that stand on one side only.
#include "redline/named_parties.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "document/party_names.hpp"
#include "document/weighty_words.hpp"
#include "redline/weighty_hits.hpp"
#include "redline/wording.hpp"

namespace stet {

namespace {

bool is_of_party(const Flag& flag) {
    return flag.code == "party-word";
}

/// The parties that stand in a document, as their meanings.
std::set<std::size_t> parties_in(const Document& document, const WeightyWords& words) {
    std::set<std::size_t> out;
    for (const Block& block : document.blocks)
        for (const WeightyHit& hit :
             find_weighty(block.text, {0, static_cast<std::uint32_t>(block.text.size())}, words))
            if (words[hit.phrase].topic == WordTopic::party) out.insert(words.meaning_of(hit.phrase));
    return out;
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
    const bool any = std::any_of(redline.changes.begin(), redline.changes.end(), [](const Change& change) {
        return std::any_of(change.flags.begin(), change.flags.end(), is_of_party);
    });
    if (!any) return;
    const WeightyWords& words = *redline.after.weighty;
    const auto of_before = parties_in(redline.before, words);
    const auto of_after = parties_in(redline.after, words);
    std::set<std::string> renamed;
    for (std::size_t x = 0; x < words.size(); ++x) {
        if (words[x].topic != WordTopic::party || of_after.contains(words.meaning_of(x))) continue;
        for (std::size_t y = 0; y < words.size(); ++y)
            if (words[y].topic == WordTopic::party && !of_before.contains(words.meaning_of(y)))
                renamed.insert(became_text(words[x].words, words[y].words));
    }
    for (Change& change : redline.changes)
        std::erase_if(change.flags, [&](const Flag& flag) { return is_of_party(flag) && renamed.contains(flag.text); });
}

}  // namespace stet
