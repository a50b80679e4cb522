// Comments and their anchors (ECMA-376 part 1, 17.13.4).
#include "writers/docx/item_remarks.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "writers/change_words.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

constexpr std::string_view comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr int most_id = 1'000'000'000;  // a file may say anything; what comes above must still be a number

void find_references(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
    for (const pugi::xml_node child : node.children()) {
        if (is(child, "w:commentReference"))
            out.push_back(child);
        else if (!is(child, "w:txbxContent"))
            find_references(child, out);
    }
}

std::vector<pugi::xml_node> references(pugi::xml_node root) {
    std::vector<pugi::xml_node> out;
    find_references(root, out);
    return out;
}

std::map<std::string, pugi::xml_node> by_id(pugi::xml_node comments) {
    std::map<std::string, pugi::xml_node> out;
    for (const pugi::xml_node comment : comments.children("w:comment"))
        out.emplace(comment.attribute("w:id").value(), comment);
    return out;
}

void append_words(std::string& out, pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
        if (is(child, "w:t"))
            out += child.text().get();
        else
            append_words(out, child);
    }
}

/// Who says what.
std::string saying(pugi::xml_node comment) {
    std::string out = comment.attribute("w:author").value();
    out += '\n';
    append_words(out, comment);
    return out;
}

bool same_author(pugi::xml_node x, pugi::xml_node y) {
    return std::string_view(x.attribute("w:author").value()) == y.attribute("w:author").value();
}

/// A start tag with more declarations.
std::string start_with(pugi::xml_node root, const std::string& declarations) {
    std::string out;
    append_start(out, root);
    out.insert(out.size() - 1, declarations);
    return out;
}

}  // namespace

std::string remark_on(const Change& change) {
    if (change.items.empty()) return {};
    std::string out = items_words(change);
    out.front() = 'I';
    return change.title.empty() ? out : out + ": " + change.title;
}

ItemRemarks::ItemRemarks(const Redline& redline, const Hints& hints, PackageSide& before, PackageSide& after)
    : redline_(redline), hints_(hints), before_(before), after_(after) {
    find_lost();
    if (hints.remarked.empty() && lost_.empty()) return;
    part_ = after.related(after.story(after.main_part()), "comments");
    for (const pugi::xml_node comment : after.story(part_).root().children("w:comment")) {
        const int id = comment.attribute("w:id").as_int();
        if (id >= 0 && id < most_id) first_id_ = std::max(first_id_, static_cast<std::uint32_t>(id) + 1);
    }
}

/// Comments of the before-document that are not, with their author and words, on the after-document's body.
void ItemRemarks::find_lost() {
    Story& old_body = before_.story(before_.main_part());
    const pugi::xml_node comments = before_.story(before_.related(old_body, "comments")).root();
    if (!comments.child("w:comment")) return;
    std::multiset<std::string> kept;
    Story& new_body = after_.story(after_.main_part());
    const std::map<std::string, pugi::xml_node> new_comments =
        by_id(after_.story(after_.related(new_body, "comments")).root());
    std::map<std::string, pugi::xml_node> new_references;
    for (const pugi::xml_node reference : references(new_body.root()))
        if (const auto found = new_comments.find(reference.attribute("w:id").value()); found != new_comments.end()) {
            kept.insert(saying(found->second));
            new_references.emplace(found->first, reference);
        }
    const std::map<std::string, pugi::xml_node> old_comments = by_id(comments);
    for (const pugi::xml_node reference : references(old_body.root())) {
        const auto found = old_comments.find(reference.attribute("w:id").value());
        if (found == old_comments.end()) continue;
        if (const auto same = kept.find(saying(found->second)); same != kept.end()) {
            kept.erase(same);
            continue;
        }
        if (const auto other = new_references.find(found->first); other != new_references.end())
            if (same_author(found->second, new_comments.at(found->first))) reworded_.push_back(other->second);
        pugi::xml_node paragraph = reference;
        while (paragraph && !is(paragraph, "w:p")) paragraph = paragraph.parent();
        lost_in_[Hints::key(paragraph)].push_back(static_cast<std::uint32_t>(redline_.changes.size() + lost_.size()));
        lost_.push_back(found->second);
        for (; paragraph; paragraph = paragraph.parent()) around_lost_.insert(Hints::key(paragraph));
    }
}

void ItemRemarks::find(pugi::xml_node element, std::vector<std::uint32_t>& remarks) const {
    const auto add = [&](const auto& all) {
        const auto found = all.find(Hints::key(element));
        if (found == all.end()) return;
        for (const std::uint32_t remark : found->second)
            if (!put_.contains(remark) && std::find(remarks.begin(), remarks.end(), remark) == remarks.end())
                remarks.push_back(remark);
    };
    add(hints_.remarked);
    add(lost_in_);
}

std::string ItemRemarks::open(std::uint32_t remark) const {
    return "<w:commentRangeStart" + id_of(remark) + "/>";
}

std::string ItemRemarks::close(std::uint32_t remark, Revisions& revisions, Track track) {
    put_.insert(remark);
    return "<w:commentRangeEnd" + id_of(remark) + "/>" + revisions.opening(track) + "<w:r><w:commentReference" +
           id_of(remark) + "/></w:r>" + std::string(Revisions::closing(track));
}

std::string ItemRemarks::comments(Carrier& carrier, const Revisions& revisions) const {
    const std::string style =
        after_.has_style("CommentText") ? "<w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>" : std::string();
    std::string out;
    for (const std::uint32_t remark : put_) {
        if (is_lost(remark)) {
            const pugi::xml_node comment = lost_[remark - redline_.changes.size()];
            out += "<w:comment" + id_of(remark);
            for (const char* name : {"w:author", "w:date", "w:initials"})
                if (const pugi::xml_attribute attribute = comment.attribute(name))
                    out.append(" ").append(name).append("=\"") += escaped(attribute.value()) + "\"";
            out += ">";
            for (const pugi::xml_node child : comment.children()) carrier.append(out, child);
            out += "</w:comment>";
            continue;
        }
        out += "<w:comment" + id_of(remark) + revisions.signature() + "><w:p>" + style +
               "<w:r><w:annotationRef/></w:r><w:r>";
        append_text(out, remark_on(redline_.changes[remark]), false);
        out += "</w:r></w:p></w:comment>";
    }
    return out;
}

void ItemRemarks::finish(PackageEdits& edits, ListCarrier& lists, const Revisions& revisions) const {
    if (put_.empty()) return;
    std::string out(xml_head);
    Story& from = before_.story(before_.related(before_.story(before_.main_part()), "comments"));
    Story& to = after_.story(part_);
    Story fresh;
    fresh.part = to.tree ? part_ : edits.add("word/comments.xml", comments_type, {});
    Carrier carrier(before_, from, after_, to.tree ? to : fresh, edits, lists);
    const std::string added = comments(carrier, revisions);
    if (const pugi::xml_node root = to.root()) {
        out += start_with(root, carrier.declarations());
        for (const pugi::xml_node child : root.children()) append_xml(out, child);
        out += added;
        append_end(out, root);
        edits.replace(part_, std::move(out));
        return;
    }
    out.append("<w:comments xmlns:w=\"").append(main_namespace).append("\"");
    for (const pugi::xml_attribute attribute : from.root().attributes())
        if (std::string_view(attribute.name()).starts_with("xmlns:") && std::string_view(attribute.name()) != "xmlns:w")
            out.append(" ").append(attribute.name()).append("=\"") += escaped(attribute.value()) + "\"";
    edits.replace(fresh.part, out + ">" + added + "</w:comments>");
    edits.relate(after_.main_part(), std::string(relationships_namespace) + "/comments", fresh.part, false);
}

}  // namespace stet::docx
