// Parts of a package as XML, with what the contract says when they cannot be had: a part that is needed makes the
// document unreadable, one that is not needed is told and done without. Limits make it unreadable in both cases.
#pragma once

#include <string>
#include <string_view>

#include "read/builder.hpp"
#include "read/flat_xml.hpp"
#include "read/package.hpp"
#include "read/xml.hpp"

namespace plancheck {

PackageLimits package_limits(const Limits& limits) noexcept;
XmlLimits xml_limits(const Limits& limits) noexcept;

/// `read/damaged` {part, reason}, and {line, column} where `line` is not 0.
Notification damaged_part(std::string_view part, std::string_view reason, Severity severity, std::uint32_t line = 0,
                          std::uint32_t column = 0);

/// What stands against an archive or a part, as the notification of an unreadable document. `result` must not be ok.
Notification refusal(const PackageResult& result, std::string_view part);

/// Bytes and tree of a part that is needed. Throw Unreadable.
Buffer needed_bytes(Package& package, std::string_view part);
XmlTree needed_tree(Buffer bytes, std::string_view part, const XmlLimits& limits, XmlSpace space = XmlSpace::only_child);
FlatXml needed_xml(Buffer bytes, std::string_view part, const XmlLimits& limits);

/// A part that is not needed; empty where it cannot be had, which `builder` is told. Throws Unreadable for limits.
FlatXml optional_xml(Package& package, std::string_view part, const XmlLimits& limits, Builder& builder);

/// The same in two steps, for who has to see the bytes. False: they cannot be had.
bool optional_bytes(Package& package, std::string_view part, Buffer& bytes, Builder& builder);
XmlTree optional_tree(Buffer bytes, std::string_view part, const XmlLimits& limits, Builder& builder);

}  // namespace plancheck
