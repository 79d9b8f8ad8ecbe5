// Labels of list items as a browser shows them. Word writes lists as paragraphs with typed labels, Google Docs writes
// each level as a list of its own and counts in the style sheet: for both the numbers run on in counters of the reader.
#include <algorithm>
#include <charconv>
#include <optional>

#include "read/html_prepare.hpp"
#include "read/html_reader.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

namespace {

constexpr std::int64_t highest = 1'000'000;

std::optional<std::uint32_t> number_in(std::string_view text) noexcept {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ptr == text.data()) return std::nullopt;
    if (read.ec != std::errc()) number = highest;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number, 0, highest));
}

/// The attribute type of lists and items; unlike CSS it tells a from A.
Marker type_marker(std::string_view type) noexcept {
    if (type == "1") return marker_of("decimal");
    if (type == "a") return marker_of("lower-alpha");
    if (type == "A") return marker_of("upper-alpha");
    if (type == "i") return marker_of("lower-roman");
    if (type == "I") return marker_of("upper-roman");
    return marker_of(type);
}

Marker first_set(std::initializer_list<Marker> markers) noexcept {
    for (const Marker& marker : markers)
        if (marker.kind != Marker::Kind::unset) return marker;
    return {};
}

std::string_view google_class(std::string_view classes) noexcept {
    for (std::string_view word = next_word(classes); !word.empty(); word = next_word(classes))
        if (word.starts_with("lst-") && word.size() > 6 && word[word.size() - 2] == '-' && word.back() >= '0' &&
            word.back() <= '8')
            return word;
    return {};
}

bool is_bullet(std::string_view label) noexcept {
    const Decoded one = decode(label, 0);
    if (one.size != label.size()) return false;
    const bool alphanumeric = (one.code >= '0' && one.code <= '9') || (one.code >= 'A' && one.code <= 'Z') ||
                              (one.code >= 'a' && one.code <= 'z');
    return !alphanumeric || one.code == 'o';
}

/// Word types bullets as characters of symbol fonts.
std::string_view bullet_sign(std::string_view label) noexcept {
    const char32_t code = decode(label, 0).code;
    if (code == 0xB7 || code == 0xF0B7) return "•";
    if (code == 0xA7 || code == 0xF0A7) return "▪";
    if (code >= 0xE000 && code <= 0xF8FF) return "•";
    return label;
}

/// The value of the last number in a typed label, which comes after `before` if it can: "i" is 9 after "h", else 1.
std::uint32_t label_value(std::string_view label, std::uint32_t before) {
    const auto in_number = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    std::size_t end = label.size();
    while (end != 0 && !in_number(label[end - 1])) --end;
    std::size_t begin = end;
    while (begin != 0 && in_number(label[begin - 1])) --begin;
    const std::string word = lowered(label.substr(begin, end - begin));
    if (word.empty()) return before + 1;
    if (word[0] >= '0' && word[0] <= '9') return number_in(word).value_or(0);
    const std::uint32_t roman = roman_value(word).value_or(0);
    const bool repeated = word.find_first_not_of(word[0]) == word.npos;
    const auto letter =
        repeated ? static_cast<std::uint32_t>(word[0] - 'a') + 26 * static_cast<std::uint32_t>(word.size() - 1) + 1
                 : 0U;
    if (roman == before + 1 || letter == 0) return roman;
    if (letter == before + 1 || roman == 0) return letter;
    return word.size() > 1 || word == "i" ? roman : letter;
}

}  // namespace

void Reader::start_list(Frame& frame, const Attributes& attributes, const Look& look) {
    if (state_.note || in_table()) return;
    // An item that begins with a list of its own has no line of its own.
    if (state_.item && !lists_.empty()) lists_.back().first = false;
    state_.item = false;
    List list;
    list.id = ++list_count_;
    list.ordered = frame.role == Role::ordered_list;
    const std::size_t outside = tables_.empty() ? 0 : tables_.back().lists;
    list.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size() - outside, 255));
    constexpr std::string_view bullets[] = {"disc", "circle", "square"};
    const std::string_view usual = list.ordered ? "decimal" : bullets[std::min<std::size_t>(lists_.size(), 2)];
    list.marker = first_set({frame.terms ? marker_of("none") : look.marker, type_marker(attributes["type"]), marker_of(usual)});
    const auto start = number_in(attributes["start"]);
    list.number = start.value_or(1);
    list.reversed = frame.items != 0;
    if (list.reversed && !start) list.number = frame.items;
    if (const std::string_view own = google_class(attributes["class"]); !own.empty())
        start_google_list(list, own, start.has_value());
    lists_.push_back(std::move(list));
    frame.list = true;
}

void Reader::start_google_list(List& list, std::string_view list_class, bool has_start) {
    auto& counters = counters_[std::string(list_class.substr(0, list_class.size() - 2))];
    if (counters.id == 0) counters.id = list.id;
    list.id = counters.id;
    const auto level = static_cast<std::size_t>(list_class.back() - '0');
    list.counters = &counters;
    list.counter_level = static_cast<std::uint8_t>(level);
    list.level = static_cast<std::uint8_t>(std::max<std::size_t>(list.level, level));
    if (!has_start) list.number = counters.number[level] + 1;
    list.parts = styles_.label(list_class);
}

void Reader::start_item(const Attributes& attributes, const Look& look) {
    if (state_.note) {
        if (notes_.empty() || !notes_.back().lines.empty()) notes_.emplace_back();
        return;
    }
    const std::size_t outside = tables_.empty() ? 0 : tables_.back().lists;
    if (in_table()) return;
    if (lists_.size() <= outside) {  // it has no list, and is shown with a sign all the same
        label_ = "•";
        word_item_ = {};
        return;
    }
    List& list = lists_.back();
    if (list.begun && !list.reversed) ++list.number;
    if (list.begun && list.reversed && list.number != 0) --list.number;
    list.begun = true;
    if (const auto value = number_in(attributes["value"]); value && list.ordered) list.number = *value;
    const Marker marker = first_set({look.marker, type_marker(attributes["type"]), list.marker});
    list.first = true;
    state_.item = true;
    list.label.clear();
    if (list.counters != nullptr) {
        list.counters->number[list.counter_level] = list.number;
        for (std::size_t i = list.counter_level + std::size_t{1}; i < list.counters->number.size(); ++i)
            list.counters->number[i] = 0;
    }
    if (list.parts != nullptr) {
        std::string made;
        for (const LabelPart& part : *list.parts)
            made += part.level < 0 || list.counters == nullptr
                        ? part.literal
                        : format_numeral(list.counters->number[static_cast<std::size_t>(part.level)], part.format);
        list.label = trimmed(made);
    } else if (marker.kind == Marker::Kind::bullet) {
        list.label = marker.text;
    } else if (marker.kind == Marker::Kind::number) {
        list.label = format_numeral(list.number, marker.format);
        list.label += marker.text;
    }
}

void Reader::label_leaf(List& list, BlockKind kind) {
    list.first = false;
    // A heading in a list of bullets is a heading.
    if (kind == BlockKind::heading && !list.ordered) return;
    if (const std::string_view typed = trimmed(label_); !typed.empty()) {
        list.ordered = !is_bullet(typed);
        if (list.ordered) list.number = label_value(typed, list.number - 1);
        list.label = list.ordered ? typed : bullet_sign(typed);
    }
    builder_.list(list.id, list.ordered ? list.number : 0);
    builder_.label(list.label);
    Block& block = *builder_.leaf();
    if (list.ordered) block.marks = static_cast<std::uint16_t>(block.marks | mark::ordered);
}

void Reader::label_word_leaf() {
    const std::string_view typed = trimmed(label_);
    if (typed.empty()) return;
    const bool bullet = is_bullet(typed);
    Counters& counters = counters_[word_item_.list];
    const std::size_t level = word_item_.level;
    const std::uint32_t number = bullet ? 0 : label_value(typed, counters.number[level]);
    // Without a name a list goes on as long as its numbers do.
    const bool goes_on =
        counters.id != 0 && (!word_item_.list.empty() || level > 0 ||
                             (bullet ? counters.number[level] == 0 : number == counters.number[level] + 1));
    if (!goes_on) counters.id = ++list_count_;
    counters.number[level] = number;
    std::fill(counters.number.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.number.end(), 0U);
    builder_.list(counters.id, number);
    builder_.label(bullet ? bullet_sign(typed) : typed);
    Block& block = *builder_.leaf();
    if (!bullet) block.marks = static_cast<std::uint16_t>(block.marks | mark::ordered);
    if (block.kind != BlockKind::paragraph) return;
    block.kind = BlockKind::list_item;
    block.level = word_item_.level;
}

}  // namespace plancheck::html
