// The verbs of stet: bytes to blocks, blocks to a document, two documents to a redline, a redline to bytes.
#include "stet.hpp"

#include <algorithm>
#include <future>
#include <initializer_list>

#include "diff/align.hpp"
#include "diff/align_faces.hpp"
#include "document/join_paragraphs.hpp"
#include "grammar/detect.hpp"
#include "grammar/outline.hpp"
#include "proposal/cause.hpp"
#include "proposal/read_instructions.hpp"
#include "proposal/read_proposal.hpp"
#include "proposal/split_lines.hpp"
#include "readers/docx/other_formats.hpp"
#include "readers/footnotes.hpp"
#include "readers/reader.hpp"
#include "redline/build.hpp"
#include "redline/resolve.hpp"
#include "redline/set_aside.hpp"
#include "redline/three_way.hpp"
#include "redline/verify.hpp"
#include "report/blame.hpp"
#include "report/item_report.hpp"
#include "report/seal.hpp"
#include "writers/docx/splice_package.hpp"
#include "writers/format_table.hpp"
#include "writers/html/escape.hpp"
#include "writers/markdown_line.hpp"
#include "writers/proposal/proposal_writer.hpp"
#include "writers/sheet.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

/// An input as its reader saw it.
struct Draft {
    Source source;
    ReadBlocks read;
};

/// The grammars that a document may be read under: the one named, else the built-in ones.
std::vector<Grammar> load_grammars(const ReadOptions& options, GrammarUse use) {
    if (options.grammar.empty()) return load_built_in_grammars(use);
    std::vector<Grammar> named;
    named.push_back(load_grammar(options.grammar));
    return named;
}

Draft read_draft(Input input, const ReadOptions& options) {
    Draft draft;
    Diagnostics diagnostics;
    const Reader& reader = input.format.empty() ? reader_for(input.name, diagnostics) : reader_named(input.format);
    draft.source = reader.package
                       ? Source::package(std::move(input.name), std::move(input.bytes), options.keep_unpacked)
                       : Source(std::move(input.name), std::move(input.bytes), diagnostics);
    draft.read = reader.read(draft.source);
    draft.read.diagnostics.insert(draft.read.diagnostics.begin(), diagnostics.begin(), diagnostics.end());
    return draft;
}

/// Beside a document whose format counts its notes, signs that another types are no words of it.
void read_notes_alike(std::initializer_list<Draft*> drafts) {
    const auto counts = [](const Draft* draft) { return counts_notes(draft->read.blocks); };
    if (std::none_of(drafts.begin(), drafts.end(), counts)) return;
    for (Draft* draft : drafts) {
        if (!has_typed_notes(draft->read.blocks)) continue;
        set_note_signs_aside(draft->read.blocks);
        draft->read.diagnostics.push_back({Severity::info, "note-signs",
                                           "the signs of notes ([^1]) are not compared: the other format counts them",
                                           draft->source.name(), 0, 0});
    }
}

/// An input and the grammars that it may be read under, read at the same time.
struct Opened {
    std::vector<Grammar> grammars;
    Draft draft;
};

Opened open(Input input, const ReadOptions& options, GrammarUse use = GrammarUse::outlines) {
    constexpr std::size_t worth_a_thread = 20'000;  // bytes
    auto grammars = std::async(input.bytes.size() < worth_a_thread ? std::launch::deferred : std::launch::async,
                               [&] { return load_grammars(options, use); });
    Draft draft = read_draft(std::move(input), options);
    return {grammars.get(), std::move(draft)};
}

Document read_outline(Draft draft, const Grammar& grammar, Face face) {
    const bool marked = is_marked(draft.read.blocks);
    Document document = outline(std::move(draft.source), std::move(draft.read.blocks), grammar, face,
                                std::move(draft.read.diagnostics));
    document.reference_nouns = grammar.reference_nouns;
    document.marked = marked;
    return document;
}

/// One grammar for both sides: the after-document's, unless that has nothing but headings.
const Grammar& common_grammar(const std::vector<Grammar>& grammars, const Draft& before, const Draft& after,
                              Face face) {
    const Grammar& of_after = detect(grammars, after.read.blocks, face);
    return has_ranks(of_after) ? of_after : detect(grammars, before.read.blocks, face);
}

void say_face(Redline& redline, const Document& document) {
    if (!document.marked) return;
    const std::string face = document.face == Face::after ? "after" : "before";
    redline.diagnostics.push_back({Severity::info, "marked-document",
                                   "the author marked text as struck or new: the " + face +
                                       "-face is compared; --faces shows the marks as a redline",
                                   document.source.name(), 0, 0});
}

/// Text that its author wrote in and struck again is in no face: it is told, not shown.
void say_in_neither_face(Redline& redline, const Block& block) {
    for (const Run& run : block.runs) {
        if (run.marks.has(Mark::comment) || !outside(run.marks, Face::before) || !outside(run.marks, Face::after))
            continue;
        redline.diagnostics.push_back({Severity::warning, "in-neither-face",
                                       "words written in and struck again are left out: “" +
                                           block.text.substr(run.text.begin, run.text.size()) + "”",
                                       redline.after.source.name(), line_of(block, run.text.begin), 0});
    }
}

/// Text in another format is not read: that it is another one now can only be told as a whole.
void say_other_formats(Redline& redline, const Document& before, const Document& after) {
    if (before.source.bytes().empty() || after.source.bytes().empty()) return;
    const std::vector<std::string> old_texts = texts_in_other_formats(before.source);
    const std::vector<std::string> new_texts = texts_in_other_formats(after.source);
    if (old_texts == new_texts) return;
    const auto count = [](const std::vector<std::string>& texts) {
        return std::to_string(texts.size()) + (texts.size() == 1 ? " such text" : " such texts");
    };
    redline.diagnostics.push_back({Severity::warning, "other-format-changed",
                                   "text in another format (altChunk) changed, and what changed in it is not shown: " +
                                       count(old_texts) + " before, " + count(new_texts) + " after",
                                   after.source.name(), 0, 0});
}

/// What is to be said of the files: of the first, and of those that are compared with it.
void say_files(Redline& redline, const Document& before, std::initializer_list<const Document*> others) {
    say_face(redline, before);
    for (const Document* other : others) say_face(redline, *other);
    for (const Document* other : others) say_other_formats(redline, before, *other);
    for (const Document* other : others)
        for (Diagnostic& remark : changed_furniture(before, *other)) redline.diagnostics.push_back(std::move(remark));
    const auto say_own = [&](const Document& document) {
        redline.diagnostics.insert(redline.diagnostics.end(), document.diagnostics.begin(), document.diagnostics.end());
    };
    say_own(before);
    for (const Document* other : others) say_own(*other);
}

Redline compare_two(Document before, Document after, EditsFrom from, const StageObserver& stage_begins) {
    begin_stage(stage_begins, "aligned");
    const Alignment alignment = align(before, after);
    return build_redline(std::move(before), std::move(after), alignment, from, stage_begins);
}

/// "offer" of "drafts/offer.md".
std::string stem_of(const std::string& file_name) {
    std::string stem = file_name.substr(file_name.find_last_of("/\\") + 1);
    const std::size_t dot = stem.rfind('.');
    return dot == std::string::npos || dot == 0 ? stem : stem.substr(0, dot);
}

std::array<std::string, 2> party_names(const ThreeInputs& inputs) {
    std::array<std::string, 2> names = inputs.names;
    if (names[0].empty()) names[0] = stem_of(inputs.first.name);
    if (names[1].empty()) names[1] = stem_of(inputs.second.name);
    return names;
}

}  // namespace

Document read(Input input, const ReadOptions& options) {
    begin_stage(options.stage_begins, "read");
    auto [grammars, draft] = open(std::move(input), options);
    const Grammar& grammar = detect(grammars, draft.read.blocks, options.face);
    begin_stage(options.stage_begins, "outlined");
    return read_outline(std::move(draft), grammar, options.face);
}

Proposal read_proposal(Input input, const ReadOptions& options) {
    begin_stage(options.stage_begins, "read");
    auto [grammars, draft] = open(std::move(input), options, GrammarUse::proposals);
    std::erase_if(grammars, [](const Grammar& grammar) { return grammar.proposal.empty(); });
    if (grammars.empty())
        throw Error("error: grammar '" + options.grammar +
                    "' does not know how proposals are worded; name one with a [proposal] table");
    draft.read.blocks = split_lines(std::move(draft.read.blocks));
    const Grammar& grammar = detect(grammars, draft.read.blocks, options.face);
    begin_stage(options.stage_begins, "outlined");
    Document document = read_outline(std::move(draft), grammar, options.face);
    begin_stage(options.stage_begins, "understood");
    return read_proposal(std::move(document), grammar, options.marks);
}

namespace {

/// How new text is written in a document of a format.
BaseForm form_of(std::string_view format) {
    if (format == "markdown")
        return {BaseForm::markdown, [](std::string_view text, bool opens_line) {
                    return opens_line ? markdown_paragraph(text) : markdown_text(text);
                }};
    if (format == "html")
        return {BaseForm::html, [](std::string_view text, bool) {
                    std::string out;
                    html::append_text(out, text);
                    return out;
                }};
    BaseForm form;
    if (format == "docx") form.splice_package = docx::splice_package;
    return form;
}

/// What a document says, block by block.
std::string words_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks)
        if (!is_set_aside(block.kind)) out += face_text(block, document.face) + " \n";
    return out;
}

std::string words_of(const std::vector<std::string>& blocks) {
    std::string out;
    for (const std::string& block : blocks) out += block + " \n";
    return out;
}

/// A base with operations carried out on it, read again.
struct Application {
    Document before;
    Document after;
    Consolidation made;
    bool reads_back = false;
};

Application apply_to(Input base, const std::vector<Operation>& operations, const ReadOptions& options,
                     const ApplyOptions& wanted) {
    begin_stage(options.stage_begins, "read");
    Diagnostics unheard;
    const std::string format(base.format.empty() ? reader_for(base.name, unheard).name : base.format);
    const std::string name = base.name;
    auto [grammars, draft] = open(std::move(base), options);
    const Grammar& grammar = detect(grammars, draft.read.blocks, options.face);
    begin_stage(options.stage_begins, "outlined");
    Application out;
    out.before = read_outline(std::move(draft), grammar, options.face);
    begin_stage(options.stage_begins, "carried out");
    BaseForm form = form_of(format);
    const std::string_view file = out.before.source.text();
    const std::size_t dollar = file.find('$');
    form.bare_dollars = dollar != std::string_view::npos && (dollar == 0 || file[dollar - 1] != '\\');
    for (const bool keeps_pages : {true, false}) {
        form.keeps_pages = keeps_pages;
        out.made = apply(out.before, operations, wanted, form);
        Draft again;
        again.source = reader_named(format).package ? Source::package(name, out.made.text.bytes)
                                                    : Source(name, out.made.text.bytes, unheard);
        again.read = reader_named(format).read(again.source);
        out.after = read_outline(std::move(again), grammar, options.face);
        out.reads_back = reads_the_same(words_of(out.after), words_of(out.made.text.blocks));
        if (out.reads_back || format != "text") break;
    }
    return out;
}

/// The built-in grammar by whose numbers instructions go; empty where they name none.
std::string stated_grammar(const Document& instructions) {
    const std::string name = grammar_of_base(instructions);
    if (name.empty()) return {};
    const std::vector<Grammar> known = load_built_in_grammars(GrammarUse::outlines);
    const bool built_in = std::any_of(known.begin(), known.end(), [&](const Grammar& one) { return one.name == name; });
    return built_in ? name : std::string();
}

/// Word goes on counting: behind what came or went its numbers are others, though no item asks for that.
void say_counted_numbers(Redline& redline) {
    std::size_t count = 0;
    std::uint32_t first = 0;
    for (const RedlineBlock& block : redline.blocks) {
        if (block.before == none || block.after == none || block.status == BlockStatus::moved_to) continue;
        const Block& before = redline.before.blocks[block.before];
        const Block& after = redline.after.blocks[block.after];
        if (!before.computed || !after.computed || before.number == after.number) continue;
        if (count++ == 0) first = before.line();
    }
    if (count == 0) return;
    redline.diagnostics.push_back(
        {Severity::warning, "counted-numbers",
         "numbers that Word counts follow what came and went: " + std::to_string(count) +
             (count == 1 ? " paragraph has another one now, here" : " paragraphs have other ones now, here first"),
         redline.before.source.name(), first, 0});
}

}  // namespace

Consolidated carry_out(const Proposal& proposal, Input base, const ReadOptions& options, const ApplyOptions& wanted) {
    ReadOptions as_written = options;
    if (as_written.grammar.empty()) as_written.grammar = stated_grammar(proposal.document);
    Application applied = apply_to(std::move(base), proposal.operations, as_written, wanted);
    Consolidated out;
    out.redline = compare(std::move(applied.before), std::move(applied.after), options.stage_begins);
    name_items(out.redline, applied.made, proposal.operations);
    say_counted_numbers(out.redline);
    out.steps = std::move(applied.made.steps);
    out.text = std::move(applied.made.text.bytes);
    out.reads_back = applied.reads_back;
    return out;
}

Sheet item_report(const Proposal& proposal, const Consolidated& consolidated) {
    return build_item_report(proposal, consolidated.redline.before, consolidated.steps, consolidated.reads_back);
}

Sheet ledger(std::vector<Proposal> proposals) {
    const std::vector<Proposal> rounds = in_order_of_dates(std::move(proposals));
    return ledger_sheet(rounds, build_ledger(rounds));
}

Sheet blame(std::vector<Proposal> proposals, Input base, const ReadOptions& options) {
    const std::vector<Proposal> rounds = in_order_of_dates(std::move(proposals));
    const Ledger subjects = build_ledger(rounds);
    const LatestOperations latest = latest_operations(rounds, subjects);
    Application applied = apply_to(std::move(base), latest.operations, options, {});
    const Redline redline = compare(std::move(applied.before), std::move(applied.after), options.stage_begins);
    return blame_sheet(redline, applied.made, latest, rounds, subjects);
}

namespace {

bool is_page_head(const Block& block) {
    return block.part.starts_with("header") || block.part.starts_with("footer");
}

/// Headers and footers are no text of the agreement beside a final draft whose format has none.
void set_page_heads_aside(Document& document) {
    for (Block& block : document.blocks)
        if (is_page_head(block)) block.kind = BlockKind::furniture;
}

}  // namespace

Seal seal(std::vector<Proposal> proposals, Input base, Input final_draft, const ReadOptions& options) {
    const std::vector<Proposal> rounds = in_order_of_dates(std::move(proposals));
    const Ledger subjects = build_ledger(rounds);
    const LatestOperations agreed = agreed_operations(rounds, subjects);
    Application applied = apply_to(std::move(base), agreed.operations, options, {});
    ReadOptions same = options;
    if (same.grammar.empty()) same.grammar = applied.after.grammar;
    Diagnostics unheard;
    const Reader& reader =
        final_draft.format.empty() ? reader_for(final_draft.name, unheard) : reader_named(final_draft.format);
    if (!reader.package) set_page_heads_aside(applied.after);
    Document final_document = read(std::move(final_draft), same);
    const Redline redline = compare(std::move(applied.after), std::move(final_document), options.stage_begins);
    const std::vector<CarriedOut>& steps = applied.made.steps;
    return {seal_sheet(redline, steps, applied.reads_back, agreed, rounds, subjects),
            is_sealed(redline, steps, applied.reads_back, rounds, subjects)};
}

Redline compare(Document before, Document after, const StageObserver& stage_begins) {
    Redline redline = compare_two(std::move(before), std::move(after), EditsFrom::words, stage_begins);
    say_files(redline, redline.before, {&redline.after});
    return redline;
}

Redline compare(Input before, Input after, const ReadOptions& options) {
    begin_stage(options.stage_begins, "read");
    auto other = std::async(std::launch::async, [&] { return read_draft(std::move(before), options); });
    auto loaded = std::async(std::launch::async, [&] { return load_grammars(options, GrammarUse::outlines); });
    Draft after_draft = read_draft(std::move(after), options);
    Draft before_draft = other.get();
    read_notes_alike({&before_draft, &after_draft});
    const std::vector<Grammar> grammars = loaded.get();
    const Grammar& grammar = common_grammar(grammars, before_draft, after_draft, options.face);
    begin_stage(options.stage_begins, "outlined");
    auto outlined =
        std::async(std::launch::async, [&] { return read_outline(std::move(before_draft), grammar, options.face); });
    Document after_document = read_outline(std::move(after_draft), grammar, options.face);
    return compare(outlined.get(), std::move(after_document), options.stage_begins);
}

Redline compare_faces(Input input, const ReadOptions& options) {
    begin_stage(options.stage_begins, "read");
    Opened opened = open(std::move(input), options);
    Draft& draft = opened.draft;
    draft.read.blocks = join_paragraphs(std::move(draft.read.blocks));
    const Grammar& grammar = detect(opened.grammars, draft.read.blocks, options.face);
    const auto outlined = [&](FaceBlocks& taken, Face face) {
        Draft one;
        one.source = draft.source;
        one.read.blocks = std::move(taken.blocks);
        one.read.diagnostics = draft.read.diagnostics;
        return read_outline(std::move(one), grammar, face);
    };
    begin_stage(options.stage_begins, "outlined");
    FaceBlocks before_blocks = take_face(draft.read.blocks, Face::before);
    FaceBlocks after_blocks = take_face(draft.read.blocks, Face::after);
    Document before = outlined(before_blocks, Face::before);
    Document after = outlined(after_blocks, Face::after);
    before.marked = after.marked = false;  // its marks are the redline now
    begin_stage(options.stage_begins, "aligned");
    const Alignment alignment = align_faces(before, before_blocks.origins, after, after_blocks.origins);
    Redline redline =
        build_redline(std::move(before), std::move(after), alignment, EditsFrom::marks, options.stage_begins);
    redline.diagnostics = redline.before.diagnostics;
    for (const Block& block : draft.read.blocks) say_in_neither_face(redline, block);
    return redline;
}

Redline compare_three(Document base, Document first, Document second, std::array<std::string, 2> names,
                      const StageObserver& stage_begins) {
    if (names[0] == names[1] || names[0].empty() || names[1].empty()) names = {"A", "B"};
    Document same_base = base;
    auto other = std::async(std::launch::async, [&] {
        return compare_two(std::move(same_base), std::move(second), EditsFrom::typed_words, {});
    });
    Redline against_first = compare_two(std::move(base), std::move(first), EditsFrom::typed_words, stage_begins);
    begin_stage(stage_begins, "joined");
    Redline against_second = other.get();
    Alignment between;
    if (both_insert(against_first, against_second)) between = align(against_first.after, against_second.after);
    Redline redline = build_three_way(std::move(against_first), std::move(against_second), between, std::move(names));
    say_files(redline, redline.before, {&redline.parties[0].document, &redline.parties[1].document});
    return redline;
}

Redline compare_three(ThreeInputs inputs, const ReadOptions& options) {
    std::array<std::string, 2> names = party_names(inputs);
    begin_stage(options.stage_begins, "read");
    const std::vector<Grammar> grammars = load_grammars(options, GrammarUse::outlines);
    const auto draft_later = [&](Input& input) {
        return std::async(std::launch::async, [&] { return read_draft(std::move(input), options); });
    };
    auto first_draft = draft_later(inputs.first);
    auto second_draft = draft_later(inputs.second);
    Draft base = read_draft(std::move(inputs.base), options);
    Draft first = first_draft.get();
    Draft second = second_draft.get();
    read_notes_alike({&base, &first, &second});
    // The parties' grammar where it is one, else the base's.
    const Grammar& of_first = detect(grammars, first.read.blocks, options.face);
    const bool one = &of_first == &detect(grammars, second.read.blocks, options.face);
    const Grammar& grammar =
        one ? common_grammar(grammars, base, first, options.face) : common_grammar(grammars, first, base, options.face);
    begin_stage(options.stage_begins, "outlined");
    Document base_document = read_outline(std::move(base), grammar, options.face);
    Document first_document = read_outline(std::move(first), grammar, options.face);
    Document second_document = read_outline(std::move(second), grammar, options.face);
    return compare_three(std::move(base_document), std::move(first_document), std::move(second_document),
                         std::move(names), options.stage_begins);
}

std::string accept(const Redline& redline, std::size_t party) {
    if (party >= redline.parties.size()) throw Error("error: there is no such party in this redline");
    return accept_party(redline, party);
}

std::string accept(const Redline& redline) {
    if (redline.three_way()) throw Error("error: a three-way redline has no one text after the changes; name a party");
    return accept_all(redline);
}

std::string reject(const Redline& redline) {
    return reject_all(redline);
}

namespace {

/// A document against itself has no changes.
std::string write_alone(const Document& document, WriteOptions options) {
    if (options.title.empty()) options.title = document.source.name();
    return writer_named("docx").write(compare_two(document, document, EditsFrom::words, {}), options);
}

}  // namespace

std::string accept_docx(const Redline& redline, const WriteOptions& options) {
    if (redline.three_way()) throw Error("error: a three-way redline has no one text after the changes; name a party");
    return write_alone(redline.after, options);
}

std::string reject_docx(const Redline& redline, const WriteOptions& options) {
    return write_alone(redline.before, options);
}

std::string write(const Redline& redline, std::string_view format, const WriteOptions& options) {
    return writer_named(format).write(redline, options);
}

std::string write(const Proposal& proposal, const Consolidated& consolidated, std::string_view format,
                  const WriteOptions& options) {
    if (format == "json") return write_carried_out_json(proposal, consolidated.steps, consolidated.redline, options);
    return write(consolidated.redline, format, options);
}

std::string write(const Sheet& sheet, std::string_view format, const WriteOptions& options) {
    return format_named(sheet_writers(), format).write(sheet, options);
}

std::string write_proposal(const Proposal& proposal, std::string_view format, const WriteOptions& options) {
    return format_named(proposal_writers(), format).write(proposal, options);
}

std::string write_outline(const Document& document, std::string_view format) {
    if (format == "json") return write_outline_json(document);
    if (format == "text") return write_outline_text(document);
    throw Error("error: an outline has the formats json and text, not '" + std::string(format) + "'");
}

}  // namespace stet
