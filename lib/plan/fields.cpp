// Three sources, in this order: cells under recognised heads, labelled stretches of the words ("Contact: …"), and values
// that show their type by themselves (an address, a date, an amount). A place meant for a field makes it `stated` even
// where it is empty. What a group row, a title above or a statement for all says holds for every item below it.
#include "plan/fields.hpp"

#include <algorithm>
#include <optional>

#include "plan/tables.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::uint32_t none = Lexicon::none;
constexpr std::size_t most_of_merged = 16;  // values that a merged cell gives to each of its rows

std::uint32_t wanted_for(FieldType type) noexcept {
    switch (type) {
        case FieldType::contact: return want_contacts | want_names | want_unset;
        case FieldType::timeline: return want_times | want_recurrence | want_unset | in_time_field;
        case FieldType::money: return want_money | want_unset | in_money_field;
        case FieldType::quantity: return want_numbers | want_unset;
        case FieldType::party:
        case FieldType::person:
        case FieldType::organisation: return want_names | want_unset;
        case FieldType::email:
        case FieldType::web: return want_contacts | want_unset;
        case FieldType::telephone: return want_contacts | want_unset | in_telephone_field;
        case FieldType::date:
        case FieldType::period: return want_times | want_unset | in_time_field;
        case FieldType::percentage: return want_numbers | want_unset;
        default: return want_unset;
    }
}

// A field of one type takes values of that type alone; what else stands in it is text.
bool takes(FieldType type, ValueType value) noexcept {
    switch (type) {
        case FieldType::email: return value == ValueType::email || value == ValueType::masked;
        case FieldType::telephone: return value == ValueType::telephone;
        case FieldType::web: return value == ValueType::web;
        case FieldType::date: return value == ValueType::date;
        case FieldType::period: return value == ValueType::period || value == ValueType::quarter;
        case FieldType::percentage: return value == ValueType::percentage;
        case FieldType::person: return value == ValueType::person;
        case FieldType::organisation: return value == ValueType::organisation;
        default: return true;
    }
}

// "3", "12 meetings", "three meetings": the number that a text begins with.
std::optional<Value> leading_number(std::string_view text, const Language& language) {
    const Folded folded = fold_mapped(text);
    const std::string_view line = folded.text;
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos) return std::nullopt;
    Value value;
    value.type = ValueType::quantity;
    std::size_t end = begin;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9') value.value.push_back(line[end++]);
    if (end == begin) {
        const TermHit hit = language.connectors.match_at(line, static_cast<std::uint32_t>(begin), word_id(WordKind::number_word), word_id(WordKind::number_word, 0xFFFF));
        if (hit.end != 0) {
            end = hit.end;
            value.value = detail_of_word(language, hit.id);
        }
    } else if (end < line.size() && (line[end] == '.' || line[end] == ',') && end + 1 < line.size() && line[end + 1] >= '0' && line[end + 1] <= '9') {
        return std::nullopt;  // a decimal, or thousands: not for us to say
    }
    if (end == begin || value.value.size() > 9) return std::nullopt;
    value.begin = folded.source_begin(static_cast<std::uint32_t>(begin));
    value.end = folded.source_end(static_cast<std::uint32_t>(end));
    return value;
}

const ItemSpec no_item{};

std::string single_spaced(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (is_white_space(d.code)) {
            if (!made.empty() && made.back() != ' ') made.push_back(' ');
        } else {
            made.append(text.substr(at, d.size));
        }
        at += d.size;
    }
    while (!made.empty() && made.back() == ' ') made.pop_back();
    return made;
}

// "1.5" with three places more: "1500".
std::string shifted(std::string value, std::uint32_t power) {
    const std::size_t space = value.find(' ');
    std::string number = value.substr(0, space), rest = space == std::string::npos ? std::string() : value.substr(space);
    std::size_t dot = number.find('.');
    if (dot == std::string::npos) return number + std::string(power, '0') + rest;
    std::string digits = number.substr(dot + 1);
    number.resize(dot);
    while (power > 0) {
        number.push_back(digits.empty() ? '0' : digits.front());
        if (!digits.empty()) digits.erase(0, 1);
        --power;
    }
    number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
    return number + (digits.empty() ? "" : "." + digits) + rest;
}

bool is_contact(const FieldValue& value) noexcept {
    return value.type == "email" || value.type == "telephone" || value.type == "web" || value.type == "masked" || value.type == "address";
}

// "12 rue du Port, 1201 Genève": where a contact is asked for, a comma and a postal code (four to six digits that are no
// year) make an address of several words.
bool is_postal_address(std::string_view text) noexcept {
    if (text.find(',') == std::string_view::npos || std::count(text.begin(), text.end(), ' ') < 3) return false;
    std::size_t digits = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            ++digits;
            continue;
        }
        const std::string_view group = text.substr(i - digits, digits);
        const bool year = digits == 4 && (group.starts_with("19") || group.starts_with("20"));
        if (digits >= 4 && digits <= 6 && !year) return true;
        digits = 0;
    }
    return false;
}

// What is asked of a whole block is known already, unless its field says what the text means.
std::vector<Value> values_of(const Reading& reading, Stretch stretch, std::uint32_t wanted) {
    constexpr std::uint32_t by_context = want_names | in_telephone_field | in_time_field | in_money_field;
    const Span block = reading.document.blocks[stretch.block].text;
    if ((wanted & by_context) == 0 && stretch.span.begin == block.begin && stretch.span.end == block.end)
        return reading.block_text->values(stretch.block, wanted);
    return find_values(reading.view(stretch.span), reading.language, wanted);
}

FieldValue text_value(const Reading& reading, Stretch stretch, std::string type) {
    FieldValue value;
    value.type = std::move(type);
    value.block = stretch.block;
    value.span = reading.trimmed(stretch.span);
    value.text = std::string(reading.view(value.span));
    value.value = single_spaced(value.text);
    return value;
}

// "40,000 USD; Beneficiaries: 12 towns": what stands behind a label that no field has is no part of an amount.
std::uint32_t before_other_label(std::string_view words) {
    for (std::size_t stop = words.find(';'); stop != std::string_view::npos; stop = words.find(';', stop + 1)) {
        const std::string_view label = words.substr(stop + 1, 40);
        const std::size_t end = label.find_first_of(":.;,@0123456789");
        if (end != std::string_view::npos && end > 1 && label[end] == ':') return static_cast<std::uint32_t>(stop);
    }
    return static_cast<std::uint32_t>(words.size());
}

}  // namespace

FieldReader::FieldReader(const Reading& reading, const References& references, std::uint32_t kind, const std::vector<ColumnHead>& heads)
    : reading_(reading), references_(references), kind_(kind), spec_(kind < reading.form.items.size() ? reading.form.items[kind] : no_item), heads_(heads) {}

std::uint32_t FieldReader::first_of(FieldType type) const {
    for (std::uint32_t f = 0; f < spec_.fields.size(); ++f)
        if (spec_.fields[f].type == type && !spec_.fields[f].own) return f;
    return none;
}

std::vector<FieldValue> FieldReader::values_in(const FieldSpec& spec, Stretch stretch, const ColumnHead* head) const {
    std::vector<FieldValue> values;
    const std::string_view text = reading_.view(stretch.span);
    if (trimmed(text).empty()) return values;
    if (spec.type == FieldType::number || spec.type == FieldType::reference) {
        values.push_back(text_value(reading_, stretch, spec.type == FieldType::number ? "text" : "reference"));
        return values;
    }
    if (spec.type == FieldType::term) {
        const std::uint32_t vocabulary = reading_.lexicon.vocabulary(spec.vocabulary);
        const Folded folded = fold_mapped(text);
        std::uint32_t reached = 0;
        for (const TermHit& hit : reading_.find(folded.text, vocabulary)) {
            if (hit.begin < reached) continue;
            reached = hit.end;
            Stretch at{stretch.block, {stretch.span.begin + folded.source_begin(hit.begin), stretch.span.begin + folded.source_end(hit.end)}};
            FieldValue value = text_value(reading_, at, "term");
            const auto& of = reading_.lexicon.term(hit.id);
            value.value = reading_.form.vocabularies[of.vocabulary].terms[of.term].key;
            values.push_back(std::move(value));
        }
        if (!values.empty()) return values;
    }
    std::uint32_t wanted = wanted_for(spec.type);
    if (head != nullptr && head->telephone) wanted |= in_telephone_field;
    if (spec.type == FieldType::text || spec.type == FieldType::term) {
        if (text.size() > 80) wanted = 0;
    }
    if (wanted != 0) {
        for (const Value& found : values_of(reading_, stretch, wanted)) {
            if (!takes(spec.type, found.type) && found.type != ValueType::unset) continue;
            FieldValue value;
            value.type = name(found.type);
            value.value = found.value;
            value.block = stretch.block;
            value.span = {stretch.span.begin + found.begin, stretch.span.begin + found.end};
            value.text = std::string(reading_.view(value.span));
            value.ambiguous = found.ambiguous;
            if (found.type == ValueType::money && head != nullptr) {
                if (head->power != 0 && head->power <= 9) value.value = shifted(value.value, head->power);
                if (!head->currency.empty() && value.value.find(' ') == std::string::npos) {
                    value.value += " " + head->currency;
                    value.ambiguous = false;
                }
            }
            values.push_back(std::move(value));
        }
    }
    if (spec.type == FieldType::text || spec.type == FieldType::term) {
        const bool unset = values.size() == 1 && values[0].type == "unset" && values[0].span.size() + 3 >= trimmed(text).size();
        if (!unset) values = {text_value(reading_, stretch, "text")};
        return values;
    }
    if (spec.type == FieldType::contact) {
        links(values, stretch, true);
        const std::string folded = fold(text);
        const auto hits = reading_.language.words.find(folded);
        const bool labelled = std::any_of(hits.begin(), hits.end(), [](const TermHit& hit) { return kind_of_word(hit.id) == WordKind::address_label; });
        const bool reached = std::any_of(values.begin(), values.end(), is_contact);
        if (labelled || (!reached && is_postal_address(text))) values.push_back(text_value(reading_, stretch, "address"));
    }
    if (values.empty()) values.push_back(text_value(reading_, stretch, "text"));
    return values;
}

Field FieldReader::section_value(const SectionSpec& spec, const std::vector<Stretch>& stretches) const {
    Field field;
    field.name = spec.key;
    field.stated = true;
    const FieldSpec as{spec.key, spec.value.value_or(FieldType::text), {}, spec.vocabulary, {}, false};
    std::vector<FieldValue> text;
    for (const Stretch& stretch : stretches) {
        std::vector<FieldValue> values = values_in(as, stretch);
        const bool typed = std::any_of(values.begin(), values.end(), [](const FieldValue& value) { return value.type != "text"; });
        if (!typed && as.type == FieldType::quantity)
            if (const auto number = leading_number(reading_.view(stretch.span), reading_.language)) {
                FieldValue value;
                value.type = "quantity";
                value.value = number->value;
                value.block = stretch.block;
                value.span = {stretch.span.begin + number->begin, stretch.span.begin + number->end};
                value.text = std::string(reading_.view(value.span));
                values = {std::move(value)};
            }
        const bool found = as.type == FieldType::text || std::any_of(values.begin(), values.end(), [](const FieldValue& value) { return value.type != "text"; });
        if (text.empty()) text = values;
        if (!found) continue;
        if (as.type != FieldType::text) std::erase_if(values, [](const FieldValue& value) { return value.type == "text"; });
        field.block = stretch.block;
        add(field, values);
        return field;
    }
    if (!text.empty()) field.block = text.front().block;
    add(field, text);
    return field;
}

// Addresses behind the words of a link.
void FieldReader::links(std::vector<FieldValue>& to, Stretch stretch, bool web) const {
    const auto& all = reading_.document.links;
    auto link = std::lower_bound(all.begin(), all.end(), stretch.span.begin, [](const Link& one, std::uint32_t at) { return one.text.begin < at; });
    for (; link != all.end() && link->text.begin < stretch.span.end; ++link) {
        FieldValue value;
        const std::string_view target = link->target;
        if (target.starts_with("mailto:") && target.find('@') != std::string_view::npos) {
            value.type = "email";
            value.value = fold(target.substr(7, target.substr(7).find('?')));
        } else if (target.starts_with("tel:")) {
            value.type = "telephone";
            for (const char c : target.substr(4))
                if ((c >= '0' && c <= '9') || c == '+') value.value.push_back(c);
        } else if (web && (target.starts_with("http://") || target.starts_with("https://"))) {
            value.type = "web";
            value.value = std::string(target.substr(target.find("//") + 2));
        } else {
            continue;
        }
        if (std::any_of(to.begin(), to.end(), [&](const FieldValue& one) { return one.value == value.value; })) continue;
        value.block = stretch.block;
        value.span = link->text;
        value.text = std::string(reading_.view(link->text));
        to.push_back(std::move(value));
    }
}

Field& FieldReader::field(Item& item, std::uint32_t index) const {
    const std::string& wanted = spec_.fields[index].name;
    for (Field& one : item.fields)
        if (one.name == wanted) return one;
    Field made;
    made.name = wanted;
    item.fields.push_back(std::move(made));
    return item.fields.back();
}

void FieldReader::add(Field& to, const std::vector<FieldValue>& values, std::size_t most) const {
    for (std::size_t i = 0; i < values.size() && i < most; ++i) {
        const FieldValue& value = values[i];
        const bool known = std::any_of(to.values.begin(), to.values.end(), [&](const FieldValue& one) {
            return one.type == value.type && (one.value == value.value || one.span == value.span);
        });
        if (!known && to.values.size() < 64) to.values.push_back(value);
    }
}

const FieldReader::CellRead& FieldReader::cell(const CellUse& use) {
    const std::uint64_t key = std::uint64_t{use.cell} << 32 | use.head;
    const auto known = cells_.find(key);
    if (known != cells_.end()) return known->second;
    CellRead read;
    const ColumnHead& head = heads_[use.head];
    const FieldSpec& spec = spec_.fields[head.field];
    const std::uint32_t target = spec.type == FieldType::reference ? reading_.lexicon.kind(spec.refers_to) : none;
    for (const std::uint32_t block : texts_in(reading_, use.cell)) {
        const Block& leaf = reading_.document.blocks[block];
        const Stretch stretch{block, leaf.text};
        for (FieldValue& value : values_in(spec, stretch, &head)) read.values.push_back(std::move(value));
        if (target != none) {
            std::string words(trimmed(reading_.document.label(leaf)));
            if (leaf.has(mark::ordered) || !words.empty()) words += " ";
            words += reading_.view(leaf.text);
            read.referred.merge(references_.in_field(words, target));
        }
        if (spec.type != FieldType::contact) {
            for (FieldValue& value : values_in(FieldSpec{{}, FieldType::contact, {}, {}, {}, false}, stretch, nullptr))
                if (is_contact(value) && value.type != "address" && (value.type != "web" || value.value.find('/') == std::string::npos)) read.contacts.push_back(std::move(value));
        }
        if (read.values.size() > 64) break;
    }
    // A text beside values that were recognised adds nothing.
    const bool typed = std::any_of(read.values.begin(), read.values.end(), [](const FieldValue& value) { return value.type != "text"; });
    if (typed && spec.type != FieldType::text && spec.type != FieldType::contact && spec.type != FieldType::timeline)
        std::erase_if(read.values, [](const FieldValue& value) { return value.type == "text"; });
    return cells_.emplace(key, std::move(read)).first->second;
}

std::vector<FieldReader::Segment> FieldReader::segments(Stretch stretch) const {
    std::vector<Segment> made;
    const std::uint32_t first = kind_ * 64;
    std::uint32_t from = stretch.span.begin;
    const std::string_view whole = reading_.view(stretch.span);
    if (whole.find(':') == std::string_view::npos && whole.find("：") == std::string_view::npos && whole.find("\xE2\x80\x93") == std::string_view::npos && whole.find(" - ") == std::string_view::npos) return made;
    while (from < stretch.span.end) {
        const std::string_view rest = reading_.view({from, stretch.span.end});
        const std::size_t line_size = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, line_size);
        const Folded folded = fold_mapped(line);
        const std::string_view text = folded.text;
        std::uint32_t reached = 0;
        const std::size_t before = made.size();
        for (const TermHit& hit : reading_.words.heads.find(text)) {
            if (hit.id < first || hit.id >= first + 64 || hit.begin < reached) continue;
            std::size_t p = hit.begin;
            // An article written together with the head belongs to it.
            p -= attached_before(reading_.language, text, p);
            const auto label_begin = static_cast<std::uint32_t>(p);
            while (p > 0 && text[p - 1] == ' ') --p;
            const bool at_start = p == 0;
            const bool after_stop = !at_start && (std::string_view(".;(|,)-/").find(text[p - 1]) != std::string_view::npos || text.substr(0, p).ends_with("。") || text.substr(0, p).ends_with("、"));
            if (!at_start && !after_stop) continue;
            std::size_t q = hit.end;
            if (q < text.size() && text[q] == '(' && text.find(')', q) != std::string_view::npos && text.find(')', q) - q <= 4) q = text.find(')', q) + 1;
            while (q < text.size() && text[q] == ' ') ++q;
            if (q < text.size() && text[q] == '(' && text.find(')', q) != std::string_view::npos && text.find(')', q) - q <= 24) q = text.find(')', q) + 1;
            while (q < text.size() && text[q] == ' ') ++q;
            bool labels = q < text.size() && text[q] == ':';
            if (!labels && at_start) {
                const std::size_t colon = text.find(':', q);
                labels = colon != std::string_view::npos && colon - q <= 40 && std::count(text.begin() + static_cast<std::ptrdiff_t>(q), text.begin() + static_cast<std::ptrdiff_t>(colon), ' ') <= 4 &&
                         text.substr(q, colon - q).find_first_of(".;,@0123456789") == std::string_view::npos;
                if (labels) q = colon;
                else if (text.substr(q).starts_with("- ") && q > hit.end) labels = true;
            }
            if (!labels) continue;
            ++q;
            reached = static_cast<std::uint32_t>(q);
            Segment segment;
            segment.field = hit.id - first;
            segment.label = {from + folded.source_begin(label_begin), from + folded.source_end(static_cast<std::uint32_t>(q))};
            std::uint32_t end = from + static_cast<std::uint32_t>(line_size);
            if (p > 0 && text[p - 1] == '(') {
                const std::size_t close = line.find(')', segment.label.end - from);
                if (close != std::string_view::npos) end = from + static_cast<std::uint32_t>(close);
            }
            segment.value = {stretch.block, {segment.label.end, end}};
            if (made.size() > before && made.back().value.span.end > segment.label.begin) made.back().value.span.end = segment.label.begin;
            made.push_back(segment);
        }
        from += static_cast<std::uint32_t>(line_size) + 1;
    }
    for (Segment& segment : made) {
        Span span = reading_.trimmed(segment.value.span);
        if (spec_.fields[segment.field].type == FieldType::money) span.end = span.begin + before_other_label(reading_.view(span));
        while (!span.empty()) {
            const std::string_view words = reading_.view(span);
            if (words.ends_with("；") || words.ends_with("，") || words.ends_with("。")) {
                span.end -= 3;
                span = reading_.trimmed(span);
                continue;
            }
            const char last = words.back();
            if (last != ';' && last != ',' && last != '(' && last != '|') break;
            --span.end;
            span = reading_.trimmed(span);
        }
        segment.value.span = span;
    }
    return made;
}

// Values that show their type by themselves, outside of what a label has claimed.
void FieldReader::typed(Item& item, Stretch stretch, const std::vector<Segment>& taken, bool contacts_only) const {
    const std::uint32_t contact = first_of(FieldType::contact), timeline = first_of(FieldType::timeline), money = first_of(FieldType::money),
                        quantity = first_of(FieldType::quantity);
    std::uint32_t wanted = contact != none ? want_contacts : 0U;
    if (!contacts_only) {
        if (timeline != none) wanted |= want_times;
        if (money != none) wanted |= want_money;
        if (quantity != none) wanted |= want_numbers;
    }
    if (wanted == 0) return;
    std::vector<FieldValue> contacts;
    const auto stated = [&](std::uint32_t index) {
        const Field* known = item.field(spec_.fields[index].name);
        return known != nullptr && known->stated;
    };
    for (const Value& found : values_of(reading_, stretch, wanted)) {
        FieldValue value;
        value.type = name(found.type);
        value.value = found.value;
        value.block = stretch.block;
        value.span = {stretch.span.begin + found.begin, stretch.span.begin + found.end};
        value.text = std::string(reading_.view(value.span));
        value.ambiguous = found.ambiguous;
        const bool labelled = std::any_of(taken.begin(), taken.end(), [&](const Segment& segment) {
            return value.span.begin >= segment.value.span.begin && value.span.begin < segment.value.span.end && segment.value.block == stretch.block;
        });
        if (is_contact(value)) {
            // A page that is cited is no contact; a home page is.
            if (value.type != "web" || value.value.find('/') == std::string::npos) contacts.push_back(std::move(value));
            continue;
        }
        if (labelled || contacts_only) continue;
        std::uint32_t to = none;
        if (found.type == ValueType::money) to = money;
        else if (found.type == ValueType::percentage || found.type == ValueType::quantity) to = quantity;
        else to = timeline;
        if (to == none || stated(to)) continue;
        add(field(item, to), {value});
    }
    if (contact == none) return;
    links(contacts, stretch, false);
    if (!contacts.empty()) add(field(item, contact), contacts);
}

void FieldReader::group(Draft& draft, Stretch stretch, std::vector<Referred>& referred) {
    const std::vector<Segment> made = segments(stretch);
    for (const Segment& segment : made) {
        if (spec_.fields[segment.field].own || spec_.fields[segment.field].type == FieldType::reference) continue;
        Field& to = field(draft.item, segment.field);
        to.stated = true;
        to.block = segment.value.block;
        add(to, values_in(spec_.fields[segment.field], segment.value));
    }
    bool first = true;
    for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
        const FieldSpec& spec = spec_.fields[f];
        if (spec.type == FieldType::reference) {
            const std::uint32_t target = reading_.lexicon.kind(spec.refers_to);
            const std::string_view text = reading_.view(stretch.span);
            const bool only = !first;
            first = false;
            if (target == none || !references_.has(target) || !references_.is_title(text, target)) continue;
            const Referred found = references_.in_field(text, target);
            // "All" is said of what the items refer to first.
            if (!found.any() || (found.items.empty() && only)) continue;
            referred[f].merge(found);
            Field& to = field(draft.item, f);
            to.stated = true;
            if (to.block == 0) to.block = stretch.block;
            add(to, {text_value(reading_, stretch, "reference")});
        } else if (spec.type == FieldType::term && draft.item.field(spec.name) == nullptr) {
            const std::vector<FieldValue> values = values_in(spec, stretch);
            if (!values.empty() && values.front().type == "term") add(field(draft.item, f), values);
        }
    }
    typed(draft.item, stretch, made, true);
}

void FieldReader::read(Draft& draft) {
    Item& item = draft.item;
    std::vector<Referred> referred(spec_.fields.size());
    const std::uint32_t contact = first_of(FieldType::contact);
    for (const CellUse& use : draft.cells) {
        const CellRead& read = cell(use);
        const std::uint32_t index = heads_[use.head].field;
        const FieldSpec& spec = spec_.fields[index];
        if (spec.type == FieldType::number && item.label.empty() && !read.values.empty() && read.values.front().text.size() <= 16) {
            const auto ordinal = ordinal_at(read.values.front().text, LabelContext::worded);
            item.label = ordinal ? ordinal->text : read.values.front().value;
        }
        Field& to = field(item, index);
        to.stated = true;
        if (to.block == 0 || to.values.empty()) to.block = use.cell;
        add(to, read.values, use.merged ? most_of_merged : 64);
        referred[index].merge(read.referred);
        if (contact != none && !read.contacts.empty()) add(field(item, contact), read.contacts, most_of_merged);
    }
    std::vector<std::vector<Segment>> of_part;
    for (const Stretch& part : draft.parts) {
        of_part.push_back(segments(part));
        for (const Segment& segment : of_part.back()) {
            const FieldSpec& spec = spec_.fields[segment.field];
            if (spec.own) continue;
            Field& to = field(item, segment.field);
            to.stated = true;
            if (to.block == 0) to.block = segment.value.block;
            add(to, values_in(spec, segment.value));
            if (spec.type == FieldType::reference)
                if (const std::uint32_t target = reading_.lexicon.kind(spec.refers_to); target != none)
                    referred[segment.field].merge(references_.in_field(reading_.view(segment.value.span), target));
        }
    }
    for (std::size_t p = 0; p < draft.parts.size(); ++p) typed(item, draft.parts[p], of_part[p], false);
    for (const Stretch& above : draft.groups) group(draft, above, referred);
    for (const Stretch& all : draft.common) {
        const std::vector<Segment> made = segments(all);
        for (const Segment& segment : made) {
            const FieldSpec& spec = spec_.fields[segment.field];
            if (spec.type != FieldType::contact) continue;
            add(field(item, segment.field), values_in(spec, segment.value));
        }
        typed(item, all, made, true);
    }
    refer(draft, referred);
    // In the order of the template, whatever the order of the columns.
    std::stable_sort(item.fields.begin(), item.fields.end(), [&](const Field& a, const Field& b) {
        const auto place = [&](const Field& one) {
            return std::find_if(spec_.fields.begin(), spec_.fields.end(), [&](const FieldSpec& spec) { return spec.name == one.name; }) - spec_.fields.begin();
        };
        return place(a) < place(b);
    });
}

void FieldReader::refer(Draft& draft, std::vector<Referred>& referred) {
    Item& item = draft.item;
    bool first = true;
    for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
        const FieldSpec& spec = spec_.fields[f];
        if (spec.type != FieldType::reference) continue;
        const std::uint32_t target = reading_.lexicon.kind(spec.refers_to);
        if (target == none || !references_.has(target)) {
            first = false;
            continue;
        }
        Referred& found = referred[f];
        if (!found.any()) {
            for (const Stretch& part : draft.parts) found.merge(references_.in_text(part, target));
        }
        // "2.1" is the first effort of action 2.
        if (!found.any() && first && numbered_by_target && !item.label.empty())
            if (const std::string parent = parent_of(item.label); !parent.empty()) found.merge(references_.in_field(parent, target));
        if (!found.any()) {
            std::string words = item.title;
            if (!draft.parts.empty()) words = std::string(reading_.view(draft.parts.front().span).substr(0, 600)) + " ";
            if (const Field* stated = item.field(spec.name))
                for (const FieldValue& value : stated->values) words += " " + value.text;
            found = references_.by_words(words, target);
        }
        for (const std::uint32_t one : found.items) item.refers_to.push_back(references_.id(target, one));
        if (first && found.all) item.covers_all = true;
        first = false;
    }
}

void FieldReader::read_names(Draft& draft, const References& references) const {
    Item& item = draft.item;
    std::vector<std::uint32_t> kinds;
    for (const FieldSpec& spec : spec_.fields)
        if (spec.type == FieldType::party && !spec.refers_to.empty())
            if (const std::uint32_t target = reading_.lexicon.kind(spec.refers_to);
                target != none && target != kind_ && references.has(target) && std::find(kinds.begin(), kinds.end(), target) == kinds.end())
                kinds.push_back(target);
    for (const std::uint32_t target : kinds) {
        Referred found;
        for (const Stretch& part : draft.parts) found.merge(references.by_name(reading_.view(part.span), target));
        for (const Field& field : item.fields)
            for (const FieldValue& value : field.values)
                if (value.type == "organisation" || value.type == "person" || value.type == "text") found.merge(references.by_name(value.text, target));
        for (const std::uint32_t one : found.items) item.refers_to.push_back(references.id(target, one));
    }
}

}  // namespace plancheck
