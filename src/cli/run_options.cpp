// Options that a command does not have keep what the library takes without them.
#include "cli/run_options.hpp"

#include "cli/print.hpp"

namespace stet::cli {

ReadOptions read_options(const Options& options, Timings& timings) {
    return {options.grammar, options.face, timings.observer(), options.marks};
}

std::vector<std::string> output_paths(const Options& options) {
    return options.outputs.empty() ? std::vector<std::string>{"-"} : options.outputs;
}

WriteOptions write_options(const Options& options, const std::string& path) {
    WriteOptions out;
    out.title = options.title;
    out.date = options.date;
    out.author = options.author;
    out.formatting = options.formatting;
    out.keep_revisions = options.keep_revisions;
    out.typography = options.typography;
    out.draft = options.draft;
    out.explain = options.explain;
    if (path == "-") {
        out.colour = wants_colour();
        out.width = terminal_width();
    }
    return out;
}

}  // namespace stet::cli
