// Spanish section titles in other words, numeral styles and letters: all ten sections are bound, and for sure.
#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "text/utf8.hpp"

namespace plancheck {

BOOST_AUTO_TEST_SUITE(titles_es)

namespace {

struct Titles {
    const char* key;
    std::vector<const char*> titles;
};

const Titles sections[] = {
    {"issue", {"Resumen de la cuestión (máximo de 250 palabras)", "Exposición de la cuestión", "Planteamiento del problema", "Síntesis de la cuestión (250 palabras como máximo)", "Resumen", "Descripción de la cuestión (hasta 250 palabras)"}},
    {"objective", {"Objetivo de la esfera de asociación", "Objetivos", "Objetivos del área de asociación", "Metas y objetivos", "Finalidad de la esfera de asociación", "Objetivo del ámbito de asociación"}},
    {"actions", {"Medidas prioritarias", "Acciones prioritarias", "Actividades prioritarias", "Prioridades de acción", "Líneas de acción prioritarias", "Medidas de carácter prioritario"}},
    {"efforts", {"Iniciativas de los asociados y plazos", "Actividades de los asociados y plazos", "Esfuerzos de los asociados y plazos", "Labor de los asociados y plazos", "Iniciativas de los socios y cronograma", "Actividades y calendario"}},
    {"opportunities", {"Oportunidades", "Otras oportunidades", "Posibilidades", "Nuevas oportunidades", "Oportunidades e ideas", "Perspectivas"}},
    {"evaluation", {"Evaluación", "Seguimiento y evaluación", "Monitoreo y evaluación", "Evaluación y presentación de informes", "Evaluación del desempeño", "Supervisión y evaluación"}},
    {"resources", {"Movilización de recursos", "Recursos", "Financiación", "Obtención de recursos", "Recaudación de fondos", "Financiamiento"}},
    {"process", {"Proceso de planificación de las actividades", "Proceso de elaboración del plan de actividades", "Proceso de planificación", "Preparación y examen del plan", "Proceso de planificación institucional", "Proceso de preparación del plan de trabajo"}},
    {"linkages", {"Vínculos", "Vinculaciones", "Enlaces", "Actividades intersectoriales", "Coordinación y enlace", "Sinergias"}},
    {"partners", {"Asociados", "Lista de asociados", "Socios", "Asociados y puntos de contacto", "Directores y asociados", "Asociados participantes"}},
};

constexpr const char* roman[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
constexpr const char* signs[] = {"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ"};

std::string numbered(std::size_t style, std::size_t n) {
    const std::string numeral = roman[n];
    switch (style) {
        case 0: return numeral + ". ";
        case 1: return "Sección " + numeral + ": ";
        case 2: return numeral + ") ";
        case 3: return std::string(signs[n]) + ". ";
        case 4: return "Capítulo " + numeral + " – ";
        case 5: return std::to_string(n + 1) + ". ";
        default: return {};
    }
}

// All letters in capitals, without accents, as old forms have them.
std::string capitals(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c == 0xC3 && at + 1 < text.size()) {
            constexpr std::string_view from = "\xA1\xA9\xAD\xB3\xBA\xB1", to = "AEIOUN";
            const std::size_t found = from.find(text[++at]);
            if (found != std::string_view::npos) out += to[found];
            else out += std::string("\xC3") + text[at];
        } else {
            out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : static_cast<char>(c);
        }
    }
    return out;
}

std::string bound(const std::string& plan, std::string_view name) {
    static const Validator validator;
    std::string found;
    for (const OutlineEntry& entry : validator.validate(plan, std::string(name)).outline)
        found += entry.section + (entry.confidence == Confidence::low ? "? " : " ");
    return found;
}

// The base plan with other headings.
std::string plan_with(std::size_t word, std::size_t style, bool upper, std::string_view mark) {
    std::string plan;
    std::size_t n = 0;
    const std::string& base = support::base("es");
    for (std::size_t at = 0; at < base.size();) {
        std::size_t end = base.find('\n', at);
        if (end == std::string::npos) end = base.size();
        std::string line = base.substr(at, end - at);
        if (line.starts_with("## ")) {
            const std::string title = sections[n].titles[word];
            line = std::string(mark) + numbered(style, n) + (upper ? capitals(title) : title);
            ++n;
        }
        plan += line + '\n';
        at = end + 1;
    }
    return plan;
}

constexpr const char* all = "issue objective actions efforts opportunities evaluation resources process linkages partners ";

}  // namespace

BOOST_AUTO_TEST_CASE(other_words_and_numerals) {
    for (std::size_t word = 0; word < 6; ++word)
        for (std::size_t style = 0; style < 7; ++style)
            BOOST_TEST_CONTEXT("title " << word << ", numerals " << style) BOOST_TEST(bound(plan_with(word, style, false, "## "), "plan.md") == all);
}

BOOST_AUTO_TEST_CASE(capitals_without_accents) {
    for (std::size_t word = 0; word < 6; ++word)
        BOOST_TEST_CONTEXT("title " << word) BOOST_TEST(bound(plan_with(word, word, true, "## "), "plan.md") == all);
}

// "M E D I D A S   P R I O R I T A R I A S"
std::string letterspaced(const std::string& plan, std::string_view mark) {
    std::string out;
    for (std::size_t at = 0; at < plan.size();) {
        const std::size_t end = std::min(plan.find('\n', at), plan.size());
        const std::string line = plan.substr(at, end - at);
        const std::size_t begin = line.starts_with(mark) ? mark.size() : line.size();
        out += line.substr(0, begin);
        for (std::size_t i = begin; i < line.size();) {
            const std::size_t size = decode(line, i).size;
            if (i != begin) out += ' ';
            out += line.substr(i, size);
            i += size;
        }
        out += '\n';
        at = end + 1;
    }
    return out;
}

BOOST_AUTO_TEST_CASE(letters_apart) {
    for (std::size_t word = 0; word < 6; ++word)
        BOOST_TEST_CONTEXT("title " << word) {
            BOOST_TEST(bound(letterspaced(plan_with(word, 0, true, "## "), "## "), "plan.md") == all);
            std::string text = letterspaced(plan_with(word, 0, word % 2 == 0, "@@ "), "@@ ");
            for (std::size_t at = text.find("@@ "); at != std::string::npos; at = text.find("@@ ")) text.erase(at, 3);
            BOOST_TEST(bound(text, "plan.txt") == all);
        }
}

// Nothing marks the headings, and a letter is lost in one of them.
BOOST_AUTO_TEST_CASE(mistyped_in_plain_text) {
    std::string text = plan_with(0, 0, false, "@@ ");
    for (std::size_t at = text.find("@@ "); at != std::string::npos; at = text.find("@@ ")) text.erase(at, text.find(' ', at + 3) + 1 - at);
    const std::size_t at = text.find("\nEvaluación\n");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    text.erase(at + 4, 1);
    BOOST_TEST(bound(text, "plan.txt") == "issue objective actions efforts opportunities evaluation? resources process linkages partners ");
}

// Nothing marks the headings but their numerals and words.
BOOST_AUTO_TEST_CASE(plain_text) {
    for (std::size_t word = 0; word < 6; ++word)
        BOOST_TEST_CONTEXT("title " << word) BOOST_TEST(bound(plan_with(word, 0, word % 2 == 1, ""), "plan.txt") == all);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
