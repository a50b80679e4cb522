// The options of each command, as the shell gave them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/run.hpp"

namespace stet::cli {

/// Options that the commands share, and those of each alone.
struct Options {
    std::vector<std::string> inputs;   ///< "-" is standard input
    std::vector<std::string> outputs;  ///< "-" is standard output
    std::string from;                  ///< format of the inputs; empty: by their endings
    std::string to;                    ///< format of the outputs; empty: by their endings
    std::string grammar;
    std::string title;
    std::string author = "stet";  ///< of tracked changes
    std::string date;
    std::string also;                  ///< three-way: the second party's document; empty: none
    std::string names;                 ///< three-way: what the parties are called, parted by a comma
    std::string marks;                 ///< proposal: how it marks struck and new text; empty: found out
    std::optional<std::string> clean;  ///< where the clean text goes
    Face face = Face::after;
    std::string base;        ///< proposal: the agreement that it is carried out on; empty: none
    std::string report;      ///< proposal with a base: where the items go; empty: nowhere
    std::string only;        ///< proposal with a base: "TA", or items parted by commas; empty: all
    std::string parties;     ///< rounds: the side of each proposal, parted by commas; empty: as they say
    std::string dates;       ///< rounds: the date of each proposal, parted by commas; empty: as they say
    std::string final_text;  ///< seal: the final draft
    bool faces = false;
    bool reject = false;
    bool formatting = false;
    bool keep_revisions = false;
    bool typography = false;
    bool draft = false;
    bool explain = false;
    bool flags = false;
    bool exit_code = false;
    bool timings = false;
    bool quiet = false;
};

/// A command line is its options, or a text to print and nothing to do.
struct Parsed {
    Options options;
    std::optional<std::string> help;
};

/// The two names of --names; empty where they are not given.
std::array<std::string, 2> party_names(const Options& options);

/// Arguments behind the command's name. Throws Error for what is unknown, missing or at odds.
Parsed parse_compare(std::span<const std::string> arguments);
Parsed parse_proposal(std::span<const std::string> arguments);
Parsed parse_ledger(std::span<const std::string> arguments);
Parsed parse_blame(std::span<const std::string> arguments);
Parsed parse_seal(std::span<const std::string> arguments);

/// The parts of a list parted by commas, without blanks around them; empty for an empty text.
std::vector<std::string> split_list(const std::string& text);
Parsed parse_outline(std::span<const std::string> arguments);

/// `grammar list | check FILE | show NAME`: inputs are the words.
Parsed parse_grammar_command(std::span<const std::string> arguments);

/// The text of `stet --help`.
std::string program_help();

}  // namespace stet::cli
