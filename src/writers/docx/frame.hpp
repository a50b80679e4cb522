// What every file that lays one document's XML over the other's shares.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "redline/redline.hpp"
#include "writers/docx/carrier.hpp"
#include "writers/docx/item_remarks.hpp"
#include "writers/docx/list_forms.hpp"
#include "writers/docx/revision.hpp"
#include "writers/docx/side.hpp"
#include "writers/docx/untracked.hpp"

namespace stet::docx {

/// Notes of one kind as their references were met, by id.
struct Notes {
    std::map<std::string, std::string> pairs;    ///< after to before
    std::set<std::string> inserted;              ///< of the after-document
    std::map<std::string, std::string> deleted;  ///< the id it gets to that in the before-document
    std::vector<std::string> order;              ///< ids that they have in the redline, as their references are met
    std::map<std::string, std::string> numbers;  ///< these ids to those of the file, where they become others
    int next = 1;                                ///< the next free id

    void pair(const std::string& after, const std::string& before) {
        if (pairs.emplace(after, before).second) order.push_back(after);
    }
    void insert(const std::string& after) {
        if (inserted.insert(after).second) order.push_back(after);
    }
    /// The id that a deleted note gets.
    std::string take_deleted(const std::string& before) {
        const std::string fresh = std::to_string(next++);
        deleted[fresh] = before;
        order.push_back(fresh);
        return fresh;
    }
};

/// A pair of parts that are laid over each other. References must outlive it.
struct Frame {
    const Redline& redline;
    PackageSide& before;
    Story& before_story;
    PackageSide& after;
    Story& after_story;
    Carrier& carrier;
    Revisions& revisions;
    Notes& footnotes;
    Notes& endnotes;
    ItemRemarks& remarks;
    Untracked& untracked;
    ListForms& before_lists;
    ListForms& after_lists;
    std::set<std::string, std::less<>>& bookmarks;  ///< names in the after-document, and those that came back
    bool formatting = false;                        ///< track differences of run formatting

    Notes* notes_of(pugi::xml_node reference) const {
        const std::string_view name = reference.name();
        return name == "w:footnoteReference" ? &footnotes : name == "w:endnoteReference" ? &endnotes : nullptr;
    }
};

}  // namespace stet::docx
