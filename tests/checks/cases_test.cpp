// The cases of the checks' pages, each completed to a whole plan whose list of diagnostics must be exactly the one
// announced. The pages are found in the folder, a test case for each.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "checks/check.hpp"
#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "support/reports.hpp"
#include "text/language.hpp"

namespace plancheck {

BOOST_AUTO_TEST_SUITE(cases)

namespace {

using namespace support;
namespace fs = std::filesystem;

constexpr const char* folder = "../lib/checks";

const Validator& validator(const std::string& as_of = {}, const std::string& form = "gmp-annex2") {
    static std::map<std::pair<std::string, std::string>, Validator> made;
    Options options;
    options.as_of = as_of;
    options.template_id = form;
    return made.try_emplace({as_of, form}, options).first->second;
}

// "word-limit" for word_limit.md.
std::string check_of(const fs::path& page) {
    std::string name = page.stem().string();
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::vector<fs::path> pages() {
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".md") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

Report report_of(const std::string& language, const std::string& fragment, const std::string& as_of = {},
                 const std::string& form = "gmp-annex2") {
    Report report = validator(as_of, form).validate(support::completed(base(language, form), fragment, form), "case.md");
    keep_report(to_json(report));
    return report;
}

std::string in_lines(const std::vector<std::string>& texts) {
    std::string lines;
    for (const std::string& text : texts) lines += "\n    " + text;
    return lines.empty() ? "\n    none" : lines;
}

void run_page(const fs::path& page) {
    for (const Case& one : cases_of(content_of(page.string()))) {
        const Report report = report_of(one.language, one.text, one.as_of, one.form);
        const std::string where = page.filename().string() + ':' + std::to_string(one.line) + ' ' + one.language + ' ' + one.requirement;
        BOOST_CHECK_MESSAGE(outcome_of(report, one.requirement) == one.outcome,
                            where << ": outcome " << outcome_of(report, one.requirement) << " instead of " << one.outcome);
        BOOST_CHECK_MESSAGE(diagnostics_of(report) == one.diagnostics,
                            where << ": expected" << in_lines(one.diagnostics) << "\n  came " << described(report));
        const Requirement* requirement = validator({}, one.form).form().requirement(one.requirement);
        BOOST_CHECK_MESSAGE(requirement != nullptr && requirement->check == check_of(page), where << " is not of this check");
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_base_plans_have_no_diagnostics) {
    for (const std::string& language : validator().form().languages) {
        const Report report = report_of(language, {});
        BOOST_CHECK_EQUAL(report.language, language);
        BOOST_CHECK_MESSAGE(report.diagnostics.empty(), language << ": " << described(report));
    }
}

// Boost registers test cases while the program starts; so are those of the pages.
const bool registered = [] {
    for (const fs::path& page : pages())
        boost::unit_test::framework::current_auto_test_suite().add(
            boost::unit_test::make_test_case([page] { run_page(page); }, "page_" + page.stem().string(), __FILE__, __LINE__));
    return true;
}();

BOOST_AUTO_TEST_CASE(every_check_has_a_page_with_cases_and_every_page_a_check) {
    std::set<std::string> of_checks, of_pages;
    for (const NamedCheck& check : all_checks()) of_checks.emplace(check.name);
    for (const fs::path& page : pages()) {
        of_pages.insert(check_of(page));
        const std::string text = content_of(page.string());
        BOOST_CHECK_MESSAGE(text.starts_with("# " + check_of(page) + "\n"), page << " has another title");
        for (const char* heading : {"\n## Fault\n", "\n## Why\n", "\n## Mending\n", "\n## Parameters\n", "\n## Cases\n"})
            BOOST_CHECK_MESSAGE(text.find(heading) != std::string::npos, page << " lacks" << heading);
        std::set<std::string> kinds;
        for (const Case& one : cases_of(text))
            kinds.insert(one.language + (one.outcome == "pass" ? " passes" : one.diagnostics.empty() ? " does not apply" : " fails"));
        for (const char* kind : {"en passes", "en fails", "fr passes", "fr fails"})
            BOOST_CHECK_MESSAGE(kinds.contains(kind), page << " has no case that " << kind);
    }
    BOOST_TEST(of_checks == of_pages, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_message_is_there_in_every_language) {
    for (const NamedCheck& check : all_checks()) {
        std::string file(check.name);
        std::replace(file.begin(), file.end(), '-', '_');
        const std::string source = content_of(std::string(folder) + '/' + file + ".cpp");
        const std::regex key("\"(" + std::string(check.name) + "\\.[a-z-]+|not-found)\"");
        for (std::sregex_iterator hit(source.begin(), source.end(), key), end; hit != end; ++hit)
            for (const auto& language : Languages::built_in().all())
                BOOST_CHECK_MESSAGE(language->messages.has((*hit)[1].str()), language->tag << " lacks " << (*hit)[1].str());
    }
}

BOOST_AUTO_TEST_CASE(the_templates_that_ship_have_no_fault) {
    for (const std::string& id : built_in_templates()) {
        std::string all;
        for (const TemplateFault& fault : check_template(built_in_template_xml(id), id + ".xml"))
            all += "\n    " + fault.name + ':' + std::to_string(fault.line) + ": " + fault.message;
        BOOST_CHECK_MESSAGE(all.empty(), id << all);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
