// Fences are lines of their own; their words are separated by spaces.
#include "support/cases.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>

#include "template/example.hpp"

namespace support {

using namespace plancheck;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

std::vector<Case> cases_of(std::string_view page) {
    constexpr std::string_view fence = "```markdown ";
    std::vector<Case> cases;
    bool inside = false;
    int number = 0;
    for (const std::string& line : lines_of(page)) {
        ++number;
        if (inside && line == "```") {
            inside = false;
        } else if (inside) {
            cases.back().text += line + '\n';
        } else if (line.starts_with(fence)) {
            Case one;
            one.line = number;
            std::istringstream words(line.substr(fence.size()));
            words >> one.language >> one.requirement >> one.outcome;
            if (one.outcome.empty()) throw std::runtime_error("line " + std::to_string(number) + ": " + line);
            if (one.outcome == "fail" || one.outcome == "review") one.diagnostics.push_back(one.requirement + ' ' + one.outcome);
            for (std::string plus, id, outcome; words >> plus;) {
                if (plus.starts_with("as-of=")) {
                    one.as_of = plus.substr(6);
                    continue;
                }
                if (plus.starts_with("template=")) {
                    one.form = plus.substr(9);
                    continue;
                }
                if (plus != "+" || !(words >> id >> outcome)) throw std::runtime_error("line " + std::to_string(number) + ": " + line);
                one.diagnostics.push_back(id + ' ' + outcome);
            }
            std::sort(one.diagnostics.begin(), one.diagnostics.end());
            cases.push_back(std::move(one));
            inside = true;
        }
    }
    if (inside) throw std::runtime_error("the last fence is not closed");
    return cases;
}

const Template& form_of(const std::string& id) {
    static std::map<std::string, Template> forms;
    const auto known = forms.find(id);
    return known != forms.end() ? known->second : forms.emplace(id, built_in_template(id)).first->second;
}

std::string completed(std::string_view base, std::string_view fragment, const std::string& form) {
    return plancheck::completed(form_of(form), base, fragment);
}

const std::string& base(const std::string& language, const std::string& form) {
    static std::map<std::string, std::string> bases;
    std::string& text = bases[form + ' ' + language];
    if (text.empty()) {
        const std::string path = "checks/base-" + language + ".md";
        const bool file = form == "gmp-annex2" && std::ifstream(path).good();
        text = file ? content_of(path) : sample_plan(form_of(form), language);
    }
    return text;
}

std::vector<std::string> diagnostics_of(const Report& report) {
    std::vector<std::string> all;
    for (const Diagnostic& one : report.diagnostics) all.push_back(one.requirement + ' ' + std::string(name(one.outcome)));
    std::sort(all.begin(), all.end());
    return all;
}

std::string outcome_of(const Report& report, std::string_view requirement) {
    for (const RequirementResult& one : report.requirements)
        if (one.id == requirement) return std::string(name(one.outcome));
    return "none";
}

std::string described(const Report& report) {
    std::string text = "verdict " + std::string(name(report.verdict)) + '\n';
    for (const Diagnostic& one : report.diagnostics)
        text += "  " + one.requirement + ' ' + std::string(name(one.outcome)) + ' ' + std::string(name(one.severity)) + ": " +
                one.message + " | " + one.location.words + " | " + one.location.quote + '\n';
    return text;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace support
