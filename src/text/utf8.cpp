// UTF-8 after RFC 3629: decode, encode, repair.
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace stet::utf8 {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/// Bytes of the well-formed sequence at `at`, 0 where there is none.
std::uint8_t sequence_size(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const std::size_t left = text.size() - at;
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return left > 1 && is_continuation(byte(at + 1)) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (left < 3 || !is_continuation(byte(at + 1)) || !is_continuation(byte(at + 2))) return 0;
        if (first == 0xE0 && byte(at + 1) < 0xA0) return 0;
        if (first == 0xED && byte(at + 1) > 0x9F) return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (left < 4) return 0;
        for (std::size_t i = 1; i < 4; ++i)
            if (!is_continuation(byte(at + i))) return 0;
        if (first == 0xF0 && byte(at + 1) < 0x90) return 0;
        if (first == 0xF4 && byte(at + 1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    switch (sequence_size(text, at)) {
        case 1:
            return {byte(0), 1};
        case 2:
            return {(byte(0) & 0x1F) << 6 | (byte(1) & 0x3F), 2};
        case 3:
            return {(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
        case 4:
            return {(byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
        default:
            return {replacement, 1};
    }
}

Decoded decode_before(std::string_view text, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && is_continuation(static_cast<unsigned char>(text[start]))) --start;
    const Decoded found = decode(text, start);
    if (start + found.size == at) return found;
    return {replacement, 1};
}

void append(std::string& out, char32_t code) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

/// Whether the eight bytes at `at` are there and ASCII.
bool eight_ascii(std::string_view text, std::size_t at) {
    if (text.size() - at < 8) return false;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return (bytes & 0x8080808080808080ull) == 0;
}

bool is_valid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (eight_ascii(text, at)) {
            at += 8;
            continue;
        }
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::uint8_t size = sequence_size(text, at);
        if (size == 0) return false;
        at += size;
    }
    return true;
}

std::size_t repair(std::string& text) {
    if (is_valid(text)) return 0;
    std::string mended;
    mended.reserve(text.size());
    std::size_t faults = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint8_t size = sequence_size(text, at);
        if (size == 0) {
            append(mended, replacement);
            ++faults;
            ++at;
        } else {
            mended.append(text, at, size);
            at += size;
        }
    }
    text = std::move(mended);
    return faults;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

}  // namespace stet::utf8
