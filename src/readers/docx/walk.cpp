// Opens a Word document and walks its stories: body, headers and footers, notes, comments.
#include "readers/docx/walk.hpp"

#include <algorithm>
#include <utility>

#include "readers/docx/context.hpp"
#include "readers/docx/story_reader.hpp"
#include "text/error.hpp"

namespace stet {

namespace {

constexpr std::string_view old_word = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  ///< an OLE compound file

class Walker {
public:
    explicit Walker(const Source& source)
        : source_(source), package_(source.bytes(), source.name(), out_.diagnostics) {}

    DocxWalk walk() {
        const std::string body = find_body();
        relationships_ = package_.relationships(body, out_.diagnostics);
        add_part(body, "");
        const pugi::xml_node document = out_.parts.front().tree->document_element();
        if (!document.child("w:body"))
            throw Error(source_.name() + ": error: this is no Word document: " + body + " has no body");
        const pugi::xml_node styles = definitions("styles");
        DocxContext context(Styles(styles), definitions("numbering"));
        StoryReader(context, out_, 0).read(document.child("w:body"), {});
        context.text_styles.settle(out_.blocks);
        read_headers_and_footers(context);
        read_notes(context, "footnotes", "w:footnote", context.references.footnotes);
        read_notes(context, "endnotes", "w:endnote", context.references.endnotes);
        read_comments(context);
        say(context);
        out_.revisions = context.revisions.take();
        return std::move(out_);
    }

private:
    std::string find_body() {
        for (const Relationship& relationship : package_.relationships("", out_.diagnostics))
            if (relationship.type == "officeDocument" && !relationship.external) return relationship.target;
        throw Error(source_.name() + ": error: this is no Word document: the package names no main part");
    }

    /// The part's tree is held by the walk: nodes of its blocks stay good.
    std::size_t add_part(const std::string& name, const std::string& story) {
        out_.parts.push_back({name, story, read_xml(package_, name)});
        return out_.parts.size() - 1;
    }

    const Relationship* relationship_of(std::string_view type) const {
        const auto found = std::find_if(relationships_.begin(), relationships_.end(),
                                        [&](const Relationship& r) { return r.type == type && !r.external; });
        return found == relationships_.end() ? nullptr : &*found;
    }

    pugi::xml_node definitions(std::string_view type) {
        const Relationship* relationship = relationship_of(type);
        if (relationship == nullptr) return {};
        out_.definitions.push_back({relationship->target, {}, read_xml(package_, relationship->target)});
        return out_.definitions.back().tree->document_element();
    }

    static std::string stem_of(std::string_view part) {
        part.remove_prefix(part.find_last_of('/') + 1);
        return std::string(part.substr(0, part.find('.')));
    }

    /// Each header and footer that a section names, once; it goes (or comes) where all sections that name it do.
    void read_headers_and_footers(DocxContext& context) {
        std::vector<std::pair<std::string, Marks>> parts;
        for (const auto& [id, marks] : context.references.headers_and_footers)
            for (const Relationship& relationship : relationships_) {
                if (relationship.id != id || relationship.external) continue;
                const auto known = std::find_if(parts.begin(), parts.end(),
                                                [&](const auto& part) { return part.first == relationship.target; });
                if (known == parts.end())
                    parts.emplace_back(relationship.target, marks_of_revision(marks));
                else
                    known->second.bits &= marks.bits;
            }
        for (const auto& [name, marks] : parts) {
            const std::size_t part = add_part(name, stem_of(name));
            StoryReader(context, out_, part).read(out_.parts[part].tree->document_element(), marks);
        }
    }

    /// What a reference says of its note: a struck one strikes it. That its number is raised says nothing.
    static Marks marks_of_revision(Marks reference) {
        Marks marks;
        for (const Mark mark : {Mark::struck, Mark::inserted})
            if (reference.has(mark)) marks = marks.with(mark);
        return marks;
    }

    /// Notes that the text refers to.
    void read_notes(DocxContext& context, const char* type, const char* element,
                    const std::unordered_map<std::string, Marks>& references) {
        const Relationship* relationship = relationship_of(type);
        if (relationship == nullptr || references.empty()) return;
        const std::size_t part = add_part(relationship->target, stem_of(relationship->target));
        for (const pugi::xml_node note : out_.parts[part].tree->document_element().children(element))
            if (const auto found = references.find(note.attribute("w:id").value()); found != references.end())
                StoryReader(context, out_, part).read(note, marks_of_revision(found->second));
    }

    void read_comments(DocxContext& context) {
        const Relationship* relationship = relationship_of("comments");
        if (relationship == nullptr) return;
        const std::size_t part = add_part(relationship->target, stem_of(relationship->target));
        for (const pugi::xml_node comment : out_.parts[part].tree->document_element().children("w:comment"))
            StoryReader(context, out_, part).read(comment, Marks{}.with(Mark::comment));
    }

    void say(const DocxContext& context) {
        context.revisions.report(source_.name(), out_.diagnostics);
        context.unknown.report(source_.name(), out_.diagnostics);
        context.left_out.report(source_.name(), out_.diagnostics);
        if (context.hidden.count > 0)
            out_.diagnostics.push_back({Severity::info, "hidden-text",
                                        "hidden text is read as any other (" + std::to_string(context.hidden.count) +
                                            (context.hidden.count == 1 ? " run, here)" : " runs, here first)"),
                                        source_.name(), context.hidden.first, 0});
    }

    const Source& source_;
    DocxWalk out_;
    Package package_;
    std::vector<Relationship> relationships_;
};

/// Trees that wait in a source for their writer.
struct KeptTrees : Unpacked {
    DocxTrees trees;
};

DocxTrees trees_of_walk(DocxWalk& walk) {
    DocxTrees out;
    for (const DocxBlock& block : walk.blocks) {
        const std::uint32_t line = block.block.line();
        if (line >= out.elements.size()) out.elements.resize(line + 1);
        out.elements[line] = block.element;
    }
    out.parts = std::move(walk.parts);
    for (DocxPart& part : walk.definitions) out.parts.push_back(std::move(part));
    return out;
}

}  // namespace

DocxTrees trees_of(const Source& source) {
    const std::unique_ptr<Unpacked> unpacked = source.take_kept();
    if (auto* const kept = dynamic_cast<KeptTrees*>(unpacked.get())) return std::move(kept->trees);
    DocxWalk walk = walk_docx(source);
    return trees_of_walk(walk);
}

void keep_trees(const Source& source, DocxWalk& walk) {
    if (!source.keeps_unpacked()) return;
    auto kept = std::make_unique<KeptTrees>();
    kept->trees = trees_of_walk(walk);
    source.keep(std::move(kept));
}

DocxWalk walk_docx(const Source& source) {
    if (source.bytes().starts_with(old_word))
        throw Error(
            source.name() +
            ": error: this is a document of Word 97 or one with a password; save it as .docx without a password");
    return Walker(source).walk();
}

}  // namespace stet
