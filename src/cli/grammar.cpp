// `stet grammar`: lists, checks and shows grammars.
#include <string>

#include "checks/weighty_examples.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/print.hpp"
#include "grammar/check.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/check_examples.hpp"
#include "proposal/wage_examples.hpp"
#include "text/error.hpp"

namespace stet::cli {

namespace {

constexpr std::size_t name_columns = 20;

void list_grammars() {
    std::string out;
    for (const std::string& name : grammar_names()) {
        out += name;
        out.append(name.size() < name_columns ? name_columns - name.size() : 1, ' ');
        out += load_grammar(name).title + "\n";
    }
    write_standard_output(out);
}

ExitCode check_file(const std::string& path) {
    const Grammar grammar = load_grammar(path.find('/') == std::string::npos ? "./" + path : path);
    Diagnostics found = check_grammar(grammar);
    for (Diagnostic& diagnostic : check_wage_examples(grammar)) found.push_back(std::move(diagnostic));
    for (Diagnostic& diagnostic : check_weighty_examples(grammar)) found.push_back(std::move(diagnostic));
    for (Diagnostic& diagnostic : check_proposal_examples(grammar)) found.push_back(std::move(diagnostic));
    if (found.empty()) {
        const std::size_t count = grammar.examples.size();
        const std::size_t weighty = grammar.weighty_examples.size();
        const std::size_t wages = grammar.wages.examples.size(), asks = grammar.proposal.examples.size();
        write_standard_output(path + ": " + std::to_string(count) + (count == 1 ? " example gives" : " examples give") +
                              " the outline it says" +
                              (weighty == 0 ? "" : ", " + std::to_string(weighty) + " the flags it says") +
                              (wages == 0 ? "" : ", " + std::to_string(wages) + " the rows of wages it says") +
                              (asks == 0 ? "" : ", " + std::to_string(asks) + " the requests it says") + "\n");
        return done;
    }
    print_diagnostics(found, [](const std::string&) { return nullptr; });
    return trouble;
}

}  // namespace

ExitCode run_grammar(std::span<const std::string> arguments) {
    const Parsed parsed = parse_grammar_command(arguments);
    if (parsed.help) {
        write_standard_output(*parsed.help);
        return done;
    }
    const std::vector<std::string>& words = parsed.options.inputs;
    if (words[0] == "check") return check_file(words[1]);
    if (words[0] == "list")
        list_grammars();
    else
        write_standard_output(grammar_text(words[1]));
    return done;
}

}  // namespace stet::cli
