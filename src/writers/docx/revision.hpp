// Tracked changes: who made them and when, ids that occur once in the package, and the elements that carry them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stet::docx {

/// How a stretch, a paragraph's mark or a row stands in both texts (ECMA-376 part 1, 17.13.5).
enum class Track : std::uint8_t { none, inserted, deleted, moved_from, moved_to };

/// Gone once the changes are accepted.
inline bool goes(Track track) {
    return track == Track::deleted || track == Track::moved_from;
}

/// Gives every revision its attributes.
class Revisions {
public:
    /// `date` is printed where it is a date ("2026-11-28", "2026-11-28T10:00:00Z"); nothing else is ever written.
    Revisions(std::string_view author, std::string_view date);

    /// Ids begin at this number: above those that a document already has.
    void begin_at(std::uint32_t id) { next_ = id; }

    /// ` w:id="7" w:author="stet"`, a new id each time.
    std::string attributes();

    /// A new id alone: ` w:id="7"`.
    std::string id();
    /// How many ids were given so far; the same where nothing was tracked in between.
    std::uint32_t count() const { return next_; }
    /// ` w:author="stet"`, with the date where there is one.
    const std::string& signature() const { return signature_; }

    /// `<w:ins w:id=…>`; close it with `closing`. Track::none gives nothing.
    std::string opening(Track track);
    static std::string_view closing(Track track);

    /// `<w:ins w:id=…/>`, as it stands in the properties of a paragraph's mark or of a row.
    std::string mark(Track track);

private:
    std::string signature_;
    std::uint32_t next_ = 1;
};

}  // namespace stet::docx
