// Words of one block in the place of others, as edits of the file's bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/source_map.hpp"
#include "proposal/splice.hpp"

namespace stet {

struct ByteEdit {
    Span bytes;
    std::string with;
    std::uint32_t by = 0;
    bool brings = true;  ///< false where it only takes away or stands for a cut
};

/// The text of a block with its splices made, words outside the face left out. Splices are in order.
std::string spliced_words(const Document& base, BlockId id, const std::vector<const WordSplice*>& splices);

/// The edits that make the splices of a block. Where words cross marks or links, the marked stretch is written anew.
std::vector<ByteEdit> word_edits(const Document& base, BlockId id, const SourceMap& map,
                                 const std::vector<const WordSplice*>& splices, const BaseForm& form);

}  // namespace stet
