// A recurrence counts where it stands with what recurs: a report, or the body it goes to. Two dates two years apart with
// a report word say the same as "every two years". A shorter interval serves, a longer one contradicts, and a word with
// two meanings ("biannual") is for a person to decide. So is a longer one that is only supposed, quoted, past or somebody else's.
#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

// P2Y, P6M, P1W, P1D in days, near enough to be compared; none for "P" alone.
std::optional<std::uint32_t> days(std::string_view period) {
    if (period.size() < 3 || period.front() != 'P') return std::nullopt;
    constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(period.data() + 1, period.data() + period.size(), count);
    if (error == std::errc::invalid_argument || end == period.data() + period.size()) return std::nullopt;
    if (error == std::errc::result_out_of_range) count = most;
    // No plan means it, but ten million years must not come out as a week.
    const auto times = [count](std::uint32_t each) { return count > most / each ? most : count * each; };
    switch (*end) {
        case 'Y': return times(365);
        case 'M': return times(30);
        case 'W': return times(7);
        case 'D': return count;
        default: return std::nullopt;
    }
}

std::uint32_t year_of(const Value& value) {
    std::uint32_t year = 0;
    const Days range = days_of(value);
    std::from_chars(range.last.data(), range.last.data() + std::min<std::size_t>(4, range.last.size()), year);
    return year;
}

// "In 2026 and 2030", "en mars 2026, en mars 2030 et en 2034": years that nothing but a joint parts, any two of them further
// apart than the interval. Where they stand in the text; nothing where it is not so.
std::pair<std::uint32_t, std::uint32_t> far_apart(std::string_view text, const std::vector<Value>& dates, std::uint32_t wanted) {
    constexpr std::size_t longest_joint = 9;  // columns
    if (dates.size() < 2 || dates.size() > 4) return {};
    for (std::size_t i = 1; i < dates.size(); ++i) {
        const std::uint32_t before = year_of(dates[i - 1]), after = year_of(dates[i]);
        if (after <= before || (after - before) * 365 <= wanted || dates[i].begin < dates[i - 1].end || !fits_in(text.substr(dates[i - 1].end, dates[i].begin - dates[i - 1].end), longest_joint)) return {};
    }
    return {dates.front().begin, dates.back().end};
}

// "12 March 2026, 11 September 2026 and 10 March 2027": days or months that little parts, none further from the one before than the
// interval, over a quarter of it at least: the days of one meeting are no two of them.
bool within(std::string_view text, const std::vector<Value>& dates, std::uint32_t wanted) {
    constexpr std::size_t longest_joint = 16;  // columns
    const auto day = [](const Value& value) {
        const std::string date = days_of(value).first;
        std::uint32_t year = 0, month = 0, in_month = 1;
        if (date.size() < 7) return std::uint32_t{0};
        std::from_chars(date.data(), date.data() + 4, year);
        std::from_chars(date.data() + 5, date.data() + 7, month);
        if (date.size() >= 10) std::from_chars(date.data() + 8, date.data() + 10, in_month);
        return year * 365 + month * 304 / 10 + in_month;
    };
    if (dates.size() < 2 || dates.size() > 12) return false;
    for (std::size_t i = 1; i < dates.size(); ++i) {
        const std::uint32_t before = day(dates[i - 1]), after = day(dates[i]);
        if (before == 0 || after <= before || after - before > wanted + 31 || dates[i].begin < dates[i - 1].end || !fits_in(text.substr(dates[i - 1].end, dates[i].begin - dates[i - 1].end), longest_joint)) return false;
    }
    return day(dates.back()) - day(dates.front()) >= wanted / 4;
}

// A period that has only an end, which lies before the plan was made.
bool ended(const Value& value, std::string_view date) {
    return !date.empty() && value.type == ValueType::period && value.value.starts_with('/') && std::string_view(value.value).substr(1) < date;
}

// "Under the rules of 2014": a date or a period before it.
bool is_past(const Value& value, std::string_view date) {
    if (value.type != ValueType::date && value.type != ValueType::period && value.type != ValueType::quarter) return false;
    const std::string last = days_of(value).last;
    return !date.empty() && !last.empty() && last.substr(0, std::min(last.size(), date.size())) < date;
}

// "Report to UNEP | Every two years, first in 2028": the text of the cell beside a label that is all of the first cell of its
// row; nothing where it is none.
std::optional<Sentence> beside_label(const Document& document, const Sentence& label) {
    const std::uint32_t i = label.block;
    constexpr std::size_t longest_label = 60;
    if (i < 2 || i + 2 >= document.main_end || !fits_in(document.view(document.blocks[i].text), longest_label)) return std::nullopt;
    const Block &row = document.blocks[i - 2], &cell = document.blocks[i - 1], &next = document.blocks[i + 1];
    if (row.kind != BlockKind::row || cell.kind != BlockKind::cell || cell.end != i + 1 || next.kind != BlockKind::cell || row.end <= i + 1 || row.has(mark::header_row)) return std::nullopt;
    return Sentence{i + 2, document.blocks[i + 2].text};
}

}  // namespace

Result check_recurrence(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const TermSet &of = context.terms("of"), &to = context.terms("to"), &reference = context.terms("reference"), &other = context.terms("other"), &own_words = context.terms("own"), &elsewhere_words = context.terms("elsewhere"), &by = context.terms("by");
    const std::uint32_t wanted = days(context.parameter("interval")).value_or(0);
    const Language& language = context.language();
    // A plan without a date is no older than the template.
    const std::string_view since = !plan.date.empty() ? std::string_view(plan.date) : std::string_view(context.form().edition);
    Result result;
    Finding longer, doubtful;
    bool stated = false, contradicted = false;
    bool stated_to = false;  // with the body that it goes to
    const auto all = scopes(plan, context.requirement.sections);
    const TermSet* const sets[] = {&of, &to, &reference};
    const std::vector<const TermPlace*> places = places_near(plan, sets, all);
    for (const Scope& scope : all) {
        std::vector<std::pair<Sentence, bool>> looked;  // and whether a label beside it says what it is about
        for (const Sentence& sentence : sentences_near(context, scope, places)) {
            looked.emplace_back(sentence, false);
            if (terms_in(plan, sentence.block, sentence.span, of).empty() || terms_in(plan, sentence.block, sentence.span, to).empty()) continue;
            if (const auto value = beside_label(document, sentence)) looked.emplace_back(*value, true);
        }
        for (const auto& [sentence_of, labelled] : looked) {
            const Sentence& sentence = sentence_of;
            const bool says_what = labelled;
            const std::string_view text = document.view(sentence.span);
            const bool about = labelled || !terms_in(plan, sentence.block, sentence.span, of).empty() ||
                               !terms_in(plan, sentence.block, sentence.span, to).empty();
            const auto refers = terms_in(plan, sentence.block, sentence.span, reference);
            if (std::any_of(refers.begin(), refers.end(), [](const TermPlace* place) { return !place->negated; }))
                result.show({sentence.block, sentence.span, false}, Argument{"by", std::string("reference")});
            if (!about) continue;
            const bool addressed = labelled || !terms_in(plan, sentence.block, sentence.span, to).empty();
            // What is sent to somebody else, and not to the body that is meant, outweighs nothing.
            const bool own = addressed || other.empty() || terms_in(plan, sentence.block, sentence.span, other).empty();
            // "No report to UNEP is foreseen, biennial or other."
            if (const auto what = terms_in(plan, sentence.block, sentence.span, of); !what.empty() && std::all_of(what.begin(), what.end(), [](const TermPlace* place) { return place->negated; })) continue;
            std::vector<std::uint32_t> years;
            std::vector<Value> dates;
            std::optional<Folded> folded;
            const auto negated = [&](const Value& value) {
                if (!folded) folded = fold_mapped(text);
                return is_negated(folded->text, folded->folded_at(value.begin), folded->folded_at(value.end), language);
            };
            const std::vector<Value> values = plan.block_text->values(sentence.block, sentence.span, language, want_recurrence | want_times | want_references);
            // "Until 2020 the area reported every two years."
            if (std::any_of(values.begin(), values.end(), [&](const Value& value) { return ended(value, since); })) continue;
            // "Partners meet in May, and a big conference is held every four years": something else recurs in a clause of its own.
            const bool subject_there = !terms_in(plan, sentence.block, sentence.span, of).empty();
            const auto of_another = [&](const Value& value) {
                constexpr std::size_t longest_clause = 200;  // bytes
                const std::string_view before = last_within(text.substr(0, value.begin), longest_clause), behind = whole_within(text.substr(value.end), longest_clause);
                std::size_t from = std::string_view::npos, stop = behind.size();
                for (const std::string_view sign : {", ", "، ", "，"}) {
                    if (const std::size_t at = before.rfind(sign); at != std::string_view::npos && (from == std::string_view::npos || at + sign.size() > from)) from = at + sign.size();
                    stop = std::min(stop, behind.find(sign));
                }
                if (!subject_there || from == std::string_view::npos) return false;
                const std::string opening = fold(whole_within(before.substr(from), 24));
                const bool joined = std::any_of(language.joints.begin(), language.joints.end(), [&](const std::string& joint) {
                    return opening.starts_with(joint) && (std::string_view(opening).substr(joint.size()).starts_with(' ') || is_caseless(decode(joint, 0).code));
                });
                if (!joined || count_words(before.substr(from)).with_letters + count_words(behind.substr(0, stop)).with_letters < 2) return false;
                const Span clause{sentence.span.begin + static_cast<std::uint32_t>(value.begin - before.size() + from), sentence.span.begin + static_cast<std::uint32_t>(value.end + stop)};
                return terms_in(plan, sentence.block, clause, of).empty() && terms_in(plan, sentence.block, clause, to).empty();
            };
            // The clause that a value ends or stands in, from the last comma before it or, `whole`, from the sentence's beginning.
            const auto clause_of = [&](const Value& value, bool whole) {
                constexpr std::size_t longest_clause = 400;  // bytes
                const std::string_view before = last_within(text.substr(0, value.begin), longest_clause), behind = whole_within(text.substr(value.end), longest_clause);
                std::size_t from = 0, stop = behind.size();
                for (const std::string_view sign : {", ", "، ", "，"}) {
                    if (const std::size_t at = before.rfind(sign); !whole && at != std::string_view::npos) from = std::max(from, at + sign.size());
                    stop = std::min(stop, behind.find(sign));
                }
                return Span{sentence.span.begin + static_cast<std::uint32_t>(value.begin - before.size() + from), sentence.span.begin + static_cast<std::uint32_t>(value.end + stop)};
            };
            const auto names = [&](Span span, const TermSet& set) { return !set.empty() && !terms_in(plan, sentence.block, span, set).empty(); };
            const auto supposed = [&](const Value& value) {
                if (!folded) folded = fold_mapped(text);
                return is_supposed(folded->text, folded->folded_at(value.begin), folded->folded_at(value.end), language);
            };
            const auto quoted = [&](const Value& value) {
                if (!folded) folded = fold_mapped(text);
                return is_quoted(folded->text, folded->folded_at(value.begin), folded->folded_at(value.end));
            };
            // "The River Union reports to its members every four years."
            const auto of_named = [&](const Value& value) {
                constexpr std::size_t shortest = 8, most = 64;  // bytes, names
                if (context.parameter("names").empty() || names(sentence.span, to) || names(sentence.span, own_words)) return false;
                const std::string said = fold(document.view(clause_of(value, true)));
                std::size_t looked = 0;
                return std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& item) {
                    if (item.kind != context.parameter("names") || ++looked > most) return false;
                    const std::string whole = fold(item.title), name = whole.substr(0, std::min({whole.find(" ("), whole.find(','), whole.find(':')}));
                    return name.size() >= shortest && said.find(name) != std::string::npos;
                });
            };
            // What is longer, and yet no rule of this plan.
            const auto is_no_rule = [&](const Value& value) {
                return of_named(value) || of_another(value) || supposed(value) || quoted(value) || names(clause_of(value, true), elsewhere_words) || names(clause_of(value, false), by) ||
                       std::any_of(values.begin(), values.end(), [&](const Value& one) { return is_past(one, since); });
            };
            // What recurs often enough, and yet with somebody else, or as a wish.
            const auto is_no_evidence = [&](const Value& value) {
                return supposed(value) || names(clause_of(value, false), by) || (!names(sentence.span, to) && !names(sentence.span, own_words) && names(clause_of(value, true), elsewhere_words));
            };
            for (const Value& value : values) {
                const Where where{sentence.block, sentence.span, false};
                if ((value.type == ValueType::date || value.type == ValueType::quarter) && !value.ambiguous) {
                    if (const std::uint32_t year = year_of(value); year != 0) {
                        years.push_back(year);
                        dates.push_back(value);
                    }
                    continue;
                }
                if (value.type != ValueType::recurrence || negated(value)) continue;
                const auto interval = days(value.value);
                if (value.ambiguous) {
                    doubtful.message = "recurrence.ambiguous";
                    doubtful.where = where;
                    doubtful.arguments = {{"text", std::string(text.substr(value.begin, value.end - value.begin))}};
                } else if (!interval) {
                    doubtful.message = "recurrence.regularly";
                    doubtful.where = where;
                    doubtful.arguments = {{"text", std::string(text.substr(value.begin, value.end - value.begin))}};
                } else if (*interval > wanted + 31) {
                    const bool no_rule = is_no_rule(value);
                    if (no_rule && !longer.message.empty()) continue;
                    longer.message = "recurrence.longer";
                    longer.where = where;
                    longer.confidence = no_rule ? Confidence::low : scope.confidence;
                    contradicted = contradicted || (!no_rule && addressed && (says_what || !terms_in(plan, sentence.block, sentence.span, of).empty()));
                    longer.arguments = {{"text", std::string(text.substr(value.begin, value.end - value.begin))},
                                        {"found", value.value},
                                        {"expected", std::string(context.parameter("interval"))}};
                } else if (constexpr std::uint32_t year = 365; (own || *interval > year) && !is_no_evidence(value)) {
                    result.show(where, Argument{"interval", value.value});
                    stated = stated || own;
                    stated_to = stated_to || addressed;
                }  // what is sent to somebody else each year, or only wished, says nothing of it
            }
            if (addressed && own && longer.message.empty() && !dates.empty() && std::to_string(year_of(dates.front())) >= plan.date.substr(0, 4) && !terms_in(plan, sentence.block, sentence.span, of).empty())
                if (const auto [first, last] = far_apart(text, dates, wanted); last != 0) {
                    longer.message = "recurrence.longer";
                    longer.where = {sentence.block, sentence.span, false};
                    // What was sent before the plan was made says nothing of it; without its date a person decides.
                    longer.confidence = plan.date.empty() ? Confidence::low : scope.confidence;
                    contradicted = true;
                    longer.arguments = {{"text", std::string(text.substr(first, last - first))},
                                        {"found", "P" + std::to_string(year_of(dates.back()) - year_of(dates.front())) + "Y"},
                                        {"expected", std::string(context.parameter("interval"))}};
                }
            // "in 2025 and then in 2027": consecutive years, none further apart than the interval.
            std::sort(years.begin(), years.end());
            years.erase(std::unique(years.begin(), years.end()), years.end());
            bool regular = years.size() >= 2 && years.size() <= 8;
            for (std::size_t i = 1; regular && i < years.size(); ++i)
                regular = (years[i] - years[i - 1]) * 365 <= wanted && years[i] - years[i - 1] >= 1;
            regular = regular && years.back() - years.front() >= 2;
            if (!regular && wanted <= 366 && !dates.empty() && days_of(dates.back()).last >= plan.date && !negated(dates.front())) regular = within(text, dates, wanted);
            if (regular) {
                result.show({sentence.block, sentence.span, false}, Argument{"by", std::string("dates")});
                stated = stated || own;
                stated_to = stated_to || addressed;
            }
        }
    }
    const auto subject = [&](Finding& finding) {
        for (const std::string& key : context.requirement.sections)
            if (const Section* section = context.outline().find(key); section != nullptr && finding.subject.kind.empty())
                finding.subject = section_subject(plan, *section);
    };
    // A reference to the framework's reporting does not outweigh an interval that is stated and too long.
    const bool elsewhere = std::any_of(result.evidence.begin(), result.evidence.end(), [](const Evidence& evidence) { return evidence.value.front() != Argument{"by", std::string("reference")}; });
    if (!longer.message.empty() && (contradicted ? !stated_to : !stated && !elsewhere)) {
        result.evidence.clear();
        subject(longer);
        result.findings.push_back(std::move(longer));
        return result;
    }
    if (!result.evidence.empty()) {
        result.outcome = Outcome::pass;
        return result;
    }
    Finding finding = std::move(doubtful);
    finding.outcome = Outcome::review;
    if (finding.message.empty()) finding.message = "not-found";
    subject(finding);
    if (!finding.where.known()) {
        finding.subject.kind = "missing";
        for (const std::string& key : context.requirement.sections)
            if (const Section* section = context.outline().find(key); section != nullptr && !finding.where.known())
                finding.where = heading_of(plan, *section);
    }
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
