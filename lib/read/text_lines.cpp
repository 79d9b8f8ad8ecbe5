// Running titles are lines at the edges of pages that are alike but for digits; they are counted by their folded text.
// Lines that go are first marked, then taken out together with the blank lines that a cut paragraph does not have.
#include "read/text_lines.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "read/lines.hpp"
#include "read/running_lines.hpp"
#include "read/text_dress.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/page_numbers.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t edge = 2;            // lines at the top and bottom of a page that may be its furniture
constexpr std::size_t longest_edge_line = 160;  // columns

class Cleaner {
public:
    explicit Cleaner(std::string_view text) : text_(text) {}

    std::vector<SourceLine> run() {
        split();
        if (is_double_spaced()) close_up();
        gone_.assign(lines_.size(), false);
        drop_furniture();
        mend_paragraphs();
        join_bullets();
        std::vector<SourceLine> kept;
        kept.reserve(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (gone_[i]) continue;
            const std::size_t size = kept.size();
            if (lines_[i].blank() && size >= 2 && kept[size - 1].blank() && kept[size - 2].blank()) continue;
            kept.push_back(lines_[i]);
        }
        return kept;
    }

private:
    std::string_view text_;
    std::vector<SourceLine> lines_;
    std::vector<bool> gone_;
    bool paged_ = false;
    bool quoted_ = false;

    std::string_view line(std::size_t i) const { return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin); }

    void split() {
        paged_ = text_.find('\f') != text_.npos;
        quoted_ = is_quoted(text_);
        std::uint16_t page = paged_ ? 1 : 0;
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= text_.size();) {
            const Decoded c = decode(text_, at);
            const bool end = c.size == 0 || c.code == '\n' || c.code == '\r' || c.code == '\f' || c.code == 0x85 || c.code == 0x2028 || c.code == 0x2029;
            if (!end) {
                at += c.size;
                continue;
            }
            if (c.size != 0 || at > begin) add(begin, at, page);
            if (c.size == 0) break;
            if (c.code == '\f' && page != 0xFFFF) ++page;
            at += c.size;
            // CR CR LF: what has become of a line end that was made into CR LF twice.
            if (c.code == '\r' && text_.substr(at).starts_with("\r\n")) ++at;
            if (c.code == '\r' && at < text_.size() && text_[at] == '\n') ++at;
            begin = at;
        }
    }

    void add(std::size_t begin, std::size_t end, std::uint16_t page) {
        SourceLine made;
        made.page = page;
        if (quoted_) begin += quotation_at(text_.substr(begin, end - begin));
        std::size_t columns = 0;
        for (Decoded c = decode(text_, begin); begin < end && is_white_space(c.code); c = decode(text_, begin)) {
            columns += c.code == '\t' ? 8 - columns % 8 : 1;
            begin += c.size;
        }
        for (Decoded c = decode_before(text_, end); end > begin && is_white_space(c.code); c = decode_before(text_, end)) end -= c.size;
        made.indent = static_cast<std::uint16_t>(std::min<std::size_t>(columns, 0xFFFF));
        made.begin = static_cast<std::uint32_t>(begin);
        made.end = static_cast<std::uint32_t>(end);
        // A third blank line in a row says nothing more, and there can be millions.
        const std::size_t size = lines_.size();
        if (made.blank() && size >= 2 && lines_[size - 1].blank() && lines_[size - 2].blank() && lines_[size - 2].page == page) return;
        lines_.push_back(made);
    }

    // A blank line behind every line, and more where a paragraph ends: nearly all lines that one blank line parts are full or go
    // on in a small letter.
    bool is_double_spaced() const {
        constexpr std::size_t least_lines = 24, widest = 160;  // of a table; paragraphs are narrower
        std::size_t lines = 0, pairs = 0, wrapped = 0, gaps = 0, width = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].blank()) continue;
            if (i + 1 < lines_.size() && !lines_[i + 1].blank()) return false;
            ++lines;
            width = std::max(width, columns_of(line(i)));
        }
        if (lines < least_lines || width > widest) return false;
        for (std::size_t i = 0; i + 2 < lines_.size(); ++i) {
            if (lines_[i].blank()) continue;
            if (lines_[i + 2].blank()) {
                ++gaps;
                continue;
            }
            // Rows of a table are as wide as they are.
            if (line(i).find("  ") != std::string_view::npos || line(i + 2).find("  ") != std::string_view::npos || rule_of(line(i)) != 0) continue;
            const char32_t first = decode(line(i + 2), 0).code;
            ++pairs;
            if (columns_of(line(i)) * 4 >= width * 3 || (is_letter_or_digit(first) && !is_upper(first) && !is_ideograph(first))) ++wrapped;
        }
        return gaps * 20 >= lines && wrapped * 4 >= pairs * 3;
    }

    void close_up() {
        std::vector<SourceLine> kept;
        kept.reserve(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const bool between = lines_[i].blank() && !blank(i - 1) && i != 0;
            if (!between) kept.push_back(lines_[i]);
        }
        lines_ = std::move(kept);
    }

    bool blank(std::size_t i) const { return i >= lines_.size() || lines_[i].blank(); }

    // The next line that is not blank, from `i` on in steps of `step`, on the same page.
    std::size_t next_on_page(std::size_t i, std::ptrdiff_t step) const {
        const std::uint16_t page = lines_[i].page;
        for (i += static_cast<std::size_t>(step); i < lines_.size() && lines_[i].page == page; i += static_cast<std::size_t>(step))
            if (!lines_[i].blank() && !gone_[i]) return i;
        return lines_.size();
    }

    void drop_furniture() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].blank()) continue;
            const bool first = i == 0 || lines_[i - 1].page != lines_[i].page;
            const bool last = i + 1 == lines_.size() || lines_[i + 1].page != lines_[i].page;
            const bool alone = (first || blank(i - 1)) && (last || blank(i + 1));
            if (lines_[i].end - lines_[i].begin <= 40 && alone && is_page_number(line(i), true)) gone_[i] = true;
        }
        if (!paged_) return drop_running_lines();
        // Twice, as a page number may stand outside the running title.
        std::vector<std::size_t> at_edge;
        std::map<std::string, std::uint32_t> seen;
        std::uint32_t pages = 0;
        for (std::size_t begin = 0; begin < lines_.size();) {
            std::size_t end = begin;
            while (end < lines_.size() && lines_[end].page == lines_[begin].page) ++end;
            ++pages;
            std::vector<std::size_t> edges;
            const auto take = [&](std::size_t i) {
                if (i < end && i >= begin && !lines_[i].blank() && !gone_[i] && std::find(edges.begin(), edges.end(), i) == edges.end()) edges.push_back(i);
            };
            for (std::size_t i = begin, n = 0; i < end && n < edge; ++i)
                if (!blank(i) && !gone_[i]) take(i), ++n;
            for (std::size_t i = end, n = 0; i > begin && n < edge; --i)
                if (!blank(i - 1) && !gone_[i - 1]) take(i - 1), ++n;
            std::vector<std::string> keys;
            for (const std::size_t i : edges) {
                if (is_page_number(line(i), true) && (next_on_page(i, 1) == lines_.size() || next_on_page(i, -1) == lines_.size())) {
                    gone_[i] = true;
                    continue;
                }
                if (!fits_in(line(i), longest_edge_line)) continue;
                at_edge.push_back(i);
                std::string key = key_of(i);
                if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                    ++seen[key];
                    keys.push_back(std::move(key));
                }
            }
            begin = end;
        }
        // The first of them stays: on a title page it is the title, unless the title stands below it.
        std::map<std::string, bool> kept;
        for (const std::size_t i : at_edge) {
            std::string key = key_of(i);
            const std::uint32_t count = seen[key];
            if (count < 3 || count * 3 < pages) continue;
            const bool again = stands_below(i);
            if (!kept.try_emplace(std::move(key), true).second || again) gone_[i] = true;
        }
    }

    // Without page breaks what stands between them is told by its numbers.
    void drop_running_lines() {
        std::vector<RunningLine> running;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].blank() || gone_[i]) continue;
            if (auto found = running_line(line(i)); found && found->key != " #") {
                found->at = i;
                running.push_back(std::move(*found));
            }
        }
        for (const std::size_t i : running_places(std::move(running))) gone_[i] = true;
    }

    // Whether the next lines on the page hold the words of this one.
    bool stands_below(std::size_t i) const {
        constexpr std::size_t most = 5;
        std::string below;
        for (std::size_t next = next_on_page(i, 1), n = 0; next < lines_.size() && n < most; next = next_on_page(next, 1), ++n)
            if (fits_in(line(next), longest_edge_line)) below += squeezed(line(next));
        return below.find(squeezed(line(i))) != below.npos;
    }

    static std::string squeezed(std::string_view text) {
        std::string made = fold(text);
        std::erase(made, ' ');
        return made;
    }

    std::string key_of(std::size_t i) const {
        std::string made;
        for (const char c : fold(line(i))) {
            if (c < '0' || c > '9') made += c;
            else if (made.empty() || made.back() != '#') made += '#';
        }
        return made;
    }

    void mend_paragraphs() {
        std::size_t before = lines_.size();  // the last line of text
        bool cut = false;                    // a page ended, or furniture went, since
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (gone_[i] || (i != 0 && lines_[i].page != lines_[i - 1].page)) cut = true;
            if (gone_[i] || lines_[i].blank()) continue;
            if (cut && before < lines_.size() && goes_on(line(before), line(i)))
                for (std::size_t k = before + 1; k < i; ++k) gone_[k] = true;
            before = i;
            cut = false;
        }
    }

    // A bullet on a line of its own, as text out of a PDF has it: the next line of text is its item.
    void join_bullets() {
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
            if (gone_[i] || lines_[i].blank() || !is_bullet(line(i))) continue;
            std::size_t next = i + 1;
            while (next < lines_.size() && next < i + 4 && (gone_[next] || lines_[next].blank())) ++next;
            if (next >= lines_.size() || gone_[next] || lines_[next].blank() || lines_[next].page != lines_[i].page || list_marker(line(next)) || is_bullet(line(next))) continue;
            lines_[i].end = lines_[next].end;
            for (std::size_t k = i + 1; k <= next; ++k) gone_[k] = true;
        }
    }

    static bool is_bullet(std::string_view own) {
        if (own.size() > 4 || own.size() != decode(own, 0).size) return false;
        const auto marker = list_marker(std::string(own) + " x");
        return marker && marker->kind == ListMarker::Kind::bullet;
    }

    static bool goes_on(std::string_view above, std::string_view below) {
        const Decoded last = decode_before(above, above.size());
        const Decoded first = decode(below, below.starts_with('(') ? 1 : 0);
        if (std::u32string_view(U".:;!?…。！？：；؟").find(last.code) != std::u32string_view::npos) return false;
        return is_letter_or_digit(first.code) && !is_upper(first.code) && !is_ideograph(first.code) && !(first.code >= '0' && first.code <= '9') &&
               columns_or_more(above, 30);
    }

    static bool columns_or_more(std::string_view own, std::size_t columns) { return count_code_points(own) >= columns; }
};

}  // namespace

std::vector<SourceLine> text_lines(std::string_view text) { return Cleaner(text).run(); }

}  // namespace plancheck
