// The name is the content's digest: the same report from two tests is one file, and tests may run at the same time.
#include "support/reports.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

#include "text/sha256.hpp"

namespace support {

void keep_report(std::string_view json) { keep_report(json, ".json"); }

void keep_report(std::string_view json, std::string_view ending) {
    const char* folder = std::getenv("PLANCHECK_REPORTS");
    if (folder == nullptr) return;
    std::ofstream file(std::string(folder) + '/' + plancheck::sha256_hex(json).substr(0, 16) + std::string(ending), std::ios::binary);
    file << json;
    if (!file.flush()) throw std::runtime_error("cannot keep a report in " + std::string(folder));
}

}  // namespace support
