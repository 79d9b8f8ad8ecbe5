// A paragraph with line breaks becomes several lines where a line after a break begins with a label or a bullet: authors
// type lists that way. The first 64 bytes of a line are folded to look for a word before the number.
#include "plan/lines.hpp"

#include <algorithm>
#include <map>

#include "plan/block_text.hpp"
#include "plan/counted_names.hpp"
#include "plan/legal_forms.hpp"
#include "plan/mixed_boxes.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/number_signs.hpp"
#include "text/numerals.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

constexpr std::size_t start_of_line = 64;

std::string_view start(std::string_view text) { return whole_within(text, start_of_line); }

// Where the number begins, behind "no." or "n°" where one stands at `at` of the text that was folded.
std::size_t number_at(const Language& language, const Folded& folded, std::string_view text, std::size_t at) {
    std::size_t p = 0;
    while (p < folded.text.size() && folded.source_begin(static_cast<std::uint32_t>(p)) < at) ++p;
    const std::size_t behind = after_number_sign(language, folded.text, p);
    return behind == p ? at : behind == folded.text.size() ? text.size() : folded.source_begin(static_cast<std::uint32_t>(behind));
}

// "No. 1: …", "№ 2. …", "#3 – …", and where a capital follows, with nothing that closes it.
std::optional<Ordinal> label_behind_sign(const Language& language, std::string_view text, LabelContext context = LabelContext::worded) {
    const char32_t first = decode(text, 0).code;
    if (first != 'N' && first != 'n' && first != '#' && first != 0x2116) return std::nullopt;
    const std::string_view line = start(text);
    const Folded folded = fold_mapped(line);
    const std::size_t at = number_at(language, folded, line, 0);
    if (at == 0 || at == text.size()) return std::nullopt;
    auto label = ordinal_at(text.substr(at), context);
    if (!label || label->text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    if (context == LabelContext::worded && at + label->size == text.size()) return std::nullopt;
    label->size += static_cast<std::uint32_t>(at);
    label->shape.insert(0, "n");
    return label;
}

// "第一项 测量…", "第2条：测量…": counted, and parted from what follows; "第一项行动是测量…" names what it counts, and goes on.
std::optional<Ordinal> counted_label(const Reading& reading, std::string_view text, std::uint32_t kind) {
    const auto [value, end] = counted_at_start(reading.language, text);
    if (value == 0) return std::nullopt;
    const std::size_t white = white_at(text, end);
    const Decoded sign = decode(text, end + white);
    const bool closes = sign.code == ':' || sign.code == 0xFF1A || sign.code == 0x3001;
    const bool named = white == 0 && !closes && reading.words.around.match_at(fold(start(text.substr(end))), 0, kind, kind).end != 0;
    if ((white == 0 && !closes && !named) || end + white == text.size()) return std::nullopt;
    const std::size_t behind = end + white + (closes ? sign.size : 0);
    Ordinal label;
    label.value = value;
    label.text = std::to_string(value);
    label.shape = "counted" + std::string(text.substr(end - std::min<std::size_t>(end, 3), 3));  // by what counts it
    label.size = named ? 0 : static_cast<std::uint32_t>(behind + white_at(text, behind));
    return label;
}

// "Action two: …", "Mesure trois – …": a number in words, and a sign that closes it.
std::optional<Ordinal> ordinal_in_words(std::string_view text) {
    const auto [word, size] = Languages::built_in().ordinal_at(text);
    if (word == nullptr) return std::nullopt;
    std::size_t end = size + white_at(text, size);
    const Decoded sign = decode(text, end);
    const bool dash = end != size && (sign.code == '-' || sign.code == 0x2013 || sign.code == 0x2014);
    if (sign.code != ':' && sign.code != 0xFF1A && !dash && !(sign.code == '.' && end == size)) return std::nullopt;
    end += sign.size;
    if (sign.code != 0xFF1A && white_at(text, end) == 0) return std::nullopt;
    Ordinal label;
    label.value = word->value;
    label.text = std::to_string(word->value);
    label.shape = "words";
    label.size = static_cast<std::uint32_t>(end + white_at(text, end));
    return label;
}

void read_typed_label(const Reading& reading, Line& line, std::uint32_t kind) {
    const std::string_view text = reading.view(line.span);
    if (const std::uint32_t size = bullet_at(text); size != 0 && line.kind == LineKind::paragraph) {
        line.bullet = line.typed = true;
        line.words.begin += size;
        return;
    }
    line.ordinal = label_of(reading, {line.block, line.span}, kind);
    // "2.1 总目标", "2-1 الهدف العام": a title holds no amount, so a space parts such a label from it.
    if (!line.ordinal && line.kind == LineKind::heading)
        if (auto levels = ordinal_at(text, LabelContext::worded); levels && levels->parent != 0 && is_digit(levels->text.front())) line.ordinal = std::move(levels);
    if (line.ordinal) {
        line.typed = true;
        line.words.begin += line.ordinal->size;
    }
}

// `begin`: where the line begins with the pictures before its words.
void read_label(const Reading& reading, Line& line, const Block& block, std::uint32_t begin, std::uint32_t kind) {
    line.words = line.span;
    if (reading.numbered.contains(line.block) && begin == reading.trimmed(block.text).begin) {
        // The number of the paragraph is no label of what stands in it: "7. Priority action A: …", "5. Objective 1: …".
        Span inner = line.span;
        if (block.label.empty() && line.kind != LineKind::list_item)
            if (const auto number = ordinal_at(reading.view(inner))) inner.begin += number->size;
        if (auto own = label_of(reading, {line.block, inner}, kind); own && own->worded) {
            line.kind = LineKind::paragraph;
            line.typed = true;
            line.words = {inner.begin + own->size, line.span.end};
            line.ordinal = std::move(own);
            return;
        }
    }
    const bool first = begin < block.text.begin + 4 || begin == reading.trimmed(block.text).begin;
    if (first && !block.label.empty()) {
        const std::string_view label = trimmed(reading.document.label(block));
        line.ordinal = label_behind_sign(reading.language, label, LabelContext::automatic);
        if (!line.ordinal) line.ordinal = ordinal_at(label, LabelContext::automatic);
        if (!line.ordinal) {
            const Folded folded = fold_mapped(label);
            const TermHit word = reading.words.around.match_at(folded.text, 0, kind, kind);
            if (word.end != 0 && word.end < folded.text.size()) {
                std::size_t at = folded.source_end(word.end);
                while (at < label.size() && label[at] == ' ') ++at;
                at = number_at(reading.language, folded, label, at);
                line.ordinal = ordinal_at(label.substr(at), LabelContext::automatic);
                if (line.ordinal) line.ordinal->worded = true;
            }
        }
        if (!line.ordinal && block.number != 0) line.ordinal = Ordinal{std::string(label), "auto", block.number, 0, 0, 0, false};
        if (line.ordinal) line.ordinal->size = 0;
        else line.bullet = line.kind == LineKind::list_item;
        if (line.ordinal || line.bullet) return;
    }
    if (line.kind == LineKind::list_item && first) {
        if (block.has(mark::ordered) && block.number != 0)
            line.ordinal = Ordinal{std::to_string(block.number), "auto", block.number, 0, 0, 0, false};
        else line.bullet = true;
        return;
    }
    read_typed_label(reading, line, kind);
    // "✅ Collect the lamps"
    if (begin != line.span.begin && line.kind == LineKind::paragraph && !line.typed && block.bold == 0) line.bullet = line.typed = true;
}

// Of a paragraph it is only known what is bold at its beginning: a line below whose first word is a code of the same make ("O2" below
// a bold "O1") has it bold as well.
std::uint32_t code_like_above(const Reading& reading, const Line& above, const Line& line) {
    constexpr std::size_t longest = 10;  // bytes
    const std::string_view code = trimmed(reading.view(above.words).substr(0, above.bold)), text = reading.view(line.words);
    const auto digits = [](std::string_view own) { return own.find_first_of("0123456789"); };
    const std::size_t letters = digits(code);
    if (code.size() > longest || letters == 0 || letters == code.npos || above.bold >= above.words.size() || text.substr(0, letters) != code.substr(0, letters)) return 0;
    const std::size_t end = text.find_first_not_of("0123456789.", letters);
    return end != text.npos && end > letters && end <= longest && text[end] == ' ' && code.find_first_not_of("0123456789.", letters) == code.npos ? static_cast<std::uint32_t>(end) : 0;
}

void add(const Reading& reading, Lines& lines, std::uint32_t index, Span span, bool first, std::uint32_t kind) {
    const Block& block = reading.document.blocks[index];
    Line line;
    line.span = reading.trimmed(span);
    if (line.span.empty() || (block.kind == BlockKind::paragraph && parts_texts(reading.view(line.span)))) return;
    line.block = index;
    const std::uint32_t begin = line.span.begin;
    constexpr unsigned char least = 0xE2;  // that a picture begins with
    if (static_cast<unsigned char>(reading.view(line.span).front()) >= least && enclosed_number(reading.view(line.span)).value == 0) line.span.begin += static_cast<std::uint32_t>(pictures_at(reading.view(line.span)));
    switch (block.kind) {
        case BlockKind::heading: line.kind = LineKind::heading; break;
        case BlockKind::list_item: line.kind = first ? LineKind::list_item : LineKind::paragraph; break;
        default: line.kind = LineKind::paragraph; break;
    }
    line.level = block.level;
    line.continued = block.has(mark::continued) || (!first && block.kind == BlockKind::list_item);
    if (line.continued) {
        line.kind = LineKind::paragraph;
        line.words = line.span;
    } else {
        read_label(reading, line, block, begin, kind);
    }
    const std::uint32_t bold_end = block.text.begin + block.bold;
    line.bold = bold_end > line.words.begin ? std::min(bold_end, line.words.end) - line.words.begin : 0;
    if (line.bold == 0 && !first && !lines.empty() && lines.back().block == index) line.bold = code_like_above(reading, lines.back(), line);
    lines.push_back(std::move(line));
}

bool starts_line(std::string_view text) {
    const std::string_view line = trimmed(text);
    return bullet_at(line) != 0 || pictures_at(line) != 0 || ordinal_at(line).has_value();
}

// Whether a line holds the name of the kind alone ("Activity:"), and behind the one below it, at `at`, nothing but a further label
// stands: then that line is what the label names, whatever it begins with.
bool is_named_above(const Reading& reading, std::string_view text, std::size_t at, std::uint32_t kind) {
    constexpr std::size_t longest = 160;  // bytes of a label
    if (kind == Lexicon::none || at < 2) return false;
    const std::size_t before = text.substr(0, at - 1).rfind('\n'), begin = before == text.npos ? 0 : before + 1;
    std::string_view above = trimmed(text.substr(begin, at - 1 - begin));
    if (!above.ends_with(':') || above.size() > longest) return false;
    above.remove_suffix(1);
    const std::string folded = fold(above);
    if (!reading.words.around.is_term(folded, Words::name_of_kind + kind) && !reading.words.around.is_term(folded, kind)) return false;
    const std::size_t end = text.find('\n', at);
    if (end != text.npos && bullet_at(trimmed(text.substr(at, 8))) != 0 && bullet_at(trimmed(text.substr(end + 1, 8))) != 0) return false;  // the first of a list
    return end == text.npos || text.substr(end + 1, longest).find(':') != text.npos;
}

// The lines of a text that begin with labels or bullets, each with what goes on behind it. Words before a number ("Action 2 –")
// begin one in sequence only: a sentence may be wrapped before them.
template <class Take>
void each_line(const Reading& reading, Stretch of, std::uint32_t kind, Take&& take) {
    const Span span = of.span;
    const std::string_view text = reading.view(span);
    std::size_t from = 0;
    std::optional<Ordinal> worded;
    const auto goes_on = [&](std::size_t at) {
        auto label = label_of(reading, {of.block, reading.trimmed({span.begin + static_cast<std::uint32_t>(at), span.end})}, kind);
        if (!label || !label->worded || !(worded ? follows(*worded, *label) : at == 0 || begins(*label))) return false;
        worded = std::move(label);
        return true;
    };
    if (text.find('\n') != std::string_view::npos) goes_on(0);
    for (std::size_t at = text.find('\n');; at = text.find('\n', at + 1)) {
        const bool last = at == std::string_view::npos;
        if (last || (starts_line(text.substr(at + 1, start_of_line)) && !is_named_above(reading, text, at + 1, kind)) || goes_on(at + 1)) {
            take(Span{span.begin + static_cast<std::uint32_t>(from), last ? span.end : span.begin + static_cast<std::uint32_t>(at)}, from == 0);
            from = at + 1;
        }
        if (last) return;
    }
}

// What stands behind a title in its own block.
void add_glued(const Reading& reading, Lines& lines, Stretch glued, std::uint32_t kind) {
    each_line(reading, glued, kind, [&](Span span, bool) {
        Line line;
        line.block = glued.block;
        line.span = line.words = reading.trimmed(span);
        if (line.span.empty()) return;
        read_typed_label(reading, line, kind);
        lines.push_back(std::move(line));
    });
}

// "21. Members:" above "a) …; b) …": where one numbered paragraph announces all that is listed, the numbers list nothing. Nor do
// typed ones where the section has one list that the format numbers, nor any beside "Objective 1. …", "Objective 2. …".
void list_below_number(const Reading& reading, Lines& lines) {
    const auto is_numbered = [&](const Line& line) { return reading.numbered.contains(line.block) && !(line.ordinal && line.ordinal->worded); };
    std::size_t listed = 0, above = lines.size(), announcing = lines.size();
    std::size_t ordered = 0, begun = 0;  // items that the format numbers, beside paragraphs with typed numbers
    std::size_t called = 0;               // paragraphs with a word and a number of their own
    bool one = true, typed = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].ordinal && lines[i].ordinal->worded && lines[i].kind != LineKind::heading && lines[i].kind != LineKind::table) ++called;
        if (is_numbered(lines[i])) {
            above = i;
            typed = typed && lines[i].typed;
            continue;
        }
        if (lines[i].kind == LineKind::list_item && lines[i].ordinal && !lines[i].typed) {
            ++ordered;
            begun += lines[i].ordinal->value == 1 ? 1 : 0;
        }
        if (lines[i].is_list() || lines[i].ordinal) {
            ++listed;
            one = one && above != lines.size() && (announcing == lines.size() || announcing == above);
            announcing = above;
        }
    }
    const bool beside = (typed && ordered >= 2 && begun == 1) || called >= 2;
    if (!beside && (listed < 2 || !one || !ends_in_colon(reading, lines[announcing].span))) return;
    for (Line& line : lines)
        if (is_numbered(line)) {
            line.kind = LineKind::paragraph;
            line.ordinal.reset();
            line.bullet = false;
        }
}

// "(Action 1) Measure …", （成果１）, 【行动一】: a label with its word, and nothing else between the brackets.
bool is_label_bracket(char32_t c) noexcept { return c == '(' || c == '[' || c == 0xFF08 || c == 0x3010 || c == 0xFF3B; }

std::optional<Ordinal> label_in_brackets(const Reading& reading, Stretch of, std::uint32_t kind) {
    constexpr std::size_t longest = 60;  // bytes
    const std::string_view text = reading.view(of.span);
    const std::size_t open = decode(text, 0).size;
    std::size_t close = open;
    while (close < text.size() && close < longest && (is_word_character(decode(text, close).code) || decode(text, close).code == ' ' || decode(text, close).code == '.')) close += decode(text, close).size;
    const Decoded last = decode(text, close);
    if (last.code != ')' && last.code != ']' && last.code != 0xFF09 && last.code != 0x3011 && last.code != 0xFF3D) return std::nullopt;
    const Span inside{of.span.begin + static_cast<std::uint32_t>(open), of.span.begin + static_cast<std::uint32_t>(close)};
    if (inside.empty() || !is_word_character(decode(text, open).code)) return std::nullopt;
    auto label = label_of(reading, {of.block, inside}, kind);
    if (!label || !label->worded || label->size != inside.size()) return std::nullopt;
    std::size_t end = close + last.size;
    if (const Decoded sign = decode(text, end); sign.code == ':' || sign.code == 0xFF1A || sign.code == '.') end += sign.size;
    label->size = static_cast<std::uint32_t>(end + white_at(text, end));
    label->shape.insert(0, "(");
    return label;
}

}  // namespace

std::optional<Ordinal> label_of(const Reading& reading, Stretch of, std::uint32_t kind) {
    const std::string_view text = reading.view(of.span);
    const Decoded first = decode(text, 0);
    if (auto plain = ordinal_at(text)) return plain;
    if (kind == Lexicon::none) return std::nullopt;
    if (auto counted = counted_label(reading, text, kind)) return counted;
    if (auto behind = label_behind_sign(reading.language, text)) return behind;
    if (is_label_bracket(first.code)) return label_in_brackets(reading, of, kind);
    if (!is_word_character(first.code)) return std::nullopt;
    // "Priority 1 – …": what heads a column of them may stand before the number of one as well.
    const std::uint32_t name = Words::name_of_kind + kind;
    if (!reading.around.may_begin(of.block, of.span, [=](std::uint32_t id) { return id == kind || id == name; })) return std::nullopt;
    const auto word_at = [&](std::string_view folded, std::uint32_t at) {
        const TermHit word = reading.words.around.match_at(folded, at, kind, kind);
        return word.end != 0 ? word : reading.words.around.match_at(folded, at, name, name);
    };
    if (const auto begin = reading.block_text->begin_of(of.block, of.span); begin && word_at(reading.block_text->all(), *begin).end == 0) return std::nullopt;
    const std::string_view line = start(text);
    const Folded folded = fold_mapped(line);
    const TermHit word = word_at(folded.text, 0);
    if (word.end == 0) return std::nullopt;
    std::size_t at = folded.source_end(word.end);
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    at = number_at(reading.language, folded, line, at);
    auto label = ordinal_at(text.substr(at), LabelContext::worded);
    if (!label) label = ordinal_in_words(text.substr(at));
    if (!label) return label;
    label->size += static_cast<std::uint32_t>(at);
    // "Objectif 1. – En 2028, …"
    for (const std::string_view dash : {"\xE2\x80\x93 ", "\xE2\x80\x94 ", "- "})
        if (text.substr(label->size).starts_with(dash)) label->size += static_cast<std::uint32_t>(dash.size());
    label->shape.insert(0, "w");
    label->worded = true;
    return label;
}

// "No. 2", "n° 2"
bool begins_number_sign(std::string_view text, std::size_t at) {
    const char c = text[at];
    return (c == 'n' || c == 'N') && at + 2 < text.size() && (text.substr(at + 1).starts_with("o.") || text.substr(at + 1).starts_with("o ") || static_cast<unsigned char>(text[at + 1]) >= 0x80);
}

bool label_by_any_word(const Reading& reading, std::uint32_t kind, Lines& lines, std::size_t least) {
    constexpr std::size_t most_words = 3;
    // A word for what items of the kind refer to ("Objective 1: …") says what it is; another kind's counts as any word ("Activity 1. …").
    std::vector<std::uint32_t> own{kind};
    for (const FieldSpec& field : reading.form.items[kind].fields)
        if (field.type == FieldType::reference) own.push_back(reading.lexicon.kind(field.refers_to));
    const auto says_what = [&](const TermHit& hit) {
        const std::uint32_t of = hit.id < Words::name_of_kind ? hit.id : hit.id - Words::name_of_kind;
        return hit.id >= Words::annex || std::find(own.begin(), own.end(), of) != own.end();
    };
    struct Counted {
        std::size_t line;
        Ordinal label;
    };
    std::map<std::string, std::vector<Counted>> by_word;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.kind != LineKind::paragraph || line.is_list() || line.continued || line.ordinal) continue;
        const std::string_view text = start(reading.view(line.words));
        std::size_t end = 0, letters = 0;
        const auto pass_word = [&] {
            for (Decoded c = decode(text, end); c.size != 0 && is_letter_or_digit(c.code) && digit_of(c.code) > 9; c = decode(text, end), ++letters) end += c.size;
        };
        pass_word();
        for (std::size_t words = 1; words < most_words && end + 1 < text.size() && text[end] == ' ' && is_letter_or_digit(decode(text, end + 1).code) && digit_of(decode(text, end + 1).code) > 9 && !begins_number_sign(text, end + 1); ++words) {
            ++end;
            pass_word();
        }
        std::size_t at = end + white_at(text, end);
        // A number, or what stands for the word: few paragraphs go on so.
        if (letters < (is_ideograph(decode(text, 0).code) ? 2 : 3) || at == end || at >= text.size() || (digit_of(decode(text, at).code) > 9 && std::string_view("nN#").find(text[at]) == std::string_view::npos && !text.substr(at).starts_with("\u2116"))) continue;
        at = number_at(reading.language, fold_mapped(text), text, at);
        auto label = ordinal_at(reading.view(line.words).substr(at), LabelContext::worded);
        if (!label || label->value == 0 || label->size == 0 || at + label->size >= line.words.size()) continue;
        const std::string_view sign = trimmed(reading.view(line.words).substr(at, label->size));
        if (!sign.ends_with('.') && !sign.ends_with(':') && !sign.ends_with("：") && !sign.ends_with(')') && !sign.ends_with('-') && !sign.ends_with("–")) continue;
        label->size += static_cast<std::uint32_t>(at);
        label->shape.insert(0, "u");
        label->worded = true;
        std::string word = fold(text.substr(0, end));
        const auto known = reading.words.around.find(word);
        if (std::any_of(known.begin(), known.end(), [&](const TermHit& hit) { return hit.begin == 0 && hit.end == word.size() && says_what(hit); })) continue;
        std::vector<Counted>& same = by_word[std::move(word)];
        if (same.empty() ? begins(*label) : follows(same.back().label, *label)) same.push_back({i, std::move(*label)});
    }
    bool any = false;
    for (auto& [word, same] : by_word) {
        if (same.size() < std::max<std::size_t>(least, 2) || any) continue;
        any = true;
        for (Counted& one : same) {
            Line& line = lines[one.line];
            line.words.begin += one.label.size;
            line.bold -= std::min(line.bold, one.label.size);
            line.typed = true;
            line.ordinal = std::move(one.label);
        }
    }
    return any;
}

Lines lines_of(const Reading& reading, std::uint32_t begin, std::uint32_t end, std::uint32_t kind, Stretch glued) {
    Lines lines;
    const auto& blocks = reading.document.blocks;
    if (!glued.span.empty()) add_glued(reading, lines, glued, kind);
    end = std::min(end, reading.notes_begin);
    for (std::uint32_t i = begin; i < end;) {
        const Block& block = blocks[i];
        // A row or cell is met only inside a table that frames text.
        const bool open = block.kind == BlockKind::row || block.kind == BlockKind::cell || reading.outline.frames_text(i);
        const std::uint32_t next = open ? i + 1 : std::max(block.end, i + 1);
        if (block.kind == BlockKind::table && !open) {
            Line line;
            line.kind = LineKind::table;
            line.block = i;
            lines.push_back(line);
        } else if ((block.kind == BlockKind::heading || block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) &&
                   reading.is_text(i)) {
            each_line(reading, {i, block.text}, kind, [&](Span span, bool first) { add(reading, lines, i, span, first, kind); });
        }
        i = next;
    }
    if (!reading.numbered.empty()) list_below_number(reading, lines);
    drop_mixed_boxes(reading, lines);
    return lines;
}

void part_addressed_lines(const Reading& reading, Lines& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line line = lines[i];
        const std::string_view text = reading.view(line.words);
        if (line.kind != LineKind::paragraph || line.is_list() || line.continued || line.ordinal || text.find('\n') == std::string_view::npos) continue;
        Lines parts;
        std::size_t addressed = 0;
        bool names = true;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            const std::string_view one = trimmed(text.substr(from, end - from));
            if (!one.empty()) {
                if (one.find('+') != std::string_view::npos || !find_values(one, reading.language, want_contacts | in_contact_field).empty()) ++addressed;
                names = names && fits_in(one, 200) && count_code_points(one) >= 4 && is_word_character(decode(one, 0).code) && !one.ends_with(':') &&
                        std::count(one.begin(), one.end(), ' ') <= 20 && one.find("。") == std::string_view::npos;
                Line part = line;
                part.words = part.span = reading.trimmed({line.words.begin + static_cast<std::uint32_t>(from), line.words.begin + static_cast<std::uint32_t>(end)});
                part.bold = from == 0 ? std::min(line.bold, part.words.size()) : 0;
                parts.push_back(std::move(part));
            }
            from = end + 1;
        }
        if (!names || addressed < 2 || addressed * 3 < parts.size() * 2) continue;
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i), parts.begin(), parts.end());
        i += parts.size() - 1;
    }
}

bool ends_in_colon(const Reading& reading, Span span) {
    const std::string_view text = trimmed(reading.view(span));
    return text.ends_with(':') || text.ends_with("\xEF\xBC\x9A");
}

bool is_title_like(const Reading& reading, const Line& line) {
    if (line.kind == LineKind::heading) return true;
    if (line.kind != LineKind::paragraph || line.continued) return false;
    const std::string_view text = reading.view(line.words);
    if (line.whole_bold() && fits_in(text, 200)) return true;
    if (!fits_in(text, 70) || (text.ends_with('.') && before_legal_form(text) == 0) || text.ends_with(';') || text.ends_with("。") || text.ends_with("；")) return false;
    return std::count(text.begin(), text.end(), ' ') <= 6;
}

bool may_head_table(const Reading& reading, const Line& line) {
    constexpr std::size_t longest = 120;  // columns
    if (is_title_like(reading, line)) return true;
    const std::string_view text = reading.view(line.words);
    return line.kind == LineKind::paragraph && !line.is_list() && !line.continued && fits_in(text, longest) && !text.ends_with('.') && !text.ends_with(';') && !text.ends_with("。") && !text.ends_with("；");
}

}  // namespace plancheck
