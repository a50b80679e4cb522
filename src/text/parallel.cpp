// Threads that stay: to start one costs as much as to compare two paragraphs.
#include "text/parallel.hpp"

#include <sched.h>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace stet {

namespace {

/// Work that others may join until its owner has done it.
struct Job {
    const std::function<void()>* work;
    std::size_t wanted;      ///< helpers that may still join
    std::size_t joined = 0;  ///< helpers at work
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
        Job job{&work, helpers, 0, nullptr};
        open(job);
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
    void open(Job& job) {
        {
            const std::lock_guard lock(mutex_);
            start(std::min(job.wanted, processors() - 1));
            jobs_.push_back(&job);
        }
        for (std::size_t i = 0; i < job.wanted; ++i) wake_.notify_one();
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
        std::unique_lock lock(mutex_);
        if (const auto open = std::find(jobs_.begin(), jobs_.end(), &job); open != jobs_.end()) jobs_.erase(open);
        left_.wait(lock, [&] { return job.joined == 0; });
    }

    [[noreturn]] void help() {
        std::unique_lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, [&] { return !jobs_.empty(); });
            Job& job = *jobs_.front();
            ++job.joined;
            if (--job.wanted == 0) jobs_.pop_front();
            lock.unlock();
            std::exception_ptr trouble;
            try {
                (*job.work)();
            } catch (...) {
                trouble = std::current_exception();
            }
            lock.lock();
            if (trouble && !job.trouble) job.trouble = trouble;
            if (--job.joined == 0) left_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable left_;
    std::deque<Job*> jobs_;
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
