// All that is wrong with a template: what the loader finds, and, when it finds nothing, what only running the template
// shows: requirements without examples, and examples that do not come out as they say. A fragment alone is no plan, so where
// a template has samples, examples are run in the languages that have one.
#include <algorithm>
#include <tuple>

#include "plancheck/validator.hpp"
#include "template/example.hpp"
#include "template/loader.hpp"

namespace plancheck {

namespace {

class Examples {
public:
    Examples(std::string_view xml, std::string_view name, const Template& form, std::vector<TemplateFault>& faults)
        : name_(name.empty() ? "template" : name), form_(form), faults_(faults) {
        options_.template_xml = xml;
        options_.template_id = name;
    }

    void run() {
        // Then no example would come out as anything else.
        if (form_.applies_from > form_.sections.size())
            return faults_.push_back({std::string(name_), 1, 1, "applies-from is " + std::to_string(form_.applies_from) + " and there are fewer sections: " +
                                                                    std::to_string(form_.sections.size()) + "; no document would be one of this template"});
        for (const Requirement& requirement : form_.requirements) {
            if (requirement.decided_by == DecidedBy::reviewer) continue;
            there_are(requirement, true);
            there_are(requirement, false);
        }
        for (const Requirement& requirement : form_.requirements)
            for (const Example& example : requirement.examples)
                if (form_.sample.empty() || !form_.sample.exactly(example.language).empty()) look_at(requirement, example);
    }

private:
    std::string_view name_;
    const Template& form_;
    std::vector<TemplateFault>& faults_;
    Options options_;
    std::vector<std::pair<std::string, Validator>> validators_;  // by the day they judge by

    template <class Placed>
    void tell(const Placed& at, std::string message) {
        faults_.push_back({at.source.empty() ? std::string(name_) : at.source, at.line, at.column, std::move(message)});
    }

    // In two languages, so that nobody takes the words of one for the rule; a template of one language has only that one.
    void there_are(const Requirement& requirement, bool passes) {
        std::vector<std::string> lacking;
        for (const std::string& tag : form_.languages)
            if (std::none_of(requirement.examples.begin(), requirement.examples.end(), [&](const Example& one) { return one.passes == passes && one.language == tag; }))
                lacking.push_back(tag);
        const std::size_t there = form_.languages.size() - lacking.size();
        if (there >= 2 || lacking.empty()) return;
        tell(requirement, "requirement '" + requirement.id + "' lacks an example that " + (passes ? "passes" : "fails") + " in language '" + lacking.front() + "'" +
                                   (there == 0 && form_.languages.size() > 2 ? ", and in a second one" : ""));
    }

    const Validator& validator(const std::string& as_of) {
        for (const auto& [day, one] : validators_)
            if (day == as_of) return one;
        options_.as_of = as_of;
        validators_.emplace_back(as_of, Validator(options_));
        return validators_.back().second;
    }

    void look_at(const Requirement& requirement, const Example& example) {
        const std::string what = std::string("the example of '") + requirement.id + "' in language '" + example.language + "' that should " +
                                 (example.passes ? "pass" : "fail");
        Report report;
        try {
            report = validator(example.as_of).validate(completed(form_, sample_plan(form_, example.language), example.text), "example.md");
        } catch (const Error& error) {
            tell(example, what + ": " + error.what());
            return;
        }
        const auto result = std::find_if(report.requirements.begin(), report.requirements.end(), [&](const RequirementResult& one) { return one.id == requirement.id; });
        const auto own = std::find_if(report.diagnostics.begin(), report.diagnostics.end(), [&](const Diagnostic& one) {
            return one.requirement == requirement.id && one.outcome != Outcome::pass;
        });
        const Outcome outcome = result->outcome;
        const bool person = requirement.decided_by == DecidedBy::reviewer;
        const bool finds = own != report.diagnostics.end();
        const bool fits = person            ? outcome == Outcome::review
                          : example.passes ? outcome == Outcome::pass && !finds
                                           : (outcome == Outcome::fail || outcome == Outcome::review || outcome == Outcome::pass) && has_finding(report, requirement);
        if (fits) return;
        std::string came = std::string(name(outcome));
        if (!result->caused_by.empty()) came += " because of " + result->caused_by;
        if (finds) came += ": " + own->message;
        tell(example, what + " ends as " + came);
    }

    // A remark of a requirement that passes is one as well, where nothing more is ever found.
    static bool has_finding(const Report& report, const Requirement& requirement) {
        return std::any_of(report.diagnostics.begin(), report.diagnostics.end(), [&](const Diagnostic& one) { return one.requirement == requirement.id; });
    }
};

}  // namespace

std::vector<TemplateFault> check_template(std::string_view xml, std::string_view name) {
    LoadedTemplate loaded = load_with_faults(xml, name);
    if (loaded.faults.empty()) Examples(xml, name, loaded.form, loaded.faults).run();
    std::stable_sort(loaded.faults.begin(), loaded.faults.end(), [](const TemplateFault& a, const TemplateFault& b) {
        return std::tie(a.name, a.line, a.column) < std::tie(b.name, b.line, b.column);
    });
    return std::move(loaded.faults);
}

}  // namespace plancheck
