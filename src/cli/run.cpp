// Chooses the command; the one place that catches.
#include "cli/run.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
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

}  // namespace

int run(int argc, const char* const* argv) {
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
