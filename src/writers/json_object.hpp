// A JSON object of members that are moved into it: the library's own list of values copies what it is given.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

namespace stet {

struct JsonMember {
    const char* key;
    nlohmann::ordered_json value;
};

/// The object with these members in this order. No key may stand twice.
template <std::size_t size>
nlohmann::ordered_json json_object(JsonMember (&&members)[size]) {
    auto out = nlohmann::ordered_json::object();
    auto& object = out.template get_ref<nlohmann::ordered_json::object_t&>();
    object.reserve(size);
    for (JsonMember& member : members) object.emplace_back(member.key, std::move(member.value));
    return out;
}

}  // namespace stet
