// Walks a paragraph's content once, in order (ECMA-376 part 1, 17.3 and 17.16).
#include "writers/docx/flow.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "readers/docx/fields.hpp"
#include "text/words.hpp"
#include "writers/docx/merged_rows.hpp"
#include "writers/docx/opened_controls.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

constexpr std::string_view thing_character = "\xef\xbf\xbc";  // U+FFFC, object replacement character

std::uint64_t key_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

bool is_relationship(std::string_view attribute) {
    return attribute.starts_with("r:") || attribute == "o:relid";
}

/// Names and numbers that differ though the thing is the same.
bool is_incidental(pugi::xml_node node, std::string_view attribute) {
    if (is_bookkeeping(attribute) || attribute == "o:spid" || attribute == "o:gfxdata") return true;
    const bool named = is(node, "wp:docPr") || is(node, "pic:cNvPr") || is(node, "v:shape") ||
                       is(node, "v:shapetype") || is(node, "wps:cNvPr");
    return named && (attribute == "id" || attribute == "name" || attribute == "type");
}

class KeyMaker {
public:
    KeyMaker(PackageSide& side, Story& story) : side_(side), story_(story) {}

    /// Of a thing, what its text boxes hold aside.
    std::uint64_t shell(pugi::xml_node node) {
        if (node.type() != pugi::node_element) return key_of(node.value());
        if (is(node, "w:footnoteReference") || is(node, "w:endnoteReference")) return key_of(node.name());
        std::uint64_t key = key_of(node.name());
        if (is(node, "w:txbxContent")) return key;
        for (const pugi::xml_attribute attribute : node.attributes()) {
            if (is_incidental(node, attribute.name())) continue;
            key = mix(key, key_of(attribute.name()));
            key = mix(key, is_relationship(attribute.name()) ? side_.target_key(story_, attribute.value())
                                                             : key_of(attribute.value()));
        }
        for (const pugi::xml_node child : node.children())
            if (!is(child, "w:proofErr") && !is(child, "w:lastRenderedPageBreak")) key = mix(key, shell(child));
        return key;
    }

private:
    PackageSide& side_;
    Story& story_;
};

bool is_passive_in_run(std::string_view name) {
    static constexpr std::array<std::string_view, 8> names = {
        "w:lastRenderedPageBreak", "w:commentReference", "w:annotationRef",
        "w:footnoteRef",           "w:endnoteRef",       "w:separator",
        "w:continuationSeparator", "w:fldChar"};
    return name == "w:instrText" || name == "w:delInstrText" ||
           std::find(names.begin(), names.end(), name) != names.end();
}

bool is_wrapper(std::string_view name) {
    return name == "w:hyperlink" || name == "w:smartTag" || name == "w:sdt" || name == "w:customXml" ||
           name == "w:dir" || name == "w:bdo" || name == "w:ins" || name == "w:moveTo";
}

std::string_view field_sign(pugi::xml_node run) {
    return run.child("w:fldChar").attribute("w:fldCharType").value();
}

class Walker {
public:
    Walker(Flow& flow, PackageSide& side, Story& story) : flow_(flow), side_(side), story_(story) {}

    void walk(pugi::xml_node parent, std::uint32_t wrapper) {
        for (pugi::xml_node node = parent.first_child(); node; node = node.next_sibling()) {
            const std::string_view name = node.name();
            if (name == "w:pPr" || name == "w:proofErr" || node.type() != pugi::node_element) continue;
            if (name == "w:r") {
                const pugi::xml_node end = field_end(node);
                if (end) {
                    add_field(node, end, wrapper);
                    node = end;
                } else {
                    walk_run(node, wrapper);
                }
            } else if (is_wrapper(name)) {
                walk_wrapper(node, wrapper);
            } else if (name == "w:fldSimple") {
                add_field(node, node, wrapper);
            } else if (name == "m:oMath" || name == "m:oMathPara") {
                add(FlowTokenKind::thing, {}, node, wrapper, thing_character, KeyMaker(side_, story_).shell(node));
            } else {
                add(FlowTokenKind::passive, {}, node, wrapper, {}, 0);
            }
        }
    }

private:
    void add(FlowTokenKind kind, pugi::xml_node run, pugi::xml_node node, std::uint32_t wrapper, std::string_view text,
             std::uint64_t key) {
        FlowToken token{kind, run, node, {}, {}, wrapper, key};
        token.text.begin = static_cast<std::uint32_t>(flow_.text.size());
        flow_.text += text;
        token.text.end = static_cast<std::uint32_t>(flow_.text.size());
        flow_.tokens.push_back(token);
    }

    void walk_run(pugi::xml_node run, std::uint32_t wrapper) {
        for (const pugi::xml_node node : run.children()) {
            const std::string_view name = node.name();
            if (name == "w:rPr" || node.type() != pugi::node_element) continue;
            if (name == "w:t" || name == "w:delText")
                add(FlowTokenKind::text, run, node, wrapper, node.child_value(), 0);
            else if (is_passive_in_run(name))
                add(FlowTokenKind::passive, run, node, wrapper, {}, 0);
            else if (name == "w:tab" || name == "w:br" || name == "w:cr" || name == "w:ptab")
                add(FlowTokenKind::thing, run, node, wrapper, name == "w:tab" ? "\t" : "\n",
                    KeyMaker(side_, story_).shell(node));
            else if (name == "w:noBreakHyphen")
                add(FlowTokenKind::thing, run, node, wrapper, "\xe2\x80\x91", key_of(name));
            else if (name == "w:softHyphen")
                add(FlowTokenKind::thing, run, node, wrapper, "\xc2\xad", key_of(name));
            else
                add(FlowTokenKind::thing, run, node, wrapper, thing_character, KeyMaker(side_, story_).shell(node));
        }
    }

    void walk_wrapper(pugi::xml_node node, std::uint32_t parent) {
        const auto index = static_cast<std::uint32_t>(flow_.wrappers.size());
        const Wrapper& around = flow_.wrappers[parent];
        Wrapper wrapper{node, parent, key_of(node.name()), around.link, around.place};
        if (is(node, "w:hyperlink")) {
            wrapper.key = mix(wrapper.key, side_.target_key(story_, node.attribute("r:id").value()));
            wrapper.key = mix(wrapper.key, key_of(node.attribute("w:anchor").value()));
            wrapper.link = mix(around.link, wrapper.key);
        } else if (is(node, "w:sdt")) {
            wrapper.key = mix(wrapper.key, key_of(control_name(node)));
        }
        if (!is_earlier_insertion(node)) wrapper.place = mix(around.place, wrapper.key);
        flow_.wrappers.push_back(wrapper);
        const std::size_t tokens = flow_.tokens.size();
        walk(is(node, "w:sdt") ? node.child("w:sdtContent") : node, index);
        if (flow_.tokens.size() > tokens) return;
        if (is(node, "w:sdt")) return add(FlowTokenKind::passive, {}, {}, index, {}, 0);
        flow_.wrappers.pop_back();
        add(FlowTokenKind::passive, {}, node, parent, {}, 0);
    }

    /// The run that ends the complex field that begins here, where nothing but runs stands between.
    static pugi::xml_node field_end(pugi::xml_node run) {
        if (field_sign(run) != "begin") return {};
        int depth = 0;
        for (pugi::xml_node node = run; node; node = node.next_sibling()) {
            if (!is(node, "w:r")) {
                if (is_wrapper(node.name()) || is(node, "w:fldSimple") || is(node, "m:oMath")) return {};
                continue;
            }
            depth += field_sign(node) == "begin" ? 1 : field_sign(node) == "end" ? -1 : 0;
            if (depth == 0) return node;
        }
        return {};
    }

    /// A field's text is its result; its key is that and its code.
    void add_field(pugi::xml_node first, pugi::xml_node last, std::uint32_t wrapper) {
        std::string result;
        std::string instruction;
        std::uint64_t key = key_of("field");
        if (is(first, "w:fldSimple")) {
            instruction = first.attribute("w:instr").value();
            for (const pugi::xml_node run : first.children("w:r")) append_result(run, result, key);
        } else {
            bool code = true;
            for (pugi::xml_node run = first; run; run = run.next_sibling()) {
                const std::string_view sign = field_sign(run);
                if (sign == "separate") code = false;
                // Of a form: whether a box is ticked, which entry of a list is chosen.
                for (const pugi::xml_node begin : run.children("w:fldChar"))
                    if (const pugi::xml_node form = begin.child("w:ffData"))
                        key = mix(key, KeyMaker(side_, story_).shell(form));
                for (const char* code_name : {"w:instrText", "w:delInstrText"})
                    for (const pugi::xml_node text : run.children(code_name)) instruction += text.child_value();
                if (!code) append_result(run, result, key);
                if (run == last) break;
            }
        }
        key = mix(key, key_of(instruction));
        if (counts_pages(instruction)) result.clear();
        add(FlowTokenKind::field, {}, first, wrapper, result.empty() ? thing_character : std::string_view(result),
            mix(key, key_of(result)));
        flow_.tokens.back().last = last;
    }

    void append_result(pugi::xml_node run, std::string& result, std::uint64_t& key) {
        for (const pugi::xml_node node : run.children()) {
            if (is(node, "w:t") || is(node, "w:delText"))
                result += node.child_value();
            else if (is(node, "w:tab"))
                result += '\t';
            else if (!is(node, "w:rPr") && !is_passive_in_run(node.name()))
                key = mix(key, KeyMaker(side_, story_).shell(node));
        }
    }

    Flow& flow_;
    PackageSide& side_;
    Story& story_;
};

void find_boxes(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
    for (const pugi::xml_node child : node.children()) {
        if (is(child, "w:txbxContent"))
            out.push_back(child);
        else
            find_boxes(child, out);
    }
}

bool holds_blocks(std::string_view name) {
    return name == "w:tbl" || name == "w:tr" || name == "w:tc" || name == "w:sdt" || name == "w:sdtContent" ||
           name == "w:customXml";
}

std::uint64_t key_of_paragraph(pugi::xml_node paragraph, PackageSide& side, Story& story);

std::uint64_t key_of_control(pugi::xml_node control) {
    return key_of(control_name(control) + control_properties(control));
}

/// Blocks in a body, cell, note, text box or content control.
std::uint64_t key_of_blocks(pugi::xml_node parent, PackageSide& side, Story& story) {
    std::uint64_t key = key_of("blocks");
    if (is(parent, "w:sdt")) key = mix(key, key_of_control(parent));
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = child.name();
        if (name == "w:p")
            key = mix(key, key_of_paragraph(child, side, story));
        else if (holds_blocks(name))
            key = mix(mix(key, key_of(name)), key_of_blocks(child, side, story));
        if (name == "w:tr")
            for (const CellMerge& merge : merges_of(child))
                key = mix(key, 2 * static_cast<std::uint64_t>(merge.columns) + (merge.goes_on ? 1 : 0));
    }
    return key;
}

std::uint64_t key_of_paragraph(pugi::xml_node paragraph, PackageSide& side, Story& story) {
    Flow flow;
    append_paragraph(flow, paragraph, side, story);
    std::uint64_t key = key_of(flow.text);
    for (const Wrapper& wrapper : flow.wrappers)
        if (is(wrapper.node, "w:hyperlink"))
            key = mix(key, wrapper.key);
        else if (is(wrapper.node, "w:sdt"))
            key = mix(key, key_of_control(wrapper.node));
    for (const FlowToken& token : flow.tokens) {
        if (token.kind != FlowTokenKind::thing && token.kind != FlowTokenKind::field) continue;
        key = mix(key, token.key);
        if (token.kind == FlowTokenKind::field) continue;
        for (const pugi::xml_node box : text_boxes(token.node)) key = mix(key, key_of_blocks(box, side, story));
    }
    return key;
}

}  // namespace

bool goes_on(pugi::xml_node paragraph) {
    const auto marks = paragraph.child("w:pPr").child("w:rPr").children();
    return std::any_of(marks.begin(), marks.end(), is_earlier_deletion);
}

bool ends_section(pugi::xml_node paragraph) {
    return static_cast<bool>(paragraph.child("w:pPr").child("w:sectPr"));
}

bool is_revised(pugi::xml_node node) {
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(), [](pugi::xml_node child) {
        return is_earlier_insertion(child) || is_earlier_deletion(child) || is_revised(child);
    });
}

void append_exactly(std::string& out, const Flow& flow, const FlowToken& token, Span text) {
    out.append(flow.text, text.begin, text.size());
    if (token.kind == FlowTokenKind::thing || token.kind == FlowTokenKind::field) out += std::to_string(token.key);
}

std::string deleted_text(pugi::xml_node deletion, PackageSide& side, Story& story) {
    Flow flow;
    Walker(flow, side, story).walk(deletion, 0);
    std::string out;
    for (const FlowToken& token : flow.tokens) append_exactly(out, flow, token, token.text);
    return out;
}

bool is_written_before(const Flow& flow, const FlowToken& token) {
    for (std::uint32_t w = token.wrapper; w != 0; w = flow.wrappers[w].parent)
        if (is_earlier_insertion(flow.wrappers[w].node)) return true;
    return false;
}

bool is_deleted_whole(pugi::xml_node member, PackageSide& side, Story& story) {
    if (is(member, "w:tr")) return static_cast<bool>(member.child("w:trPr").child("w:del"));
    if (is(member, "w:tbl")) {
        const auto rows = member.children("w:tr");
        return rows.begin() != rows.end() && std::all_of(rows.begin(), rows.end(), [&](pugi::xml_node row) {
                   return is_deleted_whole(row, side, story);
               });
    }
    if (!is(member, "w:p") || !goes_on(member)) return false;
    Flow flow;
    append_paragraph(flow, member, side, story);
    return flow.text == "\n";
}

std::string former_text(pugi::xml_node member, PackageSide& side, Story& story) {
    std::string out;
    if (!is(member, "w:p")) {
        for (const pugi::xml_node child : member.children())
            if (holds_blocks(child.name()) || is(child, "w:p")) out += former_text(child, side, story) + "\n";
        return out;
    }
    Flow flow;
    append_paragraph(flow, member, side, story, true);
    for (const FlowToken& token : flow.tokens) {
        if (is_written_before(flow, token)) continue;
        if (token.kind == FlowTokenKind::passive && is_earlier_deletion(token.node))
            out += deleted_text(token.node, side, story);
        else
            append_exactly(out, flow, token, token.text);
    }
    return out;
}

void append_paragraph(Flow& flow, pugi::xml_node paragraph, PackageSide& side, Story& story, bool joined) {
    Walker(flow, side, story).walk(paragraph, 0);
    FlowToken mark{joined ? FlowTokenKind::passive : FlowTokenKind::mark, {}, paragraph, {}, {}, 0, 0};
    mark.text.begin = static_cast<std::uint32_t>(flow.text.size());
    if (!joined) flow.text += '\n';
    mark.text.end = static_cast<std::uint32_t>(flow.text.size());
    flow.tokens.push_back(mark);
}

void append_bookmarks_before(Flow& flow, pugi::xml_node paragraph) {
    const auto stands_between = [](pugi::xml_node node) {
        return is(node, "w:bookmarkStart") || is(node, "w:bookmarkEnd") || is(node, "w:proofErr");
    };
    pugi::xml_node first = paragraph;
    while (stands_between(first.previous_sibling())) first = first.previous_sibling();
    const auto at = static_cast<std::uint32_t>(flow.text.size());
    for (; first != paragraph; first = first.next_sibling())
        flow.tokens.push_back({FlowTokenKind::passive, {}, first, {}, {at, at}, 0, 0});
}

std::uint64_t content_key(pugi::xml_node node, PackageSide& side, Story& story) {
    return is(node, "w:p") ? key_of_paragraph(node, side, story) : key_of_blocks(node, side, story);
}

std::vector<pugi::xml_node> text_boxes(pugi::xml_node thing) {
    std::vector<pugi::xml_node> out;
    find_boxes(thing, out);
    return out;
}

}  // namespace stet::docx
