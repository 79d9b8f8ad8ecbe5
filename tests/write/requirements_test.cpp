// What a template asks, in each form, on a template of two requirements made by hand.
#include <boost/test/unit_test.hpp>

#include "plancheck/template.hpp"

BOOST_AUTO_TEST_SUITE(requirements)

using namespace plancheck;

namespace {

Template form() {
    Template t;
    t.id = "small";
    t.edition = "1";
    t.sha256 = "00";
    t.default_language = "en";
    Requirement limit;
    limit.id = "issue/word-limit";
    limit.clause = "Annex 2, I, title";
    limit.severity = Severity::error;
    limit.check = "word-limit";
    limit.asks_source = "At most \"250\" words, no more";
    limit.evidence_source = "count";
    limit.asks = {{{"en", "at most 250 words"}, {"fr", "250 mots au plus"}}};
    limit.clause_text = {{{"fr", "Annexe 2, I, titre"}}};
    limit.help = {{{"en", "shorten it"}}};
    limit.needs = {"plan/sections-present"};
    limit.examples = {{"en", true, "# I. Issue\n\nShort.\n", {}, {}, 0, 0}, {"fr", false, "# I. Question\n\nLong.\n", {}, {}, 0, 0}};
    Requirement context;
    context.id = "issue/context";
    context.clause = "derived";
    context.obligation = Obligation::derived;
    context.decided_by = DecidedBy::reviewer;
    context.asks_source = context.evidence_source = "The context is given";
    t.requirements = {limit, context};
    return t;
}

}  // namespace

BOOST_AUTO_TEST_CASE(csv) {
    BOOST_TEST(
        requirements_to_csv(form()) ==
        "id,clause,obligation,decided_by,severity,asks,evidence\n"
        "issue/word-limit,\"Annex 2, I, title\",must,machine,error,\"At most \"\"250\"\" words, no more\",count\n"
        "issue/context,derived,derived,reviewer,,The context is given,The context is given\n");
}

BOOST_AUTO_TEST_CASE(table) {
    BOOST_TEST(requirements_to_text(form(), "fr") ==
               "issue/word-limit               must       machine   error    250 mots au plus (Annexe 2, I, titre)\n"
               "issue/context                  derived    reviewer  –        The context is given (derived)\n");
}

BOOST_AUTO_TEST_CASE(json) {
    BOOST_TEST(requirements_to_json(form(), "en") == R"({
  "schema": "plancheck-requirements/1",
  "template": {
    "id": "small",
    "edition": "1",
    "sha256": "00"
  },
  "language": "en",
  "requirements": [
    {
      "id": "issue/word-limit",
      "clause": "Annex 2, I, title",
      "clauseText": "Annexe 2, I, titre",
      "obligation": "must",
      "decidedBy": "machine",
      "check": "word-limit",
      "severity": "error",
      "asks": "at most 250 words",
      "evidence": "count"
    },
    {
      "id": "issue/context",
      "clause": "derived",
      "clauseText": "derived",
      "obligation": "derived",
      "decidedBy": "reviewer",
      "check": null,
      "severity": null,
      "asks": "The context is given",
      "evidence": "The context is given"
    }
  ]
}
)");
}

BOOST_AUTO_TEST_CASE(explained) {
    BOOST_TEST(explain(form(), "issue/word-limit", "en") == R"(issue/word-limit
  at most 250 words

  clause        Annexe 2, I, titre
  obligation    must: the framework asks for it
  decided by    machine: the program
  severity      error
  check         word-limit
  evidence      count
  needs         plan/sections-present
  help          shorten it

An example that passes (en):
    # I. Issue

    Short.
)");
    BOOST_TEST(explain(form(), "issue/context", "fr") == R"(issue/context
  The context is given

  clause        derived
  obligation    derived: absent du cadre : ajouté par plancheck
  qui décide    reviewer: une personne
)");
    BOOST_TEST(explain(form(), "no/such", "en") == "");
    BOOST_TEST(explain(form(), "", "en") == "");
}

BOOST_AUTO_TEST_SUITE_END()
