// `stet ledger`, `stet blame` and `stet seal`: reads the rounds, makes the sheet, renders it, then writes it.
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/input_file.hpp"
#include "cli/output_files.hpp"
#include "cli/print.hpp"
#include "cli/progress.hpp"
#include "cli/run_options.hpp"
#include "cli/timings.hpp"
#include "stet.hpp"
#include "writers/format_table.hpp"
#include "writers/sheet.hpp"

namespace stet::cli {

namespace {

std::string format_of(const Options& options, const std::string& path) {
    if (!options.to.empty()) return std::string(format_named(sheet_writers(), options.to).name);
    if (path == "-") return "text";
    if (const SheetWriter* writer = format_for(sheet_writers(), path)) return std::string(writer->name);
    throw Error(path + ": error: the ending names no format; use .html, .md, .csv, .json or .txt, or say --to FORMAT");
}

Side side_named(const std::string& party) {
    return party == "company" ? Side::company : party == "union" ? Side::union_side : Side::neither;
}

std::vector<Proposal> read_rounds(const Options& options, std::size_t first, const ReadOptions& read) {
    const std::vector<std::string> parties = split_list(options.parties);
    const std::vector<std::string> dates = split_list(options.dates);
    std::vector<Proposal> rounds;
    for (std::size_t i = first; i < options.inputs.size(); ++i) {
        Proposal proposal = read_proposal(read_input(options.inputs[i], options.from), read);
        if (!parties.empty()) proposal.party = side_named(parties[i - first]);
        if (!dates.empty()) proposal.date = dates[i - first];
        rounds.push_back(std::move(proposal));
    }
    return rounds;
}

/// Reads the rounds, which follow `first` other documents, and writes the sheet that `make` makes of them.
template <class Make>
void write_rounds(const Options& options, std::size_t first, Make make) {
    Timings timings;
    timings.begin("opened");
    const std::vector<std::string> paths = output_paths(options);
    std::vector<std::string> formats;
    for (const std::string& path : paths) formats.push_back(format_of(options, path));
    std::vector<std::string> inputs = options.inputs;
    if (!options.final_text.empty()) inputs.push_back(options.final_text);
    const OutputFiles files(paths, inputs);
    std::vector<std::string> texts;
    {
        const Progress progress("stet: reading");
        const ReadOptions read = read_options(options, timings);
        const Sheet sheet = make(read_rounds(options, first, read), read);
        timings.begin("rendered");
        for (std::size_t i = 0; i < paths.size(); ++i)
            texts.push_back(write(sheet, formats[i], write_options(options, paths[i])));
    }
    timings.begin("written");
    files.write(texts);
    if (options.timings) print_error(timings.told());
}

}  // namespace

ExitCode run_ledger(std::span<const std::string> arguments) {
    const Parsed parsed = parse_ledger(arguments);
    if (parsed.help) {
        write_standard_output(*parsed.help);
        return done;
    }
    write_rounds(parsed.options, 0,
                 [](std::vector<Proposal> rounds, const ReadOptions&) { return ledger(std::move(rounds)); });
    return done;
}

ExitCode run_blame(std::span<const std::string> arguments) {
    const Parsed parsed = parse_blame(arguments);
    if (parsed.help) {
        write_standard_output(*parsed.help);
        return done;
    }
    const Options& options = parsed.options;
    write_rounds(options, 1, [&](std::vector<Proposal> rounds, const ReadOptions& read) {
        return blame(std::move(rounds), read_input(options.inputs[0], options.from), read);
    });
    return done;
}

ExitCode run_seal(std::span<const std::string> arguments) {
    const Parsed parsed = parse_seal(arguments);
    if (parsed.help) {
        write_standard_output(*parsed.help);
        return done;
    }
    const Options& options = parsed.options;
    bool holds = false;
    write_rounds(options, 1, [&](std::vector<Proposal> rounds, const ReadOptions& read) {
        Seal made = seal(std::move(rounds), read_input(options.inputs[0], options.from),
                         read_input(options.final_text, options.from), read);
        holds = made.holds;
        return std::move(made.sheet);
    });
    return options.exit_code && !holds ? changes_found : done;
}

}  // namespace stet::cli
