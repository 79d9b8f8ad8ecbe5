// Line by line, what is fenced left out. A bullet becomes a dash and blanks of the same size, and the signs of a heading are put in
// front of the anchors before them. A definition (": what it is", below a term of one line) goes on in the line of its term; where a
// term has several, they are lines below it.
#include "read/markdown_marks.hpp"

#include <algorithm>
#include <string_view>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t deepest = 16;        // columns before a bullet
constexpr std::size_t longest_term = 160;  // bytes

std::size_t bullet_size(std::string_view text) noexcept {
    constexpr char32_t after_shapes = 0x2600, of_symbol_font = 0xF0B7;
    const Decoded sign = decode(text, 0);
    return (sign.code > 0xFF && sign.code < after_shapes && is_bullet(sign.code)) || sign.code == of_symbol_font ? sign.size : 0;
}

class Marks {
public:
    explicit Marks(std::string& markup) : markup_(markup) {}

    void run(std::size_t begin) {
        while (begin < markup_.size()) {
            const std::size_t end = std::min(markup_.find('\n', begin), markup_.size());
            line(begin, end);
            begin = end + 1;
        }
        end_definitions();
    }

private:
    std::string& markup_;
    char fence_ = 0;
    bool blank_ = true;        // the line before
    bool may_be_term_ = false; // the paragraph before is one short line
    std::size_t term_end_ = 0;
    std::size_t first_ = 0, last_ = 0;  // colons of the definitions of a term; 0: there are none
    bool apart_ = false;                // a blank line stands before the first

    void line(std::size_t begin, std::size_t end) {
        std::size_t at = begin;
        while (at < end && markup_[at] == ' ') ++at;
        std::size_t stop = end;
        while (stop > at && (markup_[stop - 1] == '\r' || markup_[stop - 1] == ' ')) --stop;
        const std::string_view own = std::string_view(markup_).substr(at, stop - at);
        if (own.starts_with("```") || own.starts_with("~~~")) fence_ = fence_ == 0 ? own[0] : fence_ == own[0] ? '\0' : fence_;
        if (fence_ != 0) {
            may_be_term_ = false;
            return;
        }
        if (own.empty()) {
            blank_ = true;
            return;
        }
        const bool definition = own.size() > 2 && own[0] == ':' && (own[1] == ' ' || own[1] == '\t') && at - begin <= 3;
        if (definition && (may_be_term_ || first_ != 0)) {
            // Below a blank line what is moved to the right is code.
            if (first_ == 0) first_ = at, apart_ = blank_;
            else if (last_ == 0 && !apart_) markup_[first_] = ' ';
            if (first_ != at) last_ = at;
            if (last_ == at && !blank_) markup_[at] = ' ';
            may_be_term_ = blank_ = false;
            return;
        }
        const bool goes_on = first_ != 0 && !blank_;
        if (!goes_on) {
            end_definitions();
            if (const std::size_t size = bullet_size(own); size != 0 && at - begin <= deepest) bullet(at, size, stop);
            if (own.starts_with("<a ")) anchors(at, stop);
            constexpr std::string_view other = "#|-*+>=<[!`";
            may_be_term_ = blank_ && at - begin <= 3 && own.size() <= longest_term && other.find(own[0]) == other.npos;
            if (own.starts_with("**")) may_be_term_ = blank_ && own.size() <= longest_term;
            term_end_ = stop;
        }
        blank_ = false;
    }

    // Not more than four blanks, or what follows is code.
    void bullet(std::size_t at, std::size_t size, std::size_t stop) {
        std::size_t words = at + size;
        while (words < stop && (markup_[words] == ' ' || markup_[words] == '\t')) ++words;
        if (words == at + size || words == stop) return;
        std::fill(markup_.begin() + static_cast<std::ptrdiff_t>(at), markup_.begin() + static_cast<std::ptrdiff_t>(words), ' ');
        constexpr std::size_t most = 5;
        markup_[words - std::min(words - at, most)] = '-';
    }

    // Programs that make Markdown of another format put the marks that links lead to before the signs of a heading.
    void anchors(std::size_t at, std::size_t stop) {
        constexpr std::string_view close = "></a>";
        constexpr std::size_t lowest = 6;
        std::size_t sign = at;
        while (sign < stop && markup_.compare(sign, 3, "<a ") == 0) {
            const std::size_t end = markup_.find_first_of("<>", sign + 1);
            if (end >= stop || markup_.compare(end, close.size(), close) != 0) return;
            sign = end + close.size();
        }
        const std::size_t words = std::min(markup_.find_first_not_of('#', sign), stop);
        const std::size_t level = words - std::min(sign, words);
        if (level == 0 || level > lowest || words == stop || markup_[words] != ' ') return;
        std::fill(markup_.begin() + static_cast<std::ptrdiff_t>(at), markup_.begin() + static_cast<std::ptrdiff_t>(at + level), '#');
        std::fill(markup_.begin() + static_cast<std::ptrdiff_t>(at + level), markup_.begin() + static_cast<std::ptrdiff_t>(words), ' ');
    }

    // The only one of its term.
    void end_definitions() {
        if (first_ != 0 && last_ == 0) {
            const char end = markup_[term_end_ - 1];
            std::fill(markup_.begin() + static_cast<std::ptrdiff_t>(term_end_), markup_.begin() + static_cast<std::ptrdiff_t>(first_ + 1), ' ');
            if (end != ':') markup_[term_end_] = ':';
        }
        first_ = last_ = 0;
    }
};

}  // namespace

void mend_marks(std::string& markup, std::size_t begin) {
    if (markup.find("</a>#") == markup.npos && markup.find("\n:") == markup.npos && markup.find("\n   :") == markup.npos && markup.find("\n  :") == markup.npos && markup.find("\n :") == markup.npos &&
        markup.find("\xE2\x80\xA2") == markup.npos && markup.find("\xE2\x97") == markup.npos && markup.find("\xE2\x96") == markup.npos && markup.find("\xE2\x80\xA3") == markup.npos && markup.find("\xE2\x81\x83") == markup.npos && markup.find("\xE2\x88\x99") == markup.npos && markup.find("\xEF\x82\xB7") == markup.npos)
        return;
    Marks(markup).run(begin);
}

}  // namespace plancheck
