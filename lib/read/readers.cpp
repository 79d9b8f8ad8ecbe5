// The table of readers, and the way of any bytes through it: look at the content, refuse what is not read, read the
// rest, and turn whatever stops a reader into a notification.
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "read/builder.hpp"
#include "read/part.hpp"
#include "read/sniff.hpp"
#include "read/typed_tables.hpp"
#include "text/sha256.hpp"

namespace plancheck {

namespace {

struct Known {
    Format format;
    std::string_view name;
    Reader reader;
    OutsideReader outside;  ///< in place of `reader`: needs a program that the caller names
};

constexpr std::array<Known, 12> readers{{
    {Format::docx, "docx", read_docx, nullptr},
    {Format::docm, "docm", read_docx, nullptr},
    {Format::dotx, "dotx", read_docx, nullptr},
    {Format::dotm, "dotm", read_docx, nullptr},
    {Format::odt, "odt", read_odt, nullptr},
    {Format::ott, "ott", read_odt, nullptr},
    {Format::fodt, "fodt", read_odt, nullptr},
    {Format::html, "html", read_html, nullptr},
    {Format::markdown, "markdown", read_markdown, nullptr},
    {Format::text, "text", read_text, nullptr},
    {Format::pdf, "pdf", nullptr, read_pdf},
    {Format::plan_xml, "plan-xml", read_plan_xml, nullptr},
}};

const Known* row_of(Format format) noexcept {
    for (const Known& row : readers)
        if (row.format == format) return &row;
    return nullptr;
}

struct LimitName {
    std::string_view name;
    std::uint64_t Limits::*member;
};

constexpr LimitName limit_names[] = {
    {"file-bytes", &Limits::file_bytes},
    {"entries", &Limits::entries},
    {"part-bytes", &Limits::part_bytes},
    {"unpacked-bytes", &Limits::unpacked_bytes},
    {"ratio", &Limits::ratio},
    {"elements", &Limits::elements},
    {"attributes", &Limits::attributes},
    {"nesting", &Limits::nesting},
    {"characters", &Limits::characters},
    {"cells", &Limits::cells},
    {"pdf-seconds", &Limits::pdf_seconds},
    {"pdf-bytes", &Limits::pdf_bytes},
};

Notification unsupported(std::string_view kind, std::string_view save_as) {
    Notification made{"read/unsupported", Severity::error, {{"kind", std::string(kind)}}};
    if (!save_as.empty()) made.arguments.push_back({"saveAs", std::string(save_as)});
    return made;
}

Notification unknown_format(std::string_view kind) {
    Notification made{"read/unknown-format", Severity::error, {}};
    if (!kind.empty()) made.arguments.push_back({"kind", std::string(kind)});
    return made;
}

Document read_sniffed(std::string_view bytes, std::string_view name, const Sniffed& sniffed, const Limits& limits,
                      std::string_view program) {
    switch (sniffed.status) {
        case SniffStatus::readable: break;
        case SniffStatus::empty: throw Unreadable{{"read/empty", Severity::error, {}}};
        case SniffStatus::encrypted: throw Unreadable{{"read/encrypted", Severity::error, {}}};
        case SniffStatus::unsupported: throw Unreadable{unsupported(sniffed.kind, sniffed.save_as)};
        case SniffStatus::damaged:
        case SniffStatus::limit: throw Unreadable{refusal(sniffed.package_result, {})};
        default: throw Unreadable{unknown_format(sniffed.kind)};
    }
    const Known* row = row_of(sniffed.format);
    if (row == nullptr) throw Unreadable{unknown_format(sniffed.kind)};
    if (row->outside != nullptr) return row->outside(bytes, name, limits, program);
    Document document = row->reader(bytes, name, row->format, limits);
    if (row->format <= Format::html) typed_to_tables(document, limits);
    return document;
}

}  // namespace

std::string_view name(Format format) noexcept {
    const Known* row = row_of(format);
    return row == nullptr ? std::string_view() : row->name;
}

bool Limits::set(std::string_view limit, std::uint64_t value) noexcept {
    for (const LimitName& known : limit_names) {
        if (known.name != limit) continue;
        this->*known.member = value;
        return true;
    }
    return false;
}

std::vector<std::pair<std::string, std::uint64_t>> Limits::changed() const {
    std::vector<std::pair<std::string, std::uint64_t>> list;
    const Limits defaults;
    for (const LimitName& known : limit_names)
        if (this->*known.member != defaults.*known.member) list.emplace_back(known.name, this->*known.member);
    return list;
}

std::vector<std::string_view> Limits::names() {
    std::vector<std::string_view> list;
    for (const LimitName& known : limit_names) list.push_back(known.name);
    return list;
}

Document read(std::string_view bytes, std::string_view name, const Limits& limits, std::string_view pdf_program) {
    Document document;
    Sniffed sniffed;
    try {
        if (bytes.size() > limits.file_bytes) limit_reached("file-bytes", bytes.size(), limits.file_bytes);
        sniffed = sniff(bytes, name, package_limits(limits));
        document = read_sniffed(bytes, name, sniffed, limits, pdf_program);
    } catch (Unreadable& unreadable) {
        document = {};
        document.readable = false;
        document.format = sniffed.status == SniffStatus::readable ? sniffed.format : Format::unknown;
        document.notifications.push_back(std::move(unreadable.notification));
    }
    if (sniffed.name_differs)
        document.notifications.insert(document.notifications.begin(),
                                      {"read/name-mismatch",
                                       Severity::note,
                                       {{"named", std::string(sniffed.named)}, {"found", std::string(sniffed.kind)}}});
    document.name = name;
    document.bytes = bytes.size();
    document.sha256 = sha256_hex(bytes);
    return document;
}

}  // namespace plancheck
