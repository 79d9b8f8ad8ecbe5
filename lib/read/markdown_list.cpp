// The parser counts items whatever their numbers; so do those who type "1." before each. Who types another number means it.
#include "read/markdown_reader.hpp"
#include "read/lines.hpp"
#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_counted = 96;  // bytes that a numeral and the words around it are looked for in

// A full stop and the like, be it in brackets or quotes.
bool ends_statement(std::string_view line) noexcept {
    line = trimmed(line);
    Decoded last = decode_before(line, line.size());
    if (std::u32string_view(U")\"\u00BB\u201D\uFF09").find(last.code) != std::u32string_view::npos) last = decode_before(line, line.size() - last.size);
    return last.size != 0 && std::u32string_view(U".;!?。；！？؛؟").find(last.code) != std::u32string_view::npos;
}

// The number before an item whose words begin there, or whose marks of emphasis do; 0: there is none.
std::uint32_t number_before(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 6;
    while (at > 0 && (text[at - 1] == '*' || text[at - 1] == '_' || text[at - 1] == '[' || text[at - 1] == ' ')) --at;
    if (at == 0 || (text[at - 1] != '.' && text[at - 1] != ')')) return 0;
    const std::size_t end = --at;
    while (at > 0 && end - at < longest && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
    return at == end || end - at == longest ? 0 : whole_number(text.substr(at, end - at));
}

}  // namespace

void MarkdownReader::number(List& list, const MarkdownLeaf& leaf) {
    if (list.ordered && cells_ == 0 && leaf.offset < source_.text.size()) {
        const std::uint32_t typed = number_before(source_.text, leaf.offset);
        // Behind other numbers a smaller one begins another list.
        const bool anew = typed == 1 ? list.typed > 1 : typed != 0 && typed < list.number;
        if (anew) list.id = ++list_count_;
        if (anew || typed > 1) list.number = typed;
        list.typed = typed;
    }
    builder_.list(list.id, list.ordered ? list.number : 0);
    builder_.label(list.label());
}

// Lines that a paragraph holds but that are blocks: items that CommonMark does not know ("a) …", "(1) …"), which count only
// in sequence.
void MarkdownReader::flush_lines() {
    std::vector<std::pair<std::uint32_t, ListMarker>> items;
    if (kind_ == BlockKind::paragraph && cells_ == drawn_ && html_tables_.empty() && leaf_.text.size() < most_bytes) {
        for (const std::uint32_t start : leaf_.line_starts()) {
            const auto marker = list_marker(std::string_view(leaf_.text).substr(start));
            if (!marker || marker->value + marker->roman == 0) continue;
            if (items.empty() ? start == 0 || marker->value == 1 || marker->roman == 1 : follows(items.back().second, *marker))
                items.emplace_back(start, *marker);
            if (items.size() == most_lines) break;
        }
    }
    if (items.size() < 2 && write_signed()) return;
    if (items.size() < 2) return write_counted();
    std::vector<MarkdownLeaf> leaves;
    std::vector<std::string> labels;
    for (const auto& [start, marker] : items) labels.emplace_back(marker.label);
    for (std::size_t i = items.size(); i-- > 1;) leaves.push_back(leaf_.split(items[i].first));
    if (items[0].first != 0) {
        leaves.push_back(leaf_.split(items[0].first));
        write(leaf_);
    } else {
        leaves.push_back(std::move(leaf_));
    }
    const bool roman = items[0].second.roman != 0 && items[1].second.roman == items[0].second.roman + 1;
    const std::uint32_t id = ++list_count_;
    for (std::size_t i = 0; i < items.size(); ++i) {
        MarkdownLeaf& leaf = leaves[items.size() - 1 - i];
        leaf.cut_start(static_cast<std::uint32_t>(items[i].second.size));
        leaf.tidy(false);
        builder_.open(BlockKind::list_item, static_cast<std::uint8_t>(lists_.size()), marks_, place_of(leaf));
        builder_.list(id, roman ? items[i].second.roman : items[i].second.value);
        builder_.label(labels[i]);
        // Typed by the author.
        builder_.leaf()->marks = static_cast<std::uint16_t>(builder_.leaf()->marks & ~mark::marked_label);
        leaf.write(builder_);
        builder_.close();
    }
}

// Lines below an item that begin with a sign that CommonMark does not know are items as it is, where what stands above is said.
bool MarkdownReader::write_signed() {
    if (lists_.empty() || lists_.back().ordered || !lists_.back().first || kind_ != BlockKind::paragraph || cells_ > drawn_ || !html_tables_.empty() || leaf_.text.size() >= most_bytes) return false;
    const auto lines = leaf_.line_starts();
    const std::string_view text = leaf_.text;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starts;  // and how long the sign is
    for (std::size_t i = 1; i < lines.size() && lines.size() <= most_lines; ++i) {
        const auto marker = list_marker(text.substr(lines[i]));
        if (marker && marker->value + marker->roman == 0 && ends_statement(text.substr(lines[i - 1], lines[i] - lines[i - 1])))
            starts.emplace_back(lines[i], static_cast<std::uint32_t>(marker->size));
    }
    if (starts.empty()) return false;
    std::vector<MarkdownLeaf> parts;
    for (std::size_t i = starts.size(); i-- > 0;) {
        parts.push_back(leaf_.split(starts[i].first));
        parts.back().cut_start(starts[i].second);
    }
    write(leaf_);
    for (; !parts.empty(); parts.pop_back()) {
        lists_.back().first = true;
        write(parts.back());
    }
    return true;
}

// Lines that count up by Chinese numerals, by words or by letters of other alphabets ("一、…", "أولاً: …", "(а) …") are
// paragraphs: titles of sections may stand so as well as items. So are lines that begin with pictures ("✅ …").
void MarkdownReader::write_counted() {
    std::vector<std::uint32_t> starts, pictured;
    const std::string_view text = leaf_.text;
    if (kind_ == BlockKind::paragraph && cells_ == drawn_ && html_tables_.empty() && text.size() < most_bytes) {
        const auto lines = leaf_.line_starts();
        for (std::size_t i = 0; i < lines.size() && lines.size() > 1 && lines.size() <= most_lines; ++i) {
            const std::string_view line = text.substr(lines[i], longest_counted);
            const auto first = static_cast<unsigned char>(line.empty() ? 0 : line[0]);
            if (first < 0x80 && first != '(') continue;
            if (pictures_at(line) != 0) {
                pictured.push_back(lines[i]);
                continue;
            }
            const auto numeral = parse_numeral(line, Languages::built_in());
            const bool counts = numeral && numeral->style != NumeralStyle::decimal && numeral->style != NumeralStyle::upper_roman && numeral->style != NumeralStyle::lower_roman;
            if (counts && numeral->value == starts.size() + 1) starts.push_back(lines[i]);
        }
    }
    if (starts.size() < 2) starts = std::move(pictured);
    if (starts.size() < 2) return write(leaf_);
    std::vector<MarkdownLeaf> parts;
    for (std::size_t i = starts.size(); i-- > 0 && starts[i] != 0;) parts.push_back(leaf_.split(starts[i]));
    write(leaf_);
    for (; !parts.empty(); parts.pop_back()) write(parts.back());
}

}  // namespace plancheck
