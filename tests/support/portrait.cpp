#include "support/portrait.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <sstream>

#include "text/fold.hpp"

namespace support {

using namespace plancheck;

namespace {

std::string squeezed(const std::string& text) {
    std::string made;
    for (const char c : fold(text))
        if (c != ' ') made += c;
    return made;
}

void show(std::ostream& out, const Argument& argument) {
    out << ' ' << argument.name << '=';
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) out << *number;
    else if (const auto* text = std::get_if<std::string>(&argument.value)) out << squeezed(*text);
    else
        for (const std::string& one : std::get<std::vector<std::string>>(argument.value)) out << squeezed(one) << ';';
}

}  // namespace

std::vector<std::string> portrait(const Report& report) {
    std::vector<std::string> lines;
    const auto add = [&](const std::ostringstream& line) { lines.push_back(line.str()); };
    std::ostringstream head;
    head << "verdict " << name(report.verdict) << ", " << report.language << ", area " << report.area << ", date " << report.date << ", period " << report.period
         << ", title " << squeezed(report.title);
    add(head);
    for (const OutlineEntry& entry : report.outline) {
        std::ostringstream line;
        line << "section " << entry.section << ' ' << entry.numeral << " of " << entry.words << " words";
        add(line);
    }
    for (const ReportItem& item : report.items) {
        std::ostringstream line;
        line << "item " << item.id << " in " << item.section << " label " << item.label << " title " << squeezed(item.title);
        for (const std::string& to : item.refers_to) line << " ->" << to;
        for (const ReportField& field : item.fields) {
            line << "\n    " << field.name << ':';
            for (const ReportValue& value : field.values) line << ' ' << value.type << '=' << squeezed(value.value) << ';';
        }
        add(line);
    }
    for (const RequirementResult& requirement : report.requirements) {
        std::ostringstream line;
        line << "requirement " << requirement.id << ' ' << name(requirement.outcome) << ' ' << requirement.caused_by;
        add(line);
    }
    for (const Diagnostic& diagnostic : report.diagnostics) {
        std::ostringstream line;
        line << "diagnostic " << diagnostic.requirement << ' ' << name(diagnostic.outcome) << ' ' << name(diagnostic.severity);
        for (const std::string& step : diagnostic.subject.path) line << ' ' << step;
        for (const Argument& argument : diagnostic.arguments)
            if (argument.name != "shown") show(line, argument);
        add(line);
    }
    return lines;
}

void compare(const Report& found, const Report& expected) {
    const auto have = portrait(found), want = portrait(expected);
    const std::multiset<std::string> wanted(want.begin(), want.end()), given(have.begin(), have.end());
    for (const std::string& line : want)
        if (given.count(line) < wanted.count(line)) BOOST_ERROR("missing: " + line);
    for (const std::string& line : have)
        if (wanted.count(line) < given.count(line)) BOOST_ERROR("added: " + line);
    BOOST_CHECK(have == want || given != wanted);  // the same lines stand in the same order
}

}  // namespace support
