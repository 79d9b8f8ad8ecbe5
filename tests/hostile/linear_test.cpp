// Cost grows with the document, not with its square: items of every kind by the thousand, headings, one cost cell merged over
// all rows, the same bad address again and again.
#include <array>
#include <functional>

#include "hostile.hpp"
#include "support/growth.hpp"

BOOST_AUTO_TEST_SUITE(linear)

using namespace hostile;

namespace {

constexpr const char* titles[] = {"Issue to be addressed", "Objective of the partnership area", "Priority actions", "Partner efforts and timeframes",
                                  "Opportunities", "Evaluation", "Resource mobilization", "Business planning process", "Linkages", "Partners"};
constexpr const char* numerals[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};

// Words that items share with each other, so that much has to be compared.
std::string words(std::size_t seed, std::size_t count) {
    constexpr const char* stock[] = {"inventory", "storage", "export", "training", "region", "laboratory", "ministry", "customs",
                                     "survey",    "facility", "method", "report",   "network", "school",    "hospital", "assessment"};
    std::string made;
    std::uint64_t state = seed * 2654435761u + 17;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        made += (i == 0 ? "" : " ") + std::string(stock[(state >> 40) % std::size(stock)]);
    }
    return made;
}

using Bodies = std::array<std::string, 10>;

Bodies usual() {
    Bodies bodies;
    for (std::size_t i = 0; i < bodies.size(); ++i) bodies[i] = words(i, 24) + ".";
    bodies[2] = "1. " + words(20, 9) + ".\n2. " + words(21, 9) + ".";
    bodies[9] = "- Institute for Clean Towns, mail@example.org";
    return bodies;
}

std::string markdown(const Bodies& bodies) {
    std::string made = "# Business plan of the partnership area on waste\n\n14 March 2025\n";
    for (std::size_t i = 0; i < bodies.size(); ++i)
        made += "\n## " + std::string(numerals[i]) + ". " + titles[i] + "\n\n" + bodies[i] + "\n";
    return made;
}

std::string lines(std::size_t count, const std::function<std::string(std::size_t)>& line) {
    std::string made;
    for (std::size_t i = 0; i < count; ++i) made += line(i) + "\n";
    return made;
}

std::string item(std::size_t i) { return "- Item " + std::to_string(i) + " " + words(i, 9) + "."; }

struct Shape {
    const char* name;
    std::function<std::string(std::size_t)> make;
};

std::string in_section(std::size_t section, std::string body) {
    Bodies bodies = usual();
    bodies[section] = std::move(body);
    return markdown(bodies);
}

std::string merged_cell(std::size_t rows) {
    std::string made = "<html><body>";
    const Bodies bodies = usual();
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        made += "<h2>" + std::string(numerals[i]) + ". " + titles[i] + "</h2>";
        if (i != 3) {
            made += "<p>" + bodies[i] + "</p>";
            continue;
        }
        made += "<table><tr><th>Action</th><th>Effort</th><th>Lead</th><th>Timeline</th><th>Cost (USD)</th></tr>";
        for (std::size_t r = 0; r < rows; ++r)
            made += "<tr><td>" + std::to_string(r % 5 + 1) + "</td><td>" + words(r, 9) + "</td><td>Institute " + std::to_string(r) + "</td><td>2026</td>" +
                    (r == 0 ? "<td rowspan=\"" + std::to_string(rows) + "\">100000</td>" : "") + "</tr>";
        made += "</table>";
    }
    return made + "</body></html>";
}

void grows_with_its_size(const Shape& shape, std::size_t size, std::string_view name) {
    support::grows_with_its_size(shape.name, size, [&](std::size_t n) {
        return [bytes = shape.make(n), name] { BOOST_REQUIRE(validator().validate(bytes, name).verdict != plancheck::Verdict::unreadable); };
    });
}

}  // namespace

BOOST_AUTO_TEST_CASE(items_of_every_kind) {
    const Shape shapes[] = {
        {"objectives", [](std::size_t n) { return in_section(1, lines(n, item)); }},
        {"actions", [](std::size_t n) { return in_section(2, lines(n, [](std::size_t i) { return std::to_string(i + 1) + ". " + words(i, 9) + "."; })); }},
        {"efforts", [](std::size_t n) { return in_section(3, lines(n, item)); }},
        {"opportunities", [](std::size_t n) { return in_section(4, lines(n, item)); }},
        {"indicators", [](std::size_t n) { return in_section(5, "Indicators:\n\n" + lines(n, item)); }},
        {"linkages", [](std::size_t n) { return in_section(8, lines(n, item)); }},
        {"partners", [](std::size_t n) { return in_section(9, lines(n, [](std::size_t i) {
             return "- Institute " + std::to_string(i) + " for " + words(i, 3) + ", mail" + std::to_string(i) + "@example.org";
         })); }},
        {"totals of tables that go on", [](std::size_t n) {
             const std::string head = "| Activity | Cost (USD) |\n|---|---|\n";
             return in_section(6, head + lines(8 * n, [](std::size_t i) { return "| " + words(i, 2) + " | 100 |"; }) + "\nFurther:\n\n" + head +
                                      lines(8 * n, [](std::size_t i) { return "| " + std::string(i == 0 ? words(i, 2) : "Total") + " | " + std::to_string(i + 7) + " |"; }));
         }},
        {"leads", [](std::size_t n) { return in_section(9, lines(n, [](std::size_t i) { return "- Lead: Institute " + std::to_string(i) + " of " + words(i, 2); })); }},
        {"partners in one sentence", [](std::size_t n) {
            std::string text;
            for (std::size_t i = 0; i < 4 * n; ++i) text += "Institute " + std::to_string(i) + " of " + words(i, 2) + ", ";
            return in_section(9, text + "Network.\n");
        }},
        {"organisations in sentences", [](std::size_t n) {
            std::string text;
            for (std::size_t i = 0; i < 4 * n; ++i) text += "In year " + std::to_string(i) + " the Institute helped. ";
            return in_section(9, text + "\n");
        }},
        {"partners sorted by a term", [](std::size_t n) { return in_section(9, lines(n, [](std::size_t i) { return "Governments: Land " + std::to_string(i) + ", Shire " + std::to_string(i) + "\n"; })); }},
        {"partners and what reaches them", [](std::size_t n) { return in_section(9, lines(n, [](std::size_t i) {
             return i % 2 == 0 ? "Governments: Land " + std::to_string(i) + "\n" : "Enquiries: office" + std::to_string(i) + "@example.org\n";
         })); }},
        {"labels in one paragraph", [](std::size_t n) {
            std::string text = "Collection. ";
            for (std::size_t i = 0; i < 8 * n; ++i) text += "Cost: 45,000. ";
            return in_section(3, text + "\n");
        }},
        {"struck text that never ends", [](std::size_t n) {
            std::string text;
            for (std::size_t i = 0; i < 16 * n; ++i) text += "~~a ![x](b~~c) d ";
            return in_section(3, text + "\n");
        }},
        {"contacts below the table", [](std::size_t n) {
            std::string table = "| No. | Partner | Effort | Timeline |\n|---|---|---|---|\n";
            table += lines(n, [](std::size_t i) { return "| E" + std::to_string(i) + " | Institute " + std::to_string(i) + " | " + words(i, 5) + " | 2027 |"; });
            return in_section(3, table + "\n" + lines(n, [](std::size_t i) { return "E" + std::to_string(i) + ": mail" + std::to_string(i) + "@example.org\n"; }));
        }},
        {"partners in boxes", [](std::size_t n) { return in_section(9, lines(n, [](std::size_t i) { return "| Institute " + std::to_string(i) + " |\n|---|\n\nx\n"; })); }},
        {"efforts and opportunities", [](std::size_t n) {
             Bodies bodies = usual();
             bodies[3] = lines(n, item);
             bodies[4] = lines(n, [](std::size_t i) { return item(i + 7); });
             return markdown(bodies);
         }},
        {"efforts and partners", [](std::size_t n) {
             Bodies bodies = usual();
             bodies[3] = lines(n, item);
             bodies[9] = lines(n, [](std::size_t i) { return "- Institute " + std::to_string(i) + " for " + words(i, 3); });
             return markdown(bodies);
         }},
        {"actions and their efforts", [](std::size_t n) {
             Bodies bodies = usual();
             bodies[2] = lines(n, [](std::size_t i) { return std::to_string(i + 1) + ". " + words(i, 9) + "."; });
             bodies[3] = lines(n, [](std::size_t i) { return "- Action " + std::to_string(i + 1) + ": " + words(i, 9) + " by 2027"; });
             return markdown(bodies);
         }},
        {"actions and as many efforts", [](std::size_t n) {
             Bodies bodies = usual();
             bodies[2] = lines(n, [](std::size_t i) { return std::to_string(i + 1) + ". " + words(i, 9) + "."; });
             bodies[3] = lines(n, [](std::size_t i) { return std::to_string(i + 1) + ". " + words(i + 3, 9) + " by 2027."; });
             return markdown(bodies);
         }},
    };
    for (const Shape& shape : shapes) grows_with_its_size(shape, 1000, "plan.md");
}

BOOST_AUTO_TEST_CASE(words_of_the_text) {
    const Shape shapes[] = {
        {"costs without an amount", [](std::size_t n) { return in_section(6, times(4 * n, "The survey will cost more and ")); }},
        {"headings", [](std::size_t n) { return in_section(6, lines(n, [](std::size_t i) { return "## " + words(i, 3) + "\n\nx\n"; })); }},
        {"sub-headings", [](std::size_t n) { return in_section(6, lines(n, [](std::size_t i) { return "### " + words(i, 3) + "\n\nx\n"; })); }},
        {"the same bad address in one paragraph", [](std::size_t n) { return in_section(6, times(4 * n, "lead@unep ")); }},
        {"the same bad address in each paragraph", [](std::size_t n) { return in_section(6, times(2 * n, "write to lead@unep\n\n")); }},
        {"bad dates", [](std::size_t n) { return in_section(6, lines(n, [](std::size_t i) { return "On 31 June 202" + std::to_string(i % 9) + " and from 2027 to 2025.\n"; })); }},
        {"acronyms", [](std::size_t n) { return in_section(6, lines(n, [](std::size_t i) {
             return std::string("The ") + static_cast<char>('A' + i % 26) + static_cast<char>('A' + i / 26 % 26) + static_cast<char>('A' + i / 676 % 26) + "Q is.";
         })); }},
        {"references", [](std::size_t n) { return in_section(6, lines(n, [](std::size_t i) { return "See action " + std::to_string(i) + " and objective " + std::to_string(i) + ".\n"; })); }},
        {"prompts", [](std::size_t n) { return in_section(6, times(n, "[insert name] here\n\n")); }},
        {"denials", [](std::size_t n) { return in_section(6, times(n, "No report is foreseen and no biennial report will be made, without funds, ")); }},
    };
    for (const Shape& shape : shapes) grows_with_its_size(shape, 1000, "plan.md");
    grows_with_its_size({"a cost cell merged over all rows", merged_cell}, 500, "plan.html");
}

// What checks look up: terms in many scopes, names among many names, values in one sentence.
BOOST_AUTO_TEST_CASE(what_checks_compare) {
    const Shape shapes[] = {
        {"annexes", [](std::size_t n) { return markdown(usual()) + lines(2 * n, [](std::size_t i) { return "## Annex " + std::to_string(i) + "\n\n" + words(i, 5) + "\n"; }); }},
        {"recurrences in one sentence", [](std::size_t n) {
             return in_section(5, "The biennial report is made " + times(n, "every 27 months, ") + "x");
         }},
        {"recurrences denied in one sentence", [](std::size_t n) {
             return in_section(5, "The biennial report is made " + times(n, "not every 27 months, ") + "x");
         }},
        {"names of the same few words", [](std::size_t n) {
             Bodies bodies = usual();
             const auto name = [](std::size_t i) {
                 std::string made;
                 for (std::size_t k = 0; k < 16; ++k) made += ((i * 2654435761u) >> k & 1u) != 0 ? "customs " : "storage ";
                 return made;
             };
             bodies[3] = "| Action | Effort | Partner |\n|---|---|---|\n" + lines(n, [&](std::size_t i) { return "| 1 | " + words(i, 3) + " | " + name(i) + "|"; });
             bodies[9] = lines(n, [&](std::size_t i) { return "- " + name(i + n) + ", mail" + std::to_string(i) + "@example.org"; });
             return markdown(bodies);
         }},
        {"dates that run backwards in one cell", [](std::size_t n) {
             return in_section(3, "| Action | Effort | Timeline |\n|---|---|---|\n| 1 | " + words(1, 3) + " | " + times(4 * n, "2027-2025; ") + " |\n");
         }},
        {"amounts without a currency in one cell", [](std::size_t n) {
             return in_section(3, "| Action | Effort | Cost |\n|---|---|---|\n| 1 | " + words(1, 3) + " | " + times(4 * n, "5,000; ") + " |\n");
         }},
        {"numbers of references in one objective", [](std::size_t n) { return in_section(1, "- " + words(1, 4) + times(4 * n, " objective 1") + "\n"); }},
        {"efforts that seek funds, without spaces", [](std::size_t n) {
             const auto ideographs = [](std::size_t seed) {
                 constexpr const char* stock[] = {"清", "单", "储", "存", "出", "口", "培", "训", "区", "域", "实", "验", "室", "海", "关", "调"};
                 std::string made;
                 for (std::size_t i = 0; i < 30; ++i) made += stock[((seed * 2654435761u + i * i * 40503u) >> 7) % std::size(stock)];
                 return made;
             };
             Bodies bodies = usual();
             bodies[3] = lines(n, [&](std::size_t i) { return "- " + ideographs(i) + "，寻求资金"; });
             bodies[6] = lines(n, [&](std::size_t i) { return ideographs(i + n) + "\n"; });
             return markdown(bodies);
         }},
    };
    for (const Shape& shape : shapes) grows_with_its_size(shape, 2000, "plan.md");
}

// What programs make of tables, columns, pages and lists in plain text, and lines that look like the beginning of them.
BOOST_AUTO_TEST_CASE(plain_text) {
    const auto row = [](std::size_t i, std::size_t count, std::size_t wide) {
        std::string made;
        for (std::size_t c = 0; c < count; ++c) {
            std::string cell = words(i * 7 + c, 2);
            cell.resize(wide, ' ');
            made += cell;
        }
        return made;
    };
    const auto letters = [](std::size_t i) { return words(i, 1).substr(0, 4); };
    const Shape shapes[] = {
        {"short forms", [](std::size_t n) { return times(n, "A. I. 2. St. "); }},
        {"columns", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return row(i, 4, 24); }); }},
        {"columns that begin anywhere", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return times(i * 37 % 60, " ") + words(i, 2) + times(i * 53 % 28 + 2, " ") + words(i + 1, 1); }); }},
        {"text, columns, text", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return i % 5 < 2 ? words(i, 12) : row(i, 2, 30); }); }},
        {"a grid", [&](std::size_t n) { return "+------+------+\n" + lines(n, [&](std::size_t i) { return "| " + letters(i) + " | " + letters(i + 1) + " |\n+------+------+"; }); }},
        {"a grid of one row", [&](std::size_t n) { return "+------+------+\n" + lines(n, [&](std::size_t i) { return "| " + letters(i) + " | " + letters(i + 1) + " |"; }); }},
        {"a grid without words", [](std::size_t n) { return times(n, "+------+------+\n"); }},
        {"a wide grid", [](std::size_t n) { return "+" + times(n, "--+") + "\n|" + times(n, "a |") + "\n+" + times(n, "--+") + "\n"; }},
        {"rules of dashes", [](std::size_t n) { return times(n, "a       b\n------  ------\nabc     def\n\n"); }},
        {"dashes alone", [](std::size_t n) { return times(n, "--- ---\n"); }},
        {"cells with a tab", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return words(i, 1) + "\t" + words(i + 1, 1) + "\t" + words(i + 2, 1); }); }},
        {"one line of tabs", [&](std::size_t n) { return times(n, "a\t"); }},
        {"turned words", [](std::size_t n) { return times(n, "\u202B\u062E\u0637\u0629\u202C 12 \u202Aabc\u202C\n"); }},
        {"turned words in one line", [](std::size_t n) { return times(n, "\u202B\u062E\u0637\u0629\u202C 12 "); }},
        {"nested turns", [](std::size_t n) { return times(n, "\u202B") + "a" + times(n, "\u202C"); }},
        {"pages with a running title", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return "Running title " + std::to_string(i) + "\n" + words(i, 8) + "\n\fPage " + std::to_string(i); }); }},
        {"lines that end in a hyphen", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return words(i, 6) + " haz-\nardous " + words(i + 1, 3); }); }},
        {"narrow lines", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return words(i, 3); }); }},
        {"bullets and lost signs", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return "\uF0B7 " + words(i, 3) + "\n   \uFFFD " + words(i + 1, 4); }); }},
        {"stairs", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return times(i % 200, " ") + "- " + words(i, 2); }); }},
        {"numbered lines", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return std::to_string(i) + ". " + words(i, 3); }); }},
        {"numerals of sections", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return std::string(numerals[i % 10]) + ". " + words(i, 3); }); }},
        {"contents", [&](std::size_t n) { return lines(n, [&](std::size_t i) { return words(i, 3) + " ........ " + std::to_string(i); }); }},
    };
    for (const Shape& shape : shapes)
        grows_with_its_size({shape.name, [&](std::size_t n) { return "Business plan\n\nI. Issue to be addressed\n\n" + shape.make(n); }}, 2000, "plan.txt");
}

BOOST_AUTO_TEST_SUITE_END()
