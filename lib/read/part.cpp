// Two results, of the archive and of the XML in it, become one notification.
#include "read/part.hpp"

#include <utility>

namespace plancheck {

namespace {

Notification limit_notification(std::string_view limit, std::uint64_t value, std::uint64_t allowed) {
    try {
        limit_reached(limit, value, allowed);
    } catch (Unreadable& unreadable) {
        return std::move(unreadable.notification);
    }
}

std::string_view reason_of(const XmlResult& result) noexcept {
    if (result.status == XmlStatus::encoding) return "encoding";
    return result.status == XmlStatus::doctype ? "doctype" : result.reason;
}

std::string_view reason_of(const PackageResult& result) noexcept {
    switch (result.status) {
        case PackageStatus::missing: return "missing";
        case PackageStatus::encrypted: return "encrypted";
        case PackageStatus::unsupported_method: return "method";
        case PackageStatus::not_a_package: return "no-directory";
        default: return result.reason;
    }
}

/// Throws what stands against XML, a tree or a table, that cannot be done without.
template <class Xml>
Xml needed(Xml xml, std::string_view part) {
    if (xml.result.status == XmlStatus::limit) limit_reached(xml.result.limit, xml.result.value, xml.result.allowed);
    if (!xml.ok())
        throw Unreadable{damaged_part(part, reason_of(xml.result), Severity::error, xml.result.line, xml.result.column)};
    return xml;
}

template <class Xml>
Xml optional(Xml xml, std::string_view part, Builder& builder) {
    if (xml.ok()) return xml;
    if (xml.result.status == XmlStatus::limit) limit_reached(xml.result.limit, xml.result.value, xml.result.allowed);
    Notification told = damaged_part(part, reason_of(xml.result), Severity::warning, xml.result.line, xml.result.column);
    builder.notify(told.id, told.severity, std::move(told.arguments), true);
    return {};
}

}  // namespace

PackageLimits package_limits(const Limits& limits) noexcept {
    return {limits.entries, limits.part_bytes, limits.unpacked_bytes, limits.ratio};
}

XmlLimits xml_limits(const Limits& limits) noexcept { return {limits.elements, limits.attributes, limits.nesting}; }

Notification damaged_part(std::string_view part, std::string_view reason, Severity severity, std::uint32_t line,
                          std::uint32_t column) {
    Notification made{"read/damaged", severity, {}};
    if (!part.empty()) made.arguments.push_back({"part", std::string(part)});
    made.arguments.push_back({"reason", std::string(reason)});
    if (line != 0) {
        made.arguments.push_back({"line", std::int64_t{line}});
        made.arguments.push_back({"column", std::int64_t{column}});
    }
    return made;
}

Notification refusal(const PackageResult& result, std::string_view part) {
    if (result.status == PackageStatus::limit) return limit_notification(result.limit, result.value, result.allowed);
    if (result.status == PackageStatus::encrypted) return {"read/encrypted", Severity::error, {}};
    return damaged_part(part, reason_of(result), Severity::error);
}

Buffer needed_bytes(Package& package, std::string_view part) {
    Buffer bytes;
    const PackageResult result = package.read(part, bytes);
    if (!result.ok()) throw Unreadable{refusal(result, part)};
    return bytes;
}

XmlTree needed_tree(Buffer bytes, std::string_view part, const XmlLimits& limits, XmlSpace space) {
    return needed(parse_xml(std::move(bytes), limits, space), part);
}

FlatXml needed_xml(Buffer bytes, std::string_view part, const XmlLimits& limits) {
    return needed(flatten_xml(std::move(bytes), limits), part);
}

bool optional_bytes(Package& package, std::string_view part, Buffer& bytes, Builder& builder) {
    const PackageResult result = package.read(part, bytes);
    if (result.ok()) return true;
    if (result.status == PackageStatus::limit) limit_reached(result.limit, result.value, result.allowed);
    Notification told = damaged_part(part, reason_of(result), Severity::warning);
    builder.notify(told.id, told.severity, std::move(told.arguments), true);
    return false;
}

XmlTree optional_tree(Buffer bytes, std::string_view part, const XmlLimits& limits, Builder& builder) {
    return optional(parse_xml(std::move(bytes), limits), part, builder);
}

FlatXml optional_xml(Package& package, std::string_view part, const XmlLimits& limits, Builder& builder) {
    Buffer bytes;
    if (!optional_bytes(package, part, bytes, builder)) return {};
    return optional(flatten_xml(std::move(bytes), limits), part, builder);
}

}  // namespace plancheck
