// Puts the type of each value in its place among the words of a block.
#include "diff/value_frame.hpp"

#include <algorithm>
#include <string_view>

#include "text/letters.hpp"

namespace stet {

namespace {

/// Sums, percents and dates: what a paragraph of a list sets.
bool is_term(const Quantity& value) {
    return value.type == QuantityType::money || value.type == QuantityType::percent || value.type == QuantityType::date;
}

/// Whether a bare number names something: a word with a capital stands before it, and no sentence begins with that.
bool is_name(std::string_view text, const Quantity& value) {
    if (value.type != QuantityType::count || !value.unit.empty() || value.weak) return false;
    std::size_t end = value.span.begin;
    while (end > 0 && is_blank(text[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    if (begin == end || begin == value.span.begin || text[begin] < 'A' || text[begin] > 'Z') return false;
    while (begin > 0 && is_blank(text[begin - 1])) --begin;
    return begin > 0 && (text[begin - 1] == ',' || text[begin - 1] == '(' || is_letter(text[begin - 1]));
}

/// The numbers that name something in a text, and its sums, percents and dates.
struct Numbers {
    std::vector<Quantity> names;
    std::vector<Quantity> terms;
};

Numbers numbers_of(const Document& document, BlockId block) {
    Numbers out;
    const std::string& text = document.blocks[block].text;
    for (Quantity& value : find_quantities(text, document.reference_nouns)) {
        if (is_name(text, value))
            out.names.push_back(std::move(value));
        else if (is_term(value))
            out.terms.push_back(std::move(value));
    }
    return out;
}

bool have_common(const std::vector<Quantity>& x, const std::vector<Quantity>& y) {
    return std::find_first_of(x.begin(), x.end(), y.begin(), y.end(), [](const Quantity& p, const Quantity& q) {
               return p.type == q.type && p.amount == q.amount && p.iso == q.iso;
           }) != x.end();
}

}  // namespace

std::uint64_t ValueFrame::key() const {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : words) hash = mix(hash, word);
    return hash;
}

ValueFrame value_frame(const Document& document, BlockId block, const std::vector<Quantity>& values) {
    std::vector<Token> tokens;
    compared_tokens(document, block, tokens);
    ValueFrame frame;
    auto value = values.begin();
    const auto put_value = [&] { frame.words.push_back(static_cast<std::uint64_t>((value++)->type)); };
    for (const Token& token : tokens) {
        while (value != values.end() && value->span.end <= token.text.begin) put_value();
        const bool in_value = value != values.end() && value->span.begin < token.text.end;
        if (in_value || token.kind == TokenKind::punctuation) continue;
        frame.words.push_back(token.key);
        ++frame.around;
    }
    while (value != values.end()) put_value();
    return frame;
}

ValueFrame frame_of_terms(const Document& document, BlockId block) {
    const std::string& text = document.blocks[block].text;
    if (std::none_of(text.begin(), text.end(), is_digit)) return {};
    std::vector<Quantity> values = find_quantities(text);
    std::erase_if(values, [](const Quantity& value) { return !is_term(value); });
    return values.empty() ? ValueFrame{} : value_frame(document, block, values);
}

bool are_numbered_otherwise(const Document& before, BlockId b, const Document& after, BlockId a) {
    const Numbers x = numbers_of(before, b);
    const Numbers y = numbers_of(after, a);
    if (x.names.empty() || y.names.empty() || x.terms.empty() || y.terms.empty()) return false;
    return !have_common(x.names, y.names) && !have_common(x.terms, y.terms);
}

}  // namespace stet
