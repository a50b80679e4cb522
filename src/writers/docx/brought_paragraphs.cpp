// The new document is walked; its paragraphs stand in the order of those of the tree that it was written from.
#include "writers/docx/brought_paragraphs.hpp"

#include <map>

#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

void collect_paragraphs(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
    for (const pugi::xml_node child : node.children()) {
        if (is(child, "w:p")) out.push_back(child);
        collect_paragraphs(child, out);
    }
}

pugi::xml_node first_paragraph(pugi::xml_node node) {
    if (is(node, "w:p")) return node;
    std::vector<pugi::xml_node> all;
    collect_paragraphs(node, all);
    return all.empty() ? pugi::xml_node() : all.front();
}

}  // namespace

std::vector<BroughtBytes> brought_by(const DocxWalk& walk, const Source& made, const std::vector<FreshElement>& fresh) {
    std::vector<BroughtBytes> out;
    const DocxWalk again = walk_docx(made);
    std::map<const void*, Span> ordinals;
    for (const DocxBlock& block : again.blocks)
        ordinals[first_paragraph(block.element).internal_object()] = {block.block.line(), block.block.last_line() + 1};
    for (std::size_t part = 0; part < walk.parts.size() && part < again.parts.size(); ++part) {
        std::vector<pugi::xml_node> here;
        std::vector<pugi::xml_node> there;
        collect_paragraphs(walk.parts[part].tree->document_element(), here);
        collect_paragraphs(again.parts[part].tree->document_element(), there);
        if (here.size() != there.size()) continue;
        std::map<const void*, std::size_t> index;
        for (std::size_t i = 0; i < here.size(); ++i) index[here[i].internal_object()] = i;
        for (const FreshElement& one : fresh) {
            const auto at = index.find(first_paragraph(one.element).internal_object());
            if (at == index.end()) continue;
            const auto span = ordinals.find(there[at->second].internal_object());
            if (span != ordinals.end()) out.push_back({span->second, one.by});
        }
    }
    return out;
}

}  // namespace stet::docx
