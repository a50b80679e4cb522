// Inputs of the benchmarks: invented agreements of about so many bytes, what became of them, and the worst of them.
#pragma once

#include <cstddef>
#include <string>

namespace stet::bench {

/// Both versions of a document, as files.
struct Pair {
    std::string before;
    std::string after;
};

enum class Format { markdown, text, html };

/// An agreement and the same with about one edit every five kilobytes, of every kind: words, values, sentences,
/// paragraphs, items, rows, sections moved, added and removed. `bytes` is the size of each. The same on every run.
const Pair& edited_agreement(std::size_t bytes, Format format = Format::markdown);

/// Two agreements that have nothing in common but their words.
const Pair& unrelated_agreements(std::size_t bytes);

/// Two documents of sections without a number, a title or a sentence in common, all in one place.
const Pair& unrelated_sections(std::size_t bytes);

/// Every section of an agreement stands at another place: `after` has them in another order.
const Pair& all_moved(std::size_t bytes);

/// Every label of an agreement has another number.
const Pair& all_relabelled(std::size_t bytes);

/// `count` paragraphs of the same words; one of a hundred was edited, one of a thousand went.
const Pair& identical_paragraphs(std::size_t count);

/// One paragraph, and the same with one edit every five kilobytes.
const Pair& long_paragraph(std::size_t bytes);

/// One paragraph in which every other word is bold, and the same with one edit every five kilobytes.
const Pair& marked_paragraph(std::size_t bytes);

/// One paragraph, and each of its sentences as one.
const Pair& cut_paragraph(std::size_t bytes);

/// Two paragraphs of the same stock of words, in another order.
const Pair& unrelated_paragraphs(std::size_t bytes);

/// One paragraph in which every word is written twice, and once.
const Pair& doubled_words(std::size_t bytes);

/// A proposal: numbered items with instructions, struck and new text, marks of status and tables of rates.
std::string proposal(std::size_t bytes);

}  // namespace stet::bench
