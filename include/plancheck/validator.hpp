// The whole flow behind one call. A validator holds all that is decided before a document is seen; it is dear to make,
// never changes, and serves any number of threads at once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "plancheck/document.hpp"
#include "plancheck/error.hpp"
#include "plancheck/plan.hpp"
#include "plancheck/report.hpp"
#include "plancheck/template.hpp"

namespace plancheck {

struct Options {
    std::string template_id = "gmp-annex2";  ///< a built-in template; with `template_xml`, what messages call that one
    std::string template_xml;                ///< a template of one's own, as XML
    std::string language;                    ///< of messages; empty: the document's, else English
    std::string document_language;           ///< empty: detected
    std::string as_of;                       ///< YYYY-MM-DD; empty: requirements that depend on a date do not apply
    std::string policy_xml;                  ///< a policy (examples/policies/README.md); empty: none
    std::string policy_name;                 ///< what its messages call it
    std::string baseline_json;               ///< an earlier report, batch or lines of reports as JSON; empty: none
    std::string baseline_name;
    std::string pdf_program;                 ///< path of pdftohtml; empty: PDF is refused with a notification
    Limits limits;
    std::uint32_t max_diagnostics = 0;  ///< 0: all
};

class Validator {
public:
    /// Throws `Error`: unknown template; template, policy or baseline rejected; malformed option.
    explicit Validator(Options options = {});
    ~Validator();
    /// What was moved from can only be assigned to or destroyed.
    Validator(Validator&&) noexcept;
    Validator& operator=(Validator&&) noexcept;

    /// Reads, recognises, interprets and checks. Never throws for what the bytes are (std::bad_alloc apart).
    Report validate(std::string_view bytes, std::string_view name) const;

    /// The report of a document that could not be opened: verdict unreadable, notification `id`.
    Report unreadable(std::string_view name, Notification notification) const;

    /// The plan's own XML ("plan-xml"), read back by `validate` as the same plan; empty where the bytes cannot be read.
    std::string extract_xml(std::string_view bytes, std::string_view name) const;

    /// What the validator was made of; they live as long as it does.
    const Template& form() const noexcept;
    const Options& options() const noexcept;

private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

/// "0.1.0"
std::string_view version() noexcept;

}  // namespace plancheck
