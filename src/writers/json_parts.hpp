// What the writers of JSON make their files of: objects, values as text, lists written over the machine's threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "text/parallel.hpp"

namespace stet {

struct JsonMember {
    const char* key;
    nlohmann::ordered_json value;
};

/// The object with these members in this order; they are moved, where the library's own list of values copies what it
/// is given. No key may stand twice.
template <std::size_t size>
nlohmann::ordered_json json_object(JsonMember (&&members)[size]) {
    auto out = nlohmann::ordered_json::object();
    auto& object = out.template get_ref<nlohmann::ordered_json::object_t&>();
    object.reserve(size);
    for (JsonMember& member : members) object.emplace_back(member.key, std::move(member.value));
    return out;
}

/// On one line; bytes that are no UTF-8 are replaced.
inline std::string dump(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

/// Appends `,"key":[…]` with what `make` gives for each index, a line each.
template <class Make>
void append_list(std::string& out, const char* key, std::size_t size, const Make& make) {
    constexpr std::size_t items_a_part = 256;  // written together, on one processor
    out += ",\n\"";
    out += key;
    out += "\":[";
    std::vector<std::string> parts(size / items_a_part + 1);
    for_each_index(parts.size(), 2, [&](std::size_t part) {
        const std::size_t end = std::min(size, (part + 1) * items_a_part);
        for (std::size_t i = part * items_a_part; i < end; ++i) {
            parts[part] += i == 0 ? "\n" : ",\n";
            parts[part] += dump(make(i));
        }
    });
    for (const std::string& part : parts) out += part;
    out += "]";
}

}  // namespace stet
