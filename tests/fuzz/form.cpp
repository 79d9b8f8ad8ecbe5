// The template loader: it refuses with a message, or gives a template that a plan can be checked with.
#include "properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    plancheck::Options options;
    options.template_xml = fuzz::text_of(data, size);
    if (options.template_xml.empty()) return 0;
    try {
        const plancheck::Validator validator(options);
        const plancheck::Report report =
            validator.validate("# I. Aim\n\nTo measure mercury by 2027.\n\n# II. Work\n\n1. Count\n2. Train\n\n| Who | Kind |\n|---|---|\n| A | public |\n", "plan.md");
        fuzz::is_sound(report, validator.form().requirements.size());
        fuzz::is_json(to_json(report));
        for (const plancheck::Requirement& one : validator.form().requirements)
            fuzz::require(!explain(validator.form(), one.id, "en").empty(), "a requirement can be explained");
    } catch (const plancheck::Error& error) {
        fuzz::require(error.what()[0] != '\0', "a refusal says why");
    }
    return 0;
}
