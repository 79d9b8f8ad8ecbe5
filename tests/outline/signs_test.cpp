// Titles of sections behind the signs that authors put before them: bullets and dashes, in headings, bold lines and plain text;
// and a title that goes on in one line with a short sentence, where no capital letter tells it.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"

namespace plancheck {

namespace {

// Lines of headings with a sign before their titles; `bold`: as bold paragraphs instead.
std::string with_sign(const std::string& plan, const std::string& sign, bool bold) {
    std::string made;
    for (std::size_t at = 0; at < plan.size();) {
        const std::size_t end = std::min(plan.find('\n', at), plan.size());
        const std::string line = plan.substr(at, end - at);
        if (!line.starts_with("## ")) made += line;
        else made += (bold ? "**" : "## ") + sign + line.substr(3) + (bold ? "**" : "");
        made += '\n';
        at = end + 1;
    }
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outline_signs)

BOOST_AUTO_TEST_CASE(titles_behind_bullets_and_dashes) {
    for (const std::string language : {"en", "fr", "es", "ru", "ar", "zh"})
        for (const std::string sign : {"• ", "– ", "— ", "- ", "▪ "})
            for (const bool bold : {false, true}) {
                Options options;
                const Report report = Validator(options).validate(with_sign(support::base(language), sign, bold), "plan.md");
                std::size_t bound = 0;
                for (const OutlineEntry& entry : report.outline) bound += entry.section.empty() ? 0 : 1;
                BOOST_TEST_CONTEXT(language << ' ' << sign << bold) {
                    BOOST_TEST(bound == 10U);
                    BOOST_TEST(support::outcome_of(report, "plan/sections-present") == "pass");
                }
            }
}

BOOST_AUTO_TEST_CASE(short_sentence_behind_an_arabic_title) {
    const std::string plan = support::base("ar"), title = "ثانياً - هدف مجال الشراكة";
    const std::size_t at = plan.find("## " + title), next = plan.find("\n## ", at);
    BOOST_REQUIRE(next != std::string::npos);
    const std::string glued = plan.substr(0, at) + title + " يريد المجال حماية صحة الإنسان والبيئة من إطلاقات الزئبق بالإدارة السليمة للنفايات." + plan.substr(next);
    const Report report = Validator().validate(glued, "plan.md");
    BOOST_TEST(std::any_of(report.outline.begin(), report.outline.end(), [](const OutlineEntry& entry) { return entry.section == "objective"; }));
    BOOST_TEST(support::outcome_of(report, "plan/sections-present") != "fail");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
