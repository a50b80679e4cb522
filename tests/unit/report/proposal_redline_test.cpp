// What is drawn of an operation, and how its instruction is cut into what was claimed and what was not.
#include "report/proposal_redline.hpp"

#include <doctest/doctest.h>

#include "writers/proposal_fixture.hpp"

namespace {

using namespace stet;

}  // namespace

TEST_CASE("what is not drawn is told paragraph by paragraph, the strike first") {
    const std::vector<DrawnBlock> two = drawn_of(test::plain_insertion());
    REQUIRE(two.size() == 2);
    CHECK(two[1].runs[0].kind == DrawnRun::inserted);
    Operation one = test::plain_insertion();
    one.struck_text = "old";
    one.inserted_text = "new";
    const std::vector<DrawnBlock> side_by_side = drawn_of(one);
    REQUIRE(side_by_side.size() == 1);
    CHECK(side_by_side[0].runs[0].kind == DrawnRun::struck);
    CHECK(side_by_side[0].runs[1].kind == DrawnRun::inserted);
    CHECK(drawn_of(Operation()).empty());
    CHECK(drawn_of(test::agreed_substitution()).front().runs.size() == 5);
}

TEST_CASE("an instruction is cut without losing a word") {
    const std::vector<ParsedStretch> stretches = parsed_stretches(test::conditional_repeal());
    REQUIRE(stretches.size() == 3);
    CHECK(stretches[0].role == "verb");
    CHECK(stretches[1].words == "the Article in its entirety");
    CHECK(stretches[2].words == "upon expiration of the agreement.");
    CHECK(stretches[2].role.empty());
}

TEST_CASE("spans that lie outside an instruction or over one another are no trouble") {
    Operation made = test::conditional_repeal();
    made.parts = {{"a", "x", {50, 900}}, {"b", "y", {40, 60}}, {"c", "z", {70000, 80000}}};
    std::string words;
    for (const ParsedStretch& stretch : parsed_stretches(made)) words += stretch.words;
    std::string all = made.instruction;
    std::erase(all, ' ');
    std::erase(words, ' ');
    CHECK(words == all);
}

TEST_CASE("what stands in the lines of operations goes to the first that may have it") {
    const Proposal proposal = test::proposal();
    CHECK(unclaimed_of_operations(proposal) == OfOperations{{}, {}, {}, {0}});
    CHECK(wage_tables_of_operations(proposal) == OfOperations(4));
    Proposal sets;
    for (const char* id : {"1", "2"}) {
        sets.operations.push_back(test::operation(id, id, Op::set, Unit::table));
        sets.operations.back().lines = {100, 200};
    }
    sets.wage_tables = {test::wage_table(), test::wage_table()};
    CHECK(wage_tables_of_operations(sets) == OfOperations{{0, 1}, {}});
    sets.operations[0].lines = {200, 100};
    CHECK(wage_tables_of_operations(sets) == OfOperations{{}, {0, 1}});
}
