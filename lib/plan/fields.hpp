// Fields of items: what stands under a column head, behind a label, or in the words of the item.
#pragma once

#include <unordered_map>

#include "plan/draft.hpp"

namespace plancheck {

/// Reads the fields of all drafts of one kind, and what they refer to among the kinds found so far. What a merged cell
/// says is read once.
class FieldReader {
public:
    FieldReader(const Reading& reading, const References& references, std::uint32_t kind, const std::vector<ColumnHead>& heads);

    /// Labels such as "2.1" name the item they belong to. Not so where all share their first number, which is then the
    /// section's own.
    bool numbered_by_target = true;

    void read(Draft& draft);
    /// References to kinds that are found later than this one (partners by their names).
    void read_names(Draft& draft, const References& references) const;

    /// The value of a section that is a field. Its stretches are read until one says something of its type; where none
    /// does, the value is the text of the first.
    Field section_value(const SectionSpec& spec, const std::vector<Stretch>& stretches) const;

    /// The values of one field in a stretch of text.
    std::vector<FieldValue> values_in(const FieldSpec& spec, Stretch stretch, const ColumnHead* head = nullptr) const;

private:
    struct Segment {
        std::uint32_t field = 0, either = Lexicon::none;
        Stretch value;
        Span label;
    };
    const Reading& reading_;
    const References& references_;
    std::uint32_t kind_;
    const ItemSpec& spec_;
    const std::vector<ColumnHead>& heads_;
    struct CellRead {
        std::uint32_t field = 0;  // that the cell states, where its head may mean two
        std::vector<FieldValue> values;
        std::vector<FieldValue> contacts;
        Referred referred;
    };
    std::unordered_map<std::uint64_t, CellRead> cells_;  // merged ones

    class LabelReader;

    CellRead read_cell(const CellUse& use) const;
    std::vector<Segment> segments(Stretch stretch) const;
    std::vector<FieldValue> values_in(const Segment& segment) const;
    Field& field(Item& item, std::uint32_t index) const;
    void add(Field& to, std::vector<FieldValue> values, std::size_t most = 64) const;
    void typed(Item& item, Stretch stretch, const std::vector<Segment>& taken, bool contacts_only) const;
    void links(std::vector<FieldValue>& to, Stretch stretch, bool web) const;
    void addresses(std::vector<FieldValue>& to, Stretch stretch) const;
    void group(Draft& draft, Stretch stretch, std::vector<Referred>& referred);
    /// What stands under "End" or behind it follows what stands under "Start", whichever comes first in the document.
    void put_in_time(Draft& draft, const std::vector<std::vector<Segment>>& labelled) const;
    void take_cell(Item& item, const CellUse& use, std::vector<Referred>& referred);
    std::vector<std::vector<Segment>> labelled(const std::vector<Stretch>& parts) const;
    void take_segment(Item& item, const Segment& segment, std::vector<Referred>& referred) const;
    // fields_references.cpp
    bool refers(Stretch stretch, std::uint32_t target) const;
    void refer(Draft& draft, std::vector<Referred>& referred) const;
    void refer_by_place(const Draft& draft, std::uint32_t target, Referred& found) const;
    void refer_by_words(const Draft& draft, const FieldSpec& spec, std::uint32_t target, Referred& found) const;
    // fields_values.cpp
    std::vector<FieldValue> terms_in(const FieldSpec& spec, Stretch stretch) const;
    std::vector<FieldValue> typed_in(const FieldSpec& spec, Stretch stretch, const ColumnHead* head) const;
    bool is_labelled_address(Stretch stretch, bool reached) const;
    std::uint32_t first_of(FieldType type) const;
};

}  // namespace plancheck
