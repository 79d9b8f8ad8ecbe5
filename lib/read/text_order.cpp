// Cells are narrow, so their lines are as well, and where a cell wraps its line ends in the middle of a sentence although the
// page has room. A stretch of narrow lines of which many end so was a table; lists have their markers, titles no sentence.
#include "read/text_order.hpp"

#include <algorithm>

#include "read/lines.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t least_stretch = 8, least_wide = 10, widest = 160, narrowest_column = 40;

bool ends_clause(std::string_view line) noexcept {
    const char32_t last = decode_before(line, line.size()).code;
    return std::u32string_view(U".:;!?…。：；！？؛؟").find(last) != std::u32string_view::npos;
}

bool is_rule(std::string_view line) noexcept { return rule_of(line) != 0 || line.find_first_not_of("- ") == line.npos; }

class Stretches {
public:
    Stretches(std::string_view text, const std::vector<SourceLine>& lines) : text_(text), lines_(lines) {}

    std::vector<bool> run() {
        std::vector<std::size_t> wide;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].blank()) continue;
            own_.push_back({i, columns_of(line(i)), false});
            // Drawn tables are as wide as they are, and in order.
            if (own_.back().columns >= narrowest_column && !is_row_of_cells(line(i)) && !is_rule(line(i))) wide.push_back(own_.back().columns);
        }
        if (wide.size() < least_wide) return {};
        const auto most = wide.begin() + static_cast<std::ptrdiff_t>(wide.size() * 9 / 10);
        std::nth_element(wide.begin(), most, wide.end());
        if (*most > widest) return of_paragraphs();
        for (Own& one : own_) {
            const std::string_view words = line(one.line);
            one.narrow = one.columns * 50 <= *most * 31 && !list_marker(words) && !has_section_numeral(words) && rule_of(words) == 0;
        }
        std::vector<bool> made;
        for (std::size_t i = 0; i < own_.size();) {
            const std::size_t end = end_of(i);
            if (is_table(i, end)) {
                made.resize(lines_.size(), false);
                for (std::size_t k = i; k < end; ++k) made[own_[k].line] = true;
            }
            i = std::max(end, i + 1);
        }
        return made;
    }

private:
    struct Own {
        std::size_t line, columns;
        bool narrow;
    };
    std::string_view text_;
    const std::vector<SourceLine>& lines_;
    std::vector<Own> own_;  // lines that are not blank

    std::string_view line(std::size_t i) const { return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin); }

    // Lines that are paragraphs: cells are short and no sentences, and many stand together. What a label opens says what it is.
    std::vector<bool> of_paragraphs() const {
        constexpr std::size_t window = 13, least_short = 9;
        const auto is_short = [&](std::size_t i) {
            const std::string_view words = line(own_[i].line);
            return own_[i].columns <= 60 && !is_row_of_cells(words) && !is_rule(words) && !ends_clause(words) && !list_marker(words) && !has_section_numeral(words) && !has_label(words);
        };
        std::vector<bool> made;
        std::size_t count = 0;
        for (std::size_t i = 0; i < own_.size(); ++i) {
            count += is_short(i) ? 1 : 0;
            if (i >= window) count -= is_short(i - window) ? 1 : 0;
            if (i + 1 < window || count < least_short) continue;
            made.resize(lines_.size(), false);
            for (std::size_t k = i + 1 - window; k <= i; ++k)
                if (is_short(k)) made[own_[k].line] = true;
        }
        return made;
    }

    // One or two wide lines between narrow ones are the widest cells, or two cells in one line.
    std::size_t end_of(std::size_t begin) const {
        if (!own_[begin].narrow) return begin;
        // The last line of a paragraph.
        if (begin != 0 && own_[begin - 1].line + 1 == own_[begin].line && !own_[begin - 1].narrow) return begin;
        const auto narrow = [&](std::size_t i) { return i < own_.size() && own_[i].narrow; };
        const auto title = [&](std::size_t i) { return i < own_.size() && has_section_numeral(line(own_[i].line)); };
        std::size_t end = begin;
        while (end < own_.size()) {
            if (narrow(end) || (narrow(end + 1) && !title(end))) ++end;
            else if (narrow(end + 2) && !title(end) && !title(end + 1)) end += 2;
            else break;
            if (!narrow(end - 1) && !narrow(end)) break;
        }
        return end;
    }

    bool is_table(std::size_t begin, std::size_t end) const {
        if (end < begin + least_stretch) return false;
        std::size_t cuts = 0;
        for (std::size_t i = begin; i + 1 < end; ++i) {
            if (!own_[i].narrow || ends_clause(line(own_[i].line))) continue;
            const char32_t first = decode(line(own_[i + 1].line), 0).code;
            const bool inside = is_ideograph(first) ? own_[i].line + 1 == own_[i + 1].line : !is_upper(first);
            cuts += inside ? 1 : 0;
        }
        return cuts >= 3 && cuts * 4 >= end - begin;
    }
};

}  // namespace

std::vector<bool> lines_out_of_order(std::string_view text, const std::vector<SourceLine>& lines) { return Stretches(text, lines).run(); }

}  // namespace plancheck
