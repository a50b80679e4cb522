// Reads real documents and holds their outlines against those written down by hand (README.md beside this file).
// The documents are found through STET_CORPUS and STET_SEEDS; without them the tests skip and say so.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "grammar/detect.hpp"
#include "grammar/grammar_file.hpp"
#include "grammar/outline.hpp"
#include "grammar/toml.hpp"
#include "grammar/wording.hpp"
#include "readers/reader.hpp"

namespace {

using stet::Document;

struct Truth {
    std::string name;  ///< file and, where one is given, face
    const toml::table* entry;
};

std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE_MESSAGE(in, path.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Document read_document(const std::filesystem::path& path, stet::Face face) {
    stet::Diagnostics diagnostics;
    stet::Source source(path.filename().string(), read_bytes(path), diagnostics);
    stet::ReadBlocks read = stet::reader_for(path.filename().string(), diagnostics).read(source);
    const std::vector<stet::Grammar> grammars = stet::load_built_in_grammars();
    const stet::Grammar& grammar = stet::detect(grammars, read.blocks, face);
    return stet::outline(std::move(source), std::move(read.blocks), grammar, face, std::move(diagnostics));
}

/// Units by level name, and `list` for every one whose component is in round brackets.
std::map<std::string, std::int64_t> count_units(const Document& document) {
    std::map<std::string, std::int64_t> counts;
    for (std::size_t i = 1; i < document.nodes.size(); ++i) {
        const std::string& path = document.nodes[i].path;
        const std::size_t slash = path.rfind(" / ");
        const std::string last = slash == std::string::npos ? path : path.substr(slash + 3);
        ++counts[last.front() == '(' ? "list" : document.levels[document.nodes[i].level]];
    }
    return counts;
}

/// The heading is the expected one, or begins with it before a date or a second line.
bool is_heading(const std::string& have, const std::string& want) {
    const std::string a = stet::heading_key(have);
    const std::string b = stet::heading_key(want);
    if (b.empty()) return a.empty();
    return a.starts_with(b);
}

void check_path(const Document& document, const std::map<std::string, stet::NodeId>& nodes, const toml::table& want,
                std::vector<std::string>& misses) {
    const std::string path = want["path"].value_or<std::string>("");
    const auto found = nodes.find(path);
    if (found == nodes.end()) return misses.push_back("missing: " + path);
    const std::int64_t line = want["line"].value_or<std::int64_t>(0);
    const std::int64_t stands = document.line(found->second);
    if (line != stands)
        misses.push_back("line " + std::to_string(stands) + " for " + std::to_string(line) + ": " + path);
    const auto heading = want["heading"].value<std::string>();
    const std::string& have = document.nodes[found->second].heading;
    if (heading && !is_heading(have, *heading))
        misses.push_back("heading \"" + have + "\" for \"" + *heading + "\": " + path);
}

std::vector<std::string> find_misses(const Document& document, const toml::table& entry) {
    std::vector<std::string> misses;
    const std::string grammar = entry["grammar"].value_or<std::string>("");
    if (!grammar.empty() && grammar != document.grammar)
        misses.push_back("grammar " + document.grammar + " for " + grammar);
    std::map<std::string, std::int64_t> counts = count_units(document);
    if (const toml::table* wanted = entry["counts"].as_table())
        for (const auto& [level, count] : *wanted)
            if (const std::int64_t want = count.value_or<std::int64_t>(0); counts[std::string(level.str())] != want)
                misses.push_back("count " + std::to_string(counts[std::string(level.str())]) + " for " +
                                 std::to_string(want) + ": " + std::string(level.str()));
    std::map<std::string, stet::NodeId> nodes;
    for (stet::NodeId id = 1; id < document.nodes.size(); ++id) nodes[document.nodes[id].path] = id;
    if (const toml::array* paths = entry["paths"].as_array())
        for (const toml::node& path : *paths) check_path(document, nodes, *path.as_table(), misses);
    if (const toml::array* absent = entry["absent"].as_array())
        for (const toml::node& path : *absent)
            if (const std::string name = path.value_or<std::string>(""); nodes.contains(name))
                misses.push_back("not to be there: " + name + " (line " + std::to_string(document.line(nodes[name])) +
                                 ")");
    return misses;
}

/// What misses.toml lists as known: file to misses.
std::map<std::string, std::set<std::string>> known_misses(const std::filesystem::path& folder) {
    std::map<std::string, std::set<std::string>> known;
    if (!std::filesystem::exists(folder / "misses.toml")) return known;
    const toml::table file = toml::parse_file((folder / "misses.toml").string());
    if (const toml::array* entries = file["document"].as_array())
        for (const toml::node& entry : *entries)
            if (const toml::array* misses = entry.as_table()->at("misses").as_array())
                for (const toml::node& miss : *misses)
                    known[(*entry.as_table())["file"].value_or<std::string>("")].insert(miss.value_or<std::string>(""));
    return known;
}

}  // namespace

TEST_CASE("outlines of real documents are what a person would draw") {
    const std::filesystem::path folder = std::filesystem::path(STET_TESTS_DIR) / "outlines";
    auto known = known_misses(folder);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".toml" && entry.path().filename() != "misses.toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::set<std::string> skipped;
    for (const auto& path : files) {
        const toml::table file = toml::parse_file(path.string());
        for (const toml::node& node : *file["document"].as_array()) {
            const toml::table& entry = *node.as_table();
            const std::string where = entry["root"].value_or<std::string>("");
            const bool seeds = where == "seeds";
            const std::string own = folder.string();
            const char* root = where == "tests" ? own.c_str() : std::getenv(seeds ? "STET_SEEDS" : "STET_CORPUS");
            if (root == nullptr) {
                skipped.insert(seeds ? "STET_SEEDS" : "STET_CORPUS");
                continue;
            }
            const std::string name = entry["file"].value_or<std::string>("");
            const stet::Face face =
                entry["face"].value_or<std::string>("after") == "before" ? stet::Face::before : stet::Face::after;
            const Document document = read_document(std::filesystem::path(root) / name, face);
            for (const std::string& miss : find_misses(document, entry)) {
                if (known[name].erase(miss) == 0) FAIL_CHECK(name << ": " << miss);
            }
            for (const std::string& gone : known[name])
                FAIL_CHECK(name << ": listed as a miss and none any more: " << gone);
        }
    }
    for (const std::string& variable : skipped) MESSAGE("skipped: " << variable << " is not set");
}
