// Only as much YAML and TOML as people write there: keys at the left margin, values on their line, quoted, or indented below.
#include "read/front_matter.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plancheck {

namespace {

struct Line {
    std::string_view text;  // white space at the right is cut
    std::size_t begin = 0, next = 0;
};

Line line_at(std::string_view text, std::size_t begin) {
    std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::size_t next = end;
    if (next < text.size() && text[next] == '\r') ++next;
    if (next < text.size() && text[next] == '\n' && (next == end || text[next - 1] == '\r')) ++next;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    return {text.substr(begin, end - begin), begin, next};
}

// "title: …": where the value begins; 0: it is no key.
std::size_t key_size(std::string_view line) {
    std::size_t at = 0;
    const auto in_key = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    while (at < line.size() && in_key(line[at])) ++at;
    if (at == 0 || at == line.size() || line[at] != ':') return 0;
    return at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t' ? at + 1 : 0;
}

std::string unquoted(std::string_view value) {
    value = trimmed(value);
    std::string made;
    const char quote = value.size() >= 2 && value.front() == value.back() ? value.front() : '\0';
    if (quote != '"' && quote != '\'') return std::string(value);
    value = value.substr(1, value.size() - 2);
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool escape = i + 1 < value.size() && (quote == '"' ? value[i] == '\\' : value.substr(i, 2) == "''");
        made += value[escape ? ++i : i];
    }
    return made;
}

FrontMatter percent_lines(std::string_view text) {
    FrontMatter made;
    std::size_t at = 0;
    for (int i = 0; i < 3; ++i) {
        const Line line = line_at(text, at);
        if (!line.text.starts_with('%')) break;
        const std::string_view value = trimmed(line.text.substr(1));
        const auto offset = value.empty() ? line.begin : static_cast<std::size_t>(value.data() - text.data());
        if (i == 0) {
            made.title = value;
            made.title_at = offset;
        } else if (i == 2) {
            made.date = value;
            made.date_at = offset;
        }
        at = made.end = line.next;
    }
    return made;
}

// "title = …" between lines of three plus signs, as Hugo has it: TOML.
FrontMatter toml(std::string_view text, std::size_t begin) {
    FrontMatter made;
    bool keys = false, inside = false;
    for (Line line = line_at(text, begin); line.begin < text.size(); line = line_at(text, line.next)) {
        if (line.text == "+++") {
            if (!keys) return {};
            made.end = line.next;
            return made;
        }
        inside = inside || line.text.starts_with('[');
        const std::size_t sign = line.text.find('=');
        const std::string_view key = trimmed(line.text.substr(0, sign));
        if (sign == line.text.npos || key.find(' ') != key.npos) {
            if (!keys && !inside && !line.text.empty() && line.text[0] != '#') return {};
            continue;
        }
        keys = true;
        if (inside || (key != "title" && key != "date")) continue;
        const std::string_view own = trimmed(line.text.substr(sign + 1));
        (key == "title" ? made.title : made.date) = unquoted(own);
        (key == "title" ? made.title_at : made.date_at) = own.empty() ? line.begin : static_cast<std::size_t>(own.data() - text.data());
    }
    return {};
}

}  // namespace

FrontMatter front_matter(std::string_view text) {
    if (text.starts_with("% ")) return percent_lines(text);
    const Line first = line_at(text, 0);
    FrontMatter made;
    if (first.text == "+++") return toml(text, first.next);
    if (first.text != "---") return made;
    std::string* value = nullptr;
    bool keys = false;
    for (Line line = line_at(text, first.next); line.begin < text.size(); line = line_at(text, line.next)) {
        if (line.text == "---" || line.text == "...") {
            if (!keys) return {};
            made.end = line.next;
            for (std::string* own : {&made.title, &made.subtitle, &made.date}) *own = unquoted(*own);
            return made;
        }
        if (line.text.empty()) continue;
        const char start = line.text[0];
        if (start == ' ' || start == '\t') {
            if (value != nullptr) {
                if (!value->empty()) *value += ' ';
                value->append(trimmed(line.text));
            }
            continue;
        }
        if (start == '#' || start == '-' || start == ']' || start == '}') continue;
        const std::size_t size = key_size(line.text);
        if (size == 0) return {};
        keys = true;
        const std::string_view key = line.text.substr(0, size - 1);
        value = key == "title" ? &made.title : key == "subtitle" ? &made.subtitle : key == "date" ? &made.date : nullptr;
        if (value == nullptr) continue;
        std::string_view own = trimmed(line.text.substr(size));
        (value == &made.title ? made.title_at : value == &made.subtitle ? made.subtitle_at : made.date_at) =
            own.empty() ? line.begin : static_cast<std::size_t>(own.data() - text.data());
        if (own == "|" || own == ">" || own == "|-" || own == ">-") own = {};
        *value = own;
    }
    return {};
}

}  // namespace plancheck
