// Verbs, ends and joints of clauses.
#include "proposal/clause_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "proposal/letters.hpp"
#include "proposal/target.hpp"

namespace stet {

namespace {

bool is_joint(const PhrasedText& text, std::size_t at) {
    return text.is_mark(at, ",") || text.is_mark(at, "&") || text.is_word(at, "and") || text.is_word(at, "then") ||
           text.is_word(at, "also");
}

std::size_t skip_joints(const PhrasedText& text, std::size_t at, std::size_t end) {
    while (at < end && is_joint(text, at)) ++at;
    return at;
}

/// What a verb works on stands right behind it.
bool has_object(const PhrasedText& text, std::size_t at, std::size_t end) {
    if (at >= end) return false;
    if (text.is_mark(at, ":") || text.at(at).shape == TokenShape::quoted) return true;
    for (const WordClass words :
         {WordClass::following, WordClass::rest, WordClass::provisions, WordClass::at_end, WordClass::at_start})
        if (text.has(at, words)) return true;
    if (text.is_word(at, "the") && at + 1 < end && text.at(at + 1).shape != TokenShape::quoted) {
        const auto noun = text.find(at + 1, WordClass::words);
        if (noun && at + 1 + noun->size < end && text.at(at + 1 + noun->size).shape == TokenShape::quoted) return true;
    }
    // "add to 7.2: “…”"
    if (text.is_word(at, "to") || text.is_word(at, "in") || text.is_word(at, "into"))
        if (const auto place = parse_place(text, at + 1, end); place && place->has_label())
            return text.is_mark(place->end, ":") ||
                   (place->end < end && text.at(place->end).shape == TokenShape::quoted);
    return parse_place(text, at, end).has_value();
}

}  // namespace

std::optional<FoundVerb> verb_at(const PhrasedText& text, std::size_t at) {
    static constexpr std::array verbs = {
        std::pair{WordClass::remove, Verb::remove},     std::pair{WordClass::add, Verb::add},
        std::pair{WordClass::replace, Verb::replace},   std::pair{WordClass::modify, Verb::modify},
        std::pair{WordClass::change, Verb::change},     std::pair{WordClass::move, Verb::move},
        std::pair{WordClass::renumber, Verb::renumber}, std::pair{WordClass::keep, Verb::keep},
        std::pair{WordClass::join, Verb::join},         std::pair{WordClass::ends, Verb::remove}};
    static const ClassSet any_verb = [] {
        ClassSet set;
        for (const auto& [words, verb] : verbs) set.set(static_cast<std::size_t>(words));
        return set;
    }();
    std::optional<FoundVerb> best;
    if (!text.has_any(at, any_verb)) return best;
    for (const auto& [words, verb] : verbs) {
        const auto match = text.find(at, words);
        if (match && (!best || match->size > best->size)) best = FoundVerb{verb, match->size};
    }
    return best;
}

bool ends_clause(const PhrasedText& text, std::size_t at, std::size_t end) {
    if (text.is_mark(at, ";")) return true;
    if (!text.is_mark(at, ".")) return false;
    // "Martin Luther King Jr. Day"
    if (at > 0 && at + 1 < end && text.has(at - 1, WordClass::abbreviated) && !verb_at(text, at + 1) &&
        is_upper(text.text()[text.at(at + 1).span.begin]))
        return false;
    return at + 1 >= end || text.at(at + 1).span.begin > text.at(at).span.end;
}

std::optional<std::size_t> pair_at(const PhrasedText& text, std::size_t at, std::size_t end, Verb verb) {
    const std::size_t quoted = skip_joints(text, at, end);
    if (quoted + 2 >= end || text.at(quoted).shape != TokenShape::quoted) return std::nullopt;
    std::size_t next = quoted + 1;
    const auto with = text.find(next, WordClass::with);
    if (with)
        next += with->size;
    else if (verb == Verb::change && text.is_word(next, "to"))
        ++next;
    else if (const auto place = verb == Verb::add ? text.find(next, WordClass::after) : std::nullopt)
        next += place->size;
    else if (const auto before = verb == Verb::add ? text.find(next, WordClass::before) : std::nullopt)
        next += before->size;
    else
        return std::nullopt;
    return next < end && text.at(next).shape == TokenShape::quoted ? std::optional(quoted) : std::nullopt;
}

std::optional<std::size_t> value_pair_at(const PhrasedText& text, std::size_t at, std::size_t end) {
    constexpr std::size_t most_words = 10;  // of what has the value
    const std::size_t begin = skip_joints(text, at, end);
    const bool behind_semicolon = at > 0 && text.is_mark(at - 1, ";");  // "…; to 6 % effective July 1"
    for (std::size_t i = begin; i < std::min(end, begin + most_words); ++i) {
        const bool from = text.is_word(i, "from");
        if (from || text.is_word(i, "to")) {
            std::size_t value = i + 1;
            for (std::size_t to = value; from && to < std::min(end, i + most_words); ++to)
                if (text.is_word(to, "to")) value = to + 1;
            const bool told = value < end && text.at(value).shape == TokenShape::figure &&
                              (!from || (value > i + 1 && text.at(i + 1).shape == TokenShape::figure));
            return told && (i > begin || (!from && (begin > at || behind_semicolon))) ? std::optional(begin)
                                                                                      : std::nullopt;
        }
        if (text.at(i).shape == TokenShape::quoted || ends_clause(text, i, end) || verb_at(text, i) ||
            text.has(i, WordClass::condition) || text.is_mark(i, ":") || text.has(i, WordClass::passive))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::size_t> joined_verb_at(const PhrasedText& text, std::size_t at, std::size_t end) {
    std::size_t next = skip_joints(text, at, end);
    if (next == at) return std::nullopt;
    if (text.is_word(next, "by") || (text.is_word(next, "to") && verb_at(text, next + 1))) ++next;
    // "…, and in Section 5 change …"
    if (text.is_word(next, "in") || text.is_word(next, "at"))
        if (const auto place = parse_place(text, next + 1, end)) {
            const std::size_t behind = place->end + (text.is_mark(place->end, ",") ? 1 : 0);
            if (verb_at(text, behind)) next = behind;
        }
    const auto verb = verb_at(text, next);
    if (!verb || verb->verb == Verb::keep || !has_object(text, next + verb->size, end)) return std::nullopt;
    return next;
}

std::size_t title_end(const PhrasedText& text, std::size_t at, std::size_t end) {
    constexpr std::size_t longest_title = 14;
    const std::size_t last = std::min(end, at + longest_title);
    if (text.is_mark(at, "(")) {
        for (std::size_t i = at + 1; i < last; ++i)
            if (text.is_mark(i, ")")) return i + 1;
        return at;
    }
    const bool parted = text.is_mark(at, ",") || text.is_mark(at, "-");
    if (!parted || at + 1 >= end) return at;
    std::size_t i = at + 1;
    std::size_t titled = at;
    for (; i < last && text.at(i).shape == TokenShape::word; ++i) {
        const char first = text.text()[text.at(i).span.begin];
        const bool capital = first >= 'A' && first <= 'Z';
        if (!capital && !text.has(i, WordClass::connective)) break;
        if (capital) titled = i + 1;
    }
    const bool closes =
        titled >= end || text.is_mark(titled, ",") || ends_clause(text, titled, end) ||
        (text.is_mark(titled, ":") && titled + 1 < end && text.at(titled + 1).shape == TokenShape::quoted);
    return closes && titled > at + 1 ? titled + (text.is_mark(titled, ",") ? 1 : 0) : at;
}

std::optional<Span> unread_words(const PhrasedText& text, std::size_t at) {
    if (text.at(at).shape == TokenShape::mark || text.has(at, WordClass::connective)) return std::nullopt;
    for (const WordClass noun : {WordClass::words, WordClass::list_item, WordClass::table, WordClass::sentence})
        if (text.has(at, noun)) return std::nullopt;
    return text.at(at).span;
}

bool reads_as_instruction(std::string_view text, const PhraseBook& book) {
    constexpr std::size_t near = 5;       // tokens in which a verb in capitals opens the sentence, a number in front
    constexpr std::size_t longest = 400;  // bytes
    const auto asks = [](const FoundVerb& verb) {
        return verb.verb == Verb::remove || verb.verb == Verb::add || verb.verb == Verb::replace ||
               verb.verb == Verb::modify || verb.verb == Verb::renumber || verb.verb == Verb::move;
    };
    const PhrasedText phrased(text.substr(0, longest), book);
    bool place = false;
    for (std::size_t i = 0; i < phrased.size() && !ends_clause(phrased, i, phrased.size()); ++i) {
        const auto verb = verb_at(phrased, i);
        const bool capital = is_upper(phrased.text_of(i, i + 1).front());
        const bool opens = i == 0 || (i < near && capital && phrased.at(i - 1).shape != TokenShape::word);
        if (verb && asks(*verb) && opens) return true;
        // "the third sub-paragraph to be deleted"
        const auto passive = phrased.find(i, WordClass::passive);
        const auto done = passive && place ? verb_at(phrased, i + passive->size) : std::nullopt;
        if (done && asks(*done)) return true;
        const auto named = place ? std::nullopt : parse_place(phrased, i, phrased.size());
        place = place || (named && (named->has_label() || named->units.front().ordinal != 0));
    }
    return false;
}

}  // namespace stet
