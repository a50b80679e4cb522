// Proposals carried out on awkward bases, held against what a careful reader expects of each item.
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

std::vector<fs::path> folders() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(fs::path(STET_TESTS_DIR) / "carried_out"))
        if (entry.is_directory()) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

/// "base.md", or one in another format.
std::string base_in(const fs::path& folder) {
    for (const char* name : {"base.html", "base.txt"})
        if (fs::exists(folder / name)) return name;
    return "base.md";
}

/// The items as text, and the new text.
std::string told(const fs::path& folder) {
    const Proposal proposal = read_proposal({"proposal.md", bytes_of(folder / "proposal.md"), {}});
    const std::string base = base_in(folder);
    const Consolidated made = carry_out(proposal, {base, bytes_of(folder / base), {}});
    CHECK(made.reads_back);
    CHECK(made.redline.verified.holds());
    return write(item_report(proposal, made), "text") + "\n----\n\n" + made.text;
}

}  // namespace

TEST_CASE("carried out on awkward bases: each item is done as it should be, or refused with its reason") {
    REQUIRE(folders().size() >= 6);
    for (const fs::path& folder : folders()) {
        const std::string found = told(folder);
        INFO(folder.filename().string());
        if (std::getenv("STET_ACCEPT") != nullptr) std::ofstream(folder / "expected.txt", std::ios::binary) << found;
        CHECK(found == bytes_of(folder / "expected.txt"));
    }
}
