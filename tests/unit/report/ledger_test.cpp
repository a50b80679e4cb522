// Subjects followed over rounds: another number splits none, and what moved, was dropped or reopened is told.
#include "report/ledger.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "stet.hpp"

using namespace stet;

namespace {

std::vector<Proposal> rounds() {
    std::vector<Proposal> out;
    for (const char* name : {"3-employer.md", "1-employer.md", "2-union.md"}) {
        std::ifstream file(std::filesystem::path(STET_SAMPLES_DIR) / "rounds" / name, std::ios::binary);
        out.push_back(read_proposal({name, {std::istreambuf_iterator<char>(file), {}}, {}}));
    }
    return in_order_of_dates(std::move(out));
}

/// The subject whose last word strikes these words.
const Subject& subject_of(const std::vector<Proposal>& all, const Ledger& ledger, const std::string& words) {
    for (const Subject& subject : ledger.subjects) {
        const Operation& last = *last_word(all, subject, false);
        if (last.struck_text.find(words) != std::string::npos || last.inserted_text.find(words) != std::string::npos)
            return subject;
    }
    FAIL("no such subject: " << words);
    return ledger.subjects.front();
}

}  // namespace

TEST_CASE("rounds are taken in order of their dates") {
    const std::vector<Proposal> all = rounds();
    CHECK(all[0].date == "2026-02-03");
    CHECK(all[1].party == Side::union_side);
    CHECK(all[2].date == "2026-03-10");
}

TEST_CASE("one subject a matter, whatever its number") {
    const std::vector<Proposal> all = rounds();
    const Ledger ledger = build_ledger(all);
    CHECK(ledger.subjects.size() == 7);
    CHECK(subject_of(all, ledger, "ninety cents").stances.size() == 3);
    CHECK(subject_of(all, ledger, "eighteen (18)").stances.size() == 2);  // its heading names another section
    CHECK(subject_of(all, ledger, "Weather").stances.size() == 2);
}

TEST_CASE("what moved, was dropped without a word or reopened is told") {
    const std::vector<Proposal> all = rounds();
    const Ledger ledger = build_ledger(all);
    CHECK(subject_of(all, ledger, "ninety cents").moved);
    CHECK_FALSE(subject_of(all, ledger, "eighteen (18)").moved);
    CHECK(subject_of(all, ledger, "Split Shifts").dropped);
    CHECK_FALSE(subject_of(all, ledger, "four (4)").dropped);  // the union has sent nothing since
    CHECK(subject_of(all, ledger, "at least seven (7)").reopened);
    CHECK_FALSE(subject_of(all, ledger, "five (5)").reopened);
}

TEST_CASE("only a printed mark makes a tentative agreement") {
    const std::vector<Proposal> all = rounds();
    const Ledger ledger = build_ledger(all);
    std::size_t agreed = 0;
    for (const Subject& subject : ledger.subjects) {
        const Operation* last = last_word(all, subject, false);
        agreed += last->status == Status::tentatively_agreed ? 1 : 0;
    }
    CHECK(agreed == 2);
    CHECK(last_word(all, subject_of(all, ledger, "ninety cents"), true) == nullptr);
}
