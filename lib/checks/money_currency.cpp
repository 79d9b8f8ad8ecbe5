// Amounts carry a currency: their own, that of an amount in the same place, that of their column's head, or one that is
// stated for the table beside it. Amounts are the values of fields of money, and the cells of other tables in the scope
// under a head of that meaning. In running text an amount without a currency is told from other numbers by a head of money
// right before it ("Cost: 45,000.") or by what says that something costs it ("will cost 45,000") or is a sum of money ("the balance of 45,000").
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "checks/check.hpp"
#include "plan/block_text.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

class Amounts {
public:
    explicit Amounts(const Context& context) : context_(context), plan_(context.plan), document_(plan_.document()), language_(context.language()) {}

    Result run() {
        result_.outcome = Outcome::not_applicable;
        std::vector<std::uint32_t> seen;
        for (const Item& item : plan_.items)
            for (const Field& field : item.fields) {
                const std::set<std::uint32_t> with = blocks_with_currency(field);
                const bool mixed = std::count_if(field.values.begin(), field.values.end(), [](const FieldValue& value) { return value.type == "money"; }) > 1;
                for (const FieldValue& value : field.values) {
                    if (value.type != "money") continue;
                    // "40,000 to 50,000 USD", "10,000 USD a year for 3 years": a number in the same place as an amount that has its currency.
                    // A field that also says when ("Timeline and cost") holds years and days beside its amounts.
                    const bool beside = !has_currency(value) && (with.contains(value.block) || (mixed && may_be_time(value, !with.empty())) || is_cut(value) || is_priced_cell(value.block));
                    if (!beside && !has_currency(value) && repeats_words(value)) accept({value.block, value.span, false}, value.value);
                    else if (!beside) take({value.block, value.span, false}, value.value, value.text, item.confidence);
                    seen.push_back(value.block);
                }
            }
        std::sort(seen.begin(), seen.end());
        for (const Scope& scope : scopes(plan_, context_.requirement.sections))
            for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
                if (document_.blocks[i].kind != BlockKind::table || context_.outline().frames_text(i)) {
                    labelled(i, scope.confidence);
                    continue;
                }
                const auto inside = std::lower_bound(seen.begin(), seen.end(), i);
                if (inside == seen.end() || *inside >= document_.blocks[i].end) table(i, scope.confidence);
                i = document_.blocks[i].end - 1;
            }
        if (amounts_.empty()) return std::move(result_);
        result_.outcome = Outcome::pass;  // what stands against it are findings
        if (finding_.subject.kind.empty()) finding_.subject = document_subject(plan_);
        finding_.message = "money-currency.without";
        finding_.arguments = {{"count", static_cast<std::int64_t>(amounts_.size())}, {"amounts", amounts_}};
        result_.findings.push_back(std::move(finding_));
        return std::move(result_);
    }

private:
    static constexpr std::size_t most_shown = 20;
    const Context& context_;
    const Plan& plan_;
    const Document& document_;
    const Language& language_;
    Result result_;
    Finding finding_;
    std::vector<std::string> amounts_;
    std::set<std::string> known_;
    std::map<const Section*, bool> stated_;
    std::optional<bool> for_all_;
    TermIndex heads_;
    bool built_ = false;

    static bool has_currency(const FieldValue& value) { return value.value.find(' ') != std::string::npos; }

    // "three hundred thousand dollars (300,000)": what stands in words with its currency, again in digits.
    bool repeats_words(const FieldValue& value) const {
        constexpr std::size_t farthest = 48;  // bytes
        std::string_view before = trimmed(document_.view({document_.blocks[value.block].text.begin, value.span.begin}));
        const std::size_t bracket = before.ends_with('(') ? 1 : before.ends_with("（") ? 3 : 0;
        if (bracket == 0) return false;
        before.remove_suffix(bracket);
        const std::string folded = fold(last_within(before, farthest));
        const auto hits = language_.connectors.find(folded);
        return std::any_of(hits.begin(), hits.end(), [&](const TermHit& hit) { return kind_of_word(hit.id) == WordKind::currency && folded.find_first_not_of(' ', hit.end) == std::string::npos; });
    }

    // "000": the rest of an amount that the lines of a page parted.
    static bool is_cut(const FieldValue& value) { return value.text.size() > 1 && value.text.find_first_not_of('0') == std::string::npos; }

    // Lines of two columns that ran together ("mayo de 75.000 / 2025 – USD"): the currency stands in the same cell. Nothing marks
    // cells there, so that it is asked of such documents alone.
    bool is_priced_cell(std::uint32_t block) const { return document_.is_unmarked() && holds_currency(document_.view(document_.blocks[block].text)); }

    static bool may_be_time(const FieldValue& value, bool priced) {
        const bool year = value.text.size() == 4 && value.value == value.text && (value.text.starts_with("19") || value.text.starts_with("20"));
        return year || (priced && value.value.size() <= 2);
    }

    static std::set<std::uint32_t> blocks_with_currency(const Field& field) {
        std::set<std::uint32_t> blocks;
        for (const FieldValue& value : field.values)
            if (value.type == "money" && has_currency(value)) blocks.insert(value.block);
        return blocks;
    }

    void accept(const Where& where, const std::string& value) {
        result_.outcome = Outcome::pass;
        if (result_.evidence.size() < most_shown) result_.show(where, Argument{"value", value});
    }

    void take(const Where& where, const std::string& value, const std::string& text, Confidence confidence) {
        const Section* section = section_at(plan_, where.block);
        if (section != nullptr && where.block < section->body_begin) section = nullptr;
        if (value.find(' ') != std::string::npos || stated_in(section) || stated_for_all()) return accept(where, value);
        finding_.confidence = std::min(finding_.confidence, confidence);
        if (known_.insert(text).second) amounts_.push_back(text);
        if (finding_.where.known()) return;
        finding_.where = where;
        if (section != nullptr) finding_.subject = section_subject(plan_, *section);
    }

    bool holds_currency(std::string_view text) const {
        const Folded folded = fold_mapped(text);
        const auto values = find_values(text, language_, want_money);
        for (const TermHit& hit : language_.connectors.find(folded.text)) {
            if (kind_of_word(hit.id) != WordKind::currency) continue;
            const std::uint32_t at = folded.source_begin(hit.begin);
            const auto next = std::upper_bound(values.begin(), values.end(), at, [](std::uint32_t place, const Value& value) { return place < value.begin; });
            if (next == values.begin() || at >= std::prev(next)->end) return true;
        }
        return false;
    }

    // "AUD 45,000": the code of a currency right before an amount, whatever the language calls it.
    bool leads_with_currency(std::string_view between) const {
        between = trimmed(between);
        const std::size_t space = between.rfind(' ');
        return !currency_code(space == std::string_view::npos ? between : between.substr(space + 1)).code.empty() || holds_currency(between);
    }

    // A caption or sentence beside the tables that names a currency, and not that of an amount of its own.
    bool stated_in(const Section* section) {
        if (section == nullptr) return false;
        const auto [known, fresh] = stated_.try_emplace(section, false);
        bool& stated = known->second;
        for (std::uint32_t i = section->body_begin; fresh && i < section->body_end && !stated; ++i) {
            const Block& block = document_.blocks[i];
            if (block.kind == BlockKind::table && !context_.outline().frames_text(i)) i = block.end - 1;
            else if (!block.text.empty() && !block.has(mark::uncounted)) stated = holds_currency(document_.view(block.text));
        }
        return stated;
    }

    // "All amounts are in US dollars" before the first section.
    bool stated_for_all() {
        if (for_all_) return *for_all_;
        build_heads();
        for_all_ = false;
        const auto& sections = context_.outline().sections;
        const std::uint32_t end = sections.empty() ? 0 : sections.front().heading;
        for (std::uint32_t i = 0; i < end && !*for_all_; ++i) {
            const Block& block = document_.blocks[i];
            if (block.text.empty() || block.has(mark::uncounted)) continue;
            const std::string_view text = document_.view(block.text);
            for (const SentencePlace& sentence : sentences_of(text, language_, Semicolon::joins)) {
                const std::string_view words = text.substr(sentence.begin, sentence.end - sentence.begin);
                if (holds_currency(words) && !heads_.find(fold(words)).empty()) for_all_ = true;
            }
        }
        return *for_all_;
    }

    // Heads of money are those of any item's field of that type.
    void build_heads() {
        if (built_) return;
        for (const ItemSpec& item : context_.form().items)
            for (const FieldSpec& field : item.fields)
                if (field.type == FieldType::money) heads_.add(0, field.heads.in(plan_.language, context_.form().default_language), &language_);
        heads_.build();
        built_ = true;
    }

    // "Total cost 45,000": a word alone stands between the stop and the head.
    static bool follows_one_word(std::string_view words, std::size_t head) {
        constexpr std::size_t longest = 32;
        if (head < 2 || words[head - 1] != ' ') return false;
        const std::size_t space = words.rfind(' ', head - 2), begin = space == std::string_view::npos ? 0 : space + 1;
        const char stop = space == std::string_view::npos || space == 0 ? '.' : words[space - 1];
        return head - begin <= longest && ascii_digits.find(words.substr(begin, head - begin)) >= head - begin && std::string_view(".;,").find(stop) != std::string_view::npos;
    }

    // Where the number begins that a head stands before: right behind it, or behind two words more at most ("the cost of the
    // plan is 45,000"); the end: nowhere.
    static std::size_t behind_head(std::string_view words, std::size_t end, bool unspaced) {
        constexpr std::size_t farthest = 40, most_words = 2;
        const std::size_t number = ascii_digits.find(words, end);
        if (number >= words.size() || number - end > farthest || (number == end && !unspaced)) return words.size();
        const std::string_view between = words.substr(end, number - end);
        if (unspaced) return between.find_first_not_of(" :-") == std::string_view::npos ? number : words.size();
        if (between.back() != ' ' || between.find_first_of(".,;()") != std::string_view::npos) return words.size();
        std::size_t count = 0;
        for (std::size_t at = 0; at < between.size(); at = std::min(between.find(' ', at), between.size())) {
            at = between.find_first_not_of(' ', at);
            if (at == std::string_view::npos) break;
            if (between[at] != ':' && between[at] != '-') ++count;
        }
        return count <= most_words ? number : words.size();
    }

    // "Cost: 45,000." as a sentence or a part of one: a head of money, and nothing behind it but an amount.
    void labelled(std::uint32_t index, Confidence confidence) {
        const Block& block = document_.blocks[index];
        if (block.text.empty() || block.has(mark::uncounted) || block.kind == BlockKind::heading) return;
        const std::string_view text = document_.view(block.text);
        constexpr ByteSet arabic_digits{"\xD9\xDB"};  // what they begin with
        if (ascii_digits.find(text) >= text.size() && arabic_digits.find(text) >= text.size()) return;
        build_heads();
        const BlockText& known = *plan_.block_text;
        if (known.holds(index)) {
            const FoldedBlock folded = known.block(index);
            labelled(index, folded, known.find(heads_, folded.text), confidence);
            if (const auto words = known.words_in(folded.text)) said_to_cost(index, folded, *words, known.offset_of_block(folded.text).value_or(0), confidence);
            return;
        }
        const Folded folded = fold_mapped(text);
        labelled(index, {folded.text, &folded}, heads_.find(folded.text), confidence);
        said_to_cost(index, {folded.text, &folded}, language_.words.find(folded.text), 0, confidence);
    }

    // "The survey will cost 45,000.": right behind it. `base`: where the hits' text begins.
    void said_to_cost(std::uint32_t index, const FoldedBlock& folded, std::span<const TermHit> hits, std::uint32_t base, Confidence confidence) {
        for (const TermHit& hit : hits) {
            if (kind_of_word(hit.id) != WordKind::costing) continue;
            // "will cost about 45,000": a word may stand between.
            constexpr std::size_t longest_word = 16;  // bytes
            const std::size_t end = hit.end - base;
            const std::string_view near = folded.text.substr(0, end + longest_word + 4);
            const std::size_t number = ascii_digits.find(near, end);
            if (number >= near.size()) continue;
            const std::string_view between = folded.text.substr(end, number - end), word = trimmed(between);
            const std::uint32_t from = folded.source_end(static_cast<std::uint32_t>(end)), to = std::max(from, folded.source_begin(static_cast<std::uint32_t>(number)));
            const std::string_view written = document_.view(document_.blocks[index].text).substr(from, to - from);
            if (word.size() <= longest_word && word.find_first_of(" .,;:()") == std::string_view::npos && (word.empty() || (between.ends_with(' ') && !leads_with_currency(written)))) amount_at(index, folded, number, confidence, detail_of_word(language_, hit.id) == "sum");
        }
    }

    void labelled(std::uint32_t index, const FoldedBlock& folded, const std::vector<TermHit>& heads, Confidence confidence) {
        const Block& block = document_.blocks[index];
        const std::string_view text = document_.view(block.text), words = folded.text;
        for (const TermHit& head : heads) {
            const std::size_t begin = head.begin - attached_before(language_, words, head.begin);  // the article
            const std::size_t before = begin == 0 ? std::string_view::npos : words.find_last_not_of(" (", begin - 1);
            const bool unspaced = is_ideograph(decode(words, head.begin).code);  // 需经费12万
            if (before != std::string_view::npos && !unspaced && std::string_view(".;,").find(words[before]) == std::string_view::npos && !follows_one_word(words, begin)) continue;
            const std::size_t number = behind_head(words, head.end, unspaced);
            if (number >= words.size()) continue;
            const std::uint32_t from = folded.source_begin(static_cast<std::uint32_t>(number));
            if (number != head.end && leads_with_currency(text.substr(folded.source_end(head.end), from - folded.source_end(head.end)))) continue;  // "EUR 45,000"
            amount_at(index, folded, number, confidence);
        }
    }

    // An amount that begins at `number` of the folded text, carries no currency and ends a sentence or a part of one. Behind what
    // calls it a `sum` more may be said of it ("the balance of 1,250,000 is still to be found").
    void amount_at(std::uint32_t index, const FoldedBlock& folded, std::size_t number, Confidence confidence, bool sum = false) {
        const Block& block = document_.blocks[index];
        const std::string_view text = document_.view(block.text);
        const std::uint32_t from = folded.source_begin(static_cast<std::uint32_t>(number));
        constexpr std::size_t longest = 120;  // bytes of an amount and what goes with it
        const std::vector<Value> values = find_values(cut_at_word(text.substr(from), longest), language_, want_money | in_money_field);
        const auto value = std::find_if(values.begin(), values.end(), [](const Value& one) { return one.type == ValueType::money; });
        if (value == values.end() || value->begin != 0 || value->value.find(' ') != std::string::npos) return;
        const std::string_view behind = text.substr(from + value->end);
        const bool shortened = text.substr(from, value->end).ends_with('.') && behind.size() > 1 && behind.front() == ' ' && is_upper(decode(behind, 1).code);  // "5 млн. Partners …"
        const bool ends = shortened || behind.empty() || std::string_view(".;,)\n").find(behind.front()) != std::string_view::npos || behind.starts_with("。") || behind.starts_with("；") || behind.starts_with("،") || behind.starts_with("؛");
        constexpr std::size_t least_of_sum = 5;  // digits
        const bool goes_on = sum && value->value.size() >= least_of_sum && (behind.front() == ' ' || is_ideograph(decode(behind, 0).code)) && find_values(cut_at_word(text.substr(from), longest), language_, want_numbers).empty();
        // Four digits in a row may be a year.
        if (!(ends || goes_on) || value->value.size() < 4 || (value->value.size() == 4 && value->end == 4)) return;
        const std::uint32_t at = block.text.begin + from;
        take({index, {at, at + value->end}, false}, value->value, std::string(text.substr(from, value->end)), confidence);
    }

    void table(std::uint32_t index, Confidence confidence) {
        const Block& table = document_.blocks[index];
        build_heads();
        struct Column {
            std::uint16_t column;
            bool currency, shared;  // with another head: "Timeline / cost"
        };
        std::vector<Column> columns;
        for (std::uint32_t row = index + 1; row < table.end; row = document_.blocks[row].end) {
            const bool head = row == index + 1 || document_.blocks[row].has(mark::header_row);
            for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = document_.blocks[cell].end) {
                if (cell + 1 >= document_.blocks[cell].end) continue;
                const std::uint32_t place = cell + 1;
                const std::string_view text = document_.view(document_.blocks[place].text);
                if (text.empty()) continue;
                const std::uint16_t at = document_.blocks[cell].column;
                if (head) {
                    const std::string folded = fold(text);
                    const bool shared = folded.find('/') != std::string::npos || document_.blocks[cell].end > cell + 2;
                    if (columns.size() < 64 && !heads_.find(folded).empty()) columns.push_back({at, holds_currency(text), shared});
                    continue;
                }
                const auto column = std::find_if(columns.begin(), columns.end(), [at](const Column& one) { return one.column == at; });
                if (column == columns.end()) continue;
                for (const Value& value : plan_.block_text->values(place, language_, want_money | in_money_field)) {
                    if (value.type != ValueType::money) continue;
                    const Span span{document_.blocks[place].text.begin + value.begin, document_.blocks[place].text.begin + value.end};
                    const Where where{place, span, false};
                    if (column->shared && value.end - value.begin == 4 && value.value.size() == 4) continue;  // a year
                    if (column->currency || is_priced_cell(place)) accept(where, value.value);
                    else take(where, value.value, std::string(document_.view(span)), confidence);
                }
            }
        }
    }
};

}  // namespace

Result check_money_currency(const Context& context) { return Amounts(context).run(); }

}  // namespace plancheck
