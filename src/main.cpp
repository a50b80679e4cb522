// The program `stet`; the work is in the library.
#include "cli/run.hpp"

#ifdef STET_JEMALLOC
/// How the program's memory is kept, by jemalloc's manual: a run allocates much, frees little and ends. It stays with
/// the program, in one arena of large pages where the system gives them: fresh pages take a fifth of the time of a
/// comparison of 5 MB otherwise.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "narenas:1,thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1,oversize_threshold:0";
}
#endif

int main(int argc, char** argv) {
    return stet::cli::run(argc, argv);
}
