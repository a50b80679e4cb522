// Finds out what a document's marks mean.
#include "proposal/mark_use.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "proposal/letters.hpp"
#include "text/error.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_legend = 600;    // bytes
constexpr std::size_t blocks_of_legend = 200;  // of a document's beginning, in which a legend stands

struct Meaning {
    Mark mark;
    MarkSource MarkUse::*field;
    WordClass words;
};

constexpr std::array meanings = {Meaning{Mark::bold, &MarkUse::bold, WordClass::bold},
                                 Meaning{Mark::underline, &MarkUse::underline, WordClass::underline},
                                 Meaning{Mark::italic, &MarkUse::italic, WordClass::italic},
                                 Meaning{Mark::highlight, &MarkUse::highlight, WordClass::highlight}};

bool ends_statement(const PhrasedText& text, std::size_t at) {
    return text.is_mark(at, ".") || text.is_mark(at, ";");
}

/// The class among new_text and old_text that stands nearest to token `at` in its statement.
std::optional<WordClass> role_near(const PhrasedText& text, std::size_t at) {
    constexpr std::size_t reach = 9;
    bool left = true, right = true;
    for (std::size_t distance = 1; distance <= reach; ++distance) {
        left = left && distance <= at && !ends_statement(text, at - distance);
        right = right && at + distance < text.size() && !ends_statement(text, at + distance);
        for (const WordClass role : {WordClass::old_text, WordClass::new_text}) {
            if (right && text.has(at + distance, role)) return role;
            if (left && text.has(at - distance, role)) return role;
        }
    }
    return std::nullopt;
}

/// What a legend says; false where the text is none.
bool read_legend(std::string_view words, const PhraseBook& book, MarkUse& use) {
    if (words.size() > longest_legend) return false;
    const PhrasedText text(words, book);
    bool found = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const Meaning& meaning : meanings) {
            if (!text.has(i, meaning.words)) continue;
            if (role_near(text, i) == WordClass::new_text) {
                use.*meaning.field = MarkSource::said;
                found = true;
            }
        }
        if (text.has(i, WordClass::brackets) && role_near(text, i) == WordClass::old_text) {
            use.brackets = MarkSource::said;
            use.double_brackets = words.find("[[") != std::string_view::npos;
            found = true;
        }
        if (text.has(i, WordClass::capitals) && role_near(text, i) == WordClass::new_text) use.capitals = found = true;
        if (text.has(i, WordClass::strike) && role_near(text, i) == WordClass::old_text) found = true;
    }
    return found;
}

void declare(std::string_view item, MarkUse& use) {
    const std::size_t equals = item.find('=');
    const std::string_view role = item.substr(0, equals);
    const std::string_view mark = equals == std::string_view::npos ? std::string_view{} : item.substr(equals + 1);
    static constexpr std::array names = {std::pair{"bold", &MarkUse::bold}, std::pair{"underline", &MarkUse::underline},
                                         std::pair{"italic", &MarkUse::italic},
                                         std::pair{"highlight", &MarkUse::highlight},
                                         std::pair{"colour", &MarkUse::colour}};
    if (role == "struck" && (mark == "brackets" || mark == "strike")) {
        if (mark == "brackets") use.brackets = MarkSource::said;
        return;
    }
    const auto* known = std::find_if(names.begin(), names.end(), [&](const auto& name) { return mark == name.first; });
    if (role != "new" || known == names.end())
        throw Error("error: --marks '" + std::string(item) +
                    "' is not known: say new=bold, new=underline, new=italic, new=highlight, new=colour or "
                    "struck=brackets, parted by commas");
    use.*(known->second) = MarkSource::said;
}

/// A run under the mark in the middle of running words: text that is not under it stands before it in its block.
bool in_mid_sentence(const Block& block, std::size_t run) {
    if (run == 0 || block.kind == BlockKind::heading || block.kind == BlockKind::table_row) return false;
    const std::string_view before = std::string_view(block.text).substr(0, block.runs[run].text.begin);
    const std::size_t last = before.find_last_not_of(" \t\n");
    if (last == std::string_view::npos || before.size() <= block.number.size() + 1) return false;
    return before[last] != '.' && before[last] != ':';
}

bool beside_strike(const Block& block, std::size_t run) {
    const auto struck = [&](std::size_t i) { return i < block.runs.size() && block.runs[i].marks.has(Mark::struck); };
    const auto blank = [&](std::size_t i) {
        return i < block.runs.size() &&
               is_blank(std::string_view(block.text).substr(block.runs[i].text.begin, block.runs[i].text.size()));
    };
    if (struck(run + 1) || (run > 0 && struck(run - 1))) return true;
    return (blank(run + 1) && struck(run + 2)) || (run > 1 && blank(run - 1) && struck(run - 2));
}

/// Uses that tell what a mark means in this document.
void count_uses(const Document& document, const Meaning& meaning, bool tracked, MarkUse& use) {
    for (const Block& block : document.blocks) {
        if (is_set_aside(block.kind)) continue;
        for (std::size_t i = 0; i < block.runs.size(); ++i) {
            const Marks marks = block.runs[i].marks;
            if (!marks.has(meaning.mark) || marks.has(Mark::struck)) continue;
            const bool answers = beside_strike(block, i);
            if (!answers && (tracked || !in_mid_sentence(block, i))) continue;
            use.*meaning.field = MarkSource::used;
            // Strikes answered by underlines are a convention that needs no legend; bold may be a caption's.
            if (meaning.mark != Mark::underline) return;
            if (answers) use.*meaning.field = MarkSource::said;
            if (answers) return;
        }
    }
}

/// "~~Double time~~ *Time and one-half*": italics right behind a strike, where nothing else marks what is new.
void find_italics(const Document& document, MarkUse& use) {
    bool italic = false;
    for (const Block& block : document.blocks) {
        if (is_set_aside(block.kind)) continue;
        const Run* before = nullptr;  // the last that is not blank
        for (const Run& run : block.runs) {
            if (is_blank(std::string_view(block.text).substr(run.text.begin, run.text.size()))) continue;
            const bool answers = before != nullptr && before->marks.has(Mark::struck) && !run.marks.has(Mark::struck);
            if (answers && use.new_by(run.marks) != MarkSource::unused) return;
            italic = italic || (answers && run.marks.has(Mark::italic));
            before = &run;
        }
    }
    if (italic) use.italic = MarkSource::used;
}

/// "[shall] MAY fill": how often words in brackets have a word in capitals right behind them, in a text that has small
/// letters.
std::size_t answered_brackets(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t open = text.find('['), close; open != std::string_view::npos; open = text.find('[', close)) {
        close = text.find_first_of("[]", open + 1);
        if (close == std::string_view::npos) break;
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::size_t begin = text.find_first_not_of(" \n.,;:", close + 1);
        if (text[close] == '[' || begin == std::string_view::npos || begin == close + 1) continue;
        std::size_t end = begin;
        while (end < text.size() && (is_upper(text[end]) || text[end] == '-')) ++end;
        const bool word = end >= text.size() || text[end] == ' ' || text[end] == '\n' || text[end] == '.';
        if (word && end > begin + 1 && std::any_of(inside.begin(), inside.end(), is_lower)) ++count;
    }
    return count > 0 && std::count_if(text.begin(), text.end(), is_lower) > 3 ? count : 0;
}

/// Brackets that capitals answer are a convention that needs no legend, and a guess; once alone they may as well be
/// brackets of the text, and the capitals the short name of something: "[paid or unpaid] FMLA leave".
void find_brackets(const Document& document, const PhraseBook& book, MarkUse& use) {
    if (use.brackets != MarkSource::unused || use.capitals) return;
    std::size_t answered = 0;
    for (const Block& block : document.blocks) {
        if (is_set_aside(block.kind) || block.kind == BlockKind::table_row) continue;
        const std::size_t here = answered_brackets(block.text);
        // "[No change.] MEAL PERIODS"
        const std::size_t open = here > 0 ? block.text.find('[') : std::string::npos;
        if (here == 0 || book.begins(std::string_view(block.text).substr(open + 1), WordClass::stays)) continue;
        answered += here;
    }
    if (answered == 0) return;
    use.brackets = MarkSource::used;
    use.capitals = true;
    use.brackets_once = answered == 1;
}

}  // namespace

MarkSource MarkUse::new_by(Marks marks) const {
    if (marks.has(Mark::inserted)) return MarkSource::said;
    MarkSource best = marks.has(Mark::coloured) ? colour : MarkSource::unused;
    for (const Meaning& meaning : meanings)
        if (marks.has(meaning.mark)) best = std::max(best, this->*meaning.field);
    return best;
}

MarkUse find_mark_use(const Document& document, const PhraseBook& book, std::string_view declared) {
    MarkUse use;
    for (std::size_t at = 0; at < declared.size();) {
        const std::size_t comma = std::min(declared.find(',', at), declared.size());
        declare(declared.substr(at, comma - at), use);
        at = comma + 1;
    }
    // Where the format itself says what is new, emphasis is a label or a title; but for underlines beside strikes.
    const bool tracked = std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
        return !is_set_aside(block.kind) && std::any_of(block.runs.begin(), block.runs.end(),
                                                        [](const Run& run) { return run.marks.has(Mark::inserted); });
    });
    if (declared.empty()) {
        for (std::size_t id = 0; id < std::min(document.blocks.size(), blocks_of_legend); ++id)
            if (!is_set_aside(document.blocks[id].kind)) read_legend(document.blocks[id].text, book, use);
        for (const Meaning& meaning : meanings)
            if (use.*meaning.field == MarkSource::unused && meaning.mark != Mark::italic &&
                (!tracked || meaning.mark == Mark::underline))
                count_uses(document, meaning, tracked, use);
        if (!tracked && use.italic == MarkSource::unused) find_italics(document, use);
        if (!tracked) find_brackets(document, book, use);
    }
    use.marks_new =
        use.capitals || std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
            return std::any_of(block.runs.begin(), block.runs.end(),
                               [&](const Run& run) { return use.new_by(run.marks) == MarkSource::said; });
        });
    return use;
}

bool is_legend(std::string_view text, const PhraseBook& book) {
    MarkUse use;
    return read_legend(text, book, use);
}

}  // namespace stet
