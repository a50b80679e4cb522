// stet for embedders: the one header to include. Every verb takes values and gives values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "redline/redline.hpp"
#include "text/error.hpp"
#include "text/version.hpp"
#include "writers/write_options.hpp"

namespace stet {

/// The bytes of an input and what they are called.
struct Input {
    std::string name;  ///< file name; its ending chooses the format where `format` is empty
    std::string bytes;
    std::string format;  ///< "markdown", "text"; empty: by the ending
};

struct ReadOptions {
    std::string grammar;  ///< name or path of a grammar file; empty: detect
    Face face = Face::after;
};

/// Reads a document. Throws Error where nothing can come out of it.
Document read(Input input, const ReadOptions& options = {});

/// Redline of two documents, verified.
Redline compare(Document before, Document after);

/// Reads and compares, both sides on their own thread and under one grammar (that of `after` where none is named).
Redline compare(Input before, Input after, const ReadOptions& options = {});

/// Redline of a marked document's own two faces.
Redline compare_faces(Input document, const ReadOptions& options = {});

/// The text after all changes, or before them: one block a line.
std::string accept(const Redline& redline);
std::string reject(const Redline& redline);

/// The redline in a format: html, markdown, criticmarkup, json, text. Throws Error for another name.
std::string write(const Redline& redline, std::string_view format, const WriteOptions& options = {});

/// The tree as read, in a format: json, text.
std::string write_outline(const Document& document, std::string_view format);

}  // namespace stet
