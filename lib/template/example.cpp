// A plan is cut at its headings "## ", a section at its headings "### "; nothing else of Markdown matters here.
#include "template/example.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"

namespace plancheck {

namespace {

struct Part {
    std::string heading;  ///< the line, or empty for what stands before the first
    std::string body;
};

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
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

// Place of the section that a numeral typed before the title means (0: there is none), and the folded title without it,
// without what follows in parentheses, and without the value behind the label of a section that is a field.
std::pair<std::uint32_t, std::string> title_of(const Template& form, std::string_view heading) {
    heading.remove_prefix(std::min(heading.find_first_not_of("# "), heading.size()));
    std::uint32_t number = 0;
    std::size_t size = 0;
    if (form.decimal) {
        std::string_view word = heading.substr(0, heading.find(' '));
        while (word.ends_with('.')) word.remove_suffix(1);
        for (const SectionSpec& one : form.sections)
            if (one.numeral == word) number = one.number;
        if (number != 0) size = std::min(heading.find(' '), heading.size());
    } else if (const auto numeral = parse_numeral(heading, Languages::built_in()); numeral && numeral->level == 0) {
        number = numeral->value;
        size = numeral->size;
    }
    heading.remove_prefix(std::min(heading.find_first_not_of(' ', size), heading.size()));
    for (const std::string_view limit : {" (", "\xEF\xBC\x88"}) heading = heading.substr(0, heading.find(limit));
    const bool fields = std::any_of(form.sections.begin(), form.sections.end(), [](const SectionSpec& one) { return one.value.has_value(); });
    if (fields) heading = heading.substr(0, heading.find(':'));
    return {number, fold(heading)};
}

// Place of a section in the template, by title, else by numeral.
std::optional<std::size_t> section_of(const Template& form, std::string_view heading) {
    const auto [number, title] = title_of(form, heading);
    for (std::size_t i = 0; i < form.sections.size(); ++i)
        for (const Titles& titles : form.sections[i].titles)
            if (title_of(form, titles.title).second == title) return i;
    if (number != 0 && number <= form.sections.size()) return number - 1;
    return std::nullopt;
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

// Which part of the base each section of the fragment takes the place of.
std::vector<std::optional<std::size_t>> places_of(const Template& form, const std::vector<Part>& parts, const std::vector<Part>& mine, std::vector<bool>& taken) {
    std::vector<std::optional<std::size_t>> places(mine.size());
    const auto section_at = [&](std::size_t p) { return section_of(form, parts[p].heading).value_or(p - 1); };
    for (const bool by_title : {true, false})
        for (std::size_t m = 0; m < mine.size(); ++m) {
            if (places[m]) continue;
            const auto [number, title] = title_of(form, mine[m].heading);
            for (std::size_t p = 1; p < parts.size() && !places[m]; ++p) {
                if (taken[p]) continue;
                if (by_title ? title_of(form, parts[p].heading).second == title : number == section_at(p) + 1) {
                    places[m] = p;
                    taken[p] = true;
                }
            }
        }
    return places;
}

}  // namespace

std::string sample_plan(const Template& form, std::string_view language) {
    if (const std::string_view own = form.sample.exactly(language); !own.empty()) return std::string(own) + '\n';
    std::string text = "# " + std::string(form.name.in(language, form.default_language)) + "\n\n";
    for (const SectionSpec& section : form.sections) {
        const Titles* titles = section.titles_in(language);
        if (titles == nullptr) titles = &section.titles.front();
        text += "## " + section.numeral + (form.decimal ? " " : ". ") + titles->title + "\n\n";
    }
    return text;
}

std::string completed(const Template& form, std::string_view base, std::string_view fragment) {
    std::string own;
    std::vector<std::string> dropped;
    for (const std::string& line : lines_of(fragment)) {
        constexpr std::string_view without = "<!-- without ", end = " -->";
        if (line.starts_with(without) && line.ends_with(end)) dropped.push_back(line.substr(without.size(), line.size() - without.size() - end.size()));
        else own += line + '\n';
    }
    constexpr std::string_view whole = "<!-- whole -->\n";
    if (own.starts_with(whole)) return own.substr(whole.size());

    std::vector<Part> parts = cut(base, "## "), mine = cut(own, "## ");
    if (!blank(mine.front().body)) parts.front().body = mine.front().body;
    mine.erase(mine.begin());
    std::vector<bool> taken(parts.size(), false);
    const std::vector<std::optional<std::size_t>> places = places_of(form, parts, mine, taken);

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
        const std::optional<std::size_t> at = section_of(form, parts[p].heading);
        if (at && std::find(dropped.begin(), dropped.end(), form.sections[*at].key) != dropped.end()) continue;
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

}  // namespace plancheck
