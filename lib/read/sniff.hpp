// What a file is, by its content; its name decides only where text has no marker of its own (Markdown, plain text, a
// fragment of HTML).
#pragma once

#include <cstdint>
#include <string_view>

#include "plancheck/document.hpp"
#include "read/package.hpp"

namespace plancheck {

enum class SniffStatus : std::uint8_t {
    readable,     ///< `format` says as what
    empty,        ///< no bytes, or white space alone
    encrypted,    ///< OOXML in an OLE container, ODF with an encrypted part; `kind` says which
    unsupported,  ///< known, but not read: `kind`, and `save_as` what to save it as
    unknown,      ///< binary, or XML or ZIP of no kind we know (`kind` "xml", "zip", or empty)
    damaged,      ///< begins as a ZIP archive but has no directory that can be walked: `package_result`
    limit,        ///< archive beyond a limit: `package_result`
};

struct Sniffed {
    SniffStatus status = SniffStatus::unknown;
    Format format = Format::unknown;
    std::string_view kind;     ///< id of what it is: "docx" "doc" "rtf" "xlsx" "png" …; a constant
    std::string_view save_as;  ///< "docx", "pdf" …; empty: there is nothing to save it as
    std::string_view named;    ///< kind that the name's ending stands for; empty: none that we know
    bool name_differs = false; ///< the name's ending stands for another kind than the content's
    PackageResult package_result;  ///< of the part that was needed to decide, or of opening the archive
    Package package;               ///< opened, name case set, where the content is an archive that could be opened
};

/// Looks at the first bytes; at all of them only for archives and OLE containers. `bytes` has to outlive the result's
/// package. Total: never fails for what the bytes are. Thread-safe.
Sniffed sniff(std::string_view bytes, std::string_view name, const PackageLimits& limits = {});

}  // namespace plancheck
