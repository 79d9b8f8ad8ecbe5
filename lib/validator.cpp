// The whole flow on one page. Everything dear (template, titles, terms, languages) is made once, for all validators that use
// the same built-in template; a document passes through read, recognise, interpret, judge and report, each the only entry of its room.
#include "plancheck/validator.hpp"

#include <unicode/uversion.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "report/baseline.hpp"
#include "report/diagnose.hpp"
#include "report/judge.hpp"
#include "report/policy.hpp"
#include "report/wording.hpp"
#include "outline/recognise.hpp"
#include "outline/title_rows.hpp"
#include "plan/lexicon.hpp"
#include "plan/plan_xml.hpp"
#include "text/language.hpp"
#include "text/sha256.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (text[i] < '0' || text[i] > '9') return false;
    return is_calendar_date(text);
}

// A tag as people type it: letters, digits and hyphens.
bool is_tag(std::string_view text) {
    return text.size() >= 2 && text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

// What messages call a template of one's own. One that was given no name is not called by that of the default.
std::string_view template_name(const Options& options) {
    return options.template_id == Options().template_id ? std::string_view() : std::string_view(options.template_id);
}

// Reports name a file without its folders: where it lies is nobody's business, and the report is the same everywhere.
UsedFile used_file(std::string_view path, std::string_view bytes) {
    return {std::string(path.substr(path.find_last_of('/') + 1)), bytes.empty() ? std::string() : sha256_hex(bytes)};
}

// A template with all that is made of it. Immutable to the outside; any number of threads may use one.
struct ReadyTemplate {
    Template form;
    TitleIndex titles;
    Lexicon lexicon;
    Needs needs;

    explicit ReadyTemplate(Template own) : form(std::move(own)), titles(form, Languages::built_in()), lexicon(form, Languages::built_in()), needs(form) {}

    // In a language of messages; made for the first report that asks, because most processes write in one language.
    std::shared_ptr<const TemplateWords> words(const Language& language) const {
        const std::lock_guard lock(one_);
        std::shared_ptr<const TemplateWords>& made = words_[&language];
        if (made == nullptr) made = template_words(form, language);
        return made;
    }

private:
    mutable std::mutex one_;
    mutable std::map<const Language*, std::shared_ptr<const TemplateWords>> words_;
};

// Of a template that is built in, as it is: made once, and kept as long as the program runs.
std::shared_ptr<const ReadyTemplate> ready_built_in(const std::string& id) {
    static std::mutex one;
    static std::map<std::string, std::shared_ptr<const ReadyTemplate>> ready;
    const std::lock_guard lock(one);
    if (const auto found = ready.find(id); found != ready.end()) return found->second;
    return ready.emplace(id, std::make_shared<const ReadyTemplate>(built_in_template(id))).first->second;
}

}  // namespace

struct Validator::Impl {
    Options options;
    const Languages& languages = Languages::built_in();
    std::optional<Policy> policy;  // made before what is made of the form, since it may add words to it
    std::shared_ptr<const ReadyTemplate> ready;
    const Template& form;
    std::optional<Baseline> baseline;
    UsedFile policy_file, baseline_file;

    explicit Impl(Options given)
        : options(std::move(given)), ready(made_ready()), form(ready->form),
          baseline(options.baseline_json.empty() ? std::optional<Baseline>() : Baseline(options.baseline_json, options.baseline_name, form.id)),
          policy_file(used_file(options.policy_name, options.policy_xml)), baseline_file(used_file(options.baseline_name, options.baseline_json)) {
        if (!options.as_of.empty() && !is_date(options.as_of))
            throw Error(Error::Kind::option, "as-of is no date of the form YYYY-MM-DD: '" + options.as_of + "'");
        for (const std::string* tag : {&options.language, &options.document_language})
            if (!tag->empty() && !is_tag(*tag)) throw Error(Error::Kind::option, "no language tag: '" + *tag + "'");
        // What is asked, and blank plans, are shown in any language of the template; where that has no messages, they are in English.
        if (!options.language.empty() && languages.find(options.language) == nullptr && !speaks(known_as(options.language))) {
            std::string known;
            for (const auto& language : languages.all()) known += (known.empty() ? "" : ", ") + language->tag;
            for (const std::string& tag : form.languages)
                if (languages.find(tag) == nullptr) known += ", " + tag;
            throw Error(Error::Kind::option, "no messages in language '" + options.language + "'; there are: " + known);
        }
        options.document_language = known_as(options.document_language);
    }

    std::shared_ptr<const ReadyTemplate> made_ready() {
        if (options.template_xml.empty() && options.policy_xml.empty()) return ready_built_in(options.template_id);
        Template own = options.template_xml.empty() ? built_in_template(options.template_id) : load_template(options.template_xml, template_name(options));
        if (!options.policy_xml.empty()) policy.emplace(options.policy_xml, options.policy_name, own);
        return std::make_shared<const ReadyTemplate>(std::move(own));
    }

    bool speaks(const std::string& tag) const { return std::find(form.languages.begin(), form.languages.end(), tag) != form.languages.end(); }

    // "EN" and "en-US" are "en", unless the template has titles and words for the longer tag.
    std::string known_as(const std::string& tag) const {
        if (speaks(tag)) return tag;
        if (const Language* const language = languages.find(tag)) return language->tag;
        std::string first = tag.substr(0, tag.find('-'));
        for (char& c : first)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return speaks(first) ? first : tag;
    }

    // One document, understood. The outline and the plan borrow from what stands before them.
    struct Reading {
        Document document;
        Outline outline;
        Plan plan;
        std::string language;  // that titles and terms are looked for in first
    };

    // Returns what the text says of its own language; `language` of the reading is set to it, or to the option.
    Detection detect(const Document& document, const FoldedBlocks& folded) const {
        std::vector<std::string_view> paragraphs, in_folded;
        paragraphs.reserve(document.main_end);
        in_folded.reserve(document.main_end);
        for (std::uint32_t i = 0; i < document.main_end; ++i)
            if (!document.blocks[i].text.empty()) {
                paragraphs.push_back(document.view(document.blocks[i].text));
                in_folded.push_back(folded.folded(i));
            }
        return detect_language(paragraphs, languages, in_folded);
    }

    void tell_language(Reading& reading, const Detection& detection) const {
        const bool lacks = !speaks(reading.language);
        const char* kind = reading.language.empty() ? "unknown" : lacks ? "lacking" : detection.mixed ? "mixed" : nullptr;
        if (kind == nullptr) return;
        std::vector<std::string> tags;
        for (const auto& [tag, share] : detection.shares) tags.push_back(tag);
        reading.document.notifications.push_back(
            {"read/language", Severity::note, {{"kind", std::string(kind)}, {"language", reading.language}, {"languages", tags}}, Place::none});
    }

    void recognise_in(Reading& reading) const {
        Detection detection;
        part_at_title_rows(reading.document, ready->titles);
        FoldedBlocks folded(reading.document);
        if (options.document_language.empty()) {
            detection = detect(reading.document, folded);
            reading.language = detection.tag == "und" ? std::string() : detection.tag;
        } else {
            reading.language = options.document_language;
        }
        tell_language(reading, detection);
        reading.outline = recognise(reading.document, ready->titles, reading.language);
        reading.plan = interpret(reading.outline, reading.language, ready->lexicon, std::move(folded));
        reading.plan.language_from = options.document_language.empty() ? "detected" : "option";
    }

    const Language& messages(std::string_view document_language) const {
        return languages.nearest(options.language.empty() ? document_language : std::string_view(options.language));
    }

    Report begin(const Document& document, const Language& language) const {
        Report report;
        report.tool_version = version();
        report.libraries = {{"icu", U_ICU_VERSION}};
        report.template_id = form.id;
        report.template_edition = form.edition;
        report.template_sha256 = form.sha256;
        report.name = document.name;
        report.format = document.format;
        report.bytes = document.bytes;
        report.sha256 = document.sha256;
        report.message_language = language.tag;
        report.as_of = options.as_of;
        report.counting = "word-1";
        report.limits = options.limits.changed();
        if (policy) report.policy = policy_file;
        if (baseline) report.baseline.emplace(UsedBaseline{baseline_file, true, 0, 0, {}});
        report.wording = ready->words(language);
        for (const Notification& notification : document.notifications) add(report, notification, language);
        return report;
    }

    // A notification that lacks an argument of its message has a shorter one ("the file is damaged", no part named).
    static std::string wording(const Notification& notification, const Language& language) {
        if (!language.messages.has(notification.id)) return notification.id;
        for (const std::string_view needed : language.messages.arguments(notification.id))
            if (std::none_of(notification.arguments.begin(), notification.arguments.end(), [&](const Argument& given) { return given.name == needed; }))
                return language.messages.has(notification.id + ".short") ? message(language, notification.id + ".short", notification.arguments)
                                                                         : notification.id;
        return message(language, notification.id, notification.arguments);
    }

    static void add(Report& report, const Notification& notification, const Language& language) {
        ReportNotification shown;
        shown.id = notification.id;
        shown.severity = notification.severity;
        shown.arguments = notification.arguments;
        shown.message = wording(notification, language);
        report.notifications.push_back(std::move(shown));
    }

    // A report without a plan: every requirement has the same outcome and cause.
    void fill(Report& report, Verdict verdict, Outcome outcome, std::string_view cause) const {
        report.verdict = verdict;
        for (const Requirement& requirement : form.requirements) {
            report.requirements.push_back(result_of(requirement, outcome, std::string(cause)));
            if (requirement.decided_by == DecidedBy::reviewer) ++report.counts.reviewer;
        }
        (outcome == Outcome::not_checked ? report.counts.not_checked : report.counts.not_applicable) =
            static_cast<std::uint32_t>(form.requirements.size());
    }

    Report unreadable(const Document& document) const {
        Report report = begin(document, messages({}));
        std::string_view cause = "read/empty";
        for (const Notification& notification : document.notifications)
            if (notification.severity == Severity::error) cause = notification.id;
        fill(report, Verdict::unreadable, Outcome::not_checked, cause);
        return report;
    }

    // When the plan was written, as far as it is known: its date, or else the end of the period that it is for.
    static std::string_view plan_day(const Plan& plan) {
        const std::string_view period = plan.period;
        return !plan.date.empty() ? std::string_view(plan.date) : period.substr(period.find('/') + 1);
    }

    void judge_in(const Reading& reading, const Language& language, Report& report) const {
        Reporter reporter(reading.plan, languages, language);
        reporter.structure(report);
        const Outline& outline = reading.outline;
        if (!outline.applies()) {
            add(report, {"plan/not-applicable", Severity::note,
                         {{"bound", std::int64_t{outline.bound}}, {"needed", std::int64_t{form.applies_from}}}, Place::none}, language);
            fill(report, Verdict::not_applicable, Outcome::not_applicable, {});
            return;
        }
        if (outline.bound < form.poor_below) {  // said before anything else, what was read with difficulty included
            add(report, {"plan/poor-outline", Severity::warning,
                         {{"bound", std::int64_t{outline.bound}}, {"all", static_cast<std::int64_t>(form.sections.size())}}, Place::none}, language);
            std::rotate(report.notifications.begin(), report.notifications.end() - 1, report.notifications.end());
        }
        if (const std::string_view written = plan_day(reading.plan); !written.empty() && written < std::string_view(form.edition_from).substr(0, written.size()))
            add(report, {"plan/earlier-edition", Severity::note, {{"date", std::string(written)}, {"edition", form.edition}}, Place::none}, language);
        reporter.requirements(judge(reading.plan, ready->needs, languages, options.as_of), report);
        std::vector<std::string> missing_checks;
        std::int64_t not_run_count = 0;
        for (const RequirementResult& result : report.requirements)
            if (result.caused_by == not_run) {
                ++not_run_count;
                if (std::find(missing_checks.begin(), missing_checks.end(), result.check) == missing_checks.end())
                    missing_checks.push_back(result.check);
            }
        std::sort(missing_checks.begin(), missing_checks.end());
        if (not_run_count != 0)
            add(report, {std::string(not_run), Severity::note, {{"count", not_run_count}, {"checks", missing_checks}}, Place::none}, language);
        if (policy)
            for (const Notification& notification : policy->apply(options.as_of, report)) add(report, notification, language);
        if (baseline)
            for (const Notification& notification : baseline->apply(language, report)) add(report, notification, language);
        conclude(form, report);
    }
};

Validator::Validator(Options options) : impl_(std::make_unique<const Impl>(std::move(options))) {}
Validator::~Validator() = default;
Validator::Validator(Validator&&) noexcept = default;
Validator& Validator::operator=(Validator&&) noexcept = default;

Report Validator::validate(std::string_view bytes, std::string_view name) const {
    Impl::Reading reading;
    reading.document = read(bytes, name, impl_->options.limits, impl_->options.pdf_program);
    if (!reading.document.readable) return impl_->unreadable(reading.document);
    impl_->recognise_in(reading);
    const Language& language = impl_->messages(reading.language);
    Report report = impl_->begin(reading.document, language);
    report.language = reading.language;
    report.language_from = reading.plan.language_from;
    impl_->judge_in(reading, language, report);
    report.total_diagnostics = static_cast<std::uint32_t>(report.diagnostics.size());
    if (impl_->options.max_diagnostics != 0 && report.diagnostics.size() > impl_->options.max_diagnostics)
        report.diagnostics.resize(impl_->options.max_diagnostics);
    return report;
}

Report Validator::unreadable(std::string_view name, Notification notification) const {
    Document document;
    document.name = name;
    document.readable = false;
    document.notifications.push_back(std::move(notification));
    return impl_->unreadable(document);
}

std::string Validator::extract_xml(std::string_view bytes, std::string_view name) const {
    Impl::Reading reading;
    reading.document = read(bytes, name, impl_->options.limits, impl_->options.pdf_program);
    if (!reading.document.readable) return {};
    impl_->recognise_in(reading);
    return to_plan_xml(reading.plan);
}

const Template& Validator::form() const noexcept { return impl_->form; }
const Options& Validator::options() const noexcept { return impl_->options; }

std::string_view version() noexcept { return PLANCHECK_VERSION; }

}  // namespace plancheck
