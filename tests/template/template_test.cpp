#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "plancheck/error.hpp"
#include "plancheck/template.hpp"
#include "template/guidance.hpp"
#include "template/known_checks.hpp"
#include "template/names.hpp"
#include "text/language.hpp"
#include "text/terms.hpp"

BOOST_AUTO_TEST_SUITE(templates)

using namespace plancheck;

namespace {

std::string file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(stream, "cannot open " + path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of("\",\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
    return cell + "\"";
}

constexpr std::string_view small = R"(<?xml version="1.0"?>
<template id="small" edition="1" default-language="en" languages="en fr">
  <name lang="en">Small plan</name><name lang="fr">Petit plan</name>
  <source lang="en">A source</source><source lang="fr">Une source</source>
  <plan-words lang="en">plan</plan-words><plan-words lang="fr">plan</plan-words>
  <other-headings lang="en">Contents · Preface</other-headings><other-headings lang="fr">Sommaire</other-headings>
  <annex-headings lang="en">Annex</annex-headings><annex-headings lang="fr">Annexe</annex-headings>
  <sections>
    <section key="aim" number="1">
      <title lang="en" official="yes">Aim (max of 20 words)</title><title lang="fr">But</title>
      <aliases lang="en">Goal(s) · Purpose</aliases>
      <weak lang="en">Background</weak>
    </section>
    <section key="work" number="2" required="no"><title lang="en">Work</title><title lang="fr">Travaux</title></section>
  </sections>
  <items>
    <item kind="effort" section="work" places="annex" whole-section="no">
      <labels lang="en">effort</labels><labels lang="fr">initiative</labels>
      <field name="partner" type="party" refers-to="partner"><heads lang="en">who</heads><heads lang="fr">qui</heads></field>
    </item>
    <item kind="partner" section="work">
      <field name="kind" type="term" vocabulary="kinds" own="yes"><heads lang="en">kind</heads><heads lang="fr">nature</heads></field>
    </item>
  </items>
  <vocabularies>
    <vocabulary id="kinds">
      <term key="public" group="first"><words lang="en" name="public body">public · state*</words><words lang="fr">public</words></term>
    </vocabulary>
  </vocabularies>
  <clauses>
    <clause id="1, title"><text lang="en">1, title</text><text lang="fr">1, titre</text></clause>
  </clauses>
  <requirements>
    <requirement id="aim/word-limit" clause="1, title" obligation="must" decided-by="machine" severity="error"
                 sections="aim" needs="work/count(effort) aim/clear[aim]" when="dated&gt;=2020-01-01 and not first-plan">
      <word-limit max="20" counting="word-1"/>
      <word-limit lang="fr" max="25"/>
      <asks>At most 20 words</asks>
      <evidence>the number of words</evidence>
      <text lang="en">
        <sentence>The source asks for 20 words.</sentence><help>Cut.</help>
        <passes>
          ## I. Aim

            - one
        </passes>
        <fails>## I. Aim</fails>
      </text>
      <text lang="fr"><sentence>La source demande 20 mots.</sentence><help>Couper.</help></text>
    </requirement>
    <requirement id="aim/clear" clause="1, title" obligation="should" decided-by="reviewer" sections="aim">
      <shown-text/>
      <asks>Clear</asks><evidence>the text</evidence>
      <text lang="en"><sentence>The source encourages clarity.</sentence></text>
      <text lang="fr"><sentence>La source recommande la clarté.</sentence></text>
    </requirement>
    <requirement id="work/count" clause="1, title" obligation="suggested" decided-by="evidence" severity="note" sections="work plan">
      <item-count kind="effort" min="1"/>
      <asks>One effort</asks><evidence>an item</evidence>
      <text lang="en"><sentence>The source proposes one effort.</sentence><looked-for>an effort</looked-for><help>Add one.</help></text>
      <text lang="fr"><sentence>La source propose une initiative.</sentence><looked-for>une initiative</looked-for><help>En ajouter une.</help></text>
    </requirement>
  </requirements>
  <guidance>
    <hashes lang="en">00000000000000ff</hashes>
    <prompt lang="en">one two three four five six seven eight</prompt>
  </guidance>
</template>
)";

// The small template with one text in the place of another.
std::string with(std::string_view old, std::string_view other) {
    std::string xml(small);
    const std::size_t at = xml.find(old);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "not in the small template: " << old);
    return xml.replace(at, old.size(), other);
}

std::string refusal(std::string_view xml) {
    try {
        load_template(xml, "small.xml");
    } catch (const Error& error) {
        BOOST_TEST((error.kind() == Error::Kind::template_rejected));
        const std::string where = error.line() == 0 ? "small.xml: " : "small.xml:" + std::to_string(error.line()) + ": ";
        BOOST_TEST(std::string(error.what()).starts_with(where));
        return std::string(error.what()).substr(std::string("small.xml").size());
    }
    return "accepted";
}

}  // namespace

BOOST_AUTO_TEST_CASE(built_in_requirements_are_those_of_the_table) {
    const Template form = built_in_template("gmp-annex2");
    std::string csv = "id,clause,obligation,decided_by,severity,asks,evidence\n";
    for (const Requirement& r : form.requirements) {
        csv += csv_cell(r.id) + ',' + csv_cell(r.clause) + ',';
        csv += std::string(name(r.obligation)) + ',' + std::string(name(r.decided_by)) + ',';
        csv += (r.severity ? std::string(name(*r.severity)) : std::string()) + ',';
        csv += csv_cell(r.asks_source) + ',' + csv_cell(r.evidence_source) + '\n';
    }
    BOOST_TEST(csv == file("template/requirements.csv"));
}

BOOST_AUTO_TEST_CASE(built_in_identity) {
    BOOST_TEST(built_in_templates() == (std::vector<std::string>{"concept-note", "gmp-annex2", "gmp-biennial-report"}), boost::test_tools::per_element());
    const Template form = built_in_template("gmp-annex2");
    BOOST_TEST(form.id == "gmp-annex2");
    BOOST_TEST(form.edition == "2020");
    BOOST_TEST(form.sha256.size() == 64U);
    BOOST_TEST(form.default_language == "en");
    BOOST_TEST(form.languages == (std::vector<std::string>{"en", "fr", "es", "ru", "ar", "zh"}), boost::test_tools::per_element());
    std::string keys;
    for (const SectionSpec& section : form.sections) keys += std::to_string(section.number) + section.key + ' ';
    BOOST_TEST(keys == "1issue 2objective 3actions 4efforts 5opportunities 6evaluation 7resources 8process 9linkages 10partners ");
    std::string kinds;
    for (const ItemSpec& item : form.items) kinds += item.kind + ' ';
    BOOST_TEST(kinds == "objective action effort opportunity indicator linkage partner lead ");
    BOOST_TEST(form.section("issue")->titles_in("fr")->title == "Énoncé de la question (250 mots au maximum)");
    BOOST_TEST(form.section("issue")->titles_in("en")->title == "Summary of the issue (max of 250 words)");
    BOOST_TEST(form.requirement("issue/word-limit")->parameter("max") == "250");
    BOOST_TEST(form.requirement("issue/word-limit")->clause_text.in("fr") == "Annexe 2, I, titre");
}

BOOST_AUTO_TEST_CASE(built_in_texts_are_complete) {
    const Template form = built_in_template("gmp-annex2");
    for (const Requirement& r : form.requirements) {
        BOOST_TEST_CONTEXT(r.id) {
            for (const std::string& language : form.languages) {
                BOOST_TEST(r.asks.exactly(language).ends_with(language == "zh" ? "。" : "."));
                std::size_t passes = 0;
                std::size_t fails = 0;
                for (const Example& example : r.examples)
                    if (example.language == language) ++(example.passes ? passes : fails);
                BOOST_TEST(passes == fails);
                if (r.decided_by == DecidedBy::reviewer) BOOST_TEST(passes == 1U);
                if (r.decided_by == DecidedBy::reviewer) BOOST_TEST(r.check == "shown-text");
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(built_in_terms_are_terms) {
    const Template form = built_in_template("gmp-annex2");
    const Languages& languages = Languages::built_in();
    const auto accepted = [&](const Localized& terms) {
        for (const auto& [tag, words] : terms.texts) {
            TermIndex index;
            BOOST_TEST(index.add(0, words, languages.find(tag)), tag + ": " + words);
        }
    };
    accepted(form.other_headings);
    accepted(form.annex_headings);
    accepted(form.running);
    for (const Vocabulary& vocabulary : form.vocabularies)
        for (const Term& term : vocabulary.terms) accepted(term.synonyms);
    for (const ItemSpec& item : form.items) {
        accepted(item.labels);
        for (const FieldSpec& field : item.fields) accepted(field.heads);
    }
}

BOOST_AUTO_TEST_CASE(unknown_built_in) {
    try {
        built_in_template("gmp-annex3");
        BOOST_ERROR("accepted");
    } catch (const Error& error) {
        BOOST_TEST((error.kind() == Error::Kind::unknown_template));
        BOOST_TEST(error.what() == std::string("no template 'gmp-annex3' is built in; there are: concept-note gmp-annex2 gmp-biennial-report"));
    }
}

BOOST_AUTO_TEST_CASE(small_template) {
    const Template form = load_template(small, "small.xml");
    BOOST_TEST(form.name.in("fr") == "Petit plan");
    BOOST_TEST(form.source.in("en") == "A source");
    BOOST_TEST(form.running.in("en") == "plan");
    BOOST_TEST(form.other_headings.in("en") == "Contents · Preface");
    BOOST_TEST(form.applies_from == 3U);

    const SectionSpec& aim = *form.section("aim");
    BOOST_TEST(aim.line == 9U);
    BOOST_TEST(aim.required);
    BOOST_TEST(aim.titles_in("en")->official);
    BOOST_TEST(aim.titles_in("en")->aliases == (std::vector<std::string>{"Goal(s)", "Purpose"}), boost::test_tools::per_element());
    BOOST_TEST(aim.titles_in("en")->weak == std::vector<std::string>{"Background"}, boost::test_tools::per_element());
    BOOST_TEST(!aim.titles_in("fr")->official);
    BOOST_TEST(!form.section("work")->required);
    BOOST_TEST(form.section("works") == nullptr);

    const ItemSpec& effort = *form.item("effort");
    BOOST_TEST(!effort.whole_section);
    BOOST_TEST(effort.places == std::vector<std::string>{"annex"}, boost::test_tools::per_element());
    BOOST_TEST(effort.labels.in("fr") == "initiative");
    BOOST_TEST((effort.field("partner")->type == FieldType::party));
    BOOST_TEST(effort.field("partner")->refers_to == "partner");
    BOOST_TEST(effort.field("cost") == nullptr);
    BOOST_TEST(form.item("partner")->field("kind")->own);
    BOOST_TEST(form.item("partner")->field("kind")->vocabulary == "kinds");

    const Term& term = form.vocabulary("kinds")->terms.at(0);
    BOOST_TEST(term.key == "public");
    BOOST_TEST(term.group == "first");
    BOOST_TEST(term.synonyms.in("en") == "public · state*");
    BOOST_TEST(term.name.in("fr") == "public body");
    BOOST_TEST(form.vocabulary("kind") == nullptr);

    const Requirement& limit = *form.requirement("aim/word-limit");
    BOOST_TEST(limit.line == 34U);
    BOOST_TEST(limit.clause == "1, title");
    BOOST_TEST(limit.clause_text.in("fr") == "1, titre");
    BOOST_TEST(limit.check == "word-limit");
    BOOST_TEST(limit.parameter("max") == "20");
    BOOST_TEST(limit.parameter("max", "fr") == "25");
    BOOST_TEST(limit.parameter("counting", "fr") == "word-1");
    BOOST_TEST(limit.parameter("review-above") == "");
    BOOST_TEST(limit.needs == (std::vector<std::string>{"work/count(effort)", "aim/clear[aim]"}), boost::test_tools::per_element());
    BOOST_TEST(limit.when == "dated>=2020-01-01 and not first-plan");
    BOOST_TEST(limit.help.in("en") == "Cut.");
    BOOST_TEST(limit.examples.size() == 2U);
    BOOST_TEST(limit.examples[0].text == "## I. Aim\n\n  - one");
    BOOST_TEST(limit.examples[0].passes);
    BOOST_TEST(limit.examples[1].text == "## I. Aim");
    BOOST_TEST(!limit.examples[1].passes);
    BOOST_TEST(!form.requirement("aim/clear")->severity.has_value());
    BOOST_TEST(form.requirement("work/count")->looked_for.in("fr") == "une initiative");

    std::vector<std::uint64_t> hashes = guidance_hashes("one two three four five six seven eight");
    hashes.insert(hashes.begin(), 255);
    BOOST_TEST(form.guidance == hashes, boost::test_tools::per_element());
    BOOST_TEST(form.sha256 == load_template(small).sha256);
}

BOOST_AUTO_TEST_CASE(localized_texts) {
    const Localized text{{{"en", "one"}, {"fr", "un"}}};
    BOOST_TEST(text.in("fr") == "un");
    BOOST_TEST(text.in("ru", "fr") == "un");
    BOOST_TEST(text.in("ru", "ar") == "one");
    BOOST_TEST(text.in("ru") == "one");
    BOOST_TEST(text.exactly("ru") == "");
    BOOST_TEST(Localized().in("en", "fr") == "");
}

BOOST_AUTO_TEST_CASE(not_xml) {
    BOOST_TEST(refusal("") == ":1: not well-formed XML: No document element found");
    BOOST_TEST(refusal("a letter") == ":1: not well-formed XML: No document element found");
    BOOST_TEST(refusal("<template>\n<name>\n</template>") == ":3: not well-formed XML: Start-end tags mismatch");
    BOOST_TEST(refusal("<template>\n\xFF</template>") == ":2: not UTF-8");
    BOOST_TEST(refusal("<!DOCTYPE template [<!ENTITY a \"b\">]>\n<template/>") == ":1: a DOCTYPE is not accepted");
    BOOST_TEST(refusal("<templte/>") == ":1: unknown root element: 'templte'; did you mean 'template'?");
    BOOST_TEST(refusal("<template/>") == ":1: <template> lacks its attribute 'id'");
    BOOST_TEST(refusal(std::string(small) + "<template/>") == ":69: a second root element");
}

BOOST_AUTO_TEST_CASE(unknown_names) {
    BOOST_TEST(refusal(with("<weak lang=\"en\">Background</weak>", "<weka lang=\"en\">Background</weka>")) ==
               ":12: unknown element in <section>: 'weka'; did you mean 'weak'?");
    BOOST_TEST(refusal(with("<weak lang", "<weak lagn=\"en\" lang")) == ":12: unknown attribute of <weak>: 'lagn'; did you mean 'lang'?");
    BOOST_TEST(refusal(with("<sections>", "<sections>text")) == ":8: text between the elements of <sections>: 'text'");
    BOOST_TEST(refusal(with("<clauses>", "<pages/><clauses>")) == ":30: unknown element in <template>: 'pages'");
    BOOST_TEST(refusal(with("<word-limit max", "<word-limt max")) ==
               ":36: unknown check or element in <requirement>: 'word-limt'; did you mean 'word-limit'?");
    BOOST_TEST(refusal(with("sections=\"aim\" needs", "sections=\"iam\" needs")) == ":34: unknown section: 'iam'; did you mean 'aim'?");
    BOOST_TEST(refusal(with("section=\"work\" places", "section=\"wrok\" places")) == ":17: unknown section: 'wrok'; did you mean 'work'?");
    BOOST_TEST(refusal(with("kind=\"partner\" section", "kind=\"patner\" section")) == ":21: a kind of item that the library does not know needs a <name>: 'patner'; did you mean 'partner'?");
    BOOST_TEST(refusal(with("type=\"party\"", "type=\"pary\"")) == ":19: unknown type of field: 'pary'; did you mean 'party'?");
    BOOST_TEST(refusal(with("vocabulary=\"kinds\"", "vocabulary=\"kind\"")) == ":22: unknown vocabulary: 'kind'; did you mean 'kinds'?");
    BOOST_TEST(refusal(with("refers-to=\"partner\"", "refers-to=\"partners\"")) ==
               ":19: unknown kind of item: 'partners'; did you mean 'partner'?");
    BOOST_TEST(refusal(with("<weak lang=\"en\"", "<weak lang=\"ru\"")) == ":12: language that the template does not list: 'ru'");
    BOOST_TEST(refusal(with("work/count(effort) ", "work/cont(effort) ")) ==
               ":34: unknown requirement in needs: 'work/cont'; did you mean 'work/count'?");
    BOOST_TEST(refusal(with("work/count(effort) ", "work/count(effort ")) == ":34: malformed entry of needs: 'work/count(effort'");
    BOOST_TEST(refusal(with("and not first-plan", "and never")) == ":34: malformed condition: 'dated>=2020-01-01 and never'");
    BOOST_TEST(refusal(with("and not first-plan", "and dated>=2020-02-30")) == ":34: malformed condition: 'dated>=2020-01-01 and dated>=2020-02-30'");
    BOOST_TEST(refusal(with("dated&gt;=2020-01-01 and not first-plan", "asof")) == ":34: malformed condition: 'asof'; did you mean 'as-of'?");
    BOOST_TEST(refusal(with("obligation=\"must\"", "obligation=\"may\"")) == ":34: unknown obligation: 'may'");
    BOOST_TEST(refusal(with("severity=\"error\"", "severity=\"eror\"")) == ":34: unknown severity: 'eror'; did you mean 'error'?");
}

BOOST_AUTO_TEST_CASE(duplicates) {
    BOOST_TEST(refusal(with("key=\"work\"", "key=\"aim\"")) == ":14: 'aim' is there already in <sections>");
    BOOST_TEST(refusal(with("id=\"aim/clear\"", "id=\"aim/word-limit\"")) == ":51: 'aim/word-limit' is there already in <requirements>");
    BOOST_TEST(refusal(with("kind=\"partner\" section", "kind=\"effort\" section")) == ":21: 'effort' is there already in <items>");
    BOOST_TEST(refusal(with("<title lang=\"fr\">But</title>", "<title lang=\"fr\">But</title><title lang=\"fr\">But</title>")) ==
               ":10: a second title in language 'fr'");
    BOOST_TEST(refusal(with("<asks>At most 20 words</asks>", "<asks>a</asks><asks>b</asks>")) == ":38: a second <asks>");
    BOOST_TEST(refusal(with("<shown-text/>", "<shown-text/><dates-valid/>")) == ":52: a second check of one requirement");
    BOOST_TEST(refusal(with("<shown-text/>", "<shown-text/><shown-text/>")) == ":52: a second <shown-text> without lang");
    BOOST_TEST(refusal(with("<guidance>", "<guidance/><guidance>")) == ":64: a second <guidance>");
    BOOST_TEST(refusal(with("<weak lang=\"en\"", "<weak lang=\"en\" lang=\"en\"")) == ":12: attribute 'lang' stands twice");
}

BOOST_AUTO_TEST_CASE(what_is_missing) {
    BOOST_TEST(refusal(with("clause=\"1, title\" obligation=\"must\"", "obligation=\"must\"")) == ":34: <requirement> lacks its attribute 'clause'");
    BOOST_TEST(refusal(with("clause=\"1, title\" obligation=\"must\"", "clause=\"1, titel\" obligation=\"must\"")) ==
               ":34: clause that <clauses> lacks: '1, titel'; did you mean '1, title'?");
    BOOST_TEST(refusal(with("<title lang=\"fr\">But</title>", "")) == ":9: section 'aim' lacks a title in language 'fr'");
    BOOST_TEST(refusal(with("<name lang=\"fr\">Petit plan</name>", "")) == ":2: <template> lacks <name> in language 'fr'");
    BOOST_TEST(refusal(with("<heads lang=\"fr\">qui</heads>", "")) == ":19: <field> lacks heads in language 'fr'");
    BOOST_TEST(refusal(with("<words lang=\"fr\">public</words>", "")) == ":27: <term> lacks words in language 'fr'");
    BOOST_TEST(refusal(with("<looked-for>une initiative</looked-for>", "")) == ":57: <requirement> lacks <looked-for> in language 'fr'");
    BOOST_TEST(refusal(with("<help>Couper.</help>", "")) == ":34: <requirement> lacks <help> in language 'fr'");
    BOOST_TEST(refusal(with("<shown-text/>", "")) == ":51: requirement 'aim/clear' names no check");
    BOOST_TEST(refusal(with("decided-by=\"reviewer\"", "decided-by=\"reviewer\" severity=\"note\"")) ==
               ":51: a requirement that a reviewer decides has no severity");
    BOOST_TEST(refusal(with("<asks>Clear</asks>", "<asks> </asks>")) == ":53: <asks> is empty");
}

BOOST_AUTO_TEST_CASE(bad_parameters) {
    BOOST_TEST(refusal(with("max=\"20\"", "mex=\"20\"")) == ":36: unknown parameter of check word-limit: 'mex'; did you mean 'max'?");
    BOOST_TEST(refusal(with("max=\"20\"", "max=\"twenty\"")) == ":36: parameter 'max' is no number: 'twenty'");
    BOOST_TEST(refusal(with("max=\"20\" ", "")) == ":36: check word-limit lacks its parameter 'max'");
    BOOST_TEST(refusal(with("counting=\"word-1\"", "counting=\"word-2\"")) ==
               ":36: unknown value of parameter 'counting': 'word-2'; did you mean 'word-1'?");
    BOOST_TEST(refusal(with("<item-count kind=\"effort\"", "<item-count kind=\"efort\"")) == ":58: unknown kind of item: 'efort'; did you mean 'effort'?");
    BOOST_TEST(refusal(with("<item-count kind=\"effort\" min=\"1\"/>", "<terms vocabulary=\"kinds/publi\"/>")) ==
               ":58: unknown term of vocabulary 'kinds': 'publi'; did you mean 'public'?");
    BOOST_TEST(refusal(with("<item-count kind=\"effort\" min=\"1\"/>", "<mandate kind=\"effort\" max=\"2 years\" renewal=\"kinds\"/>")) ==
               ":58: parameter 'max' is no duration such as P2Y: '2 years'");
    BOOST_TEST(refusal(with("<item-count kind=\"effort\" min=\"1\"/>", "<item-count kind=\"effort\" min=\"5\" max=\"4\"/>")) ==
               ":58: parameter 'min' is more than 'max'");
    BOOST_TEST(refusal(with("max=\"20\"", "max=\"20\" review-above=\"21\"")) == ":36: parameter 'review-above' is more than 'max'");
    const std::string by_language = "<item-count kind=\"effort\" min=\"2\" max=\"4\"/>\n<item-count lang=\"fr\" max=\"";
    BOOST_TEST(refusal(with("<item-count kind=\"effort\" min=\"1\"/>", by_language + "1\"/>")) == ":59: parameter 'min' is more than 'max'");
    BOOST_TEST(refusal(with("<item-count kind=\"effort\" min=\"1\"/>", by_language + "2\"/>")) == "accepted");
}

BOOST_AUTO_TEST_CASE(bad_terms) {
    BOOST_TEST(refusal(with("public · state*", "public · state(s")) == ":27: malformed term 'state(s' in <words>");
    BOOST_TEST(refusal(with("public · state*", "public ·  · state*")) == ":27: malformed term '· state*' in <words>");
    BOOST_TEST(refusal(with("public · state*", "{a,b}{c,d}}")) == ":27: malformed term '{a,b}{c,d}}' in <words>");
    BOOST_TEST(refusal(with("public · state*", "public · … state")) == ":27: malformed term '… state' in <words>");
    BOOST_TEST(refusal(with("public · state*", "public · (x) … state")) == ":27: malformed term '(x) … state' in <words>");
    BOOST_TEST(refusal(with("public · state*", "public · " + std::string(401, 'x'))).starts_with(":27: a term of more than 400 bytes in <words>; make two of it: 'xxx"));
    BOOST_TEST(refusal(with("public · state*", "*")) == ":27: malformed term '*' in <words>");
    BOOST_TEST(refusal(with("Goal(s) · Purpose", "Goal(s · Purpose")) == ":11: malformed term 'Goal(s' in <aliases>");
    BOOST_TEST(refusal(with("00000000000000ff", "ff")) == ":65: a hash has 16 hex digits: 'ff'");
    BOOST_TEST(refusal(with("one two three", "one three")) == ":66: a prompt has at least eight words");
}

BOOST_AUTO_TEST_CASE(notations_of_needs_and_conditions) {
    BOOST_TEST((parse_need("a/b") == Need{"a/b", {}, {}}));
    BOOST_TEST((parse_need("a/b[x]") == Need{"a/b", "x", {}}));
    BOOST_TEST((parse_need("a/b(x)") == Need{"a/b", {}, "x"}));
    BOOST_TEST((parse_need("a/b[x]?") == Need{"a/b", "x", {}, true}));
    for (const std::string_view wrong : {"", "[x]", "a[]", "a[", "a(x]", "a[x][y]", "?"}) BOOST_TEST(!parse_need(wrong).has_value(), wrong);

    using Kind = Condition::Kind;
    BOOST_TEST((parse_when("") == std::vector<Condition>{}));
    BOOST_TEST((parse_when("as-of") == std::vector<Condition>{{Kind::as_of, false, {}}}));
    BOOST_TEST((parse_when("not area=x and dated>=2017-08-16 and first-plan") ==
                std::vector<Condition>{{Kind::area, true, "x"}, {Kind::dated_from, false, "2017-08-16"}, {Kind::first_plan, false, {}}}));
    for (const std::string_view wrong : {"asof", "area=", "dated>=2017", "as-of and ", "as-of  and as-of", "not "})
        BOOST_TEST(!parse_when(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_CASE(names_both_ways) {
    for (const Severity value : {Severity::note, Severity::warning, Severity::error}) BOOST_TEST((severity_from(name(value)) == value));
    for (const DecidedBy value : {DecidedBy::machine, DecidedBy::evidence, DecidedBy::reviewer}) BOOST_TEST((decided_by_from(name(value)) == value));
    for (const Obligation value : {Obligation::must, Obligation::should, Obligation::suggested, Obligation::guideline, Obligation::derived})
        BOOST_TEST((obligation_from(name(value)) == value));
    BOOST_TEST(name(FieldType::term) == "term");
    BOOST_TEST((field_type_from("contact") == FieldType::contact));
    BOOST_TEST(!field_type_from("contacts").has_value());
    BOOST_TEST(name(Outcome::not_checked) == "notChecked");
    BOOST_TEST(name(Outcome::not_applicable) == "notApplicable");
    BOOST_TEST(name(Confidence::certain) == "certain");
}

BOOST_AUTO_TEST_CASE(grammar_knows_every_check_and_parameter) {
    const std::string grammar = file("../templates/template.rng");
    for (const KnownCheck& check : known_checks()) {
        const std::size_t begin = grammar.find("<element name=\"" + std::string(check.name) + "\">");
        BOOST_TEST_REQUIRE(begin != std::string::npos, check.name);
        const std::string_view element = std::string_view(grammar).substr(begin, grammar.find("</element>", begin) - begin);
        for (const KnownParameter& parameter : check.parameters)
            BOOST_TEST(element.find("<attribute name=\"" + std::string(parameter.name) + "\">") != std::string_view::npos,
                       check.name << " " << parameter.name);
    }
}

BOOST_AUTO_TEST_CASE(readme_names_every_check_and_parameter) {
    const std::string page = file("../templates/README.md");
    const std::string_view table = std::string_view(page).substr(page.find("## Checks and their parameters"));
    for (const KnownCheck& check : known_checks()) {
        const std::size_t begin = table.find("\n| `" + std::string(check.name) + "` |");
        BOOST_TEST_REQUIRE(begin != std::string_view::npos, check.name);
        const std::string_view row = table.substr(begin + 1, table.find('\n', begin + 1) - begin);
        for (const KnownParameter& parameter : check.parameters)
            BOOST_TEST((row.find("`" + std::string(parameter.name)) != std::string_view::npos), check.name << " " << parameter.name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
