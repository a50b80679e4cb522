// Finds brackets that a verb opens and marks what stands in them.
#include "proposal/word_marks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// What a bracket marks: the bytes that are left out on both sides, and what is marked between them.
struct WordMark {
    Span all;
    Span inside;
    std::optional<Mark> mark;  ///< none where the verb stands alone
};

class WordMarks {
public:
    WordMarks(const Grammar& grammar, const PhraseBook& book) : grammar_(grammar), book_(book) {}

    std::vector<WordMark> find(std::string_view text) const {
        std::vector<WordMark> out;
        for (std::size_t open = text.find('['), close; open != std::string_view::npos; open = text.find('[', close)) {
            close = text.find_first_of("[]", open + 1);
            if (close == std::string_view::npos) break;
            if (const auto mark = text[close] == ']' ? mark_at(text, open, close) : std::nullopt) out.push_back(*mark);
        }
        return out;
    }

private:
    std::optional<WordMark> mark_at(std::string_view text, std::size_t open, std::size_t close) const {
        constexpr std::size_t reach = 24;  // bytes in which the verb and its colon stand
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const PhrasedText words(inside.substr(0, reach), book_);
        const auto removes = words.find(0, WordClass::remove), adds = words.find(0, WordClass::add);
        const auto fresh = words.find(0, WordClass::fresh);
        const auto& verb = removes ? removes : adds ? adds : fresh;
        if (!verb) return std::nullopt;
        WordMark out;
        out.all = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
        if (verb->size == words.size() && inside.size() < reach) {
            const std::string whole = lower_case("[" + std::string(inside) + "]");
            const auto& reserved = grammar_.placeholders;
            // "[Delete] The list is posted.": of the text behind it, which an instruction does not have.
            const bool last = text.find_first_not_of(" \n.", close + 1) == std::string_view::npos;
            if (!removes || !last || std::find(reserved.begin(), reserved.end(), whole) != reserved.end())
                return std::nullopt;
            out.inside = {out.all.begin + 1, out.all.end - 1};
            return out;
        }
        if (!words.is_mark(verb->size, ":")) return std::nullopt;
        std::size_t begin = open + 1 + words.span_of(verb->size, verb->size + 1).end;
        while (begin < close && is_blank(text[begin])) ++begin;
        if (begin >= close || is_remark(text.substr(begin, close - begin), !removes && !adds)) return std::nullopt;
        out.inside = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close)};
        out.mark = removes ? Mark::struck : Mark::inserted;
        return out;
    }

    /// "[Added: July 1, 2019]", "[New: effective July 1, 2027]", "[Deleted: see Appendix B]": on the text beside it.
    bool is_remark(std::string_view said, bool fresh) const {
        if (book_.begins(said, WordClass::points_to)) return true;
        const std::vector<Quantity> found = find_quantities(said);
        if (found.size() != 1 || found.front().type != QuantityType::date || found.front().span.end < said.size())
            return false;
        const std::size_t begin = found.front().span.begin;
        const PhrasedText front(said.substr(0, begin), book_);
        const auto condition = fresh ? front.find(0, WordClass::condition) : std::nullopt;
        return begin == 0 || (condition && condition->size == front.size());
    }

    const Grammar& grammar_;
    const PhraseBook& book_;
};

/// A block built anew from stretches of another, with their marks.
class Rebuilt {
public:
    explicit Rebuilt(const Block& from) : from_(from), out_(from) {
        out_.text.clear();
        out_.runs.clear();
    }

    void add(Span span, std::optional<Mark> mark) {
        while (run_ < from_.runs.size() && from_.runs[run_].text.end <= span.begin) ++run_;
        for (std::size_t i = run_; i < from_.runs.size() && from_.runs[i].text.begin < span.end; ++i) {
            const Run& run = from_.runs[i];
            const std::uint32_t begin = std::max(run.text.begin, span.begin), end = std::min(run.text.end, span.end);
            append_run(out_, std::string_view(from_.text).substr(begin, end - begin),
                       mark ? run.marks.with(*mark) : run.marks);
        }
    }

    /// Bytes up to `end` of the old text are left out.
    void leave_out(std::uint32_t begin, std::uint32_t end) {
        for (std::size_t i = 0; i < from_.fragments.size(); ++i)
            if (from_.fragments[i].text > begin)
                out_.fragments[i].text -= std::min(end, from_.fragments[i].text) - begin;
    }

    Block take() { return std::move(out_); }

private:
    const Block& from_;
    Block out_;
    std::size_t run_ = 0;
};

Block rebuilt(const Block& block, const std::vector<WordMark>& marks) {
    Rebuilt out(block);
    std::uint32_t at = 0;
    for (const WordMark& mark : marks) {
        out.add({at, mark.all.begin}, {});
        out.add(mark.inside, mark.mark);
        out.leave_out(mark.all.begin, mark.inside.begin);
        out.leave_out(mark.inside.end, mark.all.end);
        at = mark.all.end;
    }
    out.add({at, static_cast<std::uint32_t>(block.text.size())}, {});
    return out.take();
}

}  // namespace

void lay_word_marks(Document& document, const Grammar& grammar, const PhraseBook& book) {
    const WordMarks marks(grammar, book);
    for (Block& block : document.blocks) {
        if (is_set_aside(block.kind) || block.kind == BlockKind::table_row || block.text.find('[') == std::string::npos)
            continue;
        const std::vector<WordMark> found = marks.find(block.text);
        if (!found.empty()) block = rebuilt(block, found);
    }
}

}  // namespace stet
