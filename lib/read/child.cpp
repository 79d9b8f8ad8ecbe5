// Between fork and exec only system calls are made, as another thread may have held a lock at the fork. What the child
// inherits is cut there: descriptors, signals, limits, environment, folder. The parent waits for whichever comes first of
// the child's end, the time limit and the output limit, then kills the group: a program that left children behind, or
// that was told to stop, leaves nothing.
#include "read/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <limits>
#include <new>

namespace plancheck {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_messages = 4096;
constexpr int tick = 20;  // milliseconds between looks at whether the child has ended

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() { close(); }
    int get() const noexcept { return fd_; }
    bool open() const noexcept { return fd_ >= 0; }
    void close() noexcept {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

private:
    int fd_ = -1;
};

struct Pipe {
    Descriptor read, write;
    bool make() noexcept {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) return false;
        read = Descriptor(ends[0]);
        write = Descriptor(ends[1]);
        return true;
    }
};

bool fill(int fd, std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), std::min<std::size_t>(bytes.size(), 1U << 30));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(fd, 0, SEEK_SET) == 0;
}

void limit(int resource, std::uint64_t value) noexcept {
    rlimit now{};
    if (::getrlimit(static_cast<__rlimit_resource_t>(resource), &now) != 0) return;
    const rlim_t wanted = std::min<rlim_t>(static_cast<rlim_t>(value), now.rlim_max);
    now.rlim_cur = now.rlim_max = wanted;
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &now);
}

// Standard streams are 0, 1, 2 and the pipe that tells a failed exec is 3; no other descriptor is left open. The sources
// lie above 3 first, as one of them could be a target.
bool streams(int in, int out, int messages, int fault) noexcept {
    const int sources[] = {in, out, messages, fault};
    int above[4];
    for (int i = 0; i < 4; ++i) {
        above[i] = ::fcntl(sources[i], F_DUPFD_CLOEXEC, 10);
        if (above[i] < 0) return false;
    }
    for (int i = 0; i < 4; ++i)
        if (::dup2(above[i], i) < 0) return false;
    if (::fcntl(3, F_SETFD, FD_CLOEXEC) != 0) return false;
#ifdef SYS_close_range
    if (::syscall(SYS_close_range, 4U, ~0U, 0U) == 0) return true;
#endif
    rlimit files{};
    const int most = ::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < 65536 ? static_cast<int>(files.rlim_cur) : 65536;
    for (int fd = 4; fd < most; ++fd) ::close(fd);
    return true;
}

void reset_signals() noexcept {
    struct sigaction standard {};
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < 32; ++number)
        if (number != SIGKILL && number != SIGSTOP) ::sigaction(number, &standard, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

struct Start {
    const char* program;
    char* const* arguments;
    char* const* environment;
    int in, out, messages, fault;
    pid_t parent;
    const ChildLimits* limits;
};

[[noreturn]] void become(const Start& start) noexcept {
    ::setpgid(0, 0);
    // A caller that is killed takes the child with it.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    int fault = start.fault;
    if (::getppid() == start.parent && streams(start.in, start.out, start.messages, start.fault)) {
        fault = 3;
        reset_signals();
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_FSIZE, 0);
        limit(RLIMIT_NOFILE, 64);
        limit(RLIMIT_CPU, start.limits->seconds + 1);
        limit(RLIMIT_AS, start.limits->memory);
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        if (::chdir("/") == 0) ::execve(start.program, start.arguments, start.environment);
    }
    const int code = errno;
    [[maybe_unused]] const ssize_t told = ::write(fault, &code, sizeof code);
    ::_exit(127);
}

// What came so far; false: the stream has ended.
bool take(int fd, std::string& to, std::uint64_t most) {
    char bytes[65536];
    const ssize_t got = ::read(fd, bytes, sizeof bytes);
    if (got < 0) return errno == EINTR || errno == EAGAIN;
    if (got == 0) return false;
    // One byte more than is allowed shows that there is more.
    const std::uint64_t room = to.size() > most ? 0 : most + 1 - to.size();
    to.append(bytes, static_cast<std::size_t>(std::min<std::uint64_t>(room, static_cast<std::uint64_t>(got))));
    return true;
}

class Running {
public:
    explicit Running(pid_t child) : child_(child) {}
    ~Running() { stop(); }
    Running(const Running&) = delete;

    // Whether it has ended by itself; `status_` is then what wait gave, or -1 where somebody else took it.
    bool ended() noexcept {
        if (gone_) return true;
        const pid_t found = ::waitpid(child_, &status_, WNOHANG);
        if (found == 0 || (found < 0 && errno == EINTR)) return false;
        if (found < 0) status_ = -1;
        return gone_ = true;
    }

    int status() const noexcept { return status_; }

    void stop() noexcept {
        ::kill(-child_, SIGKILL);
        if (gone_) return;
        ::kill(child_, SIGKILL);
        while (::waitpid(child_, &status_, 0) < 0 && errno == EINTR) {}
        gone_ = true;
    }

private:
    pid_t child_;
    int status_ = -1;
    bool gone_ = false;
};

void follow(Running& running, Pipe& out, Pipe& messages, const ChildLimits& limits, ChildResult& result) {
    const auto seconds = std::min<std::uint64_t>(limits.seconds, 1'000'000);
    const auto deadline = Clock::now() + std::chrono::seconds(seconds);
    bool ended = false;
    for (;;) {
        pollfd streams[2] = {{out.read.get(), POLLIN, 0}, {messages.read.get(), POLLIN, 0}};
        const int ready = ::poll(streams, 2, ended ? 0 : tick);
        if (ready > 0) {
            if (streams[0].revents != 0 && !take(out.read.get(), result.output, limits.output)) out.read.close();
            if (streams[1].revents != 0 && !take(messages.read.get(), result.messages, most_messages)) messages.read.close();
        }
        if (result.output.size() > limits.output) {
            result.output.resize(static_cast<std::size_t>(limits.output));
            result.status = ChildStatus::output;
            return;
        }
        // Once it has ended what it wrote is read to the end; children of its own may still hold the pipe, and are not
        // waited for.
        if (ended && ready <= 0) break;
        ended = ended || running.ended();
        if (!ended && Clock::now() >= deadline) {
            result.status = ChildStatus::time;
            return;
        }
        if (ended && Clock::now() >= deadline + std::chrono::seconds(1)) break;
    }
    const int status = running.status();
    if (status == -1 || WIFEXITED(status)) {
        result.status = ChildStatus::ended;
        result.exit_code = status == -1 ? 0 : WEXITSTATUS(status);
    } else {
        const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        // One that is killed before its time is over was killed by the system, which does so for want of memory.
        const bool in_time = Clock::now() < deadline;
        result.status = signal == SIGXCPU || (signal == SIGKILL && !in_time) ? ChildStatus::time : signal == SIGKILL ? ChildStatus::no_system : ChildStatus::killed;
    }
}

}  // namespace

ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                      const ChildLimits& limits) {
    ChildResult result;
    Descriptor in(::memfd_create("document", MFD_CLOEXEC));
    Pipe out, messages, fault;
    if (!in.open() || !fill(in.get(), input) || !out.make() || !messages.make() || !fault.make()) return result;
    ::fcntl(out.read.get(), F_SETFL, O_NONBLOCK);
    ::fcntl(messages.read.get(), F_SETFL, O_NONBLOCK);

    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    static const char* const environment[] = {"PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=/nonexistent", nullptr};
    const Start start{program.c_str(),      argv.data(),          const_cast<char* const*>(environment), in.get(), out.write.get(),
                      messages.write.get(), fault.write.get(), ::getpid(),                            &limits};
    const pid_t child = ::fork();
    if (child < 0) return result;
    if (child == 0) become(start);
    ::setpgid(child, child);  // by both, so that it holds whoever runs first
    Running running(child);
    in.close();
    out.write.close();
    messages.write.close();
    fault.write.close();
    int code = 0;
    ssize_t got = 0;
    while ((got = ::read(fault.read.get(), &code, sizeof code)) < 0 && errno == EINTR) {}
    if (got != 0) {
        result.status = code == ENOMEM || code == EAGAIN ? ChildStatus::no_system : ChildStatus::no_program;
        return result;
    }
    follow(running, out, messages, limits, result);
    return result;
}

}  // namespace plancheck
