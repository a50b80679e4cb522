// Comments and their anchors (ECMA-376 part 1, 17.13.4).
#include "writers/docx/item_remarks.hpp"

#include <algorithm>

#include "writers/change_words.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

constexpr std::string_view comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr int most_id = 1'000'000'000;  // a file may say anything; what comes above must still be a number

}  // namespace

std::string remark_on(const Change& change) {
    if (change.items.empty()) return {};
    std::string out = items_words(change);
    out.front() = 'I';
    return change.title.empty() ? out : out + ": " + change.title;
}

ItemRemarks::ItemRemarks(const Redline& redline, const Hints& hints, PackageSide& after)
    : redline_(redline), hints_(hints), after_(after) {
    if (hints.remarked.empty()) return;
    part_ = after.related(after.story(after.main_part()), "comments");
    for (const pugi::xml_node comment : after.story(part_).root().children("w:comment")) {
        const int id = comment.attribute("w:id").as_int();
        if (id >= 0 && id < most_id) first_id_ = std::max(first_id_, static_cast<std::uint32_t>(id) + 1);
    }
}

void ItemRemarks::find(pugi::xml_node element, std::vector<std::uint32_t>& changes) const {
    const auto found = hints_.remarked.find(Hints::key(element));
    if (found == hints_.remarked.end()) return;
    for (const std::uint32_t change : found->second)
        if (!put_.contains(change) && std::find(changes.begin(), changes.end(), change) == changes.end())
            changes.push_back(change);
}

std::string ItemRemarks::open(std::uint32_t change) const {
    return "<w:commentRangeStart" + id_of(change) + "/>";
}

std::string ItemRemarks::close(std::uint32_t change) {
    put_.insert(change);
    return "<w:commentRangeEnd" + id_of(change) + "/><w:r><w:commentReference" + id_of(change) + "/></w:r>";
}

std::string ItemRemarks::comments(const Revisions& revisions) const {
    const std::string style =
        after_.has_style("CommentText") ? "<w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>" : std::string();
    std::string out;
    for (const std::uint32_t change : put_) {
        out += "<w:comment" + id_of(change) + revisions.signature() + "><w:p>" + style +
               "<w:r><w:annotationRef/></w:r><w:r>";
        append_text(out, remark_on(redline_.changes[change]), false);
        out += "</w:r></w:p></w:comment>";
    }
    return out;
}

void ItemRemarks::finish(PackageEdits& edits, const Revisions& revisions) const {
    if (put_.empty()) return;
    std::string out(xml_head);
    if (const pugi::xml_node root = after_.story(part_).root()) {
        append_start(out, root);
        for (const pugi::xml_node child : root.children()) append_xml(out, child);
        out += comments(revisions);
        append_end(out, root);
        edits.replace(part_, std::move(out));
        return;
    }
    out.append("<w:comments xmlns:w=\"").append(main_namespace).append("\">");
    out += comments(revisions) + "</w:comments>";
    const std::string name = edits.add("word/comments.xml", comments_type, std::move(out));
    edits.relate(after_.main_part(), std::string(relationships_namespace) + "/comments", name, false);
}

}  // namespace stet::docx
