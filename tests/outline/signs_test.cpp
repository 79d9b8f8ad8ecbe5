// Titles of sections behind the signs that authors put before them: bullets and dashes, in headings, bold lines and plain text;
// numerals that stand behind their titles;
// and a title that goes on in one line with a short sentence, where no capital letter tells it.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <tuple>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "template/example.hpp"

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

// A title without its limit.
std::string bare_of(const std::string& title) { return title.substr(0, std::min({title.find(" ("), title.find("（"), title.size()})); }

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

// In text that nothing marks: a sign before each title, no numeral, and lists below some of them.
BOOST_AUTO_TEST_CASE(titles_behind_signs_in_plain_text) {
    for (const std::string language : {"en", "fr", "es", "ru", "ar", "zh"})
        for (const std::string sign : {"• ", "✅ ", "🔹 ", "➡️ ", "★ ", "▶ "}) {
            std::string plan;
            for (const SectionSpec& section : support::form_of().sections)
                plan += sign + bare_of(section.titles_in(language)->title) + "\n\nMercury is what this says of it.\n\n- one\n- two\n\n";
            const Report report = Validator().validate(plan, "plan.txt");
            BOOST_TEST_CONTEXT(language << ' ' << sign) {
                BOOST_TEST(std::count_if(report.outline.begin(), report.outline.end(), [](const OutlineEntry& entry) { return !entry.section.empty() && entry.confidence == Confidence::high; }) == 10);
            }
        }
}

// Numerals that agree with nearly all titles in their order make sections of lines that say more than the title, and of paragraphs
// that begin with it; a few such lines are none.
BOOST_AUTO_TEST_CASE(numbered_titles_with_more_in_plain_text) {
    const char* roman[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    const auto sure = [&](const std::string& language, const std::string& before, const std::string& behind, std::size_t count) {
        std::string plan;
        for (std::size_t i = 0; i < 10; ++i) {
            const SectionSpec& section = support::form_of().sections[i];
            const std::string title = bare_of(section.titles_in(language)->title);
            plan += i < count ? std::string(roman[i]) + ". " + before + title + behind + "\n\n" : std::string(roman[i]) + ". Other things\n\n";
            plan += "Mercury is what this says of it.\n\n";
        }
        const Report report = Validator().validate(plan, "plan.txt");
        return std::count_if(report.outline.begin(), report.outline.end(), [](const OutlineEntry& entry) { return !entry.section.empty() && entry.confidence == Confidence::high; });
    };
    for (const std::string language : {"en", "fr", "es", "ru"})
        for (const std::string behind : {" – what we want", " (see below)", ". (1) Towns collect what is left of lamps, and the lake is clean again.", ". 20 towns collect what is left of lamps, and the lake is clean again."})
            BOOST_TEST_CONTEXT(language << behind) {
                BOOST_TEST(sure(language, "", behind, 10) == 10);
                BOOST_TEST(sure(language, "", behind, 5) == 0);
            }
    // A question before the title: the bracket behind it is no page number of a contents list.
    BOOST_TEST(sure("zh", "我们说什么？（", "）", 10) == 10);
    BOOST_TEST(sure("zh", "", " （1）各镇收集灯具。", 10) == 10);
}

// Whatever stands between a numeral and a title, or nothing: all that follows is the title.
BOOST_AUTO_TEST_CASE(any_sign_behind_a_numeral) {
    const char* roman[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    const char* ideographs[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    const auto sure = [&](const std::string& language, auto&& numeral, const std::string& sign, const std::string& mark) {
        std::string plan;
        for (std::size_t i = 0; i < 10; ++i)
            plan += mark + numeral(i) + sign + bare_of(support::form_of().sections[i].titles_in(language)->title) + (mark[0] == '*' ? mark : "") + "\n\nMercury is what this says of it.\n\n";
        const Report report = Validator().validate(plan, "plan.md");
        return std::count_if(report.outline.begin(), report.outline.end(), [](const OutlineEntry& entry) { return !entry.section.empty() && entry.confidence != Confidence::low; });
    };
    for (const std::string language : {"en", "ru", "ar", "zh"})
        for (const std::string mark : {"# ", "**", ""})
            for (const std::string sign : {"", "-", "/", "_", " » ", " • ", " | ", ".–", "] "})
                BOOST_TEST_CONTEXT(language << ' ' << mark << sign) {
                    BOOST_TEST(sure(language, [&](std::size_t i) { return std::string(roman[i]); }, sign, mark) == 10);
                    BOOST_TEST(sure(language, [&](std::size_t i) { return std::to_string(i + 1); }, sign, mark) == 10);
                    if (!sign.empty()) BOOST_TEST(sure(language, [&](std::size_t i) { return std::string(1, static_cast<char>('A' + i)); }, sign, mark) == 10);
                    if (language == "zh") BOOST_TEST(sure(language, [&](std::size_t i) { return std::string(ideographs[i]); }, sign, mark) == 10);
                    if (sign.starts_with('.')) BOOST_TEST(sure(language, [&](std::size_t i) { return std::string(roman[i]) + ". " + roman[i]; }, ". ", mark) == 10);
                }
}

BOOST_AUTO_TEST_CASE(numerals_on_keys) {
    const char* signs[] = {"1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"};
    for (const char* const mark : {"## ", "**", ""}) {
        std::string plan;
        for (std::size_t i = 0; i < 10; ++i)
            plan += mark + std::string(signs[i]) + ' ' + bare_of(support::form_of().sections[i].titles_in("en")->title) + (mark[0] == '*' ? mark : "") + "\n\nMercury is what this says of it.\n\n";
        const Report report = Validator().validate(plan, mark[0] == 0 ? "plan.txt" : "plan.md");
        BOOST_TEST_CONTEXT(mark) {
            BOOST_TEST(report.outline.size() == 10U);
            BOOST_TEST((report.outline.back().section == "partners" && report.outline.back().confidence != Confidence::low));
        }
    }
}

BOOST_AUTO_TEST_CASE(pictures_behind_titles) {
    const std::string plan = sample_plan(support::form_of(), "en");
    for (const std::string mark : {"## ", "**"}) {
        std::string adorned = with_sign(plan, "", mark != "## ");
        const std::string title = mark + "V. Opportunities";
        const std::size_t at = adorned.find(title);
        BOOST_REQUIRE(at != std::string::npos);
        adorned.insert(at + title.size(), " 📌");
        const Report report = Validator().validate(adorned, "plan.md");
        for (const OutlineEntry& entry : report.outline)
            if (entry.section == "opportunities") BOOST_TEST((entry.confidence != Confidence::low));
        BOOST_TEST(support::outcome_of(report, "plan/section-titles") == "pass");
    }
}

BOOST_AUTO_TEST_CASE(numerals_behind_their_titles) {
    const std::pair<std::string, std::vector<std::string>> ways[] = {
        {"## I. Summary of the issue (max of 250 words)", {"Summary of the issue (I)", "Summary of the issue (max of 250 words) (I)", "Summary of the issue – I (max of 250 words)", "Summary of the issue [Section I]"}},
        {"## III. Priority actions", {"Priority actions (III)", "Priority actions – III", "Priority actions, Section III", "Priority actions Section III.", "Priority actions (Part Three)", "Actions prioritaires / Priority actions (III)"}},
        {"## V. Opportunities", {"Opportunities V", "Opportunities – V", "Opportunities/V"}},
    };
    const std::string plan = sample_plan(support::form_of(), "en");
    for (const auto& [title, others] : ways)
        for (const std::string& other : others)
            for (const std::string mark : {"## ", "**", ""}) {
                std::string made = plan;
                const std::size_t at = made.find(title + '\n');
                BOOST_REQUIRE(at != std::string::npos);
                made.replace(at, title.size(), mark == "**" ? mark + other + mark : mark + other);
                const Report report = Validator().validate(made, "plan.md");
                BOOST_TEST_CONTEXT(mark << other) {
                    BOOST_TEST(support::outcome_of(report, "plan/sections-present") == "pass");
                    BOOST_TEST(support::outcome_of(report, "plan/section-numerals") == "pass");
                    BOOST_TEST(support::outcome_of(report, "plan/numeral-agrees") == "pass");
                }
            }
    std::string other = plan;
    other.replace(other.find("## V. Opp"), 19, "## Opportunities (IV)");
    BOOST_TEST(support::outcome_of(Validator().validate(other, "plan.md"), "plan/numeral-agrees") == "fail");
}

BOOST_AUTO_TEST_CASE(numerals_behind_titles_of_other_scripts) {
    const std::tuple<std::string, std::string, std::string> ways[] = {
        {"zh", "## 三、优先行动", "优先行动（三）"}, {"zh", "## 三、优先行动", "优先行动（第三部分）"}, {"ru", "## III. Приоритетные меры", "Приоритетные меры (раздел III)"},
        {"ar", "## ثالثاً - الإجراءات ذات الأولوية", "الإجراءات ذات الأولوية (ثالثاً)"}, {"ar", "## ثالثاً - الإجراءات ذات الأولوية", "الإجراءات ذات الأولوية، القسم الثالث"}};
    for (const auto& [language, title, other] : ways) {
        std::string made = sample_plan(support::form_of(), language);
        const std::size_t at = made.find(title + '\n');
        BOOST_REQUIRE(at != std::string::npos);
        made.replace(at, title.size(), "## " + other);
        BOOST_TEST_CONTEXT(other) { BOOST_TEST(support::outcome_of(Validator().validate(made, "plan.md"), "plan/section-numerals") == "pass"); }
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

// Titles in the author's own words, numbered in digits as the others; what counts anew below a title is none.
BOOST_AUTO_TEST_CASE(digits_that_go_on_with_those_of_the_sections) {
    const char* titles[] = {"What it is about", "Objective of the partnership area", "Priority actions", "Who does what", "Opportunities", "Evaluation", "Resource mobilization", "Business planning process", "Linkages", "Partners"};
    const auto doubtful = [&](const std::string& mark, const std::string& below) {
        std::string plan, keys;
        for (int i = 0; i < 10; ++i) {
            if (i == 3 && !below.empty()) continue;
            plan += mark + std::to_string(i + 1) + ". " + titles[i] + mark + "\n\nMercury is what this says.\n\n";
            if (i == 1) plan += below;
        }
        for (const OutlineEntry& entry : Validator().validate(plan, mark.empty() ? "plan.txt" : "plan.md").outline)
            if (entry.confidence == Confidence::low && !entry.section.empty()) keys += entry.section + ' ';
        return keys;
    };
    BOOST_TEST(doubtful("**", {}) == "issue efforts ");
    BOOST_TEST(doubtful("", {}) == "issue efforts ");
    // Few of them name theirs, but as many are counted as there are; numerals in brackets below them are those of items.
    for (const int own : {1, 4, 5, 6}) titles[own] = "Partners at work";
    BOOST_TEST(doubtful("**", {}) == "issue objective efforts opportunities evaluation resources ");
    titles[1] = "What we want";
    BOOST_TEST(doubtful("**", "(i) Fewer lamps.\n\n(ii) Fewer scales.\n\n(iii) Fewer stores.\n\n") == "objective ");
    titles[1] = "Objective of the partnership area";
    titles[4] = "Opportunities";
    titles[5] = "Evaluation";
    titles[6] = "Resource mobilization";
    BOOST_TEST(doubtful("**", "**1. Fewer lamps**\n\nWhat.\n\n**2. Fewer scales**\n\nWhat.\n\n**3. Fewer stores**\n\nWhat.\n\n**4. Fewer fears**\n\nWhat.\n\n") == "issue ");
}

// Text that nothing marks: a numeral and words with which another title begins, where that title stands further down.
BOOST_AUTO_TEST_CASE(numeral_of_one_title_and_words_of_another) {
    const char* titles[] = {"问题概述", "目标", "优先行动", "伙伴的工作与时间", "机遇", "评价", "资源调动", "业务规划进程", "联系", "合作伙伴"};
    const char* numerals[] = {"I. ", "II. ", "III. ", "IV. ", "V. ", "VI. ", "VII. ", "VIII. ", "IX. ", "X. "};
    std::string plan, keys;
    for (int i = 0; i < 10; ++i) plan += std::string(numerals[i]) + titles[i] + "\n\n本区域减少汞排放。\n\n";
    for (const OutlineEntry& entry : Validator().validate(plan, "plan.txt").outline) keys += entry.section + ' ';
    BOOST_TEST(keys == "issue objective actions efforts opportunities evaluation resources process linkages partners ");
}

// As many headings in the author's own words as there are sections: a name with an addition counts among those that stand in place.
BOOST_AUTO_TEST_CASE(names_with_additions_in_their_order) {
    const auto found = [](std::vector<std::string> titles) {
        std::string plan, keys;
        for (const std::string& title : titles) plan += "# " + title + "\n\nMercury is what this says of it.\n\n";
        for (const OutlineEntry& entry : Validator().validate(plan, "plan.md").outline)
            if (!entry.section.empty()) keys += entry.section + (entry.confidence == Confidence::low ? "? " : " ");
        return keys;
    };
    std::vector<std::string> titles = {"The issue in short", "What we want to achieve", "Our priority actions", "Who does what, and by when", "Opportunities that lie ahead",
                                       "How we will evaluate", "Resource mobilization: where the money comes from", "The process of business planning", "Linkages with others", "Partners"};
    BOOST_TEST(found(titles) == "issue objective? actions efforts? opportunities evaluation? resources process linkages partners ");
    titles.erase(titles.begin() + 3);
    BOOST_TEST(found(titles) == "issue objective? actions opportunities resources process linkages partners ");
}

// "Next steps" may be what was asked for under another title, but only where it stands as the other titles do.
BOOST_AUTO_TEST_CASE(weak_titles_stand_as_the_others) {
    const char* titles[] = {"Summary of the issue", "Objective of the partnership area", "Priority actions", "Partner efforts and timelines", "", "Evaluation", "Resource mobilization", "Business planning process", "Linkages", "Partners"};
    const char* numerals[] = {"I. ", "II. ", "III. ", "IV. ", "V. ", "VI. ", "VII. ", "VIII. ", "IX. ", "X. "};
    const auto found = [&](const std::string& mark, const std::string& close, bool numbered, const std::string& fifth) {
        std::string plan;
        for (int i = 0; i < 10; ++i) {
            if (i != 4) plan += mark + (numbered ? numerals[i] : "") + titles[i] + close + "\n\n";
            else plan += fifth + "\n\n";
            plan += "Mercury is what this says of it, and more.\n\n";
        }
        const Report report = Validator().validate(plan, "plan.md");
        for (const OutlineEntry& entry : report.outline)
            if (entry.section == "opportunities") return entry.confidence == Confidence::low ? std::string("low") : std::string("sure");
        return support::outcome_of(report, "plan/sections-present");
    };
    BOOST_TEST(found("## ", "", true, "## V. Next steps") == "low");
    BOOST_TEST(found("## ", "", true, "## Next steps") == "low");
    BOOST_TEST(found("## ", "", false, "## Next steps") == "low");
    BOOST_TEST(found("**", "**", true, "**V. Next steps**") == "low");
    BOOST_TEST(found("**", "**", false, "**Next steps**") == "low");
    for (const bool numbered : {true, false})
        for (const char* const below : {"### Next steps", "**Next steps**", "- Next steps", "Next steps", "**Next steps.** The partners meet.", "NEXT STEPS", "1. Next steps"})
            BOOST_TEST_CONTEXT(below) BOOST_TEST(found("## ", "", numbered, below) == "fail");
    for (const char* const below : {"- Next steps", "Next steps", "**Next steps.** The partners meet.", "1. Next steps", "**Next steps**", "NEXT STEPS"}) BOOST_TEST_CONTEXT(below) BOOST_TEST(found("**", "**", true, below) == "fail");
    for (const char* const below : {"- Next steps", "Next steps", "**Next steps.** The partners meet.", "1. Next steps"}) BOOST_TEST_CONTEXT(below) BOOST_TEST(found("**", "**", false, below) == "fail");
}

BOOST_AUTO_TEST_CASE(digits_of_a_section_that_stands_twice) {
    std::string plan = sample_plan(support::form_of(), "en"), bold;
    int number = 0;
    for (std::size_t at = 0; at < plan.size();) {
        const std::size_t end = std::min(plan.find('\n', at), plan.size());
        const std::string line = plan.substr(at, end - at);
        if (line.starts_with("## ")) bold += "**" + std::to_string(++number) + "." + line.substr(line.find(' ', 3)) + "**\n";
        else bold += line + '\n';
        at = end + 1;
    }
    BOOST_TEST(support::outcome_of(Validator().validate(bold, "plan.md"), "plan/sections-unique") == "pass");
    const std::size_t again = bold.find("**8. ");
    BOOST_REQUIRE(again != std::string::npos);
    bold.insert(again, "**6. Evaluation**\n\nThe results of 2026 are told apart.\n\n");
    BOOST_TEST(support::outcome_of(Validator().validate(bold, "plan.md"), "plan/sections-unique") == "fail");
}

// The section of a former edition that whoever edits the plan left with a remark behind its title.
BOOST_AUTO_TEST_CASE(remarks_behind_a_title_that_stands_twice) {
    std::string plan = sample_plan(support::form_of(), "en");
    const std::size_t evaluation = plan.find("## VI. ");
    BOOST_REQUIRE(evaluation != std::string::npos);
    const auto outcome = [&](const std::string& remark) {
        std::string twice = plan;
        twice.insert(evaluation, "## V. Opportunities " + remark + "\n\n- A market for old pumps (objective 1).\n\n");
        return support::outcome_of(Validator().validate(twice, "plan.md"), "plan/sections-unique");
    };
    BOOST_TEST(outcome("[text of the former edition, to be deleted after adoption]") == "fail");
    BOOST_TEST(outcome("(text of the edition of 2021, kept for comparison until the meeting)") == "fail");
    BOOST_TEST(outcome("that others may take up later in this cycle") == "pass");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
