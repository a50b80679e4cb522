// Outputs appear whole or not at all.
#include "cli/output_files.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "text/error.hpp"

using namespace stet;
using namespace stet::cli;

namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes with the test.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "stet-output-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator(path_)) out.push_back(entry.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    fs::path path_;
};

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("outputs replace what stood there and leave nothing else") {
    const Folder folder;
    write_file(folder / "a", "old");
    OutputFiles({folder / "a", folder / "b"}, {}).write({"new", std::string(300000, 'x')});
    CHECK(read_file(folder / "a") == "new");
    CHECK(read_file(folder / "b").size() == 300000);
    CHECK(folder.names() == Names{"a", "b"});
}

TEST_CASE("when one output fails none has changed") {
    const Folder folder;
    write_file(folder / "a", "old");
    const OutputFiles files({folder / "a", folder / "sub"}, {});
    fs::create_directory(folder / "sub");  // between the check and the writing
    write_file(folder / "sub/x", "x");
    CHECK_THROWS_AS(files.write({"new", "new"}), Error);
    CHECK(read_file(folder / "a") == "old");
    CHECK(folder.names() == Names{"a", "sub"});
}

TEST_CASE("an output is never an input, and no place is named twice") {
    const Folder folder;
    write_file(folder / "in.md", "in");
    fs::create_hard_link(folder / "in.md", folder / "same.md");
    CHECK_THROWS_AS(OutputFiles({folder / "in.md"}, {folder / "in.md"}), Error);
    CHECK_THROWS_AS(OutputFiles({folder / "same.md"}, {folder / "in.md"}), Error);
    CHECK_THROWS_AS(OutputFiles({folder / "new", folder / "./new"}, {}), Error);
    CHECK_THROWS_AS(OutputFiles({"-", "-"}, {}), Error);
    CHECK_NOTHROW(OutputFiles({"/dev/null", "/dev/null"}, {folder / "in.md"}));
    CHECK_NOTHROW(OutputFiles({folder / "new", folder / "other"}, {folder / "in.md", "-"}));
}

TEST_CASE("a place that cannot be written is known before anything is") {
    const Folder folder;
    write_file(folder / "file", "x");
    CHECK_THROWS_AS(OutputFiles({folder / "file/below"}, {}), Error);
    CHECK_THROWS_AS(OutputFiles({folder / "none/below"}, {}), Error);
    CHECK_THROWS_AS(OutputFiles({folder / ""}, {}), Error);
    CHECK_THROWS_AS(OutputFiles({""}, {}), Error);
    CHECK(folder.names() == Names{"file"});
}
