// From bindings to ranges: the bound headings, and the headings of their rank that no section owns, cut the main text
// into front matter, sections and annexes.
#include "plancheck/outline.hpp"

#include <algorithm>

#include "outline/alignment.hpp"
#include "outline/candidates.hpp"
#include "outline/recognise.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFF;
constexpr std::size_t least_in_order = 6;  // sections

struct Cut {
    const Candidate* line = nullptr;
    const Option* option = nullptr;  // null: no section owns it
    bool repeated = false;
};

class Recogniser {
public:
    Recogniser(const Document& document, const TitleIndex& titles, std::string_view language)
        : document_(document), form_(titles.form()), candidates_(find_candidates(document, titles, language)), bindings_(align(candidates_, form_)) {}

    Outline run() {
        outline_.document = &document_;
        outline_.form = &form_;
        outline_.rank = candidates_.rank;
        outline_.framed = std::move(candidates_.framed);
        bound_.assign(candidates_.lines.size(), nullptr);
        for (const Binding& binding : bindings_)
            bound_[binding.candidate] = &candidates_.lines[binding.candidate].options[binding.option];
        main_end_ = document_.main_end;
        if (!bindings_.empty()) {
            main_language();
            annexes();
        }
        cuts();
        sub_headings();
        sections();
        unbound();
        return std::move(outline_);
    }

private:
    const Document& document_;
    const Template& form_;
    Candidates candidates_;
    std::vector<Binding> bindings_;
    std::vector<const Option*> bound_;  // by candidate
    std::vector<Cut> cuts_;
    Outline outline_;
    std::uint32_t main_end_ = 0;

    void main_language() {
        std::vector<std::size_t> languages(form_.languages.size() + 1, 0);
        for (const Option* option : bound_)
            if (option != nullptr && option->language < languages.size()) ++languages[option->language];
        main_language_ = static_cast<std::uint32_t>(std::max_element(languages.begin(), languages.end()) - languages.begin());
    }

    // Annexes stand behind the last section; a second version of the plan in another language ends the first as well.
    void annexes() {
        const std::uint32_t last = candidates_.lines[bindings_.back().candidate].block;
        std::vector<std::uint32_t> begins;
        for (const std::uint32_t block : candidates_.annexes)
            if (block > last) begins.push_back(block);
        const std::uint32_t version = second_version(last);
        if (version != nowhere) {
            begins.erase(std::remove_if(begins.begin(), begins.end(), [&](std::uint32_t b) { return b >= version; }), begins.end());
            begins.push_back(version);
        }
        for (std::size_t i = 0; i < begins.size(); ++i) {
            const std::uint32_t end = i + 1 < begins.size() ? begins[i + 1] : document_.main_end;
            outline_.annexes.push_back({begins[i], document_.blocks[begins[i]].text, end});
        }
        if (!begins.empty()) main_end_ = begins.front();
    }

    // Three and more sections named again behind the last one, in order: the plan in a second language.
    std::uint32_t second_version(std::uint32_t last) const {
        std::uint32_t first = nowhere, before = 0, count = 0;
        for (std::size_t i = 0; i < candidates_.lines.size(); ++i) {
            const Candidate& line = candidates_.lines[i];
            if (line.block <= last || bound_[i] != nullptr || line.contents) continue;
            // What is named again in the same language is no version: another plan, or a section that stands twice.
            if (std::any_of(line.options.begin(), line.options.end(), [&](const Option& option) { return option.match >= TitleMatch::alias && option.language == main_language_; })) continue;
            for (const Option& option : line.options) {
                if (option.match < TitleMatch::alias || (count > 0 && option.spec <= before)) continue;
                if (count == 0) first = line.block;
                before = option.spec;
                ++count;
                break;
            }
        }
        return count >= 3 ? first : nowhere;
    }

    bool of_rank(const Candidate& line) const {
        // A heading of a higher level without a numeral, where the sections have them, is one that got the wrong style.
        if (line.marked) return candidates_.rank != 0 && (line.level == candidates_.rank || (line.level < candidates_.rank && (!numbered_ || line.numeral.value != 0)));
        if (candidates_.rank != 0) return false;
        // Nothing is marked: only the numerals of the sections tell their rank.
        if (document_.blocks[line.block].kind == BlockKind::list_item && !line.bold && !line.capitals) return false;
        return line.numeral.value != 0 && line.numeral.house_style && numbered_ && (line.bold || line.capitals || (short_line(line) && !is_sentence(line)));
    }

    // "4.1 Plans", "IV.1 Plans", in the style of the sections or not, stands below section IV.
    bool counts_below(const Candidate& line, std::uint32_t section) const {
        constexpr std::size_t longest = 16;  // bytes
        if (section == 0 || line.numeral.value != 0) return false;
        const std::string label = fold(line.numeral.text.empty() ? whole_within(document_.view(document_.blocks[line.block].text), longest) : std::string_view(line.numeral.text));
        const std::size_t end = label.find_first_of(".-");
        if (end == 0 || end == label.npos || end + 1 >= label.size() || !is_digit(label[end + 1])) return false;
        const std::string_view parent = std::string_view(label).substr(0, end);
        return parent.find_first_not_of(digits) == parent.npos ? parent.size() <= 2 && whole_number(parent) == section : roman_value(parent) == section;
    }

    // "第五条 各项工作列示如下。", "Article 5. The measures are set out below:" numbers a paragraph, whatever stands above it.
    bool is_sentence(const Candidate& line) const {
        constexpr std::size_t longest_title = 40;  // columns
        const std::string_view text = trimmed(document_.view(document_.blocks[line.block].text));
        for (const std::string_view sign : {"。", "；", "："})
            if (text.ends_with(sign)) return true;
        return (text.ends_with('.') || text.ends_with(':') || text.ends_with(';')) && !fits_in(text, longest_title);
    }

    bool short_line(const Candidate& line) const { return fits_in(document_.view(document_.blocks[line.block].text), 100); }

    bool numbered_ = false;            // the bound sections have numerals
    bool in_digits_ = false;           // most of them bold lines with Arabic digits
    bool in_order_ = false;            // see named_in_order
    bool counted_ = false;             // see counted_in_order
    std::uint32_t main_language_ = 0;  // of most titles that were bound

    void cuts() {
        if (bindings_.empty()) return;
        std::uint32_t first = candidates_.lines[bindings_.front().candidate].block;
        std::size_t with = 0, digits = 0;
        for (const Binding& binding : bindings_) {
            const Candidate& line = candidates_.lines[binding.candidate];
            if (line.numeral.value != 0) ++with;
            if (line.numeral.value != 0 && !line.numeral.house_style && line.bold && !line.marked) ++digits;
        }
        numbered_ = with * 2 > bindings_.size();
        in_digits_ = digits * 2 > bindings_.size();
        in_order_ = named_in_order();
        counted_ = counted_in_order();
        first = std::min(first, plan_before(first));
        std::uint32_t above = 0, own = 0, next = 0;  // numerals: of the section that an unowned line stands in, as typed and as the template has it, and of the item to come
        for (std::size_t i = 0; i < candidates_.lines.size(); ++i) {
            const Candidate& line = candidates_.lines[i];
            if (line.block < first && numbered_ && line.numeral.value == outline_.numbered_before + 1 && !line.contents &&
                line.numeral.house_style && (of_rank(line) || candidates_.rank == 0))
                ++outline_.numbered_before;
            if (line.block < first || line.block >= main_end_) continue;
            if (bound_[i] != nullptr) {
                cuts_.push_back({&line, bound_[i], false});
                above = line.numeral.value;
                own = form_.sections[bound_[i]->spec].number;
                next = 0;
                continue;
            }
            if (line.contents) continue;
            const Option* again = named_again(line);
            if (again != nullptr && !line.empty && repeats(line)) {
                if (again->language == main_language_) cuts_.push_back({&line, again, true});
            } else if (of_rank(line) && !line.other && !counts_below(line, above) && !counts_below(line, own)) {
                if (const std::uint32_t value = line.numeral.value; !line.marked && (value == next || (value == 1 && goes_on_as_list(i)))) next = value + 1;
                else if (line.marked || line.bold || line.capitals || reads_as_title(line, above)) cuts_.push_back({&line, nullptr, false});
            }
        }
    }

    static constexpr std::string_view digits = "0123456789";

    // "Action 1: …", "Action 2: …".
    bool counts_up(const Candidate& first, const Candidate& second) const {
        const std::string_view a = document_.view(first.title), b = document_.view(second.title);
        const std::size_t at = a.find_first_of(digits);
        return at != 0 && at != a.npos && b.find_first_of(digits) == at && a.substr(0, at) == b.substr(0, at) && whole_number(a.substr(at, 1)) + 1 == whole_number(b.substr(at, 1)) &&
               a.find_first_of(digits, at + 1) != at + 1 && b.find_first_of(digits, at + 1) != at + 1;
    }

    // Where sections have numerals and one has nothing between its heading and others of its style without, or such headings
    // count what stands below them, the plan writes its sub-headings in the style of the sections.
    void sub_headings() {
        const auto numbered = [&](const Cut& cut) { return cut.option != nullptr && cut.line->marked && cut.line->numeral.value != 0; };
        const auto plain = [&](std::size_t i) { return i < cuts_.size() && cuts_[i].option == nullptr && cuts_[i].line->marked && cuts_[i].line->numeral.text.empty(); };
        if (!numbered_ || static_cast<std::size_t>(std::count_if(cuts_.begin(), cuts_.end(), numbered)) < least_in_order) return;
        bool found = false;
        for (std::size_t i = 0; i + 1 < cuts_.size() && !found; ++i)
            if (numbered(cuts_[i]) && plain(i + 1) && plain(i + 2))
                found = (cuts_[i].line->last_block + 1 == cuts_[i + 1].line->block && cuts_[i].option->body == 0) || counts_up(*cuts_[i + 1].line, *cuts_[i + 2].line);
        if (!found) return;
        bool below = false;
        std::erase_if(cuts_, [&](const Cut& cut) {
            if (cut.option != nullptr) below = numbered(cut);
            else if (cut.line->marked && cut.line->numeral.text.empty()) return below;
            return false;
        });
    }

    // A line that nothing but its numeral tells from others: "IV quarter", "first of the two lists", or a numeral that came out
    // of a table. Behind section IV none is the second.
    bool reads_as_title(const Candidate& line, std::uint32_t above) const {
        constexpr std::uint32_t most_beyond = 20;
        const std::uint32_t value = line.numeral.value;
        const std::string_view words = document_.view(line.title);
        const char32_t first = decode(words, 0).code;
        if (value < above || value > form_.sections.size() + most_beyond) return false;
        if (words.empty()) return value == above + 1;
        return is_upper(first) || is_caseless(first) || is_ideograph(first);
    }

    // "I. Collect", "II. Store" below a section that is numbered already: numerals that begin anew are those of items.
    bool goes_on_as_list(std::size_t first) const {
        return first + 1 < candidates_.lines.size() && bound_[first + 1] == nullptr && candidates_.lines[first + 1].numeral.value == 2 && of_rank(candidates_.lines[first + 1]);
    }

    const Option* named_again(const Candidate& line) const {
        const Option* again = nullptr;
        for (const Option& option : line.options)
            if ((option.match >= TitleMatch::alias || (option.remarked && line.numeral.value == form_.sections[option.spec].number)) && option.own_line && (again == nullptr || option.cost < again->cost)) again = &option;
        return again;
    }

    // Three and more sections with bodies before the first one that was bound: another plan stands before this one.
    std::uint32_t plan_before(std::uint32_t first) const {
        std::uint32_t begin = nowhere, count = 0;
        for (const Candidate& line : candidates_.lines) {
            if (line.block >= first) break;
            if (line.contents || line.empty || line.annex || !repeats(line)) continue;
            const Option* again = named_again(line);
            if (again == nullptr || again->language != main_language_) continue;
            if (count++ == 0) begin = line.block;
        }
        return count >= 3 ? begin : nowhere;
    }

    // A second heading of a section counts when it looks like one: by its rank, or by a numeral where sections have them.
    bool repeats(const Candidate& line) const {
        if (line.marked && candidates_.rank != 0) return line.level <= candidates_.rank;
        if (candidates_.rank != 0) return false;
        return numbered_ ? line.numeral.value != 0 && (line.numeral.house_style || (in_digits_ && line.bold && names_its_number(line))) : line.bold;
    }

    bool names_its_number(const Candidate& line) const {
        const Option* again = named_again(line);
        return again != nullptr && form_.sections[again->spec].number == line.numeral.value;
    }

    Confidence confidence(const Candidate& line, const Option& option) const {
        const bool exact = option.match >= TitleMatch::alias;
        const bool agrees = line.numeral.value != 0 && line.numeral.value == form_.sections[option.spec].number;
        if (option.match == TitleMatch::weak || option.match == TitleMatch::none || line.annex || line.contents) return Confidence::low;
        Confidence value = Confidence::low;
        // A PDF marks nothing: what its reader calls a heading is larger type.
        const Confidence best = document_.origin == Format::pdf ? Confidence::high : Confidence::certain;
        if (line.marked) value = (exact || agrees) && !option.said ? best : Confidence::high;
        else if (option.own_line && exact && (agrees || (line.numeral.value != 0 && shifted(line)) || line.bold || (line.numeral.text.empty() && in_order_)))
            value = Confidence::high;
        else if (option.label && exact && in_order_)
            value = Confidence::high;
        else if (agrees && counted_)
            value = Confidence::high;
        return value;
    }

    // Where nothing marks a heading and none has a numeral, as in text that was pasted: nearly all sections named by lines that
    // hold nothing else, or by bold labels of their text, one after the other, are no chance.
    bool named_in_order() const {
        if (candidates_.rank != 0 || numbered_) return false;
        std::vector<bool> taken(form_.sections.size(), false);
        std::size_t named = 0;
        std::uint32_t before = 0;
        for (const Binding& binding : bindings_) {
            const Option& option = candidates_.lines[binding.candidate].options[binding.option];
            taken[option.spec] = true;
            if (!(option.own_line || option.label) || option.match < TitleMatch::alias) continue;
            if (option.spec < before) return false;
            before = option.spec;
            ++named;
        }
        // A section that is named out of its place was left out.
        for (std::size_t i = 0; i < candidates_.lines.size(); ++i)
            if (const Option* other = bound_[i] == nullptr && !candidates_.lines[i].contents ? named_again(candidates_.lines[i]) : nullptr; other != nullptr && !taken[other->spec]) return false;
        return named >= least_in_order && named * 5 >= form_.sections.size() * 4;
    }

    // "I. Issue. Twenty million people …", "II. Objective – what we want": where nothing marks a heading, numerals that agree with
    // the titles behind them in nearly all sections, one after the other, are no chance either.
    bool counted_in_order() const {
        if (candidates_.rank != 0 || !numbered_) return false;
        std::size_t agreeing = 0;
        std::uint32_t before = 0;
        for (const Binding& binding : bindings_) {
            const Candidate& line = candidates_.lines[binding.candidate];
            const Option& option = line.options[binding.option];
            if (option.match < TitleMatch::alike || line.numeral.value != form_.sections[option.spec].number || line.contents) continue;
            if (line.numeral.value <= before) return false;
            before = line.numeral.value;
            ++agreeing;
        }
        return agreeing >= least_in_order && agreeing * 5 >= form_.sections.size() * 4;
    }

    // A numeral that differs from the section's own by its place in the sequence found agrees as well as one can ask.
    bool shifted(const Candidate& line) const {
        std::uint32_t place = 0;
        for (const Binding& binding : bindings_) {
            ++place;
            if (&candidates_.lines[binding.candidate] == &line) break;
        }
        return line.numeral.value == place;
    }

    void sections() {
        outline_.front_end = cuts_.empty() ? main_end_ : cuts_.front().line->block;
        for (std::size_t i = 0; i < cuts_.size(); ++i) {
            const Cut& cut = cuts_[i];
            Section section;
            section.heading = cut.line->block;
            section.last_heading = cut.line->last_block;
            section.title = cut.line->title;
            section.numeral = cut.line->numeral;
            section.body_begin = cut.line->last_block + 1;
            section.body_end = i + 1 < cuts_.size() ? cuts_[i + 1].line->block : main_end_;
            section.repeated = cut.repeated;
            if (cut.option != nullptr) {
                section.spec = &form_.sections[cut.option->spec];
                section.match = cut.option->match;
                section.confidence = confidence(*cut.line, *cut.option);
                section.title.end = std::max(section.title.begin, cut.option->title_end);
                const Block& block = document_.blocks[section.heading];
                if (cut.option->body != 0 && section.last_heading == section.heading)
                    section.glued = {cut.option->body, block.text.end};
            } else {
                section.confidence = cut.line->marked && document_.origin != Format::pdf ? Confidence::certain : Confidence::high;
            }
            section.words = document_.before(section.body_end) - document_.before(section.body_begin);
            if (!section.glued.empty()) {
                const WordCount count = count_words(document_.view(section.glued));
                section.words.words += count.words;
                section.words.with_letters += count.with_letters;
            }
            if (section.spec != nullptr && !section.repeated && section.confidence >= Confidence::high) ++outline_.bound;
            outline_.sections.push_back(section);
            if (cut.option != nullptr && cut.option->also != nowhere) {
                section.shares_heading = true;
                outline_.sections.back().shares_heading = true;
                section.spec = &form_.sections[cut.option->also];
                if (section.numeral.value != 0) ++section.numeral.value;
                if (section.confidence >= Confidence::high) ++outline_.bound;
                outline_.sections.push_back(section);
            }
        }
        std::vector<bool> seen(form_.sections.size(), false);
        for (std::uint32_t i = 0; i < outline_.sections.size(); ++i) {
            const Section& section = outline_.sections[i];
            if (section.spec == nullptr || section.repeated) continue;
            const auto own = static_cast<std::size_t>(section.spec - form_.sections.data());
            if (!seen[own]) outline_.named.push_back(i);
            seen[own] = true;
        }
    }

    void unbound() {
        for (std::size_t i = 0; i < candidates_.lines.size(); ++i) {
            const Candidate& line = candidates_.lines[i];
            if (bound_[i] == nullptr && !line.contents && (line.marked || line.bold || line.numeral.value != 0))
                outline_.unbound.push_back(line.block);
        }
    }
};

}  // namespace

const Section* Outline::find(std::string_view key) const noexcept {
    for (const std::uint32_t index : named)
        if (sections[index].spec->key == key) return &sections[index];
    return nullptr;
}

bool Outline::frames_text(std::uint32_t table) const noexcept {
    return document->frames_text(table) || std::binary_search(framed.begin(), framed.end(), table);
}

Outline recognise(const Document& document, const TitleIndex& titles, std::string_view language) {
    return Recogniser(document, titles, language).run();
}

Outline recognise(const Document& document, const Template& form, std::string_view language) {
    return recognise(document, TitleIndex(form, Languages::built_in()), language);
}

}  // namespace plancheck
