// Dates of items that lie before the date to judge by, in items that say nothing of how things stand.
#include <algorithm>
#include <array>

#include "checks/check.hpp"
#include "checks/shared/begin_and_end.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// "5 May 2026 (held)": a small word or two in brackets behind the date.
bool is_told_behind(const Document& document, const FieldValue& date) {
    constexpr std::size_t longest = 30;  // bytes
    std::string_view rest = document.view({date.span.end, std::max(date.span.end, document.blocks[date.block].text.end)});
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (!rest.starts_with('(')) return false;
    const std::string_view word = rest.substr(1, std::min(rest.find(')'), rest.size()) - 1);
    if (word.empty() || word.size() > longest || std::count(word.begin(), word.end(), ' ') > 1 || is_upper(decode(word, 0).code)) return false;
    return word.find_first_of("0123456789") == std::string_view::npos && !is_caseless(decode(word, 0).code);
}

class PastDates {
public:
    explicit PastDates(const Context& context) : context_(context), fields_(context.list("fields")) {}

    Result run() {
        if (context_.as_of.empty()) {
            result_.outcome = Outcome::not_applicable;
            return std::move(result_);
        }
        std::vector<const Item*> past;
        std::vector<Where> dates;  // of each
        const Item* first = nullptr;
        bool dated = false, doubtful = true;  // of all items
        for (const Item& item : plan_.items) {
            if (item.kind != context_.parameter("kind")) continue;
            if (first == nullptr) first = &item;
            doubtful = doubtful && item.confidence == Confidence::low;
            const bool told = has_status(item);
            dated = dated || told || has_date(item);
            const FieldValue* date = told ? nullptr : past_date(item);
            if (date == nullptr) {
                result_.show(where_of(item), Argument{"item", item.id});
                continue;
            }
            past.push_back(&item);
            dates.push_back({date->block, date->span, false});
        }
        if (first == nullptr) return std::move(result_);
        result_.outcome = Outcome::pass;
        if (!past.empty()) add(past, dates);
        // No date in a whole section that was taken as one item tells nothing.
        else if (doubtful && !dated) add_none(*first);
        return std::move(result_);
    }

private:
    bool has_status(const Item& item) const {
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(document_.blocks[first].end, first + 1); ++i)
                if (!terms_in(plan_, i, document_.blocks[i].text, status_).empty()) return true;
        return false;
    }

    bool is_asked(const Field& field) const { return std::find(fields_.begin(), fields_.end(), field.name) != fields_.end(); }

    bool has_date(const Item& item) const {
        return std::any_of(item.fields.begin(), item.fields.end(), [this](const Field& field) {
            return is_asked(field) && std::any_of(field.values.begin(), field.values.end(), [](const FieldValue& value) { return value.type != "unset"; });
        });
    }

    // The first that lies before the date to judge by, or null.
    const FieldValue* past_date(const Item& item) const {
        for (const Field& field : item.fields) {
            if (!is_asked(field)) continue;
            for (const FieldValue& given : field.values) {
                // The first day of what goes on is no milestone.
                if (&given == field.values.data() && field.values.size() == 2 && begin_and_end(document_, given, field.values[1])) continue;
                const Days days = days_given(given);
                const bool backwards = !days.first.empty() && days.last < days.first;  // told as such
                if (!days.last.empty() && !backwards && days.last < context_.as_of && !is_told_behind(document_, given)) return &given;
            }
        }
        return nullptr;
    }

    static Days days_given(const FieldValue& given) {
        Value value;
        if (given.type == "date") value.type = ValueType::date;
        else if (given.type == "period") value.type = ValueType::period;
        else if (given.type == "quarter") value.type = ValueType::quarter;
        else return {};
        value.value = given.value;
        return days_of(value);
    }

    void add(const std::vector<const Item*>& past, const std::vector<Where>& dates) {
        Finding finding = listing(plan_, "past-dates.without-status", past);
        finding.where = dates.front();
        for (std::size_t i = 0; i < dates.size(); ++i) finding.related[i].where = dates[i];
        finding.arguments.push_back({"asOf", std::string(context_.as_of)});
        result_.findings.push_back(std::move(finding));
    }

    void add_none(const Item& section) {
        Finding finding = listing(plan_, "past-dates.none", std::array{&section});
        finding.confidence = Confidence::low;
        result_.evidence.clear();
        result_.findings.push_back(std::move(finding));
    }

    const Context& context_;
    const Plan& plan_ = context_.plan;
    const Document& document_ = plan_.document();
    const TermSet& status_ = context_.terms("status");
    const std::vector<std::string_view> fields_;
    Result result_;
};

}  // namespace

Result check_past_dates(const Context& context) { return PastDates(context).run(); }

}  // namespace plancheck
