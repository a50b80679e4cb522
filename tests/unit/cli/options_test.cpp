// Command lines as the shell gives them: what is taken, what is refused and with which words.
#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/error.hpp"

using namespace stet;
using namespace stet::cli;

namespace {

using Words = std::vector<std::string>;

std::string complaint(Parsed (*parse)(std::span<const std::string>), const Words& words) {
    try {
        parse(words);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

bool begins(const std::string& text, const std::string& with) {
    return text.compare(0, with.size(), with) == 0;
}

}  // namespace

TEST_CASE("compare takes its documents and options in any order") {
    const Words words = {"-o",     "a.html", "old.md",  "--to=json", "--exit-code", "new.md", "-ob.json",
                         "--face", "before", "--clean", "clean.txt", "--reject",    "-q"};
    const Parsed parsed = parse_compare(words);
    CHECK_FALSE(parsed.help.has_value());
    CHECK(parsed.options.inputs == Words{"old.md", "new.md"});
    CHECK(parsed.options.outputs == Words{"a.html", "b.json"});
    CHECK(parsed.options.to == "json");
    CHECK(parsed.options.face == Face::before);
    CHECK(parsed.options.clean == "clean.txt");
    CHECK(parsed.options.reject);
    CHECK(parsed.options.exit_code);
    CHECK(parsed.options.quiet);
    CHECK_FALSE(parsed.options.faces);
    CHECK_FALSE(parsed.options.typography);
}

TEST_CASE("what is not said keeps its default") {
    const Words words = {"old.md", "-"};
    const Options options = parse_compare(words).options;
    CHECK(options.inputs == words);
    CHECK(options.outputs.empty());
    CHECK(options.to.empty());
    CHECK(options.face == Face::after);
    CHECK_FALSE(options.clean.has_value());
}

TEST_CASE("a name that begins with a dash stands behind --") {
    const Words words = {"--", "-old.md", "--new.md"};
    CHECK(parse_compare(words).options.inputs == Words{"-old.md", "--new.md"});
}

TEST_CASE("help asks for nothing else") {
    const Words words = {"--help"};
    for (const auto parse : {parse_compare, parse_outline, parse_grammar_command}) {
        const Parsed parsed = parse(words);
        REQUIRE(parsed.help.has_value());
        CHECK(begins(*parsed.help, "Usage: stet "));
    }
}

TEST_CASE("what is wrong is named, with the help that tells more") {
    CHECK(complaint(parse_compare, {"a", "b", "--frob"}) == "unknown option --frob; see 'stet compare --help'");
    CHECK(complaint(parse_compare, {"a"}) ==
          "compare takes two documents, BEFORE and AFTER, but 1 is given; see 'stet compare --help'");
    CHECK(complaint(parse_compare, {"a", "b", "--faces"}) ==
          "--faces takes one document, but 2 are given; see 'stet compare --help'");
    CHECK(complaint(parse_compare, {"a", "b", "--to", "x", "--to", "y"}) ==
          "--to is given twice; see 'stet compare --help'");
    CHECK(complaint(parse_compare, {"a", "b", "--reject"}) == "--reject needs --clean FILE; see 'stet compare --help'");
    CHECK(complaint(parse_outline, {}) == "outline takes one document, but none is given; see 'stet outline --help'");
    CHECK(complaint(parse_grammar_command, {"check"}) == "grammar check takes one FILE; see 'stet grammar --help'");
}
