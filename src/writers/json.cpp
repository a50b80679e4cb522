// The redline as JSON, form stet-redline/1: one object, written part by part so that memory stays small.
//
// A three-way redline has `parties` in the place of `after`. Whatever is a party's stands under its name: `after_by`,
// `line_by`, `moved_with_by`, `after_text_by`; an edit that is not equal has `by`, and so has a block that stands where
// only parties put it (inserted, moved to). How to take the texts back out:
// - The base: the blocks by `before_line`, equal lines in the order of the array; of each the edits `equal` (`before`
//   where it has one) and `delete`.
// - A party: the blocks by its `line_by`; of each the edits `equal`, those `insert` that are by it and those `delete`
//   that are not, each in its own form in `text_by` where that has one. A block with `by` is of these parties only.
#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "text/parallel.hpp"
#include "text/version.hpp"
#include "text/words.hpp"
#include "writers/json_parts.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

using Json = nlohmann::ordered_json;

std::string_view face_name(Face face) {
    return face == Face::after ? "after" : "before";
}

/// Blocks for which another thread is worth its start.
constexpr std::size_t blocks_a_thread = 1000;

std::uint64_t words_of(const Document& document) {
    std::atomic<std::uint64_t> words = 0;
    for_each_index(document.blocks.size(), blocks_a_thread, [&](std::size_t i) {
        const Block& block = document.blocks[i];
        if (is_set_aside(block.kind)) return;
        const bool whole = !has_aside(block, document.face);
        words += whole ? count_words(block.text) : count_words(face_text(block, document.face));
    });
    return words;
}

Json document_json(const Document& document) {
    return {{"file", document.source.name()},   {"sha256", document.source.sha256()},    {"grammar", document.grammar},
            {"face", face_name(document.face)}, {"sections", document.nodes.size() - 1}, {"words", words_of(document)}};
}

/// Writes one redline.
class JsonWriter {
public:
    explicit JsonWriter(const Redline& redline) : redline_(redline) {}

    std::string run() {
        out_.reserve(2 * (redline_.before.source.text().size() + redline_.after.source.text().size()) + 4096);
        out_ += "{\"format\":\"stet-redline/1\",\"tool\":" + dump("stet " + std::string(version));
        put("before", document_json(redline_.before));
        if (redline_.three_way())
            put_parties();
        else
            put("after", document_json(redline_.after));
        put_verified();
        const Counts& c = redline_.counts;
        put("counts", {{"unchanged", c.unchanged},
                       {"edited", c.edited},
                       {"moved", c.moved},
                       {"renumbered", c.renumbered},
                       {"inserted", c.inserted},
                       {"deleted", c.deleted},
                       {"split", c.split},
                       {"merged", c.merged}});
        append_list(out_, "sections", redline_.sections.size(), [&](std::size_t i) { return section(i); });
        append_list(out_, "blocks", redline_.blocks.size(), [&](std::size_t i) { return block(i); });
        append_list(out_, "changes", redline_.changes.size(), [&](std::size_t i) { return change(i); });
        append_list(out_, "diagnostics", redline_.diagnostics.size(),
                    [&](std::size_t i) { return diagnostic(redline_.diagnostics[i]); });
        out_ += "}\n";
        return std::move(out_);
    }

private:
    void put(const char* key, const Json& value) {
        out_ += ",\n\"";
        out_ += key;
        out_ += "\":";
        out_ += dump(value);
    }

    void put_parties() {
        Json parties = Json::array();
        for (const Party& party : redline_.parties) {
            Json one = {{"name", party.name}};
            one.update(document_json(party.document));
            parties.push_back(std::move(one));
        }
        put("parties", parties);
    }

    void put_verified() {
        Json out = {{"reject_equals_before", redline_.verified.reject_equals_before},
                    {"accept_equals_after", redline_.verified.accept_equals_after}};
        for (const Party& party : redline_.parties) out["party_equals"][party.name] = party.verified;
        put("verified", out);
    }

    /// Names of parties: [], ["A"], ["A", "B"].
    Json names(PartySet by) const {
        Json out = Json::array();
        for (std::size_t party = 0; party < redline_.parties.size(); ++party)
            if (has_party(by, party)) out.push_back(redline_.parties[party].name);
        return out;
    }

    /// An object with a value for each of these parties.
    template <class Make>
    Json by_party(PartySet of, Make make) const {
        Json out = Json::object();
        for (std::size_t party = 0; party < redline_.parties.size(); ++party)
            if (has_party(of, party)) out[redline_.parties[party].name] = make(party);
        return out;
    }

    static std::string id(const char* letter, std::size_t index) { return letter + std::to_string(index + 1); }

    static Json refs(const Document& document, const std::vector<NodeId>& nodes) {
        Json out = Json::array();
        for (const NodeId id : nodes) {
            const Node& node = document.nodes[id];
            out.push_back(json_object({{"path", node.path},
                                       {"level", document.levels[node.level]},
                                       {"label", node.label.written},
                                       {"heading", node.heading},
                                       {"line", document.line(id)},
                                       {"last_line", document.last_line(id)}}));
        }
        return out;
    }

    Json section(std::size_t index) const {
        const RedlineSection& s = redline_.sections[index];
        Json out = json_object({{"id", id("s", index)},
                                {"status", section_status_name(s.status)},
                                {"moved", s.moved},
                                {"renumbered", s.renumbered},
                                {"before", refs(redline_.before, s.before)}});
        if (redline_.three_way())
            put_party_section(redline_.party_sections[index], out);
        else
            out["after"] = refs(redline_.after, s.after);
        if (!s.before.empty() && !s.after.empty()) {
            out["similarity"] = static_cast<double>(static_cast<int>(s.similarity * 10000)) / 10000;
            out["matched_by"] = matched_by_name(s.matched_by);
        }
        return out;
    }

    static const char* op_name(EditOp op) {
        static constexpr const char* names[] = {"equal", "delete", "insert"};
        return names[static_cast<std::size_t>(op)];
    }

    Json edits(const RedlineBlock& block, std::size_t cell) const {
        Json out = Json::array();
        for (const Piece& piece : pieces(redline_, block, cell)) {
            Json edit = json_object({{"op", op_name(piece.op)}, {"text", piece.text()}});
            if (piece.op == EditOp::equal && piece.before != piece.after) edit["before"] = piece.before;
            if (!piece.marks.empty()) edit["marks"] = mark_names(piece.marks);
            if (piece.aside) edit["aside"] = true;
            out.push_back(std::move(edit));
        }
        return out;
    }

    static Json line(std::uint32_t n) { return n == 0 ? Json(nullptr) : Json(n); }

    /// What each party makes of a section.
    void put_party_section(const PartySection& s, Json& out) const {
        out["after_by"] = by_party(
            both_parties, [&](std::size_t party) { return refs(redline_.parties[party].document, s.after[party]); });
        const auto put_set = [&](const char* key, PartySet by) {
            if (by != no_party) out[key] = names(by);
        };
        put_set("inserted_by", s.inserted);
        put_set("deleted_by", s.deleted);
        put_set("edited_by", s.edited);
        put_set("moved_by", s.moved);
        put_set("renumbered_by", s.renumbered);
    }

    /// An edit of a three-way redline: one entry a run of marks, or one for all where the texts are written
    /// differently.
    void put_joint_edit(const RedlineBlock& b, std::size_t index, const PartyBlock& parties, Json& out) const {
        const Edit& edit = b.edits[index];
        const PartyEdit& by = parties.edits[index];
        const auto text_of = [&](std::size_t party) {
            const Span span = by.text[party];
            return std::string_view(redline_.parties[party].document.blocks[parties.block[party]].text)
                .substr(span.begin, span.size());
        };
        std::vector<Piece> all = edit_pieces(redline_, b, index);
        if (all.empty()) return;
        std::string whole;
        for (const Piece& piece : all) whole += piece.text();
        const auto has = [&](std::size_t party) {
            if (parties.block[party] == none) return false;
            if (edit.op == EditOp::inserted) return has_party(by.by, party);
            return edit.op == EditOp::equal || !has_party(by.by, party);
        };
        Json forms = by_party(both_parties, [](std::size_t) { return nullptr; });
        bool differ = false;
        for (std::size_t party = 0; party < 2; ++party) {
            const bool other = has(party) && text_of(party) != whole;
            if (other)
                forms[redline_.parties[party].name] = text_of(party);
            else
                forms.erase(redline_.parties[party].name);
            differ = differ || other;
        }
        const std::string_view base =
            b.before == none
                ? std::string_view()
                : std::string_view(redline_.before.blocks[b.before].text).substr(edit.before.begin, edit.before.size());
        const bool base_differs = edit.op == EditOp::equal && base != whole;
        const std::size_t entries = differ || base_differs ? 1 : all.size();
        for (std::size_t i = 0; i < entries; ++i) {
            Json entry = {{"op", op_name(edit.op)}};
            entry["text"] = entries == 1 ? std::string_view(whole) : all[i].text();
            if (base_differs) entry["before"] = base;
            if (differ) entry["text_by"] = forms;
            if (edit.op != EditOp::equal) entry["by"] = names(by.by);
            if (by.conflict && edit.op != EditOp::equal) entry["conflict"] = true;
            if (!all[i].marks.empty()) entry["marks"] = mark_names(all[i].marks);
            if (edit.aside) entry["aside"] = true;
            out.push_back(std::move(entry));
        }
    }

    Json joint_block(std::size_t index) const {
        const RedlineBlock& b = redline_.blocks[index];
        const PartyBlock& parties = redline_.party_blocks[index];
        Json out = {{"id", id("b", index)},
                    {"section", id("s", b.section)},
                    {"kind", block_kind_name(block_of(redline_, b).kind)},
                    {"status", block_status_name(b.status)}};
        if (parties.by != no_party) out["by"] = names(parties.by);
        if (b.continues != none) out["continues"] = id("b", b.continues);
        PartySet movers = no_party;
        for (std::size_t party = 0; party < 2; ++party)
            if (parties.moved_with[party] != none) movers |= only_party(party);
        if (movers != no_party)
            out["moved_with_by"] =
                by_party(movers, [&](std::size_t party) { return id("b", parties.moved_with[party]); });
        if (parties.conflict) out["conflict"] = true;
        out["before_line"] = line(before_line(redline_, b));
        out["line_by"] = by_party(both_parties, [&](std::size_t party) {
            return line(party_line(redline_, static_cast<std::uint32_t>(index), party));
        });
        Json edits = Json::array();
        Json cells = Json::array();
        std::size_t edit = 0;
        for (const std::uint32_t end : b.cell_ends) {
            Json cell = Json::array();
            for (; edit < end; ++edit) put_joint_edit(b, edit, parties, cell);
            cells.push_back(std::move(cell));
        }
        for (; edit < b.edits.size(); ++edit) put_joint_edit(b, edit, parties, edits);
        if (b.cell_ends.empty())
            out["edits"] = std::move(edits);
        else
            out["cells"] = std::move(cells);
        return out;
    }

    Json block(std::size_t index) const {
        if (redline_.three_way()) return joint_block(index);
        const RedlineBlock& b = redline_.blocks[index];
        const Block& carrier = block_of(redline_, b);
        Json out = json_object({{"id", id("b", index)},
                                {"section", id("s", b.section)},
                                {"kind", block_kind_name(carrier.kind)},
                                {"status", block_status_name(b.status)}});
        if (b.continues != none) out["continues"] = id("b", b.continues);
        if (b.moved_with != none) out["moved_with"] = id("b", b.moved_with);
        out["before_line"] = line(before_line(redline_, b));
        out["after_line"] = line(after_line(redline_, b));
        if (b.status == BlockStatus::moved_from) return out;
        if (carrier.kind == BlockKind::table_row && !b.cell_ends.empty()) {
            Json cells = Json::array();
            for (std::size_t cell = 0; cell < cell_count(b); ++cell) cells.push_back(edits(b, cell));
            out["cells"] = std::move(cells);
        } else {
            out["edits"] = edits(b, 0);
        }
        return out;
    }

    Json value(const ValueChange& v) const {
        const auto text = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
        Json out = {{"type", v.type}, {"before", text(v.before)}, {"after", text(v.after)}};
        if (v.delta) out["delta"] = *v.delta;
        if (v.percent) out["percent"] = *v.percent;
        if (redline_.three_way()) out["by"] = names(v.by);
        return out;
    }

    Json change(std::size_t index) const {
        const Change& c = redline_.changes[index];
        Json facts = Json::array();
        for (const Fact fact : c.facts) facts.push_back(fact_name(fact));
        Json blocks = Json::array();
        for (const std::uint32_t i : c.blocks) blocks.push_back(id("b", i));
        Json values = Json::array();
        for (const ValueChange& v : c.values) values.push_back(value(v));
        Json flags = Json::array();
        for (const Flag& f : c.flags) {
            flags.push_back({{"code", f.code}, {"severity", flag_severity_name(f.severity)}, {"text", f.text}});
            if (redline_.three_way()) flags.back()["by"] = names(f.by);
        }
        Json out = {{"id", id("c", index)},         {"kind", fact_name(c.facts.front())},
                    {"facts", std::move(facts)},    {"section", id("s", c.section)},
                    {"blocks", std::move(blocks)},  {"title", c.title},
                    {"before_text", c.before_text}, {"after_text", c.after_text},
                    {"values", std::move(values)},  {"party", nullptr},
                    {"flags", std::move(flags)}};
        if (!c.items.empty()) out["items"] = c.items;
        if (!redline_.three_way()) return out;
        if (c.by == only_party(0) || c.by == only_party(1)) out["party"] = names(c.by).front();
        out["by"] = names(c.by);
        if (c.facts.back() == Fact::conflict) out.erase("after_text");
        out["after_text_by"] = by_party(c.by, [&](std::size_t party) { return c.after_text_by[party]; });
        return out;
    }

    static Json diagnostic(const Diagnostic& d) {
        return {{"severity", d.severity == Severity::warning ? "warning" : "info"},
                {"code", d.code},
                {"message", d.message},
                {"file", d.file},
                {"line", line(d.line)},
                {"column", line(d.column)}};
    }

    const Redline& redline_;
    std::string out_;
};

}  // namespace

std::string write_json(const Redline& redline, const WriteOptions&) {
    return JsonWriter(redline).run();
}

}  // namespace stet
