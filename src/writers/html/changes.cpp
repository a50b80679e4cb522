// The list of changes: one card a change, one line a fact, the values with their difference first.
#include <algorithm>
#include <array>

#include "quantity/thousands.hpp"
#include "writers/change_words.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/frame.hpp"
#include "writers/html/inline.hpp"

namespace stet::html {
namespace {

constexpr std::size_t words_shown = 150;
constexpr std::size_t values_shown = 12;

/// The card's edge: what a reader should see from afar.
std::string_view edge(const Change& change) {
    if (change.by != no_party)
        return change.facts.back() == Fact::conflict ? "hi"
               : change.by == both_parties           ? "eab"
               : has_party(change.by, 0)             ? "ea"
                                                     : "eb";
    const bool high = std::any_of(change.flags.begin(), change.flags.end(),
                                  [](const Flag& flag) { return flag.severity == FlagSeverity::high; });
    if (high) return "hi";
    switch (change.facts.front()) {
        case Fact::inserted:
            return "in";
        case Fact::deleted:
        case Fact::gone_unmarked:
        case Fact::against_mark:
            return "de";
        case Fact::moved:
        case Fact::split:
        case Fact::merged:
            return "mo";
        default:
            return "ed";
    }
}

std::string_view currency_of(const ValueChange& value) {
    constexpr std::array<std::string_view, 4> signs = {"$", "€", "£", "¥"};
    for (const std::string_view sign : signs) {
        if (value.before_text.find(sign) != std::string::npos || value.after_text.find(sign) != std::string::npos) {
            return sign;
        }
    }
    return {};
}

/// "+1.00" with its sign as people print it and the currency behind it.
void append_signed(std::string& out, std::string_view number, std::string_view currency) {
    if (!number.empty() && (number.front() == '+' || number.front() == '-')) {
        out += number.front() == '+' ? "+" : "−";
        number.remove_prefix(1);
    }
    out += currency;
    append_text(out, number);
}

void append_difference(std::string& out, const ValueChange& value) {
    if (!value.delta && !value.percent) return;
    out += " <span class=dl>(";
    if (value.delta) {
        const bool money = value.type == "money";
        append_signed(out, money ? with_thousands(*value.delta) : *value.delta,
                      money ? currency_of(value) : std::string_view());
        if (value.type == "date") out += " days";
        if (value.type == "percent") out += " points";
    }
    if (value.percent) {
        if (value.delta) out += ", ";
        std::string_view percent = *value.percent;
        if (percent.ends_with(".0")) percent.remove_suffix(2);
        append_signed(out, percent, {});
        out += " %";
    }
    out += ")</span>";
}

/// A sum by its figures, every other value as printed.
void append_side(std::string& out, const ValueChange& value, const std::string& exact, const std::string& printed) {
    if (exact.empty() && printed.empty()) {
        out += "none";
    } else if (const std::string_view currency = currency_of(value); value.type == "money" && !currency.empty()) {
        out += currency;
        append_text(out, with_thousands(exact));
    } else {
        append_text(out, elide(printed.empty() ? exact : printed, 80));
    }
}

/// "A " in the party's colour; nothing for both.
void append_party(std::string& out, PartySet by) {
    if (by == both_parties) return;
    out += has_party(by, 0) ? "<b class=\"who pa\">A</b> " : "<b class=\"who pb\">B</b> ";
}

void append_value(std::string& out, const ValueChange& value) {
    out += "<p class=val>";
    if (value.by != no_party) append_party(out, value.by);
    append_side(out, value, value.before, value.before_text);
    out += " → ";
    append_side(out, value, value.after, value.after_text);
    append_difference(out, value);
    out += "</p>";
}

/// The values of a change, one a line; those of a long table behind a line that counts them.
void append_values(std::string& out, const std::vector<ValueChange>& values) {
    if (values.empty()) return;
    out += "<div class=vals>";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == values_shown && values.size() > values_shown + 2) {
            out += "</div><details class=more><summary>";
            append_count(out, values.size() - i);
            out += " more values</summary><div class=vals>";
        }
        append_value(out, values[i]);
    }
    out += values.size() > values_shown + 2 ? "</div></details>" : "</div>";
}

/// Whether the lines of the values already say all the words.
bool told_by_values(const Change& change) {
    std::size_t before = 0;
    std::size_t after = 0;
    constexpr std::size_t part = 5;  // " … " between two stretches
    for (const ValueChange& value : change.values) {
        before += value.before_text.size() + part;
        after += value.after_text.size() + part;
    }
    return !change.values.empty() && change.before_text.size() <= before && change.after_text.size() <= after;
}

/// A link to where a change shows: its first block that stands, not the stub of one that moved away.
void append_target(std::string& out, const View& view, const Change& change) {
    if (change.blocks.empty()) return;
    const auto stands = std::find_if(change.blocks.begin(), change.blocks.end(), [&](std::uint32_t block) {
        return view.block(block).status != BlockStatus::moved_from && !view.set_aside(block);
    });
    out += " href=\"#b";
    append_number(out, (stands == change.blocks.end() ? change.blocks.front() : *stands) + 1);
    out += '"';
}

void append_facts(std::string& out, const Change& change) {
    out += "<p class=facts>";
    if (change.by != no_party) {
        const bool conflict = change.facts.back() == Fact::conflict;
        if (conflict) out += "<span class=cfl>conflict</span> ";
        append_text(out, facts_by_words(change).substr(conflict ? std::string_view("CONFLICT: ").size() : 0));
        out += "</p>";
        return;
    }
    for (std::size_t i = 0; i < change.facts.size(); ++i) {
        if (i > 0) out += ", ";
        out += fact_words(change.facts[i]);
    }
    out += "</p>";
}

/// The base's words struck, and what each party puts there.
void append_party_words(std::string& out, const Change& change) {
    const bool conflict = change.facts.back() == Fact::conflict;
    const std::string_view of = party_class(change.by);
    if (!conflict && told_by_values(change)) return;
    out += "<p class=wd>";
    if (!change.before_text.empty()) {
        if (conflict) {
            out += "<b class=who>Base</b> ";
        } else {
            out.append("<del class=").append(of).append(">");
        }
        append_text(out, elide(change.before_text, words_shown));
        out += conflict ? " " : "</del> ";
    }
    for (std::size_t party = 0; party < 2; ++party) {
        if (!has_party(change.by, party) || (!conflict && change.by == both_parties && party == 1)) continue;
        const std::string& words = change.after_text_by[party];
        if (words.empty() && (!conflict || change.before_text.empty())) continue;
        if (conflict) append_party(out, only_party(party));
        if (words.empty()) {
            out.append("<span class=quiet>")
                .append(has_party(change.moved_by, party) ? "moves it" : "puts nothing there")
                .append("</span> ");
            continue;
        }
        out.append("<ins class=").append(conflict ? party_class(only_party(party)) : of).append(">");
        append_text(out, elide(words, words_shown));
        out += "</ins> ";
    }
    out += "</p>";
}

void append_card(std::string& out, const View& view, std::uint32_t index) {
    const Change& change = view.redline().changes[index];
    out += "<li class=\"card ";
    out += edge(change);
    out += "\" id=c";
    append_number(out, index + 1);
    out += "><h3><a";
    append_target(out, view, change);
    out += ">c";
    append_number(out, index + 1);
    out += " · ";
    append_text(out, change.title.empty() ? "Opening" : elide(change.title, 120));
    if (!change.items.empty()) append_text(out, " · " + elide(items_words(change), 120));
    out += "</a></h3>";
    append_facts(out, change);
    append_values(out, change.values);
    for (const Flag& flag : change.flags) {
        out += "<p class=\"flag f-";
        out += flag_severity_name(flag.severity);
        out += "\"><b>";
        out += capitalised(flag_severity_name(flag.severity));
        out += ":</b> ";
        append_text(out, elide(flag.text, 240));
        if (flag.by != no_party && flag.by != both_parties && flag.by != change.by)
            append_text(out, " (" + party_letters(flag.by) + ")");
        out += "</p>";
    }
    if (change.by != no_party) {
        append_party_words(out, change);
    } else if (!told_by_values(change) && (!change.before_text.empty() || !change.after_text.empty())) {
        out += "<p class=wd>";
        if (!change.before_text.empty()) {
            out += "<del>";
            append_text(out, elide(change.before_text, words_shown));
            out += "</del> ";
        }
        if (!change.after_text.empty()) {
            out += "<ins>";
            append_text(out, elide(change.after_text, words_shown));
            out += "</ins>";
        }
        out += "</p>";
    }
    out += "</li>\n";
}

struct Tile {
    std::uint32_t count;
    std::string_view words;
};

void append_tiles(std::string& out, const Counts& counts) {
    const Tile tiles[] = {{counts.edited, "edited"},   {counts.moved, "moved"},           {counts.inserted, "new"},
                          {counts.deleted, "deleted"}, {counts.renumbered, "renumbered"}, {counts.split, "split"},
                          {counts.merged, "merged"}};
    out += "<ul class=tiles>";
    for (const Tile& tile : tiles) {
        if (tile.count == 0) continue;
        out += "<li><b>";
        append_count(out, tile.count);
        out += "</b> ";
        out += tile.words;
        out += "</li>";
    }
    out += "</ul>\n";
}

void append_renumberings(std::string& out, const View& view, const std::vector<std::uint32_t>& quiet) {
    if (quiet.empty()) return;
    out += "<details class=renum><summary>";
    append_count(out, quiet.size());
    out += " renumbered, words unchanged</summary><ul>\n";
    for (const std::uint32_t index : quiet) {
        const Change& change = view.redline().changes[index];
        const RedlineSection& section = view.redline().sections[change.section];
        out += "<li class=row id=c";
        append_number(out, index + 1);
        out += "><a";
        append_target(out, view, change);
        out += ">c";
        append_number(out, index + 1);
        out += "</a> ";
        if (view.redline().three_way()) {
            append_text(out, elide(change.title + ": " + numbers_words(view.redline(), change.section), 160));
        } else if (!section.before.empty() && !section.after.empty()) {
            append_text(out, elide(unit_path(view.redline().before, section.before.front()), 60));
            out += " → ";
            append_text(out, elide(unit_path(view.redline().after, section.after.front()), 60));
        } else {
            append_text(out, elide(change.title, 120));
        }
        out += "</li>\n";
    }
    out += "</ul></details>\n";
}

}  // namespace

void append_changes(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    out += "<section class=changes aria-labelledby=hc>\n<h2 class=lab id=hc>What changed</h2>\n";
    append_tiles(out, redline.counts);
    if (redline.three_way()) {
        out += "<p class=quiet>";
        append_text(out, standing_words(redline));
        out += "</p>\n";
    }
    if (redline.changes.empty()) out += "<p class=quiet>No changes.</p>\n";
    out += "<p class=quiet id=found role=status hidden></p>\n<ol class=cards>\n";
    std::vector<std::uint32_t> quiet;
    for (std::uint32_t i = 0; i < redline.changes.size(); ++i) {
        if (view.folds_quiet() && view.quiet(i)) {
            quiet.push_back(i);
        } else {
            append_card(out, view, i);
        }
    }
    out += "</ol>\n";
    append_renumberings(out, view, quiet);
    out += "</section>\n";
}

}  // namespace stet::html
