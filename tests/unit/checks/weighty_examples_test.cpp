// The words whose change weighs come from grammar files; their examples hold, and one that does not is told.
#include "checks/weighty_examples.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "document/weighty_words.hpp"
#include "stet.hpp"
#include "text/error.hpp"

namespace {

using stet::check_weighty_examples;
using stet::parse_grammar;

const std::string head = "format = \"stet-grammar/1\"\nname = \"test\"\n";

std::string example(const std::string& before, const std::string& after, const std::string& flags) {
    return "[[weighty.example]]\nbefore = \"" + before + "\"\nafter = \"" + after + "\"\nflags = [" + flags + "]\n";
}

std::string differing(const std::string& toml) {
    std::string out;
    for (const stet::Diagnostic& found : check_weighty_examples(parse_grammar(head + toml, "test")))
        out += std::to_string(found.line) + ": " + found.message + "; ";
    return out;
}

std::string message(const std::string& toml) {
    try {
        parse_grammar(head + toml, "mine.toml");
    } catch (const stet::Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("the examples of weighty words hold, and grammars that bring no words have those of plain.toml") {
    for (const stet::GrammarUse use : {stet::GrammarUse::outlines, stet::GrammarUse::proposals})
        for (const stet::Grammar& grammar : stet::load_built_in_grammars(use)) {
            CAPTURE(grammar.name);
            REQUIRE(grammar.weighty != nullptr);
            CHECK(grammar.weighty->size() > 100);
            for (const stet::Diagnostic& found : check_weighty_examples(grammar))
                FAIL_CHECK("line " << found.line << ": " << found.message);
        }
    CHECK(stet::load_grammar("plain").weighty_examples.size() > 2);
    const auto common = parse_grammar(head, "test").weighty;
    CHECK(common == parse_grammar(head, "other").weighty);
    CHECK(common->size() == stet::load_grammar("plain").weighty->size());
}

TEST_CASE("an example of weighty words that differs is told") {
    const std::string words = "[weighty]\nmodal = [\"shall\", \"May\"]\n";
    CHECK(differing(words + example("It shall go.", "It may go.", "\"modal-word: “shall” became “may”\"")).empty());
    CHECK(differing(words + example("It shall go.", "It may go.", "")) ==
          "5: flag 1 is \"modal-word: “shall” became “may”\", and the example says \"no more\"; ");
    CHECK(differing(words + example("It must go.", "It may go.", "\"modal-word: “must” became “may”\"")) ==
          "5: flag 1 is \"modal-word: “may” added\", and the example says \"modal-word: “must” became “may”\"; ");
    CHECK(differing(words + example("It shall go.\\n\\nSo.", "It may go.", "")).find("one paragraph") !=
          std::string::npos);
}

TEST_CASE("a grammar's own words take the place of all others, in any language") {
    const std::string words =
        "[weighty]\nmodal = [\"muss\", \"darf\"]\npolarity = [\"nicht\", \"ohne\"]\nthreshold = [\"höchstens\", "
        "\"über  den\", \"über\"]\nand-or = [\"und\", \"oder\"]\nplain = [\"und\", \"oder\"]\n[weighty.denies]\nohne "
        "= [\"mit\"]\n";
    CHECK(differing(words + example("Er muss mit Hut und Stock gehen.", "Er darf ohne Hut oder Stock gehen.",
                                    "\"modal-word: “muss” became “darf”\", \"polarity-word: “mit” became “ohne”\", "
                                    "\"and-or-word: “und” became “oder”\"")) == "");
    CHECK(differing(words + example("Er zahlt höchstens zehn Mark.", "Er zahlt über den zehn Mark.",
                                    "\"threshold-word: “höchstens” became “über den”\"")) == "");
    CHECK(differing(words + example("It shall go.", "It may go.", "")) == "");
    CHECK(differing(words + example("Er geht mit Hut.", "Er geht.", "")) == "");
}

TEST_CASE("what is wrong with weighty words is said with its place") {
    CHECK(message("[weighty]\nmodals = []") ==
          "mine.toml:4:1: unknown key \"modals\": use one of modal, polarity, threshold, frequency, and-or, party, "
          "plain, names, prefixes, undenied, things, same, denies, not-before, example");
    CHECK(message("[weighty]\nmodal = [\"may\"]\npolarity = [\"not\", \"MAY\"]") ==
          "mine.toml:5:20: \"may\" stands twice among the weighty words: write it once");
    CHECK(message("[weighty]\nplain = [\"and\"]").starts_with("mine.toml:4:10: \"and\" stands in no list of words"));
    CHECK(message("[weighty]\nmodal = [\"“may”\"]").starts_with("mine.toml:4:10: \"“may”\" begins with no letter"));
    CHECK(message("[weighty]\nmodal = [\" \"]").starts_with("mine.toml:4:10: \" \" begins with no letter"));
    CHECK(message("[weighty.denies]\nunless = [\"if\"]").starts_with("mine.toml:4:1: \"unless\" stands in no list"));
    CHECK(message("[weighty.same]\ndaily = [\"each day\"]").starts_with("mine.toml:4:1: \"daily\" stands in no list"));
    const std::string often = "[weighty]\nfrequency = [\"daily\", \"each day\", \"each night\"]\n[weighty.same]\n";
    CHECK(message(often + "daily = [\"daily\"]").starts_with("mine.toml:6:10: \"daily\" says the same as one other"));
    CHECK(message(often + "daily = [\"each day\"]\n\"each night\" = [\"each day\"]")
              .starts_with("mine.toml:7:17: \"each day\" says the same as one other"));
    CHECK(message("weighty = 1").starts_with("mine.toml:3:"));
    CHECK(message("[weighty]\ndenies = 1").starts_with("mine.toml:4:"));
    CHECK(message("[weighty]\nmodal = [1]").starts_with("mine.toml:4:"));
    CHECK(message("[weighty]\n[[weighty.example]]\nbefore = \"x\"").starts_with("mine.toml:4:"));
}

TEST_CASE("phrases that say the same are told as neither became the other") {
    const std::string words =
        "[weighty]\nfrequency = [\"daily\", \"each day\", \"weekly\"]\n[weighty.same]\ndaily = [\"each day\"]\n";
    CHECK(differing(words + example("It is paid each day here.", "It is paid daily here.", "")) == "");
    CHECK(differing(words + example("It is paid each day here.", "It is paid weekly here.",
                                    "\"frequency-word: “each day” became “weekly”\"")) == "");
}

TEST_CASE("comparisons take the words of the grammar that read the documents") {
    const std::string path = (std::filesystem::temp_directory_path() / "stet-weighty-words.toml").string();
    std::ofstream(path) << head << "headings = true\n[weighty]\nmodal = [\"geht\", \"steht\"]\n";
    const auto told = [&](const std::string& grammar) {
        stet::ReadOptions options;
        options.grammar = grammar;
        std::string out;
        for (const stet::Change& change :
             compare({"a.md", "It shall be: er geht.\n", {}}, {"b.md", "It may be: er steht.\n", {}}, options).changes)
            for (const stet::Flag& flag : change.flags) out += flag.text + "; ";
        return out;
    };
    CHECK(told(path) == "“geht” became “steht”; ");
    CHECK(told("plain") == "“shall” became “may”; ");
    std::filesystem::remove(path);
}
