// An address in a note to an item is its contact. One that stands elsewhere may be that of any item that has none: a doubt, not a
// fault. What a field denies stays one.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

#include "plancheck/validator.hpp"

BOOST_AUTO_TEST_SUITE(notes)

using namespace plancheck;

namespace {

const char* const titles[] = {"I. Summary of the issue", "II. Objective of the partnership area", "III. Priority actions", "IV. Partner efforts and timelines", "V. Opportunities",
                              "VI. Evaluation", "VII. Resource mobilization", "VIII. Business planning process", "IX. Linkages", "X. Partners"};

Outcome outcome(const std::string& note, const std::string& contact, const std::string& elsewhere = {}) {
    std::string body;
    for (std::size_t i = 0; i < 10; ++i) {
        body += std::string("<text:h text:outline-level=\"1\">") + titles[i] + "</text:h>";
        if (i == 3) body += "<text:p>1. Survey of stocks by Lake Institute, 2025.</text:p><text:p>2. Collection of lamps by Lamp Recyclers, 2026." + contact + note + "</text:p>";
        else if (i == 9) body += "<text:p>Lake Institute, office@lake.example.org</text:p><text:p>Clear Network, courses@clear.example.org</text:p>";
        else body += "<text:p>What the partners have to say of it." + (i == 4 ? elsewhere : std::string()) + "</text:p>";
    }
    const Report report = Validator().validate("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                                               "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>" + body + "</office:text></office:body></office:document>", "plan.fodt");
    const auto found = std::find_if(report.requirements.begin(), report.requirements.end(), [](const RequirementResult& one) { return one.id == "efforts/contacts"; });
    return found->outcome;
}

std::string note(const std::string& words) {
    return "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>" + words + "</text:p></text:note-body></text:note>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_address_in_a_note) {
    BOOST_CHECK(outcome("", "") == Outcome::fail);
    BOOST_CHECK(outcome(note("See the report of 2024."), "") == Outcome::fail);
    BOOST_CHECK(outcome(note("lamps@recyclers.example.net"), "") == Outcome::pass);
    BOOST_CHECK(outcome(note("lamps@recyclers.example.net"), " Contact: to be confirmed.") == Outcome::fail);
    BOOST_CHECK(outcome("", "", note("lamps@recyclers.example.net")) == Outcome::review);
    BOOST_CHECK(outcome("", "", note("See the report of 2024.")) == Outcome::fail);
}

BOOST_AUTO_TEST_SUITE_END()
