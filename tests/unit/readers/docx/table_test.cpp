// Tables: rows with their cells in columns, merged and nested cells, tracked rows and cells, frames of one column.
#include <doctest/doctest.h>

#include <string>

#include "unit/readers/docx/read_body.hpp"

using namespace stet;
using namespace stet::test;

namespace {

std::string cell(const std::string& content, std::string_view properties = "") {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + content + "</w:tc>";
}

std::string row(const std::string& cells, std::string_view properties = "") {
    return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + cells + "</w:tr>";
}

std::string table(const std::string& rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
}

std::string p(std::string_view text) {
    return paragraph(text);
}

}  // namespace

TEST_CASE("a row is a block, and tables are numbered") {
    const auto blocks = read_body(table(row(cell(p("a")) + cell(p("b"))) + row(cell(p("c")) + cell(p("")))) + p("x") +
                                  table(row(cell(p("d")) + cell(p("e")))));
    CHECK(shown(blocks) == "a|b\nc|\nx\nd|e\n");
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].kind == BlockKind::table_row);
    CHECK(blocks[0].table == 1);
    CHECK(blocks[1].table == 1);
    CHECK(blocks[3].table == 2);
    CHECK(blocks[0].line() == 1);
    CHECK(blocks[1].line() == 3);
    CHECK(blocks[2].line() == 5);
}

TEST_CASE("cells over several columns or rows keep the columns in line") {
    CHECK(shown(read_body(table(row(cell(p("wide"), "<w:gridSpan w:val=\"2\"/>") + cell(p("c"))) +
                                row(cell(p("a"), "<w:vMerge w:val=\"restart\"/>") + cell(p("b")) + cell(p("c"))) +
                                row(cell(p(""), "<w:vMerge/>") + cell(p("e")) + cell(p("f"))) +
                                row(cell(p("z")) + cell(p("y")), "<w:gridBefore w:val=\"1\"/>")))) ==
          "wide||c\na|b|c\n|e|f\n|z|y\n");
}

TEST_CASE("paragraphs of a cell stand on lines, and tables in it are text of it") {
    CHECK(shown(read_body(table(row(cell(p("a") + p("b") + p("")) +
                                    cell(table(row(cell(p("c")) + cell(p("d")))) + p("e")))))) == "a\nb|c\nd\ne\n");
}

TEST_CASE("the tracked end of a paragraph in a cell is tracked") {
    CHECK(shown(read_body(table(row(cell(paragraph("a ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + p("b")) +
                                    cell(p("c")))))) == "a [struck:\n]b|c\n");
}

TEST_CASE("a table of one column is a frame around paragraphs") {
    const auto blocks = read_body(table(row(cell(p("a") + p("b"))) + row(cell(p("c")))));
    CHECK(shown(blocks) == "a\nb\nc\n");
    CHECK(blocks[0].kind == BlockKind::paragraph);
}

TEST_CASE("tracked rows and cells mark all that stands in them") {
    CHECK(shown(read_body(
              table(row(cell(p("a")) + cell(p("b")), "<w:ins w:id=\"1\" w:author=\"A\"/>") +
                    row(cell(p("c")) + cell(p("d")), "<w:del w:id=\"2\" w:author=\"A\"/>") +
                    row(cell(p("e"), "<w:cellIns w:id=\"3\"/>") + cell(p("f"), "<w:cellDel w:id=\"4\"/>"))))) ==
          "[inserted:a]|[inserted:b]\n[struck:c]|[struck:d]\n[inserted:e]|[struck:f]\n");
}

TEST_CASE("rows and cells in content controls are rows and cells") {
    const std::string control = "<w:sdt><w:sdtPr/><w:sdtContent>";
    const std::string end = "</w:sdtContent></w:sdt>";
    CHECK(shown(read_body(table(control + row(cell(p("a")) + control + cell(p("b")) + end) + end))) == "a|b\n");
}

TEST_CASE("a span of millions of columns is one of a table's") {
    CHECK(read_body(table(row(cell(p("a"), "<w:gridSpan w:val=\"99999999\"/>") + cell(p("b"))))).front().cells.size() ==
          65);
}
