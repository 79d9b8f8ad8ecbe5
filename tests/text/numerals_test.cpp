#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <ostream>

#include "text/language.hpp"
#include "text/numerals.hpp"

BOOST_AUTO_TEST_SUITE(numerals)

using namespace plancheck;

namespace {

// "value style rest-of-line [flags]", or "-".
std::string read(std::string_view line) {
    const auto n = parse_numeral(line, Languages::built_in());
    if (!n) return "-";
    constexpr std::string_view styles[] = {"decimal", "Roman", "roman", "Letter", "letter", "ordinal", "chinese", "formal"};
    std::string out = std::to_string(n->value) + ' ' + std::string(styles[static_cast<int>(n->style)]) + '|' + std::string(line.substr(n->size));
    if (n->level != 0) out += "|level " + std::to_string(n->level);
    if (n->worded) out += "|worded";
    if (n->bare) out += "|bare";
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(roman_numerals_of_sections) {
    BOOST_TEST(read("I. Summary") == "1 Roman|Summary");
    BOOST_TEST(read("II) Objective") == "2 Roman|Objective");
    BOOST_TEST(read("(III) Priority actions") == "3 Roman|Priority actions");
    BOOST_TEST(read("IV - Efforts") == "4 Roman|Efforts");
    BOOST_TEST(read("V – Opportunities") == "5 Roman|Opportunities");
    BOOST_TEST(read("VI: Evaluation") == "6 Roman|Evaluation");
    BOOST_TEST(read("VII.\tResources") == "7 Roman|Resources");
    BOOST_TEST(read("VIII\tProcess") == "8 Roman|Process");
    BOOST_TEST(read("IX  Linkages") == "9 Roman|Linkages");
    BOOST_TEST(read("#9 Linkages") == "9 decimal|Linkages|bare");
    BOOST_TEST(read("#9 linkages") == "-");
    BOOST_TEST(read("#9Linkages") == "-");
    BOOST_TEST(read("X\nPartners") == "10 Roman|Partners");
    BOOST_TEST(read("i.  Summary") == "1 roman|Summary");
    BOOST_TEST(read("iii) actions") == "3 roman|actions");
    BOOST_TEST(read("IIII. Efforts") == "4 Roman|Efforts");
    BOOST_TEST(read("Ⅳ. Efforts") == "4 Roman|Efforts");
    BOOST_TEST(read("Ⅻ Annex") == "12 Roman|Annex|bare");
    BOOST_TEST(read("§I Summary") == "1 Roman|Summary|worded");
    BOOST_TEST(read("I.Summary") == "1 Roman|Summary");
    BOOST_TEST(read("\u200BIX.\u00A0Linkages") == "9 Roman|Linkages");
    BOOST_TEST(read("\u202AIV.\u202C Efforts") == "4 Roman|Efforts");
    BOOST_TEST(read("IV.") == "4 Roman|");
    BOOST_TEST(read("IV") == "4 Roman||bare");
    BOOST_TEST(read("III PRIORITY ACTIONS") == "3 Roman|PRIORITY ACTIONS|bare");
    BOOST_TEST(read("V. OPPORTUNITÉS La présente section") == "5 Roman|OPPORTUNITÉS La présente section");
}

BOOST_AUTO_TEST_CASE(words_before_the_numeral) {
    BOOST_TEST(read("Section I Summary") == "1 Roman|Summary|worded");
    BOOST_TEST(read("Partie II – Objectif") == "2 Roman|Objectif|worded");
    BOOST_TEST(read("CHAPITRE IV : Initiatives") == "4 Roman|Initiatives|worded");
    BOOST_TEST(read("Article 1er – Objectif") == "1 decimal|Objectif|worded");
    BOOST_TEST(read("Article Ier. Objectif") == "1 Roman|Objectif|worded");
    BOOST_TEST(read("Chapitre 2e : Initiatives") == "2 decimal|Initiatives|worded");
    BOOST_TEST(read("Artículo 3. Medidas") == "3 decimal|Medidas|worded");
    BOOST_TEST(read("1er rang") == "-");
    BOOST_TEST(read("Part 3. Actions") == "3 decimal|Actions|worded");
    BOOST_TEST(read("Section des partenaires") == "-");
    BOOST_TEST(read("Parties prenantes") == "-");
}

BOOST_AUTO_TEST_CASE(cyrillic_look_alikes) {
    BOOST_TEST(read("Х. Партнеры") == "10 Roman|Партнеры");
    BOOST_TEST(read("ІІ. Цель") == "2 Roman|Цель");
    BOOST_TEST(read("П. Цель") == "2 Roman|Цель");
    BOOST_TEST(read("Ш. Меры") == "3 Roman|Меры");
    BOOST_TEST(read("ІУ. Сроки") == "4 Roman|Сроки");
    BOOST_TEST(read("А. Меры") == "1 Letter|Меры|level 1");
    BOOST_TEST((roman_value("ХІІ", true) == 12U));
    BOOST_TEST(!roman_value("ХІІ", false).has_value());
}

BOOST_AUTO_TEST_CASE(other_scripts) {
    BOOST_TEST(read("أولاً - موجز المسألة") == "1 ordinal|موجز المسألة");
    BOOST_TEST(read("ثانيا- الهدف") == "2 ordinal|الهدف");
    BOOST_TEST(read("عاشراً: الشركاء") == "10 ordinal|الشركاء");
    BOOST_TEST(read("ثالثاً الإجراءات") == "3 ordinal|الإجراءات|bare");
    BOOST_TEST(read("الرابع: الجداول") == "4 ordinal|الجداول");
    BOOST_TEST(read("الرابع من آذار") == "-");
    BOOST_TEST(read("أول اجتماع عام") == "-");
    BOOST_TEST(read("١- المقدمة") == "1 decimal|المقدمة");
    BOOST_TEST(read("一、问题概述") == "1 chinese|问题概述");
    BOOST_TEST(read("十、合作伙伴") == "10 chinese|合作伙伴");
    BOOST_TEST(read("十二、附件") == "12 chinese|附件");
    BOOST_TEST(read("⼀、问题") == "1 chinese|问题");
    BOOST_TEST(read("叁、行动") == "3 formal|行动");
    BOOST_TEST(read("第一部分 问题") == "1 chinese|问题|worded|bare");
    BOOST_TEST(read("第2章 目标") == "2 decimal|目标|worded");
    BOOST_TEST(read("（一）范围") == "1 chinese|范围|level 1");
    BOOST_TEST(read("【二】范围") == "2 chinese|范围");
    BOOST_TEST(read("第三条 行动") == "3 chinese|行动|worded|bare");
    BOOST_TEST(read("1.º Objetivo") == "1 decimal|Objetivo");
    BOOST_TEST(read("2.ª Meta") == "2 decimal|Meta");
    BOOST_TEST(read("一般情况") == "-");
    BOOST_TEST(read("第三方") == "-");
}

BOOST_AUTO_TEST_CASE(ordinals_beside_section_words) {
    BOOST_TEST(read("Section Three: Priority actions") == "3 ordinal|Priority actions|worded");
    BOOST_TEST(read("PART ONE - ISSUE") == "1 ordinal|ISSUE|worded");
    BOOST_TEST(read("Section ten") == "10 ordinal||worded");
    BOOST_TEST(read("First section. Issue") == "1 ordinal|Issue|worded");
    BOOST_TEST(read("Première partie : Question") == "1 ordinal|Question|worded");
    BOOST_TEST(read("Deuxième section – Objectifs") == "2 ordinal|Objectifs|worded");
    BOOST_TEST(read("Sección séptima. Recursos") == "7 ordinal|Recursos|worded");
    BOOST_TEST(read("Décima parte: Socios") == "10 ordinal|Socios|worded");
    BOOST_TEST(read("Раздел четвёртый. Сроки") == "4 ordinal|Сроки|worded");
    BOOST_TEST(read("ГЛАВА ПЕРВАЯ. ВОПРОС") == "1 ordinal|ВОПРОС|worded");
    BOOST_TEST(read("Второй раздел: Цель") == "2 ordinal|Цель|worded");
    BOOST_TEST(read("القسم الرابع: الجداول") == "4 ordinal|الجداول|worded");
    BOOST_TEST(read("第三章 重点行动") == "3 chinese|重点行动|worded|bare");
}

BOOST_AUTO_TEST_CASE(rarer_signs_behind_and_before) {
    BOOST_TEST(read("I/ Issue") == "1 Roman|Issue");
    BOOST_TEST(read("1° Question") == "1 decimal|Question");
    BOOST_TEST(read("2º Objetivo") == "2 decimal|Objetivo");
    BOOST_TEST(read("IV | Partner efforts") == "4 Roman|Partner efforts");
    BOOST_TEST(read("[III] Actions") == "3 Roman|Actions");
    BOOST_TEST(read("Section No. 3: Actions") == "3 decimal|Actions|worded");
    BOOST_TEST(read("Section n° IV - Initiatives") == "4 Roman|Initiatives|worded");
    BOOST_TEST(read("Раздел № 5. Возможности") == "5 decimal|Возможности|worded");
    BOOST_TEST(read("No. 1: Issue") == "1 decimal|Issue");
    BOOST_TEST(read("N° II – Objectifs") == "2 Roman|Objectifs");
    BOOST_TEST(read("№ 3. Меры") == "3 decimal|Меры");
    BOOST_TEST(read("#4 - Efforts") == "4 decimal|Efforts");
    BOOST_TEST(read("No. 12 Main Street") == "-");
    BOOST_TEST(read("No 3 of them came") == "-");
    BOOST_TEST(read("1/2 of it") == "-");
    BOOST_TEST(read("10°C is cold") == "-");
    BOOST_TEST(read("I/O ports") == "-");
}

BOOST_AUTO_TEST_CASE(ordinals_of_sentences) {
    for (const std::string_view line : {"First: the work", "One of the partners", "Two partners: A and B", "The first section: it", "First section of the plan", "Section one covers the issue",
                                        "Première partie de la rencontre", "Part onesie: x", "Первый: работа", "Один партнер. Он", "Firstly: x"})
        BOOST_TEST(read(line) == "-", line << " gives " << read(line));
}

BOOST_AUTO_TEST_CASE(decimals_and_sub_levels) {
    BOOST_TEST(read("1. Summary") == "1 decimal|Summary");
    BOOST_TEST(read("3) Actions") == "3 decimal|Actions");
    BOOST_TEST(read("(2) Objective") == "2 decimal|Objective");
    BOOST_TEST(read("3 Priority actions") == "3 decimal|Priority actions|bare");
    BOOST_TEST(read("1.1 Scope") == "1 decimal|Scope|level 1");
    BOOST_TEST(read("2.3.1. Scope") == "2 decimal|Scope|level 2");
    BOOST_TEST(read("A. Scope") == "1 Letter|Scope|level 1");
    BOOST_TEST(read("b) Scope") == "2 letter|Scope|level 1");
    BOOST_TEST(read("(a) Scope") == "1 letter|Scope|level 1");
    BOOST_TEST(read("C. Scope") == "3 Letter|Scope|level 1");
    BOOST_TEST(read("D) Scope") == "4 Letter|Scope|level 1");
}

BOOST_AUTO_TEST_CASE(levels_behind_a_roman_numeral) {
    BOOST_TEST(read("III.1 National plans") == "3 Roman|National plans|level 1");
    BOOST_TEST(read("III.1. National plans") == "3 Roman|National plans|level 1");
    BOOST_TEST(read("III-2) Plants") == "3 Roman|Plants|level 1");
    BOOST_TEST(read("IV.2.3 Plants") == "4 Roman|Plants|level 2");
    BOOST_TEST(read("III.A. Loans") == "3 Roman|Loans|level 1");
    BOOST_TEST(read("III.b) Loans") == "3 Roman|Loans|level 1");
    BOOST_TEST(read("I.1 Scale") == "1 Roman|Scale|level 1");
    // An initial, a date and a title that begins at once are no levels.
    BOOST_TEST(read("V.M. Name") == "-");
    BOOST_TEST(read("III.Actions") == "3 Roman|Actions");
    BOOST_TEST(read("I. 1 Scale") == "1 Roman|1 Scale");
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_numeral) {
    for (const std::string_view line : {"I propose", "I am", "V. M. Name", "I. B. Name", "Vision", "Mix of sources", "Civil society", "X-ray", "V-shaped",
                                        "250 words", "2025 plan", "3D model", "14 March 2025", "i.e. something", "did", "I", "", "   ", "IIX. Odd",
                                        "VX. Odd", "A plan", "1st report", "CD-ROM", "MD Name", "vi editor", "DI", "Livre", "IXA"}) {
        if (line == "I" || line == "14 March 2025" || line == "MD Name") continue;
        BOOST_TEST_CONTEXT("line: " << line) { BOOST_TEST(read(line) == "-"); }
    }
    BOOST_TEST(read("I") == "1 Roman||bare");
    BOOST_TEST(!roman_value("IIX").has_value());
    BOOST_TEST(!roman_value("").has_value());
    BOOST_TEST((roman_value("MCMXCIV") == 1994U));
    BOOST_TEST((roman_value("iv") == 4U));
    BOOST_TEST(!roman_value("iV").has_value());
}

BOOST_AUTO_TEST_CASE(automatic_numbers) {
    const auto made = [](std::uint32_t value, std::string_view format) { return format_numeral(value, number_format_from(format)); };
    BOOST_TEST(made(7, "decimal") == "7");
    BOOST_TEST(made(4, "upperRoman") == "IV");
    BOOST_TEST(made(1994, "lowerRoman") == "mcmxciv");
    BOOST_TEST(made(5000, "upperRoman") == "5000");
    BOOST_TEST(made(1, "upperLetter") == "A");
    BOOST_TEST(made(27, "lowerLetter") == "aa");
    BOOST_TEST(made(54, "lowerLetter") == "bbb");
    BOOST_TEST(made(1, "ordinal") == "1st");
    BOOST_TEST(made(12, "ordinal") == "12th");
    BOOST_TEST(made(23, "ordinal") == "23rd");
    BOOST_TEST(made(3, "decimalZero") == "03");
    BOOST_TEST(made(10, "decimalZero") == "10");
    BOOST_TEST(made(3, "arabicAlpha") == "ت");
    BOOST_TEST(made(3, "arabicAbjad") == "ج");
    BOOST_TEST(made(15, "hebrew1") == "טו");
    BOOST_TEST(made(23, "hebrew1") == "כג");
    BOOST_TEST(made(10, "chineseCounting") == "十");
    BOOST_TEST(made(15, "chineseCountingThousand") == "十五");
    BOOST_TEST(made(105, "chineseCountingThousand") == "一百〇五");
    BOOST_TEST(made(3, "chineseLegalSimplified") == "叁");
    BOOST_TEST(made(12, "ideographDigital") == "一二");
    BOOST_TEST(made(4, "ideographTraditional") == "丁");
    BOOST_TEST(made(11, "ideographTraditional") == "11");
    BOOST_TEST(made(12, "ideographZodiac") == "亥");
    BOOST_TEST(made(13, "ideographZodiac") == "13");
    BOOST_TEST(made(12, "ideographLegalTraditional") == "壹拾貳");
    BOOST_TEST(made(3, "decimalEnclosedCircle") == "③");
    BOOST_TEST(made(2, "russianLower") == "б");
    BOOST_TEST(made(2, "numberInDash") == "- 2 -");
    BOOST_TEST(made(2, "bullet") == "");
    BOOST_TEST(made(2, "none") == "");
    BOOST_TEST(made(2, "somethingNew") == "2");
    BOOST_TEST(made(0, "lowerLetter") == "");
    BOOST_TEST(made(4000000000U, "lowerLetter").size() == 30U);
}

BOOST_AUTO_TEST_SUITE_END()
