// Three sources, in this order: cells under recognised heads, labelled stretches of the words ("Contact: …"), and values
// that show their type by themselves (an address, a date, an amount). A place meant for a field makes it `stated` even
// where it is empty. What a group row, a title above or a statement for all says holds for every item below it.
#include "plan/fields.hpp"

#include <algorithm>

#include "plan/field_values.hpp"
#include "plan/table_head.hpp"
#include "plan/tables.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::size_t most_of_merged = 16;  // values that a merged cell gives to each of its rows
constexpr std::size_t longest_group_title = 60;  // columns: "Under action B", "For priority 2: methods"
constexpr std::size_t longest_value_below = 160;  // columns of a paragraph below a label

const ItemSpec no_item{};

}  // namespace

FieldReader::FieldReader(const Reading& reading, const References& references, std::uint32_t kind, const std::vector<ColumnHead>& heads)
    : reading_(reading), references_(references), kind_(kind), spec_(kind < reading.form.items.size() ? reading.form.items[kind] : no_item), heads_(heads) {}

std::uint32_t FieldReader::first_of(FieldType type) const {
    for (std::uint32_t f = 0; f < spec_.fields.size(); ++f)
        if (spec_.fields[f].type == type && !spec_.fields[f].own) return f;
    return Lexicon::none;
}

Field& FieldReader::field(Item& item, std::uint32_t index) const {
    const std::string& wanted = spec_.fields[index].name;
    for (Field& one : item.fields)
        if (one.name == wanted) return one;
    if (item.fields.empty()) item.fields.reserve(spec_.fields.size());
    Field& made = item.fields.emplace_back();
    made.name = wanted;
    return made;
}

void FieldReader::add(Field& to, std::vector<FieldValue> values, std::size_t most) const {
    for (std::size_t i = 0; i < values.size() && i < most; ++i) {
        FieldValue& value = values[i];
        const bool known = std::any_of(to.values.begin(), to.values.end(), [&](const FieldValue& one) {
            return one.type == value.type && (one.value == value.value || one.span == value.span);
        });
        if (!known && to.values.size() < 64) to.values.push_back(std::move(value));
    }
}

FieldReader::CellRead FieldReader::read_cell(const CellUse& use) const {
    CellRead read;
    const ColumnHead& head = heads_[use.head];
    read.field = head.field;
    const std::vector<std::uint32_t> texts = texts_in(reading_, use.cell);
    if (const FieldSpec& named = spec_.fields[head.field]; named.type == FieldType::reference) {
        const std::uint32_t target = reading_.lexicon.kind(named.refers_to);
        for (const std::uint32_t block : texts) {
            const Block& leaf = reading_.document.blocks[block];
            std::string words(trimmed(reading_.document.label(leaf)));
            if (leaf.has(mark::ordered) || !words.empty()) words += " ";
            words += reading_.view(leaf.text);
            if (target != Lexicon::none) read.referred.merge(references_.in_field(words, target));
        }
        if (head.either != Lexicon::none && !texts.empty() && !refers({texts.front(), reading_.document.blocks[texts.front()].text}, target)) {
            read.field = head.either;
            read.referred = {};
        }
    }
    const FieldSpec& spec = spec_.fields[read.field];
    for (const std::uint32_t block : texts) {
        const Block& leaf = reading_.document.blocks[block];
        const Stretch stretch{block, leaf.text};
        if (std::vector<FieldValue> values = values_in(spec, stretch, &head); read.values.empty()) read.values = std::move(values);
        else read.values.insert(read.values.end(), std::make_move_iterator(values.begin()), std::make_move_iterator(values.end()));
        if (spec.type != FieldType::contact) {
            if (trimmed(reading_.view(leaf.text)).empty()) continue;
            std::vector<FieldValue> contacts;
            const bool counts = spec.type == FieldType::timeline || spec.type == FieldType::money;  // "09.2025–12.2026" is dialled nowhere
            for (const Value& value : values_of(reading_, stretch, want_contacts | (counts ? 0U : std::uint32_t{in_contact_field}))) contacts.push_back(field_value(reading_, stretch, value));
            links(contacts, stretch, true);
            for (FieldValue& value : contacts)
                if (value.type != "web" || value.value.find('/') == std::string::npos) read.contacts.push_back(std::move(value));
        }
        if (read.values.size() > 64) break;
    }
    // A text beside values that were recognised adds nothing.
    const bool typed = std::any_of(read.values.begin(), read.values.end(), [](const FieldValue& value) { return value.type != "text"; });
    if (typed && spec.type != FieldType::text && spec.type != FieldType::contact && spec.type != FieldType::timeline)
        std::erase_if(read.values, [](const FieldValue& value) { return value.type == "text"; });
    return read;
}

// Values that show their type by themselves, outside of what a label has claimed.
void FieldReader::typed(Item& item, Stretch stretch, const std::vector<Segment>& taken, bool contacts_only) const {
    const std::uint32_t contact = first_of(FieldType::contact), timeline = first_of(FieldType::timeline), money = first_of(FieldType::money),
                        quantity = first_of(FieldType::quantity);
    std::uint32_t wanted = contact != Lexicon::none ? want_contacts : 0U;
    if (!contacts_only) {
        if (timeline != Lexicon::none) wanted |= want_times | want_recurrence;
        if (money != Lexicon::none) wanted |= want_money;
        if (quantity != Lexicon::none) wanted |= want_numbers;
    }
    if (wanted == 0) return;
    std::vector<FieldValue> contacts, recurring;
    const auto stated = [&](std::uint32_t index) {
        const Field* known = item.field(spec_.fields[index].name);
        return known != nullptr && known->stated;
    };
    for (const Value& found : values_of(reading_, stretch, wanted)) {
        FieldValue value = field_value(reading_, stretch, found);
        const bool labelled = std::any_of(taken.begin(), taken.end(), [&](const Segment& segment) {
            return value.span.begin >= segment.value.span.begin && value.span.begin < segment.value.span.end && segment.value.block == stretch.block;
        });
        if (is_contact(value)) {
            // A page that is cited is no contact; a home page is.
            if (value.type != "web" || value.value.find('/') == std::string::npos) contacts.push_back(std::move(value));
            continue;
        }
        if (labelled || contacts_only) continue;
        if (found.type == ValueType::recurrence) {
            if (is_time_of_year(reading_, stretch, found)) recurring.push_back(std::move(value));
            continue;
        }
        std::uint32_t to = Lexicon::none;
        if (found.type == ValueType::money) to = money;
        else if (found.type == ValueType::percentage || found.type == ValueType::quantity) to = quantity;
        else to = timeline;
        if (is_span_of_time(value)) {
            const std::string_view words = reading_.view(stretch.span);
            const bool runs = begins_somewhere(reading_.language, words.substr(0, found.begin), words.substr(found.end));
            to = runs ? timeline : Lexicon::none;
        }
        if (to == Lexicon::none || stated(to)) continue;
        add(field(item, to), {std::move(value)});
    }
    // Where no date is given.
    if (!recurring.empty() && !stated(timeline))
        if (Field& to = field(item, timeline); to.values.empty()) add(to, std::move(recurring));
    if (contact == Lexicon::none) return;
    if (links(contacts, stretch, false); contacts.empty() && !stated(contact)) addresses(contacts, stretch);
    if (!contacts.empty()) add(field(item, contact), std::move(contacts));
}

void FieldReader::group(Draft& draft, Stretch stretch, std::vector<Referred>& referred) {
    const std::vector<Segment> made = segments(stretch);
    for (const Segment& segment : made) {
        if (spec_.fields[segment.field].own || spec_.fields[segment.field].type == FieldType::reference) continue;
        Field& to = field(draft.item, segment.field);
        to.stated = true;
        to.block = segment.value.block;
        add(to, values_in(segment));
    }
    bool first = true;
    for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
        const FieldSpec& spec = spec_.fields[f];
        if (spec.type == FieldType::reference) {
            const std::uint32_t target = reading_.lexicon.kind(spec.refers_to);
            const std::string_view text = reading_.view(stretch.span);
            const bool only = !first;
            first = false;
            if (target == Lexicon::none || !references_.has(target)) continue;
            if (!references_.is_title(stretch, target) && !(fits_in(text, longest_group_title) && references_.opens(stretch, target))) continue;
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
    for (const CellUse& use : draft.cells) take_cell(item, use, referred);
    const std::vector<std::vector<Segment>> of_part = labelled(draft.parts);
    for (const std::vector<Segment>& segments : of_part)
        for (const Segment& segment : segments) take_segment(item, segment, referred);
    put_in_time(draft, of_part);
    for (std::size_t p = 0; p < draft.parts.size(); ++p) typed(item, draft.parts[p], of_part[p], false);
    for (const Stretch& above : draft.groups) group(draft, above, referred);
    for (const Stretch& all : draft.common) {
        const std::vector<Segment> made = segments(all);
        for (const Segment& segment : made)
            if (spec_.fields[segment.field].type == FieldType::contact) add(field(item, segment.field), values_in(segment));
        typed(item, all, made, true);
    }
    refer(draft, referred);
    // In the order of the template, whatever the order of the columns.
    const auto place = [&](const Field& one) {
        return std::find_if(spec_.fields.begin(), spec_.fields.end(), [&](const FieldSpec& spec) { return spec.name == one.name; }) - spec_.fields.begin();
    };
    const auto before = [&](const Field& a, const Field& b) { return place(a) < place(b); };
    if (!std::is_sorted(item.fields.begin(), item.fields.end(), before)) std::stable_sort(item.fields.begin(), item.fields.end(), before);
}

void FieldReader::take_cell(Item& item, const CellUse& use, std::vector<Referred>& referred) {
    CellRead read;
    if (use.merged) {
        const auto [known, fresh] = cells_.try_emplace(std::uint64_t{use.cell} << 32 | use.head);
        if (fresh) known->second = read_cell(use);
        read = known->second;
    } else {
        read = read_cell(use);
    }
    constexpr std::size_t longest_label = 16;
    if (spec_.fields[read.field].type == FieldType::number && item.label.empty() && !read.values.empty() && read.values.front().text.size() <= longest_label) {
        const auto ordinal = ordinal_at(read.values.front().text, LabelContext::worded);
        item.label = ordinal ? ordinal->text : read.values.front().value;
    }
    Field& to = field(item, read.field);
    to.stated = true;
    if (to.block == 0 || to.values.empty()) to.block = use.cell;
    add(to, std::move(read.values), use.merged ? most_of_merged : 64);
    referred[read.field].merge(read.referred);
    if (const std::uint32_t contact = first_of(FieldType::contact); contact != Lexicon::none && !read.contacts.empty()) add(field(item, contact), std::move(read.contacts), most_of_merged);
}

// Of each part what its labels say.
std::vector<std::vector<FieldReader::Segment>> FieldReader::labelled(const std::vector<Stretch>& parts) const {
    std::vector<std::vector<Segment>> of_part;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (of_part.size() == p) of_part.push_back(segments(parts[p]));
        if (of_part[p].empty() || p + 1 == parts.size() || !of_part[p].back().value.span.empty()) continue;
        // A label by itself: its value is the paragraph below.
        if (!reading_.view(parts[p].span).ends_with(':') || !fits_in(reading_.view(parts[p + 1].span), longest_value_below)) continue;
        of_part.push_back(segments(parts[p + 1]));
        if (!of_part.back().empty()) continue;
        of_part[p].back().value = parts[p + 1];
        of_part.back().push_back(of_part[p].back());
    }
    return of_part;
}

void FieldReader::take_segment(Item& item, const Segment& segment, std::vector<Referred>& referred) const {
    const FieldSpec& spec = spec_.fields[segment.field];
    if (spec.own) {
        // "Effort 2", and below it "Description: …": the number alone is no title.
        if (item.title.empty() && !segment.value.span.empty()) item.title = title_of({reading_, references_, kind_, {}}, reading_.view(segment.value.span), 0);
        return;
    }
    Field& to = field(item, segment.field);
    to.stated = true;
    if (to.block == 0) to.block = segment.value.block;
    add(to, values_in(segment));
    if (spec.type != FieldType::reference) return;
    if (const std::uint32_t target = reading_.lexicon.kind(spec.refers_to); target != Lexicon::none)
        referred[segment.field].merge(references_.in_field(reading_.view(segment.value.span), target));
}

void FieldReader::put_in_time(Draft& draft, const std::vector<std::vector<Segment>>& labelled) const {
    using Edge = ColumnHead::Edge;
    const auto edge_of_value = [&](const FieldValue& value) {
        for (const CellUse& use : draft.cells)
            if (value.block >= use.cell && value.block < reading_.document.blocks[use.cell].end) return heads_[use.head].edge;
        for (const std::vector<Segment>& part : labelled)
            for (const Segment& segment : part)
                if (segment.value.block == value.block && segment.value.span.begin <= value.span.begin && value.span.begin < segment.value.span.end)
                    return column_head(spec_, segment.field, reading_.view(segment.label), reading_.language).edge;
        return Edge::none;
    };
    for (const FieldSpec& spec : spec_.fields) {
        if (spec.type != FieldType::timeline) continue;
        const auto known = std::find_if(draft.item.fields.begin(), draft.item.fields.end(), [&](const Field& one) { return one.name == spec.name; });
        if (known == draft.item.fields.end() || known->values.size() != 2) continue;
        if (edge_of_value(known->values[0]) == Edge::end && edge_of_value(known->values[1]) == Edge::begin) std::swap(known->values[0], known->values[1]);
    }
}

}  // namespace plancheck
