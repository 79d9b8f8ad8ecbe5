// Places in words: what stands in a table is found by its row and the head of its column, in the language of the messages.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "plancheck.hpp"
#include "support/summary.hpp"

BOOST_AUTO_TEST_SUITE(places)

using namespace plancheck;

namespace {

std::string place_of(const std::string& plan, const std::string& requirement, const std::string& language) {
    Options options;
    options.language = language;
    const Report report = Validator(options).validate(support::slurp("../examples/plans/" + plan), plan);
    for (const Diagnostic& one : report.diagnostics)
        if (one.requirement == requirement) return one.location.words;
    return "no finding";
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_by_the_head_of_their_column) {
    const std::string plan = "waste-fr-unfinished.docx", total = "coal-zh-careless.docx";
    BOOST_TEST(place_of(plan, "efforts/timelines", "en") == "section IV, effort 2.3, table 1, row 7, column “Délai de réalisation”");
    BOOST_TEST(place_of(plan, "efforts/timelines", "fr") == "section IV, initiative 2.3, tableau 1, ligne 7, colonne «\u00a0Délai de réalisation\u00a0»");
    BOOST_TEST(place_of(plan, "efforts/timelines", "es") == "sección IV, iniciativa 2.3, cuadro 1, fila 7, columna «Délai de réalisation»");
    BOOST_TEST(place_of(plan, "efforts/timelines", "ru") == "раздел IV, мероприятие 2.3, таблица 1, строка 7, столбец «Délai de réalisation»");
    BOOST_TEST(place_of(total, "plan/table-totals", "zh") == "第IV部分、表1第12行“费用（美元）”列");
    BOOST_TEST(place_of(total, "plan/table-totals", "ar") == "القسم \u2068IV\u2069، الجدول 1، الصف 12، العمود «\u2068费用（美元）\u2069»");
}

// A cell over several columns, and a table whose first row is none of heads, have no head to name.
BOOST_AUTO_TEST_CASE(rows_alone_where_no_head_stands_above) {
    const std::string text =
        "<html><body><h1>Plan</h1><h2>I. Summary of the issue</h2><p>Some text of it.</p><h2>II. Objective of the partnership area</h2><p>To do it.</p>"
        "<h2>III. Priority actions</h2><table><tr><td>first</td><td>mail to ada@</td></tr><tr><td>second</td><td>x</td></tr></table></body></html>";
    const Report report = Validator().validate(text, "plan.html");
    std::string words;
    for (const Diagnostic& one : report.diagnostics)
        if (one.requirement == "plan/addresses-valid") words = one.location.words;
    BOOST_TEST(words == "section III, table 1, row 1");
}

// Evidence in a long paragraph is quoted from its sentence on, in a long sentence from the words before it.
BOOST_AUTO_TEST_CASE(evidence_is_read_in_its_quote) {
    const std::string text =
        "# Plan\n\n## I. Summary of the issue\n\nOld pits lie near towns.\n\n## II. Objective of the partnership area\n\nThe plan was drawn up in two workshops in spring, and its "
        "text was sent to everyone who had taken part in them. What is learnt helps countries to put the Minamata Convention into practice.\n\n## III. Priority actions\n\n"
        "1. Map the pits of the north, of the south, of the hills behind the towns and of all of the islands off the coast, and teach their owners what the Minamata "
        "Convention asks for.\n";
    const auto quotes = [&](const std::string& plan) {
        std::vector<std::string> all;
        for (const RequirementResult& one : Validator().validate(plan, "plan.md").requirements)
            if (one.id == "plan/convention")
                for (const ReportEvidence& evidence : one.evidence) all.push_back(evidence.quote);
        return all;
    };
    BOOST_TEST(quotes(text) == std::vector<std::string>{"What is learnt helps countries to put the Minamata Convention into practice."}, boost::test_tools::per_element());
    const std::size_t first = text.find(" What is learnt"), behind = text.find("\n", first);
    BOOST_TEST(quotes(text.substr(0, first) + text.substr(behind)) == std::vector<std::string>{"the islands off the coast, and teach their owners what the Minamata Convention asks for."},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_term_is_read_in_its_quote) {
    namespace fs = std::filesystem;
    const Validator validator;
    std::size_t terms = 0;
    for (const fs::path& file : support::whole_plans()) {
        const std::string name = file.filename().string();
        for (const RequirementResult& one : validator.validate(support::slurp(file.string()), name).requirements)
            for (const ReportEvidence& evidence : one.evidence)
                for (const Argument& value : evidence.value) {
                    const auto* const term = std::get_if<std::string>(&value.value);
                    if (value.name != "text" || term == nullptr || term->find('\n') != std::string::npos || term->size() > 60) continue;
                    ++terms;
                    BOOST_TEST((evidence.quote.find(*term) != std::string::npos), name << ": " << one.id << ": " << *term << ": " << evidence.quote);
                }
    }
    BOOST_TEST(terms > 1000);
}

BOOST_AUTO_TEST_SUITE_END()
