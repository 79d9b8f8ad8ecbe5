// Prints the ratio of a full validation to the floor L, measured in one process and alternating, so that the machine's
// mood cancels out. L is what any reader of a Word file must do at least: read the file, find the part by the directory,
// inflate it, parse it in place with pugixml's minimal flags, and walk the tree once copying the text of w:t.
//
// Usage: bench [WORDS [ROUNDS]]  (default 9000 words, 60 rounds)
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "bench/word_like.hpp"
#include "plancheck.hpp"
#include "read/package.hpp"

namespace {

// CPU time of the process in milliseconds: waiting for the other tenants of the machine does not count.
double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::size_t floor_once(const std::string& path) {
    const std::string bytes = slurp(path);
    plancheck::Package package;
    if (!package.open(bytes).ok()) std::abort();
    plancheck::Buffer part;
    if (!package.read("word/document.xml", part).ok()) std::abort();
    pugi::xml_document tree;
    if (!tree.load_buffer_inplace(part.data.get(), part.size, pugi::parse_minimal, pugi::encoding_utf8)) std::abort();
    std::string text;
    text.reserve(part.size / 4);
    pugi::xml_node node = tree.document_element();
    while (node) {
        if (const char* name = node.name(); name[0] == 'w' && name[1] == ':' && name[2] == 't' && name[3] == 0) text += node.child_value();
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && !node.next_sibling()) node = node.parent();
        if (node) node = node.next_sibling();
    }
    return text.size();
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    const auto words = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 9000);
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 60;
    const std::string path = "bench-word-like.docx";
    {
        std::ofstream file(path, std::ios::binary);
        file << bench::word_like_docx(words);
    }
    const plancheck::Validator validator;
    std::vector<double> floors, validations, ratios, reads;
    std::size_t sink = 0;
    plancheck::Report report;
    for (int round = -5; round < rounds; ++round) {
        const double begin = cpu_ms();
        sink += floor_once(path);
        const double middle = cpu_ms();
        report = validator.validate(slurp(path), "plan.docx");
        const double end = cpu_ms();
        sink += plancheck::read(slurp(path), "plan.docx").text.size();
        const double after = cpu_ms();
        if (round < 0) continue;
        floors.push_back(middle - begin);
        validations.push_back(end - middle);
        reads.push_back(after - end);
        ratios.push_back((end - middle) / (middle - begin));
    }
    std::remove(path.c_str());
    std::printf("words %u, xml %zu bytes, verdict %s, diagnostics %zu\n", report.words, bench::word_like_xml(words).size(),
                std::string(plancheck::name(report.verdict)).c_str(), report.diagnostics.size());
    std::printf("floor L    %8.3f ms\nread       %8.3f ms\nvalidation %8.3f ms\nratio      %8.2f L (read alone %.2f L)\n", median(floors),
                median(reads), median(validations), median(ratios), median(reads) / median(floors));
    return sink == 0;
}
