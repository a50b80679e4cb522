// Messages on standard error.
#include "cli/print.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "text/utf8.hpp"
#include "writers/change_words.hpp"
#include "writers/text_lines.hpp"

namespace stet::cli {

namespace {

constexpr std::size_t most_remarks = 20;
constexpr unsigned default_width = 100;
constexpr unsigned least_width = 40;
constexpr std::size_t line_shown = 100;   ///< code points of a source line
constexpr std::size_t before_caret = 60;  ///< of these before the caret, at most

std::string one_line(std::string_view text) {
    return styled(text, TextStyle::plain, false);
}

/// The part of a line around a column (from 1), and the column in that part.
struct Excerpt {
    std::string text;
    std::size_t column;
};

Excerpt excerpt(std::string_view line, std::size_t column) {
    const std::size_t skip = column > before_caret + 1 ? column - 1 - before_caret : 0;
    Excerpt out{skip > 0 ? "…" : "", column - skip + (skip > 0 ? 1 : 0)};
    std::size_t at = 0;
    std::string part;
    for (std::size_t count = 0; at < line.size() && count < skip + line_shown; ++count) {
        const utf8::Decoded next = utf8::decode(line, at);
        if (count >= skip) utf8::append(part, next.code);
        at += next.size;
    }
    out.text += one_line(part);
    if (at < line.size()) out.text += "…";
    return out;
}

}  // namespace

void print_error(std::string_view message) {
    std::string out;
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t end = std::min(message.find('\n', at), message.size());
        out += one_line(message.substr(at, end - at));
        if (end < message.size()) out += "\n";
        at = end + 1;
    }
    for (std::size_t at = 0; at < out.size();) {
        const ssize_t count = ::write(STDERR_FILENO, out.data() + at, out.size() - at);
        if (count <= 0) return;
        at += static_cast<std::size_t>(count);
    }
}

void print_trouble(std::string_view message) {
    const std::string line = one_line(message);
    if (line.starts_with("error: ")) return print_error("stet: " + line + "\n");
    if (line.find(": error: ") != std::string::npos) return print_error(line + "\n");
    print_error("stet: error: " + line + "\n");
}

void print_diagnostics(const Diagnostics& diagnostics, const std::function<const Source*(const std::string&)>& source) {
    for (std::size_t i = 0; i < diagnostics.size() && i < most_remarks; ++i) {
        const Diagnostic& diagnostic = diagnostics[i];
        std::string out = one_line(diagnostic_words(diagnostic)) + "\n";
        const Source* text = source(diagnostic.file);
        if (text != nullptr && diagnostic.line > 0 && diagnostic.line <= text->line_count()) {
            const Excerpt shown = excerpt(text->line(diagnostic.line), std::max(diagnostic.column, 1u));
            out += "    " + shown.text + "\n";
            if (diagnostic.column > 0) out += "    " + std::string(shown.column - 1, ' ') + "^\n";
        }
        print_error(out);
    }
    if (diagnostics.size() > most_remarks)
        print_error("… and " + std::to_string(diagnostics.size() - most_remarks) + " more (see the JSON)\n");
}

unsigned terminal_width() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return default_width;
    return std::max<unsigned>(size.ws_col, least_width);
}

bool wants_colour() {
    if (::isatty(STDOUT_FILENO) == 0) return false;
    const char* no_colour = std::getenv("NO_COLOR");
    if (no_colour != nullptr && *no_colour != '\0') return false;
    const char* term = std::getenv("TERM");
    return term == nullptr || std::string_view(term) != "dumb";
}

}  // namespace stet::cli
