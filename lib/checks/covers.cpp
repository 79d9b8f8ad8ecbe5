// Each item of one kind has at least one of another that refers to it, or one that says it covers them all. An item that
// refers to none is taken for the one target that alone shares a term with it ("courses" for "training of inspectors").
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

using Terms = std::set<std::pair<std::uint32_t, std::uint32_t>>;  // vocabulary, term

Terms terms_of(const Plan& plan, const Item& item, const TermSet& wanted) {
    Terms terms;
    const auto& blocks = plan.document().blocks;
    for (const std::uint32_t first : item.blocks)
        for (std::uint32_t i = first; i < std::max(blocks[first].end, first + 1); ++i)
            for (const TermPlace* place : terms_in(plan, i, blocks[i].text, wanted))
                if (!place->negated) terms.emplace(place->vocabulary, place->term);
    return terms;
}

// Targets and the items without a reference that are like them alone.
std::vector<std::pair<std::string_view, const Item*>> alike(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view from = context.parameter("from"), to = context.parameter("to");
    const TermSet& wanted = context.terms("terms");
    std::vector<std::pair<std::string_view, const Item*>> found;
    if (wanted.empty()) return found;
    std::unordered_set<std::string_view> targets;
    std::map<std::pair<std::uint32_t, std::uint32_t>, const Item*> owner;  // null: several hold the term
    for (const Item& item : plan.items) {
        if (item.kind != to) continue;
        targets.insert(item.id);
        for (const auto& term : terms_of(plan, item, wanted))
            if (const auto [at, fresh] = owner.emplace(term, &item); !fresh) at->second = nullptr;
    }
    for (const Item& item : plan.items) {
        if (item.kind != from || item.covers_all || std::any_of(item.refers_to.begin(), item.refers_to.end(), [&](const std::string& id) { return targets.contains(id); })) continue;
        const Item* only = nullptr;
        bool several = false;
        for (const auto& term : terms_of(plan, item, wanted))
            if (const auto at = owner.find(term); at != owner.end() && at->second != nullptr) {
                several = several || (only != nullptr && only != at->second);
                only = at->second;
            }
        if (only != nullptr && !several) found.emplace_back(only->id, &item);
    }
    return found;
}

// Titles without spaces between words that have two pairs of neighbouring signs in common.
bool shares_signs(std::string_view title, std::string_view other) {
    unsigned shared = 0;
    std::size_t next = 0;
    for (std::size_t at = 0; at < title.size(); at = next) {
        const Decoded first = decode(title, at);
        next = at + first.size;
        const Decoded second = next < title.size() ? decode(title, next) : Decoded{};
        if (is_ideograph(first.code) && second.size != 0 && is_ideograph(second.code) && other.find(title.substr(at, first.size + second.size)) != std::string_view::npos) ++shared;
    }
    return shared >= 2;
}

// Pairs of neighbouring signs of a script without spaces that stand in a title, each once.
std::vector<std::string_view> pairs_of(std::string_view title) {
    std::vector<std::string_view> pairs;
    std::size_t next = 0;
    for (std::size_t at = 0; at < title.size(); at = next) {
        const Decoded first = decode(title, at);
        next = at + first.size;
        const Decoded second = next < title.size() ? decode(title, next) : Decoded{};
        if (is_ideograph(first.code) && is_ideograph(second.code)) pairs.push_back(title.substr(at, first.size + second.size));
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

// "3.2" at the start of a text whose number is no label of its own.
std::string_view leading_number(const Item& item) {
    const std::string_view title = item.title;
    if (!item.label.empty()) return {};
    const std::size_t end = std::min(title.find_first_not_of("0123456789."), title.size());
    const std::string_view number = title.substr(0, end);
    const bool levels = number.find('.') != std::string_view::npos && number.find('.') + 1 < number.size() && number.front() != '.' && number.back() != '.';
    return levels && end < title.size() && title[end] == ' ' ? number : std::string_view();
}

// Where words have no spaces between them: an item that refers to none belongs to the one target of whose title it has more than half,
// and of no other title as much ("编制8国排放清单" to "编制排放清单"), or the one whose title begins with the same number as it does.
std::vector<std::pair<std::string_view, const Item*>> worded_alike(const Context& context) {
    constexpr std::size_t most_targets = 12, most_items = 24, least_pairs = 3, longest = 600;  // bytes of an item's text
    const Plan& plan = context.plan;
    const std::string_view from = context.parameter("from"), to = context.parameter("to");
    std::vector<std::pair<const Item*, std::vector<std::string_view>>> targets;
    std::unordered_set<std::string_view> ids;
    std::vector<std::pair<std::string_view, const Item*>> found;
    for (const Item& item : plan.items) {
        if (item.kind != to) continue;
        if (targets.size() == most_targets) return found;
        targets.emplace_back(&item, pairs_of(item.title));
        ids.insert(item.id);
        if (targets.back().second.empty()) return found;
    }
    std::size_t items = 0;
    for (const Item& item : plan.items) {
        if (item.kind != from || item.covers_all || std::any_of(item.refers_to.begin(), item.refers_to.end(), [&](const std::string& id) { return ids.contains(id); })) continue;
        if (++items > most_items) break;
        if (const std::string_view number = leading_number(item); !number.empty()) {
            const auto same = std::find_if(targets.begin(), targets.end(), [&](const auto& target) { return leading_number(*target.first) == number; });
            if (same != targets.end()) {
                found.emplace_back(same->first->id, &item);
                continue;
            }
        }
        const std::string_view text = plan.document().view(plan.document().blocks[item.block].text).substr(0, longest);
        const Item* best = nullptr;
        std::size_t most = 0, second = 0;
        for (const auto& [target, pairs] : targets) {
            const auto shared = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](std::string_view pair) { return text.find(pair) != std::string_view::npos; }));
            if (shared > most) second = most, most = shared, best = shared >= least_pairs && shared * 2 > pairs.size() ? target : nullptr;
            else second = std::max(second, shared);
        }
        if (best != nullptr && second < most) found.emplace_back(best->id, &item);
    }
    return found;
}

// As many items as targets, in their order: one that refers to none belongs to the target at its own place, where the others
// keep to that order, and all carry the labels of the targets or stand under a title each ("First strand: …" for "First. …").
std::vector<std::pair<std::string_view, const Item*>> in_order(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view from = context.parameter("from"), to = context.parameter("to");
    std::vector<const Item*> items, targets;
    for (const Item& item : plan.items) {
        if (item.kind == from) items.push_back(&item);
        if (item.kind == to) targets.push_back(&item);
    }
    std::vector<std::pair<std::string_view, const Item*>> found;
    constexpr std::size_t longest_label = 12, most = 64;  // more than any plan has; each is compared with all
    if (items.size() != targets.size() || items.size() < 2 || items.size() > most) return found;
    const auto like = alike(context);
    bool kept = false, labelled = true, titled = true, unlike = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = *items[i];
        const Block& block = plan.document().blocks[item.block];
        if (item.covers_all) return {};
        labelled = labelled && !item.label.empty() && item.label == targets[i]->label;
        titled = titled && block.text.size() <= item.title.size() + longest_label;
        std::size_t others = 0;
        bool own = false;
        for (const Item* target : targets) {
            if (std::find(item.refers_to.begin(), item.refers_to.end(), target->id) == item.refers_to.end()) continue;
            if (target == targets[i]) own = true;
            else ++others;
        }
        for (const auto& [target, one] : like)
            if (one == &item) (target == targets[i]->id ? own : unlike) = true;
        if (others != 0 && !own) return {};
        kept = kept || own || shares_signs(item.title, targets[i]->title);
        if (!own) found.emplace_back(targets[i]->id, &item);
    }
    if (!kept || (!labelled && (!titled || unlike))) found.clear();
    return found;
}

}  // namespace

Result check_covers(const Context& context) {
    const Plan& plan = context.plan;
    const std::string_view from = context.parameter("from"), to = context.parameter("to");
    Result result;
    // Which items refer to one, the first few.
    constexpr std::size_t most_shown = 3;
    std::unordered_map<std::string_view, std::vector<const Item*>> covered;
    std::vector<const Item*> of_all;
    bool all = false, any = false;
    Confidence confidence = Confidence::certain;
    for (const Item& item : plan.items) {
        if (item.kind != from) continue;
        any = true;
        confidence = std::min(confidence, item.confidence);
        all = all || item.covers_all;
        if (item.covers_all) {
            if (of_all.size() < most_shown) of_all.push_back(&item);
            continue;
        }
        for (const std::string& id : item.refers_to)
            if (auto& by = covered[id]; by.size() < most_shown && (by.empty() || by.back() != &item)) by.push_back(&item);
    }
    const Section* section = first_section(context);
    if (!any) {
        Finding finding;
        finding.outcome = Outcome::review;
        finding.message = "covers.none";
        if (section != nullptr) {
            finding.subject = section_subject(plan, *section);
            finding.where = heading_of(plan, *section);
            finding.arguments.push_back({"section", finding.subject.titles.front()});
        } else {
            finding.arguments.push_back({"section", std::string()});
        }
        finding.subject.kind = "missing";
        finding.subject.path.push_back(std::string(from));
        result.findings.push_back(std::move(finding));
        return result;
    }
    for (const auto& [target, item] : alike(context))
        if (!covered.contains(target)) covered[target].push_back(item);
    const bool open = !all && std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& item) { return item.kind == to && !covered.contains(item.id); });
    for (const auto& [target, item] : open ? worded_alike(context) : std::vector<std::pair<std::string_view, const Item*>>())
        if (!covered.contains(target)) covered[target].push_back(item);
    for (const auto& [target, item] : in_order(context))
        if (!covered.contains(target)) covered[target].push_back(item);
    for (const Item& target : plan.items) {
        if (target.kind != to || says_nothing(context, target)) continue;
        result.outcome = Outcome::pass;
        const auto by = covered.find(target.id);
        if (all || by != covered.end()) {
            Evidence evidence{where_of(target), {{"item", target.id}}, {}};
            std::vector<const Item*> shown = of_all;
            if (by != covered.end()) shown.insert(shown.end(), by->second.begin(), by->second.end());
            std::sort(shown.begin(), shown.end());  // they stand in one vector, in the order of the plan
            shown.resize(std::min(shown.size(), most_shown));
            for (const Item* item : shown) evidence.related.push_back({"", item_subject(plan, *item), where_of(*item)});
            result.evidence.push_back(std::move(evidence));
            continue;
        }
        Finding finding;
        finding.outcome = Outcome::review;
        finding.confidence = std::min(target.confidence, confidence);
        finding.message = "covers.without";
        finding.subject = item_subject(plan, target);
        finding.where = where_of(target);
        finding.arguments = {{"item", target.title}, {"label", target.label}};
        result.findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace plancheck
