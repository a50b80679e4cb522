#include "diff/word_diff.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "text/words.hpp"
#include "word_pair.hpp"

using namespace stet;
using stet::test::all_of;
using stet::test::drawn;
using stet::test::one_block;

TEST_CASE("word_diff: nothing changed, nothing there, all gone, all come") {
    CHECK(drawn("Clerks are paid.", "Clerks are paid.") == "Clerks are paid.");
    CHECK(drawn("", "") == "");
    CHECK(drawn("Clerks are paid.", "") == "[-Clerks are paid.-]");
    CHECK(drawn("", "Clerks are paid.") == "{+Clerks are paid.+}");
}

TEST_CASE("word_diff: typography is no edit, a capital letter is") {
    CHECK(
        word_diff(all_of(one_block("the \"base rate\" - paid")), all_of(one_block("the “base rate” – paid"))).size() ==
        1);
    CHECK(drawn("the  clerk\nis paid", "the clerk is paid") == "the clerk is paid");
    CHECK(drawn("the clerk is paid", "the Clerk is paid") == "the [-clerk-]{+Clerk+} is paid");
}

TEST_CASE("word_diff: a word broken at a line's end is the word") {
    CHECK(drawn("each full-\ntime clerk is paid", "each full-time clerk is paid") == "each full-time clerk is paid");
    CHECK(drawn("each employ-\nee is paid", "each employee is paid") == "each employee is paid");
}

TEST_CASE("word_diff: labels are compared with labels") {
    const Document before = one_block("(5) clerks and 6 bakers are paid", 4);
    const Document after = one_block("(6) clerks and 6 bakers are paid", 4);
    CHECK(drawn(before, after) == "([-5-]{+6+}) clerks and 6 bakers are paid");
    const Document bare = one_block("clerks and 6 bakers are paid");
    CHECK(drawn(after, bare) == "[-(6)-]clerks and 6 bakers are paid");
    CHECK(drawn(bare, before) == "{+(5)+} clerks and 6 bakers are paid");
}

TEST_CASE("word_diff: the blank before a word that went or came goes with it") {
    CHECK(drawn("Clerks are paid weekly.", "Clerks are paid.") == "Clerks are paid[- weekly-].");
    CHECK(drawn("Clerks are paid.", "Clerks are paid weekly.") == "Clerks are paid{+ weekly+}.");
    CHECK(drawn("Clerks are paid weekly\nby check.", "Clerks are paid by check.") ==
          "Clerks are paid [-weekly\n-]by check.");
}

TEST_CASE("word_diff: a stretch of a block is compared alone") {
    const Document before = one_block("Old. Clerks are paid. Old.");
    const Document after = one_block("Clerks are paid now.");
    const std::vector<Edit> edits = word_diff({before, 0, {5, 22}}, all_of(after));
    REQUIRE(!edits.empty());
    CHECK(edits.front().before.begin == 5);
    CHECK(edits.back().before.end == 22);
    for (const Edit& edit : edits) CHECK(edit.op != EditOp::deleted);
}

TEST_CASE("word_diff: an edit breaks where a fragment begins") {
    Document before = one_block("Clerks are paid\nby check.");
    before.blocks[0].fragments.push_back({16, 3, 3, {16, 25}});
    const std::vector<Edit> edits = word_diff(all_of(before), all_of(one_block("Clerks are paid by check.")));
    REQUIRE(edits.size() == 2);
    CHECK(edits[0].op == EditOp::equal);
    CHECK(edits[1].before.begin == 16);
    const std::vector<Edit> gone = one_sided(all_of(before), EditOp::deleted);
    REQUIRE(gone.size() == 2);
    CHECK(gone[1].before == Span{16, 25});
}

TEST_CASE("word_diff: a stretch on one side only is one edit") {
    const Document document = one_block("Clerks are paid.");
    const std::vector<Edit> gone = one_sided(all_of(document), EditOp::deleted);
    REQUIRE(gone.size() == 1);
    CHECK(gone[0].op == EditOp::deleted);
    CHECK(gone[0].before == Span{0, 16});
    CHECK(gone[0].after.empty());
    const std::vector<Edit> come = one_sided({document, 0, {7, 10}}, EditOp::inserted);
    REQUIRE(come.size() == 1);
    CHECK(come[0].after == Span{7, 10});
    CHECK(one_sided({document, 0, {4, 4}}, EditOp::deleted).empty());
}

TEST_CASE("word_diff: what an author struck or said stays outside the edits") {
    Document before = one_block("Clerks are paid weekly daily.");
    before.blocks[0].runs = {{{0, 16}, {}}, {{16, 23}, Marks{}.with(Mark::struck)}, {{23, 29}, {}}};
    bool aside = false;
    for (const Edit& edit : word_diff(all_of(before), all_of(one_block("Clerks are paid daily.")))) {
        if (edit.aside)
            aside = true;
        else
            CHECK(edit.op == EditOp::equal);
    }
    CHECK(aside);
    // What is struck in both is the same in both.
    Document after = one_block("Clerks are paid weekly nightly.");
    after.blocks[0].runs = {{{0, 16}, {}}, {{16, 23}, Marks{}.with(Mark::struck)}, {{23, 31}, {}}};
    for (const Edit& edit : word_diff(all_of(before), all_of(after)))
        if (edit.aside) CHECK(edit.op == EditOp::equal);
}

namespace {

/// The same numbers everywhere (Numerical Recipes' constants).
class RandomText {
public:
    explicit RandomText(std::uint32_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t bound) {
        state_ = state_ * 1664525u + 1013904223u;
        return (state_ >> 8) % bound;
    }
    std::string word() {
        static const std::vector<std::string> words = {"clerk", "store", "is",  "paid",  "the", "on",
                                                       "shall", "Union", "two", "(2)",   "$5",  "May 1",
                                                       "and",   "rate",  "of",  "night", "a",   "ten"};
        static const std::vector<std::string> marks = {"", "", "", "", "", "", "", ".", ",", ";"};
        return words[below(static_cast<std::uint32_t>(words.size()))] +
               marks[below(static_cast<std::uint32_t>(marks.size()))];
    }
    std::vector<std::string> words(std::uint32_t count) {
        std::vector<std::string> out;
        for (std::uint32_t i = 0; i < count; ++i) out.push_back(word());
        return out;
    }

private:
    std::uint32_t state_;
};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::uint32_t plain_words(std::string_view text) {
    for (const char c : text)
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) return 100;  // a number or a name is kept
    return count_words(text);
}

/// Every rule that a reader can see in the edits alone.
void check_reads_well(const std::string& before, const std::string& after) {
    CAPTURE(before);
    CAPTURE(after);
    const Document from = one_block(before);
    const Document to = one_block(after);
    const std::string picture = drawn(from, to);
    CAPTURE(picture);
    const std::vector<Edit> edits = word_diff(all_of(from), all_of(to));
    for (std::size_t i = 1; i < edits.size(); ++i) {
        const Edit& last = edits[i - 1];
        if (edits[i].op == EditOp::deleted)
            CHECK_MESSAGE(last.op == EditOp::equal, "a strike stands before its insertion");
        if (edits[i].op == EditOp::inserted) CHECK(last.op != EditOp::inserted);
    }
    const auto words_of = [&](const Edit& edit) {
        return edit.op == EditOp::deleted
                   ? count_words(std::string_view(before).substr(edit.before.begin, edit.before.size()))
                   : count_words(std::string_view(after).substr(edit.after.begin, edit.after.size()));
    };
    const auto is = [&](std::size_t i, EditOp op) { return edits[i].op == op && words_of(edits[i]) > 0; };
    for (std::size_t i = 2; i + 2 < edits.size(); ++i)
        if (is(i - 2, EditOp::deleted) && is(i - 1, EditOp::inserted) && edits[i].op == EditOp::equal &&
            is(i + 1, EditOp::deleted) && is(i + 2, EditOp::inserted))
            CHECK(plain_words(std::string_view(after).substr(edits[i].after.begin, edits[i].after.size())) > 2);
}

}  // namespace

TEST_CASE("word_diff: random edits read well") {
    RandomText random(11);
    for (int round = 0; round < 4000; ++round) {
        const std::vector<std::string> before = random.words(1 + random.below(40));
        std::vector<std::string> after;
        for (const std::string& word : before) {
            const std::uint32_t roll = random.below(12);
            if (roll == 0) continue;
            if (roll == 1) after.push_back(random.word());
            after.push_back(roll == 2 ? random.word() : word);
        }
        check_reads_well(joined(before), joined(after));
    }
}
