// ICU is asked only for bytes that are neither marked nor valid: its detector looks at a part of them, its converters
// turn unknown bytes into U+FFFD. A guess the detector is not sure of gives way to Windows-1252, in which every byte
// means something and Western text is right.
#include "read/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/eight.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t looked_at = 256 * 1024;

std::string converted(std::string_view bytes, const char* encoding) {
    const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding);
    std::string made;
    wide.toUTF8String(made);
    return made;
}

constexpr bool is_of_texts(char32_t c) noexcept {
    return c == '\t' || c == '\n' || c == '\r' || c == '\f' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x700) || (c >= 0x2010 && c < 0x2070) ||
           (c >= 0x20A0 && c < 0x2300) || (c >= 0x25A0 && c < 0x2800) || (c >= 0x3000 && c < 0x3100) || (c >= 0x4E00 && c < 0xA000) || (c >= 0xFF00 && c < 0xFFF0) || c == 0xFEFF;
}

// How many of the numbers that `size` bytes each make, the first of them the highest or the lowest, are characters of texts.
std::size_t of_texts(std::string_view bytes, std::size_t size, bool big) noexcept {
    std::size_t found = 0;
    for (std::size_t i = 0; i + size <= bytes.size(); i += size) {
        char32_t c = 0;
        for (std::size_t k = 0; k < size; ++k) c = c << 8 | static_cast<unsigned char>(bytes[big ? i + k : i + size - 1 - k]);
        if (is_of_texts(c)) ++found;
    }
    return found;
}

// UTF-16 without a mark: its spaces and line feeds have a zero on one side, which no other text has.
const char* utf16_without_mark(std::string_view bytes) {
    const std::string_view part = bytes.substr(0, looked_at & ~std::size_t{1});
    std::size_t little = 0, big = 0;
    for (std::size_t i = 0; i + 1 < part.size(); i += 2) {
        const auto usual = [](char c) { return c == ' ' || c == '\n' || c == '\r' || (c >= 'a' && c <= 'z'); };
        if (part[i + 1] == '\0' && usual(part[i])) ++little;
        if (part[i] == '\0' && usual(part[i + 1])) ++big;
    }
    const std::size_t needed = part.size() / 2 / 16 + 1;
    if (little >= needed && little > 4 * big) return "UTF-16LE";
    if (big >= needed && big > 4 * little) return "UTF-16BE";
    return nullptr;
}

bool mostly_utf8(std::string_view bytes) {
    std::size_t good = 0, bad = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded c = decode(bytes, at);
        if (c.size > 1) ++good;
        else if (c.code == 0xFFFD) ++bad;
        at += c.size;
    }
    return good >= 4 * bad;
}

std::string repaired(std::string_view bytes) {
    std::string made;
    made.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded c = decode(bytes, at);
        append_utf8(made, c.code);
        at += c.size;
    }
    return made;
}

std::string guessed(std::string_view bytes) {
    // The detector wants to see what is foreign: a start that is all ASCII says nothing.
    std::size_t begin = 0;
    while (begin < bytes.size() && static_cast<unsigned char>(bytes[begin]) < 0x80) ++begin;
    begin -= std::min(begin, looked_at / 2);
    const std::string_view part = bytes.substr(begin, looked_at);

    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector* detector = ucsdet_open(&status);
    std::string encoding = "windows-1252";
    ucsdet_setText(detector, part.data(), static_cast<std::int32_t>(part.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = U_SUCCESS(status) ? ucsdet_detectAll(detector, &count, &status) : nullptr;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const std::string_view name = ucsdet_getName(matches[i], &status);
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
        if (confidence < 20) break;
        // The detector takes EBCDIC and the UTFs for possible, which were ruled out before.
        if (name.starts_with("UTF") || name.starts_with("IBM4") || name.starts_with("ISO-2022")) continue;
        encoding = name;
        break;
    }
    ucsdet_close(detector);
    return encoding;
}

// In place and of the same length, so that offsets stay true.
void clean(std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        // Eight bytes that are neither control characters nor the lead of a noncharacter.
        if (i + 8 <= text.size()) {
            const std::uint64_t bytes = eight::load(text.data() + i);
            if (eight::has_no_control(bytes) && eight::below(bytes ^ 0xEF * eight::ones, 1) == 0) {
                i += 7;
                continue;
            }
        }
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') text[i] = c == '\v' ? '\n' : ' ';
        else if (c == 0x7F) text[i] = ' ';
        else if (c == 0xEF && i + 2 < text.size() && text[i + 1] == '\xBF' && (text[i + 2] == '\xBE' || text[i + 2] == '\xBF'))
            text[i + 2] = '\xBD';
    }
}

/// The converter for a declared name, as browsers choose it (Latin-1 stands for Windows-1252, GB 2312 for its successor);
/// empty: none that text in ASCII could be declared in.
std::string converter_of(std::string_view declared) {
    struct Row {
        std::string_view declared, meant;
    };
    static constexpr Row rows[] = {{"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"},  {"us-ascii", "windows-1252"},
                                   {"ascii", "windows-1252"},      {"iso-8859-9", "windows-1254"}, {"gb2312", "gb18030"},
                                   {"gbk", "gb18030"},             {"x-gbk", "gb18030"},        {"x-sjis", "shift_jis"},
                                   {"ks_c_5601-1987", "windows-949"}, {"euc-kr", "windows-949"}};
    std::string name(declared);
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    for (const Row& row : rows)
        if (name == row.declared) name = row.meant;
    if (name.empty() || name.size() > 40 || name.starts_with("utf")) return {};
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.c_str(), &status);
    ucnv_close(converter);
    constexpr std::string_view ascii = "<meta +&>";
    return U_SUCCESS(status) && converted(ascii, name.c_str()) == ascii ? name : std::string();
}

bool has_single_bytes(const std::string& name) { return name.starts_with("windows-12") || name.starts_with("iso-8859-"); }

}  // namespace

const char* wide_without_mark(std::string_view bytes) noexcept {
    struct Row {
        std::size_t size;
        bool big;
        const char* name;
    };
    constexpr Row rows[] = {{4, false, "UTF-32LE"}, {4, true, "UTF-32BE"}, {2, false, "UTF-16LE"}, {2, true, "UTF-16BE"}};
    constexpr std::size_t least = 8;  // characters
    const std::string_view part = bytes.substr(0, looked_at);
    if (part.find('\0') == part.npos) return nullptr;
    for (const Row& row : rows) {
        const std::size_t all = part.size() / row.size;
        // The other way round such a text says nothing.
        if (all >= least && of_texts(part, row.size, row.big) * 100 >= all * 97 && of_texts(part, row.size, !row.big) * 100 < all * 70) return row.name;
    }
    return nullptr;
}

SourceText decode_text(std::string_view bytes, const Limits& limits, std::string_view declared) {
    SourceText source;
    std::string own;
    const auto take = [&](std::size_t mark, const char* encoding) {
        source.skipped = mark;
        source.encoding = encoding;
        source.text = converted(bytes.substr(mark), encoding);
    };
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        source.skipped = 3;
        bytes.remove_prefix(3);
    }
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) take(4, "UTF-32LE");
    else if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) take(4, "UTF-32BE");
    else if (bytes.starts_with("\xFF\xFE")) take(2, "UTF-16LE");
    else if (bytes.starts_with("\xFE\xFF")) take(2, "UTF-16BE");
    else if (const char* wide = bytes.find('\0') == bytes.npos ? nullptr : wide_without_mark(bytes) ? wide_without_mark(bytes) : utf16_without_mark(bytes)) {
        take(0, wide);
        source.guessed = true;
    } else if (const bool valid = is_utf8(bytes); source.skipped == 0 && !(own = converter_of(declared)).empty() && !(valid && has_single_bytes(own)))
        take(0, own.c_str());
    else if (valid) {
        source.text = bytes;
        source.guessed = !own.empty() && !std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    } else if (mostly_utf8(bytes)) {
        source.encoding = "UTF-8";
        source.text = repaired(bytes);
        source.guessed = true;
    } else {
        const std::string encoding = guessed(bytes);
        take(0, encoding.c_str());
        source.guessed = true;
    }
    if (source.text.size() > limits.characters) {
        const std::size_t count = count_code_points(source.text);
        if (count > limits.characters) limit_reached("characters", count, limits.characters);
    }
    clean(source.text);
    return source;
}

void tell_encoding(const SourceText& source, Builder& builder) {
    if (!source.is_utf8()) builder.notify("read/encoding-guessed", Severity::note, {{"encoding", source.encoding}});
}

Places::Places(const SourceText& source) : source_(source) {
    const std::string& text = source.text;
    lines_.push_back(0);
    if (text.find('\r') == text.npos) {
        for (std::size_t i = text.find('\n'); i != text.npos; i = text.find('\n', i + 1)) lines_.push_back(static_cast<std::uint32_t>(i + 1));
        return;
    }
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            lines_.push_back(static_cast<std::uint32_t>(i + 1));
}

Place Places::at(std::size_t offset) noexcept {
    const std::string_view text = source_.text;
    offset = std::min(offset, text.size());
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), static_cast<std::uint32_t>(offset));
    const auto line = static_cast<std::size_t>(after - lines_.begin()) - 1;
    if (line == line_ && offset < offset_ && offset_ - offset < offset - lines_[line]) {
        // A step back, as where the foot of a table comes behind its rows: they may all be on one long line.
        column_ -= static_cast<std::uint32_t>(count_code_points(text.substr(offset, offset_ - offset)));
        offset_ = offset;
    } else if (line != line_ || offset < offset_) {
        line_ = line;
        offset_ = lines_[line];
        column_ = 1;
    }
    column_ += static_cast<std::uint32_t>(count_code_points(text.substr(offset_, offset - offset_)));
    offset_ = offset;
    Place place;
    place.line = line < source_.lines.size() ? source_.lines[line] : static_cast<std::uint32_t>(line + 1);
    if (source_.mended) return place;
    place.column = column_;
    if (source_.is_utf8()) place.byte_offset = static_cast<std::uint32_t>(offset + source_.skipped);
    return place;
}

}  // namespace plancheck
