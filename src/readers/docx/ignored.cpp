// Names the elements without text.
#include "readers/docx/ignored.hpp"

#include <unordered_set>

namespace stet {

bool is_ignored(std::string_view element) {
    static const std::unordered_set<std::string_view> names = {
        // Properties.
        "w:pPr",
        "w:rPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:smartTagPr",
        "w:customXmlPr",
        "w:rubyPr",
        "w:tcPr",
        "w:trPr",
        "w:tblPr",
        "w:tblGrid",
        "w:tblPrEx",
        "m:oMathParaPr",
        "m:argPr",
        "m:ctrlPr",
        "m:rPr",
        "m:accPr",
        "m:barPr",
        "m:boxPr",
        "m:borderBoxPr",
        "m:dPr",
        "m:eqArrPr",
        "m:fPr",
        "m:funcPr",
        "m:groupChrPr",
        "m:limLowPr",
        "m:limUppPr",
        "m:mPr",
        "m:naryPr",
        "m:phantPr",
        "m:radPr",
        "m:sPrePr",
        "m:sSubPr",
        "m:sSubSupPr",
        "m:sSupPr",
        // Where something begins or ends: bookmarks, remarks, moves, permissions, spelling.
        "w:bookmarkStart",
        "w:bookmarkEnd",
        "w:commentRangeStart",
        "w:commentRangeEnd",
        "w:moveFromRangeStart",
        "w:moveFromRangeEnd",
        "w:moveToRangeStart",
        "w:moveToRangeEnd",
        "w:customXmlInsRangeStart",
        "w:customXmlInsRangeEnd",
        "w:customXmlDelRangeStart",
        "w:customXmlDelRangeEnd",
        "w:customXmlMoveFromRangeStart",
        "w:customXmlMoveFromRangeEnd",
        "w:customXmlMoveToRangeStart",
        "w:customXmlMoveToRangeEnd",
        "w:proofErr",
        "w:permStart",
        "w:permEnd",
        // What the program makes or counts itself.
        "w:lastRenderedPageBreak",
        "w:footnoteRef",
        "w:endnoteRef",
        "w:annotationRef",
        "w:separator",
        "w:continuationSeparator",
        "w:pgNum",
        "w:fldData",
    };
    return names.contains(element);
}

}  // namespace stet
