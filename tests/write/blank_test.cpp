// Blank plans: in every language of the template and every format, the same bytes twice, and checked as any plan.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "plancheck/error.hpp"
#include "plancheck/validator.hpp"
#include "support/reports.hpp"

BOOST_AUTO_TEST_SUITE(blank)

using namespace plancheck;

namespace {

constexpr Format formats[] = {Format::docx, Format::odt, Format::markdown, Format::html, Format::plan_xml};

std::size_t of(const Report& report, std::string_view requirement) {
    return static_cast<std::size_t>(std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                                                  [&](const Diagnostic& d) { return d.requirement == requirement; }));
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_language_and_format) {
    const Validator validator;
    const Template& form = validator.form();
    for (const std::string& language : form.languages) {
        // Each section has its prompt in each language.
        for (const SectionSpec& section : form.sections) {
            const auto prompt = std::find_if(form.prompts.begin(), form.prompts.end(), [&](const Prompt& p) { return p.section == section.key; });
            BOOST_REQUIRE(prompt != form.prompts.end());
            BOOST_TEST(!prompt->text.exactly(language).empty(), section.key << ' ' << language);
        }
        for (const Format format : formats) {
            const std::string what = language + ' ' + std::string(name(format));
            BOOST_TEST_CONTEXT(what) {
                const std::string bytes = blank_plan(form, language, format);
                BOOST_TEST(bytes == blank_plan(form, language, format));
                const Report report = validator.validate(bytes, format == Format::markdown ? "plan.md" : "plan");
                support::keep_report(to_json(report));
                support::keep_report(to_html(report), ".html");
                BOOST_TEST((report.format == format));
                BOOST_TEST(report.language == language);
                BOOST_TEST((report.verdict == Verdict::fail));
                BOOST_TEST(report.outline.size() == form.sections.size());
                for (const OutlineEntry& entry : report.outline) {
                    BOOST_TEST((entry.confidence == Confidence::certain));
                    BOOST_TEST(!entry.numeral.empty());
                }
                // All prompts are seen, and nothing is said of titles, order or numerals.
                BOOST_TEST(of(report, "plan/guidance-left") == form.sections.size());
                for (const char* fine : {"plan/sections-present", "plan/sections-order", "plan/sections-unique", "plan/section-titles",
                                         "plan/section-numerals", "plan/numeral-agrees", "plan/other-sections", "issue/word-limit"})
                    BOOST_TEST(of(report, fine) == 0U, fine);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(numerals_are_those_of_the_template) {
    for (const char* id : {"concept-note", "gmp-biennial-report"}) {
        Options options;
        options.template_id = id;
        const Validator validator(options);
        const Template& form = validator.form();
        for (const std::string& language : form.languages)
            for (const Format format : formats)
                BOOST_TEST_CONTEXT(id << ' ' << language << ' ' << name(format)) {
                    const Report report = validator.validate(blank_plan(form, language, format), format == Format::markdown ? "plan.md" : "plan");
                    BOOST_REQUIRE_EQUAL(report.outline.size(), form.sections.size());
                    for (std::size_t i = 0; i < form.sections.size(); ++i) {
                        BOOST_TEST(report.outline[i].section == form.sections[i].key);
                        BOOST_TEST(report.outline[i].title.starts_with(form.sections[i].numeral), report.outline[i].title);
                        BOOST_TEST((report.outline[i].confidence == Confidence::certain));
                    }
                }
    }
}

// The heads of its tables are the plain words for what stands below them: of a field's many heads the first, which no
// word that is added for recognition may push aside.
BOOST_AUTO_TEST_CASE(heads_of_its_tables) {
    constexpr struct {
        const char* language;
        const char* heads[3];
    } blanks[] = {
        {"en", {"| Priority action | Effort | Partner | Timeline | Cost | Contact |", "| Objective | Indicator | Baseline | Target | Method |",
                "| Partner | Contact person | Contact details | Role |"}},
        {"fr", {"| Action prioritaire | Initiative | Partenaire | Délai | Coût | Contact |", "| Objectif | Indicateur | Niveau de référence | Cible | Méthode |",
                "| Partenaire | Personne de contact | Coordonnées | Rôle |"}},
        {"es", {"| Medida prioritaria | Iniciativa | Asociado | Plazo | Costo | Contacto |", "| Objetivo | Indicador | Línea de base | Meta | Método |",
                "| Asociado | Persona de contacto | Datos de contacto | Función |"}},
        {"ru", {"| Приоритетная мера | Мероприятие | Партнер | Срок | Стоимость | Контакты |",
                "| Цель | Показатель | Исходное значение | Целевое значение | Способ измерения |", "| Партнер | Контактное лицо | Контактные данные | Роль |"}},
        {"ar", {"| الإجراء ذو الأولوية | الجهد | الشريك | الجدول الزمني | التكلفة | جهة الاتصال |",
                "| الهدف | المؤشر | خط الأساس | القيمة المستهدفة | طريقة القياس |", "| الشريك | شخص الاتصال | بيانات الاتصال | الدور |"}},
        {"zh", {"| 优先行动 | 工作 | 合作伙伴 | 时间表 | 费用 | 联系方式 |", "| 目标 | 指标 | 基线 | 目标值 | 衡量方法 |", "| 合作伙伴 | 联系人姓名 | 联系方式 | 角色 |"}}};
    const Template form = built_in_template("gmp-annex2");
    for (const auto& blank : blanks)
        BOOST_TEST_CONTEXT(blank.language) {
            const std::string text = blank_plan(form, blank.language, Format::markdown);
            for (const char* heads : blank.heads) BOOST_TEST(text.find(heads) != std::string::npos, heads);
            BOOST_TEST(std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < ' ' && c != '\n'; }));
        }
}

// The template has titles where the library has no messages.
BOOST_AUTO_TEST_CASE(a_language_of_the_template_alone) {
    Options options;
    options.template_xml = R"(<template id="fluss" edition="1" default-language="de" languages="de" applies-from="1" poor-below="1">
      <name lang="de">Flussplan</name><source lang="de">Ordnung</source><plan-words lang="de">Flussplan</plan-words>
      <other-headings lang="de">Inhalt</other-headings><annex-headings lang="de">Anhang</annex-headings>
      <sections><section key="why" number="1"><title lang="de">Anlass</title></section><section key="what" number="2"><title lang="de">Ziele</title></section></sections>
      <items/><vocabularies/><clauses><clause id="1"><text lang="de">1</text></clause></clauses>
      <requirements>
        <requirement id="plan/sections" clause="1" obligation="must" decided-by="machine" severity="error" sections="plan">
          <sections-present/><asks>Alle Abschnitte</asks><evidence>-</evidence>
          <text lang="de"><sentence>Die Ordnung verlangt alle.</sentence><help>Ergänzen.</help></text>
        </requirement>
      </requirements>
    </template>)";
    options.language = "de";
    const Validator validator(options);
    BOOST_TEST(blank_plan(validator.form(), "de", Format::markdown) == "# Flussplan\n\n## I. Anlass\n\n## II. Ziele\n");
    BOOST_TEST(requirements_to_text(validator.form(), "de").find("Die Ordnung verlangt alle.") != std::string::npos);
    const Report report = validator.validate("# Flussplan\n\n## I. Anlass\n\nKein Wasser.\n", "plan.md");
    BOOST_REQUIRE(report.diagnostics.size() == 1);
    BOOST_TEST(report.diagnostics.front().language == "en");
    options.language = "fr-CA";
    BOOST_CHECK_NO_THROW(Validator{options});
    options.language = "pt";
    BOOST_CHECK_THROW(Validator{options}, Error);
}

BOOST_AUTO_TEST_CASE(refused) {
    const Template form = built_in_template("gmp-annex2");
    BOOST_CHECK_THROW(blank_plan(form, "en", Format::pdf), Error);
    BOOST_CHECK_THROW(blank_plan(form, "tlh", Format::docx), Error);
}

BOOST_AUTO_TEST_SUITE_END()
