// Blocks are closed innermost first, so each gets its end when it is closed; words are counted there and then, once, over
// the bytes just written. A leaf without text is taken back, which keeps empty paragraphs (Word files are full of them)
// out of every later step.
#include "read/builder.hpp"

#include <algorithm>
#include <utility>

#include "read/line_marks.hpp"
#include "read/running_lines.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plancheck {

void limit_reached(std::string_view limit, std::uint64_t value, std::uint64_t allowed) {
    throw Unreadable{{"read/limit",
                      Severity::error,
                      {{"limit", std::string(limit)},
                       {"value", static_cast<std::int64_t>(value)},
                       {"allowed", static_cast<std::int64_t>(allowed)}}}};
}

namespace {

constexpr std::size_t longest_target = 2048;  // bytes

// The first mark of direction (LRM, RLM, embeddings, isolates) from `at` on: how a line is turned is no text of it, and such
// marks stand inside numbers, numerals and addresses of mixed texts. `breaks`: also characters without width, which say where a
// line may break: sites put them into cells that they leave empty.
std::size_t direction_mark(std::string_view text, std::size_t at, bool breaks) noexcept {
    for (at = text.find('\xE2', at); at != text.npos; at = text.find('\xE2', at + 1)) {
        if (at + 2 >= text.size()) return text.npos;
        const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
        if (second == 0x80 ? third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE) || (breaks && third == 0x8B)
                           : second == 0x81 && ((third >= 0xA6 && third <= 0xA9) || (breaks && third == 0xA0)))
            return at;
    }
    return text.npos;
}

constexpr std::size_t mark_size = 3;

// What else bullets are made of, among signs that stand for words.
constexpr bool is_arrow_or_tick(char32_t c) noexcept { return (c >= 0x2190 && c < 0x2200) || (c >= 0x2713 && c < 0x2719) || c == 0x2756 || (c >= 0x2794 && c < 0x27C0) || (c >= 0x27F0 && c < 0x2800) || (c >= 0x2B00 && c < 0x2B30); }

// Whether a text is no more than what stands before a line that begins in bold type: a typed number or letter with its sign
// ("1.", "b)", "2.1 –"), a bullet, an opening quote, a picture alone.
bool is_typed_label(std::string_view text) noexcept {
    constexpr std::size_t longest = 12, widest = 64;  // bytes, and with the white space behind it
    if (text.size() > widest || trimmed(text).size() > longest) return false;
    unsigned letters = 0, groups = 0;
    bool within = false, parted = true, spaced = false, picture = false;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode(text, i);
        i += d.size;
        if (is_white_space(d.code)) {
            spaced = true;
            parted = parted || d.code == '\t';
            within = false;
        } else if (is_letter_or_digit(d.code)) {
            if (spaced && groups != 0) return false;
            if (!std::exchange(within, true)) ++groups;
            if (digit_of(d.code) >= 10 && groups > 1) return false;
            if (++letters > 5) return false;
            parted = false;
        } else {
            // Beside a number or a letter a picture stands for a word.
            const bool sign = d.code < 0xC0 || (d.code >= 0x2010 && d.code < 0x2070) || (d.code >= 0x25A0 && d.code < 0x2600) || is_arrow_or_tick(d.code) || (d.code >= 0x3000 && d.code < 0x3020) || (d.code >= 0xF000 && d.code < 0xF100) || (d.code >= 0xFF00 && d.code < 0xFF10) || d.code == 0x60C;
            if (!sign && !is_picture(d.code)) return false;
            picture = picture || !sign;
            within = false;
            parted = true;
        }
    }
    return parted && (!picture || letters == 0);
}

bool is_leaf(BlockKind kind) noexcept {
    return kind == BlockKind::heading || kind == BlockKind::paragraph || kind == BlockKind::list_item;
}

}  // namespace

Builder::Builder(std::string_view name, Format format, const Limits& limits) : limits_(limits) {
    document_.name = name;
    document_.format = document_.origin = format;
    document_.parts.emplace_back();
}

void Builder::reserve(std::size_t text_bytes, std::size_t blocks) {
    document_.text.reserve(text_bytes);
    document_.blocks.reserve(blocks);
}

void Builder::part(std::string_view name) {
    const auto found = std::find(document_.parts.begin(), document_.parts.end(), name);
    if (found != document_.parts.end()) {
        part_ = static_cast<std::uint16_t>(found - document_.parts.begin());
    } else if (document_.parts.size() == 1 && document_.parts[0].empty()) {
        document_.parts[0] = name;
    } else {
        part_ = static_cast<std::uint16_t>(document_.parts.size());
        document_.parts.emplace_back(name);
    }
}

std::uint32_t Builder::open(BlockKind kind, std::uint8_t level, std::uint16_t marks, const Place& place) {
    if (kind == BlockKind::cell && ++cells_ > limits_.cells) limit_reached("cells", cells_, limits_.cells);
    const auto index = static_cast<std::uint32_t>(document_.blocks.size());
    Block& block = document_.blocks.emplace_back();
    block.kind = kind;
    block.level = level;
    if (kind == BlockKind::box || kind == BlockKind::note) ++uncounted_;
    block.marks = static_cast<std::uint16_t>(marks | (uncounted_ != 0 ? mark::uncounted : 0));
    block.text = {position(), position()};
    block.before = sum_;
    block.place = place;
    block.place.part = part_;
    block.end = index + 1;
    open_.push_back(index);
    bold_until_ = 0;
    bold_ = raised_ = struck_ = any_struck_ = any_valid_ = false;
    return index;
}

void Builder::note_mark(std::uint64_t key) {
    if (leaf() != nullptr && !main_ended_ && !marks_sorted_) note_marks_.emplace_back(key, open_.back());
}

std::uint32_t Builder::open_note(std::uint64_t key) {
    const std::uint32_t index = open(BlockKind::note);
    if (!std::exchange(marks_sorted_, true)) std::sort(note_marks_.begin(), note_marks_.end());
    const auto mark = std::lower_bound(note_marks_.begin(), note_marks_.end(), std::pair{key, std::uint32_t{0}});
    if (mark != note_marks_.end() && mark->first == key) document_.blocks[index].number = mark->second + 1;
    return index;
}

Block* Builder::leaf() noexcept {
    if (open_.empty()) return nullptr;
    Block& block = document_.blocks[open_.back()];
    return is_leaf(block.kind) ? &block : nullptr;
}

void Builder::text(std::string_view utf8) {
    if (struck_) any_struck_ = true;
    else if (!any_valid_) any_valid_ = utf8.find_first_not_of(' ') != std::string_view::npos;
    if (const Block* const block = raised_ ? leaf() : nullptr; block != nullptr) return raised_piece(utf8, block->text.begin);
    write(utf8);
}

// The mark of a note may come in pieces, and what begins like one may be none: "Hg" with "2" and "+", a power of "-0." and "25".
void Builder::raised_piece(std::string_view utf8, std::uint32_t line) {
    constexpr std::size_t longest = 16;  // bytes; a mark has fewer
    const auto at = [&] { return std::pair{open_.back(), position()}; };
    if (at() != raised_end_) {
        raised_text_.clear();
        raised_from_ = position();
    }
    const bool dropped = !raised_text_.empty() && position() == raised_from_;
    if (raised_text_.size() <= longest) raised_text_ += utf8;
    const std::size_t mark = raised_mark(std::string_view(document_.text).substr(line, raised_from_ - line), raised_text_);
    if (mark == 0 && dropped) {
        write(raised_text_);
    } else if (mark != 0) {
        write(utf8.substr(utf8.size() - std::min(utf8.size(), raised_text_.size() - mark)));
    } else {
        write(utf8);
    }
    raised_end_ = at();
}

void Builder::write(std::string_view utf8) {
    const bool breaks = document_.format == Format::html;
    for (std::size_t mark = direction_mark(utf8, 0, breaks); mark != utf8.npos; mark = direction_mark(utf8, 0, breaks)) {
        append(utf8.substr(0, mark));
        utf8.remove_prefix(mark + mark_size);
    }
    append(utf8);
}

void Builder::append(std::string_view utf8) {
    Block* block = leaf();
    // What moves the first word in from the margin is no text.
    if (block != nullptr && block->text.begin == document_.text.size() && !block->has(mark::preformatted))
        while (!utf8.empty() && is_white_space(decode(utf8, 0).code)) utf8.remove_prefix(decode(utf8, 0).size);
    if (block == nullptr || utf8.empty()) return;
    const std::uint64_t bytes = document_.text.size() + utf8.size();
    // A character has at least one byte, so characters are counted only near the limit, and each of them once.
    if (bytes > limits_.characters) {
        characters_ += count_code_points(std::string_view(document_.text).substr(counted_to_));
        counted_to_ = document_.text.size();
        const std::uint64_t count = characters_ + count_code_points(utf8);
        if (count > limits_.characters) limit_reached("characters", count, limits_.characters);
    }
    const std::string_view own = std::string_view(document_.text).substr(block->text.begin);
    const bool unbroken = bold_until_ == own.size() || (bold_ && bold_until_ == 0 && is_typed_label(own));
    document_.text.append(utf8);
    if (unbroken && (bold_ || (bold_until_ != 0 && utf8.find_first_not_of(" \t\n") == std::string_view::npos)))
        bold_until_ = position() - block->text.begin;
}

void Builder::label(std::string_view utf8) {
    Block* block = leaf();
    if (block == nullptr || utf8.empty()) return;
    // One definition makes the labels of a million paragraphs.
    const std::uint64_t bytes = document_.labels.size() + utf8.size();
    if (bytes > limits_.characters) limit_reached("characters", bytes, limits_.characters);
    block->label.begin = static_cast<std::uint32_t>(document_.labels.size());
    document_.labels.append(utf8);
    block->label.end = static_cast<std::uint32_t>(document_.labels.size());
    block->marks = static_cast<std::uint16_t>(block->marks | mark::marked_label);
}

void Builder::list(std::uint32_t sequence, std::uint32_t number) {
    if (Block* block = leaf()) {
        block->list = sequence;
        block->number = number;
        if (number != 0) block->marks = static_cast<std::uint16_t>(block->marks | mark::ordered);
    }
}

void Builder::cell(std::uint16_t column, std::uint16_t column_span, std::uint32_t row_span) {
    Block& block = document_.blocks[open_.back()];
    block.column = column;
    block.column_span = column_span;
    block.row_span = row_span;
}

void Builder::link(std::uint32_t begin, std::uint32_t end, std::string_view target) {
    // No address is that long, and one target may serve a million links.
    if (begin >= end || target.empty() || target.size() > longest_target) return;
    targets_ += target.size();
    if (targets_ > limits_.characters) limit_reached("characters", targets_, limits_.characters);
    document_.links.push_back({{begin, end}, std::string(target)});
}

void Builder::close() {
    const std::uint32_t index = open_.back();
    open_.pop_back();
    Block& block = document_.blocks[index];
    block.end = static_cast<std::uint32_t>(document_.blocks.size());
    if (block.kind == BlockKind::box || block.kind == BlockKind::note) --uncounted_;
    if (!is_leaf(block.kind)) return;

    std::string_view own = std::string_view(document_.text).substr(block.text.begin);
    const WordCount count = count_words(own);
    // White space alone is no text; a lone label (an empty numbered paragraph) is none either.
    if (count.words == 0) {
        count_anew_from(block.text.begin);
        document_.text.resize(block.text.begin);
        document_.labels.resize(block.label.empty() ? document_.labels.size() : block.label.begin);
        while (!document_.links.empty() && document_.links.back().text.begin >= block.text.begin) document_.links.pop_back();
        if (block.end == index + 1) {
            while (!main_ended_ && !note_marks_.empty() && note_marks_.back().second == index) note_marks_.pop_back();
            document_.blocks.pop_back();
        } else {
            block.text = {block.text.begin, block.text.begin};
        }
        return;
    }
    if (may_have_line_marks(own)) drop_line_marks(block, count);
    block.text.end = position();
    block.bold = std::min(bold_until_, block.text.size());
    if (any_struck_ && !any_valid_) block.marks = static_cast<std::uint16_t>(block.marks | mark::struck);
    document_.text.push_back('\n');
    if (block.has(mark::uncounted)) return;
    sum_.words += count.words;
    sum_.with_letters += count.with_letters;
    if (!block.label.empty()) sum_.labels += count_words(document_.label(block)).words;
}

// What counts stays: a character without width may be a word by itself.
void Builder::drop_line_marks(Block& block, const WordCount& count) {
    const std::uint32_t begin = block.text.begin;
    const std::string_view own = std::string_view(document_.text).substr(begin);
    UnmarkedText unmarked = without_line_marks(own, true);
    if (count_words(unmarked.text) != count) unmarked = without_line_marks(own, false);
    if (unmarked.cuts.empty()) return;
    bold_until_ = unmarked.place(bold_until_);
    for (auto link = document_.links.rbegin(); link != document_.links.rend() && link->text.begin >= begin; ++link)
        link->text = {begin + unmarked.place(link->text.begin - begin), begin + unmarked.place(link->text.end - begin)};
    count_anew_from(begin);
    document_.text.replace(begin, own.size(), unmarked.text);
}

void Builder::count_anew_from(std::uint32_t begin) {
    if (counted_to_ <= begin) return;
    characters_ -= count_code_points(std::string_view(document_.text).substr(begin, counted_to_ - begin));
    counted_to_ = begin;
}

void Builder::end_main_text() {
    if (main_ended_ || main_held_) return;
    main_ended_ = true;
    document_.main_end = static_cast<std::uint32_t>(document_.blocks.size());
    document_.total = sum_;
}

void set_page_hints(Document& document, const std::vector<std::uint32_t>& breaks) {
    if (breaks.empty()) return;
    std::size_t next = 0;
    std::uint16_t page = 1;
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        for (; next < breaks.size() && breaks[next] <= i; ++next)
            if (page < 0xFFFF) ++page;
        document.blocks[i].place.page_hint = page;
    }
}

void tell_boxes(Document& document, std::uint32_t more) {
    std::uint32_t words = more;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        if (block.kind != BlockKind::box) continue;
        for (; i + 1 < block.end; ++i) words += count_words(document.view(document.blocks[i + 1].text)).words;
    }
    if (words != 0) document.notifications.push_back({"read/uncounted-text", Severity::note, {{"words", std::int64_t{words}}}});
}

void Builder::notify(std::string_view id, Severity severity, std::vector<Argument> arguments, bool again) {
    if (!again && notified(id)) return;
    document_.notifications.push_back({std::string(id), severity, std::move(arguments), Place::none});
}

bool Builder::notified(std::string_view id) const noexcept {
    return std::any_of(document_.notifications.begin(), document_.notifications.end(),
                       [id](const Notification& notification) { return notification.id == id; });
}

namespace {

// A document has one title, of a few lines at most: a style that stands again and again between other text, though it is
// called so, is that of headings, above those that are called headings.
void titles_to_headings(Document& document) {
    constexpr std::size_t least = 4;
    std::size_t apart = 0;
    bool before = false;
    const auto is_title = [](const Block& block) { return block.has(mark::title) && (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item); };
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        const bool own = is_title(document.blocks[i]);
        if (own && !before) ++apart;
        before = own;
    }
    if (apart < least) return;
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        Block& block = document.blocks[i];
        if (is_title(block)) {
            block.kind = BlockKind::heading;
            block.level = 1;
            block.marks = static_cast<std::uint16_t>(block.marks & ~unsigned{mark::title});
        } else if (block.kind == BlockKind::heading) {
            block.level = std::min<std::uint8_t>(static_cast<std::uint8_t>(block.level + 1), 9);
        }
    }
}

}  // namespace

Document Builder::finish() {
    while (!open_.empty()) close();
    end_main_text();
    titles_to_headings(document_);
    mark_running_lines(document_);
    // What was told on the way (changes dropped, parts not followed) may say why nothing is left.
    if (document_.text.empty()) {
        document_.blocks.clear();
        document_.main_end = 0;
        document_.readable = false;
        notify("read/empty", Severity::error);
    }
    return std::move(document_);
}

}  // namespace plancheck
