// What every file that lays one document's XML over the other's shares.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "redline/redline.hpp"
#include "writers/docx/carrier.hpp"
#include "writers/docx/revision.hpp"
#include "writers/docx/side.hpp"

namespace stet::docx {

/// Notes of one kind as their references were met, by id.
struct Notes {
    std::map<std::string, std::string> pairs;    ///< after to before
    std::set<std::string> inserted;              ///< of the after-document
    std::map<std::string, std::string> deleted;  ///< of the before-document, to the id it gets
    std::vector<std::string> order;              ///< deleted ones as met
    int next = 1;                                ///< the next free id

    std::string take_deleted(const std::string& id) {
        const auto [entry, fresh] = deleted.try_emplace(id, std::to_string(next));
        if (fresh) {
            ++next;
            order.push_back(id);
        }
        return entry->second;
    }
};

/// A pair of parts that are laid over each other. References must outlive it.
struct Frame {
    const Redline& redline;
    Side& before;
    Story& before_story;
    Side& after;
    Story& after_story;
    Carrier& carrier;
    Revisions& revisions;
    Notes& footnotes;
    Notes& endnotes;
    bool formatting = false;  ///< track differences of run formatting

    Notes* notes_of(pugi::xml_node reference) const {
        const std::string_view name = reference.name();
        return name == "w:footnoteReference" ? &footnotes : name == "w:endnoteReference" ? &endnotes : nullptr;
    }
};

}  // namespace stet::docx
