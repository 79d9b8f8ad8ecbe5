// A fragment of a plan in Markdown, read, recognised and interpreted.
#pragma once

#include <boost/test/unit_test.hpp>

#include <string>

#include "outline/recognise.hpp"
#include "plan/lexicon.hpp"
#include "support/dump_plan.hpp"

namespace plan_case {

struct Compiled {
    plancheck::Template form = plancheck::built_in_template("gmp-annex2");
    plancheck::TitleIndex titles{form, plancheck::Languages::built_in()};
    plancheck::Lexicon lexicon{form, plancheck::Languages::built_in()};
};

inline const Compiled& compiled() {
    static const Compiled one;
    return one;
}

/// Owns what the plan borrows.
struct Case {
    plancheck::Document document;
    plancheck::Outline outline;
    plancheck::Plan plan;

    Case(plancheck::Document read, const std::string& language)
        : document(std::move(read)), outline(plancheck::recognise(document, compiled().titles, language)),
          plan(plancheck::interpret(outline, language, compiled().lexicon)) {}
    Case(const std::string& text, const std::string& language, const char* name = "plan.md") : Case(plancheck::read(text, name), language) {}
    Case(const Case&) = delete;
};

/// A plan of three actions, so that sections III and X can be left to their own.
inline std::string english(const std::string& efforts) {
    return "# III. Priority actions\n\n1. Inventory of mercury stocks\n2. Separate collection of lamps\n3. Training of inspectors\n\n"
           "# IV. Partner efforts and timelines\n\n" + efforts + "\n\n# V. Opportunities\n\nNone at this time.\n";
}
inline std::string french(const std::string& efforts) {
    return "# III. Actions prioritaires\n\n1. Inventaire des stocks de mercure\n2. Collecte séparée des lampes\n3. Formation des inspecteurs\n\n"
           "# IV. Initiatives des partenaires et délais de réalisation\n\n" + efforts + "\n\n# V. Opportunités\n\nNéant.\n";
}
inline std::string actions(const std::string& body) {
    return "# II. Objective of the partnership area\n\nReduce releases.\n\n# III. Priority actions\n\n" + body +
           "\n\n# IV. Partner efforts and timelines\n\nTo come.\n";
}
inline std::string actions_fr(const std::string& body) {
    return "# II. Objectif du domaine de partenariat\n\nRéduire les rejets.\n\n# III. Actions prioritaires\n\n" + body +
           "\n\n# IV. Initiatives des partenaires et délais de réalisation\n\nÀ venir.\n";
}

inline void check(const std::string& markdown, const std::string& language, const std::string& kinds, const std::string& expected) {
    const Case one(markdown, language);
    BOOST_TEST(dump_items(one.plan, kinds) == expected);
}

}  // namespace plan_case
