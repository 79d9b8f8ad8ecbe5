// JUnit XML as continuous integration reads it: a suite per document, a case per requirement. What failed with severity
// error or warning is a failure, with its severity as type; what a person decides, what does not apply and what could not
// be looked at is skipped, and says why. A note is no failure: it stands in the case's output. A document that could not
// be read is an error. No time is given: a report has no clock.
#include <algorithm>

#include "write/batch.hpp"
#include "write/html_parts.hpp"
#include "write/sections.hpp"

namespace plancheck {
namespace {

// Line breaks are kept in text and become spaces in attributes, as XML would make of them.
std::string lines(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (at != 0) out += '\n';
        out += html_text(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

class JunitSuite {
public:
    explicit JunitSuite(const Report& report) : report_(report), say_(report.message_language) {}

    std::string write() {
        std::string cases;
        for (std::size_t i = 0; i < report_.requirements.size(); ++i) cases += one(i);
        if (report_.verdict == Verdict::unreadable) cases += unreadable();
        std::string out = "  <testsuite name=\"" + html_text(report_.name) + "\" tests=\"" + std::to_string(tests_) + "\" failures=\"" +
                          std::to_string(failures_) + "\" errors=\"" + std::to_string(errors_) + "\" skipped=\"" + std::to_string(skipped_) +
                          "\">\n    <properties>\n";
        const auto property = [&](std::string_view key, std::string_view value) {
            if (!value.empty()) out += "      <property name=\"" + std::string(key) + "\" value=\"" + html_text(value) + "\"/>\n";
        };
        property("verdict", name(report_.verdict));
        property("tool", "plancheck " + report_.tool_version);
        property("template", report_.template_id + " " + report_.template_edition);
        property("template.sha256", report_.template_sha256);
        property("document.format", name(report_.format));
        property("document.language", report_.language);
        property("document.sha256", report_.sha256);
        property("asOf", report_.as_of);
        if (report_.policy) property("policy", report_.policy->name);
        if (report_.baseline) property("baseline", report_.baseline->name);
        out += "    </properties>\n" + cases;
        if (!report_.notifications.empty()) {
            out += "    <system-err>";
            for (const ReportNotification& notification : report_.notifications)
                out += html_text(name(notification.severity)) + ": " + html_text(notification.message) + " [" + html_text(notification.id) + "]\n";
            out += "</system-err>\n";
        }
        return out + "  </testsuite>\n";
    }

private:
    std::string describe(const Diagnostic& diagnostic) const {
        std::string text = diagnostic.message + '\n';
        const Location& place = diagnostic.location;
        if (!place.words.empty()) text += place.words + '\n';
        if (place.line != 0) text += report_.name + ':' + std::to_string(place.line) + ':' + std::to_string(std::max(place.column, 1U)) + '\n';
        if (!place.quote.empty()) text += say_("quote", {{"text", std::string_view(place.quote)}}) + '\n';
        if (!diagnostic.help.empty()) text += say_("help", {{"text", std::string_view(diagnostic.help)}}) + '\n';
        if (!diagnostic.suppressed.by.empty()) text += say_("suppressed", {{"text", std::string_view(diagnostic.suppressed.reason)}}) + '\n';
        return text;
    }

    std::string one(std::size_t index) {
        const RequirementResult& result = report_.requirements[index];
        const TemplateWords* wording = report_.wording.get();
        ++tests_;
        std::string failures, remarks;
        bool review = false, failed = false, suppressed = false;
        for (const Diagnostic& diagnostic : report_.diagnostics) {
            if (diagnostic.requirement != result.id) continue;
            const bool counts = diagnostic.suppressed.by.empty();
            if (diagnostic.outcome == Outcome::fail && diagnostic.severity != Severity::note && counts) {
                failed = true;
                failures += "      <failure type=\"" + std::string(name(diagnostic.severity)) + "\" message=\"" + html_text(diagnostic.message) +
                            "\">" + lines(describe(diagnostic)) + "</failure>\n";
            } else {
                suppressed = suppressed || !counts;
                review = review || (counts && diagnostic.outcome == Outcome::review);
                remarks += describe(diagnostic);
            }
        }
        std::string skip;
        if (!failed) {
            switch (result.outcome) {
                case Outcome::review: skip = say_(result.decided_by == DecidedBy::reviewer || review ? "review" : "html.not-counted"); break;
                case Outcome::not_applicable: skip = say_("html.not-applicable"); break;
                case Outcome::not_checked: skip = say_("html.not-checked") + ": " + result.caused_by; break;
                case Outcome::fail: skip = suppressed ? say_("html.not-counted") : std::string(); break;
                case Outcome::pass: break;
            }
        }
        if (failed) ++failures_;
        if (!skip.empty()) ++skipped_;
        // The first part of an id is what results are grouped by; a dot is how this format writes such groups.
        const std::size_t slash = std::min(result.id.find('/'), result.id.size());
        std::string out = "    <testcase classname=\"" + html_text(report_.template_id + "." + result.id.substr(0, slash)) + "\" name=\"" +
                          html_text(result.id) + "\">\n      <properties>\n        <property name=\"clause\" value=\"" + html_text(result.clause) +
                          "\"/>\n        <property name=\"outcome\" value=\"" + std::string(name(result.outcome)) + "\"/>\n";
        if (wording != nullptr && index < wording->requirements.size())
            out += "        <property name=\"asks\" value=\"" + html_text(wording->requirements[index].asks) + "\"/>\n";
        out += "      </properties>\n";
        if (!skip.empty()) out += "      <skipped message=\"" + html_text(skip) + "\"/>\n";
        out += failures;
        if (!remarks.empty()) out += "      <system-out>" + lines(remarks) + "</system-out>\n";
        return out + "    </testcase>\n";
    }

    std::string unreadable() {
        ++tests_;
        ++errors_;
        std::string_view id = "read", message;
        for (const ReportNotification& notification : report_.notifications)
            if (notification.severity == Severity::error) {
                id = notification.id;
                message = notification.message;
            }
        return "    <testcase classname=\"" + html_text(report_.template_id + ".read") + "\" name=\"read\">\n      <error type=\"" + html_text(id) +
               "\" message=\"" + html_text(message) + "\"/>\n    </testcase>\n";
    }

    const Report& report_;
    Phrases say_;
    std::uint32_t tests_ = 0, failures_ = 0, errors_ = 0, skipped_ = 0;
};

}  // namespace

std::string junit_begin() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plancheck\">\n"; }
std::string junit_entry(const Report& report, bool) { return JunitSuite(report).write(); }
std::string junit_end(const Summary&, std::string_view, bool) { return "</testsuites>\n"; }

std::string to_junit(const Report& report) { return junit_begin() + junit_entry(report, false) + junit_end({}, {}, false); }

}  // namespace plancheck
