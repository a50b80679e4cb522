// Tokens of a text and their keys: one pass, a table for ASCII, utf8proc for the rest.
#include "text/words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/utf8.hpp"

namespace stet {

namespace {

enum class Class : std::uint8_t { space, letter, digit, mark, invisible };

constexpr std::array<Class, 128> ascii_classes = [] {
    std::array<Class, 128> table{};
    for (std::size_t c = 0; c < 128; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        table[c] = letter ? Class::letter : digit ? Class::digit : c <= ' ' || c == 127 ? Class::space : Class::mark;
    }
    return table;
}();

bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

Class classify(char32_t c) {
    if (c < 128) return ascii_classes[c];
    if (is_invisible(c)) return Class::invisible;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return Class::space;
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return Class::letter;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return Class::digit;
        default:
            return Class::mark;
    }
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0xB4;
}
bool is_hyphen(char32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}
bool is_dash(char32_t c) {
    return is_hyphen(c) || (c >= 0x2012 && c <= 0x2015) || c == 0x2212;
}
bool is_currency(char32_t c) {
    return c == '$' || c == 0x20AC || c == 0xA3;
}

/// Appends the plain form of a code point: straight quotes, one hyphen, letters of a ligature; nothing for what is
/// invisible.
void append_plain(std::string& out, char32_t c) {
    if (c < 128) {
        out.push_back(static_cast<char>(c == '`' ? '\'' : c));
    } else if (is_invisible(c)) {
        return;
    } else if (is_dash(c)) {
        out.push_back('-');
    } else if (is_apostrophe(c) || c == 0x201A || c == 0x201B || c == 0x2032) {
        out.push_back('\'');
    } else if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB) {
        out.push_back('"');
    } else if (c == 0x2026) {
        out += "...";
    } else if (c >= 0xFB00 && c <= 0xFB06) {
        static constexpr std::array<std::string_view, 7> letters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
        out += letters[c - 0xFB00];
    } else if (classify(c) == Class::space) {
        out.push_back(' ');
    } else {
        utf8::append(out, c);
    }
}

/// The end of the stretch from `at` on of ASCII bytes whose plain form is their own, blanks aside.
std::size_t plain_end(std::string_view text, std::size_t at) {
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && text[at] != '`' &&
           ascii_classes[static_cast<unsigned char>(text[at])] != Class::space)
        ++at;
    return at;
}

/// Canonical composition (Unicode NFC) where a text has combining marks.
void compose(std::string& text) {
    const auto is_combining = [&](const char& c) {
        if (c != '\xCC' && c != '\xCD') return false;  // how those begin
        const auto code = utf8::decode(text, static_cast<std::size_t>(&c - text.data())).code;
        return code >= 0x300 && code < 0x370;
    };
    if (std::none_of(text.begin(), text.end(), is_combining)) return;
    utf8proc_uint8_t* composed = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &composed, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    if (size >= 0) text.assign(reinterpret_cast<char*>(composed), static_cast<std::size_t>(size));
    std::free(composed);
}

template <class Integer>
std::uint64_t load(const char* data) {
    Integer value;
    std::memcpy(&value, data, sizeof value);
    return value;
}

constexpr std::uint64_t hash_seed = 0x9e3779b97f4a7c15ull;

constexpr std::uint64_t seed_for(std::size_t size) {
    return hash_seed ^ (size * 0xff51afd7ed558ccdull);
}
constexpr std::uint64_t take_chunk(std::uint64_t hash, std::uint64_t chunk) {
    hash = (hash ^ chunk) * 0x9fb21c651e98df25ull;
    return hash ^ (hash >> 32);
}
constexpr std::uint64_t finish_hash(std::uint64_t hash) {
    hash *= 0xc4ceb9fe1a85ec53ull;
    return hash ^ (hash >> 29);
}

/// A word's hash: eight bytes a step, multiply and fold; the last step reads up to the last byte, over bytes that it
/// may have read before. Words of up to three bytes are their first, middle and last one (as in wyhash).
std::uint64_t hash_bytes(const char* data, std::size_t size) {
    std::uint64_t hash = seed_for(size);
    if (size > 8) {
        const char* const last = data + size - 8;
        for (; data < last; data += 8) hash = take_chunk(hash, load<std::uint64_t>(data));
        hash = take_chunk(hash, load<std::uint64_t>(last));
    } else if (size >= 4) {
        hash = take_chunk(hash, load<std::uint32_t>(data) | load<std::uint32_t>(data + size - 4) << 32);
    } else if (size > 0) {
        hash = take_chunk(hash, load<std::uint8_t>(data) | load<std::uint8_t>(data + size / 2) << 8 |
                                    load<std::uint8_t>(data + size - 1) << 16);
    }
    return finish_hash(hash);
}

/// The same of a word of one to eight bytes, of which `bytes` holds the first lowest; without branches, since the
/// sizes of words cannot be foreseen.
constexpr std::uint64_t hash_short(std::uint64_t bytes, std::size_t size) {
    const auto byte = [&](std::size_t at) { return bytes >> (8 * at) & 0xff; };
    const std::uint64_t few = byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
    const std::uint64_t many = (bytes & 0xffffffff) | bytes >> (8 * (size - 4) & 63) << 32;
    return finish_hash(take_chunk(seed_for(size), size < 4 ? few : many));
}

/// The keys of marks by themselves.
constexpr std::array<std::uint64_t, 256> mark_keys = [] {
    std::array<std::uint64_t, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte) table[byte] = hash_short(byte, 1);
    return table;
}();

/// Of eight bytes, the first lowest, how many at the beginning are ASCII letters (the sums set a byte's highest bit
/// from "a" and from behind "z" on).
std::size_t leading_letters(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101ull;
    const std::uint64_t small = (bytes | each * 0x20) & each * 0x7f;
    const std::uint64_t from_a = small + each * (0x80 - 'a');
    const std::uint64_t behind_z = small + each * (0x7f - 'z');
    const std::uint64_t others = ~(from_a & ~behind_z & ~bytes) & each * 0x80;
    return others == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

/// ASCII bytes that a token made of letters alone ends before: all but digits, apostrophes and hyphens.
constexpr std::array<bool, 256> ends_letters = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 128; ++c)
        table[c] = ascii_classes[c] != Class::letter && ascii_classes[c] != Class::digit && c != '\'' && c != '-';
    return table;
}();

constexpr std::array<bool, 256> ascii_letters = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 128; ++c) table[c] = ascii_classes[c] == Class::letter;
    return table;
}();

/// ASCII marks that are always a token of their own.
constexpr std::array<bool, 256> lone_marks = [] {
    std::array<bool, 256> table{};
    for (const char c : {',', ';', ':', '(', ')', '[', ']', '"', '?', '!', '/', '*', '#', '&'})
        table[static_cast<std::size_t>(c)] = true;
    return table;
}();

/// Reads one token after another out of a text.
class Tokenizer {
public:
    Tokenizer(std::string_view text, Span within) : text_(text.substr(0, within.end)), at_(within.begin) {}

    /// Gives the tokens to `take`. The usual ones pass through nothing but this loop.
    template <class Take>
    void run(const Take& take) {
        Token token;
        while (plain(token) || unusual(token)) take(token);
    }

private:
    /// The most usual tokens and the quickest way over them: ASCII letters with something behind that cannot be part
    /// of the word, and marks that always stand alone.
    bool plain(Token& token) {
        const char* const end = text_.data() + text_.size();
        const char* at = text_.data() + at_;
        const auto byte = [&at] { return static_cast<unsigned char>(*at); };
        while (at < end && byte() < 0x80 && ascii_classes[byte()] == Class::space) ++at;
        at_ = static_cast<std::uint32_t>(at - text_.data());
        const std::size_t left = static_cast<std::size_t>(end - at);
        std::size_t size = 0;
        if (std::endian::native == std::endian::little)
            for (std::size_t letters = 8; letters == 8 && left - size > 8; size += letters)
                letters = leading_letters(load<std::uint64_t>(at + size));
        while (size < left && ascii_letters[static_cast<unsigned char>(at[size])]) ++size;
        if (size == 0) {
            if (left == 0 || !stands_alone(at, left)) return false;
            return put(token, 1, mark_keys[static_cast<unsigned char>(*at)], TokenKind::punctuation);
        }
        if (size < left && !ends_letters[static_cast<unsigned char>(at[size])]) return false;
        const bool is_short = size < 8 && left > 8;
        return put(token, size, is_short ? hash_short(load<std::uint64_t>(at), size) : hash_bytes(at, size),
                   TokenKind::word);
    }

    /// A mark that is a token by itself: always, or a full stop that begins neither a number nor a row of points.
    static bool stands_alone(const char* mark, std::size_t left) {
        if (lone_marks[static_cast<unsigned char>(*mark)]) return true;
        if (*mark != '.' || left < 2) return false;
        const auto next = static_cast<unsigned char>(mark[1]);
        return next < 0x80 && next != '.' && ascii_classes[next] != Class::digit;
    }

    bool put(Token& token, std::size_t size, std::uint64_t key, TokenKind kind) {
        token = {{at_, at_ + static_cast<std::uint32_t>(size)}, key, kind, false};
        at_ = token.text.end;
        return true;
    }

    /// Any other token; false at the end of the text.
    bool unusual(Token& token) {
        while (at_ < text_.size()) {
            const auto [c, size] = look(at_);
            const Class kind = classify(c);
            if (kind == Class::space || kind == Class::invisible) {
                at_ += size;
                continue;
            }
            plain_ = true;
            token.soft = false;
            token.text.begin = at_;
            if (kind == Class::letter || kind == Class::digit || starts_amount(c, size))
                token.kind = word(token);
            else
                token.kind = mark(c, size);
            token.text.end = at_;
            token.key = key(token);
            return true;
        }
        return false;
    }

    utf8::Decoded look(std::uint32_t at) const {
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) return {byte, 1};
        return utf8::decode(text_, at);
    }

    Class class_at(std::uint32_t at) const { return at < text_.size() ? classify(look(at).code) : Class::space; }
    bool digit_at(std::uint32_t at) const { return class_at(at) == Class::digit; }
    bool alnum_at(std::uint32_t at) const {
        const Class c = class_at(at);
        return c == Class::letter || c == Class::digit;
    }

    /// "$5", "$.25" and ".25" begin a number.
    bool starts_amount(char32_t c, std::uint8_t size) const {
        if (is_currency(c)) return digit_at(at_ + size) || (peek(at_ + size) == '.' && digit_at(at_ + size + 1));
        return c == '.' && digit_at(at_ + 1) && (at_ == 0 || class_at(at_ - 1) == Class::space);
    }

    char peek(std::uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    /// A word or a number, with what may stand inside of either.
    TokenKind word(Token& token) {
        if (!alnum_at(at_)) at_ += look(at_).size;  // the sign of money or the point
        if (peek(at_) == '.') ++at_;
        const TokenKind kind = digit_at(at_) ? TokenKind::number : TokenKind::word;
        while (at_ < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte < 0x80 && ascii_classes[byte] <= Class::digit && ascii_classes[byte] != Class::space) {
                ++at_;
                continue;
            }
            const auto [c, size] = look(at_);
            const Class cls = classify(c);
            if (cls == Class::letter || cls == Class::digit || cls == Class::invisible) {
                plain_ = false;
                at_ += size;
            } else if (!joins(c, size, token)) {
                break;
            }
        }
        if (kind == TokenKind::number && peek(at_) == '%') ++at_;
        return kind;
    }

    /// Steps over a mark that stands inside a word: an apostrophe, a hyphen, a separator of figures.
    bool joins(char32_t c, std::uint8_t size, Token& token) {
        const std::uint32_t after = at_ + size;
        if (is_apostrophe(c)) {
            if (class_at(after) != Class::letter) return false;
        } else if (is_hyphen(c)) {
            if (joins_over_line_end(after)) {
                token.soft = true;
                plain_ = false;
                return true;
            }
            if (!alnum_at(after)) return false;
        } else if (c == 0x2013) {
            if (!digit_at(after) || !digit_at(at_ - 1)) return false;
        } else if (c == '.' || c == ',' || c == '/' || c == ':') {
            if (!digit_at(after) || !digit_at(at_ - 1)) return false;
        } else {
            return false;
        }
        if (c >= 128) plain_ = false;
        at_ = after;
        return true;
    }

    /// "employ-\nment": goes on to the lower-case letter on the next line.
    bool joins_over_line_end(std::uint32_t after) {
        if (peek(after) != '\n') return false;
        while (after < text_.size() && (text_[after] == '\n' || text_[after] == ' ')) ++after;
        if (peek(after) < 'a' || peek(after) > 'z' || class_at(at_ - 1) != Class::letter) return false;
        at_ = after;
        return true;
    }

    TokenKind mark(char32_t c, std::uint8_t size) {
        at_ += size;
        plain_ = c < 128 && c != '`';
        if (is_dash(c))
            while (peek(at_) == '-') ++at_;
        if (c == '.' && peek(at_) == '.')
            while (peek(at_) == '.') ++at_;
        return TokenKind::punctuation;
    }

    std::uint64_t key(const Token& token) {
        const std::string_view word = text_.substr(token.text.begin, token.text.size());
        if (plain_ && word[0] != '-') return hash_bytes(word.data(), word.size());
        buffer_.clear();
        for (std::size_t at = 0; at < word.size();) {
            const auto c = utf8::decode(word, at);
            if (token.soft && is_hyphen(c.code) && at + c.size < word.size() && word[at + c.size] == '\n') {
                at += c.size;
                while (word[at] == '\n' || word[at] == ' ') ++at;
                continue;
            }
            append_plain(buffer_, c.code);
            at += c.size;
        }
        if (buffer_.find_first_not_of('-') == std::string::npos) buffer_ = "-";
        compose(buffer_);
        return hash_bytes(buffer_.data(), buffer_.size());
    }

    std::string_view text_;
    std::uint32_t at_;
    bool plain_ = true;  ///< the token's bytes are its normal form
    std::string buffer_;
};

}  // namespace

void tokenize(std::string_view text, Span within, std::vector<Token>& out) {
    Tokenizer(text, within).run([&](const Token& token) { out.push_back(token); });
}

std::uint32_t count_words(std::string_view text) {
    std::uint32_t words = 0;
    Tokenizer(text, {0, static_cast<std::uint32_t>(text.size())}).run([&](const Token& token) {
        words += token.kind != TokenKind::punctuation;
    });
    return words;
}

std::string normalise(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    const auto end_blank = [&] {
        if (blank && !out.empty()) out.push_back(' ');
        blank = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t end = plain_end(text, at); end > at) {
            end_blank();
            out.append(text, at, end - at);
            at = end;
            continue;
        }
        const auto c = utf8::decode(text, at);
        at += c.size;
        if (classify(c.code) == Class::space) {
            blank = true;
            continue;
        }
        end_blank();
        append_plain(out, c.code);
    }
    compose(out);
    return out;
}

}  // namespace stet
