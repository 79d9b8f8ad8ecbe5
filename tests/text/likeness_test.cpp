#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <string>

#include "text/likeness.hpp"

BOOST_AUTO_TEST_SUITE(alike)

using namespace plancheck;

BOOST_AUTO_TEST_CASE(edits_are_counted) {
    BOOST_TEST(edit_distance("", "", 5) == 0U);
    BOOST_TEST(edit_distance("abc", "", 5) == 3U);
    BOOST_TEST(edit_distance("abc", "acb", 5) == 1U);
    BOOST_TEST(edit_distance("kitten", "sitting", 5) == 3U);
    BOOST_TEST(edit_distance("kitten", "sitting", 2) == 3U);
    BOOST_TEST(edit_distance("оценка", "оценкa", 5) == 1U);
    BOOST_TEST(edit_distance("abcdef", "uvwxyz", 3) == 4U);
    BOOST_TEST(edit_distance("ab", "ba", 1) == 1U);
    BOOST_TEST(edit_distance("xaby", "xbay", 0) == 1U);
}

BOOST_AUTO_TEST_CASE(titles_with_errors_are_alike) {
    BOOST_TEST(likeness("priority actions", "priority actions") == 1.0);
    BOOST_TEST(likeness("priority actions", "prioriy actoins") > 0.85);
    BOOST_TEST(likeness("initiatives des partenaires", "initiative des partenaire") > 0.9);
    BOOST_TEST(likeness("partners", "priority actions") < 0.5);
    BOOST_TEST(likeness("evaluation", "opportunities") < 0.4);
    BOOST_TEST(likeness("", "opportunities") == 0.0);
}

BOOST_AUTO_TEST_CASE(the_order_of_words_matters_little) {
    BOOST_TEST(likeness("evaluation and monitoring", "monitoring and evaluation") > 0.95);
    BOOST_TEST(likeness("evaluation and monitoring", "monitoring and evaluation") < 1.0);
    BOOST_TEST(likeness("diop awa", "awa diop") > 0.95);
}

BOOST_AUTO_TEST_CASE(refusal_is_zero) {
    BOOST_TEST(likeness("partners", "priority actions", 0.8) == 0.0);
    BOOST_TEST(likeness("a", "a much longer title of a section", 0.8) == 0.0);
    BOOST_TEST(likeness("priority actions", "prioriy actions", 0.8) > 0.9);
}

BOOST_AUTO_TEST_CASE(long_input_is_capped) {
    const std::string a(100000, 'a');
    const std::string b = std::string(250, 'a') + "b";
    BOOST_TEST(likeness(a, b) == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
