// One validator, four threads, twenty documents: the reports are those of one thread. Under the thread sanitizer this
// says that nothing shared is written.
#include <array>
#include <atomic>
#include <thread>

#include "hostile.hpp"

BOOST_AUTO_TEST_SUITE(threads)

using namespace hostile;

BOOST_AUTO_TEST_CASE(share_a_validator) {
    std::vector<std::pair<std::string, std::string>> documents;
    for (int i = 0; i < 20; ++i) {
        const std::string n = std::to_string(i);
        const bool french = i % 3 == 0;
        const std::string issue = french ? "I. Énoncé de la question" : "I. Summary of the issue";
        const std::string actions = french ? "III. Actions prioritaires" : "III. Priority actions";
        const std::string objective = french ? "II. Objectif du domaine de partenariat" : "II. Objective of the partnership area";
        const std::string words = french ? "Les déchets de mercure sont mal gérés depuis " + n + " ans." : "Mercury waste has been stored badly for " + n + " years.";
        if (i % 4 == 0)
            documents.emplace_back("plan" + n + ".docx", docx(heading(issue) + paragraph(words) + heading(objective) + paragraph(words) + heading(actions) +
                                                              times(static_cast<std::size_t>(i), paragraph(words))));
        else if (i % 4 == 3)
            documents.emplace_back("plan" + n, docx("<w:p>"));
        else
            documents.emplace_back("plan" + n + (i % 4 == 1 ? ".md" : ".txt"),
                                   "# " + issue + "\n\n" + words + "\n\n# " + objective + "\n\n" + words + "\n\n# " + actions + "\n\n1. " + words + "\n2. " + words + "\n");
    }
    const plancheck::Validator shared;
    std::array<std::vector<std::string>, 4> made;
    {
        std::atomic<int> ready = 0;
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < made.size(); ++t)
            threads.emplace_back([&, t] {
                ++ready;
                while (ready.load() < static_cast<int>(made.size())) std::this_thread::yield();
                // Each begins elsewhere, so that different documents are read at the same time.
                made[t].resize(documents.size());
                for (std::size_t k = 0; k < documents.size(); ++k) {
                    const std::size_t i = (k + 5 * t) % documents.size();
                    made[t][i] = to_json(shared.validate(documents[i].second, documents[i].first)) +
                                 shared.extract_xml(documents[i].second, documents[i].first);
                }
            });
    }
    const plancheck::Validator alone;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const std::string expected = to_json(alone.validate(documents[i].second, documents[i].first)) +
                                     alone.extract_xml(documents[i].second, documents[i].first);
        for (const auto& reports : made) BOOST_TEST_CONTEXT(documents[i].first) BOOST_TEST(reports[i] == expected);
    }
}

BOOST_AUTO_TEST_SUITE_END()
