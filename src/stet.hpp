// stet for embedders: the one header to include. Every verb takes values and gives values.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/apply.hpp"
#include "proposal/proposal.hpp"
#include "redline/redline.hpp"
#include "report/sheet.hpp"
#include "text/error.hpp"
#include "text/stage.hpp"
#include "text/version.hpp"
#include "writers/write_options.hpp"

namespace stet {

/// The bytes of an input and what they are called.
struct Input {
    std::string name;  ///< file name; its ending chooses the format where `format` is empty
    std::string bytes;
    std::string format;  ///< "markdown", "html", "docx", "text"; empty: by the ending
};

struct ReadOptions {
    std::string grammar;  ///< name or path of a grammar file; empty: detect
    Face face = Face::after;
    StageObserver stage_begins = {};  ///< may be empty; of stages that run on several threads told once
    std::string marks = {};  ///< how a proposal marks text: "new=bold,struck=brackets"; empty: found out from its use
    bool keep_unpacked = false;  ///< a Word redline is to be written: what is unpacked waits for it
};

/// Reads a document. Throws Error where nothing can come out of it.
Document read(Input input, const ReadOptions& options = {});

/// What a proposal asks for. Throws Error where nothing can come out of it.
Proposal read_proposal(Input input, const ReadOptions& options = {});

/// A proposal carried out on a base.
struct Consolidated {
    std::vector<CarriedOut> steps;  ///< one for each operation of the proposal
    std::string text;               ///< the new text, in the base's format
    bool reads_back = false;        ///< `text` was read again and says what was planned, word for word
    Redline redline;                ///< base to new; its changes name the items that caused them
};

/// Carries a proposal out on its base. Throws Error where that cannot be read.
Consolidated carry_out(const Proposal& proposal, Input base, const ReadOptions& options = {},
                       const ApplyOptions& wanted = {});

/// What became of each item, as a sheet.
Sheet item_report(const Proposal& proposal, const Consolidated& consolidated);

/// The ledger of proposals in the order of their dates: every subject, who said what last, what is agreed.
Sheet ledger(std::vector<Proposal> proposals);

/// The text of the base with the last word on each subject, each stretch with the round that brought it.
Sheet blame(std::vector<Proposal> proposals, Input base, const ReadOptions& options = {});

/// Whether a final draft is the base and what the proposals say is tentatively agreed.
struct Seal {
    Sheet sheet;
    bool holds = false;
};
Seal seal(std::vector<Proposal> proposals, Input base, Input final_draft, const ReadOptions& options = {});

/// Redline of two documents, verified.
Redline compare(Document before, Document after, const StageObserver& stage_begins = {});

/// Reads and compares, both sides on their own thread and under one grammar (that of `after` where none is named).
Redline compare(Input before, Input after, const ReadOptions& options = {});

/// Redline of a marked document's own two faces.
Redline compare_faces(Input document, const ReadOptions& options = {});

/// Three-way: both parties' changes to one base in one redline, each edit with who makes it, verified. The parties are
/// called by `names`; where one is empty, by their files' names without folder and ending.
struct ThreeInputs {
    Input base;
    Input first;
    Input second;
    std::array<std::string, 2> names;
};
Redline compare_three(ThreeInputs inputs, const ReadOptions& options = {});
Redline compare_three(Document base, Document first, Document second, std::array<std::string, 2> names,
                      const StageObserver& stage_begins = {});

/// Three-way: one party's changes accepted and the other's dropped. `reject` drops both.
std::string accept(const Redline& redline, std::size_t party);

/// The text after all changes, or before them: one block a line. A three-way redline has no one text after: Error.
std::string accept(const Redline& redline);
std::string reject(const Redline& redline);

/// The same as Word documents. Of two packages the one that is asked for, with the changes that it tracks itself
/// accepted (rejected where its before-face is compared) and everything else as it is; of other files a document made
/// from the text. A three-way redline has no one text after: Error.
std::string accept_docx(const Redline& redline, const WriteOptions& options = {});
std::string reject_docx(const Redline& redline, const WriteOptions& options = {});

/// The redline in a format: html, markdown, criticmarkup, docx, json, text. Throws Error for another name.
std::string write(const Redline& redline, std::string_view format, const WriteOptions& options = {});

/// A proposal carried out, in a format of redlines; in JSON the proposal with `carried_out` and `redline`.
std::string write(const Proposal& proposal, const Consolidated& consolidated, std::string_view format,
                  const WriteOptions& options = {});

/// A sheet in a format: html, markdown, csv, json, text. Throws Error for another name.
std::string write(const Sheet& sheet, std::string_view format, const WriteOptions& options = {});

/// What a proposal asks for, in a format: html, markdown, criticmarkup, json, text. Throws Error for another name.
std::string write_proposal(const Proposal& proposal, std::string_view format, const WriteOptions& options = {});

/// The tree as read, in a format: json, text.
std::string write_outline(const Document& document, std::string_view format);

}  // namespace stet
