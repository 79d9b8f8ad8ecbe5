// Prints one table of ratios. Each is measured in one process and alternating, in CPU time, so that the machine's mood
// cancels out; nothing is judged. What is compared with:
//
// L, the floor of any reader of a Word file: read the file, find the part by the directory, inflate it, parse it in place
// with pugixml's minimal flags, and walk the tree once copying the text of w:t. md4c and libxml2's SAX parser alone, with
// handlers that do nothing, for Markdown and HTML. And other programs on the same Word file, where they are installed
// (tests/bench/run.sh does that).
//
// Usage: bench [--words N] [--rounds N] [--command PLANCHECK] [--no-peers] [--no-large]
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <malloc.h>
#include <md4c.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "bench/inputs.hpp"
#include "bench/peers.hpp"
#include "plancheck.hpp"
#include "read/package.hpp"

namespace {

using bench::cpu_ms;
using bench::median;

std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
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

std::size_t md4c_once(const std::string& path) {
    const std::string bytes = slurp(path);
    std::size_t size = 0;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE count, void* to) {
        *static_cast<std::size_t*>(to) += count;
        return 0;
    };
    md_parse(bytes.data(), static_cast<MD_SIZE>(bytes.size()), &parser, &size);
    return size;
}

std::size_t libxml_once(const std::string& path) {
    const std::string bytes = slurp(path);
    std::size_t size = 0;
    const htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size()));
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    htmlSAXHandler handler{};
    handler.startElement = [](void*, const xmlChar*, const xmlChar**) {};
    handler.endElement = [](void*, const xmlChar*) {};
    handler.characters = handler.ignorableWhitespace = handler.cdataBlock = [](void* to, const xmlChar*, int count) {
        *static_cast<std::size_t*>(to) += static_cast<std::size_t>(count);
    };
    handler.initialized = XML_SAX2_MAGIC;
    *context->sax = handler;
    context->userData = &size;
    htmlParseDocument(context);
    htmlFreeParserCtxt(context);
    return size;
}

struct Ratio {
    double base = 0, read = 0, all = 0;  // milliseconds of CPU time
    std::string verdict;
};

Ratio measure(const plancheck::Validator& validator, const std::string& path, int rounds, const std::function<std::size_t(const std::string&)>& base) {
    std::vector<double> bases, reads, wholes;
    std::size_t sink = 0;
    Ratio ratio;
    for (int round = -3; round < rounds; ++round) {
        const double begin = cpu_ms();
        sink += base(path);
        const double after_base = cpu_ms();
        sink += plancheck::read(slurp(path), path).text.size();
        const double after_read = cpu_ms();
        const plancheck::Report report = validator.validate(slurp(path), path);
        const double end = cpu_ms();
        ratio.verdict = plancheck::name(report.verdict);
        if (round < 0) continue;
        bases.push_back(after_base - begin);
        reads.push_back(after_read - after_base);
        wholes.push_back(end - after_read);
    }
    if (sink == 0) std::abort();
    return {median(bases), median(reads), median(wholes), ratio.verdict};
}

void print(const char* language, const char* format, const Ratio& ratio, const char* unit) {
    std::printf("%-4s %-22s %9.3f %9.3f %9.3f   %6.2f %6.2f %s  (%s)\n", language, format, ratio.base, ratio.read, ratio.all, ratio.read / ratio.base,
                ratio.all / ratio.base, unit, ratio.verdict.c_str());
}

// Titles as the template has them, in its first language where it lacks this one.
std::vector<std::string> titles(const plancheck::Template& form, std::string_view language, bool& there) {
    std::vector<std::string> all;
    there = true;
    for (const plancheck::SectionSpec& section : form.sections) {
        const plancheck::Titles* own = section.titles_in(language);
        there = there && own != nullptr;
        if (own == nullptr) own = section.titles_in(form.default_language);
        all.push_back(own == nullptr ? section.key : own->title);
    }
    return all;
}

struct Settings {
    std::uint32_t words = 9000;
    int rounds = 40;
    std::string command;
    bool peers = true, large = true;
};

void ratios(const plancheck::Validator& validator, const Settings& settings, const std::string& folder) {
    std::printf("CPU milliseconds, median of %d rounds, about %u words; base is L (DOCX), md4c or libxml2 alone\n\n", settings.rounds, settings.words);
    std::printf("%-4s %-22s %9s %9s %9s   %6s %6s\n", "", "", "base", "read", "all", "read", "all");
    for (const char* language : {"fr", "en", "ru", "ar", "zh"}) {
        bool there = false;
        const bench::Content plan = bench::content(language, titles(validator.form(), language, there), settings.words);
        const std::string at = folder + "/" + language;
        write(at + "-word.docx", bench::word_like_docx(plan));
        write(at + "-plain.docx", bench::plain_docx(plan));
        write(at + ".md", bench::markdown(plan));
        write(at + ".html", bench::html(plan));
        print(language, "DOCX as Word writes it", measure(validator, at + "-word.docx", settings.rounds, floor_once), "L");
        print(language, "DOCX as pandoc writes", measure(validator, at + "-plain.docx", settings.rounds, floor_once), "L");
        print(language, "Markdown", measure(validator, at + ".md", settings.rounds, md4c_once), "md4c");
        print(language, "HTML", measure(validator, at + ".html", settings.rounds, libxml_once), "libxml2");
        if (!there) std::printf("     (the template has no titles in %s: those of its first language stand in)\n", language);
    }
}

void peers(const plancheck::Validator& validator, const Settings& settings, const std::string& folder) {
    const std::string path = folder + "/fr-word.docx";
    const Ratio own = measure(validator, path, settings.rounds, floor_once);
    std::printf("\ndocuments per second in this process: %.0f\n", 1000 / own.all);
    const auto line = [&](const char* name, const char* goal, const bench::Cost& cost, double documents) {
        if (!cost.there) return void(std::printf("  %-28s missing\n", name));
        std::printf("  %-28s %7.1f documents per second, %6.0f times (goal %s)\n", name, 1000 * documents / cost.ms, cost.ms / documents / own.all, goal);
    };
    line("pandoc -t plain", "80", bench::run({"pandoc", "-t", "plain", "-o", folder + "/out.txt", path}, 3), 1);
    constexpr int copies = 4;
    std::vector<std::string> convert = {"soffice", "--headless", "-env:UserInstallation=file://" + folder + "/office", "--convert-to", "txt:Text", "--outdir", folder};
    for (int i = 0; i < copies; ++i) {
        convert.push_back(folder + "/copy" + std::to_string(i) + ".docx");
        write(convert.back(), slurp(path));
    }
    bench::run(convert, 1);  // its first start makes a profile
    line("LibreOffice, 4 at once", "70", bench::run(convert, 1), copies);
    const std::string script = "import docx,sys\nfor i in range(int(sys.argv[2])):\n d=docx.Document(sys.argv[1])\n '\\n'.join(p.text for p in d.paragraphs)\n";
    const auto python = [&](const char* count) { return bench::run({"/usr/bin/python3", "-c", script, path, count}, 1); };
    const bench::Cost start = python("1"), several = python("6");
    bench::Cost five = several;
    five.there = start.there && several.there;
    five.ms -= start.ms;
    line("python-docx, in its process", "20", five, 5);

    if (settings.command.empty()) return;
    const bench::Cost command = bench::run({settings.command, "--fail-on", "never", path}, 7), text = bench::run({"docx2txt", path, folder + "/out.txt"}, 7);
    if (!command.there) return void(std::printf("  %s did not run\n", settings.command.c_str()));
    std::printf("\nwhole command: %.1f ms", command.ms);
    if (text.there) std::printf(", docx2txt %.1f ms, %.1f times (goal 4)\n", text.ms, text.ms / command.ms);
    else std::printf(", docx2txt is missing\n");
}

void large(const plancheck::Validator& validator) {
    bool there = false;
    const auto names = titles(validator.form(), "fr", there);
    double each[2] = {};
    const std::uint32_t sizes[2] = {80'000, 800'000};
    std::printf("\n");
    for (int i = 0; i < 2; ++i) {
        const bench::Content plan = bench::content("fr", names, sizes[i]);
        const std::size_t xml = bench::word_like_xml(plan).size();
        const std::string bytes = bench::word_like_docx(plan);
        std::vector<double> times;
        for (int round = 0; round < 3; ++round) {
            const double begin = cpu_ms();
            const plancheck::Report report = validator.validate(bytes, "plan.docx");
            times.push_back(cpu_ms() - begin);
            each[i] = median(times) * 1e6 / report.words;
        }
        std::printf("%7u words: %7.1f ms, %6.0f ns a word", sizes[i], median(times), each[i]);
        // A child that only validates, so that nothing of ours counts but the file itself.
        const std::string path = "bench-large.docx";
        write(path, bytes);
        const std::string peak = path + ".peak";
        const bool ended = bench::run({"/proc/self/exe", "--validate", path, peak}, 1).there;
        const double kib = ended ? std::stod(slurp(peak)) : 0;
        std::remove(path.c_str());
        std::remove(peak.c_str());
        if (ended)
            std::printf(", peak %.0f MB for %.0f MB of XML (goal 2.5 times + 10: %.0f)", kib * 1024 / 1e6, static_cast<double>(xml) / 1e6,
                        2.5 * static_cast<double>(xml) / 1e6 + 10);
        std::printf("\n");
    }
    std::printf("cost a word, large to small: %.2f (goal 1.25)\n", each[1] / each[0]);
}

}  // namespace

int main(int argc, char** argv) {
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        const auto is = [&](const char* name) { return std::strcmp(argv[i], name) == 0; };
        if (is("--no-peers")) settings.peers = false;
        else if (is("--no-large")) settings.large = false;
        else if (i + 1 == argc) return std::fprintf(stderr, "bench: what is %s?\n", argv[i]), 2;
        else if (is("--words")) settings.words = static_cast<std::uint32_t>(std::atoi(argv[++i]));
        else if (is("--rounds")) settings.rounds = std::max(1, std::atoi(argv[++i]));
        else if (is("--command")) settings.command = argv[++i];
        else if (is("--validate") && i + 2 < argc) {
            const bool read = plancheck::Validator().validate(slurp(argv[i + 1]), argv[i + 1]).words != 0;
            write(argv[i + 2], std::to_string(bench::peak_kib()));
            return read ? 0 : 1;
        }
        else return std::fprintf(stderr, "bench: what is %s?\n", argv[i]), 2;
    }
    // Memory that goes back to the system and is taken again costs as much as the floor itself, or nothing, as chance has it.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    char folder[] = "/tmp/plancheck-bench-XXXXXX";
    if (mkdtemp(folder) == nullptr) return 1;
    const plancheck::Validator validator;
    ratios(validator, settings, folder);
    if (settings.peers) peers(validator, settings, folder);
    if (settings.large) large(validator);
    return bench::run({"rm", "-rf", folder}, 1).there ? 0 : 1;
}
