// Threads take the next index until there is none; the caller waits for the results one after another. Processes send
// their result through a pipe, as three bytes and the text; a result that does not end with its child's clean exit is
// lost. Behind a document that takes long, the results of the next ones wait, but not those of all the others.
#include "run.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t ahead = 100;  // documents a job may be examined before their turn

}  // namespace

void run_threads(const Work& work, unsigned jobs) {
    if (jobs <= 1 || work.count <= 1) {
        for (std::size_t i = 0; i < work.count; ++i) work.deliver(i, work.examine(i));
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::mutex guard;
    std::condition_variable finished, room;
    std::size_t delivered = 0;
    bool stopped = false;
    std::vector<std::optional<Result>> results(work.count);
    std::exception_ptr fault;
    std::vector<std::jthread> threads;
    const std::size_t most = std::min<std::size_t>(jobs, work.count);
    threads.reserve(most);
    // Where delivery fails, the others must not go on with the rest before they are joined.
    const auto end = [&] {
        const std::lock_guard lock(guard);
        next = work.count;
        stopped = true;
        room.notify_all();
    };
    struct Stop {
        const decltype(end)& all;
        ~Stop() { all(); }
    } stop{end};
    const auto take = [&] {
        for (std::size_t i = next++; i < work.count; i = next++) {
            {
                std::unique_lock lock(guard);
                room.wait(lock, [&] { return stopped || i < delivered + ahead * most; });
                if (stopped) return;
            }
            try {
                Result result = work.examine(i);
                const std::lock_guard lock(guard);
                results[i] = std::move(result);
            } catch (...) {  // not even a report that says so could be made
                const std::lock_guard lock(guard);
                fault = std::current_exception();
                next = work.count;
            }
            finished.notify_one();
        }
    };
    try {
        while (threads.size() < most) threads.emplace_back(take);
    } catch (const std::system_error&) {  // the machine gives no more of them
        if (threads.empty()) return run_threads(work, 1);
    }
    for (std::size_t i = 0; i < work.count; ++i) {
        std::unique_lock lock(guard);
        finished.wait(lock, [&] { return results[i].has_value() || fault != nullptr; });
        if (!results[i]) std::rethrow_exception(fault);
        const Result result = *std::exchange(results[i], std::nullopt);
        delivered = i + 1;
        lock.unlock();
        room.notify_all();
        work.deliver(i, result);
    }
}

namespace {

using Clock = std::chrono::steady_clock;

struct Child {
    std::size_t index = 0;
    pid_t process = -1;
    int pipe = -1;
    Clock::time_point deadline;
    std::string bytes;
};

void send(int pipe, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(pipe, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) ::_exit(1);
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
}

Child start(const Work& work, std::size_t index, unsigned seconds) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    const pid_t process = ::fork();
    if (process < 0) {
        const int number = errno;
        ::close(ends[0]);
        ::close(ends[1]);
        throw std::system_error(number, std::generic_category(), "fork");
    }
    if (process == 0) {
        ::close(ends[0]);
        Result result;
        try {
            result = work.examine(index);
        } catch (...) {  // nothing of the parent may be unwound here
            ::_exit(1);
        }
        const char head[3] = {static_cast<char>(result.verdict), static_cast<char>(result.worst),
                              result.internal ? '\1' : '\0'};
        send(ends[1], std::string_view(head, sizeof head));
        send(ends[1], result.text);
        ::_exit(0);
    }
    ::close(ends[1]);
    return {index, process, ends[0], Clock::now() + std::chrono::seconds(seconds), {}};
}

// Waits for the child; true: it ended as it should.
bool reap(Child& child) {
    ::close(child.pipe);
    int status = 0;
    while (::waitpid(child.process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Result received(const Work& work, Child& child) {
    if (!reap(child) || child.bytes.size() < 3) return work.lost(child.index);
    return {static_cast<std::uint8_t>(child.bytes[0]), static_cast<std::uint8_t>(child.bytes[1]), child.bytes[2] != 0,
            child.bytes.substr(3)};
}

// Takes what has come; true: nothing more will come.
bool drained(Child& child) {
    char buffer[65536];
    const ssize_t got = ::read(child.pipe, buffer, sizeof buffer);
    if (got > 0) child.bytes.append(buffer, static_cast<std::size_t>(got));
    return got == 0 || (got < 0 && errno != EINTR);
}

struct Children {
    std::vector<Child> list;
    ~Children() {
        for (Child& child : list) {
            ::kill(child.process, SIGKILL);
            reap(child);
        }
    }
};

}  // namespace

void run_processes(const Work& work, unsigned jobs, unsigned seconds) {
    std::size_t next = 0, delivered = 0;
    std::map<std::size_t, Result> results;
    Children children;
    while (delivered < work.count) {
        while (next < work.count && children.list.size() < std::max(jobs, 1U) && next < delivered + ahead * std::max(jobs, 1U)) {
            children.list.push_back(start(work, next, seconds));
            ++next;
        }
        std::vector<pollfd> waits;
        auto soonest = Clock::time_point::max();
        for (const Child& child : children.list) {
            waits.push_back({child.pipe, POLLIN, 0});
            soonest = std::min(soonest, child.deadline);
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(soonest - Clock::now()).count();
        ::poll(waits.data(), waits.size(), static_cast<int>(std::clamp<long long>(left, 0, 60'000)));
        const auto now = Clock::now();
        for (std::size_t i = children.list.size(); i-- > 0;) {
            Child& child = children.list[i];
            if ((waits[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && drained(child)) {
                results.emplace(child.index, received(work, child));
            } else if (now >= child.deadline) {
                ::kill(child.process, SIGKILL);
                reap(child);
                results.emplace(child.index, work.expired(child.index));
            } else {
                continue;
            }
            children.list.erase(children.list.begin() + static_cast<std::ptrdiff_t>(i));
        }
        for (auto first = results.find(delivered); first != results.end(); first = results.find(delivered)) {
            work.deliver(delivered, first->second);
            results.erase(first);
            ++delivered;
        }
    }
}
