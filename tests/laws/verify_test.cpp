// Law 5 from the other side: a redline that was tampered with is not verified.
#include "redline/verify.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "laws/checks.hpp"
#include "stet.hpp"

namespace {

using namespace stet;
using namespace stet::laws;

constexpr const char* before_text = R"(## ARTICLE 1. HOURS

**Section 1. Week.** The basic week is forty (40) hours. The Employer shall post the schedule by noon on Friday.

**Section 2. Meals.** An employee shall have a meal period of thirty (30) minutes near the middle of the shift, without pay.

**Section 3. Rest.** Two rest periods of fifteen (15) minutes are paid for. They may not be joined to the meal period.

| Step | Base | Top |
| --- | --- | --- |
| Start | $14.00 | $15.00 |
| After 1,040 hours | $14.50 | $15.75 |

## ARTICLE 2. LEAVE

**Section 4. Jury.** An employee called to a jury is paid the difference between the fee and the wages that were lost.

**Section 5. Travel.** Travel between two stores in one day is time worked, and the fare is refunded upon request of the employee.
)";

constexpr const char* after_text = R"(## ARTICLE 1. HOURS

**Section 1. Week.** The basic week is thirty-six (36) hours. The Employer may post the schedule by noon on Friday.

**Section 2. Travel.** Travel between two stores in one day is time worked, and the fare is refunded upon request of the employee.

**Section 3. Meals.** An employee shall have a meal period of thirty (30) minutes near the middle of the shift, without pay.

**Section 4. Rest.** Two rest periods of fifteen (15) minutes are paid for. They may not be joined to the meal period.

| Step | Base | Top |
| --- | --- | --- |
| Start | $14.00 | $15.40 |
| After 1,040 hours | $14.50 | $15.75 |
| After 2,080 hours | $15.50 | $16.75 |

## ARTICLE 2. LEAVE

**Section 5. Jury.** An employee called to a jury is paid the difference between the fee and the wages that were lost.

**Section 6. Voting.** An employee has two (2) hours with pay to vote.
)";

Redline redline() {
    return compare(Input{"before.md", before_text, {}}, Input{"after.md", after_text, {}});
}

/// The first block for which a question is answered with yes.
std::size_t first_block(const Redline& redline, const std::function<bool(const RedlineBlock&)>& asked) {
    for (std::size_t i = 0; i < redline.blocks.size(); ++i)
        if (asked(redline.blocks[i])) return i;
    REQUIRE_MESSAGE(false, "no such block");
    return 0;
}

bool is_edited(const RedlineBlock& block) {
    return block.status == BlockStatus::edited && block.cell_ends.empty();
}

/// Index of an edit of an op in a block.
std::size_t edit_of(const RedlineBlock& block, EditOp op) {
    for (std::size_t i = 0; i < block.edits.size(); ++i)
        if (block.edits[i].op == op && block.edits[i].before.size() + block.edits[i].after.size() > 0) return i;
    REQUIRE_MESSAGE(false, "no such edit");
    return 0;
}

void check_refused(const std::string& what, const std::function<void(Redline&)>& tamper) {
    CAPTURE(what);
    Redline one = redline();
    tamper(one);
    CHECK_FALSE(verify(one).holds());
}

}  // namespace

TEST_CASE("a redline as built is verified") {
    const Redline one = redline();
    CHECK(verify(one).holds());
    CHECK(told(check_laws(one)) == "");
    CHECK(one.counts.moved == 1);
    CHECK(one.counts.inserted == 1);
}

TEST_CASE("an edit under another sign is not verified") {
    check_refused("deleted told as equal", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        Edit& edit = block.edits[edit_of(block, EditOp::deleted)];
        edit.op = EditOp::equal;
        edit.after = {edit.after.begin, edit.after.begin};
    });
    check_refused("inserted told as equal", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        block.edits[edit_of(block, EditOp::inserted)].op = EditOp::equal;
    });
    check_refused("equal told as deleted", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        block.edits[edit_of(block, EditOp::equal)].op = EditOp::deleted;
    });
    check_refused("a replacement told as equal", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        const std::size_t gone = edit_of(block, EditOp::deleted);
        REQUIRE(block.edits.at(gone + 1).op == EditOp::inserted);
        block.edits[gone].op = EditOp::equal;
        block.edits[gone].after = block.edits[gone + 1].after;
        block.edits.erase(block.edits.begin() + static_cast<std::ptrdiff_t>(gone) + 1);
    });
    check_refused("an insertion told as aside", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        block.edits[edit_of(block, EditOp::inserted)].aside = true;
    });
}

TEST_CASE("a stretch that does not fit is not verified") {
    check_refused("an edit that ends too early", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        --block.edits[edit_of(block, EditOp::deleted)].before.end;
    });
    check_refused("an edit that begins too early", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        --block.edits[edit_of(block, EditOp::inserted)].after.begin;
    });
    check_refused("an edit left out", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        block.edits.erase(block.edits.begin() + static_cast<std::ptrdiff_t>(edit_of(block, EditOp::deleted)));
    });
    check_refused("an edit told twice", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        const std::size_t at = edit_of(block, EditOp::inserted);
        block.edits.insert(block.edits.begin() + static_cast<std::ptrdiff_t>(at), block.edits[at]);
    });
    check_refused("two edits in each other's place", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        REQUIRE(block.edits.size() > 2);
        std::swap(block.edits.front(), block.edits.back());
    });
    check_refused("a claim beyond the edits",
                  [](Redline& one) { --one.blocks[first_block(one, is_edited)].before_text.end; });
    check_refused("an edit of a cell in the next cell", [](Redline& one) {
        const auto is_row = [](const RedlineBlock& b) {
            return b.status == BlockStatus::edited && b.cell_ends.size() > 2;
        };
        RedlineBlock& block = one.blocks[first_block(one, is_row)];
        ++block.cell_ends[0];
    });
}

TEST_CASE("a block that is gone, doubled or another's is not verified") {
    // The last block, so that no index of another points beside its mark.
    check_refused("the last block dropped", [](Redline& one) { one.blocks.pop_back(); });
    for (const BlockStatus status : {BlockStatus::unchanged, BlockStatus::edited, BlockStatus::inserted}) {
        check_refused("emptied: " + std::string(block_status_name(status)), [&](Redline& one) {
            const auto has_text = [&](const RedlineBlock& b) {
                return b.status == status && b.cell_ends.empty() && b.after_text.size() > 0;
            };
            RedlineBlock& block = one.blocks[first_block(one, has_text)];
            block.before = block.after = none;
            block.before_text = block.after_text = {};
            block.edits.clear();
        });
    }
    check_refused("told twice", [](Redline& one) {
        one.blocks.push_back(
            one.blocks[first_block(one, [](const RedlineBlock& b) { return b.status == BlockStatus::unchanged; })]);
    });
    check_refused("of another block", [](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, is_edited)];
        block.before = block.before == 0 ? 1 : block.before - 1;
    });
    check_refused("no blocks at all", [](Redline& one) { one.blocks.clear(); });
    check_refused("another document", [](Redline& one) {
        one.after = read(Input{"after.md", std::string(after_text) + "\nOne more line.\n", {}});
    });
    check_refused("another word in the document", [](Redline& one) {
        std::string& text = one.before.blocks[one.blocks[first_block(one, is_edited)].before].text;
        text.replace(text.find("Friday"), 6, "Sunday");
    });
}

TEST_CASE("ends of a move that do not belong together are not verified") {
    const auto left = [](const RedlineBlock& b) { return b.status == BlockStatus::moved_from; };
    const auto came = [](const RedlineBlock& b) { return b.status == BlockStatus::moved_to; };
    check_refused("both ends exchanged", [&](Redline& one) {
        const std::size_t from = first_block(one, left);
        const std::size_t to = first_block(one, came);
        std::swap(one.blocks[from].moved_with, one.blocks[to].moved_with);
    });
    check_refused("no other end", [&](Redline& one) { one.blocks[first_block(one, left)].moved_with = none; });
    check_refused("an end far outside", [&](Redline& one) { one.blocks[first_block(one, came)].moved_with = 1000000; });
    check_refused("the new end left out", [&](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, came)];
        block.status = BlockStatus::inserted;
        block.moved_with = none;
    });
    check_refused("the old end told as deleted", [&](Redline& one) {
        RedlineBlock& block = one.blocks[first_block(one, left)];
        block.status = BlockStatus::deleted;
        block.moved_with = none;
    });
}

TEST_CASE("blocks out of their order are not verified") {
    check_refused("two unchanged blocks exchanged", [](Redline& one) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < one.blocks.size(); ++i)
            if (one.blocks[i].status == BlockStatus::unchanged && one.blocks[i].cell_ends.empty()) found.push_back(i);
        REQUIRE(found.size() > 1);
        std::swap(one.blocks[found.front()], one.blocks[found.back()]);
    });
}
