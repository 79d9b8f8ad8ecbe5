// The report as a compiler writes it. The first line of a diagnostic is for programs and editors as well, so its
// severity and the verdict are the contract's words in every language; what stands around them speaks the report's
// language. Below it, indented: the place, the quote, what to do with a review or a remark, clause, related places,
// help.
#include <algorithm>
#include <map>

#include "text/utf8.hpp"
#include "write/batch.hpp"
#include "write/phrases.hpp"
#include "write/sections.hpp"

namespace plancheck {
namespace {

Style style_of(Severity severity) noexcept {
    return severity == Severity::error ? Style::error : severity == Severity::warning ? Style::warning : Style::note;
}

class TextWriter {
public:
    TextWriter(const Report& report, bool colour)
        : report_(report), say_(report.message_language), sections_(report), paint_(colour), name_(harmless(report.name)) {}

    std::string write() {
        for (const ReportNotification& notification : report_.notifications) notify(notification);
        for (const Diagnostic& diagnostic : report_.diagnostics) diagnose(diagnostic);
        if (report_.baseline) gone(report_.baseline->gone);
        overview();
        rest();
        verdict();
        return std::move(out_);
    }

private:
    void line(std::string_view text) { (out_ += text) += '\n'; }

    void head(const Location* location, Severity severity, std::string_view message, std::string_view id) {
        std::string place = name_;
        if (location != nullptr && location->line != 0) {
            place += ':' + std::to_string(location->line);
            place += ':' + std::to_string(std::max(location->column, 1U));
        }
        line(paint_(Style::bold, place + ':') + ' ' + paint_(style_of(severity), std::string(name(severity)) + ':') +
             ' ' + paint_(Style::bold, say_.inside(harmless(message))) + ' ' + paint_(Style::faint, '[' + std::string(id) + ']'));
    }

    void detail(std::string_view key, std::string_view text) {
        line("   = " + say_(key, {{"text", std::string_view(harmless(text))}}));
    }

    void place(const Location& location) {
        if (!location.words.empty()) line("  --> " + harmless(location.words));
        if (!location.quote.empty())
            line("   | " + say_("quote", {{"text", std::string_view(harmless(location.quote))}}));
    }

    void notify(const ReportNotification& notification) {
        const Location* location = notification.location ? &*notification.location : nullptr;
        head(location, notification.severity, notification.message, notification.id);
        if (location != nullptr) place(*location);
        out_ += '\n';
    }

    void diagnose(const Diagnostic& diagnostic) {
        head(&diagnostic.location, diagnostic.severity, diagnostic.message, diagnostic.requirement);
        place(diagnostic.location);
        if (diagnostic.outcome == Outcome::review) line("   = " + paint_(Style::note, say_("review")));
        if (diagnostic.outcome == Outcome::pass) line("   = " + say_("remark"));
        if (diagnostic.baseline == "new") line("   = " + paint_(Style::bold, say_("new")));
        if (!diagnostic.suppressed.by.empty()) detail("suppressed", diagnostic.suppressed.reason);
        detail("clause", diagnostic.clause_text.empty() ? diagnostic.clause : diagnostic.clause_text);
        for (const Related& related : diagnostic.related) relate(related);
        if (!diagnostic.help.empty()) detail("help", diagnostic.help);
        out_ += '\n';
    }

    void gone(const std::vector<GoneDiagnostic>& all) {
        if (all.empty()) return;
        line(say_("gone", {{"n", static_cast<std::int64_t>(all.size())}}));
        for (const GoneDiagnostic& one : all) line("   - " + harmless(one.message) + ' ' + paint_(Style::faint, '[' + harmless(one.requirement) + ']'));
        out_ += '\n';
    }

    void relate(const Related& related) {
        std::string text = related.message;
        const auto add = [&](std::string_view more, std::string_view separator) {
            if (more.empty()) return;
            if (!text.empty()) text += separator;
            text += more;
        };
        add(related.location.words, ": ");
        if (!related.location.quote.empty()) {
            add(say_("quote", {{"text", std::string_view(related.location.quote)}}), say_.comma());
        } else if (!related.subject.titles.empty()) {
            add(related.subject.titles.back(), say_.comma());
        }
        if (!text.empty()) detail("see", text);
    }

    // "4 actions" or "12 partners, 1 lead"; empty where the section has no items.
    std::string items_of(std::string_view section) const {
        std::string text;
        for (const auto& [kind, count] : sections_.items_of(section)) {
            if (!text.empty()) text += say_.comma();
            text += sections_.counted(kind, count);
        }
        return text;
    }

    // What a section without a numeral is called: its title, without a limit in parentheses and not too long.
    static std::string short_title(const OutlineEntry& entry) {
        std::string_view title = entry.title;
        title = title.substr(0, std::min(title.find(" ("), title.find("\xEF\xBC\x88")));
        const std::string_view cut = cut_at_word(title, 32);
        if (cut.empty()) return entry.section;
        return cut.size() == trimmed(title).size() ? std::string(cut) : std::string(trimmed(cut)) + "\xE2\x80\xA6";
    }

    void overview() {
        std::string text;
        for (const OutlineEntry& entry : report_.outline) {
            if (entry.section.empty()) continue;
            if (!text.empty()) text += " · ";
            text += entry.numeral.empty() ? short_title(entry) : entry.numeral;
            // "1 3/30 words" would be two numbers.
            text += !entry.numeral.empty() && entry.numeral.back() >= '0' && entry.numeral.back() <= '9' ? ": " : " ";
            const std::int64_t limit = sections_.word_limit(entry.section);
            const std::string items = limit == 0 ? items_of(entry.section) : std::string();
            const auto words = static_cast<std::int64_t>(entry.words);
            text += limit != 0       ? say_("words-of-limit", {{"n", words}, {"limit", limit}})
                    : !items.empty() ? items
                                     : say_("words", {{"n", words}});
        }
        if (!text.empty()) line(harmless(text));
    }

    void rest() {
        if (report_.total_diagnostics > report_.diagnostics.size()) {
            line(say_("truncated", {{"shown", static_cast<std::int64_t>(report_.diagnostics.size())},
                                    {"total", static_cast<std::int64_t>(report_.total_diagnostics)}}));
        }
        if (report_.verdict == Verdict::unreadable || report_.verdict == Verdict::not_applicable) return;
        if (report_.counts.reviewer != 0) line(say_("reviewer", {{"n", std::int64_t{report_.counts.reviewer}}}));
        if (report_.counts.not_checked == 0) return;
        std::map<std::string, std::int64_t> causes;
        for (const RequirementResult& result : report_.requirements) {
            if (result.outcome == Outcome::not_checked) ++causes[result.caused_by];
        }
        std::vector<std::pair<std::string, std::int64_t>> sorted(causes.begin(), causes.end());
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        std::string list;
        for (const auto& [cause, count] : sorted) {
            if (!list.empty()) list += ", ";
            list += std::to_string(count) + ' ' + (cause.empty() ? "–" : cause);
        }
        line(
            say_("not-checked", {{"n", std::int64_t{report_.counts.not_checked}}, {"causes", std::string_view(list)}}));
    }

    void verdict() {
        const Counts& counts = report_.counts;
        const std::string_view word = name(report_.verdict);
        const Style style = report_.verdict == Verdict::pass     ? Style::bold
                            : report_.verdict == Verdict::review ? Style::warning
                                                                 : Style::error;
        std::string text = paint_(Style::bold, name_ + ':') + ' ' + say_("verdict") + ' ' + paint_(style, word) + ' ' +
                           say_("verdict-means", {{"verdict", word}});
        const std::pair<std::string_view, std::uint32_t> parts[] = {{"total.error", counts.error},
                                                                    {"total.warning", counts.warning},
                                                                    {"total.note", counts.note},
                                                                    {"total.review", counts.review},
                                                                    {"total.pass", counts.pass},
                                                                    {"total.reviewer", counts.reviewer},
                                                                    {"total.not-applicable", counts.not_applicable},
                                                                    {"total.not-checked", counts.not_checked},
                                                                    {"total.suppressed", counts.suppressed}};
        for (const auto& [key, count] : parts) {
            if (count != 0) text += " · " + say_(key, {{"n", std::int64_t{count}}});
        }
        line(text);
    }

    const Report& report_;
    Phrases say_;
    ReportSections sections_;
    Paint paint_;
    std::string name_;
    std::string out_;
};

}  // namespace

std::string to_text(const Report& report, bool colour) { return TextWriter(report, colour).write(); }

std::string outline_to_text(const Report& report, bool colour) {
    const Phrases say(report.message_language);
    const Paint paint(colour);
    const std::string_view format = name(report.format);
    std::string out = paint(Style::bold, harmless(report.name) + ':') + ' ' +
                      std::string(format.empty() ? "–" : format) + " · " +
                      (report.language.empty() ? "–" : report.language) + " · " +
                      say("words", {{"n", std::int64_t{report.words}}}) + '\n';
    for (const OutlineEntry& entry : report.outline) {
        out += padded(entry.numeral, 6) + padded(entry.section.empty() ? "–" : entry.section, 15) +
               padded(std::string(name(entry.confidence)), 9) +
               padded(say("words", {{"n", std::int64_t{entry.words}}}), 13) + harmless(entry.title) + '\n';
        if (entry.section.empty()) continue;
        for (const ReportItem& item : report.items) {
            if (item.section != entry.section) continue;
            out += "      " + padded(item.id, 15) + padded(std::string(name(item.confidence)), 9) + "             " +
                   harmless(item.title) + '\n';
        }
    }
    for (const ReportNotification& notification : report.notifications) {
        out += std::string(name(notification.severity)) + ": " + say.inside(harmless(notification.message)) + " [" +
               notification.id + "]\n";
    }
    return out;
}

std::string text_batch_end(const Summary& summary, std::string_view language, bool colour) {
    const Phrases say(language);
    std::string text =
        '\n' + Paint(colour)(Style::bold, say("summary.documents", {{"n", std::int64_t{summary.documents}}}));
    const std::pair<std::string_view, std::uint32_t> parts[] = {{"pass", summary.pass},
                                                                {"review", summary.review},
                                                                {"fail", summary.fail},
                                                                {"notApplicable", summary.not_applicable},
                                                                {"unreadable", summary.unreadable}};
    for (const auto& [verdict, count] : parts) {
        if (count != 0) text += " · " + std::to_string(count) + ' ' + std::string(verdict);
    }
    if (summary.skipped != 0) text += " · " + say("summary.skipped", {{"n", std::int64_t{summary.skipped}}});
    return text + '\n';
}

}  // namespace plancheck
