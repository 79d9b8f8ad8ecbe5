// Two counts are compared with the limit: count(text), and the count without tokens that hold no letter or digit. Only
// when both are above it does the section fail; a word processor may show more, because it also counts automatic labels.
#include "checks/check.hpp"
#include "template/names.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

// Where word number `limit` (from 0) of the section stands: the first one too many.
Where first_too_many(const Document& document, const Section& section, std::uint32_t limit) {
    std::uint32_t left = limit;
    const auto in = [&](Span span, std::uint32_t block, std::uint32_t count) -> Where {
        if (count <= left) {
            left -= count;
            return {};
        }
        const auto at = static_cast<std::uint32_t>(offset_of_word(document.view(span), left));
        return {block, {span.begin + at, span.end}, false};
    };
    if (!section.glued.empty()) {
        const Where found = in(section.glued, section.heading, count_words(document.view(section.glued)).words);
        if (found.known()) return found;
    }
    for (std::uint32_t i = section.body_begin; i < section.body_end; ++i) {
        const Block& block = document.blocks[i];
        if (block.text.empty() || block.has(mark::uncounted)) continue;
        const Where found = in(block.text, i, (document.before(i + 1) - block.before).words);
        if (found.known()) return found;
    }
    return {section.heading, {}, false};
}

Tally measure(const Document& document, const Section& section, Counting counting) {
    if (counting == Counting::word_1) return section.words;
    Tally sum;
    const auto add = [&](Span span) {
        const WordCount count = count_words(document.view(span), counting);
        sum.words += count.words;
        sum.with_letters += count.with_letters;
    };
    if (!section.glued.empty()) add(section.glued);
    for (std::uint32_t i = section.body_begin; i < section.body_end; ++i) {
        const Block& block = document.blocks[i];
        if (!block.text.empty() && !block.has(mark::uncounted)) add(block.text);
    }
    return sum;
}

}  // namespace

Result check_word_limit(const Context& context) {
    const Plan& plan = context.plan;
    Result result;
    if (context.requirement.sections.empty()) return result;
    const Section* section = context.outline().find(context.requirement.sections.front());
    if (section == nullptr) return result;
    const Counting counting = counting_from(context.parameter("counting")).value_or(Counting::word_1);
    const std::uint32_t limit = context.number("max", 0);
    // Between `review` and `max` a person decides: the band of a language whose words are not told apart by spaces.
    const std::uint32_t doubtful = context.number("review-above", limit);
    const Tally words = measure(plan.document(), *section, counting);
    const std::uint32_t shown = words.words + words.labels;
    const std::vector<Argument> measured = {{"count", std::int64_t{words.words}},
                                            {"limit", std::int64_t{doubtful}},
                                            {"excess", std::int64_t{words.words > doubtful ? words.words - doubtful : 0}},
                                            {"counting", std::string(name(counting))},
                                            {"countWords", std::int64_t{words.with_letters}},
                                            {"shown", std::int64_t{shown}}};
    result.outcome = Outcome::pass;
    result.evidence.push_back({heading_of(plan, *section), measured, {}});
    Finding finding;
    finding.confidence = section->confidence;
    finding.subject = section_subject(plan, *section);
    finding.arguments = measured;
    finding.where = first_too_many(plan.document(), *section, doubtful);
    if (words.words > limit && words.with_letters > limit) {
        finding.message = "word-limit.above";
        finding.severity = severity_from(context.parameter("severity"));
    } else if (words.words > doubtful && words.with_letters > doubtful) {
        finding.outcome = Outcome::review;
        finding.message = "word-limit.band";
    } else if (words.words > doubtful) {
        finding.outcome = Outcome::pass;
        finding.severity = Severity::note;
        finding.message = "word-limit.punctuation";
    } else if (shown > doubtful) {
        finding.outcome = Outcome::pass;
        finding.severity = Severity::note;
        finding.message = "word-limit.shown";
        finding.where = heading_of(plan, *section);
    } else {
        return result;
    }
    if (finding.outcome == Outcome::fail) result.evidence.clear();
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
