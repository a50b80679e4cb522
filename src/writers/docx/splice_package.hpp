// A plan of changes carried out on a Word document: the document anew, changed where the plan says and nowhere else.
#pragma once

#include "document/document.hpp"
#include "proposal/splice.hpp"

namespace stet::docx {

/// The bytes of the package with the changes made; parts that no change touches are copied as their bytes stand in the
/// file. Words take the properties of the runs in which they stand, new paragraphs and rows those of their
/// neighbours; what they are numbered is said by their text. Changes that earlier authors track stay tracked.
/// In SplicedText::brought the bytes are ordinals of paragraphs (see Block::line).
SplicedText splice_package(const Document& base, const SplicePlan& plan);

}  // namespace stet::docx
