// The report for people who read it on a screen or on paper: the verdict in words, then what was recognised, what was
// found, what a person has to decide, and last how the report came about. Everything a document says goes through
// html_text(); the words around it are the languages' own.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <variant>

#include "plancheck/report.hpp"
#include "write/batch.hpp"
#include "write/html_parts.hpp"
#include "write/sections.hpp"

namespace plancheck {
namespace {

class HtmlReport {
public:
    explicit HtmlReport(const Report& report, bool among_others = false)
        : report_(report), say_(report.message_language), sections_(report), among_others_(among_others) {}

    std::string article() {
        out_ = "<article" + say_.attributes() + ">\n";
        head();
        facts();
        notifications();
        outline();
        findings();
        checklist();
        rest();
        provenance();
        out_ += "</article>\n";
        return std::move(out_);
    }

private:
    // `level` counts from 1 within the report; where it is one of several, the page has a title above it.
    void title(unsigned level, const std::string& html) {
        const std::string tag = 'h' + std::to_string(level + (among_others_ ? 1 : 0));
        out_ += '<' + tag + '>' + html + "</" + tag + ">\n";
    }
    void heading(std::string_view key) { title(2, say_(key)); }

    // A row of a list of terms; nothing where there is nothing to say. `value` is HTML.
    void row(std::string_view key, const std::string& value) {
        if (!value.empty()) out_ += "<dt>" + say_(key) + "</dt><dd>" + value + "</dd>\n";
    }
    void text_row(std::string_view key, std::string_view text) { row(key, text.empty() ? std::string() : html_bdi(text)); }

    void head() {
        const TemplateWords* wording = report_.wording.get();
        out_ += "<header>\n<p class=\"kicker\">" + html_text(wording != nullptr ? wording->name : report_.template_id) + "</p>\n";
        title(1, html_bdi(report_.name));
        const std::string_view verdict = name(report_.verdict);
        out_ += "<div class=\"verdict " + std::string(verdict) + "\"><strong>" + say_("html.verdict", {{"verdict", verdict}}) + "</strong>\n";
        const Counts& counts = report_.counts;
        const std::pair<std::string_view, std::uint32_t> parts[] = {{"total.error", counts.error},
                                                                    {"total.warning", counts.warning},
                                                                    {"total.note", counts.note},
                                                                    {"total.review", counts.review},
                                                                    {"total.reviewer", counts.reviewer},
                                                                    {"total.pass", counts.pass},
                                                                    {"total.not-applicable", counts.not_applicable},
                                                                    {"total.not-checked", counts.not_checked},
                                                                    {"total.suppressed", counts.suppressed}};
        out_ += "<ul class=\"counts\">";
        for (const auto& [key, count] : parts)
            if (count != 0) out_ += "<li>" + say_(key, {{"n", std::int64_t{count}}}) + "</li>";
        out_ += "</ul></div>\n</header>\n";
    }

    void facts() {
        const std::size_t before = out_.size();
        heading("html.document");
        out_ += "<dl>\n";
        const std::size_t empty = out_.size();
        text_row("html.plan-title", report_.title);
        text_row("html.area", area());
        text_row("html.date", report_.date);
        text_row("html.period", report_.period);
        text_row("html.status", report_.status);
        text_row("html.language", language());
        if (report_.words != 0) row("html.words", std::to_string(report_.words));
        text_row("html.format", name(report_.format));
        // Nothing is known of a document that could not be read.
        if (out_.size() == empty) return out_.resize(before);
        out_ += "</dl>\n";
    }

    std::string area() const {
        if (report_.wording)
            for (const auto& [key, called] : report_.wording->areas)
                if (key == report_.area && !called.empty()) return called;
        return report_.area;
    }

    // The language of the document as the language of the report calls it; its tag where ICU has no name for it.
    std::string language() const {
        if (report_.language.empty()) return {};
        icu::UnicodeString called;
        icu::Locale(report_.language.c_str()).getDisplayLanguage(icu::Locale(report_.message_language.c_str()), called);
        std::string text;
        return called.toUTF8String(text);
    }

    void notifications() {
        if (report_.notifications.empty()) return;
        heading("html.notifications");
        out_ += "<ul class=\"plain\">\n";
        for (const ReportNotification& one : report_.notifications)
            out_ += "<li>" + badge(one.severity) + html_message(one.message) + " <code>" + html_bdi(one.id) + "</code></li>\n";
        out_ += "</ul>\n";
    }

    std::string badge(Severity severity) const {
        const std::string_view word = name(severity);
        return "<span class=\"badge " + std::string(word) + "\">" + say_("html.severity", {{"severity", word}}) + "</span>";
    }
    std::string plain_badge(std::string_view key) const { return "<span class=\"badge plain\">" + say_(key) + "</span>"; }

    void outline() {
        if (report_.outline.empty()) return;
        heading("html.outline");
        out_ += "<table class=\"outline\">\n<thead><tr><th>" + say_("html.section") + "</th><th>" + say_("html.words") + "</th><th>" +
                say_("html.items") + "</th><th>" + say_("html.recognition") + "</th></tr></thead>\n<tbody>\n";
        for (const OutlineEntry& entry : report_.outline) {
            const std::int64_t limit = sections_.word_limit(entry.section);
            const auto words = std::int64_t{entry.words};
            const bool over = limit != 0 && words > limit;
            out_ += "<tr><td>" + html_bdi(entry.title);
            if (entry.section.empty()) out_ += " <span class=\"faint\">" + say_("html.no-section") + "</span>";
            out_ += "</td><td" + head_of("html.words") + (over ? " class=\"over\"" : "") + ">" +
                    (limit != 0 ? say_("html.of-limit", {{"n", words}, {"limit", limit}}) : std::to_string(words)) + "</td>" + items_cell(entry.section) +
                    "<td" + head_of("html.recognition") + ">" + say_("html.confidence", {{"confidence", name(entry.confidence)}}) + "</td></tr>\n";
        }
        out_ += "</tbody></table>\n";
    }

    // The head of a column again, for a page too narrow for columns.
    std::string head_of(std::string_view key) const { return " data-head=\"" + say_(key) + "\""; }

    std::string items_cell(std::string_view section) const {
        std::string text;
        bool over = false;
        for (const auto& [kind, count] : sections_.items_of(section)) {
            if (!text.empty()) text += say_.comma();
            text += html_message(sections_.counted(kind, count));
            const TemplateWords::Range* range = sections_.range_of(section, kind);
            if (range == nullptr) continue;
            const auto min = std::int64_t{range->min}, max = std::int64_t{range->max};
            text += " <span class=\"faint\">(" + say_("html.range", {{"min", min}, {"max", max}}) + ")</span>";
            over = over || count < min || (max != 0 && count > max);
        }
        return "<td" + head_of("html.items") + (over ? " class=\"over\"" : "") + ">" + text + "</td>";
    }

    void findings() {
        if (report_.verdict == Verdict::unreadable || report_.verdict == Verdict::not_applicable) return;
        heading("html.findings");
        std::vector<const Diagnostic*> counted, suppressed;
        for (const Diagnostic& diagnostic : report_.diagnostics) (diagnostic.suppressed.by.empty() ? counted : suppressed).push_back(&diagnostic);
        if (counted.empty()) out_ += "<p>" + say_("html.no-findings") + "</p>\n";
        const std::string* last = nullptr;
        std::string group;
        for (const Diagnostic* diagnostic : counted) {
            std::string title = sections_.title_of(*diagnostic);
            if (last == nullptr || title != group) {
                group = std::move(title);
                this->title(3, group.empty() ? say_("html.whole") : html_bdi(group));
                last = &group;
            }
            finding(*diagnostic);
        }
        if (report_.total_diagnostics > report_.diagnostics.size()) {
            out_ += "<p>" + say_("truncated", {{"shown", static_cast<std::int64_t>(report_.diagnostics.size())},
                                              {"total", std::int64_t{report_.total_diagnostics}}}) + "</p>\n";
        }
        if (!suppressed.empty()) {
            out_ += "<details><summary>" + say_("html.suppressed", {{"n", static_cast<std::int64_t>(suppressed.size())}}) + "</summary>\n";
            for (const Diagnostic* diagnostic : suppressed) finding(*diagnostic);
            out_ += "</details>\n";
        }
        if (!report_.baseline || report_.baseline->gone.empty()) return;
        out_ += "<details><summary>" + say_("gone", {{"n", static_cast<std::int64_t>(report_.baseline->gone.size())}}) + "</summary>\n<ul class=\"plain\">\n";
        for (const GoneDiagnostic& gone : report_.baseline->gone)
            out_ += "<li>" + badge(gone.severity) + html_message(gone.message) + " <code>" + html_bdi(gone.requirement) + "</code></li>\n";
        out_ += "</ul></details>\n";
    }

    void finding(const Diagnostic& diagnostic) {
        out_ += "<div class=\"finding " + std::string(name(diagnostic.severity)) + "\">\n<p>" + badge(diagnostic.severity);
        if (diagnostic.outcome == Outcome::review) out_ += plain_badge("html.to-review");
        if (diagnostic.baseline == "new") out_ += plain_badge("html.new");
        if (!diagnostic.suppressed.by.empty()) out_ += plain_badge("html.not-counted");
        out_ += html_message(diagnostic.message) + "</p>\n";
        if (!diagnostic.location.quote.empty()) out_ += "<blockquote>" + say_.quote(diagnostic.location.quote) + "</blockquote>\n";
        out_ += "<dl>\n";
        if (!diagnostic.suppressed.by.empty()) {
            text_row("html.reason", diagnostic.suppressed.reason);
            text_row("html.until", diagnostic.suppressed.until);
        }
        row("html.place", html_message(place_of(diagnostic.location)));
        text_row("explain.clause", diagnostic.clause_text.empty() ? diagnostic.clause : diagnostic.clause_text);
        bool first = true;
        for (const Related& related : diagnostic.related) {
            const std::string text = related_text(related);
            if (first && !text.empty()) out_ += "<dt>" + say_("html.related") + "</dt>";
            if (!text.empty()) out_ += "<dd>" + text + "</dd>\n";
            first = first && text.empty();
        }
        row("explain.help", html_message(diagnostic.help));
        row("html.requirement", "<code>" + html_bdi(diagnostic.requirement) + "</code>");
        out_ += "</dl>\n</div>\n";
    }

    // A place in words, with the line or page where the format has one.
    std::string place_of(const Location& location) const {
        std::string text = location.words;
        const auto add = [&](std::string_view key, std::int64_t number) {
            if (number == 0) return;
            if (!text.empty()) text += Phrases(report_.message_language).comma();
            text += Phrases(report_.message_language)(key, {{"n", number}});
        };
        add("html.page", location.page);
        add("html.line", location.line);
        return text;
    }

    std::string related_text(const Related& related) const {
        std::string text = html_message(related.message);
        const auto add = [&](const std::string& more, std::string_view separator) {
            if (more.empty()) return;
            if (!text.empty()) text += separator;
            text += more;
        };
        add(html_message(place_of(related.location)), ": ");
        if (!related.location.quote.empty()) add(say_.quote(related.location.quote), say_.comma());
        else if (!related.subject.titles.empty()) add(html_bdi(related.subject.titles.back()), say_.comma());
        return text;
    }

    // What a requirement asks, in the template's words, or its id where a report was made without them.
    const TemplateWords::Requirement* words_of(std::size_t index) const {
        const TemplateWords* wording = report_.wording.get();
        return wording != nullptr && index < wording->requirements.size() ? &wording->requirements[index] : nullptr;
    }
    std::string asks(std::size_t index) const {
        const auto* words = words_of(index);
        return html_bdi(words != nullptr && !words->asks.empty() ? words->asks : report_.requirements[index].id);
    }
    std::string clause_and_id(std::size_t index) const {
        const auto* words = words_of(index);
        const RequirementResult& result = report_.requirements[index];
        return "<p class=\"faint\">" + html_bdi(words != nullptr && !words->clause.empty() ? words->clause : result.clause) + " · <code>" +
               html_bdi(result.id) + "</code></p>\n";
    }

    void evidence(const RequirementResult& result, std::size_t most) {
        std::size_t shown = 0;
        for (const ReportEvidence& piece : result.evidence) {
            if (shown == most) {
                out_ += "<p class=\"faint\">" + say_("html.more", {{"n", static_cast<std::int64_t>(result.evidence.size() - shown)}}) + "</p>\n";
                break;
            }
            ++shown;
            const std::string place = html_message(sections_.place_of(piece));
            if (piece.quote.empty() && place.empty()) continue;
            out_ += "<blockquote>";
            if (!place.empty()) out_ += "<p class=\"faint\">" + place + "</p>";
            const auto term = std::find_if(piece.value.begin(), piece.value.end(), [](const Argument& value) { return value.name == "text"; });
            const std::string* const marked = term == piece.value.end() ? nullptr : std::get_if<std::string>(&term->value);
            out_ += (piece.quote.empty() ? std::string() : say_.quote(piece.quote, marked == nullptr ? std::string_view() : *marked)) + "</blockquote>\n";
        }
    }

    void checklist() {
        if (report_.verdict == Verdict::unreadable || report_.verdict == Verdict::not_applicable || report_.counts.reviewer == 0) return;
        heading("html.checklist");
        out_ += "<p>" + say_("html.checklist-lead") + "</p>\n";
        for (std::size_t i = 0; i < report_.requirements.size(); ++i) {
            const RequirementResult& result = report_.requirements[i];
            if (result.decided_by != DecidedBy::reviewer || result.outcome != Outcome::review) continue;
            out_ += "<div class=\"check\">\n<p>" + asks(i) + "</p>\n" + clause_and_id(i) + "<p class=\"boxes\">";
            for (const char* key : {"html.box.yes", "html.box.partly", "html.box.no"})
                out_ += "<label><input type=\"checkbox\">" + say_(key) + "</label>";
            out_ += "</p>\n";
            if (!result.evidence.empty()) {
                out_ += "<details open><summary>" + say_("html.text-to-judge") + "</summary>\n";
                evidence(result, result.evidence.size());
                out_ += "</details>\n";
            }
            out_ += "</div>\n";
        }
    }

    void rest() {
        if (report_.verdict == Verdict::unreadable || report_.verdict == Verdict::not_applicable) return;
        list("html.passed", report_.counts.pass, Outcome::pass);
        list("html.not-applicable", report_.counts.not_applicable, Outcome::not_applicable);
        list("html.not-checked", report_.counts.not_checked, Outcome::not_checked);
    }

    void list(std::string_view key, std::uint32_t count, Outcome outcome) {
        if (count == 0) return;
        heading(key);
        out_ += "<details><summary>" + say_("html.requirements", {{"n", std::int64_t{count}}}) + "</summary>\n";
        for (std::size_t i = 0; i < report_.requirements.size(); ++i) {
            const RequirementResult& result = report_.requirements[i];
            if (result.outcome != outcome) continue;
            out_ += "<div class=\"check\">\n<p>" + asks(i) + "</p>\n" + clause_and_id(i);
            if (!result.caused_by.empty()) out_ += "<p>" + say_("html.because") + " <code>" + html_bdi(result.caused_by) + "</code></p>\n";
            if (outcome == Outcome::pass) evidence(result, 5);
            out_ += "</div>\n";
        }
        out_ += "</details>\n";
    }

    void provenance() {
        heading("html.provenance");
        out_ += "<p>" + say_("html.what-it-is") + "</p>\n<dl>\n";
        std::string tool = "plancheck " + html_text(report_.tool_version);
        for (const auto& [library, version] : report_.libraries) tool += ", " + html_text(library) + ' ' + html_text(version);
        row("html.tool", "<bdi>" + tool + "</bdi>");
        const TemplateWords* wording = report_.wording.get();
        row("html.template", html_bdi(report_.template_id + ", " + report_.template_edition) +
                                 (wording != nullptr && !wording->source.empty() ? " · " + html_text(wording->source) : std::string()));
        row("html.template-digest", "<code>" + html_bdi(report_.template_sha256) + "</code>");
        text_row("html.file", report_.name);
        row("html.bytes", std::to_string(report_.bytes));
        if (!report_.sha256.empty()) row("html.digest", "<code>" + html_bdi(report_.sha256) + "</code>");
        text_row("html.as-of", report_.as_of);
        text_row("html.counting", report_.counting);
        if (report_.policy) row("html.policy", html_bdi(report_.policy->name) + " <code>" + html_bdi(report_.policy->sha256) + "</code>");
        if (report_.baseline) row("html.baseline", html_bdi(report_.baseline->name) + " <code>" + html_bdi(report_.baseline->sha256) + "</code>");
        for (const auto& [limit, value] : report_.limits) row("html.limit", html_bdi(limit + "=" + std::to_string(value)));
        out_ += "</dl>\n";
    }

    const Report& report_;
    HtmlWords say_;
    ReportSections sections_;
    bool among_others_;
    std::string out_;
};

}  // namespace

std::string to_html(const Report& report) {
    const HtmlWords words(report.message_language);
    return html_page(words, Phrases(report.message_language)("html.title", {{"name", std::string_view(report.name)}}),
                     "<main>\n" + HtmlReport(report).article() + "</main>\n");
}

std::string html_entry(const Report& report, bool) { return HtmlReport(report, true).article(); }

std::string html_whole(std::span<const WrittenEntry> entries, const Summary& summary, std::string_view language, std::optional<int>) {
    const HtmlWords words(language.empty() ? "en" : language);
    const Phrases say(language.empty() ? "en" : language);
    std::string body = "<header>\n<h1>" + words("html.index") + "</h1>\n<p>" + words("summary.documents", {{"n", std::int64_t{summary.documents}}});
    if (summary.skipped != 0) body += " · " + words("summary.skipped", {{"n", std::int64_t{summary.skipped}}});
    body += "</p>\n<table>\n<tbody>\n";
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string_view verdict = name(entries[i].verdict);
        body += "<tr><td>" + std::to_string(i + 1) + "</td><td><a href=\"#document-" + std::to_string(i + 1) + "\">" + html_bdi(entries[i].name) +
                "</a></td><td>" + words("html.verdict", {{"verdict", verdict}}) + "</td></tr>\n";
    }
    body += "</tbody></table>\n</header>\n<main class=\"documents\">\n";
    std::size_t size = body.size();
    for (const WrittenEntry& entry : entries) size += entry.text.size() + 100;
    body.reserve(size);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        body += "<div class=\"document\" id=\"document-" + std::to_string(i + 1) + "\">\n";
        body += entries[i].text;
        body += "</div>\n";
    }
    body += "</main>\n";
    return html_page(words, say("html.index"), body);
}

}  // namespace plancheck
