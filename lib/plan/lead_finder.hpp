// The finding of the items that lead: a label counts at the start of a line before a colon or a dash, as all of a cell or sub-heading, in
// brackets behind a name. In running text only labels of several words count ("led by"), and only in the kind's own section: "lead"
// alone is mostly a metal or a verb. Private to lib/plan; one for each document.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "plan/fields.hpp"
#include "plan/items.hpp"
#include "plan/lead_places.hpp"
#include "plan/lines.hpp"

namespace plancheck {

class LeadFinder {
public:
    LeadFinder(const Reading& reading, std::uint32_t kind);

    std::vector<Item> run(const std::vector<Item>& partners);

private:
    class Mention;
    class TableReader;

    static constexpr std::size_t longest_line = 600;  // columns

    const Reading& reading_;
    std::uint32_t kind_;
    const ItemSpec& spec_;
    References nothing_;
    Search search_;
    std::vector<ColumnHead> heads_;
    FieldReader fields_;
    std::uint32_t own_ = Lexicon::none, contact_ = Lexicon::none;
    LeadPlaces places_{reading_};
    std::vector<Item> items_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> beside_;  // a name and the cell beside it that says its role
    std::vector<std::string> partners_;  // their names, folded
    std::unordered_set<std::string> is_partner_;  // the same
    std::unordered_set<std::uint32_t> blocks_, named_;  // of items that stand, when partners are looked at; of the partners

    TermHit label_at(std::string_view folded, std::uint32_t at) const { return reading_.words.around.match_at(folded, at, kind_, kind_); }
    std::uint32_t label_behind_slash(std::string_view text, std::uint32_t& begin) const;
    bool is_label(std::string_view folded) const;
    bool has_contact(Stretch stretch) const;
    // Whether a text names somebody, and not only how to reach them.
    bool names_someone(Stretch text, bool person = false) const;
    bool names_partner(Span side) const;
    bool says_lead(const Field& field, const FieldValue& value) const;

    std::vector<Span> parted_partners(Span who) const;
    void add(std::uint32_t block, Span who, std::string_view section, Confidence confidence, const std::vector<Stretch>& more = {});
    void add_one(std::uint32_t block, Span who, std::string_view section, Confidence confidence, const std::vector<Stretch>& more);
    void scan(std::string_view section, std::uint32_t begin, std::uint32_t end, Stretch glued, bool own_section);
    // Each tells whether the line names a lead so.
    bool behind_name(const Line& line, const FoldedBlock& folded, std::string_view section);
    bool beside_name(const Line& line, const FoldedBlock& folded, std::string_view section);
    bool labelled(const Line& line, const FoldedBlock& folded, std::string_view section, const Lines& lines, std::size_t index, bool own_section);
    void in_words(const Line& line, const FoldedPart& part, std::string_view section, bool own_section);
    Span name_with_role(std::uint32_t block) const;
    void in_cell(std::uint32_t cell, std::string_view section);
    void in_table(std::uint32_t block, std::string_view section);
    void from_annex(const Section& section);
    void by_role(const Item& partner);
};

}  // namespace plancheck
