// Reads command lines; the only user of Boost.Program_options.
#include "cli/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <sstream>

#include "text/error.hpp"
#include "text/version.hpp"

namespace stet::cli {

namespace {

namespace po = boost::program_options;

/// A command's name, what it takes and what it says of itself.
struct CommandText {
    std::string_view name;
    std::string_view usage;
    std::string_view about;
    std::string_view examples;
};

constexpr CommandText compare_text = {
    "compare",
    "stet compare BEFORE AFTER [OPTION]...\n       stet compare DOCUMENT --faces [OPTION]...\n"
    "       stet compare BASE A --also B [OPTION]...\n",
    "Draws the redline of two versions, of a marked document's own two faces, or of two parties'\n"
    "versions of one base: what each changes, where they agree and where they differ.\n"
    "Without -o and --to it prints a summary with every change in its context.\n"
    "Exit code: 0 done, 1 changes found (only with --exit-code), 2 trouble.\n",
    "  stet compare agreement-2023.md agreement-2026.md -o redline.html -o redline.json\n"
    "  stet compare agreement.md employer.md --also union.md -o three-way.html\n"};

constexpr CommandText proposal_text = {
    "proposal", "stet proposal PROPOSAL [OPTION]...\n       stet proposal PROPOSAL --base BASE [OPTION]...\n",
    "Reads what a proposal asks for: from its instructions, its marks and its text, reconciled. What is\n"
    "not clear is shown with all its readings and none chosen; what was not understood is listed.\n"
    "Without -o and --to it prints what is asked, the ledger and the findings.\n",
    "  stet proposal offer.md -o offer.html -o offer.json\n"
    "  stet proposal offer.md --base agreement.md -o redline.html --clean new.md --report items.html\n"};

constexpr CommandText ledger_text = {
    "ledger", "stet ledger PROPOSAL... [OPTION]...\n",
    "Follows every subject over the rounds: what each side asks for last, what is tentatively agreed, what\n"
    "moved, what was dropped without a word and what was reopened. Proposals are taken in order of date.\n",
    "  stet ledger company-1.md union-1.md company-2.md -o ledger.html -o ledger.csv\n"
    "  stet ledger rounds/*.md --parties company,union,company\n"};

constexpr CommandText blame_text = {
    "blame", "stet blame BASE PROPOSAL... [OPTION]...\n",
    "The consolidated text with each stretch of words attributed: to the base, or to the round that brought it.\n",
    "  stet blame agreement.md company-1.md union-1.md company-2.md -o blame.html\n"
    "  stet blame agreement.md offer.md\n"};

constexpr CommandText seal_text = {
    "seal", "stet seal BASE PROPOSAL... --final FINAL [OPTION]...\n",
    "Proves that the final draft is the base and what was tentatively agreed, and nothing else; or lists every\n"
    "difference. Exit code: 0 done, 1 there are differences (only with --exit-code), 2 trouble.\n",
    "  stet seal agreement.md company-1.md union-1.md company-2.md --final final.md\n"
    "  stet seal agreement.md rounds/*.md --final final.md -o seal.html --exit-code\n"};

constexpr CommandText outline_text = {"outline", "stet outline DOCUMENT [OPTION]...\n",
                                      "Prints the tree of articles, sections and paragraphs as stet reads it.\n",
                                      "  stet outline agreement-2026.md\n"
                                      "  stet outline agreement-2026.txt --to json -o outline.json\n"};

constexpr CommandText grammar_text = {
    "grammar", "stet grammar list\n       stet grammar check FILE\n       stet grammar show NAME\n",
    "Lists the grammars built in, runs the examples of a grammar file, or prints a grammar built in.\n",
    "  stet grammar show us-agreement > ours.toml\n"
    "  stet grammar check ours.toml\n"};

void add_input(po::options_description& options, Options& into) {
    auto add = options.add_options();
    add("from", po::value(&into.from)->value_name("FORMAT"), "format of the input: markdown, html, docx, text");
    add("grammar", po::value(&into.grammar)->value_name("NAME|FILE"), "how units are labelled; found out if not given");
}

void add_reading(po::options_description& options, Options& into) {
    add_input(options, into);
    auto add = options.add_options();
    add("face", po::value<std::string>()->value_name("before|after"),
        "which face of a marked document is read (after)");
}

void add_general(po::options_description& options, Options& into) {
    auto add = options.add_options();
    add("timings", po::bool_switch(&into.timings), "say on standard error how long each stage took");
    add("quiet,q", po::bool_switch(&into.quiet), "print no warnings");
    add("help,h", "print this");
}

po::options_description compare_options(Options& into) {
    po::options_description options("Options", 100, 60);
    auto add = options.add_options();
    add("output,o", po::value(&into.outputs)->value_name("FILE"),
        "write the redline, in the format of the name's ending (.html .md .docx .json .txt); may be given several "
        "times; "
        "- is standard output");
    add("to", po::value(&into.to)->value_name("FORMAT"),
        "format: html, markdown, criticmarkup, docx, json, text, instructions");
    add("clean", po::value<std::string>()->value_name("FILE"),
        "write the text after the changes; a Word document where the name ends in .docx");
    add("reject", po::bool_switch(&into.reject), "with --clean: the text before the changes");
    add("faces", po::bool_switch(&into.faces), "compare the two faces of one marked document");
    add("also", po::value(&into.also)->value_name("FILE"), "three-way: the other party's version of the same base");
    add("names", po::value(&into.names)->value_name("A,B"),
        "with --also: what the parties are called (the files' names)");
    add_reading(options, into);
    add("title", po::value(&into.title)->value_name("TEXT"), "heads the redline");
    add("keep-revisions", po::bool_switch(&into.keep_revisions),
        "in a .docx, keep what AFTER tracks already beside the new changes (its after-face is compared)");
    add("formatting", po::bool_switch(&into.formatting), "track changes of bold, size and the like too, in a .docx");
    add("author", po::value(&into.author)->value_name("NAME"), "whose tracked changes they are in a .docx (stet)");
    add("date", po::value(&into.date)->value_name("TEXT"),
        "printed in the redline; one such as 2026-11-28 also dates tracked changes");
    add("typography", po::bool_switch(&into.typography), "show differences of quotes, dashes and spaces too");
    add("exit-code", po::bool_switch(&into.exit_code), "exit with 1 if there are changes");
    add_general(options, into);
    return options;
}

po::options_description proposal_options(Options& into) {
    po::options_description options("Options", 100, 60);
    auto add = options.add_options();
    add("output,o", po::value(&into.outputs)->value_name("FILE"),
        "write what is asked, in the format of the name's ending (.html .md .json .txt); may be given several times; "
        "- is standard output");
    add("to", po::value(&into.to)->value_name("FORMAT"), "format: html, markdown, criticmarkup, json, text");
    add("marks", po::value(&into.marks)->value_name("SPEC"),
        "how struck and new text is marked, such as new=bold,struck=brackets; found out if not given");
    add("flags", po::bool_switch(&into.flags), "print what each flag means, with an example, and nothing else");
    add("explain", po::bool_switch(&into.explain), "show how each instruction was parsed");
    add("base", po::value(&into.base)->value_name("FILE"),
        "carry the proposal out on this agreement: -o is then the redline");
    add("clean", po::value<std::string>()->value_name("FILE"), "with --base: write the consolidated agreement");
    add("report", po::value(&into.report)->value_name("FILE"),
        "with --base: write what became of each item (.html .md .csv .json .txt)");
    add("only", po::value(&into.only)->value_name("TA|ITEM,..."),
        "with --base: carry out what is tentatively agreed, or these items, and nothing else");
    add("keep-revisions", po::bool_switch(&into.keep_revisions),
        "with --base: in a .docx, keep what BASE tracks already beside the new changes");
    add("author", po::value(&into.author)->value_name("NAME"),
        "with --base: whose tracked changes they are in a .docx (the proposing party)");
    add_input(options, into);
    add("title", po::value(&into.title)->value_name("TEXT"), "heads the page");
    add("date", po::value(&into.date)->value_name("TEXT"), "printed on the page");
    add("draft", po::bool_switch(&into.draft), "print DRAFT on the page");
    add_general(options, into);
    return options;
}

void add_rounds(po::options_description& options, Options& into, const char* formats) {
    auto add = options.add_options();
    add("output,o", po::value(&into.outputs)->value_name("FILE"), formats);
    add("to", po::value(&into.to)->value_name("FORMAT"), "format: html, markdown, csv, json, text");
    add("parties", po::value(&into.parties)->value_name("SIDE,..."),
        "whose each proposal is, in the order given: company, union or neither; as they say if not given");
    add("dates", po::value(&into.dates)->value_name("DATE,..."),
        "the date of each, in the order given (2026-03-02); as they say if not given");
    add_input(options, into);
    add("title", po::value(&into.title)->value_name("TEXT"), "heads the page");
    add("date", po::value(&into.date)->value_name("TEXT"), "printed on the page");
    add("exit-code", po::bool_switch(&into.exit_code), "exit with 1 if there is something to look at");
    add_general(options, into);
}

constexpr const char* sheet_formats =
    "write it, in the format of the name's ending (.html .md .csv .json .txt); may be given several times; "
    "- is standard output";

po::options_description ledger_options(Options& into) {
    po::options_description options("Options", 100, 60);
    add_rounds(options, into, sheet_formats);
    return options;
}

po::options_description blame_options(Options& into) {
    po::options_description options("Options", 100, 60);
    add_rounds(options, into, sheet_formats);
    return options;
}

po::options_description seal_options(Options& into) {
    po::options_description options("Options", 100, 60);
    options.add_options()("final", po::value(&into.final_text)->value_name("FINAL"), "the final draft");
    add_rounds(options, into, sheet_formats);
    return options;
}

po::options_description outline_options(Options& into) {
    po::options_description options("Options", 100, 60);
    auto add = options.add_options();
    add("output,o", po::value(&into.outputs)->value_name("FILE"),
        "write the outline, in the format of the name's ending (.json .txt); - is standard output");
    add("to", po::value(&into.to)->value_name("FORMAT"), "format: text, json");
    add_reading(options, into);
    add_general(options, into);
    return options;
}

po::options_description grammar_options(Options&) {
    po::options_description options("Options", 100, 60);
    options.add_options()("help,h", "print this");
    return options;
}

std::string help_text(const CommandText& command, const po::options_description& options) {
    std::ostringstream out;
    out << "Usage: " << command.usage << "\n"
        << command.about << "\n"
        << options << "\nExamples:\n"
        << command.examples;
    return out.str();
}

[[noreturn]] void fail(const CommandText& command, const std::string& message) {
    throw Error(message + "; see 'stet " + std::string(command.name) + " --help'");
}

/// Boost's words end in no period and may name an option with or without its dashes; ours name what was typed.
std::string words_of(const po::error& error) {
    if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error))
        return "unknown option " + unknown->get_option_name();
    if (const auto* option = dynamic_cast<const po::error_with_option_name*>(&error))
        if (dynamic_cast<const po::multiple_occurrences*>(option) != nullptr)
            return option->get_option_name() + " is given twice";
    return error.what();
}

Face face_named(const CommandText& command, const std::string& name) {
    if (name == "before") return Face::before;
    if (name == "after") return Face::after;
    fail(command, "--face is before or after, not '" + name + "'");
}

Parsed parse(const CommandText& command, po::options_description (*describe)(Options&),
             std::span<const std::string> arguments) {
    Parsed parsed;
    Options& into = parsed.options;
    const po::options_description visible = describe(into);
    po::options_description all;
    all.add(visible).add_options()("input", po::value(&into.inputs));
    po::positional_options_description positions;
    positions.add("input", -1);
    namespace style = po::command_line_style;
    po::variables_map values;
    try {
        const std::vector<std::string> words(arguments.begin(), arguments.end());
        po::store(po::command_line_parser(words)
                      .options(all)
                      .positional(positions)
                      .style(style::default_style & ~style::allow_guessing)
                      .run(),
                  values);
        if (values.count("help") > 0) {
            parsed.help = help_text(command, visible);
            return parsed;
        }
        po::notify(values);
    } catch (const po::error& error) {
        fail(command, words_of(error));
    }
    if (values.count("clean") > 0) into.clean = values["clean"].as<std::string>();
    if (values.count("face") > 0) into.face = face_named(command, values["face"].as<std::string>());
    return parsed;
}

void want_inputs(const CommandText& command, const Options& options, std::size_t count, const std::string& what) {
    if (options.inputs.size() == count) return;
    const std::size_t given = options.inputs.size();
    const std::string words = given == 0   ? "none is given"
                              : given == 1 ? "1 is given"
                                           : std::to_string(given) + " are given";
    fail(command, what + ", but " + words);
}

/// `before`: documents that stand before the proposals.
void want_rounds(const CommandText& command, const Options& options, std::size_t before) {
    const std::string what = before == 0 ? "takes one PROPOSAL or more" : "takes BASE and one PROPOSAL or more";
    if (options.inputs.size() < before + 1) fail(command, std::string(command.name) + " " + what);
    if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1)
        fail(command, "only one of the documents can be standard input");
    const std::size_t rounds = options.inputs.size() - before;
    for (const auto& [list, name] : {std::pair{&options.parties, "--parties"}, std::pair{&options.dates, "--dates"}})
        if (!list->empty() && split_list(*list).size() != rounds)
            fail(command, std::string(name) + " takes one word for each proposal");
    for (const std::string& party : split_list(options.parties))
        if (party != "company" && party != "union" && party != "neither")
            fail(command, "a party is company, union or neither, not '" + party + "'");
}

void check_three_way(const Options& options) {
    if (options.also.empty()) {
        if (!options.names.empty()) fail(compare_text, "--names needs --also FILE");
        return;
    }
    if (options.faces) fail(compare_text, "--faces and --also exclude each other");
    if (options.clean && !options.reject)
        fail(compare_text, "--clean with --also needs --reject: two parties give two texts after the changes");
    const std::array<std::string, 2> names = party_names(options);
    if (!options.names.empty() && (names[0].empty() || names[1].empty() || names[0] == names[1]))
        fail(compare_text, "--names takes two different names parted by a comma, not '" + options.names + "'");
}

}  // namespace

std::array<std::string, 2> party_names(const Options& options) {
    const std::size_t comma = options.names.find(',');
    if (comma == std::string::npos) return {};
    return {options.names.substr(0, comma), options.names.substr(comma + 1)};
}

Parsed parse_compare(std::span<const std::string> arguments) {
    Parsed parsed = parse(compare_text, compare_options, arguments);
    if (parsed.help) return parsed;
    const Options& options = parsed.options;
    if (options.faces)
        want_inputs(compare_text, options, 1, "--faces takes one document");
    else
        want_inputs(compare_text, options, 2, "compare takes two documents, BEFORE and AFTER");
    const auto standard = std::count(options.inputs.begin(), options.inputs.end(), "-") + (options.also == "-" ? 1 : 0);
    if (standard > 1) fail(compare_text, "only one of the documents can be standard input");
    check_three_way(options);
    if (options.reject && !options.clean) fail(compare_text, "--reject needs --clean FILE");
    return parsed;
}

Parsed parse_proposal(std::span<const std::string> arguments) {
    Parsed parsed = parse(proposal_text, proposal_options, arguments);
    if (parsed.help) return parsed;
    const Options& options = parsed.options;
    if (options.flags) {
        want_inputs(proposal_text, options, 0, "--flags takes no document");
        return parsed;
    }
    want_inputs(proposal_text, options, 1, "proposal takes one document");
    if (!options.base.empty()) {
        if (options.base == "-" && options.inputs[0] == "-")
            fail(proposal_text, "only one of the documents can be standard input");
        return parsed;
    }
    if (options.clean) fail(proposal_text, "--clean needs --base FILE");
    if (!options.report.empty()) fail(proposal_text, "--report needs --base FILE");
    if (!options.only.empty()) fail(proposal_text, "--only needs --base FILE");
    return parsed;
}

Parsed parse_ledger(std::span<const std::string> arguments) {
    Parsed parsed = parse(ledger_text, ledger_options, arguments);
    if (!parsed.help) want_rounds(ledger_text, parsed.options, 0);
    return parsed;
}

Parsed parse_blame(std::span<const std::string> arguments) {
    Parsed parsed = parse(blame_text, blame_options, arguments);
    if (!parsed.help) want_rounds(blame_text, parsed.options, 1);
    return parsed;
}

Parsed parse_seal(std::span<const std::string> arguments) {
    Parsed parsed = parse(seal_text, seal_options, arguments);
    if (parsed.help) return parsed;
    want_rounds(seal_text, parsed.options, 1);
    if (parsed.options.final_text.empty()) fail(seal_text, "seal needs --final FINAL");
    return parsed;
}

std::vector<std::string> split_list(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        std::size_t first = at;
        std::size_t last = end;
        while (first < last && text[first] == ' ') ++first;
        while (last > first && text[last - 1] == ' ') --last;
        parts.push_back(text.substr(first, last - first));
        at = end + 1;
    }
    return parts;
}

Parsed parse_outline(std::span<const std::string> arguments) {
    Parsed parsed = parse(outline_text, outline_options, arguments);
    if (!parsed.help) want_inputs(outline_text, parsed.options, 1, "outline takes one document");
    return parsed;
}

Parsed parse_grammar_command(std::span<const std::string> arguments) {
    Parsed parsed = parse(grammar_text, grammar_options, arguments);
    if (parsed.help) return parsed;
    const std::vector<std::string>& words = parsed.options.inputs;
    if (words.empty()) fail(grammar_text, "grammar takes list, check FILE or show NAME");
    if (words[0] != "list" && words[0] != "check" && words[0] != "show")
        fail(grammar_text, "unknown word '" + words[0] + "': use list, check FILE or show NAME");
    const std::size_t count = words[0] == "list" ? 1 : 2;
    if (words.size() != count)
        fail(grammar_text, words[0] == "list"    ? "grammar list takes nothing more"
                           : words[0] == "check" ? "grammar check takes one FILE"
                                                 : "grammar show takes one NAME");
    return parsed;
}

std::string program_help() {
    std::string out =
        "Usage: stet COMMAND [ARGUMENT]...\n\n"
        "Compares agreements, draws proven redlines and reads what proposals ask for.\n\n"
        "Commands:\n"
        "  compare   redline of two versions, of two parties' versions, or of a marked document's two faces\n"
        "  proposal  what a proposal asks for, or the redline of carrying it out\n"
        "  ledger    every subject over the rounds of proposals\n"
        "  blame     which round brought which words\n"
        "  seal      whether the final draft is the base and what was agreed\n"
        "  outline   the tree of a document as stet reads it\n"
        "  grammar   lists, checks and shows the grammars of labels\n\n"
        "Options:\n"
        "  -h, --help     print this; 'stet COMMAND --help' says more\n"
        "  --version      print the version\n\n"
        "Examples:\n";
    out.append(compare_text.examples).append(proposal_text.examples).append(outline_text.examples);
    return out;
}

}  // namespace stet::cli
