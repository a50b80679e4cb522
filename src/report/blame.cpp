// Words of the base are the redline's equal stretches; the others belong to the earliest round that has them.
#include "report/blame.hpp"

#include <algorithm>

#include "proposal/cause.hpp"
#include "proposal/find_words.hpp"

namespace stet {

namespace {

bool says(const std::string& text, std::string_view words) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    return !find_words(text, tokens, words).empty();
}

class Blame {
public:
    Blame(const Redline& redline, const Consolidation& consolidation, const LatestOperations& latest,
          const std::vector<Proposal>& rounds, const Ledger& ledger)
        : redline_(redline),
          latest_(latest),
          rounds_(rounds),
          ledger_(ledger),
          causes_(block_causes(redline, consolidation)) {}

    SheetTable run() {
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
        const std::string& text = redline_.after.blocks[block.after].text;
        const std::string place = place_of(block.after);
        const std::size_t first = table.rows.size();
        for (const Edit& edit : block.edits) {
            if (edit.op == EditOp::deleted || edit.aside) continue;
            const std::string words = one_line(std::string_view(text).substr(edit.after.begin, edit.after.size()));
            if (words.empty()) continue;
            const std::string by = edit.op == EditOp::equal ? "base" : brought_by(index, words);
            if (table.rows.size() > first && table.rows.back()[1] == by)
                table.rows.back()[2] += " " + words;
            else
                table.rows.push_back({place, by, words});
        }
    }

    std::string place_of(BlockId block) const {
        std::string out;
        for (NodeId node = redline_.after.places[block].node; node != 0; node = redline_.after.nodes[node].parent) {
            const Node& unit = redline_.after.nodes[node];
            const std::string& name = unit.label.written.empty() ? unit.heading : unit.label.written;
            out = name + (out.empty() ? "" : ", " + out);
        }
        return out;
    }

    /// The earliest round whose words on one of the subjects hold the stretch; else the last one that asks for it.
    std::string brought_by(std::size_t index, const std::string& words) const {
        const Stance* last = nullptr;
        for (const std::uint32_t by : causes_[index]) {
            const Subject& subject = ledger_.subjects[latest_.subjects[by]];
            for (const Stance& stance : subject.stances)
                if (says(operation_of(rounds_, stance).inserted_text, words)) return name_of(stance);
            last = &subject.stances.back();
        }
        return last == nullptr ? "not told" : name_of(*last);
    }

    std::string name_of(const Stance& stance) const {
        return round_words(rounds_[stance.round], stance.round) + ", item " + operation_of(rounds_, stance).id;
    }

    const Redline& redline_;
    const LatestOperations& latest_;
    const std::vector<Proposal>& rounds_;
    const Ledger& ledger_;
    std::vector<std::vector<std::uint32_t>> causes_;
};

template <class Choose>
LatestOperations choose_operations(const Ledger& ledger, Choose choose) {
    LatestOperations out;
    for (std::uint32_t i = 0; i < ledger.subjects.size(); ++i) {
        const Operation* operation = choose(ledger.subjects[i]);
        if (operation == nullptr) continue;
        out.operations.push_back(*operation);
        out.subjects.push_back(i);
    }
    return out;
}

}  // namespace

LatestOperations latest_operations(const std::vector<Proposal>& rounds, const Ledger& ledger) {
    return choose_operations(ledger, [&](const Subject& subject) -> const Operation* {
        const Operation* last = last_word(rounds, subject, false);
        const Operation* agreed = last_word(rounds, subject, true);
        return agreed != nullptr && !subject.reopened ? agreed : last;
    });
}

LatestOperations agreed_operations(const std::vector<Proposal>& rounds, const Ledger& ledger) {
    return choose_operations(ledger, [&](const Subject& subject) -> const Operation* {
        const Operation* last = last_word(rounds, subject, false);
        return last != nullptr && is_agreed(*last) ? last : nullptr;
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
        if (!step.done)
            refused.rows.push_back({round_words(rounds[subject.stances.back().round], subject.stances.back().round) +
                                        ", item " + operation.id,
                                    operation.heading, step.reason});
    }
    sheet.tables.push_back(std::move(refused));
    sheet.tables.push_back(Blame(redline, consolidation, latest, rounds, ledger).run());
    return sheet;
}

}  // namespace stet
