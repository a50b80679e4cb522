// Packages: parts by name, content types, relationships, and names that are none.
#include "package/package.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "docx_file.hpp"
#include "text/error.hpp"

using namespace stet;
using stet::test::DocxFile;

namespace {

bool has_code(const Diagnostics& diagnostics, std::string_view code) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) { return d.code == code; });
}

}  // namespace

TEST_CASE("parts are found in capitals and small letters, with their content types") {
    const std::string bytes = DocxFile("").entry("word/Odd.XML", "<odd/>").bytes();
    Diagnostics diagnostics;
    const Package package(bytes, "a.docx", diagnostics);
    CHECK(package.has("word/document.xml"));
    CHECK(package.has("WORD/Document.xml"));
    CHECK_FALSE(package.has("word/styles.xml"));
    CHECK(package.read("word/odd.xml") == "<odd/>");
    CHECK(package.content_type("word/odd.xml") == "application/xml");
    CHECK(package.content_type("word/picture.png").empty());
    CHECK_THROWS_AS(package.read("word/none.xml"), Error);
    CHECK(diagnostics.empty());
}

TEST_CASE("relationships name parts, and those that are not there are told") {
    const std::string bytes = DocxFile("")
                                  .styles("")
                                  .related("hyperlink", "nowhere/../../word/styles.xml", "")
                                  .entry("word/_rels/styles.xml.rels",
                                         "<Relationships><Relationship Id=\"a\" Type=\"x/image\" Target=\"gone.png\"/>"
                                         "<Relationship Id=\"b\" Type=\"x/hyperlink\" Target=\"https://a.example\" "
                                         "TargetMode=\"External\"/></Relationships>")
                                  .bytes();
    Diagnostics diagnostics;
    const Package package(bytes, "a.docx", diagnostics);
    const auto of_document = package.relationships("word/document.xml", diagnostics);
    REQUIRE(of_document.size() == 2);
    CHECK(of_document[0].type == "styles");
    CHECK(of_document[0].target == "word/styles.xml");
    CHECK(of_document[1].target == "word/styles.xml");
    diagnostics.clear();
    const auto of_styles = package.relationships("word/styles.xml", diagnostics);
    REQUIRE(of_styles.size() == 1);
    CHECK(of_styles[0].external);
    CHECK(has_code(diagnostics, "missing-part"));
    CHECK(package.relationships("word/numbering.xml", diagnostics).empty());
}

TEST_CASE("targets are resolved inside the package") {
    CHECK(resolve_target("word/document.xml", "styles.xml") == "word/styles.xml");
    CHECK(resolve_target("word/document.xml", "../media/a.png") == "media/a.png");
    CHECK(resolve_target("word/document.xml", "/word/./a.xml#b") == "word/a.xml");
    CHECK(resolve_target("", "word/document.xml") == "word/document.xml");
    CHECK_FALSE(resolve_target("word/document.xml", "../../etc/passwd").has_value());
    CHECK(relationships_part("word/document.xml") == "word/_rels/document.xml.rels");
    CHECK(relationships_part("") == "_rels/.rels");
}

TEST_CASE("names that lead elsewhere are left out and told; a part twice is an error") {
    for (const char* name :
         {"../../etc/passwd", "/etc/passwd", "word\\styles.xml", "C:/a.xml", "word//a.xml", "word/a."}) {
        INFO(name);
        Diagnostics diagnostics;
        const std::string bytes = DocxFile("").entry(name, "x").bytes();
        const Package package(bytes, "a.docx", diagnostics);
        CHECK(has_code(diagnostics, "odd-part-name"));
        CHECK_FALSE(package.has(name));
    }
    Diagnostics diagnostics;
    const std::string twice = DocxFile("").entry("word/Document.xml", "x").bytes();
    CHECK_THROWS_WITH_AS(Package(twice, "a.docx", diagnostics), doctest::Contains("two parts called"), Error);
}

TEST_CASE("an archive that is no package says so") {
    ZipWriter zip;
    zip.add("a.txt", "text");
    const std::string bytes = zip.finish();
    Diagnostics diagnostics;
    CHECK_THROWS_WITH_AS(Package(bytes, "a.docx", diagnostics), doctest::Contains("content types"), Error);
}
