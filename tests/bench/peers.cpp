#include "bench/peers.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace bench {

// Spawned, not forked: a child begins as a copy of its parent else, and what that costs and holds would count as its own.
Cost run(const std::vector<std::string>& command, int rounds) {
    std::vector<double> times;
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t silent;
    posix_spawn_file_actions_init(&silent);
    for (const int to : {0, 1, 2}) posix_spawn_file_actions_addopen(&silent, to, "/dev/null", O_RDWR, 0);
    for (int i = 0; i < rounds; ++i) {
        pid_t child = 0;
        int status = 0;
        rusage used{};
        if (posix_spawnp(&child, arguments[0], &silent, nullptr, arguments.data(), environ) != 0 || wait4(child, &status, 0, &used) != child) break;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) break;
        const auto ms = [](const timeval& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
        times.push_back(ms(used.ru_utime) + ms(used.ru_stime));
    }
    posix_spawn_file_actions_destroy(&silent);
    if (times.size() != static_cast<std::size_t>(rounds)) return {};
    return {true, median(std::move(times))};
}

long peak_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace bench
