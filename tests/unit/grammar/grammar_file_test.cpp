#include "grammar/grammar_file.hpp"

#include <doctest/doctest.h>

#include "grammar/check.hpp"
#include "text/error.hpp"

using namespace stet;

TEST_CASE("every built-in grammar reads, has examples and keeps them") {
    const auto names = grammar_names();
    CHECK(names.size() >= 4);
    for (const std::string& name : names) {
        const Grammar grammar = load_grammar(name);
        CHECK(grammar.name == name);
        CHECK_FALSE(grammar.examples.empty());
        for (const Diagnostic& diagnostic : check_grammar(grammar)) FAIL_CHECK(name << ": " << diagnostic.message);
    }
}

TEST_CASE("what is wrong with a grammar is said with its place") {
    const auto message = [](std::string_view toml) {
        try {
            parse_grammar(toml, "mine.toml");
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(message("name = ").starts_with("mine.toml:1:"));
    CHECK(message("format = \"stet-grammar/2\"\nname = \"x\"").starts_with("mine.toml:1:"));
    const std::string head = "format = \"stet-grammar/1\"\nname = \"x\"\n";
    CHECK(message(head + "colour = 1").starts_with("mine.toml:3:1: unknown key \"colour\""));
    CHECK(message(head + "[[level]]\nname = \"a\"").find("no labels") != std::string::npos);
    CHECK(message(head + "[[level]]\nname = \"a\"\nlabels = [\"{x}\"]").starts_with("mine.toml:5:"));
    CHECK(message(head + "[[level]]\nname = \"a\"\nlabels = [\"A\"]\nstands = \"up\"").find("use one of line") !=
          std::string::npos);
    CHECK(message(head + "[[level]]\nname = \"a\"\nlabels = [\"A\"]\nbeside = \"b\"").find("no level \"b\"") !=
          std::string::npos);
    CHECK(message("format = \"stet-grammar/1\"").find("\"name\" is missing") != std::string::npos);
    CHECK(message(head).empty());
}

TEST_CASE("an unknown grammar names the known ones") {
    CHECK_THROWS_WITH_AS(load_grammar("klingon"), doctest::Contains("plain"), Error);
    CHECK_THROWS_AS(load_grammar("no/such/file.toml"), Error);
}

TEST_CASE("an example that differs is told") {
    const Grammar grammar = parse_grammar(
        "format = \"stet-grammar/1\"\nname = \"x\"\n[[level]]\nname = \"rule\"\nlabels = [\"Rule {decimal}\"]\n"
        "[[example]]\ntext = \"Rule 1\"\npaths = [\"rule 2\"]\n",
        "mine.toml");
    const Diagnostics found = check_grammar(grammar);
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == "example-differs");
}
