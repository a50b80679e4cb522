// Counts lists as Word does.
#include "readers/docx/list_labels.hpp"

#include <algorithm>

#include "readers/docx/number_format.hpp"

namespace stet {

namespace {

constexpr std::int64_t largest_count = 10'000'000;
constexpr std::size_t longest_label = 256;  ///< bytes; w:lvlText has no limit of its own

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// The level, from 0, that "%3" at `at` stands for; none where no digit from 1 to 9 follows.
std::optional<std::size_t> placeholder_at(std::string_view text, std::size_t at) {
    if (text[at] != '%' || at + 1 >= text.size() || text[at + 1] < '1' || text[at + 1] > '9') return std::nullopt;
    return static_cast<std::size_t>(text[at + 1] - '1');
}

std::size_t count_placeholders(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) count += placeholder_at(text, at).has_value() ? 1 : 0;
    return count;
}

/// How a number of this format looks in a level's label: a legal one has digits, those with a zero before them as they
/// are.
std::string_view format_in(const ListLevel& level, std::string_view format) {
    return level.legal && format != "decimalZero" && format != "none" ? "decimal" : format;
}

std::string trimmed(std::string text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

ListSign sign_of(const ListLevel& level) {
    if (trimmed(level.text).empty() || (level.format == "none" && count_placeholders(level.text) == 0 &&
                                        std::none_of(level.text.begin(), level.text.end(), is_letter)))
        return ListSign::nothing;
    if (level.format == "bullet") return ListSign::bullet;
    const bool words = std::any_of(level.text.begin(), level.text.end(), is_letter);
    const bool spelled = level.format.ends_with("Text");
    return !words && !spelled && count_placeholders(level.text) == 1 ? ListSign::item : ListSign::unit;
}

}  // namespace

ListMember list_member(const ListDefinitions& numbering, const Styles& styles, const std::optional<ListPlace>& own,
                       std::string_view style_id) {
    const Style& style = styles.paragraph(style_id);
    ListPlace place = own.value_or(ListPlace{});
    const bool from_style = place.list.empty() && style.list.has_value();
    if (from_style) place.list = style.list->list;
    ListMember out;
    out.id = place.list;
    out.list = numbering.find(place.list);
    if (out.list == nullptr) return out;
    if (place.level) {
        out.level = *place.level;
    } else if (from_style) {
        out.level = style.list->level.value_or(0);
        for (int level = 0; level < list_levels; ++level) {
            const std::string& owner = out.list->levels[static_cast<std::size_t>(level)]->style;
            if (!owner.empty() && (owner == style_id || owner == style.id || owner == style.list_style)) {
                out.level = level;
                if (owner == style.id) break;
            }
        }
    }
    out.level = std::clamp(out.level, 0, list_levels - 1);
    return out;
}

std::string ListLabels::count(const ListMember& place, Face face) {
    const List& list = *place.list;
    const auto side = static_cast<std::size_t>(face);
    const auto level = static_cast<std::size_t>(place.level);
    Counters& counters = counters_[side][list.counters];
    std::array<bool, list_levels>& begun = begun_[side][place.id];
    if (!begun[level] && list.restarts[level]) {
        counters.value[level] = *list.restarts[level];
    } else {
        counters.value[level] = counters.used[level] ? counters.value[level] + 1 : list.levels[level]->start;
    }
    counters.value[level] = std::min(counters.value[level], largest_count);
    // A level above that no paragraph stands in yet is at its start, and goes on from there.
    for (std::size_t above = 0; above < level; ++above)
        if (!counters.used[above]) {
            counters.value[above] = list.levels[above]->start;
            counters.used[above] = true;
        }
    begun[level] = counters.used[level] = true;
    for (std::size_t deeper = level + 1; deeper < counters.used.size(); ++deeper) {
        const std::optional<int> restart = list.levels[deeper]->restart;
        const bool anew = !restart || (*restart > 0 && static_cast<int>(level) < *restart);
        if (anew) counters.used[deeper] = false;
    }
    std::string out;
    const std::string& text = list.levels[level]->text;
    for (std::size_t at = 0; at < text.size() && out.size() < longest_label; ++at) {
        const std::optional<std::size_t> other = placeholder_at(text, at);
        if (!other) {
            out.push_back(text[at]);
            continue;
        }
        ++at;
        if (*other > level) continue;
        out += format_number(counters.value[*other], format_in(*list.levels[level], list.levels[*other]->format));
    }
    return trimmed(std::move(out));
}

ListLabel ListLabels::next(const NumberedBy& before, const NumberedBy& after, PresentIn present) {
    ListLabel label;
    const ListMember was = list_member(numbering_, styles_, before.own, before.style);
    const ListMember is = list_member(numbering_, styles_, after.own, after.style);
    const ListMember& shown = is.list != nullptr ? is : was;
    if (shown.list == nullptr) return label;
    label.level = shown.level;
    label.sign = sign_of(*shown.list->levels[static_cast<std::size_t>(shown.level)]);
    if (was.list != nullptr && present.before) label.before = count(was, Face::before);
    if (is.list != nullptr && present.after) label.after = count(is, Face::after);
    if (label.sign == ListSign::nothing || label.sign == ListSign::bullet) label.before = label.after = {};
    return label;
}

}  // namespace stet
