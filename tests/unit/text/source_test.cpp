#include "text/source.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/error.hpp"

using namespace stet;

namespace {

struct Read {
    Diagnostics diagnostics;
    Source source;
    explicit Read(std::string bytes) : source("a.txt", std::move(bytes), diagnostics) {}
};

bool has_code(const Diagnostics& diagnostics, std::string_view code) {
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.code == code) return true;
    return false;
}

}  // namespace

TEST_CASE("source: lines are counted from 1 and come without their ends") {
    const Read read("one\ntwo\n\nfour");
    const Source& source = read.source;
    CHECK(read.diagnostics.empty());
    CHECK(source.name() == "a.txt");
    CHECK(source.line_count() == 4);
    CHECK(source.line(1) == "one");
    CHECK(source.line(2) == "two");
    CHECK(source.line(3) == "");
    CHECK(source.line(4) == "four");
    CHECK(source.line_begin(2) == 4);
    CHECK(source.line_at(0) == 1);
    CHECK(source.line_at(3) == 1);
    CHECK(source.line_at(4) == 2);
    CHECK(source.line_at(8) == 3);
    CHECK(source.line_at(9) == 4);
    CHECK(source.text({4, 7}) == "two");
}

TEST_CASE("source: a last line end opens no further line") {
    CHECK(Read("one\ntwo\n").source.line_count() == 2);
    CHECK(Read("one\ntwo").source.line_count() == 2);
}

TEST_CASE("source: columns are counted in code points") {
    const Read read("x\n\xC2\xA7 5 caf\xC3\xA9 end");
    const std::size_t at = read.source.text().find("end");
    const Position position = read.source.position(static_cast<std::uint32_t>(at));
    CHECK(position.line == 2);
    CHECK(position.column == 10);
    CHECK(read.source.position(0).line == 1);
    CHECK(read.source.position(0).column == 1);
}

TEST_CASE("source: an empty input is a text without words") {
    const Read read("");
    CHECK(read.source.text().empty());
    CHECK(read.diagnostics.empty());
    CHECK(read.source.line_at(0) == 1);
    CHECK(read.source.position(0).line == 1);
    CHECK(read.source.sha256() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("source: every kind of line end becomes one") {
    const Read read("a\r\nb\rc\nd\r\n");
    CHECK(read.source.text() == "a\nb\nc\nd\n");
    CHECK(read.source.line_count() == 4);
    CHECK(read.source.line(3) == "c");
}

TEST_CASE("source: a byte order mark is no text") {
    CHECK(Read("\xEF\xBB\xBF# Title").source.text() == "# Title");
}

TEST_CASE("source: what is no UTF-8 is repaired and said") {
    const Read read("caf\xE9 au lait");
    CHECK(has_code(read.diagnostics, "invalid-utf8"));
    CHECK(read.source.text() == "caf\xEF\xBF\xBD au lait");
    CHECK(read.diagnostics.front().file == "a.txt");
}

TEST_CASE("source: a NUL in a text is replaced and said") {
    const std::string bytes = std::string("an agreement of some length with a stray") + '\0' + "character inside of it";
    const Read read(bytes);
    CHECK(has_code(read.diagnostics, "nul-character"));
    CHECK(read.source.text().find('\0') == std::string_view::npos);
}

TEST_CASE("source: a binary file is refused by name") {
    std::string bytes =
        "\x7F"
        "ELF";
    for (int i = 0; i < 400; ++i) bytes.push_back(static_cast<char>(i % 7));
    Diagnostics diagnostics;
    try {
        Source source("program.bin", bytes, diagnostics);
        FAIL("a binary file was taken for text");
    } catch (const Error& error) {
        CHECK(std::string(error.what()).find("program.bin") != std::string::npos);
        CHECK(std::string(error.what()).find("binary") != std::string::npos);
    }
}

TEST_CASE("source: the hash is that of the bytes as they came") {
    // FIPS 180-4's own example, and the same text with other line ends.
    CHECK(Read("abc").source.sha256() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(Read("abc\n").source.sha256() != Read("abc\r\n").source.sha256());
    CHECK(Read("\xEF\xBB\xBF"
               "abc")
              .source.sha256() != Read("abc").source.sha256());
}
