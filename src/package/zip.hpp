// A ZIP archive in memory: its entries, unpacked within limits; and a new one from entries old and new.
//
// The format is small and the only compression that packages may use is deflate (ECMA-376 Part 2, annex B), so zlib
// does the unpacking and the directory is read here: every size, offset and name is checked before anything is
// unpacked, untouched entries are copied as the bytes that they are, and the program needs no shared library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// One file of an archive as its central directory has it (APPNOTE 4.3.12).
struct ZipEntry {
    std::string name;
    std::uint16_t method = 0;  ///< 0 stored, 8 deflated
    std::uint16_t flags = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed_size = 0;  ///< bytes
    std::uint64_t size = 0;         ///< bytes when unpacked, as declared
    std::uint64_t data = 0;         ///< offset of its packed bytes in the archive
};

/// The directory of an archive. Holds a view of the bytes, which must outlive it.
class ZipArchive {
public:
    /// Throws Error where the bytes are no archive, are cut off, protected, or beyond a limit: 4,096 entries, 256 MiB
    /// an entry and 512 MiB together when unpacked, 1:400 for an entry over 1 MiB, entries that share bytes.
    /// `name` is that of the file, for messages.
    ZipArchive(std::string_view bytes, std::string name);

    const std::vector<ZipEntry>& entries() const { return entries_; }

    /// Unpacks an entry and holds it against its size and checksum; throws Error where they differ.
    std::string read(const ZipEntry& entry) const;

    /// The bytes of an entry as they stand in the archive.
    std::string_view packed(const ZipEntry& entry) const { return bytes_.substr(entry.data, entry.packed_size); }

private:
    void read_directory();
    ZipEntry read_entry(std::size_t& at) const;
    void find_data(ZipEntry& entry, std::uint64_t header) const;
    void check(const ZipEntry& entry) const;
    void check_apart() const;
    [[noreturn]] void fail(const std::string& what) const;

    std::string_view bytes_;
    std::string name_;
    std::vector<ZipEntry> entries_;
};

/// Puts an archive together; the same calls give the same bytes (all dates are ZIP's earliest, 1980-01-01).
class ZipWriter {
public:
    /// A new entry, deflated where that makes it smaller.
    void add(std::string_view name, std::string_view content);
    /// An entry of another archive, its packed bytes unchanged.
    void copy(const ZipArchive& from, const ZipEntry& entry);
    /// The whole archive; the writer is empty afterwards.
    std::string finish();

private:
    void put(const ZipEntry& entry, std::string_view packed);

    std::string bytes_;
    std::string directory_;
    std::uint32_t count_ = 0;
};

}  // namespace stet
