// What is written as an instruction is read back as the same operation, whatever quotes the words have.
#include "proposal/instruction_form.hpp"

#include <doctest/doctest.h>

using namespace stet;

namespace {

void round_trip(const char* sentence, Op op) {
    INFO(sentence);
    const auto operation = parse_instruction(sentence);
    REQUIRE(operation.has_value());
    CHECK(operation->op == op);
    CHECK(instruction_words(*operation) == sentence);
}

}  // namespace

TEST_CASE("every sentence is read and written alike") {
    round_trip("In ARTICLE 8, Section 12, paragraph 1, strike “ten (10)” and insert “nine (9)”.", Op::substitute);
    round_trip("In Section 12, (a), paragraph 2, strike “the” (no. 2).", Op::remove);
    round_trip("In Section 12, paragraph 2, after “a “day” off” insert “, paid”.", Op::insert);
    round_trip("In the document, paragraph 3, at the end insert “more”.", Op::insert);
    round_trip("In “A, B” (no. 2), row 4, at the beginning insert “more”.", Op::insert);
    round_trip("In Section 12, strike paragraphs 2 to 4, beginning “An employee”.", Op::remove);
    round_trip("Repeal ARTICLE 8, Section 12.", Op::repeal);
    round_trip("After Section 12, insert the following:", Op::insert);
    round_trip("Before Section 12, row 1, insert the following:", Op::insert);
    round_trip("At the beginning, insert the following:", Op::insert);
    round_trip("Move Section 12 to follow “Terms to follow these”, paragraph 2.", Op::move);
    round_trip("Move Section 12, paragraph 1 to precede Section 13, paragraph 1.", Op::move);
    round_trip("Renumber Section 12 as “Section 13”.", Op::renumber);
    round_trip("In Section 12, paragraph 1, begin a new paragraph before “Here”.", Op::split);
    round_trip("Join Section 12, paragraph 2 to what stands before it.", Op::join);
}

TEST_CASE("what is not such a sentence is none") {
    for (const char* text : {"", "In", "In Section 12, strike", "In Section 12, strike “a” and insert", "Repeal .",
                             "Strike the last sentence.", "Move Section 12.", "In Section 12, paragraph 1, strike “a”",
                             "Renumber Section 12 as 13."})
        CHECK_FALSE(parse_instruction(text).has_value());
}

TEST_CASE("quotes are of a kind that the words leave free") {
    CHECK(quoted("a “b” c") == "“a “b” c”");
    CHECK(quoted("a ” b") == "«a ” b»");
    std::string_view text = "«a ” b» and more";
    CHECK(take_quoted(text) == "a ” b");
    CHECK(text == " and more");
}

TEST_CASE("an item of a list keeps its number, its depth and whether the number is a part of its text") {
    const auto item = [](const char* line) {
        INFO(line);
        const auto read = parse_item(line);
        REQUIRE(read.has_value());
        CHECK(read->kind == BlockKind::list_item);
        CHECK(item_words(*read) == line);
        return *read;
    };
    CHECK(item("Item: “1. Gloves “of wool”.”").number == "1.");
    const DrawnBlock bullet = item("Item “-”, depth 2: “Gloves ” and boots.”");
    CHECK(bullet.number == "-");
    CHECK(bullet.depth == 2);
    CHECK(new_text(bullet) == "Gloves ” and boots.");
    CHECK(item("Item, depth 3: “(a) Gloves.”").depth == 3);
    CHECK(item("Item “§ 3”: “§ 3 Gloves.”").number == "§ 3");
    for (const char* line :
         {"Item", "Item: Gloves.", "Item “-: “Gloves.”", "Items: “Gloves.”", "Item “-”, depth : “a”x"})
        CHECK_FALSE(parse_item(line).has_value());
}
