// Reports that tests made, kept so that the test "schema" can validate every one of them.
#pragma once

#include <string_view>

namespace support {

/// Keeps a report, a batch or a summary, given as JSON, in the folder $PLANCHECK_REPORTS; without one it does nothing.
void keep_report(std::string_view json);

/// The same for a report in another format: ending ".sarif", ".junit.xml" or ".html", which the test "formats" looks at; or
/// ".sample.json" for one made up by hand, whose parts need not agree.
void keep_report(std::string_view text, std::string_view ending);

}  // namespace support
