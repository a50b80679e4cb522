// The plain text reader: paragraphs, lists, headings, furniture, contents and tables out of laid-out text.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "readers/reader.hpp"
#include "text/error.hpp"

using stet::Block;
using stet::BlockKind;

namespace {

std::vector<Block> read(const std::string& text) {
    stet::Diagnostics diagnostics;
    return stet::read_plain_text(stet::Source("test.txt", text, diagnostics)).blocks;
}

std::vector<Block> of_kind(const std::vector<Block>& blocks, BlockKind kind) {
    std::vector<Block> found;
    std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(found),
                 [&](const Block& block) { return block.kind == kind; });
    return found;
}

std::vector<std::string> texts(const std::vector<Block>& blocks) {
    std::vector<std::string> out;
    for (const Block& block : blocks) out.push_back(block.text);
    return out;
}

bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r' || c == '\v';
}

std::string without_white(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\xc2\xa0")) {
            ++i;
            continue;
        }
        if (!is_white(text[i])) out.push_back(text[i]);
    }
    return out;
}

/// The blocks' text in the order of the file, bullets and heading marks put back, white space left out.
std::string rebuilt(const std::vector<Block>& blocks) {
    struct Piece {
        std::uint32_t line;
        std::string text;
    };
    std::vector<Piece> pieces;
    for (const Block& block : blocks)
        for (std::size_t i = 0; i < block.fragments.size(); ++i) {
            const std::size_t begin = block.fragments[i].text;
            const std::size_t end = i + 1 < block.fragments.size() ? block.fragments[i + 1].text : block.text.size();
            std::string text = block.text.substr(begin, end - begin);
            if (i == 0 && !block.number.empty() && !text.starts_with(block.number)) text.insert(0, block.number);
            pieces.push_back({block.fragments[i].line, without_white(text)});
        }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.line < b.line; });
    std::string out;
    for (const Piece& piece : pieces) out += piece.text;
    return out;
}

/// What every block must hold whatever the input.
void check_form(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        REQUIRE_FALSE(block.fragments.empty());
        CHECK(block.fragments.front().text == 0);
        std::uint32_t covered = 0;
        for (const stet::Run& run : block.runs) {
            CHECK(run.text.begin == covered);
            covered = run.text.end;
        }
        CHECK(covered == block.text.size());
        for (const stet::Fragment& fragment : block.fragments) {
            CHECK(fragment.line <= fragment.last_line);
            CHECK(fragment.text <= block.text.size());
        }
    }
}

std::string pages(const std::vector<std::string>& bodies, bool form_feeds) {
    std::string text;
    for (std::size_t page = 0; page < bodies.size(); ++page) {
        if (page > 0 && form_feeds) text += '\f';
        text += bodies[page];
        text +=
            "\n\nUnion and Company 2023-2025            " + std::to_string(page + 1) + "            The Agreement\n";
    }
    return text;
}

/// Two paragraphs of full lines, other words for every n.
std::string filler(std::size_t n) {
    const std::vector<std::string> things = {"schedule", "register", "calendar", "notice",
                                             "contract", "handbook", "roster"};
    const std::vector<std::string> places = {"kitchen", "office", "warehouse", "bakery", "garage", "counter"};
    const std::string& thing = things[n % things.size()];
    const std::string& place = places[n % places.size()];
    return "The employer shall post the " + thing + " of each " + place +
           " in a place where all may read it,\nand the " + thing +
           " shall not change after that without the consent of the person at work.\n\nNothing in the " + thing +
           " takes away what the law gives to the people of the " + place + ", and\nno " + place +
           " may keep another " + thing + " than the one that is posted.\n";
}

}  // namespace

TEST_CASE("wrapped lines are one paragraph and keep their line breaks") {
    const auto blocks = read("The first line of it runs on to the\nsecond line and ends there.\n\nAnother one.\n");
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].kind == BlockKind::paragraph);
    CHECK(blocks[0].text == "The first line of it runs on to the\nsecond line and ends there.");
    CHECK(blocks[0].line() == 1);
    CHECK(blocks[0].last_line() == 2);
    CHECK(blocks[1].line() == 4);
    check_form(blocks);
}

TEST_CASE("lines that open with the same words and a number are paragraphs, where a sentence ends above") {
    CHECK(texts(read("Art. 4 (Float) - the Guild accepts the Hospital's words of 9/15 with one change made to them.\n"
                     "Art. 6 (Rest) - add that a nurse who is called back within ten hours is paid double time.\n"
                     "Art. 6.5 - delete the second paragraph.\n"))
              .size() == 3);
    CHECK(texts(read("Section 4 holds for all nurses of the units that are named above, and so does the rule of\n"
                     "Section 5 where they are on call.\n"))
              .size() == 1);
}

TEST_CASE("a hyphen at a line's end stays") {
    const auto blocks = read("Whoever seeks employ-\nment shall write.\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].text == "Whoever seeks employ-\nment shall write.");
}

TEST_CASE("list items keep their numbers, columns and nesting") {
    const auto blocks = read(
        "The following shall apply:\n"
        "   a.    The first thing is that a line may go on below its own\n"
        "         text.\n"
        "         1.   Within it.\n"
        "         2.   Again within.\n"
        "   b.    The second thing.\n"
        "  (iv)   Roman.\n"
        "   •     A bullet.\n");
    const auto items = of_kind(blocks, BlockKind::list_item);
    REQUIRE(items.size() == 6);
    CHECK(items[0].number == "a.");
    CHECK(items[0].text == "a. The first thing is that a line may go on below its own\ntext.");
    CHECK(items[0].depth == 1);
    CHECK(items[0].indent == 3);
    CHECK(items[1].number == "1.");
    CHECK(items[1].depth == 2);
    CHECK(items[2].depth == 2);
    CHECK(items[3].number == "b.");
    CHECK(items[3].depth == 1);
    CHECK(items[4].number == "(iv)");
    CHECK(items[5].number == "•");
    CHECK(items[5].text == "A bullet.");
}

TEST_CASE("levels two columns apart are levels") {
    const auto items =
        read("  (a) One:\n\n    (1) Two:\n\n      (A) Three;\n\n      (B)\n\n        (i) Four.\n\n    (2) Two.\n");
    REQUIRE(items.size() == 6);
    std::vector<int> depths;
    for (const Block& item : items) depths.push_back(item.depth);
    CHECK(depths == std::vector<int>{1, 2, 3, 3, 4, 2});
    CHECK(items[3].text == "(B)");
}

TEST_CASE("a label by chance at a wrapped line's beginning opens nothing") {
    const auto blocks = read(
        "An employee who has asked for it in writing shall be given a hearing not later than thirty\n"
        "(30) days after the request, and a decision shall be made as is laid down in the rules of\n"
        "Section 12 of this part, unless both have agreed in writing upon what is written down under\n"
        "2. above, which then takes its place for that one hearing and for whatever follows from it.\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].kind == BlockKind::paragraph);
}

TEST_CASE("headings stand apart from the text below") {
    const auto blocks = read(
        "### ARTICLE 4 - HOURS\n"
        "\n"
        "                              WORK AND REST\n"
        "\n"
        "Section 2. Rest Periods.\n"
        "The employer shall give every person who works for more than four hours a rest of at least\n"
        "a quarter of an hour, with pay.\n"
        "\n"
        "Uniform Allowance\n"
        "Whoever must wear a uniform shall be paid for having it cleaned once in every week of work,\n"
        "and for nothing else.\n"
        "Section 3. This is a sentence that begins with a label and runs on to the next line, as the\n"
        "text of a section does.\n");
    const auto headings = of_kind(blocks, BlockKind::heading);
    CHECK(texts(headings) == std::vector<std::string>{"ARTICLE 4 - HOURS\nWORK AND REST", "Section 2. Rest Periods.",
                                                      "Uniform Allowance"});
    REQUIRE(headings.size() == 3);
    CHECK(headings[0].depth == 3);
    const auto paragraphs = of_kind(blocks, BlockKind::paragraph);
    REQUIRE(paragraphs.size() == 3);
    CHECK(paragraphs[2].text.starts_with("Section 3. This is"));
}

TEST_CASE("furniture is set aside and a cut sentence is one paragraph again") {
    const std::string head = filler(0) + "\n" + filler(12) + "\n" + filler(17) +
                             "\nWhen a shift is changed, the person who works it shall be told of it by the one who\n";
    const std::string tail =
        "made the change, and shall have it in writing.\n\n" + filler(1) + "\n" + filler(20) + "\n" + filler(30);
    for (const bool form_feeds : {true, false}) {
        CAPTURE(form_feeds);
        const auto blocks =
            read(pages({head, tail, filler(2) + "\n" + filler(25) + "\n" + filler(36), filler(3)}, form_feeds));
        const auto furniture = of_kind(blocks, BlockKind::furniture);
        CHECK(furniture.size() == 4);
        CHECK(furniture[0].text == "Union and Company 2023-2025 1 The Agreement");
        const auto cut =
            std::find_if(blocks.begin(), blocks.end(), [](const Block& b) { return b.fragments.size() == 2; });
        REQUIRE(cut != blocks.end());
        CHECK(cut->text ==
              "When a shift is changed, the person who works it shall be told of it by the one who\n"
              "made the change, and shall have it in writing.");
        CHECK(cut->fragments[1].text == cut->text.find("made"));
        CHECK(cut->fragments[1].line > furniture[0].line());
        check_form(blocks);
    }
}

TEST_CASE("without pages a line that comes back is furniture only where it cuts sentences") {
    std::string running;
    std::string tables;
    for (std::size_t i = 0; i < 6; ++i) {
        const std::string begin = filler(i) + "\n" + filler(i + 10) + "\n" + filler(i + 20) + "\n" + filler(i + 30);
        running += begin + "\nand the person who works the shift shall be told of it by the one who\n" +
                   "The Union and the Company\nAgreement of the Stores\nmade the change, in writing.\n\n";
        tables += begin + "\n\nStep                Base       Top\nStart               $10.0" + std::to_string(i) +
                  "     $15.00\nAfter 1,040 hours   $10.50     $15.75\n\n";
    }
    CHECK(of_kind(read(running), BlockKind::furniture).size() == 12);
    CHECK(of_kind(read(tables), BlockKind::furniture).empty());
    CHECK(of_kind(read(tables), BlockKind::table_row).size() == 18);
}

TEST_CASE("a page's end between paragraphs joins nothing") {
    const auto blocks = read(pages({filler(0), filler(1), filler(2)}, true));
    for (const Block& block : blocks) CHECK(block.fragments.size() == 1);
    CHECK(of_kind(blocks, BlockKind::paragraph).size() == 6);
}

TEST_CASE("notes that come back at page ends are text, not furniture") {
    const std::string note = "\n                                                        REV: 2019, 2021\n";
    std::vector<std::string> bodies;
    for (std::size_t i = 0; i < 12; ++i)
        bodies.push_back(i % 4 == 0 ? filler(i) + note : filler(i) + note + "\n" + filler(i + 40));
    const auto blocks = read(pages(bodies, true));
    CHECK(of_kind(blocks, BlockKind::furniture).size() == 12);
}

TEST_CASE("tables of contents are contents, their heading and wrapped entries too") {
    const auto blocks = read(
        "                       TABLE OF CONTENTS\n\n"
        "ARTICLE 1 - SCOPE .................................. 1\n"
        "ARTICLE 2 - A TITLE SO LONG THAT IT GOES ON IN THE\n"
        "      SECOND LINE .................................. 3\n"
        "   Section 1. Hours . . . . . . . . . . . . . . . .  4\n"
        "ARTICLE 3 - REST ................................... iv\n"
        "SIGNATURES                                           9\n"
        "\n"
        "ARTICLE 1 - SCOPE\n\n" +
        filler(0));
    CHECK(of_kind(blocks, BlockKind::contents).size() == 7);
    const auto headings = of_kind(blocks, BlockKind::heading);
    REQUIRE(headings.size() == 1);
    CHECK(headings[0].text == "ARTICLE 1 - SCOPE");
}

TEST_CASE("rows that tabs cut have a cell a tab, wherever its column falls") {
    const auto blocks = read(
        "The rates:\nStep\t7/1/2023\t7/1/2024\nTraining\t$21.00\t$21.63\n0-12 months\t$24.50\t\n"
        "25+ months\t$30.75\t$31.67\n"
        "a.\tA driver drives a bus.\nb.\tA loader loads it.\n");
    const auto rows = of_kind(blocks, BlockKind::table_row);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].text == "Step\t7/1/2023\t7/1/2024");
    CHECK(rows[1].text == "Training\t$21.00\t$21.63");
    CHECK(rows[3].text == "25+ months\t$30.75\t$31.67");
    const auto steps =
        of_kind(read("Job\tStep\t2024\t2025\nWelder\tStep 1\t$20\t$21\n\tStep 2\t$22\t$23\n"), BlockKind::table_row);
    REQUIRE(steps.size() == 3);
    CHECK(steps[2].text == "\tStep 2\t$22\t$23");
    const auto aligned =
        of_kind(read("Welder\t\t\t$20\t$21\nPipefitter first\t$22\t$23\nRigger\t\t\t$24\t$25\n"), BlockKind::table_row);
    REQUIRE(aligned.size() == 3);
    CHECK(aligned[0].text == "Welder\t$20\t$21");
    CHECK(aligned[1].text == "Pipefitter first\t$22\t$23");
    CHECK(of_kind(blocks, BlockKind::list_item).size() == 2);
}

TEST_CASE("lines that open with one word and a number are a row, however long the line above") {
    const auto blocks =
        read("Article 9: Withdrawn\nArticle 14: The Union holds on its proposal of July 8\nArticle 15: Delete\n");
    CHECK(texts(blocks).size() == 3);
}

TEST_CASE("a page's border in an excerpt of few pages is told by the sentence that it cuts") {
    const auto blocks = read(
        "8.2     The grievant shall present the grievance to the supervisor\n\n"
        "                                  12\n\n"
        "Saltmarsh Pilots 2022-2025\n\n"
        "        within fifteen (15) days of the event that gave rise to it.\n\n"
        "8.3     The supervisor answers in writing.\n\n"
        "                                  13\n\n"
        "Saltmarsh Pilots 2022-2025\n\n"
        "8.4     The Union may appeal to the Commission.\n");
    CHECK(texts(of_kind(blocks, BlockKind::furniture)) ==
          std::vector<std::string>{"12", "Saltmarsh Pilots 2022-2025", "13", "Saltmarsh Pilots 2022-2025"});
    // A number alone in a sentence may be the sentence's.
    for (const std::string_view middle : {"$12", "30", "Days of leave\n\n30"}) {
        const auto number = read("The crew is given notice of not less than\n\n    " + std::string(middle) +
                                 "\n\ndays before the layoff.\n");
        CHECK(of_kind(number, BlockKind::furniture).empty());
    }
    const auto whole = read("The crew is paid weekly.\n\n    12\n\nThe rates are those of 2024.\n");
    CHECK(of_kind(whole, BlockKind::furniture).empty());
}

TEST_CASE("a line as long as any, alone between blank lines, goes on in no other") {
    const auto blocks = read(
        "AGREEMENT between the Harbour Commission of Saltmarsh and the Pilots of the Northern Inlet\n\n"
        "2023-2026\n\n"
        "The pilots bring ships of every size through the inlet and along the outer channel buoys.\n");
    CHECK(texts(blocks).size() == 3);
    CHECK(texts(blocks).at(1) == "2023-2026");
}

TEST_CASE("the title page above a table of contents is text") {
    const auto blocks = read(
        "AGREEMENT\n\nJanuary 1, 2022 to December 31, 2024\n\nTABLE OF CONTENTS\n\n"
        "Article 1   Purpose ........................ 3\n"
        "Article 2   Recognition .................... 3\n"
        "Article 3   Crews .......................... 4\n"
        "Article 4   Vessels ........................ 5\n\n"
        "ARTICLE 1 - PURPOSE\n\nThis is the purpose.\n");
    CHECK(of_kind(blocks, BlockKind::contents).size() == 5);
    CHECK(texts(blocks).at(0) == "AGREEMENT");
    CHECK(texts(blocks).at(1) == "January 1, 2022 to December 31, 2024");
    CHECK(blocks.at(1).kind != BlockKind::contents);
}

TEST_CASE("a wage table with leaders is no table of contents") {
    const auto blocks = read(
        "Baker ............ $17.25\nButcher .......... $19.00\nCarver ........... $18.10\nDriver ........... $21.40\n");
    CHECK(of_kind(blocks, BlockKind::contents).empty());
}

TEST_CASE("aligned columns are table rows with a cell for every column") {
    const auto blocks = read(
        "The rates are these:\n\n"
        "  Classification      Step 1     Step 2     Step 3\n"
        "  Baker                          17.25      18.00\n"
        "  Butcher              18.10     19.00      20.35\n\n"
        "They rise every year, and whoever holds two of these jobs shall be paid the higher one.\n");
    const auto rows = of_kind(blocks, BlockKind::table_row);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].text == "Classification\tStep 1\tStep 2\tStep 3");
    CHECK(rows[1].text == "Baker\t\t17.25\t18.00");
    REQUIRE(rows[2].cells.size() == 4);
    CHECK(rows[2].text.substr(rows[2].cells[3].begin, rows[2].cells[3].size()) == "20.35");
    CHECK(rows[0].table == 1);
    CHECK(of_kind(blocks, BlockKind::paragraph).size() == 2);
}

TEST_CASE("titles that are counted are columns though single blanks part them") {
    const auto rows = of_kind(read(" Salary     Pay\n"
                                   " Range       Option       Step 1 Step 2 Step 3 Step 4      Step 5\n"
                                   "   30          AP          6346   6676   7009   7354        9396\n"
                                   "   31          AP          6746                 7754        9796\n"),
                              BlockKind::table_row);
    REQUIRE(rows.size() == 4);
    CHECK(rows[1].text == "Range\tOption\tStep 1\tStep 2\tStep 3\tStep 4\tStep 5");
    CHECK(rows[2].text == "30\tAP\t6346\t6676\t7009\t7354\t9396");
    CHECK(rows[3].text == "31\tAP\t6746\t\t\t7754\t9796");
}

TEST_CASE("a line drawn below a table's head is no text and parts no rows") {
    const auto blocks = read(
        "Hourly rates:\n"
        "\n"
        "    Class            2024     2025\n"
        "    ------------------------------\n"
        "    Deckhand        26.10    26.62\n"
        "    Ticket agent    22.05    22.49\n"
        "    ==============================\n"
        "\n"
        "Rates are paid weekly.\n");
    const auto rows = of_kind(blocks, BlockKind::table_row);
    CHECK(texts(rows) ==
          std::vector<std::string>{"Class\t2024\t2025", "Deckhand\t26.10\t26.62", "Ticket agent\t22.05\t22.49"});
    CHECK(of_kind(blocks, BlockKind::furniture).size() == 2);
    const auto apart = read("The rate is fixed.\n\n----------\n\nIt is paid weekly.\n");
    CHECK(of_kind(apart, BlockKind::furniture).empty());
}

TEST_CASE("a page number between dashes is furniture though no other stands in the text") {
    const auto blocks = read("The crew is paid weekly.\n\n                - 7 -\n\nIt is paid on Fridays.\n");
    CHECK(texts(of_kind(blocks, BlockKind::furniture)) == std::vector<std::string>{"- 7 -"});
    const auto list = read("Bring:\n\n- 7 ropes\n- 8 hooks\n");
    CHECK(of_kind(list, BlockKind::furniture).empty());
    CHECK(of_kind(list, BlockKind::list_item).size() == 2);
}

TEST_CASE("lines of a form stay apart") {
    const auto blocks = read("By: ______________________\nFor the Union: ___________\nDate: ____________________\n");
    CHECK(blocks.size() == 3);
}

TEST_CASE("no character is lost on odd input") {
    const std::vector<std::string> inputs = {
        "",
        "\n\n\n",
        "\f\f\f",
        "•",
        "###",
        "### ",
        "-",
        "(a)",
        "word",
        "\xc2\xa0(a)\xc2\xa0 no-break\xc2\xa0 space",
        "a\fb\fc\n\f\fd\n",
        "\ttab\tstops\tin\tlines\n\tand\tagain\tthey\n\tstand\there\ttoo\n",
        std::string(3000, ' ') + "far right" + std::string(3000, ' ') + "and farther\n" + std::string(3000, ' ') +
            "far\n",
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n",
        "ARTICLE\nARTICLE 1\nARTICLE 2\n\n\nARTICLE 3.\n",
        std::string(500, '(') + "a)" + std::string(500, '.') + "\n",
    };
    for (const std::string& input : inputs) {
        CAPTURE(input);
        const auto blocks = read(input);
        check_form(blocks);
        std::string want = without_white(input);
        const std::string got = rebuilt(blocks);
        if (want.starts_with("###") && got.empty()) want.clear();
        CHECK(got == want);
    }
}

TEST_CASE("long lines and long files end in good time") {
    const auto begin = std::chrono::steady_clock::now();
    CHECK(read(std::string(200'000, 'x')).size() == 1);
    CHECK(read(std::string(10'000'000, '*')).size() == 1);
    std::string gaps;
    for (int i = 0; i < 30'000; ++i) gaps += "a   ";
    for (int i = 0; i < 20; ++i) read(gaps + "\n" + gaps);
    std::string numbers;
    for (int i = 0; i < 200'000; ++i) numbers += std::to_string(i % 977) + "\n";
    read(numbers);
    std::string labels;
    for (int i = 0; i < 100'000; ++i) labels += std::string(static_cast<std::size_t>(i % 300), ' ') + "(a)\n";
    read(labels);
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    CHECK(seconds < 60);
}

TEST_CASE("too many lines are an error that says so") {
    std::string text;
    for (int i = 0; i < 2'000'001; ++i) text += "a\n";
    CHECK_THROWS_AS(read(text), stet::Error);
}

TEST_CASE("every character of the real agreements is in a block") {
    const char* corpus = std::getenv("STET_CORPUS");
    if (corpus == nullptr) {
        std::cout << "skipped: STET_CORPUS is not set (plain text of real agreements)\n";
        return;
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        stet::Diagnostics diagnostics;
        const stet::Source source(entry.path().string(),
                                  std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()),
                                  diagnostics);
        CAPTURE(source.name());
        const auto blocks = stet::read_plain_text(source).blocks;
        check_form(blocks);
        std::string want = without_white(source.text());
        std::string got = rebuilt(blocks);
        std::erase(want, '#');
        std::erase(got, '#');
        CHECK(got == want);
        ++files;
    }
    CHECK(files > 0);
}

TEST_CASE("blanks inside of quotation marks part no columns") {
    const std::vector<Block> blocks = read(
        "1. Change \"eight     (8)   hours\" to \"nine     (9)   hours\".\n\n"
        "2. Strike “the    Chief    or    designee”.\n");
    CHECK(of_kind(blocks, BlockKind::table_row).empty());
}

TEST_CASE("clauses numbered by their article and a colon hang, and are no table") {
    const std::vector<Block> blocks = read(
        "2:01   The Employer recognizes the Union as the agent of all\n"
        "       employees but foremen and those above the rank of\n"
        "       foreman.\n\n"
        "2:02   Work of the unit shall not be done by others but in an\n"
        "       emergency or with the consent of the\n"
        "       Union.\n\n"
        "2:03   No employee is laid off by contracting out.\n");
    REQUIRE(blocks.size() == 3);
    CHECK(of_kind(blocks, BlockKind::table_row).empty());
    CHECK(texts(blocks).back() == "2:03 No employee is laid off by contracting out.");
    CHECK(of_kind(
              read("7:30   Start    8:00   Bus one\n9:15   Break    9:30   Bus two\n3:30   End      4:00   Bus six\n"),
              BlockKind::table_row)
              .size() == 3);
}

TEST_CASE("two blanks behind a sentence part no columns, however wide the gap behind the label") {
    const std::vector<Block> blocks = read(
        "7.1     Rates.  Rates are paid by the shift:\n\n"
        "                Evening         $2.75 an hour\n"
        "                Night           $4.50 an hour\n"
        "                Weekend         $1.75 an hour\n\n"
        "7.2     Leads.  A lead is paid\n"
        "        more.\n\n"
        "7.3     Filing.  Certificates are filed.  They hold a year.\n");
    CHECK(of_kind(blocks, BlockKind::table_row).size() == 3);
    CHECK(texts(blocks).back() == "7.3 Filing. Certificates are filed. They hold a year.");
}

TEST_CASE("items that begin with a point and a number stand apart") {
    const auto blocks = read(
        "11.1 The limits are not less than:\n.1 $1,000,000 for each loss;\n.2 $500,000 for one person; and\n"
        ".3 $2,000,000 in all.\n");
    CHECK(texts(of_kind(blocks, BlockKind::list_item)).size() == 3);
    CHECK(texts(read(".05 of a pound is what it weighs.\n\n.125 of it is lead.\n")).size() == 2);
}

TEST_CASE("the running head of three pages without form feeds is set aside behind the first") {
    std::string text;
    for (int page = 1; page <= 3; ++page) {
        text += "FERRY CREWS 2024-2027\n\n";
        for (int line = 0; line < 9; ++line)
            text += "The boats of line " + std::string(1, static_cast<char>('a' + 9 * page + line - 9)) +
                    " leave the pier when the bell is rung, and\n\n";
        text += "no crew waits for\n\n- " + std::to_string(page) + " -\n\n";
    }
    text += "anybody.\n";
    const auto blocks = read(text);
    std::size_t heads = 0;
    for (const Block& block : blocks)
        heads += block.text == "FERRY CREWS 2024-2027" && block.kind != BlockKind::furniture ? 1 : 0;
    CHECK(heads == 1);
}

TEST_CASE("a sentence behind a number with points is no title, in capitals or with many names") {
    const auto blocks = read(
        "5.      LIABILITY\n\n"
        "5.1     NEITHER PARTY IS LIABLE FOR INDIRECT DAMAGES.\n\n"
        "5.2     NO SUM ABOVE THE FEES IS OWED.\n\n"
        "6.      GENERAL\n\n"
        "6.1     This Agreement is governed by the laws of the State of Delmore.\n\n"
        "6.2     Each Statement of Work shall set out:\n"
        "        (a)     the Fees;\n\n"
        "7.1 PAYMENT OF RENT.\n\n"
        "Rent is paid monthly.\n");
    const auto headings = texts(of_kind(blocks, BlockKind::heading));
    CHECK(headings == std::vector<std::string>{"7.1 PAYMENT OF RENT."});
}
