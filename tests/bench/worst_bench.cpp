// The worst inputs, from bytes to page: each must stay near linear, and its easy parts must be told as well as ever.
#include "bench/read.hpp"
#include "writers/writer.hpp"

namespace {

using namespace stet;
using namespace stet::bench;

void compared(benchmark::State& state, const Pair& (*make)(std::size_t)) {
    const Pair& pair = make(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const Redline redline = compare(input("before", pair.before), input("after", pair.after));
        benchmark::DoNotOptimize(write(redline, "html"));
        state.PauseTiming();
        say_quality(state, redline);
        state.ResumeTiming();
    }
    say_bytes(state, pair.before.size() + pair.after.size());
}

/// One paragraph of nothing but stars, which may each open or close bold text.
const Pair& stars(std::size_t bytes) {
    static Pair pair;
    pair = {std::string(bytes, '*'), "Stars.\n"};
    return pair;
}

void counts(benchmark::internal::Benchmark* row) {
    row->Unit(benchmark::kMillisecond)->Arg(1'000)->Arg(10'000)->Arg(100'000);
}

}  // namespace

BENCHMARK_CAPTURE(compared, identical_paragraphs, identical_paragraphs)->Apply(counts)->UseRealTime();
BENCHMARK_CAPTURE(compared, long_paragraph, long_paragraph)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, marked_paragraph, marked_paragraph)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, cut_paragraph, cut_paragraph)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, unrelated_paragraphs, unrelated_paragraphs)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, doubled_words, doubled_words)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, all_moved, all_moved)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, all_relabelled, all_relabelled)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, unrelated_agreements, unrelated_agreements)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, unrelated_sections, unrelated_sections)->Apply(sizes)->UseRealTime();
BENCHMARK_CAPTURE(compared, stars, stars)->Apply(sizes)->UseRealTime();
