// One heading for two sections, two headings for one, and numerals of sections that stand in brackets.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "plancheck.hpp"

BOOST_AUTO_TEST_SUITE(shared_headings)

using namespace plancheck;

namespace {

const std::vector<std::string> english = {"I. Summary of the issue", "II. Objective of the partnership area", "III. Priority actions", "IV. Partner efforts and timelines", "V. Opportunities",
                                          "VI. Evaluation", "VII. Resource mobilization", "VIII. Business planning process", "IX. Linkages", "X. Partners"};
const std::vector<std::string> chinese = {"问题概述", "伙伴关系领域的目标", "优先行动", "合作伙伴的工作和时间表", "机会", "评价", "资源调动", "业务规划进程", "联系", "合作伙伴"};

struct Seen {
    std::uint32_t bound = 0;
    std::string shared;  // sections that share a heading, with the numerals read
    bool operator==(const Seen&) const = default;
};
std::ostream& operator<<(std::ostream& to, const Seen& seen) { return to << seen.bound << ' ' << seen.shared; }

Seen seen(const std::string& text, const std::string& language, const char* name = "plan.md") {
    const Document document = read(text, name);
    const Template form = built_in_template("gmp-annex2");
    const Outline outline = recognise(document, form, language);
    Seen made{outline.bound, {}};
    for (const Section& section : outline.sections)
        if (section.shares_heading && section.spec != nullptr) made.shared += section.spec->key + ' ' + std::to_string(section.numeral.value) + ' ';
    return made;
}

// `heading` in the place of the headings of section `first` and the next one.
Seen shared(const std::string& heading, std::size_t first, std::vector<std::string> titles = english, const std::string& language = "en") {
    std::string text;
    for (std::size_t i = 0; i < titles.size(); ++i)
        if (i != first) text += "# " + (i + 1 == first ? heading : titles[i]) + "\n\nWhat is said of it.\n\n";
    return seen(text, language);
}

}  // namespace

BOOST_AUTO_TEST_CASE(two_titles_bind_two_sections) {
    for (const char* heading : {"IX–X. Linkages and partners", "IX-X. Linkages and partners", "IX and X. Linkages and partners", "IX/X. Linkages / Partners", "IX & X. Linkages & Partners",
                                "IX. Linkages and partners", "IX. Linkages and X. Partners", "IX, X. Linkages, partners"})
        BOOST_TEST(shared(heading, 9) == (Seen{10, "linkages 9 partners 10 "}), heading);
    BOOST_TEST(shared("Linkages and partners", 9) == (Seen{10, "linkages 0 partners 0 "}));
    BOOST_TEST(shared("V. Opportunities and VI. Evaluation", 5) == (Seen{10, "opportunities 5 evaluation 6 "}));
}

BOOST_AUTO_TEST_CASE(in_other_languages) {
    BOOST_TEST(seen("# VI. Évaluation et mobilisation des ressources\n\nTexte.\n", "fr") == (Seen{2, "evaluation 6 resources 7 "}));
    BOOST_TEST(seen("# IX-X. Vínculos y asociados\n\nTexto.\n", "es") == (Seen{2, "linkages 9 partners 10 "}));
    BOOST_TEST(seen("# IX-X. Взаимосвязи и партнеры\n\nТекст.\n", "ru") == (Seen{2, "linkages 9 partners 10 "}));
    BOOST_TEST(seen("# تاسعاً وعاشراً - الروابط والشركاء\n\nنص.\n", "ar") == (Seen{2, "linkages 9 partners 10 "}));
    BOOST_TEST(seen("# 九、十、联系与合作伙伴\n\n正文。\n", "zh") == (Seen{2, "linkages 9 partners 10 "}));
}

// Two numerals say of which sections it is the heading, whatever words follow; where the second has its own, it is of the first alone.
BOOST_AUTO_TEST_CASE(two_numerals_before_other_words) {
    for (const char* heading : {"VIII and IX. Planning process, and whom we work with", "VIII-IX. How we plan and how we link up"})
        BOOST_TEST(shared(heading, 8) == (Seen{heading[4] == ' ' ? 10U : 8U, "process 8 linkages 9 "}), heading);
    BOOST_TEST(seen("# VIII et IX. Processus de planification et liens tissés avec d'autres\n\nTexte.\n", "fr") == (Seen{2, "process 8 linkages 9 "}));
    BOOST_TEST(seen("# ثامناً وتاسعاً - عملية التخطيط وصلات مع مبادرات أخرى\n\nنص.\n", "ar") == (Seen{2, "process 8 linkages 9 "}));
    BOOST_TEST(seen("# 八和九、规划进程以及同别处的往来\n\n正文。\n", "zh") == (Seen{2, "process 8 linkages 9 "}));
    std::vector<std::string> titles = english;
    titles[7] = "VIII and IX. Planning process of the area";
    BOOST_TEST(shared("", english.size() + 1, titles) == (Seen{10, ""}));
}

// A title with an addition, where the other section has a heading of its own; and titles that hold the word between two.
BOOST_AUTO_TEST_CASE(one_section_alone) {
    const auto with = [](std::size_t at, const std::string& heading) {
        std::vector<std::string> titles = english;
        titles[at] = heading;
        return shared("", english.size() + 1, titles);
    };
    BOOST_TEST(with(4, "V. Opportunities and evaluation") == (Seen{10, ""}));
    BOOST_TEST(with(5, "VI. Monitoring and evaluation") == (Seen{10, ""}));
    BOOST_TEST(with(8, "IX. Linkages and synergies") == (Seen{10, ""}));
}

BOOST_AUTO_TEST_CASE(numerals_in_brackets) {
    const char* const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    std::string text, below;
    for (std::size_t i = 0; i < 10; ++i) text += std::string("（") + numerals[i] + "）" + chinese[i] + "\n\n合作伙伴在这里说明情况。\n\n";
    BOOST_TEST(seen(text, "zh", "plan.txt").bound == 10U);
    // Below "一、" they are a level of their own.
    for (std::size_t i = 0; i < 10; ++i) below += std::string(numerals[i]) + "、" + chinese[i] + "\n\n" + (i == 0 ? "（三）优先行动\n\n" : "") + "合作伙伴在这里说明情况。\n\n";
    const Document document = read(below, "plan.txt");
    const Template form = built_in_template("gmp-annex2");
    const Outline outline = recognise(document, form, "zh");
    BOOST_TEST(outline.bound == 10U);
    for (const Section& section : outline.sections)
        if (section.spec != nullptr && section.spec->key == "actions") BOOST_TEST(document.view(document.blocks[section.heading].text) == "三、优先行动");
}

// A title that goes on in the next heading of its rank, though its beginning names the section as well, or its numeral stands alone.
BOOST_AUTO_TEST_CASE(one_title_in_two_headings) {
    const auto titles = [](const std::string& text) {
        const Document document = read(text, "plan.md");
        const Template form = built_in_template("gmp-annex2");
        std::string made;
        for (const Section& section : recognise(document, form, "en").sections)
            made += (section.spec != nullptr ? section.spec->key : "?") + ' ' + std::to_string(section.numeral.value) + (section.body_begin < section.body_end ? " | " : " without text | ");
        return made;
    };
    const std::string all = "issue 1 | objective 2 | actions 3 | efforts 4 | ";
    BOOST_TEST(titles("# I. Summary of\n\n# the issue\n\nX.\n\n# II. Objective of the\n\n# partnership area\n\nX.\n\n# III. Priority\n\n# actions\n\nX.\n\n# IV. Partner efforts\n\n# and timelines\n\nX.\n") == all);
    BOOST_TEST(titles("# I.\n\n# Summary of the issue\n\nX.\n\n# II.\n\n# Objective\n\nX.\n\n# III.\n\n# Priority actions\n\nX.\n\n# IV.\n\n# Partner efforts and timelines\n\nX.\n") == all);
    // The sections of a plan whose text is still to come.
    BOOST_TEST(titles("# I. Summary of the issue\n\n# II. Objective\n\n# III. Priority actions\n\n# IV. Partner efforts and timelines\n\nX.\n") == "issue 1 without text | objective 2 without text | actions 3 without text | efforts 4 | ");
}

BOOST_AUTO_TEST_SUITE_END()
