// Files made to harm: an error or a diagnostic for each, in bounded time and memory.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "readers/docx/walk.hpp"
#include "stet.hpp"
#include "unit/readers/docx/read_body.hpp"

using namespace stet;
using namespace stet::test;

namespace {

constexpr double most_seconds = 20;  ///< of a sanitized build; a released one takes a tenth

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

/// What reading says: its error, or nothing.
std::string fault_of(const std::string& bytes) {
    try {
        read({.name = "a.docx", .bytes = bytes, .format = ""});
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string fault_of(const DocxFile& file) {
    return fault_of(file.bytes());
}

/// A document with something of everything.
DocxFile rich() {
    DocxFile file(paragraph("Section 1. One", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") +
                  "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
                  "<w:p><w:ins w:id=\"1\"><w:r><w:t>b</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:ins></w:p>");
    file.styles("<w:style w:styleId=\"A\"/>").footnotes("<w:footnote w:id=\"1\">" + paragraph("n") + "</w:footnote>");
    file.numbering(
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl>"
        "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>");
    return file;
}

class Stopwatch {
public:
    double seconds() const { return static_cast<double>(std::clock() - began_) / CLOCKS_PER_SEC; }

private:
    std::clock_t began_ = std::clock();
};

}  // namespace

TEST_CASE("hostile docx: cut off at every 64th byte") {
    const std::string bytes = rich().bytes();
    REQUIRE(fault_of(bytes).empty());
    for (std::size_t size = 0; size < bytes.size(); size += 64) {
        INFO(size);
        CHECK_FALSE(fault_of(bytes.substr(0, size)).empty());
    }
}

TEST_CASE("hostile docx: every 16th byte another") {
    const std::string bytes = rich().bytes();
    for (std::size_t at = 0; at < bytes.size(); at += 16) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        fault_of(damaged);  // an error or not; no crash
    }
}

TEST_CASE("hostile docx: entities that multiply") {
    std::string type = "<!DOCTYPE d [<!ENTITY a0 \"aaaaaaaaaa\">";
    for (int i = 1; i < 20; ++i)
        type += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
    CHECK(fault_of(DocxFile::of_document(type + "]><d>&a19;</d>")).find("document type") != std::string::npos);
    CHECK(fault_of(DocxFile("").styles("").entry("word/_rels/styles.xml.rels", type + "]><d>&a19;</d>")).empty());
}

TEST_CASE("hostile docx: elements in elements") {
    for (const char* name : {"w:p", "w:sdt", "w:tbl", "w:ins", "w:r", "m:e", "mc:AlternateContent", "w:txbxContent"}) {
        INFO(name);
        const std::string open = "<" + std::string(name) + ">";
        const std::string close = "</" + std::string(name) + ">";
        CHECK(fault_of(DocxFile(repeated(open, 10'000) + repeated(close, 10'000))).find("nested deeper") !=
              std::string::npos);
        CHECK(fault_of(DocxFile(repeated(open, 390) + repeated(close, 390))).empty());
    }
    const std::string tables = repeated("<w:tbl><w:tr><w:tc>", 120);
    CHECK(fault_of(DocxFile(tables + paragraph("deep") + repeated("</w:tc></w:tr></w:tbl>", 120))).empty());
    const std::string boxes = repeated("<w:p><w:r><w:pict><w:txbxContent>", 90);
    CHECK(
        fault_of(DocxFile(boxes + paragraph("deep") + repeated("</w:txbxContent></w:pict></w:r></w:p>", 90))).empty());
}

TEST_CASE("hostile docx: a million runs in a paragraph") {
    std::string body = "<w:p>";
    for (std::uint64_t i = 0; i < 500'000; ++i) {
        body += "<w:r><w:t>" + std::to_string(i * 7919 % 100'003) + " </w:t></w:r>";
        body += "<w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>";
    }
    body += "</w:p>";
    const std::string bytes = DocxFile(body).bytes();
    const Stopwatch time;
    const Document document = read({.name = "a.docx", .bytes = bytes, .format = ""});
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.blocks[0].runs.size() > 900'000);
    CHECK(time.seconds() < most_seconds);
}

TEST_CASE("hostile docx: much of one kind") {
    const std::size_t many = 100'000;
    const std::vector<std::pair<const char*, std::string>> bodies = {
        {"paragraphs", repeated("<w:p><w:r><w:t>a</w:t></w:r></w:p>", many)},
        {"ends that are struck",
         repeated("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", many)},
        {"fields that begin", "<w:p>" + repeated("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", many) + "</w:p>"},
        {"fields in paragraphs",
         repeated("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>a</w:t></w:r></w:p>", many)},
        {"breaks", "<w:p><w:r>" + repeated("<w:br/>", many) + "<w:t>a</w:t></w:r></w:p>"},
        {"rows", "<w:tbl>" + repeated("<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc/></w:tr>", many / 4) +
                     "</w:tbl>"},
        {"wide cells", "<w:tbl><w:tr>" +
                           repeated("<w:tc><w:tcPr><w:gridSpan w:val=\"64\"/></w:tcPr></w:tc>", many / 10) +
                           "</w:tr></w:tbl>"},
        {"boxes",
         "<w:p>" +
             repeated("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
                      many / 4) +
             "</w:p>"},
        {"unknown names",
         [] {
             std::string out;
             for (int i = 0; i < 20'000; ++i) out += "<w:x" + std::to_string(i) + "/>";
             return out;
         }()},
        {"authors",
         [] {
             std::string out = "<w:p>";
             for (int i = 0; i < 20'000; ++i)
                 out += "<w:ins w:author=\"" + std::to_string(i) + "\"><w:r><w:t>a</w:t></w:r></w:ins>";
             return out + "</w:p>";
         }()},
    };
    for (const auto& [name, body] : bodies) {
        INFO(name);
        const Stopwatch time;
        fault_of(DocxFile(body));
        CHECK(time.seconds() < most_seconds);
    }
}

TEST_CASE("hostile docx: styles and lists without end") {
    std::string styles;
    for (int i = 0; i < 20'000; ++i)
        styles += "<w:style w:styleId=\"" + std::to_string(i) + "\"><w:basedOn w:val=\"" +
                  std::to_string((i + 1) % 20'000) + "\"/></w:style>";
    CHECK(fault_of(DocxFile(paragraph("a", "<w:pStyle w:val=\"7\"/>")).styles(styles)).empty());
    std::string lists;
    for (int i = 0; i < 20'000; ++i)
        lists += "<w:num w:numId=\"" + std::to_string(i) + "\"><w:abstractNumId w:val=\"0\"/></w:num>";
    CHECK(fault_of(
              DocxFile(paragraph("a", "<w:numPr><w:ilvl w:val=\"999999999999\"/><w:numId w:val=\"5\"/></w:numPr>"))
                  .numbering("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"-4\"/><w:lvl w:ilvl=\"8\"><w:start "
                             "w:val=\"99999999999999999999\"/><w:lvlText w:val=\"%9%\"/></w:lvl></w:abstractNum>" +
                             lists))
              .empty());
}

TEST_CASE("hostile docx: parts missing, named wrongly or of another kind") {
    const auto relationship = [](std::string_view target) {
        return "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"" + std::string(target) +
               "\"/></Relationships>";
    };
    const std::string types = "<Types/>";
    for (const char* target : {"word/none.xml", "../../etc/passwd", "", "_rels/.rels", "[Content_Types].xml"}) {
        INFO(target);
        ZipWriter zip;
        zip.add("[Content_Types].xml", types);
        zip.add("_rels/.rels", relationship(target));
        CHECK(fault_of(zip.finish()).find("no Word document") != std::string::npos);
    }
    CHECK(fault_of(rich().related("header", "media/none", "no XML at all")).empty());
    CHECK_FALSE(fault_of(DocxFile(paragraph("a")).styles("<unclosed>")).empty());
}

TEST_CASE("hostile docx: a package in a package stays shut") {
    const std::string inner = rich().bytes();
    DocxFile outer(paragraph("outer"));
    outer.related("package", "embeddings/inner.docx", inner);
    const Document document = read({.name = "a.docx", .bytes = outer.bytes(), .format = ""});
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.blocks[0].text == "outer");
}
