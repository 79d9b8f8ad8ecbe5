// A list has one number per level; a paragraph of a level adds one to it and ends those below. A level that is passed over
// (a list that begins inside a list inside a list) counts as used, as the word processors show it: "1.1" and then "2".
// Styles are taken apart at their first use, because files keep one for every list that ever was.
#include "read/odt_numbering.hpp"

#include <algorithm>

#include "read/docx_symbols.hpp"
#include "read/odt_names.hpp"

namespace plancheck::odt {

namespace {

constexpr std::uint32_t highest = 1'000'000;
constexpr std::string_view usual_bullet = "\xE2\x80\xA2";

NumberFormat format_of(std::string_view format) noexcept {
    struct Row {
        std::string_view name;
        NumberFormat format;
    };
    static constexpr Row rows[] = {
        {"1", NumberFormat::decimal},          {"I", NumberFormat::upper_roman},
        {"i", NumberFormat::lower_roman},      {"A", NumberFormat::upper_letter},
        {"a", NumberFormat::lower_letter},     {"", NumberFormat::none},
        {"01, 02, 03, ...", NumberFormat::decimal_zero},
        {"001, 002, 003, ...", NumberFormat::decimal_zero_3},
        {"0001, 0002, 0003, ...", NumberFormat::decimal_zero_4},
        {"00001, 00002, 00003, ...", NumberFormat::decimal_zero_5},
        {"1st", NumberFormat::ordinal},
        {"One", NumberFormat::cardinal_text},
        {"First", NumberFormat::ordinal_text},
        {"*, †, ‡, §, **, ††, ...", NumberFormat::chicago},
        {"一, 二, 三, ...", NumberFormat::chinese_counting_thousand},
        {"壹, 贰, 叁, ...", NumberFormat::chinese_legal},
        {"壹, 貳, 參, ...", NumberFormat::ideograph_legal},
        {"甲, 乙, 丙, ...", NumberFormat::ideograph_stems},
        {"子, 丑, 寅, ...", NumberFormat::ideograph_branches},
        {"①, ②, ③, ...", NumberFormat::decimal_enclosed_circle},
        {"１, ２, ３, ...", NumberFormat::decimal_full_width},
        {"أ, ب, ت, ...", NumberFormat::arabic_alpha},
        {"أ, ب, ج, ...", NumberFormat::arabic_abjad},
        {"א, ב, ג, ...", NumberFormat::hebrew_1},
        {"А, Б, .., Аа, Бб, ... (ru)", NumberFormat::russian_upper},
        {"а, б, .., аа, бб, ... (ru)", NumberFormat::russian_lower},
        {"А, Б, .., Аа, Аб, ... (ru)", NumberFormat::russian_upper},
        {"а, б, .., аа, аб, ... (ru)", NumberFormat::russian_lower},
    };
    for (const Row& row : rows)
        if (row.name == format) return row.format;
    return NumberFormat::decimal;
}

Level read_level(pugi::xml_node node, Level::Kind kind) {
    Level made;
    made.kind = kind;
    made.start = number(node, "text:start-value", 0, highest, 1);
    if (kind == Level::Kind::bullet) {
        made.bullet = value(node, "text:bullet-char");
        if (made.bullet.empty()) made.bullet = usual_bullet;
        return made;
    }
    made.format = format_of(value(node, "style:num-format"));
    made.repeats_letter = is_true(node, "style:num-letter-sync");
    made.display = static_cast<std::uint8_t>(number(node, "text:display-levels", 1, Numbering::levels, 1));
    made.prefix = value(node, "style:num-prefix");
    made.suffix = value(node, "style:num-suffix");
    made.pattern = value(node, "style:num-list-format");
    if (made.pattern.empty()) made.pattern = value(node, "loext:num-list-format");
    return made;
}

/// Letters as a number system without zero: a … z, aa, ab.
void append_letters(std::string& to, std::uint32_t value, char first) {
    char made[8];
    std::size_t at = sizeof made;
    for (value = std::min(value, highest); value != 0; value = (value - 1) / 26)
        made[--at] = static_cast<char>(first + static_cast<char>((value - 1) % 26));
    if (at == sizeof made) made[--at] = '0';
    to.append(made + at, sizeof made - at);
}

}  // namespace

void Numbering::add(pugi::xml_node styles) {
    for (pugi::xml_node at = styles.first_child(); at; at = at.next_sibling()) {
        const std::uint64_t name = hash(at.name());
        if (name == hash("text:list-style")) styles_.push_back({value(at, "style:name"), at});
        // Headings keep theirs under a name that lists may use too; files that forget it mean this one.
        if (name == hash("text:outline-style")) {
            const char* own = attribute(at, "style:name");
            styles_.push_back({own == nullptr ? "Outline" : own, at});
        }
    }
}

void Numbering::settle(std::string_view language) {
    words_ = NumberWords(language);
    std::stable_sort(styles_.begin(), styles_.end(), [](const ListStyle& a, const ListStyle& b) { return a.name < b.name; });
    for (std::size_t i = 0; i < styles_.size() && outline_ == none; ++i)
        if (hash(styles_[i].node.name()) == hash("text:outline-style")) outline_ = static_cast<std::int32_t>(i);
    // Files of the first versions have it among the styles of lists, under the name that is its own.
    if (outline_ == none) outline_ = style("Outline");
}

std::int32_t Numbering::style(std::string_view name) const noexcept {
    if (name.empty()) return none;
    const auto at = std::lower_bound(styles_.begin(), styles_.end(), name, [](const ListStyle& style, std::string_view n) { return style.name < n; });
    return at != styles_.end() && at->name == name ? static_cast<std::int32_t>(at - styles_.begin()) : none;
}

const Level* Numbering::levels_of(std::int32_t index) {
    if (index == none) return nullptr;
    ListStyle& style = styles_[static_cast<std::size_t>(index)];
    if (style.loaded == none) {
        style.loaded = static_cast<std::int32_t>(levels_.size());
        levels_.resize(levels_.size() + levels);
        Level* const first = levels_.data() + style.loaded;
        for (pugi::xml_node at = style.node.first_child(); at; at = at.next_sibling()) {
            Level::Kind kind = Level::Kind::number;
            switch (hash(at.name())) {
                case hash("text:outline-level-style"):
                case hash("text:list-level-style-number"): break;
                case hash("text:list-level-style-bullet"):
                case hash("text:list-level-style-image"): kind = Level::Kind::bullet; break;
                default: continue;
            }
            const std::uint32_t level = number(at, "text:level", 0, levels + 1, 0);
            if (level >= 1 && level <= levels) first[level - 1] = read_level(at, kind);
        }
    }
    return levels_.data() + style.loaded;
}

// Word, which names its list styles LFO1, LFO2 …, says of every list that it continues, and means the last one of its style,
// whatever other lists stand between.
bool Numbering::by_word(std::int32_t style) const noexcept { return style != none && styles_[static_cast<std::size_t>(style)].name.starts_with("LFO"); }

void Numbering::expect(pugi::xml_node list) {
    if (const auto id = value(list, "xml:id"); !id.empty()) to_come_.insert(id);
}

std::uint32_t Numbering::begin(pugi::xml_node node, std::int32_t style) {
    std::uint32_t list = 0;
    const std::string_view continued = value(node, "text:continue-list");
    const auto known = by_id_.find(continued);
    if (style != none && style == outline_) {
        list = outline;
    } else if (known != by_id_.end()) {
        list = known->second;
    } else if (to_come_.contains(continued) && last_of_style_.contains(style)) {
        list = last_of_style_[style];
    } else if (is_true(node, "text:continue-numbering") && last_of_style_.contains(style) && (style == last_style_ || by_word(style))) {
        list = last_of_style_[style];
    } else {
        list = static_cast<std::uint32_t>(lists_.size());
        lists_.emplace_back();
    }
    const char* id = attribute(node, "xml:id");
    if (id == nullptr) id = attribute(node, "text:id");
    if (id != nullptr && *id != '\0') by_id_[id] = list;
    if (list != outline) last_of_style_[style] = list;
    last_style_ = style;
    return list;
}

std::uint32_t Numbering::numbered_list(std::string_view id) {
    const auto [at, made] = by_list_id_.try_emplace(id, static_cast<std::uint32_t>(lists_.size()));
    if (made) lists_.emplace_back();
    return at->second;
}

void Numbering::restart(std::uint32_t list, std::size_t level) noexcept {
    lists_[list].running = static_cast<std::uint16_t>(lists_[list].running & ((1U << level) - 1));
}

Numbered Numbering::next(std::uint32_t index, std::int32_t style, std::size_t level, std::uint32_t start) {
    Numbered made;
    List& list = lists_[index];
    const Level* of = levels_of(style);
    const auto start_of = [&](std::size_t at) { return of == nullptr ? 1 : of[at].start; };
    for (std::size_t above = 0; above < level; ++above)
        if ((list.running >> above & 1U) == 0) list.count[above] = start_of(above);
    if (start != no_start) {
        // A list of its own begins here, unless it only goes on counting.
        if (level == 0 && (list.running == 0 || start != list.count[0] + 1)) list.sequence = 0;
        list.count[level] = start;
    } else if ((list.running >> level & 1U) == 0) {
        list.count[level] = start_of(level);
    } else if (list.count[level] < highest) {
        ++list.count[level];
    }
    list.running = static_cast<std::uint16_t>((2U << level) - 1);
    if (of != nullptr && of[level].kind == Level::Kind::none) return made;

    const bool bullet = of == nullptr || of[level].kind == Level::Kind::bullet;
    // Words before and behind a number that is not there are always the same, as a bullet is.
    made.bullet = bullet || of[level].format == NumberFormat::none;
    made.number = made.bullet ? 0 : list.count[level];
    label_.clear();
    if (of == nullptr) {
        label_ = usual_bullet;
    } else if (bullet) {
        docx::append_bullet(label_, of[level].bullet);
    } else {
        write_label(list, of, level);
    }
    made.label = label_;
    made.shown = label_.find_first_not_of(" \t") != label_.npos;
    if (!made.shown) return made;
    if (list.sequence == 0) list.sequence = ++sequences_;
    made.sequence = list.sequence;
    return made;
}

void Numbering::append_number(const List& list, const Level* of, std::size_t level) {
    const Level& own = of[level];
    const std::uint32_t value = list.count[level];
    const bool letter = own.format == NumberFormat::lower_letter || own.format == NumberFormat::upper_letter;
    if (letter && !own.repeats_letter) {
        append_letters(label_, value, own.format == NumberFormat::lower_letter ? 'a' : 'A');
    } else {
        label_ += words_.write(value, own.format);
    }
}

void Numbering::write_label(const List& list, const Level* of, std::size_t level) {
    const Level& own = of[level];
    const auto has_number = [&](std::size_t at) {
        return at <= level && of[at].kind == Level::Kind::number && of[at].format != NumberFormat::none;
    };
    if (own.pattern.empty()) {
        label_ = own.prefix;
        for (std::size_t at = level + 1 - std::min<std::size_t>(own.display, level + 1); at <= level; ++at) {
            if (!has_number(at)) continue;
            append_number(list, of, at);
            if (at != level) label_ += '.';
        }
        label_ += own.suffix;
        return;
    }
    // "%1%.%2%)": what stands behind a level that has no number goes with it.
    std::string_view rest = own.pattern;
    bool shown = true;
    while (!rest.empty()) {
        const std::size_t from = std::min(rest.find('%'), rest.size());
        if (shown) label_ += rest.substr(0, from);
        rest.remove_prefix(from);
        if (rest.empty()) return;
        const std::size_t to = rest.find('%', 1);
        std::size_t of_level = 0;
        for (std::size_t i = 1; i < std::min<std::size_t>(to, rest.size()) && of_level <= levels; ++i)
            of_level = rest[i] >= '0' && rest[i] <= '9' ? of_level * 10 + static_cast<std::size_t>(rest[i] - '0') : levels + 1;
        if (to == rest.npos || of_level == 0 || of_level > levels) {
            label_ += '%';
            rest.remove_prefix(1);
            continue;
        }
        shown = has_number(of_level - 1) || of_level - 1 == level;
        if (has_number(of_level - 1)) append_number(list, of, of_level - 1);
        rest.remove_prefix(to + 1);
    }
}

}  // namespace plancheck::odt
