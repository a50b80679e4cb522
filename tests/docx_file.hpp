// A Word document made in memory for tests: a body and, where wanted, further parts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "package/zip.hpp"
#include "text/source.hpp"

namespace stet::test {

inline constexpr std::string_view word_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

class DocxFile {
public:
    /// `body` is the content of w:body.
    explicit DocxFile(std::string_view body) {
        document_ = root("document", "<w:body>" + std::string(body) + "</w:body>");
    }

    /// A whole word/document.xml.
    static DocxFile of_document(std::string xml) {
        DocxFile file("");
        file.document_ = std::move(xml);
        return file;
    }

    DocxFile& styles(std::string_view content) { return related("styles", "styles.xml", root("styles", content)); }
    DocxFile& numbering(std::string_view content) {
        return related("numbering", "numbering.xml", root("numbering", content));
    }
    DocxFile& footnotes(std::string_view content) {
        return related("footnotes", "footnotes.xml", root("footnotes", content));
    }
    DocxFile& endnotes(std::string_view content) {
        return related("endnotes", "endnotes.xml", root("endnotes", content));
    }
    DocxFile& comments(std::string_view content) {
        return related("comments", "comments.xml", root("comments", content));
    }
    /// A header or footer by the name of its part without the ending; its relationship has the same id.
    DocxFile& header(const std::string& name, std::string_view content) {
        return related("header", name + ".xml", root("hdr", content), name);
    }
    /// Another part, named from word/.
    DocxFile& related(const std::string& type, const std::string& name, std::string content, std::string id = {}) {
        if (id.empty()) id = "id" + std::to_string(parts_.size());
        relationships_ += "<Relationship Id=\"" + id +
                          "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
                          "\" Target=\"" + name + "\"/>";
        parts_.emplace_back("word/" + name, std::move(content));
        return *this;
    }
    /// An entry as it is.
    DocxFile& entry(const std::string& name, std::string content) {
        parts_.emplace_back(name, std::move(content));
        return *this;
    }

    std::string bytes() const {
        ZipWriter zip;
        zip.add(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
            "ContentType=\"application/xml\"/><Default Extension=\"rels\" "
            "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>");
        zip.add(
            "_rels/.rels",
            relationships("<Relationship Id=\"r\" "
                          "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                          "Target=\"word/document.xml\"/>"));
        zip.add("word/document.xml", document_);
        zip.add("word/_rels/document.xml.rels", relationships(relationships_));
        for (const auto& [name, content] : parts_) zip.add(name, content);
        return zip.finish();
    }

    Source source() const { return Source::package("test.docx", bytes()); }

private:
    static std::string root(std::string_view name, std::string_view content) {
        return "<w:" + std::string(name) + std::string(word_namespaces) + ">" + std::string(content) +
               "</w:" + std::string(name) + ">";
    }
    static std::string relationships(const std::string& content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content +
               "</Relationships>";
    }

    std::string document_;
    std::string relationships_;
    std::vector<std::pair<std::string, std::string>> parts_;
};

/// A paragraph of one run.
inline std::string paragraph(std::string_view text, std::string_view properties = {}) {
    return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + std::string(text) +
           "</w:t></w:r></w:p>";
}

}  // namespace stet::test
