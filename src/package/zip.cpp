// Reads and checks the directory of a ZIP archive and unpacks its entries.
#include "package/zip.hpp"

#include <zlib.h>

#include <algorithm>

#include "text/error.hpp"

namespace stet {

namespace {

constexpr std::size_t most_entries = 4096;
constexpr std::uint64_t largest_entry = std::uint64_t{256} << 20;
constexpr std::uint64_t largest_total = std::uint64_t{512} << 20;
/// Text of documents packs 1:20 at the best; zeros pack 1:1030, which is what a bomb is made of.
constexpr std::uint64_t highest_ratio = 400;
constexpr std::uint64_t judged_size = std::uint64_t{1} << 20;  ///< smaller entries may have any ratio

constexpr std::string_view local_header = "PK\x03\x04";
constexpr std::string_view directory_header = "PK\x01\x02";
constexpr std::string_view end_header = "PK\x05\x06";
constexpr std::size_t local_size = 30;
constexpr std::size_t directory_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t longest_comment = 0xffff;
constexpr std::uint32_t in_zip64 = 0xffffffff;  ///< the field stands in the ZIP64 extra field (APPNOTE 4.5.3)
constexpr std::uint16_t zip64_field = 1;
constexpr std::uint16_t encrypted = 1;
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;

/// A little-endian number of `size` bytes; the caller has checked that they are there.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t out = 0;
    for (std::size_t i = size; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
    return out;
}

std::uint16_t short_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}

std::uint32_t long_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(number_at(bytes, at, 4));
}

/// The ZIP64 extra field of a directory entry; empty where there is none.
std::string_view zip64_of(std::string_view extra) {
    while (extra.size() >= 4) {
        const std::size_t size = std::min<std::size_t>(short_at(extra, 2), extra.size() - 4);
        if (short_at(extra, 0) == zip64_field) return extra.substr(4, size);
        extra.remove_prefix(4 + size);
    }
    return {};
}

/// Takes the next eight bytes of the ZIP64 field for a value that did not fit; the field gives only those, in order.
void widen(std::uint64_t& value, std::string_view& field) {
    if (value != in_zip64 || field.size() < 8) return;
    value = number_at(field, 0, 8);
    field.remove_prefix(8);
}

std::size_t find_end(std::string_view bytes) {
    if (bytes.size() < end_size) return std::string_view::npos;
    const std::size_t first = bytes.size() > end_size + longest_comment ? bytes.size() - end_size - longest_comment : 0;
    const std::size_t at = bytes.rfind(end_header, bytes.size() - end_size);
    return at == std::string_view::npos || at < first ? std::string_view::npos : at;
}

/// Inflates into exactly `size` bytes (RFC 1951); false where it would be fewer or more.
bool inflate_whole(std::string_view packed, std::string& out, std::uint64_t size) {
    out.resize(size);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string spare(1, '\0');  // zlib wants a place to write even where nothing is to come
    stream.next_out = reinterpret_cast<Bytef*>(size > 0 ? out.data() : spare.data());
    stream.avail_out = static_cast<uInt>(size);
    const int result = inflate(&stream, Z_FINISH);
    const bool whole = result == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    return whole;
}

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {
    read_directory();
    check_apart();
}

void ZipArchive::fail(const std::string& what) const {
    throw Error(name_ + ": error: " + what);
}

void ZipArchive::read_directory() {
    const std::size_t end = find_end(bytes_);
    if (end == std::string_view::npos) fail("no ZIP archive, or cut off: its directory is missing; get the file anew");
    const std::size_t count = short_at(bytes_, end + 10);
    if (count > most_entries)
        fail("more than " + std::to_string(most_entries) + " files in the package: no document has so many");
    std::size_t at = long_at(bytes_, end + 16);
    std::uint64_t total = 0;
    entries_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        entries_.push_back(read_entry(at));
        check(entries_.back());
        total += entries_.back().size;
    }
    if (total > largest_total) fail("unpacked it would be larger than " + std::to_string(largest_total >> 20) + " MiB");
}

ZipEntry ZipArchive::read_entry(std::size_t& at) const {
    if (at > bytes_.size() || bytes_.size() - at < directory_size ||
        bytes_.substr(at, directory_header.size()) != directory_header)
        fail("the package's directory is damaged; get the file anew");
    const std::size_t name_size = short_at(bytes_, at + 28);
    const std::size_t extra_size = short_at(bytes_, at + 30);
    const std::size_t comment_size = short_at(bytes_, at + 32);
    if (bytes_.size() - at - directory_size < name_size + extra_size + comment_size)
        fail("the package's directory is cut off; get the file anew");
    ZipEntry entry;
    entry.flags = short_at(bytes_, at + 8);
    entry.method = short_at(bytes_, at + 10);
    entry.crc = long_at(bytes_, at + 16);
    entry.packed_size = long_at(bytes_, at + 20);
    entry.size = long_at(bytes_, at + 24);
    std::uint64_t header = long_at(bytes_, at + 42);
    entry.name = bytes_.substr(at + directory_size, name_size);
    std::string_view wide = zip64_of(bytes_.substr(at + directory_size + name_size, extra_size));
    widen(entry.size, wide);
    widen(entry.packed_size, wide);
    widen(header, wide);
    at += directory_size + name_size + extra_size + comment_size;
    find_data(entry, header);
    return entry;
}

/// The packed bytes stand behind the entry's own header, which repeats its name and has extra fields of its own.
void ZipArchive::find_data(ZipEntry& entry, std::uint64_t header) const {
    const std::uint64_t size = bytes_.size();
    if (header > size || size - header < local_size || bytes_.substr(header, local_header.size()) != local_header)
        fail("the package is damaged at \"" + entry.name + "\"; get the file anew");
    entry.data = header + local_size + short_at(bytes_, header + 26) + short_at(bytes_, header + 28);
    if (entry.data > size || size - entry.data < entry.packed_size)
        fail("the package is cut off in \"" + entry.name + "\"; get the file anew");
}

void ZipArchive::check(const ZipEntry& entry) const {
    if ((entry.flags & encrypted) != 0)
        fail("\"" + entry.name + "\" is encrypted; save the document without a password");
    if (entry.size > largest_entry)
        fail("\"" + entry.name + "\" would be larger than " + std::to_string(largest_entry >> 20) + " MiB unpacked");
    if (entry.size > judged_size && entry.size / highest_ratio > entry.packed_size)
        fail("\"" + entry.name + "\" would unpack to more than " + std::to_string(highest_ratio) +
             " times its size: no document does, archives made to harm do");
}

/// Entries that share packed bytes make a small archive unpack to a huge one.
void ZipArchive::check_apart() const {
    std::vector<const ZipEntry*> order;
    order.reserve(entries_.size());
    for (const ZipEntry& entry : entries_)
        if (entry.packed_size > 0) order.push_back(&entry);
    std::sort(order.begin(), order.end(), [](const ZipEntry* a, const ZipEntry* b) { return a->data < b->data; });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i - 1]->data + order[i - 1]->packed_size > order[i]->data)
            fail("\"" + order[i - 1]->name + "\" and \"" + order[i]->name + "\" share bytes of the package");
}

std::string ZipArchive::read(const ZipEntry& entry) const {
    std::string out;
    if (entry.method == stored && entry.packed_size == entry.size)
        out = packed(entry);
    else if (entry.method != deflated)
        fail("\"" + entry.name + "\" is packed in a way that packages may not use; save the document anew");
    else if (!inflate_whole(packed(entry), out, entry.size))
        fail("\"" + entry.name + "\" is damaged; get the file anew");
    if (crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size())) != entry.crc)
        fail("\"" + entry.name + "\" is damaged: its checksum is wrong; get the file anew");
    return out;
}

}  // namespace stet
