// A row for every stage of a run, by the size of each document.
#include <array>
#include <utility>

#include "bench/read.hpp"
#include "diff/align.hpp"
#include "diff/fingerprint.hpp"
#include "diff/word_diff.hpp"
#include "grammar/outline.hpp"
#include "readers/reader.hpp"
#include "redline/build.hpp"
#include "redline/changes.hpp"
#include "redline/verify.hpp"
#include "writers/writer.hpp"

namespace {

using namespace stet;
using namespace stet::bench;

std::size_t size_of(const benchmark::State& state) {
    return static_cast<std::size_t>(state.range(0));
}

void read_with(benchmark::State& state, Format format, ReadBlocks (*reader)(const Source&)) {
    Diagnostics diagnostics;
    const Source source("before", edited_agreement(size_of(state), format).before, diagnostics);
    for (auto _ : state) benchmark::DoNotOptimize(reader(source));
    say_bytes(state, source.text().size());
}

void read_markdown_file(benchmark::State& state) {
    read_with(state, Format::markdown, read_markdown);
}
void read_text_file(benchmark::State& state) {
    read_with(state, Format::text, read_plain_text);
}
void read_html_page(benchmark::State& state) {
    read_with(state, Format::html, read_html);
}

void outline_blocks(benchmark::State& state) {
    Diagnostics diagnostics;
    const Source source("before", edited_agreement(size_of(state)).before, diagnostics);
    const ReadBlocks blocks = read_markdown(source);
    const Grammar grammar = load_grammar("labor-agreement");
    for (auto _ : state) {
        state.PauseTiming();
        Source taken = source;
        ReadBlocks given = blocks;
        state.ResumeTiming();
        benchmark::DoNotOptimize(outline(std::move(taken), std::move(given.blocks), grammar, Face::after, {}));
    }
    say_bytes(state, source.text().size());
}

void fingerprints(benchmark::State& state) {
    const Documents documents(edited_agreement(size_of(state)));
    const std::array<const Document*, 2> both{&documents.before, &documents.after};
    for (auto _ : state) benchmark::DoNotOptimize(fingerprint(both));
    say_bytes(state, 2 * size_of(state));
}

void alignment(benchmark::State& state) {
    const Documents documents(edited_agreement(size_of(state)));
    for (auto _ : state) benchmark::DoNotOptimize(align(documents.before, documents.after));
    say_bytes(state, 2 * size_of(state));
}

void word_diff_of_a_paragraph(benchmark::State& state) {
    const Documents documents(long_paragraph(size_of(state)));
    const auto whole = [](const Document& document) {
        return Stretch{document, 0, {0, static_cast<std::uint32_t>(document.blocks[0].text.size())}};
    };
    for (auto _ : state) benchmark::DoNotOptimize(word_diff(whole(documents.before), whole(documents.after)));
    say_bytes(state, 2 * size_of(state));
}

/// Edits, list of changes and verification included.
void building(benchmark::State& state) {
    const Documents documents(edited_agreement(size_of(state)));
    const Alignment aligned = align(documents.before, documents.after);
    for (auto _ : state) {
        state.PauseTiming();
        Documents taken = documents;
        state.ResumeTiming();
        benchmark::DoNotOptimize(build_redline(std::move(taken.before), std::move(taken.after), aligned));
    }
    say_bytes(state, 2 * size_of(state));
}

Redline redline_of(const benchmark::State& state) {
    const Pair& pair = edited_agreement(size_of(state));
    return compare(input("before", pair.before), input("after", pair.after));
}

void list_of_changes(benchmark::State& state) {
    const Redline redline = redline_of(state);
    for (auto _ : state) {
        state.PauseTiming();
        Redline bare = redline;
        bare.changes.clear();
        bare.counts = {};
        bare.typographic = 0;
        state.ResumeTiming();
        describe_changes(bare);
        benchmark::DoNotOptimize(bare);
    }
    say_bytes(state, 2 * size_of(state));
}

void verification(benchmark::State& state) {
    const Redline redline = redline_of(state);
    for (auto _ : state) benchmark::DoNotOptimize(verify(redline));
    say_bytes(state, 2 * size_of(state));
}

void writing(benchmark::State& state, std::string_view format) {
    const Redline redline = redline_of(state);
    std::size_t bytes = 0;
    for (auto _ : state) {
        const std::string text = write(redline, format);
        bytes = text.size();
        benchmark::DoNotOptimize(text);
    }
    say_bytes(state, bytes);
}

/// From both files' bytes to the page's.
void whole_comparison(benchmark::State& state) {
    const Pair& pair = edited_agreement(size_of(state));
    for (auto _ : state) {
        const Redline redline = compare(input("before", pair.before), input("after", pair.after));
        benchmark::DoNotOptimize(write(redline, "html"));
        state.PauseTiming();
        say_quality(state, redline);
        state.ResumeTiming();
    }
    say_bytes(state, 2 * size_of(state));
}

/// From a proposal's bytes to what it asks for.
void whole_proposal(benchmark::State& state) {
    const std::string bytes = proposal(size_of(state));
    for (auto _ : state) {
        const Proposal asked = read_proposal(input("proposal", bytes));
        benchmark::DoNotOptimize(asked);
        state.counters["changes"] = static_cast<double>(asked.operations.size());
    }
    say_bytes(state, bytes.size());
}

}  // namespace

BENCHMARK(read_markdown_file)->Apply(sizes);
BENCHMARK(read_text_file)->Apply(sizes);
BENCHMARK(read_html_page)->Apply(sizes);
BENCHMARK(outline_blocks)->Apply(sizes);
BENCHMARK(fingerprints)->Apply(sizes);
BENCHMARK(alignment)->Apply(sizes);
BENCHMARK(word_diff_of_a_paragraph)->Apply(sizes);
BENCHMARK(building)->Apply(sizes);
BENCHMARK(list_of_changes)->Apply(sizes);
BENCHMARK(verification)->Apply(sizes);
BENCHMARK_CAPTURE(writing, html, "html")->Apply(sizes);
BENCHMARK_CAPTURE(writing, markdown, "markdown")->Apply(sizes);
BENCHMARK_CAPTURE(writing, criticmarkup, "criticmarkup")->Apply(sizes);
BENCHMARK_CAPTURE(writing, json, "json")->Apply(sizes);
BENCHMARK_CAPTURE(writing, text, "text")->Apply(sizes);
BENCHMARK(whole_comparison)->Apply(sizes)->UseRealTime();
BENCHMARK(whole_proposal)->Apply(sizes)->UseRealTime();
