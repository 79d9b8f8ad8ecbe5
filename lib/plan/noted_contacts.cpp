// The notes are sorted by the block in which their mark stands, so that an item looks for those of its own blocks alone.
#include "plan/noted_contacts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/values.hpp"

namespace plancheck {

namespace {

using NoteOf = std::pair<std::uint32_t, std::uint32_t>;  // where its mark stands, the note

bool reaches_by(ValueType type) noexcept {
    return type == ValueType::email || type == ValueType::telephone || type == ValueType::masked || type == ValueType::web;
}

// All values of the contact in a note, where one of them reaches somebody.
std::vector<FieldValue> contacts_in(const Reading& reading, std::uint32_t note) {
    const Document& document = reading.document;
    std::vector<FieldValue> found;
    bool reached = false;
    for (std::uint32_t i = note + 1; i < document.blocks[note].end; ++i) {
        const Span text = document.blocks[i].text;
        if (text.empty()) continue;
        for (const Value& value : find_values(document.view(text), reading.language, want_contacts | want_names)) {
            if (!reaches_by(value.type) && value.type != ValueType::person) continue;
            reached = reached || reaches_by(value.type);
            const Span span{text.begin + value.begin, text.begin + value.end};
            found.push_back({std::string(name(value.type)), std::string(document.view(span)), value.value, i, span, value.ambiguous});
        }
    }
    if (!reached) found.clear();
    return found;
}

}  // namespace

void add_noted_contacts(const Reading& reading, std::vector<Item>& items) {
    const Document& document = reading.document;
    std::vector<NoteOf> notes;
    for (std::uint32_t i = document.main_end; i < document.blocks.size(); i = std::max(document.blocks[i].end, i + 1))
        if (document.blocks[i].note_of() < document.main_end) notes.emplace_back(document.blocks[i].note_of(), i);
    if (notes.empty()) return;
    std::sort(notes.begin(), notes.end());
    for (Item& item : items) {
        const ItemSpec* const spec = reading.form.item(item.kind);
        if (spec == nullptr || item.confidence == Confidence::low) continue;
        const auto contact = std::find_if(spec->fields.begin(), spec->fields.end(), [](const FieldSpec& field) { return field.type == FieldType::contact; });
        if (contact == spec->fields.end()) continue;
        const auto own = std::find_if(item.fields.begin(), item.fields.end(), [&](const Field& field) { return field.name == contact->name; });
        if (own != item.fields.end() && std::any_of(own->values.begin(), own->values.end(), [](const FieldValue& value) { return value.type != "person" && value.type != "organisation"; })) continue;
        constexpr std::size_t most = 16;  // notes: many items may share a paragraph of many
        std::size_t looked_at = 0;
        std::vector<FieldValue> values;
        for (const std::uint32_t first : item.blocks) {
            const std::uint32_t end = std::max(document.blocks[first].end, first + 1);
            for (auto note = std::lower_bound(notes.begin(), notes.end(), NoteOf{first, 0}); note != notes.end() && note->first < end && looked_at < most; ++note, ++looked_at)
                for (FieldValue& value : contacts_in(reading, note->second)) values.push_back(std::move(value));
        }
        if (values.empty()) continue;
        if (own == item.fields.end()) {
            Field& field = item.fields.emplace_back();
            field.name = contact->name;
            field.block = values.front().block;
            field.values = std::move(values);
        } else {
            own->values.insert(own->values.end(), std::make_move_iterator(values.begin()), std::make_move_iterator(values.end()));
        }
    }
}

}  // namespace plancheck
