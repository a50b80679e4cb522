// Threads that stay: to start one costs as much as to compare two paragraphs.
#include "text/parallel.hpp"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace stet {

namespace {

/// How often a thread looks for what it waits for, and gives its processor to others, before it sleeps: to be woken
/// costs more than most waits last.
constexpr int most_looks = 200;

/// True as soon as `holds` is; false when it is not for long.
template <class Condition>
bool comes_soon(const Condition& holds) {
    for (int i = 0; i < most_looks; ++i) {
        if (holds()) return true;
        std::this_thread::yield();
    }
    return false;
}

/// Work that others may join until its owner has done it.
struct Job {
    const std::function<void()>* work;
    std::size_t wanted;                  ///< helpers that may still join
    std::atomic<std::size_t> joined{0};  ///< helpers at work
    std::exception_ptr trouble;
};

/// The helpers, as many as there are other processors. They are never joined: the process ends under them.
class Helpers {
public:
    static Helpers& all() {
        static auto* const helpers = new Helpers;
        return *helpers;
    }

    void run(std::size_t helpers, const std::function<void()>& work) {
        Job job{&work, helpers, {}, nullptr};
        open(job, helpers);
        try {
            work();
        } catch (...) {
            close(job);
            throw;
        }
        close(job);
        if (job.trouble) std::rethrow_exception(job.trouble);
    }

private:
    void open(Job& job, std::size_t wanted) {
        std::size_t woken = 0;
        {
            const std::lock_guard lock(mutex_);
            start(std::min(wanted, processors() - 1));
            jobs_.push_back(&job);
            woken = std::min(wanted, asleep_);
        }
        for (; woken > 0; --woken) wake_.notify_one();
    }

    /// Fewer where the system has no room for more: who works alone needs longer and is right all the same.
    void start(std::size_t wanted) {
        try {
            for (; threads_ < wanted; ++threads_) std::thread([this] { help(); }).detach();
        } catch (const std::system_error&) {
        }
    }

    /// Nobody joins any more; waits for those who have.
    void close(Job& job) {
        {
            const std::lock_guard lock(mutex_);
            if (const auto open = std::find(jobs_.begin(), jobs_.end(), &job); open != jobs_.end()) jobs_.erase(open);
        }
        const auto alone = [&] { return job.joined == 0; };
        if (comes_soon(alone)) return;
        std::unique_lock lock(mutex_);
        left_.wait(lock, alone);
    }

    [[noreturn]] void help() {
        for (;;) {
            Job& job = join();
            std::exception_ptr trouble;
            try {
                (*job.work)();
            } catch (...) {
                trouble = std::current_exception();
            }
            const std::lock_guard lock(mutex_);
            if (trouble && !job.trouble) job.trouble = trouble;
            if (--job.joined == 0) left_.notify_all();  // the job may be gone now
        }
    }

    Job& join() {
        std::unique_lock lock(mutex_);
        ++asleep_;
        wake_.wait(lock, [&] { return !jobs_.empty(); });
        --asleep_;
        Job& job = *jobs_.front();
        ++job.joined;
        if (--job.wanted == 0) jobs_.pop_front();
        return job;
    }

    std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable left_;
    std::deque<Job*> jobs_;
    std::size_t asleep_ = 0;  ///< helpers that wait to be woken
    std::size_t threads_ = 0;
};

}  // namespace

std::size_t processors() {
    static const std::size_t count = [] {
        cpu_set_t set;
        const bool known = ::sched_getaffinity(0, sizeof set, &set) == 0;
        return static_cast<std::size_t>(known ? std::max(CPU_COUNT(&set), 1) : 1);
    }();
    return count;
}

void run_together(std::size_t helpers, const std::function<void()>& work) {
    if (helpers == 0) return work();
    Helpers::all().run(helpers, work);
}

}  // namespace stet
