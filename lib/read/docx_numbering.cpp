// Numberings (w:num) that share a definition (w:abstractNum) count together, unless a startOverride begins a list of
// its own at the first paragraph that uses it: this is how Word stores "continue" and "restart". Definitions are taken
// apart at their first use, because files keep hundreds of them and use three.
#include "read/docx_numbering.hpp"

#include <algorithm>

#include "read/docx_names.hpp"
#include "read/docx_symbols.hpp"
#include "text/utf8.hpp"

namespace plancheck::docx {

namespace {

constexpr int highest = 1'000'000;
constexpr std::size_t longest_label = 256;  // bytes; Word itself stops earlier

/// Formats that Word knows only by an example: "001, 002, 003, ...".
NumberFormat format_of(XmlNode node) {
    const std::string_view name = value(node);
    if (name != "custom") return number_format_from(name);
    const std::string_view example = attribute(node, "format").value_or(std::string_view());
    if (example.starts_with("01,")) return NumberFormat::decimal_zero;
    if (example.starts_with("001,")) return NumberFormat::decimal_zero_3;
    if (example.starts_with("0001,")) return NumberFormat::decimal_zero_4;
    return example.starts_with("00001,") ? NumberFormat::decimal_zero_5 : NumberFormat::decimal;
}

Level read_level(XmlNode node) {
    Level made;
    made.defined = true;
    bool text_is_null = false;
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
        switch (hash(local(at.name()))) {
            case hash("start"): made.start = static_cast<std::uint32_t>(number(at, 0, highest, 0)); break;
            case hash("numFmt"): made.format = format_of(at); break;
            case hash("lvlRestart"): made.restart = static_cast<std::int8_t>(number(at, 0, 9, -1)); break;
            case hash("pStyle"): made.style = value(at); break;
            case hash("isLgl"): made.legal = is_on(at); break;
            case hash("lvlText"): {
                made.text = value(at);
                if (made.text.size() > longest_label) made.text = cut_at_word(made.text, longest_label / 4);
                const std::string_view null = attribute(at, "null").value_or(std::string_view());
                text_is_null = null.starts_with('1') || null.starts_with('t') || null.starts_with('o');
                break;
            }
            // Formats that newer programs know stand beside one for those that do not.
            case hash("AlternateContent"):
                made.format = format_of(child(child(at, "Choice"), "numFmt"));
                if (const auto format = child(child(at, "Fallback"), "numFmt"); format && made.format == NumberFormat::decimal)
                    made.format = format_of(format);
                break;
            default: break;
        }
    }
    if (text_is_null) made.text = {};
    return made;
}

std::int32_t id_of(XmlNode node, std::string_view name) noexcept {
    const auto text = attribute(node, name);
    return text ? number(*text, -1, 0x7FFFFFFF, -1) : -1;
}

template <typename Item>
Item* find_id(std::vector<Item>& items, std::int32_t id) noexcept {
    const auto at =
        std::lower_bound(items.begin(), items.end(), id, [](const Item& item, std::int32_t i) { return item.id < i; });
    return at != items.end() && at->id == id ? &*at : nullptr;
}

template <typename Item>
void by_id(std::vector<Item>& items) {
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
}

}  // namespace

void Numbering::load(XmlNode root, const Styles& styles) {
    styles_ = &styles;
    words_ = NumberWords(styles.language());
    for (XmlNode at = root.first_child(); at; at = at.next_sibling()) {
        const std::string_view name = local(at.name());
        if (name == "abstractNum") {
            Abstract& made = abstracts_.emplace_back();
            made.id = id_of(at, "abstractNumId");
            made.node = at;
        } else if (name == "num") {
            Num& made = nums_.emplace_back();
            made.id = id_of(at, "numId");
            made.node = at;
        }
    }
    by_id(abstracts_);
    by_id(nums_);
}

void Numbering::load(Abstract& abstract) {
    if (abstract.loaded) return;
    abstract.loaded = true;
    for (XmlNode at = abstract.node.first_child(); at; at = at.next_sibling()) {
        if (local(at.name()) != "lvl") continue;
        const std::int32_t level = id_of(at, "ilvl");
        if (level >= 0 && level < static_cast<std::int32_t>(levels))
            abstract.level[static_cast<std::size_t>(level)] = read_level(at);
    }
}

Numbering::Abstract* Numbering::styled(std::string_view style) noexcept {
    const auto found = std::find_if(abstracts_.begin(), abstracts_.end(), [&](const Abstract& one) {
        const auto link = child(one.node, "styleLink");
        return link && value(link) == style;
    });
    return found == abstracts_.end() ? nullptr : &*found;
}

std::int32_t Numbering::abstract_of(XmlNode num) const noexcept {
    return number(child(num, "abstractNumId"), -1, 0x7FFFFFFF, -1);
}

Numbering::Num* Numbering::prepare(std::int32_t id) {
    if (id <= 0) return nullptr;
    Num* num = find_id(nums_, id);
    if (num == nullptr) return nullptr;
    if (num->loaded) return num->abstract < 0 ? nullptr : num;
    num->loaded = true;
    Abstract* abstract = find_id(abstracts_, abstract_of(num->node));
    // A definition may only point to a list style, whose own numbering holds the levels; two such steps are one too
    // many.
    for (int step = 0; abstract != nullptr && step < 2; ++step) {
        const auto link = child(abstract->node, "numStyleLink");
        if (!link) break;
        const std::int32_t style = styles_->find(value(link));
        Num* other = style == Styles::none ? nullptr : find_id(nums_, (*styles_)[style].num);
        Abstract* linked = other == nullptr ? nullptr : find_id(abstracts_, abstract_of(other->node));
        // Where the styles do not say it, the definition does that the style stands for.
        if (linked == nullptr) linked = styled(value(link));
        if (linked == nullptr || linked == abstract) break;
        abstract = linked;
    }
    if (abstract == nullptr) return nullptr;
    load(*abstract);
    num->abstract = static_cast<std::int32_t>(abstract - abstracts_.data());
    for (XmlNode at = num->node.first_child(); at; at = at.next_sibling()) {
        if (local(at.name()) != "lvlOverride") continue;
        const std::int32_t level = id_of(at, "ilvl");
        if (level < 0 || level >= static_cast<std::int32_t>(levels)) continue;
        num->overrides.resize(levels);
        Override& made = num->overrides[static_cast<std::size_t>(level)];
        if (const auto start = child(at, "startOverride")) {
            made.has_start = true;
            made.start = static_cast<std::uint32_t>(number(start, 0, highest, 0));
        }
        if (const auto own = child(at, "lvl")) made.level = read_level(own);
    }
    return num;
}

const Level& Numbering::level_at(const Num& num, std::size_t level) const noexcept {
    if (!num.overrides.empty() && num.overrides[level].level.defined) return num.overrides[level].level;
    return abstracts_[static_cast<std::size_t>(num.abstract)].level[level];
}

std::uint32_t Numbering::start_at(const Num& num, std::size_t level) const noexcept {
    if (!num.overrides.empty() && num.overrides[level].has_start) return num.overrides[level].start;
    return level_at(num, level).start;
}

int Numbering::level_of_style(std::int32_t id, std::string_view style) {
    const Num* num = prepare(id);
    if (num == nullptr || style.empty()) return -1;
    for (std::size_t level = 0; level < levels; ++level)
        if (level_at(*num, level).style == style) return static_cast<int>(level);
    return -1;
}

Numbered Numbering::next(std::int32_t id, int at) {
    Numbered made;
    Num* num = prepare(id);
    if (num == nullptr) return made;
    const auto level = static_cast<std::size_t>(std::clamp(at, 0, static_cast<int>(levels) - 1));
    Abstract& abstract = abstracts_[static_cast<std::size_t>(num->abstract)];
    const Level& own = level_at(*num, level);
    if (!own.defined) return made;

    const auto above = abstract.running.begin() + static_cast<std::ptrdiff_t>(level);
    const bool below = std::any_of(abstract.running.begin(), above, [](bool running) { return running; });
    // A level that is passed over counts as used: "1.1.1" and then "1.2".
    for (std::size_t passed = 0; passed < level; ++passed) {
        if (abstract.running[passed]) continue;
        abstract.running[passed] = true;
        abstract.count[passed] = start_at(*num, passed);
    }
    Override* override = num->overrides.empty() ? nullptr : &num->overrides[level];
    if (override != nullptr && override->has_start && !override->used) {
        // A list of its own begins here, unless it only goes on counting or restarts below an item of the same list.
        const bool goes_on = abstract.running[level] && override->start == abstract.count[level] + 1;
        if (!goes_on && !below) abstract.sequence = 0;
        abstract.count[level] = override->start;
    } else if (!abstract.running[level]) {
        abstract.count[level] = start_at(*num, level);
    } else if (abstract.count[level] < 0xFFFFFFFF) {
        ++abstract.count[level];
    }
    if (override != nullptr) override->used = true;
    abstract.running[level] = true;
    for (std::size_t below = level + 1; below < levels; ++below) {
        const int restart = level_at(*num, below).restart;
        // lvlRestart n: only the use of level n (counting from 1) or a higher one restarts it.
        if (restart < 0 || (restart > 0 && level + 1 <= static_cast<std::size_t>(restart)))
            abstract.running[below] = false;
    }
    if (own.format == NumberFormat::none || own.text.empty()) return made;
    if (abstract.sequence == 0) abstract.sequence = ++sequences_;
    made.bullet = own.format == NumberFormat::bullet;
    made.sequence = abstract.sequence;
    made.number = made.bullet ? 0 : abstract.count[level];
    write_label(*num, level);
    made.label = label_;
    made.shown = !label_.empty();
    return made;
}

void Numbering::write_label(const Num& num, std::size_t level) {
    const Level& own = level_at(num, level);
    const Abstract& abstract = abstracts_[static_cast<std::size_t>(num.abstract)];
    label_.clear();
    if (own.format == NumberFormat::bullet) {
        append_bullet(label_, own.text);
        return;
    }
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const char c = own.text[i];
        if (c != '%' || i + 1 >= own.text.size() || own.text[i + 1] < '1' || own.text[i + 1] > '9') {
            label_ += c;
            continue;
        }
        if (label_.size() >= longest_label) break;
        const auto of = static_cast<std::size_t>(own.text[++i] - '1');
        const Level& part = level_at(num, of);
        if (of > level || part.format == NumberFormat::none || part.format == NumberFormat::bullet) continue;
        // A level that was not used yet is shown with the number it would start with.
        const std::uint32_t count = abstract.running[of] ? abstract.count[of] : start_at(num, of);
        const bool decimal = own.legal && part.format != NumberFormat::decimal_zero;
        label_ += words_.write(count, decimal ? NumberFormat::decimal : part.format);
    }
}

void Numbering::restart() {
    sequences_ = 0;
    for (Abstract& abstract : abstracts_) {
        abstract.running = {};
        abstract.sequence = 0;
    }
    for (Num& num : nums_) {
        for (Override& override : num.overrides) override.used = false;
    }
}

}  // namespace plancheck::docx
