// Random agreements of invented words and random edits of them whose truth is known: every word carries a tag that
// stays with it, so that what was kept, struck, written in and moved can be told from both versions alone.
#pragma once

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace stet::laws {

/// The same numbers on every machine: the standard fixes the engine, not its distributions.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(engine_() % n); }
    std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
    bool chance(std::size_t percent) { return below(100) < percent; }

private:
    std::mt19937_64 engine_;
};

struct Word {
    std::string text;
    std::uint32_t tag = 0;
};

using Sentence = std::vector<Word>;  ///< the last word ends in "."

struct Paragraph {
    std::uint32_t id = 0;
    std::vector<Sentence> sentences;
};

struct Row {
    std::uint32_t id = 0;
    std::vector<Sentence> cells;
};

/// A section: its caption and first paragraph, further paragraphs, a lettered list, a table of rates.
struct Section {
    std::uint32_t id = 0;
    Sentence caption;
    std::vector<Paragraph> paragraphs;
    std::vector<Paragraph> items;
    Sentence head;  ///< what the table's first column is called
    std::vector<Row> rows;
};

struct Article {
    std::uint32_t id = 0;
    Sentence title;
    std::vector<Section> sections;
};

struct Agreement {
    std::vector<Article> articles;
};

/// A word of the written file and the tag of what it came from; 0 for a label.
struct Written {
    std::string text;
    std::vector<std::pair<std::string, std::uint32_t>> words;
};

/// Makes agreements and edits them.
class AgreementMaker {
public:
    explicit AgreementMaker(std::uint64_t seed) : dice_(seed) {}

    Agreement make() {
        Agreement out;
        const std::size_t articles = dice_.between(2, 3);
        for (std::size_t i = 0; i < articles; ++i) {
            Article article;
            article.id = next_id();
            article.title = title(true);
            const std::size_t sections = dice_.between(2, 3);
            for (std::size_t k = 0; k < sections; ++k) article.sections.push_back(section());
            out.articles.push_back(std::move(article));
        }
        return out;
    }

    /// One edit of a kind drawn by lot; what it did in words.
    std::string edit(Agreement& agreement) {
        switch (dice_.below(16)) {
            case 0:
                return replace_word(agreement);
            case 1:
                return delete_sentence(agreement);
            case 2:
                return insert_sentence(agreement);
            case 3:
                return change_value(agreement);
            case 4:
                return swap_modal(agreement);
            case 5:
                return negate(agreement);
            case 6:
                return move_paragraph(agreement);
            case 7:
                return move_section(agreement);
            case 8:
                return insert_section(agreement);
            case 9:
                return delete_section(agreement);
            case 10:
                return change_items(agreement);
            case 11:
                return change_cell(agreement);
            case 12:
                return change_rows(agreement);
            case 13:
                return split_paragraph(agreement);
            case 14:
                return merge_paragraphs(agreement);
            default:
                return insert_paragraph(agreement);
        }
    }

    Dice& dice() { return dice_; }

private:
    std::uint32_t next_id() { return ++id_; }
    Word word(std::string text) { return {std::move(text), ++tag_}; }

    std::string invented() {
        static constexpr const char* starts[] = {"br", "d", "f", "gl", "h", "k", "l", "m",
                                                 "n",  "p", "r", "st", "t", "v", "w"};
        static constexpr const char* vowels[] = {"a", "e", "i", "o", "u", "ea", "ou"};
        static constexpr const char* ends[] = {"l", "m", "n", "nd", "r", "rt", "sh", "st", "ck", "ven", "ton", "ment"};
        std::string out;
        const std::size_t syllables = dice_.between(1, 2);
        for (std::size_t i = 0; i < syllables; ++i)
            out += std::string(starts[dice_.below(15)]) + vowels[dice_.below(7)];
        return out + ends[dice_.below(12)];
    }

    std::string number_pair() {
        static constexpr const char* pairs[] = {"two (2)",    "three (3)",   "five (5)",      "seven (7)",
                                                "ten (10)",   "twelve (12)", "eighteen (18)", "thirty (30)",
                                                "forty (40)", "sixty (60)"};
        return pairs[dice_.below(10)];
    }

    std::string money() {
        const std::size_t cents = dice_.between(900, 3999);
        std::string rest = std::to_string(cents % 100);
        if (rest.size() < 2) rest.insert(0, "0");
        return "\\$" + std::to_string(cents / 100) + "." + rest;
    }

    void put(Sentence& out, const std::string& text) {
        std::size_t from = 0;
        while (from <= text.size()) {
            const std::size_t blank = std::min(text.find(' ', from), text.size());
            out.push_back(word(text.substr(from, blank - from)));
            from = blank + 1;
        }
    }

    Sentence sentence() {
        static constexpr const char* small[] = {"of the",  "and",    "to a", "in each",
                                                "for any", "by the", "with", "or the"};
        Sentence out;
        std::string first = invented();
        first[0] = static_cast<char>(first[0] - 'a' + 'A');
        put(out, first);
        put(out, invented());
        put(out, dice_.chance(60) ? "shall" : "may");
        const std::size_t size = dice_.between(4, 14);
        for (std::size_t i = 0; i < size; ++i) {
            put(out, invented());
            if (dice_.chance(35)) put(out, small[dice_.below(8)]);
        }
        if (dice_.chance(40)) put(out, "within " + number_pair() + " days");
        if (dice_.chance(30)) put(out, "at " + money() + " per hour");
        out.back().text += ".";
        return out;
    }

    Sentence title(bool capitals) {
        Sentence out;
        const std::size_t size = dice_.between(1, 3);
        for (std::size_t i = 0; i < size; ++i) {
            std::string text = invented();
            for (std::size_t k = 0; k < (capitals ? text.size() : 1); ++k)
                text[k] = static_cast<char>(text[k] - 'a' + 'A');
            put(out, text);
        }
        return out;
    }

    Paragraph paragraph(std::size_t least = 1) {
        Paragraph out;
        out.id = next_id();
        const std::size_t size = dice_.between(least, 4);
        for (std::size_t i = 0; i < size; ++i) out.sentences.push_back(sentence());
        return out;
    }

    Row row() {
        Row out;
        out.id = next_id();
        Sentence key = title(false);
        out.cells.push_back(std::move(key));
        for (int i = 0; i < 2; ++i) {
            Sentence cell;
            put(cell, money());
            out.cells.push_back(std::move(cell));
        }
        return out;
    }

    Section section() {
        Section out;
        out.id = next_id();
        out.caption = title(false);
        const std::size_t paragraphs = dice_.between(1, 3);
        for (std::size_t i = 0; i < paragraphs; ++i) out.paragraphs.push_back(paragraph(2));
        if (dice_.chance(30)) {
            const std::size_t items = dice_.between(3, 6);
            for (std::size_t i = 0; i < items; ++i) {
                Paragraph item;
                item.id = next_id();
                item.sentences.push_back(sentence());
                out.items.push_back(std::move(item));
            }
        }
        if (dice_.chance(25)) {
            out.head = title(false);
            const std::size_t rows = dice_.between(3, 6);
            for (std::size_t i = 0; i < rows; ++i) out.rows.push_back(row());
        }
        return out;
    }

    // ---- places by lot

    Section* any_section(Agreement& agreement) {
        std::vector<Section*> all;
        for (Article& article : agreement.articles)
            for (Section& one : article.sections) all.push_back(&one);
        return all.empty() ? nullptr : all[dice_.below(all.size())];
    }

    Paragraph* any_paragraph(Agreement& agreement) {
        Section* found = any_section(agreement);
        return found == nullptr || found->paragraphs.empty()
                   ? nullptr
                   : &found->paragraphs[dice_.below(found->paragraphs.size())];
    }

    Sentence* any_sentence(Agreement& agreement) {
        Paragraph* found = any_paragraph(agreement);
        return found == nullptr ? nullptr : &found->sentences[dice_.below(found->sentences.size())];
    }

    // ---- edits

    std::string replace_word(Agreement& agreement) {
        Sentence* found = any_sentence(agreement);
        if (found == nullptr) return "nothing";
        const std::size_t at = dice_.between(1, found->size() - 2);
        const std::string old = (*found)[at].text;
        (*found)[at] = word("new" + invented());
        return "'" + old + "' became '" + (*found)[at].text + "'";
    }

    std::string delete_sentence(Agreement& agreement) {
        Paragraph* found = any_paragraph(agreement);
        if (found == nullptr || found->sentences.size() < 2) return "nothing";
        found->sentences.erase(found->sentences.begin() +
                               static_cast<std::ptrdiff_t>(dice_.below(found->sentences.size())));
        return "sentence deleted";
    }

    std::string insert_sentence(Agreement& agreement) {
        Paragraph* found = any_paragraph(agreement);
        if (found == nullptr) return "nothing";
        const auto at = static_cast<std::ptrdiff_t>(dice_.below(found->sentences.size() + 1));
        found->sentences.insert(found->sentences.begin() + at, sentence());
        return "sentence inserted";
    }

    std::string change_value(Agreement& agreement) {
        std::vector<std::pair<Sentence*, std::size_t>> places;
        each_sentence(agreement, [&](Sentence& s) {
            for (std::size_t i = 0; i < s.size(); ++i)
                if (s[i].text[0] == '\\' || s[i].text == "within") places.emplace_back(&s, i);
        });
        if (places.empty()) return "nothing";
        auto [found, at] = places[dice_.below(places.size())];
        if ((*found)[at].text == "within") {
            Sentence pair;
            do {
                pair.clear();
                put(pair, number_pair());
            } while (pair[0].text == (*found)[at + 1].text);
            (*found)[at + 1] = pair[0];
            (*found)[at + 2] = pair[1];
            return "a number of days changed";
        }
        (*found)[at] = word(money());
        return "a sum changed";
    }

    std::string swap_modal(Agreement& agreement) {
        std::vector<Word*> places;
        each_sentence(agreement, [&](Sentence& s) {
            for (Word& w : s)
                if (w.text == "shall" || w.text == "may") places.push_back(&w);
        });
        if (places.empty()) return "nothing";
        Word& found = *places[dice_.below(places.size())];
        found = word(found.text == "shall" ? "may" : "shall");
        return "shall and may changed";
    }

    std::string negate(Agreement& agreement) {
        Sentence* found = any_sentence(agreement);
        if (found == nullptr) return "nothing";
        for (std::size_t i = 0; i < found->size(); ++i) {
            if ((*found)[i].text != "shall" && (*found)[i].text != "may") continue;
            if ((*found)[i + 1].text == "not") return "nothing";
            found->insert(found->begin() + static_cast<std::ptrdiff_t>(i) + 1, word("not"));
            return "'not' inserted";
        }
        return "nothing";
    }

    std::string move_paragraph(Agreement& agreement) {
        Section* from = any_section(agreement);
        Section* to = any_section(agreement);
        if (from == nullptr || from->paragraphs.size() < 2) return "nothing";
        const auto at = static_cast<std::ptrdiff_t>(dice_.between(1, from->paragraphs.size() - 1));
        const Paragraph moved = from->paragraphs[static_cast<std::size_t>(at)];
        from->paragraphs.erase(from->paragraphs.begin() + at);
        to->paragraphs.insert(
            to->paragraphs.begin() + static_cast<std::ptrdiff_t>(dice_.between(1, to->paragraphs.size())), moved);
        return "paragraph moved";
    }

    std::string move_section(Agreement& agreement) {
        Article& from = agreement.articles[dice_.below(agreement.articles.size())];
        Article& to = agreement.articles[dice_.below(agreement.articles.size())];
        if (&from == &to || from.sections.size() < 2) return "nothing";
        const auto at = static_cast<std::ptrdiff_t>(dice_.below(from.sections.size()));
        const Section moved = from.sections[static_cast<std::size_t>(at)];
        from.sections.erase(from.sections.begin() + at);
        to.sections.insert(to.sections.begin() + static_cast<std::ptrdiff_t>(dice_.below(to.sections.size() + 1)),
                           moved);
        moved_sections.insert(moved.id);
        return "section moved";
    }

    std::string insert_section(Agreement& agreement) {
        Article& article = agreement.articles[dice_.below(agreement.articles.size())];
        const auto at = static_cast<std::ptrdiff_t>(dice_.below(article.sections.size() + 1));
        article.sections.insert(article.sections.begin() + at, section());
        return "section inserted";
    }

    std::string delete_section(Agreement& agreement) {
        Article& article = agreement.articles[dice_.below(agreement.articles.size())];
        if (article.sections.size() < 2) return "nothing";
        article.sections.erase(article.sections.begin() +
                               static_cast<std::ptrdiff_t>(dice_.below(article.sections.size())));
        return "section deleted";
    }

    std::string change_items(Agreement& agreement) {
        Section* found = any_section(agreement);
        if (found == nullptr || found->items.size() < 3) return "nothing";
        const auto at = static_cast<std::ptrdiff_t>(dice_.below(found->items.size()));
        if (dice_.chance(50)) {
            found->items.erase(found->items.begin() + at);
            return "item removed";
        }
        Paragraph item;
        item.id = next_id();
        item.sentences.push_back(sentence());
        found->items.insert(found->items.begin() + at, std::move(item));
        return "item added";
    }

    std::string change_cell(Agreement& agreement) {
        Section* found = any_section(agreement);
        if (found == nullptr || found->rows.empty()) return "nothing";
        Sentence& cell = found->rows[dice_.below(found->rows.size())].cells[dice_.between(1, 2)];
        cell.clear();
        put(cell, money());
        return "table cell changed";
    }

    std::string change_rows(Agreement& agreement) {
        Section* found = any_section(agreement);
        if (found == nullptr || found->rows.size() < 3) return "nothing";
        const auto at = static_cast<std::ptrdiff_t>(dice_.below(found->rows.size()));
        if (dice_.chance(50)) {
            found->rows.erase(found->rows.begin() + at);
            return "table row removed";
        }
        found->rows.insert(found->rows.begin() + at, row());
        return "table row added";
    }

    std::string insert_paragraph(Agreement& agreement) {
        Section* found = any_section(agreement);
        if (found == nullptr) return "nothing";
        const auto at = static_cast<std::ptrdiff_t>(dice_.between(1, found->paragraphs.size()));
        found->paragraphs.insert(found->paragraphs.begin() + at, paragraph());
        return "paragraph inserted";
    }

    std::string split_paragraph(Agreement& agreement) {
        Section* found = any_section(agreement);
        const std::size_t at = dice_.below(found->paragraphs.size());
        Paragraph& first = found->paragraphs[at];
        if (first.sentences.size() < 2) return "nothing";
        const auto cut =
            first.sentences.begin() + static_cast<std::ptrdiff_t>(dice_.between(1, first.sentences.size() - 1));
        Paragraph second;
        second.id = next_id();
        second.sentences.assign(cut, first.sentences.end());
        first.sentences.erase(cut, first.sentences.end());
        found->paragraphs.insert(found->paragraphs.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(second));
        return "paragraph split";
    }

    std::string merge_paragraphs(Agreement& agreement) {
        Section* found = any_section(agreement);
        if (found->paragraphs.size() < 2) return "nothing";
        const std::size_t at = dice_.below(found->paragraphs.size() - 1);
        Paragraph& first = found->paragraphs[at];
        const Paragraph& second = found->paragraphs[at + 1];
        first.sentences.insert(first.sentences.end(), second.sentences.begin(), second.sentences.end());
        found->paragraphs.erase(found->paragraphs.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        return "paragraphs merged";
    }

    template <class Visit>
    void each_sentence(Agreement& agreement, Visit visit) {
        for (Article& article : agreement.articles)
            for (Section& one : article.sections)
                for (Paragraph& p : one.paragraphs)
                    for (Sentence& s : p.sentences) visit(s);
    }

    Dice dice_;
    std::uint32_t id_ = 0;
    std::uint32_t tag_ = 0;

public:
    std::set<std::uint32_t> moved_sections;  ///< ids of the sections that an edit moved
};

/// Writes an agreement as Markdown or as wrapped text, and lists its words in order with their tags.
class AgreementWriter {
public:
    /// `width` 0: Markdown; else plain text in so many columns.
    explicit AgreementWriter(std::size_t width) : width_(width) {}

    Written write(const Agreement& agreement) {
        std::size_t article_number = 0;
        std::size_t section_number = 0;
        for (const Article& article : agreement.articles) {
            const std::string written = "ARTICLE " + std::to_string(++article_number);
            label((width_ == 0 ? "## " : "") + written, written);
            line_ += width_ == 0 ? ". " : "";
            if (width_ > 0) flush();
            put(article.title);
            flush();
            for (const Section& section : article.sections) put_section(section, ++section_number);
        }
        return std::move(out_);
    }

private:
    void put_section(const Section& section, std::size_t number) {
        const std::string written = "Section " + std::to_string(number);
        label((width_ == 0 ? "**" : "") + written + ".", written);
        line_ += " ";
        put(section.caption);
        line_ += width_ == 0 ? ".** " : ". ";
        for (std::size_t i = 0; i < section.paragraphs.size(); ++i) put_paragraph(section.paragraphs[i]);
        for (std::size_t i = 0; i < section.items.size(); ++i) {
            const std::string letter(1, static_cast<char>('a' + i));
            label("(" + letter + ") ", letter);
            put_paragraph(section.items[i]);
        }
        put_rows(section);
    }

    void put_paragraph(const Paragraph& paragraph) {
        for (std::size_t i = 0; i < paragraph.sentences.size(); ++i) {
            if (i > 0) line_ += " ";
            put(paragraph.sentences[i]);
        }
        flush();
    }

    void put_rows(const Section& section) {
        if (section.rows.empty()) return;
        put_cell(section.head, 30);
        put_label_cell("Base");
        put_label_cell("Top");
        line_ += width_ == 0 ? "|\n| --- | --- | --- |\n" : "\n";
        for (const Row& row : section.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) put_cell(row.cells[i], i == 0 ? 30 : 11);
            line_ += width_ == 0 ? "|\n" : "\n";
        }
        out_.text += line_ + "\n";
        line_.clear();
    }

    void put_cell(const Sentence& cell, std::size_t columns) {
        if (width_ == 0) line_ += "| ";
        const std::size_t begin = line_.size();
        put(cell);
        pad(begin, columns);
    }

    void put_label_cell(const std::string& words) {
        if (width_ == 0) line_ += "| ";
        const std::size_t begin = line_.size();
        label(words, words);
        pad(begin, 11);
    }

    void pad(std::size_t begin, std::size_t columns) {
        line_.resize(width_ == 0 ? line_.size() + 1 : std::max(line_.size() + 2, begin + columns), ' ');
    }

    void label(const std::string& written, const std::string& words) {
        line_ += written;
        std::size_t from = 0;
        while (from <= words.size()) {
            const std::size_t blank = std::min(words.find(' ', from), words.size());
            out_.words.emplace_back(words.substr(from, blank - from), 0);
            from = blank + 1;
        }
    }

    void put(const Sentence& sentence) {
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            if (i > 0) line_ += " ";
            std::string text = sentence[i].text;
            if (width_ > 0 && text[0] == '\\') text.erase(0, 1);
            line_ += text;
            std::string bare;
            for (const char c : text + " ") {
                const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                if (letter) bare += c;
                if (letter || bare.empty()) continue;
                out_.words.emplace_back(bare, sentence[i].tag);
                bare.clear();
            }
        }
    }

    void flush() {
        std::size_t from = 0;
        while (width_ > 0 && line_.size() - from > width_) {
            const std::size_t blank = line_.rfind(' ', from + width_);
            if (blank == std::string::npos || blank <= from) break;
            line_[blank] = '\n';
            from = blank + 1;
        }
        out_.text += line_ + "\n\n";
        line_.clear();
    }

    std::size_t width_;
    std::string line_;
    Written out_;
};

}  // namespace stet::laws
