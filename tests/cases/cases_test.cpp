// The golden folders: <topic>/<case>/ with before.* and after.* (or document.md alone, for its two faces; or base.*,
// first.* and second.*, for two parties), and the redline that a careful lawyer would draw, in expected.txt.
//
// Where stet does not draw it so yet, today.txt beside it holds what stet draws: the test then holds stet to today.txt,
// and fails as soon as stet draws what is expected, so that the file goes. With STET_ACCEPT=1 the answers are written
// into expected.txt (or today.txt, where there is one) in place of being compared: read the difference before you keep
// it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "stet.hpp"
#include "text/words.hpp"

namespace {

using namespace stet;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory()) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

/// The file of that stem, .md, .html or .txt; empty where there is none.
fs::path file_named(const fs::path& folder, const std::string& stem) {
    for (const char* ending : {".md", ".html", ".txt"})
        if (fs::exists(folder / (stem + ending))) return folder / (stem + ending);
    return {};
}

Input input(const fs::path& path) {
    return {path.filename().string(), bytes_of(path), {}};
}

Redline redline_of(const fs::path& folder) {
    if (const fs::path document = file_named(folder, "document"); !document.empty())
        return compare_faces(input(document));
    if (const fs::path base = file_named(folder, "base"); !base.empty())
        return compare_three({input(base),
                              input(file_named(folder, "first")),
                              input(file_named(folder, "second")),
                              {"the Employer", "the Union"}});
    return compare(input(file_named(folder, "before")), input(file_named(folder, "after")));
}

std::string answer(const fs::path& folder) {
    const Redline redline = redline_of(folder);
    CHECK(redline.verified.holds());
    return write(redline, "text");
}

/// Where two texts first differ: the line in each.
std::string first_difference(const std::string& found, const std::string& wanted) {
    if (found == wanted) return {};
    std::size_t line = 0;
    std::size_t at = 0;
    while (at < found.size() && at < wanted.size() && found[at] == wanted[at]) {
        if (found[at++] == '\n') line = at;
    }
    return "found:  " + found.substr(line, found.find('\n', at) - line) +
           "\nwanted: " + wanted.substr(line, wanted.find('\n', at) - line);
}

/// White space folded, emphasis of Markdown gone.
std::string folded(std::string text) {
    for (std::size_t at = 0; (at = text.find("**", at)) != std::string::npos;) text.erase(at, 2);
    return normalise(text);
}

/// A picture's line with those that it goes on in: what it is called, and its words.
struct PictureLine {
    std::string name;
    std::string words;
};

std::vector<PictureLine> picture_lines(const std::string& block) {
    constexpr std::size_t margin = 10;
    std::vector<PictureLine> out;
    std::istringstream in(block);
    for (std::string line; std::getline(in, line);) {
        if (line.size() <= margin) continue;
        if (line[0] != ' ') out.push_back({line.substr(0, line.find("  ")), {}});
        REQUIRE(!out.empty());
        out.back().words += line.substr(margin) + "\n";
    }
    return out;
}

/// Whether all parts of a picture's words stand in a file, in order; parts are parted by "…" on a line of its own.
bool holds(const std::string& file, const std::string& words) {
    const std::string text = folded(file);
    std::size_t at = 0;
    std::istringstream in(words);
    std::string part;
    const auto found = [&] {
        const std::size_t place = text.find(folded(part), at);
        at = place == std::string::npos ? place : place + 1;
        part.clear();
        return at != std::string::npos;
    };
    for (std::string line; std::getline(in, line);)
        if (line != "…")
            part += line + "\n";
        else if (!found())
            return false;
    return found();
}

}  // namespace

TEST_CASE("the pictures of what good looks like are those of their cases") {
    const fs::path root = fs::path(STET_TESTS_DIR) / "cases";
    const std::string page = bytes_of(root / "README.md");
    std::size_t held = 0;
    for (std::size_t at = 0; (at = page.find("\n### ", at)) != std::string::npos; ++at) {
        const std::string title = page.substr(at + 5, page.find('\n', at + 1) - at - 5);
        CAPTURE(title);
        const fs::path folder = root / title.substr(title.rfind(": ") + 2);
        REQUIRE(fs::is_directory(folder));
        const std::size_t begin = page.find("```\n", at) + 4;
        for (const PictureLine& line : picture_lines(page.substr(begin, page.find("```", begin) - begin))) {
            const bool ours = line.name == "stet";
            const fs::path file = ours ? folder / "expected.txt" : file_named(folder, line.name);
            if (file.empty()) continue;  // what others draw
            CAPTURE(line.words);
            CHECK(holds(bytes_of(file), line.words));
            ++held;
        }
    }
    CHECK(held >= 36);
}

TEST_CASE("the golden cases") {
    const bool accepts = std::getenv("STET_ACCEPT") != nullptr;
    std::size_t cases = 0;
    std::size_t short_of = 0;
    for (const fs::path& topic : folders_in(fs::path(STET_TESTS_DIR) / "cases")) {
        CAPTURE(topic.string());
        CHECK(fs::exists(topic / "README.md"));
        for (const fs::path& folder : folders_in(topic)) {
            const std::string name = (topic.filename() / folder.filename()).string();
            CAPTURE(name);
            ++cases;
            const std::string found = answer(folder);
            const fs::path today = folder / "today.txt";
            short_of += fs::exists(today);
            const fs::path wanted = fs::exists(today) ? today : folder / "expected.txt";
            if (accepts) std::ofstream(wanted, std::ios::binary) << found;
            CHECK(first_difference(found, bytes_of(wanted)) == "");
            if (fs::exists(today))
                CHECK_MESSAGE(found != bytes_of(folder / "expected.txt"), "as expected now: today.txt may go");
        }
    }
    CHECK(cases > 40);
    MESSAGE(cases << " cases, " << short_of << " of them short of what is expected");
}
