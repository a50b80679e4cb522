// Writes a document's tree as JSON, form stet-outline/1.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/words.hpp"
#include "writers/writer.hpp"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_name(Severity severity) {
    return severity == Severity::warning ? "warning" : "info";
}

Json diagnostic_json(const Diagnostic& diagnostic) {
    Json out;
    out["severity"] = severity_name(diagnostic.severity);
    out["code"] = diagnostic.code;
    out["message"] = diagnostic.message;
    out["file"] = diagnostic.file;
    if (diagnostic.line > 0) out["line"] = diagnostic.line;
    if (diagnostic.column > 0) out["column"] = diagnostic.column;
    return out;
}

/// The part of a block's text that is in the face.
std::string face_part(const Block& block, Span part, Face face) {
    std::string out;
    for (const Run& run : block.runs) {
        const std::uint32_t begin = std::max(run.text.begin, part.begin);
        const std::uint32_t end = std::min(run.text.end, part.end);
        if (begin < end && !outside(run.marks, face)) out.append(block.text, begin, end - begin);
    }
    return out;
}

/// Writes the nodes: units and, between them, the blocks that are no unit's own.
class NodeWriter {
public:
    explicit NodeWriter(const Document& document) : document_(document), parts_(document.nodes.size(), 0) {}

    Json write() {
        out_ = Json::array();
        out_.push_back(unit_json(0));
        NodeId next = 1;
        for (BlockId block = 0; block < document_.blocks.size(); ++block) {
            if (next < document_.nodes.size() && document_.nodes[next].first_block == block) {
                out_.push_back(unit_json(next++));
                block = take_heading(block);
            } else if (document_.blocks[block].part.empty()) {
                block_node(block);
            }
        }
        return std::move(out_);
    }

private:
    Json unit_json(NodeId id) const {
        const Node& node = document_.nodes[id];
        const bool root = id == 0;
        const Block* block =
            root || node.first_block >= document_.blocks.size() ? nullptr : &document_.blocks[node.first_block];
        Json out;
        out["path"] = node.path;
        if (!root) out["parent"] = document_.nodes[node.parent].path;
        const bool item = block != nullptr && block->kind == BlockKind::list_item;
        out["kind"] = item ? "list-item" : !root && document_.levels[node.level] == "heading" ? "heading" : "section";
        out["level"] = document_.levels[node.level];
        if (!node.label.written.empty()) out["label"] = node.label.written;
        if (!node.label.ordinals.empty()) out["ordinals"] = node.label.ordinals;
        if (!node.heading.empty()) out["heading"] = node.heading;
        out["line"] = document_.line(id);
        out["last_line"] = document_.last_line(id);
        out["text"] = block == nullptr ? std::string() : face_text(*block, document_.face);
        return out;
    }

    /// Adds further heading blocks of the unit just written to its text; returns the last.
    BlockId take_heading(BlockId block) {
        const NodeId unit = document_.places[block].node;
        std::string text = out_.back()["text"];
        const bool heading = document_.places[block].heading;
        while (heading && block + 1 < document_.blocks.size() && document_.places[block + 1].heading &&
               document_.places[block + 1].node == unit && document_.nodes[unit].first_block <= block) {
            ++block;
            text += "\n" + face_text(document_.blocks[block], document_.face);
        }
        out_.back()["text"] = text;
        return block;
    }

    Json part_json(NodeId unit, std::string_view kind, const std::string& parent) {
        Json out;
        const std::string name = std::string(kind) + " " + std::to_string(++parts_[unit]);
        out["path"] = parent.empty() ? name : parent + " / " + name;
        out["parent"] = parent;
        out["kind"] = kind;
        return out;
    }

    void block_node(BlockId id) {
        const Block& block = document_.blocks[id];
        const NodeId unit = document_.places[id].node;
        std::string parent = document_.nodes[unit].path;
        if (block.kind == BlockKind::table_row) {
            if (block.table != table_ || table_path_.empty()) {
                Json table = part_json(unit, "table", parent);
                table["line"] = block.line();
                table_ = block.table;
                table_path_ = table["path"];
                out_.push_back(std::move(table));
            }
            parent = table_path_;
        } else {
            table_path_.clear();
        }
        Json out = part_json(unit, block_kind_name(block.kind), parent);
        if (block.computed && !block.number.empty()) out["label"] = block.number;
        out["line"] = block.line();
        out["last_line"] = block.last_line();
        if (block.cells.empty()) {
            out["text"] = face_text(block, document_.face);
        } else {
            std::string text;
            Json cells = Json::array();
            for (const Span cell : block.cells) {
                cells.push_back(face_part(block, cell, document_.face));
                if (!text.empty()) text.push_back('\t');
                text += cells.back().get<std::string>();
            }
            out["text"] = text;
            out["cells"] = std::move(cells);
        }
        out_.push_back(std::move(out));
    }

    const Document& document_;
    std::vector<std::uint32_t> parts_;  ///< by unit: parts written so far
    Json out_;
    std::uint32_t table_ = 0;
    std::string table_path_;
};

/// The stories beside the body (headers, footers, notes …), each with all that is written in it.
Json parts_json(const Document& document) {
    Json out = Json::array();
    for (const Block& block : document.blocks) {
        if (block.part.empty()) continue;
        const std::string text = face_text(block, document.face);
        if (out.empty() || out.back()["part"] != block.part)
            out.push_back({{"part", block.part}, {"written", text}});
        else
            out.back()["written"] = out.back()["written"].get<std::string>() + "\n" + text;
    }
    return out;
}

}  // namespace

std::string write_outline_json(const Document& document) {
    std::uint32_t words = 0;
    for (const Block& block : document.blocks)
        if (!is_set_aside(block.kind)) words += count_words(face_text(block, document.face));
    Json source;
    source["file"] = document.source.name();
    source["sha256"] = document.source.sha256();
    source["grammar"] = document.grammar;
    source["face"] = document.face == Face::after ? "after" : "before";
    source["sections"] = document.nodes.size() - 1;
    source["words"] = words;
    Json out;
    out["format"] = "stet-outline/1";
    out["source"] = std::move(source);
    out["nodes"] = NodeWriter(document).write();
    if (Json parts = parts_json(document); !parts.empty()) out["parts"] = std::move(parts);
    out["diagnostics"] = Json::array();
    for (const Diagnostic& diagnostic : document.diagnostics) out["diagnostics"].push_back(diagnostic_json(diagnostic));
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stet
