// All faults of a template at once, and what only a whole template shows: cycles, merging, texts with arguments, names in
// expressions. The template is the one of the README's last step, or one that ships.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "plancheck/error.hpp"
#include "plancheck/template.hpp"
#include "plan/plan_xml.hpp"
#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "template/example.hpp"
#include "template/names.hpp"
#include "template/xpath_names.hpp"

#include <pugixml.hpp>

namespace plancheck {

BOOST_AUTO_TEST_SUITE(check_of_templates)

namespace {

std::string note() { return std::string(built_in_template_xml("concept-note")); }

std::string with(std::string_view old, std::string_view other, std::string xml = note()) {
    const std::size_t at = xml.find(old);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "not in the template: " << old);
    return xml.replace(at, old.size(), other);
}

std::vector<std::string> faults(const std::string& xml) {
    std::vector<std::string> messages;
    for (const TemplateFault& fault : check_template(xml, "note.xml")) messages.push_back(fault.message);
    return messages;
}

void check_faults(const std::string& xml, const std::vector<std::string>& expected) { BOOST_TEST(faults(xml) == expected, boost::test_tools::per_element()); }

std::string extending(const std::string& inside, const std::string& attributes = {}) {
    return "<template id=\"house\" extends=\"concept-note\" edition=\"1\"" + attributes + ">\n" + inside + "\n</template>\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_template_that_no_document_could_be_of) {
    check_faults(with("applies-from=\"4\"", "applies-from=\"10\""), {"applies-from is 10 and there are fewer sections: 9; no document would be one of this template"});
}

BOOST_AUTO_TEST_CASE(the_day_of_an_edition) {
    check_faults(with("applies-from=\"4\"", "applies-from=\"4\" edition-from=\"2026-02-28\""), {});
    check_faults(with("applies-from=\"4\"", "applies-from=\"4\" edition-from=\"2026-02-29\""), {"'edition-from' is no date YYYY-MM-DD: '2026-02-29'"});
    const auto day = [](const std::string& attributes) {
        return load_template("<template id=\"house\" extends=\"gmp-annex2\" edition=\"2026\"" + attributes + "><name lang=\"en\">House</name></template>", "house.xml").edition_from;
    };
    BOOST_TEST(built_in_template("gmp-annex2").edition_from == "2020-06-01");
    BOOST_TEST(day("") == "");  // that of the base is of its own edition
    BOOST_TEST(day(" edition-from=\"2026-01-01\"") == "2026-01-01");
}

BOOST_AUTO_TEST_CASE(all_faults_are_told_by_place) {
    std::string xml = with("<sum kind=\"budget-line\"", "<sum kind=\"budget-lin\"");
    xml = with("key=\"submitted\" number=\"2\" value=\"date\"", "key=\"submitted\" number=\"2\" value=\"dat\"", xml);
    xml = with("unit=\"pages\"", "unit=\"page\" pages=\"3\"", xml);
    const std::vector<TemplateFault> all = check_template(xml, "note.xml");
    std::vector<std::string> messages;
    std::uint32_t line = 0;
    for (const TemplateFault& fault : all) {
        messages.push_back(fault.message);
        BOOST_TEST(fault.line > line);
        BOOST_TEST(fault.column > 1U);
        BOOST_TEST(fault.name == "note.xml");
        line = fault.line - 1;
    }
    const std::vector<std::string> expected = {"unknown type of field: 'dat'; did you mean 'date'?",
                                               "unknown value of parameter 'unit': 'page'; did you mean 'pages'?",
                                               "unknown parameter of check limit: 'pages'",
                                               "unknown kind of item: 'budget-lin'; did you mean 'budget-line'?"};
    BOOST_TEST(messages == expected, boost::test_tools::per_element());
    BOOST_CHECK_THROW(load_template(xml, "note.xml"), Error);
}

BOOST_AUTO_TEST_CASE(what_only_the_whole_shows) {
    check_faults(with("id=\"period/given\" clause=\"6\"", "id=\"period/given\" clause=\"6\" when=\"language=de\""), {"language that the template does not list: 'de'"});
    check_faults(with("sections=\"period\" needs=\"note/sections[period]\"", "sections=\"period\" needs=\"period/length\""),
                 {"requirement 'period/given' needs itself, directly or through what it needs",
                  "requirement 'period/length' needs itself, directly or through what it needs"});
    check_faults(with("<vocabulary id=\"totals\">", "<vocabulary id=\"sums\" includes=\"totals\"/><vocabulary id=\"totals\" includes=\"sums\">"),
                 {"vocabulary 'sums' includes itself, through 'totals'", "vocabulary 'totals' includes itself, through 'sums'"});
    check_faults(with("<vocabulary id=\"totals\">", "<vocabulary id=\"sums\" includes=\"totls\"/><vocabulary id=\"totals\">"),
                 {"unknown vocabulary: 'totls'; did you mean 'totals'?"});
    BOOST_TEST(faults(with("<vocabulary id=\"totals\">", "<vocabulary id=\"sums\" includes=\"totals\"/><vocabulary id=\"totals\">")).empty());
    check_faults(with("<title lang=\"fr\" official=\"yes\">Budget</title>", ""), {"section 'budget' lacks a title in language 'fr'"});
}

BOOST_AUTO_TEST_CASE(examples_are_there_and_behave) {
    const std::string passes = "<passes>\n          ## 4. Amount requested\n\n          120,000 EUR\n        </passes>";
    check_faults(with(passes, ""), {"requirement 'amount/range' lacks an example that passes in language 'en'"});
    check_faults(with(passes, "<passes>\n          ## 4. Amount requested\n\n          1 EUR\n        </passes>"),
                 {"the example of 'amount/range' in language 'en' that should pass ends as fail: “1 EUR” is less than 10000"});
    const std::string fails = "<fails>\n          ## 4. Amount requested\n\n          900,000 EUR\n        </fails>";
    check_faults(with(fails, "<fails>\n          ## 4. Amount requested\n\n          90,000 EUR\n        </fails>"),
                 {"the example of 'amount/range' in language 'en' that should fail ends as pass"});
}

BOOST_AUTO_TEST_CASE(texts_with_arguments) {
    const std::string sentence = "The call allows {max, plural, one {# page} other {# pages}}, or 3,000 words.";
    BOOST_TEST(support::form_of("concept-note").requirement("note/length")->asks.exactly("en") == "The call allows 12 pages, or 3,000 words.");
    check_faults(with(sentence, "The call allows {mx} pages."),
                 {"unknown argument of a text: 'mx'; did you mean 'max'?", "a text in language 'fr' has other arguments than in 'en'"});
    check_faults(with(sentence, "The call allows {max, plural, other {# pages}}."),
                 {"a plural lacks the form 'one' of language 'en': 'The call allows {max, plural, other {# pages}}.'"});
    check_faults(with(sentence, "The call allows {max pages."), {"malformed text with arguments: 'The call allows {max pages.'", "a text in language 'fr' has other arguments than in 'en'"});
    check_faults(with("count=\"{n, plural, one {# activity} other {# activities}}\"", "count=\"{m} activities\""), {"unknown argument of a text: 'm'; did you mean 'n'?"});
}

BOOST_AUTO_TEST_CASE(a_template_built_on_another) {
    BOOST_TEST(faults(extending("<name lang=\"en\">House</name>")).empty());
    check_faults(extending("<remove requirement=\"note/anex\" reason=\"none\"/>"), {"nothing to remove, unknown requirement: 'note/anex'; did you mean 'note/annex'?"});
    check_faults(extending("<remove requirement=\"note/annex\"/>"), {"<remove> lacks its attribute 'reason'"});
    check_faults(extending("<remove reason=\"none\"/>"), {"<remove> names nothing: section, item, vocabulary, clause or requirement"});
    check_faults("<template id=\"house\" extends=\"concept-not\" edition=\"1\"/>", {"no built-in template to extend: 'concept-not'; did you mean 'concept-note'?"});
    check_faults("<template id=\"concept-note\" extends=\"concept-note\" edition=\"1\"/>", {"a template cannot be built on itself: 'concept-note'"});
    // A fault stands where it was typed.
    const std::vector<TemplateFault> own = check_template(extending("<requirements>\n <requirement id=\"amount/range\"><value max=\"much\"/></requirement>\n</requirements>"), "house.xml");
    BOOST_REQUIRE(own.size() == 1U);
    BOOST_TEST(own[0].name == "house.xml");
    BOOST_TEST(own[0].line == 3U);
    BOOST_TEST(own[0].message == "parameter 'max' is no number such as 12 or 0.5: 'much'");

    // What needed a removed requirement needs it no longer; a removed section is asked for by nobody, and the others move up.
    const Template form = load_template(extending("<remove section=\"contact\" reason=\"we know them\"/><remove requirement=\"contact/email\" reason=\"as well\"/>"
                                                  "<remove requirement=\"period/given\" reason=\"free\"/>"
                                                  "<sections><section key=\"team\" before=\"budget\"><title lang=\"en\">Team</title><title lang=\"fr\">Équipe</title></section></sections>"));
    BOOST_TEST(form.requirement("period/length")->needs.empty());
    BOOST_TEST((form.section("contact") == nullptr));
    BOOST_TEST(form.section("team")->number == 8U);
    BOOST_TEST(form.section("budget")->number == 9U);
    BOOST_TEST(form.section("budget")->numeral == "9");
    // Another check takes the place of the first, with its parameters.
    const Template other = load_template(extending("<requirements><requirement id=\"contact/email\"><limit unit=\"words\" max=\"9\"/></requirement></requirements>"));
    BOOST_TEST(other.requirement("contact/email")->check == "limit");
    BOOST_TEST(other.requirement("contact/email")->parameter("types").empty());
}

BOOST_AUTO_TEST_CASE(names_in_expressions) {
    const Template& form = support::form_of("concept-note");
    const auto told = [&](std::string_view expression) {
        std::string all;
        for (const XPathFault& fault : xpath_faults(expression, form)) all += fault.message + (fault.wrong.empty() ? "" : " " + fault.wrong) + ";";
        return all;
    };
    for (const std::string_view good :
         {"count(item[@kind='activity'][@months > 24]) = 0", "section[@key='budget']/@items >= 2", "sum(item/field[@name='amount']/value/@amount) > 0",
          "not(item[@kind = \"objective\"]) or count(item) div 2 > 1", "count(//value[@type='money']) * 2 > 3", "plan/content/p", "section[1]/@words - 3 mod 2 = 1",
          "string-length(normalize-space(@title)) > 0", "item[position() = last()]/parent::plan", "'activity' = item/@kind"})
        BOOST_TEST(told(good).empty(), good << ": " << told(good));
    BOOST_TEST(told("count(itme) > 1") == "unknown element of the plan's XML: itme;");
    BOOST_TEST(told("count(item[@knd='activity'])") == "<item> has no such attribute: knd;");
    BOOST_TEST(told("section/@kind") == "<section> has no such attribute: kind;");
    BOOST_TEST(told("item[@kind='activty']") == "unknown value of @kind: activty;");
    BOOST_TEST(told("section[@key='bugdet']") == "unknown value of @key: bugdet;");
    BOOST_TEST(told("cuont(item) = 1") == "unknown function of XPath: cuont;");
    BOOST_TEST(told("sibling::item") == "unknown axis of XPath: sibling;");
    BOOST_TEST(told("count(item = 1").starts_with("no XPath 1.0: "));
    BOOST_TEST(told("$x = 1") == "variables are not known here;unknown element of the plan's XML: x;");
    BOOST_TEST(told("//item[//item[//item[//item]]]").starts_with("the expression would take too long"));

    BOOST_TEST(xpath_use("count(item[@kind='activity'][@months > 24]) = 0").power == 1U);
    BOOST_TEST(xpath_use("count(item[count(/plan/item) > 3])").power == 2U);
    BOOST_TEST(xpath_use("//item[//field]").power == 2U);
    BOOST_TEST(!xpath_use("count(item)").content);
    BOOST_TEST(xpath_use("count(content/p)").content);
}

// The names that expressions are checked with are those that are written.
BOOST_AUTO_TEST_CASE(the_canonical_xml_has_no_other_names) {
    for (const std::string& id : built_in_templates()) {
        Options options;
        options.template_id = id;
        const Validator validator(options);
        for (const std::string& tag : validator.form().languages) {
            if (validator.form().sample.exactly(tag).empty()) continue;
            const std::string xml = validator.extract_xml(sample_plan(validator.form(), tag) + "\nA [link](https://example.org)[^1].\n\n[^1]: A note.\n", "plan.md");
            pugi::xml_document document;
            BOOST_REQUIRE(document.load_string(xml.c_str()));
            struct Walker : pugi::xml_tree_walker {
                bool for_each(pugi::xml_node& node) override {
                    if (node.type() != pugi::node_element) return true;
                    const auto names = canonical_elements();
                    BOOST_TEST((std::find(names.begin(), names.end(), std::string_view(node.name())) != names.end()), node.name());
                    const auto known = canonical_attributes(node.name());
                    for (const pugi::xml_attribute attribute : node.attributes()) {
                        const std::string_view name = attribute.name();
                        if (name.starts_with("xml")) continue;
                        BOOST_TEST((std::find(known.begin(), known.end(), name) != known.end()), node.name() << " " << name);
                    }
                    return true;
                }
            } walker;
            document.traverse(walker);
        }
    }
}

BOOST_AUTO_TEST_CASE(more_conditions) {
    using Kind = Condition::Kind;
    BOOST_TEST((parse_when("section=budget and not item=activity and language=fr and term=totals/total") ==
                std::vector<Condition>{{Kind::section, false, "budget"}, {Kind::item, true, "activity"}, {Kind::language, false, "fr"}, {Kind::term, false, "totals/total"}}));
    for (const std::string_view wrong : {"section=", "item=", "language=", "term="}) BOOST_TEST(!parse_when(wrong).has_value(), wrong);
    const auto outcome = [&](std::string_view when) {
        Options options;
        options.template_xml = with("sections=\"contact\" needs=\"note/sections[contact]\"", "sections=\"contact\" needs=\"note/sections[contact]\" when=\"" + std::string(when) + "\"");
        const Validator validator(options);
        return support::outcome_of(validator.validate(sample_plan(validator.form(), "en"), "note.md"), "contact/email");
    };
    BOOST_TEST(outcome("section=budget and item=activity and language=en and term=totals/total") == "pass");
    for (const std::string_view when : {"not section=budget", "not item=activity", "language=fr", "term=totals/subtotal"}) BOOST_TEST(outcome(when) == "notApplicable", when);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
