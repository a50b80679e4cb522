// Pairs of operations taken from the surest on, one a round; then what each side said last.
#include "report/ledger.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "proposal/find_printed.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"
#include "report/acceptances.hpp"
#include "report/proposal_words.hpp"
#include "report/subjects.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// A note asks for nothing; one that says how a subject stands ("withdrawn") or accepts one belongs to it.
bool is_about_a_subject(const Operation& operation) {
    return operation.op != Op::note || operation.status != Status::open || operation.acceptance;
}

/// "The Guild accepts “180”. (TA)", "The Union accepts the City's five (5) hours": a few words around all the values
/// that the other side's words bring, or around these words, and nothing that is excepted.
bool says_its_values(const Operation& note, const Operation& asked) {
    constexpr std::uint32_t most_words = 10;
    const bool excepts =
        !note.excepted.empty() || std::any_of(note.flags.begin(), note.flags.end(),
                                              [](const Flag& flag) { return flag.code == "EXCEPTION_FOLLOWS"; });
    if (excepts || count_words(note.inserted_text) > most_words) return false;
    // "The Union accepts the deletion of Letter 2."
    if (asked.op == Op::repeal) {
        const std::string& said = note.inserted_text;
        const std::string& place = asked.target.letter.empty() ? asked.target.section : asked.target.letter;
        return !place.empty() && said.find(place) != std::string::npos;
    }
    if (asked.inserted_text.empty()) return false;
    const auto values_of = [](const std::string& text) {
        std::multiset<std::string> out;
        for (const Quantity& one : find_quantities(text))
            if (!one.weak) out.insert(one.amount.text() + one.iso);
        return out;
    };
    const auto said = values_of(note.inserted_text);
    const std::string& fresh = asked.inserted_text;
    return (!said.empty() && said == values_of(fresh)) ||
           note.inserted_text.find("“" + fresh + "”") != std::string::npos ||
           note.inserted_text.find('"' + fresh + '"') != std::string::npos;
}

class Alignment {
public:
    explicit Alignment(const std::vector<Proposal>& rounds) : rounds_(rounds) {}

    Ledger run() {
        for (std::uint32_t round = 0; round < rounds_.size(); ++round) add_round(round);
        for (Subject& subject : ledger_.subjects) judge(subject);
        return std::move(ledger_);
    }

private:
    struct Pair {
        double score;
        std::size_t subject;
        std::uint32_t operation;
    };

    double best_score(const Subject& subject, const Operation& operation) const {
        double best = 0;
        for (const Stance& stance : subject.stances)
            best = std::max(best, same_subject(operation_of(rounds_, stance), operation));
        return best;
    }

    void add_round(std::uint32_t round) {
        const std::vector<Operation>& operations = rounds_[round].operations;
        std::vector<std::vector<AcceptedStance>> accepted;
        for (const Operation& operation : operations)
            accepted.push_back(accepted_stances(rounds_, ledger_.subjects, round, operation));
        std::vector<bool> operation_taken(operations.size(), false);
        std::vector<bool> subject_taken(ledger_.subjects.size(), false);
        for (const Pair& pair : pairs_of(round, accepted)) {
            if (operation_taken[pair.operation] || subject_taken[pair.subject]) continue;
            operation_taken[pair.operation] = subject_taken[pair.subject] = true;
            Subject& subject = ledger_.subjects[pair.subject];
            subject.stances.push_back({round, pair.operation, words_agreed_to(subject, round, pair.operation)});
        }
        give_up(round, operation_taken, subject_taken);
        answer_all(round, operation_taken, subject_taken);
        // What a side asks for itself in a round counts before what it accepts there.
        for (std::uint32_t i = 0; i < operations.size(); ++i)
            for (const AcceptedStance& one : accepted[i]) {
                operation_taken[i] = true;
                if (subject_taken[one.subject]) continue;
                subject_taken[one.subject] = true;
                ledger_.subjects[one.subject].stances.push_back({round, i, one.stance});
            }
        for (std::uint32_t i = 0; i < operations.size(); ++i)
            if (!operation_taken[i] && is_about_a_subject(operations[i]))
                ledger_.subjects.push_back({{{round, i}}, {}, false, false, {}, false});
    }

    /// "Section 3.2: Agreed. (TA 5/4)" prints no words: those that the other side asked for last, where this side has
    /// asked for none since. None where the note says more.
    std::uint32_t words_agreed_to(const Subject& subject, std::uint32_t round, std::uint32_t operation) const {
        const Operation& note = rounds_[round].operations[operation];
        const bool bare = says_nothing_else(note);
        if (note.op != Op::note || !is_agreed(note) || note.confidence == Confidence::ambiguous ||
            !note.excepted.empty())
            return none;
        for (std::uint32_t i = static_cast<std::uint32_t>(subject.stances.size()); i-- > 0;) {
            const Stance& stance = subject.stances[i];
            const Operation& one = operation_of(rounds_, stance);
            if (one.op == Op::note) continue;
            const bool other = rounds_[stance.round].party != rounds_[round].party;
            const bool asked = standing_of(one.status) == Standing::asked;
            const bool same_title = note.target.article_title.empty() ||
                                    same_letter(note.target.article_title, one.target.article_title) >= 0.5;
            const bool meant = bare || says_its_values(note, one);
            return other && asked && same_title && meant && one.op != Op::restate && stance.round < round ? i : none;
        }
        return none;
    }

    /// "G-2: Agreed. (TA)", "Union 3 – Rejected.": an answer that names no place, to the other side's item of that
    /// number, and all that it asks for. None where another is meant.
    std::set<std::size_t> answered_subjects(std::uint32_t round, const Operation& answer) const {
        const Target& target = answer.target;
        const Standing standing = standing_of(answer.status);
        const bool answers = answer.op == Op::note && answer.status != Status::withdrawn &&
                             (standing != Standing::asked || answer.acceptance);
        const std::size_t digits = answer.item.find_first_of("0123456789");
        const bool placed = !target.article.empty() || !target.section.empty() || !target.letter.empty();
        if (!answers || placed || digits == 0 || digits == std::string::npos) return {};
        const Side own = rounds_[round].party;
        if (lower_case(answer.item).starts_with(side_name(own))) return {};
        const std::string number = answer.item.substr(digits);
        const auto is_answered = [&](const std::string& item) { return item == number || item == answer.item; };
        for (std::uint32_t before = round; before-- > 0;) {
            if (rounds_[before].party == own) continue;
            std::set<std::size_t> found;
            for (std::size_t s = 0; s < ledger_.subjects.size(); ++s)
                for (const Stance& stance : ledger_.subjects[s].stances)
                    if (stance.round == before && is_answered(operation_of(rounds_, stance).item)) found.insert(s);
            return found;
        }
        return {};
    }

    /// "C-3: Rejected." where item 3 asks for several things; of an agreement it is not said whether it is on all.
    void answer_all(std::uint32_t round, std::vector<bool>& operation_taken, std::vector<bool>& subject_taken) {
        const std::vector<Operation>& operations = rounds_[round].operations;
        for (std::uint32_t i = 0; i < operations.size(); ++i) {
            const std::set<std::size_t> answered = answered_subjects(round, operations[i]);
            const bool closed = standing_of(operations[i].status) == Standing::closed;
            if (operation_taken[i] || answered.size() < 2 || !closed) continue;
            operation_taken[i] = true;
            for (const std::size_t s : answered) {
                if (subject_taken[s]) continue;
                subject_taken[s] = true;
                ledger_.subjects[s].stances.push_back({round, i});
            }
        }
    }

    static bool says_nothing_else(const Operation& note) {
        constexpr std::uint32_t most_words = 4;  // "The County accepts."
        const std::string& said = note.inserted_text;
        return count_words(said) <= most_words && said.find_first_of("0123456789\"“") == std::string::npos;
    }

    /// "Section 7: withdrawn" is said of all that was asked for there.
    void give_up(std::uint32_t round, std::vector<bool>& operation_taken, std::vector<bool>& subject_taken) {
        const std::vector<Operation>& operations = rounds_[round].operations;
        for (std::uint32_t i = 0; i < operations.size(); ++i) {
            const bool closes = operations[i].op == Op::note && standing_of(operations[i].status) == Standing::closed;
            for (std::size_t s = 0; closes && s < subject_taken.size(); ++s) {
                const std::vector<Stance>& stances = ledger_.subjects[s].stances;
                const bool there = std::any_of(stances.begin(), stances.end(), [&](const Stance& stance) {
                    const Operation& one = operation_of(rounds_, stance);
                    return one.op != Op::note && is_said_of_all(operations[i], one);
                });
                if (subject_taken[s] || !there || !may_be_said_of(ledger_.subjects[s], round, operations[i])) continue;
                operation_taken[i] = subject_taken[s] = true;
                ledger_.subjects[s].stances.push_back({round, i});
            }
        }
    }

    /// Whether the side of a round asks for something there itself.
    bool asks_in(const Subject& subject, std::uint32_t round) const {
        return std::any_of(subject.stances.begin(), subject.stances.end(), [&](const Stance& stance) {
            return operation_of(rounds_, stance).op != Op::note && rounds_[stance.round].party == rounds_[round].party;
        });
    }

    /// What is rejected is asked for by the other side.
    bool may_be_said_of(const Subject& subject, std::uint32_t round, const Operation& operation) const {
        if (operation.op != Op::note || operation.status != Status::rejected) return true;
        const Side own = rounds_[round].party;
        return own == Side::neither ||
               std::any_of(subject.stances.begin(), subject.stances.end(),
                           [&](const Stance& stance) { return rounds_[stance.round].party != own; });
    }

    /// Operations that may go on with a subject, the surest first; what is accepted is known by itself.
    std::vector<Pair> pairs_of(std::uint32_t round, const std::vector<std::vector<AcceptedStance>>& accepted) const {
        const std::vector<Operation>& operations = rounds_[round].operations;
        std::vector<Pair> pairs;
        for (std::uint32_t i = 0; i < operations.size(); ++i) {
            if (!is_about_a_subject(operations[i]) || !accepted[i].empty()) continue;
            constexpr double by_number = 2;  // surer than any likeness
            const std::size_t first = pairs.size();
            if (const auto answered = answered_subjects(round, operations[i]); !answered.empty()) {
                if (answered.size() == 1) pairs.push_back({by_number, *answered.begin(), i});
                continue;
            }
            for (std::size_t s = 0; s < ledger_.subjects.size(); ++s) {
                if (!may_be_said_of(ledger_.subjects[s], round, operations[i])) continue;
                constexpr double own = 0.05;  // of several things at one place a side goes on with its own
                const double score = best_score(ledger_.subjects[s], operations[i]);
                if (score > 0) pairs.push_back({score + (asks_in(ledger_.subjects[s], round) ? own : 0), s, i});
            }
            // A mark of agreement without words, at a place of which several things are asked, is on none of them.
            const auto surest = std::max_element(pairs.begin() + static_cast<std::ptrdiff_t>(first), pairs.end(),
                                                 [](const Pair& x, const Pair& y) { return x.score < y.score; });
            const bool unclear = operations[i].op == Op::note && is_agreed(operations[i]) && surest != pairs.end() &&
                                 std::count_if(pairs.begin() + static_cast<std::ptrdiff_t>(first), pairs.end(),
                                               [&](const Pair& one) { return one.score == surest->score; }) > 1;
            if (unclear) pairs.resize(first);
        }
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.score > y.score; });
        return pairs;
    }

    static bool says_the_same(const Operation& a, const Operation& b) {
        return a.op == b.op && a.struck_text == b.struck_text && a.inserted_text == b.inserted_text &&
               a.condition == b.condition && sets_the_same(a, b);
    }

    static bool sets_the_same(const Operation& a, const Operation& b) {
        return std::equal(
            a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), [](const SetCell& x, const SetCell& y) {
                return x.classification == y.classification && x.row == y.row && x.date == y.date && x.value == y.value;
            });
    }

    void judge(Subject& subject) const {
        bool agreed = false;
        for (const Stance& stance : subject.stances) {
            const Operation& operation = operation_of(rounds_, stance);
            if (agreed && !is_agreed(operation) && !operation.acceptance) subject.reopened = true;
            agreed = agreed || is_agreed(operation);
        }
        for (const Side side : {Side::company, Side::union_side, Side::neither})
            if (has_moved(subject, side)) subject.moved.push_back(side);
        const std::uint32_t first = subject.stances.front().round;
        subject.fresh =
            first != rounds_of(rounds_[first].party).front() && first == rounds_of(rounds_[first].party).back();
        if (agreed) return;
        const Operation* company = last_words(subject, Side::company);
        const Operation* union_side = last_words(subject, Side::union_side);
        subject.met = company != nullptr && union_side != nullptr && says_the_same(*company, *union_side);
        for (const Side side : {Side::company, Side::union_side})
            if (falls_silent(subject, side)) subject.dropped.push_back(side);
    }

    std::vector<std::uint32_t> rounds_of(Side side) const {
        std::vector<std::uint32_t> out;
        for (std::uint32_t round = 0; round < rounds_.size(); ++round)
            if (rounds_[round].party == side) out.push_back(round);
        return out;
    }

    /// What a side asks for last; nullptr where its last word is that it stands in some way, or it says nothing.
    const Operation* last_words(const Subject& subject, Side side) const {
        for (auto stance = subject.stances.rbegin(); stance != subject.stances.rend(); ++stance)
            if (rounds_[stance->round].party == side) {
                const Operation& operation = words_of(rounds_, subject, *stance);
                return operation.op == Op::note ? nullptr : &operation;
            }
        return nullptr;
    }

    bool has_moved(const Subject& subject, Side side) const {
        const Operation* before = nullptr;
        const Operation* last = nullptr;
        std::uint32_t round = none;
        for (const Stance& stance : subject.stances) {
            const Operation& operation = operation_of(rounds_, stance);
            if (rounds_[stance.round].party != side || operation.op == Op::note) continue;
            before = last;
            last = &operation;
            round = stance.round;
        }
        return before != nullptr && round == rounds_of(side).back() && !says_the_same(*before, *last);
    }

    /// A side that asked for something here, and did not give it up, sends a later proposal without it.
    bool falls_silent(const Subject& subject, Side side) const {
        std::optional<std::uint32_t> last;
        for (const Stance& stance : subject.stances)
            if (rounds_[stance.round].party == side) last = stance.round;
        if (!last) return false;
        // What the other side agrees to since need not be said again.
        const Stance& latest = subject.stances.back();
        if (latest.round > *last && operation_of(rounds_, latest).acceptance) return false;
        for (const Stance& stance : subject.stances)
            if (stance.round == *last && standing_of(operation_of(rounds_, stance).status) == Standing::closed)
                return false;
        for (std::uint32_t round = *last + 1; round < rounds_.size(); ++round)
            if (rounds_[round].party == side && !lists_agreements_only(rounds_[round])) return true;
        return false;
    }

    /// A sheet of what is agreed says nothing of what is still open.
    static bool lists_agreements_only(const Proposal& proposal) {
        return std::all_of(proposal.operations.begin(), proposal.operations.end(), [](const Operation& operation) {
            return !is_about_a_subject(operation) || is_agreed(operation);
        });
    }

    const std::vector<Proposal>& rounds_;
    Ledger ledger_;
};

/// What an operation says in a few words: "“one dollar” → “two dollars”".
std::string said(const Operation& operation) {
    constexpr std::size_t most = 160;  // bytes of a text
    std::string out;
    if (!operation.struck_text.empty()) out = "strike “" + first_words(operation.struck_text, most) + "”";
    if (!operation.inserted_text.empty())
        out += (out.empty() ? "“" : " → “") + first_words(operation.inserted_text, most) + "”";
    return out.empty() ? asked_words(operation) : out;
}

std::string last_of(const std::vector<Proposal>& rounds, const Subject& subject, Side side) {
    for (auto stance = subject.stances.rbegin(); stance != subject.stances.rend(); ++stance)
        if (rounds[stance->round].party == side)
            return said(operation_of(rounds, *stance)) + " (" + stance_words(rounds, subject, *stance) + ")";
    return {};
}

std::string money_of(const Proposal& proposal, const Operation& operation) {
    std::string out;
    for (const MoneyChange& money : operation.money)
        out += (out.empty() ? "" : "; ") + money_words(money, currency_of(proposal));
    return out;
}

std::string who(Side side) {
    return side == Side::company ? "the company" : side == Side::union_side ? "the union" : "another";
}

std::string news_of(const Subject& subject) {
    std::string out;
    const auto add = [&](bool holds, const std::string& words) {
        if (holds) out += (out.empty() ? "" : "; ") + words;
    };
    add(subject.reopened, "reopened after a tentative agreement");
    for (const Side side : subject.dropped) add(true, "dropped without a word by " + who(side));
    for (const Side side : subject.moved) add(true, who(side) + " moved");
    add(subject.fresh, "new in the last proposal of its side");
    add(subject.met, "both sides’ last words are the same");
    return out;
}

std::string high_flags(const Operation& operation) {
    std::string out;
    for (const Flag& flag : operation.flags)
        if (flag.severity == FlagSeverity::high) out += (out.empty() ? "" : ", ") + flag.code;
    return out;
}

std::string subject_words(const Operation& operation) {
    if (!operation.target.letter.empty()) return operation.target.letter;
    if (!operation.target.article_title.empty()) return operation.target.article_title;
    return operation.heading;
}

/// The last operation that says words; a later one may say only how the subject stands.
const Operation& last_printed(const std::vector<Proposal>& rounds, const Subject& subject) {
    for (auto stance = subject.stances.rbegin(); stance != subject.stances.rend(); ++stance)
        if (operation_of(rounds, *stance).op != Op::note) return operation_of(rounds, *stance);
    return operation_of(rounds, subject.stances.back());
}

/// How much of a round may ask for something that no row has.
std::string unread_words(const Proposal& round) {
    const std::size_t count = round.not_understood.size();
    if (count == 0) return {};
    return ", " + std::to_string(count) + (count == 1 ? " stretch" : " stretches") + " not understood";
}

bool has_unknown_party(const std::vector<Proposal>& rounds) {
    return std::any_of(rounds.begin(), rounds.end(), [](const Proposal& one) { return one.party == Side::neither; });
}

std::vector<std::string> row_of(const std::vector<Proposal>& rounds, const Subject& subject) {
    const Operation& last = *last_word(rounds, subject, false);
    const Stance* agreed = last_stance(rounds, subject, true);
    const bool is_open = !is_agreed(last);
    const bool has_words = agreed != nullptr && words_of(rounds, subject, *agreed).op != Op::note;
    const Operation& shown = has_words && !is_open ? words_of(rounds, subject, *agreed) : last_printed(rounds, subject);
    std::vector<std::string> row = {target_words(shown.target),
                                    subject_words(shown),
                                    std::string(op_name(shown.op)) + " " + std::string(unit_name(shown.unit)),
                                    last_of(rounds, subject, Side::company),
                                    last_of(rounds, subject, Side::union_side),
                                    std::string(status_name(last.status)),
                                    agreed != nullptr ? operation_of(rounds, *agreed).status_date : "",
                                    news_of(subject),
                                    shown.condition,
                                    last.status == Status::package ? "package" : "",
                                    money_of(rounds[last_stance(rounds, subject, false)->round], last),
                                    high_flags(last)};
    if (has_unknown_party(rounds)) row.insert(row.begin() + 5, last_of(rounds, subject, Side::neither));
    return row;
}

}  // namespace

const Operation& operation_of(const std::vector<Proposal>& rounds, const Stance& stance) {
    return rounds[stance.round].operations[stance.operation];
}

std::vector<Proposal> in_order_of_dates(std::vector<Proposal> proposals) {
    // A date that is not known stands for the one before it.
    std::vector<std::pair<std::string, std::size_t>> order;
    std::string known;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        if (!proposals[i].date.empty()) known = proposals[i].date;
        order.emplace_back(known, i);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    std::vector<Proposal> out;
    for (const auto& [date, i] : order) out.push_back(std::move(proposals[i]));
    return out;
}

Ledger build_ledger(const std::vector<Proposal>& rounds) {
    return Alignment(rounds).run();
}

const Operation& words_of(const std::vector<Proposal>& rounds, const Subject& subject, const Stance& stance) {
    return operation_of(rounds, stance.accepts == none ? stance : subject.stances[stance.accepts]);
}

namespace {

/// The last stance; where a side gives up there what it asked for, and the other one asks for something else, that
/// one's.
const Stance* deciding_stance(const std::vector<Proposal>& rounds, const Subject& subject) {
    if (subject.stances.empty()) return nullptr;
    const Stance& last = subject.stances.back();
    if (operation_of(rounds, last).status != Status::withdrawn) return &last;
    for (auto stance = subject.stances.rbegin(); stance != subject.stances.rend(); ++stance) {
        if (rounds[stance->round].party == rounds[last.round].party) continue;
        const Operation& other = operation_of(rounds, *stance);
        return other.op != Op::note && standing_of(other.status) == Standing::asked ? &*stance : &last;
    }
    return &last;
}

}  // namespace

const Stance* last_stance(const std::vector<Proposal>& rounds, const Subject& subject, bool agreed) {
    if (!agreed) return deciding_stance(rounds, subject);
    const Stance* note = nullptr;  // that it is agreed, without the words
    bool reopened = false;         // other words were asked for before that
    for (auto stance = subject.stances.rbegin(); stance != subject.stances.rend(); ++stance) {
        const Operation& operation = operation_of(rounds, *stance);
        const bool has_words = words_of(rounds, subject, *stance).op != Op::note;
        if (is_agreed(operation) && has_words) {
            const bool same_day = note != nullptr && operation_of(rounds, *note).status_date == operation.status_date;
            return note != nullptr && reopened && !(same_day && !operation.status_date.empty()) ? note : &*stance;
        }
        if (!is_agreed(operation)) reopened = reopened || (note != nullptr && operation.op != Op::note);
        if (is_agreed(operation) && note == nullptr) note = &*stance;
    }
    return note;
}

const Operation* last_word(const std::vector<Proposal>& rounds, const Subject& subject, bool agreed) {
    const Stance* stance = last_stance(rounds, subject, agreed);
    return stance == nullptr ? nullptr : &operation_of(rounds, *stance);
}

std::string round_words(const Proposal& proposal, std::size_t round) {
    std::string out(side_name(proposal.party));
    if (out.empty()) out = "round " + std::to_string(round + 1);
    return proposal.date.empty() ? out : out + ", " + proposal.date;
}

std::string stance_words(const std::vector<Proposal>& rounds, const Subject& subject, const Stance& stance) {
    std::string out = round_words(rounds[stance.round], stance.round) + ", item " + operation_of(rounds, stance).id;
    if (stance.accepts != none) out += ", accepting " + stance_words(rounds, subject, subject.stances[stance.accepts]);
    return out;
}

Sheet ledger_sheet(const std::vector<Proposal>& rounds, const Ledger& ledger) {
    Sheet sheet;
    sheet.format = "stet-ledger/1";
    sheet.title = "Ledger of " + std::to_string(rounds.size()) + (rounds.size() == 1 ? " proposal" : " proposals");
    for (std::size_t i = 0; i < rounds.size(); ++i)
        sheet.lines.push_back("Round " + std::to_string(i + 1) + ": " + round_words(rounds[i], i) + ", " +
                              rounds[i].document.source.name() + unread_words(rounds[i]));
    SheetTable table{"subjects",
                     "Subjects",
                     {{"place", "Place", true},
                      {"subject", "Subject", true},
                      {"operation", "Operation"},
                      {"company_last", "The company's last"},
                      {"union_last", "The union's last"},
                      {"status", "Status"},
                      {"ta_date", "TA date"},
                      {"news", "Since the last round"},
                      {"condition", "Condition"},
                      {"package", "Package"},
                      {"money", "Money"},
                      {"flags", "Flags"}},
                     {},
                     "Nothing is asked for."};
    if (has_unknown_party(rounds)) {
        table.columns.insert(table.columns.begin() + 5, {"other_last", "Last, by another"});
        sheet.lines.push_back(
            "Some proposals are by neither party, or by one that is not known: it can be given, one for each "
            "proposal.");
    }
    std::vector<const Subject*> order;
    for (const Subject& subject : ledger.subjects) order.push_back(&subject);
    const auto key = [&](const Subject* subject) {
        const Operation& last = *last_word(rounds, *subject, false);
        const bool withdrawn = last.status == Status::withdrawn;
        return std::tuple(is_agreed(last), withdrawn, is_agreed(last) ? last.status_date : "");
    };
    std::stable_sort(order.begin(), order.end(), [&](const Subject* x, const Subject* y) { return key(x) < key(y); });
    std::size_t agreed = 0;
    std::size_t withdrawn = 0;
    for (const Subject* subject : order) {
        table.rows.push_back(row_of(rounds, *subject));
        const Operation& last = *last_word(rounds, *subject, false);
        agreed += is_agreed(last) ? 1 : 0;
        withdrawn += last.status == Status::withdrawn ? 1 : 0;
    }
    sheet.lines.push_back(std::to_string(order.size()) + (order.size() == 1 ? " subject: " : " subjects: ") +
                          std::to_string(order.size() - agreed - withdrawn) + " open, " + std::to_string(agreed) +
                          " tentatively agreed" +
                          (withdrawn > 0 ? ", " + std::to_string(withdrawn) + " withdrawn." : "."));
    sheet.tables.push_back(std::move(table));
    return sheet;
}

}  // namespace stet
