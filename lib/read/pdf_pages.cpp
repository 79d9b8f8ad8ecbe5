// The tool writes XML that is nearly well formed: a DOCTYPE of its own, control characters as the fonts give them, tags
// for bold and links that may overlap. It is rewritten in one pass (overlapping tags become marks, which cannot overlap)
// and then goes through the same scan as every other XML; what that refuses is damage.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include <unicode/uchar.h>

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
    std::uint32_t nameless = 0;  // as of a piece
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
        pdf_dress_nameless(made_.pages, blanks_);
        if (from_right_ != 0 && as_drawn_ > as_read_) {
            for (std::size_t i = 0; i < made_.pages.size(); ++i) pdf_insert_signs(made_.pages[i].pieces, blanks_[i]);
            if (made_.from_right && pdf_is_left_base(made_.pages)) {
                made_.from_right = false;
                for (PdfPage& page : made_.pages) pdf_read_left_base(page.pieces);
            } else {
                turn();
            }
        }
        for (PdfPage& page : made_.pages)
            for (PdfLine& piece : page.pieces) pdf_plain_letters(piece);
        return std::move(made_);
    }

private:
    PdfText made_;
    std::unordered_map<std::string, Font> fonts_;
    std::vector<std::vector<PdfLine>> blanks_;  // by page: pieces of white space, kept where letters run from the right
    std::uint32_t nameless_ = 0, order_ = 0;
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
            const Decoded left = decode(word, 0), right = decode_before(word, word.size());
            // Fonts may say which form a letter has: the one that ends words stands at the left as drawn.
            if (left.size < word.size() && right.code >= 0xFE70 && left.code >= 0xFE70 && left.code <= 0xFEFC && right.code <= 0xFEFC) {
                const int first = u_getIntPropertyValue(static_cast<UChar32>(left.code), UCHAR_DECOMPOSITION_TYPE), other = u_getIntPropertyValue(static_cast<UChar32>(right.code), UCHAR_DECOMPOSITION_TYPE);
                if (first == U_DT_FINAL || other == U_DT_INITIAL) ++as_drawn_;
                if (first == U_DT_INITIAL || other == U_DT_FINAL) ++as_read_;
            }
            if (last.find(left.code) != last.npos || word.ends_with("\u0644\u0627")) ++as_drawn_;
            if (last.find(right.code) != last.npos || word.starts_with("\u0627\u0644")) ++as_read_;
        }
    }

    // The scripts that stand beside a piece in its line, at its left and at its right.
    static void note_beside(const std::vector<PdfLine>& pieces, std::vector<PdfScripts>& left, std::vector<PdfScripts>& right) {
        std::vector<PdfScripts> own;
        for (const PdfLine& piece : pieces) own.push_back(pdf_scripts(piece.text));
        const auto beside = [&](const PdfLine& a, const PdfLine& b) {
            const float height = std::max(a.height(), b.height());
            return std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > 0.5F * std::min(a.height(), b.height()) && b.left > a.right - 0.3F * height && b.left < a.right + 0.6F * height;
        };
        left.assign(pieces.size(), {});
        right.assign(pieces.size(), {});
        const auto known = [](const PdfScripts& one) { return one.from_left || one.from_right; };
        for (std::size_t i = 1; i < pieces.size(); ++i)
            if (beside(pieces[i - 1], pieces[i])) left[i] = known(own[i - 1]) ? own[i - 1] : left[i - 1];
        for (std::size_t i = pieces.size(); i-- > 1;)
            if (beside(pieces[i - 1], pieces[i])) right[i - 1] = known(own[i]) ? own[i] : right[i];
    }

    void turn() {
        std::vector<PdfScripts> left, right;
        for (PdfPage& page : made_.pages) {
            note_beside(page.pieces, left, right);
            for (std::size_t i = 0; i < page.pieces.size(); ++i) {
                PdfLine& piece = page.pieces[i];
                std::swap(piece.spaced, piece.spaced_before);
                // By itself what has no letter from the right runs as it stands beside others; numbers run from the right beside none.
                const PdfScripts own = pdf_scripts(piece.text);
                const bool inside = left[i].from_right || right[i].from_right;
                const bool ends_first = std::string_view(".,:;!?").find(piece.text.front()) != std::string_view::npos && piece.text.find('@') != std::string::npos;
                if (!own.from_right && !inside && !ends_first && (own.from_left || left[i].from_left || right[i].from_left)) continue;
                std::string turned = pdf_turned(piece.text, own.from_right || right[i].from_right ? PdfNumbers::apart : PdfNumbers::alone);
                if (turned == piece.text) continue;
                if (!piece.all_bold()) piece.bold = 0;
                piece.links.clear();
                piece.text = std::move(turned);
                piece.bold = piece.bold == 0 ? 0 : static_cast<std::uint32_t>(piece.text.size());
            }
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
        if (family == "Times") font.nameless = ++nameless_;  // the tool calls it so
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
        if (font != fonts_.end()) piece.size = font->second.size, piece.nameless = font->second.nameless;
        piece.order = ++order_;
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
                append(text, part.value());
                if ((bold || always) && unbroken) bold_until = text.size();
            }
        }
        end_link();
        keep(piece, text, bold_until);
    }

    // Where a font of pictures gives the spaces between words, the sign that selects a picture's look stands for them.
    static void append(std::string& text, std::string_view more) {
        constexpr std::string_view selector = "\xEF\xB8\x8F", key = "\xE2\x83\xA3";
        constexpr char32_t first_picture = 0x203C;
        for (std::size_t at = more.find(selector); at != more.npos; at = more.find(selector)) {
            text.append(more.substr(0, at));
            more.remove_prefix(at + selector.size());
            const char32_t before = decode_before(text, text.size()).code;
            const bool picture = text.empty() || before >= first_picture || before == 0xA9 || before == 0xAE || more.starts_with(key);
            text.append(picture ? selector : " ");
        }
        text.append(more);
    }

    // Trimmed; the width of the white space that goes is that of so many narrow letters.
    void keep(PdfLine& piece, const std::string& text, std::size_t bold_until) {
        const std::string_view own = trimmed(text);
        if (own.empty()) {
            if (piece.right > piece.left) {
                piece.text = " ";
                piece.bold = bold_until == 0 ? 0 : 1;
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
