// What the benchmarks share: documents as read, and counters of what a redline says.
#pragma once

#include <benchmark/benchmark.h>

#include <string>

#include "bench/documents.hpp"
#include "stet.hpp"

namespace stet::bench {

inline Input input(const char* name, const std::string& bytes) {
    return {.name = name, .bytes = bytes, .format = "markdown"};
}

/// Both versions as documents, under one grammar so that its detection is not part of it.
struct Documents {
    explicit Documents(const Pair& pair)
        : before(read(input("before", pair.before), {.grammar = "labor-agreement"})),
          after(read(input("after", pair.after), {.grammar = "labor-agreement"})) {}
    Document before;
    Document after;
};

/// Sizes of the inputs in bytes: fifty kilobytes, five hundred, five million.
inline void sizes(benchmark::internal::Benchmark* row) {
    row->Unit(benchmark::kMillisecond)->Arg(50'000)->Arg(500'000)->Arg(5'000'000);
}

inline void say_bytes(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

/// How many changes it lists, and how many percent of the characters it shows as struck or new.
inline void say_quality(benchmark::State& state, const Redline& redline) {
    std::size_t marked = 0;
    std::size_t total = 1;
    for (const RedlineBlock& block : redline.blocks) {
        if (block.status == BlockStatus::moved_from) continue;
        for (const Edit& edit : block.edits) {
            total += edit.before.size() + edit.after.size();
            marked += edit.op == EditOp::equal ? 0 : edit.before.size() + edit.after.size();
        }
    }
    state.counters["changes"] = static_cast<double>(redline.changes.size());
    state.counters["marked%"] = 100.0 * static_cast<double>(marked) / static_cast<double>(total);
    if (!redline.verified.holds()) state.SkipWithError("not verified");
}

}  // namespace stet::bench
