// Lists whose bullets are drawn and not written, as browsers print them: lines that begin further in, at one place and at a line's
// distance, of which some end before the next word had found room. Where a line of one of them is full, the text tells whether the next
// begins an item: behind a sentence or a bracket it does, where items hold no more than one; behind a name it may.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "read/lines.hpp"
#include "read/pdf_style.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

class DrawnBullets {
public:
    DrawnBullets(std::vector<PdfElement>& elements, const PdfStyle& style) : elements_(elements), style_(style) {}

    // What stands by itself at the place of a list is one of one item.
    void run() {
        std::vector<std::pair<std::size_t, std::size_t>> alone;
        for (std::size_t at = 0; at < elements_.size();) {
            const std::size_t end = may_begin(at) ? block_end(at) : at;
            if (end > at && !hangs(at, end) && !mark(at, end)) alone.emplace_back(at, end);
            at = std::max(end, at + 1);
        }
        for (const auto& [at, end] : alone)
            if (places_.count(place(at)) != 0 && (begins_anew(line(at)) || is_parted(line(end - 1).text))) elements_[at].line.begins = true;
    }

private:
    std::vector<PdfElement>& elements_;
    const PdfStyle& style_;
    std::set<long> places_;  // where lists begin

    long place(std::size_t i) const { return std::lround(line(i).left / 3); }

    const PdfLine& line(std::size_t i) const { return elements_[i].line; }

    bool may_begin(std::size_t i) const {
        const PdfLine& own = line(i);
        if (!elements_[i].table.empty() || own.left < own.from + 0.9F * own.size || own.size > 1.08F * style_.body || own.all_bold()) return false;
        return !list_marker(own.text) && !has_sub_number(own.text);
    }

    bool is_close(const PdfLine& above, const PdfLine& below) const { return below.part == above.part && below.top > above.top && below.top - above.top <= 1.28F * style_.pitch_of(std::min(above.size, below.size)); }

    std::size_t block_end(std::size_t at) const {
        std::size_t end = at + 1;
        for (; end < elements_.size(); ++end) {
            const PdfLine& own = line(end);
            if (!elements_[end].table.empty() || own.all_bold() || std::abs(own.left - line(at).left) > 2.5F || std::abs(own.size - line(at).size) > 0.06F * own.size) break;
            if (list_marker(own.text) || has_sub_number(own.text) || !(own.part != line(end - 1).part || is_close(line(end - 1), own))) break;
        }
        return end;
    }

    // The rest of an item that has a number, or paragraphs whose first lines are indented.
    bool hangs(std::size_t at, std::size_t end) const {
        const auto close = [&](std::size_t above, std::size_t below) { return elements_[above].table.empty() && elements_[below].table.empty() && is_close(line(above), line(below)); };
        return (at > 0 && close(at - 1, at)) || (end < elements_.size() && close(end - 1, end));
    }

    static bool begins_anew(const PdfLine& own) {
        const char32_t first = decode(own.text, 0).code;
        const bool picture = (first >= 0x2190 && first < 0x2E80) || first >= 0x1F000;
        if (is_upper(first) || is_ideograph(first) || is_caseless(first) || picture) return true;
        // "eWaste Alliance", "planetGOLD".
        for (std::size_t at = 0; at < own.text.size() && own.text[at] != ' '; at += decode(own.text, at).size)
            if (is_upper(decode(own.text, at).code)) return true;
        return false;
    }

    static bool begins_bold(const PdfLine& own) { return own.bold != 0 && !own.all_bold(); }

    static bool several_sentences(std::string_view text) {
        for (std::size_t at = text.find(". "); at != text.npos; at = text.find(". ", at + 2))
            if (at > 3 && is_upper(decode(text, at + 2).code) && is_small_letter(decode_before(text, at).code)) return true;
        const std::size_t stop = text.find("。");
        return stop != text.npos && stop + 3 < text.size();
    }

    bool mark(std::size_t at, std::size_t end) {
        std::size_t begins = 0, ended = 0, parted = 0, centred = 0;
        bool anew = begins_anew(line(at)), several = false, bold = begins_bold(line(at));
        std::size_t last = at;  // where an item begins
        for (std::size_t i = at; i < end; ++i) {
            several = several || several_sentences(line(i).text);
            centred += std::abs(line(i).left + line(i).right - line(i).from - line(i).to) < 14 ? 1 : 0;
            if (i == at || (!pdf_fits(line(i - 1), line(i), line(i - 1).to) && !pdf_counts_on(line(last).text, line(i).text))) continue;
            last = i;
            ++begins;
            anew = anew && begins_anew(line(i));
            bold = bold && begins_bold(line(i));
            ended += pdf_ends_sentence(line(i - 1).text) ? 1 : 0;
            parted += is_parted(line(i - 1).text) ? 1 : 0;
        }
        const bool semicolons = parted == begins;
        if (begins == 0 || centred == end - at || (!anew && !semicolons)) return false;
        std::size_t first = at;  // of the item
        elements_[at].line.begins = true;
        places_.insert(place(at));
        for (std::size_t i = at + 1; i < end; ++i) {
            const PdfLine& above = line(i - 1);
            const bool fits = pdf_fits(above, line(i), above.to);
            const bool sentence = pdf_ends_sentence(above.text), closed = closes(above.text);
            const bool open = above.text.ends_with(':') || above.text.ends_with("：") || above.text.ends_with(',') || (!sentence && !closed && pdf_last_word(above.text).size() < 4);
            const bool may = !fits && (semicolons ? is_parted(above.text) : !open && begins_anew(line(i)) && (sentence || closed || (ended == 0 && is_upper(decode(line(i).text, 0).code))));
            const bool does = fits || pdf_counts_on(line(first).text, line(i).text) || (bold && begins_bold(line(i)) && begins_anew(line(i))) || (may && (semicolons || (!several && (sentence ? ended != 0 : closed && ended == 0))));
            elements_[i].line.begins = does;
            if (may && !does) elements_[first].line.doubtful = true;
            if (does) first = i;
        }
        return true;
    }

    // A bracket, an address or a telephone number is seldom in the midst of an item that is a name.
    static bool closes(std::string_view text) {
        const std::string last = pdf_last_word(text);
        return text.ends_with(')') || text.ends_with("）") || last.find('@') != std::string::npos || (is_digit(text.back()) && text.find('+') != text.npos);
    }

    static bool is_parted(std::string_view text) { return text.ends_with(';') || text.ends_with("；") || text.ends_with("؛"); }
};

}  // namespace

void pdf_mark_drawn_items(std::vector<PdfElement>& elements, const PdfStyle& style) {
    constexpr std::size_t longest_item = 3;  // lines
    const PdfLine* above = nullptr;
    std::size_t last_written = 0;  // its index and one
    for (const PdfElement& element : elements) {
        const PdfLine& line = element.line;
        if (!element.table.empty()) {
            above = nullptr;
            continue;
        }
        // Bullets are written, other than in one place (a box of key messages), or paragraphs begin with an indented line.
        const auto marker = list_marker(line.text);
        const auto at = static_cast<std::size_t>(&element - elements.data());
        const bool written = marker && marker->kind == ListMarker::Kind::bullet;
        if (line.fixed || (written && last_written != 0 && at + 1 - last_written > longest_item)) return;
        if (written) last_written = at + 1;
        const bool below = above != nullptr && above->part == line.part && line.top > above->top && std::abs(line.size - above->size) < 0.06F * line.size && line.top - above->top < 1.28F * style.pitch_of(line.size);
        if (below && !list_marker(above->text) && above->left > above->from + 0.9F * above->size && line.left < line.from + 2.5F && !pdf_fits(*above, line, above->to)) return;
        above = &line;
    }
    DrawnBullets(elements, style).run();
}

}  // namespace plancheck
