// Owned bytes of one input: hashed, repaired and cut into lines.
#include "text/source.hpp"

#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>

#include "text/error.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

/// Spans are 32-bit; a text of a quarter of that leaves room for what a reader adds.
constexpr std::size_t largest_source = std::size_t{1} << 30;

/// SHA-256 (FIPS 180-4) as hex digits.
std::string sha256_hex(std::string_view bytes) {
    sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state, digest.size(), digest.data());
    std::string hex;
    for (const std::uint8_t byte : digest) {
        hex.push_back("0123456789abcdef"[byte >> 4]);
        hex.push_back("0123456789abcdef"[byte & 15]);
    }
    return hex;
}

/// "\r\n" and "\r" become "\n".
void unify_line_ends(std::string& text) {
    if (text.find('\r') == std::string::npos) return;
    std::size_t to = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r') {
            if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
            text[to++] = '\n';
        } else {
            text[to++] = text[at];
        }
    }
    text.resize(to);
}

void replace_nul(std::string& text, Diagnostics& diagnostics, const std::string& name) {
    if (text.find('\0') == std::string::npos) return;
    std::string mended;
    for (const char c : text) {
        if (c == '\0')
            utf8::append(mended, 0xFFFD);
        else
            mended.push_back(c);
    }
    text = std::move(mended);
    diagnostics.push_back({Severity::warning, "nul-character", "NUL characters were replaced by U+FFFD", name, 0, 0});
}

/// A file that is no text at all: a NUL among its first bytes and much that is neither text nor UTF-8.
bool looks_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 8192);
    if (head.find('\0') == std::string_view::npos) return false;
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 9 || (byte > 13 && byte < 32);
    });
    return controls * 20 > static_cast<std::ptrdiff_t>(head.size());
}

void check_size(const std::string& name, std::string_view bytes) {
    if (bytes.size() > largest_source)
        throw Error(name + ": error: larger than 1 GiB; split the document and compare its parts");
}

}  // namespace

struct Source::Kept {
    std::mutex guard;
    std::unique_ptr<Unpacked> unpacked;
};

void Source::keep(std::unique_ptr<Unpacked> unpacked) const {
    const std::lock_guard lock(kept_->guard);
    kept_->unpacked = std::move(unpacked);
}

std::unique_ptr<Unpacked> Source::take_kept() const {
    if (!kept_) return nullptr;
    const std::lock_guard lock(kept_->guard);
    return std::move(kept_->unpacked);
}

Source Source::package(std::string name, std::string bytes, bool keeps) {
    check_size(name, bytes);
    Source out;
    out.name_ = std::move(name);
    out.sha256_ = sha256_hex(bytes);
    out.bytes_ = std::move(bytes);
    if (keeps) out.kept_ = std::make_shared<Kept>();
    return out;
}

Source::Source(std::string name, std::string bytes, Diagnostics& diagnostics) : name_(std::move(name)) {
    check_size(name_, bytes);
    if (looks_binary(bytes))
        throw Error(name_ + ": error: this is a binary file, not text; save it as text or Markdown first");
    sha256_ = sha256_hex(bytes);
    text_ = std::move(bytes);
    if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
    if (const std::size_t faults = utf8::repair(text_); faults > 0)
        diagnostics.push_back({Severity::warning, "invalid-utf8",
                               std::to_string(faults) + " bytes that are not UTF-8 were replaced by U+FFFD", name_, 0,
                               0});
    replace_nul(text_, diagnostics, name_);
    unify_line_ends(text_);
    line_starts_.push_back(0);
    for (const char* at = text_.data(); (at = static_cast<const char*>(std::memchr(
                                             at, '\n', static_cast<std::size_t>(text_.data() + text_.size() - at))));) {
        ++at;
        const auto offset = static_cast<std::uint32_t>(at - text_.data());
        if (offset < text_.size()) line_starts_.push_back(offset);
    }
}

std::uint32_t Source::line_at(std::uint32_t offset) const {
    if (line_starts_.empty()) return 1;
    return static_cast<std::uint32_t>(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) -
                                      line_starts_.begin());
}

Position Source::position(std::uint32_t offset) const {
    const std::uint32_t line = line_at(offset);
    const std::uint32_t begin = line_starts_.empty() ? 0 : line_starts_[line - 1];
    return {line, static_cast<std::uint32_t>(utf8::length(text({begin, offset}))) + 1};
}

std::string_view Source::line(std::uint32_t n) const {
    const std::uint32_t begin = line_starts_[n - 1];
    std::uint32_t end = n < line_count() ? line_starts_[n] : static_cast<std::uint32_t>(text_.size());
    if (end > begin && text_[end - 1] == '\n') --end;
    return text({begin, end});
}

}  // namespace stet
