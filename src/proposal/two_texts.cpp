// Pairs what holds with what is proposed and marks the difference.
#include "proposal/two_texts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/openers.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/status_line.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr BlockId longest_part = 60;           // blocks under one caption
constexpr std::uint32_t longest_heading = 14;  // words of a line that opens another unit

/// A caption and where the text behind it begins in its block; the block's size where it stands alone.
struct Caption {
    bool proposed = false;
    std::uint32_t text = 0;
};

/// Paragraphs of one section, or those in front of the first label.
struct Part {
    std::string label;
    bool fresh = false;
    std::vector<BlockId> blocks;
};

class TwoTexts {
public:
    TwoTexts(Document& document, const Grammar& grammar, const PhraseBook& book, const MarkUse& use,
             std::string_view date)
        : document_(document), grammar_(grammar), book_(book), date_(date), labels_(grammar, book, use, date) {}

    void run() {
        const auto count = static_cast<BlockId>(document_.blocks.size());
        for (BlockId block = 0; block < count; ++block) {
            const auto holds = caption_at(block);
            if (!holds || holds->proposed) continue;
            const auto proposed = next_proposed(block);
            if (!proposed) continue;
            const BlockId end = end_of_proposed(*proposed);
            lay(block, *proposed, end);
            block = end - 1;
        }
    }

private:
    /// "Current Language:", "Union's Proposed Language", "Proposed: 9.7 …": all of a short block, or in front of a
    /// colon.
    std::optional<Caption> caption_at(BlockId id) const {
        constexpr std::size_t reach = 60;  // bytes
        const Block& block = document_.blocks[id];
        if (is_set_aside(block.kind) || block.kind == BlockKind::table_row) return std::nullopt;
        const PhrasedText text(std::string_view(block.text).substr(0, reach), book_);
        const auto named = side_caption(text);
        if (!named) return std::nullopt;
        Caption out;
        out.proposed = named->proposed;
        const std::size_t at = named->end;
        const auto size = static_cast<std::uint32_t>(block.text.size());
        const std::uint32_t end = text.span_of(at - 1, at).end;
        if (is_blank(std::string_view(block.text).substr(end))) {
            out.text = size;
            return out;
        }
        if (!text.is_mark(at, ":")) return std::nullopt;
        out.text = text.span_of(at, at + 1).end;
        while (out.text < size && is_blank(block.text[out.text])) ++out.text;
        return out;
    }

    /// The caption of what is proposed that follows, without a heading or another caption between.
    std::optional<BlockId> next_proposed(BlockId holds) const {
        const auto last = std::min<BlockId>(static_cast<BlockId>(document_.blocks.size()), holds + longest_part);
        for (BlockId block = holds + 1; block < last; ++block) {
            if (const auto caption = caption_at(block)) return caption->proposed ? std::optional(block) : std::nullopt;
            if (document_.blocks[block].kind == BlockKind::table_row || opens_other(block)) return std::nullopt;
        }
        return std::nullopt;
    }

    BlockId end_of_proposed(BlockId proposed) const {
        const auto last = std::min<BlockId>(static_cast<BlockId>(document_.blocks.size()), proposed + longest_part);
        BlockId block = proposed + 1;
        while (block < last && !caption_at(block) && !opens_other(block) && !is_form_line(block) &&
               !opens_note(document_.blocks[block].text, book_) && document_.blocks[block].kind != BlockKind::table_row)
            ++block;
        return block;
    }

    /// "MANAGEMENT RESPONSE: …", "TA DATE: ____": a caption in capitals before a colon.
    bool is_form_line(BlockId id) const {
        constexpr std::size_t longest = 40;  // bytes
        const std::string_view text = document_.blocks[id].text;
        const std::size_t colon = text.substr(0, longest).find(':');
        return colon != std::string_view::npos && colon > 2 && is_capitals(text.substr(0, colon)) && !label_of(id);
    }

    /// A heading, or a line that names another article or demand.
    bool opens_other(BlockId id) const {
        const Block& block = document_.blocks[id];
        if (is_set_aside(block.kind)) return false;
        if (block.kind == BlockKind::heading) return true;
        if (count_words(block.text) > longest_heading) return false;
        const PhrasedText text(std::string_view(block.text).substr(0, 80), book_);
        const bool demand = text.has(0, WordClass::demand);
        const bool article =
            text.has(0, WordClass::article) || text.has(0, WordClass::letter) || text.has(0, WordClass::appendix);
        return demand || article || (stands_out(block) && names_place(block.text, book_) && !label_of(id)) ||
               status_line(block.text, grammar_, book_, date_).has_value();
    }

    std::optional<PrintedLabel> label_of(BlockId id) const { return labels_.label_at(document_.blocks[id], 0); }

    /// Takes a caption off the text that stands behind it in its block; a caption alone is set aside.
    void take_off(BlockId id) {
        Block& block = document_.blocks[id];
        const auto caption = caption_at(id);
        if (caption->text >= block.text.size())
            block.kind = BlockKind::furniture;
        else
            block = cut_block(block, caption->text);
    }

    std::vector<Part> parts_of(BlockId from, BlockId to) const {
        std::vector<Part> out;
        for (BlockId id = from; id < to; ++id) {
            const Block& block = document_.blocks[id];
            if (is_set_aside(block.kind)) continue;
            const auto label = label_of(id);
            if (label || out.empty()) out.push_back({label ? label->label : std::string(), label && label->fresh, {}});
            out.back().blocks.push_back(id);
        }
        return out;
    }

    void lay(BlockId holds, BlockId proposed, BlockId end) {
        take_off(holds);
        take_off(proposed);
        const std::vector<Part> old_parts = parts_of(holds, proposed), parts = parts_of(proposed, end);
        for (const Part& part : parts) {
            const auto old = std::find_if(old_parts.begin(), old_parts.end(),
                                          [&](const Part& one) { return one.label == part.label; });
            // One text without a label beside another that has one.
            const bool only = old == old_parts.end() && old_parts.size() == 1 && old_parts.front().label.empty() &&
                              !part.fresh && parts.size() == 1;
            if (old != old_parts.end() && !is_none(*old))
                lay_over(*old, part);
            else if (only && !is_none(old_parts.front()))
                lay_over(old_parts.front(), part);
            else if (!part.fresh)
                for (const BlockId id : part.blocks) mark_all(id, Mark::inserted);
        }
        for (const Part& old : old_parts)
            if (is_none(old)) set_aside(old);
    }

    /// "None.", "N/A", "(new)": what holds is nothing.
    bool is_none(const Part& part) const {
        if (!part.label.empty() || part.blocks.size() != 1) return false;
        const PhrasedText text(document_.blocks[part.blocks.front()].text, book_);
        const auto closes = [&](std::size_t i) {
            return text.is_mark(i, "(") || text.is_mark(i, ")") || text.is_mark(i, "[") || text.is_mark(i, "]") ||
                   text.is_mark(i, ".");
        };
        std::size_t at = 0, end = text.size();
        while (at < end && closes(at)) ++at;
        while (end > at && closes(end - 1)) --end;
        const auto none_told = text.find(at, WordClass::no_text);
        return at == end || (none_told && at + none_told->size == end);
    }

    void set_aside(const Part& part) {
        for (const BlockId id : part.blocks) document_.blocks[id].kind = BlockKind::furniture;
    }

    void lay_over(const Part& old, const Part& part) {
        const Block& first = document_.blocks[part.blocks.front()];
        const auto label = label_of(part.blocks.front());
        // "8.3 [No change]": its status says it.
        const bool says_status =
            label &&
            (status_line(std::string_view(first.text).substr(label->end), grammar_, book_, date_) || label->status);
        const std::size_t both = std::min(old.blocks.size(), part.blocks.size());
        if (!says_status && !is_marked_itself(part)) {
            for (std::size_t i = 0; i < both; ++i) mark_difference(old.blocks[i], part.blocks[i]);
            for (std::size_t i = both; i < part.blocks.size(); ++i) mark_all(part.blocks[i], Mark::inserted);
            for (std::size_t i = both; i < old.blocks.size(); ++i) mark_all(old.blocks[i], Mark::struck);
        }
        for (std::size_t i = 0; i < (says_status || is_marked_itself(part) ? old.blocks.size() : both); ++i)
            document_.blocks[old.blocks[i]].kind = BlockKind::furniture;
    }

    /// Its author has marked what changes.
    bool is_marked_itself(const Part& part) const {
        for (const BlockId id : part.blocks)
            for (const Run& run : document_.blocks[id].runs)
                if (run.marks.has(Mark::struck)) return true;
        return false;
    }

    void mark_all(BlockId id, Mark mark) {
        for (Run& run : document_.blocks[id].runs) run.marks = run.marks.with(mark);
    }

    void mark_difference(BlockId holds, BlockId proposed) {
        const auto all = [&](BlockId id) {
            return Stretch{document_, id, {0, static_cast<std::uint32_t>(document_.blocks[id].text.size())}};
        };
        document_.blocks[proposed] = merged_difference(all(holds), all(proposed));
    }

    Document& document_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    std::string_view date_;
    SectionLabels labels_;
};

}  // namespace

std::optional<SideCaption> side_caption(const PhrasedText& text) {
    std::size_t at = text.is_word(0, "the") ? 1 : 0;
    for (const WordClass side : {WordClass::company, WordClass::union_side})
        if (text.has(at, side) || (at < text.size() && text.at(at).owner == side)) {
            const auto name = text.find(at, side);
            at += name ? name->size : 1;
            if (text.is_word(at, "'s")) ++at;
        }
    const auto current = text.find(at, WordClass::column_current);
    const auto proposed = text.find(at, WordClass::column_proposed);
    if (!current && !proposed) return std::nullopt;
    const bool comes = !current || (proposed && proposed->size > current->size);
    return SideCaption{comes, at + (comes ? proposed->size : current->size)};
}

Block merged_difference(const Stretch& holds, const Stretch& proposed) {
    const Block& old = holds.document.blocks[holds.block];
    const Block& fresh = proposed.document.blocks[proposed.block];
    Block merged = fresh;
    merged.text.clear();
    merged.runs.clear();
    for (const Edit& edit : word_diff(holds, proposed)) {
        const auto words = [](const Block& block, Span span) {
            return std::string_view(block.text).substr(span.begin, span.size());
        };
        if (edit.op == EditOp::deleted)
            append_run(merged, words(old, edit.before), Marks{}.with(Mark::struck));
        else if (edit.op == EditOp::inserted)
            append_run(merged, words(fresh, edit.after), Marks{}.with(Mark::inserted));
        else
            append_run(merged, words(fresh, edit.after), {});
    }
    merged.fragments = {fresh.fragments.front()};
    merged.fragments.front().text = 0;
    merged.fragments.front().last_line = fresh.last_line();
    merged.fragments.front().line = fresh.line();
    return merged;
}

void lay_two_texts(Document& document, const Grammar& grammar, const PhraseBook& book, const MarkUse& use,
                   std::string_view document_date) {
    TwoTexts(document, grammar, book, use, document_date).run();
}

}  // namespace stet
