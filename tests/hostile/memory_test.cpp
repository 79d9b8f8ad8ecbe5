// An allocation that fails, each in its turn: it ends with std::bad_alloc out of the call, or with the same report as ever
// where the program could do without; with the C functions it ends with a status. Allocations of this thread are counted
// in operator new and in pugixml's own function while `counting` is on; the one whose turn it is fails, and in the second
// round all after it too.
#include <cstdlib>
#include <new>
#include <pugixml.hpp>

#include "../../bindings/c/plancheck.h"
#include "hostile.hpp"

namespace {

thread_local bool counting = false;
thread_local bool once = true;
thread_local std::uint64_t left = 0;   // until the one that fails; wraps when it has passed
thread_local std::uint64_t asked = 0;  // all while counting

bool fails() noexcept {
    if (!counting) return false;
    ++asked;
    if (left == 0) return !once;
    return --left == 0;
}

void* take(std::size_t size) noexcept { return fails() ? nullptr : std::malloc(size == 0 ? 1 : size); }

void* take_or_throw(std::size_t size) {
    if (void* made = take(size)) return made;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return take_or_throw(size); }
void* operator new[](std::size_t size) { return take_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void operator delete(void* made) noexcept { std::free(made); }
void operator delete[](void* made) noexcept { std::free(made); }
void operator delete(void* made, std::size_t) noexcept { std::free(made); }
void operator delete[](void* made, std::size_t) noexcept { std::free(made); }
void operator delete(void* made, const std::nothrow_t&) noexcept { std::free(made); }
void operator delete[](void* made, const std::nothrow_t&) noexcept { std::free(made); }

using namespace hostile;

namespace {

struct Failing {
    Failing(std::uint64_t at, bool only_one) {
        once = only_one;
        left = at;
        asked = 0;
        counting = true;
    }
    ~Failing() { counting = false; }
};

struct PugiMemory {
    pugi::allocation_function before = pugi::get_memory_allocation_function();
    pugi::deallocation_function after = pugi::get_memory_deallocation_function();
    PugiMemory() { pugi::set_memory_management_functions(take, std::free); }
    ~PugiMemory() { pugi::set_memory_management_functions(before, after); }
};

constexpr std::uint64_t never = ~std::uint64_t{0};

/// Every turn at first, then ever fewer, so that a long run is covered to its end: the step grows by one in `dense` turns.
std::uint64_t next_turn(std::uint64_t turn, std::uint64_t dense) { return turn + 1 + turn / dense; }

template <class Work>
void each_turn(std::uint64_t dense, Work&& work, std::uint64_t least = 100) {
    std::uint64_t total = 0;
    {
        const Failing count(never, true);
        work();
        total = asked;
    }
    BOOST_TEST_MESSAGE(total << " allocations");
    BOOST_TEST(total > least);
    for (const bool only_one : {true, false})
        for (std::uint64_t turn = 1; turn <= total; turn = next_turn(turn, dense)) {
            BOOST_TEST_CONTEXT("allocation " << turn << (only_one ? " alone" : " and all after it")) {
                bool failed = false;
                try {
                    const Failing failing(turn, only_one);
                    work();
                } catch (const std::bad_alloc&) {
                    failed = true;
                }
                // The report was compared by `work` where it came to an end.
                if (!only_one) BOOST_TEST(failed);
            }
        }
}

std::string plan() {
    support::ZipWriter zip = package_of(main_part(
        heading("I. Summary of the issue") + paragraph("Mercury waste is stored badly, at a cost of USD 150,000 since 14 March 2025.") +
        heading("II. Objective of the partnership area") + paragraph("Sound management.") + heading("III. Priority actions") +
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Inventories</w:t></w:r></w:p>" +
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Training</w:t></w:r></w:p>" +
        heading("IV. Partner efforts and timelines") + "<w:tbl><w:tr><w:tc>" + paragraph("Action") + "</w:tc><w:tc>" + paragraph("Contact") +
        "</w:tc></w:tr><w:tr><w:tc>" + paragraph("Inventories") + "</w:tc><w:tc>" + paragraph("office@plan.example") + "</w:tc></w:tr></w:tbl>" +
        heading("VI. Evaluation") + paragraph("A report is made every two years.") + heading("X. Partners") + paragraph("Lead: Institute of Clean Cities")));
    zip.add("word/styles.xml", "<w:styles xmlns:w=\"" + word_space + "\"><w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/></w:style></w:styles>");
    zip.add("word/numbering.xml", "<w:numbering xmlns:w=\"" + word_space + "\"><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt "
                                  "w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>");
    return zip.bytes();
}

// Validators of a built-in template share what is made of it; a house with words of its own has it made for itself.
plancheck::Options of_a_house() {
    plancheck::Options options;
    options.policy_xml = "<policy><severity requirement='issue/word-limit' is='warning'>Proposed.</severity></policy>";
    return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(fails_while_a_document_is_validated) {
    const PugiMemory memory;
    const std::string markdown = "# I. Summary of the issue\n\nMercury.\n\n# II. Objective of the partnership area\n\n- Less\n\n# III. Priority actions\n\n1. Count\n2. "
                                 "Train\n\n| Action | Contact |\n|---|---|\n| Count | a@plan.example |\n";
    const std::pair<std::string, std::string> documents[] = {{plan(), "plan.docx"}, {markdown, "plan.md"}, {markdown, "plan.txt"}};
    for (const auto& [bytes, name] : documents) {
        const std::string expected = to_json(validator().validate(bytes, name));
        BOOST_TEST_CONTEXT(name) each_turn(200, [&] {
            const plancheck::Report report = validator().validate(bytes, name);
            const bool was = std::exchange(counting, false);
            const bool same = to_json(report) == expected;
            if (!same) BOOST_TEST(to_json(report) == expected);
            counting = was;
        });
    }
}

BOOST_AUTO_TEST_CASE(fails_while_a_report_is_written) {
    const plancheck::Report report = validator().validate(plan(), "plan.docx");
    const PugiMemory memory;
    for (const plancheck::Writer& writer : plancheck::writers())
        BOOST_TEST_CONTEXT(writer.name) {
            const std::string text = to_format(report, writer.name);
            each_turn(40, [&] {
                const bool same = to_format(report, writer.name) == text;
                counting = false;
                BOOST_TEST(same);
            }, 5);
        }
}

BOOST_AUTO_TEST_CASE(fails_while_a_validator_is_made) {
    const PugiMemory memory;
    plancheck::Options options = of_a_house();
    each_turn(10, [&] { const plancheck::Validator made(options); });
    options.baseline_json = to_json(validator().validate(plan(), "plan.docx"));
    each_turn(10, [&] { const plancheck::Validator made(options); });
}

// Words and messages are taken apart for the first document. Where that fails, the next document finds them whole.
BOOST_AUTO_TEST_CASE(fails_at_the_first_document) {
    const plancheck::Options options = of_a_house();
    const std::string bytes = plan(), expected = to_json(plancheck::Validator(options).validate(bytes, "plan.docx"));
    each_turn(4, [&] {
        const bool was = std::exchange(counting, false);
        const plancheck::Validator made(options);
        counting = was;
        try {
            made.validate(bytes, "plan.docx");
        } catch (const std::bad_alloc&) {
            counting = false;
            BOOST_TEST(to_json(made.validate(bytes, "plan.docx")) == expected);
            counting = was;
            throw;
        }
    });
}

BOOST_AUTO_TEST_CASE(is_a_status_in_c) {
    const PugiMemory memory;
    const std::string bytes = plan();
    plancheck_validator* made = nullptr;
    BOOST_REQUIRE(plancheck_validator_new(nullptr, &made, nullptr) == PLANCHECK_OK);
    // The first document makes what later ones use again.
    plancheck_report* first = nullptr;
    BOOST_REQUIRE(plancheck_validate(made, bytes.data(), bytes.size(), "plan.docx", &first, nullptr) == PLANCHECK_OK);
    plancheck_report_free(first);
    std::uint64_t total = 0;
    {
        plancheck_report* report = nullptr;
        const Failing count(never, true);
        BOOST_REQUIRE(plancheck_validate(made, bytes.data(), bytes.size(), "plan.docx", &report, nullptr) == PLANCHECK_OK);
        total = asked;
        counting = false;
        plancheck_report_free(report);
    }
    for (std::uint64_t turn = 1; turn <= total; turn = next_turn(turn, 20)) {
        plancheck_report* report = nullptr;
        plancheck_error error{};
        plancheck_status status = PLANCHECK_OK;
        {
            const Failing failing(turn, false);
            status = plancheck_validate(made, bytes.data(), bytes.size(), "plan.docx", &report, &error);
        }
        BOOST_TEST_CONTEXT(turn) {
            BOOST_TEST(status == PLANCHECK_NO_MEMORY);
            BOOST_TEST(error.code == PLANCHECK_NO_MEMORY);
            BOOST_TEST(std::string(error.message) == "out of memory");
            BOOST_TEST((report == nullptr));
        }
    }
    plancheck_validator_free(made);
}

// What embeds us lives on where memory stays out while the report is written.
BOOST_AUTO_TEST_CASE(is_a_status_of_json_in_c) {
    plancheck_validator* made = nullptr;
    plancheck_report* report = nullptr;
    BOOST_REQUIRE(plancheck_validator_new(nullptr, &made, nullptr) == PLANCHECK_OK);
    const std::string bytes = plan();
    BOOST_REQUIRE(plancheck_validate(made, bytes.data(), bytes.size(), "plan.docx", &report, nullptr) == PLANCHECK_OK);
    std::size_t length = 0;
    BOOST_REQUIRE(plancheck_report_json(report, nullptr, 0, &length, nullptr) == PLANCHECK_OK);
    std::string text(length + 1, '\0');
    for (std::uint64_t turn = 1; turn <= 5; ++turn) {
        plancheck_status status = PLANCHECK_OK;
        {
            const Failing failing(turn, false);
            status = plancheck_report_json(report, text.data(), text.size(), &length, nullptr);
        }
        BOOST_TEST(status == PLANCHECK_NO_MEMORY);
    }
    BOOST_TEST(plancheck_report_json(report, text.data(), text.size(), &length, nullptr) == PLANCHECK_OK);
    plancheck_report_free(report);
    plancheck_validator_free(made);
}

BOOST_AUTO_TEST_SUITE_END()
