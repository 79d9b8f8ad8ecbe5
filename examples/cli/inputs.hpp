// From arguments to bytes: which documents are meant, and what is in them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "arguments.hpp"
#include "plancheck/document.hpp"

/// One document to be, or what stands in its place: a path that led nowhere still gets a result.
struct Input {
    std::string path;   ///< "-": standard input
    std::string name;   ///< as the report calls it
    std::string fault;  ///< why there is nothing to read: "no_document" or "permission"; empty: there may be
};

struct Inputs {
    std::vector<Input> list;      ///< in the order given; the files of a directory sorted by the bytes of their path
    std::uint32_t skipped = 0;    ///< files and folders left out because of their name
    std::uint32_t documents = 0;  ///< inputs that are more than a directory without documents
};

/// Follows the arguments: directories, --files-from. Throws UsageError where that list cannot be read.
Inputs expand(const Arguments& arguments);

/// The bytes of a document, or why there are none: `read/not-found` (arguments path, reason), or `read/limit` for what
/// is larger than `limit` bytes, which is never read whole. Blocks while a pipe is open.
std::variant<std::string, plancheck::Notification> load(const Input& input, std::uint64_t limit);
