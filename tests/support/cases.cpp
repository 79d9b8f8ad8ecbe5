// A plan is cut at its headings "## ", a section at its headings "### "; nothing else of Markdown matters here.
#include "support/cases.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "text/fold.hpp"

namespace plancheck::support {

namespace {

constexpr std::array<std::string_view, 10> keys = {"issue",      "objective", "actions", "efforts",  "opportunities",
                                                   "evaluation", "resources", "process", "linkages", "partners"};
constexpr std::array<std::string_view, 12> numerals = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
constexpr std::array<std::string_view, 10> chinese = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::array<std::string_view, 10> arabic = {"أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً"};

struct Part {
    std::string heading;  ///< the line, or empty for what stands before the first
    std::string body;
};

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<Part> cut(std::string_view text, std::string_view mark) {
    std::vector<Part> parts(1);
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with(mark)) parts.push_back({line, {}});
        else parts.back().body += line + '\n';
    }
    return parts;
}

std::string joined(const std::vector<Part>& parts) {
    std::string text;
    for (const Part& part : parts) {
        if (!part.heading.empty()) text += part.heading + "\n";
        text += part.body;
        if (!text.ends_with("\n\n") && !text.empty()) text += '\n';
    }
    return text;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

// Place of a numeral typed before the title, and the folded title without it and without what follows in parentheses.
std::pair<std::optional<std::size_t>, std::string> title_of(std::string_view heading) {
    heading.remove_prefix(heading.find_first_not_of("# "));
    for (std::size_t i = 0; i < chinese.size(); ++i)
        if (const std::string sign = std::string(chinese[i]) + "、"; heading.starts_with(sign))
            return {i, fold(heading.substr(sign.size(), heading.find("（") - sign.size()))};
    for (std::size_t i = 0; i < arabic.size(); ++i)
        if (const std::string sign = std::string(arabic[i]) + " - "; heading.starts_with(sign))
            return {i, fold(heading.substr(sign.size(), heading.find(" (") - sign.size()))};
    const std::size_t end = std::min(heading.find_first_of(". "), heading.size());
    std::string word(heading.substr(0, end));
    for (char& c : word)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    std::optional<std::size_t> place;
    for (std::size_t i = 0; i < numerals.size(); ++i)
        if (word == numerals[i] || word == std::to_string(i + 1)) place = i;
    if (place) heading.remove_prefix(std::min(heading.find_first_not_of(". \xE2\x80\x93", end), heading.size()));
    heading = heading.substr(0, heading.find(" ("));
    return {place, fold(heading)};
}

std::string with_sub_sections(const std::string& base, const std::string& own) {
    std::vector<Part> parts = cut(base, "### ");
    for (Part& part : cut(own, "### ")) {
        if (part.heading.empty()) continue;
        const auto same = std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.heading == part.heading; });
        if (same != parts.end()) same->body = std::move(part.body);
        else parts.push_back(std::move(part));
    }
    return joined(parts);
}

bool only_sub_sections(std::string_view body) {
    const std::size_t first = body.find_first_not_of('\n');
    return first != std::string_view::npos && body.substr(first).starts_with("### ");
}

}  // namespace

std::vector<Case> cases_of(std::string_view page) {
    constexpr std::string_view fence = "```markdown ";
    std::vector<Case> cases;
    bool inside = false;
    int number = 0;
    for (const std::string& line : lines_of(page)) {
        ++number;
        if (inside && line == "```") {
            inside = false;
        } else if (inside) {
            cases.back().text += line + '\n';
        } else if (line.starts_with(fence)) {
            Case one;
            one.line = number;
            std::istringstream words(line.substr(fence.size()));
            words >> one.language >> one.requirement >> one.outcome;
            if (one.outcome.empty()) throw std::runtime_error("line " + std::to_string(number) + ": " + line);
            if (one.outcome == "fail" || one.outcome == "review") one.diagnostics.push_back(one.requirement + ' ' + one.outcome);
            for (std::string plus, id, outcome; words >> plus;) {
                if (plus.starts_with("as-of=")) {
                    one.as_of = plus.substr(6);
                    continue;
                }
                if (plus != "+" || !(words >> id >> outcome)) throw std::runtime_error("line " + std::to_string(number) + ": " + line);
                one.diagnostics.push_back(id + ' ' + outcome);
            }
            std::sort(one.diagnostics.begin(), one.diagnostics.end());
            cases.push_back(std::move(one));
            inside = true;
        }
    }
    if (inside) throw std::runtime_error("the last fence is not closed");
    return cases;
}

std::string completed(std::string_view base, std::string_view fragment) {
    std::string own;
    std::vector<bool> dropped(keys.size(), false);
    bool whole = false;
    for (const std::string& line : lines_of(fragment)) {
        if (line == "<!-- whole -->") {
            whole = true;
        } else if (line.starts_with("<!-- without ") && line.ends_with(" -->")) {
            const auto key = std::find(keys.begin(), keys.end(), line.substr(13, line.size() - 17));
            if (key == keys.end()) throw std::runtime_error(line);
            dropped[static_cast<std::size_t>(key - keys.begin())] = true;
        } else {
            own += line + '\n';
        }
    }
    if (whole) return own;

    std::vector<Part> parts = cut(base, "## "), mine = cut(own, "## ");
    if (parts.size() != keys.size() + 1) throw std::runtime_error("a base has ten sections");
    if (!blank(mine.front().body)) parts.front().body = mine.front().body;
    mine.erase(mine.begin());

    std::vector<std::optional<std::size_t>> places(mine.size());
    std::vector<bool> taken(parts.size(), false);
    for (const bool by_title : {true, false})
        for (std::size_t m = 0; m < mine.size(); ++m) {
            if (places[m]) continue;
            const auto [number, title] = title_of(mine[m].heading);
            for (std::size_t p = 1; p < parts.size() && !places[m]; ++p)
                if (!taken[p] && (by_title ? title_of(parts[p].heading).second == title : number == p - 1)) {
                    places[m] = p;
                    taken[p] = true;
                }
        }
    std::size_t least = parts.size(), most = 0, last = 0;
    bool ordered = true, bodies = false;
    for (std::size_t m = 0; m < mine.size(); ++m) {
        bodies = bodies || !blank(mine[m].body);
        if (!places[m]) continue;
        ordered = ordered && *places[m] > last;
        last = *places[m];
        least = std::min(least, last);
        most = std::max(most, last);
    }
    const bool outline = !mine.empty() && (!bodies || !ordered);
    for (std::size_t m = 0; m < mine.size(); ++m) {
        if (!places[m]) continue;
        const std::string& body = parts[*places[m]].body;
        if (outline && blank(mine[m].body)) mine[m].body = body;
        else if (only_sub_sections(mine[m].body)) mine[m].body = with_sub_sections(body, mine[m].body);
    }
    std::vector<Part> made = {parts.front()};
    std::size_t next = 0;
    for (std::size_t p = 1; p < parts.size(); ++p) {
        if (outline && p >= least && p <= most) {
            if (p == least) made.insert(made.end(), mine.begin(), mine.end());
            next = mine.size();
            continue;
        }
        if (dropped[p - 1]) continue;
        if (!taken[p] || outline) {
            made.push_back(parts[p]);
            continue;
        }
        while (places[next] != p) made.push_back(mine[next++]);
        made.push_back(mine[next++]);
        while (next < mine.size() && !places[next]) made.push_back(mine[next++]);
    }
    made.insert(made.end(), mine.begin() + static_cast<std::ptrdiff_t>(next), mine.end());
    return joined(made);
}

const std::string& base(const std::string& language) {
    static std::map<std::string, std::string> bases;
    std::string& text = bases[language];
    if (text.empty()) text = content_of("checks/base-" + language + ".md");
    return text;
}

std::vector<std::string> diagnostics_of(const Report& report) {
    std::vector<std::string> all;
    for (const Diagnostic& one : report.diagnostics) all.push_back(one.requirement + ' ' + std::string(name(one.outcome)));
    std::sort(all.begin(), all.end());
    return all;
}

std::string outcome_of(const Report& report, std::string_view requirement) {
    for (const RequirementResult& one : report.requirements)
        if (one.id == requirement) return std::string(name(one.outcome));
    return "none";
}

std::string described(const Report& report) {
    std::string text = "verdict " + std::string(name(report.verdict)) + '\n';
    for (const Diagnostic& one : report.diagnostics)
        text += "  " + one.requirement + ' ' + std::string(name(one.outcome)) + ' ' + std::string(name(one.severity)) + ": " +
                one.message + " | " + one.location.words + " | " + one.location.quote + '\n';
    return text;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace plancheck::support
