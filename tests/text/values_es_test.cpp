// What Spanish plans write: dates, periods, money, recurrences, names, references, denials, and the words that only look so.
#include "values_test.hpp"

#include <boost/test/unit_test.hpp>

#include "text/fold.hpp"
#include "text/negation.hpp"

BOOST_AUTO_TEST_SUITE(values_es)

using namespace plancheck;

namespace {

std::string es(std::string_view text, std::uint32_t wanted) { return values_of("es", text, wanted); }
std::string times(std::string_view text) { return es(text, want_times); }
std::string every(std::string_view text) { return es(text, want_recurrence); }
std::string sums(std::string_view text) { return es(text, want_money); }

// The hit stands between < and >.
bool denied(std::string_view marked) {
    const std::size_t open = marked.find('<'), close = marked.find('>');
    const std::string text(std::string(marked.substr(0, open)) + std::string(marked.substr(open + 1, close - open - 1)) + std::string(marked.substr(close + 1)));
    const auto begin = static_cast<std::uint32_t>(fold(std::string(marked.substr(0, open)) + "|").size() - 1);
    const auto end = begin + static_cast<std::uint32_t>(fold(marked.substr(open + 1, close - open - 1)).size());
    return is_negated(fold(text), begin, end, *Languages::built_in().find("es"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(dates) {
    BOOST_TEST(times("14 de marzo de 2025") == "date 2025-03-14");
    BOOST_TEST(times("3T 2025 – 4T de 2026") == "period 2025-Q3/2026-Q4");
    BOOST_TEST(times("14 de marzo del 2025") == "date 2025-03-14");
    BOOST_TEST(times("el 1.º de enero de 2026") == "date 2026-01-01");
    BOOST_TEST(times("el 1 de setiembre de 2026") == "date 2026-09-01");
    BOOST_TEST(times("Marzo de 2025") == "date 2025-03");
    BOOST_TEST(times("MARZO 2025") == "date 2025-03");
    BOOST_TEST(times("dic. 2026") == "date 2026-12");
    BOOST_TEST(times("enero del año 2026") == "date 2026-01");
    BOOST_TEST(times("03/04/2025") == "date 2025-04-03");
    BOOST_TEST(times("03.04.2025") == "date 2025-04-03");
    BOOST_TEST(times("2025-04-03") == "date 2025-04-03");
    BOOST_TEST(times("a finales de 2026") == "date 2026");
    BOOST_TEST(times("a mediados de 2026") == "date 2026");
    BOOST_TEST(times("en la primavera de 2026") == "date 2026");
    BOOST_TEST(times("durante 2026 se celebrarán cursos") == "date 2026");
    BOOST_TEST(times("en 2025 y luego en 2027") == "date 2025 | date 2027");
    BOOST_TEST(times("en 2025, 2027 y 2029") == "date 2025 | date 2027 | date 2029");
    BOOST_TEST(times("31 de junio de 2025") == "date 2025-06-31");
}

BOOST_AUTO_TEST_CASE(periods) {
    BOOST_TEST(times("2025-2027") == "period 2025/2027");
    BOOST_TEST(times("de 2025 a 2027") == "period 2025/2027");
    BOOST_TEST(times("entre 2025 y 2027") == "period 2025/2027");
    BOOST_TEST(times("de enero de 2025 a junio de 2026") == "period 2025-01/2026-06");
    BOOST_TEST(times("enero a junio de 2026") == "period 2026-01/2026-06");
    BOOST_TEST(times("enero-junio de 2026") == "period 2026-01/2026-06");
    BOOST_TEST(times("desde marzo de 2025 hasta junio de 2026") == "period 2025-03/2026-06");
    BOOST_TEST(times("del 14 al 18 de marzo de 2025") == "period 2025-03-14/2025-03-18");
    BOOST_TEST(times("del 1 de marzo de 2025 al 28 de febrero de 2027") == "period 2025-03-01/2027-02-28");
    BOOST_TEST(times("bienio 2024-2025") == "period 2024/2025");
    BOOST_TEST(times("hasta 2026") == "period /2026");
    BOOST_TEST(times("para 2026") == "period /2026");
    BOOST_TEST(times("antes de 2026") == "period /2026");
    BOOST_TEST(times("de aquí a 2027") == "period /2027");
    BOOST_TEST(times("hasta finales de 2026") == "period /2026");
    BOOST_TEST(times("antes de fines de 2026") == "period /2026");
    BOOST_TEST(times("a más tardar el 30 de junio de 2026") == "period /2026-06-30");
    BOOST_TEST(times("a más tardar en diciembre de 2026") == "period /2026-12");
    BOOST_TEST(times("a partir de enero de 2026") == "period 2026-01/");
    BOOST_TEST(times("desde 2019") == "period 2019/");
    BOOST_TEST(times("en curso") == "ongoing en curso");
    BOOST_TEST(times("de forma continua") == "ongoing de forma continua");
    BOOST_TEST(times("durante todo el período") == "ongoing durante todo el período");
}

BOOST_AUTO_TEST_CASE(quarters) {
    BOOST_TEST(times("T3 2024") == "quarter 2024-Q3");
    BOOST_TEST(times("1.er trimestre de 2025") == "quarter 2025-Q1");
    BOOST_TEST(times("2.º trimestre de 2025") == "quarter 2025-Q2");
    BOOST_TEST(times("primer trimestre de 2025") == "quarter 2025-Q1");
    BOOST_TEST(times("el tercer trimestre del 2025") == "quarter 2025-Q3");
    BOOST_TEST(times("IV trimestre de 2025") == "quarter 2025-Q4");
    BOOST_TEST(times("segundo semestre de 2025") == "quarter 2025-H2");
    BOOST_TEST(times("1.er semestre 2026") == "quarter 2026-H1");
    BOOST_TEST(times("T1 2025 – T3 2025") == "period 2025-Q1/2025-Q3");
}

BOOST_AUTO_TEST_CASE(no_dates) {
    for (const std::string_view text : {"decisión 24/3", "las decisiones 23/9, 24/3 y 27/12", "resolución 60/215 de la Asamblea General", "14 de marzo", "marzo",
                                        "unos 2025 aparatos", "+593 2 255 0101", "págs. 120-130", "UNEP/EA.4/3", "K1503183", "ISO 14001:2015", "el mar", "2024 2026 150 000"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(times(text) == ""); }
    }
    BOOST_TEST(times("decisión 24/3, de 9 de febrero de 2007") == "date 2007-02-09");
    BOOST_TEST(es("las decisiones 23/9, 24/3 y 27/12", want_references) == "reference decision 23/9 | reference decision 24/3 | reference decision 27/12");
    BOOST_TEST(es("decisión núm. 24/3", want_references) == "reference decision 24/3");
    BOOST_TEST(es("resolución 60/215", want_references) == "reference resolution 60/215");
}

BOOST_AUTO_TEST_CASE(recurrences) {
    for (const std::string_view text : {"cada dos años", "un informe bienal", "informes bienales", "bienalmente", "una vez cada dos años", "cada bienio", "cada 2 años", "un año de cada dos",
                                        "año por medio", "un año sí y otro no", "en años alternos", "a intervalos de dos años", "con periodicidad bienal", "cada 24 meses",
                                        "cada veinticuatro meses", "todos los bienios", "en los años impares", "un ciclo de dos años", "informe bisanual"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == "recurrence P2Y"); }
    }
    for (const std::string_view text : {"cada dos (2) años", "cada 2 (dos) años"})
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == "recurrence P2Y"); }
    for (const std::string_view text : {"bianual", "bianualmente", "informes bianuales"}) BOOST_TEST(every(text) == "recurrence P2Y?");
    for (const std::string_view text : {"anual", "anualmente", "una vez al año", "al menos una vez al año", "cada año", "todos los años", "una vez por año", "cada doce meses"})
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == "recurrence P1Y"); }
    BOOST_TEST(every("semestral") == "recurrence P6M");
    BOOST_TEST(every("dos veces al año") == "recurrence P6M");
    BOOST_TEST(every("cada seis meses") == "recurrence P6M");
    BOOST_TEST(every("trimestralmente") == "recurrence P3M");
    BOOST_TEST(every("cada mes") == "recurrence P1M");
    BOOST_TEST(every("cada cinco años") == "recurrence P5Y");
    BOOST_TEST(every("quinquenal") == "recurrence P5Y");
    BOOST_TEST(every("con regularidad") == "recurrence P");
    BOOST_TEST(every("periódicamente") == "recurrence P");
    for (const std::string_view text : {"mandato de dos años", "un proyecto de dos años", "el bienio 2024-2025", "cada asociado", "cada dos asociados", "semi-anual", "en 2025 y luego en 2027"})
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == ""); }
}

BOOST_AUTO_TEST_CASE(money) {
    BOOST_TEST(sums("150.000 USD") == "money 150000 USD");
    BOOST_TEST(sums("US$ 150 000") == "money 150000 USD");
    BOOST_TEST(sums("150\u202F000 dólares de los Estados Unidos") == "money 150000 USD");
    BOOST_TEST(sums("150.000 dólares de los EE. UU.") == "money 150000 USD");
    BOOST_TEST(sums("1,5 millones de dólares") == "money 1500000 USD");
    BOOST_TEST(sums("1.5 millones de dólares") == "money 1500000 USD");
    BOOST_TEST(sums("un millón; 2 millones de euros") == "money 2000000 EUR");
    BOOST_TEST(sums("300 mil dólares") == "money 300000 USD");
    BOOST_TEST(sums("2 mil millones de dólares") == "money 2000000000 USD");
    BOOST_TEST(sums("1 billón de dólares") == "money 1000000000000 USD");
    BOOST_TEST(sums("1.234.567,89 euros") == "money 1234567.89 EUR");
    BOOST_TEST(sums("US$ 1,250,000") == "money 1250000 USD");
    BOOST_TEST(sums("12.000 francos suizos") == "money 12000 CHF");
    BOOST_TEST(sums("25.000 soles") == "money 25000 PEN");
    BOOST_TEST(sums("3 millones de pesos colombianos") == "money 3000000 COP");
    BOOST_TEST(sums("150.000") == "");
    BOOST_TEST(es("150.000", want_money | in_money_field) == "money 150000?");
    BOOST_TEST(sums("2 millones de personas") == "");
}

BOOST_AUTO_TEST_CASE(numbers) {
    BOOST_TEST(es("una reducción del 12,5 %, o del 30 por ciento", want_numbers) == "percentage 12.5 % | percentage 30 %");
    BOOST_TEST(es("15 países, 3 talleres y 1.200 toneladas", want_numbers) == "quantity 15 countries | quantity 3 events | quantity 1200 t");
    BOOST_TEST(es("450 inspectoras y 40 comunidades", want_numbers) == "quantity 450 people | quantity 40 sites");
}

BOOST_AUTO_TEST_CASE(contacts_and_names) {
    const auto names = [](std::string_view text) { return es(text, want_names | want_contacts); };
    BOOST_TEST(names("Sra. Ada Modelo (Ministerio del Ambiente)") == "person Sra. Ada Modelo | organisation Ministerio del Ambiente");
    BOOST_TEST(names("Dr. Juan Ejemplo Muestra – Instituto de Ríos Limpios (IRL)") ==
               "person Dr. Juan Ejemplo Muestra | organisation Instituto de Ríos Limpios | organisation IRL");
    BOOST_TEST(names("Ing. Rosa Prototipo, rosa@minas.example.org") == "person Ing. Rosa Prototipo | email rosa@minas.example.org");
    BOOST_TEST(names("ONUDI; Red Salud Clara") == "organisation ONUDI | organisation Red Salud Clara");
    BOOST_TEST(es("la unidad móvil (2027-2028)", want_contacts) == "");
    BOOST_TEST(es("móvil: 2027 2028", want_contacts) == "telephone 20272028");
    BOOST_TEST(names("Director: Lic. Ana Maqueta") == "person Lic. Ana Maqueta");
    BOOST_TEST(names("por designar") == "");
    BOOST_TEST(names("algunas palabras") == "");
    BOOST_TEST(es("Tel.: (02) 255 0101; correo electrónico: x@example.org", want_contacts) == "telephone 022550101 | email x@example.org");
    BOOST_TEST(es("Teléfono: 022 550 101", want_contacts) == "telephone 022550101");
    BOOST_TEST(es("nombre [arroba] ejemplo [punto] example.org", want_contacts) == "masked nombre [arroba] ejemplo [punto] example.org");
    for (const std::string_view text : {"por determinar", "Por confirmar", "POR DESIGNAR", "pendiente de nombramiento", "vacante", "aún no definida", "a confirmar"})
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(es(text, want_all) == "unset " + std::string(text)); }
}

BOOST_AUTO_TEST_CASE(denials) {
    for (const std::string_view text : {
             "no se prevé ningún <informe bienal>", "La esfera no presentará un <informe bienal>.", "No hay <informe bienal>", "El <informe bienal> no está previsto",
             "El <informe bienal> no se presentará", "sin <informe bienal>", "ni <informe bienal> ni balance", "nunca se presenta un <informe bienal>",
             "a falta de <informe bienal>", "en ausencia de <informe bienal>", "El <informe bienal> ha sido suprimido", "Se ha suprimido el <informe bienal>",
             "El <informe bienal> queda descartado", "No se prevé que se presente un <informe bienal>", "en lugar de un <informe bienal>",
             "Los asociados han renunciado al <informe bienal>", "Tampoco se elabora un <informe bienal>", "ningún <informe bienal> será presentado",
             "Los <informes bienales> no son obligatorios", "Se dejó de presentar el <informe bienal>"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(denied(text)); }
    }
}

BOOST_AUTO_TEST_CASE(statements) {
    for (const std::string_view text : {
             "La esfera presenta un <informe bienal> al PNUMA.", "no solo un <informe bienal>, sino también un balance", "a más tardar en marzo se presenta un <informe bienal>",
             "no más tarde de marzo se presenta un <informe bienal>", "Sin demora se presenta un <informe bienal>", "No hay presupuesto. Se presenta un <informe bienal>.",
             "No hay presupuesto propio, pero se presenta un <informe bienal>", "Las organizaciones no gubernamentales elaboran un <informe bienal>",
             "Se presenta un <informe bienal>, no anual", "Sin perjuicio de lo anterior, se presenta un <informe bienal>", "no menos de 40 <informes>",
             "El <informe bienal>, que se envía al PNUMA", "La tecnología sin mercurio y el <informe bienal>", "No dejará de presentarse un <informe bienal>",
             "Una red sin fines de lucro redacta el <informe bienal>"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!denied(text)); }
    }
}

BOOST_AUTO_TEST_CASE(detection_beside_its_neighbours) {
    const auto detected = [](std::string_view text) { return detect_language(text, Languages::built_in()).tag; };
    BOOST_TEST(detected("La esfera elabora un informe para los asociados y lo presenta a la secretaría antes de que termine el año.") == "es");
    BOOST_TEST(detected("Capacitación de mineros en el uso de retortas, con apoyo de los municipios y de la red de laboratorios") == "es");
    BOOST_TEST(detected("A área prepara um relatório para os parceiros e o apresenta ao secretariado até o final do ano, com os resultados da avaliação.") == "pt");
    BOOST_TEST(detected("A área elabora un informe para os socios e preséntao á secretaría antes de que remate o ano, cos resultados das actividades.") == "gl");
    BOOST_TEST(detected("L'àrea prepara un informe per als socis i el presenta a la secretaria abans que acabi l'any, amb els resultats de les activitats.") == "ca");
    BOOST_TEST(detected("L'area prepara una relazione per i partner e la presenta al segretariato entro la fine dell'anno, con i risultati delle attività.") == "it");
    BOOST_TEST(detected("Le domaine établit un rapport pour les partenaires et le transmet au secrétariat avant la fin de l'année.") == "fr");
    BOOST_TEST(detected("The area prepares a report for the partners and sends it to the secretariat by the end of the year.") == "en");
    // Nothing but titles.
    const std::string_view lines[] = {"Resumen de la cuestión", "Objetivo de la esfera de asociación", "Movilización de recursos", "Proceso de planificación de las actividades"};
    BOOST_TEST(detect_language(lines, Languages::built_in()).tag == "es");
}

// Where a time is asked for, they count from the beginning, or say how long it takes.
BOOST_AUTO_TEST_CASE(times_that_count) {
    BOOST_TEST(values_of("es", "el 45 de julio de 2026", want_times) == "date 2026-07-45");
    BOOST_TEST(values_of("es", "35 en diciembre de 2027", want_times) == "date 2027-12");
    BOOST_TEST(values_of("es", "primer año", in_time_field | want_times) == "ongoing primer año");
    BOOST_TEST(values_of("es", "2.º año", in_time_field | want_times) == "ongoing 2.º año");
    BOOST_TEST(values_of("es", "doce meses siguientes a la aprobación", in_time_field | want_times) == "ongoing doce meses");
}

BOOST_AUTO_TEST_SUITE_END()
