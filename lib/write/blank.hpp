// A plan of a template with nothing in it yet, before it has a format. One function per format; the table is in blank.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plancheck {

struct BlankSection {
    std::string numeral;  ///< as a language writes it, separators included: "IV. ", "四、"
    std::string title, prompt;
    std::vector<std::vector<std::string>> tables;  ///< column heads
};

struct Blank {
    std::string language;
    bool right_to_left = false;
    std::string title;
    /// How a word processor makes the numerals itself: the format's OOXML name ("upperRoman") and "%1."; empty: it
    /// cannot, and they are typed.
    std::string number_format, number_text;
    bool space_after_number() const { return !number_text.empty() && static_cast<unsigned char>(number_text.back()) < 0x80; }
    std::vector<BlankSection> sections;
    std::size_t rows = 3;  ///< empty ones under the heads of a table
};

std::string blank_docx(const Blank& blank);
std::string blank_odt(const Blank& blank);
std::string blank_markdown(const Blank& blank);
std::string blank_html(const Blank& blank);

/// Text as XML content or attribute value.
std::string xml_text(std::string_view text);

}  // namespace plancheck
