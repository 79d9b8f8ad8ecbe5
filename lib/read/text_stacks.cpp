// A stack is two and more numbers alone on their lines, each one more than the one before, or one that goes on with the stack
// before it or is gone on with by the next. Its paragraphs are the next ones that begin behind a blank line and have no mark
// of their own; what follows a bullet alone is the text of that bullet. Where a section or another number comes before there
// are as many, the numbers stay where they are.
#include "read/text_stacks.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "read/lines.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_number = 6;  // bytes
constexpr std::size_t longest_stack = 64;

class Stacks {
public:
    explicit Stacks(std::string_view text) : text_(text) {}

    std::string run() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            lines_.push_back({at, end, trimmed(text_.substr(at, end - at)), {}, false});
            at = end + 1;
        }
        std::vector<std::vector<std::size_t>> stacks;
        for (std::size_t i = 0; i < lines_.size();) {
            std::vector<std::size_t> stack = stack_at(i);
            i = stack.empty() ? i + 1 : stack.back() + 1;
            if (!stack.empty()) stacks.push_back(std::move(stack));
        }
        bool any = false;
        for (std::size_t k = 0; k < stacks.size(); ++k) {
            const bool goes_on = (k > 0 && one_more(stacks[k - 1].back(), stacks[k].front())) || (k + 1 < stacks.size() && one_more(stacks[k].back(), stacks[k + 1].front()));
            if (stacks[k].size() > 1 || goes_on) any = deal_out(stacks[k]) || any;
        }
        return any ? written() : std::string();
    }

private:
    struct OwnLine {
        std::size_t begin, end;
        std::string_view words;
        std::string_view number;  // that it gets
        bool gone;                // its own number went
    };
    std::string_view text_;
    std::vector<OwnLine> lines_;

    // The marker of a line that holds nothing else. What it points to is gone with the copy, but for its label's size.
    static std::optional<ListMarker> alone(std::string_view words) {
        if (words.empty() || words.size() > longest_number) return std::nullopt;
        auto marker = list_marker(std::string(words) + " x");
        if (!marker || marker->label.size() != words.size()) return std::nullopt;
        marker->label = {};
        return marker;
    }
    static bool is_number(const ListMarker& marker) { return marker.value + marker.roman != 0; }

    std::vector<std::size_t> stack_at(std::size_t first) const {
        std::vector<std::size_t> stack;
        std::optional<ListMarker> last;
        for (std::size_t i = first; i < lines_.size() && stack.size() < longest_stack; ++i) {
            if (lines_[i].words.empty() && !stack.empty()) continue;
            auto marker = alone(lines_[i].words);
            if (!marker || !is_number(*marker) || marker->kind != ListMarker::Kind::decimal || (last && !follows(*last, *marker))) break;
            stack.push_back(i);
            last = marker;
        }
        return stack;
    }

    // Numbers of two lines near each other.
    bool one_more(std::size_t above, std::size_t below) const {
        constexpr std::size_t farthest = 60;
        return below - above <= farthest && follows(*alone(lines_[above].words), *alone(lines_[below].words));
    }

    static bool ends_sentence(std::string_view words) {
        return std::u32string_view(U".;!?\u3002\uFF1B\uFF01\uFF1F\u061B\u061F").find(decode_before(words, words.size()).code) != std::u32string_view::npos;
    }

    // Lines of the block below the stack that begin behind the end of a sentence.
    std::vector<std::size_t> sentences_below(const std::vector<std::size_t>& stack) const {
        std::vector<std::size_t> starts;
        std::size_t i = stack.back() + 1;
        while (i < lines_.size() && lines_[i].words.empty()) ++i;
        for (bool open = true; i < lines_.size() && !lines_[i].words.empty(); ++i) {
            const std::string_view words = lines_[i].words;
            if (list_marker(words) || alone(words) || has_section_numeral(words)) return {};
            const char32_t first = decode(words, 0).code;
            if (open && (is_upper(first) || is_caseless(first) || is_digit(first))) starts.push_back(i);
            open = ends_sentence(words);
        }
        return starts;
    }

    bool deal_out(const std::vector<std::size_t>& stack) {
        std::vector<std::size_t> starts = sentences_below(stack);
        if (stack.size() > 1 && starts.size() == stack.size()) {
            give(stack, starts);
            return true;
        }
        starts.clear();
        bool after_blank = true, after_bullet = false;
        for (std::size_t i = stack.back() + 1; i < lines_.size() && starts.size() < stack.size(); ++i) {
            const std::string_view words = lines_[i].words;
            if (words.empty()) {
                after_blank = true;
                continue;
            }
            const auto marker = alone(words);
            if ((marker && is_number(*marker)) || has_section_numeral(words)) return false;
            if (after_blank && !after_bullet && !marker && !list_marker(words)) starts.push_back(i);
            after_blank = false;
            after_bullet = marker.has_value();
        }
        if (starts.size() < stack.size()) return false;
        give(stack, starts);
        return true;
    }

    void give(const std::vector<std::size_t>& stack, const std::vector<std::size_t>& starts) {
        for (std::size_t k = 0; k < stack.size(); ++k) {
            lines_[starts[k]].number = lines_[stack[k]].words;
            lines_[stack[k]].gone = true;
        }
    }

    std::string written() const {
        std::string made;
        made.reserve(text_.size() + 64);
        for (const OwnLine& line : lines_) {
            if (!line.number.empty()) {
                made += line.number;
                made += ' ';
            }
            if (!line.gone) made += text_.substr(line.begin, line.end - line.begin);
            if (line.end < text_.size()) made += '\n';
        }
        return made;
    }
};

}  // namespace

std::string text_unstacked(std::string_view text) { return Stacks(text).run(); }

}  // namespace plancheck
