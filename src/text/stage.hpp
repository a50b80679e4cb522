// The stages of a run: who wants to know is told when each begins. The library has no clock; an observer may have one.
#pragma once

#include <functional>
#include <string_view>

namespace stet {

/// Told the name of each stage when it begins, always from the thread that asked for the work.
using StageObserver = std::function<void(std::string_view stage)>;

inline void begin_stage(const StageObserver& observer, std::string_view stage) {
    if (observer) observer(stage);
}

}  // namespace stet
