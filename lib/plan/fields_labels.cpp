// Labelled stretches of an item's words ("Contact: …", "费用：…"): which field a label names, and where its value ends. A label stands at
// the start of a line or behind a sign that ends what was said before; its value ends at the next label, or, of names and amounts,
// where a sentence or the label of something else begins.
#include <algorithm>
#include <optional>
#include <span>

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
    constexpr ByteSet stops{".;\xB7"};
    for (std::size_t stop = stops.find(words); stop < words.size(); stop = stops.find(words, stop + 1)) {
        if (words[stop] == '.' && (stop + 1 >= words.size() || words[stop + 1] != ' ' || stop < 3)) continue;
        const std::string_view label = words.substr(stop + 1, longest);
        const std::size_t end = label.find_first_of(":.;,@0123456789");
        if (end != std::string_view::npos && end > 1 && label[end] == ':') return static_cast<std::uint32_t>(words[stop] == '\xB7' && stop > 0 ? stop - 1 : stop);
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

// The labels of one stretch, line by line.
class FieldReader::LabelReader {
public:
    LabelReader(const FieldReader& fields, Stretch stretch)
        : fields_(fields), reading_(fields.reading_), spec_(fields.spec_), first_(fields.kind_ * 64), stretch_(stretch) {}

    std::vector<Segment> read() {
        if (!may_hold_labels(reading_.view(stretch_.span))) return {};
        for (std::uint32_t from = stretch_.span.begin; from < stretch_.span.end;) {
            const std::string_view rest = reading_.view({from, stretch_.span.end});
            const auto size = static_cast<std::uint32_t>(std::min(rest.find('\n'), rest.size()));
            line({from, from + size});
            from += size + 1;
        }
        for (std::size_t i = 0; i < made_.size(); ++i) end_value(i);
        return std::move(made_);
    }

private:
    // Offsets of labels are of the folded text.
    struct LabelledLine {
        Span span;
        const FoldedBlock& folded;
        std::string_view text;
        std::span<const TermHit> heads;
    };

    const FieldReader& fields_;
    const Reading& reading_;
    const ItemSpec& spec_;
    const std::uint32_t first_;  // the id of the kind's first field among heads
    const Stretch stretch_;
    std::vector<Segment> made_;

    // Most stretches have no sign that could end a label.
    static bool may_hold_labels(std::string_view text) noexcept {
        for (const std::string_view sign : {":", "：", "\xE2\x80\x93", " - ", "。", "；"})
            if (text.find(sign) != std::string_view::npos) return true;
        return false;
    }
    bool is_own(const TermHit& hit) const noexcept { return hit.id >= first_ && hit.id < first_ + 64; }
    FieldType type_of(std::uint32_t field) const { return spec_.fields[field].type; }

    void line(Span span) {
        const FoldedPart part(reading_, {stretch_.block, span});
        const std::vector<TermHit> heads = part.find(reading_.words.heads);
        const LabelledLine line{span, part.folded(), part.folded().text, heads};
        const std::size_t before = made_.size();
        std::size_t reached = 0;
        for (const TermHit& hit : heads) {
            if (!is_own(hit) || hit.begin < reached) continue;
            // An article written together with the head belongs to it.
            const std::size_t begin = hit.begin - attached_before(reading_.language, line.text, hit.begin);
            std::size_t behind = begin;
            while (behind > 0 && line.text[behind - 1] == ' ') --behind;
            if (behind != 0 && !ends_with_stop(line.text.substr(0, behind)) && !follows_bullet(line.text, behind)) continue;
            const std::optional<std::size_t> value = value_behind(line.text, hit, behind == 0);
            if (!value) continue;
            reached = *value;
            Segment segment = segment_of(line, hit, begin, *value);
            // "(contact: …)"
            if (behind > 0 && line.text[behind - 1] == '(')
                if (const std::size_t close = reading_.view(span).find(')', segment.label.end - span.begin); close != std::string_view::npos)
                    segment.value.span.end = span.begin + static_cast<std::uint32_t>(close);
            if (made_.size() > before && made_.back().value.span.end > segment.label.begin) made_.back().value.span.end = segment.label.begin;
            made_.push_back(segment);
        }
    }

    // What was said before a label ends with such a sign.
    static bool ends_with_stop(std::string_view text) noexcept {
        return std::string_view(".;(|,)-/").find(text.back()) != std::string_view::npos || text.ends_with("。") || text.ends_with("、") || text.ends_with("\xC2\xB7") || text.ends_with("\xE2\x80\xA2");
    }

    // "• Milestone: …" on a line of its own inside a cell.
    static bool follows_bullet(std::string_view text, std::size_t behind) noexcept {
        const std::size_t sign = std::min(text.find_first_not_of(' '), behind);
        return sign < behind && sign + bullet_at(text.substr(sign)) >= behind;
    }

    Segment segment_of(const LabelledLine& line, const TermHit& hit, std::size_t begin, std::size_t value) const {
        Segment segment;
        segment.field = hit.id - first_;
        if (type_of(segment.field) == FieldType::reference)
            for (const TermHit& other : line.heads)
                if (other.id != hit.id && is_own(other) && other.begin == hit.begin && other.end == hit.end) segment.either = other.id - first_;
        segment.label = {line.span.begin + line.folded.source_begin(static_cast<std::uint32_t>(begin)), line.span.begin + line.folded.source_end(static_cast<std::uint32_t>(value))};
        segment.value = {stretch_.block, {segment.label.end, line.span.end}};
        return segment;
    }

    // Where the value begins behind a head; nothing where it is no label.
    std::optional<std::size_t> value_behind(std::string_view text, const TermHit& head, bool at_start) const {
        const FieldType type = type_of(head.id - first_);
        std::size_t at = past_brackets(text, head.end);
        bool labels = at < text.size() && text[at] == ':';
        if (!labels && at_start && type != FieldType::text && type != FieldType::term) {
            if (const std::size_t colon = text.find(':', at); colon != std::string_view::npos && goes_on_as_label(text.substr(at, colon - at))) {
                at = colon;
                labels = true;
            } else {
                labels = at > head.end && text.substr(at).starts_with("- ");
            }
        }
        if (labels) {
            if (type == FieldType::reference && at > head.end && is_number(text.substr(head.end, at - head.end))) return std::nullopt;
            return at + 1;
        }
        // "联系人何以安。": no space and no colon parts it from the name, which goes to the next stop.
        const bool joined = type == FieldType::contact && at < text.size() && at == head.end && is_ideograph(decode_before(text, at).code) && names_one(text.substr(at));
        return joined ? std::optional(at) : std::nullopt;
    }

    // "cost(s)", "Cost (in US dollars)", and the spaces behind.
    static std::size_t past_brackets(std::string_view text, std::size_t at) noexcept {
        constexpr std::size_t longest_ending = 4, longest = 40;
        const auto close_of = [&] { return at < text.size() && text[at] == '(' ? text.find(')', at) : std::string_view::npos; };
        if (const std::size_t close = close_of(); close != std::string_view::npos && close - at <= longest_ending) at = close + 1;
        while (at < text.size() && text[at] == ' ') ++at;
        if (const std::size_t close = close_of(); close != std::string_view::npos && fits_in(text.substr(at, close - at), longest)) at = close + 1;
        while (at < text.size() && text[at] == ' ') ++at;
        return at;
    }

    // "Contact of the project office:": a few words between the head and the colon.
    static bool goes_on_as_label(std::string_view words) noexcept {
        constexpr std::size_t longest = 40;
        constexpr std::ptrdiff_t most_spaces = 4;
        return words.size() <= longest && std::count(words.begin(), words.end(), ' ') <= most_spaces && words.find_first_of(".;,@0123456789") == std::string_view::npos;
    }

    // "行动（一）：" names the item that is meant; what follows is no value of the field.
    static bool is_number(std::string_view text) {
        std::string_view number = trimmed(text);
        if (number.starts_with('(') && number.ends_with(')')) number = number.substr(1, number.size() - 2);
        const Decoded letter = decode(number, 0);  // "Action b: …"
        if (letter.size == number.size() && is_letter_or_digit(letter.code)) return true;
        return parse_numeral(number, Languages::built_in(), SectionWords::none).has_value();
    }

    void end_value(std::size_t i) {
        Segment& segment = made_[i];
        const FieldType type = type_of(segment.field);
        Span span = reading_.trimmed(segment.value.span);
        if (span.empty()) span = value_below(i).value_or(span);
        const auto cut = [&](std::size_t size) { span.end = span.begin + static_cast<std::uint32_t>(size); };
        if (ends_at_other_label(type)) cut(before_other_label(reading_.view(span)));
        if (is_name(type)) cut(before_next_sentence(reading_.view(span)));
        if (type == FieldType::money) cut(before_sentence_behind_number(reading_.view(span), reading_.language));
        segment.value.span = span = without_last_signs(span);
        if (segment.either == Lexicon::none || span.empty()) return;
        const std::uint32_t target = reading_.lexicon.kind(spec_.fields[segment.field].refers_to);
        if (!fields_.refers(segment.value, target)) segment.field = segment.either;
    }

    // "Contact:" alone on its line, and the value on the one below, unless another label stands there.
    std::optional<Span> value_below(std::size_t i) const {
        const Segment& segment = made_[i];
        const std::uint32_t end = segment.value.span.end;
        if (end >= stretch_.span.end || reading_.document.text[end] != '\n') return std::nullopt;
        // "… Cost:" and "820,000 euros" on the next line.
        const bool is_amount = end + 1 < stretch_.span.end && is_digit(reading_.document.text[end + 1]);
        if (!is_amount && !begins_line(segment)) return std::nullopt;
        const std::string_view below = reading_.view({end + 1, stretch_.span.end});
        Span next{end + 1, end + 1 + static_cast<std::uint32_t>(std::min(below.find('\n'), below.size()))};
        const bool is_last = i + 1 == made_.size();
        if (is_amount && !is_last) next.end = std::max(next.begin, std::min(next.end, made_[i + 1].label.begin));
        if (!is_last && made_[i + 1].label.begin < next.end) return std::nullopt;
        return reading_.trimmed(next);
    }

    // A small letter goes on with what was wrapped above.
    bool begins_line(const Segment& segment) const {
        constexpr char32_t first_without_case = 0x590;
        const std::string_view before = reading_.view({stretch_.span.begin, segment.label.begin}), above = before.substr(0, before.find_last_not_of(" \t") + 1);
        const char32_t initial = decode(reading_.view(segment.label), 0).code;
        return (above.empty() || above.back() == '\n') && (is_upper(initial) || initial >= first_without_case);
    }

    Span without_last_signs(Span span) const {
        for (; !span.empty(); span = reading_.trimmed(span)) {
            const std::string_view words = reading_.view(span);
            if (words.ends_with("；") || words.ends_with("，") || words.ends_with("。") || (words.ends_with("）") && words.find("（") == std::string_view::npos)) span.end -= 3;
            else if (words.ends_with("؛") || words.ends_with("،") || words.ends_with("\xC2\xB7")) span.end -= 2;
            else if (words.ends_with("\xE2\x80\xA2") || words.ends_with(" \xE2\x80\x93") || words.ends_with(" \xE2\x80\x94")) span.end -= 3;
            else if (words.ends_with(" -")) --span.end;
            else if (words.back() == ')' && words.find('(') == std::string_view::npos) --span.end;
            else if (std::string_view(";,(|").find(words.back()) != std::string_view::npos) --span.end;
            else break;
        }
        return span;
    }
};

std::vector<FieldReader::Segment> FieldReader::segments(Stretch stretch) const { return LabelReader(*this, stretch).read(); }

std::vector<FieldValue> FieldReader::values_in(const Segment& segment) const {
    // "Cost (US dollars): 40,000"
    const ColumnHead head = column_head(spec_, segment.field, reading_.view(segment.label), reading_.language);
    return values_in(spec_.fields[segment.field], segment.value, &head);
}

}  // namespace plancheck
