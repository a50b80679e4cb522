// Tables of a grammar file: their values by key, and where in the file something is wrong.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/label_pattern.hpp"
#include "grammar/toml.hpp"
#include "text/error.hpp"

namespace stet {

/// Reads tables and says where in the file something is wrong.
class GrammarReader {
public:
    explicit GrammarReader(std::string name) : name_(std::move(name)) {}

    [[noreturn]] void fail(const toml::source_region& region, const std::string& message) const {
        throw Error(name_ + ":" + std::to_string(region.begin.line) + ":" + std::to_string(region.begin.column) + ": " +
                    message);
    }

    void only_keys(const toml::table& table, std::initializer_list<std::string_view> known) const {
        for (const auto& [key, value] : table) {
            if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
            std::string names;
            for (const std::string_view name : known) (names += names.empty() ? "" : ", ") += name;
            fail(key.source(), "unknown key \"" + std::string(key.str()) + "\": use one of " + names);
        }
    }

    std::string text(const toml::table& table, std::string_view key, std::string_view otherwise = {}) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::string(otherwise);
        const auto value = node->value<std::string>();
        if (!value || !node->is_string()) fail(node->source(), "\"" + std::string(key) + "\" must be a text in quotes");
        return *value;
    }

    std::string needed_text(const toml::table& table, std::string_view key) const {
        std::string value = text(table, key);
        if (value.empty()) fail(table.source(), "\"" + std::string(key) + "\" is missing: add it to this table");
        return value;
    }

    bool yes(const toml::table& table, std::string_view key, bool otherwise) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return otherwise;
        if (!node->is_boolean()) fail(node->source(), "\"" + std::string(key) + "\" must be true or false");
        return node->value<bool>().value_or(otherwise);
    }

    std::vector<std::string> texts(const toml::table& table, std::string_view key) const {
        std::vector<std::string> out;
        each_text(table, key, [&](std::string value, const toml::source_region&) { out.push_back(std::move(value)); });
        return out;
    }

    std::vector<LabelPattern> patterns(const toml::table& table, std::string_view key, bool fold) const {
        std::vector<LabelPattern> out;
        each_text(table, key, [&](const std::string& value, const toml::source_region& region) {
            try {
                out.emplace_back(value, fold);
            } catch (const Error& error) {
                fail(region, error.what());
            }
        });
        return out;
    }

    /// The place in `names` of the text under `key`.
    std::size_t one_of(const toml::table& table, std::string_view key, std::string_view otherwise,
                       std::initializer_list<std::string_view> names) const {
        const std::string value = text(table, key, otherwise);
        const auto found = std::find(names.begin(), names.end(), value);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
        std::string all;
        for (const std::string_view name : names) (all += all.empty() ? "" : ", ") += name;
        fail(table.get(key)->source(), "\"" + std::string(key) + "\" is \"" + value + "\": use one of " + all);
    }

    /// The table under `key`; none where there is no such key.
    const toml::table* table(const toml::table& table, std::string_view key) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return nullptr;
        if (!node->is_table())
            fail(node->source(), "\"" + std::string(key) + "\" must be a table: write [" + std::string(key) + "]");
        return node->as_table();
    }

    /// Gives every table of the list of tables under `key` to `take`.
    template <typename Take>
    void each_table(const toml::table& file, std::string_view key, Take take) const {
        const toml::node* node = file.get(key);
        if (node == nullptr) return;
        const std::string written = "[[" + std::string(key) + "]]";
        if (!node->is_array()) fail(node->source(), "\"" + std::string(key) + "\" must be written " + written);
        for (const toml::node& item : *node->as_array()) {
            if (!item.is_table())
                fail(item.source(), "every " + std::string(key) + " must be a table: write " + written);
            take(*item.as_table());
        }
    }

    /// Gives every text of the list under `key`, and where it stands, to `take`.
    template <typename Take>
    void each_text(const toml::table& table, std::string_view key, Take take) const {
        const toml::node* node = table.get(key);
        if (node == nullptr) return;
        if (!node->is_array()) fail(node->source(), "\"" + std::string(key) + "\" must be a list of texts in brackets");
        for (const toml::node& item : *node->as_array()) {
            if (!item.is_string())
                fail(item.source(), "\"" + std::string(key) + "\" holds something that is no text in quotes");
            take(*item.value<std::string>(), item.source());
        }
    }

private:
    std::string name_;
};

/// The texts that are not empty, ASCII letters in lower case.
inline std::vector<std::string> lowered(std::vector<std::string> texts) {
    std::erase(texts, "");
    for (std::string& text : texts)
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return texts;
}

}  // namespace stet
