// The law of a marked document's redline: its edits are exactly the author's marks, at their place.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "laws/checks.hpp"

namespace {

using namespace stet;
using namespace stet::laws;

/// What is struck and written in before each letter that stays: one line a place. Blanks do not count.
class Marked {
public:
    void stay(std::string_view text) {
        for (const char c : text) {
            if (is_blank(c)) continue;
            flush();
            out_ += c;
        }
    }
    void strike(std::string_view text) { add(text, struck_); }
    void write_in(std::string_view text) { add(text, written_); }
    std::string take() {
        flush();
        return std::move(out_);
    }

private:
    static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
    static void add(std::string_view text, std::string& to) {
        for (const char c : text)
            if (!is_blank(c)) to += c;
    }
    void flush() {
        if (!struck_.empty()) out_ += "\n-" + struck_ + "\n";
        if (!written_.empty()) out_ += "\n+" + written_ + "\n";
        struck_.clear();
        written_.clear();
    }

    std::string out_, struck_, written_;
};

std::string marks_of(const Document& document) {
    Marked out;
    for (const Block& block : document.blocks) {
        for (const Run& run : block.runs) {
            const std::string_view text = std::string_view(block.text).substr(run.text.begin, run.text.size());
            const bool struck = run.marks.has(Mark::struck);
            const bool written = run.marks.has(Mark::inserted);
            if (run.marks.has(Mark::comment) || (struck && written)) continue;
            if (struck)
                out.strike(text);
            else if (written)
                out.write_in(text);
            else
                out.stay(text);
        }
    }
    return out.take();
}

std::string edits_of(const Redline& redline) {
    Marked out;
    for (const RedlineBlock& block : redline.blocks) {
        const std::size_t cells = std::max<std::size_t>(cell_count(block), 1);
        for (std::size_t cell = 0; cell < cells; ++cell)
            for (const Piece& piece : pieces(redline, block, cell)) {
                if (piece.aside) continue;
                if (piece.op == EditOp::equal)
                    out.stay(piece.after);
                else if (piece.op == EditOp::deleted)
                    out.strike(piece.before);
                else
                    out.write_in(piece.after);
            }
    }
    return out.take();
}

void check_faces(const std::string& text, const std::string& name) {
    CAPTURE(text.substr(0, 2000));
    const Document document = read({name, text, {}});
    const Redline redline = compare_faces({name, text, {}});
    CHECK(told(check_laws(redline)) == "");
    CHECK(difference(edits_of(redline), marks_of(document)) == "");
    CHECK(redline.counts.moved + redline.counts.split + redline.counts.merged == 0);
    CHECK(told(check_no_change(compare({name, text, {}}, {name, text, {}}))) == "");
}

/// Random text of an agreement with an author's marks in it.
class MarkedText {
public:
    explicit MarkedText(std::uint32_t seed) : random_(seed) {}

    std::string make() {
        std::string out;
        for (int i = 0; i < 12; ++i) {
            if (one_in(6)) {
                out += table();
            } else {
                if (one_in(3)) out += "## ARTICLE " + std::to_string(1 + i) + ". LEAVE\n\n";
                out += one_in(5) ? whole() : paragraph();
            }
            out += "\n\n";
        }
        return out;
    }

private:
    bool one_in(unsigned n) { return random_() % n == 0; }

    std::string word() {
        static constexpr std::array words = {"the",  "employee", "shall", "not",         "may", "pay",     "leave",
                                             "five", "(5)",      "days",  "Section 12.", "(a)", "$15.50,", "store."};
        return words[random_() % words.size()];
    }
    std::string words(unsigned most) {
        std::string out = word();
        for (unsigned i = random_() % most; i > 0; --i) out += " " + word();
        return out;
    }
    std::string marked() {
        switch (random_() % 5) {
            case 0:
                return "{++" + words(6) + "++}";
            case 1:
                return "{--" + words(6) + "--}";
            case 2:
                return "{~~" + words(3) + "~>" + words(3) + "~~}";
            case 3:
                return "{>>" + words(3) + "<<}";
            default:
                return "{--" + words(2) + "--}{++" + words(2) + "++}";
        }
    }
    std::string label() { return one_in(2) ? "**Section " + std::to_string(random_() % 90) + ".** " : std::string(); }

    std::string paragraph() {
        std::string out = label();
        for (unsigned i = 2 + random_() % 8; i > 0; --i) {
            out += one_in(3) ? marked() : words(8);
            if (!one_in(4)) out += " ";
        }
        return out + "end.";
    }
    std::string whole() {
        const bool comes = one_in(2);
        return (comes ? "{++" : "{--") + words(12) + (comes ? "++}" : "--}");
    }
    std::string table() {
        std::string out = "| Class | 2023 | 2024 |\n| --- | --- | --- |\n";
        for (unsigned row = 1 + random_() % 4; row > 0; --row) {
            for (int cell = 0; cell < 3; ++cell) out += "| " + (one_in(3) ? marked() : words(2)) + " ";
            out += "|\n";
        }
        return out;
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("faces: the edits are exactly the author's marks, in random texts") {
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        check_faces(MarkedText(seed).make(), "marked.md");
    }
}

TEST_CASE("faces: the edits are exactly the author's marks, in a proposal") {
    namespace fs = std::filesystem;
    std::vector<fs::path> files = {fs::path(STET_SAMPLES_DIR) / "proposal-2026.md"};
    if (const char* seeds = std::getenv("STET_SEEDS"))
        files.push_back(fs::path(seeds) / "offer-2022.md");
    else
        MESSAGE("STET_SEEDS is not set: one file fewer");
    for (const fs::path& path : files) {
        std::ifstream file(path, std::ios::binary);
        check_faces({std::istreambuf_iterator<char>(file), {}}, path.filename().string());
    }
}
