// The parts of a document that stet makes from nothing, each a whole file of the package.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redline/redline.hpp"
#include "writers/docx/revision.hpp"
#include "writers/write_options.hpp"

namespace stet::docx {

/// A comment: one of the document's own authors, whose name is not known, or one on a change.
struct Remark {
    std::string text;
    bool on_change = false;
};

/// In the order in which they stand; their ids are their places.
using Remarks = std::vector<Remark>;

/// word/document.xml: the redline's blocks as tracked paragraphs and tables. Appends the remarks that it refers to.
std::string document_part(const Redline& redline, Revisions& revisions, Remarks& remarks);

/// word/styles.xml: body text, six headings, lists, table, header and footer.
std::string styles_part();

/// word/numbering.xml: one list of bullets in nine levels. All other numbers are text.
std::string numbering_part();

/// word/settings.xml: changes go on being tracked.
std::string settings_part();

/// word/header1.xml: what is compared and when; in red where it is not verified. word/footer1.xml: page x of y.
std::string header_part(const Redline& redline, const WriteOptions& options);
std::string footer_part();

/// word/comments.xml. Comments on changes are by who makes the changes.
std::string comments_part(const Remarks& remarks, const Revisions& revisions);

/// docProps/core.xml: title, and what is to be said of the comparison.
std::string properties_part(const Redline& redline, const WriteOptions& options);

}  // namespace stet::docx
