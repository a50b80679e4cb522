// The redline as a Word document with tracked changes, made from nothing: parts, content types, relationships.
#include <array>
#include <string_view>

#include "package/zip.hpp"
#include "text/error.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/parts.hpp"
#include "writers/docx/tracked_docx.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

/// A part of word/: its name, and how its content type and its relationship are called.
struct PartKind {
    std::string_view name;
    std::string_view kind;
};

constexpr std::array<PartKind, 6> parts_of_document = {{{"header1.xml", "header"},
                                                        {"footer1.xml", "footer"},
                                                        {"styles.xml", "styles"},
                                                        {"numbering.xml", "numbering"},
                                                        {"settings.xml", "settings"},
                                                        {"comments.xml", "comments"}}};

constexpr std::string_view word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view properties_type = "application/vnd.openxmlformats-package.core-properties+xml";
constexpr std::string_view properties_relationship =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

std::string content_types() {
    std::string out(docx::xml_head);
    out +=
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
        "ContentType=\"application/xml\"/>";
    const auto add = [&](std::string_view part, std::string_view type) {
        out.append("<Override PartName=\"/").append(part).append("\" ContentType=\"").append(type).append("\"/>");
    };
    add("word/document.xml", std::string(word_type) + "document.main+xml");
    for (const PartKind& part : parts_of_document)
        add("word/" + std::string(part.name), std::string(word_type) + std::string(part.kind) + "+xml");
    add("docProps/core.xml", properties_type);
    return out + "</Types>";
}

class RelationshipList {
public:
    void add(std::string_view type, std::string_view target) {
        out_ += "<Relationship Id=\"rId" + std::to_string(++count_) + "\" Type=\"";
        out_.append(type).append("\" Target=\"").append(target).append("\"/>");
    }
    std::string finish() {
        return std::string(docx::xml_head) +
               "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + out_ +
               "</Relationships>";
    }

private:
    std::string out_;
    int count_ = 0;
};

std::string package_relationships() {
    RelationshipList list;
    list.add(std::string(docx::relationships_namespace) + "/officeDocument", "word/document.xml");
    list.add(properties_relationship, "docProps/core.xml");
    return list.finish();
}

std::string document_relationships() {
    RelationshipList list;
    for (const PartKind& part : parts_of_document)
        list.add(std::string(docx::relationships_namespace) + "/" + std::string(part.kind), part.name);
    return list.finish();
}

}  // namespace

std::string write_docx(const Redline& redline, const WriteOptions& options) {
    if (redline.three_way())
        throw Error("error: tracked changes cannot say where two parties differ; use html, markdown, json or text");
    if (docx::are_packages(redline)) return docx::track_changes(redline, options);
    docx::Revisions revisions(options.author, options.date);
    docx::Remarks remarks;
    const std::string document = docx::document_part(redline, revisions, remarks);
    ZipWriter zip;
    zip.add("[Content_Types].xml", content_types());
    zip.add("_rels/.rels", package_relationships());
    zip.add("word/document.xml", document);
    zip.add("word/_rels/document.xml.rels", document_relationships());
    zip.add("word/styles.xml", docx::styles_part());
    zip.add("word/numbering.xml", docx::numbering_part());
    zip.add("word/settings.xml", docx::settings_part());
    zip.add("word/header1.xml", docx::header_part(redline, options));
    zip.add("word/footer1.xml", docx::footer_part());
    zip.add("word/comments.xml", docx::comments_part(remarks, revisions));
    zip.add("docProps/core.xml", docx::properties_part(redline, options));
    return zip.finish();
}

}  // namespace stet
