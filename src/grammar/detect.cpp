// Weighs the built-in grammars against a document's labels and words.
#include "grammar/detect.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include "grammar/computed_numbers.hpp"
#include "grammar/grammar_file.hpp"
#include "grammar/site.hpp"
#include "grammar/wording.hpp"
#include "text/parallel.hpp"

namespace stet {
namespace {

// Looked at are stretches from all over the document, since long contents may stand at its head.
constexpr std::size_t stretches = 4;
constexpr std::size_t blocks_a_stretch = 200;
constexpr std::size_t bytes_a_stretch = 20'000;
constexpr std::size_t words_a_stretch = 6'000;  // bytes read for words
constexpr std::int64_t label_weight = 10;       // a label with a rank of its own
constexpr std::int64_t number_weight = 8;       // a number on a heading, or in bold before a caption
constexpr std::int64_t doubtful_weight = 6;     // a number with points or dashes that opens a paragraph
constexpr std::int64_t heading_weight = 2;      // a heading without a number, for a grammar that has no levels of rank
constexpr std::int64_t most_of_a_word = 4;
constexpr std::size_t worth_a_thread = 2'000;  // bytes read for words: of a document of which much is looked at
constexpr std::int64_t words_alone = 9;        // occurrences that tell the kind of a document without labels

using Sample = std::vector<std::span<const Block>>;

/// Blocks that are looked at: enough of them to tell, and bounded time on large files.
Sample sample_of(const std::vector<Block>& blocks) {
    Sample sample;
    std::size_t next = 0;
    for (std::size_t i = 0; i < stretches; ++i) {
        const std::size_t first = std::max(next, blocks.size() * i / stretches);
        std::size_t bytes = 0;
        for (next = first; next < blocks.size() && next - first < blocks_a_stretch && bytes < bytes_a_stretch; ++next)
            bytes += blocks[next].text.size();
        if (next > first) sample.emplace_back(blocks.data() + first, next - first);
    }
    return sample;
}

/// The sample with computed numbers before the texts; `shown` owns its blocks where there are any.
Sample with_numbers(Sample sample, Face face, std::vector<std::vector<Block>>& shown) {
    const auto is_counted = [](std::span<const Block> stretch) {
        return std::any_of(stretch.begin(), stretch.end(), [](const Block& block) { return block.computed; });
    };
    for (std::span<const Block>& stretch : sample) {
        if (!is_counted(stretch)) continue;
        shown.emplace_back(stretch.begin(), stretch.end());
        show_numbers(shown.back(), face);
        stretch = shown.back();
    }
    return sample;
}

/// What the sample says, in lower case.
std::string words_of(const Sample& sample) {
    std::string out;
    for (const std::span<const Block> stretch : sample) {
        const std::size_t end = out.size() + words_a_stretch;
        for (auto block = stretch.begin(); block != stretch.end() && out.size() < end; ++block) {
            for (const char c : std::string_view(block->text).substr(0, end - out.size()))
                out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\n' ? ' ' : c);
            out.push_back('\n');
        }
    }
    return out;
}

std::int64_t occurrences(const std::string& text, const std::string& word) {
    std::int64_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos && found < most_of_a_word;
         at = text.find(word, at + word.size()))
        ++found;
    return found;
}

/// What a site tells for a grammar.
std::int64_t weigh_site(const Site& site, const Sites& sites, const Block& block, const Grammar& grammar) {
    if (site.structural != Site::no_reading && site.evidence != Evidence::nothing) {
        const Reading& reading = sites.reading(site, site.structural);
        const bool bare = grammar.levels[reading.level].labels[reading.pattern].before().empty();
        if (site.evidence == Evidence::strong) return bare ? number_weight : label_weight;
        return bare && site.opens_block ? doubtful_weight : 0;
    }
    if (!site.opens_block) return 0;
    const auto line_end =
        static_cast<std::uint32_t>(std::min(block.text.find('\n', site.line_begin), block.text.size()));
    std::int64_t weight = 0;
    for (std::size_t i = 0; i < site.count; ++i) {
        const Reading& reading = sites.reading(site, i);
        const Level& level = grammar.levels[reading.level];
        const bool joined = names_unit_around(level.labels[reading.pattern].kind());
        if (level.stands == Stands::heading &&
            (block.kind == BlockKind::heading || is_emphasised(block, reading.label.end, line_end)))
            weight = std::max(weight, number_weight);
        else if (joined && is_emphasised(block, reading.label.begin, reading.label.end))
            weight = std::max(weight, number_weight);
        else if (joined)
            weight = std::max(weight, doubtful_weight);
    }
    return weight;
}

struct Weights {
    std::int64_t labels = 0;
    std::int64_t words = 0;  ///< occurrences of the kind's words, each counted up to most_of_a_word
    std::int64_t most_words = 1;

    /// Words may double what the labels weigh; alone they count only where they are many.
    std::int64_t total() const { return labels + labels * words / most_words; }
};

Weights weigh(const Sample& sample, const std::string& words, const Grammar& grammar, Face face) {
    const LabelIndex index(grammar);
    Weights out;
    for (const std::span<const Block> blocks : sample) {
        const Sites sites(blocks, grammar, index, face);
        for (const Site& site : sites.all()) out.labels += weigh_site(site, sites, blocks[site.block], grammar);
        for (std::size_t block = 0; block < blocks.size() && !has_ranks(grammar); ++block)
            if (blocks[block].kind == BlockKind::heading && sites.first_of(block) == sites.first_of(block + 1))
                out.labels += heading_weight;
    }
    for (const std::string& word : grammar.words) out.words += occurrences(words, word);
    out.most_words = std::max<std::int64_t>(1, most_of_a_word * static_cast<std::int64_t>(grammar.words.size()));
    return out;
}

}  // namespace

bool has_ranks(const Grammar& grammar) {
    return std::any_of(grammar.levels.begin(), grammar.levels.end(),
                       [](const Level& level) { return level.stands != Stands::list; });
}

const Grammar& detect(std::span<const Grammar> grammars, const std::vector<Block>& blocks, Face face) {
    if (grammars.size() == 1) return grammars.front();
    std::vector<std::vector<Block>> shown;
    const Sample sample = with_numbers(sample_of(blocks), face, shown);
    const std::string words = words_of(sample);
    const auto bare = std::find_if_not(grammars.begin(), grammars.end(), has_ranks);
    const Grammar* best = bare != grammars.end() ? &*bare : &grammars.front();
    const Grammar* by_words = best;
    std::int64_t most = 0;
    std::int64_t most_words = words_alone - 1;
    std::vector<Weights> weights(grammars.size());
    for_each_index(grammars.size(), words.size() < worth_a_thread ? grammars.size() : 1,
                   [&](std::size_t i) { weights[i] = weigh(sample, words, grammars[i], face); });
    for (std::size_t i = 0; i < grammars.size(); ++i) {
        if (weights[i].total() > most) {
            most = weights[i].total();
            best = &grammars[i];
        }
        if (weights[i].words > most_words) {
            most_words = weights[i].words;
            by_words = &grammars[i];
        }
    }
    return most > 0 ? *best : *by_words;
}

}  // namespace stet
