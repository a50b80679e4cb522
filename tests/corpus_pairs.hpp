// The pairs of real documents that tests compare.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace stet {

/// Every old.md beside a new.md and every old.txt beside a new.txt below a folder, in order of their paths.
inline std::vector<std::pair<std::filesystem::path, std::filesystem::path>> corpus_pairs(const char* corpus) {
    namespace fs = std::filesystem;
    std::vector<std::pair<fs::path, fs::path>> pairs;
    for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
        const std::string ending = entry.path().extension().string();
        if (entry.path().stem() != "old" || (ending != ".md" && ending != ".txt")) continue;
        const fs::path after = entry.path().parent_path() / ("new" + ending);
        if (fs::exists(after)) pairs.emplace_back(entry.path(), after);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace stet
