#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "plancheck/template.hpp"
#include "template/stored_template.hpp"
#include "text/image.hpp"

using namespace plancheck;

BOOST_AUTO_TEST_SUITE(stored_templates)

BOOST_AUTO_TEST_CASE(a_template_from_the_image_is_the_one_of_its_file) {
    for (const std::string& id : built_in_templates()) {
        const std::string of_file = stored_template(load_template(built_in_template_xml(id), "templates/" + id + ".xml"));
        BOOST_TEST(of_file.size() > 10'000U);
        BOOST_TEST((stored_template(built_in_template(id)) == of_file), id);
        BOOST_TEST((stored_template(restored_template(of_file)) == of_file), id);
        if (!built_in_image().empty()) BOOST_TEST((image_part(template_image(id)) == of_file), id);
    }
}

BOOST_AUTO_TEST_CASE(all_kinds_of_member) {
    Template form;
    form.id = "note";
    form.languages = {"fr", ""};
    form.order = SectionOrder::any;
    form.guidance = {1, 0xFFFFFFFFFFFFFFFF};
    form.sections.resize(2);
    form.sections[0].value = FieldType::date;
    form.sections[1].parts.resize(1);
    form.sections[1].parts[0].titles = {{"fr", "Titre", true, {"Autre"}, {}}};
    form.requirements.resize(1);
    form.requirements[0].severity = Severity::warning;
    form.name.texts = {{"fr", std::string("a\0b", 3)}};
    const Template again = restored_template(stored_template(form));
    BOOST_TEST(again.id == "note");
    BOOST_TEST(again.languages == form.languages, boost::test_tools::per_element());
    BOOST_TEST((again.order == SectionOrder::any));
    BOOST_TEST(again.guidance == form.guidance, boost::test_tools::per_element());
    BOOST_TEST((again.sections[0].value == FieldType::date));
    BOOST_TEST(!again.sections[1].value.has_value());
    BOOST_TEST(again.sections[1].parts[0].titles[0].aliases[0] == "Autre");
    BOOST_TEST((again.requirements[0].severity == Severity::warning));
    BOOST_TEST(again.name.exactly("fr") == std::string_view("a\0b", 3));
}

BOOST_AUTO_TEST_CASE(parts_of_an_image) {
    std::string image;
    add_image_part(image, "one", "123456789");
    BOOST_TEST(image.size() == 8U + 8 + 16);
    add_image_part(image, "a longer name", "");
    BOOST_TEST(image.size() == 32U + 8 + 16);
    BOOST_TEST(image_part("no such part").empty());
}

BOOST_AUTO_TEST_SUITE_END()
