// ZIP archives: what is written is read, and what is damaged, huge or made to harm is refused with its own message.
#include "package/zip.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/error.hpp"

using namespace stet;

namespace {

std::string archive_of(std::initializer_list<std::pair<std::string, std::string>> entries) {
    ZipWriter zip;
    for (const auto& [name, content] : entries) zip.add(name, content);
    return zip.finish();
}

/// What ZipArchive says of the bytes, or reading their first entry; empty where all is well.
std::string fault_of(const std::string& bytes) {
    try {
        const ZipArchive zip(bytes, "a.docx");
        if (!zip.entries().empty()) zip.read(zip.entries().front());
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

void put(std::string& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> 8 * i & 0xff);
}

/// Offset of the n-th header that begins with the sign.
std::size_t header(const std::string& bytes, std::string_view sign, int n = 0) {
    std::size_t at = bytes.find(sign);
    while (n-- > 0) at = bytes.find(sign, at + 1);
    return at;
}

constexpr std::string_view directory_sign("PK\x01\x02", 4);

}  // namespace

TEST_CASE("an archive gives back what was put in") {
    const std::string long_text(10'000, 'a');
    const std::string bytes = archive_of({{"a.xml", "<a/>"}, {"b/long.xml", long_text}, {"empty", ""}});
    CHECK(bytes.size() < 1000);
    const ZipArchive zip(bytes, "a.docx");
    REQUIRE(zip.entries().size() == 3);
    CHECK(zip.entries()[1].name == "b/long.xml");
    CHECK(zip.read(zip.entries()[0]) == "<a/>");
    CHECK(zip.read(zip.entries()[1]) == long_text);
    CHECK(zip.read(zip.entries()[2]).empty());
}

TEST_CASE("copied entries keep their packed bytes, and the same calls give the same archive") {
    const std::string bytes = archive_of({{"a.xml", std::string(5000, 'x')}, {"b.xml", "y"}});
    const ZipArchive zip(bytes, "a.docx");
    ZipWriter writer;
    for (const ZipEntry& entry : zip.entries()) writer.copy(zip, entry);
    CHECK(writer.finish() == bytes);
}

TEST_CASE("an archive cut off anywhere is refused") {
    const std::string bytes = archive_of({{"a.xml", "some text"}, {"b.xml", std::string(300, 'b')}});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        INFO(size);
        CHECK_FALSE(fault_of(bytes.substr(0, size)).empty());
    }
    CHECK(fault_of(bytes.substr(0, 40)).find("cut off") != std::string::npos);
}

TEST_CASE("a damaged entry is known by its checksum") {
    std::string bytes = archive_of({{"a.xml", "abc"}});
    bytes[bytes.find("abc")] = 'x';
    CHECK(fault_of(bytes).find("checksum") != std::string::npos);
}

TEST_CASE("an entry that unpacks to more than it says is damaged") {
    std::string bytes = archive_of({{"a.xml", std::string(4000, 'a')}});
    put(bytes, header(bytes, directory_sign) + 24, 100);
    CHECK(fault_of(bytes).find("damaged") != std::string::npos);
}

TEST_CASE("an entry that would unpack to hundreds of times its size is refused before it is unpacked") {
    std::string bomb = archive_of({{"a.xml", std::string(4000, 'a')}});
    put(bomb, header(bomb, directory_sign) + 24, 2u << 20);
    CHECK(fault_of(bomb).find("400 times") != std::string::npos);
    CHECK(fault_of(archive_of({{"a.xml", std::string(900'000, '\0')}})).empty());
}

TEST_CASE("what an entry or all entries declare is limited") {
    std::string bytes = archive_of({{"a.xml", "abc"}});
    put(bytes, header(bytes, directory_sign) + 24, 300u << 20);
    CHECK(fault_of(bytes).find("256 MiB") != std::string::npos);
    ZipWriter many;
    for (int i = 0; i < 5000; ++i) many.add(std::to_string(i), "");
    CHECK(fault_of(many.finish()).find("4096 files") != std::string::npos);
    std::string together = archive_of({{"a", std::string(1000, 'a')}, {"b", ""}, {"c", ""}});
    for (int i = 0; i < 3; ++i) {
        put(together, header(together, directory_sign, i) + 20, 0);
        put(together, header(together, directory_sign, i) + 24, 200u << 20);
    }
    CHECK_FALSE(fault_of(together).empty());
}

TEST_CASE("entries that share bytes are refused") {
    std::string bytes = archive_of({{"a.xml", "first text"}, {"b.xml", "second text"}});
    const std::size_t second = header(bytes, directory_sign, 1);
    put(bytes, second + 42, 0);
    CHECK(fault_of(bytes).find("share bytes") != std::string::npos);
}

TEST_CASE("an encrypted entry and an unknown way to pack are told as such") {
    std::string bytes = archive_of({{"a.xml", "abc"}});
    bytes[header(bytes, directory_sign) + 8] = 1;
    CHECK(fault_of(bytes).find("password") != std::string::npos);
    bytes = archive_of({{"a.xml", "abc"}});
    bytes[header(bytes, directory_sign) + 10] = 12;
    CHECK(fault_of(bytes).find("packed in a way") != std::string::npos);
}

TEST_CASE("sizes that stand in the ZIP64 field are read there") {
    std::string bytes = archive_of({{"a.xml", "abc"}});
    const std::size_t at = header(bytes, directory_sign);
    std::string field("\x01\x00\x10\x00", 4);
    for (int i = 0; i < 2; ++i) field += std::string("\x03\0\0\0\0\0\0\0", 8);
    put(bytes, at + 20, 0xffffffff);
    put(bytes, at + 24, 0xffffffff);
    bytes[at + 30] = static_cast<char>(field.size());
    bytes.insert(at + 46 + 5, field);
    CHECK(fault_of(bytes).empty());
}
