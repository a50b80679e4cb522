// `stet proposal --base`: carries a proposal out, renders the redline, the new text and the items, then writes them.
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
#include "writers/writer.hpp"

namespace stet::cli {

namespace {

enum class What { redline, clean, report };

/// A place to write to, what to write there and in which format.
struct Output {
    std::string path;
    What what = What::redline;
    std::string format;
};

std::string redline_format(const Options& options, const std::string& path) {
    if (!options.to.empty()) return std::string(writer_named(options.to).name);
    if (const Writer* writer = writer_for(path)) return std::string(writer->name);
    throw Error(path + ": error: the ending names no format; use .html, .md, .docx, .json or .txt, or say --to FORMAT");
}

std::string sheet_format(const std::string& path) {
    if (path == "-") return "text";
    if (const SheetWriter* writer = format_for(sheet_writers(), path)) return std::string(writer->name);
    throw Error(path + ": error: the ending names no format; use .html, .md, .csv, .json or .txt");
}

/// Without an output the items are told, then the redline.
std::vector<Output> outputs_of(const Options& options) {
    std::vector<Output> outputs;
    for (const std::string& path : options.outputs)
        outputs.push_back(
            {path, What::redline, path == "-" && options.to.empty() ? "text" : redline_format(options, path)});
    if (options.clean) outputs.push_back({*options.clean, What::clean, {}});
    if (!options.report.empty()) outputs.push_back({options.report, What::report, sheet_format(options.report)});
    if (outputs.empty())
        outputs.push_back(options.to.empty() ? Output{"-", What::report, "text"}
                                             : Output{"-", What::redline, redline_format(options, "-")});
    return outputs;
}

/// Whose tracked changes they are: the proposing party's.
std::string proposing_party(const Proposal& proposal) {
    std::string name(side_name(proposal.party));
    if (name.empty()) return WriteOptions().author;
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

ApplyOptions wanted(const Options& options) {
    ApplyOptions out;
    if (options.only == "TA")
        out.only_agreed = true;
    else
        out.items = split_list(options.only);
    return out;
}

bool is_docx(const std::string& path) {
    const Writer* writer = writer_for(path);
    return writer != nullptr && writer->name == "docx";
}

/// The new text in the base's own format; as a Word document, or as text from one, where the name asks for that.
std::string clean(const Consolidated& made, const Options& options, const Output& output) {
    const bool package = !made.redline.after.source.bytes().empty();
    if (package == is_docx(output.path) || output.path == "-") return made.text;
    return package ? accept(made.redline) : accept_docx(made.redline, write_options(options, output.path));
}

/// `told` gets what the format cannot say.
std::string render(const Proposal& proposal, const Consolidated& made, const Options& options, const Output& output,
                   Diagnostics& told) {
    if (output.what == What::clean) return clean(made, options, output);
    WriteOptions written = write_options(options, output.path);
    if (written.author == WriteOptions().author) written.author = proposing_party(proposal);
    written.tell = [&](const Diagnostic& one) { told.push_back(one); };
    if (output.what == What::report) return write(item_report(proposal, made), output.format, written);
    return write(proposal, made, output.format, written);
}

void want_known_items(const Proposal& proposal, const ApplyOptions& apply) {
    for (const std::string& item : apply.items) {
        bool known = false;
        for (const Operation& operation : proposal.operations)
            known = known || operation.item == item || operation.id == item;
        if (!known) throw Error("error: the proposal has no item '" + item + "'; see 'stet proposal' for its items");
    }
}

}  // namespace

ExitCode run_carry_out(const Options& options) {
    Timings timings;
    timings.begin("opened");
    const std::vector<Output> outputs = outputs_of(options);
    std::vector<std::string> paths;
    for (const Output& output : outputs) paths.push_back(output.path);
    const OutputFiles files(paths, {options.inputs[0], options.base});

    Proposal proposal;
    Consolidated made;
    std::vector<std::string> texts;
    Diagnostics told;
    {
        const Progress progress("stet: carrying out");
        const ReadOptions read = read_options(options, timings);
        proposal = read_proposal(read_input(options.inputs[0], options.from), read);
        const ApplyOptions apply = wanted(options);
        want_known_items(proposal, apply);
        made = carry_out(proposal, read_input(options.base, {}), read, apply);
        timings.begin("rendered");
        for (const Output& output : outputs) texts.push_back(render(proposal, made, options, output, told));
        made.redline.diagnostics.insert(made.redline.diagnostics.end(), told.begin(), told.end());
    }
    timings.begin("written");
    if (!options.quiet)
        print_diagnostics(made.redline.diagnostics, [&](const std::string& file) {
            return file == made.redline.before.source.name() ? &made.redline.before.source : nullptr;
        });
    files.write(texts);
    if (options.timings) print_error(timings.told());
    if (made.reads_back && made.redline.verified.holds()) return done;
    print_trouble("NOT VERIFIED: the new text does not read back as planned; do not rely on it");
    return trouble;
}

}  // namespace stet::cli
