// Finds the sums that an operation changes.
#include "proposal/money_changes.hpp"

#include <algorithm>
#include <initializer_list>

#include "grammar/wording.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

std::vector<Quantity> sums_of(std::string_view text) {
    std::vector<Quantity> found = find_quantities(text);
    std::erase_if(found, [](const Quantity& quantity) { return quantity.type != QuantityType::money; });
    return found;
}

constexpr std::size_t longest_label = 60;  // bytes in front of a sum that tell what it is for

/// Behind the last of such marks in front of `at`; npos where there is none in reach.
std::size_t behind_last(std::string_view text, std::size_t at, std::initializer_list<std::string_view> marks) {
    std::size_t best = std::string_view::npos;
    for (const std::string_view mark : marks) {
        const std::size_t found = at >= mark.size() ? text.rfind(mark, at - mark.size()) : std::string_view::npos;
        if (found == std::string_view::npos || found + mark.size() + longest_label < at) continue;
        if (best == std::string_view::npos || found + mark.size() > best) best = found + mark.size();
    }
    return best;
}

constexpr std::size_t least_label = 8;  // bytes of a clause that tells something

/// "Effective 7/1/27:" of "…; Effective 7/1/27: $750": a caption of the sum's own behind another sum's clause.
std::string caption_before(std::string_view text, std::size_t at) {
    constexpr std::size_t least_caption = 4;
    const std::size_t last = text.find_last_not_of(" \n", at - std::min<std::size_t>(at, 1));
    if (at < least_caption || last >= at || (text[last] != ':' && text[last] != ',')) return {};
    const std::size_t from = behind_last(text, last, {"; ", ". ", "\n"});
    if (from == std::string_view::npos || from + least_caption > last) return {};
    return fold_blanks(text.substr(from, last - from));
}

/// The words before a sum: from the beginning of its sentence, of its clause, or as many as tell what it is for;
/// nothing where the sum opens its sentence.
std::string words_before(std::string_view text, std::size_t at) {
    if (std::string caption = caption_before(text, at); !caption.empty()) return caption;
    if (at <= longest_label && text.substr(0, at).find(". ") == std::string_view::npos) {
        const std::size_t last = text.find_last_not_of(" :,", at - std::min<std::size_t>(at, 1));
        return last >= at ? std::string() : fold_blanks(text.substr(0, last + 1));
    }
    std::size_t from = behind_last(text, at, {". ", "\n"});
    if (from != std::string_view::npos && from + least_label > at) return {};
    const std::size_t clause = behind_last(text, at, {"; ", ": ", "\t"});
    if (clause != std::string_view::npos && (from == std::string_view::npos || clause > from)) from = clause;
    if (from == std::string_view::npos || from + least_label > at) {
        const std::size_t open = behind_last(text, at, {"("});
        const bool is_open =
            open != std::string_view::npos && text.substr(open, at - open).find(')') == std::string_view::npos;
        const std::size_t comma = is_open ? behind_last(text, at, {", ", "("}) : behind_last(text, at, {", ", ") "});
        from = comma == std::string_view::npos || comma + least_label > at
                   ? text.find(' ', at - std::min(at, longest_label))
                   : comma;
    }
    return from >= at ? std::string{} : fold_blanks(text.substr(from, at - from));
}

/// The words before a sum in a text of its own; nothing where too few stand there.
std::string words_within(std::string_view text, std::size_t at) {
    return at < least_label ? std::string{} : words_before(text, at);
}

}  // namespace

std::vector<MoneyChange> money_in(std::string_view text) {
    std::vector<MoneyChange> out;
    const std::vector<Quantity> sums = sums_of(text);
    const auto stands_behind = [&](const Quantity& sum, std::string_view word) {
        return text.substr(0, sum.span.begin).ends_with(word);
    };
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const Quantity& sum = sums[i];
        // "from $300 to $450"
        if (i + 1 < sums.size() && stands_behind(sum, "from ") && stands_behind(sums[i + 1], " to ")) {
            const std::string_view what = text.substr(0, sum.span.begin - std::string_view("from ").size());
            out.push_back({words_before(what, static_cast<std::uint32_t>(what.size())), sum.amount.text(2),
                           sums[i + 1].amount.text(2)});
            ++i;
            continue;
        }
        out.push_back({words_before(text, sum.span.begin), {}, sum.amount.text(sum.amount.is_integer() ? 0 : 2)});
    }
    return out;
}

std::vector<MoneyChange> money_by_day(std::string_view subject, std::string_view text) {
    std::vector<MoneyChange> out;
    std::vector<std::string> days;
    for (const Quantity& value : find_quantities(text)) {
        if (is_full_date(value)) days.push_back(value.iso);
        if (value.type == QuantityType::money)
            out.push_back({{}, {}, value.amount.text(value.amount.is_integer() ? 0 : 2)});
    }
    if (out.size() < 2 || out.size() != days.size()) return {};
    // "Effective July 1, 2026, the night differential": behind the day.
    std::size_t from = 0;
    for (const Quantity& value : find_quantities(subject))
        if (is_full_date(value)) from = subject.find_first_not_of(" ,", value.span.end);
    const std::string what = from < subject.size() ? fold_blanks(subject.substr(from)) : std::string();
    for (std::size_t i = 0; i < out.size(); ++i) out[i].what = (what.empty() ? "" : what + ", ") + days[i];
    return out;
}

void label_money(std::vector<MoneyChange>& money, std::string_view text, std::uint32_t at) {
    for (MoneyChange& change : money)
        if (change.what.empty()) change.what = words_before(text, at);
}

std::vector<MoneyChange> money_between(std::string_view struck, std::string_view inserted) {
    const std::vector<Quantity> from = sums_of(struck), to = sums_of(inserted);
    std::vector<MoneyChange> out;
    for (std::size_t i = 0; i < std::max(from.size(), to.size()); ++i) {
        MoneyChange change;
        if (i < from.size()) change.from = from[i].amount.text(2);
        if (i < to.size()) change.to = to[i].amount.text(2);
        change.what =
            i < from.size() ? words_within(struck, from[i].span.begin) : words_within(inserted, to[i].span.begin);
        out.push_back(std::move(change));
    }
    return out;
}

}  // namespace stet
