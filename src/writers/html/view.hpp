// What every part of the page asks of a redline: which changes show in a block, what a unit is called, what is set
// apart.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redline/redline.hpp"
#include "writers/write_options.hpp"

namespace stet::html {

/// A redline with the indices that the page's parts share. Lives as long as the redline and the options.
class View {
public:
    View(const Redline& redline, const WriteOptions& options);

    const Redline& redline() const { return redline_; }
    const WriteOptions& options() const { return options_; }
    const RedlineBlock& block(std::uint32_t index) const { return redline_.blocks[index]; }
    const RedlineSection& section_of(std::uint32_t index) const { return redline_.sections[block(index).section]; }

    /// Changes that show in a block, ascending.
    std::span<const std::uint32_t> changes_of(std::uint32_t index) const;
    /// A block with something to show: a change, or a difference of typography where these are asked for.
    bool live(std::uint32_t index) const { return live_[index]; }
    /// A block that gets a change bar, folded or not.
    bool changed(std::uint32_t index) const {
        return live_[index] || block(index).status != BlockStatus::unchanged || !changes_of(index).empty();
    }
    /// Page furniture and contents: outside the redline.
    bool set_aside(std::uint32_t index) const { return set_aside_[index]; }
    /// A heading of its own, which becomes a heading of the page.
    bool heading(std::uint32_t index) const;
    /// The block that opens a section, else its first, else none.
    std::uint32_t opening(std::uint32_t section) const { return openings_[section]; }
    /// A change that gives a unit another number and nothing else; many of these are told in one line.
    bool quiet(std::uint32_t change) const;
    /// Whether there are so many of them that they are.
    bool folds_quiet() const;

private:
    void find_set_aside();
    void index_changes();
    void find_live_blocks();
    void find_openings();

    const Redline& redline_;
    const WriteOptions& options_;
    std::vector<bool> set_aside_;
    std::vector<std::uint32_t> offsets_;
    std::vector<std::uint32_t> changes_;
    std::vector<bool> live_;
    std::vector<std::uint32_t> openings_;
    std::uint32_t quiet_count_ = 0;
};

/// What people call a unit: "Article 5", "(a)"; its heading where it has no label.
std::string unit_name(const Document& document, NodeId node);

/// The unit with those it stands in, outermost first: "Article 5, Section 21".
std::string unit_path(const Document& document, NodeId node);

/// A level's name with a capital ("Article"), and its plural ("articles", "letters of agreement").
std::string capitalised(std::string_view name);
std::string plural(std::string_view name);

/// The node and document that a section shows by: the after side's, the before side's where it was deleted.
struct Shown {
    const Document& document;
    NodeId node;
};
Shown shown(const Redline& redline, const RedlineSection& section);

/// Whether the words between white space differ in the two forms of equal text.
bool differs_in_typography(std::string_view before, std::string_view after);

}  // namespace stet::html
