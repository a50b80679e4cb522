#include "diff/sequence.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <vector>

using namespace stet;

namespace {

using Keys = std::vector<std::uint64_t>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// A small generator with the same numbers everywhere (Numerical Recipes' constants).
class Numbers {
public:
    explicit Numbers(std::uint32_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t bound) {
        state_ = state_ * 1664525u + 1013904223u;
        return (state_ >> 8) % bound;
    }

private:
    std::uint32_t state_;
};

Keys some_keys(Numbers& numbers, std::uint32_t count, std::uint32_t alphabet) {
    Keys keys;
    for (std::uint32_t i = 0; i < count; ++i) keys.push_back(numbers.below(alphabet));
    return keys;
}

/// Length of a longest common subsequence, by the plain table.
std::size_t longest(const Keys& before, const Keys& after) {
    std::vector<std::size_t> row(after.size() + 1, 0);
    for (const std::uint64_t key : before) {
        std::size_t diagonal = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const std::size_t above = row[i + 1];
            row[i + 1] = key == after[i] ? diagonal + 1 : std::max(row[i], above);
            diagonal = above;
        }
    }
    return row.back();
}

void check_common(const Keys& before, const Keys& after, const Pairs& pairs) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        REQUIRE(pairs[i].first < before.size());
        REQUIRE(pairs[i].second < after.size());
        REQUIRE(before[pairs[i].first] == after[pairs[i].second]);
        if (i == 0) continue;
        REQUIRE(pairs[i].first > pairs[i - 1].first);
        REQUIRE(pairs[i].second > pairs[i - 1].second);
    }
}

/// Runs it and holds the processor's time against a bound that only quadratic work can pass.
Pairs within(double seconds, const Keys& before, const Keys& after) {
    const std::clock_t began = std::clock();
    Pairs pairs = common_subsequence(before, after);
    CHECK(static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC < seconds);
    return pairs;
}

}  // namespace

TEST_CASE("sequence: nothing in common with nothing") {
    CHECK(common_subsequence({}, {}).empty());
    const Keys keys{1, 2};
    CHECK(common_subsequence(keys, {}).empty());
    CHECK(common_subsequence({}, keys).empty());
    const Keys other{3, 4};
    CHECK(common_subsequence(keys, other).empty());
}

TEST_CASE("sequence: a sequence is common with itself") {
    Numbers numbers(5);
    const Keys keys = some_keys(numbers, 5000, 40);
    const Pairs pairs = common_subsequence(keys, keys);
    REQUIRE(pairs.size() == keys.size());
    for (std::uint32_t i = 0; i < pairs.size(); ++i) CHECK(pairs[i] == std::make_pair(i, i));
}

TEST_CASE("sequence: as long as the plain table finds, on many small ones") {
    Numbers numbers(1);
    for (int round = 0; round < 600; ++round) {
        const std::uint32_t alphabet = 1 + numbers.below(round % 3 == 0 ? 3 : 30);
        const Keys before = some_keys(numbers, numbers.below(60), alphabet);
        const Keys after = some_keys(numbers, numbers.below(60), alphabet);
        const Pairs pairs = common_subsequence(before, after);
        check_common(before, after, pairs);
        REQUIRE(pairs.size() == longest(before, after));
    }
}

TEST_CASE("sequence: as long as the plain table finds, after edits of a longer one") {
    Numbers numbers(2);
    for (int round = 0; round < 12; ++round) {
        const Keys before = some_keys(numbers, 1200, 400);
        Keys after;
        for (const std::uint64_t key : before) {
            const std::uint32_t roll = numbers.below(20);
            if (roll == 0) continue;
            if (roll == 1) after.push_back(numbers.below(400));
            after.push_back(roll == 2 ? 1000 : key);
        }
        const Pairs pairs = common_subsequence(before, after);
        check_common(before, after, pairs);
        REQUIRE(pairs.size() == longest(before, after));
    }
}

TEST_CASE("sequence: as long as the plain table finds, where little is common") {
    Numbers numbers(6);
    for (int round = 0; round < 60; ++round) {
        const std::uint32_t alphabet = 2 + numbers.below(round % 2 == 0 ? 5 : 300);
        const Keys before = some_keys(numbers, 60 + numbers.below(400), alphabet);
        const Keys after = some_keys(numbers, 60 + numbers.below(400), alphabet);
        const Pairs pairs = common_subsequence(before, after);
        check_common(before, after, pairs);
        REQUIRE(pairs.size() == longest(before, after));
    }
}

TEST_CASE("sequence: every key twice, and once") {
    Keys before;
    Keys after;
    for (std::uint64_t i = 0; i < 300'000; ++i) {
        before.insert(before.end(), 2, i);
        after.push_back(i);
    }
    const Pairs pairs = within(5, before, after);
    check_common(before, after, pairs);
    CHECK(pairs.size() == after.size());
}

TEST_CASE("sequence: few kinds of keys, of which many came in the middle: what stands around it is kept") {
    Numbers numbers(7);
    const Keys before = some_keys(numbers, 100'000, 30);
    Keys after = before;
    const Keys new_ones = some_keys(numbers, 20'000, 30);
    after[1'000] = 1'000;
    after.insert(after.begin() + 40'000, new_ones.begin(), new_ones.end());
    after[110'000] = 1'000;
    const Pairs pairs = within(5, before, after);
    check_common(before, after, pairs);
    CHECK(pairs.size() * 1000 >= before.size() * 999);
}

TEST_CASE("sequence: a million words against a million others of the same language") {
    Numbers numbers(8);
    const auto words = [&] {
        Keys keys;
        for (int i = 0; i < 1'000'000; ++i) keys.push_back(numbers.below(1 + numbers.below(20'000)));
        return keys;
    };
    const Keys before = words();
    const Keys after = words();
    check_common(before, after, within(10, before, after));
}

TEST_CASE("sequence: a long one with few edits keeps nearly all of it") {
    Numbers numbers(3);
    Keys before;
    for (std::uint32_t i = 0; i < 60'000; ++i) before.push_back(numbers.below(3) == 0 ? numbers.below(50) : 1'000 + i);
    Keys after;
    std::size_t kept = 0;
    for (const std::uint64_t key : before) {
        if (numbers.below(50) == 0) {
            after.push_back(1'000'000 + after.size());
        } else {
            after.push_back(key);
            ++kept;
        }
    }
    const Pairs pairs = within(5, before, after);
    check_common(before, after, pairs);
    CHECK(pairs.size() * 1000 >= kept * 999);
}

TEST_CASE("sequence: a hundred thousand equal keys, also with some more on one side") {
    const Keys before(100'000, 7);
    CHECK(within(5, before, before).size() == 100'000);
    const Keys after(99'000, 7);
    const Pairs pairs = within(5, before, after);
    check_common(before, after, pairs);
    CHECK(pairs.size() == 99'000);
}

TEST_CASE("sequence: a hundred thousand keys of which none is shared") {
    Keys before;
    Keys after;
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        before.push_back(i);
        after.push_back(1'000'000 + i);
    }
    CHECK(within(10, before, after).empty());
}

TEST_CASE("sequence: a hundred thousand keys of two alternating kinds against the reverse of them") {
    Keys before;
    Keys after;
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        before.push_back(i % 2);
        after.push_back((i + 1) % 2);
    }
    const Pairs pairs = within(20, before, after);
    check_common(before, after, pairs);
    CHECK(pairs.size() > 90'000);
}

TEST_CASE("sequence: all of it backwards still gives something, in time") {
    Keys before;
    for (std::uint64_t i = 0; i < 100'000; ++i) before.push_back(i);
    const Keys after(before.rbegin(), before.rend());
    const Pairs pairs = within(20, before, after);
    check_common(before, after, pairs);
    CHECK(pairs.size() >= 1);
}

TEST_CASE("sequence: the heaviest increasing subsequence, against the plain one") {
    Numbers numbers(4);
    for (int round = 0; round < 400; ++round) {
        const std::uint32_t count = numbers.below(40);
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        for (std::uint32_t i = 0; i < count; ++i) {
            values.push_back(numbers.below(30));
            weights.push_back(1 + numbers.below(9));
        }
        std::vector<std::uint64_t> best(count, 0);
        std::uint64_t most = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            for (std::uint32_t j = 0; j < i; ++j)
                if (values[j] < values[i]) best[i] = std::max(best[i], best[j]);
            best[i] += weights[i];
            most = std::max(most, best[i]);
        }
        const std::vector<std::uint32_t> chosen = heaviest_increasing(values, weights);
        std::uint64_t weight = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            REQUIRE(chosen[i] < count);
            weight += weights[chosen[i]];
            if (i == 0) continue;
            REQUIRE(chosen[i] > chosen[i - 1]);
            REQUIRE(values[chosen[i]] > values[chosen[i - 1]]);
        }
        REQUIRE(weight == most);
    }
}
