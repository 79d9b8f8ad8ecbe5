// Paragraphs that hold several labels in a row ("a) …; b) …; c) …"): where each of them begins, and what stands before the first.
#include <algorithm>

#include "plan/lines.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_label = 64;  // bytes

// Whether as many brackets close, or small numbers stand, as make a row of labels: in most paragraphs fewer do.
bool may_hold_labels(std::string_view folded, std::size_t least) noexcept {
    constexpr ByteSet cues{"0123456789)"};
    std::size_t found = 0;
    for (std::size_t at = cues.find(folded), end = 0; at < folded.size() && found < least; at = cues.find(folded, end)) {
        end = at + 1;
        if (folded[at] != ')') end = std::min(folded.find_first_not_of("0123456789", at), folded.size());
        if (end - at <= 2) ++found;
    }
    return found >= least;
}

// "一、", "أ.", "а)": the label at the start of a paragraph that has one.
bool counts_without_digits(std::string_view text) noexcept {
    const char32_t first = decode(text, 0).code;
    return is_ideograph(first) || (first >= 0x400 && first < 0x700);
}

// Where labels stand in the text, each one more than the last, the first of a numbering; what one holds is more than a mention
// of it ("paragraph 19 (a), (b) and (c)").
std::vector<std::pair<std::size_t, Ordinal>> labels_inside(const Reading& reading, Stretch of, std::uint32_t kind) {
    constexpr std::size_t least_words = 8;       // columns
    constexpr std::size_t longest_conjunction = 3;  // letters: "b) …, and c) …", but not "Action (b)"
    constexpr std::u32string_view stops = U";,:.)；，：。、）؛،";
    const Span span = of.span;
    const std::string_view text = reading.view(span);
    std::vector<std::pair<std::size_t, Ordinal>> found;
    char32_t sign = U' ', before = U';';  // the last that is no space, and the last
    std::size_t letters = 0;              // of the word that ended last
    const auto is_inside = [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x600); };
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        // Most signs stand inside words, where no label begins.
        if (is_inside(d.code) && is_inside(before)) {
            ++letters;
            before = sign = d.code;
            at += d.size;
            continue;
        }
        const bool begins_word = !is_white_space(d.code) && (is_white_space(before) || stops.find(before) != std::u32string_view::npos);
        const bool stopped = begins_word && (stops.find(sign) != std::u32string_view::npos || at == 0);
        // A bracket closes a label anywhere, a point only behind a stop; there a word for the kind may stand before it.
        const std::string_view head = begins_word ? text.substr(at, 12) : std::string_view();
        const bool bracket = head.find(')') != head.npos || head.find("）") != head.npos;
        // "一、… 二、… 三、…": a space alone stands before the next of those that other signs than digits count.
        const bool goes_on = begins_word && !found.empty() && found.front().first == 0 && counts_without_digits(text) && (is_ideograph(d.code) || is_caseless(d.code) || (d.code >= 0x400 && d.code < 0x530));
        const bool worded = (stopped || goes_on) && (is_upper(d.code) || is_caseless(d.code) || is_ideograph(d.code) || goes_on || (d.code >= U'0' && d.code <= U'9'));
        if (bracket || worded) {
            const auto label = worded ? label_of(reading, {of.block, {span.begin + static_cast<std::uint32_t>(at), span.end}}, kind) : ordinal_at(whole_within(text.substr(at), longest_label));
            const bool next = label && (found.empty() ? begins(*label) : follows(found.back().second, *label));
            if (next && (stopped || goes_on || (bracket && letters <= longest_conjunction))) {
                if (!found.empty() && fits_in(text.substr(found.back().first + found.back().second.size, at - found.back().first - found.back().second.size), least_words)) return {};
                found.emplace_back(at, *label);
            }
        }
        letters = is_white_space(d.code) ? letters : is_white_space(before) ? 1 : letters + 1;
        before = d.code;
        if (!is_white_space(d.code)) sign = d.code;
        at += d.size;
    }
    return found;
}

// Where a part ends: before the word that joins the next one to it ("b) …; and c) …").
std::size_t without_joint(std::string_view text, std::size_t at, const Language& language) {
    const std::string_view before = trimmed(text.substr(0, at));
    for (const std::string& joint : language.joints)
        if (before.size() > joint.size() + 1 && before.ends_with(joint) && before[before.size() - joint.size() - 1] == ' ') return static_cast<std::size_t>(before.data() - text.data()) + before.size() - joint.size();
    return at;
}

}  // namespace

bool part_labelled(const Reading& reading, LineRange lines, std::uint32_t kind, Lines& parts) {
    constexpr std::size_t fewest = 2, least_labels = 3;
    bool any = false;
    for (const Line& line : lines) {
        const std::string_view text = reading.view(line.span);
        if (line.kind != LineKind::paragraph || line.is_list() || line.continued) {
            parts.push_back(line);
            continue;
        }
        const bool may = (line.ordinal && counts_without_digits(text)) || may_hold_labels(reading.block_text->folded(line.block), fewest);
        const auto labels = may ? labels_inside(reading, {line.block, line.span}, kind) : std::vector<std::pair<std::size_t, Ordinal>>();
        // Two are a list where a colon announces them, or the paragraph begins with the first, and a semicolon parts them.
        const auto announced = [&] {
            const auto ends = [&](std::size_t at, std::string_view signs) {  // one of them, three bytes each behind the first
                const std::string_view before = trimmed(text.substr(0, at));
                return before.ends_with(signs.front()) || (before.size() > 3 && signs.find(before.substr(before.size() - 3)) != std::string_view::npos) || (before.size() > 2 && signs.find(before.substr(before.size() - 2), 4) != std::string_view::npos);
            };
            return labels.size() == fewest && (labels[0].first == 0 || ends(labels[0].first, ":：")) && ends(without_joint(text, labels[1].first, reading.language), ";；؛");
        };
        const auto apart = [&] { return labels.size() == fewest && std::all_of(labels.begin(), labels.end(), [&](const auto& label) { return begins_sentence(text, label.first, label.second); }); };
        if (labels.size() < least_labels && !announced() && !apart()) {
            parts.push_back(line);
            continue;
        }
        any = true;
        const auto part = [&](std::size_t begin, std::size_t end, std::size_t words) {
            Line made;
            made.block = line.block;
            made.span = reading.trimmed({line.span.begin + static_cast<std::uint32_t>(begin), line.span.begin + static_cast<std::uint32_t>(end)});
            made.words = reading.trimmed({line.span.begin + static_cast<std::uint32_t>(words), line.span.begin + static_cast<std::uint32_t>(end)});
            if (const char32_t first = decode(reading.view(made.words), 0).code; first == ':' || first == 0xFF1A) made.words = reading.trimmed({made.words.begin + (first == ':' ? 1U : 3U), made.words.end});
            parts.push_back(std::move(made));
        };
        if (labels.front().first != 0) part(0, labels.front().first, 0);
        // What is said behind the sentence of the last one belongs to none of them, unless "Action 3." begins more than a sentence each.
        const std::size_t words_of_last = labels.back().first + labels.back().second.size;
        const auto sentences = sentences_of(text.substr(words_of_last), reading.language, Semicolon::joins);
        const std::size_t end = sentences.empty() || labels.back().second.worded ? text.size() : words_of_last + sentences.front().end;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            part(labels[i].first, i + 1 < labels.size() ? without_joint(text, labels[i + 1].first, reading.language) : end, labels[i].first + labels[i].second.size);
            parts.back().ordinal = labels[i].second;
            parts.back().typed = true;
        }
        if (!trimmed(text.substr(end)).empty()) part(end, text.size(), end);
    }
    return any;
}

}  // namespace plancheck
