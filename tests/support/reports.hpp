// Reports that tests made, kept so that the test "schema" can validate every one of them.
#pragma once

#include <string_view>

namespace plancheck::support {

/// Keeps a report, a batch or a summary, given as JSON, in the folder $PLANCHECK_REPORTS; without one it does nothing.
void keep_report(std::string_view json);

}  // namespace plancheck::support
