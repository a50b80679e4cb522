// `stet proposal`: reads what a proposal asks for, renders all outputs, then writes them.
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/input_file.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/print.hpp"
#include "cli/progress.hpp"
#include "cli/run_options.hpp"
#include "cli/timings.hpp"
#include "stet.hpp"
#include "writers/format_table.hpp"
#include "writers/proposal/proposal_writer.hpp"

namespace stet::cli {

namespace {

std::string format_of(const Options& options, const std::string& path) {
    if (!options.to.empty()) return std::string(format_named(proposal_writers(), options.to).name);
    if (path == "-") return "text";
    if (const ProposalWriter* writer = format_for(proposal_writers(), path)) return std::string(writer->name);
    throw Error(path + ": error: the ending names no format; use .html, .md, .json or .txt, or say --to FORMAT");
}

}  // namespace

ExitCode run_proposal(std::span<const std::string> arguments) {
    const Parsed parsed = parse_proposal(arguments);
    const Options& options = parsed.options;
    if (parsed.help) {
        write_standard_output(*parsed.help);
        return done;
    }
    if (options.flags) {
        write_standard_output(write_flag_meanings(write_options(options, "-")));
        return done;
    }
    if (!options.base.empty()) return run_carry_out(options);
    Timings timings;
    timings.begin("opened");
    const std::vector<std::string> paths = output_paths(options);
    std::vector<std::string> formats;
    for (const std::string& path : paths) formats.push_back(format_of(options, path));
    const OutputFiles files(paths, options.inputs);

    Proposal proposal;
    std::vector<std::string> texts;
    {
        const Progress progress("stet: reading");
        proposal = read_proposal(read_input(options.inputs[0], options.from), read_options(options, timings));
        timings.begin("rendered");
        for (std::size_t i = 0; i < paths.size(); ++i)
            texts.push_back(write_proposal(proposal, formats[i], write_options(options, paths[i])));
    }
    timings.begin("written");
    if (!options.quiet)
        print_diagnostics(proposal.diagnostics, [&](const std::string&) { return &proposal.document.source; });
    files.write(texts);
    if (options.timings) print_error(timings.told());
    return done;
}

}  // namespace stet::cli
