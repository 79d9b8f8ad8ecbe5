// The commands that show and do not judge: what was recognised in one document, and what a template asks.
#include <iostream>

#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"

using namespace plancheck;

namespace {

std::string message_language(const Arguments& arguments) {
    return arguments.options.language.empty() ? "en" : arguments.options.language;
}

}  // namespace

int show_document(const Arguments& arguments) {
    const Validator validator(arguments.options);
    const Inputs inputs = expand(arguments);
    const Input& input = inputs.list.front();
    auto loaded = load(input, arguments.options.limits.file_bytes);
    auto* notification = std::get_if<Notification>(&loaded);
    const Report report = notification != nullptr ? validator.unreadable(input.name, std::move(*notification))
                                                  : validator.validate(std::get<std::string>(loaded), input.name);
    const bool readable = report.verdict != Verdict::unreadable;
    if (arguments.command == Command::outline) {
        print(arguments.format == "json" ? outline_to_json(report) : outline_to_text(report, colour_wanted()));
    } else if (arguments.format == "json") {
        print(plan_to_json(report));
    } else if (readable) {
        print(validator.extract_xml(std::get<std::string>(loaded), input.name));
    } else {
        // There is no plan to write as XML, so the reason goes where it does no harm.
        std::cerr << to_text(report);
    }
    return readable && report.verdict != Verdict::not_applicable ? Status::clean : Status::unreadable;
}

int show_requirements(const Arguments& arguments) {
    const Validator validator(arguments.options);
    const Template& form = validator.form();
    const std::string language = message_language(arguments);
    if (arguments.command == Command::explain) {
        const std::string text = arguments.format == "html" ? explain_html(form, arguments.id, language)
                                                            : explain(form, arguments.id, language);
        if (text.empty()) {
            throw UsageError("there is no requirement and no check called '" + arguments.id +
                             "'; 'plancheck requirements' lists them");
        }
        print(text);
    } else {
        print(arguments.format == "csv"    ? requirements_to_csv(form)
            : arguments.format == "json" ? requirements_to_json(form, language)
                                         : requirements_to_text(form, language));
    }
    return Status::clean;
}

int write_blank(const Arguments& arguments) {
    const Validator validator(arguments.options);
    const Template& form = validator.form();
    const std::string language = arguments.options.language.empty() ? form.default_language : arguments.options.language;
    const Format format = arguments.format == "docx"   ? Format::docx
                          : arguments.format == "odt"  ? Format::odt
                          : arguments.format == "html" ? Format::html
                          : arguments.format == "xml"  ? Format::plan_xml
                                                       : Format::markdown;
    const std::string bytes = blank_plan(form, language, format);
    // A package on a terminal would only be noise.
    if (arguments.output.empty() && (format == Format::docx || format == Format::odt) && to_terminal())
        throw UsageError("--format " + arguments.format + " is not for a terminal: give --output FILE");
    Output output(arguments.output);
    output.write(bytes);
    output.commit();
    return Status::clean;
}
