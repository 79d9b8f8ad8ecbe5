#include "properties.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "support/summary.hpp"
#include "support/zip_writer.hpp"
#include "text/utf8.hpp"

namespace fuzz {

using namespace plancheck;

void require(bool holds, std::string_view property) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(property.size()), property.data());
    std::abort();
}

const Validator& validator() {
    static const Validator made;
    return made;
}

namespace {

// At a character's begin, or at the end: a quote of it is valid UTF-8.
bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}
bool lies_in(std::string_view text, Span span) {
    return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

}  // namespace

void is_sound(const Document& document) {
    if (!document.readable) {
        require(document.blocks.empty() && document.text.empty() && document.main_end == 0, "an unreadable document is empty");
        require(std::any_of(document.notifications.begin(), document.notifications.end(),
                            [](const Notification& one) { return one.severity == Severity::error; }),
                "an unreadable document says why");
        return;
    }
    const auto count = static_cast<std::uint32_t>(document.blocks.size());
    require(is_utf8(document.text) && is_utf8(document.labels), "text is UTF-8");
    require(count != 0 && document.main_end <= count, "the main text lies within the blocks");
    std::vector<std::uint32_t> open;
    std::uint32_t begin = 0;
    Tally before;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Block& block = document.blocks[i];
        while (!open.empty() && open.back() <= i) open.pop_back();
        require(block.end > i && block.end <= (open.empty() ? count : open.back()), "blocks are nested");
        open.push_back(block.end);
        require(lies_in(document.text, block.text) && lies_in(document.labels, block.label), "spans lie in the text");
        require(block.text.begin >= begin, "blocks stand in the order of their text");
        begin = block.text.begin;
        require(block.bold <= block.text.size(), "what is bold lies in the block");
        require(block.before.words >= before.words && block.before.labels >= before.labels &&
                    block.before.with_letters >= before.with_letters && block.before.with_letters <= block.before.words,
                "sums of words grow");
        before = block.before;
        require(block.place.part < document.parts.size(), "a block's part is known");
        if (block.kind == BlockKind::row) require(open.size() > 1 && document.blocks[i].text.empty(), "a row stands in a table");
        if (block.kind == BlockKind::cell) require(block.row_span >= 1 && block.column_span >= 1, "a cell covers itself");
    }
    for (const Link& link : document.links) require(lies_in(document.text, link.text), "links lie in the text");
}

namespace {

bool same(const Document& a, const Document& b) {
    return a.text == b.text && a.labels == b.labels && a.blocks.size() == b.blocks.size() && a.total == b.total && a.main_end == b.main_end &&
           std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(),
                      [](const Block& x, const Block& y) {
                          return x.kind == y.kind && x.level == y.level && x.marks == y.marks && x.end == y.end && x.text == y.text &&
                                 x.label == y.label && x.bold == y.bold && x.list == y.list && x.number == y.number && x.column == y.column &&
                                 x.column_span == y.column_span && x.row_span == y.row_span && x.before == y.before;
                      }) &&
           a.notifications.size() == b.notifications.size();
}

void is_quote(const Location& place) {
    require(is_utf8(place.quote), "a quote is UTF-8");
    require(count_code_points(place.quote) <= 120, "a quote has at most 120 characters");
    require(is_utf8(place.words), "a place in words is UTF-8");
}

}  // namespace

void reads(std::string_view bytes, std::string_view name) {
    const Document document = read(bytes, name);
    is_sound(document);
    require(same(document, read(bytes, name)), "reading twice gives the same document");
}

void is_sound(const Report& report, std::size_t requirements) {
    require(report.requirements.size() == requirements, "a report has all requirements");
    std::uint32_t outcomes[5] = {};
    std::uint32_t reviewer = 0;
    const bool judged = report.verdict != Verdict::unreadable && report.verdict != Verdict::not_applicable;
    for (const RequirementResult& result : report.requirements) {
        if (result.decided_by == DecidedBy::reviewer) ++reviewer;
        ++outcomes[static_cast<std::size_t>(result.outcome)];
        require(result.severity.has_value() == (result.decided_by != DecidedBy::reviewer), "a reviewer's requirement has no severity");
        for (const ReportEvidence& evidence : result.evidence) {
            require(is_utf8(evidence.quote), "evidence is UTF-8");
            if (result.decided_by != DecidedBy::reviewer) require(count_code_points(evidence.quote) <= 120, "evidence has at most 120 characters");
            is_quote(evidence.location);
        }
    }
    require(report.counts.reviewer == reviewer, "those that a person decides are counted");
    if (judged) require(outcomes[static_cast<std::size_t>(Outcome::not_checked)] == report.counts.not_checked, "what was not checked is counted");
    for (const Diagnostic& diagnostic : report.diagnostics) {
        require(!diagnostic.message.empty() && is_utf8(diagnostic.message), "a diagnostic has a message");
        is_quote(diagnostic.location);
        for (const Related& related : diagnostic.related) is_quote(related.location);
    }
    for (const OutlineEntry& entry : report.outline) is_quote(entry.location);
    for (const ReportItem& item : report.items) {
        is_quote(item.location);
        require(is_utf8(item.title) && count_code_points(item.title) <= 120, "an item's title has at most 120 characters");
    }
    for (const ReportNotification& notification : report.notifications)
        require(!notification.message.empty() && notification.message != notification.id, "a notification has a message");
    if (!judged) require(report.diagnostics.empty(), "what was not judged has no diagnostics");
    if (report.verdict == Verdict::unreadable)
        require(report.outline.empty() && report.items.empty() && report.words == 0, "what was not read is empty");
}

void is_json(std::string_view json) {
    require(nlohmann::json::accept(json), "a report is JSON");
}

void validates(std::string_view bytes, std::string_view name) {
    const Report report = validator().validate(bytes, name);
    is_sound(report, 83);
    const std::string json = to_json(report);
    is_json(json);
    require(json == to_json(validator().validate(bytes, name)), "validating twice gives the same report");
    require(is_utf8(to_text(report)), "a report as text is UTF-8");
    const std::string xml = validator().extract_xml(bytes, name);
    require(xml.empty() == (report.verdict == Verdict::unreadable), "what is read can be extracted");
    if (xml.empty()) return;
    const Report again = validator().validate(xml, "plan.xml");
    require(again.format == Format::plan_xml && again.verdict != Verdict::unreadable, "a plan's XML is read");
    const std::string one = support::summary(report, support::Detail::all), two = support::summary(again, support::Detail::all);
    if (one != two) std::fprintf(stderr, "%s\n-- read back --\n%s\n", one.c_str(), two.c_str());
    require(one == two, "a plan's XML is the same plan");
}

std::string archive(std::string_view input, const std::vector<std::string_view>& names) {
    support::ZipWriter zip;
    for (const std::string_view part : names) {
        const std::size_t end = std::min(input.find('\1'), input.size());
        if (end != 0) zip.add(std::string(part), std::string(input.substr(0, end)), false);
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return zip.bytes();
}

}  // namespace fuzz
