// How long each stage of a run took: the program's only clock.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "text/stage.hpp"

namespace stet::cli {

/// Stages in the order in which they began; each lasts until the next begins. Called from one thread.
class Timings {
public:
    void begin(std::string_view stage);
    /// For the library to tell; lives no longer than this.
    StageObserver observer();
    /// "stet: read 1.2 ms, …, all 9.8 ms" with a line end; ends the last stage.
    std::string told() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Stage {
        std::string name;
        Clock::time_point began;
    };
    std::vector<Stage> stages_;
};

}  // namespace stet::cli
