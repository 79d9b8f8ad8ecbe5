// A tag is gathered up to its closing bracket; whether it was a comment or a declaration shows at its start. What stands
// in a script or style is passed over up to the tag that closes it.
#include "read/html_scanner.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <iterator>

#include "read/html_characters.hpp"
#include "read/html_names.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

using html::lower;

constexpr std::size_t longest_tag = 8192;

bool starts_tag(char c) noexcept { return (lower(c) >= 'a' && lower(c) <= 'z') || c == '/' || c == '!' || c == '?'; }

}  // namespace

std::string_view HtmlTag::attribute(std::string_view wanted) const noexcept {
    std::string_view rest = attributes;
    while (!rest.empty()) {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n/"), rest.size()));
        const std::size_t end = std::min(rest.find_first_of("= \t\r\n/"), rest.size());
        const std::string_view found = rest.substr(0, end);
        rest.remove_prefix(end);
        const std::size_t sign = rest.find_first_not_of(" \t\r\n");
        std::string_view value;
        if (sign != rest.npos && rest[sign] == '=') {
            rest.remove_prefix(sign + 1);
            rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
            const bool quoted = !rest.empty() && (rest[0] == '"' || rest[0] == '\'');
            const std::size_t close = quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t\r\n");
            value = rest.substr(quoted ? 1 : 0, close == rest.npos ? rest.npos : close - (quoted ? 1 : 0));
            rest.remove_prefix(close == rest.npos ? rest.size() : close + (quoted ? 1 : 0));
        } else if (end == 0 && !rest.empty()) {
            rest.remove_prefix(1);
        }
        if (std::equal(found.begin(), found.end(), wanted.begin(), wanted.end(), [](char a, char b) { return lower(a) == b; })) return value;
    }
    return {};
}

// An element has a known name, and what stands behind it has values or is one of the few words that need none.
bool HtmlTag::is_typed() const {
    constexpr std::string_view later[] = {"bdi", "data", "math", "meter", "nobr", "output", "path", "picture", "progress", "rb", "ruby", "slot", "source", "time", "track", "wbr"};
    constexpr std::string_view without_value[] = {"checked", "compact", "disabled", "hidden", "itemscope", "multiple", "noshade", "nowrap", "open", "readonly", "required", "reversed", "selected"};
    if (closing || name.empty() || name.find_first_of("-:.") != name.npos || attributes.find('=') != attributes.npos || attributes.ends_with('/')) return false;
    const bool known = html::role_of(name) != html::Role::inside || std::ranges::find(later, name) != std::end(later) || htmlTagLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str())) != nullptr;
    bool words = !known;
    for (std::string_view rest = attributes; !words && !(rest = trimmed(rest)).empty();) {
        const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        words = std::ranges::none_of(without_value, [&](std::string_view one) { return std::ranges::equal(one, rest.substr(0, end), {}, {}, lower); });
        rest.remove_prefix(end);
    }
    return words;
}

HtmlTag HtmlScanner::tag() const noexcept {
    HtmlTag made;
    std::string_view rest = tag_;
    if (rest.starts_with('/')) {
        made.closing = true;
        rest.remove_prefix(1);
    }
    made.name = name_;
    made.attributes = rest.substr(name_.size());
    made.words = tag_;
    return made;
}

HtmlScanner::Event HtmlScanner::next(std::string_view& piece) {
    while (!piece.empty()) {
        if (state_ == State::text) {
            if (take_text(piece)) return Event::text;
            continue;
        }
        const char c = piece.front();
        piece.remove_prefix(1);
        switch (state_) {
            case State::comment:
                // Only the last two bytes matter.
                if (c == '>' && tag_ == "--") state_ = State::text;
                else if (c != '-') tag_.clear();
                else if (tag_.size() < 2) tag_ += c;
                break;
            case State::other:
                if (c == '>') state_ = State::text;
                break;
            default:
                if (take_tag(c)) return Event::tag;
        }
    }
    return Event::none;
}

// Up to the next tag; whether it is text to be told of.
bool HtmlScanner::take_text(std::string_view& piece) {
    std::size_t at = 0;
    while (at < piece.size() && !(piece[at] == '<' && at + 1 < piece.size() && starts_tag(piece[at + 1]))) ++at;
    text_ = piece.substr(0, at);
    piece.remove_prefix(at);
    if (!piece.empty()) {
        piece.remove_prefix(1);
        state_ = State::tag;
        tag_.clear();
        quote_ = 0;
    }
    return !text_.empty() && raw_.empty();
}

// One byte of a tag; whether it ends one that is to be told of.
bool HtmlScanner::take_tag(char c) {
    if (quote_ != 0) {
        if (c == quote_) quote_ = 0;
    } else if ((c == '"' || c == '\'') && tag_.find('=') != tag_.npos) {
        quote_ = c;
    } else if (c == '>') {
        return end_tag();
    }
    if (tag_.size() < longest_tag) tag_ += c;
    if (tag_ == "!--") {
        state_ = State::comment;
        tag_ = "--";  // <!--> is a comment too
    } else if ((tag_.size() == 1 && c == '?') || (tag_.size() == 2 && tag_[0] == '!' && c != '-')) {
        state_ = State::other;
    }
    return false;
}

bool HtmlScanner::end_tag() {
    state_ = State::text;
    const std::size_t begin = tag_.starts_with('/') ? 1 : 0;
    name_ = tag_.substr(begin, tag_.find_first_of(" \t\r\n/", begin) - begin);
    std::transform(name_.begin(), name_.end(), name_.begin(), lower);
    const HtmlTag read = tag();
    if (raw_.empty()) {
        if (!read.closing && (read.name == "script" || read.name == "style")) raw_ = read.name;
        return true;
    }
    if (!read.closing || read.name != raw_) return false;
    raw_.clear();
    return true;
}

}  // namespace plancheck
