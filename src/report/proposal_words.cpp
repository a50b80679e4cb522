// Sentences about operations: neutral verbs, the numbers as the proposal gives them.
#include "report/proposal_words.hpp"

#include <algorithm>
#include <array>

#include "proposal/excepted_units.hpp"
#include "proposal/wage_tables.hpp"
#include "quantity/thousands.hpp"

namespace stet {

namespace {

constexpr std::size_t quoted_bytes = 90;  ///< longer words are shown in the redline and not in the sentence

std::string without_stops(std::string text) {
    while (text.ends_with(".") || text.ends_with(":") || text.ends_with(" ")) text.pop_back();
    return text;
}

bool is_relative(std::string_view place) {
    return place.starts_with("last") || place.starts_with("first") || place.starts_with("second to last");
}

/// "section 61", "the last sentence", "the last three paragraphs", "the section".
std::string numbered(std::string_view noun, const std::string& place) {
    if (place.empty()) return "the " + std::string(noun);
    if (!is_relative(place)) return std::string(noun) + " " + place;
    const bool several = place != "second to last" && place.find(' ') != std::string::npos;
    return "the " + place + " " + std::string(noun) + (several ? "s" : "");
}

/// A sum as it is written, the sign of money behind the number's own: "+$1,500.00".
std::string with_currency(std::string number, std::string_view currency) {
    if (number.ends_with('%')) return number;
    const bool has_sign = number.starts_with("+") || number.starts_with("-");
    return with_thousands(std::move(number)).insert(has_sign ? 1 : 0, currency);
}

std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

bool is_short(const std::string& text) {
    return !text.empty() && text.size() <= quoted_bytes && text.find('\n') == std::string::npos;
}

/// The words themselves where they are few, else what they are.
std::string words_or(const std::string& text, std::string_view otherwise) {
    return is_short(text) ? quoted(text) : std::string(otherwise);
}

/// "the last three paragraphs", "the words".
bool is_several(std::string_view subject) {
    return subject.starts_with("the ") && subject.ends_with("s");
}

/// What the operation is about: "section 86", "the last sentence", "the table".
std::string subject(const Operation& operation) {
    const Target& target = operation.target;
    switch (operation.unit) {
        case Unit::article:
            return numbered("article", target.article);
        case Unit::section:
            return numbered("section", target.section);
        case Unit::paragraph:
            return numbered("paragraph", target.paragraph);
        case Unit::sentence:
            return numbered("sentence", target.sentence);
        case Unit::letter:
            return target.letter.empty() ? "the letter" : target.letter;
        default:
            return "the " + std::string(unit_name(operation.unit));
    }
}

std::string_view article_for(std::string_view noun) {
    return !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos ? "an " : "a ";
}

/// A thing that is not there yet: "a section", "words".
std::string new_thing(Unit unit) {
    if (unit == Unit::words) return "text";
    return std::string(article_for(unit_name(unit))) + std::string(unit_name(unit));
}

/// The narrowest unit that a target names.
std::string narrowest(const Target& target) {
    if (!target.sentence.empty()) return numbered("sentence", target.sentence);
    if (!target.paragraph.empty()) return numbered("paragraph", target.paragraph);
    if (!target.section.empty()) return numbered("section", target.section);
    if (!target.article.empty()) return numbered("article", target.article);
    return target.letter;
}

std::string anchor_words(const Operation& operation) {
    if (!operation.anchor_words.empty()) return "the words " + quoted(operation.anchor_words);
    const std::string anchor = narrowest(operation.anchor);
    return anchor.empty() ? narrowest(operation.target) : anchor;
}

/// " after paragraph 3", " at the end of section 12"; empty where nothing is said.
std::string position_words(const Operation& operation) {
    const std::string anchor = anchor_words(operation);
    const auto of_anchor = [&](std::string words) { return anchor.empty() ? words : words + " of " + anchor; };
    switch (operation.position) {
        case PositionKind::absent:
        case PositionKind::unspecified:
            return {};
        case PositionKind::start:
            return of_anchor(" at the beginning");
        case PositionKind::before:
            return " before " + (anchor.empty() ? "what it stands at" : anchor);
        case PositionKind::after:
            return " after " + (anchor.empty() ? "what it stands at" : anchor);
        case PositionKind::end:
            return of_anchor(" at the end");
        case PositionKind::inside:
            return anchor.empty() ? " inside" : " in " + anchor;
    }
    return {};
}

std::string occurrence_words(Occurrence occurrence) {
    switch (occurrence) {
        case Occurrence::once:
            return {};
        case Occurrence::first:
            return " in the first place";
        case Occurrence::each:
            return " in each place";
        case Occurrence::all_that_follows:
            return " with all that follows";
    }
    return {};
}

/// Small units go by their words, large ones by their names.
bool goes_by_words(Unit unit) {
    return unit == Unit::words || unit == Unit::number || unit == Unit::reference || unit == Unit::date ||
           unit == Unit::cell || unit == Unit::heading;
}

std::string removed_words(const Operation& operation) {
    const std::string end = occurrence_words(operation.occurrence);
    if (goes_by_words(operation.unit) && is_short(operation.struck_text))
        return quoted(operation.struck_text) + " is struck" + end;
    const std::string name = subject(operation);
    return name + (is_several(name) ? " are struck" : " is struck") + end;
}

std::string added_words(const Operation& operation) {
    const std::string thing = goes_by_words(operation.unit) || operation.unit == Unit::sentence
                                  ? words_or(operation.inserted_text, new_thing(operation.unit))
                                  : new_thing(operation.unit);
    const std::string position = position_words(operation);
    return thing + " is added" + (position.empty() ? "; where exactly is not said" : position);
}

std::string exchanged_words(const Operation& operation) {
    if (is_short(operation.struck_text) && is_short(operation.inserted_text))
        return quoted(operation.struck_text) + " becomes " + quoted(operation.inserted_text) +
               occurrence_words(operation.occurrence);
    if (operation.struck_text.empty() && is_short(operation.inserted_text))
        return quoted(operation.inserted_text) + " takes the place of words that are not printed";
    return "words are replaced by others" + occurrence_words(operation.occurrence);
}

std::string set_words(const Operation& operation) {
    if (operation.unit == Unit::table || operation.unit == Unit::row) return subject(operation) + " is set anew";
    // Words that are told and not quoted have no subject of their own.
    if (operation.unit == Unit::words && !operation.inserted_text.empty())
        return "This is to hold: “" + operation.inserted_text + "”";
    return subject(operation) + " is set" +
           (is_short(operation.inserted_text) ? " to " + quoted(operation.inserted_text) : " anew");
}

std::string moved_words(const Operation& operation) {
    const Target& target = operation.target;
    const bool letter = operation.unit == Unit::letter;
    std::string to = letter || operation.unit == Unit::section ? target.article : std::string();
    if (to.empty()) return subject(operation) + " is moved" + position_words(operation);
    return subject(operation) + " moves to " + numbered("article", to) +
           (operation.position == PositionKind::after || operation.position == PositionKind::before
                ? "," + position_words(operation)
                : "");
}

std::string renumbered_words(const Operation& operation) {
    if (!is_short(operation.inserted_text)) return subject(operation) + " is renumbered";
    return words_or(operation.struck_text, subject(operation)) + " is renumbered " + quoted(operation.inserted_text);
}

std::string note_words(const Operation& operation) {
    switch (operation.status) {
        case Status::current:
            return "the current text stays";
        case Status::withdrawn:
            return "an earlier proposal is withdrawn";
        case Status::rejected:
            return "a proposal of the other side is rejected";
        case Status::held:
            return "the matter is held open";
        default:
            break;
    }
    if (is_agreed(operation) && operation.inserted_text.empty())
        return "it is agreed; the words that are agreed are not printed";
    if (operation.acceptance) return "a proposal of the other side is accepted; its words are not printed here";
    const auto left_out = [](const Flag& flag) { return flag.code == excepted_unit; };
    if (std::any_of(operation.flags.begin(), operation.flags.end(), left_out))
        return "it is left out of what stands beside it; what is asked of it is not said";
    if (operation.unit == Unit::summary) return "a highlight; it changes no text itself";
    if (operation.unit == Unit::obligation) return "a pledge beside the text; it changes no words of the agreement";
    return "a note; it changes no words of the agreement";
}

std::string one_reading(const Operation& operation) {
    switch (operation.op) {
        case Op::repeal:
            return subject(operation) + " is struck whole";
        case Op::remove:
            return removed_words(operation);
        case Op::insert:
            return added_words(operation);
        case Op::substitute:
            return exchanged_words(operation);
        case Op::replace:
            return subject(operation) + (subject(operation).ends_with("s") ? " are" : " is") +
                   " replaced by other text";
        case Op::move:
            return moved_words(operation);
        case Op::renumber:
            return renumbered_words(operation);
        case Op::split:
            return subject(operation) + " is divided";
        case Op::join:
            return subject(operation) + " is joined with another";
        case Op::set:
            return set_words(operation);
        case Op::restate:
            return subject(operation) + " is printed again; nothing in it is marked as changed";
        case Op::note:
            return note_words(operation);
    }
    return {};
}

}  // namespace

std::string capitalised_sentence(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string proposal_title(const Proposal& proposal) {
    if (!proposal.title.empty()) return proposal.title;
    return "What " + proposal.document.source.name() + " asks for";
}

std::string target_words(const Target& target) {
    std::string out;
    const auto add = [&](const std::string& words) {
        if (words.empty()) return;
        out += (out.empty() ? "" : ", ") + words;
    };
    const auto add_unit = [&](std::string_view noun, const std::string& place) {
        if (!place.empty()) add(numbered(noun, place));
    };
    add(target.agreement);
    if (!target.article.empty())
        add("article " + target.article + (target.article_title.empty() ? "" : " (" + target.article_title + ")"));
    else
        add(target.article_title);
    add_unit("section", target.section);
    add(target.letter);
    add_unit("paragraph", target.paragraph);
    add_unit("sentence", target.sentence);
    return capitalised_sentence(std::move(out));
}

std::string operation_title(const Operation& operation) {
    if (const std::string heading = without_stops(operation.heading); !heading.empty()) return heading;
    const std::string place = target_words(operation.target);
    return place.empty() ? "item " + operation.item : place;
}

std::string item_title(const Operation& operation) {
    const std::string title = operation_title(operation);
    return operation.item.empty() || title.starts_with(operation.item) ? title : operation.item + " " + title;
}

std::string asked_words(const Operation& operation) {
    if (operation.confidence == Confidence::ambiguous) {
        if (operation.readings.size() < 2) return "Not clear what is asked; nothing is chosen.";
        return "Not clear: it can be read in " + std::to_string(operation.readings.size()) +
               " ways, and none is chosen.";
    }
    return capitalised_sentence(one_reading(operation)) + ".";
}

std::string status_words(Status status, std::string_view date) {
    std::string out = status == Status::tentatively_agreed ? "tentatively agreed" : std::string(status_name(status));
    if (!date.empty()) out += " on " + std::string(date);
    return out;
}

std::string standing_of(const Operation& operation) {
    return std::string(op_name(operation.op)) + ", " + status_words(operation.status, operation.status_date) + ", " +
           std::string(confidence_name(operation.confidence));
}

std::string exception_words(const Operation& operation) {
    std::string out;
    const auto add = [&](const std::string& words) {
        out += (out.empty() ? "" : " ") + capitalised_sentence(without_stops(words)) + ".";
    };
    if (operation.confidence == Confidence::ambiguous) add("not clear: " + operation_title(operation));
    for (const Flag& flag : operation.flags)
        if (flag.severity == FlagSeverity::high) add(flag.text);
    return out;
}

std::string reading_title(std::size_t index, const OperationReading& reading) {
    const std::string name = index < 26 ? std::string(1, static_cast<char>('A' + index)) : std::to_string(index + 1);
    return "Reading " + name + ": " + reading.text;
}

std::string currency_of(const Proposal& proposal) {
    constexpr std::array<std::string_view, 4> signs = {"$", "€", "£", "¥"};
    std::string found;
    const std::vector<Block>& blocks = proposal.document.blocks;
    for (const std::string_view sign : signs) {
        const auto has_sign = [&](const Block& block) { return block.text.find(sign) != std::string::npos; };
        if (std::none_of(blocks.begin(), blocks.end(), has_sign)) continue;
        if (!found.empty()) return {};
        found = sign;
    }
    return found;
}

std::string money_words(const MoneyChange& money, std::string_view currency) {
    std::string out = money.what.empty() ? "amount" : money.what;
    out += ": ";
    if (money.from.empty()) return out + with_currency(money.to, currency);
    out +=
        with_currency(money.from, currency) + " → " + (money.to.empty() ? "none" : with_currency(money.to, currency));
    const auto from = Decimal::parse(money.from);
    const auto to = Decimal::parse(money.to);
    if (!from || !to) return out;
    const auto change = to->minus(*from);
    if (!change) return out;
    out += " (" + with_currency(signed_text(*change, 2), currency);
    if (const auto percent = percent_change(*from, *to)) out += ", " + *percent + " %";
    return out + ")";
}

std::string lines_words(Lines lines) {
    if (lines.first == 0) return {};
    if (lines.last <= lines.first) return "line " + std::to_string(lines.first);
    return "lines " + std::to_string(lines.first) + " to " + std::to_string(lines.last);
}

std::string step_words(const WageRow& row) {
    if (row.step_current.empty()) return row.step_new;
    if (row.step_new.empty() || row.step_new == row.step_current) return row.step_current;
    return row.step_current + " → " + row.step_new;
}

std::string wage_table_title(const WageTable& table) {
    const bool raises = table.rows.empty() && !table.raises.empty();
    std::string out = !table.classification.empty() ? table.classification
                      : raises                      ? "Raises"
                                                    : "Schedule without a name";
    return table.group.empty() ? out : out + " (" + table.group + ")";
}

std::string wage_tables_words(const Proposal& proposal, const std::vector<std::uint32_t>& tables) {
    std::string out;
    for (const std::uint32_t table : tables)
        out += (out.empty() ? "Wage tables: " : ", ") + wage_table_title(proposal.wage_tables[table]);
    return out;
}

std::string wage_row_words(const WageTable& table, const WageRow& row, std::string_view currency) {
    const std::string step = step_words(row);
    std::string out = step.empty() ? "" : step + ": ";
    out += "now " + amount_words(row.current, currency);
    for (std::size_t i = 0; i < row.proposed.size(); ++i) {
        out += "; " + (i < table.effective.size() ? table.effective[i] + " " : std::string()) +
               amount_words(row.proposed[i], currency);
        if (i >= row.increase.size() || !row.increase[i]) continue;
        out += " (" + increase_words(row.increase[i], i < row.percent.size() ? row.percent[i] : "", currency) + ")";
    }
    if (row.total) out += "; total " + increase_words(row.total, row.total_percent, currency);
    if (row.stated_increase) out += "; stated " + increase_words(row.stated_increase, {}, currency);
    return out;
}

std::vector<std::string> raise_cells(const WageTable& table, const WageRaise& raise, std::string_view currency) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < table.effective.size(); ++i) {
        const bool said = i < raise.amounts.size() && !raise.amounts[i].empty();
        out.push_back(said ? with_currency(raise_amount(raise.amounts[i]), currency) : "–");
    }
    return out;
}

std::string raise_words(const WageTable& table, const WageRaise& raise, std::string_view currency) {
    const std::string name = raise_name(table, raise);
    std::string out = name.empty() ? "raise" : name;
    const std::vector<std::string> cells = raise_cells(table, raise, currency);
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? ": " : "; ") + table.effective[i] + " " + cells[i];
    return out;
}

std::string amount_words(const std::optional<Decimal>& amount, std::string_view currency) {
    return amount ? with_currency(amount->text(2), currency) : "–";
}

std::string percent_words(std::string_view percent) {
    if (percent.empty()) return {};
    return (percent.starts_with("-") ? "" : "+") + std::string(percent) + " %";
}

std::string increase_words(const std::optional<Decimal>& increase, std::string_view percent,
                           std::string_view currency) {
    if (!increase) return {};
    const std::string out = with_currency(signed_text(*increase, 2), currency);
    return percent.empty() ? out : out + ", " + percent_words(percent);
}

}  // namespace stet
