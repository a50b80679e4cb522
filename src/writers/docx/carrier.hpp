// Carries what the before-document alone has into a part of the after-document: its relationships, styles, lists and
// vocabularies are made to mean there what they meant here.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>

#include "writers/docx/package_edits.hpp"
#include "writers/docx/side.hpp"

namespace stet::docx {

/// The lists of a numbering part (w:numbering, or none), by their ids.
class ListsOfPart {
public:
    explicit ListsOfPart(pugi::xml_node root);

    /// The w:num of an id; none where there is none.
    pugi::xml_node number(const std::string& id) const;
    /// The w:abstractNum of a w:num.
    pugi::xml_node abstract_of(pugi::xml_node number) const;

private:
    std::map<std::string, pugi::xml_node> numbers_;
    std::map<std::string, pugi::xml_node> abstracts_;
};

/// Lists of the before-document that are added to the numbering part of the after-document.
class ListCarrier {
public:
    ListCarrier(PackageSide& before, PackageSide& after);

    /// The w:numId that means in the after-document what `id` means in the before-document; empty where it has none.
    std::string number_id(const std::string& id);
    /// Puts the added lists into the package.
    void finish(PackageEdits& edits);

private:
    void read_after_lists();
    std::size_t number_of_meaning(pugi::xml_node abstract);
    std::string list_meaning(pugi::xml_node number, pugi::xml_node abstract);
    void add_part(PackageEdits& edits) const;
    std::string abstract_id(pugi::xml_node abstract);
    pugi::xml_node root() const;

    PackageSide& before_;
    PackageSide& after_;
    std::string before_part_;
    std::string after_part_;
    ListsOfPart before_lists_;
    std::map<std::string, std::string> ids_;
    std::map<std::string, std::string> meanings_;              ///< of the after-document's lists, by id
    std::map<std::string, std::string> by_meaning_;            ///< the reverse, to the first of them
    std::map<std::string, std::size_t> abstract_meanings_;     ///< of the after-document's abstract lists, by id
    std::map<std::string, std::size_t> numbers_of_meanings_;   ///< equal abstract lists have one
    std::map<const void*, std::size_t> numbers_of_abstracts_;  ///< the same, by their nodes
    std::map<std::string, std::string> abstract_ids_;          ///< of abstract lists that were carried, there to here
    std::string abstracts_;                                    ///< new w:abstractNum elements
    std::string numbers_;                                      ///< new w:num elements
    int next_ = 0;  ///< the next free id; 0 until the after-document's lists are read
};

class Carrier {
public:
    Carrier(PackageSide& before, Story& before_story, PackageSide& after, Story& after_story, PackageEdits& edits,
            ListCarrier& lists)
        : before_(before), from_(before_story), after_(after), to_(after_story), edits_(edits), lists_(lists) {}

    /// Appends a node and what is in it. Bookmarks, references to comments and the writing program's own numbers stay
    /// behind; `deleted` writes the text of runs as deleted text.
    void append(std::string& out, pugi::xml_node node, bool deleted = false);

    /// Appends a section's properties with the headers and footers that it names.
    void append_section(std::string& out, pugi::xml_node section);

    /// Appends the start tag of a node alone.
    void append_start(std::string& out, pugi::xml_node node) { append_open(out, node, node.name(), false); }

    /// The w:numId that means in the after-document what `id` means in the before-document; empty where it has none.
    std::string list(const std::string& id) { return lists_.number_id(id); }

    /// Declarations of vocabularies that carried nodes need and the part's root lacks, as attributes.
    std::string declarations() const;
    /// Prefixes among them that a reader may ignore (mc:Ignorable), parted by blanks.
    std::string ignorable() const;

private:
    bool stays_behind(pugi::xml_node node);
    void append_open(std::string& out, pugi::xml_node node, std::string_view name, bool empty);
    std::string relationship(std::string_view id);
    void carry_settled(const std::string& part, const std::string& carried);
    void need(std::string_view name);
    void need_listed(std::string_view prefixes);

    PackageSide& before_;
    Story& from_;
    PackageSide& after_;
    Story& to_;
    PackageEdits& edits_;
    ListCarrier& lists_;
    std::map<std::string, std::string, std::less<>> relationships_;  ///< id there to id here
    std::map<std::string, std::string, std::less<>> vocabularies_;   ///< prefix to address, of those to be declared
};

}  // namespace stet::docx
