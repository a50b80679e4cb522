// Attributes and elements of tracked changes.
#include "writers/docx/revision.hpp"

#include <algorithm>

#include "writers/docx/markup.hpp"

namespace stet::docx {

namespace {

/// "2026-11-28" with or without a time, as xsd:dateTime; empty for any other text.
std::string date_time(std::string_view date) {
    constexpr std::string_view day = "0000-00-00";
    constexpr std::string_view time = "0000-00-00T00:00:00";
    const auto fits = [](std::string_view text, std::string_view form) {
        return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
                   return f == '0' ? c >= '0' && c <= '9' : c == f;
               });
    };
    if (fits(date, day)) return std::string(date) + "T00:00:00Z";
    const std::string_view local = date.ends_with('Z') ? date.substr(0, date.size() - 1) : date;
    return fits(local, time) ? std::string(local) + "Z" : std::string();
}

std::string_view element_name(Track track) {
    switch (track) {
        case Track::inserted:
            return "ins";
        case Track::deleted:
            return "del";
        case Track::moved_from:
            return "moveFrom";
        case Track::moved_to:
            return "moveTo";
        case Track::none:
            break;
    }
    return {};
}

}  // namespace

Revisions::Revisions(std::string_view author, std::string_view date) {
    signature_ = " w:author=\"" + escaped(author) + "\"";
    const std::string when = date_time(date);
    if (!when.empty()) signature_ += " w:date=\"" + when + "\"";
}

std::string Revisions::id() {
    return " w:id=\"" + std::to_string(next_++) + "\"";
}

std::string Revisions::attributes() {
    return id() + signature_;
}

std::string Revisions::opening(Track track) {
    if (track == Track::none) return {};
    return "<w:" + std::string(element_name(track)) + attributes() + ">";
}

std::string_view Revisions::closing(Track track) {
    switch (track) {
        case Track::inserted:
            return "</w:ins>";
        case Track::deleted:
            return "</w:del>";
        case Track::moved_from:
            return "</w:moveFrom>";
        case Track::moved_to:
            return "</w:moveTo>";
        case Track::none:
            break;
    }
    return {};
}

std::string Revisions::mark(Track track) {
    if (track == Track::none) return {};
    return "<w:" + std::string(element_name(track)) + attributes() + "/>";
}

}  // namespace stet::docx
