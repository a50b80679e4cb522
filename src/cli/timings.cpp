// Notes the time at which each stage begins, and prints the differences.
#include "cli/timings.hpp"

namespace stet::cli {

void Timings::begin(std::string_view stage) {
    stages_.push_back({std::string(stage), Clock::now()});
}

StageObserver Timings::observer() {
    return [this](std::string_view stage) { begin(stage); };
}

std::string Timings::told() const {
    const Clock::time_point end = Clock::now();
    const auto milliseconds = [](Clock::duration time) {
        const auto tenths = std::chrono::duration_cast<std::chrono::microseconds>(time).count() / 100;
        return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " ms";
    };
    std::string out = "stet: ";
    for (std::size_t i = 0; i < stages_.size(); ++i) {
        const Clock::time_point until = i + 1 < stages_.size() ? stages_[i + 1].began : end;
        out += stages_[i].name + " " + milliseconds(until - stages_[i].began) + ", ";
    }
    return out + "all " + milliseconds(stages_.empty() ? Clock::duration{} : end - stages_.front().began) + "\n";
}

}  // namespace stet::cli
