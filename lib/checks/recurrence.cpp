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

// "In 2025 and then in 2027": at least two years, none further from the one before than the interval.
bool recur(const std::vector<Value>& dates, std::uint32_t wanted) {
    std::vector<std::uint32_t> years;
    for (const Value& date : dates) years.push_back(year_of(date));
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    if (years.size() < 2 || years.size() > 8 || years.back() - years.front() < 2) return false;
    for (std::size_t i = 1; i < years.size(); ++i)
        if ((years[i] - years[i - 1]) * 365 > wanted) return false;
    return true;
}

// A sentence that names what recurs or the body that it goes to.
struct Statement {
    Sentence sentence;
    std::string_view text;
    Confidence confidence = Confidence::certain;  // of the section
    bool names_what = false;
    bool labelled = false;   // a label beside it says what it is about, and to whom it goes
    bool addressed = false;  // names the body that is meant
    bool own = false;        // does not go to somebody else: that outweighs nothing
    bool past = false;       // a date in it lies before the plan
    std::optional<Folded> folded_text = std::nullopt;

    Where where() const { return {sentence.block, sentence.span, false}; }
    /// Made when it is first asked for.
    const Folded& folded() {
        if (!folded_text) folded_text = fold_mapped(text);
        return *folded_text;
    }
};

class Recurrence {
public:
    explicit Recurrence(const Context& context) : context_(context), language_(context.language()) {}

    Result run() {
        const auto all = scopes(plan_, context_.requirement.sections);
        const TermSet* const sets[] = {&of_, &to_, &reference_};
        const std::vector<const TermPlace*> places = places_near(plan_, sets, all);
        for (const Scope& scope : all) {
            const Sentence* title = nullptr;  // right before a sentence of its paragraph
            const std::vector<Sentence> near = sentences_near(context_, scope, places);
            for (const Sentence& sentence : near) {
                look(sentence, scope.confidence, title != nullptr && title->block == sentence.block);
                title = is_title(sentence) ? &sentence : nullptr;
                if (!names(sentence, of_) || !names(sentence, to_)) continue;
                if (const auto value = beside_label(document_, sentence)) look(*value, scope.confidence, true);
            }
        }
        return decide();
    }

private:
    // "**Meeting.** Once a year, in May.", "**Reports to UNEP.** Every two years.": words in bold that say what the sentence behind them is about.
    bool is_title(const Sentence& sentence) const {
        constexpr std::size_t longest = 32;  // columns
        const Block& block = document_.blocks[sentence.block];
        if (sentence.span.begin != block.text.begin || block.bold == 0 || block.bold + 1 < sentence.span.size() || sentence.span.size() == block.text.size() || !fits_in(document_.view(sentence.span), longest)) return false;
        const auto what = terms_in(plan_, sentence.block, sentence.span, of_);
        return !what.empty() && std::none_of(what.begin(), what.end(), [](const TermPlace* place) { return place->negated; }) && (to_.empty() || names(sentence, to_));
    }
    bool names(const Sentence& sentence, const TermSet& set) const { return !terms_in(plan_, sentence.block, sentence.span, set).empty(); }
    bool names(const Statement& statement, Span clause, const TermSet& set) const { return !set.empty() && names({statement.sentence.block, clause}, set); }

    void look(const Sentence& sentence, Confidence confidence, bool labelled) {
        const auto refers = terms_in(plan_, sentence.block, sentence.span, reference_);
        if (std::any_of(refers.begin(), refers.end(), [](const TermPlace* place) { return !place->negated; }))
            result_.show({sentence.block, sentence.span, false}, Argument{"by", std::string("reference")});
        Statement statement{sentence, document_.view(sentence.span), confidence};
        const auto what = terms_in(plan_, sentence.block, sentence.span, of_);
        statement.names_what = !what.empty();
        statement.labelled = labelled;
        statement.addressed = labelled || names(sentence, to_);
        if (!statement.names_what && !statement.addressed) return;
        // "No report to UNEP is foreseen, biennial or other."
        if (statement.names_what && std::all_of(what.begin(), what.end(), [](const TermPlace* place) { return place->negated; })) return;
        statement.own = statement.addressed || other_.empty() || !names(sentence, other_);
        const std::vector<Value> values = plan_.block_text->values(sentence.block, sentence.span, language_, want_recurrence | want_times | want_references);
        // "Until 2020 the area reported every two years."
        if (std::any_of(values.begin(), values.end(), [this](const Value& value) { return ended(value, since_); })) return;
        read(statement, values);
    }

    void read(Statement& statement, const std::vector<Value>& values) {
        std::vector<Value> dates;
        statement.past = std::any_of(values.begin(), values.end(), [this](const Value& value) { return is_past(value, since_); });
        for (const Value& value : values) {
            const bool is_date = (value.type == ValueType::date || value.type == ValueType::quarter) && !value.ambiguous;
            if (is_date && year_of(value) != 0) dates.push_back(value);
            if (value.type == ValueType::recurrence && !is(is_negated, statement, value)) read_interval(statement, value);
        }
        read_distance(statement, dates);
        const bool often = wanted_ <= 366 && !dates.empty() && days_of(dates.back()).last >= plan_.date;
        if (recur(dates, wanted_) || (often && !is(is_negated, statement, dates.front()) && within(statement.text, dates, wanted_))) show(statement, Argument{"by", std::string("dates")});
    }

    // "Every two years".
    void read_interval(Statement& statement, const Value& value) {
        std::string words(statement.text.substr(value.begin, value.end - value.begin));
        const auto interval = days(value.value);
        if (value.ambiguous || !interval) {
            doubtful_ = finding(statement, value.ambiguous ? "recurrence.ambiguous" : "recurrence.regularly");
            doubtful_.outcome = Outcome::review;
            doubtful_.arguments = {{"text", std::move(words)}};
        } else if (*interval > wanted_ + 31) {
            const bool no_rule = is_no_rule(statement, value);
            if (no_rule && !longer_.message.empty()) return;
            contradict(statement, std::move(words), value.value);
            longer_.confidence = no_rule ? Confidence::low : statement.confidence;
            contradicted_ = contradicted_ || (!no_rule && statement.addressed && (statement.labelled || statement.names_what));
        } else if (constexpr std::uint32_t year = 365; (statement.own || *interval > year) && !is_no_evidence(statement, value)) {
            show(statement, Argument{"interval", value.value});
        }  // what is sent to somebody else each year, or only wished, says nothing of it
    }

    // What is longer, and yet no rule of this plan.
    bool is_no_rule(Statement& statement, const Value& value) const {
        return statement.past || of_named(statement, value) || of_another(statement, value) || is(is_supposed, statement, value) || is_quoted(statement, value) ||
               names(statement, clause_of(statement, value, true), elsewhere_) || names(statement, clause_of(statement, value, false), by_);
    }

    // What recurs often enough, and yet with somebody else, or as a wish.
    bool is_no_evidence(Statement& statement, const Value& value) const {
        if (is(is_supposed, statement, value) || names(statement, clause_of(statement, value, false), by_)) return true;
        return !names(statement.sentence, to_) && !names(statement.sentence, own_) && names(statement, clause_of(statement, value, true), elsewhere_);
    }

    // What a cue of the language says of a value.
    using Cue = bool (*)(std::string_view, std::uint32_t, std::uint32_t, const Language&);
    bool is(Cue said, Statement& statement, const Value& value) const {
        const Folded& folded = statement.folded();
        return said(folded.text, folded.folded_at(value.begin), folded.folded_at(value.end), language_);
    }
    static bool is_quoted(Statement& statement, const Value& value) {
        const Folded& folded = statement.folded();
        return plancheck::is_quoted(folded.text, folded.folded_at(value.begin), folded.folded_at(value.end));
    }

    // The clause that a value ends or stands in, from the last comma before it or, `whole`, from the sentence's beginning.
    Span clause_of(const Statement& statement, const Value& value, bool whole) const {
        constexpr std::size_t longest_clause = 400;  // bytes
        const std::string_view before = last_within(statement.text.substr(0, value.begin), longest_clause), behind = whole_within(statement.text.substr(value.end), longest_clause);
        std::size_t from = 0, stop = behind.size();
        for (const std::string_view sign : {", ", "، ", "，"}) {
            if (const std::size_t at = before.rfind(sign); !whole && at != std::string_view::npos) from = std::max(from, at + sign.size());
            stop = std::min(stop, behind.find(sign));
        }
        const std::uint32_t begin = statement.sentence.span.begin;
        return {begin + static_cast<std::uint32_t>(value.begin - before.size() + from), begin + static_cast<std::uint32_t>(value.end + stop)};
    }

    // "The River Union reports to its members every four years."
    bool of_named(const Statement& statement, const Value& value) const {
        constexpr std::size_t shortest = 8, most = 64;  // bytes, names
        const std::string_view kind = context_.parameter("names");
        if (kind.empty() || names(statement.sentence, to_) || names(statement.sentence, own_)) return false;
        const std::string said = fold(document_.view(clause_of(statement, value, true)));
        std::size_t looked = 0;
        return std::any_of(plan_.items.begin(), plan_.items.end(), [&](const Item& item) {
            if (item.kind != kind || ++looked > most) return false;
            const std::string whole = fold(item.title), name = whole.substr(0, std::min({whole.find(" ("), whole.find(','), whole.find(':')}));
            return name.size() >= shortest && said.find(name) != std::string::npos;
        });
    }

    // "In 2026, in 2030 and in 2034".
    void read_distance(const Statement& statement, const std::vector<Value>& dates) {
        if (!statement.addressed || !statement.names_what || !longer_.message.empty()) return;
        if (dates.empty() || std::to_string(year_of(dates.front())) < plan_.date.substr(0, 4)) return;
        const auto [first, last] = far_apart(statement.text, dates, wanted_);
        if (last == 0) return;
        contradict(statement, std::string(statement.text.substr(first, last - first)), "P" + std::to_string(year_of(dates.back()) - year_of(dates.front())) + "Y");
        // What was sent before the plan was made says nothing of it; without its date a person decides.
        longer_.confidence = plan_.date.empty() ? Confidence::low : statement.confidence;
        contradicted_ = true;
    }

    // "Partners meet in May, and a big conference is held every four years": something else recurs in a clause of its own.
    bool of_another(const Statement& statement, const Value& value) const {
        const Span clause = clause_of(statement, value, false);
        if (!statement.names_what || clause.begin == clause_of(statement, value, true).begin) return false;
        const std::string_view before = document_.view({clause.begin, statement.sentence.span.begin + value.begin}), behind = document_.view({statement.sentence.span.begin + value.end, clause.end});
        if (!begins_with_joint(before) || count_words(before).with_letters + count_words(behind).with_letters < 2) return false;
        return !names(statement, clause, of_) && !names(statement, clause, to_);
    }

    // "And a big conference".
    bool begins_with_joint(std::string_view text) const {
        const std::string opening = fold(whole_within(text, 24));
        return std::any_of(language_.joints.begin(), language_.joints.end(), [&](const std::string& joint) {
            return opening.starts_with(joint) && (std::string_view(opening).substr(joint.size()).starts_with(' ') || is_caseless(decode(joint, 0).code));
        });
    }

    void show(const Statement& statement, Argument by) {
        result_.show(statement.where(), std::move(by));
        stated_ = stated_ || statement.own;
        stated_to_ = stated_to_ || statement.addressed;
    }

    Finding finding(const Statement& statement, std::string_view message) const {
        Finding made;
        made.message = message;
        made.where = statement.where();
        if (const Section* section = first_section(context_)) made.subject = section_subject(plan_, *section);
        return made;
    }

    void contradict(const Statement& statement, std::string words, std::string found) {
        longer_ = finding(statement, "recurrence.longer");
        longer_.arguments = {{"text", std::move(words)}, {"found", std::move(found)}, {"expected", std::string(context_.parameter("interval"))}};
    }

    Result decide() {
        // A reference to the framework's reporting does not outweigh an interval that is stated and too long.
        const bool elsewhere = std::any_of(result_.evidence.begin(), result_.evidence.end(), [](const Evidence& evidence) { return evidence.value.front() != Argument{"by", std::string("reference")}; });
        if (!longer_.message.empty() && (contradicted_ ? !stated_to_ : !stated_ && !elsewhere)) {
            result_.evidence.clear();
            result_.findings.push_back(std::move(longer_));
        } else if (!result_.evidence.empty()) {
            result_.outcome = Outcome::pass;
        } else {
            result_.findings.push_back(doubtful_.message.empty() ? not_found(context_) : std::move(doubtful_));
        }
        return std::move(result_);
    }

    const Context& context_;
    const Plan& plan_ = context_.plan;
    const Document& document_ = plan_.document();
    const TermSet &of_ = context_.terms("of"), &to_ = context_.terms("to"), &reference_ = context_.terms("reference"), &other_ = context_.terms("other");
    const TermSet &own_ = context_.terms("own"), &elsewhere_ = context_.terms("elsewhere"), &by_ = context_.terms("by");
    // A plan without a date is no older than the template.
    const std::string_view since_ = !plan_.date.empty() ? std::string_view(plan_.date) : std::string_view(context_.form().edition);
    const std::uint32_t wanted_ = days(context_.parameter("interval")).value_or(0);
    const Language& language_;
    Result result_;
    Finding longer_, doubtful_;
    bool contradicted_ = false;             // the longer interval is said of what is meant
    bool stated_ = false, stated_to_ = false;  // one that serves, and with the body that it goes to
};

}  // namespace

Result check_recurrence(const Context& context) { return Recurrence(context).run(); }

}  // namespace plancheck
