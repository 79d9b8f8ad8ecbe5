// An earlier report that a new one is compared with: what was known, what is new, what is gone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plancheck/report.hpp"
#include "text/language.hpp"

namespace plancheck {

/// Immutable once loaded; any number of threads may apply it.
class Baseline {
public:
    /// Loads one report, a batch, or lines of reports, as JSON. Throws `Error` (baseline_rejected) with line where the
    /// text is none of these, or is about another template than `template_id`.
    Baseline(std::string_view json, std::string_view name, std::string_view template_id);

    /// Marks each diagnostic of a judged report as new or unchanged; those that are unchanged no longer count. What the
    /// policy suppressed keeps its reason. `report.baseline` says what is gone. Returns what is to be told.
    std::vector<Notification> apply(const Language& language, Report& report) const;

private:
    struct Known {
        std::string name;  ///< of the document
        bool read = true;  ///< its verdict speaks of findings at all
        std::uint32_t shown = 0, total = 0;  ///< total 0: all are there
        std::vector<GoneDiagnostic> diagnostics;
    };
    class Loader;

    const Known* of(std::string_view document) const;

    std::vector<Known> documents_;
};

}  // namespace plancheck
