#include "support/summary.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "text/fold.hpp"

namespace support {

namespace {

void show(std::ostream& out, const plancheck::Argument& argument) {
    out << ' ' << argument.name << '=';
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) out << *number;
    else if (const auto* text = std::get_if<std::string>(&argument.value)) out << '"' << *text << '"';
    else {
        out << '[';
        for (const std::string& one : std::get<std::vector<std::string>>(argument.value)) out << '"' << one << '"' << ';';
        out << ']';
    }
}

}  // namespace

std::string summary(const plancheck::Report& report, Detail detail) {
    // Converters set typographic quotes and spaces of their own; folded, a title is the same in every format.
    const auto shown = [detail](const std::string& text) { return detail == Detail::all ? text : plancheck::fold(text); };
    std::ostringstream out;
    out << "verdict " << name(report.verdict) << " language " << report.language << '\n';
    if (detail != Detail::findings) {
        out << "plan \"" << shown(report.title) << "\" area " << report.area << " date " << report.date << '\n';
        for (const auto& entry : report.outline) {
            out << "section " << (entry.section.empty() ? "-" : entry.section) << ' ' << entry.numeral << ' ' << name(entry.confidence);
            if (detail == Detail::all) out << " words " << entry.words << " \"" << entry.title << '"';
            out << '\n';
        }
        for (const auto& item : report.items) {
            out << "item " << item.id << ' ' << name(item.confidence) << " in " << item.section << " label \"" << item.label
                << "\" \"" << shown(item.title) << '"';
            for (const std::string& to : item.refers_to) out << " ->" << to;
            out << '\n';
            if (detail != Detail::all) continue;
            for (const auto& field : item.fields) {
                out << "  " << field.name << ':';
                for (const auto& value : field.values)
                    out << ' ' << value.type << '=' << value.value << (value.ambiguous ? "?" : "") << ';';
                out << '\n';
            }
        }
    }
    for (const auto& requirement : report.requirements) {
        out << requirement.id << ' ' << name(requirement.outcome);
        if (!requirement.caused_by.empty()) out << " <- " << requirement.caused_by;
        out << '\n';
    }
    for (const auto& diagnostic : report.diagnostics) {
        out << "diagnostic " << diagnostic.requirement << ' ' << name(diagnostic.outcome) << ' ' << name(diagnostic.severity)
            << ' ' << name(diagnostic.confidence) << ' ' << diagnostic.subject.kind;
        for (const std::string& step : diagnostic.subject.path) out << '/' << step;
        if (detail == Detail::all) {
            out << " \"" << diagnostic.message << "\" quote \"" << diagnostic.location.quote << '"';
            for (const auto& argument : diagnostic.arguments) show(out, argument);
        }
        out << '\n';
    }
    return out.str();
}

std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot open " + path);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<std::filesystem::path> whole_plans() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator("plans/gmp-annex2/not-a-fault"))
        if (entry.path().filename().string().starts_with("whole-") && entry.path().extension() == ".md") files.push_back(entry.path());
    if (files.size() < 100) throw std::runtime_error("whole plans are missing");
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace support
