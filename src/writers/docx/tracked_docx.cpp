// Lays the parts with text over each other: body first, then the notes that it refers to, then headers and footers.
#include "writers/docx/tracked_docx.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "writers/docx/flow.hpp"
#include "writers/docx/frame.hpp"
#include "writers/docx/item_remarks.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/package_edits.hpp"
#include "writers/docx/sections.hpp"
#include "writers/docx/story_writer.hpp"
#include "writers/docx/whole_moves.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

/// A kind of note: the relationship and part it goes by, its element, and its content type.
struct NoteKind {
    std::string_view name;
    const char* element;
};
constexpr NoteKind footnote_kind{"footnotes", "w:footnote"};
constexpr NoteKind endnote_kind{"endnotes", "w:endnote"};
constexpr std::string_view word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

pugi::xml_node note_of(pugi::xml_node root, const NoteKind& kind, std::string_view id) {
    for (const pugi::xml_node note : root.children(kind.element))
        if (note.attribute("w:id").value() == id) return note;
    return {};
}

constexpr int most_id = 1'000'000'000;  // a file may say anything; what comes above must still be a number

/// Whether there are words or drawings in a part.
bool shows_anything(pugi::xml_node node) {
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(), [](pugi::xml_node child) {
        const std::string_view name = child.name();
        return (name == "w:t" && child.first_child()) || name == "w:drawing" || name == "w:pict" ||
               name == "w:object" || shows_anything(child);
    });
}

/// The root's start tag with what carried nodes need declared.
std::string root_start(pugi::xml_node root, const Carrier& carrier) {
    std::string out;
    append_start(out, root);
    const std::string ignorable = carrier.ignorable();
    if (!ignorable.empty()) {
        const std::size_t at = out.find(" mc:Ignorable=\"");
        if (at == std::string::npos)
            out.insert(out.size() - 1, " mc:Ignorable=\"" + ignorable + "\"");
        else
            out.insert(out.find('"', at + 15), " " + ignorable);
    }
    out.insert(out.size() - 1, carrier.declarations());
    return out;
}

class Tracker {
public:
    Tracker(const Redline& redline, const WriteOptions& options, std::unique_ptr<PackageSide> before,
            std::unique_ptr<PackageSide> after)
        : redline_(redline),
          before_side_(std::move(before)),
          after_side_(std::move(after)),
          before_(*before_side_),
          after_(*after_side_),
          hints_(hints_of(redline, before_.elements(), after_.elements())),
          edits_(after_.package()),
          lists_(before_, after_),
          before_forms_(before_),
          after_forms_(after_),
          remarks_(redline, hints_, before_, after_),
          revisions_(options.author, options.date),
          tell_(options.tell),
          formatting_(options.formatting) {}

    std::string track() {
        Story& old_body = before_.story(before_.main_part());
        Story& new_body = after_.story(after_.main_part());
        number_from(new_body);
        for (const pugi::xml_node mark : new_body.survey.bookmarks) bookmarks_.insert(mark.attribute("w:name").value());
        plan_headers(old_body, new_body);
        track_story(old_body, new_body, [](pugi::xml_node root) { return root.child("w:body"); });
        track_notes(footnote_kind, footnotes_);
        track_notes(endnote_kind, endnotes_);
        for (const auto& [part, old_part] : headers_) track_header(old_part, part);
        for (const auto& [part, story] : after_.stories()) write_settled(story);
        remarks_.finish(edits_, lists_, revisions_);
        lists_.finish(edits_);
        for (const pugi::xml_node reference : remarks_.reworded())
            untracked_.add("changed words of a comment, <w:comment>", after_, new_body.part, reference);
        if (formatting_) find_other_styles();
        untracked_.report(tell_);
        return edits_.finish();
    }

private:
    /// Ids of revisions begin above all that the stories have, those of notes above all notes.
    void number_from(Story& new_body) {
        std::uint32_t most = 0;
        for (const auto& [part, story] : after_.stories()) most = std::max(most, story.survey.most_id);
        revisions_.begin_at(most + 1);
        for (const auto& [kind, notes] : {std::pair(footnote_kind, &footnotes_), std::pair(endnote_kind, &endnotes_)}) {
            const Story& story = after_.story(after_.related(new_body, kind.name));
            notes->next = static_cast<int>(story.survey.most_id) + 1;
        }
    }

    Frame frame(Story& before, Story& after, Carrier& carrier) {
        return {redline_,  before_,  before,     after_,        after,        carrier,    revisions_, footnotes_,
                endnotes_, remarks_, untracked_, before_forms_, after_forms_, bookmarks_, formatting_};
    }

    /// Writes the part anew where anything in the place changed.
    template <typename Place>
    void track_story(Story& before, Story& after, Place place) {
        Carrier carrier(before_, before, after_, after, edits_, lists_);
        Frame shared = frame(before, after, carrier);
        const std::string was = revised_content(place(after.root()));
        std::string content;
        const std::uint32_t so_far = revisions_.count();
        const bool body = after.part == after_.main_part();
        StoryWriter(shared, hints_).lay(content, place(before.root()), place(after.root()));
        for (const auto& [kind, notes] : {std::pair(footnote_kind, &footnotes_), std::pair(endnote_kind, &endnotes_)})
            if (body && !notes->deleted.empty()) number_notes(content, kind, *notes, own_notes(kind).root());
        const bool settled = !was.empty() && was != content;
        if (settled || revisions_.count() != so_far || (body && (carries_headers_ || remarks_.any())))
            replace(after, place(after.root()), content, carrier);
    }

    /// What a place holds where changes of earlier authors in it may be settled one by one, else nothing.
    std::string revised_content(pugi::xml_node place) const {
        std::string out;
        if (!after_.keeps_revisions() || !is_revised(place)) return out;
        for (const pugi::xml_node child : place.children()) append_xml(out, child);
        return out;
    }

    /// Styles that both have under one name and that look otherwise: with them all that is written in them.
    void find_other_styles() {
        const auto part_of = [](PackageSide& side) { return side.related(side.story(side.main_part()), "styles"); };
        const auto xml = [](pugi::xml_node style) {
            std::string out;
            for (const pugi::xml_node child : style.children())
                if (!is(child, "w:rsid")) append_xml(out, child);
            return out;
        };
        std::map<std::string, std::string, std::less<>> former;
        for (const pugi::xml_node style : before_.story(part_of(before_)).root().children("w:style"))
            former[style.attribute("w:styleId").value()] = xml(style);
        const std::string part = part_of(after_);
        for (const pugi::xml_node style : after_.story(part).root().children("w:style")) {
            const auto was = former.find(style.attribute("w:styleId").value());
            if (was != former.end() && was->second != xml(style))
                untracked_.add("changed looks of a style, <w:style>", after_, part);
        }
    }

    /// Parts in which only earlier authors' changes are settled.
    void write_settled(const Story& story) {
        if (!story.settled || edits_.replaces(story.part)) return;
        std::string out(xml_head);
        append_xml(out, story.root());
        edits_.replace(story.part, std::move(out));
    }

    void replace(Story& story, pugi::xml_node place, const std::string& laid, const Carrier& carrier) {
        const bool may_be_lone = after_.keeps_revisions() || has_lone_range(laid);
        const std::string content = may_be_lone ? with_whole_moves(laid) : laid;
        std::string out(xml_head);
        const pugi::xml_node root = story.root();
        out += root_start(root, carrier);
        if (place == root) {
            out += content;
        } else {
            for (const pugi::xml_node child : root.children()) {
                if (child != place) {
                    append_xml(out, child);
                    continue;
                }
                append_start(out, child);
                out += content;
                append_end(out, child);
            }
        }
        append_end(out, root);
        edits_.replace(story.part, std::move(out));
    }

    /// The notes' part of the after-document, or of the before-document where that alone has one.
    Story& own_notes(const NoteKind& kind) {
        Story& after = after_.story(after_.related(after_.story(after_.main_part()), kind.name));
        return after.tree ? after : before_.story(before_.related(before_.story(before_.main_part()), kind.name));
    }

    /// Gives notes ids in the order of their references: some readers find a note by counting on from the first.
    static void number_notes(std::string& content, const NoteKind& kind, Notes& notes, pugi::xml_node root) {
        int next = 1;
        for (const pugi::xml_node note : root.children(kind.element))
            if (note.attribute("w:type")) next = std::max(next, std::min(note.attribute("w:id").as_int(), most_id) + 1);
        for (const std::string& id : notes.order) notes.numbers[id] = std::to_string(next++);
        for (const pugi::xml_node note : root.children(kind.element))
            if (!note.attribute("w:type"))
                notes.numbers.emplace(note.attribute("w:id").value(), std::to_string(next++));
        const std::string tag = "<" + std::string(kind.element) + "Reference ";
        std::string out;
        std::size_t copied = 0;
        for (std::size_t at = content.find(tag); at != std::string::npos; at = content.find(tag, at + 1)) {
            const std::size_t begin = content.find(" w:id=\"", at) + 7;
            const std::size_t end = content.find('"', begin);
            out.append(content, copied, begin - copied);
            const std::string id = content.substr(begin, end - begin);
            const auto number = notes.numbers.find(id);
            out += number == notes.numbers.end() ? id : number->second;
            copied = end;
        }
        content = out.append(content, copied);
    }

    /// Notes in the order of their references (some readers count instead of reading ids): as the body pairs them,
    /// those that the after-document lost among them.
    void track_notes(const NoteKind& kind, Notes& notes) {
        if (notes.order.empty()) return;
        Story& before = before_.story(before_.related(before_.story(before_.main_part()), kind.name));
        Story& after = after_.story(after_.related(after_.story(after_.main_part()), kind.name));
        Story& own = own_notes(kind);
        Carrier carrier(before_, before, after_, own, edits_, lists_);
        Frame shared = frame(before, own, carrier);
        StoryWriter writer(shared, hints_);
        std::string content;
        const std::uint32_t so_far = revisions_.count();
        // The lines between text and notes.
        for (const pugi::xml_node note : own.root().children(kind.element))
            if (note.attribute("w:type")) append_xml(content, note);
        for (const std::string& id : notes.order) write_note(content, writer, id, kind, notes, before, after);
        for (const pugi::xml_node note : after.root().children(kind.element))
            if (!note.attribute("w:type") && !is_referred_to(notes, note))
                write_note(content, writer, note.attribute("w:id").value(), kind, notes, before, after);
        const bool settles = after_.keeps_revisions() && is_revised(after.root());
        if (after.tree && (settles || revisions_.count() != so_far || !notes.deleted.empty()))
            replace(after, after.root(), content, carrier);
        else if (!after.tree)
            add_part(kind, before, content);
    }

    static bool is_referred_to(const Notes& notes, pugi::xml_node note) {
        const std::string id = note.attribute("w:id").value();
        return notes.pairs.contains(id) || notes.inserted.contains(id);
    }

    static void write_note(std::string& content, StoryWriter& writer, const std::string& id, const NoteKind& kind,
                           const Notes& notes, const Story& before, const Story& after) {
        const auto deleted = notes.deleted.find(id);
        const auto paired = notes.pairs.find(id);
        const std::string before_id = deleted != notes.deleted.end() ? deleted->second
                                      : paired != notes.pairs.end()  ? paired->second
                                                                     : std::string();
        const pugi::xml_node old_note = note_of(before.root(), kind, before_id);
        const pugi::xml_node note = note_of(after.root(), kind, id);
        const auto number = notes.numbers.find(id);
        content += "<" + std::string(kind.element) + " w:id=\"" +
                   (number == notes.numbers.end() ? id : number->second) + "\">";
        if (deleted != notes.deleted.end())
            writer.lay_one(content, old_note, Track::deleted, true);
        else if (old_note)
            writer.lay(content, old_note, note);
        else
            writer.lay_one(content, note, notes.inserted.contains(id) ? Track::inserted : Track::none, true);
        content += "</" + std::string(kind.element) + ">";
    }

    void add_part(const NoteKind& kind, Story& before, const std::string& content) {
        std::string out(xml_head);
        append_start(out, before.root());
        out += content;
        append_end(out, before.root());
        const std::string name = edits_.add("word/" + std::string(kind.name) + ".xml",
                                            std::string(word_type) + std::string(kind.name) + "+xml", std::move(out));
        edits_.relate(after_.main_part(), std::string(relationships_namespace) + "/" + std::string(kind.name), name,
                      false);
    }

    /// Which header becomes which, by the sections that show them. Those that sections had and have no more come back,
    /// all words in them deleted; a section that shows one which became another header elsewhere gets its own.
    void plan_headers(Story& old_body, Story& new_body) {
        const std::vector<Section> all_new_sections = sections_of(new_body);
        const std::set<Hints::Key> alone = sections_of_one_side(old_body, new_body);
        const std::vector<Section> old_sections = without(sections_of(old_body), alone);
        std::vector<Section> new_sections = without(all_new_sections, alone);
        // What these have from a section that comes back they have again.
        const std::vector<Section> lost_sections = sections_of(old_body, alone);
        const bool any = std::any_of(lost_sections.begin(), lost_sections.end(),
                                     [](const Section& section) { return !section.parts.empty(); });
        if (any && !new_sections.back().properties)
            new_sections.back().properties = new_body.root().child("w:body").append_child("w:sectPr");
        std::set<std::string> carried;
        for (const auto& [b, a] : pair_sections(before_, old_sections, after_, new_sections)) {
            for (const auto& [kind, part] : new_sections[a].parts)
                plan_header(kind, part_of(old_sections[b], kind), part, new_sections[a].properties);
            for (const auto& [kind, old_part] : lost_sections[b].parts)
                if (part_of(new_sections[a], kind).empty() && carried.insert(kind.first + kind.second).second)
                    carry_header(kind, old_part, {}, new_sections[a].properties);
        }
        for (const Section& section : lost_sections)
            for (const auto& [kind, old_part] : section.parts)
                if (part_of(new_sections.back(), kind).empty() && carried.insert(kind.first + kind.second).second)
                    carry_header(kind, old_part, {}, new_sections.back().properties);
        for (const Section& section : all_new_sections)
            for (const auto& [kind, part] : section.parts)
                headers_.emplace(part, same_header(old_body, alone, kind, part));
    }

    /// The header of a section that goes which is the same as this one; empty where there is none.
    std::string same_header(Story& old_body, const std::set<Hints::Key>& alone, const HeaderKind& kind,
                            const std::string& part) {
        for (const Section& section : sections_of(old_body)) {
            const std::string& old_part = part_of(section, kind);
            if (!alone.contains(Hints::key(section.properties)) || old_part.empty()) continue;
            if (before_.package().has(old_part) && after_.package().has(part) &&
                content_of(before_, old_part) == content_of(after_, part))
                return old_part;
        }
        return {};
    }

    static std::vector<Section> without(std::vector<Section> sections, const std::set<Hints::Key>& alone) {
        std::erase_if(sections, [&](const Section& section) { return alone.contains(Hints::key(section.properties)); });
        if (sections.empty()) sections.emplace_back();
        return sections;
    }

    /// Sections that go or come with their last paragraph have their headers with them.
    std::set<Hints::Key> sections_of_one_side(Story& old_body, Story& new_body) {
        if (sections_of(old_body).size() == 1 && sections_of(new_body).size() == 1) return {};
        Carrier carrier(before_, old_body, after_, new_body, edits_, lists_);
        Frame shared = frame(old_body, new_body, carrier);
        return StoryWriter(shared, hints_)
            .sections_of_one_side(old_body.root().child("w:body"), new_body.root().child("w:body"));
    }

    void plan_header(const HeaderKind& kind, const std::string& old_part, const std::string& part,
                     pugi::xml_node section) {
        const auto [entry, fresh] = headers_.emplace(part, old_part);
        if (fresh || entry->second == old_part || old_part.empty()) return;
        // One with pictures or links would need their relationships, too.
        const bool bare = before_.package().has(old_part) && after_.package().has(part) &&
                          before_.story(old_part).relationships.empty() && after_.story(part).relationships.empty();
        if (bare && content_of(before_, old_part) != content_of(after_, part))
            carry_header(kind, old_part, part, section);
    }

    static std::uint64_t content_of(PackageSide& side, const std::string& part) {
        Story& story = side.story(part);
        return content_key(story.root(), side, story);
    }

    /// A header of a section's own: what the old part had and, where there is one, the new part has in its stead.
    void carry_header(const HeaderKind& kind, const std::string& old_part, const std::string& part,
                      pugi::xml_node section) {
        if (old_part.empty() || !before_.package().has(old_part)) return;
        Story& before = before_.story(old_part);
        if (!shows_anything(before.root())) return;
        Story nothing;
        Story& shown = part.empty() ? nothing : after_.story(part);
        const std::string name = edits_.add(old_part, before_.package().content_type(old_part), {});
        if (part.empty()) nothing.part = name;
        Carrier carrier(before_, before, after_, shown, edits_, lists_);
        Frame shared = frame(before, shown, carrier);
        std::string content;
        if (part.empty())
            StoryWriter(shared, hints_).lay_one(content, before.root(), Track::deleted, true);
        else
            StoryWriter(shared, hints_).lay(content, before.root(), shown.root());
        std::string out(xml_head);
        const pugi::xml_node root = part.empty() ? before.root() : shown.root();
        out += part.empty() ? start_of(root) : root_start(root, carrier);
        out += content;
        append_end(out, root);
        edits_.replace(name, std::move(out));
        refer_to_header(kind, name, section);
    }

    static std::string start_of(pugi::xml_node root) {
        std::string out;
        append_start(out, root);
        return out;
    }

    void refer_to_header(const HeaderKind& kind, const std::string& part, pugi::xml_node section) {
        pugi::xml_node root = after_.story(after_.main_part()).root();
        if (!root.attribute("xmlns:r"))
            root.append_attribute("xmlns:r").set_value(std::string(relationships_namespace).c_str());
        pugi::xml_node reference;
        for (const pugi::xml_node own : section.children(kind.first.c_str()))
            if (own.attribute("w:type").value() == kind.second) reference = own;
        if (!reference) {
            reference = section.prepend_child(kind.first.c_str());
            reference.append_attribute("w:type").set_value(kind.second.c_str());
            reference.append_attribute("r:id");
        }
        const bool header = kind.first == "w:headerReference";
        const std::string id = edits_.relate(
            after_.main_part(), std::string(relationships_namespace) + (header ? "/header" : "/footer"), part, false);
        reference.attribute("r:id").set_value(id.c_str());
        carries_headers_ = true;
    }

    /// The same bytes, and pictures and links that they name are the same.
    bool are_same_parts(const std::string& old_part, const std::string& part) {
        if (before_.package().read(old_part) != after_.package().read(part)) return false;
        const Story& before = before_.story(old_part);
        const Story& after = after_.story(part);
        const auto& relationships = before.relationships;
        return std::all_of(relationships.begin(), relationships.end(), [&](const auto& one) {
            return before_.target_key(before, one.first) == after_.target_key(after, one.first);
        });
    }

    /// A header that the before-document has none for is new.
    void track_header(const std::string& old_part, const std::string& part) {
        if (!old_part.empty() && are_same_parts(old_part, part)) return;
        const auto whole = [](pugi::xml_node root) { return root; };
        if (!old_part.empty()) return track_story(before_.story(old_part), after_.story(part), whole);
        Story nothing;
        Story& story = after_.story(part);
        Carrier carrier(before_, nothing, after_, story, edits_, lists_);
        Frame shared = frame(nothing, story, carrier);
        std::string content;
        StoryWriter(shared, hints_).lay_one(content, story.root(), Track::inserted, true);
        replace(story, story.root(), content, carrier);
    }

    const Redline& redline_;
    std::unique_ptr<PackageSide> before_side_;
    std::unique_ptr<PackageSide> after_side_;
    PackageSide& before_;
    PackageSide& after_;
    Hints hints_;
    PackageEdits edits_;
    ListCarrier lists_;
    ListForms before_forms_;
    ListForms after_forms_;
    ItemRemarks remarks_;
    Untracked untracked_;
    Revisions revisions_;
    DiagnosticObserver tell_;
    Notes footnotes_;
    Notes endnotes_;
    std::set<std::string, std::less<>> bookmarks_;
    bool formatting_ = false;
    std::map<std::string, std::string> headers_;  ///< of the after-document, to those of before
    bool carries_headers_ = false;
};

}  // namespace

bool are_packages(const Redline& redline) {
    return !redline.before.source.bytes().empty() && !redline.after.source.bytes().empty();
}

std::string track_changes(const Redline& redline, const WriteOptions& options) {
    const auto open = [](const Document& document, bool settles) {
        const Source& source = document.source;
        return std::make_unique<PackageSide>(source.bytes(), source.name(), document.face, trees_of(source), settles);
    };
    auto before = std::async(std::launch::async, [&] { return open(redline.before, true); });
    auto after = open(redline.after, !options.keep_revisions);
    return Tracker(redline, options, before.get(), std::move(after)).track();
}

}  // namespace stet::docx
