// "Priority action 7" in a plan of five. Only places are looked at where a number follows the name of a kind of item: its
// preferred label, one that holds it ("specific objective"), its initials in capitals ("PA 7") or its abbreviation
// ("obj. 3"). Weaker labels ("action 3", "goal 13") name too many other things. What belongs to another instrument, by
// the words beside the number, is no reference to this plan. A number alone counts where a field is meant for it (a column
// "Action"), as long as other numbers there are those of items.
#include <algorithm>
#include <map>
#include <set>

#include "checks/check.hpp"
#include "checks/shared/labels.hpp"
#include "checks/shared/other_documents.hpp"
#include "plan/block_text.hpp"
#include "plan/counted_names.hpp"
#include "plan/key_starts.hpp"
#include "plan/word_ends.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/number_signs.hpp"
#include "text/numerals.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"
#include "text/word_starts.hpp"

namespace plancheck {

namespace {

bool is_small(char c) noexcept { return c >= 'a' && c <= 'z'; }

struct Kind {
    std::string_view name;
    const ItemLabels::Names& names;
    std::vector<std::string> labels;  // those of the names, and those that the items begin with
    std::set<std::string> own;        // labels of the items, and the beginnings of "2.1"
    std::set<std::uint32_t> numbers;
    std::uint32_t items = 0;
    bool doubtful = false, letters = false;  // all are called a, b, c …
    std::string code;                 // "O" where they are called O1, O2
};

class Resolver {
public:
    explicit Resolver(const Context& context)
        : context_(context), plan_(context.plan), document_(plan_.document()), others_(context), language_(context.language()) {
        for (const std::string_view name : context.list("kinds")) add(name);
        for (const Kind& kind : kinds_) {
            for (const std::string& label : kind.labels) {
                std::string letters = label;  // as word_starts() has them
                std::erase_if(letters, [](char c) { return c == ' ' || c == '-'; });
                name_starts_.add(letters);
                const std::size_t size = std::min<std::size_t>(letters.size(), 8);
                names_.push_back({&kind, &label, eight_bytes(letters, 0), size == 0 ? 0 : ~std::uint64_t{0} << (64 - 8 * size)});
                // A plural s may stand on each word.
                const std::string last = label.substr(label.rfind(' ') + 1);
                name_ends_.add(last);
                name_ends_.add(last + 's');
            }
            for (const std::string& code : kind.names.codes) name_ends_.add(fold(code));
            name_ends_.add(fold(kind.code));
        }
        for (const std::string& sign : language_.number_signs) name_ends_.add(sign);
    }

    Result run() {
        result_.outcome = Outcome::not_applicable;
        for (std::uint32_t i = 0; i < document_.main_end; ++i) {
            const Block& block = document_.blocks[i];
            if (block.text.empty() || block.has(mark::contents) || block.has(mark::uncounted)) continue;
            look(i, document_.view(block.text));
        }
        for (const Kind& kind : kinds_) {
            in_fields(kind);
            in_openings(kind);
        }
        if (result_.outcome == Outcome::not_applicable && !cause_.empty()) {
            result_.outcome = Outcome::not_checked;
            result_.caused_by = cause_;
        }
        for (auto& [key, finding] : missing_) result_.findings.push_back(std::move(finding));
        if (result_.outcome != Outcome::not_applicable && result_.outcome != Outcome::not_checked) {
            Evidence evidence = looked_at(plan_, "plan");
            evidence.value.push_back({"references", resolved_});
            result_.evidence.push_back(std::move(evidence));
        }
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    const Document& document_;
    const OtherDocuments others_;
    const Language& language_;
    std::vector<Kind> kinds_;
    // Labels of the kinds, with their first letters as word_starts() has them.
    struct Name {
        const Kind* kind;
        const std::string* label;
        std::uint64_t letters, mask;
    };
    std::vector<Name> names_;
    KeyStarts name_starts_;
    KeyEnds name_ends_;  // of names and of the signs behind them
    std::map<std::pair<std::string_view, std::uint32_t>, Finding> missing_;
    std::int64_t resolved_ = 0;
    std::string cause_;
    std::vector<Value> values_;
    Result result_;

    void add(std::string_view name) {
        const ItemSpec* spec = context_.form().item(name);
        if (spec == nullptr) return;
        Kind kind{name, context_.labels->names(*spec, plan_.language), {}, {}, {}, 0, false, false, {}};
        kind.labels = kind.names.labels;
        std::uint32_t letters = 0;
        bool twice = false;  // a number that a list began anew with
        for (const Item& item : plan_.items) {
            if (item.kind != name || (item.confidence == Confidence::low && says_nothing(context_, item))) continue;
            ++kind.items;
            kind.doubtful = kind.doubtful || item.confidence == Confidence::low;
            const std::string label = item.label.empty() ? letter_behind(kind.labels, item.title) : fold(item.label);
            if (label.empty()) continue;
            kind.own.insert(label);
            std::size_t digits = label.size();
            while (digits > 0 && is_digit(label[digits - 1])) --digits;
            if (digits < label.size() && label.size() - digits <= 3) twice = !kind.numbers.insert(whole_number(label.substr(digits))).second || twice;
            else if (label.size() == 1 && label[0] - 'a' + 1 == static_cast<int>(kind.items)) kind.numbers.insert(kind.items), ++letters;  // a, b, c …
            else if (const auto roman = roman_value(label)) kind.numbers.insert(*roman);
            else twice = twice || (label.size() == 1 && is_small(label[0]));  // letters that begin anew
            for (std::size_t dot = label.find_first_of(".-"); dot != std::string::npos; dot = label.find_first_of(".-", dot + 1)) kind.own.insert(label.substr(0, dot));
        }
        kind.letters = letters >= 2 && letters == kind.items;
        if (kind.numbers.empty() || twice)
            for (std::uint32_t i = 1; i <= kind.items; ++i) kind.numbers.insert(i);
        for (std::string& own : own_names(plan_, *spec, kind.names)) kind.labels.push_back(std::move(own));
        if (const std::string_view own = called(kind); !own.empty())
            for (const std::string& other : kind.names.others)
                if (begins_alike(other, own)) kind.labels.push_back(other);
        kind.code = level_code(plan_, kind.name);
        kinds_.push_back(std::move(kind));
    }

    // "(O5)" where they are called O1 and O2, and no other item is called O5.
    bool is_coded(const Kind& kind, std::string_view folded, std::string_view text, const FoldedBlock& map, std::size_t number) const {
        const std::string code = fold(kind.code);
        if (code.empty() || number < code.size() + 1 || folded.substr(number - code.size(), code.size()) != code) return false;
        const std::size_t begin = number - code.size();
        const std::size_t from = map.source_begin(static_cast<std::uint32_t>(begin));
        if ((folded[begin - 1] != '(' && !text.substr(0, from).ends_with("→ ")) || text.substr(from, kind.code.size()) != kind.code) return false;
        const std::string_view label = folded.substr(begin, folded.find_first_not_of("0123456789", number) - begin);
        return std::none_of(plan_.items.begin(), plan_.items.end(), [&](const Item& item) { return item.kind != kind.name && fold(item.label) == label; });
    }

    // "Задача 1. …", "Задача 2. …": the weaker label with which two items at least begin; none where they have another.
    std::string_view called(const Kind& kind) const {
        for (const std::string& label : kind.names.others) {
            const bool ideographs = is_ideograph(decode(label, 0).code);  // 成果1
            if (count_code_points(label) < (ideographs ? 2U : 4U) || label.find(' ') != std::string::npos) continue;
            std::size_t begun = 0, all = 0;
            for (const Item& item : plan_.items) {
                if (item.kind != kind.name || item.block == 0 || item.label.empty()) continue;
                ++all;
                const std::string_view folded = plan_.block_text->block(item.block).text;
                const std::size_t at = attached_at(folded);
                if (folded.substr(at).starts_with(label) && folded.size() > at + label.size() && (folded[at + label.size()] == ' ' || (ideographs && is_digit(folded[at + label.size()])))) ++begun;
            }
            if (begun >= 2 && begun == all) return label;
        }
        return {};
    }

    // How much is written together with the first word.
    std::size_t attached_at(std::string_view folded) const {
        std::size_t size = 0;
        for (const std::string& prefix : language_.attached_prefixes)
            if (prefix == language_.article && folded.starts_with(prefix)) size = std::max(size, prefix.size());
        return size;
    }

    // Forms of one word: "задача", "задаче".
    static bool begins_alike(std::string_view a, std::string_view b) {
        constexpr std::size_t longest_ending = 4;  // bytes
        std::size_t same = 0;
        while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
        return same >= 4 && a.size() - same <= longest_ending && b.size() - same <= longest_ending && a.find(' ') == std::string_view::npos;
    }

    // The kind whose name ends where the number begins, and where that name begins. A plural s may stand on each word.
    const Kind* named(std::string_view folded, std::string_view text, const FoldedBlock& map, std::size_t number, std::size_t& begin) const {
        std::size_t end = number;
        const auto spaces = [&] {
            while (end > 0 && folded[end - 1] == ' ') --end;
        };
        spaces();
        if (end == 0 || !name_ends_.may_end(folded, end)) return nullptr;
        end = before_number_sign(language_, folded, end);
        spaces();
        for (const Kind& kind : kinds_) {
            for (const std::string& label : kind.labels) {
                std::size_t at = end, from = label.size();
                bool same = true;
                while (same && from > 0) {
                    const bool ending = from == label.size() || label[from] == ' ';
                    if (ending && at > 0 && folded[at - 1] == 's' && label[from - 1] != 's') --at;
                    same = at > 0 && folded[at - 1] == label[from - 1];
                    if (same) --at, --from;
                }
                if (!same) continue;
                at -= attached_before(language_, folded, at);
                if (at > 0 && !is_word_border(decode_before(folded, at).code, decode(folded, at).code)) continue;
                begin = at;
                return &kind;
            }
            for (const std::string& code : kind.names.codes) {
                if (end < code.size() || (end > code.size() && is_word_character(decode_before(folded, end - code.size()).code))) continue;
                const std::size_t from = map.source_begin(static_cast<std::uint32_t>(end - code.size()));
                if (text.substr(from, code.size()) != code) continue;
                begin = end - code.size();
                return &kind;
            }
            if (end == number && is_coded(kind, folded, text, map, number)) {
                begin = number - fold(kind.code).size();
                return &kind;
            }
        }
        return nullptr;
    }

    // "Title<tab>4", or the title of a section and a number before the first one: a line of a table of contents.
    bool is_page(std::uint32_t index, std::string_view text, std::size_t at) const {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
        if (at == 0 || (end != text.size() && text[end] != '\n')) return false;
        if (text[at - 1] == '\t') return true;
        const std::string_view before = trimmed(text.substr(0, at));
        return index < plan_.outline->front_end && std::any_of(plan_.outline->sections.begin(), plan_.outline->sections.end(), [&](const Section& section) {
                   const std::string_view title = trimmed(document_.view(section.title));
                   return !title.empty() && before.ends_with(title);
               });
    }

    void look(std::uint32_t index, std::string_view text) {
        const FoldedBlock map = plan_.block_text->block(index);
        const std::string_view folded = map.text;
        for (std::size_t at = ascii_digits.find(folded); at < folded.size();) {
            std::size_t begin = 0, end = at;
            const Kind* kind = named(folded, text, map, at, begin);
            if (kind == nullptr || is_page(index, text, map.source_begin(static_cast<std::uint32_t>(at)))) {
                while (end < folded.size() && is_digit(folded[end])) ++end;
            } else {
                end = numbers(*kind, index, map, begin, at);
            }
            at = ascii_digits.find(folded, std::max(end, at + 1));
        }
        lettered(index, text, map);
        counted(index, text, map);
        if (!language_.article.empty()) in_words(index, text, map);
    }

    // "(objective f)" where they are called a, b and c: between brackets no article stands there.
    void lettered(std::uint32_t index, std::string_view text, const FoldedBlock& map) {
        const std::string_view folded = map.text;
        constexpr std::size_t longest = 40;
        for (std::size_t close = folded.find(')'); close != std::string_view::npos; close = folded.find(')', close + 1)) {
            if (close < 3 || !is_small(folded[close - 1]) || folded[close - 2] != ' ') continue;
            const std::size_t from = close - std::min(close, longest), open = folded.substr(from, close - from).rfind('(');
            std::size_t begin = 0;
            if (open == std::string_view::npos) continue;
            const Kind* const kind = named(folded, text, map, close - 1, begin);
            if (kind == nullptr || !kind->letters || begin < from + open) continue;
            judge(*kind, index, map, {static_cast<std::uint32_t>(folded[close - 1] - 'a' + 1), close - 1, close}, begin, others_.whose(index, map, begin, close));
        }
    }

    // Calls `take` with each name of a kind, and where it begins a word.
    template <class Take>
    void each_name(std::uint32_t index, const FoldedBlock& map, Take&& take) const {
        const StartsOfBlock words = plan_.block_text->words_of(index);
        for (std::size_t i = 0; i < words.at.size(); ++i) {
            if (!name_starts_.may_hold(words.letters[i])) continue;
            const std::size_t at = words.at[i] - map.base;
            for (const Name& name : names_)
                if ((words.letters[i] & name.mask) == name.letters && map.text.substr(at).starts_with(*name.label)) take(*name.kind, *name.label, at);
        }
    }

    // 优先行动八: the number in ideographs, behind which nothing goes on that it could count. "The sixth objective", 第六个目标, where
    // there are five; "a sixth objective" is none of those that there are.
    void counted(std::uint32_t index, std::string_view text, const FoldedBlock& map) {
        const std::string_view folded = map.text;
        each_name(index, map, [&](const Kind& kind, const std::string& label, std::size_t at) {
            const std::size_t end = at + label.size();
            const bool ideographs = is_ideograph(decode(label, 0).code);
            if (ideographs) {
                const auto [number, stop] = chinese_number(folded, end);
                std::size_t first = 0;
                if (number != 0 && (!word_at(folded, stop) || joins(folded, stop)) && named(folded, text, map, end, first) == &kind && first == at)
                    judge(kind, index, map, {number, end, stop}, at, others_.whose(index, map, at, stop));
            }
            if (at == 0 || kind.letters) return;
            const auto [value, begin] = ideographs ? counted_before(language_, folded, at) : definite_before(language_, folded, at);
            if (value <= kind.items || kind.numbers.contains(value)) return;
            const Decoded next = decode(folded, end);
            if (ideographs || next.code == 's' || next.size == 0 || !is_word_character(next.code)) judge(kind, index, map, {value, begin, end}, begin, others_.whose(index, map, begin, end));
        });
    }

    // "الغاية الخامسة": an ordinal in words behind the name.
    void in_words(std::uint32_t index, std::string_view text, const FoldedBlock& map) {
        const std::string_view folded = map.text;
        for (std::size_t space = folded.find(' '); space != std::string_view::npos; space = folded.find(' ', space + 1)) {
            const std::size_t word = space + 1;
            if (space == 0 || !name_ends_.may_end(folded, space) || !word_at(folded, word)) continue;
            std::size_t begin = 0;
            const Kind* const kind = named(folded, text, map, word, begin);
            if (kind == nullptr || decode(folded, begin).code < 0x590) continue;
            const std::size_t end = word_end(folded, word);
            const auto ordinal = parse_numeral(folded.substr(word, end - word), Languages::built_in(), SectionWords::none);
            if (!ordinal || ordinal->style != NumeralStyle::ordinal_word) continue;
            judge(*kind, index, map, {ordinal->value, word, end}, begin, others_.whose(index, map, begin, end));
        }
    }

    bool joins(std::string_view folded, std::size_t at) const {
        return language_.connectors.match_at(folded, static_cast<std::uint32_t>(at), word_id(WordKind::join), word_id(WordKind::join, 0xFFFF)).end != 0 ||
               language_.connectors.match_at(folded, static_cast<std::uint32_t>(at), word_id(WordKind::of_year), word_id(WordKind::of_year, 0xFFFF)).end != 0;
    }

    struct Number {
        std::uint32_t value = 0;
        std::size_t begin = 0, end = 0;
    };

    // "2", "2.1", "2, 3 and 7", "2 to 4". Returns the end of the last number.
    std::size_t numbers(const Kind& kind, std::uint32_t index, const FoldedBlock& map, std::size_t begin, std::size_t first) {
        const std::string_view folded = map.text;
        std::vector<Number> found;
        std::size_t at = first, last = first;
        while (at < folded.size() && is_digit(folded[at]) && found.size() < 32) {
            std::size_t end = at;
            while (end < folded.size() && is_digit(folded[end])) ++end;
            if (end - at > 2) break;
            const auto value = whole_number(folded.substr(at, end - at));
            while (end + 1 < folded.size() && folded[end] == '.' && is_digit(folded[end + 1]))
                for (++end; end < folded.size() && is_digit(folded[end]);) ++end;
            // "30 %", "5 000", "12th" and "10,5" are no numbers of items.
            const std::string_view rest = folded.substr(end);
            const bool amount = rest.starts_with('%') || rest.starts_with(" %") || (!rest.empty() && is_small(rest.front())) ||
                                (rest.size() > 1 && (rest.front() == ',' || rest.front() == '/') && is_digit(rest[1])) ||
                                (rest.size() > 3 && rest.front() == ' ' && is_digit(rest[1]) && is_digit(rest[2]) && is_digit(rest[3]));
            if (amount || language_.connectors.match_at(folded, static_cast<std::uint32_t>(end), word_id(WordKind::unit), word_id(WordKind::unit, 0xFFFF)).end != 0) break;
            found.push_back({value, at, end});
            last = end;
            std::size_t next = end;
            while (next < folded.size() && std::string_view(" ,;&/+-").find(folded[next]) != std::string_view::npos) ++next;
            for (const WordKind kind_of_joint : {WordKind::join, WordKind::to}) {
                const TermHit joint = language_.connectors.match_at(folded, static_cast<std::uint32_t>(next), word_id(kind_of_joint), word_id(kind_of_joint, 0xFFFF));
                if (joint.end == 0) continue;
                next = joint.end;
                while (next < folded.size() && folded[next] == ' ') ++next;
                break;
            }
            const std::size_t named_again = again(kind, map, index, end, next);
            if (next == end && named_again == 0) break;
            at = named_again != 0 ? named_again : next;
        }
        if (found.empty()) return std::max(last, first + 1);
        const Whose whose = others_.whose(index, map, begin, last);
        for (const Number& number : found) judge(kind, index, map, number, &number == &found.front() ? begin : number.begin, whose);
        return last;
    }

    // "objective 6 and objective 12": where the next number begins, if nothing but a joint stands before the same name; 0: it
    // does not. `next` is where the words begin that follow the number and its joint.
    std::size_t again(const Kind& kind, const FoldedBlock& map, std::uint32_t index, std::size_t end, std::size_t next) const {
        const std::string_view folded = map.text;
        constexpr std::size_t longest_name = 60;
        const std::size_t number = ascii_digits.find(folded, next);
        if (number >= folded.size() || number == next || !fits_in(folded.substr(next, number - next), longest_name)) return 0;
        std::size_t begin = 0;
        const Kind* found = named(folded, document_.view(document_.blocks[index].text), map, number, begin);
        if (found != &kind || begin < end) return 0;
        const std::string_view between = folded.substr(end, begin - end);
        return begin == next || between.find_first_not_of(" ,;&/") == std::string_view::npos ? number : 0;
    }

    // "3", or "OE3" where they are called OE1 and OE2; empty: something else.
    static std::string_view number_of(const Kind& kind, std::string_view text) {
        if (!kind.code.empty() && text.starts_with(kind.code)) text.remove_prefix(kind.code.size());
        return text.size() > 2 || text.find_first_not_of("0123456789") != std::string_view::npos ? std::string_view() : text;
    }

    // "Under action 4, …" where two other items begin so with numbers that there are: the weaker label is enough then.
    void in_openings(const Kind& kind) {
        constexpr std::size_t longest = 40;  // bytes
        for (const std::string& label : kind.names.others) {
            if (count_code_points(label) < 4 || label.find(' ') != std::string::npos) continue;
            std::size_t known = 0;
            std::vector<std::pair<const Item*, Number>> unknown;
            std::string_view before;  // what stands before the number in each
            for (const Item& item : plan_.items) {
                if (item.kind == kind.name || item.block == 0 || item.span.begin != document_.blocks[item.block].text.begin) continue;
                const std::string_view folded = plan_.block_text->block(item.block).text.substr(0, longest);
                const std::size_t at = ascii_digits.find(folded);
                if (at >= folded.size() || at < label.size() + 1 || folded[at - 1] != ' ' || folded.substr(at - 1 - label.size(), label.size()) != label || (!before.empty() && folded.substr(0, at) != before)) continue;
                const std::size_t end = std::min(folded.find_first_not_of("0123456789", at), folded.size());
                if (end - at > 2 || end == folded.size() || std::string_view(",:.;").find(folded[end]) == std::string_view::npos) continue;
                before = folded.substr(0, at);
                const std::uint32_t value = whole_number(folded.substr(at, end - at));
                if (kind.numbers.contains(value)) ++known;
                else unknown.emplace_back(&item, Number{value, at, end});
            }
            for (const auto& [item, number] : unknown)
                if (known >= 2 && known > unknown.size()) judge(kind, item->block, plan_.block_text->block(item->block), number, number.begin - 1 - label.size());
        }
    }

    void in_fields(const Kind& kind) {
        std::vector<const FieldValue*> unknown, further;  // in the field that efforts refer by first, and in another one
        std::size_t known = 0, known_further = 0;
        for (const Item& item : plan_.items) {
            const ItemSpec* spec = context_.form().item(item.kind);
            if (spec == nullptr) continue;
            const bool effort = spec->like == "effort";
            const auto first = std::find_if(spec->fields.begin(), spec->fields.end(), [](const FieldSpec& one) { return one.type == FieldType::reference; });
            for (const Field& field : item.fields) {
                const auto own = std::find_if(first, spec->fields.end(), [&](const FieldSpec& one) { return one.name == field.name; });
                if (own == spec->fields.end() || own->type != FieldType::reference || own->refers_to != kind.name) continue;
                for (const FieldValue& value : field.values) {
                    const std::string_view text = trimmed(document_.view(value.span));
                    const std::string_view number = number_of(kind, text);
                    if (value.type != "reference" || number.empty()) continue;
                    const bool main = effort && own == first;
                    if (kind.own.contains(std::string(number)) || kind.numbers.contains(whole_number(number))) ++(main ? known : known_further);
                    else if (!filled_by_guess(plan_, item, field)) (main ? unknown : further).push_back(&value);
                }
            }
        }
        if (known == 0) unknown.clear();
        // The head of another may mean a target ("Meta"), whose numbers are those of items by chance alone.
        if (known_further > further.size()) unknown.insert(unknown.end(), further.begin(), further.end());
        for (const FieldValue* value : unknown) {
            const FoldedBlock map = plan_.block_text->block(value->block);
            const std::string_view text = number_of(kind, trimmed(document_.view(value->span)));
            if (const std::size_t at = map.text.find(text); at != std::string_view::npos) judge(kind, value->block, map, {static_cast<std::uint32_t>(whole_number(text)), at, at + text.size()}, at);
        }
    }

    void judge(const Kind& kind, std::uint32_t index, const FoldedBlock& map, const Number& number, std::size_t begin, Whose whose = Whose::own) {
        if (whose == Whose::other) return;
        if (kind.items == 0) {
            if (cause_.empty()) cause_ = cause(kind);
            return;
        }
        result_.outcome = Outcome::pass;
        const std::string token(map.text.substr(number.begin, number.end - number.begin));
        if (kind.own.contains(token) || kind.numbers.contains(number.value)) {
            ++resolved_;
            return;
        }
        if (others_.is_aim(index, map, begin)) return;
        const std::uint32_t offset = document_.blocks[index].text.begin;
        const Where where{index, {offset + map.source_begin(static_cast<std::uint32_t>(begin)), offset + map.source_end(static_cast<std::uint32_t>(number.end))}, false};
        // What rests on a doubtful list of items is one doubt, however often it shows.
        const Section* const at = section_at(plan_, index);
        // A reference in the items' own section may be one of them that was not told from the others.
        const bool doubtful = kind.doubtful || (document_.is_unmarked() && at != nullptr && at->spec != nullptr && at->spec->key == context_.form().item(kind.name)->section);
        constexpr std::uint32_t of_others = 1000;  // above all numbers
        Finding& finding = missing_[{kind.name, doubtful ? 0 : number.value + (whose == Whose::doubtful ? of_others : 0)}];
        if (finding.where.known()) {
            finding.related.push_back({"references-resolve.also", document_subject(plan_), where});
            return;
        }
        finding.message = doubtful ? "references-resolve.doubtful" : whose == Whose::doubtful ? "references-resolve.whose" : "references-resolve.missing";
        finding.confidence = doubtful || whose == Whose::doubtful ? Confidence::low : Confidence::certain;
        finding.subject = document_subject(plan_);
        if (const Section* section = section_at(plan_, index); section != nullptr && index >= section->body_begin) finding.subject = section_subject(plan_, *section);
        finding.where = where;
        finding.arguments = {{"kind", std::string(kind.name)}, {"number", std::int64_t{number.value}},
                             {"count", std::int64_t{kind.items}}, {"text", std::string(document_.view(where.span))}};
    }

    // Without any item of the kind nothing can be looked up: told where the items themselves are asked for.
    std::string cause(const Kind& kind) const {
        const bool there = context_.outline().find(context_.form().item(kind.name)->section) != nullptr;
        for (const Requirement& requirement : context_.form().requirements)
            if (there ? requirement.check == "item-count" && requirement.parameter("kind") == kind.name : requirement.check == "sections-present")
                return requirement.id;
        return {};
    }
};

}  // namespace

Result check_references_resolve(const Context& context) { return Resolver(context).run(); }

}  // namespace plancheck
