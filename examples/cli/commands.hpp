// The commands. Each returns the exit status; Error, UsageError and WriteError are left to main().
#pragma once

#include "arguments.hpp"

int check(const Arguments& arguments);
int show_document(const Arguments& arguments);      ///< outline, extract
int show_requirements(const Arguments& arguments);  ///< requirements, explain
int show_template(const Arguments& arguments);      ///< template check, template show
int write_blank(const Arguments& arguments);        ///< new

/// Whether escapes are welcome: standard output is a terminal that knows them and NO_COLOR is not set.
bool colour_wanted();

/// Whether standard output is a terminal.
bool to_terminal();
