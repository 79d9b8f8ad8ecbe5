// Lines become paragraphs: a line goes on with the one above where type, step and place agree and where its first word had
// not fitted there. Type larger than the body's makes a heading, whose level is the rank of its size; what a bookmark names
// is one too. A number makes an item of a list only in sequence.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "read/lines.hpp"
#include "read/pdf_style.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/page_numbers.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t deepest_list = 8;

// A paragraph that is being put together.
struct Paragraph {
    std::vector<PdfLine> lines;
    std::uint8_t heading = 0;
    bool title = false;

    bool empty() const noexcept { return lines.empty(); }
    const PdfLine& first() const noexcept { return lines.front(); }
};

class Writer {
public:
    Writer(std::vector<PdfElement>& elements, std::vector<PdfRow>& notes, const PdfText& text, Builder& builder)
        : elements_(elements), notes_(notes), text_(text), builder_(builder), style_(pdf_style(elements)), joiner_(style_) {}

    void run() {
        gather();
        rank();
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].table != nullptr) {
                lists_.clear();
                pdf_write_table(*parts_[i].table, joiner_, builder_);
            } else {
                write(i);
            }
        }
        write_notes();
    }

private:
    struct Part {
        Paragraph paragraph;
        const PdfTable* table = nullptr;
        std::optional<ListMarker> marker;
        std::string first;  // line of the paragraph, which the marker points into
    };
    struct List {
        ListMarker last;
        float left;
        std::uint32_t id;
        bool roman;
    };

    std::vector<PdfElement>& elements_;
    std::vector<PdfRow>& notes_;
    const PdfText& text_;
    Builder& builder_;
    PdfStyle style_;
    PdfJoiner joiner_;
    std::vector<Part> parts_;
    std::vector<List> lists_;
    std::uint32_t list_count_ = 0;

    // ---- lines to paragraphs

    void gather() {
        pdf_mark_drawn_items(elements_, style_);
        Paragraph open;
        const auto flush = [&] {
            if (open.empty()) return;
            Part& part = parts_.emplace_back();
            part.paragraph = std::move(open);
            part.first = part.paragraph.first().text;
            open = {};
        };
        std::vector<std::string_view> texts;
        for (const PdfElement& element : elements_) texts.push_back(element.table.empty() ? std::string_view(element.line.text) : std::string_view());
        const std::vector<bool> furniture = page_furniture(texts);
        for (std::size_t i = 0; i < elements_.size(); ++i) {
            PdfElement& element = elements_[i];
            if (!element.table.empty()) {
                flush();
                parts_.emplace_back().table = &element.table.front();
                continue;
            }
            const bool apart = !furniture.empty() && (furniture[i] || (i != 0 && furniture[i - 1]));
            if (!open.empty() && (apart || !goes_on(open, element.line))) flush();
            open.lines.push_back(std::move(element.line));
        }
        flush();
        for (Part& part : parts_) {
            part.marker = list_marker(part.first);
            if (!part.marker && part.table == nullptr && part.paragraph.first().begins) part.marker = drawn_bullet();
        }
    }

    static ListMarker drawn_bullet() {
        ListMarker marker;
        marker.kind = ListMarker::Kind::bullet;
        marker.sign = U'•';
        return marker;
    }

    static bool middle(const PdfLine& line) { return std::abs(line.left + line.right - line.from - line.to) < 14; }
    static bool centred(const PdfLine& line) { return middle(line) && line.left > line.from + 1.5F * line.size; }

    bool goes_on(const Paragraph& open, const PdfLine& line) const {
        const PdfLine& above = open.lines.back();
        // An entry of a list of contents ends with its page.
        if (line.titles != 0 || above.titles == 2 || end_without_page(above.text) < above.text.size()) return false;
        // The end of a paragraph may be signs of another font.
        if (std::abs(above.size - line.size) > 0.06F * above.size && (line.text.size() > 8 || pdf_has_letters(line.text))) return false;
        const bool heading = above.size > 1.08F * style_.body;
        if (above.all_bold() != line.all_bold() && (line.all_bold() || above.all_bold())) {
            if (above.all_bold() && line.bold == 0 && (pdf_fits(above, line, above.to) || open.lines.size() > 1 || above.breaks || heading)) return false;
            if (above.bold == 0 && line.all_bold() && (pdf_ends_sentence(above.text) || pdf_fits(above, line, above.to))) return false;
        }
        if (line.begins || begins_item(line, open)) return false;
        const bool item = list_marker(open.first().text).has_value();
        const bool both_centred = !item && (heading ? middle(above) && middle(line) : centred(above) && centred(line));
        if (line.breaks || line.part != above.part || line.top < above.top) {
            if (heading) return false;
            // A colon ends no paragraph where its line is full and no list follows.
            if ((pdf_ends_sentence(above.text) && !above.text.ends_with(':')) || above.all_bold()) return false;
            const char32_t first = decode(line.text, 0).code;
            if (pdf_fits(above, line, above.to) && !above.text.ends_with('-')) return false;
            return is_small_letter(first) || is_ideograph(first) || !is_upper(first) || above.text.ends_with(',') || !line.all_bold();
        }
        const float pitch = style_.pitch_of(line.size), step = line.top - above.top;
        if (step > 1.28F * pitch || step > 2.9F * line.size) return false;
        // Lines of a title may be parted on purpose; with room between them they are two.
        if (both_centred) return step < 1.35F * line.height() || !pdf_fits(above, line, above.to);
        const float indent = 0.9F * line.size;
        if (item && open.lines.size() == 1) {
            // The text of an item hangs, or runs below its marker.
            if (line.left > above.left + 5 * line.size) return false;
            if (line.left < above.left - indent) return false;
        } else if (line.left < above.left - indent) {
            // Behind a first line that is indented; from a hanging text back to the edge.
            if (open.lines.size() > 1 || item) return false;
        } else if (line.left > above.left + indent && open.lines.size() > 1) {
            return false;
        } else if (line.left > above.left + indent && pdf_ends_sentence(above.text)) {
            return false;
        }
        if (item && open.lines.size() > 1 && line.left < open.lines[1].left - indent) return false;
        // A sentence that begins anew where there had been just room enough for its first word.
        const bool anew = pdf_ends_sentence(above.text) && is_upper(decode(line.text, 0).code);
        return !pdf_fits(above, line, above.to, anew ? 0.005F : 0.04F);
    }

    bool begins_item(const PdfLine& line, const Paragraph& open) const {
        if (const auto marker = list_marker(line.text)) {
            if (marker->value + marker->roman == 0) return marker->kind == ListMarker::Kind::bullet || pdf_ends_sentence(open.lines.back().text) || pdf_fits(open.lines.back(), line, open.lines.back().to);
            const auto before = list_marker(open.first().text);
            if (before && follows(*before, *marker)) return true;
            if (counts_inside(open, line, *marker)) return false;
            return pdf_ends_sentence(open.lines.back().text) || marker->value == 1 || marker->roman == 1;
        }
        if (has_sub_number(line.text) || pdf_counts_on(open.first().text, line.text)) return true;
        // "IV. Efforts and timelines" below a full line; a name may begin with one letter, and "Section 8" stands in sentences.
        const bool titles = line.text.find_first_not_of("IVX") > 1 && is_title_like(line.text);
        return has_section_numeral(line.text) && (titles || line.all_bold() || pdf_ends_sentence(open.lines.back().text) || pdf_fits(open.lines.back(), line, open.lines.back().to));
    }

    // "(1) …; (2) …" inside a paragraph, of which "(3)" happens to begin a line; where "(2)" begins one it is a list.
    static bool counts_inside(const Paragraph& open, const PdfLine& line, const ListMarker& marker) {
        std::string label(marker.label);
        const std::size_t sign = label.find_first_of("0123456789abcdefghijklmnopqrstuvwxyz");
        if (sign == std::string::npos || marker.value < 3) return false;
        const std::size_t end = std::min(label.find_first_not_of("0123456789", sign), label.size());
        if (end > sign) label.replace(sign, end - sign, std::to_string(marker.value - 1));
        else --label[sign];
        const auto holds = [&](const PdfLine& one) { return one.text.find(' ' + label + ' ') != std::string::npos; };
        constexpr std::size_t most = 16;  // lines of one item
        const auto last = open.lines.end(), first = last - static_cast<std::ptrdiff_t>(std::min(most, open.lines.size()));
        return !pdf_fits(open.lines.back(), line, open.lines.back().to) && std::any_of(first, last, holds);
    }

    // ---- headings

    static bool is_year(const Paragraph& paragraph) {
        const PdfLine& line = paragraph.first();
        return paragraph.lines.size() == 1 && line.all_bold() && line.text.size() == 4 && line.text.starts_with("20") && pdf_is_amount(line.text) && !line.doubtful;
    }

    // Numbers alone are none, unless a bookmark names them, or it is a year in bold type.
    bool may_head(const Paragraph& paragraph, bool bookmarked) const {
        std::size_t bytes = 0;
        bool letters = false;
        for (const PdfLine& line : paragraph.lines) {
            bytes += line.text.size();
            letters = letters || pdf_has_letters(line.text) || is_year(paragraph);
        }
        return (letters || bookmarked) && paragraph.lines.size() <= 5 && bytes <= 300;
    }

    void rank() {
        std::map<std::pair<std::uint16_t, std::string>, std::uint8_t> bookmarks;
        for (const PdfBookmark& bookmark : text_.bookmarks) bookmarks[{bookmark.page, pdf_squeezed(bookmark.text)}] = bookmark.level;
        // By type, larger first, and by their bookmarks' levels where headings of one type have several.
        struct Rank {
            int type;
            std::uint8_t level;  // of the bookmark; 0: there is none
            bool operator<(const Rank& other) const noexcept { return type != other.type ? type > other.type : level < other.level; }
        };
        std::map<const Part*, Rank> ranks;
        std::map<int, std::set<std::uint8_t>> of_type;
        for (Part& part : parts_) {
            if (part.table != nullptr) continue;
            const PdfLine& first = part.paragraph.first();
            const bool larger = first.size > 1.08F * style_.body && !(part.marker && part.marker->kind == ListMarker::Kind::bullet);
            const auto found = bookmarks.empty() ? bookmarks.end() : bookmarks.find({static_cast<std::uint16_t>(first.place.page), pdf_squeezed(joiner_.joined(part.paragraph.lines).text)});
            if ((!larger && !is_year(part.paragraph) && found == bookmarks.end()) || !may_head(part.paragraph, found != bookmarks.end())) continue;
            const std::uint8_t level = found == bookmarks.end() ? std::uint8_t{0} : found->second;
            ranks[&part] = {level_key(first), level};
            if (level != 0) of_type[level_key(first)].insert(level);
        }
        std::map<Rank, std::uint8_t> places;
        for (auto& [part, rank] : ranks) {
            const std::set<std::uint8_t>& own = of_type[rank.type];
            if (own.size() < 2) rank.level = 0;
            else if (rank.level == 0) rank.level = *own.begin();
            places[rank] = 0;
        }
        std::uint8_t level = 0;
        for (auto& [rank, place] : places) place = level = static_cast<std::uint8_t>(std::min<int>(level + 1, 9));
        for (Part& part : parts_)
            if (const auto found = ranks.find(&part); found != ranks.end()) part.paragraph.heading = places[found->second];
        if (!places.empty()) title();
    }

    // Headings of one size are of one level, bold before plain.
    static int level_key(const PdfLine& line) { return pdf_size_key(line.size) * 2 + (line.all_bold() ? 1 : 0); }

    // The largest type of the document where it stands once, before everything but what is smaller.
    void title() {
        Part* found = nullptr;
        std::size_t count = 0;
        for (Part& part : parts_)
            if (part.paragraph.heading == 1) {
                if (found == nullptr) found = &part;
                ++count;
            }
        if (found == nullptr || count != 1 || found->paragraph.first().place.page > 2) return;
        found->paragraph.title = !has_section_numeral(found->first);
    }

    // ---- blocks

    void write(std::size_t i) {
        Part& part = parts_[i];
        const Paragraph& paragraph = part.paragraph;
        const PdfJoined text = joiner_.joined(paragraph.lines);
        if (paragraph.heading != 0) {
            lists_.clear();
            builder_.open(BlockKind::heading, paragraph.heading, paragraph.title ? mark::title : std::uint16_t{0}, paragraph.first().place);
            pdf_put(text, 0, builder_);
            builder_.close();
            return;
        }
        if (part.marker && is_item(i)) {
            write_item(part, text, i);
            return;
        }
        const bool inside = !lists_.empty() && paragraph.first().left > lists_.back().left + 0.9F * paragraph.first().size && !paragraph.first().all_bold() &&
                            !has_section_numeral(text.text);
        if (!inside) lists_.clear();
        const std::uint16_t marks = static_cast<std::uint16_t>((inside ? mark::continued : 0) | (centred(paragraph.first()) ? mark::centred : 0) |
                                                               (paragraph.first().doubtful ? mark::doubtful : 0));
        builder_.open(BlockKind::paragraph, 0, marks, paragraph.first().place);
        pdf_put(text, 0, builder_);
        builder_.close();
    }

    bool is_item(std::size_t i) const {
        const Part& part = parts_[i];
        const ListMarker& marker = *part.marker;
        if (marker.value + marker.roman == 0) return true;
        const float left = part.paragraph.first().left;
        const auto near = [&](const Part& other) { return other.table == nullptr && other.marker && std::abs(other.paragraph.first().left - left) < 14; };
        // Numbers stand in sequence, with what belongs to the items between them.
        std::size_t looked = 0;
        for (std::size_t k = i + 1; k < parts_.size() && looked < 24; ++k, ++looked) {
            if (parts_[k].paragraph.heading != 0) break;
            if (near(parts_[k]) && follows(marker, *parts_[k].marker)) return true;
        }
        looked = 0;
        for (std::size_t k = i; k-- > 0 && looked < 24; ++looked) {
            if (parts_[k].paragraph.heading != 0) break;
            if (near(parts_[k]) && follows(*parts_[k].marker, marker)) return true;
        }
        return false;
    }

    static bool same_list(const List& list, const ListMarker& marker) {
        const bool number = marker.value + marker.roman != 0, other = list.last.value + list.last.roman != 0;
        if (number != other) return false;
        return number ? follows(list.last, marker) : list.last.sign == marker.sign;
    }

    void write_item(const Part& part, const PdfJoined& text, std::size_t i) {
        const ListMarker& marker = *part.marker;
        const float left = part.paragraph.first().left;
        std::size_t found = lists_.size();
        for (std::size_t k = lists_.size(); k-- > 0;)
            if (same_list(lists_[k], marker) && std::abs(lists_[k].left - left) < 14) {
                found = k;
                break;
            }
        if (found != lists_.size()) {
            lists_.resize(found + 1);
        } else {
            while (!lists_.empty() && lists_.back().left > left - 7) lists_.pop_back();
            if (lists_.size() == deepest_list) lists_.pop_back();
            lists_.push_back({marker, left, ++list_count_, roman(i)});
        }
        List& list = lists_.back();
        list.last = marker;
        list.last.label = {};
        list.left = left;
        builder_.open(BlockKind::list_item, static_cast<std::uint8_t>(lists_.size() - 1), 0, part.paragraph.first().place);
        builder_.list(list.id, list.roman || marker.value == 0 ? marker.roman : marker.value);
        const bool lost = marker.kind == ListMarker::Kind::bullet && marker.sign == U'•';
        builder_.label(lost ? std::string_view("•") : marker.label);
        Block& block = *builder_.leaf();
        block.marks = static_cast<std::uint16_t>(block.marks & ~mark::marked_label);
        pdf_put(text, marker.size, builder_);
        builder_.close();
    }

    // "i." is a Roman one where "ii." follows.
    bool roman(std::size_t i) const {
        const ListMarker& marker = *parts_[i].marker;
        if (marker.roman == 0) return false;
        for (std::size_t k = i + 1; k < parts_.size() && k < i + 24; ++k) {
            const auto& next = parts_[k].marker;
            if (next && next->kind == marker.kind && follows(marker, *next)) return next->roman == marker.roman + 1;
        }
        return marker.value == 0;
    }

    void write_notes() {
        builder_.end_main_text();
        std::vector<PdfLine> open;
        const auto flush = [&] {
            if (open.empty()) return;
            builder_.open(BlockKind::note, 0, 0, open.front().place);
            builder_.open(BlockKind::paragraph, 0, 0, open.front().place);
            pdf_put(joiner_.joined(open), 0, builder_);
            builder_.close();
            builder_.close();
            open.clear();
        };
        for (PdfRow& row : notes_) {
            PdfLine& line = row.front();
            const std::size_t mark = line.text.find_first_not_of("0123456789*[]");
            if (mark != 0 && mark != std::string::npos && mark <= 4) flush();
            line.to = line.right;
            open.push_back(std::move(line));
        }
        flush();
    }
};

}  // namespace

void pdf_write(std::vector<PdfElement>& elements, std::vector<PdfRow>& notes, const PdfText& text, Builder& builder) {
    Writer(elements, notes, text, builder).run();
}

}  // namespace plancheck
