#include "write/json_writer.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr ByteSet to_escape{std::string_view("\"\\\0\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0A\x0B\x0C\x0D\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F", 34)};

void append_escaped(std::string& to, char sign) {
    constexpr std::string_view hex = "0123456789abcdef", named = "\b\t\n\f\r", names = "btnfr";
    to += '\\';
    if (sign == '"' || sign == '\\') {
        to += sign;
    } else if (const std::size_t at = named.find(sign); at != std::string_view::npos) {
        to += names[at];
    } else {
        const auto byte = static_cast<unsigned char>(sign);
        (to += "u00") += hex[byte >> 4U];
        to += hex[byte & 15U];
    }
}

}  // namespace

void JsonWriter::line() {
    if (layout_ == Layout::line) return;
    text_ += '\n';
    text_.append(std::size_t{2} * depth_, ' ');
}

void JsonWriter::begin() {
    if (!inside_) return;
    if (!empty_) text_ += ',';
    empty_ = false;
    line();
}

void JsonWriter::begin(std::string_view key) {
    begin();
    quote(key);
    text_ += layout_ == Layout::line ? ":" : ": ";
}

void JsonWriter::quote(std::string_view text) {
    text_ += '"';
    const std::size_t bad = first_bad_byte(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min({to_escape.find(text, at), bad, text.size()});
        if (at < end) text_.append(text, at, end - at);
        at = end;
        if (at == text.size()) break;
        if (at >= bad) {
            // Few names hold such bytes, and then the rest goes sign by sign.
            for (Decoded sign; at < text.size(); at += sign.size) {
                sign = decode(text, at);
                if (sign.code < 0x80 && to_escape.has(text[at])) append_escaped(text_, text[at]);
                else append_utf8(text_, sign.code);
            }
            break;
        }
        append_escaped(text_, text[at++]);
    }
    text_ += '"';
}

}  // namespace plancheck
