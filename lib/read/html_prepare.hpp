// What is done to HTML before its parser sees it: counting, so that no limit is passed inside the parser, and taking
// out what is no markup of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plancheck/document.hpp"

namespace plancheck::html {

struct Prepared {
    std::string markup;  ///< as long as the source; what was taken out is blanks, so that offsets stay true
    std::string styles;  ///< what its <style> elements hold, one after another
    bool feeds = false;  ///< ends of pages, which are carriage returns now
    std::vector<std::uint32_t> reversed;  ///< items of each list that counts down, in order of their beginnings
};

/// Comments, declarations, scripts, styles, the title and what is shown only without scripts are taken out. Linear.
/// Throws Unreadable beyond the limits on elements and attributes.
Prepared prepare(std::string_view text, const Limits& limits);

/// The encoding that an XML declaration or a <meta> near the start names; empty: none does.
std::string declared_encoding(std::string_view bytes);

/// ASCII letters in lower case.
std::string lowered(std::string_view text);

}  // namespace plancheck::html
