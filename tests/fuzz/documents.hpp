// Documents for the fuzz targets, read under a grammar that is loaded once.
#pragma once

#include <string>
#include <vector>

#include "grammar/grammar_file.hpp"
#include "grammar/outline.hpp"
#include "readers/reader.hpp"

namespace stet::fuzz {

/// Read once: reading a grammar takes longer than comparing two small documents.
inline const std::vector<Grammar>& grammars() {
    static const std::vector<Grammar> all = load_built_in_grammars();
    return all;
}

inline Document read_with(const Grammar& grammar, std::string bytes, bool markdown) {
    Diagnostics diagnostics;
    Source source("fuzz", std::move(bytes), diagnostics);
    ReadBlocks read = markdown ? read_markdown(source) : read_plain_text(source);
    return outline(std::move(source), std::move(read.blocks), grammar, Face::after, std::move(read.diagnostics));
}

}  // namespace stet::fuzz
