// Items are named in the scope: by their label, their wording, or a partner of theirs. `marked` keeps to the items that
// hold a term (efforts that seek funds); without any such item there is nothing to name. `most`: in a longer list nobody
// expects each to be named.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/shared/substrings.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/punctuation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool holds_word(std::string_view text, const Substrings& index, std::string_view word, const Language* language = nullptr) {
    return !word.empty() && index.any(word, [&](std::size_t at) {
        const Decoded before = decode_before(text, at), after = decode(text, at + word.size());
        return (before.size == 0 || !is_word_character(before.code) || is_ideograph(before.code) || (language != nullptr && attached_before(*language, text, at) != 0)) &&
               (after.size == 0 || !is_word_character(after.code) || is_ideograph(after.code));
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

// How an item is called: its own name, folded, and the acronyms given with it, as written ("Institute for Clean Towns
// (ICT)", "ICT (Institute for Clean Towns)", "ICT – Institute for Clean Towns"): "who" is not WHO.
struct Names {
    std::vector<std::string> folded, acronyms;

    explicit Names(std::string_view title) {
        const auto take = [this](std::string_view name) {
            name = trimmed(name);
            if (is_acronym(name)) acronyms.emplace_back(name);
            else if (std::string known = fold(name); known.size() >= 3) folded.push_back(std::move(known));
        };
        std::size_t open = title.find('('), end = std::min(open, title.size());
        for (const std::string_view stop : {": ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ", "})
            if (const std::size_t at = title.find(stop); at < end) {
                end = at;
                if (is_acronym(trimmed(title.substr(0, at)))) take(title.substr(at + stop.size(), open == std::string_view::npos ? open : open - at - stop.size()));
            }
        take(title.substr(0, end));
        for (; open != std::string_view::npos; open = title.find('(', open + 1)) {
            const std::size_t close = title.find(')', open);
            if (close == std::string_view::npos) break;
            take(title.substr(open + 1, close - open - 1));
        }
    }
};

// Null: the item is not marked.
const TermPlace* mark_of(const Plan& plan, const Item& item, const TermSet& marks) {
    const auto& blocks = plan.document().blocks;
    for (const std::uint32_t first : item.blocks)
        for (std::uint32_t i = first; i < std::max(blocks[first].end, first + 1); ++i)
            for (const TermPlace* place : terms_in(plan, i, blocks[i].text, marks))
                if (!place->negated) return place;
    return nullptr;
}

// The sentence before a mark: what it says of.
std::string_view marked_words(const Document& document, const TermPlace& mark) {
    std::string_view before = trimmed(document.view({document.blocks[mark.block].text.begin, mark.span.begin}));
    while (!before.empty() && std::string_view(".;:,( ").find(before.back()) != std::string_view::npos) before.remove_suffix(1);
    const std::size_t stop = before.rfind(". ");
    return stop == std::string_view::npos ? before : before.substr(stop + 2);
}

}  // namespace

Result check_named_in(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const std::string_view kind = context.parameter("kind");
    const TermSet marks(context.form(), context.list("marked"));
    Result result;
    std::vector<const Item*> items;
    for (const Item& item : plan.items)
        if (item.kind == kind && (marks.empty() || mark_of(plan, item, marks) != nullptr)) items.push_back(&item);
    if (items.empty() || items.size() > context.number("most", 0xFFFFFFFF)) {
        result.outcome = Outcome::not_applicable;
        return result;
    }
    // The first section is where they should be named; the others are where they stand. What that section lists in an
    // annex stands there.
    std::vector<std::string> places = {context.requirement.sections.front()};
    for (const Item& item : plan.items)
        if (const ItemSpec* spec = context.form().item(item.kind);
            places.size() == 1 && item.kind != kind && item.section == "annex" && spec != nullptr && spec->section == places.front())
            places.emplace_back("annex");
    std::string text, written;
    for (const Scope& scope : scopes(plan, places)) {
        if (!scope.glued.empty()) {
            text.append(fold(document.view(scope.glued))).push_back('\n');
            written.append(document.view(scope.glued)).push_back('\n');
        }
        for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
            const Block& block = document.blocks[i];
            if (block.text.empty() || block.has(mark::uncounted)) continue;
            text.append(fold(document.view(block.text))).push_back('\n');
            written.append(document.view(block.text)).push_back('\n');
        }
    }
    const Substrings in_text(text, items.size()), in_written(written, items.size());
    // An item is also named where enough of its words stand: a title of ten words is seldom written twice alike.
    const auto worded = [&](std::string_view title) {
        std::size_t words = 0, found = 0;
        // Without spaces: by four characters of the first sentence.
        constexpr std::size_t size = 12;
        for (std::size_t at = 0, end = std::min(title.find(". "), title.size()); at < end;) {
            std::size_t next = at;
            while (next < end && next - at < size && is_ideograph(decode(title, next).code)) next += decode(title, next).size;
            if (next - at == size) {
                ++words;
                if (in_text.holds(title.substr(at, size))) ++found;
            }
            at = next == at ? at + decode(title, at).size : next;
        }
        if (words >= 2) return found * 2 >= words;
        words = found = 0;
        // Behind the first sentence stand its partner, its dates and what it lacks.
        if (const std::size_t stop = std::min(title.find(". "), title.find("; ")); stop != std::string_view::npos && stop >= 16) title = title.substr(0, stop);
        for (std::size_t at = 0; at < title.size();) {
            const std::size_t end = std::min(title.find(' ', at), title.size());
            if (end - at >= 6) {
                ++words;
                if (in_text.holds(title.substr(at, std::min<std::size_t>(end - at, 7)))) ++found;
            }
            at = end + 1;
        }
        return words >= 2 && found * 3 >= words * 2;
    };
    std::vector<std::string> labels, ids;
    Finding finding;
    for (const Item* item : items) {
        const std::string own = narrow_punctuation(item->title);
        const Names names(own);
        const bool named =
            std::any_of(names.folded.begin(), names.folded.end(), [&](const std::string& name) { return holds_word(text, in_text, name, context.language()); }) ||
            std::any_of(names.acronyms.begin(), names.acronyms.end(), [&](const std::string& name) { return holds_word(written, in_written, name); }) ||
            (!context.form().is_like(kind, "partner") && (worded(fold(own.substr(0, own.find(" (")))) || (item->label.size() >= 3 && holds_word(text, in_text, fold(item->label))) ||
                                                          (!marks.empty() && worded(fold(marked_words(document, *mark_of(plan, *item, marks)))))));
        if (named) {
            result.evidence.push_back({where_of(*item), {{"item", item->id}}, {}});
            continue;
        }
        finding.confidence = std::min(finding.confidence, item->confidence);
        labels.push_back(item->title);
        ids.push_back(item->id);
        finding.related.push_back({"", item_subject(plan, *item), where_of(*item)});
        if (ids.size() == 1) finding.where = where_of(*item);
    }
    result.outcome = Outcome::pass;
    if (ids.empty()) return result;
    finding.outcome = Outcome::review;
    finding.message = "named-in.without";
    if (const Section* section = context.outline().find(items.front()->section)) finding.subject = section_subject(plan, *section);
    std::string title;
    if (const Section* section = context.outline().find(places.front())) title = section_subject(plan, *section).titles.front();
    finding.arguments = {{"kind", std::string(kind)}, {"section", title}, {"count", static_cast<std::int64_t>(ids.size())}, {"items", labels}, {"ids", ids}};
    result.findings.push_back(std::move(finding));
    return result;
}

}  // namespace plancheck
