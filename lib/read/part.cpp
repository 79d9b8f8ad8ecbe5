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
    XmlTree tree = parse_xml(std::move(bytes), limits, space);
    if (tree.result.status == XmlStatus::limit)
        limit_reached(tree.result.limit, tree.result.value, tree.result.allowed);
    if (!tree.ok())
        throw Unreadable{
            damaged_part(part, reason_of(tree.result), Severity::error, tree.result.line, tree.result.column)};
    return tree;
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
    XmlTree tree = parse_xml(std::move(bytes), limits);
    if (tree.ok()) return tree;
    if (tree.result.status == XmlStatus::limit)
        limit_reached(tree.result.limit, tree.result.value, tree.result.allowed);
    Notification told =
        damaged_part(part, reason_of(tree.result), Severity::warning, tree.result.line, tree.result.column);
    builder.notify(told.id, told.severity, std::move(told.arguments), true);
    return {};
}

XmlTree optional_tree(Package& package, std::string_view part, const XmlLimits& limits, Builder& builder) {
    Buffer bytes;
    if (!optional_bytes(package, part, bytes, builder)) return {};
    return optional_tree(std::move(bytes), part, limits, builder);
}

}  // namespace plancheck
