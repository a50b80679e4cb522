// A number typed on one side and counted on the other is no change.
#include "diff/answered_number.hpp"

#include <doctest/doctest.h>

#include "diff/word_diff.hpp"

using namespace stet;

namespace {

Document document_of(std::string_view text, std::string_view computed = "") {
    Document document;
    Block block;
    append_run(block, text, {});
    block.fragments.push_back({0, 1, 1, {}});
    block.number = computed;
    block.computed = !computed.empty();
    document.blocks.push_back(block);
    document.places.push_back({});
    document.nodes.emplace_back();
    return document;
}

std::string drawn(const Document& before, const Document& after) {
    const auto whole = [](const Document& d) { return Span{0, static_cast<std::uint32_t>(d.blocks[0].text.size())}; };
    std::string out;
    std::vector<Edit> edits = word_diff({before, 0, whole(before)}, {after, 0, whole(after)});
    answer_numbers(edits, before.blocks[0], after.blocks[0]);
    for (const Edit& edit : edits) {
        const auto part = [](const Document& d, Span span) { return d.blocks[0].text.substr(span.begin, span.size()); };
        const char sign = edit.op == EditOp::equal ? '=' : edit.op == EditOp::deleted ? '-' : '+';
        out += std::string(1, sign) + "(" + part(before, edit.before) + "|" + part(after, edit.after) + ")";
    }
    return out;
}

}  // namespace

TEST_CASE("a typed number that the other side counts is equal, and each side keeps what it has") {
    CHECK(drawn(document_of("1. Holiday pay"), document_of("Holiday pay", "1.")) ==
          "=(1.|)=( Holiday pay|Holiday pay)");
    CHECK(drawn(document_of("Holiday pay", "(a)"), document_of("(a) Holiday pay")) ==
          "=(|(a))=(Holiday pay| Holiday pay)");
}

TEST_CASE("another number, and one that goes on, is struck") {
    CHECK(drawn(document_of("2. Holiday pay"), document_of("Holiday pay", "1.")) ==
          "-(2.|)=( Holiday pay|Holiday pay)");
    CHECK(answered_number("12 months", document_of("months", "1").blocks[0]) == 0);
    CHECK(answered_number("1. months", document_of("months").blocks[0]) == 0);
}
