// Reads the elements that track changes.
#include "readers/docx/revisions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace stet {

namespace {

constexpr std::array<std::pair<const char*, RevisionKind>, 6> text_kinds = {{
    {"w:ins", RevisionKind::inserted},
    {"w:del", RevisionKind::deleted},
    {"w:moveFrom", RevisionKind::moved_from},
    {"w:moveTo", RevisionKind::moved_to},
    {"w:cellIns", RevisionKind::inserted},
    {"w:cellDel", RevisionKind::deleted},
}};

/// Properties that keep what they were (17.13.5).
constexpr std::array<std::string_view, 8> formatting = {"w:rPrChange",    "w:pPrChange",   "w:numberingChange",
                                                        "w:sectPrChange", "w:tblPrChange", "w:tblPrExChange",
                                                        "w:trPrChange",   "w:tcPrChange"};

constexpr std::size_t most_authors = 20;

struct Tally {
    std::size_t insertions = 0;
    std::size_t deletions = 0;
    std::size_t moves = 0;
    std::string first;  ///< dates, which are written so that their order is that of their letters
    std::string last;
};

void count(Tally& tally, const Revision& revision) {
    if (revision.kind == RevisionKind::inserted) ++tally.insertions;
    if (revision.kind == RevisionKind::deleted) ++tally.deletions;
    if (revision.kind == RevisionKind::moved_from) ++tally.moves;
    if (revision.date.empty()) return;
    if (tally.first.empty() || revision.date < tally.first) tally.first = revision.date;
    tally.last = std::max(tally.last, revision.date);
}

std::string number_of(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string day_of(const std::string& date) {
    return date.substr(0, 10);
}

std::string message_of(const std::string& author, const Tally& tally) {
    std::string out = "changes tracked by " + (author.empty() ? std::string("an author without a name") : author) +
                      ": " + number_of(tally.insertions, "insertion") + ", " + number_of(tally.deletions, "deletion");
    if (tally.moves > 0) out += ", " + number_of(tally.moves, "move");
    if (tally.first.empty()) return out;
    out += ", " + day_of(tally.first);
    return day_of(tally.first) == day_of(tally.last) ? out : out + " to " + day_of(tally.last);
}

}  // namespace

Mark mark_of(RevisionKind kind) {
    return kind == RevisionKind::inserted || kind == RevisionKind::moved_to ? Mark::inserted : Mark::struck;
}

std::optional<RevisionKind> revision_kind(std::string_view element) {
    for (const auto& [name, kind] : text_kinds)
        if (element == name) return kind;
    return std::nullopt;
}

RevisionKind Revisions::add(pugi::xml_node element, RevisionKind kind) {
    all_.push_back({kind, element.attribute("w:author").value(), element.attribute("w:date").value(), element});
    return kind;
}

Marks Revisions::add_marks_of(pugi::xml_node properties) {
    Marks marks;
    for (const pugi::xml_node child : properties.children())
        if (const std::optional<RevisionKind> kind = revision_kind(child.name()))
            marks = marks.with(mark_of(add(child, *kind)));
    return marks;
}

void Revisions::add_formatting(pugi::xml_node properties) {
    for (const pugi::xml_node child : properties.children()) {
        const std::string_view name = child.name();
        if (name.ends_with("Change") && std::find(formatting.begin(), formatting.end(), name) != formatting.end())
            add(child, RevisionKind::formatting);
    }
}

void Revisions::report(const std::string& file, Diagnostics& diagnostics) const {
    std::map<std::string, Tally> authors;
    std::size_t formattings = 0;
    for (const Revision& revision : all_) {
        if (revision.kind == RevisionKind::formatting)
            ++formattings;
        else
            count(authors[revision.author], revision);
    }
    std::size_t told = 0;
    for (const auto& [author, tally] : authors) {
        if (++told > most_authors) break;
        diagnostics.push_back({Severity::info, "tracked-changes", message_of(author, tally), file, 0, 0});
    }
    if (authors.size() > most_authors)
        diagnostics.push_back({Severity::info, "tracked-changes",
                               "and by " + number_of(authors.size() - most_authors, "more author"), file, 0, 0});
    if (formattings > 0)
        diagnostics.push_back({Severity::info, "tracked-formatting",
                               number_of(formattings, "change") + " of formatting: read as changed in both faces", file,
                               0, 0});
}

}  // namespace stet
