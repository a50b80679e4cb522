// Real pairs of documents through both kinds of Markdown and back: the samples, and the corpus where STET_CORPUS names
// it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "corpus_pairs.hpp"
#include "stet.hpp"
#include "writers/critic_reader.hpp"
#include "writers/markdown_reader.hpp"

namespace {

using namespace stet;
using namespace stet::test;
namespace fs = std::filesystem;

Input input(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {path.string(), std::string(std::istreambuf_iterator<char>(file), {}), {}};
}

/// The words of a document that are compared: a moved block in its place of the file.
std::string compared_text(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks)
        if (!is_set_aside(block.kind)) out += block.text + "\n";
    return out;
}

/// The words of a text with one blank between them where nothing else parts them. Typography is set aside, with it the
/// hyphens that may be those of a line's end.
std::string plain_words(const std::string& text) {
    std::string out;
    bool blank = false;
    const auto joins = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    };
    bool hyphen = false;
    for (const char c : normalise(text)) {
        if (c == '-') {
            hyphen = true;
        } else if (c == ' ') {
            blank = true;
        } else {
            if (blank && !hyphen && !out.empty() && joins(out.back()) && joins(c)) out.push_back(' ');
            blank = hyphen = false;
            out.push_back(c);
        }
    }
    return out;
}

std::string difference(const std::string& found, const std::string& wanted) {
    return first_difference(plain_words(found), plain_words(wanted));
}

void check_pair(const fs::path& before, const fs::path& after) {
    INFO(before.string());
    INFO(after.string());
    const Redline redline = compare(input(before), input(after));
    const ReadBack back = read_back_markdown(write(redline, "markdown"));
    CHECK(back.surprises == "");
    CHECK(difference(back.before, compared_text(redline.before)) == "");
    CHECK(difference(back.after, compared_text(redline.after)) == "");
    const std::string critic = write(redline, "criticmarkup");
    CHECK(difference(words_of_markdown(take_critic_markup(critic, false)), compared_text(redline.before)) == "");
    CHECK(difference(words_of_markdown(take_critic_markup(critic, true)), compared_text(redline.after)) == "");
}

}  // namespace

TEST_CASE("the samples come back out of Markdown and CriticMarkup word for word") {
    const fs::path samples = STET_SAMPLES_DIR;
    check_pair(samples / "harbor-2023.md", samples / "harbor-2026.md");
    check_pair(samples / "harbor-2026.md", samples / "harbor-2023.md");
    check_pair(samples / "harbor-2023.txt", samples / "harbor-2026.txt");
    check_pair(samples / "harbor-2023.txt", samples / "harbor-2026.md");
}

TEST_CASE("the corpus comes back out of Markdown and CriticMarkup word for word") {
    const char* corpus = std::getenv("STET_CORPUS");
    if (corpus == nullptr) {
        MESSAGE("STET_CORPUS is not set: skipped");
        return;
    }
    const auto pairs = corpus_pairs(corpus);
    REQUIRE(!pairs.empty());
    for (const auto& [before, after] : pairs) check_pair(before, after);
}
