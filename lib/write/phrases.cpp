// Look-up with one fallback, and the escapes.
#include "write/phrases.hpp"

#include <stdexcept>
#include <vector>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

const Language& language_of(std::string_view tag) { return Languages::built_in().nearest(tag); }

const MessageCatalogue& Phrases::catalogue(const std::string& key) const {
    if (language_ != nullptr && language_->messages.has(key)) return language_->messages;
    const Language* english = Languages::built_in().find("en");
    if (english == nullptr) throw std::out_of_range("no message " + key);
    return english->messages;
}

std::string Phrases::operator()(std::string_view key, std::initializer_list<MessageArgument> arguments) const {
    const std::string full = "text." + std::string(key);
    return catalogue(full).format(full, std::span(arguments.begin(), arguments.size()));
}

std::string Phrases::inside(std::string text) const {
    if (language_ == nullptr || !language_->right_to_left || text.empty()) return text;
    return "\xE2\x81\xA8" + text + "\xE2\x81\xA9";
}

std::string harmless(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out;
    out.reserve(text.size());
    std::vector<std::size_t> isolates;  // begun and not ended
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = at;
        while (at < text.size() && text[at] >= ' ' && text[at] < 0x7F) ++at;
        out.append(text, plain, at - plain);
        if (at == text.size()) break;
        const Decoded next = decode(text, at);
        const char32_t c = next.code;
        at += next.size;
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        const bool turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (c != 0xA0 && c != 0x202F && is_white_space(c)) {
            out += ' ';
        } else if (c == 0x2068) {
            isolates.push_back(out.size());
            append_utf8(out, c);
        } else if (c == 0x2069 && !isolates.empty()) {
            isolates.pop_back();
            append_utf8(out, c);
        } else {
            append_utf8(out, control || turning ? U'\uFFFD' : c);
        }
    }
    for (const std::size_t at : isolates) out.replace(at, replacement.size(), replacement);
    return out;
}

std::string Paint::operator()(Style style, std::string_view text) const {
    std::string out;
    if (on_) {
        switch (style) {
            case Style::plain: break;
            case Style::bold: out = "\x1b[1m"; break;
            case Style::error: out = "\x1b[1;31m"; break;
            case Style::warning: out = "\x1b[1;33m"; break;
            case Style::note: out = "\x1b[1;36m"; break;
            case Style::faint: out = "\x1b[2m"; break;
        }
    }
    const bool painted = !out.empty();
    out += text;
    if (painted) out += "\x1b[0m";
    return out;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t points = count_code_points(text);
    if (points < width) text.append(width - points, ' ');
    return text;
}

}  // namespace plancheck
