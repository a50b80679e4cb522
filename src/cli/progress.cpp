// A thread that waits for a second, only where someone looks.
#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <utility>

#include "cli/print.hpp"

namespace stet::cli {

Progress::Progress(std::string what) {
    if (::isatty(STDERR_FILENO) == 0) return;
    thread_ = std::thread([this, what = std::move(what)] { wait(what); });
}

Progress::~Progress() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    ended_.notify_one();
    thread_.join();
}

void Progress::wait(const std::string& what) {
    std::unique_lock lock(mutex_);
    if (ended_.wait_for(lock, std::chrono::seconds(1), [this] { return over_; })) return;
    print_error(what + " …");
    ended_.wait(lock, [this] { return over_; });
    constexpr std::string_view clear = "\r\x1b[K";
    if (::write(STDERR_FILENO, clear.data(), clear.size()) < 0) return;
}

}  // namespace stet::cli
