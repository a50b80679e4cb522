// Words alone are replaced in their bytes; marks and links that a change crosses are closed and opened again.
#include "proposal/splice_words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "proposal/block_form.hpp"
#include "proposal/file_signs.hpp"
#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr std::uint32_t widest_margin = 24;

/// Where the front matter of a Markdown file ends ("---", lines, "---"); its text has no signs. 0 without one.
std::size_t front_matter_end(std::string_view file, const BaseForm& form) {
    if (form.kind != BaseForm::markdown || !file.starts_with("---\n")) return 0;
    const std::size_t end = file.find("\n---", 3);
    return end == std::string_view::npos ? 0 : end;
}

class WordEdits {
public:
    WordEdits(const Document& base, BlockId id, const SourceMap& map, const BaseForm& form)
        : base_(base), id_(id), map_(map), form_(form) {
        if (base.blocks[id].fragments.front().source.begin < front_matter_end(base.source.text(), form))
            form_.escape = nullptr;
    }

    std::vector<ByteEdit> run(const std::vector<const WordSplice*>& splices) {
        std::vector<ByteEdit> edits;
        const std::vector<Link> links = links_of(id_, map_);
        for (const Region& region : regions_of(enclosed(base_.blocks[id_], links), splices))
            edits.push_back(edit_of(region, links));
        return edits;
    }

private:
    std::string_view file() const { return base_.source.text(); }

    /// A stretch of a block's text to be written anew, with the splices in it.
    struct Region {
        Span text;
        std::vector<const WordSplice*> splices;
        bool whole_runs = false;
    };

    /// A link of Markdown: its words and what stands behind them, "](address)".
    struct Link {
        Span text;
        std::string_view tail;
    };

    std::vector<Link> links_of(BlockId id, const SourceMap& map) const {
        std::vector<Link> links;
        const Block& block = base_.blocks[id];
        if (form_.kind != BaseForm::markdown || block.fragments.empty()) return links;
        std::uint32_t opened = 0;
        for (std::uint32_t at = 0; at <= map.bytes.size(); ++at) {
            const std::uint32_t begin = at == 0 ? block.fragments.front().source.begin : map.bytes[at - 1].end;
            const std::uint32_t end = at == map.bytes.size() ? block.fragments.back().source.end : map.bytes[at].begin;
            if (end <= begin) continue;
            const std::string_view gap = file().substr(begin, end - begin);
            const std::size_t tail = gap.find("](");
            if (tail != std::string_view::npos)
                links.push_back({{opened, at}, gap.substr(tail, gap.find(')', tail) + 1 - tail)});
            if (gap.rfind('[') != std::string_view::npos) opened = at;
        }
        return links;
    }

    /// Stretches of the text that signs or elements enclose.
    static std::vector<Span> enclosed(const Block& block, const std::vector<Link>& links) {
        std::vector<Span> out;
        for (const Run& run : block.runs)
            if (!run.marks.empty()) out.push_back(run.text);
        for (const Link& link : links) out.push_back(link.text);
        return out;
    }

    std::vector<Region> regions_of(const std::vector<Span>& stretches, const std::vector<const WordSplice*>& splices) {
        std::vector<Region> regions;
        for (const WordSplice* one : splices) {
            Region region{one->text, {one}, false};
            if (crosses(stretches, *one)) widen(stretches, region);
            if (!regions.empty() && (region.text.begin < regions.back().text.end ||
                                     (region.text.begin == regions.back().text.end && region.whole_runs))) {
                Region& last = regions.back();
                last.text.end = std::max(last.text.end, region.text.end);
                last.splices.push_back(one);
                if (last.whole_runs || region.whole_runs) widen(stretches, last);
                continue;
            }
            regions.push_back(std::move(region));
        }
        return regions;
    }

    /// Whether signs or elements stand where the words go: a stretch begins or ends among them or at their edge.
    bool crosses(const std::vector<Span>& stretches, const WordSplice& splice) const {
        const Span text = splice.text;
        if (text.empty()) return false;
        return std::any_of(stretches.begin(), stretches.end(), [&](const Span& one) {
            const bool touches = one.begin < text.end && one.end > text.begin;
            const bool inside = one.begin < text.begin && text.end < one.end;
            const bool fills = one.begin <= text.begin && text.end <= one.end && keeps_signs(one, splice);
            return touches && !inside && !fills;
        });
    }

    /// Whether the signs around a run still are signs where new words stand at its edge: `**July 1**`.
    bool keeps_signs(Span run, const WordSplice& splice) const {
        const Block& block = base_.blocks[id_];
        const bool is_run = std::any_of(block.runs.begin(), block.runs.end(),
                                        [&](const Run& one) { return one.text == run && !one.marks.empty(); });
        const std::string& with = splice.with;
        if (!is_run || with.empty() || with.find("\n\n") != std::string::npos) return false;
        if (is_blank(with.front()) || is_blank(with.back())) return false;
        if (form_.kind != BaseForm::markdown) return true;
        const auto is_open = [&](bool at_edge, char edge, std::size_t beside) {
            return !at_edge || beside >= block.text.size() || is_blank(block.text[beside]) || is_word_sign(edge);
        };
        return is_open(splice.text.begin == run.begin, with.front(), std::size_t{run.begin} - 1) &&
               is_open(splice.text.end == run.end, with.back(), run.end);
    }

    static bool is_word_sign(char c) { return is_upper(c) || is_lower(c) || is_digit(c); }

    /// To the ends of the stretches that it touches, and of those beside them.
    static void widen(const std::vector<Span>& stretches, Region& region) {
        region.whole_runs = true;
        for (bool grew = true; grew;) {
            grew = false;
            for (const Span& one : stretches) {
                if (one.begin > region.text.end || one.end < region.text.begin) continue;
                if (one.begin >= region.text.begin && one.end <= region.text.end) continue;
                region.text = {std::min(region.text.begin, one.begin), std::max(region.text.end, one.end)};
                grew = true;
            }
        }
    }

    ByteEdit edit_of(const Region& region, const std::vector<Link>& links) {
        const Block& block = base_.blocks[id_];
        const WordSplice& first = *region.splices.front();
        if (region.text.empty()) {
            const std::uint32_t at = insertion_place(block, map_, region.text.begin);
            if (const auto lines = as_lines(block, region.text.begin, first.with))
                return {{at, at}, *lines, first.by, true};
            return {{at, at}, written(first.with, at), first.by, true};
        }
        if (!region.whole_runs) {
            Span bytes = map_.source_of(region.text);
            // Of a line that goes, what parts it from the one before goes, too.
            if (first.with.empty() && block.text[region.text.begin] == '\n' && region.text.begin > 0)
                bytes.begin = map_.bytes[region.text.begin - 1].end;
            if (first.with.empty() && takes_first_line(block, region.text))
                bytes.end = map_.bytes[region.text.end].begin;
            std::string with;
            for (const WordSplice* one : region.splices) with += one->with;
            return {bytes, written(with, bytes.begin), first.by, !with.empty()};
        }
        const std::uint32_t limit =
            region.text.begin == 0 ? block.fragments.front().source.begin : map_.bytes[region.text.begin - 1].end;
        const std::uint32_t end_limit = region.text.end == block.text.size() ? block.fragments.back().source.end
                                                                             : map_.bytes[region.text.end].begin;
        const Span bytes{before_signs(file(), form_, map_.bytes[region.text.begin].begin, limit),
                         behind_signs(file(), form_, map_.bytes[region.text.end - 1].end,
                                      std::max(end_limit, map_.bytes[region.text.end - 1].end))};
        return {bytes, rewritten(block, region, links), first.by, true};
    }

    /// The first of several lines goes with the margin of the next one.
    bool takes_first_line(const Block& block, Span text) const {
        if (text.begin > 0 || text.end >= map_.bytes.size() || block.text[text.end - 1] != '\n') return false;
        const std::uint32_t begin = map_.bytes[text.end - 1].end, end = map_.bytes[text.end].begin;
        return end >= begin && is_blank(file().substr(begin, end - begin));
    }

    /// New lines among those of a block, parted as they are: "\nNew line" behind one, "New line\n" before one. Nothing
    /// where the words are no lines.
    std::optional<std::string> as_lines(const Block& block, std::uint32_t at, const std::string& with) const {
        if (with.find('\n') == std::string::npos || with.find("\n\n") != std::string::npos) return std::nullopt;
        std::size_t stop = block.text.find('\n', at);
        if (stop == std::string::npos) stop = block.text.rfind('\n');
        if (stop == std::string::npos || stop == 0 || stop + 1 >= map_.bytes.size()) return std::nullopt;
        const std::uint32_t begin = map_.bytes[stop - 1].end, end = map_.bytes[stop + 1].begin;
        const std::string_view gap = file().substr(begin, end - begin);
        std::string out;
        for (std::size_t from = 0; from <= with.size();) {
            const std::size_t line_end = std::min(with.find('\n', from), with.size());
            out += form_words(std::string_view(with).substr(from, line_end - from), 0, {}, form_);
            if (line_end < with.size()) out += gap;
            from = line_end + 1;
        }
        return out;
    }

    std::uint32_t insertion_place(const Block& block, const SourceMap& map, std::uint32_t at) const {
        if (map.bytes.empty()) return block.fragments.front().source.begin;
        if (at == 0) return map.bytes.front().begin;
        if (at < map.bytes.size() && is_blank(block.text[at]))
            return std::max(map.bytes[at].begin, map.bytes[at - 1].end);
        if (at < map.bytes.size()) return map.bytes[at].begin;
        return behind_signs(file(), form_, map.bytes[at - 1].end, block.fragments.back().source.end);
    }

    /// The blanks in front of a further line of the block: those of its next line, or of its words behind a label.
    std::string margin_behind(std::size_t line, std::size_t at) const {
        constexpr std::size_t widest = 24;
        const auto blanks = [&](std::size_t from) {
            return std::min(file().find_first_not_of(' ', from), file().size()) - from;
        };
        const std::size_t next = file().find('\n', at);
        const bool goes_on = next != std::string_view::npos && next + 1 < base_.blocks[id_].fragments.back().source.end;
        std::size_t width = blanks(goes_on ? next + 1 : line);
        const Span label = base_.places[id_].label;
        if (!goes_on && !label.empty() && label.end < map_.bytes.size() &&
            map_.bytes[label.begin].begin == line + width) {
            const std::size_t end = map_.bytes[label.end].begin;
            if (end < at) width = end + blanks(end) - line;
        }
        return std::string(std::min(width, widest), ' ');
    }

    /// New words in the base's form; "\n\n" begins a paragraph.
    std::string written(std::string_view text, std::uint32_t at) const {
        const std::size_t line = file().rfind('\n', at == 0 ? 0 : at - 1);
        const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
        const std::string margin = margin_behind(begin, at);
        std::string out;
        for (std::size_t from = 0;;) {
            const std::size_t stop = text.find("\n\n", from);
            const std::string_view part = text.substr(from, stop == std::string_view::npos ? stop : stop - from);
            if (!part.empty()) out += form_words(part, at - begin, margin, form_);
            if (stop == std::string_view::npos) return out;
            out += form_.kind == BaseForm::html ? "</p>\n<p>" : "\n\n";
            from = stop + 2;
        }
    }

    std::string rewritten(const Block& block, const Region& region, const std::vector<Link>& links) const {
        const std::string_view text(block.text);
        const auto open_at = [&](std::uint32_t at) {
            return at == 0 || at >= text.size() || is_blank(text[at - 1]) || is_blank(text[at]);
        };
        const bool open_sides = open_at(region.text.begin) && open_at(region.text.end);
        std::string out;
        auto next = region.splices.begin();
        std::uint32_t at = region.text.begin;
        const auto parted = [&](std::uint32_t border, std::uint32_t edge) {
            return border == edge || is_blank(text[border - 1]) || is_blank(text[border]);
        };
        const auto keep = [&](Span part, const Marks& marks) {
            // A run that is cut may stand against words: elements need no white space around them.
            const bool open = open_sides && parted(part.begin, region.text.begin) && parted(part.end, region.text.end);
            out += form_marked(text.substr(part.begin, part.size()), marks, open, form_);
        };
        const auto keep_run = [&](Span part, const Marks& marks) {
            for (const Link& link : links) {
                const Span linked{std::max(part.begin, link.text.begin), std::min(part.end, link.text.end)};
                if (linked.begin >= linked.end) continue;
                if (part.begin < linked.begin) keep({part.begin, linked.begin}, marks);
                out += "[";
                keep(linked, marks);
                out += link.tail;
                part.begin = linked.end;
            }
            if (!part.empty()) keep(part, marks);
        };
        const auto keep_to = [&](std::uint32_t end) {
            for (const Run& run : block.runs) {
                const Span part{std::max(run.text.begin, at), std::min(run.text.end, end)};
                if (part.begin < part.end) keep_run(part, run.marks);
            }
            at = std::max(at, end);
        };
        for (; next != region.splices.end(); ++next) {
            keep_to((*next)->text.begin);
            out += written((*next)->with, 0);
            at = std::max(at, (*next)->text.end);
        }
        keep_to(region.text.end);
        return out;
    }

    const Document& base_;
    BlockId id_;
    const SourceMap& map_;
    BaseForm form_;
};

}  // namespace

std::string spliced_words(const Document& base, BlockId id, const std::vector<const WordSplice*>& splices) {
    const Block& block = base.blocks[id];
    std::string out;
    auto next = splices.begin();
    const auto put_before = [&](std::uint32_t at, bool inclusive) {
        for (; next != splices.end() && ((*next)->text.begin < at || (inclusive && (*next)->text.begin == at)); ++next)
            out += (*next)->with;
    };
    const auto is_taken = [&](std::uint32_t at) {
        return std::any_of(splices.begin(), splices.end(),
                           [&](const WordSplice* one) { return one->text.contains(at); });
    };
    for (const Run& run : block.runs) {
        if (outside(run.marks, base.face)) continue;
        if (splices.empty()) {
            out.append(block.text, run.text.begin, run.text.size());
            continue;
        }
        for (std::uint32_t at = run.text.begin; at < run.text.end; ++at) {
            put_before(at, true);
            if (!is_taken(at)) out.push_back(block.text[at]);
        }
    }
    put_before(static_cast<std::uint32_t>(block.text.size()), true);
    return out;
}

std::vector<ByteEdit> word_edits(const Document& base, BlockId id, const SourceMap& map,
                                 const std::vector<const WordSplice*>& splices, const BaseForm& form) {
    return WordEdits(base, id, map, form).run(splices);
}

}  // namespace stet
