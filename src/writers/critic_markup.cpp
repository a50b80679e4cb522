// The redline as Markdown with CriticMarkup: `{--struck--}`, `{++new++}`, and remarks in `{>>…<<}`.
//
// Taking the insertions and dropping the rest gives the text after, the reverse the text before, word for word and with
// any CriticMarkup processor: text that moved is struck where it was and new where it is, and remarks say from where to
// where. Signs of the text are escaped. HTML elements are the author's own marks. Contents and page furniture are left
// out.
#include <string>

#include "text/error.hpp"
#include "text/version.hpp"
#include "writers/change_words.hpp"
#include "writers/markdown_body.hpp"
#include "writers/writer.hpp"

namespace stet {

std::string write_critic_markup(const Redline& redline, const WriteOptions& options) {
    if (redline.three_way())
        throw Error("error: CriticMarkup cannot say which party makes a change; use html, markdown, json or text");
    std::string words = redline_title(redline, options) + ". ";
    if (!options.date.empty()) words += options.date + ". ";
    words += verified_words(redline) + " Sections: " + counts_words(redline.counts) + ". Before: sha256 " +
             redline.before.source.sha256() + ", after: sha256 " + redline.after.source.sha256() + ". Made with stet " +
             std::string(version) + ".";
    if (const std::string left_out = left_out_words(redline); !left_out.empty()) words += " " + left_out;
    MarkdownLine head(MarkdownSigns::critic, MarkdownPlace::paragraph);
    head.add_note(words);
    std::string out = head.finish() + "\n\n";
    append_markdown_body(out, redline, options, MarkdownSigns::critic);
    return out;
}

}  // namespace stet
