// Items of one kind do not repeat items of others, neither their titles nor what a sentence of them says is done. Nearly
// the same wording contradicts what is asked; the threshold is high, because two items on one subject are alike without
// being the same.
#include <algorithm>
#include <bit>
#include <deque>
#include <utility>

#include "checks/check.hpp"
#include "checks/shared/alike.hpp"
#include "checks/shared/labels.hpp"
#include "checks/shared/sentences.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::size_t shortest = 12;     // bytes of what can be told from something else
constexpr std::size_t longest_cue = 48;  // bytes that a word of supposing is looked for in

// What is done, without what stands around it: "Action 3: …", "(objective 1)", "Target: 40 sites".
std::string_view core_of(std::string_view title) {
    const std::size_t colon = title.find(':');
    const std::string_view label = trimmed(title.substr(0, std::min(colon, title.size())));
    if (colon <= 40 && !label.empty() && label.back() >= '0' && label.back() <= '9') title = trimmed(title.substr(colon + 1));
    // "3.2 Courses for inspectors": a number of two levels is a label that was typed.
    if (const std::size_t number = title.find_first_not_of("0123456789."); number != title.npos && number != 0 && title[number] == ' ' && title.find('.') + 1 < number && is_digit(title.front())) title = trimmed(title.substr(number));
    // "Article 11. The members may …", "§ 3. …": so is a word with its number.
    constexpr std::size_t longest_label = 32;  // bytes
    if (const std::size_t stop = title.substr(0, longest_label).find(". "); stop != title.npos && stop != 0 && is_digit(title[stop - 1])) {
        const std::string_view own = title.substr(0, stop);
        if (std::count(own.begin(), own.end(), ' ') <= 1) title = trimmed(title.substr(stop + 1));
        // "(Priority action 1) The directorate …"
        if (title.starts_with('('))
            if (const std::size_t close = title.find(')'); close < 2 * longest_label) title = trimmed(title.substr(close + 1));
    }
    // Up to the first " (", ". ", "; ", " ; " or line feed.
    constexpr ByteSet may_stop{"(.;\n"};
    const auto is_space = [&](std::size_t at) { return at < title.size() && title[at] == ' '; };
    for (std::size_t at = may_stop.find(title); at < title.size(); at = may_stop.find(title, at + 1)) {
        const bool behind_space = at > 0 && is_space(at - 1);
        if (title[at] == '(' ? !behind_space : title[at] != '\n' && !is_space(at + 1)) continue;
        return title.substr(0, behind_space && (title[at] == '(' || title[at] == ';') ? at - 1 : at);
    }
    return title;
}

std::string_view without_stops(std::string_view folded) {
    while (!folded.empty() && (folded.back() == '.' || folded.back() == ';' || folded.back() == ',')) folded.remove_suffix(1);
    return folded;
}

bool is_narrow(std::string_view text) {
    constexpr ByteSet may_be_wide{"\xE3\xEF"};
    return may_be_wide.find(text) == std::string_view::npos;
}

// A word and what tells at once that it is another one: its letters, by the last bytes of each.
struct Word {
    std::string_view text;
    std::size_t size = 0;  // in code points
    std::uint64_t letters = 0;

    explicit Word(std::string_view word) : text(word) {
        constexpr std::size_t longest = 200;  // that edit_distance() looks at
        for (std::size_t at = 0; at < word.size() && size < longest; ++at) {
            const auto byte = static_cast<unsigned char>(word[at]);
            if (at + 1 < word.size() && (static_cast<unsigned char>(word[at + 1]) & 0xC0U) == 0x80U) continue;
            ++size;
            letters |= std::uint64_t{1} << (byte & 63U);
        }
    }
};

void content_words(std::string_view folded, std::vector<Word>& words) {
    words.clear();
    for (std::size_t at = 0; at < folded.size() && words.size() < 32;) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end - at >= 4) words.emplace_back(folded.substr(at, end - at));
        at = end + 1;
    }
}

bool is_like(const Word& word, const Word& other) {
    const auto most = static_cast<unsigned>(word.text.size() / 4);
    const std::size_t longer = std::max(word.size, other.size), shorter = std::min(word.size, other.size);
    if (longer - shorter > most || static_cast<unsigned>(std::popcount(word.letters & ~other.letters)) > most ||
        static_cast<unsigned>(std::popcount(other.letters & ~word.letters)) > most)
        return false;
    return edit_distance(word.text, other.text, most) <= most;
}

// "Sampling coals", "Sample coals": the word that says what is done, in another form.
bool begin_alike(const Word& word, const Word& other) {
    constexpr std::size_t shortest_stem = 5, longest_ending = 3;  // code points
    std::size_t same = 0, letters = 0;
    while (same < word.text.size() && same < other.text.size() && decode(word.text, same).code == decode(other.text, same).code) {
        same += decode(word.text, same).size;
        ++letters;
    }
    return letters >= shortest_stem && std::max(word.size, other.size) - letters <= longest_ending;
}

// "Install", "installation": the first words of what is done, one of which is made of the other.
bool is_made_of(const Word& word, const Word& other) {
    constexpr std::size_t shortest_stem = 5;  // bytes
    const auto [own, its] = std::mismatch(word.text.begin(), word.text.end(), other.text.begin(), other.text.end());
    const auto stem = static_cast<std::size_t>(own - word.text.begin());
    return stem >= shortest_stem && stem * 3 >= std::min(word.text.size(), other.text.size()) * 2;
}

// Letter for letter two short items are alike even when they are about different things ("for lamps", "for piles"): the
// words must have counterparts. In a longer one a single word may be new.
bool same_words(const std::vector<Word>& left, const std::vector<Word>& right) {
    const unsigned allowed = std::min(left.size(), right.size()) >= 6 ? 1 : 0;
    const auto has_others = [&](const std::vector<Word>& of, const std::vector<Word>& in) {
        unsigned lacking = 0;
        for (const Word& word : of)
            if (std::none_of(in.begin(), in.end(), [&](const Word& other) { return word.text == other.text; }) && !(&word == &of.front() && !in.empty() && (begin_alike(word, in.front()) || is_made_of(word, in.front()))) &&
                std::none_of(in.begin(), in.end(), [&](const Word& other) { return is_like(word, other); }) && ++lacking > allowed)
                return true;
        return false;
    };
    return !has_others(left, right) && !has_others(right, left);
}

// What items say. Owns what it folded; most was folded with the document.
class Sayings {
public:
    explicit Sayings(const Context& context) : context_(context), document_(context.document()) {
        for (const ItemSpec& spec : context.form().items) {
            if (spec.like != "objective" && spec.like != "action") continue;
            const ItemLabels::Names& names = context.labels->names(spec, context.plan.language);
            labels_.insert(labels_.end(), names.labels.begin(), names.labels.end());
        }
    }

    std::string_view title(const Item& item) {
        return without_stops(without_link(keep(fold(core_of(is_narrow(item.title) ? std::string_view(item.title) : keep(narrow_punctuation(item.title)))))));
    }

    /// "Hand out retorts, if more funds are found": what is done, without the condition; empty where there is none.
    std::string_view without_condition(std::string_view title) const {
        const Language& language = context_.language();
        for (const std::string_view comma : {",", "،"})
            for (std::size_t at = title.find(comma); at != std::string_view::npos; at = title.find(comma, at + 1)) {
                const std::string_view tail = trimmed(title.substr(at + comma.size()));
                const auto hits = language.connectors.find(tail.substr(0, longest_cue));
                if (std::any_of(hits.begin(), hits.end(), [](const TermHit& hit) { return hit.begin == 0 && kind_of_word(hit.id) == WordKind::supposed; })) return without_stops(title.substr(0, at));
            }
        return {};
    }

    /// Of an item in each of its sentences and cells, and behind a label ("Activity: …"); the first of them only.
    void add(const Item& item, bool labelled, std::vector<std::string_view>& to) {
        constexpr std::size_t most = 24, longest_label = 40;
        const auto first_own = static_cast<std::ptrdiff_t>(to.size());
        const std::string_view own = to.emplace_back(title(item));
        bool joined = !labelled;
        const auto take = [&](std::string_view folded) {
            const std::string_view one = without_stops(without_link(folded));
            if (one.size() >= shortest && std::find(to.begin() + first_own, to.end(), one) == to.end()) to.push_back(one);
        };
        for (const std::uint32_t first : item.blocks) {
            Scope scope;
            scope.begin = first;
            scope.end = std::max(document_.blocks[first].end, first + 1);
            for (const Sentence& sentence : sentences(context_, scope)) {
                if (to.size() - static_cast<std::size_t>(first_own) >= most) return;
                const std::string_view text = document_.view(sentence.span);
                const bool narrow = is_narrow(text);
                const std::string_view words = narrow ? text : keep(narrow_punctuation(text));
                const auto take_words = [&](std::string_view part) {
                    part = core_of(part);
                    // "Action 3: Train inspectors" above "in courses and on site": both may be said in one.
                    if (sentence.block != item.block && !std::exchange(joined, true) && !own.empty()) take(keep(std::string(own) + ' ' + fold(part)));
                    if (narrow) take(folded(sentence, static_cast<std::uint32_t>(part.data() - text.data()), part));
                    else take(keep(fold(part)));
                };
                take_words(words);
                if (!labelled) continue;
                if (const std::size_t colon = words.substr(0, longest_label + 1).find(": "); colon < longest_label) take_words(words.substr(colon + 2));
                // "Clean techniques · Model plants"
                else if (const std::size_t dot = words.substr(0, longest_label + 1).find("\xC2\xB7 "); dot < longest_label && dot > 0 && words[dot - 1] == ' ') take_words(words.substr(dot + 3));
            }
        }
    }

    /// The sentence behind the words in bold that an item begins with; empty where there is none, or little in it.
    std::string_view behind_lead(const Item& item) {
        constexpr std::size_t least = 32;  // bytes
        const Block& block = document_.blocks[item.block];
        const std::uint32_t bold_end = block.text.begin + block.bold;
        if (bold_end <= item.span.begin || bold_end >= item.span.end) return {};
        std::string_view text = trimmed(document_.view({bold_end, item.span.end}));
        text.remove_prefix(std::min(text.find_first_not_of(":. "), text.size()));
        if (!is_narrow(text)) text = keep(narrow_punctuation(text));
        const std::string_view folded = without_stops(without_link(keep(fold(core_of(text)))));
        return folded.size() >= least ? folded : std::string_view();
    }

private:
    const Context& context_;
    const Document& document_;
    std::deque<std::string> made_;
    std::vector<std::string_view> labels_;  // of what an item may be tied to

    // "…, linked to objective 2": what an item serves is none of what it does.
    std::string_view without_link(std::string_view folded) const {
        constexpr std::size_t longest = 80;  // bytes
        const std::size_t from = folded.size() - std::min(folded.size(), longest);
        const std::string_view end = folded.substr(from);
        const std::size_t at = std::max(end.rfind(", ") + 1, end.rfind(" - ") + 1);
        if (at == 0 || from + at <= shortest || ascii_digits.find(end, at) >= end.size()) return folded;
        const std::string_view tail = end.substr(at);
        return std::any_of(labels_.begin(), labels_.end(), [&](std::string_view label) { return tail.find(label) != std::string_view::npos; }) ? folded.substr(0, from + at - 1) : folded;
    }

    std::string_view keep(std::string made) { return made_.emplace_back(std::move(made)); }

    std::string_view folded(const Sentence& sentence, std::uint32_t offset, std::string_view part) {
        const std::uint32_t begin = sentence.span.begin + offset;
        const auto known = context_.plan.block_text->part(sentence.block, {begin, begin + static_cast<std::uint32_t>(part.size())});
        return known ? *known : keep(fold(part));
    }
};

}  // namespace

Result check_disjoint(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind");
    const auto others = context.list("others");
    const double least = context.number("alike", 85) / 100.0;
    Result result;
    Sayings sayings(context);
    std::vector<std::string_view> among;
    std::vector<const Item*> said_by;
    for (const Item& item : plan.items) {
        if (std::find(others.begin(), others.end(), item.kind) == others.end()) continue;
        sayings.add(item, true, among);
        said_by.resize(among.size(), &item);
    }
    AlikeIndex index;
    for (const std::string_view words : among) index.add(words);
    std::vector<std::string_view> all;
    std::vector<Word> own_words, other_words;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        result.outcome = Outcome::pass;
        // A whole section taken as one item holds several of them, a sentence each.
        all.clear();
        if (item.confidence == Confidence::low) sayings.add(item, false, all);
        else all.push_back(sayings.title(item));
        if (const std::string_view told = sayings.behind_lead(item); item.confidence != Confidence::low && !told.empty()) all.push_back(told);
        // Under a condition it may be more than what is done now: that is for a person.
        const std::size_t plain = all.size();
        if (const std::string_view bare = sayings.without_condition(all.front()); !bare.empty()) all.push_back(bare);
        const Item* same = nullptr;
        bool conditional = false;
        for (std::size_t n = 0; n < all.size(); ++n) {
            const std::string_view own = all[n];
            if (own.size() < shortest || same != nullptr) continue;
            content_words(own, own_words);
            for (const std::uint32_t i : index.candidates(own)) {
                if (!may_be_alike(own, among[i], least)) continue;
                content_words(among[i], other_words);
                if (!same_words(own_words, other_words) || likeness(own, among[i], least) <= 0.0) continue;
                same = said_by[i];
                conditional = n >= plain;
                break;
            }
        }
        if (same == nullptr) {
            result.show(where_of(item), Argument{"item", item.id});
            continue;
        }
        Finding finding;
        finding.confidence = conditional ? Confidence::low : std::min(item.confidence, same->confidence);
        finding.message = "disjoint.repeats";
        finding.subject = item_subject(plan, item);
        finding.where = where_of(item);
        finding.arguments = {{"item", item.title}, {"other", same->title}};
        finding.related.push_back({"disjoint.same", item_subject(plan, *same), where_of(*same)});
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace plancheck
