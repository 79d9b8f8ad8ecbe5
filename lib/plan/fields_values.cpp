// The values of one field in one place: what its type looks for there, the addresses that links hide, or the text itself.
#include <algorithm>
#include <optional>

#include "plan/field_values.hpp"
#include "plan/fields.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

std::uint32_t wanted_for(FieldType type) noexcept {
    switch (type) {
        case FieldType::contact: return want_contacts | want_names | want_unset | in_contact_field;
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

bool is_post_code(std::string_view digits) noexcept {
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    return digits.size() >= 4 && digits.size() <= 6 && !year;
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
        if (is_post_code(text.substr(i - digits, digits))) return true;
        digits = 0;
    }
    return false;
}

// "WeChat: lake_87", "Skype live:ada.roe", "微信号 lake87": where the account of a messenger ends whose name ends at `at`; 0:
// none stands there. Without a colon, a word is one that holds more than letters.
std::size_t end_of_account(std::string_view folded, std::size_t at) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789", more = "@_", inside = "abcdefghijklmnopqrstuvwxyz0123456789@_.-:+";
    constexpr std::size_t shortest = 3, shortest_number = 5;
    std::size_t begin = std::min(folded.find_first_not_of(' ', at), folded.size());
    const bool colon = begin < folded.size() && folded[begin] == ':';
    if (colon) begin = std::min(folded.find_first_not_of(' ', begin + 1), folded.size());
    const std::size_t end = std::min(folded.find_first_not_of(inside, begin), folded.size());
    const std::string_view account = folded.substr(begin, end - begin);
    if (account.size() < shortest || (account.find_first_of(letters) == account.npos && account.size() < shortest_number)) return 0;
    return colon || account.find_first_of(more) != account.npos || ascii_digits.find(account) < account.size() ? end : 0;
}

// "@ada_roe on Telegram".
bool names_account(std::string_view folded) {
    for (std::size_t at = folded.find('@'); at != folded.npos; at = folded.find('@', at + 1))
        if ((at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '(') && end_of_account(folded, at) > at + 1) return true;
    return false;
}

// Where the number of a house begins that stands before a word for a street at `label` of the folded text, with nothing but a comma or
// the name of the street between: "3 rue", "12, avenue", "4 Harbour Street". npos: there is none.
std::size_t house_before(std::string_view source, const FoldedBlock& folded, std::size_t label) noexcept {
    constexpr std::size_t longest_name = 24;  // bytes
    const std::string_view text = std::string_view(folded.text).substr(0, label);
    const std::size_t number = text.find_last_of("0123456789");
    if (number == std::string_view::npos || label - number > longest_name) return std::string_view::npos;
    bool begins = true;
    for (std::size_t at = number + 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c != ' ' && begins && !is_upper(decode(source, folded.source_begin(static_cast<std::uint32_t>(at))).code) && !(c == ',' && at == number + 1)) return std::string_view::npos;
        begins = c == ' ';
    }
    std::size_t from = number;
    while (from > 0 && text[from - 1] >= '0' && text[from - 1] <= '9') --from;
    return from == 0 || text[from - 1] == ' ' || text[from - 1] == '(' ? from : std::string_view::npos;
}

}  // namespace

bool is_span_of_time(const FieldValue& value) noexcept {
    return value.type == "quantity" && (value.value.ends_with(" months") || value.value.ends_with(" years"));
}

bool begins_somewhere(const Language& language, std::string_view before, std::string_view behind) {
    const Folded next = fold_mapped(trimmed(behind).substr(0, 48));
    if (language.connectors.match_at(next.text, 0, word_id(WordKind::from), word_id(WordKind::from, 0xFFFF)).end != 0) return true;
    if (const TermHit hit = language.connectors.match_at(next.text, 0, word_id(WordKind::within), word_id(WordKind::within, 0xFFFF)); hit.end != 0 && detail_of_word(language, hit.id) == "after") return true;
    // "自批准之日起24个月"
    before = trimmed(before);
    constexpr std::size_t longest_word = 24;
    const std::string last = fold(last_within(before, longest_word));
    const auto hits = language.connectors.find(last);
    return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) {
        const bool after = detail_of_word(language, hit.id) == "after";
        return hit.end == last.size() && ((kind_of_word(hit.id) == WordKind::from && after) || (kind_of_word(hit.id) == WordKind::within && !after));
    });
}

namespace {

// "Every year in October", "annually, in October", "in October of each year": a month before or behind it, with a small word or two
// between them at most, and no number, which would make it a date.
bool stands_beside_month(const Language& language, std::string_view words, const Value& found) {
    constexpr std::size_t longest_gap = 24, longest_name = 32;  // bytes
    constexpr std::string_view breaks = ";.:()0123456789\n";
    const auto is_month = [](const TermHit& hit) { return kind_of_word(hit.id) == WordKind::month; };
    std::string next = fold(words.substr(found.end, longest_gap * 2));
    if (next.starts_with(", ")) next.erase(0, 2);
    const auto behind = language.words.find(next);
    if (const auto month = std::find_if(behind.begin(), behind.end(), is_month); month != behind.end())
        if (month->begin <= longest_gap && next.find_first_of(breaks) >= month->begin && next.find(',') >= month->begin) return true;
    const std::string_view all = words.substr(0, found.begin);
    std::size_t from = all.size() - std::min(all.size(), longest_gap + longest_name);
    while (from < all.size() && (static_cast<unsigned char>(all[from]) & 0xC0U) == 0x80) ++from;
    const std::string before = fold(all.substr(from));
    const auto hits = language.words.find(before);
    const auto month = std::find_if(hits.rbegin(), hits.rend(), is_month);
    if (month == hits.rend()) return false;
    // "They may each year …"
    constexpr std::uint32_t short_word = 3;
    if (month->end - month->begin <= short_word && all.substr(from).find(std::string_view(before).substr(month->begin, month->end - month->begin)) != all.npos) return false;
    const std::string_view gap = std::string_view(before).substr(month->end);
    constexpr int most_spaces = 2;  // "of" stands between two
    return gap.find_first_of(breaks) == gap.npos && std::count(gap.begin(), gap.end(), ' ') <= most_spaces && gap.find(',') == gap.npos;
}

// "Posters, Lake Institute, every month, 1000 dollars": nothing else stands between the commas.
bool fills_part(std::string_view words, const Value& found) {
    const std::string_view before = trimmed(words.substr(0, found.begin)), behind = trimmed(words.substr(found.end));
    constexpr std::string_view commas[] = {",", ";", "\u060C", "\u061B", "\uFF0C", "\uFF1B"};
    return std::any_of(std::begin(commas), std::end(commas), [&](std::string_view sign) { return before.ends_with(sign); }) &&
           (behind.empty() || behind == "." || std::any_of(std::begin(commas), std::end(commas), [&](std::string_view sign) { return behind.starts_with(sign); }));
}

}  // namespace

bool is_time_of_year(const Reading& reading, Stretch stretch, const Value& found) {
    if (found.type != ValueType::recurrence || found.ambiguous || found.value == "P") return false;
    if (fills_part(reading.view(stretch.span), found)) return true;
    if (found.value != "P1Y") return false;
    const Language& language = reading.language;
    const std::string_view words = reading.view(stretch.span);
    const std::string every = fold(words.substr(found.begin, found.end - found.begin));
    const auto stands = [](const TermIndex& index, std::string_view text, std::size_t at, WordKind kind) { return index.match_at(text, static_cast<std::uint32_t>(at), word_id(kind), word_id(kind, 0xFFFF)).end; };
    const std::uint32_t behind = stands(language.words, every, 0, WordKind::every);
    if (behind == 0) return stands_beside_month(language, words, found);
    std::size_t at = std::min(every.find_first_not_of(' ', behind), every.size());
    if (stands(language.connectors, every, at, WordKind::unit_of_time) != every.size()) {
        // "Each spring is sampled": what a season is called may be something else, but not where the clause ends.
        const auto inside = language.words.find(every);
        const bool month = std::any_of(inside.begin(), inside.end(), [](const TermHit& hit) { return kind_of_word(hit.id) == WordKind::month; });
        const std::string_view rest = trimmed(words.substr(found.end));
        return at < every.size() && (month || is_ideograph(decode(every, at).code) || rest.empty() || std::string_view(",.;:()").find(rest.front()) != std::string_view::npos);
    }
    return stands_beside_month(language, words, found);
}

bool is_contact(const FieldValue& value) noexcept {
    return value.type == "email" || value.type == "telephone" || value.type == "web" || value.type == "masked" || value.type == "address";
}

std::vector<Value> values_of(const Reading& reading, Stretch stretch, std::uint32_t wanted) {
    return reading.block_text->values(stretch.block, stretch.span, reading.language, wanted);
}

FieldValue field_value(const Reading& reading, Stretch stretch, const Value& found) {
    FieldValue value;
    value.type = name(found.type);
    value.value = found.value;
    value.block = stretch.block;
    value.span = {stretch.span.begin + found.begin, stretch.span.begin + found.end};
    value.text = std::string(reading.view(value.span));
    value.ambiguous = found.ambiguous;
    return value;
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

std::vector<FieldValue> FieldReader::values_in(const FieldSpec& spec, Stretch stretch, const ColumnHead* head) const {
    std::vector<FieldValue> values;
    const std::string_view text = reading_.view(stretch.span);
    if (trimmed(text).empty()) return values;
    if (spec.type == FieldType::number || spec.type == FieldType::reference) {
        values.push_back(text_value(reading_, stretch, spec.type == FieldType::number ? "text" : "reference"));
        return values;
    }
    if (spec.type == FieldType::term && !(values = terms_in(spec, stretch)).empty()) return values;
    values = typed_in(spec, stretch, head);
    if (spec.type == FieldType::text || spec.type == FieldType::term) {
        const bool unset = values.size() == 1 && values[0].type == "unset" && values[0].span.size() + 3 >= trimmed(text).size();
        if (!unset) values = {text_value(reading_, stretch, "text")};
        return values;
    }
    if (spec.type == FieldType::contact) {
        links(values, stretch, true);
        const bool reached = std::any_of(values.begin(), values.end(), is_contact);
        if (is_labelled_address(stretch, reached) || (!reached && is_postal_address(text))) values.push_back(text_value(reading_, stretch, "address"));
    }
    // "24 months from approval" says how long, where no date can be known.
    if (values.empty() && spec.type == FieldType::timeline)
        for (FieldValue& value : values_in(FieldSpec{{}, FieldType::quantity, {}, {}, {}, false}, stretch))
            if (is_span_of_time(value)) values.push_back(std::move(value));
    if (values.empty()) values.push_back(text_value(reading_, stretch, "text"));
    return values;
}

// Terms of the field's vocabulary; of two that overlap the first.
std::vector<FieldValue> FieldReader::terms_in(const FieldSpec& spec, Stretch stretch) const {
    std::vector<FieldValue> values;
    const std::uint32_t vocabulary = reading_.lexicon.vocabulary(spec.vocabulary);
    if (!reading_.may_find(vocabulary, stretch)) return values;
    const FoldedPart part(reading_, stretch);
    std::uint32_t reached = 0;
    for (const TermHit& hit : reading_.find(part.text(), vocabulary)) {
        if (hit.begin < reached) continue;
        reached = hit.end;
        const Stretch at{stretch.block, {stretch.span.begin + part.folded().source_begin(hit.begin), stretch.span.begin + part.folded().source_end(hit.end)}};
        FieldValue& value = values.emplace_back(text_value(reading_, at, "term"));
        const auto& of = reading_.lexicon.term(hit.id);
        value.value = reading_.form.vocabularies[of.vocabulary].terms[of.term].key;
    }
    return values;
}

// Values of the types that the field takes, and what says that it is not known; amounts in the unit of the column.
std::vector<FieldValue> FieldReader::typed_in(const FieldSpec& spec, Stretch stretch, const ColumnHead* head) const {
    std::vector<FieldValue> values;
    std::uint32_t wanted = wanted_for(spec.type);
    if (head != nullptr && head->telephone) wanted |= in_telephone_field;
    if ((spec.type == FieldType::text || spec.type == FieldType::term) && !fits_in(reading_.view(stretch.span), 80)) wanted = 0;
    if (wanted == 0) return values;
    const std::vector<Value> all = values_of(reading_, stretch, wanted);
    values.reserve(all.size());
    for (const Value& found : all) {
        if (!takes(spec.type, found.type) && found.type != ValueType::unset) continue;
        FieldValue& value = values.emplace_back(field_value(reading_, stretch, found));
        if (found.type != ValueType::money || head == nullptr) continue;
        if (head->power != 0 && head->power <= 9) value.value = shifted(value.value, head->power);
        if (!head->currency.empty() && value.value.find(' ') == std::string::npos) {
            value.value += " " + head->currency;
            value.ambiguous = false;
        }
    }
    return values;
}

// "La dirección tiene un mandato de dos años" leads, "Dirección: calle 3" is an address: a colon or a number follows.
// Where nothing else reaches anybody, the account of a messenger does.
bool FieldReader::is_labelled_address(Stretch stretch, bool reached) const {
    constexpr std::size_t near = 60;  // bytes
    const FoldedPart folded(reading_, stretch);
    const LanguageWords words(reading_, folded);
    const std::string_view inside = folded.folded().text;
    return std::any_of(words.hits().begin(), words.hits().end(), [&](const TermHit& hit) {
        if (kind_of_word(hit.id) == WordKind::messenger) return !reached && (end_of_account(inside, hit.end - words.base()) != 0 || names_account(inside));
        if (kind_of_word(hit.id) != WordKind::address_label) return false;
        const std::string_view behind = inside.substr(std::min<std::size_t>(hit.end - words.base(), inside.size()), near);
        if (behind.starts_with(':') || behind.starts_with(" :") || behind.empty() || ascii_digits.find(behind) < behind.size()) return true;
        return hit.begin >= words.base() && house_before(reading_.view(stretch.span), folded.folded(), hit.begin - words.base()) != std::string_view::npos;
    });
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
            // Who wrote another address over a link sees that one.
            if (const std::string_view shown = reading_.view(link->text); shown.find('@') != std::string_view::npos && shown.find('.', shown.find('@')) != std::string_view::npos) continue;
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

// "12 Harbour Street, 1200 Geneva", "P.O. Box 77": a postal address in running text, where a label alone says nothing ("an
// address", "a road of 1200 km"). A box has its number right behind it; a street stands between the numbers of a house and of a post
// office.
void FieldReader::addresses(std::vector<FieldValue>& to, Stretch stretch) const {
    if (ascii_digits.find(reading_.view(stretch.span)) >= stretch.span.size()) return;
    const FoldedPart folded(reading_, stretch);
    const LanguageWords words(reading_, folded);
    if (!words.hold(WordKind::address_label)) return;
    const std::string_view text = folded.folded().text;
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    for (const TermHit& hit : words.hits()) {
        if (kind_of_word(hit.id) != WordKind::address_label || hit.begin < words.base()) continue;
        const std::size_t begin = hit.begin - words.base(), end = std::min<std::size_t>(hit.end - words.base(), text.size());
        const std::string_view label = text.substr(begin, end - begin);
        const std::size_t next = text.find_first_not_of(" .:", end);
        const bool ideographs = is_ideograph(decode(label, 0).code);
        const bool ahead = ideographs && text.substr(0, begin).ends_with("号") && begin > 3 && digit(begin - 4);  // 77号信箱
        // ", casilla 310, Oriente": a box or a street by itself, between signs.
        const std::size_t last = next < text.size() ? std::min(text.find_first_not_of("0123456789", next), text.size()) : text.size();
        const bool alone = (begin == 0 || text.substr(0, begin).ends_with(", ") || text.substr(0, begin).ends_with("- ")) && next == end + 1 && (last == text.size() || text[last] == ',');
        const bool behind = next < text.size() && digit(next) && (alone || ideographs || label.find_first_of(" ./") != std::string_view::npos || text.substr(end, next - end).find(':') != std::string_view::npos);
        std::size_t from = begin, until = end;
        if (behind) {
            until = std::min(text.find_first_not_of("0123456789", next), text.size());
        } else if (ahead) {
            from = begin - 3;
            while (from > 0 && digit(from - 1)) --from;
        } else {
            // The number of a house beside the street, and a town behind the code: "12 boxes in the street, 1200 lamps" has none.
            constexpr std::size_t beside = 32, near = 80;  // bytes
            const std::string_view before = last_within(text.substr(0, begin), beside), after = whole_within(text.substr(end), near);
            const std::size_t house = ascii_digits.find(before), number = ascii_digits.find(after);
            if (house >= before.size() && number >= std::min(beside, after.size())) continue;
            if (house < before.size()) from -= before.size() - house;
            until = 0;
            for (std::size_t code = number, stop = 0; code < after.size() && until == 0; code = ascii_digits.find(after, stop)) {
                stop = std::min(after.find_first_not_of("0123456789", code), after.size());
                if (!is_post_code(after.substr(code, stop - code)) || after.substr(0, code).find(',') == std::string_view::npos) continue;
                const std::size_t town = std::min(after.find_first_not_of(' ', stop), after.size());
                const char32_t first = town == after.size() ? U'\0' : decode(reading_.view(stretch.span), folded.folded().source_begin(static_cast<std::uint32_t>(end + town))).code;
                if (town == after.size() || is_upper(first) || is_caseless(first)) until = end + std::min(after.find_first_of(" .,;)", town), after.size());
            }
            if (until == 0) {
                // "3 rue des Tanneurs, Genève": without a code the number stands right before it, and a name behind the comma.
                const std::size_t comma = after.find(", "), own = house_before(reading_.view(stretch.span), folded.folded(), begin);
                if (own == std::string_view::npos || comma > beside || comma + 2 >= after.size()) continue;
                if (!is_upper(decode(reading_.view(stretch.span), folded.folded().source_begin(static_cast<std::uint32_t>(end + comma + 2))).code)) continue;
                from = own;
                until = end + std::min(after.find_first_of(".,;)", comma + 2), after.size());
            }
        }
        const auto begins = folded.folded().source_begin(static_cast<std::uint32_t>(from)), ends = folded.folded().source_end(static_cast<std::uint32_t>(until));
        to.push_back(text_value(reading_, {stretch.block, {stretch.span.begin + begins, stretch.span.begin + ends}}, "address"));
        return;
    }
}

}  // namespace plancheck
