// Words parted at the end of a line are one again where the document has them in one piece elsewhere, or parts words at all;
// addresses and words that fill their column are parted without a hyphen.
#include "read/pdf_style.hpp"

#include <algorithm>

#include "read/lines.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

std::uint32_t count(const std::unordered_map<std::string, std::uint32_t>& words, const std::string& word) {
    const auto found = words.find(fold(word));
    return found == words.end() ? 0 : found->second;
}

std::size_t digits_at_end(std::string_view text) noexcept {
    const std::size_t last = text.find_last_not_of("0123456789");
    return text.size() - (last == text.npos ? 0 : last + 1);
}

// "202" over "7" is a year, "45,0" over "00" one amount: what a column too narrow for it parted.
bool parts_number(std::string_view upper, std::string_view lower) noexcept {
    const std::size_t head = digits_at_end(upper), tail = std::min(lower.find_first_not_of("0123456789"), lower.size());
    if (tail == 0) return false;
    if (head == upper.size()) return head < 4 && head + tail == 4 && (upper.starts_with("20") || upper.starts_with("19") || upper == "2");
    const char sign = upper[upper.size() - head - 1];
    // "04/202" over "5".
    const std::string_view year = upper.substr(upper.size() - head);
    if (sign == '/' || sign == '-') return head != 0 && head < 4 && head + tail == 4 && (year.starts_with("20") || year == "2");
    return (sign == ',' || sign == '.') && head < 3 && head + tail == 3 && digits_at_end(upper.substr(0, upper.size() - head - 1)) != 0;
}

// Links inside the document name a page of the tool's.
bool is_target(std::string_view target) { return target.starts_with("http") || target.starts_with("mailto:") || target.starts_with("tel:") || target.starts_with("ftp"); }

}  // namespace

// What stands between two lines of a paragraph; `so_far` ends with the upper one, of which `cut` bytes go.
std::string_view PdfJoiner::between(std::string_view so_far, const PdfLine& above, const PdfLine& below, std::size_t& cut) const {
    cut = 0;
    const std::string_view upper = above.text, lower = below.text;
    const Decoded last = decode_before(upper, upper.size()), first = decode(lower, 0);
    if (pdf_parts_address(above, below)) return "";
    if (ends_contact(upper, lower)) return "\n";
    if (is_cjk(last.code) && is_cjk(first.code)) return "";
    const auto digit = [](char32_t c) { return c >= '0' && c <= '9'; };
    // "and/or" is parted behind its stroke.
    if (last.code == '/' && !above.spaced && is_letter_or_digit(decode_before(upper, upper.size() - 1).code) && is_letter_or_digit(first.code)) return "";
    // "2025–" before "2027": a range is not parted by a space.
    if (last.code == 0x2013 && !above.spaced && digit(first.code) && digit(decode_before(upper, upper.size() - last.size).code)) return "";
    bool soft = false;
    if (const std::size_t hyphen = pdf_hyphen(upper, soft)) {
        if (soft) return cut = hyphen, "";
        if (above.spaced) return " ";
        if (is_small_letter(first.code) && parts(upper, lower, hyphen)) cut = hyphen;
        return "";
    }
    if (std::u32string_view(U",.;)]»@").find(first.code) != std::u32string_view::npos) return "";
    if (is_cjk(last.code) || is_cjk(first.code)) return style_.ideographs ? "" : " ";
    if (style_.ideographs && !above.spaced) {
        const float unit = (above.right - above.left) / std::max(1.0F, pdf_weight(upper));
        if (above.to - above.right < 2.6F * unit) return "";
    }
    return breaks_word(so_far, above, below) ? "" : " ";
}

bool PdfJoiner::parts(std::string_view upper, std::string_view lower, std::size_t hyphen) const {
    const std::string head = pdf_last_word(upper), tail = pdf_first_word(lower);
    if (style_.words.count(fold(head + tail)) != 0) return false;
    const std::string whole = head.substr(0, head.size() - hyphen) + tail;
    return style_.words.count(fold(whole)) != 0 || style_.hyphenates;
}

// A word longer than its column is parted where the column ends; addresses are.
bool PdfJoiner::breaks_word(std::string_view so_far, const PdfLine& above, const PdfLine& below) const {
    if (above.spaced) return false;
    const std::string_view upper = above.text;
    const std::size_t space = upper.rfind(' ');
    const std::string_view word = space == upper.npos ? upper : upper.substr(space + 1);
    const char32_t first = decode(below.text, 0).code;
    if (space == upper.npos && first >= '0' && first <= '9' && parts_number(word, below.text)) return true;
    const std::string_view next = std::string_view(below.text).substr(0, below.text.find(' '));
    const bool before_sign = next.find('@') != next.npos && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == word.npos;
    // The second half of an address that is parted twice: "claire.example.or".
    const std::size_t dot = word.find('.');
    const bool host = space == upper.npos && dot != word.npos && dot + 1 < word.size() &&
                      word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == word.npos;
    // What an address that is parted more than once has so far.
    constexpr std::size_t longest_address = 254;
    const std::string_view end_of_text = so_far.substr(so_far.size() - std::min(so_far.size(), longest_address));
    const std::string_view whole = end_of_text.substr(end_of_text.find_last_of(" \n,;)") + 1);
    const bool address = (is_small_letter(first) && (whole.find('@') != whole.npos || whole.find("://") != whole.npos)) || before_sign || host || word.find('@') != word.npos || word.find("://") != word.npos || word.starts_with("www.");
    // Another one begins.
    if (const std::size_t sign = whole.find('@'); sign != whole.npos && next.find('@') != next.npos && whole.find('.', sign) < whole.size() - 2) return false;
    if (address && !before_sign) {
        const char end = word.back();
        if (end == '@' || end == '.' || end == '/' || end == '_' || end == '-') return true;
        if (whole.find('@') != whole.npos && whole.find('.', whole.find('@')) == whole.npos) return true;
    }
    // "GLOBMER" over "C": a word of capitals that stands in one piece elsewhere.
    if (is_upper(first) && space == upper.npos && is_upper(decode_before(upper, upper.size()).code)) {
        const std::string head = pdf_last_word(upper), tail = pdf_first_word(below.text);
        const auto small = [](std::string_view text) { return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }); };
        if (!head.empty() && !tail.empty() && !small(head) && !small(tail) && count(style_.words, head + tail) != 0 && count(style_.inner, tail) == 0) return true;
    }
    // "Средств" over "а, долл.": one letter before a comma is the end of a word that its column parted.
    if (space == upper.npos && is_small_letter(first) && below.text.size() > decode(below.text, 0).size && below.text[decode(below.text, 0).size] == ',' && !above.whole) {
        const char32_t last = decode_before(upper, upper.size()).code;
        if (is_letter_or_digit(last) && !(last >= '0' && last <= '9') && count_code_points(upper) >= 4) return true;
    }
    if ((is_upper(first) && !before_sign) || (!address && !is_small_letter(first))) return false;
    const float unit = (above.right - above.left) / std::max(1.0F, pdf_weight(upper));
    const float room = above.to - above.right;
    if (address && room <= (above.fixed ? 6.0F : 2.6F) * unit) return true;
    const std::string head = pdf_last_word(upper), tail = pdf_first_word(below.text);
    // The whole is a word of the document, and no part of it is one.
    if (!address && head.size() + tail.size() >= 6 && room < 6 * unit && count(style_.words, head + tail) != 0 && count(style_.inner, head) == 0 && count(style_.inner, tail) == 0 && (style_.spaces || space == upper.npos)) return true;
    if (room > (style_.spaces ? 2.0F : 1.6F) * unit) return false;
    if (head.size() + tail.size() >= 6 && count(style_.words, head + tail) != 0) return count(style_.inner, tail) == 0 || count(style_.inner, head) == 0;
    // A word of its own is mostly met again inside a line; one by itself that fills its line is a part, and so is what no space
    // follows, for which there was room.
    if (above.whole || space != upper.npos || (count(style_.inner, head) != 0 && count(style_.inner, tail) != 0)) return false;
    if (style_.spaces && room > 0.6F * unit) return true;
    return count(style_.inner, head) == 0 && count(style_.inner, tail) == 0 && room < 1.2F * unit;
}

PdfJoined PdfJoiner::joined(const std::vector<PdfLine>& lines) const {
    PdfJoined made;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PdfLine& line = lines[i];
        bool bold = i == 0;
        if (i != 0) {
            bold = made.bold == made.text.size();
            std::size_t cut = 0;
            const std::string_view gap = between(made.text, lines[i - 1], line, cut);
            made.text.resize(made.text.size() - cut);
            made.text += gap;
        }
        const auto offset = static_cast<std::uint32_t>(made.text.size());
        made.text += line.text;
        if (bold) made.bold = line.bold == 0 && i != 0 ? made.bold : offset + line.bold;
        for (const PdfLink& link : line.links) {
            if (!made.links.empty() && made.links.back().target == link.target && made.links.back().end + 1 >= offset + link.begin) made.links.back().end = offset + link.end;
            else made.links.push_back({offset + link.begin, offset + link.end, link.target});
        }
    }
    made.bold = std::min(made.bold, static_cast<std::uint32_t>(made.text.size()));
    return made;
}

void pdf_put(const PdfJoined& joined, std::size_t skipped, Builder& builder) {
    const std::uint32_t begin = builder.position();
    const std::size_t bold = std::max<std::size_t>(joined.bold, skipped);
    if (bold > skipped) {
        builder.bold(true);
        builder.text(std::string_view(joined.text).substr(skipped, bold - skipped));
        builder.bold(false);
    }
    builder.text(std::string_view(joined.text).substr(bold));
    for (const PdfLink& link : joined.links) {
        if (!is_target(link.target) || link.end <= skipped) continue;
        const auto from = static_cast<std::uint32_t>(std::max<std::size_t>(link.begin, skipped) - skipped);
        const auto until = std::min(builder.position(), begin + link.end - static_cast<std::uint32_t>(skipped));
        builder.link(begin + from, until, link.target);
    }
}

namespace {

// "office@lake." above "example.org", "office@lake" above ".example.org": neither is whole.
bool breaks_address(std::string_view above, std::string_view below) noexcept {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
    const std::size_t space = above.rfind(' ');
    const std::string_view head = space == above.npos ? above : above.substr(space + 1), tail = below.substr(0, below.find(' '));
    if (head.find('@') == head.npos || tail.empty() || tail.find_first_not_of(letters) != tail.npos) return false;
    // No host ends in a label of one letter, or has one label alone.
    const std::size_t dot = head.rfind('.');
    const bool cut = tail.find('.') != tail.npos && (dot == head.npos || dot < head.find('@') || dot + 2 == head.size());
    return cut || head.ends_with('.') || head.ends_with('@') || head.ends_with('-') || tail.starts_with('.');
}

}  // namespace

bool pdf_parts_address(const PdfLine& above, const PdfLine& below) noexcept {
    if (breaks_address(above.text, below.text)) return true;
    if (above.links.empty() || below.links.empty()) return false;
    const PdfLink& upper = above.links.back();
    const PdfLink& lower = below.links.front();
    if (upper.target != lower.target || upper.end < above.text.size() || lower.begin != 0) return false;
    // One of them alone is not the whole: the same address may stand in two rows.
    const std::string_view head = std::string_view(above.text).substr(std::min<std::size_t>(upper.begin, above.text.size()));
    const std::string_view tail = std::string_view(below.text).substr(0, lower.end);
    const std::string_view target = upper.target;
    const std::size_t at = target.find(head);
    return !head.empty() && at != target.npos && target.substr(at + head.size()).starts_with(tail.substr(0, tail.find(' ')));
}

}  // namespace plancheck
