// The laws on random agreements and random edits whose truth is known.
//
// A thousand edit scripts are run; STET_LAW_RUNS asks for another number, STET_LAW_SEED for another first seed,
// STET_LAW_FOLDER for a folder that gets both versions of every script that breaks a law.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "laws/agreement.hpp"
#include "laws/checks.hpp"

namespace {

using namespace stet;
using namespace stet::laws;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
    const char* value = std::getenv(variable);
    return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

/// What became of a word of one side.
enum class Fate { kept, changed, moved };

/// A version as written and as read, its words with their tags and what the redline says of each.
struct Version {
    std::vector<std::pair<std::string, std::uint32_t>> words;  ///< of the document, in order
    std::vector<Fate> fates;
    std::vector<std::uint32_t> sections;  ///< redline section of each
};

/// Words of a document in order with the fate of each, by the redline's edits.
Version fates_of(const Redline& redline, TextSide side, const Written& written, Faults& faults) {
    const bool after = side == TextSide::after;
    const Document& document = after ? redline.after : redline.before;
    std::vector<std::size_t> first;  // of each block: its first word's index
    std::vector<PlainWord> all;
    std::vector<BlockId> block_of_word;
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        first.push_back(all.size());
        for (PlainWord& word : plain_words(document.blocks[id].text)) {
            if (!is_letter(character_at(word.text, 0).code)) continue;
            all.push_back(std::move(word));
            block_of_word.push_back(id);
        }
    }
    Version version;
    version.words = written.words;
    std::string found;
    std::string wanted;
    for (const PlainWord& word : all) found += word.text + "\n";
    for (const auto& word : written.words) wanted += word.first + "\n";
    expect_same(faults, after ? "law 4, after" : "law 4, before", found, wanted);
    if (!faults.empty()) return version;
    version.fates.assign(all.size(), Fate::changed);
    version.sections.assign(all.size(), none);
    for (const RedlineBlock& block : redline.blocks) {
        const BlockId id = after ? block.after : block.before;
        if (id == none || block.status == BlockStatus::moved_from) continue;
        for (const Edit& edit : block.edits) {
            if (edit.op == (after ? EditOp::deleted : EditOp::inserted)) continue;
            const Span span = after ? edit.after : edit.before;
            for (std::size_t i = first[id]; i < all.size() && block_of_word[i] == id; ++i) {
                if (all[i].begin < span.begin || all[i].begin >= span.end) continue;
                const bool moved = block.status == BlockStatus::moved_to;
                version.fates[i] = edit.op != EditOp::equal ? Fate::changed : moved ? Fate::moved : Fate::kept;
                version.sections[i] = block.section;
            }
        }
    }
    return version;
}

/// A section of the truth: the tags of its words, and its words. Where a paragraph was cut in two or put together with
/// the next, no word changed.
struct TrueSection {
    std::vector<std::uint32_t> tags;
    std::string text;
    std::vector<std::size_t> ends;  ///< of its paragraphs, in words
};

std::map<std::uint32_t, TrueSection> sections_of(const Agreement& agreement) {
    std::map<std::uint32_t, TrueSection> out;
    for (const Article& article : agreement.articles)
        for (const Section& section : article.sections) {
            TrueSection& one = out[section.id];
            const auto put = [&](const Sentence& sentence) {
                for (const Word& word : sentence) {
                    one.tags.push_back(word.tag);
                    one.text += word.text + " ";
                }
            };
            put(section.caption);
            put(section.head);
            for (const auto* paragraphs : {&section.paragraphs, &section.items})
                for (const Paragraph& paragraph : *paragraphs) {
                    for (const Sentence& sentence : paragraph.sentences) put(sentence);
                    one.ends.push_back(one.tags.size());
                }
            for (const Row& row : section.rows)
                for (const Sentence& cell : row.cells) {
                    put(cell);
                }
        }
    return out;
}

/// What was done in all runs and how the redlines told it.
struct Tally {
    std::size_t kept_words = 0;
    std::size_t noise = 0;  ///< kept words shown as struck or new
    std::size_t moved_sections = 0;
    std::size_t found_moves = 0;
    std::size_t cut_sections = 0;  ///< sections in which nothing changed but where a paragraph ends
    std::size_t cut_shown = 0;     ///< and that are shown as edited
    std::size_t swapped_runs = 0;
    std::size_t asymmetric = 0;  ///< sections told otherwise in the other direction
};

struct Script {
    std::uint64_t seed;
    std::size_t width;
    AgreementMaker maker{0};
    Agreement before;
    Agreement after;
    Written written_before;
    Written written_after;
    std::string script;
};

Script make_run(std::uint64_t seed) {
    Script run;
    run.seed = seed;
    run.maker = AgreementMaker(seed);
    Dice& dice = run.maker.dice();
    run.before = run.maker.make();
    run.after = run.before;
    const std::size_t edits = dice.between(1, 6);
    for (std::size_t i = 0; i < edits; ++i) run.script += run.maker.edit(run.after) + "; ";
    run.width = dice.chance(30) ? dice.between(60, 90) : 0;
    run.written_before = AgreementWriter(run.width).write(run.before);
    run.written_after = AgreementWriter(run.width == 0 ? 0 : dice.between(60, 90)).write(run.after);
    return run;
}

Redline redline_of(const Script& run, bool swapped = false) {
    const std::string ending = run.width == 0 ? ".md" : ".txt";
    const Written& before = swapped ? run.written_after : run.written_before;
    const Written& after = swapped ? run.written_before : run.written_after;
    return compare(Input{"before" + ending, before.text, {}}, Input{"after" + ending, after.text, {}});
}

/// The redline sections that hold a section's words on a side, by their tags: itself and its lettered items.
std::set<std::uint32_t> sections_shown(const Version& version, const std::vector<std::uint32_t>& tags) {
    const std::set<std::uint32_t> wanted(tags.begin(), tags.end());
    std::set<std::uint32_t> out;
    for (std::size_t i = 0; i < version.words.size(); ++i)
        if (version.words[i].second != 0 && wanted.count(version.words[i].second) > 0) out.insert(version.sections[i]);
    return out;
}

/// The first words of a section, to find it by.
std::string id_words(const std::vector<std::uint32_t>& tags, const Version& version) {
    std::string out;
    for (std::size_t i = 0; i < version.words.size() && !tags.empty(); ++i) {
        if (version.words[i].second != tags.front()) continue;
        for (std::size_t k = i; k < i + 6 && k < version.words.size(); ++k) out += version.words[k].first + " ";
        break;
    }
    return out;
}

/// Where a section stands: its article, and its place in it.
struct TruePlace {
    std::size_t article = 0;
    std::size_t place = 0;
};

std::map<std::uint32_t, TruePlace> places_of(const Agreement& agreement) {
    std::map<std::uint32_t, TruePlace> out;
    for (std::size_t article = 0; article < agreement.articles.size(); ++article)
        for (std::size_t i = 0; i < agreement.articles[article].sections.size(); ++i)
            out[agreement.articles[article].sections[i].id] = {article, i};
    return out;
}

/// Whether a section exchanged its place with one that was moved within the article (out of it and back, say): either
/// of the two may be told as the one that moved.
bool exchanged_with_moved(const Script& run, std::uint32_t id) {
    const auto before = places_of(run.before);
    const auto after = places_of(run.after);
    return std::any_of(run.maker.moved_sections.begin(), run.maker.moved_sections.end(), [&](std::uint32_t moved) {
        if (before.count(moved) == 0 || after.count(moved) == 0 || moved == id) return false;
        const TruePlace b = before.at(id);
        const TruePlace a = after.at(id);
        const TruePlace moved_b = before.at(moved);
        const TruePlace moved_a = after.at(moved);
        return b.article == moved_b.article && a.article == moved_a.article &&
               (b.place < moved_b.place) != (a.place < moved_a.place);
    });
}

/// Law 3 by the truth of a run: what is gone or new is shown, an untouched section is not.
void check_truth(const Script& run, const Redline& redline, Faults& faults, Tally& tally) {
    const Version before = fates_of(redline, TextSide::before, run.written_before, faults);
    const Version after = fates_of(redline, TextSide::after, run.written_after, faults);
    if (!faults.empty()) return;
    std::set<std::uint32_t> tags_before;
    std::set<std::uint32_t> tags_after;
    std::set<std::string> words_before;
    std::set<std::string> words_after;
    for (const auto& [text, tag] : before.words) {
        tags_before.insert(tag);
        words_before.insert(text);
    }
    for (const auto& [text, tag] : after.words) {
        tags_after.insert(tag);
        words_after.insert(text);
    }
    for (std::size_t i = 0; i < before.words.size(); ++i) {
        const auto& [text, tag] = before.words[i];
        const bool gone = tag != 0 && tags_after.count(tag) == 0;
        if (gone && words_after.count(text) == 0 && before.fates[i] != Fate::changed)
            faults.push_back("gone and shown as there: " + text);
        tally.kept_words += !gone;
        tally.noise += !gone && tag != 0 && before.fates[i] == Fate::changed;
    }
    for (std::size_t i = 0; i < after.words.size(); ++i) {
        const auto& [text, tag] = after.words[i];
        if (tags_before.count(tag) == 0 && words_before.count(text) == 0 && after.fates[i] != Fate::changed)
            faults.push_back("new and shown as old: " + text);
    }
    const auto sections_before = sections_of(run.before);
    for (const auto& [id, section] : sections_of(run.after)) {
        const auto old = sections_before.find(id);
        if (old == sections_before.end()) continue;
        const bool moved = run.maker.moved_sections.count(id) > 0;
        const std::set<std::uint32_t> shown = sections_shown(after, section.tags);
        const std::set<std::uint32_t> shown_before = sections_shown(before, old->second.tags);
        bool told_moved = false;
        bool told_edited = false;
        for (const auto* side : {&shown, &shown_before})
            for (const std::uint32_t at : *side) {
                told_moved = told_moved || redline.sections.at(at).moved;
                told_edited = told_edited || redline.sections.at(at).status != SectionStatus::unchanged;
            }
        tally.moved_sections += moved;
        tally.found_moves += moved && told_moved;
        const std::string caption = " (" + id_words(section.tags, after) + ")";
        if (old->second.text != section.text) {
            if (!told_edited) faults.push_back("edited and shown as unchanged" + caption);
            continue;
        }
        const bool cut = old->second.ends != section.ends;
        tally.cut_sections += cut;
        tally.cut_shown += cut && told_edited;
        if (told_edited && !cut) faults.push_back("untouched and shown as edited" + caption);
        if (told_moved && !moved && !exchanged_with_moved(run, id))
            faults.push_back("in its place and shown as moved" + caption);
        if (shown != shown_before) faults.push_back("untouched and not paired with itself" + caption);
    }
}

/// What a message needs to be run again: the seed, the script and both files' names.
std::string message(const Script& run, const Faults& faults) {
    return "seed " + std::to_string(run.seed) + (run.width == 0 ? ", Markdown: " : ", text: ") + run.script + "\n" +
           told(faults);
}

/// Writes both versions into a folder, to be compared by hand.
void keep(const Script& run, const std::string& folder) {
    const std::string name = folder + "/" + std::to_string(run.seed);
    const std::string ending = run.width == 0 ? ".md" : ".txt";
    std::ofstream(name + "-before" + ending, std::ios::binary) << run.written_before.text;
    std::ofstream(name + "-after" + ending, std::ios::binary) << run.written_after.text;
}

}  // namespace

TEST_CASE("the laws hold on random edits") {
    const std::uint64_t runs = number_from("STET_LAW_RUNS", 1000);
    const std::uint64_t first = number_from("STET_LAW_SEED", 1);
    const bool told_all = std::getenv("STET_LAW_ALL") != nullptr;
    Tally tally;
    std::size_t failed = 0;
    for (std::uint64_t seed = first; seed < first + runs; ++seed) {
        const Script run = make_run(seed);
        const Redline redline = redline_of(run);
        const bool written = seed % 4 == 0;
        Faults faults = check_laws(redline, written);
        check_truth(run, redline, faults, tally);
        if (seed % 5 == 0) {
            ++tally.swapped_runs;
            tally.asymmetric += !check_swapped(redline, redline_of(run, true)).empty();
        }
        if (faults.empty()) continue;
        if (const char* folder = std::getenv("STET_LAW_FOLDER"); folder != nullptr) keep(run, folder);
        ++failed;
        if (told_all || failed <= 5) MESSAGE(message(run, faults));
    }
    MESSAGE(runs << " edit scripts, " << failed << " against a law; kept words shown as changed: " << tally.noise
                 << " of " << tally.kept_words << "; moves of sections found: " << tally.found_moves << " of "
                 << tally.moved_sections << "; paragraphs cut or put together and shown as edited: " << tally.cut_shown
                 << " of " << tally.cut_sections << "; told otherwise with swapped inputs: " << tally.asymmetric
                 << " of " << tally.swapped_runs);
    CHECK(failed == 0);
    CHECK(tally.noise * 200 <= tally.kept_words);
    CHECK(tally.cut_shown * 20 <= tally.cut_sections);
    CHECK(tally.found_moves * 100 >= tally.moved_sections * 95);
    CHECK(tally.asymmetric * 50 <= tally.swapped_runs);
}

TEST_CASE("nothing differs from itself, in random agreements") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Script run = make_run(seed);
        const std::string ending = run.width == 0 ? ".md" : ".txt";
        const Input same{"same" + ending, run.written_before.text, {}};
        CAPTURE(seed);
        CHECK(told(check_no_change(compare(same, same))) == "");
    }
}
