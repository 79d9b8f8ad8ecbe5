// A program of somebody else's, run once over untrusted bytes: no shell, no name from the document, limits set in the
// child, output bounded while it is read, and the whole process group gone when the call returns. The only place of the
// library that starts a process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

struct ChildLimits {
    std::uint64_t seconds = 60;          ///< of wall-clock time, and of processor time
    std::uint64_t memory = 1ull << 30;   ///< bytes of address space
    std::uint64_t output = 64ull << 20;  ///< bytes on standard output
};

enum class ChildStatus : std::uint8_t {
    ended,        ///< by itself, with `exit_code`
    killed,       ///< by a signal of its own doing: it crashed
    no_program,   ///< there is no such program, or it cannot be run
    no_system,    ///< the system gave no process, pipe or memory file, or killed the program for want of memory
    time,         ///< beyond ChildLimits::seconds
    output,       ///< beyond ChildLimits::output
};

struct ChildResult {
    ChildStatus status = ChildStatus::no_system;
    int exit_code = 0;
    std::string output;    ///< at most ChildLimits::output bytes
    std::string messages;  ///< the first 4 KiB of standard error
};

/// Runs `program` (a path; it is not looked for anywhere) with these arguments. Its standard input is a file in memory
/// that holds `input` and can be read at any place. It gets no other open file, an environment of three variables, no
/// right to write a file, and its own process group, which is killed at the end whatever happened. Blocks until then.
/// Throws std::bad_alloc alone. Thread-safe.
ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                      const ChildLimits& limits);

}  // namespace plancheck
