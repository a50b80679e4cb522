// Dates go by their order: the first that is set takes the place of the first that is stated.
#include "proposal/set_dates.hpp"

#include <algorithm>

#include "proposal/find_printed.hpp"
#include "quantity/quantity.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

constexpr std::size_t most_places = 8;
constexpr std::size_t blocks_a_thread = 100;

/// A date of a text, with year, month and day.
struct WholeDate {
    std::string iso;
    std::string text;  ///< as printed
    Span span;
};

std::vector<WholeDate> whole_dates(std::string_view text) {
    constexpr std::size_t iso_length = 10;
    std::vector<WholeDate> dates;
    for (const Quantity& one : find_quantities(text))
        if (one.type == QuantityType::date && one.iso.size() == iso_length && one.iso.front() != '-')
            dates.push_back({one.iso, std::string(text.substr(one.span.begin, one.span.size())), one.span});
    return dates;
}

/// The dates of a list, each once, in their order there.
std::vector<WholeDate> distinct(const std::vector<WholeDate>& dates) {
    std::vector<WholeDate> out;
    for (const WholeDate& date : dates)
        if (std::none_of(out.begin(), out.end(), [&](const WholeDate& one) { return one.iso == date.iso; }))
            out.push_back(date);
    return out;
}

bool is_rising(const std::vector<WholeDate>& dates) {
    return std::is_sorted(dates.begin(), dates.end(),
                          [](const WholeDate& a, const WholeDate& b) { return a.iso < b.iso; });
}

/// The word before a date: "through".
std::string word_before(std::string_view text, std::uint32_t at) {
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    return std::string(text.substr(begin, end - begin));
}

/// "January 9, 2022" and "9 January 2022" are written in two ways: a text for one does not fit where the other stands.
bool written_alike(const std::string& a, const std::string& b) {
    const auto letters_first = [](const std::string& text) {
        return (text.front() | 0x20) >= 'a' && (text.front() | 0x20) <= 'z';
    };
    const auto words = [](const std::string& text) {
        return std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
    };
    return letters_first(a) == letters_first(b) && words(a) == words(b);
}

std::string list_of(const std::vector<WholeDate>& dates) {
    std::string out;
    for (const WholeDate& date : dates) out += (out.empty() ? "“" : ", “") + first_words(date.text) + "”";
    return out;
}

class Term {
public:
    Term(const Document& base, BlockRange within, const Operation& operation, std::uint32_t by)
        : base_(base), within_(within), by_(by), said_(operation.instruction + " " + operation.inserted_text) {
        fresh_ = distinct(whole_dates(operation.inserted_text));
    }

    SetValues run() {
        if (fresh_.empty()) return refused("no date with day, month and year is set");
        if (!is_rising(fresh_)) return refused("its dates do not follow each other: " + list_of(fresh_));
        if (find_paragraph()) put();
        return std::move(result_);
    }

private:
    SetValues refused(std::string reason) {
        result_.reason = std::move(reason);
        return result_;
    }

    bool refuse(std::string reason) {
        result_.reason = std::move(reason);
        return false;
    }

    bool find_paragraph() {
        std::vector<WholeDate> all;
        std::vector<BlockId> dated;
        std::vector<BlockId> fitting;
        std::vector<std::vector<WholeDate>> stated(within_.end - within_.first);
        for_each_index(stated.size(), blocks_a_thread, [&](std::size_t i) {
            const Block& block = base_.blocks[within_.first + i];
            if (!is_set_aside(block.kind)) stated[i] = distinct(whole_dates(block.text));
        });
        for (BlockId id = within_.first; id < within_.end; ++id) {
            const std::vector<WholeDate>& dates = stated[id - within_.first];
            if (dates.empty()) continue;
            dated.push_back(id);
            all.insert(all.end(), dates.begin(), dates.end());
            if (dates.size() == fresh_.size() && is_rising(dates)) fitting.push_back(id);
        }
        if (dated.empty()) return refuse("the base states no date there; nothing is replaced on a guess");
        if (fresh_.size() == 1) return choose_one(dated, all);
        if (fitting.size() != 1)
            return refuse("it sets " + list_of(fresh_) + "; the base has " + list_of(distinct(all)) +
                          " there, and which of them are meant is not said");
        block_ = fitting.front();
        old_ = distinct(whole_dates(base_.blocks[block_].text));
        return true;
    }

    /// One date takes the place of one before which the same word stands.
    bool choose_one(const std::vector<BlockId>& dated, const std::vector<WholeDate>& all) {
        const std::vector<WholeDate> said = whole_dates(said_);
        std::vector<std::pair<BlockId, WholeDate>> candidates;
        for (const WholeDate& fresh : said) {
            if (fresh.iso != fresh_.front().iso) continue;
            const std::string before = word_before(said_, fresh.span.begin);
            for (const BlockId id : dated)
                for (const WholeDate& date : whole_dates(base_.blocks[id].text))
                    if (!before.empty() && word_before(base_.blocks[id].text, date.span.begin) == before)
                        candidates.emplace_back(id, date);
        }
        if (candidates.size() != 1)
            return refuse("it sets one date, " + list_of(fresh_) + "; the base has " + list_of(distinct(all)) +
                          " there, and which of them is meant is not said");
        block_ = candidates.front().first;
        old_ = {candidates.front().second};
        return true;
    }

    void put() {
        const auto same = [](const WholeDate& a, const WholeDate& b) { return a.iso == b.iso; };
        if (std::equal(old_.begin(), old_.end(), fresh_.begin(), fresh_.end(), same)) {
            result_.held_already = true;
            result_.reason = "carried out already: the base has these dates";
            return;
        }
        for (const WholeDate& date : whole_dates(base_.blocks[block_].text)) {
            const auto old =
                std::find_if(old_.begin(), old_.end(), [&](const WholeDate& one) { return one.iso == date.iso; });
            if (old == old_.end()) continue;
            const WholeDate& fresh = fresh_[static_cast<std::size_t>(old - old_.begin())];
            if (fresh.iso == date.iso) continue;
            if (!written_alike(date.text, fresh.text)) {
                result_ = {};
                result_.reason = "the base writes its dates in another way: “" + first_words(date.text) + "”";
                return;
            }
            result_.splices.push_back({block_, date.span, fresh.text, by_});
            add("inferred: “" + first_words(date.text) + "” becomes “" + fresh.text + "”");
        }
        tell_elsewhere();
    }

    void add(std::string words) {
        if (std::find(result_.remarks.begin(), result_.remarks.end(), words) == result_.remarks.end())
            result_.remarks.push_back(std::move(words));
    }

    /// Whether a text has the figures that one of the old dates ends its year with, however it is written.
    bool may_state(const std::string& text) const {
        constexpr std::size_t century = 2;
        return std::any_of(old_.begin(), old_.end(), [&](const WholeDate& one) {
            return text.find(std::string_view(one.iso).substr(century, 2)) != std::string::npos;
        });
    }

    void tell_elsewhere() {
        std::vector<std::vector<std::uint32_t>> lines(old_.size());
        for (BlockId id = 0; id < base_.blocks.size(); ++id) {
            if (id == block_ || is_set_aside(base_.blocks[id].kind) || !may_state(base_.blocks[id].text)) continue;
            for (const WholeDate& date : whole_dates(base_.blocks[id].text))
                for (std::size_t i = 0; i < old_.size(); ++i)
                    if (old_[i].iso == date.iso) lines[i].push_back(line_of(base_.blocks[id], date.span.begin));
        }
        for (std::size_t i = 0; i < old_.size(); ++i) {
            if (lines[i].empty()) continue;
            std::string words = "“" + first_words(old_[i].text) + "” still stands in line ";
            for (std::size_t k = 0; k < lines[i].size() && k < most_places; ++k)
                words += (k > 0 ? ", " : "") + std::to_string(lines[i][k]);
            if (lines[i].size() > most_places)
                words += " and " + std::to_string(lines[i].size() - most_places) + " more";
            add(std::move(words));
        }
    }

    const Document& base_;
    BlockRange within_;
    std::uint32_t by_;
    std::string said_;
    std::vector<WholeDate> fresh_;
    std::vector<WholeDate> old_;
    BlockId block_ = none;
    SetValues result_;
};

}  // namespace

SetValues set_dates(const Document& base, BlockRange within, const Operation& operation, std::uint32_t by) {
    return Term(base, within, operation, by).run();
}

}  // namespace stet
