// What has to stay where a plan is only written in another way.
#pragma once

#include <boost/test/unit_test.hpp>

#include <string>

#include "plancheck.hpp"

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

}  // namespace support
