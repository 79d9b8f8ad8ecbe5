// Other programs on the same file: how much CPU time and memory they take, where they are there.
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace bench {

struct Cost {
    bool there = false;  ///< the program was found and ended well
    double ms = 0;       ///< CPU time of the child and its children
    long peak_kib = 0;   ///< memory of the largest of them
};

/// What `work` takes in a child of this process.
template <class Work>
Cost in_child(Work&& work) {
    Cost cost;
    const pid_t child = fork();
    if (child < 0) return cost;
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child) return cost;
    const auto ms = [](const timeval& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
    cost.there = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    cost.ms = ms(used.ru_utime) + ms(used.ru_stime);
    cost.peak_kib = used.ru_maxrss;
    return cost;
}

/// Runs a program by name through PATH, its output thrown away; the median of `rounds` runs.
Cost run(const std::vector<std::string>& command, int rounds);

/// CPU time of this process in milliseconds: waiting for other tenants of the machine does not count.
double cpu_ms();

double median(std::vector<double> values);

}  // namespace bench
