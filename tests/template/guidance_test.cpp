#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "template/guidance.hpp"

BOOST_AUTO_TEST_SUITE(guidance)

using namespace plancheck;

BOOST_AUTO_TEST_CASE(the_hash_is_the_one_defined) {
    // FNV-1a 64 of "a" is af63dc4c8601ec8c; eight times the same word.
    std::uint64_t hash = 14695981039346656037ULL;
    for (int i = 0; i < 8; ++i) hash = (hash ^ 0xaf63dc4c8601ec8cULL) * 1099511628211ULL;
    const std::vector<GuidanceSequence> sequences = guidance_sequences("a a a a a a a a");
    BOOST_TEST(sequences.size() == 1U);
    BOOST_TEST((sequences.at(0) == GuidanceSequence{hash, 0, 15}));
}

BOOST_AUTO_TEST_CASE(sequences_have_places) {
    const std::string text = "one two, three (four) five-six seven eight nine";
    const std::vector<GuidanceSequence> sequences = guidance_sequences(text);
    BOOST_TEST(sequences.size() == 2U);
    BOOST_TEST(text.substr(sequences.at(0).begin, sequences.at(0).end - sequences.at(0).begin) == "one two, three (four) five-six seven eight");
    BOOST_TEST(text.substr(sequences.at(1).begin, sequences.at(1).end - sequences.at(1).begin) == "two, three (four) five-six seven eight nine");
}

BOOST_AUTO_TEST_CASE(writing_does_not_matter) {
    const std::vector<std::uint64_t> hashes = guidance_hashes("Écrire ici, en peu de mots, l’essentiel");
    BOOST_TEST(hashes.size() == 1U);
    BOOST_TEST(hashes == guidance_hashes("ECRIRE ICI EN PEU DE MOTS : L'ESSENTIEL"), boost::test_tools::per_element());
    BOOST_TEST(is_guidance(hashes, hashes.at(0)));
    BOOST_TEST(!is_guidance(hashes, hashes.at(0) + 1));
}

BOOST_AUTO_TEST_CASE(two_ideographs_are_a_word) {
    BOOST_TEST(guidance_hashes("简要说明主要问题及其对各方的意义").size() == 1U);
    BOOST_TEST(guidance_hashes("简要说明主要问题及其对各方的意").empty());
    BOOST_TEST(guidance_hashes("注明每项行动所服务的目标").empty());
}

BOOST_AUTO_TEST_CASE(no_sequence_runs_across_blocks) {
    BOOST_TEST(guidance_sequences("one two three four\nfive six seven eight").empty());
    BOOST_TEST(guidance_sequences("one two three four five six seven").empty());
    BOOST_TEST(guidance_sequences("").empty());
    BOOST_TEST(guidance_sequences("\xFF\xC3 .").empty());
}

BOOST_AUTO_TEST_SUITE_END()
