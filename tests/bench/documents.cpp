// Agreements put together from many small ones, each made and edited by the generator of the laws.
#include "bench/documents.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "laws/agreement.hpp"

namespace stet::bench {

namespace {

using laws::Agreement;
using laws::AgreementMaker;
using laws::AgreementWriter;
using laws::Dice;

constexpr std::size_t columns_of_text = 80;

std::string written(const Agreement& agreement, Format format) {
    return AgreementWriter(format == Format::text ? columns_of_text : 0).write(agreement).text;
}

/// Both versions of an agreement of so many bytes, the second edited `edits` times in each of its small parts.
std::pair<Agreement, Agreement> make_agreement(std::size_t bytes, std::uint64_t seed, std::size_t edits) {
    std::pair<Agreement, Agreement> out;
    for (std::size_t size = 0; size < bytes; ++seed) {
        AgreementMaker maker(seed);
        Agreement before = maker.make();
        Agreement after = before;
        for (std::size_t i = 0; i < edits; ++i) maker.edit(after);
        size += written(before, Format::markdown).size();
        out.first.articles.insert(out.first.articles.end(), before.articles.begin(), before.articles.end());
        out.second.articles.insert(out.second.articles.end(), after.articles.begin(), after.articles.end());
    }
    return out;
}

/// The Markdown of a generated agreement as a page: headings, paragraphs with bold captions, tables.
std::string page_of(std::string_view markdown) {
    std::string out = "<!DOCTYPE html>\n<html><head><title>Agreement</title></head><body>\n";
    const auto put_inline = [&](std::string_view text) {
        bool bold = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text.substr(i, 2) == "**") {
                out += bold ? "</b>" : "<b>";
                bold = !bold;
                ++i;
            } else if (text[i] != '\\') {
                out += text[i];
            }
        }
    };
    const auto put_row = [&](std::string_view line) {
        if (line.find("---") != std::string_view::npos) return;
        out += "<tr>";
        for (std::size_t from = 1; from < line.size();) {
            const std::size_t bar = line.find('|', from);
            out += "<td>";
            put_inline(line.substr(from, bar - from));
            out += "</td>";
            from = bar == std::string_view::npos ? line.size() : bar + 1;
        }
        out += "</tr>\n";
    };
    while (!markdown.empty()) {
        const std::size_t end = markdown.find("\n\n");
        std::string_view block = markdown.substr(0, end);
        markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 2);
        if (block.starts_with("|")) {
            out += "<table>\n";
            for (; !block.empty(); block.remove_prefix(std::min(block.size(), block.find('\n') + 1))) {
                const std::string_view line = block.substr(0, block.find('\n'));
                put_row(line);
                if (line.size() == block.size()) break;
            }
            out += "</table>\n";
        } else if (!block.empty()) {
            const bool heading = block.starts_with("## ");
            out += heading ? "<h2>" : "<p>";
            put_inline(heading ? block.substr(3) : block);
            out += heading ? "</h2>\n" : "</p>\n";
        }
    }
    return out + "</body></html>\n";
}

Pair written_pair(const Agreement& before, const Agreement& after, Format format) {
    Pair out{written(before, format), written(after, format)};
    if (format == Format::html) out = {page_of(out.before), page_of(out.after)};
    return out;
}

/// Sentences of a random agreement as one line.
std::string one_paragraph(std::size_t bytes, std::uint64_t seed, std::size_t edits) {
    std::string out;
    const Agreement agreement = make_agreement(bytes + bytes / 4, seed, edits).second;
    for (const laws::Article& article : agreement.articles)
        for (const laws::Section& section : article.sections)
            for (const laws::Paragraph& paragraph : section.paragraphs)
                for (const laws::Sentence& sentence : paragraph.sentences)
                    for (const laws::Word& word : sentence) out += word.text + ' ';
    return out + '\n';
}

/// Makes each input once.
template <class Key, class Make>
const Pair& kept(std::map<Key, Pair>& all, const Key& key, Make make) {
    const auto found = all.find(key);
    return found != all.end() ? found->second : all.emplace(key, make()).first->second;
}

}  // namespace

const Pair& edited_agreement(std::size_t bytes, Format format) {
    static std::map<std::pair<std::size_t, Format>, Pair> all;
    return kept(all, {bytes, format}, [&] {
        const auto [before, after] = make_agreement(bytes, 1, 1);
        return written_pair(before, after, format);
    });
}

const Pair& unrelated_agreements(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] {
        return written_pair(make_agreement(bytes, 1, 0).first, make_agreement(bytes, 1'000'000, 0).first,
                            Format::markdown);
    });
}

const Pair& unrelated_sections(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] {
        Pair out;
        std::uint64_t seed = 0;
        for (std::string* text : {&out.before, &out.after})
            while (text->size() < bytes) {
                ++seed;
                *text += "## Title " + std::to_string(seed) + "\n\n" + one_paragraph(700, seed, 0) + "\n";
            }
        return out;
    });
}

const Pair& all_moved(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] {
        const Agreement before = make_agreement(bytes, 1, 0).first;
        Agreement after = before;
        std::vector<laws::Section*> sections;
        for (laws::Article& article : after.articles)
            for (laws::Section& section : article.sections) sections.push_back(&section);
        Dice dice(1);
        for (std::size_t i = sections.size(); i > 1; --i) std::swap(*sections[i - 1], *sections[dice.below(i)]);
        return written_pair(before, after, Format::markdown);
    });
}

const Pair& all_relabelled(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] {
        const Agreement before = make_agreement(bytes, 1, 0).first;
        Agreement after = AgreementMaker(1'000'000).make();
        after.articles.resize(1);
        after.articles.insert(after.articles.end(), before.articles.begin(), before.articles.end());
        return written_pair(before, after, Format::markdown);
    });
}

const Pair& identical_paragraphs(std::size_t count) {
    static std::map<std::size_t, Pair> all;
    return kept(all, count, [&] {
        const std::string same = "The Employer shall pay the rate of the classification.\n\n";
        const std::string edited = "The Employer may pay the rate of the classification.\n\n";
        Pair out;
        for (std::size_t i = 0; i < count; ++i) {
            out.before += same;
            if (i % 1000 != 500) out.after += i % 100 == 50 ? edited : same;
        }
        return out;
    });
}

const Pair& long_paragraph(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] { return Pair{one_paragraph(bytes, 1, 0), one_paragraph(bytes, 1, 1)}; });
}

const Pair& marked_paragraph(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] {
        Pair out = long_paragraph(bytes);
        for (std::string* text : {&out.before, &out.after}) {
            std::string marked;
            bool bold = false;
            for (const char c : *text) {
                const bool ends = c == ' ' || c == '\n';
                if (ends && bold) marked += "**";
                marked += c;
                if (ends) bold = !bold;
                if (ends && bold && c == ' ') marked += "**";
            }
            *text = std::move(marked);
        }
        return out;
    });
}

const Pair& cut_paragraph(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] {
        Pair out{long_paragraph(bytes).before, {}};
        for (const char c : out.before) {
            const bool cut = c == ' ' && !out.after.empty() && out.after.back() == '.';
            out.after += cut ? "\n\n" : std::string(1, c);
        }
        return out;
    });
}

const Pair& unrelated_paragraphs(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] { return Pair{one_paragraph(bytes, 1, 0), one_paragraph(bytes, 1'000'000, 0)}; });
}

const Pair& doubled_words(std::size_t bytes) {
    static std::map<std::size_t, Pair> all;
    return kept(all, bytes, [&] {
        Pair out;
        for (std::size_t i = 0; out.before.size() < bytes; ++i) {
            const std::string word = "word" + std::to_string(i) + " ";
            out.before += word + word;
            out.after += word;
        }
        return out;
    });
}

std::string proposal(std::size_t bytes) {
    std::string out =
        "March 2, 2026\n\n**Quill Point Ferries\nComprehensive Proposal\nTo\nDeckhands Union, Local 7**\n\n";
    unsigned item = 0;
    while (out.size() < bytes) {
        const std::string section = std::to_string(item + 11);
        const std::string article = std::to_string(item / 4 + 1);
        const auto open = [&](std::string_view heading) {
            (((out += std::to_string(++item)) += ". Article ") += article) += heading;
        };
        open(". Premiums, Section " + section + " (TA 2/14/26)\n\n");
        out +=
            "Section " + section +
            ". Night Runs. A premium of ~~ninety cents (\\$0.90)~~ **one dollar and twenty cents (\\$1.20)** per hour "
            "shall be paid for all work between 10:00 p.m. and 6:00 a.m. A deckhand whose shift includes four (4) or "
            "more hours in that period shall receive the premium for the entire shift. ~~Apprentices shall receive a "
            "premium of fifty cents (\\$0.50) per hour for work after midnight only.~~\n\n";
        open(". Sailings, Section " + section + "\n\n");
        out +=
            "In the second paragraph, delete the words \"more than three (3) consecutive\" and substitute \"two (2) or "
            "more\". Delete the last sentence.\n\n";
        open(". Moorings\n\n");
        out +=
            "New Section: Storm Warnings\n\n**When a warning is in force for a harbor, the Company may cancel a "
            "sailing "
            "upon as much notice as is practical. A deckhand who is sent home shall be paid for two (2) hours, "
            "notwithstanding Section " +
            section + ".**\n\n";
        open(". Rates of Pay\n\n");
        out +=
            "Modify Appendix \"A\" as follows, effective April 5, 2026:\n\n"
            "| Classification | Current 4/6/2025 | \\$ Increase | **4/5/2026** | **4/4/2027** |\n"
            "|:-----|------:|------:|------:|------:|\n"
            "| Mate | \\$25.35 | \\$0.70 | **\\$26.05** | **\\$26.70** |\n"
            "| Deckhand | \\$21.10 | \\$0.70 | **\\$21.80** | **\\$22.45** |\n"
            "| Apprentice | \\$17.85 | \\$0.70 | **\\$18.55** | **\\$19.20** |\n\n";
    }
    return out;
}

}  // namespace stet::bench
