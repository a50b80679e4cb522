// Values and names that clauses tell without quotes: sums, counts, what becomes of them.
#include <algorithm>

#include "proposal/clause_parser.hpp"
#include "proposal/letters.hpp"
#include "quantity/lexeme.hpp"
#include "quantity/number_words.hpp"
#include "quantity/quantity.hpp"

namespace stet {

/// A name without quotes: words in capitals, small joints between them, a title in brackets behind; its end.
std::size_t ClauseParser::name_end(std::size_t from) const {
    if (from >= end_ || text_.at(from).shape != TokenShape::word || !begins_upper(from)) return from;
    for (const WordClass noun : {WordClass::following, WordClass::provisions, WordClass::fresh, WordClass::entire,
                                 WordClass::last, WordClass::rest, WordClass::before, WordClass::after})
        if (text_.has(from, noun)) return from;
    if (verb_at(text_, from) || parse_place(text_, from, end_)) return from;
    std::size_t to = from, named = from;
    while (to < end_ && to < from + most_words_of_name && !ends_clause(to) &&
           (text_.at(to).shape == TokenShape::word || text_.is_mark(to, "’") || text_.is_mark(to, "'") ||
            text_.is_mark(to, "."))) {
        if (begins_upper(to))
            named = to + 1;
        else if (text_.at(to).shape == TokenShape::word && !text_.is_word(to, "of") && !text_.is_word(to, "the"))
            break;
        ++to;
    }
    // "Juneteenth (June 19)"
    if (text_.is_mark(named, "(") && title_end(text_, named, end_) > named) named = title_end(text_, named, end_);
    return named;
}

bool ClauseParser::begins_upper(std::size_t token) const {
    const char first = text_.text()[text_.at(token).span.begin];
    return first >= 'A' && first <= 'Z';
}

void ClauseParser::take_name() {
    const bool adds = out_.verb == Verb::add || out_.removes_first;
    if ((!adds && out_.verb != Verb::remove) || at_ >= end_) return;
    std::size_t from = at_;
    if (adds)
        if (const auto with = text_.find(from, WordClass::with)) from += with->size;
    std::size_t to = name_end(from);
    if (to == from) return;
    // "Add Founders' Day and Juneteenth"
    for (std::size_t joint = to; adds && joint < end_ && (text_.is_mark(joint, ",") || text_.is_word(joint, "and"));) {
        if (text_.is_mark(joint, ",") && text_.is_word(joint + 1, "and")) ++joint;
        const std::size_t next = name_end(joint + 1);
        if (next == joint + 1) break;
        joint = to = next;
    }
    const bool closes = to >= end_ || ends_clause(to) || text_.is_word(to, "to") || text_.is_word(to, "as") ||
                        text_.is_word(to, "from") || text_.is_word(to, "in") || (!adds && text_.is_word(to, "and")) ||
                        text_.has(to, WordClass::condition) ||
                        (adds && (text_.has(to, WordClass::after) || text_.has(to, WordClass::before)));
    if (!closes) return;
    (adds ? out_.added : out_.removed).push_back(text_.span_of(from, to));
    out_.amounts = true;
    part(adds ? "words, new" : "words, struck", from, to);
    at_ = to;
}

bool ClauseParser::has_figure(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
        if (text_.at(i).shape == TokenShape::figure) return true;
    return false;
}

bool ClauseParser::has_sum(std::size_t from, std::size_t to) const {
    const Span span = text_.span_of(from, to);
    const std::vector<Quantity> values = find_quantities(text_.text().substr(span.begin, span.size()));
    return std::any_of(values.begin(), values.end(), [](const Quantity& value) {
        return value.type == QuantityType::money || value.type == QuantityType::percent;
    });
}

bool ClauseParser::has_amount(std::size_t from, std::size_t to) const {
    if (from >= to || has_figure(from, to)) return from < to;
    const Span span = text_.span_of(from, to);
    return !find_quantities(text_.text().substr(span.begin, span.size())).empty();
}

/// "five dollars ($5.00)": behind the brackets that belong to a value which begins at `from` or later; `open` where
/// they belong to none.
std::size_t ClauseParser::behind_figure(std::size_t from, std::size_t open) const {
    const Span rest = text_.span_of(from, std::min(end_, open + most_words_of_amount));
    for (const Quantity& value : find_quantities(text_.text().substr(rest.begin, rest.size()))) {
        const std::uint32_t end = rest.begin + value.span.end;
        if (rest.begin + value.span.begin >= text_.at(open).span.begin) break;
        if (end <= text_.at(open).span.begin) continue;
        std::size_t next = open;
        while (next < end_ && text_.at(next).span.begin < end) ++next;
        return next;
    }
    return open;
}

/// Behind "4% on July 1, 2026, 3% on July 1, 2027 and 3% on July 1, 2028": several sums or rates, each with its day;
/// `end` where no such list goes on there.
std::size_t ClauseParser::behind_dated_values(std::size_t behind, std::size_t end) const {
    std::size_t stop = end;
    while (stop < end_ && !ends_clause(stop)) ++stop;
    const Span rest = text_.span_of(behind, stop);
    const std::vector<Quantity> values = find_quantities(text_.text().substr(rest.begin, rest.size()));
    // "5 % the first full pay period in July 2026": a few words that ask for nothing may part a value from its day.
    constexpr std::size_t most_words_between = 6;
    const auto is_joint = [&](std::size_t i) {
        return text_.at(i).shape != TokenShape::quoted && text_.at(i).shape != TokenShape::figure &&
               !text_.is_mark(i, ":") && !text_.is_mark(i, "(") &&
               (text_.has(i, WordClass::connective) || !verb_at(text_, i));
    };
    std::size_t sums = 0;
    std::size_t dates = 0;
    std::size_t at = behind;
    std::size_t last = behind;
    for (const Quantity& value : values) {
        const std::uint32_t begin = rest.begin + value.span.begin;
        for (std::size_t from = at; at < stop && text_.at(at).span.begin < begin && at <= from + most_words_between;) {
            if (!is_joint(at)) break;
            ++at;
        }
        if (at >= stop || text_.at(at).span.begin != rest.begin + value.span.begin) break;
        while (at < stop && text_.at(at).span.begin < rest.begin + value.span.end) ++at;
        last = at;
        sums += value.type == QuantityType::money || value.type == QuantityType::percent ? 1 : 0;
        dates += value.type == QuantityType::date ? 1 : 0;
    }
    return sums > 1 && dates > 1 ? std::max(last, end) : end;
}

std::size_t ClauseParser::behind_dated_pairs(std::size_t at, std::size_t from) const {
    std::size_t sums = 0, dates = 0;
    const auto count = [&](std::size_t begin, std::size_t end) {
        const Span words = text_.span_of(begin, end);
        for (const Quantity& value : find_quantities(text_.text().substr(words.begin, words.size()))) {
            sums += value.type == QuantityType::money || value.type == QuantityType::percent ? 1 : 0;
            dates += is_full_date(value) ? 1 : 0;
        }
    };
    const auto asks = [&](std::size_t i) {
        const auto verb = verb_at(text_, i);
        return text_.at(i).shape == TokenShape::quoted || text_.has(i, WordClass::supposes) || text_.is_mark(i, ":") ||
               (verb && verb->verb != Verb::change && !text_.has(i, WordClass::connective));
    };
    count(begin_, at);
    std::size_t found = 0;
    // Each clause by itself: the last of which tells a value and its day is the end.
    for (std::size_t begin = from, end = from; begin < end_; begin = end + 1) {
        bool plain = true;
        for (end = begin; end < end_ && !ends_clause(end); ++end) plain = plain && !asks(end);
        const std::size_t sums_before = sums, dates_before = dates;
        count(begin, end);
        const bool first = begin == from;
        const bool pairs = first || (sums > sums_before && dates - dates_before == sums - sums_before);
        if (!plain || !pairs || end - begin > longest_subject) break;
        if (sums > 1 && dates == sums) found = end;
        if (end >= end_ || !text_.is_mark(end, ";")) break;
    }
    return found;
}

std::size_t ClauseParser::behind_number(std::size_t at) const {
    if (at >= end_) return at;
    const PhraseToken& first = text_.at(at);
    if (first.shape == TokenShape::figure)
        return std::all_of(first.text.begin(), first.text.end(), is_digit) ? at + 1 : at;
    const Span near = text_.span_of(at, std::min(end_, at + most_words_of_amount));
    const Lexemes lexemes(text_.text().substr(near.begin, near.size()), {});
    const auto number = parse_number_words(lexemes, 0);
    if (!number) return at;
    const std::uint32_t stop = near.begin + lexemes.at(number->next - 1).span.end;
    while (at < end_ && text_.at(at).span.begin < stop) ++at;
    return at;
}

bool ClauseParser::take_numbers() {
    const std::size_t joint = behind_number(at_);
    const auto with = text_.find(joint, WordClass::with);
    const bool joined = out_.verb == Verb::change ? text_.is_word(joint, "to") : with.has_value();
    if (joint == at_ || !joined) return false;
    const std::size_t comes = joint + (out_.verb == Verb::change ? 1 : with->size);
    const std::size_t end = behind_number(comes);
    const bool closes = end >= end_ || ends_clause(end) || text_.is_mark(end, ",") || text_.is_word(end, "and") ||
                        text_.has(end, WordClass::condition);
    if (end == comes || !closes) return false;
    out_.removed.push_back(text_.span_of(at_, joint));
    out_.added.push_back(text_.span_of(comes, end));
    out_.amounts = true;
    part("amounts", at_, end);
    at_ = end;
    return true;
}

void ClauseParser::take_figures() {
    const bool change = out_.verb == Verb::change;
    if ((!change && out_.verb != Verb::replace) || out_.removes_first || out_.place || at_ >= end_) return;
    if (take_numbers()) return;
    std::size_t joint = at_, behind = at_, value_end = at_;
    const Span value = change ? Span{} : goes_from(value_end);
    std::optional<PlaceName> named;
    for (; joint < end_ && joint < at_ + most_words_of_amount; ++joint) {
        if (text_.at(joint).shape == TokenShape::quoted || ends_clause(joint) || text_.is_word(joint, "from") ||
            text_.is_mark(joint, ":"))
            return;
        if (const auto place = parse_place(text_, joint, end_); place && place->has_label()) {
            // "Replace the $175 allowance in Section 13.2 with $200"
            if (value.empty() || named) return;
            named = place;
            joint = place->end;
        }
        const auto with = text_.find(joint, WordClass::with);
        behind = change ? joint + 1 : with ? joint + with->size : joint;
        if (change ? text_.is_word(joint, "to") || text_.is_word(joint, "by") : with.has_value()) break;
    }
    if (behind <= joint) return;
    std::size_t end = behind;
    // "January 1, 2027": the comma of a date.
    const auto parts = [&](std::size_t i) {
        return text_.is_mark(i, ",") && !(i > behind && i + 1 < end_ && text_.at(i - 1).shape == TokenShape::figure &&
                                          text_.at(i + 1).text.size() == 4 &&
                                          text_.at(i + 1).text.find_first_not_of("0123456789") == std::string::npos);
    };
    while (end < end_ && end < behind + most_words_of_amount && !ends_clause(end) && !parts(end) &&
           !text_.is_word(end, "and") && !text_.has(end, WordClass::condition)) {
        if (text_.at(end).shape == TokenShape::quoted) return;
        const std::size_t next = text_.is_mark(end, "(") ? behind_figure(behind, end) : end + 1;
        if (next == end) break;
        end = next;
    }
    if (!has_amount(behind, end)) return;
    if (change) end = behind_dated_values(behind, end);
    const bool by = change && text_.is_word(joint, "by");
    if (joint > at_ && is_value_of_kind(at_, joint, behind, end) && !by) {
        out_.removed.push_back(named ? value : text_.span_of(at_, joint));
        out_.added.push_back(text_.span_of(behind, end));
        out_.amounts = true;
        out_.place = std::move(named);
    } else if (change) {
        out_.verb = Verb::propose;
        out_.tells_value = true;
        out_.raises_by = by;
        out_.bare = text_.span_of(at_, end);
    } else {
        return;
    }
    part("amounts", at_, end);
    at_ = end;
}

void ClauseParser::take_day() {
    if (!text_.is_word(at_, "on") || !out_.condition.empty()) return;
    const Span behind = text_.span_of(at_ + 1, std::min(end_, at_ + 1 + most_words_of_amount));
    const std::vector<Quantity> values = find_quantities(text_.text().substr(behind.begin, behind.size()));
    if (values.empty() || values.front().span.begin != 0 || !is_full_date(values.front())) return;
    const std::size_t from = at_++;
    while (at_ < end_ && text_.at(at_).span.begin < behind.begin + values.front().span.end) ++at_;
    out_.condition = text_.span_of(from, at_);
    part("condition", from, at_);
}

bool ClauseParser::take_from_to() {
    auto place = parse_place(text_, begin_, end_);
    if (!place || !place->has_label()) return false;
    const std::size_t colon = place->end;
    if (!(text_.is_mark(colon, ":") || text_.is_mark(colon, "-")) || !text_.is_word(colon + 1, "from")) return false;
    out_.verb = Verb::change;
    at_ = colon + 1;
    if (!take_amounts()) return give_up();
    part("target", begin_, colon);
    out_.place = std::move(place);
    take_rest();
    return true;
}

bool ClauseParser::take_named_exchange() {
    const std::size_t end = text_.has(begin_, WordClass::connective) ? begin_ : name_end(begin_);
    const auto passive = end > begin_ ? text_.find(end, WordClass::passive) : std::nullopt;
    const auto replace = passive ? text_.find(end + passive->size, WordClass::replace) : std::nullopt;
    const std::size_t joint = replace ? end + passive->size + replace->size : end;
    const auto with = replace ? text_.find(joint, WordClass::with) : std::nullopt;
    const std::size_t from = with ? joint + with->size : joint;
    const std::size_t to = with ? name_end(from) : from;
    if (to == from || !(to >= end_ || ends_clause(to))) return false;
    out_.verb = Verb::change;
    out_.removed.push_back(text_.span_of(begin_, end));
    out_.added.push_back(text_.span_of(from, to));
    out_.amounts = true;
    part("words, struck", begin_, end);
    part("verb", end, from);
    part("words, new", from, to);
    at_ = std::min(to + 1, end_);
    return true;
}

bool ClauseParser::take_amounts() {
    if (out_.verb != Verb::change || !text_.is_word(at_, "from")) return false;
    std::size_t to = at_ + 1;
    while (to < end_ && to < at_ + most_words_of_amount && !text_.is_word(to, "to") && !ends_clause(to)) ++to;
    if (to >= end_ || to == at_ + 1 || !text_.is_word(to, "to") || to + 1 >= end_) return false;
    const Span was = text_.span_of(at_ + 1, to);
    const Span behind = text_.span_of(to + 1, std::min(end_, to + 1 + most_words_of_amount));
    const std::vector<Quantity> old_amount = find_quantities(text_.text().substr(was.begin, was.size()));
    const std::vector<Quantity> new_amount = find_quantities(text_.text().substr(behind.begin, behind.size()));
    // "from 240 to 280 hours": the first figure may leave its unit to the second.
    const bool is_value = !new_amount.empty() && new_amount.front().span.begin == 0;
    const bool figures = has_figure(at_ + 1, to) && text_.at(to + 1).shape == TokenShape::figure;
    // "from ten to fifteen days"
    const bool in_words = !figures && is_value && to == at_ + 2 && has_unit_of(was, new_amount.front(), behind.begin);
    if (!figures && !in_words && (old_amount.empty() || !is_value)) return false;
    // Both figures leave their unit to what follows: "from 240 to 120 hours" strikes no "hours".
    const bool bare_figure = in_words || (figures && to == at_ + 2 && new_amount.size() > 0 &&
                                          (old_amount.empty() || old_amount.front().type != new_amount.front().type));
    std::uint32_t end =
        is_value && !bare_figure ? behind.begin + new_amount.front().span.end : text_.at(to + 1).span.end;
    // "from $500/$1,000 to $750/$1,500"
    for (std::size_t i = at_ + 1, more = 1; i < to && is_value; ++i)
        if (text_.is_mark(i, "/") && more < new_amount.size() &&
            new_amount[more].span.begin == end + 1 - behind.begin && text_.text()[end] == '/')
            end = behind.begin + new_amount[more++].span.end;
    // "from 70/30 to 72/28": a ratio is one value.
    const std::string_view all = text_.text();
    const bool ratio = all.substr(was.begin, was.size()).find('/') != std::string_view::npos;
    if (ratio && end + 1 < all.size() && all[end] == '/' && is_digit(all[end + 1]))
        for (++end; end < all.size() && is_digit(all[end]);) ++end;
    out_.removed.push_back(was);
    out_.added.push_back({behind.begin, end});
    out_.amounts = true;
    std::size_t next = to + 1;
    while (next < end_ && text_.at(next).span.begin < end) ++next;
    part("amounts", at_, next);
    at_ = next;
    take_day();
    return true;
}

bool ClauseParser::has_unit_of(Span number, const Quantity& value, std::uint32_t from) const {
    const std::string_view words = text_.text().substr(from + value.span.begin, value.span.size());
    const std::size_t blank = words.rfind(' ');
    if (blank == std::string_view::npos) return false;
    const std::string with_unit =
        std::string(text_.text().substr(number.begin, number.size())) + std::string(words.substr(blank));
    const std::vector<Quantity> same = find_quantities(with_unit);
    return same.size() == 1 && same.front().type == value.type && same.front().span.size() == with_unit.size();
}

/// The words of one amount are those of another of its kind, an article aside: "Reduce 5 days to 3 days".
bool ClauseParser::is_value_of_kind(std::size_t from, std::size_t to, std::size_t behind, std::size_t end) const {
    if (text_.is_word(from, "the")) ++from;
    if (from >= to || !has_figure(from, to)) return false;
    if (out_.verb == Verb::replace) return true;
    const Span was = text_.span_of(from, to), comes = text_.span_of(behind, end);
    const std::vector<Quantity> old_values = find_quantities(text_.text().substr(was.begin, was.size()));
    const std::vector<Quantity> new_values = find_quantities(text_.text().substr(comes.begin, comes.size()));
    return !old_values.empty() && !new_values.empty() && old_values.front().span.begin == 0 &&
           old_values.front().type == new_values.front().type;
}

/// The clause tells a value, or several.
bool ClauseParser::told_value() const {
    return out_.tells_value || (out_.verb == Verb::change && out_.amounts && !out_.added.empty());
}

/// A value that is no date stands before the end of the clause.
bool ClauseParser::tells_value(std::size_t from) const {
    std::size_t end = from;
    for (; end < end_ && !ends_clause(end); ++end)
        if (text_.at(end).shape == TokenShape::quoted || text_.is_mark(end, ":") ||
            text_.has(end, WordClass::following) || text_.has(end, WordClass::below))
            return false;
    if (end == from) return false;
    const Span rest = text_.span_of(from, end);
    const std::vector<Quantity> values = find_quantities(text_.text().substr(rest.begin, rest.size()));
    return std::any_of(values.begin(), values.end(),
                       [](const Quantity& value) { return value.type != QuantityType::date && !value.weak; });
}

/// "“x” becomes “y”", a place in front or none: where its first quotation stands.
std::optional<std::size_t> ClauseParser::exchange_at(std::size_t at) const {
    if (text_.is_word(at, "in") || text_.is_word(at, "and")) ++at;
    if (const auto place = parse_place(text_, at, end_)) {
        at = place->end;
        if (text_.is_mark(at, ",") || text_.is_mark(at, ":")) ++at;
    }
    if (at + 2 >= end_ || text_.at(at).shape != TokenShape::quoted) return std::nullopt;
    std::size_t next = at + 1;
    const auto becomes = text_.find(next, WordClass::becomes);
    const auto arrow = text_.find(next, WordClass::arrow);
    if (!becomes && !arrow) return std::nullopt;
    next += becomes ? becomes->size : arrow->size;
    return next < end_ && text_.at(next).shape == TokenShape::quoted ? std::optional(at) : std::nullopt;
}

/// "Renew, with “x” changed to “y”", "Renew with the following change: “x” becomes “y”": what is changed in what stays.
bool ClauseParser::exchange_behind(std::size_t at) const {
    if (text_.is_mark(at, ",")) ++at;
    if (!text_.is_word(at, "with")) return false;
    constexpr std::size_t most_words_between = 8;  // "with the following changes:"
    for (std::size_t i = at + 1; i < std::min(end_, at + most_words_between) && !ends_clause(i); ++i)
        if (exchange_at(i)) return true;
    return false;
}

bool ClauseParser::take_exchange() {
    std::size_t at = begin_;
    if (text_.is_mark(at, ",")) ++at;
    if (text_.is_word(at, "with")) {
        ++at;
        while (at < end_ && !exchange_at(at) && !ends_clause(at)) ++at;
    }
    const auto first = exchange_at(at);
    if (!first) return false;
    if (const auto place = parse_place(text_, text_.is_word(at, "in") ? at + 1 : at, *first)) {
        out_.scope = *place;
        part("scope", at, *first);
    }
    out_.verb = Verb::change;
    at_ = *first;
    take_quoted();
    const auto becomes = text_.find(at_, WordClass::becomes);
    const std::size_t size = becomes ? becomes->size : text_.find(at_, WordClass::arrow)->size;
    part("verb", at_, at_ + size);
    at_ += size;
    adds_now_ = true;
    take_quoted();
    take_rest();
    return true;
}

/// "Call-back: 3 hours → 4 hours": what stands on both sides of the arrow, without quotes.
bool ClauseParser::take_substituted_for() {
    constexpr std::size_t most_words_between = 4;  // "the words “x” there is substituted"
    std::size_t at = begin_ + (text_.is_word(begin_, "in") ? 1 : 0);
    const auto place = parse_place(text_, at, end_);
    if (place) at = place->end;
    while (at < end_ && (text_.is_mark(at, ",") || text_.is_mark(at, ":") || text_.is_mark(at, "-"))) ++at;
    const std::size_t front = at;
    const auto quoted_from = [&](std::size_t from) {
        while (from < end_ && (text_.has(from, WordClass::determiner) || text_.has(from, WordClass::words))) ++from;
        return from;
    };
    const std::size_t goes = text_.is_word(at, "for") ? quoted_from(at + 1) : end_;
    if (goes >= end_ || text_.at(goes).shape != TokenShape::quoted) return false;
    std::size_t swap = goes + 1;
    while (swap < std::min(end_, goes + most_words_between) && !text_.has(swap, WordClass::swap)) ++swap;
    const auto verb = text_.find(swap, WordClass::swap);
    const std::size_t comes = verb ? quoted_from(swap + verb->size) : end_;
    if (comes >= end_ || text_.at(comes).shape != TokenShape::quoted) return false;
    out_.verb = Verb::change;
    out_.removed = {text_.at(goes).inner};
    out_.added = {text_.at(comes).inner};
    if (place) {
        out_.scope = *place;
        part("scope", begin_, front);
    }
    part("quoted, struck", goes, goes + 1);
    part("verb", swap, swap + verb->size);
    part("quoted, new", comes, comes + 1);
    at_ = comes + 1;
    take_rest();
    return true;
}

bool ClauseParser::take_arrow() {
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    std::size_t arrow = begin_;
    for (; arrow < last && !text_.has(arrow, WordClass::arrow); ++arrow)
        if (ends_clause(arrow) || text_.at(arrow).shape == TokenShape::quoted) return false;
    if (arrow >= last || arrow == begin_) return false;
    const std::size_t behind = arrow + text_.find(arrow, WordClass::arrow)->size;
    std::size_t end = behind;
    while (end < end_ && !ends_clause(end) && !text_.is_mark(end, ",") && !text_.has(end, WordClass::condition)) ++end;
    if (end == behind) return false;
    std::size_t from = arrow;
    while (from > begin_ && !text_.is_mark(from - 1, ":") && !text_.is_mark(from - 1, "-")) --from;
    Span was = text_.span_of(from, arrow), comes = text_.span_of(behind, end);
    std::size_t rest = end;
    const std::vector<Quantity> old_values = find_quantities(text_.text().substr(was.begin, was.size()));
    const std::vector<Quantity> new_values = find_quantities(text_.text().substr(comes.begin, comes.size()));
    if (!old_values.empty() && old_values.back().span.end == was.size() && !new_values.empty() &&
        new_values.front().span.begin == 0) {
        was.begin += old_values.back().span.begin;
        comes.end = comes.begin + new_values.front().span.end;
        // "15→18 days and 20→22 days": a further value is not read.
        rest = behind;
        while (rest < end && text_.at(rest).span.begin < comes.end) ++rest;
        if (rest < end && has_figure(rest, end)) out_.unread.push_back(text_.span_of(rest, end));
    }
    out_.verb = Verb::change;
    out_.removed.push_back(was);
    out_.added.push_back(comes);
    out_.amounts = true;
    std::size_t value = from;
    while (value < arrow && text_.at(value).span.begin < was.begin) ++value;
    for (std::size_t i = begin_; i < value && !out_.place; ++i)
        if (auto place = parse_place(text_, i, value); place && place->has_label()) out_.place = std::move(place);
    if (!out_.place && value > begin_) out_.place = dotted_place(text_, begin_, value);
    if (value > begin_) part("subject", begin_, value);
    part("amount, struck", value, arrow);
    part("amount, new", behind, rest);
    if (rest < end) part("subject", rest, end);
    at_ = end;
    take_rest();
    return true;
}

std::size_t ClauseParser::behind_instead(std::size_t at) const {
    if (const auto instead = text_.find(at, WordClass::instead_of)) return at + instead->size;
    return text_.is_word(at, "for") && text_.first(begin_, at, WordClass::swap) < at ? at + 1 : at;
}

void ClauseParser::part_subject(std::size_t end) {
    std::size_t from = begin_;
    for (std::size_t i = begin_; i < end;) {
        const auto verb = verb_at(text_, i);
        const auto place = verb ? std::nullopt : parse_place(text_, i, end);
        if (!verb && !(place && place->has_label())) {
            ++i;
            continue;
        }
        if (i > from) part("subject", from, i);
        from = verb ? i + verb->size : place->end;
        part(verb ? "verb" : "target", i, from);
        i = from;
    }
    if (end > from) part("subject", from, end);
}

Span ClauseParser::comes_before(std::size_t end) const {
    if (text_.at(end - 1).shape == TokenShape::quoted) return text_.at(end - 1).inner;
    const std::size_t from = end > begin_ + most_words_of_amount ? end - most_words_of_amount : begin_;
    const Span near = text_.span_of(from, end);
    const std::vector<Quantity> values = find_quantities(text_.text().substr(near.begin, near.size()));
    if (values.empty() || values.back().span.end != near.size()) return {};
    return {near.begin + values.back().span.begin, near.end};
}

Span ClauseParser::goes_from(std::size_t& at) const {
    while (at < end_ && (text_.is_word(at, "the") || text_.has(at, WordClass::words))) ++at;
    if (at >= end_) return {};
    if (text_.at(at).shape == TokenShape::quoted) return text_.at(at++).inner;
    const Span near = text_.span_of(at, std::min(end_, at + most_words_of_amount));
    const std::vector<Quantity> values = find_quantities(text_.text().substr(near.begin, near.size()));
    if (values.empty() || values.front().span.begin != 0) return {};
    const Span value{near.begin, near.begin + values.front().span.end};
    while (at < end_ && text_.at(at).span.begin < value.end) ++at;
    return value;
}

/// What comes for what goes, the place named in what stands in front of them; false where a verb stands there that
/// does something else, or a quotation.
bool ClauseParser::lay_exchange(std::size_t subject_end, Span comes, Span goes, bool amounts) {
    bool says_verb = false;
    for (std::size_t i = begin_; i < subject_end; ++i) {
        const auto verb = verb_at(text_, i);
        if (text_.at(i).shape == TokenShape::quoted ||
            (verb && (verb->verb == Verb::remove || verb->verb == Verb::keep || verb->verb == Verb::move)))
            return false;
        says_verb = says_verb || verb;
        auto place = out_.place ? std::nullopt : parse_place(text_, i, subject_end);
        if (place && place->has_label()) out_.place = std::move(place);
    }
    out_.verb = Verb::change;
    out_.added.push_back(comes);
    out_.removed.push_back(goes);
    out_.amounts = amounts;
    out_.tells_no_text = amounts && !says_verb;
    part_subject(subject_end);
    return true;
}

bool ClauseParser::take_instead() {
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    std::size_t instead = begin_ + 1;
    while (instead < last && behind_instead(instead) == instead) {
        if (ends_clause(instead)) return false;
        ++instead;
    }
    if (instead >= last) return false;
    const Span comes = comes_before(instead);
    std::size_t end = behind_instead(instead);
    const Span goes = comes.empty() ? Span{} : goes_from(end);
    if (goes.empty()) return false;
    std::size_t from = instead - 1;
    while (from > begin_ && text_.at(from).span.begin > comes.begin) --from;
    const bool quoted = text_.at(instead - 1).shape == TokenShape::quoted;
    const bool amounts = !quoted || text_.at(end - 1).shape != TokenShape::quoted;
    if (!lay_exchange(from, comes, goes, amounts)) return false;
    part(quoted ? "quoted, new" : "amount, new", from, instead);
    part(quoted ? "quoted, struck" : "amount, struck", behind_instead(instead), end);
    at_ = end;
    take_rest();
    return true;
}

bool ClauseParser::take_bracketed_old() {
    constexpr std::size_t most_words_behind = 4;  // of a value: "per hour", "/hr."
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    std::size_t open = begin_ + 1;
    while (open < last && !(text_.is_mark(open, "(") && text_.has(open + 1, WordClass::formerly))) {
        const bool abbreviates = text_.is_mark(open, ".") && text_.is_mark(open + 1, "(");  // "$2.50/hr. (from …"
        if ((ends_clause(open) && !abbreviates) || text_.at(open).shape == TokenShape::quoted) return false;
        ++open;
    }
    if (open >= last) return false;
    std::size_t close = open + 1 + text_.find(open + 1, WordClass::formerly)->size;
    const Span goes = goes_from(close);
    const std::size_t behind_old = close;
    for (std::size_t i = close; i < std::min(end_, close + most_words_behind) && !text_.is_mark(close, ")"); ++i)
        if (text_.is_mark(i, ")")) close = i;
    const std::size_t from = open > begin_ + most_words_of_amount ? open - most_words_of_amount : begin_;
    const Span near = text_.span_of(from, open);
    const std::vector<Quantity> values = find_quantities(text_.text().substr(near.begin, near.size()));
    if (goes.empty() || !text_.is_mark(close, ")") || values.empty()) return false;
    const Span comes{near.begin + values.back().span.begin, near.begin + values.back().span.end};
    std::size_t begin = open;
    while (begin > begin_ && text_.at(begin - 1).span.begin >= comes.begin) --begin;
    std::size_t behind = begin;
    while (behind < open && text_.at(behind).span.begin < comes.end) ++behind;
    const std::vector<Quantity> old = find_quantities(text_.text().substr(goes.begin, goes.size()));
    const bool one_kind = !old.empty() && old.front().type == values.back().type &&
                          (old.front().unit == values.back().unit || old.front().weak);
    // "3 weeks (from 5 years of service)": the words behind the old value are those behind the new one, or none.
    const bool same_words = close == behind_old || text_.text_of(behind_old, close) == text_.text_of(behind, open);
    if (!one_kind || !same_words || open - behind > most_words_behind) return false;
    if (!lay_exchange(begin, comes, goes, true)) return false;
    part("amount, new", begin, open);
    part("amount, struck", open, close + 1);
    at_ = close + 1;
    take_rest();
    return true;
}

bool ClauseParser::take_becoming() {
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    std::size_t becomes = begin_ + 1;
    while (becomes < last && !text_.has(becomes, WordClass::becomes)) {
        if (ends_clause(becomes) || text_.at(becomes).shape == TokenShape::quoted) return false;
        ++becomes;
    }
    if (becomes >= last) return false;
    const Span goes = comes_before(becomes);
    const std::size_t behind = becomes + text_.find(becomes, WordClass::becomes)->size;
    std::size_t end = behind;
    const Span comes =
        goes.empty() || behind >= end_ || text_.at(behind).shape == TokenShape::quoted ? Span{} : goes_from(end);
    if (comes.empty()) return false;
    const auto type_of = [&](Span words) {
        return find_quantities(text_.text().substr(words.begin, words.size())).front().type;
    };
    // "Section 12 becomes 13" renumbers.
    const QuantityType type = type_of(goes);
    if (type != type_of(comes) || type == QuantityType::reference || type == QuantityType::count) return false;
    std::size_t from = becomes - 1;
    while (from > begin_ && text_.at(from).span.begin > goes.begin) --from;
    // "When the rate of $18.00 becomes $24.00, the differential ends."
    if (text_.is_mark(end, ",") && !joined_verb_at(text_, end, end_) && !text_.has(end + 1, WordClass::condition))
        return false;
    if (!lay_exchange(from, comes, goes, true)) return false;
    part("amounts", from, end);
    at_ = end;
    take_rest();
    return true;
}

void ClauseParser::take_sum() {
    const bool adds = out_.verb == Verb::add || out_.removes_first;
    if ((!adds && out_.verb != Verb::remove) || at_ >= end_ || text_.at(at_).shape == TokenShape::quoted) return;
    std::size_t end = at_;
    const Span sum = goes_from(end);
    if (sum.empty()) return;
    const std::vector<Quantity> values = find_quantities(text_.text().substr(sum.begin, sum.size()));
    const bool closes = end >= end_ || ends_clause(end) || text_.is_mark(end, ",") || text_.is_word(end, "and") ||
                        text_.has(end, WordClass::after) || text_.has(end, WordClass::before);
    // "Delete 12.7": a number alone is a unit's.
    const bool is_amount = !values.empty() && !values.front().weak &&
                           (values.front().type == QuantityType::money || values.front().type == QuantityType::percent);
    if (!closes || !is_amount) return;
    (adds ? out_.added : out_.removed).push_back(sum);
    out_.amounts = true;
    part(adds ? "amount, new" : "amount, struck", at_, end);
    at_ = end;
}

}  // namespace stet
