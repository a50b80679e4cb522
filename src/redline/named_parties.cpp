// Joins both documents' party names and looks for those that stand on one side only.
#include "redline/named_parties.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/party_names.hpp"
#include "document/weighty_words.hpp"
#include "redline/weighty_hits.hpp"
#include "redline/wording.hpp"

namespace stet {

namespace {

/// A name that stands in one document for each so many times in the other hardly stands there: a name was changed
/// throughout where one place was left ("you" in a quotation).
constexpr std::size_t rare = 10;

bool is_of_party(const Flag& flag) {
    return flag.code == "party-word";
}

/// How often each party stands in a document, by its meaning.
std::unordered_map<std::size_t, std::size_t> count_parties(const Document& document, const WeightyWords& words) {
    std::unordered_map<std::size_t, std::size_t> out;
    for (const Block& block : document.blocks)
        for (const WeightyHit& hit :
             find_weighty(block.text, {0, static_cast<std::uint32_t>(block.text.size())}, words))
            if (words[hit.phrase].topic == WordTopic::party) ++out[words.meaning_of(hit.phrase)];
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
    const auto of_before = count_parties(redline.before, words);
    const auto of_after = count_parties(redline.after, words);
    const auto is_rare = [&](std::size_t phrase, const auto& here, const auto& there) {
        const auto count = [&](const auto& counts) {
            const auto found = counts.find(words.meaning_of(phrase));
            return found == counts.end() ? std::size_t{0} : found->second;
        };
        return words[phrase].topic == WordTopic::party && rare * count(here) <= count(there);
    };
    std::vector<std::size_t> gone, come;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_rare(i, of_after, of_before)) gone.push_back(i);
        if (is_rare(i, of_before, of_after)) come.push_back(i);
    }
    std::set<std::string> renamed;
    for (const std::size_t x : gone)
        for (const std::size_t y : come) renamed.insert(became_text(words[x].words, words[y].words));
    for (Change& change : redline.changes)
        std::erase_if(change.flags, [&](const Flag& flag) { return is_of_party(flag) && renamed.contains(flag.text); });
}

}  // namespace stet
