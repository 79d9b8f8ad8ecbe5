#include "bench/peers.hpp"

#include <fcntl.h>
#include <time.h>

#include <algorithm>
#include <cstdio>

namespace bench {

Cost run(const std::vector<std::string>& command, int rounds) {
    std::vector<double> times;
    Cost all;
    for (int i = 0; i < rounds; ++i) {
        const Cost one = in_child([&] {
            const int null = open("/dev/null", O_RDWR);
            for (const int to : {0, 1, 2}) dup2(null, to);
            std::vector<char*> arguments;
            for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
            arguments.push_back(nullptr);
            execvp(arguments[0], arguments.data());
            _exit(127);
        });
        if (!one.there) return {};
        times.push_back(one.ms);
        all = one;
    }
    all.ms = median(std::move(times));
    return all;
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
