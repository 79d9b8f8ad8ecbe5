// What stands directly before or behind the name is looked at: an instrument ("objective 3 of the Convention"), between
// brackets too ("the Convention (objective 9) asks for it"), the plan of another area ("objective 9 of the plan for coal").
// "(objective 9)" that ends a sentence is how items say what they serve: behind an instrument a person decides. A goal and
// its target have one number ("SDG target 12.4 and objective 12").
#include "checks/shared/other_documents.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

bool has_stop(std::string_view text) {
    constexpr std::string_view wide[] = {"，", "。", "；", "：", "（", "）", "،", "؛"};
    return text.find_first_of(",;.:()") != std::string_view::npos || std::any_of(std::begin(wide), std::end(wide), [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool ends_sentence(std::string_view after) {
    constexpr std::string_view closing[] = {")", "）", " "}, ends[] = {".", "。", ";", "؛", "；", "\n"};
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view sign : closing)
            if (after.starts_with(sign)) after.remove_prefix(sign.size()), more = true;
    }
    return after.empty() || std::any_of(std::begin(ends), std::end(ends), [&](std::string_view sign) { return after.starts_with(sign); });
}

}  // namespace

void OtherDocuments::find_measured() {
    for (const Item& item : plan_.items) {
        const ItemSpec* const spec = form_.item(item.kind);
        if (spec != nullptr && !spec->whole_section && std::any_of(spec->fields.begin(), spec->fields.end(), [](const FieldSpec& field) { return field.type == FieldType::quantity; })) measured_.push_back(item.block);
    }
    std::sort(measured_.begin(), measured_.end());
}

bool OtherDocuments::is_aim(std::uint32_t block, const FoldedBlock& map, std::size_t begin) const {
    if (!std::binary_search(measured_.begin(), measured_.end(), block)) return false;
    const std::string_view text = map.text, before = trimmed(text.substr(0, begin));
    if (before.size() < 2 || before.ends_with('(')) return before.size() > 1;
    // "(now 2; objective: 14)": behind another number, of which the name says nothing.
    const std::size_t open = before.rfind('('), stem = std::min(text.find_first_of(" :0123456789", begin), begin + 6);
    const std::string_view between = open == std::string_view::npos ? std::string_view() : before.substr(open);
    return (before.ends_with(';') || before.ends_with(',')) && between.find(')') == std::string_view::npos && between.find_first_of("0123456789") != std::string_view::npos &&
           between.find(text.substr(begin, stem - begin)) == std::string_view::npos;
}

Whose OtherDocuments::whose(std::uint32_t block, const FoldedBlock& map, std::size_t begin, std::size_t end) const {
    const Document& document = plan_.document();
    const Span text = document.blocks[block].text;
    Surroundings at{block, text.begin + map.source_begin(begin), text.begin + map.source_end(end), 0, 0, {}};
    at.before = at.from - std::min<std::uint32_t>(at.from - text.begin, 96);
    at.after = std::min(text.end, at.to + 96);
    const std::string_view name = map.text.substr(begin, end - begin);
    at.number = name.substr(std::min(name.size(), name.find_last_not_of("0123456789.") + 1));
    const auto values = plan_.block_text->values(block, language_, want_references);
    if (std::any_of(values.begin(), values.end(), [&](const Value& value) {
            return value.type == ValueType::reference && value.begin + text.begin < at.to && value.end + text.begin > at.from;
        }))
        return Whose::other;  // within the number of a decision
    return of_other_area(at) ? Whose::other : beside_instrument(at);
}

Whose OtherDocuments::beside_instrument(const Surroundings& at) const {
    const Document& document = plan_.document();
    Whose found = Whose::own;
    for (const TermPlace* place : terms_in(plan_, at.block, {at.before, at.after}, instruments_)) {
        if (repeats_number(at, *place)) return Whose::other;
        if (place->span.begin > at.to + 12) continue;
        const bool behind = place->span.begin >= at.to, ahead = place->span.end <= at.from;
        const std::string_view between = behind  ? document.view({at.to, place->span.begin})
                                         : ahead ? document.view({place->span.end, at.from})
                                                 : std::string_view();
        const bool bracket = between == " (" || between == "（" || between == "(";
        if (ahead && bracket && ends_sentence(document.view({at.to, std::min(at.to + 12, document.blocks[at.block].text.end)}))) {
            found = Whose::doubtful;
            continue;
        }
        const bool beside = behind || at.from - std::min(at.from, place->span.end) <= 6;
        // "Objective 9 (Stockholm Convention)", "SDG 12, objective 12.4".
        const bool apposed = bracket || (ahead && between.find_first_not_of(" 0123456789,(") == std::string_view::npos);
        if (beside && (apposed || !has_stop(between))) return Whose::other;
    }
    return found;
}

// "SDG target 12.4 and objective 12", "goal 12, objective 12.4, of the Agenda 2030": the number stands there once more, with
// or without the part behind the point.
bool OtherDocuments::repeats_number(const Surroundings& at, const TermPlace& place) const {
    const Document& document = plan_.document();
    constexpr std::uint32_t near = 40;  // bytes
    if (at.number.empty() || place.span.end + near < at.from || place.span.begin > at.to + near) return false;
    const auto whole = [](std::string_view number) { return number.substr(0, number.find_first_of(".-")); };
    const std::uint32_t first = std::min(place.span.begin, at.from), last = std::max(place.span.end, at.to);
    const Span stretch{first - std::min(first - std::min(first, at.before), near / 2), std::max(last, std::min(at.after, last + near / 2))};
    const std::string_view text = document.view(stretch);
    for (std::size_t i = ascii_digits.find(text); i < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789.-", i), text.size());
        std::string_view other = text.substr(i, end - i);
        while (!other.empty() && !is_digit(other.back())) other.remove_suffix(1);
        const bool itself = stretch.begin + i >= at.from && stretch.begin + i < at.to;
        if (!itself && whole(other) == whole(at.number) && other.size() != at.number.size()) return true;
        i = ascii_digits.find(text, end);
    }
    return false;
}

bool OtherDocuments::is_other_area(const TermPlace& place) const {
    return !plan_.area.empty() && form_.vocabularies[place.vocabulary].terms[place.term].key != plan_.area;
}

// "Objective 9 of the business plan for products"; where the area comes first, 产品领域业务计划的目标9.
bool OtherDocuments::of_other_area(const Surroundings& at) const {
    const Document& document = plan_.document();
    if (plans_.empty() || areas_.empty()) return false;
    const std::vector<const TermPlace*> plans = terms_in(plan_, at.block, {at.before, at.after}, plans_);
    if (plans.empty()) return false;
    const std::vector<const TermPlace*> areas = terms_in(plan_, at.block, {at.before, at.after}, areas_);
    // No stop between the two, and no more than a few words.
    const auto near = [&](std::uint32_t from, std::uint32_t to, std::size_t most) {
        if (to < from) return false;
        return fits_in(document.view({from, to}), most) && !has_stop(document.view({from, to}));
    };
    constexpr std::size_t to_plan = 16, to_area = 14, to_name = 2;  // columns
    const auto follows = [&](const TermPlace* plan) {
        return near(at.to, plan->span.begin, to_plan) && std::any_of(areas.begin(), areas.end(), [&](const TermPlace* area) {
                   return is_other_area(*area) && near(plan->span.end, area->span.begin, to_area);
               });
    };
    const auto leads = [&](const TermPlace* plan) {
        return near(plan->span.end, at.from, to_name) && std::any_of(areas.begin(), areas.end(), [&](const TermPlace* area) {
                   return is_other_area(*area) && near(area->span.end, plan->span.begin, to_area);
               });
    };
    const bool ideographs = is_ideograph(decode(document.view({at.from, at.to}), 0).code);
    return std::any_of(plans.begin(), plans.end(), follows) || (ideographs && std::any_of(plans.begin(), plans.end(), leads));
}

}  // namespace plancheck
