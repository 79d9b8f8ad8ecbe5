// Every block outside tables is looked at once, and those of tables that frame text. Long unmarked paragraphs without a numeral are passed over unread: a
// title glued to its body needs a numeral, bold type or capitals to be told from a sentence that begins with its words.
#include "outline/candidates.hpp"

#include <algorithm>

#include "outline/candidate_costs.hpp"
#include "outline/parted_limit.hpp"
#include "outline/rare_numerals.hpp"
#include "outline/title_options.hpp"
#include "outline/title_text.hpp"
#include "outline/trailing_numerals.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/page_numbers.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t window = 320;  // bytes of a block that can hold a numeral, a title and a limit

bool is_leaf(const Block& block) {
    return block.kind == BlockKind::heading || block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

class Finder {
public:
    Finder(const Document& document, const TitleIndex& titles, std::string_view language)
        : document_(document), titles_(titles), form_(titles.form()) {
        const auto place = std::find(form_.languages.begin(), form_.languages.end(), language);
        if (place != form_.languages.end()) language_ = static_cast<std::uint32_t>(place - form_.languages.begin());
        dotted_ = std::any_of(form_.sections.begin(), form_.sections.end(), [](const SectionSpec& one) { return one.numeral.find('.') != std::string::npos; });
    }

    Candidates run() {
        collect();
        if (frame_forms()) {
            collect();
        } else if (few_named() && holds_boxes()) {
            boxes_ = true;
            collect();
            boxes_ = !few_named();
            if (!boxes_) collect();
        }
        read_bracketed();
        join();
        weigh_candidates(found_, lines_, document_, titles_, language_);
        return std::move(found_);
    }

private:
    const Document& document_;
    const TitleIndex& titles_;
    const Template& form_;
    std::uint32_t language_ = CandidateText::none;
    bool boxes_ = false;   // titles stand in text boxes
    bool dotted_ = false;  // sections have numerals such as 1.4
    bool paired_ = false;  // the last numeral read was two
    std::uint32_t lettered_ = 0;  // titles behind the letter of their section
    Candidates found_;
    std::vector<CandidateText> lines_;  // of found_.lines

    bool numeral(const Block& block, std::string_view text, HeadingNumeral& into, std::size_t& size) {
        size = 0;
        auto typed = parse_numeral(text.substr(0, std::min(text.size(), window)), titles_.languages());
        const auto pair = fits_in(text, 160) && !form_.decimal ? titles_.pair_of_numerals(text) : std::nullopt;
        if (pair) typed = pair;
        paired_ = pair.has_value();
        if (typed) {
            size = typed->size;
            // "II. II. Title": the format's own numeral and the typed one, as text that was saved has them.
            if (const auto again = typed->level == 0 && size < text.size() ? parse_numeral(text.substr(size, window), titles_.languages()) : std::nullopt;
                again && again->level == 0 && again->value == typed->value && again->style == typed->style)
                size += again->size;
            into = {std::string(trimmed(text.substr(0, size))), typed->level == 0 ? typed->value : 0, false, false};
        } else if (!block.label.empty()) {
            const std::string_view label = document_.label(block);
            typed = parse_numeral(label, titles_.languages());
            const char32_t sign = decode(label, 0).code;
            // A bullet numbers nothing.
            if (typed || (!is_bullet(sign) && !is_ornament(sign) && sign != '-')) into = {std::string(trimmed(label)), typed && typed->level == 0 ? typed->value : 0, true, false};
        }
        const bool zero = typed && typed->level == 1 && typed->style == NumeralStyle::decimal && !form_.decimal;  // "1.0 Title"
        if ((!typed || zero) && block.kind != BlockKind::list_item)
            if (const auto rare = rare_numeral(text.substr(0, std::min(text.size(), window)), titles_.languages()); rare && is_title(text.substr(rare->size), rare->worded ? rare->value : 0)) {
                typed = rare;
                size = typed->size;
                into = {std::string(trimmed(text.substr(0, size))), typed->level == 0 ? typed->value : 0, false, false};
            }
        if (!typed) return false;
        if (!form_.decimal && is_lettered(into.text, text.substr(size))) {
            into.value = section_letter(into.text);
            return true;
        }
        if (form_.decimal) {
            // The template prints digits, with points between them: "1.4" is the fourth field of the first part.
            std::string_view shown = into.text;
            while (!shown.empty() && (shown.back() < '0' || shown.back() > '9')) shown.remove_suffix(1);
            const auto own = std::find_if(form_.sections.begin(), form_.sections.end(), [&](const SectionSpec& one) { return one.numeral == shown; });
            const bool plain = typed->level == 0 && typed->style == NumeralStyle::decimal;
            into.value = own != form_.sections.end() ? own->number : plain && dotted_ ? 0 : into.value;
            into.house_style = plain || own != form_.sections.end();
            return into.value != 0;
        }
        into.house_style = typed->level == 0 && typed->style != NumeralStyle::decimal &&
                           typed->style != NumeralStyle::upper_letter && typed->style != NumeralStyle::lower_letter;
        return typed->level == 0;
    }

    // Whether a text is the title of a section and nothing else; `number`: of that section, 0: of any.
    bool is_title(std::string_view text, std::uint32_t number) const {
        return !text.empty() && fits_in(text, 160) && names_section(text.substr(0, end_without_page(text)), number);
    }

    // "Objective (II)", "Linkages – IX": the title alone, and its numeral into `into`; the whole line where it has none. What only
    // a space or digits part from the title is the numeral of that section or none.
    std::string_view before_numeral(std::string_view line, HeadingNumeral& into) const {
        const std::size_t open = std::min(line.rfind('('), line.rfind("\uFF08"));  // "Issue – I (max of 250 words)"
        const bool limit = open < line.size() && titles_.is_limit_note(fold(line.substr(open)));
        const auto found = trailing_numeral(limit ? line.substr(0, open) : line, titles_.languages());
        if (!found) return line;
        const std::string_view title = line.substr(0, found->title_end);
        const bool digits = found->numeral.style == NumeralStyle::decimal;
        if (found->numeral.value == 0 || found->numeral.value > form_.sections.size() || (digits && !found->parted)) return line;
        if (!names_section(title, digits || !found->parted ? found->numeral.value : 0)) return line;
        into = {std::string(found->text), found->numeral.value, false, !digits};
        return title;
    }

    // Whether a line says the title of a section, be it in two languages; `number`: of that section, 0: of any.
    bool names_section(std::string_view line, std::uint32_t number) const {
        const std::string folded = bare_title(line);
        const auto hits = titles_.at_start(folded, 0);
        return std::any_of(hits.begin(), hits.end(), [&](const TitleHit& hit) {
            return (number == 0 || form_.sections[hit.spec].number == number) && (hit.end == folded.size() || titles_.said_again(folded, hit.end, hit) != 0);
        });
    }

    // "A. Title" to "J. Title", where the letter is that of the section. I counts as a letter where others did.
    bool is_lettered(std::string_view numeral, std::string_view title) {
        const std::uint32_t value = section_letter(numeral);
        if (value == 0 || value > form_.sections.size() || (roman_value(numeral.substr(0, 1)) && lettered_ < 2) || !is_title(title, value)) return false;
        ++lettered_;
        return true;
    }

    void collect() {
        found_.lines.clear();
        found_.annexes.clear();
        lines_.clear();
        lettered_ = 0;
        for (std::uint32_t i = 0; i < document_.main_end;) {
            const Block& block = document_.blocks[i];
            // A row or cell is met only inside a table that frames text.
            const bool open = is_leaf(block) || block.kind == BlockKind::row || block.kind == BlockKind::cell || frames_text(i) || (boxes_ && block.kind == BlockKind::box);
            const std::uint32_t next = open ? i + 1 : block.end;
            if (is_leaf(block) && !block.has(mark::contents) && !block.has(mark::running) && !block.has(mark::struck) && !block.has(mark::title) && !block.has(mark::continued) &&
                (!block.text.empty() || (!found_.framed.empty() && !block.label.empty())))
                consider(i);
            i = next;
        }
    }

    bool frames_text(std::uint32_t table) const {
        return document_.frames_text(table) || std::binary_search(found_.framed.begin(), found_.framed.end(), table);
    }

    bool are_few(const std::vector<bool>& sections) const { return static_cast<std::size_t>(std::count(sections.begin(), sections.end(), true)) < (sections.size() + 1) / 2; }

    // Whether less than half of the sections are named by lines of their own.
    bool few_named() const {
        std::vector<bool> named(form_.sections.size(), false);
        for (const Candidate& line : found_.lines)
            for (const Option& option : line.options)
                if (option.match >= TitleMatch::alias && option.own_line) named[option.spec] = true;
        return are_few(named);
    }

    // Titles that stand in text boxes: looked for only where few are named elsewhere.
    bool holds_boxes() const {
        return std::any_of(document_.blocks.begin(), document_.blocks.begin() + document_.main_end, [](const Block& block) { return block.kind == BlockKind::box; });
    }

    // A form: the titles of sections stand in the cells at the left of tables, one table for all of them or one for each, and
    // what is said beside or below. Looked for only where few are named outside tables.
    bool frame_forms() {
        if (!few_named()) return false;
        std::vector<bool> inside(form_.sections.size(), false);
        for (std::uint32_t i = 0; i < document_.main_end;) {
            const Block& block = document_.blocks[i];
            if (block.kind == BlockKind::table && !document_.frames_text(i)) {
                bool any = i + 1 < block.end && begins_annex(i + 1);
                for (std::uint32_t row = i + 1; row < block.end; row = behind(row))
                    if (const std::uint32_t spec = section_of_row(row); spec != CandidateText::none) any = inside[spec] = true;
                if (any) found_.framed.push_back(i);
                i = behind(i);
            } else {
                ++i;
            }
        }
        // The labels of any project's summary name some of them.
        if (!are_few(inside)) return true;
        found_.framed.clear();
        return false;
    }

    std::uint32_t behind(std::uint32_t block) const { return std::max(document_.blocks[block].end, block + 1); }

    // The first text of a cell.
    const Block* first_leaf(std::uint32_t cell) const {
        for (std::uint32_t i = cell + 1; i < document_.blocks[cell].end && is_leaf(document_.blocks[i]); ++i)
            if (const Block& block = document_.blocks[i]; !block.text.empty() || !block.label.empty()) return &block;
        return nullptr;
    }

    bool begins_annex(std::uint32_t row) const {
        const Block* leaf = nullptr;
        for (std::uint32_t cell = row + 1; leaf == nullptr && cell < document_.blocks[row].end; cell = behind(cell)) leaf = first_leaf(cell);
        const std::string_view text = leaf == nullptr ? std::string_view() : document_.view(leaf->text);
        return fits_in(text, 160) && titles_.begins_annex(fold(text));
    }

    // The section whose title is all that the first cell of a row begins with, or the second behind a numeral. A number
    // beside it is the page of a table of contents.
    std::uint32_t section_of_row(std::uint32_t row) {
        constexpr std::uint32_t most_cells = 4;
        std::uint32_t found = CandidateText::none, cells = 0;
        for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = behind(cell)) {
            if (++cells > most_cells) return CandidateText::none;
            const Block* const leaf = document_.blocks[cell].kind == BlockKind::cell ? first_leaf(cell) : nullptr;
            if (leaf == nullptr) continue;
            const std::string_view text = document_.view(leaf->text);
            if (found != CandidateText::none) {
                if (text.size() <= 3 && !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return CandidateText::none;
                continue;
            }
            if (!fits_in(text, 160)) return CandidateText::none;
            HeadingNumeral numeral_of_row;
            std::size_t size = 0;
            numeral(*leaf, text, numeral_of_row, size);
            const std::string folded = bare_title(text.substr(size));
            for (const TitleHit& hit : titles_.at_start(folded, 0))
                if (hit.end == folded.size() && hit.match >= TitleMatch::alias) found = hit.spec;
            if (found == CandidateText::none && (numeral_of_row.value == 0 || !folded.empty())) return CandidateText::none;
        }
        return found;
    }

    // What stands behind a block, be it in the next cell of a form.
    std::uint32_t leaf_after(std::uint32_t block) const {
        const std::uint32_t next = block + 1;
        return next < document_.main_end && document_.blocks[next].kind == BlockKind::cell ? next + 1 : next;
    }

    void consider(std::uint32_t index) {
        const Block& block = document_.blocks[index];
        Candidate line;
        line.block = line.last_block = index;
        line.marked = block.kind == BlockKind::heading;
        line.bold = block.bold == block.text.size();
        // Signs may adorn a title; before a line that nothing else makes one they are bullets.
        const std::string close = unspaced(document_.view(block.text));
        std::string_view text = close.empty() ? document_.view(block.text) : std::string_view(close);
        const std::size_t signs = signs_before_title(text), adorned = signs != 0 && (line.marked || line.bold || parse_numeral(text.substr(signs, window), titles_.languages())) ? signs : 0;
        text.remove_prefix(adorned);
        line.level = line.marked ? block.level : std::uint8_t{0};
        std::size_t size = 0;
        bool numbered = numeral(block, text, line.numeral, size);
        line.paired = paired_;
        const bool list = block.kind == BlockKind::list_item;
        const bool brief = fits_in(text, 160);
        if (brief && line.numeral.text.empty() && !form_.decimal) {
            text = before_numeral(text, line.numeral);
            numbered = line.numeral.value != 0;
        }
        if (list && !numbered && !line.bold && !(is_alone(index) && is_title(text, 0))) return;
        if (!line.marked && !numbered && block.bold == 0 && !brief) {
            // Only a title in capitals can begin a long line without other signs.
            const std::string_view start = text.substr(0, std::min<std::size_t>(text.size(), 12));
            if (!all_capitals(start)) return;
        }
        CandidateText own;
        if (size != 0) size += ornaments_at(text.substr(size));
        own.begin = block.text.begin + static_cast<std::uint32_t>(adorned + size);
        std::string_view title = whole_within(text.substr(size), window);
        std::size_t page = end_without_page(title);
        bool paged = page != title.size();
        if (const auto [asked, end] = behind_question(title); asked < end && (line.marked || line.bold || numbered) && is_title(title.substr(asked, end - asked), line.numeral.value)) {
            own.begin += static_cast<std::uint32_t>(asked);
            size += asked;
            title = title.substr(asked);
            page = end - asked;
            paged = false;  // what is left out behind it is a bracket
        }
        if (paged && text.size() <= size + window) own.page_end = own.begin + static_cast<std::uint32_t>(page);
        title = title.substr(0, page);
        own.folded = fold_mapped(title);
        line.title = {own.begin, own.begin + static_cast<std::uint32_t>(title.size())};
        line.capitals = brief && all_capitals(title);

        if (brief && (line.marked || line.bold || line.capitals || fits_in(text, 100)) && size == 0 &&
            titles_.begins_annex(own.folded.text) && (line.marked || line.bold || line.capitals || !ends_as_sentence(text))) {
            line.other = true;
            found_.annexes.push_back(index);
        } else if (size != 0 || brief) {
            line.other = titles_.is_other_heading(own.folded.text);
            if (titles_.begins_annex(own.folded.text) && line.marked) {
                line.other = true;
                found_.annexes.push_back(index);
            }
        }
        if (!line.other || !titles_.at_start(own.folded.text, 0).empty()) read_title_options(line, own, text, size, document_, titles_, language_);
        if (!close.empty()) only_whole(line, own, block);
        if (line.other && !line.options.empty() && titles_.begins_annex(own.folded.text)) line.options.clear();
        // Lines that nothing distinguishes are kept only when they name a section. "(ii) send it on" is an item of a list.
        const Decoded numeral_sign = decode(text, 0), first = decode(title, 0);
        const bool item = numbered && (list || numeral_sign.code == '(' || numeral_sign.code == 'i' || numeral_sign.code == 'v' || numeral_sign.code == 'x') &&
                          is_letter_or_digit(first.code) && !is_upper(first.code) && !is_caseless(first.code);
        const auto mistyped = [&] { return document_.is_unmarked() && !list && may_be_title(text) && titles_.is_alike(without_limits(own.folded.text)); };
        if (line.options.empty() && !line.marked && !line.bold && !(numbered && brief && !item) && !(line.capitals && brief) && !mistyped()) return;
        found_.lines.push_back(std::move(line));
        lines_.push_back(std::move(own));
    }

    // An item beside which no other stands is in no list: the sign before it adorns it.
    bool is_alone(std::uint32_t item) const {
        const auto lists = [&](std::uint32_t block) { return block < document_.main_end && document_.blocks[block].kind == BlockKind::list_item && document_.blocks[block].list == document_.blocks[item].list; };
        return !(item != 0 && lists(item - 1)) && !lists(document_.blocks[item].end > item ? document_.blocks[item].end : item + 1);
    }

    // Such a line is a title as a whole.
    static void only_whole(Candidate& line, CandidateText& own, const Block& block) {
        std::erase_if(line.options, [](const Option& option) { return option.body != 0; });
        line.title = block.text;
        own.page_end = CandidateText::none;
    }

    // "（三）优先行动" is a level below 三、; where no line has that, it numbers the section whose title and place it has.
    void read_bracketed() {
        if (form_.decimal || std::any_of(found_.lines.begin(), found_.lines.end(), [](const Candidate& line) { return line.numeral.house_style; })) return;
        for (Candidate& line : found_.lines) {
            if (line.numeral.value != 0 || line.numeral.text.empty()) continue;
            const auto typed = parse_numeral(line.numeral.text, titles_.languages());
            if (!typed || (typed->style != NumeralStyle::chinese && typed->style != NumeralStyle::chinese_formal)) continue;
            for (const Option& option : line.options)
                if (option.match >= TitleMatch::alias && form_.sections[option.spec].number == typed->value) line.numeral = {line.numeral.text, typed->value, line.numeral.automatic, true};
        }
    }

    // A title that runs over several blocks, a lone numeral before its title, a limit on a line of its own.
    void join() {
        for (std::size_t i = 0; i < found_.lines.size(); ++i) {
            Candidate& line = found_.lines[i];
            const bool lone = line.numeral.value != 0 && line.title.empty();
            if ((line.options.empty() || goes_on(line)) && (line.marked || line.bold || line.capitals || lone)) join_title(i);
            const std::uint32_t after = leaf_after(line.last_block);
            if (!line.options.empty() && after < document_.main_end && is_leaf(document_.blocks[after])) {
                const std::string_view text = document_.view(document_.blocks[after].text);
                if (fits_in(text, 90)) {
                    const std::string folded = fold(text);
                    for (const Option& option : line.options)
                        if (option.body == 0 && titles_.is_limit_note(folded, option.spec)) line.last_block = after;
                    if (line.last_block != after) join_parted_limit(line, after, folded, document_, titles_);
                }
            }
        }
        // Blocks that became part of a title are no candidates of their own.
        std::size_t kept = 0;
        for (std::size_t i = 0; i < found_.lines.size(); ++i) {
            if (kept > 0 && found_.lines[i].block <= found_.lines[kept - 1].last_block) continue;
            if (kept != i) {
                found_.lines[kept] = std::move(found_.lines[i]);
                lines_[kept] = std::move(lines_[i]);
            }
            ++kept;
        }
        found_.lines.resize(kept);
        lines_.resize(kept);
    }

    // A heading right below another of its rank, which may be the rest of its title: "IV. Partner efforts", "and timelines".
    bool goes_on(const Candidate& line) const {
        const std::uint32_t next = leaf_after(line.block);
        if (!line.marked || next >= document_.main_end) return false;
        const Block& block = document_.blocks[next];
        return block.kind == BlockKind::heading && block.level == line.level && document_.blocks[line.block].kind == BlockKind::heading;
    }

    void join_title(std::size_t i) {
        Candidate& line = found_.lines[i];
        const Block& first = document_.blocks[line.block];
        const bool lone = line.title.empty();
        std::string joined(document_.view(line.title));
        const std::uint32_t second = leaf_after(line.block);
        for (std::uint32_t next = second; next < document_.main_end && next < second + 3; ++next) {
            const Block& block = document_.blocks[next];
            if (!is_leaf(block) || !fits_in(document_.view(block.text), 120)) return;
            const bool same = block.kind == first.kind && block.level == first.level &&
                              (line.marked || (block.bold == block.text.size()) == line.bold);
            if (!same && !(lone && next == second)) return;
            const std::string_view text = document_.view(block.text);
            if (!lone && parse_numeral(text, titles_.languages())) return;
            // A numeral by itself, and the title in the next heading.
            if (lone && next == second && same && line.marked && i + 1 < found_.lines.size() && found_.lines[i + 1].block == next && !found_.lines[i + 1].options.empty()) {
                const Candidate& below = found_.lines[i + 1];
                line.options = below.options;
                line.last_block = std::max(below.last_block, next);
                line.title = {below.title.begin, line.options.front().body == 0 && line.last_block == next ? block.text.end : below.title.end};
                return;
            }
            joined.push_back('\n');
            joined.append(text);
            const std::string folded = without_limits(fold(joined));
            for (const TitleHit& hit : titles_.at_start(folded, 0)) {
                if (hit.end != folded.size()) continue;
                Option option{hit.spec, hit.match, language_cost(language_, hit.language) + 0.2, block.text.end};
                option.language = hit.language;
                line.options = {option};
                line.last_block = next;
                if (lone) line.title.begin = block.text.begin;
                line.title.end = block.text.end;
                line.marked = line.marked || block.kind == BlockKind::heading;
                line.bold = line.bold || block.bold == block.text.size();
                if (block.kind == BlockKind::heading) line.level = block.level;
                return;
            }
        }
    }
};

}  // namespace

Candidates find_candidates(const Document& document, const TitleIndex& titles, std::string_view language) {
    return Finder(document, titles, language).run();
}

}  // namespace plancheck
