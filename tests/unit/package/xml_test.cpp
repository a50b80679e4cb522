// XML of parts: no document types, bounded depth and size, customary prefixes.
#include "package/xml.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/error.hpp"

using namespace stet;

namespace {

std::string fault_of(const std::string& xml) {
    try {
        parse_xml(xml, "a.docx: part");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string nested(int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i) xml += "<a>";
    xml += "x";
    for (int i = 0; i < depth; ++i) xml += "</a>";
    return xml;
}

}  // namespace

TEST_CASE("a document type is refused, and with it every entity of its own") {
    const std::string bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]><a>&c;</a>";
    CHECK(fault_of(bomb).find("document type") != std::string::npos);
    CHECK(parse_xml("<a>&unknown;&amp;&#65;</a>", "part")->child("a").text().get() == std::string("&unknown;&A"));
}

TEST_CASE("elements deeper than a document's are refused") {
    CHECK(fault_of(nested(deepest_xml - 1)).empty());
    CHECK(fault_of(nested(10'000)).find("nested deeper") != std::string::npos);
}

TEST_CASE("more tags or attributes than memory is for are refused") {
    std::string xml = "<a>";
    for (int i = 0; i < 4'100'000; ++i) xml += "<b/>";
    xml += "</a>";
    CHECK(fault_of(xml).empty());
    for (int i = 0; i < 4'100'000; ++i) xml += "<b/>";
    CHECK(fault_of(xml).find("more than 8000000") != std::string::npos);
}

TEST_CASE("what is no well-formed XML is told with its place") {
    CHECK(fault_of("<a><b></a>").find("at byte ") != std::string::npos);
    CHECK_FALSE(fault_of("").empty());
    CHECK_FALSE(fault_of("no XML").empty());
    CHECK(fault_of("<a>&#0;</a>").find("&#0;") != std::string::npos);
    CHECK(fault_of("<a>&#x00;</a>").find("&#0;") != std::string::npos);
}

TEST_CASE("white space alone in an element stays") {
    CHECK(parse_xml("<a> </a>", "part")->child("a").text().get() == std::string(" "));
}

TEST_CASE("known vocabularies get their customary prefixes, in the transitional and in the strict form") {
    const char* transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const char* strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    for (const char* address : {transitional, strict}) {
        const XmlTree named =
            parse_xml(std::string("<x:document xmlns:x=\"") + address + "\"><x:body x:a=\"1\"/></x:document>", "part");
        CHECK(named->child("w:document").child("w:body").attribute("w:a").as_int() == 1);
        CHECK(named->child("w:document").attribute("xmlns:w").value() == std::string(address));
        const XmlTree bare = parse_xml(
            std::string("<document xmlns=\"") + address + "\" xmlns:w=\"" + address + "\"><body w:a=\"1\"/></document>",
            "part");
        CHECK(bare->child("w:document").child("w:body").attribute("w:a").as_int() == 1);
    }
}
