// Leads that running text names: "Institute for Clean Cities (lead)", "The area is led by …", 由研究所牵头.
#include <algorithm>
#include <array>
#include <optional>

#include "plan/lead_finder.hpp"
#include "plan/lead_words.hpp"
#include "plan/tables.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

// One mention of leading in a line. Offsets are of the folded line.
class LeadFinder::Mention {
public:
    Mention(LeadFinder& finder, const Line& line, const FoldedBlock& folded, const TermHit& hit, std::string_view section, bool own_section)
        : finder_(finder), reading_(finder.reading_), line_(line), folded_(folded), text_(folded.text), hit_(hit), section_(section), own_section_(own_section),
          sentence_(sentence_around(reading_, text_, hit)) {
        is_unspaced_ = is_ideograph(decode(text_, hit.begin).code);
        is_word_ = !is_unspaced_ && label().find(' ') == std::string_view::npos;
    }

    /// Whether a lead was found: then the rest of the line says more of it.
    bool look() {
        sure_ = of_words();
        if (own_section_ && before_role()) return true;
        if (is_word_ && !own_section_) return false;
        is_weak_ = is_word_ && !says_who();
        if (!own_section_ && !may_stand_elsewhere()) return false;
        for (const Side side : sides()) {
            const Told told = look_at(side);
            if (told == Told::lead) return true;
            if (told == Told::doubt) return false;
        }
        return is_line_of_list() || (!is_unspaced_ && !is_weak_ && behind_label());
    }
    /// What may be a name beside a single word.
    const std::optional<Stretch>& doubtful() const noexcept { return doubtful_; }

private:
    // Where the name may stand: before the label in its sentence, behind it, or inside it (由研究所召集).
    enum class Side { before, behind, inside };
    enum class Told { nothing, doubt, lead };

    static constexpr std::uint32_t longest_article = 4;

    LeadFinder& finder_;
    const Reading& reading_;
    const Line& line_;
    const FoldedBlock& folded_;
    const std::string_view text_;
    const TermHit hit_;
    const std::string_view section_;
    const bool own_section_;
    const SentencePlace sentence_;
    bool is_unspaced_ = false;  // in a script without spaces "led by" stands around the name, and no label is short
    bool is_word_ = false;      // with a person beside it, a single word is a doubt
    bool is_weak_ = false;      // such a word, and no "is" with a name behind it
    bool is_meeting_ = false;   // it tells who chairs the meetings
    std::size_t copula_ = 0;    // where "is" ends that stands before the name
    Confidence sure_ = Confidence::high, most_ = Confidence::high;  // by its own words; by its place as well
    std::optional<Stretch> doubtful_;

    std::string_view label() const noexcept { return text_.substr(hit_.begin, hit_.end - hit_.begin); }
    std::string_view sentence() const noexcept { return text_.substr(sentence_.begin, sentence_.end - sentence_.begin); }
    Span source(std::size_t begin, std::size_t end) const {
        return {line_.words.begin + folded_.source_begin(static_cast<std::uint32_t>(begin)), line_.words.begin + folded_.source_end(static_cast<std::uint32_t>(end))};
    }
    std::uint32_t source_end(std::size_t end) const { return line_.words.begin + folded_.source_end(static_cast<std::uint32_t>(end)); }
    std::uint32_t source_begin(std::size_t begin) const { return line_.words.begin + folded_.source_begin(static_cast<std::uint32_t>(begin)); }
    bool begins_sentence() const noexcept { return hit_.begin <= sentence_.begin + longest_article; }
    bool leads_other() const { return finder_.places_.leads_other(text_, hit_, sentence_.end); }

    void tell(Span who, Confidence confidence) { finder_.add(line_.block, who, section_, confidence, {{line_.block, line_.words}}); }

    // "could be the lead", "the post of lead was offered to …", "was the lead until 2022".
    Confidence of_words() const {
        const auto from = static_cast<std::uint32_t>(sentence_.begin);
        const bool supposed = is_supposed(sentence(), hit_.begin - from, hit_.end - from, reading_.language);
        return supposed || is_undecided(reading_, sentence()) || is_negated(text_, hit_.begin, hit_.end, reading_.language) || leads_other() ? Confidence::low : Confidence::high;
    }

    // "Institute for Clean Cities (lead)".
    bool before_role() {
        // "The coordinating body (lead of the area) is the Lake Institute": the role stands in the brackets, or before them.
        constexpr std::size_t longest = 80;  // bytes
        const std::size_t sign = text_.find_first_not_of(' ', hit_.end), close = sign == std::string_view::npos ? sign : text_[sign] == '(' ? text_.find(')', sign) : sign;
        if (close != std::string_view::npos && text_[close] == ')' && close - hit_.end < longest)
            if (copula_ = copula_at(reading_, text_, close + 1); copula_ != 0) return false;
        const Span who = name_before_role(reading_, line_, folded_, hit_);
        if (who.empty()) return false;
        tell(who, leads_other() ? Confidence::low : line_.is_list() ? Confidence::certain : Confidence::high);
        return true;
    }

    // "The lead is the Lake Institute".
    bool says_who() {
        copula_ = begins_sentence() ? finder_.places_.copula_behind(finder_.kind_, text_, hit_.end) : copula_;
        return copula_ != 0 && begins_with_name(reading_.view({source_end(copula_), line_.words.end}), false);
    }

    // Outside the kind's own section: where the sentence speaks of the area, or of who chairs its meetings.
    bool may_stand_elsewhere() {
        most_ = std::min(sure_, finder_.places_.elsewhere(sentence(), section_));
        is_meeting_ = section_ != "front" && most_ == Confidence::low && sure_ != most_ && finder_.places_.chairs_meeting(label(), sentence());
        return is_meeting_ || !(is_unspaced_ || (most_ == Confidence::low && section_ != "front"));
    }

    // 由研究所召集: what the label holds goes first there.
    bool encloses() const {
        return is_unspaced_ && std::any_of(reading_.language.naming.begin(), reading_.language.naming.end(), [&](const std::string& word) { return text_.substr(hit_.begin).starts_with(word); });
    }
    std::array<Side, 3> sides() const {
        if (encloses()) return {Side::inside, Side::behind, Side::before};
        // "The Lake Institute leads the area until 2028 (contact: Ms Roe)": no name stands right behind it.
        if (own_section_ && !is_word_ && !begins_sentence() && begins_small(reading_.view(words_of(Side::behind))) && begins_with_name(reading_.view(words_of(Side::before)), true)) return {Side::before, Side::behind, Side::inside};
        return {Side::behind, Side::before, Side::inside};
    }

    Told look_at(Side side) {
        const Span words = words_of(side);
        if (words.empty()) return Told::nothing;
        // Elsewhere a sentence may speak of others as well: the name stands right beside the label.
        if (!own_section_ && !(is_meeting_ && finder_.names_partner(words)) && (side == Side::inside || !begins_with_name(reading_.view(words), side == Side::before))) return Told::nothing;
        const std::vector<FieldValue> values = finder_.fields_.values_in(finder_.spec_.fields[finder_.own_], {line_.block, words});
        const bool named = (!is_weak_ && finder_.names_partner(words)) || std::any_of(values.begin(), values.end(), [&](const FieldValue& value) { return is_name(value, side, words); });
        if (!named) return Told::nothing;
        if (!is_weak_ || (side == Side::behind && lists_names(values, words))) {
            tell(words, own_section_ ? sure_ : most_);
            return Told::lead;
        }
        doubtful_ = {line_.block, words};
        return Told::doubt;
    }

    Span words_of(Side side) const {
        Span words;
        switch (side) {
            case Side::before: words = {source_begin(sentence_.begin), source_begin(hit_.begin)}; break;
            case Side::behind: words = {source_end(std::max<std::size_t>(hit_.end, copula_)), source_end(sentence_.end)}; break;
            case Side::inside: words = is_word_ ? Span{} : source(hit_.begin, hit_.end); break;
        }
        const std::size_t begin = side == Side::before ? sentence_.begin : side == Side::behind ? hit_.end : hit_.begin;
        // 由研究所牵头, 牵头方为研究所.
        for (const std::string& word : reading_.language.naming)
            if (is_unspaced_ && text_.substr(begin).starts_with(word)) words.begin = std::min(source_end(begin + word.size()), words.end);
        if (side == Side::inside && encloses()) words.end = before_verb(words.end);
        if (side == Side::behind) words = without_article(reading_.trimmed(words));
        // A vowel sign of the label.
        for (char32_t c = first_of(words); c >= 0x64B && c <= 0x65F; c = first_of(words)) words.begin += 2;
        return words;
    }
    char32_t first_of(Span words) const { return words.empty() ? U'\0' : decode(reading_.view(words), 0).code; }

    // 由研究所某教授召集: the verb is none of the name.
    std::uint32_t before_verb(std::uint32_t end) const {
        constexpr std::size_t longest_verb = 6;
        std::uint32_t last = 0;
        for (const TermHit& word : reading_.language.words.find(label()))
            if (kind_of_word(word.id) == WordKind::person_title || kind_of_word(word.id) == WordKind::organisation_word) last = std::max(last, hit_.begin + word.end);
        return last != 0 && last < hit_.end && hit_.end - last <= longest_verb ? source_end(last) : end;
    }

    // "dirigé par l'Observatoire": the article is no part of the name.
    Span without_article(Span words) const {
        const std::string_view name = reading_.view(words);
        for (const std::string_view apostrophe : {"'", "\xE2\x80\x99"})
            if (name.size() > 8 && name.substr(1).starts_with(apostrophe)) words.begin += static_cast<std::uint32_t>(1 + apostrophe.size());
        return words;
    }

    // Without capitals any words may pass for a name; only those that hold a word of organisations do.
    bool is_name(const FieldValue& value, Side side, Span words) const {
        constexpr std::size_t shortest = 6;
        const bool has_case = !is_caseless(decode(value.text, 0).code);
        if (!is_unspaced_ && side == Side::inside && value.text.size() == words.size() && has_case) return false;  // a label such as "direction of the area" is none
        if (value.type == "unset" || (value.type == "person" && !value.ambiguous)) return true;
        if (value.type != "organisation" || (value.ambiguous && !has_case) || value.text.size() < shortest) return false;
        if (side == Side::before && value.ambiguous && !holds_inner_capital(value.text)) return false;  // "Please name the lead of the area"
        if (is_weak_ && !(hit_.begin == sentence_.begin && begins_with_name(value.text, false))) return false;
        return value.text.find(' ') != std::string::npos || (is_unspaced_ && !value.ambiguous);
    }

    // "The co-leads, Ms Roe (Lake Institute) and Mr Poe, are elected until 2027."
    bool lists_names(const std::vector<FieldValue>& values, Span words) const {
        return !line_.is_list() && begins_sentence() && text_.substr(hit_.end).starts_with(", ") && !values.empty() && values.front().type == "person" && !values.front().ambiguous &&
               values.front().span.begin <= words.begin + 2;
    }

    // "Green Schools, an organisation. Leads the area in 2026." in a list.
    bool is_line_of_list() {
        if (is_weak_ || !own_section_ || !line_.is_list() || sentence_.begin == 0 || sentence_.begin != hit_.begin || sure_ == Confidence::low) return false;
        const Span who{line_.words.begin, source_begin(std::min(text_.find_first_of(",.;"), sentence_.begin))};
        if (!finder_.names_someone({line_.block, who})) return false;
        tell(who, Confidence::high);
        return true;
    }

    // What stands behind a label of several words is a lead with doubt, whatever it is.
    bool behind_label() {
        const Span rest = reading_.trimmed(Span{source_end(hit_.end), source_end(sentence_.end)});
        if (!own_section_ && !begins_with_name(reading_.view(rest), false)) return false;
        if (rest.size() > 3 && is_word_character(decode(reading_.view(rest), 0).code)) finder_.add(line_.block, rest, section_, Confidence::low);
        return true;
    }
};

void LeadFinder::in_words(const Line& line, const FoldedPart& part, std::string_view section, bool own_section) {
    std::uint32_t reached = 0;
    std::optional<Stretch> doubtful;
    const FoldedBlock& folded = part.folded();
    for (const TermHit& hit : reading_.around.find(part.text())) {
        if (hit.id != kind_ || hit.begin < reached || is_field_of_partner(reading_, folded.text, hit)) continue;
        reached = hit.end;
        Mention mention(*this, line, folded, hit, section, own_section);
        if (mention.look()) return;
        if (mention.doubtful()) doubtful = mention.doubtful();
    }
    if (doubtful) add(doubtful->block, doubtful->span, section, Confidence::low, {{line.block, line.words}});
}

// "Institute of Lakes, lead of the area" in a cell: the name.
Span LeadFinder::name_with_role(std::uint32_t block) const {
    const Span words = reading_.document.blocks[block].text;
    if (!fits_in(reading_.view(words), 200)) return {};
    const Line line{LineKind::list_item, 0, true, false, false, block, words, words, 0, {}};
    const FoldedPart part(reading_, {block, words});
    for (const TermHit& hit : reading_.around.find(part.text()))
        if (const Span who = hit.id == kind_ ? name_before_role(reading_, line, part.folded(), hit) : Span(); !who.empty()) return who;
    return {};
}

void LeadFinder::in_cell(std::uint32_t cell, std::string_view section) {
    for (const std::uint32_t block : texts_in(reading_, cell))
        if (const Span who = name_with_role(block); !who.empty()) add(block, who, section, Confidence::certain, {{block, reading_.document.blocks[block].text}});
}

}  // namespace plancheck
