// Items of one kind do not repeat items of others, neither their titles nor what a sentence of them says is done. Nearly
// the same wording contradicts what is asked; the threshold is high, because two items on one subject are alike without
// being the same.
#include <algorithm>
#include <optional>

#include "checks/check.hpp"
#include "checks/shared/alike.hpp"
#include "checks/shared/sentences.hpp"
#include "plan/block_text.hpp"
#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::size_t shortest = 12;  // bytes of what can be told from something else

// What is done, without what stands around it: "Action 3: …", "(objective 1)", "Target: 40 sites".
std::string_view core_of(std::string_view title) {
    const std::size_t colon = title.find(':');
    const std::string_view label = trimmed(title.substr(0, std::min(colon, title.size())));
    if (colon <= 40 && !label.empty() && label.back() >= '0' && label.back() <= '9') title = trimmed(title.substr(colon + 1));
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

// Folded.
std::string core(std::string_view written) { return std::string(without_stops(fold(core_of(narrow_punctuation(written))))); }

std::vector<std::string_view> content_words(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size() && words.size() < 32;) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end - at >= 4) words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// Letter for letter two short items are alike even when they are about different things ("for lamps", "for piles"): the
// words must have counterparts. In a longer one a single word may be new.
bool same_words(std::string_view a, std::string_view b) {
    const auto left = content_words(a), right = content_words(b);
    const auto lacking = [](const auto& of, const auto& in) {
        return std::count_if(of.begin(), of.end(), [&](std::string_view word) {
            const auto most = static_cast<unsigned>(word.size() / 4);
            return std::none_of(in.begin(), in.end(), [&](std::string_view other) { return edit_distance(word, other, most) <= most; });
        });
    };
    const std::ptrdiff_t allowed = std::min(left.size(), right.size()) >= 6 ? 1 : 0;
    return lacking(left, right) <= allowed && lacking(right, left) <= allowed;
}

// What the item says in each of its sentences and cells, and behind a label ("Activity: …"); the first of them only.
std::vector<std::string> said(const Context& context, const Item& item, bool labelled = true) {
    constexpr std::size_t most = 24, longest_label = 40;
    const Document& document = context.document();
    std::vector<std::string> all{core(item.title)};
    const auto add = [&](std::string_view folded) {
        const std::string_view one = without_stops(folded);
        if (one.size() >= shortest && std::find(all.begin(), all.end(), one) == all.end()) all.emplace_back(one);
    };
    // A part of a sentence is folded already.
    const auto add_part = [&](const Sentence& sentence, std::string_view sentence_text, std::string_view words) {
        const std::string_view part = core_of(words);
        const auto begin = sentence.span.begin + static_cast<std::uint32_t>(part.data() - sentence_text.data());
        const auto known = context.plan.block_text->part(sentence.block, {begin, begin + static_cast<std::uint32_t>(part.size())});
        if (known) add(*known);
        else add(fold(part));
    };
    for (const std::uint32_t first : item.blocks) {
        Scope scope;
        scope.begin = first;
        scope.end = std::max(document.blocks[first].end, first + 1);
        for (const Sentence& sentence : sentences(context, scope)) {
            if (all.size() >= most) return all;
            const std::string_view text = document.view(sentence.span);
            const std::string narrow = is_narrow(text) ? std::string() : narrow_punctuation(text);
            const auto add_words = [&](std::string_view words) {
                if (narrow.empty()) add_part(sentence, text, words);
                else add(fold(core_of(words)));
            };
            const std::string_view words = narrow.empty() ? text : narrow;
            add_words(words);
            if (const std::size_t colon = words.substr(0, longest_label + 1).find(": "); labelled && colon < longest_label) add_words(words.substr(colon + 2));
        }
    }
    return all;
}

}  // namespace

Result check_disjoint(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view kind = context.parameter("kind");
    const auto others = context.list("others");
    const double least = context.number("alike", 85) / 100.0;
    Result result;
    std::vector<std::pair<const Item*, std::string>> among;
    for (const Item& item : plan.items)
        if (std::find(others.begin(), others.end(), item.kind) != others.end())
            for (std::string& words : said(context, item)) among.emplace_back(&item, std::move(words));
    AlikeIndex index;
    for (const auto& [other, title] : among) index.add(title);
    std::vector<std::optional<Spelling>> spellings(among.size());
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        result.outcome = Outcome::pass;
        // A whole section taken as one item holds several of them, a sentence each.
        const std::vector<std::string> all = item.confidence == Confidence::low ? said(context, item, false) : std::vector<std::string>{core(item.title)};
        const Item* same = nullptr;
        for (const std::string& own : all) {
            if (own.size() < shortest || same != nullptr) continue;
            const Spelling spelling(own);
            for (const std::uint32_t i : index.candidates(own)) {
                const auto& [other, title] = among[i];
                if (!may_be_alike(own, title, least)) continue;
                if (!spellings[i]) spellings[i].emplace(title);
                if (likeness(spelling, *spellings[i], least) <= 0.0 || !same_words(own, title)) continue;
                same = other;
                break;
            }
        }
        if (same == nullptr) {
            result.evidence.push_back({where_of(item), {{"item", item.id}}, {}});
            continue;
        }
        Finding finding;
        finding.confidence = std::min(item.confidence, same->confidence);
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
