// A proposal as one HTML file that asks nothing of anyone: cover, contents, list of requests, and on the sheet what to
// look at first, one entry an item, the ledger, findings, wage tables and what was not understood.
#include <algorithm>
#include <array>

#include "report/proposal_words.hpp"
#include "text/version.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/shell.hpp"
#include "writers/proposal/html_parts.hpp"
#include "writers/proposal/html_style.hpp"
#include "writers/proposal/proposal_writer.hpp"

namespace stet {
namespace {

using html::append_element;
using html::append_text;

constexpr std::string_view not_clear = "not clear";
constexpr std::size_t words_shown = 150;
constexpr std::size_t remarks_shown = 200;

class ProposalPage {
public:
    ProposalPage(const Proposal& proposal, const WriteOptions& options)
        : proposal_(proposal), options_(options), counts_(count_proposal(proposal)), currency_(currency_of(proposal)) {}

    std::string run() {
        html::append_head(out_, {title(), options_.draft ? "DRAFT" : "", html::proposal_style});
        out_ += "<body>\n<a class=skip href=\"#redline\">To the requests</a>\n";
        put_bar();
        out_ += "<div class=page>\n";
        put_contents();
        put_cover();
        put_side();
        out_ += "<main class=redline id=redline>\n";
        html::append_exceptions(out_, proposal_);
        html::append_entries(out_, proposal_, options_.explain);
        html::append_ledger(out_, proposal_);
        html::append_findings(out_, proposal_);
        html::append_wage_tables(out_, proposal_);
        html::append_not_understood(out_, proposal_);
        out_ += "</main>\n</div>\n";
        html::append_page_end(out_);
        return std::move(out_);
    }

private:
    std::string title() const { return options_.title.empty() ? proposal_title(proposal_) : options_.title; }

    void row(std::string_view term, std::string_view text) {
        if (text.empty()) return;
        out_.append("<div><dt>").append(term).append("</dt>");
        append_element(out_, "dd", {}, text);
        out_ += "</div>\n";
    }

    void put_bar() {
        out_ += "<header class=bar><span class=logo>stet</span><div class=what>";
        append_element(out_, "b", {}, title());
        out_ += "<span class=quiet><bdi>";
        append_text(out_, html::file_name(proposal_.document));
        out_ += "</bdi>";
        if (!proposal_.date.empty()) append_text(out_, ", " + proposal_.date);
        out_ += "</span></div>";
        if (!proposal_.operations.empty()) append_element(out_, "span", "class=quiet", status_counts_words(counts_));
        out_ += "</header>\n";
    }

    void put_cover() {
        out_ += "<div class=cover>\n";
        if (options_.draft) out_ += "<span class=draft>DRAFT</span>";
        append_element(out_, "h1", {}, title());
        out_ += "\n<dl>\n";
        html::append_file(out_, "Proposal", proposal_.document);
        row("Dated", proposal_.date);
        row("By", proposal_.party == Side::neither ? "" : "the " + std::string(side_name(proposal_.party)));
        std::string made = "stet " + std::string(version);
        if (!proposal_.document.grammar.empty()) made += ", grammar " + proposal_.document.grammar;
        if (!options_.date.empty()) made += ", " + options_.date;
        row("Made with", made);
        row("Requests", changes_words(proposal_, counts_).substr(std::string_view("Requests: ").size()));
        row("Missing", missing_words(proposal_));
        row("Unread", left_words(proposal_, counts_));
        out_ +=
            "</dl>\n<ul class=legend aria-label=Legend><li><del>struck</del> to go</li><li><ins>underlined</ins> to "
            "come</li><li><span class=barkey></span> bar: paragraph with a change</li><li>certain: instruction and "
            "marks agree; inferred: the best reading, with its flag; ambiguous: all readings, none "
            "chosen</li></ul>\n</div>\n";
    }

    /// A line a run of requests of one item.
    void put_contents() {
        out_ +=
            "<nav class=toc aria-label=Contents>\n<div class=tools><button id=unfold type=button>Show the unchanged"
            "</button></div>\n<details open><summary class=lab>Contents</summary>\n<ol>\n";
        const auto& operations = proposal_.operations;
        if (!exceptions_of(proposal_).empty()) put_contents_line("#first", "Look at these first", "");
        for (const ItemRange range : items_of(proposal_)) {
            std::string address = "#";
            html::append_entry_id(address, operations[range.begin]);
            put_contents_line(address, html::elide(item_title(operations[range.begin]), 80), item_mark(range));
        }
        if (!operations.empty()) put_contents_line("#ledger", "Ledger", "");
        if (!proposal_.findings.empty())
            put_contents_line("#findings", "Findings", std::to_string(proposal_.findings.size()));
        if (!proposal_.wage_tables.empty())
            put_contents_line("#wages", "Wage tables", std::to_string(proposal_.wage_tables.size()));
        if (!proposal_.not_understood.empty())
            put_contents_line("#left", "Not understood", std::to_string(proposal_.not_understood.size()));
        out_ += "</ol></details></nav>\n";
    }

    void put_contents_line(std::string_view address, std::string_view name, std::string_view mark) {
        out_.append(mark == not_clear ? "<li class=on><a href=\"" : "<li><a href=\"").append(address).append("\">");
        append_element(out_, "span", {}, name);
        out_ += " ";
        append_element(out_, "small", {}, mark);
        out_ += "</a></li>\n";
    }

    /// What a reader wants to see from afar: not clear, agreed, else how many requests.
    std::string item_mark(ItemRange range) const {
        bool ambiguous = false;
        bool all_agreed = true;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            ambiguous = ambiguous || proposal_.operations[i].confidence == Confidence::ambiguous;
            all_agreed = all_agreed && proposal_.operations[i].status == Status::tentatively_agreed;
        }
        if (ambiguous) return std::string(not_clear);
        if (all_agreed) return std::string(status_name(Status::tentatively_agreed));
        return range.end - range.begin > 1 ? std::to_string(range.end - range.begin) : "";
    }

    void put_side() {
        out_ += "<div class=side>\n";
        html::append_search_box(out_);
        out_ += "<section class=changes aria-labelledby=hc>\n<h2 class=lab id=hc>What is asked</h2>\n";
        put_tiles();
        out_ += "<p class=quiet id=found role=status hidden></p>\n<ol class=cards>\n";
        for (const Operation& operation : proposal_.operations)
            if (operation.unit != Unit::summary) put_card(operation);
        out_ += "</ol>\n</section>\n";
        put_remarks();
        out_ += "</div>\n";
    }

    void put_tiles() {
        struct Tile {
            std::uint32_t count;
            std::string_view words;
        };
        const auto status = [&](Status value) { return counts_.by_status[static_cast<std::size_t>(value)]; };
        const std::array<Tile, 4> tiles = {
            {{status(Status::open), "open"},
             {status(Status::tentatively_agreed), "tentatively agreed"},
             {counts_.by_confidence[static_cast<std::size_t>(Confidence::ambiguous)], "not clear"},
             {counts_.high_flags, "high flags"}}};
        out_ += "<ul class=tiles>";
        for (const Tile& tile : tiles) {
            out_ += "<li><b>";
            html::append_count(out_, tile.count);
            out_ += "</b> ";
            out_ += tile.words;
            out_ += "</li>";
        }
        out_ += "</ul>\n";
    }

    static std::string_view edge(const Operation& operation) {
        const bool high = std::any_of(operation.flags.begin(), operation.flags.end(),
                                      [](const Flag& flag) { return flag.severity == FlagSeverity::high; });
        if (high || operation.confidence == Confidence::ambiguous) return "hi";
        switch (operation.op) {
            case Op::repeal:
            case Op::remove:
                return "de";
            case Op::insert:
                return "in";
            case Op::move:
            case Op::split:
            case Op::join:
            case Op::renumber:
                return "mo";
            default:
                return "ed";
        }
    }

    void put_card(const Operation& operation) {
        out_.append("<li class=\"card ").append(edge(operation)).append("\"><h3><a href=\"#");
        html::append_entry_id(out_, operation);
        out_ += "\">";
        const std::string place = target_words(operation.target);
        append_text(out_, operation.id + " · " + html::elide(place.empty() ? operation_title(operation) : place, 110));
        out_ += "</a></h3>";
        append_element(out_, "p", "class=facts", standing_of(operation));
        for (std::size_t i = 0; i < operation.money.size() && i < 3; ++i)
            append_element(out_, "p", "class=val", money_words(operation.money[i], currency_));
        append_element(out_, "p", "class=wd", html::elide(asked_words(operation), words_shown));
        if (!operation.condition.empty())
            append_element(out_, "p", "class=facts", html::elide("if: " + operation.condition, words_shown));
        for (const Flag& flag : operation.flags)
            if (flag.severity == FlagSeverity::high)
                append_element(out_, "p", "class=flag", html::elide("High: " + flag.text, words_shown));
        out_ += "</li>\n";
    }

    void put_remarks() {
        const Diagnostics& remarks = proposal_.diagnostics;
        if (remarks.empty()) return;
        out_ += "<details class=remarks><summary>";
        html::append_count(out_, remarks.size());
        out_ += remarks.size() == 1 ? " remark on reading the file" : " remarks on reading the file";
        out_ += "</summary><ul>\n";
        for (std::size_t i = 0; i < std::min(remarks.size(), remarks_shown); ++i) {
            const std::string line = remarks[i].line > 0 ? "line " + std::to_string(remarks[i].line) + ": " : "";
            append_element(out_, "li", {}, line + html::elide(remarks[i].message, 300));
        }
        if (remarks.size() > remarks_shown)
            append_element(out_, "li", {}, "and " + std::to_string(remarks.size() - remarks_shown) + " more");
        out_ += "</ul></details>\n";
    }

    const Proposal& proposal_;
    const WriteOptions& options_;
    ProposalCounts counts_;
    std::string currency_;
    std::string out_;
};

}  // namespace

std::string write_proposal_html(const Proposal& proposal, const WriteOptions& options) {
    return ProposalPage(proposal, options).run();
}

}  // namespace stet
