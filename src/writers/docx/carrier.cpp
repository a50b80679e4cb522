// Copies nodes from one document into another.
#include "writers/docx/carrier.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "writers/docx/markup.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

pugi::xml_node found_in(const std::map<std::string, pugi::xml_node>& nodes, const std::string& id) {
    const auto found = nodes.find(id);
    return found == nodes.end() ? pugi::xml_node() : found->second;
}

/// What an abstract list means: its element, its ids aside.
std::string abstract_meaning(pugi::xml_node abstract) {
    std::string out;
    for (const pugi::xml_node child : abstract.children())
        if (!is(child, "w:nsid") && !is(child, "w:tmpl")) append_xml(out, child);
    return out;
}

/// What a list means beside its abstract list: its own element.
std::string own_meaning(pugi::xml_node number) {
    std::string out;
    for (const pugi::xml_node child : number.children())
        if (!is(child, "w:abstractNumId")) append_xml(out, child);
    return out;
}

std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string declaration_of(std::string_view prefix) {
    return "xmlns:" + std::string(prefix);
}

/// Whether a vocabulary is declared where `root` is; nothing is where there is none.
bool is_declared(pugi::xml_node root, std::string_view name) {
    const std::string_view prefix = prefix_of(name);
    return prefix.empty() || prefix == "xml" || root.attribute(declaration_of(prefix).c_str());
}

/// Part of a list, as far as the part's root has words for it. The styles that it belongs to go on belonging to the
/// after-document's own, and a picture for a bullet stays behind: the level's text stands for it.
void append_list_node(std::string& out, pugi::xml_node node, pugi::xml_node root) {
    if (node.type() != pugi::node_element) return;
    if (is(node, "mc:AlternateContent")) {
        for (const pugi::xml_node child : node.child("mc:Fallback").children()) append_list_node(out, child, root);
        return;
    }
    static constexpr std::array<std::string_view, 5> left_out = {"w:nsid", "w:tmpl", "w:styleLink", "w:pStyle",
                                                                 "w:lvlPicBulletId"};
    if (!is_declared(root, node.name()) || std::find(left_out.begin(), left_out.end(), node.name()) != left_out.end())
        return;
    out.append("<").append(node.name());
    for (const pugi::xml_attribute attribute : node.attributes())
        if (is_declared(root, attribute.name()))
            out.append(" ").append(attribute.name()).append("=\"") += escaped(attribute.value()) + "\"";
    out += ">";
    for (const pugi::xml_node child : node.children()) append_list_node(out, child, root);
    append_end(out, node);
}

constexpr int most_id = 1'000'000'000;  // a file may say anything; what comes above must still be a number

bool needs_style(std::string_view element) {
    return element == "w:pStyle" || element == "w:rStyle" || element == "w:tblStyle";
}

}  // namespace

ListsOfPart::ListsOfPart(pugi::xml_node root) {
    for (const pugi::xml_node node : root.children("w:num")) numbers_.emplace(node.attribute("w:numId").value(), node);
    for (const pugi::xml_node node : root.children("w:abstractNum"))
        abstracts_.emplace(node.attribute("w:abstractNumId").value(), node);
}

pugi::xml_node ListsOfPart::number(const std::string& id) const {
    return found_in(numbers_, id);
}

pugi::xml_node ListsOfPart::abstract_of(pugi::xml_node number) const {
    return found_in(abstracts_, number.child("w:abstractNumId").attribute("w:val").value());
}

ListCarrier::ListCarrier(PackageSide& before, PackageSide& after)
    : before_(before),
      after_(after),
      before_part_(before.related(before.story(before.main_part()), "numbering")),
      after_part_(after.related(after.story(after.main_part()), "numbering")),
      before_lists_(before.story(before_part_).root()) {}

void ListCarrier::read_after_lists() {
    if (next_ > 0) return;
    next_ = 1;
    const pugi::xml_node root = after_.story(after_part_).root();
    for (const pugi::xml_node node : root.children())
        for (const char* attribute : {"w:numId", "w:abstractNumId"})
            next_ = std::max(next_, std::min(node.attribute(attribute).as_int(), most_id) + 1);
    const ListsOfPart lists(root);
    for (const pugi::xml_node abstract : root.children("w:abstractNum"))
        abstract_meanings_.emplace(abstract.attribute("w:abstractNumId").value(), number_of_meaning(abstract));
    for (const pugi::xml_node number : root.children("w:num")) {
        const std::string id = number.attribute("w:numId").value();
        meanings_[id] = list_meaning(number, lists.abstract_of(number));
        by_meaning_.emplace(meanings_[id], id);
    }
}

std::size_t ListCarrier::number_of_meaning(pugi::xml_node abstract) {
    const auto [known, fresh] = numbers_of_abstracts_.try_emplace(abstract.internal_object(), 0);
    if (fresh)
        known->second =
            numbers_of_meanings_.try_emplace(abstract_meaning(abstract), numbers_of_meanings_.size()).first->second;
    return known->second;
}

/// A list's own element and its abstract list.
std::string ListCarrier::list_meaning(pugi::xml_node number, pugi::xml_node abstract) {
    return std::to_string(number_of_meaning(abstract)) + own_meaning(number);
}

std::string ListCarrier::number_id(const std::string& id) {
    const auto known = ids_.find(id);
    if (known != ids_.end()) return known->second;
    std::string& out = ids_[id];
    const pugi::xml_node number = before_lists_.number(id);
    if (!number) return out;
    read_after_lists();
    const pugi::xml_node abstract = before_lists_.abstract_of(number);
    const std::string meaning = list_meaning(number, abstract);
    const auto own = meanings_.find(id);
    if (own != meanings_.end() && own->second == meaning) return out = id;
    const auto same = by_meaning_.find(meaning);
    if (same != by_meaning_.end()) return out = same->second;
    const std::string fresh = std::to_string(next_++);
    const std::string shared = abstract_id(abstract);
    numbers_ += "<w:num w:numId=\"" + fresh + "\"><w:abstractNumId w:val=\"" + shared + "\"/>";
    for (const pugi::xml_node child : number.children("w:lvlOverride")) append_list_node(numbers_, child, root());
    numbers_ += "</w:num>";
    return out = fresh;
}

/// The abstract list that means in the after-document what this one means in the before-document. Lists of one
/// abstract list count on from each other: they go on sharing one.
std::string ListCarrier::abstract_id(pugi::xml_node abstract) {
    const std::string id = abstract.attribute("w:abstractNumId").value();
    const auto same = abstract_meanings_.find(id);
    if (same != abstract_meanings_.end() && same->second == number_of_meaning(abstract)) return id;
    const auto [entry, added] = abstract_ids_.try_emplace(id);
    if (!added) return entry->second;
    entry->second = std::to_string(next_++);
    abstracts_ += "<w:abstractNum w:abstractNumId=\"" + entry->second + "\">";
    for (const pugi::xml_node child : abstract.children()) append_list_node(abstracts_, child, root());
    abstracts_ += "</w:abstractNum>";
    return entry->second;
}

/// Of the part that the lists come into.
pugi::xml_node ListCarrier::root() const {
    return after_part_.empty() ? before_.story(before_part_).root() : after_.story(after_part_).root();
}

void ListCarrier::finish(PackageEdits& edits) {
    if (numbers_.empty()) return;
    if (after_part_.empty()) return add_part(edits);
    const pugi::xml_node root = after_.story(after_part_).root();
    std::string out(xml_head);
    append_start(out, root);
    // Pictures, abstract lists, lists, then what may follow (CT_Numbering).
    for (const pugi::xml_node child : root.children("w:numPicBullet")) append_xml(out, child);
    for (const pugi::xml_node child : root.children("w:abstractNum")) append_xml(out, child);
    out += abstracts_;
    for (const pugi::xml_node child : root.children("w:num")) append_xml(out, child);
    out += numbers_;
    for (const pugi::xml_node child : root.children("w:numIdMacAtCleanup")) append_xml(out, child);
    append_end(out, root);
    edits.replace(after_part_, std::move(out));
}

/// The after-document has no lists of its own.
void ListCarrier::add_part(PackageEdits& edits) const {
    const pugi::xml_node root = before_.story(before_part_).root();
    std::string out(xml_head);
    append_start(out, root);
    out += abstracts_ + numbers_;
    append_end(out, root);
    const std::string name =
        edits.add("word/numbering.xml", before_.package().content_type(before_part_), std::move(out));
    edits.relate(after_.main_part(), std::string(relationships_namespace) + "/numbering", name, false);
}

bool Carrier::stays_behind(pugi::xml_node node) {
    static constexpr std::array<std::string_view, 9> names = {
        "w:bookmarkStart",         "w:bookmarkEnd",     "w:proofErr",
        "w:commentRangeStart",     "w:commentRangeEnd", "w:commentReference",
        "w:lastRenderedPageBreak", "w:permStart",       "w:permEnd"};
    const std::string_view name = node.name();
    if (std::find(names.begin(), names.end(), name) != names.end()) return true;
    if (needs_style(name)) return !after_.has_style(node.attribute("w:val").value());
    if (name == "w:numPr") {
        const std::string id = node.child("w:numId").attribute("w:val").value();
        return id != "0" && lists_.number_id(id).empty();
    }
    // A section comes back with the mark of its last paragraph (append_section).
    return name == "w:sectPr";
}

std::string Carrier::relationship(std::string_view id) {
    const auto known = relationships_.find(id);
    if (known != relationships_.end()) return known->second;
    std::string& out = relationships_[std::string(id)];
    const auto found = from_.relationships.find(id);
    if (found == from_.relationships.end()) return out;
    // A header of the after-document that is like it may have changes tracked.
    const bool header = found->second.type == "header" || found->second.type == "footer";
    const std::uint64_t key = before_.target_key(from_, id);
    for (const auto& [own, relationship] : to_.relationships)
        if (!header && relationship.type == found->second.type && after_.target_key(to_, own) == key) return out = own;
    const Relationship written = before_.written(from_, id);
    if (!written.external && !before_.package().has(written.target)) return out;
    const std::string target =
        written.external ? written.target : edits_.carry(before_.package(), written.target, header);
    if (header) carry_settled(written.target, target);
    return out = edits_.relate(to_.part, written.type, target, written.external);
}

/// A part with text as the face has it that is compared.
void Carrier::carry_settled(const std::string& part, const std::string& carried) {
    const Story& story = before_.story(part);
    if (!story.settled) return;
    std::string out(xml_head);
    append_xml(out, story.root());
    edits_.replace(carried, std::move(out));
}

/// Remembers a vocabulary that the after-part's root does not declare.
void Carrier::need(std::string_view name) {
    const std::string_view prefix = prefix_of(name);
    if (prefix.empty() || prefix == "xmlns" || prefix == "xml" || vocabularies_.contains(prefix)) return;
    const std::string declaration = declaration_of(prefix);
    if (to_.root().attribute(declaration.c_str())) return;
    if (const pugi::xml_attribute address = from_.root().attribute(declaration.c_str()))
        vocabularies_[std::string(prefix)] = address.value();
}

/// The prefixes by which an alternative says what it asks for ("wps w14").
void Carrier::need_listed(std::string_view prefixes) {
    while (!prefixes.empty()) {
        const std::size_t blank = std::min(prefixes.find(' '), prefixes.size());
        need(std::string(prefixes.substr(0, blank)) + ":");
        prefixes.remove_prefix(std::min(blank + 1, prefixes.size()));
    }
}

void Carrier::append_open(std::string& out, pugi::xml_node node, std::string_view name, bool empty) {
    need(name);
    out.append("<").append(name);
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const std::string_view key = attribute.name();
        if (is_bookkeeping(key)) continue;
        need(key);
        if (key == "Requires") need_listed(attribute.value());
        std::string value = attribute.value();
        if (key.starts_with("r:") || key == "o:relid") value = relationship(value);
        if (is(node, "wp:docPr") && key == "id") value = std::to_string(edits_.drawing_id());
        if (is(node, "w:numId")) value = value == "0" ? value : lists_.number_id(value);
        out.append(" ").append(key).append("=\"") += escaped(value) + "\"";
    }
    out += empty ? "/>" : ">";
}

void Carrier::append(std::string& out, pugi::xml_node node, bool deleted) {
    if (node.type() != pugi::node_element) {
        append_xml(out, node);
        return;
    }
    if (stays_behind(node)) return;
    const std::string_view own = node.name();
    const std::string_view name = deleted && own == "w:t"           ? "w:delText"
                                  : deleted && own == "w:instrText" ? "w:delInstrText"
                                                                    : own;
    append_open(out, node, name, !node.first_child());
    if (!node.first_child()) return;
    // The text of a box inside a deleted drawing goes with the drawing; that above a word is text of the run.
    const bool within = deleted && (own == "w:r" || own == "w:ruby" || own == "w:rt" || own == "w:rubyBase");
    for (const pugi::xml_node child : node.children()) append(out, child, within);
    out.append("</").append(name).append(">");
}

void Carrier::append_section(std::string& out, pugi::xml_node section) {
    append_open(out, section, section.name(), false);
    for (const pugi::xml_node child : section.children()) {
        const pugi::xml_attribute id = child.attribute("r:id");
        if (!is(child, "w:sectPrChange") && (!id || !relationship(id.value()).empty())) append(out, child);
    }
    append_end(out, section);
}

std::string Carrier::declarations() const {
    std::string out;
    for (const auto& [prefix, address] : vocabularies_)
        out += " " + declaration_of(prefix) + "=\"" + escaped(address) + "\"";
    return out;
}

std::string Carrier::ignorable() const {
    const std::string list = " " + std::string(from_.root().attribute("mc:Ignorable").value()) + " ";
    std::string out;
    for (const auto& [prefix, address] : vocabularies_)
        if (list.find(" " + prefix + " ") != std::string::npos) out += (out.empty() ? "" : " ") + prefix;
    return out;
}

}  // namespace stet::docx
