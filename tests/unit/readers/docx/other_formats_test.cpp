// Text in other formats that two Word documents bring in.
#include "readers/docx/other_formats.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "../../../docx_file.hpp"
#include "stet.hpp"

using namespace stet;
using stet::test::DocxFile;

namespace {

DocxFile with_chunks(const std::string& first, const std::string& second, const std::string& body) {
    return DocxFile("<w:p><w:r><w:t>Of hives.</w:t></w:r></w:p>" + body)
        .related("aFChunk", "first.html", first, "one")
        .related("aFChunk", "second.html", second, "two");
}

constexpr const char* both = "<w:altChunk r:id=\"one\"/><w:altChunk r:id=\"two\"/>";
constexpr const char* swapped = "<w:altChunk r:id=\"two\"/><w:altChunk r:id=\"one\"/>";

bool tells_change(const DocxFile& before, const DocxFile& after) {
    const Redline redline = compare(Input{"before.docx", before.bytes(), {}}, Input{"after.docx", after.bytes(), {}});
    return std::any_of(redline.diagnostics.begin(), redline.diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.code == "other-format-changed" && diagnostic.severity == Severity::warning;
    });
}

}  // namespace

TEST_CASE("text in other formats: in the order of its elements, and only what stands in the text") {
    CHECK(texts_in_other_formats(with_chunks("a", "b", swapped).source()) == std::vector<std::string>{"b", "a"});
    CHECK(texts_in_other_formats(with_chunks("a", "b", "<w:altChunk r:id=\"none\"/>").source()) ==
          std::vector<std::string>{""});
    CHECK(texts_in_other_formats(with_chunks("a", "b", "").source()).empty());
}

TEST_CASE("text in other formats: a change of it is told") {
    const DocxFile before = with_chunks("<p>old</p>", "b", both);
    CHECK_FALSE(tells_change(before, before));
    CHECK(tells_change(before, with_chunks("<p>new</p>", "b", both)));
    CHECK(tells_change(before, with_chunks("<p>old</p>", "b", swapped)));
    CHECK(tells_change(before, with_chunks("<p>old</p>", "b", "")));
}
