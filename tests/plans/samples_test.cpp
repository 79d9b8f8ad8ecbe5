// The sample plans under examples/plans: the good ones have nothing against them in any format, the faulty ones exactly
// what was put into them, and each read back from its own XML is the same plan.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

#include "support/summary.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"

BOOST_AUTO_TEST_SUITE(samples_suite)

namespace {

const std::string folder = "../examples/plans/";

struct Sample {
    const char* plan;
    std::vector<std::string> expected;  // requirement outcome severity subject, in the report's order
};

std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.plan; }

// Exactly what examples/plans/README.md says was put into each.
const Sample samples[] = {
    {"waste-fr", {}},
    {"products-en", {}},
    {"coal-zh", {}},
    {"supply-storage-ru", {}},
    {"gold-es", {}},
    {"chlor-alkali-ar", {}},
    {"waste-fr-too-long",
     {"issue/word-limit fail error issue", "actions/count fail error actions", "efforts/contacts fail error efforts/effort-11"}},
    {"waste-fr-unfinished",
     {"efforts/timelines fail warning efforts", "evaluation/biennial-report fail warning evaluation", "plan/guidance-left fail error resources"}},
    {"chlor-alkali-ar-careless",
     {"efforts/contacts fail error efforts/effort-11", "evaluation/biennial-report fail warning evaluation", "plan/table-totals fail warning resources"}},
    {"products-en-reordered",
     {"plan/sections-present fail error opportunities", "plan/sections-order fail warning linkages", "partners/lead fail error partners/lead"}},
    {"gold-es-miscounted",
     {"plan/dates-valid fail warning efforts", "plan/table-totals fail warning efforts", "opportunities/not-current fail warning opportunities/opportunity-3"}},
    {"products-en-bare",
     {"efforts/cover-actions review warning actions/action-2", "evaluation/indicators review warning evaluation/indicator",
      "plan/sections-filled fail error partners"}},
    {"coal-zh-careless",
     {"efforts/contacts fail error efforts/effort-9", "plan/table-totals fail warning efforts", "partners/lead fail error partners/lead"}},
    {"supply-storage-ru-careless",
     {"plan/dates-valid fail warning efforts", "plan/guidance-left fail error opportunities", "plan/table-totals fail warning resources"}},
};

const plancheck::Validator& validator() {
    static const plancheck::Validator one;
    return one;
}

plancheck::Report validate(const std::string& name) { return validator().validate(support::slurp(folder + name), name); }

std::vector<std::string> found(const plancheck::Report& report) {
    std::vector<std::string> lines;
    for (const auto& diagnostic : report.diagnostics) {
        std::string line = diagnostic.requirement + ' ' + std::string(name(diagnostic.outcome)) + ' ' +
                           std::string(name(diagnostic.severity)) + ' ';
        for (std::size_t i = 0; i < diagnostic.subject.path.size(); ++i) line += (i == 0 ? "" : "/") + diagnostic.subject.path[i];
        lines.push_back(line);
    }
    return lines;
}

// The plan with each title of a section written anew, from its number and its words.
template <class Write>
std::string retitled(const std::string& text, Write&& write) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        at = end + 1;
        if (const auto numeral = line.starts_with("## ") ? plancheck::parse_numeral(std::string_view(line).substr(3), plancheck::Languages::built_in()) : std::nullopt;
            numeral && numeral->level == 0)
            line = "## " + write(numeral->value, line.substr(3 + numeral->size));
        made += line + '\n';
    }
    return made;
}

// What the numerals look like gives a note, and no more.
std::vector<std::string> without_notes(std::vector<std::string> lines) {
    std::erase_if(lines, [](const std::string& line) { return line.find(" note ") != std::string::npos; });
    return lines;
}

}  // namespace

BOOST_DATA_TEST_CASE(findings, samples, sample) {
    for (const std::string ending : {".md", ".docx", "-pandoc.docx"}) {
        BOOST_TEST_CONTEXT(ending) {
            const auto report = validate(sample.plan + ending);
            const auto lines = found(report);
            BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), sample.expected.begin(), sample.expected.end());
        }
    }
}

BOOST_DATA_TEST_CASE(markdown_and_its_docx_are_one_plan, samples, sample) {
    BOOST_CHECK_EQUAL(support::summary(validate(sample.plan + std::string(".md")), support::Detail::plan),
                      support::summary(validate(sample.plan + std::string("-pandoc.docx")), support::Detail::plan));
}

BOOST_DATA_TEST_CASE(read_back_from_xml, samples, sample) {
    for (const std::string ending : {".md", ".docx", "-pandoc.docx"}) {
        BOOST_TEST_CONTEXT(ending) {
            const std::string name = sample.plan + ending;
            const std::string xml = validator().extract_xml(support::slurp(folder + name), name);
            const auto again = validator().validate(xml, "plan.xml");
            BOOST_CHECK(again.format == plancheck::Format::plan_xml);
            BOOST_CHECK_EQUAL(support::summary(validate(name), support::Detail::all), support::summary(again, support::Detail::all));
            BOOST_CHECK_EQUAL(validator().extract_xml(xml, "plan.xml").size(), xml.size());
        }
    }
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_read_as_accepted) {
    const auto plain = validate("waste-fr.docx"), tracked = validate("waste-fr-tracked.docx");
    BOOST_CHECK_EQUAL(support::summary(plain, support::Detail::all), support::summary(tracked, support::Detail::all));
    BOOST_REQUIRE_EQUAL(tracked.notifications.size(), plain.notifications.size() + 1);
    BOOST_CHECK_EQUAL(tracked.notifications.front().id, "read/tracked-changes");
}

BOOST_DATA_TEST_CASE(titles_may_be_dressed, samples, sample) {
    const std::string text = support::slurp(folder + sample.plan + std::string(".md"));
    const auto expected = without_notes(found(validate(sample.plan + std::string(".md"))));
    for (const std::string dress : {"I/ T", "1° T", "1º T", "I | T", "[I] T", "No. 1: T", "№ 1. T", "🔹 I. T", "➢ T", " T", "I T", "I. \"T\"", "I. «T»", "T :", "**I.** T", "I.- T", "I — T —"}) {
        const auto report = validator().validate(retitled(text, [&](std::uint32_t value, const std::string& title) {
            std::string made;
            for (const char c : dress)
                made += c == 'T' ? title : c == 'I' ? plancheck::format_numeral(value, plancheck::NumberFormat::upper_roman) : c == '1' ? std::to_string(value) : std::string(1, c);
            return made;
        }), "plan.md");
        BOOST_TEST_CONTEXT(dress) {
            const auto lines = without_notes(found(report));
            BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
        }
    }
}

// "Section One: …", "Première partie : …" and as many ways as there are words for each number.
BOOST_DATA_TEST_CASE(sections_may_be_numbered_in_words, samples, sample) {
    const std::string text = support::slurp(folder + sample.plan + std::string(".md"));
    const auto plain = validate(sample.plan + std::string(".md"));
    const plancheck::Language& language = plancheck::Languages::built_in().nearest(plain.language);
    if (language.ordinals.empty()) return;
    // Where an ordinal may stand without its section, it does not stand before it.
    const bool both_orders = language.ordinals.front().stands == plancheck::Language::Ordinal::Stands::section;
    for (std::size_t way = 0; way < 8; way += both_orders ? 1 : 2) {
        std::size_t titles = 0;
        const std::string worded = retitled(text, [&](std::uint32_t value, const std::string& title) {
            std::vector<std::string> words;
            for (const auto& one : language.ordinals)
                if (one.value == value) words.push_back(one.word);
            if (words.empty()) return plancheck::format_numeral(value, plancheck::NumberFormat::upper_roman) + ". " + title;
            const std::string& ordinal = words[way / 2 % words.size()];
            const std::string& section = language.section_words.front();
            ++titles;
            return (way % 2 == 0 ? section + ' ' + ordinal : ordinal + ' ' + section) + ": " + title;
        });
        BOOST_TEST(titles >= 8U);
        BOOST_TEST_CONTEXT(language.tag << ", way " << way) {
            const auto report = validator().validate(worded, "plan.md");
            const auto lines = found(report), expected = found(plain);
            BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_same_bytes_give_the_same_report) {
    const std::string bytes = support::slurp(folder + "waste-fr-too-long.docx");
    const plancheck::Validator other;
    BOOST_CHECK_EQUAL(to_json(validator().validate(bytes, "plan.docx")), to_json(other.validate(bytes, "plan.docx")));
}

BOOST_AUTO_TEST_SUITE_END()
