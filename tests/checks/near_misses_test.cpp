// A pass needs evidence. A near miss speaks of the same subject without saying what is asked: it is denied, left open, over
// long ago, the name of an office, or about something else. near-misses/LANGUAGE.md holds a bare plan, and behind each
// "@@ REQUIREMENT | SECTION" the text that takes the place of that section ("title": the title, "+SECTION": below it),
// perhaps "&& SECTION" and more of it. A person has to look at every one of them, or the plan is at fault.
//
// said/LANGUAGE.md holds, in the same way, what says it in other words, one sentence at a time: each passes, and no other
// requirement fails by it.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "support/reports.hpp"

namespace plancheck {

BOOST_AUTO_TEST_SUITE(near_misses)

namespace {

using namespace support;
namespace fs = std::filesystem;

constexpr const char* missed = "checks/near-misses";
constexpr const char* told = "checks/said";

struct Piece {
    std::string section, text;
};

struct NearMiss {
    std::string requirement;
    std::vector<Piece> pieces;
};

std::string_view trimmed_line(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \n"), last = line.find_last_not_of(" \n");
    return first == std::string_view::npos ? std::string_view() : line.substr(first, last - first + 1);
}

// The text before the first mark at the beginning of a line, and the chunks behind each.
std::vector<std::string> split(const std::string& text, const std::string& mark) {
    std::vector<std::string> found;
    std::size_t begin = 0;
    for (std::size_t at = text.find("\n" + mark); at != std::string::npos; at = text.find("\n" + mark, begin)) {
        found.push_back(text.substr(begin, at + 1 - begin));
        begin = at + 1 + mark.size();
    }
    found.push_back(text.substr(begin));
    return found;
}

NearMiss near_miss(const std::string& chunk) {
    NearMiss made;
    for (const std::string& part : split(chunk, "&& ")) {
        const std::size_t line = part.find('\n');
        std::string_view head = std::string_view(part).substr(0, line);
        if (made.pieces.empty()) {
            const std::size_t bar = head.find('|');
            BOOST_REQUIRE_MESSAGE(bar != std::string_view::npos, "no section: " << head);
            made.requirement = trimmed_line(head.substr(0, bar));
            head.remove_prefix(bar + 1);
        }
        made.pieces.push_back({std::string(trimmed_line(head)), std::string(trimmed_line(std::string_view(part).substr(line + 1)))});
    }
    return made;
}

// `sections`: of the bare plan, each with its heading; the first is the title and the front matter.
std::string plan_with(std::vector<std::string> sections, const NearMiss& miss) {
    const auto& specs = form_of().sections;
    for (const Piece& piece : miss.pieces) {
        if (piece.section == "title") {
            sections.front() = "# " + piece.text + "\n\n";
            continue;
        }
        const bool below = piece.section.starts_with('+');
        const auto spec = std::find_if(specs.begin(), specs.end(), [&](const SectionSpec& one) { return one.key == piece.section.substr(below ? 1 : 0); });
        BOOST_REQUIRE_MESSAGE(spec != specs.end(), "no section " << piece.section);
        std::string& section = sections.at(static_cast<std::size_t>(spec - specs.begin()) + 1);
        section = (below ? section : section.substr(0, section.find('\n'))) + "\n\n" + piece.text + "\n\n";
    }
    std::string plan = sections.front();
    for (std::size_t i = 1; i < sections.size(); ++i) plan += "## " + sections[i];
    return plan;
}

// Each case of the folder's files, set into the bare plan of its language.
template <typename Judge>
void each_case(const std::string& folder, const Judge& judge) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    BOOST_TEST(files.size() == form_of().languages.size());
    for (const fs::path& file : files) {
        Options options;
        options.document_language = file.stem().string();
        const Validator validator(options);
        const std::vector<std::string> bare = split(split(content_of((fs::path(missed) / file.filename()).string()), "@@ ").front(), "## ");
        const std::vector<std::string> chunks = split("\n" + content_of(file.string()), "@@ ");
        BOOST_REQUIRE(bare.size() == form_of().sections.size() + 1);
        BOOST_TEST(chunks.size() > 25U);
        for (std::size_t i = 1; i < chunks.size(); ++i) {
            const NearMiss one = near_miss(chunks[i]);
            const Report report = validator.validate(plan_with(bare, one), "plan.md");
            keep_report(to_json(report));
            judge(report, one, options.document_language + ": " + chunks[i]);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_near_miss_passes) {
    each_case(missed, [](const Report& report, const NearMiss& miss, const std::string& where) {
        const std::string outcome = outcome_of(report, miss.requirement);
        BOOST_TEST((outcome == "review" || outcome == "fail"), where << ": " << miss.requirement << " ends as " << outcome);
    });
}

BOOST_AUTO_TEST_CASE(what_is_said_in_other_words_passes) {
    each_case(told, [](const Report& report, const NearMiss& said, const std::string& where) {
        const std::string outcome = outcome_of(report, said.requirement);
        BOOST_TEST((outcome == "pass" || outcome == "notApplicable"), where << ": " << said.requirement << " ends as " << outcome);
        // Without its own title the bare plan names no area.
        for (const Diagnostic& diagnostic : report.diagnostics)
            BOOST_TEST((diagnostic.outcome != Outcome::fail || diagnostic.severity == Severity::note || diagnostic.requirement == "plan/area"),
                       where << ": " << diagnostic.requirement << " fails");
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
