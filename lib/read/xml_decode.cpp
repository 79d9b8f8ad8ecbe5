// Which encoding XML is in, by its first bytes and its declaration (XML 1.0, appendix F), and its conversion to UTF-8. A
// declaration that can be read as ASCII but names UTF-16 or UTF-32 contradicts itself; programs that kept the text as
// UTF-16 in memory write such files, and they mean UTF-8.
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "read/xml.hpp"

namespace plancheck {
namespace {

using namespace std::string_view_literals;

/// Value of the pseudo-attribute `encoding` of an XML declaration; empty: none. In lower case.
std::string declared(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    text = text.substr(0, std::min<std::size_t>(text.find("?>"), 512));
    std::size_t at = text.find("encoding");
    if (at == text.npos) return {};
    at = text.find_first_of("\"'", at);
    if (at == text.npos) return {};
    const std::size_t end = text.find(text[at], at + 1);
    if (end == text.npos) return {};
    std::string name(text.substr(at + 1, end - at - 1));
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return name;
}

/// The name for ICU, empty for UTF-8; `mark` is the size of the byte order mark.
std::string encoding_of(std::string_view bytes, std::size_t& mark) {
    struct Row {
        std::string_view begins;
        const char* name;
        std::size_t mark;
    };
    // UTF-32 before UTF-16: its little-endian mark begins with the other's.
    static constexpr Row rows[] = {
        {"\xEF\xBB\xBF"sv, "", 3},         {"\xFF\xFE\0\0"sv, "UTF-32LE", 4}, {"\0\0\xFE\xFF"sv, "UTF-32BE", 4},
        {"\xFF\xFE"sv, "UTF-16LE", 2},     {"\xFE\xFF"sv, "UTF-16BE", 2},     {"<\0\0\0"sv, "UTF-32LE", 0},
        {"\0\0\0<"sv, "UTF-32BE", 0},      {"<\0"sv, "UTF-16LE", 0},          {"\0<"sv, "UTF-16BE", 0},
    };
    for (const Row& row : rows)
        if (bytes.starts_with(row.begins)) return mark = row.mark, row.name;
    std::string name = declared(bytes);
    for (const std::string_view same : {"utf-8"sv, "utf8"sv, "us-ascii"sv, "ascii"sv})
        if (name == same) return {};
    for (const std::string_view wide : {"utf-16"sv, "utf16"sv, "utf-32"sv, "ucs-2"sv, "ucs-4"sv, "iso-10646-ucs"sv})
        if (name.starts_with(wide)) return {};
    return name;
}

}  // namespace

bool decode_xml(Buffer& bytes, std::size_t& skipped) {
    skipped = 0;
    std::size_t mark = 0;
    const std::string encoding = encoding_of(bytes.view(), mark);
    if (encoding.empty()) {
        skipped = mark;
        return true;
    }
    const Buffer source = std::exchange(bytes, Buffer());
    const auto open = [](const char* name) {
        UErrorCode error = U_ZERO_ERROR;
        UConverter* made = ucnv_open(name, &error);
        return std::unique_ptr<UConverter, decltype(&ucnv_close)>(U_SUCCESS(error) ? made : nullptr, &ucnv_close);
    };
    const auto from = open(encoding.c_str()), to = open("UTF-8");
    if (!from || !to) return false;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);

    const char* at = source.data.get() + mark;
    const char* const end = source.data.get() + source.size;
    std::string text;
    UChar pivot[1024];
    UChar* pivot_begin = pivot;
    UChar* pivot_end = pivot;
    char out[4096];
    for (bool first = true;; first = false) {
        char* written = out;
        error = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &written, out + sizeof out, &at, end, pivot, &pivot_begin, &pivot_end,
                       pivot + std::size(pivot), first, true, &error);
        text.append(out, written);
        if (error != U_BUFFER_OVERFLOW_ERROR) break;
    }
    if (U_FAILURE(error)) return false;
    bytes = Buffer(text.size());
    text.copy(bytes.data.get(), text.size());
    return true;
}

}  // namespace plancheck
