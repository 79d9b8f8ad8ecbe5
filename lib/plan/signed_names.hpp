// Names that bear a sign which a note below says the meaning of: "Lake Institute*", and "* Lead of the area".
#pragma once

#include <vector>

#include "plan/lines.hpp"

namespace plancheck {

/// A note, and the names that bear its sign; at least one.
struct SignedNames {
    std::vector<Stretch> names;   ///< without the sign
    std::vector<Stretch> around;  ///< the line or the cell of each
};

/// Notes that are a label of `kind` among the lines of the blocks [begin, end); their lines are taken out.
std::vector<SignedNames> take_signed_names(const Reading& reading, std::uint32_t kind, Lines& lines, std::uint32_t begin, std::uint32_t end);

/// "Lake Institute* (LI)" without the signs of notes.
void drop_note_signs(std::string& name);

}  // namespace plancheck
