// Items are named in the scope: by their label or their wording; where they bear a mark, by the amount they seek too, and by
// a sentence with the mark that names their partner or what they do ("the project of the union still seeks funds"). `marked` keeps to the items that
// hold a term (efforts that seek funds); without any such item there is nothing to name. `most`: in a longer list nobody
// expects each to be named.
#include <algorithm>
#include <optional>
#include <span>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "checks/shared/substrings.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "plan/cell_signs.hpp"
#include "plan/legal_forms.hpp"
#include "plan/name_forms.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

bool holds_word(std::string_view text, const Substrings& index, std::string_view word, const Language* language = nullptr) {
    return !word.empty() && index.any(word, [&](std::size_t at) {
        const Decoded before = decode_before(text, at), after = decode(text, at + word.size());
        return (before.size == 0 || !is_word_character(before.code) || is_ideograph(before.code) || (language != nullptr && attached_before(*language, text, at) != 0)) &&
               (after.size == 0 || !is_word_character(after.code) || is_ideograph(after.code) || is_ideograph(decode_before(word, word.size()).code));
    });
}

bool is_acronym(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters) {
        const Decoded c = decode(text, at);
        if (!is_upper(c.code) && c.code != '-' && !(c.code >= '0' && c.code <= '9')) return false;
        at += c.size;
    }
    return letters >= 2 && letters <= 12;
}

// "B1": no number, and no letter, means anything else.
bool is_code(std::string_view label) {
    return label.size() == 2 && label[0] >= 'A' && label[0] <= 'Z' && label[1] >= '0' && label[1] <= '9';
}

// How an item is called: its own name, folded, and the acronyms given with it, as written ("Institute for Clean Towns
// (ICT)", "ICT (Institute for Clean Towns)", "ICT – Institute for Clean Towns"): "who" is not WHO.
struct Names {
    std::vector<std::string> folded, acronyms;

    void take(std::string_view name) {
        name = trimmed(name);
        if (is_acronym(name)) acronyms.emplace_back(name);
        else if (std::string known = fold(name); known.size() >= 3) folded.push_back(std::move(known));
    }

    explicit Names(std::string_view title) {
        std::size_t open = title.find('('), end = std::min(open, title.size());
        for (const std::string_view stop : {": ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ", ", "، "})
            if (const std::size_t at = title.find(stop); at < end) {
                end = at;
                if (is_acronym(trimmed(title.substr(0, at)))) take(title.substr(at + stop.size(), open == std::string_view::npos ? open : open - at - stop.size()));
            }
        take(title.substr(0, end));
        // "Estabiliza S.A.": the name alone names it too.
        constexpr std::size_t shortest_firm = 6;
        if (const std::size_t form = before_legal_form(trimmed(title.substr(0, end))); form >= shortest_firm) take(trimmed(title.substr(0, end)).substr(0, form));
        // "ООО «Сорбент»": what stands between quotation marks is the name proper.
        constexpr std::size_t shortest_quoted = 6;
        for (const auto& [left, right] : {std::pair<std::string_view, std::string_view>("\xC2\xAB", "\xC2\xBB"), {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\"", "\""}})
            if (const std::size_t begin = title.find(left); begin < end)
                if (const std::size_t close = title.find(right, begin + left.size()); close != std::string_view::npos && count_code_points(title.substr(begin + left.size(), close - begin - left.size())) >= shortest_quoted)
                    take(title.substr(begin + left.size(), close - begin - left.size()));
        for (; open != std::string_view::npos; open = title.find('(', open + 1)) {
            const std::size_t close = title.find(')', open);
            if (close == std::string_view::npos) break;
            take(title.substr(open + 1, close - open - 1));
        }
    }
};

// The longer words of a text in order, without what is attached before them and cut to where endings may differ: after so
// many letters, in the Latin alphabet after `latin`.
std::vector<std::string_view> stems(std::string_view folded, const Language& language, std::size_t latin) {
    const bool attached = !language.article.empty();
    const std::size_t least = attached ? 4 : 5, others = 5;
    std::vector<std::string_view> all;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(" ,.;:()\n", at), folded.size());
        std::string_view word = folded.substr(at, end - at);
        at = end + 1;
        if (word.empty() || (word.front() >= '0' && word.front() <= '9')) continue;
        if (attached)
            for (const std::string& prefix : language.attached_prefixes)
                if (prefix.size() >= language.article.size() && word.starts_with(prefix) && count_code_points(word) >= count_code_points(prefix) + 3) {
                    word.remove_prefix(prefix.size());
                    break;
                }
        if (count_code_points(word) < least || is_ideograph(decode(word, 0).code)) continue;
        std::size_t cut = 0;
        for (std::size_t n = 0, kept = static_cast<unsigned char>(word.front()) < 0x80 ? latin : others; n < kept && cut < word.size(); ++n) cut += decode(word, cut).size;
        all.push_back(word.substr(0, cut));
    }
    return all;
}

// Without spaces: pairs of characters in a row, and how many of them another text holds.
struct Share {
    std::size_t all = 0, found = 0;
};

Share share_of_pairs(std::string_view text, std::string_view other) {
    Share share;
    Decoded before;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (before.size != 0 && is_ideograph(before.code) && is_ideograph(c.code)) {
            ++share.all;
            if (other.find(text.substr(at - before.size, before.size + c.size)) != std::string_view::npos) ++share.found;
        }
        before = c;
        at += c.size;
    }
    return share;
}

bool is_marked(const Plan& plan, const Item& item, const TermSet& marks) {
    const auto& blocks = plan.document().blocks;
    for (const std::uint32_t first : item.blocks)
        for (std::uint32_t i = first; i < std::max(blocks[first].end, first + 1); ++i)
            for (const TermPlace* place : terms_in(plan, i, own_words(plan, item, i), marks))
                if (!place->negated) return true;
    return false;
}

// "Funded | ☐", "Money found: no": rows of tables in whose column under such a head the answer is no. Blocks of the rows, ascending.
class DeniedRows {
public:
    explicit DeniedRows(const Context& context) : plan_(context.plan), document_(context.document()), heads_(context.terms("heads")), no_(context.terms("denies")) {
        if (heads_.empty()) return;
        const TermSet* const sets[] = {&heads_};
        std::uint32_t last = Where::nowhere;
        for (const TermPlace* place : places_of(plan_, sets)) {
            const std::uint32_t table = table_of(place->block);
            if (table == last || table == Where::nowhere) continue;
            last = table;
            read(table);
        }
    }

    bool holds(const Item& item) const {
        const auto row = std::upper_bound(rows_.begin(), rows_.end(), item.block, [](std::uint32_t block, const auto& one) { return block < one.first; });
        return row != rows_.begin() && item.block < std::prev(row)->second;
    }

private:
    const Plan& plan_;
    const Document& document_;
    const TermSet &heads_, &no_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_;

    // The table in whose first row, not far from its beginning, a block stands.
    std::uint32_t table_of(std::uint32_t block) const {
        constexpr std::uint32_t farthest = 64;
        for (std::uint32_t i = block, n = 0; n < farthest && i > 0; ++n)
            if (--i; document_.blocks[i].kind == BlockKind::table) return document_.blocks[i + 1].end > block && document_.blocks[i + 1].kind == BlockKind::row ? i : Where::nowhere;
        return Where::nowhere;
    }

    // The text of a cell that has one paragraph.
    Span only_text(std::uint32_t cell, std::uint32_t& block) const {
        Span text;
        for (std::uint32_t i = cell + 1; i < document_.blocks[cell].end; ++i) {
            if (document_.blocks[i].text.empty()) continue;
            if (!text.empty()) return {};
            text = document_.blocks[i].text;
            block = i;
        }
        return text;
    }

    bool denies(std::uint32_t cell) const {
        std::uint32_t block = cell;
        const Span text = only_text(cell, block);
        const std::string_view words = trimmed(document_.view(text));
        if (text.empty() || words.size() > 16) return false;
        // An empty box; a dash may leave it open.
        if (says_no(words) && words != "0" && words.find('-') == std::string_view::npos && words != "–" && words != "—") return true;
        const auto terms = terms_in(plan_, block, text, no_);
        return std::any_of(terms.begin(), terms.end(), [&](const TermPlace* place) { return place->span.begin == text.begin && place->span.size() == words.size(); });
    }

    void read(std::uint32_t table) {
        constexpr std::size_t longest_head = 60;
        const std::uint32_t head = table + 1;
        std::uint32_t column = Where::nowhere;
        for (std::uint32_t cell = head + 1; cell < document_.blocks[head].end; cell = document_.blocks[cell].end) {
            std::uint32_t block = cell;
            const Span text = only_text(cell, block);
            const auto terms = terms_in(plan_, block, text, heads_);
            if (!text.empty() && fits_in(document_.view(text), longest_head) && std::any_of(terms.begin(), terms.end(), [&](const TermPlace* place) { return place->span.begin == text.begin; })) column = document_.blocks[cell].column;
        }
        for (std::uint32_t row = document_.blocks[head].end; column != Where::nowhere && row < document_.blocks[table].end; row = document_.blocks[row].end)
            for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; cell = document_.blocks[cell].end)
                if (document_.blocks[cell].column == column && denies(cell)) rows_.emplace_back(row, document_.blocks[row].end);
    }
};

// "E1 is funded by half alone: it lacks EUR 240,000.": sentences with the mark beside the items of a section, and what is named there
// by its label.
class MarkedBeside {
public:
    MarkedBeside(const Context& context, std::string_view kind, const TermSet& marks) {
        const Plan& plan = context.plan;
        const auto first = std::find_if(plan.items.begin(), plan.items.end(), [&](const Item& item) { return item.kind == kind && is_numbered(item); });
        if (marks.empty() || first == plan.items.end()) return;
        const auto& blocks = plan.document().blocks;
        std::vector<bool> taken(blocks.size(), false);
        for (const Item& item : plan.items)
            for (const std::uint32_t block : item.blocks)
                if (item.kind == kind) std::fill(taken.begin() + block, taken.begin() + std::max(blocks[block].end, block + 1), true);
        const TermSet* const sets[] = {&marks};
        const auto all = places_of(plan, sets);
        const std::string keys[] = {first->section};
        for (const Scope& scope : scopes(plan, keys))
            for (const Sentence& sentence : sentences_near(context, scope, all)) {
                const auto terms = terms_in(plan, sentence.block, sentence.span, marks);
                if (sentences_.size() < most && !taken[sentence.block] && std::any_of(terms.begin(), terms.end(), [](const TermPlace* place) { return !place->negated; }))
                    sentences_.emplace_back(fold(plan.document().view(sentence.span)), sentence.block);
            }
    }

    /// The block of a sentence that names the item; Where::nowhere: there is none.
    std::uint32_t names(const Item& item) const {
        if (sentences_.empty() || !is_numbered(item)) return Where::nowhere;
        const std::string label = fold(item.label);
        const auto goes_on = [](std::string_view text, std::size_t at) { return at < text.size() && (is_digit(text[at]) || (text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1])) || (text[at] >= 'a' && text[at] <= 'z')); };
        for (const auto& [sentence, block] : sentences_)
            for (std::size_t at = sentence.find(label); at != std::string::npos; at = sentence.find(label, at + 1))
                if ((at == 0 || !(is_letter_or_digit(decode_before(sentence, at).code) || sentence[at - 1] == '.') || is_ideograph(decode_before(sentence, at).code)) && !goes_on(sentence, at + label.size())) return block;
        return Where::nowhere;
    }

private:
    static constexpr std::size_t most = 64;
    // "E1", "2.1"; a bare digit stands for too many things.
    static bool is_numbered(const Item& item) { return item.label.size() > 1 && ascii_digits.find(item.label) < item.label.size(); }
    std::vector<std::pair<std::string, std::uint32_t>> sentences_;  // folded, and the block of each
};

// What the section says of the items that bear the mark: its sentences with the mark, and all of its amounts.
class Marked {
public:
    Marked(const Context& context, std::span<const std::string> places, const TermSet& marks) : context_(context), plan_(context.plan), language_(context.language()) {
        if (marks.empty()) return;
        const TermSet* const sets[] = {&marks};
        const auto all = places_of(plan_, sets);
        for (const Scope& scope : scopes(plan_, places)) {
            for (const Sentence& sentence : sentences_near(context, scope, all)) {
                const auto terms = terms_in(plan_, sentence.block, sentence.span, marks);
                if (std::any_of(terms.begin(), terms.end(), [](const TermPlace* place) { return !place->negated; })) sentences_.push_back(fold(without(sentence.span, terms)));
            }
            for (std::uint32_t i = scope.begin; i < scope.end; ++i) take_amounts(i, amounts_);
        }
        std::sort(amounts_.begin(), amounts_.end());
    }

    /// By the amount that it seeks, which a block `beside` the items may say, or by a sentence that bears the mark and names a partner of it or what it does.
    bool names(const Item& item, std::uint32_t beside) const {
        if (sentences_.empty() && amounts_.empty()) return false;
        std::vector<std::string> amounts;
        std::string words, made;
        for (const Field& field : item.fields)
            for (const FieldValue& value : field.values)
                if (value.type == "money" && is_large(value.value)) amounts.push_back(number_of(value.value));
        if (beside != Where::nowhere) take_amounts(beside, amounts);
        const auto& blocks = plan_.document().blocks;
        for (const std::uint32_t first : item.blocks)
            for (std::uint32_t i = first; i < std::max(blocks[first].end, first + 1) && words.size() < most; ++i)
                if (!blocks[i].text.empty()) {
                    words.append(folded_text(plan_, i, made)).push_back('\n');
                    take_amounts(i, amounts);
                }
        if (std::any_of(amounts.begin(), amounts.end(), [&](const std::string& one) { return std::binary_search(amounts_.begin(), amounts_.end(), one); })) return true;
        for (const std::string& sentence : sentences_)
            if (names_partner(sentence, item) || says(sentence, item, words)) return true;
        return false;
    }

private:
    static constexpr std::size_t most = 4000;  // bytes of an item
    const Context& context_;
    const Plan& plan_;
    const Language& language_;
    std::vector<std::string> sentences_, amounts_;  // folded; numbers, sorted

    // What the sentence says besides the mark, which the item says as well. A long mark has words of the sentence within.
    std::string without(Span span, const std::vector<const TermPlace*>& terms) const {
        constexpr std::ptrdiff_t long_mark = 4;  // words
        std::string text(plan_.document().view(span));
        for (const TermPlace* term : terms) {
            if (term->span.begin < span.begin || term->span.end > span.end) continue;
            const auto first = text.begin() + (term->span.begin - span.begin), last = text.begin() + (term->span.end - span.begin);
            if (std::count(first, last, ' ') < long_mark) std::fill(first, last, ' ');
            else {
                std::fill(first, std::find(first, last, ' '), ' ');
                std::fill(std::find(std::make_reverse_iterator(last), std::make_reverse_iterator(first), ' ').base(), last, ' ');
            }
        }
        return text;
    }

    static std::string number_of(std::string_view money) { return std::string(money.substr(0, money.find(' '))); }
    static bool is_large(std::string_view money) { return number_of(money).size() >= 4; }

    void take_amounts(std::uint32_t block, std::vector<std::string>& to) const {
        if (plan_.document().blocks[block].text.empty() || to.size() > 1000) return;
        for (const Value& value : plan_.block_text->values(block, language_, want_money))
            if (is_large(value.value)) to.push_back(number_of(value.value));
    }

    bool names_partner(const std::string& sentence, const Item& item) const {
        const Substrings in_sentence(sentence, 1);
        return std::any_of(plan_.items.begin(), plan_.items.end(), [&](const Item& other) {
            if (!context_.form().is_like(other.kind, "partner") || std::find(item.refers_to.begin(), item.refers_to.end(), other.id) == item.refers_to.end()) return false;
            const Names called(narrow_punctuation(other.title));
            return std::any_of(called.folded.begin(), called.folded.end(), [&](const std::string& name) { return holds_word(sentence, in_sentence, name, &language_); });
        });
    }

    // Two words of the item's title stand side by side in the sentence, or half of the sentence's words in the item.
    // Without spaces: half of the first part of the title, or a third of a longer one.
    bool says(std::string_view sentence, const Item& item, std::string_view words) const {
        constexpr std::size_t latin = 5, few_pairs = 3, many_pairs = 5;
        const auto in_sentence = stems(sentence, language_, latin);
        const std::string title = fold(narrow_punctuation(item.title));
        const auto in_title = stems(title, language_, latin);
        for (std::size_t i = 0; i + 1 < in_title.size(); ++i)
            if (std::search(in_sentence.begin(), in_sentence.end(), in_title.begin() + static_cast<std::ptrdiff_t>(i), in_title.begin() + static_cast<std::ptrdiff_t>(i) + 2) != in_sentence.end()) return true;
        const auto found = static_cast<std::size_t>(std::count_if(in_sentence.begin(), in_sentence.end(), [&](std::string_view stem) { return words.find(stem) != std::string_view::npos; }));
        if (found >= 2 && found * 2 >= in_sentence.size()) return true;
        const Share pairs = share_of_pairs(std::string_view(title).substr(0, title.find_first_of(".,;")), sentence);
        return (pairs.found >= few_pairs && pairs.found * 2 >= pairs.all) || (pairs.found >= many_pairs && pairs.found * 3 >= pairs.all);
    }
};

// The words of the scopes, folded and as written.
class Words {
public:
    /// `names`: about how many will be looked for.
    Words(const Plan& plan, std::span<const std::string> places, const Language& language, std::size_t names) : language_(language) {
        const Document& document = plan.document();
        std::string made;
        for (const Scope& scope : scopes(plan, places)) {
            if (!scope.glued.empty()) add(fold(document.view(scope.glued)), document.view(scope.glued));
            for (std::uint32_t i = scope.begin; i < scope.end; ++i)
                if (const Block& block = document.blocks[i]; !block.text.empty() && !block.has(mark::uncounted)) add(folded_text(plan, i, made), document.view(block.text));
        }
        in_folded_.emplace(folded_, names);
        in_written_.emplace(written_, names);
    }

    bool hold(std::string_view folded) const { return holds_word(folded_, *in_folded_, folded, &language_); }
    /// The name of somebody in another case, or behind a small word that takes a letter of its article. One word alone may be a common one.
    bool hold_form_of(std::string_view folded) const {
        if (const std::string_view joined = behind_joined_article(folded, language_); !joined.empty() && hold(joined)) return true;
        if (language_.endings.empty() || folded.find(' ') == std::string_view::npos) return false;
        return in_folded_->any(stem_of(folded), [&](std::size_t at) {
            const std::size_t end = is_word_character(decode_before(folded_, at).code) ? 0 : inflected_end(folded_, at, folded, language_);
            return end != 0 && !is_word_character(decode(folded_, end).code);
        });
    }
    /// With its capitals.
    bool hold_written(std::string_view word) const { return holds_word(written_, *in_written_, word); }

    /// An item is also named where enough of its words stand: a title of ten words is seldom written twice alike.
    bool hold_most_of(std::string_view folded_title) const {
        if (const Share by_characters = share_of_characters(folded_title); by_characters.all >= 2) return by_characters.found * 2 >= by_characters.all;
        const Share by_words = share_of_words(folded_title);
        return by_words.all >= 2 && by_words.found * 3 >= by_words.all * 2;
    }

private:
    void add(std::string_view folded, std::string_view written) {
        folded_.append(folded).push_back('\n');
        written_.append(written).push_back('\n');
    }

    // Without spaces: by four characters of the first sentence.
    Share share_of_characters(std::string_view title) const {
        constexpr std::size_t size = 12;  // bytes
        Share share;
        for (std::size_t at = 0, end = std::min({title.find(". "), title.find(';'), title.size()}); at < end;) {
            std::size_t next = at;
            while (next < end && next - at < size && is_ideograph(decode(title, next).code)) next += decode(title, next).size;
            if (next - at == size) {
                ++share.all;
                if (in_folded_->holds(title.substr(at, size))) ++share.found;
            }
            at = next == at ? at + decode(title, at).size : next;
        }
        return share;
    }

    // By the beginnings of its longer words. Behind the first sentence stand its partner, its dates and what it lacks.
    Share share_of_words(std::string_view title) const {
        constexpr std::size_t shortest_sentence = 16, latin = 7;
        if (const std::size_t stop = std::min(title.find(". "), title.find("; ")); stop != std::string_view::npos && stop >= shortest_sentence) title = title.substr(0, stop);
        Share share;
        for (const std::string_view stem : stems(title, language_, latin)) {
            ++share.all;
            if (in_folded_->holds(stem)) ++share.found;
        }
        return share;
    }

    const Language& language() const noexcept { return language_; }

private:
    const Language& language_;
    std::string folded_, written_;
    std::optional<Substrings> in_folded_, in_written_;
};

// Whether the words name the item: by its name, an acronym given with it, enough of its title, its label or its code.
bool is_named(const Words& words, const Item& item, bool is_partner, const Language& language) {
    const std::string title = narrow_punctuation(item.title);
    Names names(title);
    if (is_partner)
        if (const std::string_view part = part_of_body(title, language); !part.empty()) names.take(part);
    if (const Field* const beside = item.field("acronym"))
        for (const FieldValue& value : beside->values) names.take(narrow_punctuation(value.text));
    if (std::any_of(names.folded.begin(), names.folded.end(), [&](const std::string& name) { return words.hold(name) || (is_partner && words.hold_form_of(name)); })) return true;
    if (std::any_of(names.acronyms.begin(), names.acronyms.end(), [&](const std::string& name) { return words.hold_written(name); })) return true;
    if (is_partner) return false;
    constexpr std::size_t shortest_label = 3;
    if (words.hold_most_of(fold(title.substr(0, title.find(" ("))))) return true;
    return (item.label.size() >= shortest_label && words.hold(fold(item.label))) || (is_code(item.label) && words.hold_written(item.label));
}

// The first section is where they should be named; the others are where they stand. What that section lists in an annex
// stands there.
std::vector<std::string> places_to_name(const Context& context, std::string_view kind) {
    const std::string& section = context.requirement.sections.front();
    const bool in_annex = std::any_of(context.plan.items.begin(), context.plan.items.end(), [&](const Item& item) {
        if (item.kind == kind || item.section != "annex") return false;
        const ItemSpec* spec = context.form().item(item.kind);
        return spec != nullptr && spec->section == section;
    });
    return in_annex ? std::vector<std::string>{section, "annex"} : std::vector<std::string>{section};
}

}  // namespace

Result check_named_in(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind");
    const TermSet& marks = context.terms("marked");
    Result result;
    std::vector<const Item*> items;
    const DeniedRows denied(context);
    const MarkedBeside beside(context, kind, marks);
    for (const Item& item : plan.items)
        if (item.kind == kind && (marks.empty() || is_marked(plan, item, marks) || denied.holds(item) || beside.names(item) != Where::nowhere) && !says_nothing(context, item)) items.push_back(&item);
    if (items.empty() || items.size() > context.number("most", 0xFFFFFFFF)) {
        result.outcome = Outcome::not_applicable;
        return result;
    }
    const std::vector<std::string> places = places_to_name(context, kind);
    const Words words(plan, places, context.language(), items.size());
    const Marked marked(context, places, marks);
    const bool are_partners = context.form().is_like(kind, "partner");
    std::vector<const Item*> without;
    for (const Item* item : items) {
        if (is_named(words, *item, are_partners, context.language()) || marked.names(*item, beside.names(*item))) result.show(where_of(*item), Argument{"item", item->id});
        else without.push_back(item);
    }
    result.outcome = Outcome::pass;
    if (without.empty()) return result;
    Finding finding = listing(plan, "named-in.without", without, [](const Item& item) { return item.title; });
    const Section* section = context.outline().find(places.front());
    finding.arguments.insert(finding.arguments.begin(), {{"kind", std::string(kind)}, {"section", section != nullptr ? title_of(plan, *section) : std::string()}});
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
