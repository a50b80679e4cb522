// A sheet as JSON: its format, title and sentences, and each table under its key as a list of objects.
#include <nlohmann/json.hpp>

#include "writers/sheet.hpp"

namespace stet {

std::string write_sheet_json(const Sheet& sheet, const WriteOptions&) {
    using Json = nlohmann::ordered_json;
    Json out = {{"format", sheet.format}, {"title", sheet.title}, {"lines", sheet.lines}};
    for (const SheetTable& table : sheet.tables) {
        Json rows = Json::array();
        for (const std::vector<std::string>& row : table.rows) {
            Json one = Json::object();
            for (std::size_t i = 0; i < row.size(); ++i)
                one[table.columns[i].key] = row[i].empty() ? Json(nullptr) : Json(row[i]);
            rows.push_back(std::move(one));
        }
        out[table.key] = std::move(rows);
    }
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stet
