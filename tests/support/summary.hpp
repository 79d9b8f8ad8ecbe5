// What a report says, without places, sizes and hashes: what must be the same for the same plan in every format.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "plancheck.hpp"

namespace support {

enum class Detail {
    findings,  ///< verdict, outcomes of all requirements, diagnostics
    plan,      ///< besides them outline with confidence, items with label, title, confidence and references
    all,       ///< besides them words of the sections, fields with values, and messages
};

std::string summary(const plancheck::Report& report, Detail detail);

/// The bytes of a file; throws std::runtime_error with its path.
std::string slurp(const std::string& path);

/// The plans without a fault that are whole ones, in Markdown, sorted by name; throws std::runtime_error where fewer than 100 are there.
std::vector<std::filesystem::path> whole_plans();

}  // namespace support
