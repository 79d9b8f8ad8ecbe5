// One run along the text from one "<" to the next. Tags are stepped over exactly as libxml2 does it (a name ends after
// 100 letters and the rest is the next attribute's, a quote without "=" means nothing), because it compares each
// attribute with all others of its tag: a tag that the count took for two would cost it seconds. With comments and
// scripts gone nothing else decides where a tag begins.
#include "read/html_prepare.hpp"

#include <algorithm>
#include <array>

#include "read/builder.hpp"
#include "read/html_characters.hpp"

namespace plancheck::html {

namespace {

constexpr std::size_t longest_name = 100;

constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool starts_name(char c) noexcept { return is_letter(c) || c == '_' || c == ':'; }
constexpr bool in_name(char c) noexcept { return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

/// Elements whose content is no markup, and no text of the document either.
constexpr std::array<std::string_view, 7> raw_elements{"script", "style",   "title",   "noscript",
                                                       "iframe", "noembed", "noframes"};

class Preparer {
public:
    Preparer(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {
        made_.markup = text;
        const auto has = [text](std::string_view word) { return text.find(word) != text.npos; };
        // The parser drops ends of pages, and would join the words beside them.
        for (std::size_t feed = text.find('\f'); feed != text.npos; feed = text.find('\f', feed + 1)) {
            made_.markup[feed] = '\r';
            made_.feeds = true;
        }
        counts_down_ = has("reversed") || has("REVERSED");
    }

    Prepared run() {
        const bool xml = text_.substr(0, 5) == "<?xml";
        while ((at_ = text_.find('<', at_)) != text_.npos && at_ + 1 < text_.size()) {
            const char next = text_[at_ + 1];
            if (next == '!')
                declaration();
            else if (next == '?')
                blank(after(text_.find('>', at_), 1));
            else if (next == '/')
                end_tag();
            else if (starts_name(next))
                start_tag(xml);
            else
                ++at_;
        }
        return std::move(made_);
    }

private:
    std::size_t after(std::size_t found, std::size_t size) const noexcept {
        return found == text_.npos ? text_.size() : found + size;
    }

    /// Takes out what stands up to `end` and goes on there. A comment without words takes its place where one has room, since
    /// what is taken out may stand inside a word.
    void blank(std::size_t end) {
        constexpr std::string_view open = "<!--", close = "-->";
        constexpr std::size_t longest_comment = 1'000'000;  // the parser gives up on those of ten million
        const std::size_t begin = at_;
        for (; at_ < end; ++at_) {
            char& c = made_.markup[at_];
            if (c != '\n' && c != '\r') c = ' ';
        }
        if (end < begin + open.size() + close.size()) {
            // "<!-->" has no room for one, but for an instruction that nobody follows.
            constexpr std::string_view short_open = "<?", name = "xx", short_close = "?>";
            if (end < begin + short_open.size() + 1 + short_close.size() || end > begin + short_open.size() + name.size() + short_close.size()) return;
            char* const first = made_.markup.data() + begin;
            short_open.copy(first, short_open.size());
            name.copy(first + short_open.size(), end - begin - short_open.size() - short_close.size());
            short_close.copy(made_.markup.data() + end - short_close.size(), short_close.size());
            return;
        }
        if (end - begin > longest_comment) return;
        char* const first = made_.markup.data() + begin;
        char* const last = made_.markup.data() + end - close.size();
        const auto is_blank = [](char c) { return c == ' '; };
        if (!std::all_of(first, first + open.size(), is_blank) || !std::all_of(last, last + close.size(), is_blank)) return;
        open.copy(first, open.size());
        close.copy(last, close.size());
    }

    void declaration() {
        if (text_.substr(at_, 4) == "<!--") {
            const std::string_view rest = text_.substr(at_ + 4);
            if (rest.starts_with('>')) return blank(at_ + 5);
            if (rest.starts_with("->")) return blank(at_ + 6);
            std::size_t end = text_.find("--", at_ + 4);
            while (end != text_.npos && text_.substr(end + 2, 1) != ">" && text_.substr(end + 2, 2) != "!>")
                end = text_.find("--", end + 1);
            return blank(after(text_.find('>', std::min(end, text_.size())), 1));
        }
        std::size_t end = text_.find('>', at_);
        // The internal subset of a document type.
        if (end != text_.npos && same(text_.substr(at_, 9), "<!doctype") &&
            text_.substr(at_, end - at_).find('[') != text_.npos)
            end = after(text_.find("]", at_), 0) == text_.size() ? text_.npos : text_.find('>', text_.find("]", at_));
        blank(after(end, 1));
    }

    void end_tag() {
        const std::size_t end = after(text_.find('>', at_), 1);
        if (counts_down_) {
            const std::size_t begin = std::min(at_ + 2, text_.size());
            count_items(text_.substr(begin, name_end(begin) - begin), true, false);
        }
        if (same(text_.substr(at_, 5), "</br>")) return end_of_break();
        if (at_ + 2 < text_.size() && starts_name(text_[at_ + 2]))
            at_ = end;
        else
            blank(end);
    }

    /// To browsers it is a line break by itself; authors mean the one before it.
    void end_of_break() {
        const std::size_t before = text_.substr(0, at_).rfind('<');
        constexpr std::size_t longest_break = 64;
        if (before != text_.npos && at_ - before < longest_break && same(text_.substr(before, 3), "<br") && text_[at_ - 1] == '>') return blank(at_ + 5);
        constexpr std::string_view tag = "<br >";
        tag.copy(made_.markup.data() + at_, tag.size());
        at_ += tag.size();
    }

    std::size_t name_end(std::size_t at) const noexcept {
        const std::size_t limit = std::min(text_.size(), at + longest_name);
        while (at < limit && in_name(text_[at])) ++at;
        return at;
    }

    std::size_t skip_white(std::size_t at) const noexcept {
        while (at < text_.size() && is_white(text_[at])) ++at;
        return at;
    }

    void start_tag(bool xml) {
        std::size_t at = name_end(at_ + 1);
        const std::string_view name = text_.substr(at_ + 1, at - at_ - 1);
        std::uint64_t attributes = 0;
        bool empty = false;
        bool reversed = false;
        for (;;) {
            at = skip_white(at);
            if (at >= text_.size() || text_[at] == '>') break;
            if (text_[at] == '/' && text_.substr(at + 1, 1) == ">") {
                empty = true;
                break;
            }
            if (!starts_name(text_[at]) && text_[at] != '.') {
                while (at < text_.size() && !is_white(text_[at]) && text_[at] != '>' && text_.substr(at, 2) != "/>")
                    ++at;
                continue;
            }
            if (++attributes > limits_.attributes) limit_reached("attributes", attributes, limits_.attributes);
            const std::size_t begin = at;
            at = name_end(at);
            reversed = reversed || same(text_.substr(begin, at - begin), "reversed");
            at = value_end(skip_white(at));
        }
        if (counts_down_) count_items(name, false, reversed);
        elements_ += 1 + attributes;
        if (elements_ > limits_.elements) limit_reached("elements", elements_, limits_.elements);
        const std::size_t end = after(text_.find('>', std::min(at, text_.size())), 1);
        const auto raw =
            std::find_if(raw_elements.begin(), raw_elements.end(), [&](auto known) { return same(name, known); });
        frames_ = frames_ || same(name, "frameset");
        // Where frames are, what stands there for programs without frames is all the text that there is.
        const bool only_text = frames_ && raw != raw_elements.end() && *raw == "noframes";
        if (raw == raw_elements.end() || only_text || (xml && empty))
            at_ = end;
        else
            raw_element(*raw, end);
    }

    std::size_t value_end(std::size_t at) const noexcept {
        if (at >= text_.size() || text_[at] != '=') return at;
        at = skip_white(at + 1);
        if (at >= text_.size()) return at;
        if (text_[at] == '"' || text_[at] == '\'') return after(text_.find(text_[at], at + 1), 1);
        while (at < text_.size() && !is_white(text_[at]) && text_[at] != '>') ++at;
        return at;
    }

    void raw_element(std::string_view name, std::size_t begin) {
        const std::string_view tag = text_.substr(at_, begin - at_);
        std::size_t end = text_.find("</", begin);
        while (end != text_.npos && !same(text_.substr(end + 2, name.size()), name)) end = text_.find("</", end + 2);
        const bool print = tag.find("print") != tag.npos && tag.find("media") != tag.npos;
        if (name == "style" && !print)
            (made_.styles += text_.substr(begin, end == text_.npos ? end : end - begin)) += '\n';
        blank(after(text_.find('>', std::min(end, text_.size())), 1));
    }

    /// Items belong to the list that began last, as the parser will have it.
    void count_items(std::string_view name, bool ends, bool reversed) {
        constexpr auto none = static_cast<std::size_t>(-1);
        const bool ordered = same(name, "ol");
        if (ordered || same(name, "ul") || same(name, "dir") || same(name, "menu")) {
            if (ends) {
                if (!lists_.empty()) lists_.pop_back();
                return;
            }
            lists_.push_back(ordered && reversed ? made_.reversed.size() : none);
            if (ordered && reversed) made_.reversed.push_back(0);
        } else if (!ends && !lists_.empty() && lists_.back() != none && same(name, "li")) {
            ++made_.reversed[lists_.back()];
        }
    }

    std::string_view text_;
    const Limits& limits_;
    Prepared made_;
    bool counts_down_ = false;  ///< there may be lists that do
    bool frames_ = false;
    std::vector<std::size_t> lists_;  ///< open: which of the lists that count down, or none
    std::size_t at_ = 0;
    std::uint64_t elements_ = 0;
};

/// The name after "charset" or "encoding": = "utf-8".
std::string name_after(std::string_view text, std::string_view key) {
    const std::string low = lowered(text);
    for (std::size_t at = low.find(key); at != low.npos; at = low.find(key, at + 1)) {
        std::string_view rest = std::string_view(low).substr(at + key.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(white), rest.size()));
        if (!rest.starts_with('=')) continue;
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\"'", 1), rest.size()));
        return std::string(rest.substr(0, rest.find_first_of(" \t\r\n\"';/>?")));
    }
    return {};
}

}  // namespace

std::string lowered(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), lower);
    return made;
}

Prepared prepare(std::string_view text, const Limits& limits) { return Preparer(text, limits).run(); }

std::string declared_encoding(std::string_view bytes) {
    std::string_view head = bytes.substr(0, 4096);
    if (head.starts_with("<?xml")) {
        std::string name = name_after(head.substr(0, head.find('>')), "encoding");
        if (!name.empty()) return name;
    }
    const std::string low = lowered(head);
    for (std::size_t at = low.find("<meta"); at != low.npos; at = low.find("<meta", at + 1)) {
        const std::string_view tag = std::string_view(low).substr(at, low.find('>', at) - at);
        std::string name = name_after(tag, "charset");
        if (!name.empty()) return name;
    }
    return {};
}

}  // namespace plancheck::html
