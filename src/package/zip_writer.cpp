// Puts a ZIP archive together: entries, then their directory (APPNOTE 4.3.6).
#include <zlib.h>

#include <algorithm>
#include <vector>

#include "package/zip.hpp"
#include "text/error.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

constexpr std::uint16_t version_needed = 20;     ///< deflate
constexpr std::uint16_t earliest_date = 0x0021;  ///< 1980-01-01: no clock goes into what is written
constexpr std::uint16_t size_behind = 8;         ///< flag: sizes stand behind the data, where a reader has no directory
constexpr std::uint64_t largest_archive = 0xfffffffe;

void put_short(std::string& out, std::uint64_t value) {
    out.push_back(static_cast<char>(value & 0xff));
    out.push_back(static_cast<char>(value >> 8 & 0xff));
}

void put_long(std::string& out, std::uint64_t value) {
    put_short(out, value & 0xffff);
    put_short(out, value >> 16 & 0xffff);
}

/// The fields that both headers of an entry have (APPNOTE 4.3.7, 4.3.12).
void put_fields(std::string& out, const ZipEntry& entry) {
    put_short(out, version_needed);
    put_short(out, entry.flags);
    put_short(out, entry.method);
    put_short(out, 0);
    put_short(out, earliest_date);
    put_long(out, entry.crc);
    put_long(out, entry.packed_size);
    put_long(out, entry.size);
    put_short(out, entry.name.size());
    put_short(out, 0);
}

constexpr std::size_t piece_size = std::size_t{1} << 20;  ///< of content that is packed apart
constexpr std::size_t end_of_piece = 16;                  ///< bytes that deflateBound does not count: an empty block

/// A piece of a content, packed.
struct Piece {
    std::string_view content;
    std::string packed;
    uLong crc = 0;
};

/// Deflated bytes (RFC 1951), at the fastest level: a third of the time for a tenth more bytes. A piece that is not the
/// last ends with an empty block, so that the next one's bytes may follow it.
void pack(Piece& piece, bool last) {
    const auto* bytes = reinterpret_cast<const Bytef*>(piece.content.data());
    const auto size = static_cast<uInt>(piece.content.size());
    piece.crc = crc32(0, bytes, size);
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    piece.packed.resize(deflateBound(&stream, size) + end_of_piece);
    stream.next_in = const_cast<Bytef*>(bytes);
    stream.avail_in = size;
    stream.next_out = reinterpret_cast<Bytef*>(piece.packed.data());
    stream.avail_out = static_cast<uInt>(piece.packed.size());
    deflate(&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
    piece.packed.resize(stream.total_out);
    deflateEnd(&stream);
}

/// Pieces of one size whatever the machine, so that the bytes are the same everywhere.
std::vector<Piece> packed_pieces(std::string_view content) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at == 0 || at < content.size(); at += piece_size)
        pieces.push_back({content.substr(at, piece_size), {}, 0});
    for_each_index(pieces.size(), 1, [&](std::size_t i) { pack(pieces[i], i + 1 == pieces.size()); });
    return pieces;
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view content) {
    ZipEntry entry;
    entry.name = name;
    entry.size = content.size();
    std::string packed;
    uLong crc = 0;
    for (const Piece& piece : packed_pieces(content)) {
        crc = crc32_combine(crc, piece.crc, static_cast<z_off_t>(piece.content.size()));
        packed += piece.packed;
    }
    entry.crc = static_cast<std::uint32_t>(crc);
    const bool smaller = packed.size() < content.size();
    entry.method = smaller ? 8 : 0;
    put(entry, smaller ? std::string_view(packed) : content);
}

void ZipWriter::copy(const ZipArchive& from, const ZipEntry& entry) {
    put(entry, from.packed(entry));
}

void ZipWriter::put(const ZipEntry& entry, std::string_view packed) {
    ZipEntry written = entry;
    written.packed_size = packed.size();
    written.flags = static_cast<std::uint16_t>(entry.flags & ~size_behind);
    if (bytes_.size() + packed.size() > largest_archive) throw Error("error: the package would be larger than 4 GiB");
    directory_ += "PK\x01\x02";
    put_short(directory_, version_needed);
    put_fields(directory_, written);
    put_short(directory_, 0);
    put_short(directory_, 0);
    put_short(directory_, 0);
    put_long(directory_, 0);
    put_long(directory_, bytes_.size());
    directory_ += written.name;
    bytes_ += "PK\x03\x04";
    put_fields(bytes_, written);
    bytes_ += written.name;
    bytes_ += packed;
    ++count_;
}

std::string ZipWriter::finish() {
    const std::size_t at = bytes_.size();
    bytes_ += directory_;
    bytes_ += "PK\x05\x06";
    put_long(bytes_, 0);
    put_short(bytes_, count_);
    put_short(bytes_, count_);
    put_long(bytes_, directory_.size());
    put_long(bytes_, at);
    put_short(bytes_, 0);
    directory_.clear();
    count_ = 0;
    return std::move(bytes_);
}

}  // namespace stet
