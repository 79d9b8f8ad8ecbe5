// Pieces become lines: those at one height that stand no farther apart than words are one line, also a bullet or number
// and its text. What many pages have at one place is a header or footer; a number alone at the edge of a page is the
// page's. Small raised digits are marks of notes, and small type at the foot that begins with one is a note.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "read/lines.hpp"
#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr float edge_share = 0.13F;      // of a page's height, at the top and at the foot, where headers and footers stand
constexpr std::size_t longest_edge = 240;  // columns

bool is_digits(std::string_view text) noexcept { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

// "1", "12", "*", "(3)", "3)": what a note is marked with. "250)" is the end of something.
bool is_note_mark(std::string_view text) noexcept {
    if (text.size() > 5 || (text.size() > 3 && text.starts_with('(') != text.ends_with(')'))) return false;
    return text.find_first_not_of("0123456789*(),[]\xC2\xB9\xB2\xB3") == text.npos && text.find_first_of("0123456789*\xB9\xB2\xB3") != text.npos;
}

// A comma or an address from another font does not make a line larger: between ideographs the smaller size is the line's, else
// that of the longer part.
float size_of_both(const PdfLine& line, const PdfLine& more) noexcept {
    bool wide = false;
    for (const std::string_view text : {std::string_view(line.text), std::string_view(more.text)})
        for (std::size_t at = 0; at < text.size() && at < 48 && !wide;) {
            const Decoded c = decode(text, at);
            wide = is_ideograph(c.code);
            at += c.size;
        }
    const float least = std::min(line.size, more.size);
    return wide && least > 0.8F * std::max(line.size, more.size) ? least : line.text.size() < more.text.size() ? more.size : line.size;
}

void append(PdfLine& line, PdfLine&& more, std::string_view between) {
    const bool bold = line.all_bold();
    line.size = size_of_both(line, more);
    line.text += between;
    const auto offset = static_cast<std::uint32_t>(line.text.size());
    line.text += more.text;
    if (bold && more.bold != 0) line.bold = offset + more.bold;
    for (PdfLink& link : more.links) line.links.push_back({link.begin + offset, link.end + offset, std::move(link.target)});
    line.right = std::max(line.right, more.right);
    line.left = std::min(line.left, more.left);
    line.top = std::min(line.top, more.top);
    line.bottom = std::max(line.bottom, more.bottom);
    line.spaced = more.spaced;
    line.order = std::min(line.order, more.order);
    line.cut = line.cut || more.cut;
}

// A bullet, "1.", "a)", "IV.", "IV –" alone: the text that belongs to it stands behind a tab.
bool is_label(std::string_view text, bool& bullet) {
    bullet = false;
    if (text.size() > 24) return false;
    for (const std::string_view dash : {" -", " \xE2\x80\x93", " \xE2\x80\x94"})
        if (text.ends_with(dash)) return has_section_numeral(std::string(text.substr(0, text.size() - dash.size())) + ". x");
    const std::string with_text = std::string(text) + " x";
    if (const auto marker = list_marker(with_text); marker && marker->size == text.size() + 1) {
        bullet = marker->value + marker->roman == 0;
        return true;
    }
    if (has_sub_number(with_text) && text.find(' ') == text.npos) return true;
    return has_section_numeral(with_text) && text.find(' ') == text.npos && !is_digits(text);
}

// "A-1", "P2": what a title or a row is called by.
bool is_code(std::string_view text) noexcept {
    return text.size() >= 2 && text.size() <= 6 && text.front() >= 'A' && text.front() <= 'Z' && text.back() >= '0' && text.back() <= '9';
}

// The letters, digits and signs of ASCII that a text ends with: "B." behind an ideograph.
std::string_view ascii_end(std::string_view text) noexcept {
    std::size_t begin = text.size();
    while (begin > 0 && text.size() - begin < 24 && static_cast<unsigned char>(text[begin - 1]) < 0x80 && text[begin - 1] != ' ') --begin;
    return text.substr(begin);
}

class RowMaker {
public:
    RowMaker(PdfPage& page, bool from_right) : pieces_(page.pieces), from_right_(from_right) {}

    std::vector<PdfRow> run() {
        std::stable_sort(pieces_.begin(), pieces_.end(), [](const PdfLine& a, const PdfLine& b) { return a.top + a.bottom < b.top + b.bottom; });
        std::vector<PdfRow> rows;
        for (std::size_t begin = 0; begin < pieces_.size();) {
            // The tallest piece so far says how high the row is; small marks beside it overlap it.
            float top = pieces_[begin].top, bottom = pieces_[begin].bottom;
            std::size_t end = begin + 1;
            for (; end < pieces_.size(); ++end) {
                const PdfLine& piece = pieces_[end];
                const float overlap = std::min(bottom, piece.bottom) - std::max(top, piece.top);
                if (overlap < 0.55F * std::min(bottom - top, piece.height())) break;
                if (piece.height() > bottom - top) top = piece.top, bottom = piece.bottom;
            }
            rows.push_back(row(begin, end));
            begin = end;
        }
        return rows;
    }

private:
    std::vector<PdfLine>& pieces_;
    bool from_right_;

    PdfRow row(std::size_t begin, std::size_t end) {
        const auto at = [&](std::size_t i) { return pieces_.begin() + static_cast<std::ptrdiff_t>(i); };
        std::stable_sort(at(begin), at(end), [](const PdfLine& a, const PdfLine& b) { return a.left < b.left; });
        PdfRow made;
        Last last;
        for (std::size_t i = begin; i < end; ++i) {
            PdfLine& piece = pieces_[i];
            if (!made.empty()) {
                PdfLine& before = made.back();
                // Bold type and shadows are also made by printing twice.
                if (before.text == piece.text && std::abs(before.left - piece.left) < 0.3F * piece.height()) {
                    before.bold = static_cast<std::uint32_t>(before.text.size());
                    continue;
                }
                if (is_raised(piece, before) && is_note_mark(piece.text) && !measures(before.text)) continue;
                if (put_inside(before, last, piece)) continue;
                const float gap = piece.left - before.right;
                const float height = std::max(before.height(), piece.height());
                if (gap < 0.42F * height || runs_in(made, piece, gap)) {
                    // Beside an ideograph programs leave a quarter of its width, which is no space.
                    const bool mixed = is_cjk(decode_before(before.text, before.text.size()).code) != is_cjk(decode(piece.text, 0).code);
                    bool bullet = false;
                    last = {piece.left, piece.right, before.text.size()};
                    before.joined = before.joined || !before.spaced;
                    const bool apart = gap > (mixed ? 0.3F : 0.06F) * height || ((before.spaced || (from_right_ && piece.spaced_before)) && (!mixed || is_label(ascii_end(before.text), bullet) || is_code(before.text)));
                    append(before, std::move(piece), apart ? " " : "");
                    continue;
                }
            } else if (i + 1 < end) {
                const PdfLine& next = pieces_[i + 1];
                // The mark before a note itself is kept: it says that this is one.
                if (is_raised(piece, next) && is_note_mark(piece.text)) {
                    PdfLine mark = std::move(piece);
                    mark.size = next.size;
                    append(mark, std::move(pieces_[i + 1]), " ");
                    made.push_back(std::move(mark));
                    ++i;
                    continue;
                }
            }
            last = {piece.left, piece.right, 0};
            made.push_back(std::move(piece));
        }
        if (from_right_)
            for (PdfLine& line : made) pdf_set_brackets(line.text);
        return made;
    }

    // A numbered title in bold type and its text, an ideographic space apart.
    static bool runs_in(const PdfRow& row, const PdfLine& piece, float gap) {
        const PdfLine& title = row.front();
        if (row.size() != 1 || !title.all_bold() || piece.bold != 0 || gap > 1.15F * piece.size) return false;
        return is_ideograph(decode(piece.text, 0).code) && is_ideograph(decode_before(title.text, title.text.size()).code) && list_marker(title.text).has_value();
    }

    // The piece that a line ends with so far: where it stands, and where its text begins in the line's, or the space before it.
    struct Last {
        float left = 0, right = 0;
        std::size_t begin = 0;
    };

    // The tool gives "1 —" as one piece where an ideograph of another font stands between the two: it goes to the space that is left
    // for it.
    static bool put_inside(PdfLine& line, const Last& last, const PdfLine& piece) {
        if (piece.left < last.left + 1 || piece.right > last.right - 1 || !is_cjk(decode(piece.text, 0).code) || !piece.links.empty() || !line.links.empty()) return false;
        const std::string_view text = std::string_view(line.text).substr(last.begin);
        constexpr std::size_t longest = 120;  // bytes
        if (text.size() > longest) return false;
        const float unit = (last.right - last.left - (piece.right - piece.left)) / std::max(1.0F, pdf_weight(text));
        for (std::size_t space = text.find(' ', 1); space != text.npos; space = text.find(' ', space + 1)) {
            const float left = last.left + unit * pdf_weight(text.substr(0, space));
            if (std::abs(left - piece.left) > 0.5F * piece.height()) continue;
            const bool bold = line.all_bold() && piece.all_bold();
            line.text.replace(last.begin + space, 1, piece.text);
            line.bold = bold ? static_cast<std::uint32_t>(line.text.size()) : std::min(line.bold, static_cast<std::uint32_t>(last.begin + space));
            return true;
        }
        return false;
    }

    // Smaller type above the foot of what stands beside it. Some fonts are high in any size.
    static bool is_raised(const PdfLine& piece, const PdfLine& beside) {
        return piece.size < 0.9F * beside.size && piece.height() < 0.82F * beside.height() && piece.bottom < beside.bottom - 0.12F * beside.height();
    }

    // "m2", "km3" are no marks.
    static bool measures(std::string_view text) {
        const std::size_t word = text.find_last_of(" (/");
        const std::string_view last = word == text.npos ? text : text.substr(word + 1);
        return last == "m" || last == "km" || last == "cm" || last == "mm" || last == "CO" || last == "dm" || last == "м" || last == "км";
    }

};

// Text alike but for digits, at one place: the key under which it is counted over pages.
std::string edge_key(const PdfLine& line) {
    std::string made;
    for (const char c : fold(line.text)) {
        if (c < '0' || c > '9') made += c;
        else if (made.empty() || made.back() != '#') made += '#';
    }
    return made;
}

class Edges {
public:
    explicit Edges(std::vector<PdfRows>& pages) : pages_(pages) {}

    void drop() {
        for (PdfRows& page : pages_) {
            const std::size_t heads = first_of_heads(page);
            for_edges(page, [&](PdfRow& row, bool) {
                const bool apart = static_cast<std::size_t>(&row - page.rows.data()) < heads;
                for (PdfLine& line : row)
                    if ((apart || row.size() == 1) && fits_in(line.text, longest_edge)) places_[edge_key(line)].push_back({page.page, line.top, apart});
                return true;
            });
        }
        for (PdfRows& page : pages_) {
            const std::size_t heads = first_of_heads(page);
            for_edges(page, [&](PdfRow& row, bool foot) {
                // At a line's distance above heads a running title is told by the pages where it stands apart.
                const bool close = !foot && static_cast<std::size_t>(&row - page.rows.data()) >= heads;
                if (close && (row.size() != 1 || !fits_in(row.front().text, longest_edge) || !stands_apart_elsewhere(row.front()))) return false;
                const PdfRow* const inwards = foot ? (&row == page.rows.data() ? nullptr : &row - 1) : (&row == &page.rows.back() ? nullptr : &row + 1);
                // A row of many lines is the head of a table, which is repeated as well and stands below the running title.
                if (row.size() >= 4) return false;
                std::erase_if(row, [&](const PdfLine& line) { return fits_in(line.text, longest_edge) && repeats(line, close || stands_apart(line, inwards, 1.5F)); });
                if (row.size() == 1 && ((is_page_number(row.front().text) && (stands_apart(row.front(), inwards) || whole_number(row.front().text) == page.page)) ||
                                        (foot && stands_apart(row.front(), inwards, 1.7F) && is_worded_number(row.front().text, page.page))))
                    row.clear();
                return row.empty();
            });
            std::erase_if(page.rows, [](const PdfRow& row) { return row.empty(); });
        }
    }

private:
    struct Seen {
        std::uint16_t page;
        float top;
        bool apart;  // no heads of a table stand right below
    };
    std::vector<PdfRows>& pages_;
    std::map<std::string, std::vector<Seen>> places_;

    // Where the heads of a table begin that stands at the top; set to the foot of their cells, the first of them may be few.
    static std::size_t first_of_heads(const PdfRows& page) {
        const std::size_t most = std::min<std::size_t>(page.rows.size(), 10);
        std::size_t at = 0;
        while (at < most && page.rows[at].size() < 4) ++at;
        if (at == most) return page.rows.size();
        const auto close = [&](std::size_t i) { return page.rows[i].front().top - page.rows[i - 1].front().top < 1.7F * page.rows[i].front().height(); };
        while (at > 0 && close(at)) --at;
        return at;
    }

    // From the edges inwards, as long as the function says so.
    template <typename Function>
    static void for_edges(PdfRows& page, Function&& function) {
        const std::size_t size = page.rows.size();
        std::size_t i = 0;
        while (i < size && page.rows[i].front().top <= edge_share * page.height && function(page.rows[i], false)) ++i;
        for (std::size_t k = size; k > i && page.rows[k - 1].front().bottom >= (1 - edge_share) * page.height; --k)
            if (!function(page.rows[k - 1], true)) break;
    }

    bool stands_apart_elsewhere(const PdfLine& line) const {
        const auto found = places_.find(edge_key(line));
        return found != places_.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Seen& seen) { return seen.apart && std::abs(seen.top - line.top) < 4; });
    }

    // On two pages at one height, or on many at any; alternate pages may have it right and left.
    bool repeats(const PdfLine& line, bool title) const {
        const auto found = places_.find(edge_key(line));
        if (found == places_.end()) return false;
        const std::string& key = found->first;
        if (key.find_first_not_of("# ") == key.npos) return false;
        std::size_t count = 0;
        std::uint16_t before = 0;
        for (const Seen& seen : found->second)
            if ((seen.apart || title) && std::abs(seen.top - line.top) < 4 && seen.page != before) ++count, before = seen.page;
        return count >= 2 && count * 5 >= pages_.back().page;
    }

    // "Page 7", "Page 7 of 12", "第7页": few words and the page's own number, at the foot.
    static bool is_worded_number(std::string_view text, std::uint16_t page) {
        if (text.size() > 40) return false;
        std::size_t letters = 0, words = 0, numbers = 0;
        bool own = false;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
            if (at != begin) {
                ++numbers;
                own = own || (at - begin < 5 && whole_number(text.substr(begin, at - begin)) == page);
                continue;
            }
            const Decoded c = decode(text, at);
            at += c.size;
            letters += is_letter_or_digit(c.code) ? 1 : 0;
            words += c.code == ' ' ? 1 : 0;
        }
        return own && numbers <= 2 && letters <= 12 && words <= 3;
    }

    // Not at a line's distance from the text, where it is the rest of an amount that a narrow column parted.
    static bool stands_apart(const PdfLine& number, const PdfRow* text, float steps = 1.3F) {
        return text == nullptr || text->empty() || std::abs(text->front().top - number.top) > steps * number.height();
    }

    // "7", "- 7 -", "vii".
    static bool is_page_number(std::string_view text) {
        if (text.size() > 32) return false;
        std::size_t digits = 0, letters = 0;
        for (std::size_t at = 0; at < text.size();) {
            const Decoded c = decode(text, at);
            at += c.size;
            if (c.code >= '0' && c.code <= '9') ++digits;
            else if (is_letter_or_digit(c.code)) ++letters;
        }
        if (letters == 0) {
            // "01 23" is the end of a telephone number.
            const std::size_t first = text.find_first_of("0123456789"), last = text.find_last_of("0123456789");
            return digits != 0 && digits <= 4 && last - first + 1 == digits && text.find_first_of(".,%") == text.npos;
        }
        if (digits == 0) {
            const auto roman = letters == text.size() ? roman_value(text) : std::nullopt;
            return roman && *roman < 60 && !is_upper(decode(text, 0).code);
        }
        return false;
    }
};

}  // namespace

bool pdf_has_letters(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (is_letter_or_digit(c.code) && !(c.code >= '0' && c.code <= '9')) return true;
        at += c.size;
    }
    return false;
}

void pdf_join_labels(PdfRow& row, float reach) {
    for (std::size_t i = 0; i + 1 < row.size();) {
        bool bullet = false;
        const float gap = row[i + 1].left - row[i].right;
        const bool alone = row.size() == 2;
        // Numbers are joined in a line of their own alone: in a table they are a column. A dash in a table may be one of a period, with
        // the next column beside it, or stand for no amount.
        const bool dash = !alone && (row[i].text == "-" || row[i].text == "\xE2\x80\x93" || row[i].text == "\xE2\x80\x94");
        const float own_reach = dash ? std::min(reach, 2.0F) : reach;
        // Words of an item whose line is set to both edges.
        const auto item = alone && gap < 1.2F * row[i].height() ? list_marker(row[i].text) : std::nullopt;
        if (item && item->kind == ListMarker::Kind::bullet && item->size < row[i].text.size()) {
            append(row[i], std::move(row[i + 1]), " ");
            row.pop_back();
            break;
        }
        if (gap < own_reach * row[i].height() && is_label(row[i].text, bullet) && (alone || bullet) && !(dash && !pdf_has_letters(row[i + 1].text))) {
            append(row[i], std::move(row[i + 1]), " ");
            row.erase(row.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
        ++i;
    }
}

namespace {

// Numbers below a head that stands at their place, beside another above the texts, are a column of a table of two.
void join_labels_of(std::vector<PdfRow>& rows) {
    const PdfRow* heads = nullptr;
    const PdfLine* last = nullptr;
    const auto same_place = [](const PdfLine& a, const PdfLine& b) { return std::abs(a.left - b.left) <= pdf_same_edge; };
    // Heads in bold type may stand in the middle of their columns, of which the first is narrow.
    const auto below = [&](const PdfRow& row, const PdfRow& head) {
        if (same_place(row.front(), head.front()) && same_place(row.back(), head.back())) return true;
        return head.front().all_bold() && head.back().all_bold() && head.front().right <= row.back().left && row.front().left < head.front().right && row.back().left <= head.back().left && row.back().right > head.back().left;
    };
    for (PdfRow& row : rows) {
        if (last != nullptr && (row.front().top - last->top > 3.5F * row.front().height() || row.size() > 2)) heads = nullptr;
        last = &row.front();
        bool bullet = false;
        if (row.size() == 1) continue;
        const bool label = row.size() == 2 && is_label(row.front().text, bullet) && !bullet;
        if (row.size() == 2 && !label && !bullet && pdf_has_letters(row.front().text) && !list_marker(row.front().text)) heads = &row;
        else if (heads == nullptr || !label || !below(row, *heads)) heads = nullptr;
        else continue;
        pdf_join_labels(row);
    }
}

}  // namespace

std::vector<PdfRows> pdf_rows(PdfText& text) {
    for (PdfPage& page : text.pages)
        for (PdfLine& piece : page.pieces) {
            if (text.from_right) {
                const float left = page.width - piece.right;
                piece.right = page.width - piece.left;
                piece.left = left;
            }
            piece.cut = piece.right > page.width - std::max(8.0F, piece.height());
        }
    pdf_drop_line_numbers(text.pages);
    std::vector<PdfRows> pages;
    for (PdfPage& page : pdf_columns(std::move(text.pages))) {
        std::uint32_t order = 0;
        for (PdfLine& piece : page.pieces) {
            piece.part = static_cast<std::uint32_t>(pages.size() + 1);
            piece.order = ++order;
        }
        pages.push_back({page.number, page.width, page.height, RowMaker(page, text.from_right).run(), {}});
        pdf_part_contents(pages.back().rows);
        join_labels_of(pages.back().rows);
    }
    Edges(pages).drop();
    pdf_measure(pages);
    return pages;
}

}  // namespace plancheck
