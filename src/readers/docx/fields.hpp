// Fields that are open while a story is read: what shows of them is their result (ECMA-376 Part 1, 17.16.18).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// Whether a field's instruction asks for a number that whoever lays out the pages works out: PAGE, NUMPAGES …
bool counts_pages(std::string_view instruction);

class Fields {
public:
    /// w:fldChar by its type: "begin", "separate", "end".
    void sign(std::string_view type);
    /// Part of the instruction of the innermost open field.
    void instruction(std::string_view text);
    /// An instruction does not go on in the next paragraph: a field without an end would swallow the document.
    void end_paragraph();
    /// A field whose instruction is given, for the time of its content (w:fldSimple).
    void open(std::string_view instruction);
    void close();

    /// The innermost open field is a number in a text that the file has no digits of: LISTNUM, AUTONUM …
    bool counts_unwritten() const;

    /// Text at this place is shown: it is in no field's instruction.
    bool shows() const { return instructions_ == 0; }
    /// Text at this place is the result of a field that makes a table of contents.
    bool in_contents() const { return contents_ > 0; }
    /// Text at this place is a number of pages.
    bool in_page_number() const { return pages_ > 0; }

private:
    struct Field {
        std::string instruction;
        bool result = false;
        bool contents = false;
        bool pages = false;
    };
    void begin_result(Field& field);

    std::vector<Field> open_;
    std::size_t instructions_ = 0;
    std::size_t contents_ = 0;
    std::size_t pages_ = 0;
};

}  // namespace stet
