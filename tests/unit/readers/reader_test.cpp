// How a file finds its reader.
#include "readers/reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/error.hpp"

using namespace stet;

TEST_CASE("reader: by the ending, in any case") {
    Diagnostics diagnostics;
    CHECK(reader_for("a/b.MD", diagnostics).name == "markdown");
    CHECK(reader_for("b.markdown", diagnostics).name == "markdown");
    CHECK(reader_for("b.txt", diagnostics).name == "text");
    CHECK(diagnostics.empty());
}

TEST_CASE("reader: an unknown ending is read as text, and that is said") {
    Diagnostics diagnostics;
    CHECK(reader_for("b.rtf", diagnostics).name == "text");
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "unknown-format");
    CHECK(diagnostics[0].file == "b.rtf");
}

TEST_CASE("reader: by its name, or an error that lists the names") {
    CHECK(reader_named("markdown").name == "markdown");
    try {
        reader_named("rtf");
        FAIL("no error");
    } catch (const Error& error) {
        const std::string what = error.what();
        CHECK(what.find("markdown") != std::string::npos);
        CHECK(what.find("text") != std::string::npos);
    }
}

TEST_CASE("reader: the default stands last") {
    CHECK(readers().back().name == "text");
}
