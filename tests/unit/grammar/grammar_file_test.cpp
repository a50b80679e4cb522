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

TEST_CASE("grammars read for outlines alone have the same levels and words, and nothing of proposals") {
    const auto whole = stet::load_built_in_grammars();
    const auto outlines = stet::load_built_in_grammars(stet::GrammarUse::outlines);
    REQUIRE(outlines.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        CAPTURE(whole[i].name);
        CHECK(outlines[i].name == whole[i].name);
        CHECK(outlines[i].title == whole[i].title);
        CHECK(outlines[i].headings == whole[i].headings);
        CHECK(outlines[i].contents == whole[i].contents);
        CHECK(outlines[i].passed_lines == whole[i].passed_lines);
        CHECK(outlines[i].placeholders == whole[i].placeholders);
        CHECK(outlines[i].reference_nouns == whole[i].reference_nouns);
        CHECK(outlines[i].words == whole[i].words);
        CHECK(outlines[i].sentence_words == whole[i].sentence_words);
        REQUIRE(outlines[i].levels.size() == whole[i].levels.size());
        for (std::size_t k = 0; k < whole[i].levels.size(); ++k) {
            CHECK(outlines[i].levels[k].name == whole[i].levels[k].name);
            CHECK(outlines[i].levels[k].labels.size() == whole[i].levels[k].labels.size());
            CHECK(outlines[i].levels[k].rank == whole[i].levels[k].rank);
        }
        CHECK(outlines[i].proposal.empty());
        CHECK(outlines[i].examples.empty());
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
