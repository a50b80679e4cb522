// Pairs the raises of a sentence with its dates, and with those whose rates they raise.
#include "proposal/wage_raises.hpp"

#include <algorithm>
#include <initializer_list>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_line = 2'000;
constexpr std::size_t longest_entry = 160;  // of a list under an announcement
constexpr std::uint32_t longest_name = 8;   // words of whose rates rise

/// A raise, from its day on.
struct StatedRaise {
    std::string what;  ///< "base salaries", "Deckhands"; empty where the words say no more than that rates rise
    std::string date;
    std::string amount;
};

/// A sum, share or date among the words.
struct Value {
    Span span;
    std::string text;
    bool date = false;
};

/// A date with a day, or a month or year behind a word of effect.
bool is_date(const Quantity& quantity, std::string_view text, const WageWords& words) {
    if (quantity.type != QuantityType::date || quantity.iso[0] == '-' || quantity.iso[0] == 'T') return false;
    if (quantity.iso.size() == 10) return true;
    return ends_with(phrase_key(text.substr(0, quantity.span.begin)), words.effective);
}

std::vector<Value> values_in(std::string_view text, const WageWords& words) {
    std::vector<Value> out;
    for (const Quantity& quantity : find_quantities(text)) {
        if (is_date(quantity, text, words)) out.push_back({quantity.span, quantity.iso, true});
        if (quantity.type == QuantityType::percent)
            out.push_back({quantity.span, quantity.amount.text(1) + " %", false});
        if (quantity.type == QuantityType::money)
            out.push_back({quantity.span, signed_text(quantity.amount, 2), false});
    }
    return out;
}

/// The clauses of a text: up to a semicolon, or a full stop before a blank.
std::vector<std::string_view> clauses_of(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find_first_of(";.", at);
        while (end != std::string_view::npos && text[end] == '.' && end + 1 < text.size() && text[end + 1] != ' ')
            end = text.find_first_of(";.", end + 1);
        end = std::min(end, text.size() - 1);
        out.push_back(text.substr(at, end + 1 - at));
        at = end + 1;
    }
    return out;
}

class RaiseReader {
public:
    RaiseReader(const std::vector<WageLine>& lines, const Grammar& grammar)
        : lines_(lines), grammar_(grammar), words_(grammar.wages) {}

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
        const std::vector<StatedRaise> raises = raises_in(line.text, entry);
        if (raises.empty()) {
            close();
            return;
        }
        add(line, raises);
        if (!entry) close();
    }

    /// All raises of a text with their days; none where one of them has no day of its own, or may be something else.
    std::vector<StatedRaise> raises_in(std::string_view text, bool entry) const {
        const std::vector<Value> all = values_in(text, words_);
        if (!are_raises(text, all, entry)) return {};
        const auto dates = static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const Value& value) { return value.date; }));
        std::vector<StatedRaise> out;
        std::string subject = entry ? std::string() : subject_of(text);
        if (dates * 2 == all.size() && !names_several(text)) return paired(subject, all);
        for (const std::string_view clause : clauses_of(text)) {
            const std::vector<Value> values = values_in(clause, words_);
            if (values.empty()) continue;
            if (std::string own = subject_of(clause); !own.empty()) subject = std::move(own);
            std::vector<StatedRaise> raises = of_clause(clause, subject, values);
            if (raises.empty()) return {};
            out.insert(out.end(), raises.begin(), raises.end());
        }
        return out;
    }

    /// The first date and the first raise, the second and the second.
    static std::vector<StatedRaise> paired(const std::string& subject, const std::vector<Value>& all) {
        std::vector<StatedRaise> out;
        std::vector<std::string> amounts;
        for (const Value& value : all)
            if (value.date)
                out.push_back({subject, value.text, {}});
            else
                amounts.push_back(value.text);
        if (amounts.size() != out.size()) return {};
        for (std::size_t i = 0; i < out.size(); ++i) out[i].amount = std::move(amounts[i]);
        return out;
    }

    /// One day and its raise, or a raise each for several, who stand behind it: "$0.50 for Deckhands and $0.65 for
    /// Engineers".
    std::vector<StatedRaise> of_clause(std::string_view clause, const std::string& subject,
                                       const std::vector<Value>& values) const {
        const auto day = std::find_if(values.begin(), values.end(), [](const Value& value) { return value.date; });
        const auto days = std::count_if(values.begin(), values.end(), [](const Value& value) { return value.date; });
        if (days * 2 == static_cast<std::ptrdiff_t>(values.size()) && (days > 1 || !names_several(clause)))
            return paired(subject, values);
        if (days != 1) return {};
        std::vector<StatedRaise> out;
        for (const Value& value : values) {
            if (value.date) continue;
            std::string whose = behind_for(clause, value.span.end);
            if (whose.empty()) return {};
            out.push_back({std::move(whose), day->text, value.text});
        }
        return out;
    }

    /// "Deckhands" of "… $0.50 per hour for Deckhands and …"
    std::string behind_for(std::string_view clause, std::size_t from) const {
        const std::string_view rest = clause.substr(from, clause.find_first_of(",;.$%", from) - from);
        const std::size_t at = word_of(rest, {&words_.raised_for});
        if (at >= rest.size()) return {};
        std::string name = fold_blanks(rest.substr(std::min(rest.find(' ', at), rest.size())));
        // "Deckhands and": up to the next raise
        const std::size_t last = name.rfind(' ');
        if (last != std::string::npos &&
            is_one_of(phrase_key(name.substr(last)), grammar_.proposal.of(WordClass::connective)))
            name.resize(last);
        return count_words(name) <= longest_name ? name : std::string();
    }

    bool names_several(std::string_view text) const {
        const std::vector<Value> values = values_in(text, words_);
        return std::count_if(values.begin(), values.end(), [&](const Value& value) {
                   return !value.date && !behind_for(text, value.span.end).empty();
               }) > 0;
    }

    /// No share or sum is one end of a range, the rate itself, or one that says of no raise: "2 % to 4 %", "to $2.00".
    bool are_raises(std::string_view text, const std::vector<Value>& values, bool entry) const {
        const Value* before = nullptr;
        bool raises = false;
        for (const Value& value : values) {
            const std::string front = phrase_key(text.substr(0, value.span.begin));
            const bool sum = value.text.starts_with('+');
            if (!value.date && before != nullptr && !before->date &&
                count_words(text.substr(before->span.end, value.span.begin - before->span.end)) <= 1 &&
                ends_with(front, words_.raised_to))
                return false;
            if (sum && ends_with(front, words_.raised_to)) return false;
            raises = raises || (!value.date && (!sum || entry || says(phrase_key(text), words_.raised_by)));
            before = &value;
        }
        return raises;
    }

    /// Whose rates a clause raises: "base salaries" of "Effective July 1, 2026, base salaries shall be increased by …",
    /// "all rates" of "Increase all rates by …".
    std::string subject_of(std::string_view clause) const {
        std::size_t from = 0;
        for (const Value& value : values_in(clause, words_)) {
            if (!value.date || !is_front_date(clause, value)) break;
            from = value.span.end;
        }
        const std::string_view rest = clause.substr(from);
        std::size_t end = word_of(rest, {&words_.increase, &grammar_.sentence_words});
        std::string name = named(rest.substr(0, end));
        if (!name.empty() || end >= rest.size()) return name;
        const std::size_t raised = word_of(rest, {&words_.increase});
        const std::size_t behind = std::min(rest.find(' ', raised), rest.size());
        end = std::min(rest.find_first_of("0123456789$,:;.", behind), rest.size());
        std::string_view object = rest.substr(behind, end - behind);
        const std::string key = phrase_key(object);
        if (opens_with(key, words_.raised_by) || opens_with(key, words_.raised_to) || !ends_with(key, words_.raised_by))
            return {};
        object = object.substr(0, object.find_last_not_of(' ') + 1);
        return named(object.substr(0, object.find_last_of(' ')));
    }

    /// Nothing but a word of effect and what tells the day more closely stands in front of the date.
    bool is_front_date(std::string_view clause, const Value& date) const {
        return opens_with(phrase_key(clause.substr(0, date.span.begin)), words_.effective);
    }

    /// Where the first word of one of the lists stands; the size of the text where none does.
    static std::size_t word_of(std::string_view text, std::initializer_list<const std::vector<std::string>*> lists) {
        for (std::size_t at = text.find_first_not_of(" ,"); at < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" ,", at), text.size());
            const std::string word = phrase_key(text.substr(at, end - at));
            for (const auto* list : lists)
                if (is_one_of(word, *list)) return at;
            at = text.find_first_not_of(" ,", end);
        }
        return text.size();
    }

    /// A name of rates or of whose they are: short, no party to the agreement, and not made of words that say nothing.
    std::string named(std::string_view words) const {
        const std::size_t begin = words.find_first_not_of(" ,.:;");
        if (begin == std::string_view::npos) return {};
        std::string name = fold_blanks(words.substr(begin));
        const std::string key = phrase_key(name);
        if (count_words(name) > longest_name || !says(key, words_.wages) || has_digit(name)) return {};
        for (const WordClass side : {WordClass::company, WordClass::union_side, WordClass::propose})
            if (says(key, grammar_.proposal.of(side))) return {};
        return name;
    }

    void add(const WageLine& line, const std::vector<StatedRaise>& raises) {
        if (open_.effective.empty()) open_.lines.first = line.line;
        open_.lines.last = line.last_line;
        for (const StatedRaise& raise : raises) {
            const std::size_t column = column_of(raise.date);
            WageRaise& row = row_of(raise.what, line);
            row.lines.last = line.last_line;
            row.amounts.resize(std::max(row.amounts.size(), column + 1));
            row.amounts[column] = raise.amount;
        }
    }

    std::size_t column_of(const std::string& date) {
        const auto at = std::find(open_.effective.begin(), open_.effective.end(), date);
        if (at == open_.effective.end()) return open_.effective.push_back(date), open_.effective.size() - 1;
        return static_cast<std::size_t>(at - open_.effective.begin());
    }

    WageRaise& row_of(const std::string& what, const WageLine& line) {
        const auto same = std::find_if(open_.raises.begin(), open_.raises.end(),
                                       [&](const WageRaise& raise) { return raise.what == what; });
        if (same != open_.raises.end()) return *same;
        open_.raises.push_back({what, {line.line, line.last_line}, {}});
        return open_.raises.back();
    }

    void close() {
        announced_ = false;
        for (WageRaise& raise : open_.raises) raise.amounts.resize(open_.effective.size());
        if (!open_.raises.empty()) tables_.push_back(std::move(open_));
        open_ = WageTable{};
    }

    const std::vector<WageLine>& lines_;
    const Grammar& grammar_;
    const WageWords& words_;
    WageTable open_;
    bool announced_ = false;
    std::vector<WageTable> tables_;
};

}  // namespace

std::vector<WageTable> read_stated_raises(const std::vector<WageLine>& lines, const Grammar& grammar) {
    return RaiseReader(lines, grammar).read();
}

}  // namespace stet
