// Pairs of a file and its blocks: NAME.md beside NAME.blocks. With PLANCHECK_UPDATE set the second is written anew.
#pragma once

#include <string>

/// Reads every file of the folder with that ending and compares its dump; at least one has to be there.
void check_pairs(const std::string& folder, const std::string& ending);
