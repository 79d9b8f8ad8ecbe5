// Whether cost grows with the size of an input or with its square. Work is measured by the time this process used, and two
// sizes are compared with each other, so neither a slow machine nor a busy one decides.
#pragma once

#include <time.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <string_view>

namespace support {

inline double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// The better of two runs; what costs next to nothing needs no second one.
template <class Work>
double cost(Work&& work) {
    double best = 1e9;
    for (int round = 0; round < 2 && best > 0.05; ++round) {
        const double begin = cpu_seconds();
        work();
        best = std::min(best, cpu_seconds() - begin);
    }
    return best;
}

/// `work_of(size)` makes an input of that size and gives what is to be measured with it. Four times the size for at most
/// nine times the cost; what is done in a moment even so is not worth a ratio. One step may cost more where the memory that is
/// needed outgrows a cache: such a step stands alone, but a square grows again at the next, which is asked then.
template <class WorkOf>
void grows_with_its_size(std::string_view name, std::size_t size, WorkOf&& work_of) {
    constexpr double moment = 0.1;
    const double large = cost(work_of(4 * size));
    if (large < moment) return;
    const double small = cost(work_of(size));
    if (large <= 9 * small) return;
    const double larger = cost(work_of(16 * size));
    BOOST_TEST(larger <= 9 * large, name << ": " << small << " s of time for " << size << ", " << large << " s for " << 4 * size
                                         << ", " << larger << " s for " << 16 * size);
}

}  // namespace support
