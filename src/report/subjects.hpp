// How surely two operations of different rounds are about one subject.
#pragma once

#include <string>

#include "proposal/proposal.hpp"

namespace stet {

/// Where what an operation is about stands: of a move not where it goes.
const Target& place_of(const Operation& operation);

/// "4(c)": the section that a target names, with its lettered paragraph.
std::string place_label(const Target& target);

/// Whether what is said of a proposal without its words ("Section 4(c): withdrawn") is said at an operation's place.
bool is_said_there(const Operation& note, const Operation& operation);

/// The same of all that stands there: "Section 4: withdrawn" is said of 4(c), too.
bool is_said_of_all(const Operation& note, const Operation& operation);

/// 0 where they are not; else the higher the surer. Numbers count less than titles and texts.
double same_subject(const Operation& a, const Operation& b);

/// How alike two letters are by their numbers and titles, 0 to 1: with two numbers only titles that agree make them
/// one.
double same_letter(const std::string& a, const std::string& b);

}  // namespace stet
