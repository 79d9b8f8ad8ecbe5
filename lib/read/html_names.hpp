// Elements of HTML by what becomes of them. Pure and thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace plancheck::html {

enum class Role : std::uint8_t {
    inside,   ///< part of a line: span, em, and what is not known
    block,    ///< begins and ends a line
    heading,  ///< h1 to h6
    preformatted,
    quotation,
    centred,
    ordered_list,
    bullet_list,
    item,
    table,
    row_group,  ///< tbody, tfoot
    head,       ///< thead
    row,
    cell,
    head_cell,
    line_break,
    bold,
    struck,  ///< s, strike
    deleted,
    inserted,
    link,
    picture,  ///< a figure; what is inside is shown only where it cannot be
    dialog,   ///< hidden unless it is open
    control,  ///< field or button with text inside, a box in the line
    frame,    ///< another document that is shown there
    option,   ///< a choice of a form, which is shown where it is chosen
    dropped,  ///< no text of the document: proposals of a form, ruby, islands of XML
};

/// `name` is in lower case.
Role role_of(std::string_view name) noexcept;

/// What a word of the attribute role (ARIA) makes of an element without a meaning of its own; `inside`: nothing.
Role role_of_aria(std::string_view word) noexcept;

}  // namespace plancheck::html
