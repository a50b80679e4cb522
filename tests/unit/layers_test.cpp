// Holds the source files against the house: who may include whom, which outside library stands where, how long a file
// may be, and that no C++ speaks the language of agreements.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "stet.hpp"

namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

/// Each room and those directly below it; what stands below them is below it too. "writers/docx" is a room in a room.
const std::map<std::string, Names> rooms = {
    {"text", {}},
    {"quantity", {"text"}},
    {"document", {"quantity"}},
    {"package", {"text"}},
    {"readers", {"document", "package"}},
    {"grammar", {"document"}},
    {"diff", {"document"}},
    {"redline", {"diff"}},
    {"proposal", {"redline", "grammar"}},
    {"checks", {"redline", "grammar"}},
    {"report", {"checks", "proposal"}},
    {"writers", {"report"}},
    {"writers/docx", {"writers", "readers"}},
    {"stet", {"writers", "writers/docx", "report", "checks", "proposal", "redline", "diff", "grammar", "readers"}},
    {"cli", {"stet"}},
    {"main", {"cli"}},
};

void add_below(const std::string& room, Names& found) {
    for (const std::string& next : rooms.at(room))
        if (found.insert(next).second) add_below(next, found);
}

/// The room of a path relative to src: its folder, or "stet" and "main" for the files at the top.
std::string room_of(const std::string& path) {
    if (path.starts_with("writers/docx/")) return "writers/docx";
    const std::size_t slash = path.find('/');
    return slash == std::string::npos ? fs::path(path).stem().string() : path.substr(0, slash);
}

struct SourceFile {
    std::string path;  ///< relative to src
    std::vector<std::string> lines;
};

const std::vector<SourceFile>& source_files() {
    static const std::vector<SourceFile> files = [] {
        std::vector<SourceFile> out;
        const fs::path src = fs::path(STET_SOURCE_DIR) / "src";
        for (const auto& entry : fs::recursive_directory_iterator(src)) {
            const std::string ending = entry.path().extension().string();
            if (ending != ".cpp" && ending != ".hpp") continue;
            SourceFile file{fs::relative(entry.path(), src).generic_string(), {}};
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) file.lines.push_back(line);
            out.push_back(std::move(file));
        }
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
        return out;
    }();
    return files;
}

/// What stands between the delimiters of an #include line; empty for any other line.
std::string included(std::string_view line, char open, char close) {
    if (!line.starts_with("#include ")) return {};
    const std::size_t begin = line.find(open);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = line.find(close, begin + 1);
    return end == std::string_view::npos ? std::string{} : std::string(line.substr(begin + 1, end - begin - 1));
}

/// Appends the string literals of a line of code; stops at a comment. Raw literals and literals over several lines
/// count up to the line's end.
void append_literals(std::string_view line, std::vector<std::string>& out) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line.substr(at).starts_with("//")) return;
        if (line[at] == '\'') {
            at += at + 1 < line.size() && line[at + 1] == '\\' ? 3 : 2;
            continue;
        }
        if (line[at] != '"') continue;
        std::string literal;
        for (++at; at < line.size() && line[at] != '"'; ++at) {
            if (line[at] == '\\' && at + 1 < line.size()) ++at;
            literal.push_back(line[at]);
        }
        out.push_back(std::move(literal));
    }
}

/// An outside library: how its headers begin and the only files, or beginnings of their paths, that may include them.
struct Library {
    std::string_view header;
    std::vector<std::string_view> places;
};

const std::vector<Library> libraries = {
    {"cmark-gfm", {"readers/markdown"}},
    {"gumbo", {"readers/html"}},
    {"pugixml", {"package/", "readers/docx/", "writers/docx/"}},
    {"zlib", {"package/zip"}},
    {"dtl/", {"diff/sequence.cpp"}},
    {"boost/", {"cli/"}},
    {"toml++/", {"grammar/toml.hpp"}},
    {"nlohmann/",
     {"writers/json.cpp", "writers/json_parts.hpp", "writers/outline_json.cpp", "writers/proposal/json.cpp",
      "writers/sheet_json.cpp"}},
    {"nettle/", {"text/source.cpp"}},
    {"utf8proc", {"text/"}},
};

}  // namespace

TEST_CASE("every room includes only what stands below it") {
    REQUIRE(source_files().size() > 20);
    for (const SourceFile& file : source_files()) {
        const std::string room = room_of(file.path);
        INFO(file.path);
        REQUIRE_MESSAGE(rooms.contains(room), "a room that the table does not know");
        Names below;
        add_below(room, below);
        for (const std::string& line : file.lines) {
            const std::string header = included(line, '"', '"');
            if (header.empty()) continue;
            const std::string other = room_of(header);
            INFO(line);
            CHECK((other == room || below.contains(other)));
        }
    }
}

TEST_CASE("no two types have one name") {
    // Their functions would be taken for each other by the linker (the one definition rule). Types of a file's own
    // stand in an unnamed namespace.
    std::map<std::string, std::string> defined;
    for (const SourceFile& file : source_files()) {
        std::string space;
        int unnamed = 0;
        for (const std::string& line : file.lines) {
            if (line.starts_with("namespace {")) ++unnamed;
            if (line.starts_with("}  // namespace") && line.find_first_not_of(' ', 15) == std::string::npos) --unnamed;
            if (line.starts_with("namespace stet")) space = line.substr(10, line.find(' ', 10) - 10);
            const bool declared_only = line.ends_with(";") && line.find('{') == std::string::npos;
            if (unnamed > 0 || declared_only) continue;
            for (const std::string_view word : {"struct ", "class ", "enum class ", "enum "}) {
                if (!line.starts_with(word)) continue;
                const std::size_t end = line.find_first_of(" :{", word.size());
                if (line.compare(end, 2, "::") == 0) break;  // a member of a type that is counted where it is declared
                const std::string name = space + "::" + line.substr(word.size(), end - word.size());
                const auto [there, fresh] = defined.emplace(name, file.path);
                CHECK_MESSAGE((fresh || there->second == file.path),
                              name << " is defined in " << there->second << " and in " << file.path);
                break;
            }
        }
    }
    CHECK(defined.size() > 50);
}

TEST_CASE("no room stands below itself") {
    for (const auto& [room, direct] : rooms) {
        Names below;
        add_below(room, below);
        CHECK_MESSAGE(!below.contains(room), room);
    }
}

TEST_CASE("readers and grammar, and diff and either, do not see each other") {
    const auto below = [](const std::string& room) {
        Names found;
        add_below(room, found);
        return found;
    };
    CHECK(!below("readers").contains("grammar"));
    CHECK(!below("grammar").contains("readers"));
    CHECK(!below("diff").contains("grammar"));
    CHECK(!below("diff").contains("readers"));
    CHECK(!below("writers").contains("readers"));
}

TEST_CASE("each outside library stands behind its one door") {
    for (const SourceFile& file : source_files()) {
        for (const std::string& line : file.lines) {
            const std::string header = included(line, '<', '>');
            if (header.empty()) continue;
            for (const Library& library : libraries) {
                if (!header.starts_with(library.header)) continue;
                const bool allowed = std::any_of(library.places.begin(), library.places.end(),
                                                 [&](std::string_view place) { return file.path.starts_with(place); });
                CHECK_MESSAGE(allowed, file.path << " includes <" << header << ">");
            }
            CHECK_MESSAGE(header != "regex", file.path << ": std::regex recurses and crashes on long lines");
        }
    }
}

TEST_CASE("no file is over 700 lines unless it opens with a reason") {
    for (const SourceFile& file : source_files()) {
        const auto head = file.lines.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(file.lines.size(), 6));
        const bool reason = std::any_of(file.lines.begin(), head, [](const std::string& line) {
            return line.find("Long because") != std::string::npos;
        });
        CHECK_MESSAGE((file.lines.size() <= 700 || reason), file.path << " has " << file.lines.size() << " lines");
    }
}

TEST_CASE("every file opens with a sentence") {
    for (const SourceFile& file : source_files()) {
        REQUIRE_MESSAGE(!file.lines.empty(), file.path);
        CHECK_MESSAGE(file.lines.front().starts_with("// "), file.path);
    }
}

TEST_CASE("no file is named for nothing") {
    static constexpr std::array<std::string_view, 6> names = {"util", "helper", "common", "misc", "manager", "base"};
    for (const SourceFile& file : source_files()) {
        const std::string stem = fs::path(file.path).stem().string();
        for (const std::string_view name : names)
            CHECK_MESSAGE((stem != name && stem != std::string(name) + "s"), file.path);
    }
}

TEST_CASE("no C++ speaks the language of agreements") {
    // Words of house styles are data in grammars/; "Section " is any label's noun. The tables of quantity/ know the
    // common nouns of references, months and units in lower case.
    static constexpr std::array<std::string_view, 11> words = {"ARTICLE",  "SECTION",   "Article ", "Section ",
                                                               "APPENDIX", "Appendix ", "EXHIBIT",  "Letter of",
                                                               "UFCW",     "Union",     "Kroger"};
    const auto is_code =
        [](const std::string& literal) {  // "SECTION_NUMBER_MISMATCH": a flag, no word of a house style
            return literal.find('_') != std::string::npos &&
                   literal.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string::npos;
        };
    for (const SourceFile& file : source_files()) {
        std::vector<std::string> literals;
        for (const std::string& line : file.lines)
            if (!line.starts_with("#include")) append_literals(line, literals);
        std::erase_if(literals, is_code);
        for (const std::string& literal : literals)
            for (const std::string_view word : words)
                CHECK_MESSAGE(literal.find(word) == std::string::npos, file.path << ": \"" << literal << "\"");
    }
}

TEST_CASE("the version is the same in CMake and in C++") {
    CHECK(stet::version == STET_VERSION);
    std::ifstream changelog(fs::path(STET_SOURCE_DIR) / "CHANGELOG.md");
    const std::string text((std::istreambuf_iterator<char>(changelog)), {});
    CHECK(text.find("## " STET_VERSION) != std::string::npos);
}

TEST_CASE("nothing stands at the top but what the house has there") {
    static const Names known = {"CMakeLists.txt", "src",       "grammars",     "samples", "tests",
                                "LICENSE",        "README.md", "CHANGELOG.md", "out"};
    for (const auto& entry : fs::directory_iterator(fs::path(STET_SOURCE_DIR))) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(".") || name == "build" || name.starts_with("build-")) continue;
        CHECK_MESSAGE(known.contains(name), name);
    }
}
