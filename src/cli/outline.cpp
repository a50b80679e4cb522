// `stet outline`: the tree of one document.
#include <algorithm>
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

namespace stet::cli {

namespace {

bool ends_with(const std::string& path, std::string_view ending) {
    return path.size() > ending.size() && path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
}

std::string format_of(const Options& options, const std::string& path) {
    if (!options.to.empty()) {
        if (options.to == "json" || options.to == "text") return options.to;
        throw Error("error: an outline has the formats text and json, not '" + options.to + "'");
    }
    if (path == "-" || ends_with(path, ".txt")) return "text";
    if (ends_with(path, ".json")) return "json";
    throw Error(path + ": error: the ending names no format of an outline; use .json or .txt, or say --to FORMAT");
}

}  // namespace

ExitCode run_outline(std::span<const std::string> arguments) {
    const Parsed parsed = parse_outline(arguments);
    const Options& options = parsed.options;
    if (parsed.help) {
        write_standard_output(*parsed.help);
        return done;
    }
    Timings timings;
    timings.begin("opened");
    const std::vector<std::string> paths = output_paths(options);
    std::vector<std::string> formats;
    for (const std::string& path : paths) formats.push_back(format_of(options, path));
    const OutputFiles files(paths, options.inputs);

    Document document;
    std::vector<std::string> texts;
    {
        const Progress progress("stet: reading");
        document = read(read_input(options.inputs[0], options.from), read_options(options, timings));
        timings.begin("rendered");
        for (const std::string& format : formats) texts.push_back(write_outline(document, format));
    }
    if (!options.quiet) print_diagnostics(document.diagnostics, [&](const std::string&) { return &document.source; });
    timings.begin("written");
    files.write(texts);
    if (options.timings) print_error(timings.told());
    return done;
}

}  // namespace stet::cli
