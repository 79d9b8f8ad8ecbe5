// The block of metadata that Markdown files begin with. Pure and thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plancheck {

/// What is taken of it; empty: not given.
struct FrontMatter {
    std::string title, subtitle, date;
    std::size_t title_at = 0, subtitle_at = 0, date_at = 0;  ///< offsets in the text
    std::size_t end = 0;  ///< where the text proper begins; 0: there is no front matter
};

/// YAML between lines of --- (or up to ...), or pandoc's lines that begin with %. A text that merely begins with a rule has
/// none: every line has to look like YAML.
FrontMatter front_matter(std::string_view text);

}  // namespace plancheck
