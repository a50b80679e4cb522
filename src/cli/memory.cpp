// The program's memory: small objects cut from one range of addresses, each thread for itself, larger ones from malloc.
//
// A run makes some hundred thousand strings and vectors of a few dozen bytes, and ends. A small object costs a few
// instructions here: the next bytes of the thread's piece, or the last object of its size that was freed. What a thread
// has left over when it ends is lost; a run starts about a dozen.
#include <malloc.h>
#include <sys/mman.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t step = 16;  ///< objects are multiples of it, and aligned to it
constexpr std::size_t largest_small = 1024;
constexpr std::size_t piece = std::size_t{256} << 10;
/// Addresses, not memory: what is never touched takes none.
constexpr std::size_t range_size = std::size_t{16} << 30;
/// Larger blocks are mapped one by one, each touched page of them anew: up to this size they stay with the program.
constexpr int most_kept = 32 << 20;

/// Huge pages (2 MiB) are touched once where 512 small ones would be; asked for where that many are likely to be used.
constexpr std::size_t huge_page = std::size_t{2} << 20;
constexpr std::size_t small_run = 2 * huge_page;

void ask_for_huge_pages(char* begin, std::size_t size) {
    const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t first = (address + huge_page - 1) / huge_page * huge_page;
    const std::uintptr_t end = (address + size) / huge_page * huge_page;
    if (first < end) ::madvise(begin + (first - address), end - first, MADV_HUGEPAGE);
}

struct Freed {
    Freed* next;
};

/// What a thread has to give: the rest of its piece, and what it freed, by size.
struct Store {
    char* at = nullptr;
    char* end = nullptr;
    std::array<Freed*, largest_small / step + 1> freed{};
};

/// The addresses from which the pieces of all threads are taken.
struct Range {
    char* begin = nullptr;
    std::size_t size = 0;  ///< 0 where addresses are limited: all comes from malloc
    std::atomic<std::size_t> taken{0};

    Range() {
        ::mallopt(M_MMAP_THRESHOLD, most_kept);
        ::mallopt(M_TRIM_THRESHOLD, most_kept);
        void* mapped =
            ::mmap(nullptr, range_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapped == MAP_FAILED) return;
        begin = static_cast<char*>(mapped);
        size = range_size;
        ask_for_huge_pages(begin + small_run, size - small_run);
    }

    bool holds(const void* object) const {
        return reinterpret_cast<std::uintptr_t>(object) - reinterpret_cast<std::uintptr_t>(begin) < size;
    }
};

Range& range() {
    static Range one;
    return one;
}

constinit thread_local Store store;

constexpr std::size_t steps_of(std::size_t size) {
    return size == 0 ? 1 : (size + step - 1) / step;
}

void* take_large(std::size_t size) {
    void* taken = std::malloc(size);
    if (taken == nullptr) throw std::bad_alloc();
    if (size >= 2 * huge_page) ask_for_huge_pages(static_cast<char*>(taken), size);
    return taken;
}

/// An object from a new piece.
void* take_from_new_piece(std::size_t size) {
    Range& all = range();
    const std::size_t offset = all.taken.fetch_add(piece, std::memory_order_relaxed);
    if (offset >= all.size) return take_large(size);
    store.at = all.begin + offset + size;
    store.end = all.begin + offset + piece;
    return all.begin + offset;
}

}  // namespace

void* operator new(std::size_t size) {
    if (size > largest_small) return take_large(size);
    const std::size_t steps = steps_of(size);
    if (Freed* last = store.freed[steps]) {
        store.freed[steps] = last->next;
        return last;
    }
    size = steps * step;
    if (static_cast<std::size_t>(store.end - store.at) < size) return take_from_new_piece(size);
    void* taken = store.at;
    store.at += size;
    return taken;
}

void operator delete(void* object, std::size_t size) noexcept {
    if (object == nullptr) return;
    if (size > largest_small || !range().holds(object)) return std::free(object);
    const std::size_t steps = steps_of(size);
    auto* freed = static_cast<Freed*>(object);
    freed->next = store.freed[steps];
    store.freed[steps] = freed;
}

/// Of unknown size: a small object is left alone. The compiler gives the size of all but a few.
void operator delete(void* object) noexcept {
    if (!range().holds(object)) std::free(object);
}

// Arrays are deleted without their size.
void* operator new[](std::size_t size) {
    return take_large(size);
}
void operator delete[](void* object) noexcept {
    std::free(object);
}
void operator delete[](void* object, std::size_t) noexcept {
    std::free(object);
}
