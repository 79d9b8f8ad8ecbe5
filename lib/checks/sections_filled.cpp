// A section is filled by words, a table or a figure. A body that only points elsewhere may be filled there: a person has
// to look. "None" or "not applicable" as the whole body says something, but gives no reason.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/fold.hpp"
#include "text/characters.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// The term of a vocabulary that covers nearly the whole of a short body.
bool is_only(const Plan& plan, const Section& section, std::string_view vocabulary) {
    const auto& known = plan.form().vocabularies;
    std::uint32_t covered = 0, all = 0;
    for (std::uint32_t i = section.body_begin; i < section.body_end; ++i) all += plan.document().blocks[i].text.size();
    all += section.glued.size();
    const auto found = std::find_if(known.begin(), known.end(), [&](const Vocabulary& one) { return one.id == vocabulary; });
    for (const std::uint32_t i : plan.terms_of(static_cast<std::uint32_t>(found - known.begin()))) {
        const TermPlace& term = plan.terms[i];
        const bool inside = term.block >= section.body_begin && term.block < section.body_end;
        const bool glued = term.block == section.heading && term.span.begin >= section.glued.begin && !section.glued.empty();
        if (inside || glued) covered += term.span.size();
    }
    return covered != 0 && all <= covered + 4;
}

// Whether every sentence of the body has a term of the vocabulary: one that names other areas, say, is more than that. What is said
// in a few words beside ("It is updated each year.") is no more.
bool only_points(const Context& context, const Section& section, std::string_view vocabulary) {
    const Plan& plan = context.plan;
    const TermSet terms(plan.form(), {vocabulary});
    constexpr std::size_t few_words = 40;  // code points
    const auto points = [&](std::uint32_t block, Span span) {
        bool any = false;
        for (const SentencePlace& place : sentences_of(plan.document().view(span), context.language(), Semicolon::joins)) {
            const Span sentence{span.begin + static_cast<std::uint32_t>(place.begin), span.begin + static_cast<std::uint32_t>(place.end)};
            if (!fits_in(plan.document().view(sentence), few_words) && terms_in(plan, block, sentence, terms).empty()) return false;
            any = any || !terms_in(plan, block, sentence, terms).empty();
        }
        return any;
    };
    if (!section.glued.empty() && !points(section.heading, section.glued)) return false;
    for (std::uint32_t i = section.body_begin; i < section.body_end; ++i)
        if (const Span span = plan.document().blocks[i].text; !span.empty() && !points(i, span)) return false;
    return true;
}

// What pages left in the body, or what is struck out there, says nothing of the section.
std::uint32_t running_words(const Plan& plan, const Section& section) {
    std::uint32_t words = 0;
    for (std::uint32_t i = section.body_begin; i < section.body_end; ++i)
        if (plan.document().blocks[i].has(mark::running | mark::struck)) words += (plan.document().before(i + 1) - plan.document().blocks[i].before).with_letters;
    return words;
}

const Item* item_in_annex(const Plan& plan, std::string_view section) {
    for (const ItemSpec& spec : plan.form().items) {
        if (spec.section != section) continue;
        for (const Item& item : plan.items)
            if (item.kind == spec.kind && item.section == "annex") return &item;
    }
    return nullptr;
}

}  // namespace

Result check_sections_filled(const Context& context) {
    const Plan& plan = context.plan;
    const auto& blocks = plan.document().blocks;
    const auto tolerated = context.list("may-be-nothing");
    Result result;
    for (const Section& section : context.outline().sections) {
        if (section.spec == nullptr || section.repeated) continue;
        const std::string& key = section.spec->key;
        // Where a section has a frame of its own, that of the next begins behind its last words.
        const auto has = [&](BlockKind kind) {
            for (std::uint32_t i = section.body_begin; i < section.body_end; ++i)
                if (blocks[i].kind == kind && !context.outline().frames_text(i)) return true;
            return false;
        };
        Finding finding;
        finding.confidence = section.confidence;
        finding.subject = section_subject(plan, section);
        finding.arguments = {{"section", finding.subject.titles.front()}};
        finding.where = heading_of(plan, section);
        const std::uint32_t words = section.words.words;
        if (section.words.with_letters == running_words(plan, section)) {  // a dash or three points say no more than nothing does
            if (has(BlockKind::box) || has(BlockKind::figure)) {
                finding.outcome = Outcome::review;
                finding.message = has(BlockKind::box) ? "sections-filled.box" : "sections-filled.figure";
            } else if (has(BlockKind::table)) {
                finding.outcome = Outcome::review;
                finding.message = "sections-filled.table";
            } else {
                finding.message = "sections-filled.empty";
            }
        } else if (words <= 12 && is_only(plan, section, context.parameter("nothing"))) {
            if (std::find(tolerated.begin(), tolerated.end(), key) == tolerated.end()) {
                finding.severity = Severity::note;
                finding.message = "sections-filled.none";
                finding.where = {std::min<std::uint32_t>(section.body_begin, section.body_end - 1), {}, false};
                if (section.body_begin >= section.body_end) finding.where = {section.heading, section.glued, false};
            }
        } else if (words <= 25 && only_points(context, section, context.parameter("elsewhere")) && !has(BlockKind::table)) {
            finding.outcome = Outcome::review;
            finding.message = "sections-filled.elsewhere";
            // What is asked for was found there, with the doubt of such items; so the other requirements can be looked at.
            if (const Item* const first = item_in_annex(plan, key)) {
                finding.confidence = Confidence::low;
                finding.related.push_back({"sections-filled.in-annex", item_subject(plan, *first), where_of(*first)});
            }
        }
        if (!finding.message.empty()) {
            result.findings.push_back(std::move(finding));
            continue;
        }
        result.show(heading_of(plan, section), Argument{"section", key}, Argument{"words", std::int64_t{words}});
    }
    if (!result.findings.empty() || !result.evidence.empty()) result.outcome = Outcome::pass;
    return result;
}

}  // namespace plancheck
