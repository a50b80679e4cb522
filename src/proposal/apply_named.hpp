// Operations whose targets are named as people name them: looked for by number, title and text.
#pragma once

#include "proposal/apply.hpp"
#include "proposal/plan.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// What an operation wants done to the base. Gives an empty wish and a reason in `step` where its target is not there,
/// is there twice, or does not have the words that it strikes; remarks where number and text disagree, where the base's
/// words differ from those printed, where a place is not stated or a number is left open. `renumbers`: the numbers of
/// the units behind it are to change.
Wish plan_named(const Document& base, const BaseText& text, const Operation& operation, bool renumbers,
                CarriedOut& step);

}  // namespace stet
