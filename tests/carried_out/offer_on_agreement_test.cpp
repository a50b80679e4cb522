// A real offer carried out on a real agreement of other numbers, item by item as a lawyer finds it; needs STET_SEEDS
// and STET_CORPUS. Nothing of either is printed here but numbers.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "stet.hpp"

namespace {

using namespace stet;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What is expected of the operations of one item: the units of the base that are worked on, all done or none.
struct Expected {
    const char* item;
    Op op;
    const char* path;  ///< of the unit in the base; empty where it is not done
    FoundBy found_by;
};

// The offer's numbers are those of another unit's agreement; the text decides.
const Expected findings[] = {
    {"3", Op::remove, "article 1 / section 1", FoundBy::number},
    {"4", Op::repeal, "article 4", FoundBy::number},
    {"6", Op::insert, "article 7", FoundBy::number},
    {"8", Op::substitute, "article 15 / section 33", FoundBy::text},
    {"9", Op::remove, "article 17 / section 43", FoundBy::text},
    {"11", Op::replace, "article 25 / section 54", FoundBy::text},
    {"12", Op::replace, "article 27 / section 62", FoundBy::text},
    {"13", Op::repeal, "article 34 / section 80", FoundBy::text},
    {"14", Op::substitute, "article 35 / section 81", FoundBy::text},
    {"14", Op::remove, "article 35 / section 81", FoundBy::text},
    {"15", Op::replace, "article 38", FoundBy::number},
    {"20", Op::substitute, "article 44 / section 105", FoundBy::text},
    {"21", Op::insert, "article 55", FoundBy::title},
    {"22", Op::set, "article 57", FoundBy::number},
};

/// Letters of the base by their numbers there: two move, seven go, all by their titles.
const std::map<std::string, Op> letters = {
    {"letter 2", Op::repeal},  {"letter 6", Op::move},    {"letter 7", Op::repeal},
    {"letter 8", Op::repeal},  {"letter 11", Op::repeal}, {"letter 13", Op::move},
    {"letter 15", Op::repeal}, {"letter 16", Op::repeal}, {"letter 22", Op::repeal},
};

struct Real {
    Proposal proposal;
    Consolidated made;
    std::string base;
};

const Real* real() {
    static const Real* loaded = []() -> const Real* {
        const char* seeds = std::getenv("STET_SEEDS");
        const char* corpus = std::getenv("STET_CORPUS");
        if (seeds == nullptr || corpus == nullptr) {
            MESSAGE("STET_SEEDS and STET_CORPUS name no folders: skipped");
            return nullptr;
        }
        static Real one;
        const fs::path agreement = fs::path(corpus) / "cba/ufcw-local7/kingsoopers-loveland-meat-2019-2022.md";
        one.base = bytes_of(agreement);
        one.proposal = read_proposal({"offer.md", bytes_of(fs::path(seeds) / "offer-2022.md"), {}});
        one.made = carry_out(one.proposal, {"base.md", one.base, {}});
        return &one;
    }();
    return loaded;
}

std::string path_of(const Real& one, const CarriedOut& step) {
    return step.base == none ? "" : one.made.redline.before.nodes[step.base].path;
}

}  // namespace

TEST_CASE("a real offer on an agreement of other numbers: each item is where its text is") {
    const Real* one = real();
    if (one == nullptr) return;
    CHECK(one->made.reads_back);
    CHECK(one->made.redline.verified.holds());
    for (const Expected& finding : findings) {
        bool met = false;
        for (const CarriedOut& step : one->made.steps) {
            const Operation& operation = one->proposal.operations[step.operation];
            met = met || (operation.item == finding.item && operation.op == finding.op && step.done &&
                          path_of(*one, step) == finding.path && step.found_by == finding.found_by);
        }
        CHECK_MESSAGE(met, "item " << finding.item << " at " << finding.path);
    }
}

TEST_CASE("a real offer on an agreement of other numbers: no letter goes by its number alone") {
    const Real* one = real();
    if (one == nullptr) return;
    std::map<std::string, Op> touched;
    std::size_t refused = 0;
    for (const CarriedOut& step : one->made.steps) {
        const Operation& operation = one->proposal.operations[step.operation];
        if (operation.target.letter.find('#') == std::string::npos) continue;
        if (step.done)
            touched[path_of(*one, step)] = operation.op;
        else
            ++refused;
    }
    CHECK(touched == letters);
    CHECK(refused == 5);  // their titles are not in this base, though their numbers are
}

TEST_CASE("a real offer on an agreement of other numbers: nothing else is touched") {
    const Real* one = real();
    if (one == nullptr) return;
    for (const Change& change : one->made.redline.changes) CHECK_MESSAGE(!change.items.empty(), change.title);
    // A changed reference is refused where the base has another number, and ambiguous items are left alone.
    for (const CarriedOut& step : one->made.steps) {
        const Operation& operation = one->proposal.operations[step.operation];
        if (operation.confidence == Confidence::ambiguous) CHECK_FALSE(step.done);
        if (!operation.target.agreement.empty()) CHECK_FALSE(step.done);
        if (!step.done) CHECK_FALSE(step.reason.empty());
    }
    for (const RedlineBlock& block : one->made.redline.blocks) {
        if (block.status != BlockStatus::unchanged || block.before == none) continue;
        for (const Fragment& fragment : one->made.redline.before.blocks[block.before].fragments) {
            const std::string lines(one->made.redline.before.source.text(fragment.source));
            CHECK(one->made.text.find(lines) != std::string::npos);
        }
    }
}
