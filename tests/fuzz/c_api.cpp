// The C functions: any bytes give a report, and the report's JSON is the same in one call and in two, in a buffer that is
// large enough and cut where it is not.
#include <cstring>

#include "../../bindings/c/plancheck.h"
#include "properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using fuzz::require;
    static plancheck_validator* const validator = [] {
        plancheck_options options = PLANCHECK_OPTIONS_INIT;
        options.as_of = "2026-01-31";
        options.max_diagnostics = 5;
        plancheck_validator* made = nullptr;
        require(plancheck_validator_new(&options, &made, nullptr) == PLANCHECK_OK, "a validator is made");
        return made;
    }();
    plancheck_report* report = nullptr;
    plancheck_error error;
    require(plancheck_validate(validator, data, size, "plan.md", &report, &error) == PLANCHECK_OK, "any bytes give a report");
    plancheck_counts counts;
    require(plancheck_report_counts(report, &counts) == PLANCHECK_OK, "a report has counts");
    const std::size_t diagnostics = plancheck_report_diagnostic_count(report);
    require(diagnostics <= 5, "no more diagnostics than were asked for");
    plancheck_diagnostic one;
    for (std::size_t i = 0; i < diagnostics; ++i) {
        require(plancheck_report_diagnostic(report, i, &one) == PLANCHECK_OK, "a diagnostic is given");
        require(one.message.length != 0 && std::strlen(one.message.data) == one.message.length, "a message ends with NUL");
    }
    require(plancheck_report_diagnostic(report, diagnostics, &one) == PLANCHECK_BAD_ARGUMENT, "there is no diagnostic behind the last");
    std::size_t length = 0, again = 0;
    require(plancheck_report_json(report, nullptr, 0, &length, &error) == PLANCHECK_OK, "the length can be asked for");
    std::string whole(length + 1, 'x'), part(length / 2 + 1, 'x');
    require(plancheck_report_json(report, whole.data(), whole.size(), &again, &error) == PLANCHECK_OK && again == length, "the report is written");
    require(whole.back() == '\0', "JSON ends with NUL");
    whole.pop_back();
    fuzz::is_json(whole);
    require(plancheck_validate_json(validator, data, size, "plan.md", part.data(), part.size(), &again, &error) == PLANCHECK_OK && again == length,
            "one call is as good as two");
    require(part.back() == '\0' && whole.compare(0, part.size() - 1, part.c_str()) == 0, "a small buffer holds the beginning");
    plancheck_report_free(report);
    return 0;
}
