// Many documents at once, results in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

/// What is left of a document once its report is written out: enough for the exit status and the summary.
struct Result {
    std::uint8_t verdict = 0;  ///< plancheck::Verdict
    std::uint8_t worst = 0;    ///< severity of the worst unsuppressed diagnostic plus one; 0: there is none
    bool internal = false;     ///< something went wrong that is no fault of the document
    std::string text;          ///< the report
};

struct Work {
    std::size_t count = 0;
    std::function<Result(std::size_t)> examine;               ///< for one document; any number of threads; may throw std::bad_alloc
    std::function<Result(std::size_t)> expired;               ///< in its place after the time limit
    std::function<Result(std::size_t)> lost;                  ///< in its place where its process died
    std::function<void(std::size_t, const Result&)> deliver;  ///< in order, by the calling thread, as early as possible
};

/// With threads that share one index.
void run_threads(const Work& work, unsigned jobs);

/// With one child process a document, killed after `seconds`: a thread cannot be stopped from outside, a process can,
/// and its memory goes with it. Must be called while the process has no other thread.
void run_processes(const Work& work, unsigned jobs, unsigned seconds);
