// Text as people read it: whole reports, in both languages, with and without colour.
#include <boost/test/unit_test.hpp>

#include "write/phrases.hpp"
#include "write/sample.hpp"

BOOST_AUTO_TEST_SUITE(text)

using namespace plancheck;

BOOST_AUTO_TEST_CASE(everything_in_english) {
    BOOST_TEST(to_text(sample::report()) ==
               R"(plan.docx: note: tracked changes: insertions are kept [read/tracked-changes]
  --> paragraph 5

plan.docx: error: section I has 263 words, 13 above the limit of 250 [issue/word-limit]
  --> section I, paragraph 7
   | “the first word too many”
   = clause: Annex 2, I, title
   = help: shorten the section by 13 words

plan.docx:41:3: warning: no report every two years was found [evaluation/biennial-report]
  --> section VI
   = to review: a person decides
   = clause: Annex 2, VI, paragraph 1; chapter 7
   = see: nearest heading: paragraph 22, “Reporting”
   = see: VIII. Process

plan.docx: note: a �[31mred quote [plan/guidance-left]
   = a remark: the requirement passes
   = does not count: agreed with the secretariat
   = clause: Annex 2, I, title

I 263/250 words · III 2 actions · Evaluation 1 word
9 requirements are for a reviewer to decide: no program can
3 requirements were not checked, because of: 2 check/not-run, 1 efforts/cover-actions
plan.docx: verdict fail (to be mended) · 1 error · 1 note · 1 to review · 2 passed · 9 for a reviewer · 3 not checked
)");
}

BOOST_AUTO_TEST_CASE(signs_of_direction) {
    // Whole isolates turn nothing outside; all other signs of direction, and halves of isolates, are made harmless.
    BOOST_TEST(harmless("a \u2068b\u2069 c") == "a \u2068b\u2069 c");
    BOOST_TEST(harmless("a \u2068b") == "a \uFFFDb");
    BOOST_TEST(harmless("a\u2069 b") == "a\uFFFD b");
    BOOST_TEST(harmless("\u202Ea\u2067b\u2069") == "\uFFFDa\uFFFDb\uFFFD");
    BOOST_TEST(Phrases("fr").inside("texte") == "texte");
    BOOST_TEST(Phrases("ar").inside("نص") == "\u2068نص\u2069");
}

BOOST_AUTO_TEST_CASE(unreadable_in_french) {
    BOOST_TEST(to_text(sample::unreadable()) ==
               "no�where.docx: error: le fichier n’existe pas [read/not-found]\n\n"
               "no�where.docx: verdict unreadable (lecture impossible) · 1 non vérifiée\n");
}

BOOST_AUTO_TEST_CASE(nothing_found) {
    Report report;
    report.name = "p.md";
    report.message_language = "xx";
    report.verdict = Verdict::pass;
    report.counts.pass = 74;
    report.counts.reviewer = 1;
    report.outline = {{"partners", "X", "X. Partners", Confidence::certain, 5, {}}};
    for (const char* kind : {"partner", "partner", "lead"}) {
        report.items.emplace_back().kind = kind;
        report.items.back().section = "partners";
    }
    BOOST_TEST(to_text(report) ==
               "X 2 partners, 1 lead\n"
               "1 requirement is for a reviewer to decide: no program can\n"
               "p.md: verdict pass (nothing was found to stand against the plan) · 74 passed · 1 for a reviewer\n");
}

BOOST_AUTO_TEST_CASE(what_was_cut_is_told) {
    Report report;
    report.name = "p.md";
    report.message_language = "fr";
    report.verdict = Verdict::review;
    report.total_diagnostics = 12;
    BOOST_TEST(to_text(report) == "0 sur 12 diagnostics affichés\np.md: verdict review (une personne doit décider)\n");
}

BOOST_AUTO_TEST_CASE(colour_adds_escapes_and_nothing_else) {
    const std::string painted = to_text(sample::report(), true);
    std::string plain;
    for (std::size_t i = 0; i < painted.size(); ++i) {
        if (painted[i] == '\x1b') {
            i = painted.find('m', i);
        } else {
            plain += painted[i];
        }
    }
    BOOST_TEST(plain == to_text(sample::report()));
    BOOST_TEST(painted != plain);
}

BOOST_AUTO_TEST_CASE(outline) {
    BOOST_TEST(outline_to_text(sample::report()) == R"(plan.docx: docx · en · 4321 words
I     issue          certain  263 words    I. Summary of the issue
      –              low      20 words     Our history
III   actions        high     40 words     III. Priority actions
      action-1       certain               Collect lamps
      action-2       certain               Collect lamps
      evaluation     low      1 word       Evaluation
note: tracked changes: insertions are kept [read/tracked-changes]
)");
}

BOOST_AUTO_TEST_CASE(summary_of_several) {
    Summary summary;
    for (const Verdict verdict : {Verdict::pass, Verdict::fail, Verdict::fail, Verdict::unreadable})
        summary.add(verdict);
    summary.skipped = 1;
    const Writer& writer = *find_writer("text");
    BOOST_TEST(writer.end(summary, "", false) ==
               "\n4 documents · 1 pass · 2 fail · 1 unreadable · 1 skipped because of its name\n");
    BOOST_TEST(writer.end(summary, "fr", false) ==
               "\n4 documents · 1 pass · 2 fail · 1 unreadable · 1 ignoré d’après le nom\n");
}

BOOST_AUTO_TEST_SUITE_END()
