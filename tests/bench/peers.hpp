// Other programs on the same file: how much CPU time they take, where they are there.
#pragma once

#include <string>
#include <vector>

namespace bench {

struct Cost {
    bool there = false;  ///< the program was found and ended well
    double ms = 0;       ///< CPU time of the child and its children
};

/// Runs a program by name through PATH, its output thrown away; the median of `rounds` runs.
Cost run(const std::vector<std::string>& command, int rounds);

/// CPU time of this process in milliseconds: waiting for other tenants of the machine does not count.
double cpu_ms();

/// The most memory that this process has held, in KiB.
long peak_kib();

double median(std::vector<double> values);

}  // namespace bench
