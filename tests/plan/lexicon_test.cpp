#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "outline/titles.hpp"
#include "plan/lexicon.hpp"
#include "plancheck/template.hpp"
#include "text/fold.hpp"
#include "text/image.hpp"

using namespace plancheck;

BOOST_AUTO_TEST_SUITE(words_compiled_by_the_build)

BOOST_AUTO_TEST_CASE(all_that_is_built_in) {
    if (built_in_image().empty()) return;
    const Languages& languages = Languages::built_in();
    for (const std::string& id : built_in_templates()) {
        BOOST_TEST_CONTEXT(id) {
            const Template form = built_in_template(id);
            const TitleIndex titles(form, languages);
            for (const TermIndex* const index : titles.indexes()) BOOST_TEST(index->is_built_in());
            const Lexicon lexicon(form, languages);
            for (const Words& words : lexicon.all())
                for (const TermIndex* const index : {&words.terms, &words.heads, &words.around}) BOOST_TEST((index->is_built_in() && index->well_formed()), words.tag);
        }
    }
    for (const auto& language : languages.all())
        for (const TermIndex* const index : {&language->words, &language->connectors, &language->negations}) BOOST_TEST(index->is_built_in(), language->tag);
}

// What a search finds does not tell who compiled the words.
BOOST_AUTO_TEST_CASE(the_same_hits) {
    const Languages& languages = Languages::built_in();
    Template form = built_in_template("gmp-annex2");
    const Lexicon lexicon(form, languages);
    Template more = form;
    for (auto& [tag, words] : more.vocabularies.back().terms.back().synonyms.texts) words += " · zyxwvut";
    const Lexicon other(more, languages);
    for (const Words& words : lexicon.all()) {
        const TermIndex& compiled = other.words(words.tag).terms;
        BOOST_TEST_CONTEXT(words.tag) {
            BOOST_TEST(!compiled.is_built_in());
            BOOST_TEST(compiled.size() == words.terms.size() + 1);
            BOOST_TEST(compiled.find("zyxwvut").size() == 1U);
            BOOST_TEST(words.terms.find("zyxwvut").empty());
            std::size_t found = 0;
            for (const Requirement& requirement : form.requirements)
                for (const Localized* const text : {&requirement.asks, &requirement.looked_for, &requirement.help}) {
                    const std::string folded = fold(text->exactly(words.tag));
                    const auto hits = words.terms.find(folded);
                    found += hits.size();
                    BOOST_TEST((hits == compiled.find(folded)), folded);
                }
            BOOST_TEST(found > 100U);
        }
    }
}

// The same terms under other ids, or of a language with other rules, are not the same.
BOOST_AUTO_TEST_CASE(what_differs_is_compiled) {
    if (built_in_image().empty()) return;
    const Languages& languages = Languages::built_in();
    const Template form = built_in_template("gmp-annex2");
    const auto around = [&](std::uint32_t first, std::string_view language) {
        TermIndex index;
        for (const auto& [tag, terms] : form.annex_headings.texts) index.add_later(first, terms, languages.find(language.empty() ? tag : language));
        for (const auto& [tag, terms] : form.other_headings.texts) index.add_later(1, terms, languages.find(language.empty() ? tag : language));
        return index.is_built_in();
    };
    BOOST_TEST(around(0, ""));
    BOOST_TEST(!around(2, ""));
    BOOST_TEST(!around(0, "en"));
}

BOOST_AUTO_TEST_SUITE_END()
