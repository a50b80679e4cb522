// What operator new gives is apart from everything else in use, whatever its size and whoever frees it.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <future>
#include <new>
#include <vector>

namespace {

struct Taken {
    unsigned char* bytes;
    std::size_t size;
    unsigned char mark;
};

bool keeps_its_mark(const Taken& taken) {
    for (std::size_t i = 0; i < taken.size; ++i)
        if (taken.bytes[i] != taken.mark) return false;
    return true;
}

Taken take(std::size_t size, std::size_t number) {
    const Taken taken{static_cast<unsigned char*>(::operator new(size)), size, static_cast<unsigned char>(number)};
    std::memset(taken.bytes, taken.mark, size);
    return taken;
}

/// Takes objects of sizes around every border, frees half of them and takes as many again.
std::vector<Taken> take_many() {
    std::vector<Taken> all;
    for (std::size_t i = 0; i < 3000; ++i) all.push_back(take(i * 7 % 2100, i));
    for (std::size_t i = 0; i < all.size(); i += 2) {
        ::operator delete(all[i].bytes, all[i].size);
        all[i] = take(i * 11 % 2100, i + 1);
    }
    return all;
}

}  // namespace

TEST_CASE("objects of all sizes are aligned and apart, those that were freed and taken again too") {
    const std::vector<Taken> all = take_many();
    for (const Taken& taken : all) {
        CHECK(reinterpret_cast<std::uintptr_t>(taken.bytes) % alignof(std::max_align_t) == 0);
        CHECK(keeps_its_mark(taken));
    }
    for (const Taken& taken : all) ::operator delete(taken.bytes, taken.size);
}

TEST_CASE("threads take apart from one another, and may free what another took") {
    auto one = std::async(std::launch::async, take_many);
    auto two = std::async(std::launch::async, take_many);
    std::vector<Taken> all = one.get();
    for (const Taken& taken : two.get()) all.push_back(taken);
    for (const Taken& taken : all) CHECK(keeps_its_mark(taken));
    for (const Taken& taken : all) ::operator delete(taken.bytes, taken.size);
    for (const Taken& taken : take_many()) ::operator delete(taken.bytes);
}

TEST_CASE("arrays and objects freed without their size are taken and freed, too") {
    for (std::size_t size = 1; size < 5000; size = size * 3 / 2 + 1) {
        auto* array = new unsigned char[size];
        std::memset(array, 7, size);
        delete[] array;
        ::operator delete(::operator new(size));
        ::operator delete(nullptr);
    }
}
