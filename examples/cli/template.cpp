// A template is looked at as a whole: every fault, each with its place, in the form that editors and CI systems read.
#include <filesystem>

#include "commands.hpp"
#include "output.hpp"

using namespace plancheck;

namespace {

struct Source {
    std::string xml, name;
};

// A file where there is one of that name; what is no file is the id of a built-in template.
Source source_of(const std::string& name) {
    std::error_code ignored;
    const bool path = name.find('/') != std::string::npos || name.ends_with(".xml");
    if (!path && !std::filesystem::is_regular_file(name, ignored)) return {std::string(built_in_template_xml(name)), name};
    return {whole_file(name, "template"), name};
}

}  // namespace

int show_template(const Arguments& arguments) {
    const Source source = source_of(arguments.files.front());
    if (arguments.id == "show") {
        print(merged_template(source.xml, source.name));
        return Status::clean;
    }
    std::string out;
    const std::vector<TemplateFault> faults = check_template(source.xml, source.name);
    for (const TemplateFault& fault : faults) {
        out += fault.name;
        if (fault.line != 0) out += ':' + std::to_string(fault.line) + ':' + std::to_string(fault.column);
        out += ": error: " + fault.message + '\n';
    }
    if (faults.empty()) {
        const Template form = load_template(source.xml, source.name);
        out = source.name + ": no fault; requirements: " + std::to_string(form.requirements.size()) + ", languages:";
        for (const std::string& language : form.languages) out += ' ' + language;
        out += '\n';
    }
    print(out);
    return faults.empty() ? Status::clean : Status::usage;
}
