// The examples of the grammars built in, and one that is wrong.
#include "proposal/check_examples.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;

TEST_CASE("every grammar asks for what its examples say") {
    CHECK_FALSE(proposal_test::labor().proposal.examples.empty());
    for (const std::string& name : grammar_names())
        for (const Diagnostic& diagnostic : check_proposal_examples(load_grammar(name)))
            FAIL_CHECK(name << ": " << diagnostic.message);
}

TEST_CASE("an example that asks for something else is told with what is read") {
    Grammar grammar = proposal_test::labor();
    grammar.proposal.examples = {{"Offer\n\n1. Article 5\n\nDelete Section 8.\n\n2. Article 6\n\nDelete Section 9.\n",
                                  {"repeal section; article 5; section 8; certain"},
                                  12}};
    const Diagnostics found = check_proposal_examples(grammar);
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 12);
    CHECK(found[0].message ==
          "operation 2 is “repeal section; article 6; section 9; certain”, and the example says “no more”");
}
