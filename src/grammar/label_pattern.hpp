// Label templates of a grammar ("ARTICLE {decimal}", "({lower-alpha})"), compiled to a matcher that is linear in the
// label.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/numeral.hpp"

namespace stet {

/// A label found at some place of a text.
struct LabelMatch {
    std::uint32_t end = 0;  ///< offset behind the template's last character
    Ordinals ordinals;      ///< empty for a template without a numeral
    std::uint32_t value_begin = 0;
    std::uint32_t value_end = 0;  ///< where the numeral stands, empty without one
};

/// One template: a literal, a numeral in braces, a literal; either literal may be empty, the numeral may be missing. A
/// numeral of several kinds joined by full stops ("{upper-roman.decimal}") counts as a dotted one does: "IV.2" is {4,
/// 2}. A blank stands for any number of blanks (at least one), a quote for any kind of quote, a hyphen for any dash.
class LabelPattern {
public:
    /// Throws Error saying what is wrong with the template; `fold` matches letters whatever their case.
    LabelPattern(std::string_view text, bool fold);

    /// The label at offset `at`, whose last character must not run on into a word.
    std::optional<LabelMatch> match(std::string_view text, std::uint32_t at) const;

    const std::string& text() const { return text_; }
    bool counted() const { return !kinds_.empty(); }
    NumeralKind kind() const { return kinds_.size() > 1 ? NumeralKind::dotted : first_kind(); }
    /// Of a numeral of several kinds the one that it begins with.
    NumeralKind first_kind() const { return kinds_.empty() ? NumeralKind::decimal : kinds_.front(); }
    /// Tells labels of one row from those of another: "(a)" from "a." from "(1)".
    const std::string& before() const { return before_; }
    const std::string& after() const { return after_; }

private:
    void read_kinds(std::string_view name);
    std::optional<Numeral> parse(std::string_view text) const;

    std::string text_;
    std::string before_;
    std::string after_;
    std::vector<NumeralKind> kinds_;  ///< joined by full stops; empty where nothing is counted
    bool fold_ = false;
};

}  // namespace stet
