// The labels that sections open with in a proposal: "Section 9 (TA 5/6).", "2.03 Schedules.", "~~4.4~~ 4.3"; and the
// marks of list items.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "document/block.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/phrases.hpp"
#include "proposal/status_mark.hpp"

namespace stet {

struct PrintedLabel {
    std::string label;
    std::uint32_t end = 0;  ///< offset behind the label and the mark that closes it
    std::optional<StatusMark> status;
    bool fresh = false;  ///< "7.3 (new)"
};

class SectionLabels {
public:
    SectionLabels(const Grammar& grammar, const PhraseBook& book, const MarkUse& use, std::string_view date)
        : grammar_(grammar), book_(book), use_(use), date_(date) {}

    /// The label that the block's text opens with from an offset on.
    std::optional<PrintedLabel> label_at(const Block& block, std::uint32_t from) const;

private:
    bool opens_caption(const Block& block, std::uint32_t label_end) const;
    void lay_label_status(const Block& block, PrintedLabel& label) const;
    std::optional<PrintedLabel> struck_label(const Block& block, std::size_t begin) const;
    std::optional<PrintedLabel> dotted_label(const Block& block, std::size_t begin) const;
    std::optional<PrintedLabel> lettered_label(const Block& block, std::size_t begin) const;
    std::optional<PrintedLabel> fresh_label(const Block& block, std::size_t begin) const;

    const Grammar& grammar_;
    const PhraseBook& book_;
    const MarkUse& use_;
    std::string_view date_;
};

/// Behind the mark that a list item opens with, as its format or its words have it; 0 where it has none.
std::uint32_t list_mark(const Block& block);

/// Behind the mark of a list item that is written at the offset; the offset where none is.
std::uint32_t behind_list_mark(const Block& block, std::uint32_t from);

}  // namespace stet
