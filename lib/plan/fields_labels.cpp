// Labelled stretches of an item's words ("Contact: …", "费用：…"): which field a label names, and where its value ends. A label stands at
// the start of a line or behind a sign that ends what was said before; its value ends at the next label, or, of names and amounts,
// where a sentence or the label of something else begins.
#include <algorithm>

#include "plan/fields.hpp"
#include "plan/table_head.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/numerals.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// "40,000 USD; Beneficiaries: 12 towns", "Union of Towns. What is done: …": what stands behind a label that no field has is
// no part of an amount or a name.
std::uint32_t before_other_label(std::string_view words) {
    constexpr std::size_t longest = 48;
    for (std::size_t stop = words.find_first_of(".;"); stop != std::string_view::npos; stop = words.find_first_of(".;", stop + 1)) {
        if (words[stop] == '.' && (stop + 1 >= words.size() || words[stop + 1] != ' ' || stop < 3)) continue;
        const std::string_view label = words.substr(stop + 1, longest);
        const std::size_t end = label.find_first_of(":.;,@0123456789");
        if (end != std::string_view::npos && end > 1 && label[end] == ':') return static_cast<std::uint32_t>(stop);
    }
    return static_cast<std::uint32_t>(words.size());
}

// "Institute of soils. It surveys …": a name ends with its sentence; "Univ. Pasteur" and "St. Anna" go on.
std::size_t before_next_sentence(std::string_view words) noexcept {
    for (std::size_t stop = words.find(". "); stop != std::string_view::npos; stop = words.find(". ", stop + 1)) {
        const std::size_t next = words.find_first_not_of(' ', stop + 1);
        if (next == std::string_view::npos || !is_upper(decode(words, next).code)) continue;
        std::size_t begin = stop, letters = 0;
        while (begin > 0 && is_letter_or_digit(decode_before(words, begin).code)) {
            begin -= decode_before(words, begin).size;
            ++letters;
        }
        if (letters >= 5 || (letters >= 3 && !is_upper(decode(words, begin).code))) return stop;
    }
    return words.size();
}

// "EUR 640,000. The first eight sites are done by March 2027": an amount ends with its sentence, once a number was said.
std::size_t before_sentence_behind_number(std::string_view words, const Language& language) {
    const std::size_t digit = ascii_digits.find(words);
    for (const SentencePlace& sentence : sentences_of(words, language, Semicolon::joins))
        if (sentence.end > digit) return sentence.end;
    return words.size();
}

// Two to four ideographs, or words of Latin letters, up to the end or a stop.
bool names_one(std::string_view text) noexcept {
    constexpr std::size_t most_signs = 4, most_letters = 40;
    std::size_t at = 0, signs = 0;
    while (at < text.size() && is_ideograph(decode(text, at).code) && signs <= most_signs) at += decode(text, at).size, ++signs;
    if (signs == 0)
        while (at < text.size() && at <= most_letters && (is_letter_or_digit(decode(text, at).code) || text[at] == ' ' || text[at] == '-')) at += decode(text, at).size;
    if (at == 0 || signs == 1 || signs > most_signs || at > most_letters) return false;
    const char32_t next = at < text.size() ? decode(text, at).code : U'\0';
    return next == 0 || next == U'。' || next == U'，' || next == U'；' || next == U',' || next == U';' || next == U'(' || next == U'（' || next == U'.';
}

bool is_name(FieldType type) noexcept { return type == FieldType::party || type == FieldType::person || type == FieldType::organisation; }

bool ends_at_other_label(FieldType type) noexcept {
    return type == FieldType::money || is_name(type);
}

}  // namespace

std::vector<FieldReader::Segment> FieldReader::segments(Stretch stretch) const {
    std::vector<Segment> made;
    const std::uint32_t first = kind_ * 64;
    std::uint32_t from = stretch.span.begin;
    const std::string_view whole = reading_.view(stretch.span);
    if (whole.find(':') == std::string_view::npos && whole.find("：") == std::string_view::npos && whole.find("\xE2\x80\x93") == std::string_view::npos && whole.find(" - ") == std::string_view::npos &&
        whole.find("。") == std::string_view::npos && whole.find("；") == std::string_view::npos)
        return made;
    while (from < stretch.span.end) {
        const std::string_view rest = reading_.view({from, stretch.span.end});
        const std::size_t line_size = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, line_size);
        const FoldedPart part(reading_, {stretch.block, {from, from + static_cast<std::uint32_t>(line_size)}});
        const FoldedBlock& folded = part.folded();
        const std::string_view text = folded.text;
        std::uint32_t reached = 0;
        const std::size_t before = made.size();
        const std::vector<TermHit> hits = part.find(reading_.words.heads);
        for (const TermHit& hit : hits) {
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
            if (q < text.size() && text[q] == '(' && text.find(')', q) != std::string_view::npos && fits_in(text.substr(q, text.find(')', q) - q), 40)) q = text.find(')', q) + 1;
            while (q < text.size() && text[q] == ' ') ++q;
            bool labels = q < text.size() && text[q] == ':';
            const FieldType type = spec_.fields[hit.id - first].type;
            if (!labels && at_start && type != FieldType::text && type != FieldType::term) {
                const std::size_t colon = text.find(':', q);
                labels = colon != std::string_view::npos && colon - q <= 40 && std::count(text.begin() + static_cast<std::ptrdiff_t>(q), text.begin() + static_cast<std::ptrdiff_t>(colon), ' ') <= 4 &&
                         text.substr(q, colon - q).find_first_of(".;,@0123456789") == std::string_view::npos;
                if (labels) q = colon;
                else if (text.substr(q).starts_with("- ") && q > hit.end) labels = true;
            }
            // "行动（一）：" names the item that is meant; what follows is no value of the field.
            if (labels && type == FieldType::reference && q > hit.end) {
                std::string_view number = trimmed(text.substr(hit.end, q - hit.end));
                if (number.starts_with('(') && number.ends_with(')')) number = number.substr(1, number.size() - 2);
                const Decoded letter = decode(number, 0);  // "Action b: …"
                if ((letter.size == number.size() && is_letter_or_digit(letter.code)) || parse_numeral(number, Languages::built_in(), SectionWords::none)) continue;
            }
            // "联系人何以安。": no space and no colon parts it from the name, which goes to the next stop.
            const bool joined = !labels && type == FieldType::contact && q < text.size() && q == hit.end && is_ideograph(decode_before(text, q).code) && names_one(text.substr(q));
            if (!labels && !joined) continue;
            if (!joined) ++q;
            reached = static_cast<std::uint32_t>(q);
            Segment segment;
            segment.field = hit.id - first;
            if (type == FieldType::reference)
                for (const TermHit& other : hits)
                    if (other.id != hit.id && other.id >= first && other.id < first + 64 && other.begin == hit.begin && other.end == hit.end) segment.either = other.id - first;
            segment.label = {from + folded.source_begin(label_begin), from + folded.source_end(q)};
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
    for (std::size_t i = 0; i < made.size(); ++i) {
        Segment& segment = made[i];
        Span span = reading_.trimmed(segment.value.span);
        // "Contact:" alone on its line, and the value on the one below, unless another label stands there.
        const std::string_view before = reading_.view({stretch.span.begin, segment.label.begin}), above = before.substr(0, before.find_last_not_of(" \t") + 1);
        const bool amount_below = segment.value.span.end + 1 < stretch.span.end && is_digit(reading_.document.text[segment.value.span.end + 1]);  // "… Cost:" and "820,000 euros" on the next line
        const char32_t initial = decode(reading_.view(segment.label), 0).code;  // a small letter goes on with what was wrapped above
        if (span.empty() && (amount_below || ((above.empty() || above.back() == '\n') && (is_upper(initial) || initial >= 0x590))) && segment.value.span.end < stretch.span.end && reading_.document.text[segment.value.span.end] == '\n') {
            const std::string_view below = reading_.view({segment.value.span.end + 1, stretch.span.end});
            Span next = {segment.value.span.end + 1, segment.value.span.end + 1 + static_cast<std::uint32_t>(std::min(below.find('\n'), below.size()))};
            if (amount_below && i + 1 < made.size()) next.end = std::max(next.begin, std::min(next.end, made[i + 1].label.begin));
            if (i + 1 == made.size() || made[i + 1].label.begin >= next.end) span = reading_.trimmed(next);
        }
        if (ends_at_other_label(spec_.fields[segment.field].type)) span.end = span.begin + before_other_label(reading_.view(span));
        if (is_name(spec_.fields[segment.field].type)) span.end = span.begin + static_cast<std::uint32_t>(before_next_sentence(reading_.view(span)));
        if (spec_.fields[segment.field].type == FieldType::money) span.end = span.begin + static_cast<std::uint32_t>(before_sentence_behind_number(reading_.view(span), reading_.language));
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
        if (segment.either == Lexicon::none || span.empty()) continue;
        const std::uint32_t target = reading_.lexicon.kind(spec_.fields[segment.field].refers_to);
        if (!refers({segment.value.block, span}, target)) segment.field = segment.either;
    }
    return made;
}

std::vector<FieldValue> FieldReader::values_in(const Segment& segment) const {
    // "Cost (US dollars): 40,000"
    const ColumnHead head = column_head(spec_, segment.field, reading_.view(segment.label), reading_.language);
    return values_in(spec_.fields[segment.field], segment.value, &head);
}

}  // namespace plancheck
