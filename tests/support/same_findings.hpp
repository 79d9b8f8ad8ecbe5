// What has to stay where a plan is only written in another way.
#pragma once

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "plancheck.hpp"
#include "support/summary.hpp"

namespace support {

/// Checks that two reports have the same outcome of each requirement, and the same items; what differs is told with `place`, which
/// says of what plan, and how it was written.
inline void check_same_findings(const plancheck::Report& first, const plancheck::Report& second, const std::string& place) {
    BOOST_REQUIRE(first.requirements.size() == 83U && second.requirements.size() == 83U);
    for (std::size_t r = 0; r < first.requirements.size(); ++r) {
        const plancheck::RequirementResult &one = first.requirements[r], &again = second.requirements[r];
        BOOST_CHECK_MESSAGE(one.outcome == again.outcome, place << ", " << one.id << ": " << plancheck::name(one.outcome) << " > " << plancheck::name(again.outcome));
    }
    const auto items = [](const plancheck::Report& report) {
        std::string all;
        for (const plancheck::ReportItem& item : report.items) all += item.kind + ' ' + item.title + '\n';
        return all;
    };
    BOOST_CHECK_MESSAGE(items(first) == items(second), place << ": items");
}

/// Checks that the findings of each whole plan stay, however it is written. `write` makes a file of that name out of a document in one
/// of the ways, which have a name each; the first is the plain one. `known`: what is still read otherwise ("whole-en8.md, heads again").
template <class Way, class Write>
void check_ways(const char* file_name, const std::vector<Way>& ways, const std::set<std::string>& known, Write&& write) {
    plancheck::Options options;
    options.as_of = "2026-06-01";
    const plancheck::Validator validator(options);
    for (const std::filesystem::path& file : whole_plans()) {
        const std::string name = file.filename().string();
        const plancheck::Document document = plancheck::read(slurp(file.string()), name);
        const plancheck::Report first = validator.validate(write(document, ways.front()), file_name);
        for (std::size_t i = 1; i < ways.size(); ++i) {
            const std::string place = name + ", " + ways[i].name;
            if (!known.contains(place)) check_same_findings(first, validator.validate(write(document, ways[i]), file_name), place);
        }
    }
}

}  // namespace support
