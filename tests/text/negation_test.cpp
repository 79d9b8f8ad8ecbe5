#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/negation.hpp"

BOOST_AUTO_TEST_SUITE(negation)

using namespace plancheck;

namespace {

// The hit stands between < and >.
struct Marked {
    std::string text;
    std::uint32_t begin = 0, end = 0;
};

Marked marked_text(std::string_view marked) {
    const std::size_t open = marked.find('<');
    const std::size_t close = marked.find('>');
    const std::string before = fold(marked.substr(0, open));
    const std::string hit = fold(marked.substr(open + 1, close - open - 1));
    const std::string after = fold(marked.substr(close + 1));
    std::string text = before;
    const bool glued = open == 0 || marked[open - 1] != ' ';
    if (!before.empty() && !glued) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += hit;
    const auto end = static_cast<std::uint32_t>(text.size());
    if (!after.empty() && marked[close + 1] == ' ') text += ' ';
    text += after;
    return {std::move(text), begin, end};
}

bool negated(std::string_view tag, std::string_view marked) {
    const Marked one = marked_text(marked);
    return is_negated(one.text, one.begin, one.end, *Languages::built_in().find(tag));
}

bool supposed(std::string_view tag, std::string_view marked) {
    const Marked one = marked_text(marked);
    return is_supposed(one.text, one.begin, one.end, *Languages::built_in().find(tag));
}

}  // namespace

BOOST_AUTO_TEST_CASE(english_denials) {
    for (const std::string_view text : {
             "no <biennial report> is foreseen", "There will be no <biennial report>.", "The area does not prepare a <biennial report>.",
             "A <biennial report> is not foreseen", "The <biennial report> to UNEP will not be prepared", "<biennial reports> are no longer prepared",
             "Partners never submit a <biennial report>", "without any <biennial report>", "Neither a <biennial report> nor a review is planned",
             "The plan cannot include a <biennial report>", "instead of a <biennial report>", "the absence of a <biennial report>",
             "A <biennial report> won't be prepared", "The <biennial report> has been abandoned",
             "we have abandoned <biennial reports>", "The <biennial report> was discontinued"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(negated("en", text)); }
    }
}

BOOST_AUTO_TEST_CASE(english_statements) {
    for (const std::string_view text : {
             "The area prepares a <biennial report>.", "not only a <biennial report> but also a review", "no later than March, a <biennial report> is sent",
             "There is no budget. A <biennial report> is prepared.", "There is no dedicated budget, and a <biennial report> is prepared",
             "Without delay the lead sends a <biennial report>", "The plan has no annex but a <biennial report>",
             "Funding is not secured; the <biennial report> is prepared", "A <biennial report> is prepared, not a yearly one",
             "Without further funds, the lead prepares a <biennial report>", "The <biennial report> is not only sent to UNEP",
             "The <biennial report>, which is sent to UNEP"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated("en", text)); }
    }
}

BOOST_AUTO_TEST_CASE(what_stands_inside_a_cue) {
    BOOST_TEST(negated("fr", "Le chef de file ne <convoque> pas les partenaires."));
    BOOST_TEST(!negated("fr", "Le chef de file ne <convoque> que les partenaires."));
    BOOST_TEST(!negated("fr", "Le chef de file <convoque> les partenaires."));
}

BOOST_AUTO_TEST_CASE(wishes_and_what_is_over) {
    for (const auto& [tag, text] : {
             std::pair{"es", "Nos habría gustado convocar <reuniones>"}, std::pair{"es", "La <revisión> de entonces fue la última"}, std::pair{"es", "El <antiguo líder> convocaba reuniones"},
             std::pair{"ar", "حبذا لو عقد <اجتماع>"}, std::pair{"ar", "كان <التعاون> حتى حين ثم انقطع"}, std::pair{"ar", "<حملة> لن تتكرر"},
             std::pair{"en", "Many would like a <meeting> each year"}, std::pair{"fr", "Une <collaboration> avait existé"}, std::pair{"ru", "До 2009 года проводились <встречи>"}, std::pair{"zh", "2009年以前开过<会议>"}}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(negated(tag, text)); }
    }
    for (const auto& [tag, text] : {std::pair{"es", "Se examinan los <proyectos> que se interrumpieron"}, std::pair{"en", "Until 2030 the <meeting> is held each year"}})
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated(tag, text)); }
}

BOOST_AUTO_TEST_CASE(what_is_still_to_be_decided) {
    for (const std::string_view text : {
             "Whether to prepare a <biennial report> is still under discussion", "Whether the area should prepare a <biennial report> will be discussed",
             "the partners discussed whether the area should prepare a <biennial report>", "How a <biennial report> might be prepared is not known",
             "the area could prepare a <biennial report> if funds allow", "<Indicators> will be developed by the partners", "The <targets> are still to be agreed",
             "<milestones> to be set", "a <biennial report> will be agreed at a later stage", "<partners> have yet to be named"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(negated("en", text)); }
    }
    for (const std::string_view text : {
             "the partners discuss whether the <plan> should be changed", "They consider whether <efforts> should be adjusted", "<Indicators> are developed by the partners",
             "A <biennial report> will be developed by the partners", "The <targets> will be set out in the report", "<boxes> to be set up in 2026",
             "The <report> could be shared with all partners"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated("en", text)); }
    }
    for (const std::string_view text : {
             "Les <indicateurs> seront définis par les partenaires", "Les <cibles> restent à fixer", "La question de savoir si un <rapport biennal> est remis reste en suspens",
             "un <rapport biennal> reste à l'étude", "le domaine pourrait remettre un <rapport biennal> si les fonds le permettent"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(negated("fr", text)); }
    }
    for (const std::string_view text : {"les partenaires se réunissent pour savoir si le <plan> doit être ajusté", "Les <indicateurs> sont définis par les partenaires"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated("fr", text)); }
    }
    for (const auto& [tag, text] : {
             std::pair<std::string_view, std::string_view>{"es", "Los <indicadores> se definirán más adelante"}, {"es", "Más adelante se elaborarán los <indicadores>"},
             {"es", "La cuestión de si se presenta un <informe> sigue en estudio"}, {"ru", "<Показатели> будут разработаны позднее"},
             {"ru", "Предстоит разработать <показатели>"}, {"ru", "<Доноры> пока не найдены"}, {"ar", "ستوضع <المؤشرات> لاحقا"}, {"ar", "ستحدد <الغايات> في عام 2026"},
             {"zh", "<指标>尚待制定"}, {"zh", "是否提交<报告>仍在讨论中"}, {"zh", "与<目标>无关"}}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(negated(tag, text)); }
    }
    for (const auto& [tag, text] : {
             std::pair<std::string_view, std::string_view>{"es", "Los <indicadores> se definieron con los asociados"}, {"ru", "<Показатели> разработаны с партнерами"},
             {"ar", "تقاس <المؤشرات> كل سنة"}, {"zh", "<指标>由伙伴制定"}}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated(tag, text)); }
    }
    const Language& english = *Languages::built_in().find("en");
    BOOST_TEST(is_undecided(fold("Linkages will be identified later."), english));
    BOOST_TEST(is_undecided(fold("The linkages are still to be named."), english));
    BOOST_TEST(!is_undecided(fold("Linkages were identified with three areas."), english));
    BOOST_TEST(!is_undecided(fold("The partners discuss whether linkages should be added."), english));
}

BOOST_AUTO_TEST_CASE(french_denials) {
    for (const std::string_view text : {
             "aucun <rapport biennal> n'est prévu", "Le domaine ne présentera pas de <rapport biennal>.", "Il n'y a pas de <rapport biennal>",
             "Un <rapport biennal> n’est pas prévu", "sans <rapport biennal>", "Le <rapport biennal> ne sera plus établi", "ni <rapport biennal> ni bilan",
             "jamais de <rapport biennal>", "faute de <rapport biennal>", "Le <rapport biennal> a été abandonné", "en l'absence de <rapport biennal>",
             "Il ne prévoit pas que le <rapport biennal> soit établi",
             "Le <rapport biennal> a été supprimé", "plus de <rapport biennal>", "plus de rapport <biennal>", "Nous avons renoncé au <rapport biennal>"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(negated("fr", text)); }
    }
}

BOOST_AUTO_TEST_CASE(french_statements) {
    for (const std::string_view text : {
             "Un <rapport biennal> est présenté au PNUE.", "non seulement un <rapport biennal> mais aussi un bilan",
             "Le domaine ne présente qu'un <rapport biennal>", "Sans délai, un <rapport biennal> est présenté",
             "Faute de moyens, le chef de file établit un <rapport biennal>", "Le budget n'est pas arrêté. Un <rapport biennal> est prévu.",
             "Le budget n'est pas arrêté mais un <rapport biennal> est prévu", "Les organisations non gouvernementales établissent un <rapport biennal>",
             "Le <rapport biennal> n'est présenté que tous les deux ans",
             "plus de 40 <rapports>", "plus de deux <rapports>", "en plus de ce <rapport>", "Pour plus de transparence, un <rapport biennal> est présenté"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated("fr", text)); }
    }
}

// Who cannot do without a thing has need of it; and what was left undone says nothing of what follows.
BOOST_AUTO_TEST_CASE(two_denials_and_a_relative_clause) {
    const std::pair<const char*, std::string_view> statements[] = {
        {"en", "Without sound figures Article 8 of the <Convention> cannot be applied"},
        {"en", "They look back on what was achieved and what was not, and <adjust> the plan"},
        {"fr", "Sans chiffres sûrs, on ne peut appliquer l'article 8 de la <Convention>"},
        {"fr", "Ils voient ce qui a été fait et ce qui ne l'a pas été, puis <ajustent> le plan"},
        {"es", "Sin cifras fiables no se puede aplicar el artículo 8 del <Convenio>"},
        {"es", "Repasan lo que se ha logrado y lo que no, y <corrigen> el plan"},
        {"ru", "Без надежных данных нельзя выполнить статью 8 <Конвенции>"},
        {"ru", "Обсуждается, что удалось и что нет, и план <обновляется>"},
        {"ar", "بدون بيانات موثوقة لا يمكن تطبيق المادة 8 من <الاتفاقية>"},
        {"ar", "ينظرون فيما تحقق وما لم يتحقق، ثم <تعدل> الخطة"},
        {"zh", "没有可靠数据就无法执行<公约>"},
        {"zh", "没有开会，<报告>照常提交"},
        {"zh", "讨论计划要不要<调整>"}};
    for (const auto& [language, text] : statements) BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated(language, text)); }
    BOOST_TEST(negated("en", "Without a meeting there will be no <report>"));
    BOOST_TEST(negated("es", "No hay reuniones, por lo que no se presenta <informe>"));
    BOOST_TEST(negated("ru", "Отмечается, что не будет <доклада>"));
}

// What is only supposed, wished, remembered or turned down is no statement.
BOOST_AUTO_TEST_CASE(suppositions) {
    const std::pair<const char*, std::string_view> suppositions[] = {
        {"en", "If they met <every two years>, it would be too late"}, {"en", "If the lead wishes, a report is sent <every two years>"},
        {"en", "They would like to meet <every year>"}, {"en", "Meeting <every year>, as some asked, was turned down"},
        {"fr", "S'ils se voyaient <tous les deux ans>, ce serait trop tard"}, {"es", "Quizá se reúnan <cada año>"},
        {"ru", "Если бы они встречались <раз в два года>"}, {"ar", "لو اجتمعوا <كل سنتين> لتأخروا"}, {"zh", "如果<每两年>开会"}};
    for (const auto& [language, text] : suppositions) BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(supposed(language, text)); }
    BOOST_TEST(!supposed("en", "They meet <every year>, and more often if they must"));
    BOOST_TEST(!supposed("en", "If need be, others are asked, and all meet <every year>"));
    const Marked quoted = marked_text("Some asked for \"a report <every five years>\" and no more"), plain = marked_text("The \"lead\" writes <every year>");
    BOOST_TEST(is_quoted(quoted.text, quoted.begin, quoted.end));
    BOOST_TEST(!is_quoted(plain.text, plain.begin, plain.end));
}

BOOST_AUTO_TEST_CASE(wrong_ranges_are_no_denial) {
    const Language& en = *Languages::built_in().find("en");
    BOOST_TEST(!is_negated("no", 2, 1, en));
    BOOST_TEST(!is_negated("no", 0, 9, en));
    BOOST_TEST(!is_negated("", 0, 0, en));
}

BOOST_AUTO_TEST_SUITE_END()
