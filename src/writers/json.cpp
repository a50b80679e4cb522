// The redline as JSON, form stet-redline/1: one object, written part by part so that memory stays small.
#include <nlohmann/json.hpp>

#include "text/version.hpp"
#include "text/words.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view face_name(Face face) {
    return face == Face::after ? "after" : "before";
}

std::uint64_t words_of(const Document& document) {
    std::uint64_t words = 0;
    for (const Block& block : document.blocks)
        if (!is_set_aside(block.kind)) words += count_words(face_text(block, document.face));
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
        put("after", document_json(redline_.after));
        put("verified", {{"reject_equals_before", redline_.verified.reject_equals_before},
                         {"accept_equals_after", redline_.verified.accept_equals_after}});
        const Counts& c = redline_.counts;
        put("counts", {{"unchanged", c.unchanged},
                       {"edited", c.edited},
                       {"moved", c.moved},
                       {"renumbered", c.renumbered},
                       {"inserted", c.inserted},
                       {"deleted", c.deleted},
                       {"split", c.split},
                       {"merged", c.merged}});
        list("sections", redline_.sections.size(), [&](std::size_t i) { return section(i); });
        list("blocks", redline_.blocks.size(), [&](std::size_t i) { return block(i); });
        list("changes", redline_.changes.size(), [&](std::size_t i) { return change(i); });
        list("diagnostics", redline_.diagnostics.size(),
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

    template <class Make>
    void list(const char* key, std::size_t size, Make make) {
        out_ += ",\n\"";
        out_ += key;
        out_ += "\":[";
        for (std::size_t i = 0; i < size; ++i) {
            out_ += i == 0 ? "\n" : ",\n";
            out_ += dump(make(i));
        }
        out_ += "]";
    }

    static std::string id(const char* letter, std::size_t index) { return letter + std::to_string(index + 1); }

    static Json refs(const Document& document, const std::vector<NodeId>& nodes) {
        Json out = Json::array();
        for (const NodeId id : nodes) {
            const Node& node = document.nodes[id];
            out.push_back({{"path", node.path},
                           {"level", document.levels[node.level]},
                           {"label", node.label.written},
                           {"heading", node.heading},
                           {"line", document.line(id)},
                           {"last_line", document.last_line(id)}});
        }
        return out;
    }

    Json section(std::size_t index) const {
        const RedlineSection& s = redline_.sections[index];
        Json out = {{"id", id("s", index)},
                    {"status", section_status_name(s.status)},
                    {"moved", s.moved},
                    {"renumbered", s.renumbered},
                    {"before", refs(redline_.before, s.before)},
                    {"after", refs(redline_.after, s.after)}};
        if (!s.before.empty() && !s.after.empty()) {
            out["similarity"] = static_cast<double>(static_cast<int>(s.similarity * 10000)) / 10000;
            out["matched_by"] = matched_by_name(s.matched_by);
        }
        return out;
    }

    Json edits(const RedlineBlock& block, std::size_t cell) const {
        Json out = Json::array();
        for (const Piece& piece : pieces(redline_, block, cell)) {
            static constexpr const char* names[] = {"equal", "delete", "insert"};
            Json edit = {{"op", names[static_cast<std::size_t>(piece.op)]}, {"text", piece.text()}};
            if (piece.op == EditOp::equal && piece.before != piece.after) edit["before"] = piece.before;
            if (!piece.marks.empty()) edit["marks"] = mark_names(piece.marks);
            if (piece.aside) edit["aside"] = true;
            out.push_back(std::move(edit));
        }
        return out;
    }

    static Json line(std::uint32_t n) { return n == 0 ? Json(nullptr) : Json(n); }

    Json block(std::size_t index) const {
        const RedlineBlock& b = redline_.blocks[index];
        const Block& carrier = block_of(redline_, b);
        Json out = {{"id", id("b", index)},
                    {"section", id("s", b.section)},
                    {"kind", block_kind_name(carrier.kind)},
                    {"status", block_status_name(b.status)}};
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

    static Json value(const ValueChange& v) {
        const auto text = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
        Json out = {{"type", v.type}, {"before", text(v.before)}, {"after", text(v.after)}};
        if (v.delta) out["delta"] = *v.delta;
        if (v.percent) out["percent"] = *v.percent;
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
        for (const Flag& f : c.flags)
            flags.push_back({{"code", f.code}, {"severity", flag_severity_name(f.severity)}, {"text", f.text}});
        return {{"id", id("c", index)},         {"kind", fact_name(c.facts.front())},
                {"facts", std::move(facts)},    {"section", id("s", c.section)},
                {"blocks", std::move(blocks)},  {"title", c.title},
                {"before_text", c.before_text}, {"after_text", c.after_text},
                {"values", std::move(values)},  {"party", nullptr},
                {"flags", std::move(flags)}};
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
