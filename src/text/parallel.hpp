// Independent work over the machine's threads: the same result as a loop, sooner.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>

namespace stet {

/// Processors that this process may run on, at least 1.
std::size_t processors();

/// Runs `work` here and, at the same time, on up to `helpers` other threads; returns when all have come back. Helpers
/// are threads that stay and wait for more; who finds none of them free does the work alone. The first exception is
/// thrown on.
void run_together(std::size_t helpers, const std::function<void()>& work);

/// Calls `work(i)` once for every i in [0, count). Calls may run at the same time, so each writes only what is its
/// own; the order is not fixed. Below `least` calls a thread is not worth waking. The first exception is thrown on.
template <class Work>
void for_each_index(std::size_t count, std::size_t least, const Work& work) {
    constexpr std::size_t most_threads = 8;
    constexpr std::size_t chunks_a_thread = 16;
    const std::size_t threads =
        std::max<std::size_t>(std::min({count / std::max<std::size_t>(least, 1), most_threads, processors()}), 1);
    const std::size_t chunk = count / (threads * chunks_a_thread) + 1;
    std::atomic<std::size_t> next{0};
    run_together(threads - 1, [&] {
        for (std::size_t begin = next.fetch_add(chunk); begin < count; begin = next.fetch_add(chunk))
            for (std::size_t i = begin; i < std::min(begin + chunk, count); ++i) work(i);
    });
}

}  // namespace stet
