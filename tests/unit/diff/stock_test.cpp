#include "diff/stock.hpp"

#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::block_with;
using stet::test::prints_of;
using stet::test::read_markdown_text;

namespace {

/// What the runs of words of two blocks say, told by words that stand in each alone.
Shared judge(const std::string& before_text, std::string_view before_words, const std::string& after_text,
             std::string_view after_words) {
    const Document before = read_markdown_text(before_text);
    const Document after = read_markdown_text(after_text);
    const Fingerprints before_prints = prints_of(before);
    const Fingerprints after_prints = prints_of(after);
    const BlockId b = block_with(before, before_words);
    const BlockId a = block_with(after, after_words);
    return Stock(before_prints, after_prints).judge({std::span(&b, 1), std::span(&a, 1)});
}

const std::string notice = "The Employer shall give the Union notice in writing of any change in ";

/// The stock sentence with each of these subjects, a paragraph each.
std::string notices(std::initializer_list<const char*> subjects) {
    std::string out;
    for (const char* subject : subjects) out += notice + subject + ".\n\n";
    return out;
}

}  // namespace

TEST_CASE("stock: no run of words in common") {
    CHECK(judge("Clerks are paid on each Friday.", "Clerks", "On each Monday clerks sweep the aisles.", "Monday") ==
          Shared::nothing);
}

TEST_CASE("stock: a run that stands in these two alone tells") {
    CHECK(judge("Clerks are paid on Friday by check.", "Clerks", "Bakers are paid on Friday by check too.", "Bakers") ==
          Shared::telling);
}

TEST_CASE("stock: a run that stands in many places proves nothing") {
    const std::string before = notices({"hours", "meals", "doors", "lockers"});
    const std::string after = notices({"hours", "meals", "doors", "uniforms"});
    CHECK(judge(before, "lockers", after, "uniforms") == Shared::stock);
    CHECK(judge(notices({"lockers"}), "lockers", notices({"uniforms"}), "uniforms") == Shared::telling);
}

TEST_CASE("stock: one run of its own tells, whatever stock stands around it") {
    const std::string own = " It hangs by the clock in the back room.";
    const std::string before = notices({"hours", "meals", "doors"}) + notice + "lockers." + own + "\n";
    const std::string after = notices({"hours", "meals", "doors"}) + notice + "uniforms." + own + "\n";
    CHECK(judge(before, "lockers", after, "uniforms") == Shared::telling);
}

TEST_CASE("stock: a run ends with its sentence, since stock sentences follow one another in any order") {
    // Four words on either side of the full stop: no run of five inside a sentence.
    CHECK(judge("Clerks open the store. Bakers close the oven.", "Clerks",
                "Clerks open the store. Bakers close the oven.", "Clerks") == Shared::nothing);
    CHECK(judge("Clerks open the store while bakers close the oven.", "Clerks",
                "Clerks open the store while bakers close the oven.", "Clerks") == Shared::telling);
}

TEST_CASE("stock: a document whose sentences come back all the time is a patchwork") {
    const auto is_patchwork = [](const std::string& text) {
        const Document document = read_markdown_text(text);
        const Fingerprints prints = prints_of(document);
        return Stock(prints, prints).is_patchwork();
    };
    const std::string own =
        "A clerk parks behind the store and leaves the front to customers. Nobody lifts more than forty pounds alone. "
        "Lockers are cleaned in the first week of each month, and keys are kept by the director of the store.\n\n";
    CHECK_FALSE(is_patchwork(own + notices({"hours"})));
    CHECK(is_patchwork(notices({"hours", "meals"}) + notices({"hours", "meals"})));
}
