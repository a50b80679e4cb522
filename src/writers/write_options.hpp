// What a writer may be told.
#pragma once

#include <functional>
#include <string>

#include "text/diagnostic.hpp"

namespace stet {

/// Told each finding of a writer as it is made.
using DiagnosticObserver = std::function<void(const Diagnostic&)>;

/// Options of every writer; each takes what concerns it.
struct WriteOptions {
    std::string title = {};        ///< heads the page; empty: made of the file names
    std::string date = {};         ///< printed only when given
    std::string author = "stet";   ///< of tracked changes
    bool formatting = false;       ///< track changes of run formatting too
    bool keep_revisions = false;   ///< changes that the after-document tracks already stay beside the new ones
    bool typography = false;       ///< show differences of typography too
    bool colour = false;           ///< terminal text
    unsigned width = 100;          ///< terminal text, columns
    bool draft = false;            ///< a proposal's page says DRAFT
    bool explain = false;          ///< a proposal: how each instruction was parsed
    DiagnosticObserver tell = {};  ///< of what the format cannot say; may be empty
};

}  // namespace stet
