// Writes down the letters of a page in one string, with the places of links and their targets in it.
#include "readers/html_contents.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "text/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t fewest_entries = 4;
constexpr std::size_t deepest = 8;     // candidates in candidates: lists nest, and layout tables hold lists
constexpr std::size_t looked_at = 40;  // letters before the entry's words at the target: a number, "Article 5"

/// A place that may be a table of contents: [first_link, end_link) are the links in it.
struct Candidate {
    const GumboNode* node;
    std::size_t begin = 0;  ///< of its letters
    std::size_t end = 0;
    std::size_t first_link = 0;
    std::size_t end_link = 0;
    bool navigation = false;
};

/// A link into the page.
struct InnerLink {
    std::string_view target;
    std::size_t begin;
    std::size_t end;
};

class ContentsByLinks {
public:
    std::unordered_map<const GumboNode*, BlockKind> find(const GumboNode* root) {
        node(root);
        std::unordered_map<const GumboNode*, BlockKind> found;
        for (const Candidate& candidate : candidates_) {
            if (is_contents(candidate))
                found.emplace(candidate.node, BlockKind::contents);
            else if (candidate.navigation)
                found.emplace(candidate.node, BlockKind::furniture);
        }
        return found;
    }

private:
    void node(const GumboNode* node) {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
            letters(node->v.text.text);
            return;
        }
        if (node->type != GUMBO_NODE_ELEMENT) return;
        const GumboElement& element = node->v.element;
        const GumboTag tag = element.tag;
        if (tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE) return;
        if (const char* id = attribute_of(element, "id")) places_.emplace(id, letters_.size());
        const bool anchor = tag == GUMBO_TAG_A;
        if (const char* name = anchor ? attribute_of(element, "name") : nullptr) places_.emplace(name, letters_.size());
        const char* href = anchor ? attribute_of(element, "href") : nullptr;
        const std::size_t begin = letters_.size();
        const std::size_t index = candidates_.size();
        const bool candidate = depth_ < deepest && may_be_contents(element);
        depth_ += candidate ? 1 : 0;
        if (candidate) candidates_.push_back({node, begin, 0, links_.size(), 0, is_navigation(element)});
        for (std::size_t i = 0; i < child_count(node); ++i) this->node(child_of(node, i));
        if (href != nullptr && *href == '#' && href[1] != '\0') links_.push_back({href + 1, begin, letters_.size()});
        if (candidate) {
            --depth_;
            candidates_[index].end = letters_.size();
            candidates_[index].end_link = links_.size();
        }
    }

    static bool is_navigation(const GumboElement& element) {
        if (element.tag == GUMBO_TAG_NAV) return true;
        const char* role = attribute_of(element, "role");
        return role != nullptr && (std::strcmp(role, "navigation") == 0 || std::strcmp(role, "doc-toc") == 0);
    }

    static bool may_be_contents(const GumboElement& element) {
        const GumboTag tag = element.tag;
        return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL || tag == GUMBO_TAG_TABLE ||
               is_navigation(element);
    }

    /// ASCII letters in lower case, digits, and bytes of others.
    void letters(std::string_view text) {
        for (const char c : text) {
            const bool upper = c >= 'A' && c <= 'Z';
            if (upper || (c >= 'a' && c <= 'z') || is_digit(c) || (c & 0x80) != 0)
                letters_.push_back(upper ? static_cast<char>(c + 32) : c);
        }
    }

    /// The words of the link open the place that it leads to, which stands behind `end`.
    bool leads_to_its_words(const InnerLink& link, std::size_t end) const {
        const auto place = places_.find(link.target);
        if (place == places_.end() || place->second < end || link.begin == link.end) return false;
        std::string_view words = std::string_view(letters_).substr(link.begin, link.end - link.begin);
        const std::size_t shown = std::min(words.find_first_not_of("0123456789"), words.size());
        if (shown < words.size()) words.remove_prefix(shown);
        return std::string_view(letters_).substr(place->second, words.size() + looked_at).find(words) !=
               std::string_view::npos;
    }

    bool is_contents(const Candidate& candidate) const {
        std::size_t proved = 0;
        std::size_t linked = 0;  // letters
        const std::size_t links = candidate.end_link - candidate.first_link;
        for (std::size_t i = candidate.first_link; i < candidate.end_link; ++i) {
            proved += leads_to_its_words(links_[i], candidate.end) ? 1 : 0;
            linked += links_[i].end - links_[i].begin;
        }
        if (candidate.navigation) return links > 0 && proved * 2 >= links;
        if (proved < fewest_entries || proved * 4 < links * 3) return false;
        const auto begin = letters_.begin() + static_cast<std::ptrdiff_t>(candidate.begin);
        const auto end = letters_.begin() + static_cast<std::ptrdiff_t>(candidate.end);
        const auto digits = static_cast<std::size_t>(std::count_if(begin, end, is_digit));  // page numbers
        const bool table = candidate.node->v.element.tag == GUMBO_TAG_TABLE;  // labels may stand beside the links
        return candidate.end - candidate.begin <= linked + (table ? linked : linked / 10) + digits;
    }

    std::string letters_;
    std::unordered_map<std::string_view, std::size_t> places_;  ///< of the first element of a name
    std::vector<InnerLink> links_;
    std::vector<Candidate> candidates_;
    std::size_t depth_ = 0;  ///< candidates that we are in
};

}  // namespace

std::unordered_map<const GumboNode*, BlockKind> find_html_contents(const GumboNode* root) {
    return ContentsByLinks().find(root);
}

}  // namespace stet
