// Indexes of terms that were compiled when the library was built, a part of its image. One is found by what was compiled, which
// it holds: the same terms with the same ids under the same rules of their languages. So it need not be told which template it
// is of, and a template or a policy that says anything else is compiled as ever. Private to lib/text.
#pragma once

#include <optional>
#include <string>

#include "text/terms.hpp"

namespace plancheck {

class TermImage {
public:
    static constexpr const char* part = "terms";  ///< its name in the image

    /// Appends one index; `image` is empty, or holds what was appended before.
    static void append(const TermIndex::Source& source, bool knows_edges, const TermIndex::Tables& tables, std::string& image);
    /// What was compiled of the same source; borrows from the library's image.
    static std::optional<TermIndex::Tables> find(const TermIndex::Source& source, bool knows_edges);
};

}  // namespace plancheck
