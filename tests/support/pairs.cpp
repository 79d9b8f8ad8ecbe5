#include "support/pairs.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "plancheck/document.hpp"
#include "support/dump.hpp"

namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

void check_pairs(const std::string& folder, const std::string& ending) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ending) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    BOOST_CHECK(!files.empty());
    for (const fs::path& file : files) {
        BOOST_TEST_CONTEXT(file.string()) {
            const std::string blocks = dump_blocks(plancheck::read(content(file), file.filename().string()));
            const fs::path golden = fs::path(file).replace_extension(".blocks");
            if (std::getenv("PLANCHECK_UPDATE") != nullptr) std::ofstream(golden, std::ios::binary) << blocks;
            BOOST_CHECK_EQUAL(blocks, content(golden));
        }
    }
}
