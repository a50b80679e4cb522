// The CriticMarkup redline gives both texts to any processor of CriticMarkup, and to stet's own reader.
#include <doctest/doctest.h>

#include <string>

#include "readers/reader.hpp"
#include "writers/critic_reader.hpp"
#include "writers/hostile_redline.hpp"
#include "writers/redline_fixture.hpp"
#include "writers/writer.hpp"

namespace {

using namespace stet;
using namespace stet::test;

std::string body(const Redline& redline) {
    const std::string out = write_critic_markup(redline, {});
    return out.substr(out.find("\n\n") + 2);
}

std::string paragraph(const Strokes& strokes) {
    RedlineFixture fixture;
    fixture.text(0, strokes);
    return body(fixture.redline());
}

std::string face_of(const std::vector<Block>& blocks, Face face) {
    std::string out;
    for (const Block& block : blocks) out += face_text(block, face) + "\n";
    return out;
}

}  // namespace

TEST_CASE("critic: struck and new words stand between their signs, white space outside") {
    CHECK(paragraph({same("pay "), gone("one dollar"), fresh("two dollars"), same(" per hour")}) ==
          "pay {--one dollar--}{++two dollars++} per hour\n\n");
    CHECK(paragraph({same("paid"), gone(" weekly "), fresh(" daily ")}) == "paid {--weekly--} {++daily++}\n\n");
}

TEST_CASE("critic: signs in the text are no signs") {
    const std::string out = paragraph({same("{++a++} "), gone("b--}"), fresh("-")});
    CHECK(out.find("{++a") == std::string::npos);
    CHECK(letters(words_of_markdown(take_critic_markup(out, true))) == "{++a++}-");
    CHECK(letters(words_of_markdown(take_critic_markup(out, false))) == "{++a++}b--}");
}

TEST_CASE("critic: text that moved is struck where it was and new where it is, with remarks") {
    RedlineFixture fixture;
    const std::uint32_t one = fixture.section(0, 1, "Part 1", "Part 1");
    const std::uint32_t two = fixture.section(0, 1, "Part 2", "Part 2");
    fixture.redline().before.nodes[1].path = "part 1";
    fixture.redline().after.nodes[2].path = "part 2";
    const std::uint32_t from = fixture.moved_from(one, "Union leave. ");
    fixture.text(two, {same("Between.")});
    const std::uint32_t to = fixture.text(two, {same("Union leave. "), fresh("Always.")});
    fixture.link(from, to);
    CHECK(body(fixture.redline()) ==
          "{>>m1: moved to Part 2<<} {--Union leave.--}\n\nBetween.\n\n"
          "{>>m1: moved from Part 1; new here: Always.<<} {++Union leave. Always.++}\n\n");
}

TEST_CASE("critic: the first remark says what was compared and whether it is verified") {
    RedlineFixture fixture;
    const std::string out = write_critic_markup(fixture.redline(), {});
    CHECK(out.starts_with("{>>Redline of agreement-2021.md and proposal-2024.md. Verified: "));
    CHECK(out.find(fixture.redline().after.source.sha256()) != std::string::npos);
    fixture.redline().verified.reject_equals_before = false;
    CHECK(write_critic_markup(fixture.redline(), {}).find("NOT VERIFIED: rejecting") != std::string::npos);
}

TEST_CASE("critic: whatever the words look like, a processor gives both texts back") {
    for (unsigned seed = 0; seed < 400; ++seed) {
        HostileRedline hostile(seed);
        const std::string out = write_critic_markup(hostile.fixture().redline(), {});
        INFO(seed << "\n" << out);
        for (const bool accept : {false, true}) {
            const std::string words = words_of_markdown(take_critic_markup(out, accept));
            CHECK(first_difference(letters(words), letters(hostile.fixture().words(accept))) == "");
        }
    }
}

TEST_CASE("critic: stet's own reader gives both texts back") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        HostileRedline hostile(seed, HostileRedline::Marked::no);
        const std::string out = write_critic_markup(hostile.fixture().redline(), {});
        INFO(seed << "\n" << out);
        Diagnostics diagnostics;
        const ReadBlocks read = read_markdown(Source("redline.md", out, diagnostics));
        for (const bool accept : {false, true}) {
            const std::string words = face_of(read.blocks, accept ? Face::after : Face::before);
            CHECK(first_difference(letters(words), letters(hostile.fixture().words(accept))) == "");
        }
    }
}
