// Data files that are built into the library (lib/languages/*.xml, templates/*.xml). The build generates the source that
// defines embedded_files().
#pragma once

#include <span>
#include <string_view>

namespace plancheck {

struct EmbeddedFile {
    std::string_view name;  ///< path from the project's root: "lib/languages/fr.xml", "templates/ID.xml"
    std::string_view text;
    std::string_view sha256 = {};  ///< of the text, in hexadecimal
};

/// All embedded files, sorted by name; they live as long as the program.
std::span<const EmbeddedFile> embedded_files() noexcept;

}  // namespace plancheck
