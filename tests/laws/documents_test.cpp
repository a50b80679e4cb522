// The laws on documents: the samples in all their forms, and every pair of the corpus where STET_CORPUS names it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "corpus_pairs.hpp"
#include "laws/checks.hpp"

namespace {

using namespace stet;
using namespace stet::laws;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Input input(const fs::path& path) {
    return {path.filename().string(), bytes_of(path), {}};
}

const fs::path samples = STET_SAMPLES_DIR;

/// The words of a Markdown file of ours: its marks taken off, line by line. No HTML but <u>, no links, no code.
std::string stripped_markdown(const std::string& markdown) {
    std::string out;
    std::string line;
    const auto flush = [&] {
        const bool rule = !line.empty() && line.find_first_not_of("|:- ") == std::string::npos;
        for (std::size_t i = 0; i < line.size() && !rule; ++i) {
            if (line[i] == '\\' && i + 1 < line.size()) {
                out.push_back(line[++i]);
            } else if (line.compare(i, 3, "<u>") == 0) {
                i += 2;
            } else if (line.compare(i, 4, "</u>") == 0) {
                i += 3;
            } else if (line[i] == '|') {
                out.push_back(' ');
            } else if (line[i] != '*' && line[i] != '~' && !(line[i] == '#' && (i == 0 || line[i - 1] == '#'))) {
                out.push_back(line[i]);
            }
        }
        out.push_back('\n');
        line.clear();
    };
    for (const char c : markdown) {
        if (c == '\n')
            flush();
        else
            line.push_back(c);
    }
    flush();
    return out;
}

std::string all_text(const Document& document) {
    return text_of(document, false) + text_of(document, true);
}

/// Words without marks of punctuation: a leader of dots or a bullet is none.
std::string bare_words(const std::string& text) {
    std::string out;
    for (const PlainWord& word : plain_words(text))
        if (is_letter(character_at(word.text, 0).code)) out += word.text + " ";
    return sorted_words(out);
}

}  // namespace

TEST_CASE("laws 1, 3 and 5 on the samples, in the model and in all that is written") {
    for (const char* ending : {".md", ".txt"}) {
        const fs::path older = samples / (std::string("harbor-2023") + ending);
        const fs::path newer = samples / (std::string("harbor-2026") + ending);
        CAPTURE(ending);
        CHECK(told(check_laws(compare(input(older), input(newer)))) == "");
        CHECK(told(check_laws(compare(input(newer), input(older)))) == "");
    }
}

TEST_CASE("laws 1, 3 and 5 on the two faces of a marked sample") {
    CHECK(told(check_laws(compare_faces(input(samples / "proposal-2026.md")))) == "");
}

TEST_CASE("law 2 on the samples: nothing differs from itself") {
    for (const char* name :
         {"harbor-2023.md", "harbor-2026.md", "harbor-2023.txt", "harbor-2026.txt", "proposal-2026.md"}) {
        CAPTURE(name);
        CHECK(told(check_no_change(compare(input(samples / name), input(samples / name)))) == "");
    }
}

TEST_CASE("law 2 on the samples: swapped inputs give the same pairs") {
    const Redline forth = compare(input(samples / "harbor-2023.md"), input(samples / "harbor-2026.md"));
    const Redline back = compare(input(samples / "harbor-2026.md"), input(samples / "harbor-2023.md"));
    CHECK(told(check_swapped(forth, back)) == "");
}

TEST_CASE("law 4 on the samples: every word of the file stands in a block") {
    for (const char* name : {"harbor-2023.txt", "harbor-2026.txt"}) {
        CAPTURE(name);
        const Document document = read(input(samples / name));
        CHECK(difference(sorted_words(all_text(document)), sorted_words(bytes_of(samples / name))) == "");
    }
    for (const char* name : {"harbor-2023.md", "harbor-2026.md", "proposal-2026.md"}) {
        CAPTURE(name);
        const Document document = read(input(samples / name));
        CHECK(difference(bare_words(all_text(document)), bare_words(stripped_markdown(bytes_of(samples / name)))) ==
              "");
    }
}

TEST_CASE("one year as text and as Markdown: typography, tables and title lines aside, nothing changed") {
    for (const char* year : {"harbor-2023", "harbor-2026"}) {
        CAPTURE(year);
        const Redline redline =
            compare(input(samples / (std::string(year) + ".txt")), input(samples / (std::string(year) + ".md")));
        CHECK(told(check_laws(redline)) == "");
        for (const Change& change : redline.changes) {
            CAPTURE(change.title);
            CHECK(change.before_text == "");
            CHECK(change.after_text == "");
        }
        CHECK(redline.counts.inserted + redline.counts.moved + redline.counts.renumbered + redline.counts.split == 0);
        CHECK(redline.counts.edited == 0);
    }
}

TEST_CASE("the laws on every pair of the corpus") {
    const char* corpus = std::getenv("STET_CORPUS");
    if (corpus == nullptr) {
        MESSAGE("STET_CORPUS is not set: skipped");
        return;
    }
    const auto pairs = corpus_pairs(corpus);
    REQUIRE(!pairs.empty());
    std::size_t asymmetric = 0;
    std::size_t sections = 0;
    for (const auto& [older, newer] : pairs) {
        CAPTURE(older.string());
        const bool big = fs::file_size(older) > 2'000'000;
        const Redline forth = compare(input(older), input(newer));
        CHECK(told(check_laws(forth)) == "");
        if (big) continue;
        CHECK(told(check_no_change(compare(input(older), input(older)))) == "");
        const Redline back = compare(input(newer), input(older));
        CHECK(told(check_laws(back, false)) == "");
        const Faults faults = check_swapped(forth, back);
        if (!faults.empty())
            MESSAGE("swapped: " << faults.size() << " of " << forth.sections.size() << "\n" << told(faults));
        asymmetric += faults.size();
        sections += forth.sections.size();
        if (older.extension() == ".txt")
            CHECK(difference(bare_words(all_text(forth.before)), bare_words(std::string(forth.before.source.text()))) ==
                  "");
    }
    // Look-alikes and near ties may be paired otherwise in the other direction; it is to stay rare.
    MESSAGE("told otherwise with swapped inputs: " << asymmetric << " of " << sections << " sections");
    CHECK(asymmetric * 50 <= sections);
}
