// The parser of HTML, libxml2's, behind one function. Nothing else includes its headers.
#pragma once

#include <string>

namespace plancheck::html {

class Reader;

/// Parses UTF-8 that was prepared and tells the reader what it meets, elements closed in order. What the reader throws
/// ends the parse and is thrown again.
void parse(const std::string& markup, Reader& reader);

}  // namespace plancheck::html
