// Weighs the built-in grammars against a document's labels and words.
#include "grammar/detect.hpp"

#include <algorithm>

#include "grammar/contents.hpp"
#include "grammar/grammar_file.hpp"
#include "grammar/site.hpp"

namespace stet {
namespace {

constexpr std::size_t words_looked_at = 60'000;  // bytes: enough to tell what a document is about
constexpr int label_weight = 10;                 // a label with a rank of its own
constexpr int heading_weight = 8;                // a heading with a number
constexpr int word_weight = 6;                   // a word of the kind, once for every so many
constexpr int most_of_a_word = 4;

std::string opening_words(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (out.size() > words_looked_at) break;
        for (const char c : block.text)
            out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\n' ? ' ' : c);
        out.push_back('\n');
    }
    return out;
}

int occurrences(const std::string& text, const std::string& word) {
    int found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos && found < most_of_a_word;
         at = text.find(word, at + word.size()))
        ++found;
    return found;
}

int weigh(const std::vector<Block>& blocks, const std::string& words, const Grammar& grammar, Face face) {
    const LabelIndex index(grammar);
    const Sites sites(blocks, grammar, index, face);
    int score = 0;
    for (const Site& site : sites.all()) {
        if (site.structural != Site::none && site.evidence == Evidence::strong) {
            const Level& level = grammar.levels[sites.reading(site, site.structural).level];
            const bool bare = level.labels[sites.reading(site, site.structural).pattern].before().empty();
            score += bare ? label_weight / 2 : label_weight;
            continue;
        }
        if (!site.opens_block) continue;
        const Block& block = blocks[site.block];
        const auto titled = [&](std::size_t i) {
            const Level& level = grammar.levels[sites.reading(site, i).level];
            return level.stands == Stands::heading && block.kind == BlockKind::heading;
        };
        for (std::size_t i = 0; i < site.count; ++i) {
            if (!titled(i)) continue;
            score += heading_weight;
            break;
        }
    }
    for (const std::string& word : grammar.words) score += word_weight * occurrences(words, word) / most_of_a_word;
    return score;
}

}  // namespace

std::string detect(const std::vector<Block>& blocks, Face face) {
    const std::string words = opening_words(blocks);
    std::string best = "plain";
    int most = 0;
    for (const std::string& name : grammar_names()) {
        const int score = weigh(blocks, words, load_grammar(name), face);
        if (score <= most) continue;
        most = score;
        best = name;
    }
    return most >= label_weight ? best : "plain";
}

}  // namespace stet
