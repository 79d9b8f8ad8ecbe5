// first_bad_byte() skips eight ASCII bytes at a time; everything else goes through decode(), which alone knows the rules.
#include "text/utf8.hpp"


#include "text/characters.hpp"
#include "text/eight.hpp"

namespace plancheck {

std::size_t first_bad_byte(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            while (at + 8 <= text.size() && eight::is_ascii(eight::load(text.data() + at))) at += 8;
            while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
            continue;
        }
        const Decoded d = decode(text, at);
        if (d.size == 1) return at;
        at += d.size;
    }
    return std::string_view::npos;
}

Decoded decode_long(std::string_view text, std::size_t offset) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
    const unsigned char lead = byte(0);
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const std::size_t left = text.size() - offset;
    if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && follows(1)) {
        return {static_cast<char32_t>((lead & 0x1FU) << 6 | (byte(1) & 0x3FU)), 2};
    }
    if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && follows(1) && follows(2)) {
        const auto code = static_cast<char32_t>((lead & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU));
        if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
    }
    if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && follows(1) && follows(2) && follows(3)) {
        const auto code = static_cast<char32_t>((lead & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 |
                                                (byte(3) & 0x3FU));
        if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
    }
    return {0xFFFD, 1};
}

Decoded decode_before_long(std::string_view text, std::size_t offset) noexcept {
    std::size_t start = offset - 1;
    for (int i = 0; i < 3 && start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U; ++i) --start;
    const Decoded d = decode(text, start);
    if (start + d.size == offset) return d;
    return {0xFFFD, 1};
}

void append_utf8(std::string& to, char32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
    const auto put = [&](std::uint32_t byte) { to.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | code >> 6);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12);
        put(0x80U | (code >> 6 & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18);
        put(0x80U | (code >> 12 & 0x3FU));
        put(0x80U | (code >> 6 & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (at + 8 <= text.size() && eight::is_ascii(eight::load(text.data() + at))) {
            at += 8;
            count += 8;
            continue;
        }
        at += decode(text, at).size;
        ++count;
    }
    return count;
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty()) {
        const Decoded d = decode(text, 0);
        if (!is_white_space(d.code)) break;
        text.remove_prefix(d.size);
    }
    while (!text.empty()) {
        const Decoded d = decode_before(text, text.size());
        if (!is_white_space(d.code)) break;
        text.remove_suffix(d.size);
    }
    return text;
}

namespace {

// Where the code point number `index` begins, eight bytes at a time; the end where there are fewer.
std::size_t offset_of_code_point(std::string_view text, std::size_t index) noexcept {
    std::size_t at = 0, count = 0;
    while (at + 8 <= text.size() && count < index) {
        const std::uint64_t bytes = eight::load(text.data() + at);
        const std::size_t begun = 8 - eight::count(bytes & ~(bytes << 1) & eight::tops);
        if (count + begun > index) break;
        count += begun;
        at += 8;
    }
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && count++ == index) break;
    return at;
}

}  // namespace

std::string_view cut_at_word(std::string_view text, std::size_t limit) noexcept {
    text = trimmed(text);
    if (text.size() <= limit) return text;
    const std::size_t end = offset_of_code_point(text, limit);
    if (end == text.size()) return text;
    Decoded behind = decode(text, end);
    for (std::size_t at = end; at > 0;) {
        const Decoded before = decode_before(text, at);
        const bool ends = is_white_space(behind.code) || is_ideograph(behind.code) || is_ideograph(before.code);
        if (ends && !is_white_space(before.code)) return text.substr(0, at);
        at -= before.size;
        behind = before;
    }
    return text.substr(0, end);
}

std::size_t marks_at(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    for (Decoded d = decode(text, end); d.size != 0 && is_invisible_mark(d.code); d = decode(text, end)) end += d.size;
    return end - at;
}

std::size_t white_at(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    bool white = false;
    for (Decoded d = decode(text, end); d.size != 0 && (is_white_space(d.code) || is_invisible_mark(d.code)); d = decode(text, end)) {
        white = white || is_white_space(d.code);
        end += d.size;
    }
    return white ? end - at : 0;
}

std::string single_spaced(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        Decoded d;
        for (; end < text.size(); end += d.size) {
            d = decode(text, end);
            if (is_white_space(d.code)) break;
        }
        out.append(text.substr(at, end - at));
        if (end < text.size() && !out.empty() && out.back() != ' ') out.push_back(' ');
        at = end + d.size;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace plancheck
