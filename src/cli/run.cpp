// Chooses the command; the one place that catches.
#include "cli/run.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/print.hpp"
#include "text/error.hpp"
#include "text/version.hpp"

namespace stet::cli {

namespace {

struct Command {
    std::string_view name;
    ExitCode (*run)(std::span<const std::string>);
};

constexpr Command commands[] = {{"compare", run_compare}, {"proposal", run_proposal}, {"ledger", run_ledger},
                                {"blame", run_blame},     {"seal", run_seal},         {"outline", run_outline},
                                {"grammar", run_grammar}};

/// A closed standard stream would give its number to the next file opened. What is written to the stand-in fails.
void hold_standard_streams() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) >= 0) continue;
        const int opened = ::open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR);
        if (opened >= 0 && opened != descriptor) ::close(opened);
    }
}

ExitCode run_command(const std::vector<std::string>& arguments) {
    if (arguments.empty()) throw Error("no command given; see 'stet --help'");
    const std::string& name = arguments.front();
    if (name == "--help" || name == "-h") {
        write_standard_output(program_help());
        return done;
    }
    if (name == "--version") {
        write_standard_output("stet " + std::string(version) + "\n");
        return done;
    }
    for (const Command& command : commands)
        if (command.name == name) return command.run(std::span(arguments).subspan(1));
    throw Error((name.starts_with("-") ? "unknown option " : "unknown command ") + name + "; see 'stet --help'");
}

bool is_unlimited(int resource) {
    struct rlimit limit {};
    return ::getrlimit(resource, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY;
}

/// A run allocates much, frees little and ends: memory is taken in one large piece, of large pages where the system
/// gives them, shared by all threads, and stays with the program. A fifth of the time of a comparison of 5 MB goes into
/// fresh pages otherwise.
void keep_freed_memory() {
    constexpr std::uintptr_t large_page = 2 << 20;
    constexpr int first_piece = 256 << 20;  // of addresses; what is not touched takes no memory
    constexpr int later_piece = 16 << 20;
    ::mallopt(M_ARENA_MAX, 1);
    if (!is_unlimited(RLIMIT_AS) || !is_unlimited(RLIMIT_DATA)) return;
    ::mallopt(M_TRIM_THRESHOLD, 2 * first_piece);
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TOP_PAD, first_piece);
    void* const first = std::malloc(1 << 20);
    ::mallopt(M_TOP_PAD, later_piece);
    if (first == nullptr) return;
    const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(first) + large_page - 1) / large_page * large_page;
    const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
    std::free(first);
}

}  // namespace

int run(int argc, const char* const* argv) {
    keep_freed_memory();
    std::signal(SIGPIPE, SIG_IGN);
    hold_standard_streams();
    try {
        return run_command(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    } catch (const Error& error) {
        print_trouble(error.what());
    } catch (const std::bad_alloc&) {
        print_trouble("out of memory");
    } catch (const std::exception& error) {
        print_trouble(error.what());
    }
    return trouble;
}

}  // namespace stet::cli
