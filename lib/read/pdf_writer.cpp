// Lines become paragraphs: a line goes on with the one above where type, step and place agree and where its first word had
// not fitted there. Type larger than the body's makes a heading, whose level is the rank of its size; what a bookmark names
// is one too. A number makes an item of a list only in sequence. Words parted at the end of a line are one again where the
// document has them in one piece elsewhere, or parts words at all.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "read/lines.hpp"
#include "read/pdf.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t deepest_list = 8;

int size_key(float size) noexcept { return static_cast<int>(std::lround(size * 2)); }

bool is_lower(char32_t c) noexcept { return is_letter_or_digit(c) && !is_upper(c) && !(c >= '0' && c <= '9') && !is_ideograph(c); }

bool ends_sentence(std::string_view text) noexcept {
    const char32_t last = decode_before(text, text.size()).code;
    return std::u32string_view(U".:;!?。！？：；؟…").find(last) != std::u32string_view::npos;
}

// What the whole document says about its type and words.
struct Style {
    float body = 0;                            ///< size of most text
    std::map<int, float> pitch;                ///< by size: step from line to line inside a paragraph
    std::unordered_map<std::string, std::uint32_t> words;  ///< with and without hyphens, folded, and how often
    std::unordered_map<std::string, std::uint32_t> inner;  ///< those that stand neither first nor last in their line
    bool hyphenates = false;                   ///< parts words at the ends of lines
    bool ideographs = false;                   ///< written without spaces, so that a line ends inside Latin words as well
};

std::string last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0) {
        const Decoded c = decode_before(text, begin);
        if (is_white_space(c.code) || c.code == '(' || c.code == 0x2019 || c.code == '\'' || c.code == '"') break;
        begin -= c.size;
    }
    return std::string(text.substr(begin));
}

std::string first_word(std::string_view text) {
    std::size_t end = 0;
    for (Decoded c = decode(text, 0); c.size != 0 && (is_word_character(c.code) || c.code == '-'); c = decode(text, end)) end += c.size;
    return std::string(text.substr(0, end));
}

// The hyphen at the end of a line, in bytes; 0: there is none. `soft`: it is one for parting alone.
std::size_t hyphen_at_end(std::string_view text, bool& soft) {
    const Decoded last = decode_before(text, text.size());
    soft = last.code == 0xAD;
    if (last.code != '-' && last.code != 0x2010 && !soft) return 0;
    const Decoded before = decode_before(text, text.size() - last.size);
    return soft || is_letter_or_digit(before.code) ? last.size : 0;
}

class Joiner {
public:
    explicit Joiner(const Style& style) : style_(style) {}

    // What stands between two lines of a paragraph; `cut`: bytes of the upper one that go.
    std::string_view between(const PdfLine& above, const PdfLine& below, std::size_t& cut) const {
        cut = 0;
        const std::string_view upper = above.text, lower = below.text;
        const Decoded last = decode_before(upper, upper.size()), first = decode(lower, 0);
        if (is_cjk(last.code) && is_cjk(first.code)) return "";
        const auto digit = [](char32_t c) { return c >= '0' && c <= '9'; };
        // "2025–" before "2027": a range is not parted by a space.
        if (last.code == 0x2013 && !above.spaced && digit(first.code) && digit(decode_before(upper, upper.size() - last.size).code)) return "";
        bool soft = false;
        if (const std::size_t hyphen = hyphen_at_end(upper, soft)) {
            if (soft) return cut = hyphen, "";
            if (above.spaced) return " ";
            if (is_lower(first.code) && parts(upper, lower, hyphen)) cut = hyphen;
            return "";
        }
        if (std::u32string_view(U",.;)]»@").find(first.code) != std::u32string_view::npos) return "";
        if (is_cjk(last.code) || is_cjk(first.code)) return style_.ideographs ? "" : " ";
        if (style_.ideographs && !above.spaced) {
            const float unit = (above.right - above.left) / std::max(1.0F, pdf_weight(upper));
            if (above.to - above.right < 2.6F * unit) return "";
        }
        return breaks_word(above, below) ? "" : " ";
    }

private:
    const Style& style_;

    bool parts(std::string_view upper, std::string_view lower, std::size_t hyphen) const {
        const std::string head = last_word(upper), tail = first_word(lower);
        if (style_.words.count(fold(head + tail)) != 0) return false;
        const std::string whole = head.substr(0, head.size() - hyphen) + tail;
        return style_.words.count(fold(whole)) != 0 || style_.hyphenates;
    }

    std::uint32_t often(const std::string& word) const { return count(style_.words, word); }
    std::uint32_t inner(const std::string& word) const { return count(style_.inner, word); }

    static std::uint32_t count(const std::unordered_map<std::string, std::uint32_t>& words, const std::string& word) {
        const auto found = words.find(fold(word));
        return found == words.end() ? 0 : found->second;
    }

    // A word longer than its column is parted where the column ends; addresses are.
    bool breaks_word(const PdfLine& above, const PdfLine& below) const {
        if (above.spaced) return false;
        const std::string_view upper = above.text;
        const std::size_t space = upper.rfind(' ');
        const std::string_view word = space == upper.npos ? upper : upper.substr(space + 1);
        const char32_t first = decode(below.text, 0).code;
        const std::string_view next = std::string_view(below.text).substr(0, below.text.find(' '));
        const bool before_sign = next.find('@') != next.npos && word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == word.npos;
        // The second half of an address that is parted twice: "claire.example.or".
        const std::size_t dot = word.find('.');
        const bool host = space == upper.npos && dot != word.npos && dot + 1 < word.size() &&
                          word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == word.npos;
        const bool address = before_sign || host || word.find('@') != word.npos || word.find("://") != word.npos || word.starts_with("www.");
        if (address && !before_sign) {
            const char end = word.back();
            if (end == '@' || end == '.' || end == '/' || end == '_' || end == '-') return true;
            if (word.find('@') != word.npos && word.find('.', word.find('@')) == word.npos) return true;
        }
        if ((is_upper(first) && !before_sign) || (!address && !is_lower(first))) return false;
        const float unit = (above.right - above.left) / std::max(1.0F, pdf_weight(upper));
        const float room = above.to - above.right;
        if (address && room <= 2.6F * unit) return true;
        if (room > 1.6F * unit) return false;
        const std::string head = last_word(upper), tail = first_word(below.text);
        if (head.size() + tail.size() >= 6 && often(head + tail) != 0) return inner(tail) == 0 || inner(head) == 0;
        // A word of its own is mostly met again inside a line; one by itself that fills its line is a part.
        return space == upper.npos && inner(head) == 0 && inner(tail) == 0 && room < 1.2F * unit;
    }
};

// A paragraph that is being put together.
struct Paragraph {
    std::vector<PdfLine> lines;
    std::uint8_t heading = 0;
    bool title = false;

    bool empty() const noexcept { return lines.empty(); }
    const PdfLine& first() const noexcept { return lines.front(); }
};

struct Joined {
    std::string text;
    std::uint32_t bold = 0;
    std::vector<PdfLink> links;
};

class Writer {
public:
    Writer(std::vector<PdfElement>& elements, std::vector<PdfRow>& notes, const PdfText& text, Builder& builder)
        : elements_(elements), notes_(notes), text_(text), builder_(builder), joiner_(style_) {}

    void run() {
        learn();
        gather();
        rank();
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].table != nullptr) write_table(*parts_[i].table);
            else write(i);
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
    Style style_;
    Joiner joiner_;
    std::vector<Part> parts_;
    std::vector<List> lists_;
    std::uint32_t list_count_ = 0;

    template <typename Function>
    void for_lines(Function&& function) const {
        for (const PdfElement& element : elements_) {
            if (element.table.empty()) function(element.line);
            else
                for (const auto& row : element.table.front().rows)
                    for (const PdfCell& cell : row)
                        for (const PdfLine& line : cell.lines) function(line);
        }
    }

    void learn() {
        std::map<int, std::size_t> bytes;
        std::map<int, std::map<int, std::size_t>> steps;
        std::size_t ends = 0, hyphens = 0, ideographs = 0, all = 0;
        // Most type of a page that a table fills is the table's, which is smaller than the body's.
        for_lines([&](const PdfLine& line) {
            learn_words(line.text);
            all += line.text.size();
            for (std::size_t at = 0; at < line.text.size();) {
                const Decoded c = decode(line.text, at);
                at += c.size;
                if (is_ideograph(c.code)) ideographs += c.size;
            }
            bytes[size_key(line.size)] += line.text.size() / 3;
        });
        const PdfLine* before = nullptr;
        for (const PdfElement& element : elements_) {
            if (!element.table.empty()) {
                before = nullptr;
                continue;
            }
            const PdfLine& line = element.line;
            bytes[size_key(line.size)] += line.text.size();
            if (before != nullptr && !line.breaks && before->page == line.page && size_key(before->size) == size_key(line.size) && line.top > before->top)
                ++steps[size_key(line.size)][static_cast<int>(std::lround(line.top - before->top))];
            if (before != nullptr && is_lower(decode(line.text, 0).code)) {
                ++ends;
                bool soft = false;
                if (const std::size_t hyphen = hyphen_at_end(before->text, soft); hyphen != 0 && !soft && !before->spaced) {
                    const std::string head = last_word(before->text), tail = first_word(line.text);
                    const std::string whole = head.substr(0, head.size() - hyphen) + tail;
                    if (style_.words.count(fold(head + tail)) == 0) ++hyphens;
                    if (style_.words.count(fold(whole)) != 0) hyphens += 20;
                }
            }
            before = &line;
        }
        style_.hyphenates = hyphens >= 20 || (ends >= 20 && hyphens * 12 > ends);
        style_.ideographs = ideographs * 2 > all;
        std::size_t most = 0;
        for (const auto& [size, count] : bytes)
            if (count > most) most = count, style_.body = static_cast<float>(size) / 2;
        for (const auto& [size, seen] : steps) {
            std::size_t often = 0;
            for (const auto& [step, count] : seen)
                if (count > often && step < 4 * size / 2) often = count, style_.pitch[size] = static_cast<float>(step);
        }
    }

    void learn_words(std::string_view text) {
        if (style_.words.size() > 200000) return;
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= text.size();) {
            const Decoded c = decode(text, at);
            if (c.size != 0 && (is_word_character(c.code) || c.code == '-')) {
                at += c.size;
                continue;
            }
            const std::string_view word = text.substr(begin, at - begin);
            if (word.size() < 64 && !word.empty() && word.back() != '-') {
                std::string folded = fold(word);
                if (begin != 0 && at != text.size()) ++style_.inner[folded];
                if (word.size() >= 4) ++style_.words[std::move(folded)];
            }
            at += std::max<std::uint32_t>(c.size, 1);
            begin = at;
        }
    }

    float pitch_of(float size) const {
        const auto found = style_.pitch.find(size_key(size));
        if (found != style_.pitch.end()) return found->second;
        const auto body = style_.pitch.find(size_key(style_.body));
        return size * (body == style_.pitch.end() ? 1.3F : body->second / style_.body);
    }

    // ---- lines to paragraphs

    void gather() {
        Paragraph open;
        const auto flush = [&] {
            if (open.empty()) return;
            Part& part = parts_.emplace_back();
            part.paragraph = std::move(open);
            part.first = part.paragraph.first().text;
            open = {};
        };
        for (PdfElement& element : elements_) {
            if (!element.table.empty()) {
                flush();
                parts_.emplace_back().table = &element.table.front();
                continue;
            }
            if (!open.empty() && !goes_on(open, element.line)) flush();
            open.lines.push_back(std::move(element.line));
        }
        flush();
        for (Part& part : parts_) part.marker = list_marker(part.first);
    }

    static bool middle(const PdfLine& line) { return std::abs(line.left + line.right - line.from - line.to) < 14; }
    static bool centred(const PdfLine& line) { return middle(line) && line.left > line.from + 1.5F * line.size; }

    bool goes_on(const Paragraph& open, const PdfLine& line) const {
        const PdfLine& above = open.lines.back();
        if (std::abs(above.size - line.size) > 0.06F * above.size) return false;
        const bool heading = above.size > 1.08F * style_.body;
        if (above.all_bold() != line.all_bold() && (line.all_bold() || above.all_bold())) {
            if (above.all_bold() && line.bold == 0 && (pdf_fits(above, line, above.to) || open.lines.size() > 1 || above.breaks || heading)) return false;
            if (above.bold == 0 && line.all_bold() && (ends_sentence(above.text) || pdf_fits(above, line, above.to))) return false;
        }
        if (begins_item(line, open)) return false;
        const bool item = list_marker(open.first().text).has_value();
        const bool both_centred = !item && (heading ? middle(above) && middle(line) : centred(above) && centred(line));
        if (line.breaks || line.page != above.page || line.top < above.top) {
            if (heading) return false;
            if (ends_sentence(above.text) || above.all_bold()) return false;
            const char32_t first = decode(line.text, 0).code;
            if (pdf_fits(above, line, above.to) && !above.text.ends_with('-')) return false;
            return is_lower(first) || is_ideograph(first) || !is_upper(first) || above.text.ends_with(',') || !line.all_bold();
        }
        const float pitch = pitch_of(line.size), step = line.top - above.top;
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
        } else if (line.left > above.left + indent && ends_sentence(above.text)) {
            return false;
        }
        if (item && open.lines.size() > 1 && line.left < open.lines[1].left - indent) return false;
        return !pdf_fits(above, line, above.to);
    }

    bool begins_item(const PdfLine& line, const Paragraph& open) const {
        if (const auto marker = list_marker(line.text)) {
            if (marker->value + marker->roman == 0) return marker->kind == ListMarker::Kind::bullet || ends_sentence(open.lines.back().text) || pdf_fits(open.lines.back(), line, open.lines.back().to);
            const auto before = list_marker(open.first().text);
            if (before && follows(*before, *marker)) return true;
            return ends_sentence(open.lines.back().text) || marker->value == 1 || marker->roman == 1;
        }
        if (has_sub_number(line.text)) return true;
        return has_section_numeral(line.text) && (line.all_bold() || ends_sentence(open.lines.back().text) || pdf_fits(open.lines.back(), line, open.lines.back().to));
    }

    // ---- headings

    bool may_head(const Paragraph& paragraph) const {
        std::size_t bytes = 0;
        for (const PdfLine& line : paragraph.lines) bytes += line.text.size();
        return paragraph.lines.size() <= 5 && bytes <= 300;
    }

    void rank() {
        std::map<std::pair<std::uint16_t, std::string>, std::uint8_t> bookmarks;
        for (const PdfBookmark& bookmark : text_.bookmarks) bookmarks[{bookmark.page, squeezed(bookmark.text)}] = bookmark.level;
        std::set<int, std::greater<>> sizes;
        for (Part& part : parts_) {
            if (part.table != nullptr || !may_head(part.paragraph)) continue;
            const PdfLine& first = part.paragraph.first();
            const bool larger = first.size > 1.08F * style_.body && !(part.marker && part.marker->kind == ListMarker::Kind::bullet);
            const auto found = bookmarks.empty() ? bookmarks.end() : bookmarks.find({first.page, squeezed(joined(part.paragraph.lines).text)});
            if (larger || found != bookmarks.end()) {
                part.paragraph.heading = 1;
                sizes.insert(level_key(first));
            }
        }
        std::map<int, std::uint8_t> levels;
        std::uint8_t level = 0;
        for (const int size : sizes) levels[size] = level = static_cast<std::uint8_t>(std::min<int>(level + 1, 9));
        for (Part& part : parts_)
            if (part.paragraph.heading != 0) part.paragraph.heading = levels[level_key(part.paragraph.first())];
        title(levels);
    }

    // Headings of one size are of one level, bold before plain.
    static int level_key(const PdfLine& line) { return size_key(line.size) * 2 + (line.all_bold() ? 1 : 0); }

    static std::string squeezed(std::string_view text) {
        std::string made;
        for (const char c : fold(text))
            if (c != ' ') made += c;
        return made;
    }

    // The largest type of the document where it stands once, before everything but what is smaller.
    void title(const std::map<int, std::uint8_t>& levels) {
        if (levels.empty()) return;
        Part* found = nullptr;
        std::size_t count = 0;
        for (Part& part : parts_)
            if (part.paragraph.heading == 1) {
                if (found == nullptr) found = &part;
                ++count;
            }
        if (found == nullptr || count != 1 || found->paragraph.first().page > 2) return;
        found->paragraph.title = !has_section_numeral(found->first);
    }

    // ---- text

    Joined joined(const std::vector<PdfLine>& lines) const {
        Joined made;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const PdfLine& line = lines[i];
            bool bold = i == 0;
            if (i != 0) {
                bold = made.bold == made.text.size();
                std::size_t cut = 0;
                const std::string_view between = joiner_.between(lines[i - 1], line, cut);
                made.text.resize(made.text.size() - cut);
                made.text += between;
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

    // Writes what follows the first `skipped` bytes.
    void put(const Joined& joined, std::size_t skipped) {
        const std::uint32_t begin = builder_.position();
        const std::size_t bold = std::max<std::size_t>(joined.bold, skipped);
        if (bold > skipped) {
            builder_.bold(true);
            builder_.text(std::string_view(joined.text).substr(skipped, bold - skipped));
            builder_.bold(false);
        }
        builder_.text(std::string_view(joined.text).substr(bold));
        for (const PdfLink& link : joined.links) {
            if (!is_target(link.target) || link.end <= skipped) continue;
            const auto from = static_cast<std::uint32_t>(std::max<std::size_t>(link.begin, skipped) - skipped);
            const auto until = std::min(builder_.position(), begin + link.end - static_cast<std::uint32_t>(skipped));
            builder_.link(begin + from, until, link.target);
        }
    }

    // Links inside the document name a page of the tool's.
    static bool is_target(std::string_view target) { return target.starts_with("http") || target.starts_with("mailto:") || target.starts_with("tel:") || target.starts_with("ftp"); }

    static Place place(const PdfLine& line) {
        Place made;
        made.page = line.page;
        return made;
    }

    // ---- blocks

    void write(std::size_t i) {
        Part& part = parts_[i];
        const Paragraph& paragraph = part.paragraph;
        const Joined text = joined(paragraph.lines);
        if (paragraph.heading != 0) {
            lists_.clear();
            builder_.open(BlockKind::heading, paragraph.heading, paragraph.title ? mark::title : std::uint16_t{0}, place(paragraph.first()));
            put(text, 0);
            builder_.close();
            return;
        }
        if (part.marker && is_item(i)) {
            write_item(part, text, i);
            return;
        }
        const bool inside = !lists_.empty() && paragraph.first().left > lists_.back().left + 0.9F * paragraph.first().size && !paragraph.first().all_bold();
        if (!inside) lists_.clear();
        const std::uint16_t marks = static_cast<std::uint16_t>((inside ? mark::continued : 0) | (centred(paragraph.first()) ? mark::centred : 0));
        builder_.open(BlockKind::paragraph, 0, marks, place(paragraph.first()));
        put(text, 0);
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

    void write_item(const Part& part, const Joined& text, std::size_t i) {
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
        builder_.open(BlockKind::list_item, static_cast<std::uint8_t>(lists_.size() - 1), 0, place(part.paragraph.first()));
        builder_.list(list.id, list.roman || marker.value == 0 ? marker.roman : marker.value);
        const bool lost = marker.kind == ListMarker::Kind::bullet && marker.sign == U'•';
        builder_.label(lost ? std::string_view("•") : marker.label);
        Block& block = *builder_.leaf();
        block.marks = static_cast<std::uint16_t>(block.marks & ~mark::marked_label);
        put(text, marker.size);
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

    // A cell's lines as its paragraphs.
    std::vector<std::vector<PdfLine>> paragraphs(const std::vector<PdfLine>& lines) const {
        std::vector<std::vector<PdfLine>> made;
        for (const PdfLine& line : lines) {
            bool apart = made.empty();
            if (!apart) {
                const PdfLine& above = made.back().back();
                const auto marker = list_marker(line.text);
                const bool bullet = marker && (marker->kind == ListMarker::Kind::bullet || marker->value == 1 || marker->roman == 1 || (list_marker(made.back().front().text) && follows(*list_marker(made.back().front().text), *marker)));
                const float step = line.top - above.top;
                apart = bullet || (line.page == above.page && step > 1.75F * above.height());
            }
            if (apart) made.emplace_back();
            made.back().push_back(line);
        }
        return made;
    }

    void write_table(const PdfTable& table) {
        lists_.clear();
        if (is_contents(table)) {
            write_contents(table);
            return;
        }
        const PdfLine& first = table.rows.front().front().lines.front();
        builder_.open(BlockKind::table, 0, table.doubtful ? mark::doubtful : std::uint16_t{0}, place(first));
        std::vector<std::size_t> until(table.edges.size() + 1, 0);  // by column: the first row that no cell above covers
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto& row = table.rows[r];
            builder_.open(BlockKind::row, 0, r == 0 && table.header ? mark::header_row : std::uint16_t{0}, place(row.front().lines.front()));
            std::uint16_t column = 0;
            for (const PdfCell& cell : row) {
                fill(table, until, r, column, cell.column);
                column = static_cast<std::uint16_t>(cell.column + cell.columns);
                builder_.open(BlockKind::cell, 0, cell.doubtful ? mark::doubtful : std::uint16_t{0}, place(cell.lines.front()));
                builder_.cell(cell.column, cell.columns, cell.rows);
                for (std::size_t c = cell.column; c < column; ++c) until[c] = r + cell.rows;
                for (const auto& lines : paragraphs(cell.lines)) {
                    builder_.open(BlockKind::paragraph, 0, 0, place(lines.front()));
                    put(joined(lines), 0);
                    builder_.close();
                }
                builder_.close();
            }
            fill(table, until, r, column, static_cast<std::uint16_t>(until.size()));
            builder_.close();
        }
        builder_.close();
    }

    // Empty cells, where no cell above covers the place; doubtful where one may.
    void fill(const PdfTable& table, const std::vector<std::size_t>& until, std::size_t row, std::uint16_t from, std::uint16_t to) {
        for (std::uint16_t c = from; c < to; ++c) {
            if (until[c] > row) continue;
            const bool unsure = std::find(table.unsure.begin(), table.unsure.end(), std::pair<std::size_t, std::size_t>{row, c}) != table.unsure.end();
            builder_.open(BlockKind::cell, 0, unsure ? mark::doubtful : std::uint16_t{0}, place(table.rows[row].front().lines.front()));
            builder_.cell(c, 1, 1);
            builder_.close();
        }
    }

    // Titles with the pages they stand on.
    static bool is_contents(const PdfTable& table) {
        const std::size_t columns = table.edges.size() + 1;
        if (columns > 3 || table.rows.size() < 3) return false;
        std::size_t pages = 0;
        std::uint32_t before = 0;
        for (const auto& row : table.rows) {
            const std::string& last = row.back().lines.back().text;
            if (row.size() < 2 || last.size() > 3 || last.find_first_not_of("0123456789") != last.npos) continue;
            const auto page = static_cast<std::uint32_t>(std::stoul(last));
            if (page < before) return false;
            before = page;
            ++pages;
        }
        return pages * 10 >= table.rows.size() * 8;
    }

    void write_contents(const PdfTable& table) {
        for (const auto& row : table.rows) {
            builder_.open(BlockKind::paragraph, 0, 0, place(row.front().lines.front()));
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i != 0) builder_.text(i + 1 == row.size() ? "\t" : " ");
                put(joined(row[i].lines), 0);
            }
            builder_.close();
        }
    }

    void write_notes() {
        builder_.end_main_text();
        std::vector<PdfLine> open;
        const auto flush = [&] {
            if (open.empty()) return;
            builder_.open(BlockKind::note, 0, 0, place(open.front()));
            builder_.open(BlockKind::paragraph, 0, 0, place(open.front()));
            put(joined(open), 0);
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
