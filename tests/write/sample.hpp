// A report made by hand that has something of everything a writer has to show.
#pragma once

#include "plancheck/report.hpp"

namespace plancheck::sample {

inline Location place(std::uint32_t block, std::string words, std::string quote = {}) {
    Location location;
    location.part = "word/document.xml";
    location.block = block;
    location.words = std::move(words);
    location.quote = std::move(quote);
    return location;
}

inline Report report() {
    Report r;
    r.tool_version = "0.1.0";
    r.libraries = {{"icu", "72.1"}};
    r.template_id = "gmp-annex2";
    r.template_edition = "2020";
    r.template_sha256 = std::string(64, 'a');
    r.name = "plan.docx";
    r.format = Format::docx;
    r.bytes = 53122;
    r.sha256 = std::string(64, 'b');
    r.language = "en";
    r.language_from = "detected";
    r.words = 4321;
    r.title = "Business plan";
    r.area = "waste";
    r.date = "2025-03-14";
    r.message_language = "en";
    r.counting = "word-1";
    r.limits = {{"nesting", 100}};
    r.verdict = Verdict::fail;
    r.counts = {.error = 1,
                .warning = 0,
                .note = 1,
                .review = 1,
                .reviewer = 9,
                .pass = 2,
                .not_applicable = 0,
                .not_checked = 3,
                .suppressed = 0};
    r.outline = {{"issue", "I", "I. Summary of the issue", Confidence::certain, 263,
                  place(3, "section I", "I. Summary of the issue")},
                 {"", "", "Our history", Confidence::low, 20, place(9, "paragraph 9", "Our history")},
                 {"actions", "III", "III. Priority actions", Confidence::high, 40, place(12, "section III")},
                 {"evaluation", "", "Evaluation", Confidence::low, 1, place(20, "section VI")}};
    ReportItem action;
    action.kind = "action";
    action.id = "action-1";
    action.label = "1";
    action.title = "Collect lamps";
    action.section = "actions";
    action.confidence = Confidence::certain;
    action.fields = {{"contact", {{"email", "M@x.org", "m@x.org", false}}},
                     {"timeline", {{"date", "01/02/2025", "2025-01-02", true}}},
                     {"cost", {}}};
    action.location = place(13, "section III, action 1");
    ReportItem second = action;
    second.id = "action-2";
    second.label.clear();
    second.fields.clear();
    second.refers_to = {"objective-1"};
    r.items = {action, second};

    RequirementResult limit;
    limit.id = "issue/word-limit";
    limit.clause = "Annex 2, I, title";
    limit.check = "word-limit";
    limit.severity = Severity::error;
    limit.outcome = Outcome::fail;
    RequirementResult context;
    context.id = "issue/context";
    context.clause = "Annex 2, I, sentence 2";
    context.decided_by = DecidedBy::reviewer;
    context.outcome = Outcome::review;
    context.evidence = {{"Mercury …", place(4, "section I"), {}, {}}};
    RequirementResult guidance;
    guidance.id = "plan/guidance-left";
    guidance.clause = "derived";
    guidance.check = "leftover-text";
    guidance.obligation = Obligation::derived;
    guidance.severity = Severity::error;
    guidance.outcome = Outcome::pass;
    guidance.evidence = {{"", {}, {{"scope", std::string("plan")}, {"words", std::int64_t{4321}}}, {}}};
    RequirementResult goal;
    goal.id = "plan/goal";
    goal.clause = "Chapter 1, paragraphs 1-2";
    goal.check = "vocabulary-term";
    goal.decided_by = DecidedBy::evidence;
    goal.severity = Severity::warning;
    goal.caused_by = "check/not-run";
    RequirementResult costs = goal;
    costs.id = "efforts/costs";
    RequirementResult contacts = goal;
    contacts.id = "efforts/contacts";
    contacts.caused_by = "efforts/cover-actions";
    r.requirements = {limit, context, guidance, goal, costs, contacts};

    Diagnostic above;
    above.requirement = "issue/word-limit";
    above.check = "word-limit";
    above.severity = Severity::error;
    above.message = "section I has 263 words, 13 above the limit of 250";
    above.language = "en";
    above.arguments = {{"count", std::int64_t{263}}, {"limit", std::int64_t{250}}};
    above.clause = above.clause_text = "Annex 2, I, title";
    above.help = "shorten the section by 13 words";
    above.subject = {"section", {"issue"}, {"I. Summary of the issue"}};
    above.location = place(7, "section I, paragraph 7", "the first word too many");
    above.fingerprint = "0123456789abcdef";
    Diagnostic biennial;
    biennial.requirement = "evaluation/biennial-report";
    biennial.check = "recurrence";
    biennial.severity = Severity::warning;
    biennial.outcome = Outcome::review;
    biennial.confidence = Confidence::low;
    biennial.message = "no report every two years was found";
    biennial.language = "en";
    biennial.arguments = {{"lookedIn", std::vector<std::string>{"VI", "VIII"}}};
    biennial.clause = "Annex 2, VI, paragraph 1; Chapter 7";
    biennial.clause_text = "Annex 2, VI, paragraph 1; chapter 7";
    biennial.subject = {"missing", {"evaluation"}, {"Evaluation"}};
    biennial.location = place(20, "section VI");
    biennial.location.line = 41;
    biennial.location.column = 3;
    biennial.related = {{"nearest heading", {"heading", {}, {"Reporting"}}, place(22, "paragraph 22", "Reporting")},
                        {"", {"section", {"process"}, {"VIII. Process"}}, {}}};
    biennial.fingerprint = "0123456789abcdef-2";
    Diagnostic remark = above;
    remark.requirement = "plan/guidance-left";
    remark.check = "leftover-text";
    remark.severity = Severity::note;
    remark.severity_from = "policy";
    remark.outcome = Outcome::pass;
    remark.message = "a \x1b[31mred\nquote";
    remark.help.clear();
    remark.location = {};
    remark.suppressed = {"policy", "agreed with the secretariat", "2027-01-01"};
    r.diagnostics = {above, biennial, remark};
    r.total_diagnostics = 3;
    r.worst = Severity::error;
    r.notifications = {{"read/tracked-changes",
                        Severity::note,
                        "tracked changes: insertions are kept",
                        {{"insertions", std::int64_t{2}}},
                        place(5, "paragraph 5")}};
    return r;
}

/// What a document that could not be opened leaves.
inline Report unreadable() {
    Report r = report();
    Report empty;
    empty.tool_version = r.tool_version;
    empty.libraries = r.libraries;
    empty.template_id = r.template_id;
    empty.template_edition = r.template_edition;
    empty.template_sha256 = r.template_sha256;
    empty.name = "no\xffwhere.docx";
    empty.message_language = "fr";
    empty.counting = "word-1";
    RequirementResult limit = r.requirements[0];
    limit.outcome = Outcome::not_checked;
    limit.caused_by = "read/not-found";
    empty.requirements = {limit};
    empty.counts.not_checked = 1;
    empty.notifications = {{"read/not-found", Severity::error, "le fichier n’existe pas", {}, std::nullopt}};
    return empty;
}

}  // namespace plancheck::sample
