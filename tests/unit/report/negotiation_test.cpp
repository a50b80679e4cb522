// Whole negotiations: the text that was signed is the base with what the rounds agreed, and nothing else.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "stet.hpp"

using namespace stet;
namespace fs = std::filesystem;

namespace {

Input input(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {path.filename().string(), {std::istreambuf_iterator<char>(file), {}}, {}};
}

std::vector<Proposal> rounds_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().find('-') == 1) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Proposal> out;
    for (const fs::path& file : files) {
        out.push_back(read_proposal(input(file)));
        const std::string name = file.filename().string();
        out.back().party = name.find("union") != std::string::npos      ? Side::union_side
                           : name.find("employer") != std::string::npos ? Side::company
                                                                        : Side::neither;
    }
    return out;
}

}  // namespace

TEST_CASE("what was signed is the base and what was agreed over the rounds, and the base alone is not") {
    for (const auto& entry : fs::directory_iterator(fs::path(STET_TESTS_DIR) / "negotiations")) {
        if (!entry.is_directory()) continue;
        INFO(entry.path().filename().string());
        const fs::path& folder = entry.path();
        const Seal signed_text = seal(rounds_in(folder), input(folder / "base.md"), input(folder / "final.md"));
        CHECK(signed_text.holds);
        CHECK(signed_text.sheet.tables.at(0).rows.empty());
        CHECK_FALSE(seal(rounds_in(folder), input(folder / "base.md"), input(folder / "base.md")).holds);
    }
}
