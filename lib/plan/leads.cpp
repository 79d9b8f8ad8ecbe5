// Where leads are looked for, in order: lines and tables of the places that the template names, annexes that are pointed to, roles of
// partners; what only running text suggests counts where nothing better is found.
#include "plan/leads.hpp"

#include <algorithm>

#include "plan/annexes.hpp"
#include "plan/lead_finder.hpp"
#include "plan/lead_words.hpp"
#include "plan/name_lines.hpp"
#include "plan/short_names.hpp"
#include "plan/signed_names.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/values.hpp"

namespace plancheck {

LeadFinder::LeadFinder(const Reading& reading, std::uint32_t kind)
    : reading_(reading), kind_(kind), spec_(reading.form.items[kind]), nothing_(reading), search_{reading, nothing_, kind, {}}, fields_(reading, nothing_, kind, heads_) {
    for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
        if (spec_.fields[f].own) own_ = f;
        if (spec_.fields[f].type == FieldType::contact && contact_ == Lexicon::none) contact_ = f;
    }
}

std::vector<Item> LeadFinder::run(const std::vector<Item>& partners) {
    for (const Item& partner : partners) {
        named_.insert(partner.block);
        std::string name = fold(partner.title);
        name.resize(trimmed(std::string_view(name).substr(0, std::min(name.find_first_of("(:"), name.find(", ")))).size());
        if (name.size() < 8) continue;
        is_partner_.insert(name);
        partners_.push_back(std::move(name));
    }
    const auto place = [&](std::string_view key) { return key == spec_.section || std::find(spec_.places.begin(), spec_.places.end(), key) != spec_.places.end(); };
    if (place("front")) scan("front", 0, reading_.outline.front_end, {}, false);
    for (const Section& section : reading_.outline.sections)
        if (section.spec != nullptr && !section.repeated && place(section.spec->key)) {
            scan(section.spec->key, section.body_begin, section.body_end, {section.heading, section.glued}, section.spec->key == spec_.section);
            if (section.spec->key == spec_.section) from_annex(section);
        }
    if (place("annex"))
        for (const Annex& annex : reading_.outline.annexes) scan("annex", annex.heading + 1, annex.body_end, {}, false);
    for (const Item& item : items_) blocks_.insert(item.block);
    for (const Item& partner : partners) by_role(partner);
    for (std::size_t i = 0; i < beside_.size() && items_.size() <= i; ++i)
        add(beside_[i].first, reading_.document.blocks[beside_[i].first].text, spec_.section, Confidence::certain, {{beside_[i].second, reading_.document.blocks[beside_[i].second].text}});
    // Where no label names a lead, words of leading beside a name and the area are a doubt.
    for (const Stretch& sentence : items_.empty() && own_ != Lexicon::none ? places_.said_in(spec_) : std::vector<Stretch>())
        for (const FieldValue& value : fields_.values_in(spec_.fields[own_], sentence))
            if (items_.empty() && (value.type == "person" || value.type == "organisation") && (!value.ambiguous || names_partner(value.span))) add(value.block, value.span, spec_.section, Confidence::low);
    std::stable_sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return a.block != b.block ? a.block < b.block : a.span.begin < b.span.begin; });
    // The same lead is often named in the front matter and again in the list.
    std::unordered_set<std::string> seen;
    std::erase_if(items_, [&](const Item& item) { return !seen.insert(fold(item.title)).second; });
    // What only a word in running text suggests counts where nothing better is found.
    if (std::any_of(items_.begin(), items_.end(), [](const Item& item) { return item.confidence != Confidence::low; }))
        std::erase_if(items_, [](const Item& item) { return item.confidence == Confidence::low; });
    drop_short_names(items_, reading_.language);
    return std::move(items_);
}

bool LeadFinder::is_label(std::string_view folded) const {
    if (const std::size_t colon = folded.find(':'); colon != std::string_view::npos && folded.find('-', colon) != std::string_view::npos) return false;  // "Lead: —"
    while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ' || folded.back() == '-' || folded.back() == '?')) folded.remove_suffix(1);
    return !folded.empty() && reading_.words.around.is_term(folded.starts_with("¿") ? folded.substr(2) : folded, kind_);
}

bool LeadFinder::has_contact(Stretch stretch) const {
    if (contact_ == Lexicon::none) return false;
    const auto values = fields_.values_in(spec_.fields[contact_], stretch);
    return std::any_of(values.begin(), values.end(), [](const FieldValue& value) { return value.type == "email" || value.type == "telephone" || value.type == "masked"; });
}

bool LeadFinder::names_someone(Stretch text, bool person) const {
    const auto values = fields_.values_in(spec_.fields[own_], text);
    return std::any_of(values.begin(), values.end(), [&](const FieldValue& value) { return person ? value.type == "person" && !value.ambiguous : value.type == "organisation" || value.type == "person"; });
}

bool LeadFinder::names_partner(Span side) const {
    const std::string folded = fold(reading_.view(side).substr(0, longest_line));
    return !folded.empty() && std::any_of(partners_.begin(), partners_.end(), [&](const std::string& name) { return folded.find(name) != std::string::npos; });
}

// "Lake Institute and Mill Town": each is a partner by its whole name. Else `who` alone.
std::vector<Span> LeadFinder::parted_partners(Span who) const {
    constexpr std::size_t longest = 300;  // bytes
    who = without_copula(reading_, reading_.trimmed(who));
    const std::string_view text = reading_.view(who);
    if (text.size() > longest || is_partner_.size() < 2) return {who};
    const auto known = [&](std::size_t begin, std::size_t end) {
        std::string_view part = trimmed(text.substr(begin, end - begin));
        while (part.ends_with('.') || part.ends_with(';')) part.remove_suffix(1);
        return is_partner_.contains(fold(trimmed(part.substr(0, part.find('(')))));
    };
    std::vector<Span> parts;
    std::size_t begin = 0;
    const auto part_to = [&](std::size_t end) {
        if (!known(begin, end)) return false;
        parts.push_back({who.begin + static_cast<std::uint32_t>(begin), who.begin + static_cast<std::uint32_t>(end)});
        return true;
    };
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).size)
        if (const std::size_t joint = joint_at(reading_, text, at); joint != 0 && part_to(at)) begin = at + joint;
    return !parts.empty() && part_to(text.size()) ? parts : std::vector<Span>{who};
}

void LeadFinder::add(std::uint32_t block, Span who, std::string_view section, Confidence confidence, const std::vector<Stretch>& more) {
    if (const std::vector<Span> partners = parted_partners(who); partners.size() > 1) {
        for (const Span partner : partners) add_one(block, partner, section, confidence, more);
        return;
    }
    const std::vector<Span> names = parted_names(reading_, who);
    const bool each = names.size() > 1 && std::all_of(names.begin(), names.end(), [&](Span name) { return own_ != Lexicon::none && names_someone({block, name}); });
    if (!each) return add_one(block, who, section, confidence, more);
    for (const Span name : names) add_one(block, name, section, confidence, has_contact({block, name}) ? std::vector<Stretch>() : more);
}

void LeadFinder::add_one(std::uint32_t block, Span who, std::string_view section, Confidence confidence, const std::vector<Stretch>& more) {
    who = without_copula(reading_, reading_.trimmed(who));
    while (!who.empty()) {
        const char c = reading_.view(who).back();
        if (c != '.' && c != ';' && c != ',' && c != ')' && c != '(') break;
        if ((c == '.' && who.size() < 4) || (c == ')' && reading_.view(who).find('(') != std::string_view::npos)) break;
        --who.end;
        who = reading_.trimmed(who);
    }
    if (who.empty() || own_ == Lexicon::none || is_measure(reading_.view(who)) || names_nobody(reading_, reading_.view(who))) return;
    // "Codirigen la esfera, por dos años, Lidia Roe": the names begin behind what stands between.
    if (reading_.view(who).front() == ',')
        if (const auto names = fields_.values_in(spec_.fields[own_], {block, who}); !names.empty() && names.front().block == block && names.front().span.begin < who.end) who.begin = std::max(who.begin, names.front().span.begin);
    search_.section = section;
    Item item = std::move(make_draft(search_, block, who, confidence).item);
    item.blocks = {block};
    Field lead;
    lead.name = spec_.fields[own_].name;
    lead.stated = true;
    lead.block = block;
    lead.values = fields_.values_in(spec_.fields[own_], {block, who});
    std::vector<FieldValue> contacts;
    const auto look = [&](Stretch stretch) {
        if (contact_ == Lexicon::none) return;
        for (FieldValue& value : fields_.values_in(spec_.fields[contact_], stretch))
            if (value.type == "email" || value.type == "telephone" || value.type == "web" || value.type == "masked" || value.type == "address")
                contacts.push_back(std::move(value));
    };
    look({block, who});
    for (const Stretch& stretch : more) {
        look(stretch);
        if (item.blocks.back() != stretch.block) item.blocks.push_back(stretch.block);
    }
    item.fields.push_back(std::move(lead));
    if (!contacts.empty()) {
        Field& contact = item.fields.emplace_back();
        contact.name = spec_.fields[contact_].name;
        contact.values = std::move(contacts);
        contact.block = contact.values.front().block;
    }
    items_.push_back(std::move(item));
}

void LeadFinder::from_annex(const Section& section) {
    const std::size_t own = items_.size();
    for (const Annex* annex : annexes_pointed_to(reading_, section)) {
        scan("annex", annex->heading + 1, annex->body_end, {}, true);
        if (items_.size() > own) break;
    }
    for (std::size_t i = own; i < items_.size(); ++i) items_[i].confidence = Confidence::low;
}

void LeadFinder::scan(std::string_view section, std::uint32_t begin, std::uint32_t end, Stretch glued, bool own_section) {
    Lines lines = lines_of(reading_, begin, end, Lexicon::none, glued);
    if (own_section) {
        part_addressed_lines(reading_, lines);
        for (const SignedNames& note : take_signed_names(reading_, kind_, lines, begin, end))
            for (std::size_t n = 0; n < note.names.size(); ++n) add(note.names[n].block, note.names[n].span, section, Confidence::certain, {note.around[n]});
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.kind == LineKind::table) {
            in_table(line.block, section);
            continue;
        }
        const std::string_view text = reading_.view(line.words);
        if (!reading_.may_name(kind_, {line.block, line.words}) || (!own_section && !fits_in(text, longest_line))) continue;
        constexpr std::uint32_t longest = 2000;
        const FoldedPart part(reading_, {line.block, {line.words.begin, std::min(line.words.end, line.words.begin + longest)}});
        const FoldedBlock& folded = part.folded();
        if (is_label(folded.text)) {
            // "Lead" as a title: who it is stands below.
            std::size_t n = i + 1;
            for (; n < lines.size() && n <= i + 12; ++n) {
                const Line& below = lines[n];
                if (below.kind == LineKind::heading || below.kind == LineKind::table) break;
                if (n > i + 1 && !below.is_list()) break;
                add(below.block, below.words, section, line.kind == LineKind::heading || below.is_list() ? Confidence::certain : Confidence::high);
            }
            if (n > i + 1) i = n - 1;
            continue;
        }
        if (behind_name(line, folded, section) || labelled(line, folded, section, lines, i, own_section) || ((own_section || section == "front") && beside_name(line, folded, section))) continue;
        if (line.kind != LineKind::heading) in_words(line, part, section, own_section);
    }
}

// "Role: lead", or nothing but a label in another field ("Remarks: Lead of the area").
bool LeadFinder::says_lead(const Field& field, const FieldValue& value) const {
    if (value.type == "text") return is_label(fold(value.text.substr(0, longest_line)));
    const std::uint32_t roles = reading_.lexicon.vocabulary("roles");
    if (value.type != "term" || field.name != "role" || roles == Lexicon::none) return false;
    const auto& terms = reading_.form.vocabularies[roles].terms;
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return term.key == value.value && term.group.empty(); });
}

// A partner of whom a field says so.
void LeadFinder::by_role(const Item& partner) {
    for (const Field& field : partner.fields)
        for (const FieldValue& value : field.values) {
            if (!says_lead(field, value)) continue;
            if (!blocks_.insert(partner.block).second) return;
            // "Lead, not yet appointed": nobody leads for certain.
            const std::uint32_t begin = reading_.document.blocks[value.block].text.begin;
            const std::string_view cell = reading_.view(reading_.document.blocks[value.block].text);
            const Folded folded = fold_mapped(cell);
            const bool denied = is_negated(folded.text, folded.folded_at(value.span.begin - begin), folded.folded_at(value.span.end - begin), reading_.language) || !find_values(cell, reading_.language, want_unset).empty();
            std::vector<Stretch> more;
            for (const Field& other : partner.fields)
                for (const FieldValue& one : other.values) more.push_back({one.block, one.span});
            add(partner.block, partner.span, partner.section, denied ? Confidence::low : partner.confidence, more);
            return;
        }
}

std::vector<Item> find_leads(const Reading& reading, std::uint32_t kind, const std::vector<Item>& partners) {
    return LeadFinder(reading, kind).run(partners);
}

}  // namespace plancheck
