// The examples of grammar files hold, and one that does not is told.
#include "proposal/wage_examples.hpp"

#include <doctest/doctest.h>

namespace {

std::string grammar_with(const std::string& rows) {
    return "format = \"stet-grammar/1\"\nname = \"test\"\n[wages]\nrate = [\"rate\"]\ncurrent = [\"now\"]\n"
           "wages = [\"rate\"]\n[[wages.example]]\ntext = "
           "\"\"\"\nName\\tNow\\t1/1/2026\nCook\\t$10.00\\t$11.00\n\"\"\"\nrows = [" +
           rows + "]\n";
}

}  // namespace

TEST_CASE("every built-in grammar's examples of wages hold") {
    std::size_t examples = 0;
    for (const stet::Grammar& grammar : stet::load_built_in_grammars()) {
        examples += grammar.wages.examples.size();
        for (const stet::Diagnostic& found : stet::check_wage_examples(grammar))
            FAIL_CHECK(grammar.name << " line " << found.line << ": " << found.message);
    }
    CHECK(examples > 3);
}

TEST_CASE("an example that differs is told with the first row that does") {
    CHECK(stet::check_wage_examples(stet::parse_grammar(grammar_with("\": Cook 10.00 -> 2026-01-01 11.00\""), "test"))
              .empty());
    const stet::Diagnostics found =
        stet::check_wage_examples(stet::parse_grammar(grammar_with("\": Cook 10.00 -> 2026-01-01 12.00\""), "test"));
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == "example-differs");
    CHECK(found.front().message.find("row 1") != std::string::npos);
    CHECK(found.front().message.find("11.00") != std::string::npos);
    CHECK(stet::check_wage_examples(stet::parse_grammar(grammar_with(""), "test")).size() == 1);
}

TEST_CASE("unknown keys of the wages table are told") {
    CHECK_THROWS_WITH(stet::parse_grammar("format = \"stet-grammar/1\"\nname = \"x\"\n[wages]\nrates = []\n", "x.toml"),
                      doctest::Contains("unknown key \"rates\""));
}
