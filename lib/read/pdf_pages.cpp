// The tool writes XML that is nearly well formed: a DOCTYPE of its own, control characters as the fonts give them, tags
// for bold and links that may overlap. It is rewritten in one pass (overlapping tags become marks, which cannot overlap)
// and then goes through the same scan as every other XML; what that refuses is damage.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "read/part.hpp"
#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr float farthest_pixel = 20000;  // pixels; PDF's own limit is 14400 points

std::string_view without_prolog(std::string_view xml) {
    const auto skip = [&](std::string_view begin, std::string_view end) {
        while (!xml.empty() && static_cast<unsigned char>(xml.front()) <= ' ') xml.remove_prefix(1);
        if (!xml.starts_with(begin)) return;
        const std::size_t close = xml.substr(0, 256).find(end);
        if (close != xml.npos) xml.remove_prefix(close + end.size());
    };
    skip("<?xml", "?>");
    skip("<!DOCTYPE pdf2xml SYSTEM \"pdf2xml.dtd\"", ">");
    return xml;
}

void append_attribute(std::string& to, std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (c == '<') to += "&lt;";
        else if (c == '"') to += "&quot;";
        else if (c == '&' && !value.substr(i).starts_with("&amp;") && !value.substr(i).starts_with("&#") && !value.substr(i).starts_with("&lt;") &&
                 !value.substr(i).starts_with("&gt;") && !value.substr(i).starts_with("&quot;"))
            to += "&amp;";
        else to += c;
    }
}

// Valid UTF-8 without what XML forbids; `bold`, `plain`, `a` and `z` are marks at which bold type and links begin and end.
std::string rewritten(std::string_view xml) {
    std::string made;
    made.reserve(xml.size() + xml.size() / 16);
    for (std::size_t at = 0; at < xml.size();) {
        const char c = xml[at];
        if (c == '<') {
            const std::string_view rest = xml.substr(at, 12);
            struct Mark {
                std::string_view tag, mark;
            };
            static constexpr Mark marks[] = {{"<b>", "<bold/>"}, {"</b>", "<plain/>"}, {"<i>", ""}, {"</i>", ""}, {"</a>", "<z/>"}};
            const auto* mark = std::find_if(std::begin(marks), std::end(marks), [&](const Mark& m) { return rest.starts_with(m.tag); });
            if (mark != std::end(marks)) {
                made += mark->mark;
                at += mark->tag.size();
                continue;
            }
            if (rest.starts_with("<a href=\"")) {
                const std::size_t end = xml.find("\">", at);
                if (end == xml.npos) break;
                made += "<a href=\"";
                append_attribute(made, xml.substr(at + 9, end - at - 9));
                made += "\"/>";
                at = end + 2;
                continue;
            }
        }
        if (static_cast<unsigned char>(c) < 0x80) {
            made += static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' ? ' ' : c;
            ++at;
            continue;
        }
        const Decoded decoded = decode(xml, at);
        const std::string_view own = xml.substr(at, decoded.size);
        // The scan forbids these two as well.
        if (is_utf8(own) && decoded.code != 0xFFFE && decoded.code != 0xFFFF) made += own;
        else made += "\xEF\xBF\xBD";
        at += decoded.size;
    }
    return made;
}

float number(const pugi::xml_node& node, const char* name) {
    // Not strtof: the host's locale may have another decimal sign.
    const std::string_view text = node.attribute(name).value();
    float value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::isfinite(value) ? std::clamp(value, -farthest_pixel, farthest_pixel) : 0.0F;
}

struct Font {
    float size = 0;
    bool bold = false;
};

class Pages {
public:
    PdfText run(pugi::xml_node root) {
        std::uint32_t depth = 0;
        for (XmlCursor at(root); at.next();) {
            const std::string_view name = at.node().name();
            if (at.leaving()) {
                if (name == "outline" && depth > 0) --depth;
                continue;
            }
            if (!at.entering()) continue;
            if (name == "page") begin_page(at.node());
            else if (name == "fontspec") add_font(at.node());
            else if (name == "text") {
                add_piece(at.node());
                at.skip();
            } else if (name == "outline") ++depth;
            else if (name == "item") add_bookmark(at.node(), depth);
        }
        made_.from_right = from_right_ > from_left_;
        if (from_right_ != 0 && as_drawn_ > as_read_) {
            for (std::size_t i = 0; i < made_.pages.size(); ++i) pdf_insert_signs(made_.pages[i].pieces, blanks_[i]);
            turn();
        }
        for (PdfPage& page : made_.pages)
            for (PdfLine& piece : page.pieces) pdf_plain_letters(piece);
        return std::move(made_);
    }

private:
    PdfText made_;
    std::unordered_map<std::string, Font> fonts_;
    std::vector<std::vector<PdfLine>> blanks_;  // by page: pieces of white space, kept where letters run from the right
    std::size_t from_right_ = 0, from_left_ = 0;
    std::size_t as_drawn_ = 0, as_read_ = 0;  // signs that Arabic and Hebrew stand as drawn, from left to right

    // Word by word: the article begins a word, and some letters only end one.
    void note_direction(std::string_view text) {
        static constexpr std::u32string_view last = U"\u0629\u0649\u05DD\u05DF\u05E3\u05E5\u05DA";
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = std::min(text.find(' ', at), text.size());
            const std::string_view word = text.substr(at, end - at);
            at = end + 1;
            if (word.size() < 6) continue;
            if (last.find(decode(word, 0).code) != last.npos || word.ends_with("\u0644\u0627")) ++as_drawn_;
            if (last.find(decode_before(word, word.size()).code) != last.npos || word.starts_with("\u0627\u0644")) ++as_read_;
        }
    }

    void turn() {
        for (PdfPage& page : made_.pages)
            for (PdfLine& piece : page.pieces) {
                std::string turned = pdf_turned(piece.text);
                if (turned == piece.text) continue;
                if (!piece.all_bold()) piece.bold = 0;
                piece.links.clear();
                piece.text = std::move(turned);
                piece.bold = piece.bold == 0 ? 0 : static_cast<std::uint32_t>(piece.text.size());
            }
    }

    void begin_page(pugi::xml_node node) {
        if (from_right_ == 0 && !blanks_.empty()) blanks_.back().clear();
        blanks_.emplace_back();
        if (made_.pages.size() >= 0xFFFF) limit_reached("pages", made_.pages.size() + 1, 0xFFFF);
        PdfPage& page = made_.pages.emplace_back();
        page.number = static_cast<std::uint16_t>(made_.pages.size());
        page.width = number(node, "width");
        page.height = number(node, "height");
    }

    // "ABCDEF+Name-Bold": the tool says bold only where the font says so by a flag or its first name.
    void add_font(pugi::xml_node node) {
        Font font{number(node, "size"), false};
        const std::string_view family = node.attribute("family").value();
        for (const std::string_view sign : {"Bold", "bold", "Black", "Heavy", "Semibold", "Demi"})
            font.bold = font.bold || family.find(sign) != family.npos;
        fonts_[node.attribute("id").value()] = font;
    }

    void add_bookmark(pugi::xml_node node, std::uint32_t depth) {
        if (made_.bookmarks.size() >= 10000) return;
        PdfBookmark& mark = made_.bookmarks.emplace_back();
        mark.text = trimmed(node.text().get());
        mark.level = static_cast<std::uint8_t>(std::clamp<std::uint32_t>(depth, 1, 9));
        mark.page = static_cast<std::uint16_t>(node.attribute("page").as_uint());
    }

    void add_piece(pugi::xml_node node) {
        if (made_.pages.empty()) return;
        PdfLine piece;
        piece.left = number(node, "left");
        piece.top = number(node, "top");
        piece.right = piece.left + std::max(0.0F, number(node, "width"));
        piece.bottom = piece.top + std::max(1.0F, number(node, "height"));
        piece.place.page = made_.pages.back().number;
        const auto font = fonts_.find(node.attribute("font").value());
        if (font != fonts_.end()) piece.size = font->second.size;
        if (piece.size <= 0) piece.size = piece.height() * 0.75F;
        const bool always = font != fonts_.end() && font->second.bold;
        std::string text;
        std::size_t bold_until = 0;
        bool bold = false;
        std::uint32_t link = 0;
        std::string target;
        const auto end_link = [&] {
            const auto end = static_cast<std::uint32_t>(text.size());
            if (!target.empty() && end > link) piece.links.push_back({link, end, target});
            target.clear();
        };
        for (const pugi::xml_node part : node.children()) {
            const std::string_view name = part.name();
            if (name == "bold") bold = true;
            else if (name == "plain") bold = false;
            else if (name == "z") end_link();
            else if (name == "a") {
                end_link();
                link = static_cast<std::uint32_t>(text.size());
                target = part.attribute("href").value();
            } else if (name.empty()) {
                const bool unbroken = bold_until == text.size();
                text += part.value();
                if ((bold || always) && unbroken) bold_until = text.size();
            }
        }
        end_link();
        keep(piece, text, bold_until);
    }

    // Trimmed; the width of the white space that goes is that of so many narrow letters.
    void keep(PdfLine& piece, const std::string& text, std::size_t bold_until) {
        const std::string_view own = trimmed(text);
        if (own.empty()) {
            if (piece.right > piece.left) {
                piece.text = " ";
                blanks_.back().push_back(std::move(piece));
            }
            return;
        }
        const auto before = static_cast<std::size_t>(own.data() - text.data());
        const std::size_t after = text.size() - before - own.size();
        const float all = pdf_weight(text);
        const float unit = all > 0 ? (piece.right - piece.left) / all : 0.0F;
        piece.spaced = after != 0;
        piece.spaced_before = before != 0;
        piece.left += unit * pdf_weight(std::string_view(text).substr(0, before));
        piece.right -= unit * pdf_weight(std::string_view(text).substr(before + own.size()));
        piece.text.reserve(own.size());
        // Lines set to both edges hold several spaces for one; offsets follow.
        std::vector<std::uint32_t> offsets(own.size() + 1);
        for (std::size_t i = 0; i < own.size(); ++i) {
            offsets[i] = static_cast<std::uint32_t>(piece.text.size());
            const char c = own[i] == '\n' || own[i] == '\t' ? ' ' : own[i];
            if (c != ' ' || piece.text.back() != ' ') piece.text += c;
        }
        offsets[own.size()] = static_cast<std::uint32_t>(piece.text.size());
        piece.bold = offsets[std::min(own.size(), bold_until > before ? bold_until - before : 0)];
        for (PdfLink& link : piece.links) {
            link.begin = offsets[std::clamp<std::size_t>(link.begin, before, before + own.size()) - before];
            link.end = offsets[std::clamp<std::size_t>(link.end, before, before + own.size()) - before];
        }
        for (std::size_t at = 0; at < own.size();) {
            const Decoded c = decode(own, at);
            at += c.size;
            if ((c.code >= 0x0590 && c.code <= 0x08FF) || (c.code >= 0xFB1D && c.code <= 0xFEFC)) ++from_right_;
            else if (is_letter_or_digit(c.code) && (c.code > '9' || c.code < '0')) ++from_left_;
        }
        note_direction(piece.text);
        made_.pages.back().pieces.push_back(std::move(piece));
    }
};

}  // namespace

PdfText pdf_pages(std::string_view xml, const Limits& limits) {
    const std::string clean = rewritten(without_prolog(xml));
    const XmlTree tree = parse_xml(clean, xml_limits(limits), XmlSpace::all);
    if (tree.result.status == XmlStatus::limit) limit_reached(tree.result.limit, tree.result.value, tree.result.allowed);
    if (!tree.ok()) throw Unreadable{{"read/damaged", Severity::error, {{"reason", std::string("content")}}, Place::none}};
    return Pages().run(tree.root());
}

namespace {

bool is_from_right(char32_t c) noexcept { return c == 0x200F || (c >= 0x0590 && c <= 0x08FF && !(c >= 0x0660 && c <= 0x0669) && !(c >= 0x06F0 && c <= 0x06F9)) || (c >= 0xFB1D && c <= 0xFEFC); }

bool is_alef(char32_t c) noexcept { return c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0627 || c == 0x0649; }

char32_t mirrored(char32_t c) noexcept {
    static constexpr std::u32string_view pairs = U"()[]{}<>\u00AB\u00BB\u2039\u203A";
    const std::size_t at = pairs.find(c);
    return at == pairs.npos ? c : pairs[at ^ 1];
}

bool is_vowel_sign(char32_t c) noexcept { return c >= 0x064B && c <= 0x0652; }

// Words that have alef and lam inside, though two letters around them mostly have the ligature: what they end with, or what
// they hold.
bool has_alef_and_lam(const std::u32string& text, std::size_t lam) {
    constexpr std::u32string_view endings[] = {U"\u064A", U"\u064A\u0629", U"\u0629", U"\u064A\u0627", U"\u064A\u0627\u064B"};
    constexpr std::u32string_view parts[] = {U"معالج", U"فعالي", U"عالمي", U"ثالثا", U"جمالي", U"حوالي", U"حالي", U"تالي", U"غالب", U"مثالي", U"عماله", U"معالم", U"مجال", U"مبالغ",
                                                  U"تعالج", U"يعالج", U"إزال", U"مخالف", U"مطالب", U"خالية", U"مالية", U"أطفال"};
    constexpr std::u32string_view pair = U"\u0627\u0644", third = U"الثالث", world = U"العالم", land = U"ولاي", feminine = U"\u0629";
    constexpr std::size_t longest = 24;
    std::size_t first = lam + 2, last = lam;  // as read: from first - 1 down to last
    while (first < text.size() && first < lam + longest && is_from_right(text[first])) ++first;
    while (last > 0 && last + longest > lam && is_from_right(text[last - 1])) --last;
    std::u32string word(text.rend() - static_cast<std::ptrdiff_t>(first), text.rend() - static_cast<std::ptrdiff_t>(last));
    std::size_t at = first - lam - 2;  // of alef
    at -= static_cast<std::size_t>(std::count_if(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(at), is_vowel_sign));
    std::erase_if(word, is_vowel_sign);
    if ((word == third || word == world) && word.find(pair, 1) == at) return true;
    // "The third" behind a feminine word, "the three" behind another.
    const bool after_feminine = first + 1 < text.size() && text[first] == ' ' && text[first + 1] == feminine.front();
    if (word.size() == third.size() + 1 && word.starts_with(third) && word.ends_with(feminine)) return after_feminine;
    for (const std::u32string_view part : parts)
        if (const std::size_t inside = part.find(pair); at >= inside && word.compare(at - inside, part.size(), part) == 0) return true;
    const std::u32string_view rest = std::u32string_view(word).substr(at + 2);
    return at >= 2 && word[at - 1] != land.front() && std::find(std::begin(endings), std::end(endings), rest) != std::end(endings);
}

// Words with "for" before a noun that begins with alef ("لاستعراض"), or that begin so themselves: with the article they were none.
bool begins_with_lam(const std::u32string& text, std::size_t lam) {
    constexpr std::u32string_view rests[] = {U"نبعاث", U"رتف", U"نتقال", U"نتها", U"نخفاض", U"حتياج", U"جتماع", U"ختيار", U"تفاق", U"هتمام", U"عتماد", U"ئح"};
    constexpr std::u32string_view tenth = U"ست";
    constexpr std::size_t least = 5;  // letters; "الستة" and "الستين" have fewer
    const auto begins = [&](std::u32string_view rest) {
        for (std::size_t i = 0; i < rest.size(); ++i)
            if (i >= lam || text[lam - 1 - i] != rest[i]) return false;
        return true;
    };
    if (std::any_of(std::begin(rests), std::end(rests), begins)) return true;
    if (!begins(tenth)) return false;
    std::size_t size = 0;
    while (size < least && size < lam && is_from_right(text[lam - 1 - size])) ++size;
    return size >= least;
}

// Lam before alef as drawn: the ligature of these two, or alef before lam, which is mostly the article. At the start of a
// word, also behind one letter that is joined to it, it is the article, but for the word that is nothing else; with hamza
// the ligature begins a word or follows the article. Inside a word the ligature is the more frequent, at its end alef and lam.
bool is_ligature(const std::u32string& text, std::size_t lam) {
    const auto letter = [&](std::size_t i) { return i < text.size() && is_from_right(text[i]); };
    const std::size_t after = lam + 2;
    std::size_t behind = lam;
    while (behind > 0 && is_vowel_sign(text[behind - 1]) && text[behind - 1] != 0x064B) --behind;  // that one stands with alef
    const bool alone = behind == 0 || !letter(behind - 1);
    const bool prefixed = letter(after) && !letter(after + 1) && std::u32string_view(U"\u0648\u0641\u0628\u0643").find(text[after]) != std::u32string_view::npos;
    if (text[lam + 1] == 0x0649) return letter(after);  // it only ends words
    // "To", alone and with what is joined to it, "electronic" and "thousand" begin like the ligature; a double vowel stands before none but it.
    const auto below = [&](std::size_t steps) { return lam >= steps ? text[lam - steps] : U'\0'; };
    if (text[lam + 1] == 0x0625 && (below(1) == 0x0649 || (below(1) == 0x0643 && below(2) == 0x062A) || (below(1) == 0x064A && (below(2) == 0x0647 || below(2) == 0x0643)))) return false;
    if (text[lam + 1] == 0x0623 && below(1) == 0x0641 && (lam < 2 || !letter(lam - 2))) return false;
    if (text[lam + 1] == 0x0627 && after < text.size() && text[after] == 0x064B) return true;
    // Also behind "to", which is written together with the article's lam.
    if (text[lam + 1] != 0x0627) return !letter(after) || prefixed || text[after] == 0x0627 || (text[after] == 0x0644 && (!letter(after + 1) || !letter(after + 2)));
    if (has_alef_and_lam(text, lam)) return false;
    if ((!letter(after) || prefixed) && begins_with_lam(text, lam)) return true;
    // "Mandate", "state" with what is joined to them.
    if (prefixed && text[after] == 0x0648 && below(1) == 0x064A && (below(2) == 0x0629 || below(2) == 0x062A)) return true;
    // At the end of a word without a vowel sign these two are alef and lam, but for the particle of denial.
    if (alone) return !letter(after) || prefixed || text[after] == 0x0625 || text[after] == 0x0623;
    return letter(after) && !prefixed;
}

}  // namespace

void pdf_plain_letters(PdfLine& piece) {
    const auto is_form = [](char32_t c) { return (c >= 0x2E80 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC); };
    std::string plain;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> moved;  // where a letter ended, and where it ends now
    for (std::size_t at = 0, kept = 0; at < piece.text.size();) {
        const Decoded c = decode(piece.text, at);
        at += c.size;
        if (!is_form(c.code)) {
            if (at == piece.text.size() && !moved.empty()) plain.append(piece.text, kept);
            continue;
        }
        plain.append(piece.text, kept, at - c.size - kept);
        append_nfkc(plain, c.code);
        kept = at;
        moved.emplace_back(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(plain.size()));
    }
    if (moved.empty()) return;
    const auto now = [&](std::uint32_t offset) {
        const auto behind = std::upper_bound(moved.begin(), moved.end(), offset, [](std::uint32_t place, const auto& one) { return place < one.first; });
        return behind == moved.begin() ? offset : std::prev(behind)->second + (offset - std::prev(behind)->first);
    };
    piece.bold = now(piece.bold);
    for (PdfLink& link : piece.links) link = {now(link.begin), now(link.end), std::move(link.target)};
    piece.text = std::move(plain);
}

std::string pdf_turned(std::string_view drawn) {
    std::u32string text;
    // Half a pair of brackets and the number of an item, ".1", stand without letters among those that run from the right.
    const auto half = [&](char open, char close) { return (drawn.find(open) == drawn.npos) != (drawn.find(close) == drawn.npos); };
    const bool number = drawn.size() > 1 && drawn.size() < 6 && drawn.front() == '.' && drawn.find_first_not_of("0123456789", 1) == drawn.npos;
    bool any = number, letters = false;
    for (std::size_t at = 0; at < drawn.size();) {
        const Decoded c = decode(drawn, at);
        at += c.size;
        text += c.code;
        letters = letters || std::u32string_view(U" 0123456789.,:;/%+-()[]\u060C\u061B\u061F").find(c.code) == std::u32string_view::npos;
        any = any || (is_from_right(c.code) && c.code != 0x060C && c.code != 0x061B && c.code != 0x061F && c.code != 0x200F);
    }
    if (!any && (letters || !(half('(', ')') || half('[', ']')))) return std::string(drawn);
    std::string made;
    const auto runs_left = [&](std::size_t i) { return is_letter_or_digit(text[i]) && !is_from_right(text[i]); };
    for (std::size_t end = text.size(); end > 0;) {
        std::size_t begin = end - 1;
        if (runs_left(begin)) {
            // Numbers and Latin words keep their order, with what stands inside them.
            for (std::size_t i = begin; i > 0; --i) {
                if (runs_left(i - 1)) begin = i - 1;
                else if (is_from_right(text[i - 1])) break;
            }
            for (std::size_t i = begin; i < end; ++i) append_utf8(made, text[i]);
        } else if (begin > 0 && is_alef(text[begin]) && text[begin - 1] == 0x0644 && is_ligature(text, begin - 1)) {
            --begin;
            append_utf8(made, text[begin]);
            append_utf8(made, text[begin + 1]);
        } else if (text[begin] != 0x200F) {
            append_utf8(made, mirrored(text[begin]));
        }
        end = begin;
    }
    return made;
}

float pdf_weight(std::string_view text) noexcept {
    float weight = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        at += c.size;
        if (is_cjk(c.code)) weight += 1.9F;
        else if (c.code == ' ' || c.code == 0xA0) weight += 0.5F;
        else if (c.code < 0x80 && std::string_view("iljtfr.,;:'|!()[]-/I").find(static_cast<char>(c.code)) != std::string_view::npos) weight += 0.58F;
        else if (c.code < 0x80 && std::string_view("mwMW@%").find(static_cast<char>(c.code)) != std::string_view::npos) weight += 1.6F;
        else if (is_upper(c.code)) weight += 1.25F;
        else weight += 1.0F;
    }
    return weight;
}

}  // namespace plancheck
