// The golden folders: <topic>/<case>/ with before.* and after.* (or document.md alone, for its two faces), and the
// redline that a careful lawyer would draw, in expected.txt.
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
#include <string>
#include <vector>

#include "stet.hpp"

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

std::string answer(const fs::path& folder) {
    const fs::path document = file_named(folder, "document");
    const Redline redline = document.empty()
                                ? compare(input(file_named(folder, "before")), input(file_named(folder, "after")))
                                : compare_faces(input(document));
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

}  // namespace

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
