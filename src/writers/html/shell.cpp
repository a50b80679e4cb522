// Head and end of a page, constant but for its title.
#include "writers/html/shell.hpp"

#include "text/version.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/style.hpp"

namespace stet::html {
namespace {

/// Page numbers and the title in the margins of printed pages.
void append_print_margins(std::string& out, const PageHead& head) {
    out += "@page{margin:22mm 16mm 20mm 14mm;@top-left{content:";
    append_css_string(out, elide(head.title, 90));
    out += ";font:8pt sans-serif;color:#444}";
    if (!head.warning.empty()) {
        out += "@top-right{content:";
        append_css_string(out, head.warning);
        out += ";font:bold 8pt sans-serif;color:#a0001c}";
    }
    out +=
        "@bottom-right{content:counter(page) \" of \" counter(pages);font:8pt sans-serif;color:#444}"
        "@bottom-left{content:\"stet\";font:8pt sans-serif;color:#444}}\n";
}

}  // namespace

void append_head(std::string& out, const PageHead& head) {
    out +=
        "<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; script-src "
        "'sha256-";
    out += script_hash;
    out +=
        "'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=viewport content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=color-scheme content=\"light dark\">\n<meta name=referrer content=no-referrer>\n"
        "<meta name=generator content=\"stet ";
    out += version;
    out += "\">\n<title>";
    append_attribute(out, head.title);
    out += "</title>\n<style>";
    out += style;
    out += head.more_style;
    append_print_margins(out, head);
    out += "</style>\n</head>\n";
}

void append_search_box(std::string& out) {
    out +=
        "<div class=tools><input id=q type=search placeholder=\"Find in changes (press /)\" aria-label=\"Find in "
        "changes\" autocomplete=off spellcheck=false></div>\n";
}

void append_page_end(std::string& out) {
    out += "<script>";
    out += script;
    out += "</script>\n</body>\n</html>\n";
}

std::string_view file_name(const Document& document) {
    const std::string_view name = document.source.name();
    const std::size_t slash = name.find_last_of("/\\");
    const std::string_view last = slash == std::string_view::npos ? name : name.substr(slash + 1);
    return last.empty() ? std::string_view("untitled") : last;
}

void append_file(std::string& out, std::string_view term, const Document& document, std::string_view remark) {
    out += "<div><dt>";
    out += term;
    out += "</dt><dd><bdi>";
    append_text(out, file_name(document));
    out += "</bdi> ";
    const std::string& hash = document.source.sha256();
    if (hash.size() >= 8) {
        out += "<code title=\"sha256 ";
        append_attribute(out, hash);
        out += "\">sha256 ";
        append_text(out, std::string_view(hash).substr(0, 4));
        out += "…";
        append_text(out, std::string_view(hash).substr(hash.size() - 4));
        out += "</code>";
    }
    if (!remark.empty()) {
        out += " ";
        append_element(out, "span", "class=quiet", remark);
    }
    out += "</dd></div>\n";
}

void append_element(std::string& out, std::string_view tag, std::string_view attributes, std::string_view text) {
    out.append("<").append(tag);
    if (!attributes.empty()) out.append(" ").append(attributes);
    out += ">";
    append_text(out, text);
    out.append("</").append(tag).append(">");
}

}  // namespace stet::html
