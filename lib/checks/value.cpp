// What a field says: a value of the right type, between two bounds, written as asked. The field is one of each item of a
// kind, or the sections that are fields themselves ("2.1 Pages read: 3"). One finding for each place.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/decimal.hpp"
#include "template/names.hpp"

namespace plancheck {

namespace {

// "YYYY-MM-DD" against a text: Y, M, D and 9 stand for a digit, everything else for itself.
bool is_written(std::string_view text, std::string_view form) {
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = form[i] == 'Y' || form[i] == 'M' || form[i] == 'D' || form[i] == '9';
        if (digit ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return false;
    }
    return true;
}

struct Place {
    const Field* field = nullptr;
    Subject subject;
    Where where;
    Confidence confidence = Confidence::certain;
    std::string_view type;  // of a section that is a field
};

class Values {
public:
    explicit Values(const Context& context)
        : context_(context), plan_(context.plan), types_(context.list("types")), least_(amount_of(context.parameter("min"))),
          most_(amount_of(context.parameter("max"))), band_(amount_of(context.parameter("review-above"))), written_(context.parameter("written")) {}

    Result run() {
        std::vector<Place> places = context_.parameter("kind").empty() ? of_sections() : of_items();
        if (places.empty()) return std::move(result_);
        result_.outcome = Outcome::pass;
        for (const Place& place : places) look_at(place);
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    std::vector<std::string_view> types_;
    std::optional<Amount> least_, most_, band_;
    std::string_view written_;
    Result result_;

    std::vector<Place> of_sections() const {
        std::vector<Place> places;
        for (const std::string& key : context_.requirement.sections) {
            const Section* section = context_.outline().find(key);
            const SectionSpec* spec = context_.form().section(key);
            if (section == nullptr || spec == nullptr || !spec->value) continue;
            places.push_back({plan_.value(key), section_subject(plan_, *section), heading_of(plan_, *section), section->confidence, name(*spec->value)});
        }
        return places;
    }

    std::vector<Place> of_items() const {
        std::vector<Place> places;
        const std::string_view kind = context_.parameter("kind"), field = context_.parameter("field");
        for (const Item& item : plan_.items)
            if (item.kind == kind) places.push_back({item.field(field), item_subject(plan_, item), where_of(item), item.confidence, {}});
        return places;
    }

    bool wanted(const Place& place, const FieldValue& value) const {
        if (!types_.empty()) return std::find(types_.begin(), types_.end(), value.type) != types_.end();
        if (place.type == "contact") return value.type != "text" && value.type != "unset";
        if (place.type == "timeline" || place.type == "period")
            return value.type == "period" || value.type == "quarter" || (place.type == "timeline" && (value.type == "date" || value.type == "ongoing"));
        if (place.type.empty()) return value.type != "unset";
        return value.type == place.type;
    }

    void look_at(const Place& place) {
        const FieldValue* value = nullptr;
        if (place.field != nullptr)
            for (const FieldValue& one : place.field->values)
                if (value == nullptr && wanted(place, one)) value = &one;
        if (value == nullptr) {
            // A place that is meant for it and says something else, or nothing, contradicts.
            const bool stated = place.field != nullptr && place.field->stated;
            const bool person = context_.requirement.decided_by == DecidedBy::evidence && !stated;
            Place at = place;
            std::string text;
            if (stated && !place.field->values.empty()) {
                const FieldValue& other = place.field->values.front();
                at.where = {other.block, other.span, false};
                text = other.text;
            }
            tell(at, person ? Outcome::review : Outcome::fail, "value.none", text);
            return;
        }
        Place at = place;
        at.where = {value->block, value->span, false};
        const std::optional<Amount> amount = amount_of(value->value);
        if ((least_ || most_) && !amount) tell(at, Outcome::review, "value.none", value->text);
        else if (least_ && amount->value < least_->value) tell(at, Outcome::fail, "value.below", value->text, {{"limit", std::string(context_.parameter("min"))}});
        else if (most_ && amount->value > most_->value) tell(at, Outcome::fail, "value.above", value->text, {{"limit", std::string(context_.parameter("max"))}});
        else if (band_ && amount && amount->value > band_->value)
            tell(at, Outcome::review, "value.above", value->text, {{"limit", std::string(context_.parameter("review-above"))}});
        else if (!written_.empty() && !is_written(value->text, written_))
            tell(at, Outcome::fail, "value.written", value->text, {{"expected", std::string(written_)}});
        else if (value->ambiguous) tell(at, Outcome::review, "value.ambiguous", value->text);
        else result_.show(at.where, Argument{"type", value->type}, Argument{"value", value->value});
    }

    void tell(const Place& place, Outcome outcome, const char* message, const std::string& text, std::vector<Argument> more = {}) {
        Finding finding;
        finding.outcome = outcome;
        finding.severity = severity_from(context_.parameter("severity"));
        finding.confidence = place.confidence;
        finding.message = message;
        finding.subject = place.subject;
        finding.where = place.where;
        finding.arguments = {{"title", place.subject.titles.empty() ? std::string() : place.subject.titles.back()}, {"text", text}};
        finding.arguments.insert(finding.arguments.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_value(const Context& context) { return Values(context).run(); }

}  // namespace plancheck
