// Independent work over the machine's threads: the same result as a loop, sooner.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace stet {

/// Calls `work(i)` once for every i in [0, count). Calls may run at the same time, so each writes only what is its
/// own; the order is not fixed. Below `least` calls a thread is not worth its start. The first exception is thrown on.
template <class Work>
void for_each_index(std::size_t count, std::size_t least, const Work& work) {
    constexpr std::size_t most_threads = 8;
    constexpr std::size_t chunks_a_thread = 16;
    static const std::size_t processors = std::max(std::thread::hardware_concurrency(), 1U);  // asks the system
    const std::size_t threads = std::min({count / std::max<std::size_t>(least, 1), most_threads, processors});
    const std::size_t chunk = count / (std::max<std::size_t>(threads, 1) * chunks_a_thread) + 1;
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t begin = next.fetch_add(chunk); begin < count; begin = next.fetch_add(chunk))
            for (std::size_t i = begin; i < std::min(begin + chunk, count); ++i) work(i);
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, run));
    run();
    for (std::future<void>& other : others) other.get();
}

}  // namespace stet
