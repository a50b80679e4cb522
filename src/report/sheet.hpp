// A report as tables of words: facts that every writer of sheets prints alike.
#pragma once

#include <string>
#include <vector>

namespace stet {

/// A column; its `key` names it where programs read the sheet.
struct SheetColumn {
    std::string key;     ///< "ta_date"
    std::string title;   ///< "TA date"
    bool leads = false;  ///< tells its row from others: set off where rows are not set as a table
};

/// Rows of cells, one for each column; an empty cell says nothing.
struct SheetTable {
    std::string key;
    std::string title;
    std::vector<SheetColumn> columns;
    std::vector<std::vector<std::string>> rows;
    std::string if_empty;  ///< said where there are no rows
};

struct Sheet {
    std::string format;  ///< "stet-ledger/1"
    std::string title;
    std::vector<std::string> lines;  ///< sentences that head it
    std::vector<SheetTable> tables;
};

}  // namespace stet
