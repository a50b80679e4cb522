// Header, footer, settings and properties of a document made from nothing, and the remarks of its authors.
#include <string_view>

#include "text/version.hpp"
#include "writers/change_words.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/parts.hpp"

namespace stet::docx {

namespace {

std::string open_part(std::string_view element) {
    std::string out(xml_head);
    out.append("<w:").append(element).append(" xmlns:w=\"").append(main_namespace).append("\" xmlns:r=\"");
    return out.append(relationships_namespace) += "\">";
}

/// A field with what stands for its result until the program that opens it works it out.
std::string field(std::string_view code) {
    return "<w:fldSimple w:instr=\" " + std::string(code) + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
}

void append_run(std::string& out, std::string_view text) {
    out += "<w:r>";
    append_text(out, text, false);
    out += "</w:r>";
}

}  // namespace

std::string header_part(const Redline& redline, const WriteOptions& options) {
    std::string out = open_part("hdr") + "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>";
    append_run(out, redline_title(redline, options));
    if (!options.date.empty()) {
        out += "<w:r><w:tab/></w:r>";
        append_run(out, options.date);
    }
    out += "</w:p>";
    if (!redline.verified.holds()) {
        out += "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val=\"C00000\"/></w:rPr>";
        append_text(out, verified_words(redline), false);
        out += "</w:r></w:p>";
    }
    return out += "</w:hdr>";
}

std::string footer_part() {
    std::string out = open_part("ftr") + "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>";
    append_run(out, "Page ");
    out += field("PAGE");
    append_run(out, " of ");
    return out += field("NUMPAGES") + "</w:p></w:ftr>";
}

std::string settings_part() {
    return open_part("settings") +
           "<w:trackRevisions/><w:defaultTabStop w:val=\"720\"/><w:compat><w:compatSetting "
           "w:name=\"compatibilityMode\" "
           "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";
}

std::string comments_part(const Remarks& remarks, const Revisions& revisions) {
    std::string out = open_part("comments");
    for (std::size_t i = 0; i < remarks.size(); ++i) {
        out += "<w:comment w:id=\"" + std::to_string(i) + "\"";
        out += remarks[i].on_change ? revisions.signature() : " w:author=\"\"";
        out += "><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>";
        append_run(out, remarks[i].text);
        out += "</w:p></w:comment>";
    }
    return out += "</w:comments>";
}

std::string properties_part(const Redline& redline, const WriteOptions& options) {
    std::string words = verified_words(redline) + " Sections: " + counts_words(redline.counts) + ". Before: sha256 " +
                        redline.before.source.sha256() + ", after: sha256 " + redline.after.source.sha256() +
                        ". Made with stet " + std::string(version) + ".";
    if (const std::string left_out = left_out_words(redline); !left_out.empty()) words += " " + left_out;
    return std::string(xml_head) +
           "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
           escaped(redline_title(redline, options)) + "</dc:title><dc:creator>" + escaped(options.author) +
           "</dc:creator><dc:description>" + escaped(words) + "</dc:description></cp:coreProperties>";
}

}  // namespace stet::docx
