// `stet compare`: reads, compares, renders all outputs, then writes them.
#include <algorithm>
#include <future>
#include <string>
#include <utility>
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
#include "writers/writer.hpp"

namespace stet::cli {

namespace {

/// A place to write to and the format to write.
struct Output {
    std::string path;
    std::string format;  ///< empty: the clean text
};

std::string format_of(const Options& options, const std::string& path) {
    if (!options.to.empty()) return std::string(writer_named(options.to).name);
    if (path == "-") return "text";
    if (const Writer* writer = writer_for(path)) return std::string(writer->name);
    throw Error(path + ": error: the ending names no format; use .html, .md, .docx, .json or .txt, or say --to FORMAT");
}

std::vector<Output> outputs_of(const Options& options) {
    std::vector<Output> outputs;
    for (const std::string& path : options.outputs) outputs.push_back({path, format_of(options, path)});
    if (options.clean) outputs.push_back({*options.clean, {}});
    if (outputs.empty() || (options.outputs.empty() && !options.to.empty()))
        outputs.push_back({"-", format_of(options, "-")});
    return outputs;
}

Redline redline_of(const Options& options, const std::vector<Output>& outputs, Timings& timings) {
    ReadOptions read = read_options(options, timings);
    read.keep_unpacked =
        std::any_of(outputs.begin(), outputs.end(), [](const Output& o) { return o.format == "docx"; });
    if (options.faces) return compare_faces(read_input(options.inputs[0], options.from), read);
    auto other = std::async(std::launch::async, [&] { return read_input(options.inputs[0], options.from); });
    Input after = read_input(options.inputs[1], options.from);
    Input before = other.get();
    if (!options.also.empty())
        return compare_three(
            {std::move(before), std::move(after), read_input(options.also, options.from), party_names(options)}, read);
    return compare(std::move(before), std::move(after), read);
}

/// `told` gets what the format cannot say.
std::string render(const Redline& redline, const Options& options, const Output& output, Diagnostics& told) {
    WriteOptions written = write_options(options, output.path);
    written.tell = [&](const Diagnostic& one) { told.push_back(one); };
    if (output.format.empty()) {
        const Writer* writer = writer_for(output.path);
        if (writer != nullptr && writer->name == "docx")
            return options.reject ? reject_docx(redline, written) : accept_docx(redline, written);
        return options.reject ? reject(redline) : accept(redline);
    }
    return write(redline, output.format, written);
}

/// The redline of this run. It lives until the process ends: to take it apart piece by piece helps nobody.
Redline& lasting_redline() {
    static auto* const redline = new Redline;
    return *redline;
}

void print_remarks(const Redline& redline) {
    print_diagnostics(redline.diagnostics, [&](const std::string& file) -> const Source* {
        for (const Party& party : redline.parties)
            if (file == party.document.source.name()) return &party.document.source;
        if (file == redline.after.source.name()) return &redline.after.source;
        return file == redline.before.source.name() ? &redline.before.source : nullptr;
    });
}

}  // namespace

ExitCode run_compare(std::span<const std::string> arguments) {
    const Parsed parsed = parse_compare(arguments);
    const Options& options = parsed.options;
    if (parsed.help) {
        write_standard_output(*parsed.help);
        return done;
    }
    Timings timings;
    timings.begin("opened");
    const std::vector<Output> outputs = outputs_of(options);
    std::vector<std::string> paths;
    for (const Output& output : outputs) paths.push_back(output.path);
    std::vector<std::string> inputs = options.inputs;
    if (!options.also.empty()) inputs.push_back(options.also);
    const OutputFiles files(paths, inputs);

    Redline& redline = lasting_redline();
    std::vector<std::string> texts;
    Diagnostics told;
    {
        const Progress progress("stet: comparing");
        redline = redline_of(options, outputs, timings);
        timings.begin("rendered");
        for (const Output& output : outputs) texts.push_back(render(redline, options, output, told));
        redline.diagnostics.insert(redline.diagnostics.end(), told.begin(), told.end());
    }
    timings.begin("written");
    if (!options.quiet) print_remarks(redline);
    files.write(texts);
    if (options.timings) print_error(timings.told());
    if (!redline.verified.holds()) {
        print_trouble(
            "NOT VERIFIED: accepting or rejecting the changes does not give the documents; do not rely on it");
        return trouble;
    }
    return options.exit_code && !redline.changes.empty() ? changes_found : done;
}

}  // namespace stet::cli
