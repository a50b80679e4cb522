// Words for counts, facts, values and remarks.
#include "writers/change_words.hpp"

#include <array>
#include <string>
#include <vector>

#include "quantity/thousands.hpp"

namespace stet {

std::string_view fact_words(Fact fact) {
    switch (fact) {
        case Fact::split:
            return "split";
        case Fact::merged:
            return "merged";
        case Fact::moved:
            return "moved";
        case Fact::inserted:
            return "new";
        case Fact::deleted:
            return "deleted";
        case Fact::edited:
            return "edited";
        case Fact::renumbered:
            return "renumbered";
        case Fact::table:
            return "table changed";
        case Fact::struck:
            return "struck by its author";
        case Fact::gone_unmarked:
            return "gone without a mark";
        case Fact::against_mark:
            return "stands against its mark";
        case Fact::conflict:
            return "conflict";
    }
    return {};
}

namespace {

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::uint32_t blocks_set_aside(const Document& document) {
    std::uint32_t count = 0;
    for (const Block& block : document.blocks) count += is_set_aside(block.kind) ? 1 : 0;
    return count;
}

/// Names of files without their folders, which a reader across the table has no business with; where two would be one
/// name, as they are.
std::vector<std::string> titles_of(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (const std::string& path : paths) names.push_back(path.substr(path.find_last_of("/\\") + 1));
    for (std::size_t i = 0; i < paths.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (names[i] == names[k] && paths[i] != paths[k]) return paths;
    return names;
}

}  // namespace

std::string redline_title(const Redline& redline, const WriteOptions& options) {
    if (!options.title.empty()) return options.title;
    if (redline.three_way()) {
        const std::vector<std::string> names =
            titles_of({redline.before.source.name(), redline.parties[0].document.source.name(),
                       redline.parties[1].document.source.name()});
        return "Three-way redline of " + names[0] + ", " + names[1] + " and " + names[2];
    }
    const std::vector<std::string> names = titles_of({redline.before.source.name(), redline.after.source.name()});
    if (redline.before.source.name() == redline.after.source.name() &&
        redline.before.source.sha256() == redline.after.source.sha256())
        return "Changes marked in " + names[1];
    return "Redline of " + names[0] + " and " + names[1];
}

std::string verified_words(const Redline& redline) {
    const Verified& verified = redline.verified;
    if (redline.three_way()) {
        if (verified.holds())
            return "Verified: taking one party's changes gives that party's text, dropping both parties' gives the "
                   "base.";
        std::string out = "NOT VERIFIED:";
        if (!verified.reject_equals_before) out += " dropping both parties' changes does not give the base;";
        for (const Party& party : redline.parties)
            if (!party.verified) out += " taking the changes of " + party.name + " does not give its text;";
        out.back() = '.';
        return out;
    }
    if (verified.holds())
        return "Verified: rejecting all changes gives the text before, accepting them the text after.";
    std::string out = "NOT VERIFIED:";
    if (!verified.reject_equals_before) out += " rejecting all changes does not give the text before;";
    if (!verified.accept_equals_after) out += " accepting all changes does not give the text after;";
    out.back() = '.';
    return out;
}

std::string counts_words(const Counts& counts) {
    const std::array<std::pair<std::uint32_t, std::string_view>, 8> parts = {{{counts.edited, "edited"},
                                                                              {counts.moved, "moved"},
                                                                              {counts.inserted, "new"},
                                                                              {counts.deleted, "deleted"},
                                                                              {counts.split, "split"},
                                                                              {counts.merged, "merged"},
                                                                              {counts.renumbered, "renumbered"},
                                                                              {counts.unchanged, "unchanged"}}};
    std::string out;
    for (const auto& [count, words] : parts) {
        if (count == 0) continue;
        out += out.empty() ? "" : ", ";
        out += std::to_string(count);
        out.append(" ").append(words);
    }
    return out.empty() ? "none" : out;
}

std::string items_words(const Change& change) {
    std::string out = change.items.size() == 1 ? "item " : change.items.empty() ? "" : "items ";
    for (std::size_t i = 0; i < change.items.size(); ++i) out += (i > 0 ? ", " : "") + change.items[i];
    return out;
}

std::string facts_words(const Change& change) {
    std::string out;
    for (std::size_t i = 0; i < change.facts.size(); ++i) {
        if (i > 0) out += i + 1 == change.facts.size() ? " and " : ", ";
        out += fact_words(change.facts[i]);
    }
    if (!change.items.empty()) out += "; " + items_words(change);
    return out;
}

std::string party_letters(PartySet by) {
    return by == both_parties ? "A and B" : has_party(by, 0) ? "A" : "B";
}

std::string party_words(const Redline& redline, std::size_t party) {
    return party_letters(only_party(party)) + ", " + redline.parties[party].name + ": " +
           redline.parties[party].document.source.name();
}

std::string standing_words(const Redline& redline) {
    std::array<std::uint32_t, 4> counts{};
    for (const Change& change : redline.changes)
        ++counts[change.facts.back() == Fact::conflict ? 0
                 : change.by == both_parties           ? 1
                 : change.by == only_party(0)          ? 2
                                                       : 3];
    const auto plural = [](std::uint32_t count) { return count == 1 ? " conflict" : " conflicts"; };
    return std::to_string(counts[0]) + plural(counts[0]) + ", " + std::to_string(counts[1]) + " by both, " +
           std::to_string(counts[2]) + " by A alone, " + std::to_string(counts[3]) + " by B alone";
}

std::string facts_by_words(const Change& change) {
    Change shown;
    shown.facts = change.facts;
    const bool conflict = shown.facts.back() == Fact::conflict;
    if (conflict) shown.facts.pop_back();
    std::string out = conflict ? "CONFLICT" : "";
    if (!shown.facts.empty()) out += (conflict ? ": " : "") + facts_words(shown);
    return out +
           (change.by == both_parties ? conflict ? ", A against B" : " by both" : " by " + party_letters(change.by));
}

std::string numbers_words(const Redline& redline, std::uint32_t section) {
    const RedlineSection& entry = redline.sections[section];
    if (entry.before.empty()) return {};
    const std::string& base = redline.before.nodes[entry.before.front()].label.written;
    std::string out = base;
    const PartySection& parties = redline.party_sections[section];
    for (std::size_t party = 0; party < 2; ++party) {
        if (parties.after[party].empty()) continue;
        const std::string& own = redline.parties[party].document.nodes[parties.after[party].front()].label.written;
        if (own != base) out += " → " + party_letters(only_party(party)) + ": " + own;
    }
    return out;
}

std::string value_words(const ValueChange& value) {
    const bool time = value.before.starts_with('T') || value.after.starts_with('T');
    std::string out = time ? "time" : value.type;
    const auto number = [&](const std::string& text) { return value.type == "money" ? with_thousands(text) : text; };
    // A day without its year ("--03-20") and a time of day ("T08:00") are shown as they are printed.
    const auto shown = [&](const std::string& exact, const std::string& printed) {
        if ((time || exact.starts_with("--")) && !printed.empty()) return elide_middle(printed, 40);
        return exact.empty() ? std::string("none") : number(exact);
    };
    if (value.by != no_party) out = (value.by == both_parties ? "both" : party_letters(value.by)) + ": " + out;
    out += " " + shown(value.before, value.before_text) + " → " + shown(value.after, value.after_text);
    if (!value.delta && !value.percent) return out;
    out += " (";
    if (value.delta) out += number(*value.delta) + (value.type == "date" ? " days" : "");
    if (value.delta && value.percent) out += ", ";
    if (value.percent) out += *value.percent + " %";
    return out + ")";
}

bool only_renumbers(const Change& change) {
    return change.facts.size() == 1 && change.facts.front() == Fact::renumbered && change.values.empty() &&
           change.flags.empty();
}

std::string left_out_words(const Redline& redline) {
    std::string out;
    const std::uint32_t aside = blocks_set_aside(redline.before) + blocks_set_aside(redline.after);
    if (aside > 0)
        out = "Left out: " + std::to_string(aside) + (aside == 1 ? " block" : " blocks") +
              " of contents and page furniture.";
    if (redline.typographic > 0) {
        out += out.empty() ? "" : " ";
        out += std::to_string(redline.typographic) + (redline.typographic == 1 ? " difference" : " differences") +
               " of typography only.";
    }
    return out;
}

std::string furniture_words(const Redline& redline) {
    std::string out;
    for (const Diagnostic& remark : redline.diagnostics)
        if (remark.code == "furniture-changed") out += (out.empty() ? "Of these, " : "; ") + remark.message;
    return out.empty() ? out : out + ".";
}

std::string diagnostic_words(const Diagnostic& diagnostic) {
    std::string out = diagnostic.file;
    if (diagnostic.line > 0) {
        out += ":" + std::to_string(diagnostic.line);
        if (diagnostic.column > 0) out += ":" + std::to_string(diagnostic.column);
    }
    if (!out.empty()) out += ": ";
    out += diagnostic.severity == Severity::warning ? "warning: " : "note: ";
    return out + diagnostic.message + " [" + diagnostic.code + "]";
}

std::string elide_middle(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    std::size_t head = limit * 2 / 3;
    while (head > 0 && is_continuation(text[head])) --head;
    std::size_t tail = text.size() - (limit - limit * 2 / 3);
    while (tail < text.size() && is_continuation(text[tail])) ++tail;
    std::string out(text.substr(0, head));
    out += " … ";
    return out += text.substr(tail);
}

}  // namespace stet
