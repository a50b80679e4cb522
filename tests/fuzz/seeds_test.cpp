// Gives every fuzz target its seeds, and inputs too large to keep as files.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

extern "C" {
// Each target's LLVMFuzzerTestOneInput under the name that CMakeLists.txt gives it here.
int stet_markdown_fuzz(const std::uint8_t* data, std::size_t size);
int stet_html_fuzz(const std::uint8_t* data, std::size_t size);
int stet_plain_text_fuzz(const std::uint8_t* data, std::size_t size);
int stet_docx_fuzz(const std::uint8_t* data, std::size_t size);
int stet_docx_document_fuzz(const std::uint8_t* data, std::size_t size);
int stet_docx_compare_fuzz(const std::uint8_t* data, std::size_t size);
int stet_grammar_file_fuzz(const std::uint8_t* data, std::size_t size);
int stet_outline_fuzz(const std::uint8_t* data, std::size_t size);
int stet_compare_fuzz(const std::uint8_t* data, std::size_t size);
int stet_three_way_fuzz(const std::uint8_t* data, std::size_t size);
int stet_wage_table_fuzz(const std::uint8_t* data, std::size_t size);
int stet_carry_out_fuzz(const std::uint8_t* data, std::size_t size);
int stet_proposal_fuzz(const std::uint8_t* data, std::size_t size);
int stet_instruction_fuzz(const std::uint8_t* data, std::size_t size);
}

namespace {

namespace fs = std::filesystem;

using Target = int (*)(const std::uint8_t*, std::size_t);

void give(Target target, std::string_view bytes) {
    CHECK(target(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
}

/// Runs the target on every seed; a fault aborts the program, and the last line printed says on which.
void replay(Target target, const char* name) {
    std::vector<fs::path> seeds;
    for (const auto& entry : fs::directory_iterator(fs::path(STET_TESTS_DIR) / "fuzz" / "seeds" / name))
        seeds.push_back(entry.path());
    std::sort(seeds.begin(), seeds.end());
    REQUIRE(seeds.size() > 5);
    for (const fs::path& seed : seeds) {
        std::ifstream file(seed, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        INFO(seed.string());
        give(target, bytes);
    }
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

/// Inputs on which careless parsers recurse without end or take quadratic time.
std::vector<std::pair<const char*, std::string>> large_inputs(std::size_t count) {
    return {
        {"quotes", repeated(">", count) + " deep"},
        {"quotes with blanks", repeated("> ", count) + "deep"},
        {"brackets", repeated("[", count) + "a" + repeated("]", count)},
        {"images", repeated("![[", count)},
        {"links", repeated("[a](", count)},
        {"underscores", repeated("_", count)},
        {"underscored words", repeated("_a ", count)},
        {"stars", repeated("*", count)},
        {"bold", repeated("**a ", count)},
        {"tildes", repeated("~~a ", count)},
        {"pipes", repeated("|", count)},
        {"rows", "|a|\n|-|\n" + repeated("|a\n", count)},
        {"columns", repeated("|a", count / 10) + "|\n" + repeated("|-", count / 10) + "|\n" + repeated("|\n", 100)},
        {"backticks", repeated("`a``", count)},
        {"tags", repeated("<b>", count)},
        {"tables", repeated("<table><tr><td>", count / 10)},
        {"comments", repeated("<!-- ", count)},
        {"entities", repeated("&#1", count)},
        {"critic", repeated("{~~a~>", count)},
        {"bullets", repeated("- ", count) + "a"},
        {"numbers", repeated("1. ", count) + "a"},
        {"headings", repeated("#\n", count)},
        {"labels", repeated("(a)(1)", count)},
        {"dots", repeated(".", count)},
        {"blanks", repeated(" ", count) + "a"},
        {"tabs", repeated("\t", count) + "a"},
        {"form feeds", repeated("\f", count)},
        {"a long word", repeated("a", 2 * count)},
        {"a long line", repeated("a b. ", count)},
        {"lines", repeated("a\n", count)},
        {"paragraphs", repeated("The same.\n\n", count)},
        {"bad bytes", repeated("\xFF", count)},
        {"references", repeated("[a]: b\n", count)},
        {"definitions used", "[a]: b\n\n" + repeated("[a]", count)},
        {"addresses", repeated("a@b.c ", count)},
        {"items in items", repeated("<li><dd>", count)},
        {"paragraphs under open tags", repeated("<b>", 200) + repeated("<p>a", count)},
        {"cells", "<table>" + repeated("<td colspan=1000 rowspan=1000>a", count)},
        {"lists", repeated("<ol><li>a", 200) + repeated("<li>a", count)},
        {"links", repeated("<a href=#a id=a>a", count)},
        {"rows of rates", repeated("Start\t$10.00\t$11.00\n", count)},
        {"tables of rates", repeated("Step\tCurrent\t1/1/25\nStart\t$10.00\t$11.00\n\n", count / 4)},
        {"claims",
         "Step\tCurrent\t1/1/25\nStart\t$10.00\t$11.00\n\n" + repeated("Raises up to $2.00 and more.\n\n", count / 4)},
        {"foreign", "<svg>" + repeated("<g>", count)},
    };
}

double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void check_time(Target target, std::size_t count, std::string_view first) {
    for (const auto& [name, text] : large_inputs(count)) {
        INFO(name);
        const double began = processor_seconds();
        give(target, std::string(first) + text);
        CHECK(processor_seconds() - began < 20);
    }
}

}  // namespace

TEST_CASE("fuzz seeds: markdown") {
    replay(stet_markdown_fuzz, "markdown");
}
TEST_CASE("fuzz seeds: html") {
    replay(stet_html_fuzz, "html");
}
TEST_CASE("fuzz seeds: plain text") {
    replay(stet_plain_text_fuzz, "plain_text");
}
TEST_CASE("fuzz seeds: docx") {
    replay(stet_docx_fuzz, "docx");
}
TEST_CASE("fuzz seeds: docx document") {
    replay(stet_docx_document_fuzz, "docx_document");
    replay(stet_docx_compare_fuzz, "docx_compare");
}
TEST_CASE("fuzz seeds: grammar file") {
    replay(stet_grammar_file_fuzz, "grammar_file");
}
TEST_CASE("fuzz seeds: outline") {
    replay(stet_outline_fuzz, "outline");
}
TEST_CASE("fuzz seeds: compare") {
    replay(stet_compare_fuzz, "compare");
}
TEST_CASE("fuzz seeds: three-way") {
    replay(stet_three_way_fuzz, "three_way");
    replay(stet_proposal_fuzz, "proposal");
    replay(stet_instruction_fuzz, "instruction");
}
TEST_CASE("fuzz seeds: wage table") {
    replay(stet_wage_table_fuzz, "wage_table");
}
TEST_CASE("fuzz seeds: carry out") {
    replay(stet_carry_out_fuzz, "carry_out");
}

TEST_CASE("large hostile inputs: markdown") {
    check_time(stet_markdown_fuzz, 100'000, "");
}
TEST_CASE("large hostile inputs: html") {
    check_time(stet_html_fuzz, 100'000, "");
}
TEST_CASE("large hostile inputs: plain text") {
    check_time(stet_plain_text_fuzz, 100'000, "");
}
TEST_CASE("large hostile inputs: outline") {
    check_time(stet_outline_fuzz, 50'000, "@");
    check_time(stet_outline_fuzz, 50'000, "A");
}
TEST_CASE("large hostile inputs: compare") {
    check_time(stet_compare_fuzz, 20'000, "@");
    check_time(stet_compare_fuzz, 20'000, "A");
}
TEST_CASE("large hostile inputs: three-way") {
    check_time(stet_three_way_fuzz, 10'000, "@");
    check_time(stet_three_way_fuzz, 10'000, "A");
}
TEST_CASE("large hostile inputs: wage table") {
    check_time(stet_wage_table_fuzz, 20'000, "@");
    check_time(stet_wage_table_fuzz, 20'000, "A");
}
TEST_CASE("large hostile inputs: carry out") {
    check_time(stet_carry_out_fuzz, 5'000, std::string_view("\x03", 1));
}
