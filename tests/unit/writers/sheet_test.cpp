// Sheets in every format say the same rows, and no cell is taken for a formula, a tag or a border.
#include "writers/sheet.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace stet;

namespace {

const Sheet sheet = {
    "stet-test/1",
    "A <title>",
    {"One line."},
    {{"rows", "Rows", {{"a", "A", true}, {"b", "B", false}}, {{"=1+1", "x | \"y\" <b>"}, {"two", ""}}, "None."},
     {"none", "Nothing here", {{"a", "A", true}}, {}, "None at all."},
     {"silent", "Silent", {{"a", "A", true}}, {}, ""}}};

}  // namespace

TEST_CASE("a sheet as comma-separated values") {
    CHECK(write_sheet_csv(sheet, {}) == "\"A\",\"B\"\r\n\"'=1+1\",\"x | \"\"y\"\" <b>\"\r\n\"two\",\"\"\r\n");
}

TEST_CASE("a sheet as JSON") {
    const auto json = nlohmann::json::parse(write_sheet_json(sheet, {}));
    CHECK(json["format"] == "stet-test/1");
    CHECK(json["rows"][0]["b"] == "x | \"y\" <b>");
    CHECK(json["rows"][1]["b"].is_null());
    CHECK(json["none"].empty());
}

TEST_CASE("a sheet as HTML escapes its cells") {
    const std::string html = write_sheet_html(sheet, {});
    CHECK(html.find("<b>\"") == std::string::npos);
    CHECK(html.find("x | &quot;y&quot; &lt;b&gt;") != std::string::npos);
    CHECK(html.find("None at all.") != std::string::npos);
    CHECK(html.find("Silent") == std::string::npos);
}

TEST_CASE("a sheet as Markdown and as text") {
    const std::string markdown = write_sheet_markdown(sheet, {});
    CHECK(markdown.find("| =1+1 | x \\| \"y\" \\<b> |") != std::string::npos);
    CHECK(markdown.find("Silent") == std::string::npos);
    const std::string text = write_sheet_text(sheet, {});
    CHECK(text.find("  two\n") != std::string::npos);
    CHECK(text.find("B: x | \"y\" <b>") != std::string::npos);
    CHECK(text.find("None at all.") != std::string::npos);
}
