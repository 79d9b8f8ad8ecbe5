// Plain text. One pass over the lines marks which of them begin items of lists (a number counts only in sequence), then
// one pass makes blocks: a block ends at a blank line, at an item, at a section's numeral, at a rule, at a table. Nothing
// is a heading, as nothing marks one; where the end of a line may have been meant it stays in the text.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "read/builder.hpp"
#include "read/encoding.hpp"
#include "read/lines.hpp"
#include "read/plain_table.hpp"
#include "read/text_dress.hpp"
#include "read/text_flowed.hpp"
#include "read/text_layout.hpp"
#include "read/text_lines.hpp"
#include "read/text_order.hpp"
#include "read/text_stacks.hpp"
#include "read/text_turned.hpp"
#include "read/text_writer.hpp"
#include "text/characters.hpp"
#include "text/language.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr unsigned all_tables = static_cast<unsigned>(TableKind::pipe) | static_cast<unsigned>(TableKind::grid) |
                                static_cast<unsigned>(TableKind::columns) | static_cast<unsigned>(TableKind::tabs);
constexpr std::size_t deepest_typed_list = 16;
constexpr std::size_t least_long = 3, longest_line = 160, longest_of_ideographs = 100;  // columns

// Lines that nobody wraps are paragraphs, as word processors save them. Rows of a table are as long as the table is wide.
bool is_unwrapped(std::string_view text, const std::vector<SourceLine>& lines) {
    std::size_t found = 0;
    for (const SourceLine& line : lines) {
        const std::string_view own = text.substr(line.begin, line.end - line.begin);
        const std::size_t longest = !own.empty() && is_ideograph(decode(own, 0).code) ? longest_of_ideographs : longest_line;
        if (own.size() > longest && columns_of(own) > longest && !is_row_of_cells(own) && rule_of(own) == 0 && own.find_first_not_of("- ") != own.npos &&
            (found += columns_of(own) / longest) >= least_long)  // one of three such widths proves as much
            return true;
    }
    return false;
}

// Columns that no line falls short of where it was wrapped: a line that ends before was meant to, also in a block of short
// lines. Letters of several widths make lines of one width differ by a quarter; 0: there are too few lines to tell.
std::size_t narrowest(std::string_view text, const std::vector<SourceLine>& lines) {
    constexpr std::size_t least_wide = 40, least_lines = 12;
    std::vector<std::size_t> wide;
    for (const SourceLine& line : lines) {
        const std::string_view own = text.substr(line.begin, line.end - line.begin);
        if (own.size() < least_wide || is_row_of_cells(own) || rule_of(own) != 0) continue;
        if (const std::size_t columns = columns_of(own); columns >= least_wide) wide.push_back(columns);
    }
    if (wide.size() < least_lines) return 0;
    const auto middle = wide.begin() + static_cast<std::ptrdiff_t>(wide.size() / 2);
    std::nth_element(wide.begin(), middle, wide.end());
    return *middle * 7 / 10;
}

bool is_number(const ListMarker& marker) { return marker.value + marker.roman != 0; }

// "** Visit sites": stars for as many levels.
std::optional<ListMarker> nested_star(std::string_view line) {
    constexpr std::size_t most = 5;
    const std::size_t stars = std::min(line.find_first_not_of('*'), line.size());
    const std::size_t blanks = white_at(line, stars);
    if (stars < 2 || stars > most || blanks == 0 || stars + blanks == line.size()) return std::nullopt;
    ListMarker made;
    made.sign = 0x110000 + static_cast<char32_t>(stars);  // none of another bullet
    made.label = line.substr(0, stars);
    made.size = stars + blanks;
    return made;
}

class TextReader {
public:
    TextReader(const SourceText& source, std::vector<SourceLine> lines, Builder& builder, std::uint32_t lists)
        : list_count_(lists), text_(source.text), builder_(builder), places_(source), lines_(std::move(lines)), unwrapped_(is_unwrapped(text_, lines_)),
          out_of_order_(lines_out_of_order(text_, lines_)), narrowest_(narrowest(text_, lines_)) {}

    void run() {
        mark_items();
        for (at_ = 0; at_ < lines_.size();) step();
        flush();
    }

    std::uint32_t list_count_;

private:
    struct Run {  // of numbered items that may go on
        ListMarker last;
        std::size_t line;
        std::uint16_t indent;
    };
    struct List {
        ListMarker last;
        std::uint16_t indent;
        std::uint32_t id;
        bool roman;
    };
    enum class Role : std::uint8_t { text, item, section, rule };

    std::string_view text_;
    Builder& builder_;
    Places places_;
    std::vector<SourceLine> lines_;
    bool unwrapped_;  // a line is a paragraph
    std::vector<bool> out_of_order_;  // by line; empty: none is
    std::size_t narrowest_;           // see narrowest()
    std::vector<Role> roles_;

    // "M2. Clean the gas" below bullets that stand under "M1. Measure".
    struct Code {
        std::string_view letters;
        std::uint32_t value = 0;
    };
    Code code_;  // of the text that began so last
    std::size_t at_ = 0;
    bool after_blank_ = true;
    bool hang_ = false;               // lines of items, below their words
    std::vector<std::size_t> block_;  // lines of the block that is gathered
    std::vector<List> lists_;

    std::string_view line(std::size_t i) const { return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin); }

    // A section's numeral, but not words in the middle of a wrapped sentence ("… as said in / section IV of …").
    bool begins_section(std::size_t i, bool after_blank) const {
        const std::string_view own = line(i);
        if (!has_section_numeral(own)) return false;
        const auto numeral = parse_numeral(own, Languages::built_in());
        if (!after_blank && is_named_above(i)) return false;
        if (after_blank || (!numeral->worded && !numeral->bare)) return true;
        if (!is_upper(decode(own, 0).code) && decode(own, 0).code < 0x600) return false;
        const std::string_view above = line(i - 1);
        const char32_t end = decode_before(above, above.size()).code;
        return end == '.' || end == '!' || end == '?' || end == 0x3002 || columns_of(above) <= 60;
    }

    // "… as said in part / II. All partners …": the word before a numeral ended the line above.
    bool is_named_above(std::size_t i) const {
        const std::string_view above = line(i - 1);
        const std::size_t blank = above.find_last_of(' ');
        if (blank == above.npos || above.size() - blank > 40) return false;
        const std::string whole = std::string(above.substr(blank + 1)) + ' ' + std::string(line(i).substr(0, 40));
        const auto numeral = parse_numeral(whole, Languages::built_in());
        return numeral && numeral->worded;
    }

    // "- 13 March 2009 -" is no item, and a dash at a line's start may only go on with the sentence.
    bool is_bullet_item(std::size_t i, const ListMarker& marker, bool after_blank) const {
        if (marker.kind != ListMarker::Kind::dash) return true;
        const std::string_view own = line(i);
        if (own.ends_with(marker.label) && own.size() > marker.size + marker.label.size()) return false;
        if (after_blank || i == 0 || roles_[i - 1] == Role::item || line(i - 1).ends_with(':') || lines_[i].indent >= lines_[i - 1].indent + 2) return true;
        const auto beside = [&](std::size_t k) {
            if (k >= lines_.size() || lines_[k].blank()) return false;
            const auto other = list_marker(line(k));
            return other && other->sign == marker.sign && !is_number(*other);
        };
        const std::string_view above = line(i - 1);
        if ((above.ends_with(';') || above.ends_with('.') || above.ends_with("؛")) && goes_on_below(i, marker, false)) return true;
        return beside(i - 1) || beside(i + 1) || goes_on_below(i, marker);
    }

    // An item above, whose text takes several lines; `hangs`: they stand below its words.
    bool goes_on_below(std::size_t i, const ListMarker& marker, bool hangs = true) const {
        constexpr std::size_t longest_item = 12;  // lines
        for (std::size_t k = i; k-- > 0 && i - k <= longest_item && !lines_[k].blank();)
            if (roles_[k] == Role::item) {
                const auto other = list_marker(line(k));
                return other && other->sign == marker.sign && !is_number(*other) && lines_[k].indent == lines_[i].indent && (!hangs || lines_[k + 1].indent > lines_[i].indent);
            }
        return false;
    }

    void mark_items() {
        roles_.assign(lines_.size(), Role::text);
        std::vector<Run> runs;
        bool after_blank = true;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].blank()) {
                after_blank = true;
                continue;
            }
            mark_line(i, after_blank, runs);
            after_blank = false;
        }
    }

    // Whether all that stands between two lines are bullets or indented below the first.
    bool stand_below(std::size_t above, std::size_t end) const {
        for (std::size_t i = above + 1; i < end; ++i)
            if (lines_[i].blank() || (roles_[i] != Role::item && lines_[i].indent < lines_[above].indent + 2)) return false;
        return true;
    }

    // "** Visit sites" right below "* Inventories" or another such line: what AsciiDoc nests.
    bool is_nested_star(std::size_t i) const {
        constexpr std::size_t longest_item = 4;  // lines
        if (!nested_star(line(i))) return false;
        for (std::size_t k = i; k-- > 0 && i - k <= longest_item && !lines_[k].blank();)
            if (roles_[k] != Role::text) return roles_[k] == Role::item && line(k).starts_with('*');
        return false;
    }

    void mark_line(std::size_t i, bool after_blank, std::vector<Run>& runs) {
        const std::string_view own = line(i);
        if (!after_blank && is_nested_star(i)) {
            roles_[i] = Role::item;
            return;
        }
        if (rule_of(own) != 0) {
            roles_[i] = Role::rule;
            return;
        }
        const auto marker = list_marker(own);
        if (marker && !is_number(*marker)) {
            if (is_bullet_item(i, *marker, after_blank)) {
                roles_[i] = Role::item;
                return;
            }
        }
        if (marker && is_number(*marker)) {
            const std::uint16_t indent = lines_[i].indent;
            for (std::size_t k = runs.size(); k-- > 0;) {
                if (!follows(runs[k].last, *marker)) continue;
                // "i." to "x." may be sections with their text between them; items of a list stand close.
                if (marker->roman != 0 && roles_[runs[k].line] == Role::section && i - runs[k].line > 3 && !stand_below(runs[k].line, i)) continue;
                if (std::max(runs[k].indent, indent) - std::min(runs[k].indent, indent) > 2) continue;
                roles_[runs[k].line] = roles_[i] = Role::item;
                runs.resize(k + 1);
                runs[k] = {*marker, i, indent};
                return;
            }
            const bool heads = marker->kind == ListMarker::Kind::decimal && i + 1 < lines_.size() && fits_in(own, 80) && line(i + 1).starts_with(std::to_string(marker->value) + ".1");
            if (heads || begins_section(i, after_blank)) roles_[i] = Role::section;  // "6. Evaluation" right above "6.1 …"
            if (runs.size() == deepest_typed_list) runs.erase(runs.begin());
            runs.push_back({*marker, i, indent});
            return;
        }
        if (begins_section(i, after_blank)) {
            roles_[i] = Role::section;
            runs.clear();
        } else if (after_blank) {
            // A paragraph that is not indented under the item ends the sequence.
            std::erase_if(runs, [&](const Run& run) { return lines_[i].indent < run.indent + 2; });
        }
    }

    void step() {
        if (lines_[at_].blank()) {
            flush();
            after_blank_ = true;
            ++at_;
            return;
        }
        const Role role = roles_[at_];
        const bool below = unwrapped_ && is_value_below(at_);
        if ((unwrapped_ && !below) || (!block_.empty() && !out_of_order_.empty() && out_of_order_[at_] != out_of_order_[block_.front()])) flush();
        if (block_.empty() || after_blank_ || below || line(at_).find('|') != std::string_view::npos || line(at_).find('\t') != std::string_view::npos) {
            if (PlainTable table = plain_table(text_, lines_, at_, all_tables | (unwrapped_ ? static_cast<unsigned>(TableKind::lines) : 0U)); table.lines != 0) {
                flush();
                lists_.clear();
                join_wrapped(table);
                add_table(table, builder_, places_);
                at_ += table.lines;
                after_blank_ = true;
                return;
            }
        }
        if (role == Role::rule) {
            ruled();
        } else if (role == Role::item) {
            flush();
            block_.push_back(at_);
        } else if (title_marks(line(at_)).before != 0) {
            flush();
            block_.push_back(at_);
            flush();
        } else if (!block_.empty() && role == Role::text && has_numbered_label(line(at_)) && (ends_before(at_) || goes_on_labels(at_))) {
            flush();
            block_.push_back(at_);
        } else if (!block_.empty() && role == Role::text && ends_hanging(at_)) {
            flush();
            block_.push_back(at_);
        } else if (role == Role::section || (has_sub_number(line(at_)) && after_blank_) || (!block_.empty() && role == Role::text && goes_on_codes(at_))) {
            flush();
            block_.push_back(at_);
        } else {
            block_.push_back(at_);
        }
        if (role == Role::text && block_.size() == 1 && block_.front() == at_)
            if (const Code code = code_at(line(at_)); code.value != 0) code_ = code;
        after_blank_ = false;
        ++at_;
    }

    // The line below one that holds a label alone ("Contact:").
    bool is_value_below(std::size_t i) const {
        const bool text = block_.size() == 1 && roles_[i] == Role::text && roles_[block_.front()] == Role::text;
        constexpr std::size_t widest_field = 60;  // columns: "Timeline: 2025", not a sentence that holds a colon
        return text && is_label_alone(line(block_.front())) && !is_label_alone(line(i)) && !(has_label(line(i)) && fits_in(line(i), widest_field));
    }

    // "Action 2" below an item whose other lines hang below its words, or further out than an item where those of others hang: it is
    // none of them.
    bool ends_hanging(std::size_t i) {
        const std::size_t first = block_.front();
        if (roles_[first] != Role::item) return false;
        const std::uint16_t own = lines_[first].indent;
        hang_ = hang_ || lines_[i].indent > own;
        if (lines_[i].indent > own) return false;
        if (i + 1 < lines_.size() && roles_[i + 1] == Role::item && lines_[i + 1].indent == own && heads_same_list(line(first), line(i), line(i + 1))) return true;
        if (block_.size() > 1) return lines_[block_.back()].indent > own;
        const char32_t begins = decode(line(i), 0).code;
        // A line as far out as the item: where the item's line was not full, its end was meant.
        const bool out = lines_[i].indent < own || (narrowest_ != 0 && columns_of(line(first)) < narrowest_);
        return (hang_ || columns_of(line(first)) * 7 < narrowest_ * 4) && out && (is_upper(begins) || is_caseless(begins) || is_ideograph(begins));
    }

    // "Action 2: …" in a block that began with "Action 1: …".
    bool goes_on_labels(std::size_t i) const {
        const std::string_view first = line(block_.front()), own = line(i);
        if (roles_[block_.front()] != Role::text || !has_numbered_label(first)) return false;
        const auto number_at = [](std::string_view text) { return text.find_first_of("0123456789"); };
        const std::size_t before = number_at(first), here = number_at(own);
        if (before == first.npos || before != here || first.substr(0, before) != own.substr(0, here)) return false;
        const auto value = [](std::string_view text) { return whole_number(text.substr(0, text.find_first_not_of("0123456789"))); };
        return value(own.substr(here)) == value(first.substr(before)) + 1;
    }

    static Code code_at(std::string_view text) {
        constexpr std::size_t longest = 6;  // bytes
        const std::size_t digit = text.find_first_of("0123456789");
        if (digit == 0 || digit > longest || !is_upper(decode(text, 0).code)) return {};
        for (std::size_t at = 0; at < digit; at += decode(text, at).size)
            if (!is_upper(decode(text, at).code)) return {};
        const std::size_t end = std::min(text.find_first_not_of("0123456789", digit), text.size());
        if (end - digit > 2 || end + 1 >= text.size() || (text[end] != '.' && text[end] != ':' && text[end] != ')') || text[end + 1] != ' ') return {};
        return {text.substr(0, digit), whole_number(text.substr(digit, end - digit))};
    }
    bool goes_on_codes(std::size_t i) const {
        const Code own = code_at(line(i));
        const std::size_t first = block_.front();
        if (own.value == 1) return roles_[first] != Role::item && line(i - 1).ends_with(':');  // "… two objectives:" above "O1. …"
        return own.value > 1 && own.value == code_.value + 1 && own.letters == code_.letters && (roles_[first] == Role::item || code_at(line(first)).value == code_.value);
    }

    // Whether the line above ended what it belongs to: a sentence, or a section's title.
    bool ends_before(std::size_t i) const {
        constexpr std::size_t widest_cell = 30;  // columns: lines of cells are shorter, and hold labels as well
        const std::string_view above = line(i - 1);
        const char32_t end = decode_before(above, above.size()).code;
        const std::size_t mail = above.find_last_of(" @");
        // How to reach somebody ends what is said, and "Part two: …" begins something else.
        if (mail != above.npos && above[mail] == '@' && ascii_digits.find(line(i).substr(0, 32)) >= std::min<std::size_t>(line(i).size(), 32)) return true;
        if (std::u32string_view(U".!?;:。！？；：؟؛").find(end) != std::u32string_view::npos) return !fits_in(above, widest_cell) || !fits_in(line(i), widest_cell);
        return block_.size() == 1 && roles_[i - 1] == Role::section && is_title_like(above);
    }

    // The line above a rule is a paragraph by itself.
    void ruled() {
        if (block_.size() > 1 && roles_[block_.back()] == Role::text) {
            const std::size_t title = block_.back();
            block_.pop_back();
            flush();
            block_.push_back(title);
        }
        flush();
    }

    void flush() {
        if (block_.empty()) return;
        const std::size_t first = block_.front();
        std::vector<std::string_view> own;
        for (const std::size_t i : block_) own.push_back(line(i));
        block_.clear();
        if (roles_[first] == Role::item) {
            add_item(first, own);
            return;
        }
        const TitleMarks marks = title_marks(own[0]);
        own[0].remove_suffix(marks.after);
        own[0].remove_prefix(marks.before);
        const bool inside = !lists_.empty() && roles_[first] == Role::text && lines_[first].indent >= lists_.back().indent + 2;
        if (!inside) lists_.clear();
        const bool cells = std::count_if(own.begin(), own.end(), [](std::string_view line) { return line.find("   ") != line.npos; }) > 1;
        const std::uint16_t doubt = cells || (!out_of_order_.empty() && out_of_order_[first]) ? mark::doubtful : std::uint16_t{0};
        builder_.open(BlockKind::paragraph, 0, static_cast<std::uint16_t>((inside ? mark::continued : 0) | doubt), place(first, marks.before));
        builder_.text(joined(own, narrowest_));
        builder_.close();
    }

    Place place(std::size_t i, std::size_t skipped) {
        Place made = places_.at(lines_[i].begin + skipped);
        made.page_hint = lines_[i].page;
        return made;
    }

    static bool same_list(const List& list, const ListMarker& marker) {
        if (!is_number(marker)) return !is_number(list.last) && list.last.sign == marker.sign;
        return is_number(list.last) && follows(list.last, marker);
    }

    void add_item(std::size_t first, std::vector<std::string_view>& own) {
        const auto nested = nested_star(own[0]);
        const ListMarker marker = nested ? *nested : *list_marker(own[0]);
        const std::uint16_t indent = lines_[first].indent;
        std::size_t found = lists_.size();
        for (std::size_t k = lists_.size(); k-- > 0;)
            if (same_list(lists_[k], marker) && std::max(lists_[k].indent, indent) - std::min(lists_[k].indent, indent) <= 1) {
                found = k;
                break;
            }
        if (found != lists_.size()) {
            lists_.resize(found + 1);
        } else {
            while (!lists_.empty() && (lists_.back().indent > indent + 1 || (is_number(marker) && is_number(lists_.back().last) && lists_.back().last.kind == marker.kind && indent <= lists_.back().indent + 1)))
                lists_.pop_back();
            if (lists_.size() == deepest_typed_list) lists_.pop_back();
            const auto next = second_of(first, marker);
            lists_.push_back({marker, indent, ++list_count_, marker.roman != 0 && next && next->roman == marker.roman + 1});
        }
        List& list = lists_.back();
        list.last = marker;
        list.indent = indent;
        builder_.open(BlockKind::list_item, static_cast<std::uint8_t>(lists_.size() - 1), 0, place(first, marker.size));
        const std::uint32_t number = list.roman || marker.value == 0 ? marker.roman : marker.value;
        builder_.list(list.id, number);
        builder_.label(marker.label);
        Block& block = *builder_.leaf();
        block.marks = static_cast<std::uint16_t>(block.marks & ~mark::marked_label);
        own[0].remove_prefix(marker.size);
        builder_.text(joined(own, narrowest_));
        builder_.close();
    }

    // The next marker of the same kind: "i." is one where "ii." follows, and the ninth letter where "j." does.
    std::optional<ListMarker> second_of(std::size_t first, const ListMarker& marker) const {
        for (std::size_t i = first + 1; i < lines_.size() && i < first + 64; ++i) {
            if (roles_[i] != Role::item) continue;
            const auto next = list_marker(line(i));
            if (next && next->kind == marker.kind && follows(marker, *next)) return next;
        }
        return std::nullopt;
    }
};

}  // namespace

std::uint32_t write_text(SourceText source, Builder& builder, std::uint32_t lists) {
    const bool from_right = is_drawn_from_right(source.text);
    if (from_right) {
        source.text = text_as_read(source.text);
        source.mended = true;
    }
    if (Unflowed mended = text_unflowed(source.text); !mended.text.empty()) {
        for (std::uint32_t& line : mended.lines)
            if (line != 0 && line <= source.lines.size()) line = source.lines[line - 1];
        source.text = std::move(mended.text);
        source.lines = std::move(mended.lines);
        source.mended = true;
    }
    if (std::string mended = text_redrawn(source.text); !mended.empty()) {
        source.text = std::move(mended);
        source.mended = true;
    }
    if (std::string mended = text_unstacked(source.text); !mended.empty()) {
        source.text = std::move(mended);
        source.mended = true;
    }
    std::vector<SourceLine> lines = text_lines(source.text);
    if (is_laid_out(source.text, lines)) {
        write_laid_out(source, lines, builder);
        return lists;
    }
    // What stands at the left of such lines is where they end.
    if (from_right)
        for (SourceLine& line : lines) line.indent = 0;
    TextReader reader(source, std::move(lines), builder, lists);
    reader.run();
    return reader.list_count_;
}

Document read_text(std::string_view bytes, std::string_view name, Format format, const Limits& limits) {
    Builder builder(name, format, limits);
    SourceText source = decode_text(bytes, limits);
    tell_encoding(source, builder);
    builder.reserve(source.text.size(), source.text.size() / 80);
    write_text(std::move(source), builder, 0);
    return builder.finish();
}

}  // namespace plancheck
