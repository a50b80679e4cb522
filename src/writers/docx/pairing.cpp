// Passes over one place: pairs that the redline has, equal content, then likeness between neighbours.
#include "writers/docx/pairing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "diff/sequence.hpp"
#include "text/words.hpp"
#include "writers/docx/field_signs.hpp"
#include "writers/docx/flow.hpp"
#include "writers/docx/opened_controls.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

/// Beyond this many candidates in one gap only equal content is paired there.
constexpr std::size_t most_candidates = 20'000;
/// Shared words, of all words of both: below it two paragraphs are not one that was edited.
constexpr float least_likeness = 0.4F;

void append_words(pugi::xml_node node, std::string& text) {
    for (const pugi::xml_node child : node.children()) {
        if (is(child, "w:t"))
            text += child.child_value();
        else
            append_words(child, text);
        if (is(child, "w:p")) text += '\n';
    }
}

std::vector<std::uint64_t> words_of(pugi::xml_node node) {
    std::string text;
    append_words(node, text);
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::vector<std::uint64_t> keys;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::punctuation) keys.push_back(token.key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

class Pairer {
public:
    Pairer(std::span<const Member> before, std::span<const Member> after, const Hints& hints)
        : before_(before), after_(after), hints_(hints), partner_(before.size(), unpaired_) {}

    MemberPairs pair() {
        follow_redline();
        in_gaps([&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
            pair_moved(b, b_end, a, a_end);
        });
        in_gaps([&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
            pair_equal(b, b_end, a, a_end);
        });
        in_gaps([&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
            pair_openers(b, b_end, a, a_end);
        });
        in_gaps([&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
            pair_closers(b, b_end, a, a_end);
        });
        in_gaps([&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
            pair_section_ends(b, b_end, a, a_end);
        });
        in_gaps([&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
            pair_alike(b, b_end, a, a_end);
        });
        in_gaps([&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
            if (b_end - b == 1 && a_end - a == 1 && are_like_rows(before_[b], after_[a]))
                partner_[b] = static_cast<std::uint32_t>(a);
        });
        MemberPairs out;
        for (std::uint32_t b = 0; b < before_.size(); ++b)
            if (partner_[b] != unpaired_) out.emplace_back(b, partner_[b]);
        return out;
    }

private:
    static constexpr std::uint32_t unpaired_ = 0xffffffff;

    /// Pairs that the redline has; the most of them that stand in order.
    void follow_redline() {
        std::map<Hints::Key, std::uint32_t> place;
        for (std::uint32_t a = 0; a < after_.size(); ++a) place[Hints::key(after_[a].node)] = a;
        std::vector<std::uint32_t> from;
        std::vector<std::uint32_t> to;
        for (std::uint32_t b = 0; b < before_.size(); ++b) {
            const auto known = hints_.after_of.find(Hints::key(before_[b].node));
            if (known == hints_.after_of.end()) continue;
            const auto at = place.find(known->second.front());
            if (at == place.end() || opens_field(before_[b]) != opens_field(after_[at->second]) ||
                closes_field(before_[b]) != closes_field(after_[at->second]))
                continue;
            from.push_back(b);
            to.push_back(at->second);
        }
        const std::vector<std::uint64_t> weights(to.size(), 1);
        for (const std::uint32_t i : heaviest_increasing(to, weights)) partner_[from[i]] = to[i];
        shares_rows_ = !from.empty();
    }

    /// A table none of whose rows the redline pairs is compared by its content.
    bool is_known(pugi::xml_node node) const {
        return hints_.knows(node) && (shares_rows_ || !is(node, "w:tr") || !hints_.alone.contains(Hints::key(node)));
    }

    template <typename Pass>
    void in_gaps(Pass pass) {
        std::size_t b = 0;
        std::size_t a = 0;
        for (std::size_t i = 0; i <= before_.size(); ++i) {
            if (i < before_.size() && partner_[i] == unpaired_) continue;
            const std::size_t a_end = i < before_.size() ? partner_[i] : after_.size();
            if (b < i && a < a_end) pass(b, i, a, a_end);
            b = i + 1;
            a = a_end + 1;
        }
    }

    /// What the redline does not know is paired by its content.
    bool may_pair(const Member& before, const Member& after) const {
        return !is_known(before.node) && !is_known(after.node) && !after.gone &&
               std::string_view(before.node.name()) == after.node.name();
    }

    bool are_like_rows(const Member& before, const Member& after) const {
        return may_pair(before, after) && is(before.node, "w:tr") &&
               count_cells(before.node) == count_cells(after.node);
    }

    static std::ptrdiff_t count_cells(pugi::xml_node row) {
        const auto cells = row.children("w:tc");
        return std::distance(cells.begin(), cells.end());
    }

    /// A note moves with its reference: in its own place what moved passed nothing that stays.
    void pair_moved(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        if (hints_.other_end.empty()) return;
        std::map<Hints::Key, std::size_t> place;
        for (std::size_t i = a; i < a_end; ++i) place[Hints::key(after_[i].node)] = i;
        for (; b < b_end; ++b) {
            const auto end = hints_.other_end.find(Hints::key(before_[b].node));
            const auto at = end == hints_.other_end.end() ? place.end() : place.find(Hints::key(end->second));
            if (at == place.end() || at->second < a) continue;
            partner_[b] = static_cast<std::uint32_t>(at->second);
            a = at->second + 1;
        }
    }

    void pair_equal(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        std::vector<std::uint64_t> before_keys;
        std::vector<std::uint64_t> after_keys;
        // What the redline knows is equal to nothing here.
        for (std::size_t i = b; i < b_end; ++i)
            before_keys.push_back(is_known(before_[i].node) ? 2 * i : before_[i].key | 1);
        for (std::size_t i = a; i < a_end; ++i)
            after_keys.push_back(is_known(after_[i].node) || after_[i].gone ? 2 * (i + before_.size())
                                                                            : after_[i].key | 1);
        for (const auto& [x, y] : common_subsequence(before_keys, after_keys))
            partner_[b + x] = static_cast<std::uint32_t>(a + y);
    }

    static bool opens_field(const Member& member) { return is(member.node, "w:p") && open_fields(member.node) > 0; }

    static bool closes_field(const Member& member) { return is(member.node, "w:p") && open_fields(member.node) < 0; }

    /// The first paragraphs of the same field over several (a table of contents): its begin has one place.
    void pair_openers(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        while (b < b_end && !opens_field(before_[b])) ++b;
        while (a < a_end && !opens_field(after_[a])) ++a;
        if (b < b_end && a < a_end) partner_[b] = static_cast<std::uint32_t>(a);
    }

    /// Its last paragraphs, where it begins before the gap on both sides: its end has one place, too.
    void pair_closers(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        const auto passes = [](const Member& member) { return !opens_field(member) && !closes_field(member); };
        while (b < b_end && passes(before_[b])) ++b;
        while (a < a_end && passes(after_[a])) ++a;
        if (b < b_end && a < a_end && closes_field(before_[b]) && closes_field(after_[a]))
            partner_[b] = static_cast<std::uint32_t>(a);
    }

    /// Paragraphs that end the same sections, whatever their words: a section that goes and comes would be a page more.
    void pair_section_ends(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        const auto ends_of = [](std::span<const Member> members, std::size_t begin, std::size_t end) {
            std::vector<std::size_t> out;
            for (; begin < end; ++begin)
                if (is(members[begin].node, "w:p") && ends_section(members[begin].node)) out.push_back(begin);
            return out;
        };
        const std::vector<std::size_t> old_ends = ends_of(before_, b, b_end);
        const std::vector<std::size_t> new_ends = ends_of(after_, a, a_end);
        if (old_ends.size() != new_ends.size()) return;
        for (std::size_t i = 0; i < old_ends.size(); ++i)
            if (end_same_section(before_[old_ends[i]].node, after_[new_ends[i]].node))
                partner_[old_ends[i]] = static_cast<std::uint32_t>(new_ends[i]);
    }

    bool end_same_section(pugi::xml_node before, pugi::xml_node after) const {
        const auto moves = [&](pugi::xml_node node) { return hints_.other_end.contains(Hints::key(node)); };
        return !moves(before) && !moves(after) && section_form(before) == section_form(after);
    }

    /// A section's properties, its headers and footers aside.
    static std::string section_form(pugi::xml_node paragraph) {
        std::string out;
        for (const pugi::xml_node child : paragraph.child("w:pPr").child("w:sectPr").children())
            if (!is(child, "w:headerReference") && !is(child, "w:footerReference")) append_xml(out, child);
        return out;
    }

    float likeness(std::size_t b, std::size_t a) const {
        const std::vector<std::uint64_t>& x = words_before_[b];
        const std::vector<std::uint64_t>& y = words_after_[a];
        if (x.empty() || y.empty()) return x.empty() && y.empty() ? least_likeness : 0;
        std::vector<std::uint64_t> shared;
        std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
        return 2.0F * static_cast<float>(shared.size()) / static_cast<float>(x.size() + y.size());
    }

    /// The in-order pairs of a gap with the most likeness together. Tables, cells and content controls of one gap are
    /// each other's whatever they hold.
    void pair_alike(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        const std::size_t rows = b_end - b;
        const std::size_t columns = a_end - a;
        if (rows * columns > most_candidates) return;
        words_before_.assign(rows, {});
        words_after_.assign(columns, {});
        for (std::size_t i = 0; i < rows; ++i) words_before_[i] = words_of(before_[b + i].node);
        for (std::size_t i = 0; i < columns; ++i) words_after_[i] = words_of(after_[a + i].node);
        const auto at = [&](std::size_t i, std::size_t k) { return i * (columns + 1) + k; };
        std::vector<float> best((rows + 1) * (columns + 1), 0);
        std::vector<float> score((rows + 1) * (columns + 1), 0);
        for (std::size_t i = rows; i-- > 0;) {
            for (std::size_t k = columns; k-- > 0;) {
                score[at(i, k)] = score_of(b + i, i, a + k, k);
                best[at(i, k)] = std::max(best[at(i + 1, k)], best[at(i, k + 1)]);
                if (score[at(i, k)] > 0)
                    best[at(i, k)] = std::max(best[at(i, k)], best[at(i + 1, k + 1)] + score[at(i, k)]);
            }
        }
        for (std::size_t i = 0, k = 0; i < rows && k < columns;) {
            if (score[at(i, k)] > 0 && best[at(i, k)] == best[at(i + 1, k + 1)] + score[at(i, k)])
                partner_[b + i++] = static_cast<std::uint32_t>(a + k++);
            else if (best[at(i, k)] == best[at(i + 1, k)])
                ++i;
            else
                ++k;
        }
    }

    float score_of(std::size_t b, std::size_t row, std::size_t a, std::size_t column) const {
        if (!may_pair(before_[b], after_[a])) return 0;
        const float alike = likeness(row, column);
        const std::string_view name = before_[b].node.name();
        if (name == "w:tbl" || name == "w:tc" || name == "w:sdt") return alike + 0.1F;
        return alike < least_likeness ? 0 : alike;
    }

    std::span<const Member> before_;
    std::span<const Member> after_;
    const Hints& hints_;
    std::vector<std::uint32_t> partner_;  ///< by before-member
    bool shares_rows_ = false;
    std::vector<std::vector<std::uint64_t>> words_before_;
    std::vector<std::vector<std::uint64_t>> words_after_;
};

}  // namespace

bool is_member(std::string_view name) {
    static constexpr std::array<std::string_view, 6> names = {"w:p", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:customXml"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Member> members(pugi::xml_node parent, PackageSide& side, Story& story,
                            const std::unordered_set<Hints::Key>& opened) {
    std::vector<Member> out;
    const auto add = [&](pugi::xml_node child) {
        if (is_member(child.name()))
            out.push_back({child,
                           mix(mix(content_key(child, side, story), ends_section(child) ? 1 : 0),
                               static_cast<std::uint64_t>(open_fields(child))),
                           side.keeps_revisions() && is_deleted_whole(child, side, story)});
    };
    for (const pugi::xml_node child : parent.children()) {
        if (!opened.contains(Hints::key(child))) {
            add(child);
            continue;
        }
        for (const pugi::xml_node inner : content_of(child).children()) add(inner);
    }
    return out;
}

MemberPairs pair_members(std::span<const Member> before, std::span<const Member> after, const Hints& hints) {
    return Pairer(before, after, hints).pair();
}

}  // namespace stet::docx
