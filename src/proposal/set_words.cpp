// Amounts of the same kind are what may be meant; the words in front of them tell which.
#include "proposal/set_words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/text_of_base.hpp"
#include "quantity/pair.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t most_told = 4;
constexpr std::string_view joints[] = {"to", "→", "->"};  // between an old value and its new one

/// An amount of the base that may be meant.
struct Candidate {
    BlockId block = 0;
    Quantity amount;
};

bool is_amount(const Quantity& one) {
    return one.type == QuantityType::money || one.type == QuantityType::percent || one.type == QuantityType::duration ||
           (one.type == QuantityType::count && one.unit.empty() && !one.weak);
}

/// The one amount of a text; none where there are several.
std::optional<Quantity> only_amount(const Document& base, const std::string& text) {
    std::optional<Quantity> out;
    for (Quantity& one : find_quantities(text, base.reference_nouns)) {
        if (!is_amount(one)) continue;
        if (out) return std::nullopt;
        out = std::move(one);
    }
    return out;
}

bool ends_with_word(const std::string& words, std::string_view word) {
    return words == word || (words.ends_with(word) && is_blank(words[words.size() - word.size() - 1]));
}

/// "from three (3) to four (4) hours", "from $20 an hour to $25 an hour": the two amounts of a text, of one kind, where
/// "from" stands before the first and nothing behind the second but what stands behind the first, too. "$250, up to
/// $1,000" and "$20 to $25" may be a ceiling or a range that is to hold.
std::optional<std::pair<Quantity, Quantity>> old_and_new(const Document& base, const std::string& text) {
    std::vector<Quantity> amounts;
    for (Quantity& one : find_quantities(text, base.reference_nouns))
        if (is_amount(one)) amounts.push_back(std::move(one));
    if (amounts.size() != 2) return std::nullopt;
    // "from two (2) to three (3) days"
    if (amounts[0].type == QuantityType::count && amounts[1].type == QuantityType::duration) {
        amounts[0].type = amounts[1].type;
        amounts[0].unit = amounts[1].unit;
    }
    if (amounts[0].type != amounts[1].type || amounts[0].amount == amounts[1].amount) return std::nullopt;
    const std::string_view said = text;
    const std::string front = lower_case(one_line(said.substr(0, amounts[0].span.begin)));
    std::string between = one_line(said.substr(amounts[0].span.end, amounts[1].span.begin - amounts[0].span.end));
    std::string behind = one_line(said.substr(amounts[1].span.end));
    // "Boots: $100 to $200" is no range of the base that has $100 and not $200, which is for the base to tell.
    const bool bare = front.empty() || front.ends_with(':');
    // "$4.00 → $5.00"
    const auto joint = std::find_if(std::begin(joints), std::end(joints), [&](std::string_view one) {
        return between.ends_with(one) && (one != "to" || ends_with_word(between, one));
    });
    if (!(bare || ends_with_word(front, "from")) || joint == std::end(joints)) return std::nullopt;
    between = one_line(std::string_view(between).substr(0, between.size() - joint->size()));
    if (behind.ends_with('.')) behind.pop_back();
    // "from $0.60 to $1.00 per hour"
    const bool rate = between.empty() && behind.starts_with("per ") && behind.find(' ', 4) == std::string::npos;
    if (between != behind && !rate) return std::nullopt;
    return std::pair{std::move(amounts[0]), std::move(amounts[1])};
}

/// "from $0.60 to $1.00" of "7.4: from $0.60 to $1.00".
std::string without_label(const std::string& said, const std::string& label) {
    if (label.empty() || !said.starts_with(label)) return said;
    auto at = static_cast<std::uint32_t>(label.size());
    skip_joints(said, at, " .:-\n");
    return at > label.size() ? said.substr(at) : said;
}

/// "increase by $0.25", "an additional two days": no value that holds, but a change of one.
bool tells_by_how_much(const Operation& operation, const std::string& said, std::size_t amount) {
    const std::string front = lower_case(one_line(std::string_view(said).substr(0, amount)));
    const bool raises = std::any_of(operation.money.begin(), operation.money.end(),
                                    [](const MoneyChange& one) { return one.to.starts_with('+'); });
    return raises || ends_with_word(front, "by") || ends_with_word(front, "additional");
}

/// The words of a text that are long enough to name something.
std::vector<std::uint64_t> naming_words(std::string_view text) {
    constexpr std::size_t shortest = 4;
    std::vector<std::uint64_t> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \t\n-", at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \t\n-", begin), text.size());
        const std::string word = lower_case(text.substr(begin, end - begin));
        if (word.size() >= shortest)
            for (const std::uint64_t key : word_keys(word)) out.push_back(key);
        at = end;
    }
    return out;
}

/// What stands in front of an amount in its sentence or row.
std::string_view lead_of(const Block& block, const Candidate& one) {
    const std::string_view before = std::string_view(block.text).substr(0, one.amount.span.begin);
    if (block.kind == BlockKind::table_row) return before;
    std::size_t from = 0;
    for (std::size_t at = 0; at + 1 < before.size(); ++at)
        if ((before[at] == '.' || before[at] == ';') && is_blank(before[at + 1])) from = at + 1;
    return before.substr(from);
}

std::vector<Candidate> named_by(const Document& base, const std::vector<Candidate>& all, std::string_view subject) {
    const std::vector<std::uint64_t> names = naming_words(subject);
    std::vector<Candidate> out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Candidate& one) {
        const std::vector<std::uint64_t> lead = naming_words(lead_of(base.blocks[one.block], one));
        return std::any_of(names.begin(), names.end(),
                           [&](std::uint64_t name) { return std::find(lead.begin(), lead.end(), name) != lead.end(); });
    });
    return out;
}

std::string printed(const Document& base, const Candidate& one) {
    return one_line(text_of(base.blocks[one.block], one.amount.span));
}

std::string list_of(const Document& base, const std::vector<Candidate>& all) {
    std::string out;
    for (std::size_t i = 0; i < all.size() && i < most_told; ++i)
        out += (i > 0 ? ", “" : "“") + printed(base, all[i]) + "”";
    return out + (all.size() > most_told ? " …" : "");
}

}  // namespace

SetValues set_words(const Document& base, const std::vector<BlockId>& blocks, const Operation& operation,
                    std::uint32_t by) {
    SetValues out;
    const std::string said = without_label(operation.inserted_text, operation.target.section);
    const auto exchange = old_and_new(base, said);
    const auto value = exchange ? exchange->second : only_amount(base, said);
    if (!value) {
        out.reason = "the base's words for it are not printed; nothing is replaced on a guess";
        return out;
    }
    if (!exchange && ends_with_word(lower_case(one_line(said.substr(0, value->span.begin))), "from")) {
        out.reason = "what “" + said.substr(value->span.begin, value->span.size()) + "” becomes is no amount";
        return out;
    }
    if (tells_by_how_much(operation, said, value->span.begin)) {
        out.reason = "by how much it changes is said, “" +
                     one_line(said.substr(value->span.begin, value->span.size())) + "”, and not what it becomes";
        return out;
    }
    std::vector<Candidate> all;
    for (const BlockId id : blocks)
        for (Quantity& one : find_quantities(base.blocks[id].text, base.reference_nouns))
            if (one.type == value->type && one.unit == value->unit && is_amount(one) &&
                (!exchange || one.amount == exchange->first.amount))
                all.push_back({id, std::move(one)});
    const std::string fresh = said.substr(value->span.begin, value->span.size());
    std::vector<Candidate> meant = all;
    if (all.size() > 1) meant = named_by(base, all, std::string_view(said).substr(0, value->span.begin));
    if (meant.size() != 1) {
        const std::string old =
            exchange ? one_line(said.substr(exchange->first.span.begin, exchange->first.span.size())) : std::string();
        out.reason = all.empty() && exchange ? "“" + old + "”, which is to become “" + fresh + "”, does not stand there"
                     : all.empty() ? "how the text changes is described and not printed, and no amount like “" + fresh +
                                         "” stands there"
                                   : "which amount becomes “" + fresh + "” is not said: " + list_of(base, all);
        return out;
    }
    const Candidate& one = meant.front();
    if (one.amount.amount == value->amount) {
        out.held_already = true;
        out.reason = "carried out already: the base has “" + printed(base, one) + "”";
        return out;
    }
    const bool bare = !pair_like(fresh, value->amount);
    const auto pair = bare ? pair_like(text_of(base.blocks[one.block], one.amount.span), value->amount) : std::nullopt;
    std::string with = pair.value_or(fresh);
    const char old = base.blocks[one.block].text[one.amount.span.begin];
    if (is_upper(old) && is_lower(with.front())) with.front() = static_cast<char>(with.front() - 'a' + 'A');
    out.remarks.push_back("inferred: “" + printed(base, one) + "” becomes “" + with + "”");
    out.splices.push_back({one.block, one.amount.span, std::move(with), by});
    return out;
}

}  // namespace stet
