// Fuzz target: any bytes as the body of one Word document, another's parted from it by the byte 0x1E. The redline must
// be verified and its package must be read again.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/invariants.hpp"
#include "package/zip.hpp"
#include "readers/reader.hpp"
#include "stet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// A package with this as the content of its body.
std::string package_of(const std::string& body) {
    constexpr const char* relationships =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    constexpr const char* office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    stet::ZipWriter zip;
    zip.add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    zip.add("_rels/.rels", std::string(relationships) + "<Relationship Id=\"r\" Type=\"" + office +
                               "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    zip.add("word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" +
                std::string(office) + "\" xmlns:m=\"m\" xmlns:v=\"v\"><w:body>" + body + "</w:body></w:document>");
    return zip.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const std::size_t parted = std::min(text.find('\x1E'), text.size());
    try {
        const stet::Redline redline =
            stet::compare(stet::Input{"before.docx", package_of(text.substr(0, parted)), {}},
                          stet::Input{"after.docx", package_of(text.substr(std::min(parted + 1, text.size()))), {}});
        stet::fuzz::must(redline.verified.holds(), "rejecting gives before, accepting gives after");
        stet::WriteOptions options;
        options.formatting = true;
        stet::read_docx(stet::Source::package("redline.docx", stet::write(redline, "docx", options)));
        stet::accept_docx(redline);
    } catch (const stet::Error&) {
        // A clear limit or no XML: an answer.
    }
    return 0;
}
