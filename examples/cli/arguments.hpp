// What was asked for on the command line, checked as far as it can be without the library.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/validator.hpp"

enum class Command : std::uint8_t { check, outline, extract, requirements, explain, form, blank };

/// From which level on a document makes the exit status 1.
enum class FailOn : std::uint8_t { error, review, warning, note, never };

/// Exit statuses of the contract; where several hold, the first of internal, usage, unreadable, found is taken.
enum Status : int { clean = 0, found = 1, usage = 2, unreadable = 3, internal = 4 };

/// The command line is wrong; the message says how. Ends with status `usage`.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Arguments {
    Command command = Command::check;
    std::vector<std::string> files;
    std::string files_from;  ///< path, "-", or empty
    std::string name;        ///< of standard input
    std::string format = "text";
    std::string output;  ///< path, or empty: standard output
    std::string id;      ///< explain: requirement or check; template: check or show
    FailOn fail_on = FailOn::error;
    std::uint32_t jobs = 0;     ///< 0: as many as there are processors
    std::uint32_t timeout = 0;  ///< seconds a document; 0: none
    plancheck::Options options;
};

/// The bytes of a file that an option names (`called`: the option, for the message). Throws UsageError.
std::string whole_file(const std::string& path, std::string_view called);

/// Reads the command line. Throws UsageError. True: `arguments` says what to do; false: help or the version was asked
/// for and written to standard output.
bool parse(int argc, char** argv, Arguments& arguments);
