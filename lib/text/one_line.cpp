// Copied stretch by stretch: what has to change is sought eight bytes at a time, since whole sections are asked for.
#include "text/one_line.hpp"

#include <cstdint>

#include "text/eight.hpp"

namespace plancheck {

namespace {

// Where the first control character stands, or the first space behind a space (`behind_space`: one stands before the
// text); the end of the text: nowhere.
std::size_t plain_end(std::string_view text, std::size_t at, bool behind_space) noexcept {
    std::uint64_t last = behind_space ? eight::tops : 0;  // the top bit: the byte before is a space
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t bytes = eight::load(text.data() + at), spaces = eight::equal(bytes, ' ');
        if (const std::uint64_t flaws = eight::below(bytes, ' ') | (spaces & (spaces << 8 | last >> 56)); flaws != 0) return at + eight::first(flaws);
        last = spaces;
    }
    bool space = last >> 63 != 0;
    for (; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) < ' ' || (text[at] == ' ' && space)) return at;
        space = text[at] == ' ';
    }
    return at;
}

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

bool is_in_one_line(std::string_view& text) noexcept {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return plain_end(text, 0, false) == text.size();
}

std::string in_one_line(std::string_view text) {
    // Most text is so already, but for its ends.
    if (is_in_one_line(text)) return std::string(text);
    std::size_t at = plain_end(text, 0, false);
    std::string line;
    line.reserve(text.size());
    line.append(text.substr(0, at));
    while (at < text.size()) {
        if (const char c = text[at]; is_blank(c)) {
            while (at < text.size() && is_blank(text[at])) ++at;
            if (!line.empty() && line.back() != ' ') line += ' ';
        } else {
            line += c;
            ++at;
        }
        const std::size_t end = plain_end(text, at, line.empty() || line.back() == ' ');
        line.append(text.substr(at, end - at));
        at = end;
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace plancheck
