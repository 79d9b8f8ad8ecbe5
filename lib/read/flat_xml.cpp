// Decoding is what pugixml does with parse_escapes, parse_eol and parse_wconv_attribute: a reference becomes its character,
// a line end one line feed, and in an attribute any white space that is not a reference one space. The result is never
// longer than its source, so texts are decoded where they stand.
#include "read/flat_xml.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Writes what the reference at `at` (its '&') stands for and gives what follows it. It is known to be right.
const char* take_reference(const char* at, std::string& to) {
    const char* const end = static_cast<const char*>(std::memchr(at, ';', 64));
    const std::string_view body(at + 1, static_cast<std::size_t>(end - at - 1));
    if (body[0] == '#') {
        const bool hex = body[1] == 'x';
        char32_t code = 0;
        for (const char c : body.substr(hex ? 2 : 1)) {
            const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            code = code * (hex ? 16 : 10) + static_cast<char32_t>(digit);
        }
        append_utf8(to, code);
    } else {
        to += body == "amp" ? '&' : body == "lt" ? '<' : body == "gt" ? '>' : body == "quot" ? '"' : '\'';
    }
    return end + 1;
}

std::string decoded(std::string_view raw, bool references, bool attribute) {
    std::string to;
    to.reserve(raw.size());
    for (const char *at = raw.data(), *const end = at + raw.size(); at != end;) {
        if (references && *at == '&') {
            at = take_reference(at, to);
        } else if (*at == '\r' || (attribute && is_space(*at))) {
            to += attribute ? ' ' : '\n';
            at += *at == '\r' && at + 1 != end && at[1] == '\n' ? 2 : 1;
        } else {
            to += *at++;
        }
    }
    return to;
}

}  // namespace

void FlatTable::finish() {
    for (const Encoded& one : encoded_) {
        Record& record = records_[one.index];
        const std::string plain = decoded(view(record.begin, record.what), one.references, false);
        plain.copy(text_ + record.begin, plain.size());
        record.what = static_cast<std::uint32_t>(plain.size()) & largest;
    }
    encoded_ = {};
    records_.emplace_back();
}

std::string_view FlatTable::value(std::string_view raw) const {
    const auto special = [](char c) { return c == '&' || c == '\t' || c == '\n' || c == '\r'; };
    if (std::none_of(raw.begin(), raw.end(), special)) return raw;
    const auto [at, fresh] = values_.try_emplace(raw.data());
    if (fresh) at->second = decoded(raw, true, true);
    return at->second;
}

void XmlAttribute::step() noexcept {
    const std::string_view text = table_->view(0, table_->size());
    const char* at = text.data() + next_;
    while (is_space(*at)) ++at;
    if (*at == '>' || *at == '/') {
        name_ = {};
        return;
    }
    const char* const name = at;
    while (*at != '=' && !is_space(*at)) ++at;
    name_ = {name, static_cast<std::size_t>(at - name)};
    while (*at != '"' && *at != '\'') ++at;
    const char quote = *at++;
    const char* const value = at;
    while (*at != quote) ++at;
    raw_ = {value, static_cast<std::size_t>(at - value)};
    next_ = static_cast<std::uint32_t>(at + 1 - text.data());
}

std::string_view XmlNode::child_text() const noexcept {
    for (XmlNode at = first_child(); at; at = at.next_sibling())
        if (!at.is_element()) return at.text();
    return {};
}

FlatXml flatten_xml(Buffer bytes, const XmlLimits& limits) {
    constexpr std::size_t largest = FlatTable::largest;
    FlatXml made;
    std::size_t skipped = 0;
    if (!decode_xml(bytes, skipped)) {
        made.result.status = XmlStatus::encoding;
        return made;
    }
    made.bytes = std::move(bytes);
    const std::string_view text = made.bytes.view().substr(skipped);
    if (text.size() > largest) {
        made.result.status = XmlStatus::limit;
        made.result.limit = "part-bytes";
        made.result.value = text.size();
        made.result.allowed = largest;
        return made;
    }
    auto table = std::make_unique<FlatTable>(made.bytes.data.get() + skipped, text.size());
    made.result = scan_xml(text, limits, *table);
    if (!made.result.ok()) return made;
    table->finish();
    made.table = std::move(table);
    return made;
}

}  // namespace plancheck
