// Holds the ends of moves in a part against each other.
#include "writers/docx/whole_moves.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "package/xml.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

constexpr std::size_t no_range = static_cast<std::size_t>(-1);

/// The two ends of a move.
enum End : std::size_t { from, to };

struct EndNames {
    const char* content;
    const char* range_start;
    const char* range_end;
    const char* alone;  ///< what it is without the other end
};
constexpr std::array<EndNames, 2> names = {{{"w:moveFrom", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:del"},
                                            {"w:moveTo", "w:moveToRangeStart", "w:moveToRangeEnd", "w:ins"}}};

struct Range {
    std::string name;
    pugi::xml_node start;
    pugi::xml_node end;
    bool ends_first = false;  ///< its end stands before its start
    bool holds_any = false;
};

/// Something that moved, and the range that it stands in.
struct Content {
    pugi::xml_node node;
    std::size_t range = no_range;
};

class Moves {
public:
    void mend(pugi::xml_node root) {
        find_ranges(root);
        for (const End end : {from, to}) {
            for (Range& range : sides_[end].ranges) put_end_behind(range, end);
            close(sides_[end]);
        }
        visit(root);
        for (const End end : {from, to}) count(sides_[end]);
        for (const End end : {from, to}) settle(end);
    }

private:
    struct Side {
        std::vector<Range> ranges;
        std::map<std::string, std::size_t> by_id;
        std::map<std::string, pugi::xml_node> ends;  ///< by id, those that no start stood before
        std::vector<Content> contents;
        std::map<std::string, std::size_t> whole;  ///< by name, ranges that hold something
        bool holds_outside = false;                ///< something moved stands in no range
        std::size_t open = no_range;
        std::size_t last = no_range;  ///< opened last
    };

    void find_ranges(pugi::xml_node parent) {
        for (const pugi::xml_node node : parent.children()) {
            for (const End end : {from, to}) {
                Side& side = sides_[end];
                const std::string id = node.attribute("w:id").value();
                if (is(node, names[end].range_start)) {
                    const auto early = side.ends.find(id);
                    Range range{node.attribute("w:name").value(), node, {}, early != side.ends.end(), false};
                    if (range.ends_first) {
                        range.end = early->second;
                        side.ends.erase(early);
                    }
                    side.by_id[id] = side.ranges.size();
                    side.ranges.push_back(std::move(range));
                } else if (is(node, names[end].range_end)) {
                    const auto begun = side.by_id.find(id);
                    if (begun != side.by_id.end() && !side.ranges[begun->second].end)
                        side.ranges[begun->second].end = node;
                    else
                        side.ends[id] = node;
                }
            }
            if (!is(node, "w:t")) find_ranges(node);
        }
    }

    /// Ends that no range has.
    static void close(Side& side) {
        for (auto& [id, end] : side.ends) end.parent().remove_child(end);
    }

    static bool is_moved_whole(pugi::xml_node paragraph, End end) {
        return is(paragraph, "w:p") && paragraph.child("w:pPr").child("w:rPr").child(names[end].content);
    }

    /// An end that is missing or stands too early comes behind the paragraphs that moved whole from its start on.
    static void put_end_behind(Range& range, End end) {
        if (range.end && !range.ends_first) return;
        pugi::xml_node last = range.start;
        while (last && !is(last, "w:p") && !is(last.next_sibling(), "w:p")) last = last.parent();
        if (!last) return;
        if (!is(last, "w:p")) last = last.next_sibling();
        while (is_moved_whole(last, end) && is_moved_whole(last.next_sibling(), end)) last = last.next_sibling();
        pugi::xml_node moved = last.parent().insert_child_after(names[end].range_end, last);
        moved.append_attribute("w:id") = range.start.attribute("w:id").value();
        if (range.end) range.end.parent().remove_child(range.end);
        range.end = moved;
    }

    /// Finds the range of everything that moved. A paragraph's mark stands before all that is in the paragraph: its
    /// range is known behind it.
    void visit(pugi::xml_node parent) {
        for (const pugi::xml_node node : parent.children()) {
            if (is(node, "w:p")) {
                std::array<std::size_t, 2> before{};
                for (const End end : {from, to}) {
                    before[end] = sides_[end].open;
                    sides_[end].last = no_range;
                }
                visit(node);
                for (const End end : {from, to}) visit_mark(node, end, before[end]);
                continue;
            }
            visit_one(node);
            if (!is(node, "w:t") && !is(node, "w:pPr")) visit(node);
        }
    }

    void visit_mark(pugi::xml_node paragraph, End end, std::size_t before) {
        Side& side = sides_[end];
        const pugi::xml_node mark = paragraph.child("w:pPr").child("w:rPr").child(names[end].content);
        if (!mark) return;
        side.contents.push_back({mark, side.open != no_range ? side.open : side.last != no_range ? side.last : before});
    }

    void visit_one(pugi::xml_node node) {
        for (const End end : {from, to}) {
            Side& side = sides_[end];
            if (is(node, names[end].content)) {
                side.contents.push_back({node, side.open});
            } else if (is(node, names[end].range_start)) {
                side.open = side.last = side.by_id.at(node.attribute("w:id").value());
            } else if (is(node, names[end].range_end)) {
                if (side.open != no_range && side.ranges[side.open].end == node) side.open = no_range;
            }
        }
    }

    static void count(Side& side) {
        for (const Content& content : side.contents) {
            if (content.range == no_range)
                side.holds_outside = true;
            else
                side.ranges[content.range].holds_any = true;
        }
        for (const Range& range : side.ranges)
            if (range.holds_any) ++side.whole[range.name];
    }

    bool has_other_end(const Range& range) const {
        const auto one = sides_[from].whole.find(range.name);
        const auto other = sides_[to].whole.find(range.name);
        return range.holds_any && one != sides_[from].whole.end() && other != sides_[to].whole.end() &&
               one->second == other->second;
    }

    void settle(End end) {
        Side& side = sides_[end];
        const bool outside_is_whole = sides_[from].holds_outside && sides_[to].holds_outside;
        for (const Content& content : side.contents) {
            const bool whole = content.range == no_range ? outside_is_whole : has_other_end(side.ranges[content.range]);
            if (whole) continue;
            pugi::xml_node node = content.node;
            node.set_name(names[end].alone);
            if (end == from) delete_text(node);
        }
        for (Range& range : side.ranges) {
            if (has_other_end(range)) continue;
            range.start.parent().remove_child(range.start);
            if (range.end) range.end.parent().remove_child(range.end);
        }
    }

    /// Text of a deletion has a name of its own.
    static void delete_text(pugi::xml_node parent) {
        for (pugi::xml_node node : parent.children()) {
            if (is(node, "w:t"))
                node.set_name("w:delText");
            else if (is(node, "w:instrText"))
                node.set_name("w:delInstrText");
            else
                delete_text(node);
        }
    }

    std::array<Side, 2> sides_;
};

/// The names of the ranges of one end, sorted.
std::vector<std::string_view> range_names(std::string_view content, std::string_view start) {
    constexpr std::string_view name = "w:name=\"";
    std::vector<std::string_view> out;
    for (std::size_t at = content.find(start); at != std::string_view::npos; at = content.find(start, at + 1)) {
        const std::string_view tag = content.substr(at, content.find('>', at) - at);
        const std::size_t begin = tag.find(name);
        if (begin == std::string_view::npos) continue;
        const std::string_view value = tag.substr(begin + name.size());
        out.push_back(value.substr(0, value.find('"')));
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

bool has_lone_range(std::string_view content) {
    return range_names(content, "<w:moveFromRangeStart") != range_names(content, "<w:moveToRangeStart");
}

std::string with_whole_moves(const std::string& content) {
    if (content.find("<w:move") == std::string::npos) return content;
    const XmlTree tree = parse_xml("<content>" + content + "</content>", "moves");
    const pugi::xml_node root = tree->document_element();
    Moves().mend(root);
    std::string out;
    for (const pugi::xml_node child : root.children()) append_xml(out, child);
    return out;
}

}  // namespace stet::docx
