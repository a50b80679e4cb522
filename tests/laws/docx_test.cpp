// Word documents: the faces of tracked files are the accepted and the rejected file, and the laws hold on every pair,
// where STET_CORPUS names the corpus.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

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

/// The folder of the corpus, or nothing with a word about it.
fs::path corpus(const char* folder) {
    const char* all = std::getenv("STET_CORPUS");
    if (all == nullptr) {
        MESSAGE("STET_CORPUS is not set: skipped");
        return {};
    }
    return fs::path(all) / "docx" / folder;
}

/// Files below a folder whose names end so, in order.
std::vector<fs::path> files_below(const fs::path& folder, std::string_view ending) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().string().ends_with(ending)) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

/// The letters and digits of a document in a face; `part` leaves out headers, footers, notes and comments.
std::string letters_of(const fs::path& path, Face face, bool parts) {
    const Document document = read(input(path), {.grammar = "", .face = face});
    std::string out;
    for (const Block& block : document.blocks)
        if (parts || block.part.empty()) out += face_text(block, face) + "\n";
    return letters(out);
}

fs::path beside(const fs::path& file, const std::string& ending) {
    return file.parent_path() / (file.stem().string() + ending);
}

/// Texts of pandoc's from which ours differ, and why.
const std::map<std::string, std::string> known = {
    {"002-DeletedNumberedParagraphs", "pandoc prints the numbers that Word counts"},
    {"005-InsertedNumberedParagraph", "pandoc prints the numbers that Word counts"},
    {"008-InsertedFieldCode", "pandoc leaves out the results of some fields"},
    {"011-InsertedMathChar", "pandoc prints a raised 2 as ², and no tracked change inside a formula"},
    {"012-DeletedMathChar", "pandoc prints a raised 2 as ², and no tracked change inside a formula"},
};

/// The samples as Word documents by pandoc, or nothing with a word about it.
std::vector<std::pair<fs::path, fs::path>> samples_in_word(const fs::path& folder) {
    std::vector<std::pair<fs::path, fs::path>> out;
    if (std::system("pandoc --version > /dev/null 2>&1") != 0) {
        MESSAGE("pandoc is not there: skipped");
        return out;
    }
    fs::create_directories(folder);
    for (const char* name : {"harbor-2023", "harbor-2026", "harbor-2026-union"}) {
        const fs::path markdown = fs::path(STET_SAMPLES_DIR) / (std::string(name) + ".md");
        const fs::path word = folder / (std::string(name) + ".docx");
        const std::string command = "pandoc -f gfm '" + markdown.string() + "' -o '" + word.string() + "'";
        REQUIRE(std::system(command.c_str()) == 0);
        out.emplace_back(markdown, word);
    }
    return out;
}

std::string paths_of(const Document& document) {
    std::string out;
    for (const Node& node : document.nodes) out += node.path + "\n";
    return out;
}

}  // namespace

TEST_CASE("one document as Markdown and in Word: the same outline, and no changes") {
    const fs::path folder = fs::temp_directory_path() / "stet-samples-in-word";
    const auto samples = samples_in_word(folder);
    for (const auto& [markdown, word] : samples) {
        INFO(markdown.string());
        const Redline redline = compare(input(markdown), input(word));
        CHECK(paths_of(redline.before) == paths_of(redline.after));
        CHECK(redline.before.grammar == redline.after.grammar);
        CHECK(redline.changes.empty());
        CHECK(told(check_laws(redline)) == "");
        CHECK(compare(input(word), input(markdown)).changes.empty());
    }
    if (!samples.empty()) {
        const Redline redline =
            compare_three({input(samples[0].first), input(samples[1].second), input(samples[2].second), {}});
        CHECK(redline.verified.holds());
        const Redline words = compare(input(samples[0].second), input(samples[1].second));
        const Redline marks = compare(input(samples[0].first), input(samples[1].first));
        CHECK(words.changes.size() == marks.changes.size());
        CHECK(told(check_laws(words)) == "");
    }
    fs::remove_all(folder);
}

TEST_CASE("faces of tracked Word documents: the rejected and the accepted file") {
    const fs::path folder = corpus("revisions");
    if (folder.empty()) return;
    std::size_t faces = 0;
    for (const auto& [face, ending] :
         {std::pair{Face::before, "-Rejected.docx"}, std::pair{Face::after, "-Accepted.docx"}})
        for (const fs::path& truth : files_below(folder, ending)) {
            const std::string name = truth.filename().string();
            const fs::path tracked = folder / (name.substr(0, name.size() - std::string_view(ending).size()) + ".docx");
            INFO(name);
            CHECK(difference(letters_of(tracked, face, true), letters_of(truth, Face::after, true)) == "");
            ++faces;
        }
    CHECK(faces > 60);
}

TEST_CASE("faces of tracked Word documents: pandoc's text of them") {
    const fs::path folder = corpus("tracked");
    if (folder.empty()) return;
    std::size_t faces = 0;
    for (const fs::path& tracked : files_below(folder, ".docx"))
        for (const auto& [face, ending] :
             {std::pair{Face::before, ".rejected.txt"}, std::pair{Face::after, ".accepted.txt"}}) {
            const fs::path truth = beside(tracked, ending);
            if (!fs::exists(truth)) continue;
            INFO(truth.string());
            const bool same = letters_of(tracked, face, false) == letters(bytes_of(truth));
            const auto reason = known.find(tracked.stem().string());
            CHECK_MESSAGE((same || reason != known.end()),
                          difference(letters_of(tracked, face, false), letters(bytes_of(truth))));
            ++faces;
        }
    CHECK(faces >= 40);
}

TEST_CASE("the laws on every pair of Word documents") {
    const fs::path folder = corpus("wmlcomparer");
    if (folder.empty()) return;
    std::ifstream manifest(folder / "manifest.csv");
    std::string line;
    std::getline(manifest, line);
    std::size_t pairs = 0;
    while (std::getline(manifest, line)) {
        std::vector<std::string> fields(1);
        for (const char c : line) {
            if (c == ',')
                fields.emplace_back();
            else
                fields.back().push_back(c);
        }
        REQUIRE(fields.size() > 4);
        INFO(fields[2] << " and " << fields[3]);
        const Redline redline = compare(input(folder / fields[2]), input(folder / fields[3]));
        CHECK(told(check_laws(redline)) == "");
        CHECK(told(check_no_change(compare(input(folder / fields[2]), input(folder / fields[2])))) == "");
        if (fields[4] == "0") CHECK(redline.changes.empty());
        ++pairs;
    }
    CHECK(pairs > 100);
}

TEST_CASE("the laws on the two faces of tracked Word documents") {
    const fs::path folder = corpus("revisions");
    if (folder.empty()) return;
    for (const fs::path& truth : files_below(folder, "-Accepted.docx")) {
        const std::string name = truth.filename().string();
        const fs::path tracked = folder / (name.substr(0, name.size() - 14) + ".docx");
        INFO(tracked.string());
        CHECK(told(check_laws(compare_faces(input(tracked)))) == "");
    }
}
