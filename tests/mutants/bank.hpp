// A bank of phrases of one language (banks/<tag>.xml): what plans are put together from. It is written apart from the
// vocabularies of the template, so that a plan made from it says the same things in other words. Phrases marked `held` are
// left out of all ordinary variants; plans made from them are reported apart.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mutants {

struct Phrase {
    std::string text;
    bool held = false;
};
using Phrases = std::vector<Phrase>;

/// A sentence of the plan that serves requirements: where it stands, how it may be put, what denies or contradicts it.
struct Slot {
    std::string name;
    std::string section;               ///< key of the section, or "front"
    std::vector<std::string> serves;   ///< requirements that hang on it alone
    Phrases phrases;
    std::vector<std::string> denials;  ///< say that there is none of it: a review, as when it is missing
    std::vector<std::string> against;  ///< contradict it: a fail
};

struct Objective { std::string text, vague; };
struct Action { std::string text; unsigned objective = 0; };
struct Effort { std::string text, partner, timeline, cost, target, milestone; unsigned action = 0; };
struct Served { std::string text; unsigned objective = 0; };
struct Linkage { std::string text; bool internal = false; };
struct Partner { std::string name, acronym, person, email; };

/// What a plan of one area is about. Section II and the front matter do not name the area; the title does.
struct Theme {
    std::string area;
    Phrases titles, issues;
    std::vector<Objective> objectives;
    std::vector<Action> actions;
    std::vector<Effort> efforts;
    std::vector<Served> opportunities, indicators;
    std::vector<Linkage> linkages;
    std::vector<Partner> partners;
};

struct Bank {
    std::string language;
    bool official = false;                      ///< titles of sections can be wrong
    unsigned too_long = 251;                    ///< words of section I that are too many
    std::vector<std::vector<std::string>> numerals;  ///< styles, ten numerals each
    std::map<std::string, Phrases> headings;    ///< titles of a section
    std::map<std::string, Phrases> labels;      ///< words of the layout: heads of columns, labels
    std::map<std::string, std::string> faults;  ///< texts that mutations put in
    std::vector<Slot> slots;
    std::vector<Theme> themes;
};

/// Throws std::runtime_error with the path and what is missing.
Bank load_bank(const std::string& path);

}  // namespace mutants
