// Places and subjects that several checks need.
#include <algorithm>
#include <charconv>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/words.hpp"

namespace plancheck {

std::uint32_t Context::number(std::string_view name, std::uint32_t otherwise) const noexcept {
    const std::string_view text = parameter(name);
    std::uint32_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<std::string_view> Context::list(std::string_view name) const { return list_of(parameter(name)); }

std::vector<std::string_view> list_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool is_doubtful(const Block& block) noexcept { return block.has(mark::doubtful) && block.kind != BlockKind::cell; }

bool holds_doubt(const Document& document, std::uint32_t begin, std::uint32_t end) noexcept {
    for (std::uint32_t i = begin; i < end && i < document.blocks.size(); ++i)
        if (is_doubtful(document.blocks[i])) return true;
    return false;
}

bool filled_by_guess(const Plan& plan, const Item& item, const Field& field) noexcept {
    if (!field.stated || field.block == 0) return false;
    const auto& blocks = plan.document().blocks;
    const Block& cell = blocks[field.block];
    if (cell.kind != BlockKind::cell || !cell.has(mark::doubtful)) return false;
    if (cell.end == field.block + 1) return true;
    // The row of the item: behind the cell where that one began in a row above.
    std::uint32_t row = item.block;
    while (row > field.block && blocks[row].kind != BlockKind::row) --row;
    return row > field.block;
}

std::vector<Scope> scopes(const Plan& plan, std::span<const std::string> names) {
    const Outline& outline = *plan.outline;
    std::vector<Scope> found;
    for (const std::string& name : names) {
        if (name == "plan") {
            found.push_back({0, plan.document().main_end, {}, Where::nowhere, name, Confidence::certain});
        } else if (name == "front") {
            found.push_back({0, outline.front_end, {}, Where::nowhere, name, Confidence::certain});
        } else if (name == "annex") {
            for (const Annex& annex : outline.annexes)
                found.push_back({annex.heading, annex.body_end, {}, Where::nowhere, name, Confidence::high});
        } else if (const Section* section = outline.find(name)) {
            found.push_back({section->body_begin, section->body_end, section->glued,
                             section->glued.empty() ? Where::nowhere : section->heading, name, section->confidence});
        }
    }
    return found;
}

Span own_words(const Plan& plan, const Item& item, std::uint32_t block) noexcept {
    const Span whole = plan.document().blocks[block].text;
    if (block != item.block || plan.items.empty()) return whole;
    const Item *const first = plan.items.data(), *const last = first + plan.items.size();
    const auto shares = [&](const Item* other) { return other->kind == item.kind && other->block == block; };
    const bool shared = (&item > first && shares(&item - 1)) || (&item + 1 < last && shares(&item + 1));
    return shared ? item.span : whole;
}

const Section* section_at(const Plan& plan, std::uint32_t block) {
    const auto& sections = plan.outline->sections;
    const auto after = std::upper_bound(sections.begin(), sections.end(), block,
                                        [](std::uint32_t at, const Section& section) { return at < section.heading; });
    // Two sections may share a heading.
    for (auto at = after; at != sections.begin();) {
        --at;
        if (at->spec != nullptr && (block == at->heading || (block >= at->body_begin && block < at->body_end))) return &*at;
        if (at->heading != std::prev(after)->heading) break;
    }
    return nullptr;
}

std::string title_of(const Plan& plan, const Section& section) {
    const Document& document = plan.document();
    const Block& block = document.blocks[section.heading];
    const std::string_view label = document.label(block), text = document.view({block.text.begin, std::max(section.title.end, block.text.begin)});
    std::string title;
    title.reserve(label.size() + 1 + text.size());
    title.append(label);
    if (!title.empty() && !title.ends_with("、")) title.push_back(' ');
    title.append(text);
    std::replace(title.begin(), title.end(), '\n', ' ');
    std::replace(title.begin(), title.end(), '\t', ' ');
    return title;
}

Subject section_subject(const Plan& plan, const Section& section) {
    Subject subject;
    subject.kind = "section";
    if (section.spec != nullptr) subject.path.push_back(section.spec->key);
    subject.titles.push_back(title_of(plan, section));
    return subject;
}

Subject missing_subject(const Plan& plan, const SectionSpec& spec) {
    Subject subject{"missing", {spec.key}, {}};
    const Titles* titles = spec.titles_in(plan.language);
    if (titles == nullptr) titles = spec.titles_in(plan.form().default_language);
    if (titles != nullptr) subject.titles.push_back(titles->title);
    return subject;
}

Subject item_subject(const Plan& plan, const Item& item) {
    Subject subject;
    subject.kind = "item";
    subject.path.reserve(2);
    subject.path.push_back(item.section);
    subject.path.push_back(item.id);
    const Section* section = plan.outline->find(item.section);
    subject.titles.reserve(2);
    subject.titles.push_back(section != nullptr ? title_of(plan, *section) : std::string());
    subject.titles.push_back(item.title);
    return subject;
}

Subject document_subject(const Plan& plan) {
    Subject subject{"document", {}, {}};
    if (!plan.title.empty()) subject.titles.push_back(plan.title);
    return subject;
}

Where heading_of(const Plan& plan, const Section& section) {
    return {section.heading, {plan.document().blocks[section.heading].text.begin, std::max(section.title.end, section.title.begin)}, false};
}

const Section* first_section(const Context& context) {
    for (const std::string& key : context.requirement.sections)
        if (const Section* section = context.outline().find(key)) return section;
    return nullptr;
}

Finding not_found(const Context& context) {
    Finding finding;
    finding.outcome = Outcome::review;
    finding.message = "not-found";
    const Section* section = first_section(context);
    if (section == nullptr) {
        finding.subject = document_subject(context.plan);
        return finding;
    }
    finding.subject = section_subject(context.plan, *section);
    finding.subject.kind = "missing";
    finding.where = heading_of(context.plan, *section);
    finding.confidence = section->confidence;
    return finding;
}

std::string name_of(const Item& item) { return item.label.empty() ? item.title : item.label; }

Finding listing(const Plan& plan, std::string_view message, std::span<const Item* const> items, std::string (*called)(const Item&)) {
    Finding finding;
    finding.outcome = Outcome::review;
    finding.message = message;
    finding.where = where_of(*items.front());
    if (const Section* section = plan.outline->find(items.front()->section)) finding.subject = section_subject(plan, *section);
    std::vector<std::string> names, ids;
    for (const Item* item : items) {
        finding.confidence = std::min(finding.confidence, item->confidence);
        names.push_back(called(*item));
        ids.push_back(item->id);
        finding.related.push_back({"", item_subject(plan, *item), where_of(*item)});
    }
    finding.arguments = {{"count", static_cast<std::int64_t>(items.size())}, {"items", std::move(names)}, {"ids", std::move(ids)}};
    return finding;
}

Where place_of_missing(const Plan& plan, const SectionSpec& spec) {
    const Outline& outline = *plan.outline;
    const Section* after = nullptr;
    const Section* before = nullptr;
    for (const Section& section : outline.sections) {
        if (section.spec == nullptr || section.repeated) continue;
        if (section.spec->number > spec.number && (after == nullptr || section.spec->number < after->spec->number)) after = &section;
        if (section.spec->number < spec.number && (before == nullptr || section.spec->number > before->spec->number)) before = &section;
    }
    if (after != nullptr && (before == nullptr || after->heading >= before->heading)) return heading_of(plan, *after);
    if (before != nullptr) {
        std::uint32_t last = before->body_end == 0 ? 0 : before->body_end - 1;
        const auto& blocks = plan.document().blocks;
        while (last > before->heading && blocks[last].text.empty()) --last;
        return {last, {}, false};
    }
    return {};
}

bool says_nothing(const Context& context, const Item& item) {
    const std::string_view text = trimmed(context.document().view(item.span));
    if (text.empty() || !fits_in(text, 80)) return false;
    if (count_words(text).with_letters == 0) return true;  // "…"
    const Language& language = context.language();
    const auto values = find_values(text, language, want_unset);
    return values.size() == 1 && values.front().end - values.front().begin + 3 >= text.size();
}

bool says_nothing(const Context& context, const FieldValue& value) {
    constexpr std::size_t longest = 40;
    // A capital alone may have made a name of it ("Sans objet").
    if ((value.type != "text" && !(value.ambiguous && (value.type == "organisation" || value.type == "person"))) || value.text.size() > longest) return false;
    if (count_words(value.text).with_letters == 0) return true;
    const TermSet nothing(context.form(), {"not-applicable"});
    const auto places = terms_in(context.plan, value.block, value.span, nothing);
    return std::any_of(places.begin(), places.end(), [&](const TermPlace* place) { return place->span.size() + 2 >= value.span.size(); });
}

bool stands_before_nothing(const Context& context, const TermPlace& hit) {
    constexpr std::uint32_t longest_label = 32, longest = 40;  // bytes around the hit; of what says nothing
    const auto& blocks = context.document().blocks;
    const Span text = blocks[hit.block].text;
    if (hit.span.begin > text.begin + longest_label || text.end > hit.span.end + longest_label + longest) return false;
    const auto denies = [&](std::uint32_t block, Span span) {
        std::string_view words = trimmed(context.document().view(span));
        while (words.ends_with('.')) words = trimmed(words.substr(0, words.size() - 1));
        if (words.empty() || words.size() > longest) return false;
        const auto unset = find_values(words, context.language(), want_unset);
        if (unset.size() == 1 && unset.front().end - unset.front().begin + 3 >= words.size()) return true;
        const TermSet nothing(context.form(), {"not-applicable"});
        const auto places = terms_in(context.plan, block, span, nothing);
        return std::any_of(places.begin(), places.end(), [&](const TermPlace* place) { return place->span.size() + 2 >= words.size(); });
    };
    const std::string_view behind = context.document().view({hit.span.end, text.end});
    for (const std::string_view sign : {": ", ". ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xEF\xBC\x9A", "\xE3\x80\x82"})
        if (const std::size_t at = behind.find(sign); at <= longest_label) return denies(hit.block, {hit.span.end + static_cast<std::uint32_t>(at + sign.size()), text.end});
    // The head of a row, and "None" in the cell beside it.
    const std::uint32_t cell = hit.block + 1, next = hit.block + 2;
    return behind.size() <= longest_label && next < blocks.size() && blocks[cell].kind == BlockKind::cell && blocks[cell].end == next + 1 && denies(next, blocks[next].text);
}

Where where_of(const Item& item) { return {item.block, item.span, false}; }

std::string_view folded_text(const Plan& plan, std::uint32_t block, std::string& made) {
    if (plan.block_text->holds(block)) return plan.block_text->folded(block);
    return made = fold(plan.document().view(plan.document().blocks[block].text));
}

Evidence looked_at(const Plan& plan, std::string_view scope) {
    Evidence evidence;
    evidence.value.push_back({"scope", std::string(scope)});
    std::int64_t words = plan.document().total.words;
    if (const Section* section = plan.outline->find(scope)) words = section->words.words;
    evidence.value.push_back({"words", words});
    return evidence;
}

}  // namespace plancheck
