// Boxes before lines, as forms have them.
#pragma once

#include "plan/lines.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// Some boxes ticked and some empty: whether all of them are meant is for a person to say, so none is a bullet.
inline void drop_mixed_boxes(const Reading& reading, Lines& lines) {
    constexpr char32_t empty = 0x2610;
    const auto box = [&](const Line& line) { return line.bullet && line.typed && is_box(decode(reading.view(line.span), 0).code) ? decode(reading.view(line.span), 0).code : U'\0'; };
    std::size_t boxes = 0, clear = 0;
    for (const Line& line : lines) boxes += box(line) != 0, clear += box(line) == empty;
    if (clear == 0 || clear == boxes) return;
    for (Line& line : lines)
        if (box(line) != 0) {
            line.bullet = line.typed = false;
            line.words = line.span;
        }
}

}  // namespace plancheck
