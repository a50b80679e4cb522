// Pairs the raises of a sentence with its dates.
#include "proposal/wage_raises.hpp"

#include <algorithm>

#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_line = 2'000;
constexpr std::size_t longest_entry = 160;  // of a list under an announcement

struct StatedRaises {
    std::vector<std::string> dates;
    std::vector<std::string> amounts;

    bool complete() const { return !dates.empty() && dates.size() == amounts.size(); }
};

/// A date with a day, or a month or year behind a word of effect.
bool is_date(const Quantity& quantity, std::string_view text, const WageWords& words) {
    if (quantity.type != QuantityType::date || quantity.iso[0] == '-' || quantity.iso[0] == 'T') return false;
    if (quantity.iso.size() == 10) return true;
    return ends_with(phrase_key(text.substr(0, quantity.span.begin)), words.effective);
}

StatedRaises raises_in(std::string_view text, const WageWords& words) {
    StatedRaises out;
    for (const Quantity& quantity : find_quantities(text)) {
        if (is_date(quantity, text, words)) out.dates.push_back(quantity.iso);
        if (quantity.type == QuantityType::percent) out.amounts.push_back(quantity.amount.text(1) + " %");
        if (quantity.type == QuantityType::money) out.amounts.push_back(signed_text(quantity.amount, 2));
    }
    return out;
}

class RaiseReader {
public:
    RaiseReader(const std::vector<WageLine>& lines, const WageWords& words) : lines_(lines), words_(words) {}

    std::vector<WageTable> read() {
        for (const WageLine& line : lines_) {
            if (line.is_row() || line.text.size() > longest_line)
                close();
            else
                text(line);
        }
        close();
        return std::move(tables_);
    }

private:
    void text(const WageLine& line) {
        const std::string key = phrase_key(line.text);
        const bool about_raises =
            says(key, words_.increase) && says(key, words_.wages) && !says(key, words_.other_money);
        if (about_raises && line.text.ends_with(':')) {
            close();
            announced_ = true;
            return;
        }
        const bool entry = announced_ && line.text.size() <= longest_entry;
        if (!entry) close();
        if (!entry && !about_raises) return;
        const StatedRaises raises = raises_in(line.text, words_);
        if (!raises.complete() || (raises.amounts.front()[0] == '+' && !says(key, words_.raised_by) && !entry)) {
            close();
            return;
        }
        add(line, raises);
        if (!entry) close();
    }

    void add(const WageLine& line, const StatedRaises& raises) {
        if (open_.raises.empty()) {
            open_.lines.first = line.line;
            open_.raises.push_back({{}, {line.line, line.last_line}, {}});
        }
        WageRaise& raise = open_.raises.front();
        open_.lines.last = raise.lines.last = line.last_line;
        open_.effective.insert(open_.effective.end(), raises.dates.begin(), raises.dates.end());
        raise.amounts.insert(raise.amounts.end(), raises.amounts.begin(), raises.amounts.end());
    }

    void close() {
        announced_ = false;
        if (!open_.raises.empty()) tables_.push_back(std::move(open_));
        open_ = WageTable{};
    }

    const std::vector<WageLine>& lines_;
    const WageWords& words_;
    WageTable open_;
    bool announced_ = false;
    std::vector<WageTable> tables_;
};

}  // namespace

std::vector<WageTable> read_stated_raises(const std::vector<WageLine>& lines, const WageWords& words) {
    return RaiseReader(lines, words).read();
}

}  // namespace stet
