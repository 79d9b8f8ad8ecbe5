// Every file of read/pdf against its blocks, through the real tool; what becomes of a tool that misbehaves, with scripts in
// its place; and what the tool's answer may hold.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "plancheck/document.hpp"
#include "plancheck/validator.hpp"
#include "read/child.hpp"
#include "read/pdf.hpp"
#include "support/dump.hpp"

BOOST_AUTO_TEST_SUITE(pdf)

namespace fs = std::filesystem;
using namespace plancheck;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string tool() {
    std::istringstream folders(std::getenv("PATH") == nullptr ? "/usr/bin" : std::getenv("PATH"));
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access((folder + "/pdftohtml").c_str(), X_OK) == 0) return folder + "/pdftohtml";
    return {};
}

std::vector<fs::path> samples() {
    std::vector<fs::path> made;
    for (const auto& entry : fs::directory_iterator("read/pdf"))
        if (entry.path().extension() == ".pdf") made.push_back(entry.path());
    std::sort(made.begin(), made.end());
    return made;
}

// A program in the tool's place, for as long as the object lives.
class Script {
public:
    explicit Script(const std::string& body) {
        path_ = fs::temp_directory_path() / ("plancheck-tool-" + std::to_string(::getpid()) + "-" + std::to_string(++count_));
        std::ofstream(path_) << "#!/bin/sh\n" << body << '\n';
        ::chmod(path_.c_str(), 0700);
    }
    ~Script() {
        std::error_code fault;
        fs::remove(path_, fault);
    }
    std::string path() const { return path_.string(); }

private:
    static inline int count_ = 0;
    fs::path path_;
};

std::string read_with(const std::string& body, Limits limits = {}) {
    const Script script(body);
    return dump_blocks(read("%PDF-1.4\n", "made.pdf", limits, script.path()));
}

std::string answered(const std::string& xml) { return read_with("cat <<'END'\n" + xml + "\nEND"); }

const std::string unreadable = "pdf words=0 with-letters=0 labels=0 unreadable\n";

}  // namespace

BOOST_AUTO_TEST_CASE(every_sample_gives_its_blocks) {
    BOOST_REQUIRE_MESSAGE(!tool().empty(), "pdftohtml is missing: install the package poppler-utils");
    const auto files = samples();
    BOOST_TEST(files.size() >= 20U);
    for (const fs::path& file : files) {
        BOOST_TEST_CONTEXT(file.filename().string()) {
            const std::string blocks = dump_blocks(read(content(file), file.filename().string(), {}, tool()));
            fs::path golden = file;
            golden.replace_extension(".blocks");
            if (std::getenv("PLANCHECK_UPDATE") != nullptr) std::ofstream(golden, std::ios::binary) << blocks;
            BOOST_TEST(blocks == content(golden));
        }
    }
}

BOOST_AUTO_TEST_CASE(without_a_program) {
    BOOST_TEST(dump_blocks(read("%PDF-1.4\n", "a.pdf")) == "error read/tool-missing program=pdftohtml package=poppler-utils\n" + unreadable);
    for (const std::string missing : {"/no/such/program", "pdftohtml", "/etc/passwd", "/"})
        BOOST_TEST(dump_blocks(read("%PDF-1.4\n", "a.pdf", {}, missing)) == "error read/tool-missing program=pdftohtml package=poppler-utils\n" + unreadable);
}

BOOST_AUTO_TEST_CASE(a_tool_that_sleeps_is_stopped) {
    Limits limits;
    limits.pdf_seconds = 1;
    const auto begin = std::chrono::steady_clock::now();
    BOOST_TEST(read_with("sleep 600", limits) == "error read/limit limit=pdf-seconds value=1 allowed=1\n" + unreadable);
    // Also one that closed its output, and one whose child holds it.
    BOOST_TEST(read_with("exec >&- 2>&-; sleep 600", limits) == "error read/limit limit=pdf-seconds value=1 allowed=1\n" + unreadable);
    BOOST_TEST(read_with("sleep 600 & exit 3", limits) == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < 60);
}

BOOST_AUTO_TEST_CASE(a_tool_that_floods_is_stopped) {
    Limits limits;
    limits.part_bytes = 100000;
    BOOST_TEST(read_with("while :; do echo 0123456789012345678901234567890123456789; done", limits) ==
               "error read/limit limit=part-bytes value=100001 allowed=100000\n" + unreadable);
    // Standard error is not kept, and does not stop it.
    BOOST_TEST(read_with("i=0; while [ $i -lt 3000 ]; do echo 01234567890123456789012345678901234567890123456789 >&2; i=$((i+1)); done; exit 1", limits) ==
               "error read/damaged reason=content\n" + unreadable);
}

BOOST_AUTO_TEST_CASE(a_tool_that_takes_memory_is_stopped) {
    Limits limits;
    limits.pdf_bytes = 64 << 20;
    const std::string told = read_with("a=0123456789; while :; do a=$a$a$a$a; done", limits);
    BOOST_TEST((told == "error read/damaged reason=content\n" + unreadable || told == "error read/limit limit=pdf-bytes value=67108864 allowed=67108864\n" + unreadable));
}

BOOST_AUTO_TEST_CASE(what_a_tool_does_wrong) {
    BOOST_TEST(read_with("kill -KILL $$") == "error read/limit limit=pdf-bytes value=1073741824 allowed=1073741824\n" + unreadable);
    BOOST_TEST(read_with("kill -SEGV $$") == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(read_with("exit 1") == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(read_with("exit 0") == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(read_with("echo garbage") == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(read_with("head -c 5000 /dev/urandom") == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(read_with("echo 'Command Line Error: Incorrect password' >&2; exit 1") == "error read/encrypted\n" + unreadable);
    BOOST_TEST(read_with("echo 'Syntax Error: Could not find the public key security handler' >&2; exit 1") == "error read/encrypted\n" + unreadable);
    BOOST_TEST(answered("<pdf2xml></pdf2xml>") == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(answered("<!DOCTYPE a [<!ENTITY b \"c\">]><pdf2xml>&b;</pdf2xml>") == "error read/damaged reason=content\n" + unreadable);
    BOOST_TEST(answered("<pdf2xml><page number=\"1\" width=\"900\" height=\"1200\"></page></pdf2xml>") == "error read/no-text\n" + unreadable);
}

// One sign for every letter, as exports without a font for the script leave it, or signs of private use; the same sign as often
// among twice as many letters is a text, and too few are none.
BOOST_AUTO_TEST_CASE(letters_that_were_lost) {
    const auto page = [](std::string_view letter, int times, std::string_view others) {
        std::string line = "<text top=\"85\" left=\"90\" width=\"700\" height=\"21\" font=\"0\">1. ";
        for (int i = 0; i < times; ++i) line += letter;
        return "<pdf2xml><page number=\"1\" width=\"892\" height=\"1262\"><fontspec id=\"0\" size=\"17\" family=\"Sans\" color=\"#000000\"/>" + line + std::string(others) +
               "</text></page></pdf2xml>";
    };
    const std::string other = std::string(240, 'a') + std::string(241, 'b');
    BOOST_TEST(answered(page("\xE7\x8E\xAF", 240, "")) == "error read/letters-lost\n" + unreadable);
    BOOST_TEST(answered(page("\xEF\xBF\xBD", 240, "a few letters")) == "error read/letters-lost\n" + unreadable);
    BOOST_TEST(answered(page("\xEE\x80\x81", 240, "a few letters")) == "error read/letters-lost\n" + unreadable);
    BOOST_TEST(answered(page("\xE7\x8E\xAF", 240, other)).find("letters-lost") == std::string::npos);
    BOOST_TEST(answered(page("\xE7\x8E\xAF", 150, "")).find("letters-lost") == std::string::npos);
    BOOST_TEST(answered(page("a", 240, "")).find("letters-lost") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_tool_is_given) {
    const Script script("cat; echo; env | sort; ls /proc/self/fd; pwd; ulimit -f; ulimit -c; echo message >&2");
    const ChildResult result = run_child(script.path(), {"-x", "a b"}, "the document", {10, 1ull << 30, 1 << 20});
    BOOST_TEST((result.status == ChildStatus::ended));
    BOOST_TEST(result.exit_code == 0);
    BOOST_TEST(result.messages == "message\n");
    // Nothing of the caller's environment, no descriptor but the standard ones and the one that lists them, no file to write.
    BOOST_TEST(result.output.substr(0, 13) == "the document\n");
    BOOST_TEST(result.output.find("HOME=/nonexistent\nLC_ALL=C\n") != std::string::npos);
    BOOST_TEST(result.output.find("BOOST") == std::string::npos);
    BOOST_TEST(result.output.find("\n0\n1\n2\n3\n/\n0\n0\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(many_at_once) {
    const Script script("cat");
    std::vector<std::thread> threads;
    std::vector<std::string> outputs(8);
    for (std::size_t i = 0; i < outputs.size(); ++i)
        threads.emplace_back([&, i] { outputs[i] = run_child(script.path(), {}, std::string(200000, static_cast<char>('a' + i)), {30, 1ull << 30, 1 << 20}).output; });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < outputs.size(); ++i) BOOST_TEST((outputs[i] == std::string(200000, static_cast<char>('a' + i))));
}

BOOST_AUTO_TEST_CASE(tags_may_overlap_and_numbers_lie) {
    const std::string page = "<page number=\"1\" width=\"900\" height=\"1200\"><fontspec id=\"0\" size=\"15\" family=\"Times\"/>";
    BOOST_TEST(answered("<pdf2xml>" + page + "<text top=\"100\" left=\"80\" width=\"300\" height=\"18\" font=\"0\"><b>Bold <a href=\"http://a.example.org/?x=1&y=2\">and</b> linked</a> \x01 text</text></page></pdf2xml>") ==
               "paragraph bold=8 page 1 words=4 | Bold and linked text\nlink and linked -> http://a.example.org/?x=1&y=2\npdf words=4 with-letters=4 labels=0\n");
    BOOST_TEST(answered("<pdf2xml>" + page + "<text top=\"nan\" left=\"-1e39\" width=\"inf\" height=\"-5\" font=\"9\">Text</text></page></pdf2xml>") ==
               "paragraph page 1 words=1 | Text\npdf words=1 with-letters=1 labels=0\n");
}

// A font of pictures that gives the spaces gives the sign that selects their look; behind a picture it stays.
BOOST_AUTO_TEST_CASE(spaces_of_a_font_of_pictures) {
    const std::string page = "<pdf2xml><page number=\"1\" width=\"900\" height=\"1200\"><fontspec id=\"0\" size=\"15\" family=\"Sans\"/><text top=\"100\" left=\"80\" width=\"300\" height=\"18\" font=\"0\">";
    BOOST_TEST(answered(page + "VII.\uFE0FResources \u2014\uFE0Fmoney \u267B\uFE0F 1\uFE0F\u20E3 steps</text></page></pdf2xml>") ==
               "paragraph page 1 words=7 | VII. Resources \u2014 money \u267B\uFE0F 1\uFE0F\u20E3 steps\npdf words=7 with-letters=5 labels=0\n");
}

// What a bookmark names begins a paragraph and ends it, and so does an entry of a list of contents.
BOOST_AUTO_TEST_CASE(titles_in_the_type_of_the_text) {
    std::string xml = "<pdf2xml><page number=\"1\" width=\"900\" height=\"1200\"><fontspec id=\"0\" size=\"15\" family=\"Sans\"/>";
    int top = 100;
    const auto add = [&](const std::string& text) {
        xml += "<text top=\"" + std::to_string(top) + "\" left=\"80\" width=\"" + std::to_string(7 * text.size()) + "\" height=\"18\" font=\"0\">" + text + "</text>";
        top += 18;
    };
    add("Why it matters ........................................................ 2");
    add("What the towns want ................................................... 3");
    add("Each of the towns weighs what it has put together in the last months, and in");
    add("Section 8. In that part the towns say what is then done with what was weighed");
    add("Why it matters");
    add("the figures are then sent to the office of the port, which compares them all");
    add("with those of the year before.");
    xml += "</page><outline><item page=\"1\">Why it matters</item></outline></pdf2xml>";
    BOOST_TEST(answered(xml) ==
               "paragraph page 1 words=5 | Why it matters ........................................................ 2\n"
               "paragraph page 1 words=6 | What the towns want ................................................... 3\n"
               "paragraph page 1 words=32 | Each of the towns weighs what it has put together in the last months, and in Section 8. In that part the towns say what is then done with what was weighed\n"
               "heading 1 [title] page 1 words=3 | Why it matters\n"
               "paragraph page 1 words=21 | the figures are then sent to the office of the port, which compares them all with those of the year before.\n"
               "pdf words=67 with-letters=65 labels=0\n");
}

// Bullets that are drawn: what counts on begins an item, though its first word had found no room above.
BOOST_AUTO_TEST_CASE(drawn_bullets_that_count) {
    std::string xml = "<pdf2xml><page number=\"1\" width=\"900\" height=\"1200\"><fontspec id=\"0\" size=\"15\" family=\"Sans\"/>";
    int top = 100;
    const auto add = [&](int left, int width, const std::string& text) {
        xml += "<text top=\"" + std::to_string(top) + "\" left=\"" + std::to_string(left) + "\" width=\"" + std::to_string(width) + "\" height=\"18\" font=\"0\">" + text + "</text>";
        top += 20;
    };
    add(80, 600, "What the towns want is that the boxes are weighed, and that everybody can read what");
    add(80, 200, "was weighed in them:");
    top += 20;
    add(110, 560, "Objective 1: in 2028 all towns weigh the boxes that the boats bring in (now: 35)");
    add(110, 565, "Objective 2: in 2028 the register of each of the towns is open to all who wish to");
    add(110, 100, "read in it");
    top += 20;
    add(80, 600, "The figures are then put together, compared with those of the year before and discussed.");
    BOOST_TEST(answered(xml + "</page></pdf2xml>") ==
               "paragraph page 1 words=20 | What the towns want is that the boxes are weighed, and that everybody can read what was weighed in them:\n"
               "list-item 0 \"•\" #1=0 page 1 words=16 | Objective 1: in 2028 all towns weigh the boxes that the boats bring in (now: 35)\n"
               "list-item 0 \"•\" #1=0 page 1 words=21 | Objective 2: in 2028 the register of each of the towns is open to all who wish to read in it\n"
               "paragraph page 1 words=15 | The figures are then put together, compared with those of the year before and discussed.\n"
               "pdf words=72 with-letters=72 labels=2\n");
}

// A row goes on where its address does, though another cell that goes on stands lower.
BOOST_AUTO_TEST_CASE(addresses_that_rows_part) {
    std::string xml = "<pdf2xml><page number=\"1\" width=\"900\" height=\"1200\"><fontspec id=\"0\" size=\"15\" family=\"Sans\"/>";
    const auto add = [&](int top, int left, const std::string& text) {
        xml += "<text top=\"" + std::to_string(top) + "\" left=\"" + std::to_string(left) + "\" width=\"" + std::to_string(8 * text.size()) + "\" height=\"20\" font=\"0\">" + text + "</text>";
    };
    add(100, 100, "Partner"), add(100, 250, "Person"), add(100, 400, "E-mail");
    add(125, 100, "Institute"), add(125, 250, "Ms Roe,"), add(125, 400, "a@harbour.");
    add(143, 400, "example.org"), add(147, 250, "lead");
    add(168, 100, "Secretary"), add(168, 250, "Mr Fig"), add(168, 400, "b@harbour");
    add(186, 400, ".example.org");
    add(211, 100, "Depot"), add(211, 250, "Ms Elm"), add(211, 400, "c@depot.e");
    add(229, 400, "xample.org"), add(233, 250, "deputy");
    const std::string made = answered(xml + "</page></pdf2xml>");
    for (const std::string address : {"a@harbour.example.org", "b@harbour.example.org", "c@depot.example.org"}) BOOST_TEST(made.find("| " + address) != std::string::npos, made);
    BOOST_TEST(made.find("| Ms Roe, lead") != std::string::npos, made);
}

// A list of contents whose numbers stand behind a tab, at no edge; the titles below it are no entries.
BOOST_AUTO_TEST_CASE(contents_without_leaders) {
    std::string xml = "<pdf2xml><page number=\"1\" width=\"900\" height=\"1200\"><fontspec id=\"0\" size=\"15\" family=\"Sans\"/>";
    int top = 100;
    const auto add = [&](int left, const std::string& text) {
        xml += "<text top=\"" + std::to_string(top) + "\" left=\"" + std::to_string(left) + "\" width=\"" + std::to_string(8 * text.size()) + "\" height=\"18\" font=\"0\">" + text + "</text>";
    };
    add(100, "I. Why it matters"), add(300, "1"), top += 20;
    add(100, "II. What the towns want 2"), top += 20;
    add(100, "III. Actions"), add(220, "2"), top += 20;
    add(100, "IV. Efforts3"), top += 20;
    add(100, "I. Why it matters to all of us"), top += 40;
    BOOST_TEST(answered(xml + "</page></pdf2xml>") ==
               "paragraph page 1 words=5 | I. Why it matters\\t1\nparagraph page 1 words=6 | II. What the towns want\\t2\nparagraph page 1 words=3 | III. Actions\\t2\n"
               "paragraph page 1 words=3 | IV. Efforts\\t3\nparagraph page 1 words=8 | I. Why it matters to all of us\npdf words=25 with-letters=25 labels=0\n");
}

BOOST_AUTO_TEST_CASE(many_pieces_at_one_place_are_no_burden) {
    std::string xml = "<pdf2xml><page number=\"1\" width=\"900\" height=\"1200\"><fontspec id=\"0\" size=\"15\" family=\"Times\"/>";
    for (int i = 0; i < 60000; ++i)
        xml += "<text top=\"" + std::to_string(100 + i % 50 * 18) + "\" left=\"" + std::to_string(i * 7 % 880) + "\" width=\"3\" height=\"16\" font=\"0\">" + std::to_string(i) + "</text>\n";
    xml += "</page></pdf2xml>";
    const fs::path file = fs::temp_directory_path() / ("plancheck-answer-" + std::to_string(::getpid()));
    std::ofstream(file) << xml;
    const auto begin = std::chrono::steady_clock::now();
    const Script script("exec cat " + file.string());
    const Document document = read("%PDF-1.4\n", "made.pdf", {}, script.path());
    fs::remove(file);
    BOOST_TEST(document.readable);
    BOOST_TEST(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < 30);
}

BOOST_AUTO_TEST_CASE(arabic_as_it_is_read) {
    // As drawn from left to right; lam and alef in one sign stand in the order they are read in.
    BOOST_TEST(pdf_turned("ةلأسملا زجوم") == "موجز المسألة");
    BOOST_TEST(pdf_turned("2025 ويام") == "مايو 2025");
    BOOST_TEST(pdf_turned("ملاعملا") == "المعالم");
    BOOST_TEST(pdf_turned("ينورتكللإا ديربلا") == "البريد الإلكتروني");
    BOOST_TEST(pdf_turned("ىلولأا ةيولولأل") == "للأولوية الأولى");
    BOOST_TEST(pdf_turned("ةثلاثلا ةيولولأا") == "الأولوية الثالثة");
    BOOST_TEST(pdf_turned("ةثلاثلا تاونسلا") == "السنوات الثلاثة");
    // A comma ends a word, and two small words may be written together with one.
    BOOST_TEST(pdf_turned("بونجلاو ،لامشلا") == "الشمال، والجنوب");
    BOOST_TEST(pdf_turned("،ثلاثلا ءارجلإا") == "الإجراء الثالث،");
    BOOST_TEST(pdf_turned("ةصاملا داوملابو") == "وبالمواد الماصة");
    BOOST_TEST(pdf_turned("ًاقحلا") == "لاحقاً");
    BOOST_TEST(pdf_turned("قئاقدلاو ،ايلاخلا") == "الخلايا، والدقائق");
    BOOST_TEST(pdf_turned("ةطخلا ضارعتسلا") == "لاستعراض الخطة");
    BOOST_TEST(pdf_turned("اهتيلاو تأدب") == "بدأت ولايتها");
    BOOST_TEST(pdf_turned("هتيلاوو") == "وولايته");
    BOOST_TEST(pdf_turned("َلاجملا قسنت") == "تنسق المجالَ");
    BOOST_TEST(pdf_turned("ملاعلا") == "العالم");
    BOOST_TEST(pdf_turned("ةحئلا") == "لائحة");
    BOOST_TEST(pdf_turned("اهدامتعلا ةيقافتلاا") == "الاتفاقية لاعتمادها");
    BOOST_TEST(pdf_turned("(3.5) ًلاوأ") == "أولاً (3.5)");
    BOOST_TEST(pdf_turned("plan 7") == "plan 7");
    // Without letters: half a pair of brackets, and the number of an item.
    BOOST_TEST(pdf_turned("(") == ")");
    BOOST_TEST(pdf_turned("250)") == "(250");
    BOOST_TEST(pdf_turned("(250)") == "(250)");
    BOOST_TEST(pdf_turned(".2") == "2.");
    BOOST_TEST(pdf_turned("3.5") == "3.5");
    // Numbers run from the right, each for itself; a hyphen is part of one that no letter stands before.
    BOOST_TEST(pdf_turned("2028 – 2026 ةطخ", PdfNumbers::apart) == "خطة 2026 – 2028");
    BOOST_TEST(pdf_turned("0133 555 00 249+ :فتاه", PdfNumbers::apart) == "هاتف: +249 00 555 0133");
    BOOST_TEST(pdf_turned("+20 2 555 0177", PdfNumbers::apart) == "+20 2 555 0177");
    BOOST_TEST(pdf_turned("٣/٢٤", PdfNumbers::apart) == "٣/٢٤");
    BOOST_TEST(pdf_turned("35% ةبسن", PdfNumbers::apart) == "نسبة 35%");
    BOOST_TEST(pdf_turned(" :2", PdfNumbers::apart) == "2: ");
    BOOST_TEST(pdf_turned(" -1", PdfNumbers::apart) == "1- ");
    BOOST_TEST(pdf_turned("2025-2022", PdfNumbers::apart) == "2022-2025");
    BOOST_TEST(pdf_turned("2026-05-12", PdfNumbers::alone) == "2026-05-12");
    BOOST_TEST(pdf_turned("2024-", PdfNumbers::alone) == "2024-");
    BOOST_TEST(pdf_turned("office@harbour.example.", PdfNumbers::apart) == "office@harbour.example.");
    BOOST_TEST(pdf_turned("2028 – 2026 ةطخ") == "خطة 2028 – 2026");
    BOOST_TEST(pdf_turned(".(office@harbour.example.org) بتكم", PdfNumbers::apart) == "مكتب (office@harbour.example.org).");
}

BOOST_AUTO_TEST_CASE(long_lines_of_numbers_are_turned_in_one_pass) {
    std::string numbers;
    for (int i = 0; i < 400000; ++i) numbers += "1 ";
    const auto begin = std::chrono::steady_clock::now();
    BOOST_TEST(pdf_turned(numbers, PdfNumbers::apart).size() == numbers.size());
    BOOST_TEST(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < 10);
}

BOOST_AUTO_TEST_SUITE_END()
