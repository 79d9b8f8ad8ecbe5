// Lines of plain text that have a numeral and no section's title: a section of the authors' own, or no heading at all.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "plancheck.hpp"

BOOST_AUTO_TEST_SUITE(unowned_lines)

using namespace plancheck;

namespace {

const char* const titles[] = {"Summary of the issue", "Objective of the partnership area", "Priority actions", "Partner efforts and timelines", "Opportunities",
                              "Evaluation", "Resource mobilization", "Business planning process", "Linkages", "Partners"};
const char* const numerals[] = {"I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X."};

// Titles of the sections that the template has no place for, with `lines` below section `number`, each a paragraph.
std::vector<std::string> unowned(std::size_t number, const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t i = 0; i < 10; ++i) {
        text += std::string(numerals[i]) + ' ' + titles[i] + "\n\nWhat the partners of the area have to say of it.\n\n";
        if (i + 1 == number)
            for (const std::string& line : lines) text += line + "\n\n";
    }
    const Document document = read(text, "plan.txt");
    const Template form = built_in_template("gmp-annex2");
    const Outline outline = recognise(document, form, "en");
    BOOST_TEST(outline.bound == 10U);
    std::vector<std::string> found;
    for (const Section& section : outline.sections)
        if (section.spec == nullptr) found.emplace_back(document.view(document.blocks[section.heading].text));
    return found;
}

using Found = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(sections_of_the_authors_own) {
    BOOST_TEST(unowned(10, {"XI. Budget", "What it costs."}) == (Found{"XI. Budget"}), boost::test_tools::per_element());
    BOOST_TEST(unowned(4, {"V. Risks", "What may go wrong."}) == (Found{"V. Risks"}), boost::test_tools::per_element());
    BOOST_TEST(unowned(1, {"I. Governance", "How it came about."}) == (Found{"I. Governance"}), boost::test_tools::per_element());
    BOOST_TEST(unowned(1, {"II. GOVERNANCE", "How it came about."}) == (Found{"II. GOVERNANCE"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(items_with_the_numerals_of_sections) {
    BOOST_TEST(unowned(3, {"I. Collect lamps.", "II. Store what was collected.", "III. Train those who collect."}).empty());
    BOOST_TEST(unowned(3, {"i. Collect lamps.", "The towns help.", "They were asked.", "ii. Store them."}).empty());
    BOOST_TEST(unowned(1, {"I. Lamps", "They break.", "They are many.", "II. Batteries", "They leak."}).empty());
    BOOST_TEST(unowned(3, {"I. Collect lamps", "II. Store them", "III. Train people", "IV. Tell the public"}).empty());
}

// A sub-heading that was given the style above that of the sections ends none of them.
BOOST_AUTO_TEST_CASE(headings_of_a_higher_level) {
    const auto found = [](const std::string& heading) {
        std::string html;
        for (std::size_t i = 0; i < 10; ++i) html += std::string("<h2>") + numerals[i] + ' ' + titles[i] + "</h2><p>What the partners have to say.</p>" + (i == 6 ? "<h1>" + heading + "</h1><p>More of it.</p>" : "");
        const Document document = read("<html><body><h1>A plan</h1>" + html + "</body></html>", "plan.html");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        BOOST_TEST(outline.bound == 10U);
        return outline.sections.size();
    };
    BOOST_TEST(found("Contributions in kind") == 10U);
    BOOST_TEST(found("VIII. Contributions in kind") == 11U);
}

// Sub-headings in the style of the sections: where one of these has nothing but them, or where they count up. One alone that a
// section with a text is followed by is the authors' own.
BOOST_AUTO_TEST_CASE(sub_headings_in_the_style_of_sections) {
    const auto found = [](std::size_t number, bool empty, const std::vector<std::string>& headings) {
        std::string html;
        for (std::size_t i = 0; i < 10; ++i) {
            html += std::string("<h1>") + numerals[i] + ' ' + titles[i] + "</h1>";
            if (i + 1 != number || !empty) html += "<p>What the partners have to say.</p>";
            if (i + 1 == number)
                for (const std::string& heading : headings) html += "<h1>" + heading + "</h1><p>More of it.</p>";
        }
        const Document document = read("<html><body>" + html + "</body></html>", "plan.html");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        BOOST_TEST(outline.bound == 10U);
        return outline.sections.size();
    };
    BOOST_TEST(found(6, true, {"Reporting", "Progress indicators"}) == 10U);
    BOOST_TEST(found(3, false, {"Action 1: Collect", "Action 2: Store"}) == 10U);
    BOOST_TEST(found(6, false, {"Reporting", "Progress indicators"}) == 12U);
    BOOST_TEST(found(5, true, {"Risks"}) == 11U);
    BOOST_TEST(found(6, true, {"VII. Risks", "VIII. Costs"}) == 12U);
    // Numbers below the section's own: its parts, with a text above them or none.
    for (const bool empty : {true, false})
        for (const auto& [first, second] : {std::pair("4.1 Plans", "4.2 Stores"), std::pair("IV.1 Plans", "IV.2 Stores"), std::pair("4-1 Plans", "4-2 Stores"), std::pair("٤-١ Plans", "٤-٢ Stores")})
            BOOST_TEST_CONTEXT(first) BOOST_TEST(found(4, empty, {first, second}) == 10U);
    BOOST_TEST(found(4, false, {"11.1 Plans"}) == 11U);
}

// "I. Summary of the issue / Énoncé de la question", "I. Summary of the issue [max of 250 words]".
BOOST_AUTO_TEST_CASE(titles_in_two_languages) {
    const char* const french[] = {"Énoncé de la question", "Objectif du domaine de partenariat", "Actions prioritaires", "Initiatives des partenaires et délais de réalisation", "Opportunités",
                                  "Évaluation", "Mobilisation des ressources", "Processus d'établissement des plans d'activité", "Liaison", "Partenaires"};
    for (const auto& [joint, close] : {std::pair(" / ", ""), std::pair(" (", ")"), std::pair(" – ", ""), std::pair(" [max of 250 words] / ", "")}) {
        std::string html;
        for (std::size_t i = 0; i < 10; ++i) html += std::string("<h1>") + numerals[i] + ' ' + titles[i] + joint + french[i] + close + "</h1><p>What the partners have to say.</p>";
        const Document document = read("<html><body>" + html + "</body></html>", "plan.html");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        for (const Section& section : outline.sections)
            BOOST_TEST((section.match >= TitleMatch::alias && section.confidence == Confidence::certain && section.glued.empty()), joint);
    }
}

// "What do we want to reach? (Objective of the partnership area)", "II. Why? – Objective of the partnership area".
BOOST_AUTO_TEST_CASE(titles_behind_a_question) {
    for (const auto& [open, close] : {std::pair("Who asks what? (", ")"), std::pair("Who asks what? – ", ""), std::pair("Who asks what? ", "")}) {
        std::string html;
        for (std::size_t i = 0; i < 10; ++i) html += "<h1>" + std::string(open) + titles[i] + close + "</h1><p>What the partners have to say.</p>";
        const Document document = read("<html><body>" + html + "<h1>Who pays? (The towns)</h1><p>They do.</p></body></html>", "plan.html");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        BOOST_TEST(outline.bound == 10U);
        for (const Section& section : outline.sections)
            BOOST_TEST((section.spec == nullptr || (section.match >= TitleMatch::alias && section.confidence == Confidence::certain && section.glued.empty())), open);
    }
}

// The limit was parted in a narrow column: "I. Summary of the issue (max of 250" above "words)".
BOOST_AUTO_TEST_CASE(limit_parted) {
    for (const auto& [first, second] : {std::pair("I. Summary of the issue (max of 250", "words)"), std::pair("I. Summary of the issue (max", "of 250 words)"), std::pair("一、问题概述（不超过", "250字）")}) {
        std::string html = std::string("<h1>") + first + "</h1><h1>" + second + "</h1><p>What the partners have to say.</p>";
        for (std::size_t i = 1; i < 10; ++i) html += std::string("<h1>") + numerals[i] + ' ' + titles[i] + "</h1><p>What the partners have to say.</p>";
        const Document document = read("<html><body>" + html + "</body></html>", "plan.html");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        BOOST_TEST(outline.sections.size() == 10U, first);
        BOOST_TEST((outline.sections[0].match >= TitleMatch::alias && outline.sections[0].words.words == 6U), first);
    }
}

// Where few sections are named elsewhere, the titles stand in text boxes.
BOOST_AUTO_TEST_CASE(titles_in_boxes) {
    const auto odt = [](bool boxed) {
        std::string body;
        for (std::size_t i = 0; i < 10; ++i) {
            const std::string title = std::string("<text:h text:outline-level=\"1\">") + numerals[i] + ' ' + titles[i] + "</text:h>";
            body += boxed ? "<text:p><draw:frame><draw:text-box>" + title + "</draw:text-box></draw:frame></text:p>" : title + (i == 3 ? "<text:p><draw:frame><draw:text-box><text:h text:outline-level=\"1\">XI. Risks</text:h></draw:text-box></draw:frame></text:p>" : "");
            body += "<text:p>What the partners have to say of it.</text:p>";
        }
        const Document document = read("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                                       "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>" + body +
                                       "</office:text></office:body></office:document>", "plan.fodt");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        BOOST_TEST(outline.bound == 10U);
        return outline.sections.size();
    };
    BOOST_TEST(odt(true) == 10U);
    BOOST_TEST(odt(false) == 10U);
}

// As the cells of a table come out of a PDF, one below the other.
BOOST_AUTO_TEST_CASE(cells_that_begin_with_a_numeral) {
    for (const char* line : {"IV quarter of 2026", "III", "ii", "X of all lamps", "Section II", "l forums", "D 12", "First half of 2027"})
        BOOST_TEST(unowned(4, {"Lamps are collected", line, "by the towns"}).empty(), line);
}

// Titles without numerals in a text that marks nothing: nearly all of them, each on a line of its own and in order, or in doubt.
BOOST_AUTO_TEST_CASE(titles_that_only_their_order_tells) {
    const auto bound = [](const std::vector<std::size_t>& sections) {
        std::string text;
        for (const std::size_t i : sections) text += std::string(titles[i]) + "\n\nWhat the partners of the area have to say of it.\n\n";
        const Document document = read(text, "plan.txt");
        const Template form = built_in_template("gmp-annex2");
        return recognise(document, form, "en").bound;
    };
    BOOST_TEST(bound({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) == 10U);
    BOOST_TEST(bound({0, 1, 2, 3, 4, 6, 7, 8, 9}) == 9U);
    BOOST_TEST(bound({0, 1, 2, 3, 5}) == 0U);
    BOOST_TEST(bound({0, 2, 1, 3, 4, 5, 6, 7, 8, 9}) == 0U);
}

// "**Issue:** Twenty million people …": nearly all sections named by bold labels of their text, one after the other.
BOOST_AUTO_TEST_CASE(bold_labels_without_numerals) {
    const auto confidence = [](std::size_t count, const std::string& sign) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += "**" + std::string(titles[i]) + sign + "** What the partners of the area have to say of it.\n\n";
        const Document document = read(text, "plan.md");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        return std::count_if(outline.sections.begin(), outline.sections.end(), [](const Section& one) { return one.confidence == Confidence::high; });
    };
    BOOST_TEST(confidence(10, ":") == 10);
    BOOST_TEST(confidence(10, ".") == 10);
    BOOST_TEST(confidence(5, ":") == 0);
}


// As many headings as there are sections, some with a title at its place and none elsewhere: the others stand for the sections between
// them, in doubt. Where one or two say something else, sections are missing.
BOOST_AUTO_TEST_CASE(headings_in_other_words) {
    const auto doubtful = [](std::size_t others, bool moved) {
        std::string html;
        for (std::size_t i = 0; i < 10; ++i)
            html += "<h2>" + (i < others ? "Something about the towns, part " + std::string(i + 1, 'x') : std::string(titles[moved && i == 9 ? 0 : i])) + "</h2><p>What the partners have to say of it.</p>";
        const Document document = read("<html><body>" + html + "</body></html>", "plan.html");
        const Template form = built_in_template("gmp-annex2");
        const Outline outline = recognise(document, form, "en");
        return std::count_if(outline.sections.begin(), outline.sections.end(), [](const Section& one) { return one.spec != nullptr && one.confidence == Confidence::low; });
    };
    BOOST_TEST(doubtful(6, false) == 6);
    BOOST_TEST(doubtful(2, false) == 0);
    BOOST_TEST(doubtful(8, false) == 0);
    BOOST_TEST(doubtful(6, true) == 0);
}

// "Article 5. …" numbers a paragraph that is a sentence, and the same before a few words may be a title.
BOOST_AUTO_TEST_CASE(numbered_sentences) {
    BOOST_TEST(unowned(4, {"Article 5. The efforts of the partners are set out below.", "Article 6. What follows is no part of the cycle:"}) == Found{});
    std::string text;
    const char* const chinese[] = {"问题概述", "伙伴关系领域的目标", "优先行动", "合作伙伴的工作和时间表", "机会", "评价", "资源调动", "业务规划进程", "联系", "合作伙伴"};
    const char* const signs[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    for (std::size_t i = 0; i < 10; ++i) text += std::string(signs[i]) + "、" + chinese[i] + "\n\n第" + signs[i] + "条 各伙伴对此说明如下：\n\n各伙伴每年开会。\n\n";
    const Document document = read(text, "plan.txt");
    const Template form = built_in_template("gmp-annex2");
    BOOST_TEST(recognise(document, form, "zh").sections.size() == 10U);
}

namespace {

// The section of a heading in a plan whose other titles are those of the template, and how sure that is.
std::string section_of(const std::vector<std::string>& headings, const std::string& asked, const char* language) {
    std::string text;
    for (const std::string& heading : headings) text += "# " + heading + "\n\nWhat is said of it.\n\n";
    const Document document = read(text, "plan.md");
    const Template form = built_in_template("gmp-annex2");
    for (const Section& section : recognise(document, form, language).sections)
        if (document.view(document.blocks[section.heading].text) == asked) return (section.spec != nullptr ? section.spec->key : "?") + ' ' + std::string(name(section.confidence));
    return "none";
}

}  // namespace

// Titles in the authors' own words, behind the numeral of their section: sure where words of the template's titles are among them.
BOOST_AUTO_TEST_CASE(numerals_before_other_words) {
    const std::vector<std::string> french = {"Résumé", "I. Bref énoncé de la problématique dont il s'agit", "II. Objectif du domaine", "III. Actions qu'il convient de tenir pour prioritaires", "IV. Efforts des partenaires, chacun avec son calendrier", "V. Opportunités", "VI. Évaluation"};
    BOOST_TEST(section_of(french, french[0], "fr") == "none");
    BOOST_TEST(section_of(french, french[1], "fr") == "issue high");
    BOOST_TEST(section_of(french, french[3], "fr") == "actions high");
    const std::vector<std::string> chinese = {"一、对所涉问题的简要概述", "二、目标", "三、应当视为优先的行动", "四、伙伴的努力连同时间", "五、机会", "六、评价", "十、加入本领域的伙伴"};
    BOOST_TEST(section_of(chinese, chinese[0], "zh") == "issue high");
    BOOST_TEST(section_of(chinese, chinese[2], "zh") == "actions high");
    BOOST_TEST(section_of(chinese, chinese[3], "zh") == "efforts low");
    // Where nothing else has the numeral, or the title is the template's own, the heading without one is the section's.
    BOOST_TEST(section_of({"Summary", "II. Objective", "III. Priority actions", "IV. Partner efforts and timelines"}, "Summary", "en") == "issue certain");
    BOOST_TEST(section_of({"Summary of the issue", "I. Governance", "II. Objective", "III. Priority actions"}, "Summary of the issue", "en") == "issue certain");
}

BOOST_AUTO_TEST_SUITE_END()
