// A label counts at the start of a line before a colon or a dash, as all of a cell or sub-heading, in brackets behind a name. In running
// text only labels of several words count ("led by"), and only in the kind's own section: "lead" alone is mostly a metal or a verb.
#include "plan/leads.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "plan/annexes.hpp"
#include "plan/fields.hpp"
#include "plan/items.hpp"
#include "plan/lead_places.hpp"
#include "plan/lead_words.hpp"
#include "plan/name_lines.hpp"
#include "plan/short_names.hpp"
#include "plan/signed_names.hpp"
#include "plan/tables.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_line = 600;  // columns

class Leads {
public:
    Leads(const Reading& reading, std::uint32_t kind)
        : reading_(reading), kind_(kind), spec_(reading.form.items[kind]), nothing_(reading), search_{reading, nothing_, kind, {}},
          fields_(reading, nothing_, kind, heads_) {
        for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
            if (spec_.fields[f].own) own_ = f;
            if (spec_.fields[f].type == FieldType::contact && contact_ == Lexicon::none) contact_ = f;
        }
    }

    std::vector<Item> run(const std::vector<Item>& partners) {
        for (const Item& partner : partners) {
            named_.insert(partner.block);
            std::string name = fold(partner.title);
            name.resize(trimmed(std::string_view(name).substr(0, std::min(name.find_first_of("(:"), name.find(", ")))).size());
            if (name.size() >= 8) partners_.push_back(std::move(name));
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

private:
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
    std::unordered_set<std::uint32_t> blocks_, named_;  // of items that stand, when partners are looked at; of the partners

    TermHit label_at(std::string_view folded, std::uint32_t at) const { return reading_.words.around.match_at(folded, at, kind_, kind_); }
    bool is_label(std::string_view folded) const {
        if (const std::size_t colon = folded.find(':'); colon != std::string_view::npos && folded.find('-', colon) != std::string_view::npos) return false;  // "Lead: —"
        while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ' || folded.back() == '-' || folded.back() == '?')) folded.remove_suffix(1);
        return !folded.empty() && reading_.words.around.is_term(folded.starts_with("¿") ? folded.substr(2) : folded, kind_);
    }

    bool has_contact(Stretch stretch) const {
        if (contact_ == Lexicon::none) return false;
        const auto values = fields_.values_in(spec_.fields[contact_], stretch);
        return std::any_of(values.begin(), values.end(), [](const FieldValue& value) { return value.type == "email" || value.type == "telephone" || value.type == "masked"; });
    }

    void add(std::uint32_t block, Span who, std::string_view section, Confidence confidence, const std::vector<Stretch>& more = {}) {
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

    void from_annex(const Section& section) {
        const std::size_t own = items_.size();
        for (const Annex* annex : annexes_pointed_to(reading_, section)) {
            scan("annex", annex->heading + 1, annex->body_end, {}, true);
            if (items_.size() > own) break;
        }
        for (std::size_t i = own; i < items_.size(); ++i) items_[i].confidence = Confidence::low;
    }

    void scan(std::string_view section, std::uint32_t begin, std::uint32_t end, Stretch glued, bool own_section) {
        Lines lines = lines_of(reading_, begin, end, Lexicon::none, glued);
        if (own_section) {
            part_addressed_lines(reading_, lines);
            for (const SignedNames& note : take_signed_names(reading_, kind_, lines, begin, end))
                for (std::size_t n = 0; n < note.names.size(); ++n) add(note.names[n].block, note.names[n].span, section, Confidence::certain, {note.around[n]});
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            if (line.kind == LineKind::table) {
                table(line.block, section);
                continue;
            }
            const std::string_view text = reading_.view(line.words);
            if (!reading_.may_name(kind_, {line.block, line.words}) || (!own_section && !fits_in(text, longest_line))) continue;
            const Folded folded = fold_mapped(text.substr(0, 2000));
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
            if (line.kind != LineKind::heading) in_words(line, folded, section, own_section);
        }
    }

    // Whether a text names somebody, and not only how to reach them.
    bool names_someone(Stretch text, bool person = false) {
        const auto values = fields_.values_in(spec_.fields[own_], text);
        return std::any_of(values.begin(), values.end(), [&](const FieldValue& value) { return person ? value.type == "person" && !value.ambiguous : value.type == "organisation" || value.type == "person"; });
    }

    // "Lake Institute (LI), lead: office@lake.example.org".
    bool behind_name(const Line& line, const Folded& folded, std::string_view section) {
        const std::string_view text = std::string_view(folded.text).substr(0, 200);
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos || own_ == Lexicon::none) return false;
        const std::size_t comma = text.substr(0, colon).rfind(',');
        if (comma == std::string_view::npos) return false;
        if (const std::size_t label = text.find_first_not_of(' ', comma + 1); !is_label(text.substr(label, colon - label))) return false;
        const std::uint32_t behind = line.words.begin + folded.source_end(static_cast<std::uint32_t>(colon + 1));
        if (names_someone({line.block, {behind, line.words.end}})) return false;
        const Span who{line.words.begin, line.words.begin + folded.source_begin(static_cast<std::uint32_t>(comma))};
        if (!names_someone({line.block, who})) return false;
        add(line.block, who, section, line.is_list() ? Confidence::certain : Confidence::high, {{line.block, line.words}});
        return true;
    }

    // "Lake Institute (LI), lead for 2026 and 2027 – Ms Roe", "LI, leads the area (mandate until 2027): Ms Roe".
    bool beside_name(const Line& line, const Folded& folded, std::string_view section) {
        constexpr std::size_t longest_name = 160, longest_led = 60;
        const std::string_view text = folded.text;
        for (std::size_t comma = text.find(','); comma < longest_name; comma = text.find(',', comma + 1)) {
            const std::size_t at = text.find_first_not_of(' ', comma + 1);
            if (at == std::string_view::npos) return false;
            const TermHit label = label_at(text, static_cast<std::uint32_t>(at));
            if (label.end == 0) continue;
            const std::string_view rest = text.substr(label.end);
            const std::size_t stop = std::min({rest.find_first_of(".:;,()"), rest.find(" - "), rest.size()});
            if (stop > longest_led || (stop == rest.size() && stop > 0 && !line.is_list()) || !places_.is_certain_label(kind_, {}, rest.substr(0, stop)) ||
                places_.leads_other_area(text.substr(at, label.end - at + stop)) || is_negated(text, label.begin, label.end, reading_.language))
                return false;
            const auto labels = reading_.words.around.find(text.substr(0, comma));
            if (std::any_of(labels.begin(), labels.end(), [&](const TermHit& hit) { return hit.id == kind_; })) return false;
            const Span who{line.words.begin, line.words.begin + folded.source_begin(static_cast<std::uint32_t>(comma))};
            const std::string_view name = reading_.view(who);
            if (std::count(name.begin(), name.end(), ' ') > 12 || (!names_someone({line.block, who}) && !line.is_list())) return false;
            add(line.block, who, section, line.is_list() ? Confidence::certain : Confidence::high, {{line.block, line.words}});
            return true;
        }
        return false;
    }

    // "Lead: …", "Lead of the area – …".
    bool labelled(const Line& line, const Folded& folded, std::string_view section, const Lines& lines, std::size_t index, bool own_section) {
        const std::string_view text = folded.text;
        std::uint32_t end = label_at(text, 0).end, begin = 0;
        if (end == 0) {
            // One or two words may stand before it: "The lead:", "Area co-lead:".
            const std::size_t colon = text.find(':');
            std::size_t at = 0;
            for (int word = 0; word < 3 && end == 0; ++word) {
                at = text.find(' ', at);
                if (at == std::string_view::npos || colon == std::string_view::npos || at >= colon || colon > 60) break;
                ++at;
                begin = static_cast<std::uint32_t>(at);
                end = label_at(text, begin).end;
            }
        }
        if (end == 0) return false;
        if (text[end - 1] == ':') --end;  // a label may hold its colon, 领导：
        const std::size_t limit = std::min<std::size_t>(text.size(), end + 70);
        for (std::size_t p = end; p < limit; ++p) {
            const char c = text[p];
            if (const std::size_t close = c == '(' ? text.find(')', p) : std::string_view::npos; close < limit) {  // "(01.07.2026 – 30.06.2028)"
                p = close;
                continue;
            }
            if (c == '.' || c == ';' || c == ',') return false;
            const bool dash = c == '-' && text[p - 1] == ' ' && p + 1 < text.size() && text[p + 1] == ' ';
            if (c != ':' && !dash) continue;
            if (std::count(text.begin() + end, text.begin() + static_cast<std::ptrdiff_t>(p), ' ') > 9) return false;
            const std::uint32_t from = line.words.begin + folded.source_end(static_cast<std::uint32_t>(p + 1));
            const bool certain = places_.is_certain_label(kind_, text.substr(0, begin), text.substr(end, p - end)) && !places_.leads_other_area(text.substr(0, p));
            // "Dirige la esfera el Instituto de Lagos: Sra. Roe": the name stands before the colon.
            if (!certain && own_section && text.substr(begin, end - begin).find(' ') != std::string_view::npos && names_someone({line.block, {line.words.begin + folded.source_end(end), line.words.begin + folded.source_begin(static_cast<std::uint32_t>(p))}})) return false;
            const Confidence confidence = !certain ? Confidence::low : line.kind == LineKind::list_item ? Confidence::certain : Confidence::high;
            Span who = reading_.trimmed({from, line.words.end});
            // "The leads drafted the plan: a survey, …" names nobody.
            if (!own_section && std::count(text.begin() + end, text.begin() + static_cast<std::ptrdiff_t>(p), ' ') > 2 && begins_small(reading_.view(who)) && !names_someone({line.block, who}, true)) return false;
            if (who.empty()) {
                for (std::size_t n = index + 1; n < lines.size() && n <= index + 8; ++n) {
                    const Line& below = lines[n];
                    if (below.kind == LineKind::heading || below.kind == LineKind::table || (n > index + 1 && !below.is_list())) break;
                    add(below.block, below.words, section, confidence);
                }
                return true;
            }
            // Their contact may stand on the next line.
            std::vector<Stretch> more;
            if (!has_contact({line.block, who}) && index + 1 < lines.size() && lines[index + 1].kind == LineKind::paragraph && !lines[index + 1].is_list() && fits_in(reading_.view(lines[index + 1].span), 160))
                if (const Line& below = lines[index + 1]; label_at(fold(reading_.view(below.words).substr(0, 64)), 0).end == 0) more.push_back({below.block, below.words});
            who.end = end_of_name(reading_, who);
            add(line.block, who, section, confidence, more);
            return true;
        }
        return false;
    }

    // A cell such as "Institute of Lakes, lead of the area".
    void in_cell(std::uint32_t cell, std::string_view section) {
        for (const std::uint32_t block : texts_in(reading_, cell)) {
            const Span words = reading_.document.blocks[block].text;
            if (!fits_in(reading_.view(words), 200)) continue;
            const Line line{LineKind::list_item, 0, true, false, false, block, words, words, 0, {}};
            const Folded folded = fold_mapped(reading_.view(words));
            for (const TermHit& hit : reading_.words.around.find(folded.text)) {
                const Span who = hit.id == kind_ ? name_before_role(reading_, line, folded, hit) : Span();
                if (who.empty()) continue;
                add(block, who, section, Confidence::certain, {{block, words}});
                return;
            }
        }
    }

    // "Institute for Clean Cities (lead)", "The area is led by …".
    void in_words(const Line& line, const Folded& folded, std::string_view section, bool own_section) {
        const std::string_view text = folded.text;
        constexpr std::uint32_t longest_article = 4;
        std::uint32_t reached = 0;
        Stretch doubtful{};
        for (const TermHit& hit : reading_.words.around.find(text)) {
            if (hit.id != kind_ || hit.begin < reached || is_field_of_partner(reading_, text, hit)) continue;
            reached = hit.end;
            const bool several = text.substr(hit.begin, hit.end - hit.begin).find(' ') != std::string_view::npos;
            const std::uint32_t at = line.words.begin + folded.source_begin(hit.begin);
            // "could be the lead", "was the lead until 2022".
            const SentencePlace sentence = sentence_around(reading_, text, hit);
            const auto in_sentence = static_cast<std::uint32_t>(sentence.begin);
            const bool supposed = is_supposed(text.substr(sentence.begin, sentence.end - sentence.begin), hit.begin - in_sentence, hit.end - in_sentence, reading_.language);
            const Confidence sure = supposed || is_negated(text, hit.begin, hit.end, reading_.language) || places_.leads_other(text, hit, sentence.end) ? Confidence::low : Confidence::high;
            if (const Span who = own_section ? name_before_role(reading_, line, folded, hit) : Span(); !who.empty()) {
                add(line.block, who, section, places_.leads_other(text, hit, sentence.end) ? Confidence::low : line.is_list() ? Confidence::certain : Confidence::high, {{line.block, line.words}});
                return;
            }
            // In a script without spaces "led by" stands around the name, and no label is short.
            const bool unspaced = is_ideograph(decode(text, hit.begin).code);
            const bool word = !several && !unspaced;  // with a person beside it, it is a doubt
            if (word && !own_section) continue;
            const std::size_t from = sentence.begin, to = sentence.end;
            const std::size_t copula = word && hit.begin <= from + longest_article ? places_.copula_behind(text, hit.end) : 0;  // "The lead is the Lake Institute"
            const bool weak = word && (copula == 0 || !begins_with_name(reading_.view({line.words.begin + folded.source_end(static_cast<std::uint32_t>(copula)), line.words.end}), false));
            const Confidence most = own_section ? sure : std::min(sure, places_.elsewhere(text.substr(from, to - from), section));
            const bool meeting = !own_section && section != "front" && most == Confidence::low && sure != most && places_.chairs_meeting(text.substr(hit.begin, hit.end - hit.begin), text.substr(from, to - from));
            if (!own_section && !meeting && (unspaced || (most == Confidence::low && section != "front"))) continue;
            const auto first = static_cast<std::uint32_t>(from);
            const Span ahead{line.words.begin + folded.source_begin(first), at}, behind{line.words.begin + folded.source_end(hit.end), line.words.begin + folded.source_end(static_cast<std::uint32_t>(to))};
            const Span inside = several || unspaced ? Span{at, behind.begin} : Span{};
            // 由研究所召集: what the label holds goes first there.
            const bool encloses = unspaced && std::any_of(reading_.language.naming.begin(), reading_.language.naming.end(), [&](const std::string& word) { return text.substr(hit.begin).starts_with(word); });
            const std::pair<Span, std::uint32_t> after{behind, hit.end}, before{ahead, first}, held{inside, hit.begin};
            for (const auto& [words, begin] : encloses ? std::array{held, after, before} : std::array{after, before, held}) {
                // 由研究所牵头, 牵头方为研究所.
                Span side = words;
                for (const std::string& word : reading_.language.naming)
                    if (unspaced && text.substr(begin).starts_with(word))
                        side.begin = std::min(line.words.begin + folded.source_end(begin + static_cast<std::uint32_t>(word.size())), side.end);
                // 由研究所某教授召集: the verb is none of the name.
                if (encloses && begin == hit.begin) {
                    constexpr std::size_t longest_verb = 6;
                    std::uint32_t last = 0;
                    for (const TermHit& word : reading_.language.words.find(text.substr(hit.begin, hit.end - hit.begin)))
                        if (kind_of_word(word.id) == WordKind::person_title || kind_of_word(word.id) == WordKind::organisation_word) last = std::max(last, hit.begin + word.end);
                    if (last != 0 && last < hit.end && hit.end - last <= longest_verb) side.end = line.words.begin + folded.source_end(last);
                }
                // "dirigé par l'Observatoire": the article is no part of the name.
                if (begin == hit.end) {
                    side = reading_.trimmed(side);
                    const std::string_view name = reading_.view(side);
                    for (const std::string_view apostrophe : {"'", "\xE2\x80\x99"})
                        if (name.size() > 8 && name.substr(1).starts_with(apostrophe)) side.begin += static_cast<std::uint32_t>(1 + apostrophe.size());
                }
                for (char32_t c = side.empty() ? U'\0' : decode(reading_.view(side), 0).code; c >= 0x64B && c <= 0x65F; c = side.empty() ? U'\0' : decode(reading_.view(side), 0).code) side.begin += 2;  // a vowel sign of the label
                // Elsewhere a sentence may speak of others as well: the name stands right beside the label.
                if (!own_section && !(meeting && names_partner(side)) && (begin == hit.begin || !begins_with_name(reading_.view(side), begin == first))) continue;
                const bool before_label = begin == hit.begin;
                const auto values = fields_.values_in(spec_.fields[own_], {line.block, side});
                const bool named = (!weak && names_partner(side)) || std::any_of(values.begin(), values.end(), [&, begin = begin](const FieldValue& value) {
                    // Without capitals any words may pass for a name; only those that hold a word of organisations do.
                    if (!unspaced && before_label && value.text.size() == side.size() && !is_caseless(decode(value.text, 0).code)) return false;  // a label such as "direction of the area" is none
                    if (begin == first && !before_label && begin != hit.end && value.type == "organisation" && value.ambiguous && !holds_inner_capital(value.text)) return false;  // "Please name the lead of the area"
                    const bool sure = !value.ambiguous || !is_caseless(decode(value.text, 0).code);
                    return (value.type == "organisation" && (!weak || (hit.begin == from && begins_with_name(value.text, false))) && sure && value.text.size() >= 6 && (value.text.find(' ') != std::string::npos || (unspaced && !value.ambiguous))) ||
                           value.type == "unset" || (value.type == "person" && !value.ambiguous);
                });
                if (!named) continue;
                // "The co-leads, Ms Roe (Lake Institute) and Mr Poe, are elected until 2027."
                const bool beside = weak && begin == hit.end && !line.is_list() && hit.begin <= from + longest_article && text.substr(hit.end).starts_with(", ") && values.front().type == "person" &&
                                    !values.front().ambiguous && values.front().span.begin <= side.begin + 2;
                if (!weak || beside) return add(line.block, side, section, most, {{line.block, line.words}});
                doubtful = {line.block, side};
                break;
            }
            // "Green Schools, an organisation. Leads the area in 2026." in a list.
            if (!weak && own_section && line.is_list() && from > 0 && from == hit.begin && sure != Confidence::low) {
                Span who{line.words.begin, line.words.begin + folded.source_begin(static_cast<std::uint32_t>(std::min(text.find_first_of(",.;", 0), from)))};
                if (names_someone({line.block, who})) return add(line.block, who, section, Confidence::high, {{line.block, line.words}});
            }
            if (unspaced || weak) continue;
            const Span rest = reading_.trimmed(behind);
            if (!own_section && !begins_with_name(reading_.view(rest), false)) continue;
            if (rest.size() > 3 && is_word_character(decode(reading_.view(rest), 0).code)) add(line.block, rest, section, Confidence::low);
            return;
        }
        if (doubtful.block != 0) add(doubtful.block, doubtful.span, section, Confidence::low, {{line.block, line.words}});
    }

    bool names_partner(Span side) const {
        const std::string folded = fold(reading_.view(side).substr(0, longest_line));
        return !folded.empty() && std::any_of(partners_.begin(), partners_.end(), [&](const std::string& name) { return folded.find(name) != std::string::npos; });
    }

    // A cell that is a label: its row names the lead; in a head row, its column.
    void table(std::uint32_t block, std::string_view section) {
        const auto& blocks = reading_.document.blocks;
        std::vector<std::uint32_t> columns;
        bool first_row = true, named_before = false;
        for (std::uint32_t r = block + 1; r < blocks[block].end; r = std::max(blocks[r].end, r + 1)) {
            if (blocks[r].kind != BlockKind::row) continue;
            std::vector<std::uint32_t> cells, labels;
            for (std::uint32_t c = r + 1; c < blocks[r].end; c = std::max(blocks[c].end, c + 1)) {
                if (blocks[c].kind != BlockKind::cell) continue;
                const std::vector<std::uint32_t> texts = texts_in(reading_, c);
                if (texts.empty()) continue;
                cells.push_back(c);
                const std::string_view text = reading_.view(blocks[texts.front()].text);
                if (fits_in(text, 80) && texts.size() == 1 && reading_.may_name(kind_, {texts.front(), blocks[texts.front()].text}) && is_label(fold(text))) labels.push_back(c);
            }
            if (first_row && !labels.empty() && cells.size() > 1 && (blocks[r].has(mark::header_row) || cells.size() > 2 || labels.front() != cells.front())) {
                for (const std::uint32_t c : labels) columns.push_back(blocks[c].column);
                first_row = false;
                // "Name | Lead" is a head; "Ms Roe | Lead" is not.
                const bool heads = blocks[r].has(mark::header_row) || labels.front() == cells.front() || cells.size() > 2;
                if (heads) continue;
                columns.clear();
            }
            // "lead, 2026–2027: Ms Roe" in a cell beside the name, which no head calls a role.
            for (std::size_t c = 1; c < cells.size() && !first_row && section == spec_.section; ++c)
                if (begins_with_role(reading_, kind_, cells[c])) beside_.emplace_back(texts_in(reading_, cells.front()).front(), texts_in(reading_, cells[c]).front());
            first_row = false;
            if (labels.empty() && columns.empty() && section == spec_.section)
                for (bool first = true; const std::uint32_t c : cells)
                    if (const std::uint32_t leaf = texts_in(reading_, c).front(); reading_.view(blocks[leaf].text).size() > 4) {  // the name, behind a number at most, or where names stand
                        if (first || named_.contains(leaf)) in_cell(c, section);
                        first = false;
                    }
            if (!labels.empty() && columns.empty()) {
                const std::uint32_t* named = nullptr;
                std::vector<Stretch> more;
                for (const std::uint32_t& c : cells) {
                    if (std::find(labels.begin(), labels.end(), c) != labels.end()) continue;
                    for (const std::uint32_t t : texts_in(reading_, c)) more.push_back({t, blocks[t].text});
                    if (named == nullptr || (!named_.contains(texts_in(reading_, *named).front()) && named_.contains(texts_in(reading_, c).front()))) named = &c;
                }
                // "Role | Lead" is a line of a form, and by_role() sees whose.
                if (named != nullptr && !is_head_of_partners(reading_, *named)) {
                    const std::uint32_t leaf = texts_in(reading_, *named).front();
                    add(leaf, blocks[leaf].text, section, Confidence::certain, more);
                }
                continue;
            }
            const bool turned = !columns.empty() && !cells.empty() && blocks[cells.front()].column == 0 && is_head_of_partners(reading_, cells.front());  // "| | Lead |" over "Name | …", "Person | …"
            if (turned && named_before) continue;
            named_before = named_before || turned;
            for (const std::uint32_t c : cells)
                if (std::find(columns.begin(), columns.end(), blocks[c].column) != columns.end()) {
                    std::uint32_t leaf = texts_in(reading_, c).front();
                    const int answer = answer_in(reading_, blocks[leaf].text);  // "Lead? | Yes"
                    if (answer > 0) leaf = name_of_row(reading_, cells, named_);
                    if (answer >= 0) add(leaf, blocks[leaf].text, section, Confidence::certain);
                }
        }
    }

    // A partner whose role says so.
    void by_role(const Item& partner) {
        const std::uint32_t roles = reading_.lexicon.vocabulary("roles");
        if (roles == Lexicon::none) return;
        for (const Field& field : partner.fields)
            for (const FieldValue& value : field.values) {
                if (value.type != "term") continue;
                const auto& terms = reading_.form.vocabularies[roles].terms;
                if (field.name != "role" || std::none_of(terms.begin(), terms.end(), [&](const Term& term) { return term.key == value.value && term.group.empty(); })) continue;
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
};

}  // namespace

std::vector<Item> find_leads(const Reading& reading, std::uint32_t kind, const std::vector<Item>& partners) {
    return Leads(reading, kind).run(partners);
}

}  // namespace plancheck
