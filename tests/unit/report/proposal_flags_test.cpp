// The table of flags: in order, and not shorter than what the sources give.
#include "report/proposal_flags.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace {

using namespace stet;
namespace fs = std::filesystem;

/// "CLAIM", "TA_SCOPE"; shorter words are marks of status, and roman digits are no code.
bool is_code(const std::string& literal) {
    return literal.size() > 4 && literal.find_first_not_of("IVXLCDM") != std::string::npos &&
           literal.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string::npos;
}

/// Literals that look like codes in the rooms that give flags.
std::set<std::string> codes_in_sources() {
    std::set<std::string> codes;
    for (const char* room : {"proposal", "checks"}) {
        const fs::path folder = fs::path(STET_SOURCE_DIR) / "src" / room;
        if (!fs::exists(folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            std::ifstream file(entry.path());
            const std::string text((std::istreambuf_iterator<char>(file)), {});
            for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
                const std::size_t end = text.find('"', at + 1);
                if (end == std::string::npos) break;
                if (const std::string literal = text.substr(at + 1, end - at - 1); is_code(literal))
                    codes.insert(literal);
            }
        }
    }
    return codes;
}

}  // namespace

TEST_CASE("every flag that a proposal can have is told with an example") {
    const std::set<std::string> codes = codes_in_sources();
    REQUIRE(codes.size() > 20);
    for (const std::string& code : codes) CHECK_MESSAGE(!meaning_of_flag(code).empty(), code << " is not documented");
    for (const FlagMeaning& flag : flag_meanings()) CHECK_MESSAGE(!flag.example.empty(), flag.code);
}

TEST_CASE("flags stand by name, and what is no flag has no meaning") {
    const auto flags = flag_meanings();
    CHECK(std::is_sorted(flags.begin(), flags.end(),
                         [](const FlagMeaning& a, const FlagMeaning& b) { return a.code < b.code; }));
    CHECK(meaning_of_flag("NO_SUCH_FLAG").empty());
    CHECK(meaning_of_flag("").empty());
}
