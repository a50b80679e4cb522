// The table of formats: names for --to, endings of files.
#include "writers/writer.hpp"

#include <doctest/doctest.h>

#include "text/error.hpp"

using namespace stet;

TEST_CASE("a file's ending names its format, whatever its case") {
    const auto name = [](std::string_view file) {
        const Writer* writer = writer_for(file);
        return writer == nullptr ? std::string_view("none") : writer->name;
    };
    CHECK(name("a/b.html") == "html");
    CHECK(name("B.HTM") == "html");
    CHECK(name("redline.md") == "markdown");
    CHECK(name("redline.markdown") == "markdown");
    CHECK(name("redline.json") == "json");
    CHECK(name("redline.txt") == "text");
    CHECK(name("redline.docx") == "docx");
    CHECK(name("md") == "none");
    CHECK(name("") == "none");
}

TEST_CASE("a format is found by its name, CriticMarkup by nothing else") {
    CHECK(writer_named("criticmarkup").endings.empty());
    for (const Writer& writer : writers()) CHECK(&writer_named(writer.name) == &writer);
    CHECK_THROWS_WITH_AS(
        writer_named("pdf"),
        "unknown format \"pdf\": use one of html, markdown, criticmarkup, docx, json, text, instructions", Error);
}
