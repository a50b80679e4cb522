// Redlines of words that look like markup, put together at random from a seed.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "writers/redline_fixture.hpp"

namespace stet::test {

/// Builds a redline of some paragraphs, rows and bullets; the same seed gives the same redline.
class HostileRedline {
public:
    /// Whether the author's own marks stand on some of the text.
    enum class Marked { yes, no };

    explicit HostileRedline(unsigned seed, Marked marked = Marked::yes) : random_(seed), marked_(marked) {
        const std::uint32_t unit = fixture_.section(0, 1, "12", "12", "Signs");
        for (unsigned i = 0; i < 12; ++i) {
            switch (pick(6)) {
                case 0:
                    fixture_.heading(unit, strokes());
                    break;
                case 1:
                    for (unsigned row = 0; row < 3; ++row) fixture_.row(unit, i + 1, {strokes(), strokes(), strokes()});
                    break;
                case 2: {
                    const std::uint32_t block = fixture_.block(unit, BlockKind::list_item, strokes());
                    const RedlineBlock& entry = fixture_.redline().blocks[block];
                    if (entry.before != none) fixture_.redline().before.blocks[entry.before].number = "-";
                    if (entry.after != none) fixture_.redline().after.blocks[entry.after].number = "-";
                    break;
                }
                default:
                    fixture_.text(unit, strokes());
            }
        }
        if (!fixture_.redline().blocks.empty())
            fixture_.change({Fact::edited}, unit, {0}, "12 *Signs*", "~a~", "**b**");
    }

    RedlineFixture& fixture() { return fixture_; }

private:
    unsigned pick(unsigned below) { return static_cast<unsigned>(random_() % below); }

    std::string word() {
        static const std::array<std::string, 64> words = {
            "word",       "shall",    "(s)",  "1.",   "12)",    "-",          "+",           "#",
            "##",         ">",        "*",    "**",   "***",    "_",          "__init__",    "a_b",
            "~",          "~~",       "~~~",  "`",    "```",    "\\",         "\\*",         "[x](y)",
            "[Reserved]", "![i](j)",  "<b>",  "</b>", "<!--",   "-->",        "<br>",        "&amp;",
            "&",          "R&D",      "|",    "||",   "$5",     "$1.00,",     "www.x.org/a", "http://x.y/z",
            "a@b.org",    "“quoted”", "it’s", "€5",   "\u00a0", "½",          "---",         "===",
            "***x***",    "{++",      "++}",  "{--",  "--}",    "{~~a~>b~~}", "{>>",         "<<}",
            "{==",        "{",        "}",    ":",    ".",      ",",          "§",           "*[m1: moved to x]*"};
        return words[pick(static_cast<unsigned>(words.size()))];
    }

    std::string text() {
        static const std::array<std::string, 6> between = {" ", " ", " ", "", "\n", "  "};
        std::string out;
        for (unsigned count = 1 + pick(4); count > 0; --count) out += word() + between[pick(6)];
        return out;
    }

    Strokes strokes() {
        Strokes out;
        for (unsigned count = 1 + pick(5); count > 0; --count) {
            Stroke stroke = same(text());
            const unsigned op = pick(4);
            if (op == 1) stroke.op = EditOp::deleted;
            if (op == 2) stroke.op = EditOp::inserted;
            if (pick(3) == 0 && marked_ == Marked::yes) stroke.marks.bits = static_cast<std::uint16_t>(1u << pick(10));
            out.push_back(std::move(stroke));
        }
        return out;
    }

    std::mt19937 random_;
    Marked marked_;
    RedlineFixture fixture_;
};

}  // namespace stet::test
