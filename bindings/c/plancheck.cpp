// The C functions decide nothing: each checks its pointers and calls the library inside guard(), which turns exceptions
// into statuses, so that none ever leaves.
#define PLANCHECK_BUILDING
#include "plancheck.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include "plancheck/validator.hpp"

struct plancheck_validator {
    plancheck::Validator value;
};

struct plancheck_report {
    plancheck::Report value;
};

namespace {

// Bytes of the UTF-8 character that a text begins with, 0 where it is none.
std::size_t character_at(const char* text) noexcept {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    for (std::size_t i = 1; i < size; ++i)  // the NUL at the end continues nothing
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    return size;
}

plancheck_status fail(plancheck_error* error, plancheck_status code, const char* message,
                      std::uint32_t line = 0) noexcept {
    if (error == nullptr) return code;
    error->code = code;
    error->line = line;
    // What the caller gave is quoted in messages, be it text or not.
    std::size_t length = 0;
    while (*message != '\0') {
        const std::size_t size = character_at(message);
        if (length + std::max<std::size_t>(size, 1) >= sizeof error->message) break;
        std::memcpy(error->message + length, size == 0 ? "?" : message, std::max<std::size_t>(size, 1));
        length += std::max<std::size_t>(size, 1);
        message += std::max<std::size_t>(size, 1);
    }
    error->message[length] = '\0';
    return code;
}

plancheck_status status_of(plancheck::Error::Kind kind) noexcept {
    switch (kind) {
        case plancheck::Error::Kind::option: return PLANCHECK_BAD_OPTION;
        case plancheck::Error::Kind::policy_rejected: return PLANCHECK_BAD_POLICY;
        case plancheck::Error::Kind::baseline_rejected: return PLANCHECK_BAD_BASELINE;
        default: return PLANCHECK_BAD_TEMPLATE;
    }
}

template <class Function>
plancheck_status guard(plancheck_error* error, Function function) noexcept {
    try {
        function();
        return PLANCHECK_OK;
    } catch (const plancheck::Error& fault) {
        return fail(error, status_of(fault.kind()), fault.what(), fault.line());
    } catch (const std::bad_alloc&) {
        return fail(error, PLANCHECK_NO_MEMORY, "out of memory");
    } catch (const std::exception& fault) {
        return fail(error, PLANCHECK_INTERNAL, fault.what());
    } catch (...) {
        return fail(error, PLANCHECK_INTERNAL, "unknown fault");
    }
}

// "nesting=64 cells=1000"
void set_limits(std::string_view given, plancheck::Limits& limits) {
    while (!given.empty()) {
        const std::string_view one = given.substr(0, given.find(' '));
        given.remove_prefix(std::min(one.size() + 1, given.size()));
        if (one.empty()) continue;
        const std::size_t equals = std::min(one.find('='), one.size());
        const std::string_view number = one.substr(std::min(equals + 1, one.size()));
        std::uint64_t value = 0;
        const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), value);
        if (fault != std::errc() || end != number.data() + number.size())
            throw plancheck::Error(plancheck::Error::Kind::option, "no limit of the form NAME=NUMBER: '" + std::string(one) + "'");
        if (limits.set(one.substr(0, equals), value)) continue;
        std::string known;
        for (const std::string_view name : plancheck::Limits::names()) (known += known.empty() ? "" : ", ") += name;
        throw plancheck::Error(plancheck::Error::Kind::option, "there is no limit called '" + std::string(one.substr(0, equals)) + "', only " + known);
    }
}

std::string text(const char* given) { return given == nullptr ? std::string() : std::string(given); }

plancheck_string view(const std::string& owned) noexcept { return {owned.c_str(), owned.size()}; }

std::string_view bytes_of(const void* bytes, std::size_t length) noexcept {
    return length == 0 ? std::string_view() : std::string_view(static_cast<const char*>(bytes), length);
}

void put(const std::string& json, char* buffer, std::size_t capacity, std::size_t* length) noexcept {
    *length = json.size();
    if (capacity == 0) return;
    const std::size_t written = std::min(json.size(), capacity - 1);
    std::memcpy(buffer, json.data(), written);
    buffer[written] = '\0';
}

}  // namespace

plancheck_status plancheck_validator_new(const plancheck_options* options, plancheck_validator** validator,
                                         plancheck_error* error) {
    if (validator == nullptr) return fail(error, PLANCHECK_BAD_ARGUMENT, "validator is NULL");
    *validator = nullptr;
    // A caller of an earlier version has a smaller struct; one of a later version has members that are unknown here.
    // No member ends inside a word of the machine.
    if (options != nullptr && (options->size < sizeof options->size || options->size > sizeof *options || options->size % sizeof(void*) != 0)) {
        return fail(error, PLANCHECK_BAD_ARGUMENT, "options->size is not the size of plancheck_options");
    }
    plancheck_options given = PLANCHECK_OPTIONS_INIT;
    if (options != nullptr) std::memcpy(&given, options, options->size);
    // Whoever forgets a length must not be served by the built-in template, or without a policy.
    if ((given.template_xml != nullptr && given.template_xml_length == 0) || (given.policy_xml != nullptr && given.policy_xml_length == 0) ||
        (given.baseline_json != nullptr && given.baseline_json_length == 0)) {
        return fail(error, PLANCHECK_BAD_ARGUMENT, "a template, policy or baseline has the length 0");
    }
    return guard(error, [&] {
        plancheck::Options all;
        if (given.template_id != nullptr) all.template_id = given.template_id;
        if (given.template_xml != nullptr) all.template_xml.assign(given.template_xml, given.template_xml_length);
        all.language = text(given.language);
        all.document_language = text(given.document_language);
        all.as_of = text(given.as_of);
        all.max_diagnostics = given.max_diagnostics;
        if (given.policy_xml != nullptr) all.policy_xml.assign(given.policy_xml, given.policy_xml_length);
        all.policy_name = text(given.policy_name);
        if (given.baseline_json != nullptr) all.baseline_json.assign(given.baseline_json, given.baseline_json_length);
        all.baseline_name = text(given.baseline_name);
        all.pdf_program = text(given.pdf_program);
        set_limits(text(given.limits), all.limits);
        *validator = new plancheck_validator{plancheck::Validator(std::move(all))};
    });
}

void plancheck_validator_free(plancheck_validator* validator) { delete validator; }

plancheck_status plancheck_validate(const plancheck_validator* validator, const void* bytes, size_t length,
                                    const char* name, plancheck_report** report, plancheck_error* error) {
    if (report == nullptr) return fail(error, PLANCHECK_BAD_ARGUMENT, "report is NULL");
    *report = nullptr;
    if (validator == nullptr) return fail(error, PLANCHECK_BAD_ARGUMENT, "validator is NULL");
    if (bytes == nullptr && length != 0) return fail(error, PLANCHECK_BAD_ARGUMENT, "bytes is NULL");
    return guard(
        error, [&] { *report = new plancheck_report{validator->value.validate(bytes_of(bytes, length), text(name))}; });
}

void plancheck_report_free(plancheck_report* report) { delete report; }

plancheck_verdict plancheck_report_verdict(const plancheck_report* report) {
    static_assert(static_cast<int>(plancheck::Verdict::pass) == PLANCHECK_PASS);
    static_assert(static_cast<int>(plancheck::Verdict::unreadable) == PLANCHECK_UNREADABLE);
    return static_cast<plancheck_verdict>(report->value.verdict);
}

plancheck_status plancheck_report_counts(const plancheck_report* report, plancheck_counts* counts) {
    if (report == nullptr || counts == nullptr) return PLANCHECK_BAD_ARGUMENT;
    const plancheck::Counts& c = report->value.counts;
    *counts = {c.error, c.warning, c.note, c.review, c.reviewer, c.pass, c.not_applicable, c.not_checked, c.suppressed};
    return PLANCHECK_OK;
}

size_t plancheck_report_diagnostic_count(const plancheck_report* report) { return report->value.diagnostics.size(); }

plancheck_status plancheck_report_diagnostic(const plancheck_report* report, size_t index,
                                             plancheck_diagnostic* diagnostic) {
    if (report == nullptr || diagnostic == nullptr || index >= report->value.diagnostics.size()) {
        return PLANCHECK_BAD_ARGUMENT;
    }
    static_assert(static_cast<int>(plancheck::Severity::error) == PLANCHECK_ERROR);
    static_assert(static_cast<int>(plancheck::Outcome::fail) == PLANCHECK_OUTCOME_FAIL);
    const plancheck::Diagnostic& d = report->value.diagnostics[index];
    *diagnostic = {view(d.requirement),
                   static_cast<std::int32_t>(d.severity),
                   static_cast<std::int32_t>(d.outcome),
                   view(d.message),
                   view(d.clause),
                   view(d.help),
                   view(d.location.words),
                   view(d.location.quote),
                   d.location.block,
                   d.location.page,
                   d.location.line,
                   d.location.column,
                   view(d.fingerprint)};
    return PLANCHECK_OK;
}

plancheck_status plancheck_report_json(const plancheck_report* report, char* buffer, size_t capacity, size_t* length,
                                       plancheck_error* error) {
    if (report == nullptr || length == nullptr || (buffer == nullptr && capacity != 0)) {
        return fail(error, PLANCHECK_BAD_ARGUMENT, "report, length or buffer is NULL");
    }
    return guard(error, [&] { put(plancheck::to_json(report->value), buffer, capacity, length); });
}

plancheck_status plancheck_report_write(const plancheck_report* report, const char* format, char* buffer, size_t capacity,
                                        size_t* length, plancheck_error* error) {
    if (report == nullptr || format == nullptr || length == nullptr || (buffer == nullptr && capacity != 0)) {
        return fail(error, PLANCHECK_BAD_ARGUMENT, "report, format, length or buffer is NULL");
    }
    return guard(error, [&] { put(plancheck::to_format(report->value, format), buffer, capacity, length); });
}

plancheck_status plancheck_report_suppression(const plancheck_report* report, size_t index,
                                              plancheck_suppression* suppression) {
    if (report == nullptr || suppression == nullptr || index >= report->value.diagnostics.size()) {
        return PLANCHECK_BAD_ARGUMENT;
    }
    const plancheck::Diagnostic& d = report->value.diagnostics[index];
    *suppression = {d.suppressed.by.empty()      ? PLANCHECK_COUNTS
                    : d.suppressed.by == "policy" ? PLANCHECK_SUPPRESSED_BY_POLICY
                                                  : PLANCHECK_SUPPRESSED_BY_BASELINE,
                    view(d.suppressed.reason), view(d.suppressed.until), view(d.baseline)};
    return PLANCHECK_OK;
}

plancheck_status plancheck_validate_json(const plancheck_validator* validator, const void* bytes, size_t length,
                                         const char* name, char* buffer, size_t capacity, size_t* json_length,
                                         plancheck_error* error) {
    if (json_length == nullptr || (buffer == nullptr && capacity != 0)) {
        return fail(error, PLANCHECK_BAD_ARGUMENT, "json_length or buffer is NULL");
    }
    plancheck_report* report = nullptr;
    plancheck_status status = plancheck_validate(validator, bytes, length, name, &report, error);
    if (status == PLANCHECK_OK) status = plancheck_report_json(report, buffer, capacity, json_length, error);
    plancheck_report_free(report);
    return status;
}

const char* plancheck_version(void) { return plancheck::version().data(); }
