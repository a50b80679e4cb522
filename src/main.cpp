// The program `stet`; the work is in the library.
#include <cstddef>
#include <cstdlib>

#include "cli/run.hpp"

#ifdef STET_JEMALLOC
/// How the program's memory is kept, by jemalloc's manual: a run allocates much, frees little and ends. It stays with
/// the program, in one arena of large pages where the system gives them: fresh pages take a fifth of the time of a
/// comparison of 5 MB otherwise.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf =
    "narenas:1,thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1,oversize_threshold:0,lg_extent_max_active_fit:20";
}
#endif

namespace {

/// Has the allocator take one stretch of addresses from which most runs are served, so that large pages fit into it. It
/// costs nothing until it is written to.
void take_addresses() {
    constexpr std::size_t most_runs = std::size_t{64} << 20;
    void* volatile stretch = std::malloc(most_runs);  // volatile: or the compiler leaves both calls out
    std::free(stretch);
}

}  // namespace

int main(int argc, char** argv) {
    take_addresses();
    return stet::cli::run(argc, argv);
}
