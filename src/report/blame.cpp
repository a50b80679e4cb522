// Words of the base are the redline's equal stretches; the others belong to the earliest round that has them.
#include "report/blame.hpp"

#include <algorithm>
#include <utility>

#include "diff/sequence.hpp"
#include "proposal/cause.hpp"
#include "proposal/find_words.hpp"

namespace stet {

namespace {

constexpr std::size_t least_kept = 3;  // words: fewer stand in any two texts

/// Marks at its ends are of the sentence that a stretch stands in.
std::string_view without_marks(std::string_view words) {
    std::vector<Token> tokens;
    tokenize(words, {0, static_cast<std::uint32_t>(words.size())}, tokens);
    const auto is_word = [](const Token& token) { return token.kind != TokenKind::punctuation; };
    const auto first = std::find_if(tokens.begin(), tokens.end(), is_word);
    if (first == tokens.end()) return words;
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(), is_word);
    return words.substr(first->text.begin, last->text.end - first->text.begin);
}

bool says(const std::string& text, std::string_view words) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    return !find_words(text, tokens, without_marks(words)).empty();
}

class Blame {
public:
    Blame(const Redline& redline, const Consolidation& consolidation, const LatestOperations& latest,
          const std::vector<Proposal>& rounds, const Ledger& ledger)
        : redline_(redline),
          latest_(latest),
          rounds_(rounds),
          ledger_(ledger),
          causes_(block_causes(redline, consolidation)),
          taken_away_(latest.operations.size()) {
        for (std::size_t i = 0; i < redline_.blocks.size(); ++i)
            if (redline_.blocks[i].after == none && redline_.blocks[i].before != none)
                for (const std::uint32_t by : causes_[i]) taken_away_[by].push_back(i);
    }

    /// What the base says and the new text does not, and who struck it.
    SheetTable struck() const {
        SheetTable table{"struck",
                         "Struck words",
                         {{"place", "Place", true}, {"by", "Struck by", true}, {"words", "Words", false}},
                         {},
                         {}};
        for (std::size_t i = 0; i < redline_.blocks.size(); ++i) {
            const RedlineBlock& block = redline_.blocks[i];
            if (block.before == none || block.status == BlockStatus::moved_from) continue;
            const Block& old = redline_.before.blocks[block.before];
            if (is_set_aside(old.kind)) continue;
            for (const Edit& edit : block.edits) {
                if (edit.op != EditOp::deleted || edit.aside) continue;
                const std::string words = text_of(old, edit.before);
                if (!words.empty())
                    table.rows.push_back(
                        {place_of(redline_.before, block.before), asked_by(i, words, &Operation::struck_text), words});
            }
        }
        return table;
    }

    SheetTable run() const {
        SheetTable table{"stretches",
                         "Words",
                         {{"place", "Place", true}, {"by", "Brought by", true}, {"words", "Words", false}},
                         {},
                         "There is no text."};
        for (std::size_t i = 0; i < redline_.blocks.size(); ++i) {
            const RedlineBlock& block = redline_.blocks[i];
            if (block.after == none || is_set_aside(redline_.after.blocks[block.after].kind)) continue;
            add_block(i, table);
        }
        return table;
    }

private:
    void add_block(std::size_t index, SheetTable& table) const {
        const RedlineBlock& block = redline_.blocks[index];
        const std::string place = place_of(redline_.after, block.after);
        const std::size_t first = table.rows.size();
        const auto add = [&](Span span, bool from_base) {
            const std::string words = text_of(redline_.after.blocks[block.after], span);
            if (words.empty()) return;
            const std::string by = from_base ? "base" : asked_by(index, words, &Operation::inserted_text);
            if (table.rows.size() > first && table.rows.back()[1] == by)
                table.rows.back()[2] += " " + words;
            else
                table.rows.push_back({place, by, words});
        };
        for (std::size_t i = 0; i < block.edits.size(); ++i) {
            const Edit& edit = block.edits[i];
            if (edit.op == EditOp::deleted || edit.aside) continue;
            if (edit.op == EditOp::equal) {
                add(edit.after, true);
                continue;
            }
            for (const Stretch& part : parted(block.after, edit.after, replaced_text(index, i)))
                add(part.span, part.from_base);
        }
    }

    static std::string text_of(const Block& block, Span span) {
        return one_line(std::string_view(block.text).substr(span.begin, span.size()));
    }

    /// What stood where an inserted edit stands: the strikes beside it; of a block that is new as a whole, the blocks
    /// that the same operations took away.
    std::string replaced_text(std::size_t index, std::size_t edit) const {
        const RedlineBlock& block = redline_.blocks[index];
        std::string out;
        if (block.before != none) {
            const auto replaces = [&](std::size_t i) { return block.edits[i].op != EditOp::equal; };
            std::size_t from = edit;
            while (from > 0 && replaces(from - 1)) --from;
            for (std::size_t i = from; i < block.edits.size() && replaces(i); ++i)
                if (block.edits[i].op == EditOp::deleted)
                    out += text_of(redline_.before.blocks[block.before], block.edits[i].before) + "\n";
            return out;
        }
        for (const std::uint32_t by : causes_[index])
            for (const std::size_t gone : taken_away_[by])
                out += redline_.before.blocks[redline_.blocks[gone].before].text + "\n";
        return out;
    }

    struct Stretch {
        Span span;
        bool from_base = false;
    };

    /// An inserted stretch in parts: words that stood in the replaced text, three or more behind one another, and
    /// others.
    std::vector<Stretch> parted(BlockId block, Span inserted, const std::string& old) const {
        const std::string& text = redline_.after.blocks[block].text;
        std::vector<Token> before;
        std::vector<Token> after;
        tokenize(old, {0, static_cast<std::uint32_t>(old.size())}, before);
        tokenize(text, inserted, after);
        std::vector<Stretch> out;
        std::uint32_t at = inserted.begin;
        for (const auto& [first, last] : kept_runs(before, after)) {
            const Span kept{after[first].text.begin, after[last].text.end};
            if (kept.begin > at) out.push_back({{at, kept.begin}, false});
            out.push_back({kept, true});
            at = kept.end;
        }
        if (at < inserted.end) out.push_back({{at, inserted.end}, false});
        return out;
    }

    /// First and last token of each stretch of `after` that stands in `before`, too.
    static std::vector<std::pair<std::size_t, std::size_t>> kept_runs(const std::vector<Token>& before,
                                                                      const std::vector<Token>& after) {
        const auto keys_of = [](const std::vector<Token>& tokens) {
            std::vector<std::uint64_t> keys;
            for (const Token& token : tokens) keys.push_back(token.key);
            return keys;
        };
        const auto pairs = common_subsequence(keys_of(before), keys_of(after));
        std::vector<std::pair<std::size_t, std::size_t>> runs;
        for (std::size_t i = 0; i < pairs.size();) {
            std::size_t end = i + 1;
            while (end < pairs.size() && pairs[end].first == pairs[end - 1].first + 1 &&
                   pairs[end].second == pairs[end - 1].second + 1)
                ++end;
            std::size_t words = 0;
            for (std::size_t k = i; k < end; ++k) words += after[pairs[k].second].kind != TokenKind::punctuation;
            if (words >= least_kept) runs.emplace_back(pairs[i].second, pairs[end - 1].second);
            i = end;
        }
        return runs;
    }

    static std::string place_of(const Document& document, BlockId block) {
        std::string out;
        for (NodeId node = document.places[block].node; node != 0; node = document.nodes[node].parent) {
            const Node& unit = document.nodes[node];
            const std::string& name = unit.label.written.empty() ? unit.heading : unit.label.written;
            out = name + (out.empty() ? "" : ", " + out);
        }
        return out;
    }

    /// The earliest round whose words on one of the subjects, new or struck, hold the stretch; else the last one that
    /// asks for it.
    std::string asked_by(std::size_t index, const std::string& words, std::string Operation::*text) const {
        std::string last = "not told";
        for (const std::uint32_t by : causes_[index]) {
            const Subject& subject = ledger_.subjects[latest_.subjects[by]];
            for (const Stance& stance : subject.stances) {
                const Operation& operation = operation_of(rounds_, stance);
                if (operation.op != Op::note && says(operation.*text, words))
                    return stance_words(rounds_, subject, stance);
            }
            last = stance_words(rounds_, subject, subject.stances[latest_.stances[by]]);
        }
        return last;
    }

    const Redline& redline_;
    const LatestOperations& latest_;
    const std::vector<Proposal>& rounds_;
    const Ledger& ledger_;
    std::vector<std::vector<std::uint32_t>> causes_;
    std::vector<std::vector<std::size_t>> taken_away_;  ///< by operation: redline blocks that only the base has
};

template <class Choose>
LatestOperations choose_operations(const std::vector<Proposal>& rounds, const Ledger& ledger, Choose choose) {
    LatestOperations out;
    for (std::uint32_t i = 0; i < ledger.subjects.size(); ++i) {
        const Subject& subject = ledger.subjects[i];
        const Stance* stance = choose(subject);
        if (stance == nullptr) continue;
        Operation operation = words_of(rounds, subject, *stance);
        if (is_agreed(operation_of(rounds, *stance))) {
            operation.status = operation_of(rounds, *stance).status;
            operation.status_date = operation_of(rounds, *stance).status_date;
        }
        out.operations.push_back(std::move(operation));
        out.subjects.push_back(i);
        out.stances.push_back(static_cast<std::uint32_t>(stance - subject.stances.data()));
    }
    return out;
}

}  // namespace

LatestOperations latest_operations(const std::vector<Proposal>& rounds, const Ledger& ledger) {
    return choose_operations(rounds, ledger, [&](const Subject& subject) {
        const Stance* agreed = last_stance(rounds, subject, true);
        return agreed != nullptr && !subject.reopened ? agreed : last_stance(rounds, subject, false);
    });
}

LatestOperations agreed_operations(const std::vector<Proposal>& rounds, const Ledger& ledger) {
    return choose_operations(rounds, ledger, [&](const Subject& subject) -> const Stance* {
        const Operation* last = last_word(rounds, subject, false);
        const bool stands = last != nullptr && (is_agreed(*last) || (last->acceptance && !subject.reopened));
        return stands ? last_stance(rounds, subject, true) : nullptr;
    });
}

Sheet blame_sheet(const Redline& redline, const Consolidation& consolidation, const LatestOperations& latest,
                  const std::vector<Proposal>& rounds, const Ledger& ledger) {
    Sheet sheet;
    sheet.format = "stet-blame/1";
    sheet.title = "Who brought which words into " + redline.before.source.name();
    for (std::size_t i = 0; i < rounds.size(); ++i)
        sheet.lines.push_back("Round " + std::to_string(i + 1) + ": " + round_words(rounds[i], i) + ", " +
                              rounds[i].document.source.name());
    SheetTable refused{"not_carried_out",
                       "Not carried out",
                       {{"item", "Item", true}, {"place", "Heading", true}, {"reason", "Reason", false}},
                       {},
                       {}};
    for (const CarriedOut& step : consolidation.steps) {
        const Operation& operation = latest.operations[step.operation];
        const Subject& subject = ledger.subjects[latest.subjects[step.operation]];
        const Stance& stance = subject.stances[latest.stances[step.operation]];
        if (!step.done) refused.rows.push_back({stance_words(rounds, subject, stance), operation.heading, step.reason});
    }
    sheet.tables.push_back(std::move(refused));
    const Blame blame(redline, consolidation, latest, rounds, ledger);
    sheet.tables.push_back(blame.run());
    sheet.tables.push_back(blame.struck());
    return sheet;
}

}  // namespace stet
