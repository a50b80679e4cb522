#include "text/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using stet::for_each_index;

TEST_CASE("parallel: every index is visited once, however many and however few a thread is worth") {
    for (const std::size_t count : {0, 1, 2, 7, 8, 9, 127, 128, 129, 1000, 4099})
        for (const std::size_t least : {0, 1, 3, 100, 5000}) {
            CAPTURE(count);
            CAPTURE(least);
            std::vector<std::atomic<int>> visits(count);
            for_each_index(count, least, [&](std::size_t i) {
                REQUIRE_MESSAGE(i < count, "an index beyond the last");
                ++visits[i];
            });
            bool once = true;
            for (const std::atomic<int>& visit : visits) once &= visit == 1;
            CHECK(once);
        }
}

TEST_CASE("parallel: the results are those of a loop") {
    const auto work = [](std::size_t i) {
        std::uint64_t state = i;
        for (int k = 0; k < 100; ++k) state = state * 6364136223846793005u + 1442695040888963407u;
        return state;
    };
    std::vector<std::uint64_t> together(10'000);
    for_each_index(together.size(), 10, [&](std::size_t i) { together[i] = work(i); });
    std::vector<std::uint64_t> loop;
    for (std::size_t i = 0; i < together.size(); ++i) loop.push_back(work(i));
    CHECK(together == loop);
}

TEST_CASE("parallel: an exception is passed on, whichever thread it comes from") {
    for (const std::size_t culprit : {0, 1, 500, 999}) {
        std::string said;
        try {
            for_each_index(1000, 1, [&](std::size_t i) {
                if (i == culprit) throw std::runtime_error("unit " + std::to_string(i));
            });
        } catch (const std::runtime_error& error) {
            said = error.what();
        }
        CHECK(said == "unit " + std::to_string(culprit));
    }
    CHECK_THROWS_AS(for_each_index(100, 1, [](std::size_t) { throw std::out_of_range("all"); }), std::out_of_range);
}

TEST_CASE("parallel: an exception of another thread than the caller's is not lost") {
    if (std::thread::hardware_concurrency() < 2) {
        MESSAGE("one processor: skipped");
        return;
    }
    const std::thread::id caller = std::this_thread::get_id();
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    std::atomic<bool> thrown{false};
    CHECK_THROWS_AS(for_each_index(1000, 1,
                                   [&](std::size_t) {
                                       if (std::this_thread::get_id() != caller) {
                                           thrown = true;
                                           throw std::runtime_error("elsewhere");
                                       }
                                       while (!thrown && std::chrono::steady_clock::now() < patience)
                                           std::this_thread::yield();
                                   }),
                    std::runtime_error);
}

TEST_CASE("parallel: work may start work of its own") {
    std::atomic<std::size_t> sum{0};
    for_each_index(20, 1, [&](std::size_t) { for_each_index(50, 1, [&](std::size_t k) { sum += k; }); });
    CHECK(sum == 20 * 49 * 50 / 2);
}

TEST_CASE("parallel: several threads may ask for helpers at the same time, again and again") {
    std::atomic<std::size_t> sum{0};
    std::vector<std::thread> callers;
    for (int caller = 0; caller < 4; ++caller)
        callers.emplace_back([&] {
            for (int round = 0; round < 200; ++round) for_each_index(64, 1, [&](std::size_t i) { sum += i; });
        });
    for (std::thread& caller : callers) caller.join();
    CHECK(sum == std::size_t{4} * 200 * 64 * 63 / 2);
}
