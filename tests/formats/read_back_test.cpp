// The plan's own XML is the same plan whatever it was extracted from; of a PDF or plain text, which mark nothing, it keeps
// that nothing is certain.
#include <unistd.h>

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "plancheck.hpp"
#include "support/summary.hpp"

BOOST_AUTO_TEST_SUITE(read_back)

namespace fs = std::filesystem;
using namespace plancheck;

namespace {

const Validator& validator() {
    static const Validator one([] {
        Options options;
        std::istringstream folders(std::getenv("PATH") == nullptr ? "/usr/bin" : std::getenv("PATH"));
        for (std::string folder; options.pdf_program.empty() && std::getline(folders, folder, ':');)
            if (::access((folder + "/pdftohtml").c_str(), X_OK) == 0) options.pdf_program = folder + "/pdftohtml";
        return options;
    }());
    return one;
}

std::vector<std::string> files() {
    std::vector<std::string> made;
    for (const auto& entry : fs::directory_iterator("formats")) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".pdf" || ending == ".odt" || ending == ".fodt" || ending == ".html") made.push_back(entry.path().string());
    }
    std::sort(made.begin(), made.end());
    return made;
}

void is_read_back(const std::string& bytes, const std::string& name) {
    const Report first = validator().validate(bytes, name);
    BOOST_REQUIRE(first.verdict != Verdict::unreadable);
    const Report again = validator().validate(validator().extract_xml(bytes, name), "plan.xml");
    BOOST_CHECK_EQUAL(support::summary(first, support::Detail::all), support::summary(again, support::Detail::all));
}

}  // namespace

BOOST_DATA_TEST_CASE(any_format, files(), file) { is_read_back(support::slurp(file), file); }

BOOST_AUTO_TEST_CASE(plain_text) {
    std::istringstream lines(support::slurp("../examples/plans/products-en.md"));
    std::string text;
    for (std::string line; std::getline(lines, line);) text += line.substr(std::min(line.find_first_not_of("# "), line.size())) + "\n";
    is_read_back(text, "plan.txt");
}

BOOST_AUTO_TEST_SUITE_END()
