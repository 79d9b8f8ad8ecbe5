// Where a lead may be named: what is led, who led it once, and whether a sentence outside the kind's own section speaks of the area at all.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "plan/lead_words.hpp"
#include "plan/reading.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

/// No name does.
inline bool begins_small(std::string_view text) {
    const char32_t first = decode(text, 0).code;
    return is_word_character(first) && !is_upper(first) && !is_caseless(first) && !is_ideograph(first);
}

/// Whether a word behind the first begins with a capital letter, or a letter without case: "Indicate the" is no name.
inline bool holds_inner_capital(std::string_view text) {
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        const bool word = is_word_character(d.code);
        if (word && !inside && at != 0 && (is_upper(d.code) || is_caseless(d.code) || is_ideograph(d.code))) return true;
        inside = word;
        at += d.size;
    }
    return false;
}

/// Whether the first longer word begins with a capital letter, and with `all` each one outside brackets and behind no comma: "Ms Roe
/// (Lake Institute)", "the Institute of Lakes", but not "drafted the text", "this plan was drafted by the Institute".
inline bool begins_with_name(std::string_view text, bool all) {
    constexpr std::size_t longest_small = 3;  // letters: "of", "the", "del"
    const std::size_t least = all ? 2 : 1;  // "Note by the" is no name
    std::size_t capitals = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        Decoded d = decode(text, at);
        if (!is_word_character(d.code)) {
            if (capitals >= least && d.code == ',') return true;
            depth += d.code == '(' ? 1 : d.code == ')' ? -1 : 0;
            at += d.size;
            continue;
        }
        const bool capital = is_upper(d.code);
        std::size_t letters = 0;
        for (; at < text.size() && is_word_character((d = decode(text, at)).code); at += d.size) ++letters;
        if (capital && letters > 1) ++capitals;
        if (depth > 0 || letters <= longest_small) continue;
        if (!capital) return false;
        if (!all) return true;
    }
    return capitals >= least;
}

class LeadPlaces {
public:
    explicit LeadPlaces(const Reading& reading) : reading_(reading) {}

    /// Whether the template has such words.
    bool known() const { return words_ != Lexicon::none; }

    bool holds(std::string_view text, std::string_view key) const {
        const auto hits = reading_.find(text, words_);
        return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return reading_.form.vocabularies[words_].terms[reading_.lexicon.term(hit.id).term].key == key; });
    }

    /// "Le responsable par intérim est …", "Our coordinator and lead is …": where the word ends that says who it is, also behind what is led,
    /// for how long, or another label.
    std::size_t copula_behind(std::uint32_t kind, std::string_view text, std::size_t label_end) const {
        constexpr std::size_t longest = 48;
        const std::size_t at = copula_at(reading_, text, label_end);
        if (at != 0 || !known()) return at;
        for (std::size_t space = text.find(' ', label_end + 1); space < label_end + longest; space = text.find(' ', space + 1))
            if (const std::size_t behind = copula_at(reading_, text, space); behind != 0) {
                const std::string_view between = text.substr(label_end, space - label_end);
                const bool dated = between.find_first_of("0123456789") != std::string_view::npos && std::count(between.begin(), between.end(), ' ') < 3;  // "for 2025"
                return dated || holds(between, "led") || holds_label(kind, between) ? behind : 0;
            }
        return 0;
    }

    /// 牵头绘制矿井图: in a script without spaces a short label is a verb where another one follows, and some work is led.
    bool leads_work(std::string_view text, const TermHit& label) const {
        constexpr std::uint32_t two = 6;  // bytes of two ideographs
        if (!known() || label.end - label.begin > two || !is_ideograph(decode(text, label.begin).code) || !is_ideograph(decode(text, label.end).code)) return false;
        return !holds(text.substr(label.end, 2 * two), "led") && !holds(text.substr(label.end, 2 * two), "area");
    }

    /// "the Partnership's coal area" in a plan for another one, behind a label. Only beside a word for an area: names hold such terms too.
    bool leads_other_area(std::string_view text) const;

    bool leads_other(std::string_view text, const TermHit& label, std::size_t sentence_end) const {
        return leads_work(text, label) || leads_other_area(text.substr(label.begin, sentence_end - label.begin));
    }

    bool names_area(std::string_view text) const { return !reading_.find(text, areas_).empty() || !reading_.find(text, area_words_).empty(); }

    /// Outside the kind's own section many are said to lead something: what is said of the area counts, and a name of an
    /// area may be that of another one.
    Confidence elsewhere(std::string_view sentence, std::string_view section) const {
        if (!known() || !holds(sentence, "area") || holds(sentence, "former")) return Confidence::low;
        return section == "front" || !names_area(sentence) ? Confidence::high : Confidence::low;
    }

    /// "Chaired by the Lake Institute, the partners meet in May": who chairs their meetings leads the area, as it seems.
    bool chairs_meeting(std::string_view label, std::string_view sentence) const {
        return known() && holds(label, "chair") && holds(sentence, "meeting") && !holds(sentence, "former");
    }

    /// "Chair: Ms Roe. Rapporteur: Mr Low.": the head of minutes says who led a meeting. `rest`: what follows the label, and the next line.
    bool heads_minutes(std::string_view label, std::string_view rest, std::string_view next) const {
        return known() && holds(label, "chairing") && (holds(rest, "minutes") || holds(next, "minutes"));
    }

    /// "Lead author:", "Former lead:", "Address of the lead:", "Head of the canteen:" name no lead of the area for certain. Between a label and the colon
    /// may stand what is led, a number, or something in brackets; a template without words for it lets anything stand there.
    bool is_certain_label(std::uint32_t kind, std::string_view before, std::string_view between) const {
        if (!known()) return true;
        if (holds(before, "former") || holds(between, "former") || says_address(before)) return false;
        const std::string_view what = trimmed(between.substr(0, between.find('(')));
        if (what.empty() || !is_word_character(decode(what, 0).code) || what.find_first_of("0123456789") != std::string_view::npos || holds(what, "led")) return true;
        return holds_label(kind, what) || names_area(what);
    }

    /// Sentences of the places where a lead may be named that speak of the area and of leading, which nothing denies; not many.
    std::vector<Stretch> said_in(const ItemSpec& spec) const;

private:
    bool holds_label(std::uint32_t kind, std::string_view text) const {
        const auto labels = reading_.around.find(text);
        return std::any_of(labels.begin(), labels.end(), [&](const TermHit& hit) { return hit.id == kind; });
    }
    bool says_address(std::string_view before) const {
        const auto hits = before.empty() ? std::vector<TermHit>() : reading_.language.words.find(before);
        return std::any_of(hits.begin(), hits.end(), [](const TermHit& hit) { return kind_of_word(hit.id) >= WordKind::email_label && kind_of_word(hit.id) <= WordKind::address_label; });
    }
    bool names_somebody(std::string_view text, std::uint32_t from) const;
    bool joins_area(std::string_view gap) const;

    const Reading& reading_;
    std::uint32_t words_ = reading_.lexicon.vocabulary("lead-labels");
    std::uint32_t areas_ = reading_.lexicon.vocabulary("areas"), area_words_ = reading_.lexicon.vocabulary("area-words");
};

}  // namespace plancheck
