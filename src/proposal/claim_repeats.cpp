// Finds repeats by sums and by dates.
#include "proposal/claim_repeats.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammar/wage_words.hpp"
#include "quantity/quantity.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

constexpr std::size_t most_candidates = 16;  // operations with one sum that are looked at
constexpr std::size_t longest_text = 20'000;
constexpr std::size_t operations_a_thread = 100;

std::string text_of(const Operation& operation) {
    std::string text = operation.heading + "\n" + operation.struck_text + "\n" + operation.inserted_text;
    return text.substr(0, longest_text);
}

std::string item_text(const Operation& operation) {
    return operation.item.empty() ? "line " + std::to_string(operation.lines.first) : "item " + operation.item;
}

std::set<std::string> sums_in(const std::vector<Quantity>& found) {
    std::set<std::string> out;
    for (const Quantity& quantity : found)
        if (quantity.type == QuantityType::money) out.insert(quantity.amount.text(2));
    return out;
}

// ---- duplicates

/// Words of five letters and more without their ending: they tell subjects.
std::set<std::string> subjects_of(std::string_view text) {
    constexpr std::size_t least = 5;
    std::set<std::string> out;
    const std::string key = phrase_key(text);
    for (std::size_t at = 1; at < key.size();) {
        const std::size_t end = key.find(' ', at);
        std::string word = key.substr(at, end - at);
        if (word.size() > least && word.back() == 's') word.pop_back();
        if (word.size() >= least && (word[0] < '0' || word[0] > '9')) out.insert(std::move(word));
        at = end + 1;
    }
    return out;
}

/// How many of `words` are among `others`.
std::size_t shared(const std::set<std::string>& words, const std::set<std::string>& others) {
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](const std::string& word) { return others.contains(word); }));
}

class Duplicates {
public:
    /// `sums`: of each operation.
    Duplicates(std::vector<Operation>& operations, const std::vector<std::set<std::string>>& sums)
        : operations_(operations), sums_(sums) {
        for (std::size_t i = 0; i < operations.size(); ++i) {
            if (is_summary(operations[i])) continue;
            for (const std::string& sum : sums[i]) by_sum_[sum].push_back(i);
        }
    }

    void flag() {
        for (Operation& operation : operations_)
            if (is_summary(operation)) flag(operation);
    }

private:
    void flag(Operation& operation) {
        const std::set<std::string> sums = sums_in(find_quantities(operation.inserted_text));
        const std::set<std::string> subjects = subjects_of(operation.inserted_text);
        if (sums.empty() || subjects.empty()) return;
        const auto found = by_sum_.find(*sums.begin());
        if (found == by_sum_.end()) return;
        std::size_t looked = 0;
        for (const std::size_t other : found->second) {
            if (++looked > most_candidates) return;
            const Operation& full = operations_[other];
            if (shared(sums, sums_[other]) < sums.size() ||
                shared(subjects, subjects_of(text_of(full))) * 2 < subjects.size())
                continue;
            std::string text = "says again what " + item_text(full) + " says, whose words count";
            if (!full.condition.empty() && operation.condition.empty())
                text += "; there under the condition “" + full.condition + "”";
            operation.flags.push_back({"DUPLICATE_OF", FlagSeverity::info, text});
            return;
        }
    }

    std::vector<Operation>& operations_;
    const std::vector<std::set<std::string>>& sums_;
    std::map<std::string, std::vector<std::size_t>> by_sum_;
};

// ---- periods

struct Period {
    std::string begin;
    std::string end;
    std::size_t operation = 0;
};

/// Two full dates with a word or a dash between them, in order.
std::vector<Period> periods_in(const std::string& text, const std::vector<Quantity>& found, std::size_t operation) {
    std::vector<Period> out;
    constexpr std::size_t longest_between = 12;
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        if (!is_full_date(found[i]) || !is_full_date(found[i + 1]) || found[i].iso >= found[i + 1].iso) continue;
        const std::size_t gap = found[i + 1].span.begin - found[i].span.end;
        const std::string_view between = std::string_view(text).substr(found[i].span.end, gap);
        if (gap <= longest_between && between.find(',') == std::string_view::npos)
            out.push_back({found[i].iso, found[i + 1].iso, operation});
    }
    return out;
}

/// The dates are at most a month apart, and not the same.
bool are_near(const std::string& a, const std::string& b) {
    const auto month = [](const std::string& iso) {
        return std::stol(iso.substr(0, 4)) * 12 + std::stol(iso.substr(5, 2));
    };
    return a != b && std::abs(month(a) - month(b)) <= 1;
}

void flag_period(std::vector<Operation>& operations, const Period& here, const Period& there) {
    operations[here.operation].flags.push_back({"DATE_DIFFERS", FlagSeverity::medium,
                                                here.begin + " to " + here.end + " here, " + there.begin + " to " +
                                                    there.end + " in " + item_text(operations[there.operation])});
}

void flag_periods(std::vector<Operation>& operations, const std::vector<Period>& periods) {
    std::map<std::string, std::size_t> by_end, by_begin;  // the first period with that end, or beginning
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const auto same_end = by_end.emplace(periods[i].end, i).first;
        const auto same_begin = by_begin.emplace(periods[i].begin, i).first;
        for (const std::size_t other : {same_end->second, same_begin->second}) {
            const Period& first = periods[other];
            const bool differs = first.end == periods[i].end ? are_near(first.begin, periods[i].begin)
                                                             : are_near(first.end, periods[i].end);
            // A side letter has dates of its own.
            const bool same_text =
                operations[first.operation].target.letter == operations[periods[i].operation].target.letter;
            if (first.operation == periods[i].operation || !differs || !same_text) continue;
            flag_period(operations, periods[i], first);
            flag_period(operations, first, periods[i]);
        }
    }
}

}  // namespace

void flag_repeats(std::vector<Operation>& operations) {
    std::vector<std::set<std::string>> sums(operations.size());
    std::vector<std::vector<Period>> found_periods(operations.size());
    for_each_index(operations.size(), operations_a_thread, [&](std::size_t i) {
        const std::string text = text_of(operations[i]);
        const std::vector<Quantity> found = find_quantities(text);
        sums[i] = sums_in(found);
        found_periods[i] = periods_in(text, found, i);
    });
    std::vector<Period> periods;
    for (const auto& found : found_periods) periods.insert(periods.end(), found.begin(), found.end());
    Duplicates(operations, sums).flag();
    flag_periods(operations, periods);
}

}  // namespace stet
