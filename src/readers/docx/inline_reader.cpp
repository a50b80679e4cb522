// Reads runs and what holds them, by a table of elements: handle, ignore by name, or warn.
#include "readers/docx/inline_reader.hpp"

#include <unordered_map>

#include "readers/docx/ignored.hpp"
#include "readers/docx/symbols.hpp"
#include "readers/docx/text_format.hpp"

namespace stet {

namespace {

constexpr std::string_view no_break_hyphen_sign = "\u2011";
constexpr std::string_view soft_hyphen_sign = "\u00ad";
/// A picture, chart or diagram takes a place in the text: one that comes or goes is a change. It is no word.
constexpr std::string_view object_sign = "\ufffc";
constexpr std::string_view empty_box = "☐";
constexpr std::string_view ticked_box = "☒";

/// What a drawing holds besides lines and colours.
struct Drawing {
    std::vector<pugi::xml_node> boxes;
    bool picture = false;
    bool chart = false;
};

/// Looks through a drawing; boxes in boxes are found when those are read.
void look_through(pugi::xml_node node, Drawing& out) {
    for (const pugi::xml_node child : node) {
        const std::string_view name = child.name();
        if (name == "pic:pic" || name == "v:imagedata") out.picture = true;
        if (name == "dgm:relIds" || name == "c:chart") out.chart = true;
        if (name == "w:txbxContent")
            out.boxes.push_back(child);
        else
            look_through(name == "mc:AlternateContent" ? chosen_alternative(child) : child, out);
    }
}

}  // namespace

pugi::xml_node chosen_alternative(pugi::xml_node alternatives) {
    const pugi::xml_node choice = alternatives.child("mc:Choice");
    return choice ? choice : alternatives.child("mc:Fallback");
}

InlineReader::Handler InlineReader::handler_of(std::string_view element) {
    static const std::unordered_map<std::string_view, Handler> table = {
        {"w:r", &InlineReader::run},
        {"m:r", &InlineReader::run},
        {"w:t", &InlineReader::text},
        {"w:delText", &InlineReader::text},
        {"m:t", &InlineReader::text},
        {"w:ins", &InlineReader::revision},
        {"w:del", &InlineReader::revision},
        {"w:moveFrom", &InlineReader::revision},
        {"w:moveTo", &InlineReader::revision},
        {"w:hyperlink", &InlineReader::children},
        {"w:smartTag", &InlineReader::children},
        {"w:customXml", &InlineReader::children},
        {"w:dir", &InlineReader::children},
        {"w:bdo", &InlineReader::children},
        {"w:sdt", &InlineReader::content_control},
        {"w:sdtContent", &InlineReader::children},
        {"w:fldSimple", &InlineReader::simple_field},
        {"w:ruby", &InlineReader::children},
        {"w:rubyBase", &InlineReader::children},
        {"w:rt", &InlineReader::children},
        {"mc:AlternateContent", &InlineReader::alternatives},
        {"w:tab", &InlineReader::tab},
        {"w:ptab", &InlineReader::tab},
        {"w:br", &InlineReader::line_break},
        {"w:cr", &InlineReader::line_break},
        {"w:noBreakHyphen", &InlineReader::no_break_hyphen},
        {"w:softHyphen", &InlineReader::soft_hyphen},
        {"w:sym", &InlineReader::symbol},
        {"w:fldChar", &InlineReader::field_sign},
        {"w:instrText", &InlineReader::instruction},
        {"w:delInstrText", &InlineReader::instruction},
        {"w:drawing", &InlineReader::drawing},
        {"w:pict", &InlineReader::drawing},
        {"w:object", &InlineReader::drawing},
        {"w:footnoteReference", &InlineReader::reference},
        {"w:endnoteReference", &InlineReader::reference},
        {"w:commentReference", &InlineReader::reference},
        // Formulas: their letters and signs in the order in which they stand.
        {"m:oMathPara", &InlineReader::children},
        {"m:oMath", &InlineReader::children},
        {"m:acc", &InlineReader::children},
        {"m:bar", &InlineReader::children},
        {"m:box", &InlineReader::children},
        {"m:borderBox", &InlineReader::children},
        {"m:d", &InlineReader::children},
        {"m:e", &InlineReader::children},
        {"m:eqArr", &InlineReader::children},
        {"m:f", &InlineReader::children},
        {"m:num", &InlineReader::children},
        {"m:den", &InlineReader::children},
        {"m:func", &InlineReader::children},
        {"m:fName", &InlineReader::children},
        {"m:groupChr", &InlineReader::children},
        {"m:limLow", &InlineReader::children},
        {"m:limUpp", &InlineReader::children},
        {"m:lim", &InlineReader::children},
        {"m:m", &InlineReader::children},
        {"m:mr", &InlineReader::children},
        {"m:nary", &InlineReader::children},
        {"m:phant", &InlineReader::children},
        {"m:rad", &InlineReader::children},
        {"m:deg", &InlineReader::children},
        {"m:sPre", &InlineReader::children},
        {"m:sSub", &InlineReader::children},
        {"m:sSubSup", &InlineReader::children},
        {"m:sSup", &InlineReader::children},
        {"m:sub", &InlineReader::children},
        {"m:sup", &InlineReader::children},
    };
    const auto found = table.find(element);
    return found == table.end() ? nullptr : found->second;
}

void InlineReader::read(pugi::xml_node paragraph, const Style& style, Marks marks) {
    style_ = &style;
    out_.begin_paragraph(paragraph);
    children(paragraph, marks);
    fields_.end_paragraph();
}

void InlineReader::children(pugi::xml_node parent, Marks marks) {
    for (const pugi::xml_node child : parent) {
        if (child.type() != pugi::node_element) continue;
        if (const Handler handler = handler_of(child.name()); handler != nullptr)
            (this->*handler)(child, marks);
        else if (!is_ignored(child.name()))
            context_.unknown.add(child.name(), part_, context_.paragraphs);
    }
}

void InlineReader::revision(pugi::xml_node node, Marks marks) {
    const std::optional<RevisionKind> kind = revision_kind(node.name());
    context_.revisions.add(node, *kind);
    children(node, marks.with(mark_of(*kind)));
}

void InlineReader::run(pugi::xml_node node, Marks marks) {
    const pugi::xml_node properties = node.child("w:rPr");
    if (!properties && style_->look.bold == std::nullopt && style_->look.italic == std::nullopt &&
        style_->look.struck == std::nullopt && style_->look.hidden == std::nullopt)
        return children(node, marks);
    const Style& character = context_.styles.character(properties.child("w:rStyle").attribute("w:val").value());
    const TextFormat look = combine(read_text_format(properties), character.look, style_->look);
    context_.revisions.add_formatting(properties);
    marks = Marks{static_cast<std::uint16_t>(marks.bits | marks_of(look, properties).bits)};
    // A formula's run has its tracked changes among its properties (ECMA-376 Part 1, 22.1.2.87).
    if (std::string_view(node.name()) == "m:r")
        marks.bits = static_cast<std::uint16_t>(marks.bits | context_.revisions.add_marks_of(properties).bits);
    if (look.hidden.value_or(false)) context_.hidden.add(context_.paragraphs);
    children(node, marks);
}

void InlineReader::simple_field(pugi::xml_node node, Marks marks) {
    fields_.open(node.attribute("w:instr").value());
    children(node, marks);
    fields_.close();
}

void InlineReader::content_control(pugi::xml_node node, Marks marks) {
    children(node.child("w:sdtContent"), marks);
}

void InlineReader::alternatives(pugi::xml_node node, Marks marks) {
    children(chosen_alternative(node), marks);
}

void InlineReader::text(pugi::xml_node node, Marks marks) {
    if (!fields_.shows()) {
        context_.left_out.add(Omitted::field_code, context_.paragraphs);
        return out_.nothing(node);
    }
    if (fields_.in_page_number()) {
        context_.left_out.add(Omitted::page_number, context_.paragraphs);
        return out_.nothing(node);
    }
    const pugi::xml_node first = node.first_child();
    if (!first.next_sibling()) return out_.text(node, first.value(), marks);
    std::string whole;  // text in several stretches, where a comment or a CDATA section stands in it
    for (const pugi::xml_node part : node) whole += part.value();
    out_.text(node, whole, marks);
}

void InlineReader::sign(pugi::xml_node node, std::string_view text, Marks marks) {
    fields_.shows() ? out_.sign(node, text, marks) : out_.nothing(node);
}

void InlineReader::tab(pugi::xml_node node, Marks marks) {
    sign(node, "\t", marks);
}

void InlineReader::line_break(pugi::xml_node node, Marks marks) {
    sign(node, "\n", marks);
}

void InlineReader::no_break_hyphen(pugi::xml_node node, Marks marks) {
    sign(node, no_break_hyphen_sign, marks);
}

void InlineReader::soft_hyphen(pugi::xml_node node, Marks marks) {
    sign(node, soft_hyphen_sign, marks);
}

void InlineReader::symbol(pugi::xml_node node, Marks marks) {
    sign(node, symbol_text(node.attribute("w:font").value(), node.attribute("w:char").value()), marks);
}

void InlineReader::field_sign(pugi::xml_node node, Marks marks) {
    out_.nothing(node);
    const std::string_view type = node.attribute("w:fldCharType").value();
    if (type == "end" && fields_.counts_unwritten())
        context_.left_out.add(Omitted::counted_number, context_.paragraphs);
    fields_.sign(type);
    if (type != "begin") return;
    check_box(node.child("w:ffData").child("w:checkBox"), marks);
    drop_down(node.child("w:ffData").child("w:ddList"), marks);
}

/// A form's check box is drawn where its field begins.
void InlineReader::check_box(pugi::xml_node box, Marks marks) {
    if (!box) return;
    const std::optional<bool> ticked = on_off(box, "w:checked");
    out_.sign(box, ticked.value_or(on_off(box, "w:default").value_or(false)) ? ticked_box : empty_box, marks);
}

/// The entry of a form's list that is chosen is drawn where its field begins (ECMA-376 Part 1, 17.16.9).
void InlineReader::drop_down(pugi::xml_node list, Marks marks) {
    const pugi::xml_node chosen = list.child("w:result") ? list.child("w:result") : list.child("w:default");
    int place = chosen.attribute("w:val").as_int();
    for (const pugi::xml_node entry : list.children("w:listEntry"))
        if (place-- == 0) return out_.sign(list, entry.attribute("w:val").value(), marks);
}

void InlineReader::instruction(pugi::xml_node node, Marks) {
    out_.nothing(node);
    fields_.instruction(node.text().get());
}

void InlineReader::drawing(pugi::xml_node node, Marks marks) {
    Drawing found;
    look_through(node, found);
    sign(node, found.picture || found.chart ? object_sign : std::string_view(), marks);
    for (const pugi::xml_node content : found.boxes) boxes_.push_back({content, marks});
    if (found.picture) context_.left_out.add(Omitted::picture, context_.paragraphs);
    if (found.chart) context_.left_out.add(Omitted::chart, context_.paragraphs);
}

void InlineReader::reference(pugi::xml_node node, Marks marks) {
    out_.nothing(node);
    const std::string_view name = node.name();
    const std::string id = node.attribute("w:id").value();
    if (name == "w:footnoteReference") context_.references.footnotes.emplace(id, marks);
    if (name == "w:endnoteReference") context_.references.endnotes.emplace(id, marks);
}

}  // namespace stet
