// Ends of moves held against each other.
#include "writers/docx/whole_moves.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace stet::docx;

namespace {

std::string range(const std::string& end, const std::string& id, const std::string& name) {
    return "<w:move" + end + "RangeStart w:id=\"" + id + "\" w:name=\"" + name + "\"/>";
}
std::string range_end(const std::string& end, const std::string& id) {
    return "<w:move" + end + "RangeEnd w:id=\"" + id + "\"/>";
}
std::string moved(const std::string& end, const std::string& words) {
    return "<w:move" + end + " w:id=\"9\"><w:r><w:t>" + words + "</w:t></w:r></w:move" + end + ">";
}
std::string marked(const std::string& mark, const std::string& content) {
    return "<w:p><w:pPr><w:rPr><w:" + mark + " w:id=\"8\"/></w:rPr></w:pPr>" + content + "</w:p>";
}

const std::string rent = "<w:p><w:r><w:t xml:space=\"preserve\"> The rent &amp; more </w:t></w:r></w:p>";
const std::string whole_from =
    marked("moveFrom", range("From", "1", "a") + moved("From", "Bees")) + range_end("From", "1");
const std::string whole_to = marked("moveTo", range("To", "2", "a") + moved("To", "Bees")) + range_end("To", "2");

}  // namespace

TEST_CASE("whole moves: what has both ends, and a part without moves, stays as it is") {
    CHECK(with_whole_moves(rent) == rent);
    CHECK(with_whole_moves(whole_from + rent + whole_to) == whole_from + rent + whole_to);
    const std::string without_ranges =
        marked("moveFrom", moved("From", "Bees")) + marked("moveTo", moved("To", "Bees"));
    CHECK(with_whole_moves(without_ranges) == without_ranges);
}

TEST_CASE("whole moves: one end alone is an insertion or a deletion, and no range") {
    const std::string fresh = marked("ins", "<w:ins w:id=\"9\"><w:r><w:t>Bees</w:t></w:r></w:ins>");
    const std::string gone = marked("del", "<w:del w:id=\"9\"><w:r><w:delText>Bees</w:delText></w:r></w:del>");
    CHECK(with_whole_moves(rent + whole_to) == rent + fresh);
    CHECK(with_whole_moves(whole_from + rent) == gone + rent);
    CHECK(with_whole_moves(marked("moveTo", moved("To", "Bees"))) == fresh);
    // The other end's range is left, but nothing in it.
    CHECK(with_whole_moves(range("From", "1", "a") + rent + range_end("From", "1") + whole_to) == rent + fresh);
    CHECK(with_whole_moves(rent + range_end("From", "1") + whole_to) == rent + fresh);
    // Another move of the same part is whole.
    const std::string other_to = marked("moveTo", range("To", "3", "b") + moved("To", "Bees")) + range_end("To", "3");
    CHECK(with_whole_moves(whole_from + whole_to + other_to) == whole_from + whole_to + fresh);
}

TEST_CASE("whole moves: a range that ends before it begins, or nowhere, ends behind its paragraphs") {
    const std::string two = marked("moveFrom", range("From", "1", "a") + moved("From", "Bees")) +
                            marked("moveFrom", moved("From", "and hives"));
    const std::string wanted = two + range_end("From", "1") + rent + whole_to;
    CHECK(with_whole_moves(range_end("From", "1") + two + rent + whole_to) == wanted);
    CHECK(with_whole_moves(two + rent + whole_to) == wanted);
}
