// What elements are by their attributes: headings, notes, labels, and what programs and sites add to a text. Pure and thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "read/html_reader.hpp"

namespace plancheck::html {

/// Whether a list of words parted by white space, as attributes have them, has this one.
bool has_word(std::string_view list, std::string_view wanted) noexcept;

/// The number that a text begins with; 0: it begins with none.
std::uint32_t digits_in(std::string_view text) noexcept;

/// 1 to 9 from h1 to h6, ARIA, or Word's styles; 0: no heading.
std::uint8_t heading_level(std::string_view name, Role role, const Attributes& attributes);

/// Whether a class says that it is the title of the document.
bool is_title(std::string_view classes) noexcept;

/// A table of contents.
bool is_contents(const Attributes& attributes) noexcept;

/// What a site adds to a text for those who read it there: links to edit it, to a heading, to pages of a kind.
bool is_tool(std::string_view classes) noexcept;

/// What holds notes, each an item of its own, where no role says so: of GitHub and older converters, MediaWiki, WordPress.
bool holds_notes(std::string_view name, const Attributes& attributes) noexcept;

/// A note as converters and word processors write it.
bool is_note(std::string_view name, const Attributes& attributes, const Look& look) noexcept;

/// The number of a note, in the text or before the note itself, and the way back.
bool is_note_mark(const Attributes& attributes, const Look& look) noexcept;

/// A text box as LibreOffice writes it, in the middle of the line that it is anchored in.
bool is_box(std::string_view name, const Attributes& attributes) noexcept;

/// The label of an item, beside which it floats, or of a heading, as LibreOffice writes them in XHTML.
bool is_label(std::string_view name, const Attributes& attributes, const Look& look) noexcept;

/// Comments of Word, headers and footers of LibreOffice: no text of the document.
bool is_aside(const Attributes& attributes, const Look& look) noexcept;

/// Whether a field of that type shows what was written into it.
bool is_written_in(std::string_view type);

/// What a link to the heading that it stands in shows.
bool is_heading_sign(std::string_view text) noexcept;

/// What the head of a column shows where its rows can be put into another order.
bool is_order_sign(std::string_view text) noexcept;

/// What a picture stands for in a line, where its alternative text is a single sign: "@", or the bullet of an item ("•"); empty:
/// it is a picture.
std::string_view sign_of_picture(std::string_view alternative) noexcept;

/// The address that a site hides from those who gather them: two digits each for a key and, by it, the signs. Empty: it is none.
std::string hidden_address(std::string_view digits);

/// Whether a text in a font of signs is so short that it is signs, and what they are; a page that is set in such a font by mistake
/// is not read so.
bool shows_signs(std::string_view text, std::string_view font, std::string& signs);

}  // namespace plancheck::html
