// Text and file side by side: what the text does not have is a sign, an element, an escape or white space.
#include "document/source_map.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "text/characters.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_entity = 32;

/// Signs of the formats that stand between words and are none.
bool is_sign(char c) {
    return std::string_view("*_~`\\#>|+-=:[]{}()^!").find(c) != std::string_view::npos;
}

/// The character that an entity at the beginning of `text` stands for, and its bytes.
std::optional<std::pair<char32_t, std::size_t>> entity(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char32_t>, 22> names = {
        {{"amp", U'&'},   {"lt", U'<'},    {"gt", U'>'},    {"quot", U'"'},    {"apos", U'\''},  {"nbsp", U'\u00a0'},
         {"sect", U'§'},  {"para", U'¶'},  {"ndash", U'–'}, {"mdash", U'—'},   {"lsquo", U'‘'},  {"rsquo", U'’'},
         {"ldquo", U'“'}, {"rdquo", U'”'}, {"bull", U'•'},  {"middot", U'·'},  {"hellip", U'…'}, {"frac12", U'½'},
         {"cent", U'¢'},  {"copy", U'©'},  {"reg", U'®'},   {"shy", U'\u00ad'}}};
    const std::size_t end = text.substr(0, longest_entity).find(';');
    if (end == std::string_view::npos || end < 2) return std::nullopt;
    const std::string_view name = text.substr(1, end - 1);
    if (name[0] != '#') {
        for (const auto& [known, code] : names)
            if (known == name) return std::pair{code, end + 1};
        return std::nullopt;
    }
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    char32_t code = 0;
    for (const char c : name.substr(hexadecimal ? 2 : 1)) {
        const char low = static_cast<char>(c | 0x20);
        const int digit = c >= '0' && c <= '9'                      ? c - '0'
                          : hexadecimal && low >= 'a' && low <= 'f' ? low - 'a' + 10
                                                                    : -1;
        if (digit < 0 || code > 0x10ffff) return std::nullopt;
        code = code * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
    }
    return std::pair{code, end + 1};
}

/// Lays a block's text over its bytes from left to right.
class Walk {
public:
    Walk(std::string_view text, std::string_view file) : text_(text), file_(file), bytes_(text.size()) {}

    /// Goes over text[within), which stands in file[from, to); false where it does not.
    bool take(Span within, std::uint32_t from, std::uint32_t to) {
        at_ = std::max(at_, from);
        end_ = to;
        for (std::uint32_t i = within.begin; i < within.end;) {
            const std::uint32_t size = is_space(text_[i]) ? 1 : utf8::decode(text_, i).size;
            const std::optional<Span> found = is_space(text_[i]) ? blank(text_[i]) : character(i, size);
            if (!found) return false;
            for (std::uint32_t k = 0; k < size; ++k) bytes_[i + k] = *found;
            at_ = found->end;
            i += size;
        }
        return true;
    }

    std::vector<Span> bytes() { return std::move(bytes_); }
    std::uint32_t reached() const { return at_; }

private:
    /// White space: that of the file, an element that breaks the line, or nothing where a border of cells parts words.
    std::optional<Span> blank(char c) {
        for (std::uint32_t at = at_; at < end_ && c != '\t';) {
            if (is_space(file_[at])) return Span{at, at + 1};
            const std::uint32_t next = behind_sign(at);
            if (next == at) break;
            at = next;
        }
        return Span{at_, at_};
    }

    std::optional<Span> character(std::uint32_t i, std::uint32_t size) {
        const std::string_view wanted = text_.substr(i, size);
        for (std::uint32_t at = at_; at < end_;) {
            const auto found = file_[at] == '&' ? entity(file_.substr(at, end_ - at)) : std::nullopt;
            const std::uint32_t behind = at + (found ? static_cast<std::uint32_t>(found->second) : 0);
            if (found && found->first == utf8::decode(wanted, 0).code) return Span{at, behind};
            if (file_.substr(at, size) == wanted) {
                const bool escaped = at > at_ && file_[at - 1] == '\\';
                return Span{escaped ? at - 1 : at, at + size};
            }
            if (found) {
                if (found->first != U'\u00a0' && found->first != U'\u00ad') return std::nullopt;
                at = behind;
                continue;
            }
            const std::uint32_t next = is_space(file_[at]) ? at + 1 : behind_sign(at);
            if (next == at) return std::nullopt;
            at = next;
        }
        return std::nullopt;
    }

    /// Behind the sign, element or address at `at`; `at` itself where there is none.
    std::uint32_t behind_sign(std::uint32_t at) const {
        if (file_[at] == '<') {
            const bool comment = file_.substr(at).starts_with("<!--");
            const std::size_t close = file_.find(comment ? "-->" : ">", at);
            if (close == std::string_view::npos || close >= end_) return at;
            return static_cast<std::uint32_t>(close) + (comment ? 3 : 1);
        }
        if (file_.substr(at).starts_with("](")) {
            const std::size_t close = file_.find(')', at);
            if (close != std::string_view::npos && close < end_) return static_cast<std::uint32_t>(close) + 1;
        }
        if (static_cast<unsigned char>(file_[at]) >= 0x80) {  // a bullet
            const utf8::Decoded sign = utf8::decode(file_, at);
            return utf8::is_word_character(sign.code) ? at : at + sign.size;
        }
        return is_sign(file_[at]) ? at + 1 : at;
    }

    std::string_view text_;
    std::string_view file_;
    std::vector<Span> bytes_;
    std::uint32_t at_ = 0;
    std::uint32_t end_ = 0;
};

/// Lays one block over its fragments from `from` on; gives where it ends in the file.
std::optional<std::uint32_t> take_block(const Document& document, BlockId id, std::uint32_t from,
                                        std::vector<Span>& bytes) {
    const Block& block = document.blocks[id];
    Walk walk(block.text, document.source.text());
    const auto size = static_cast<std::uint32_t>(block.text.size());
    for (std::size_t i = 0; i < block.fragments.size(); ++i) {
        const Fragment& fragment = block.fragments[i];
        const std::uint32_t end = i + 1 < block.fragments.size() ? block.fragments[i + 1].text : size;
        if (fragment.text > end || end > size) return std::nullopt;
        const std::uint32_t begin = i == 0 ? std::max(from, fragment.source.begin) : fragment.source.begin;
        if (!walk.take({fragment.text, end}, begin, fragment.source.end)) return std::nullopt;
    }
    if (block.fragments.empty()) return std::nullopt;
    bytes = walk.bytes();
    return walk.reached();
}

}  // namespace

bool share_a_line(const Block& a, const Block& b) {
    return std::any_of(a.fragments.begin(), a.fragments.end(), [&](const Fragment& x) {
        return std::any_of(b.fragments.begin(), b.fragments.end(), [&](const Fragment& y) {
            return x.source.begin < y.source.end && y.source.begin < x.source.end;
        });
    });
}

std::optional<SourceMap> map_to_source(const Document& document, BlockId block) {
    constexpr BlockId most_on_a_line = 64;
    BlockId first = block;
    while (first > 0 && block - first < most_on_a_line &&
           share_a_line(document.blocks[first - 1], document.blocks[first]))
        --first;
    SourceMap map;
    std::uint32_t from = 0;
    for (BlockId id = first; id <= block; ++id) {
        const std::optional<std::uint32_t> end = take_block(document, id, from, map.bytes);
        if (!end) return std::nullopt;
        from = *end;
    }
    return map;
}

}  // namespace stet
