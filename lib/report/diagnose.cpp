// Placing, wording and order. The order is the contract's: the document first, then the sections of the template, then
// the place, the requirement and the arguments; what is missing stands where it should stand.
#include "report/diagnose.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "report/listing.hpp"
#include "report/policy.hpp"
#include "report/wording.hpp"
#include "template/pattern.hpp"
#include "text/fold.hpp"
#include "text/messages.hpp"
#include "text/one_line.hpp"
#include "text/sha256.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

bool same_arguments_less(const std::vector<Argument>& a, const std::vector<Argument>& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](const Argument& x, const Argument& y) {
        return std::tie(x.name, x.value) < std::tie(y.name, y.value);
    });
}

}  // namespace

namespace {

// An argument that is a list.
std::string in_words(const Argument& argument, const Language& language) {
    const auto& texts = std::get<std::vector<std::string>>(argument.value);
    return argument.name == "items" ? listing_of_items(texts, language) : listing(texts, language);
}

// Of both, the first ones first.
std::string message(const Language& language, std::string_view key, std::span<const Argument> arguments, std::span<const Argument> more) {
    std::vector<std::string> joined;
    joined.reserve(arguments.size() + more.size());
    std::vector<MessageArgument> given;
    given.reserve(arguments.size() + more.size());
    for (const std::span<const Argument> some : {arguments, more})
        for (const Argument& argument : some) {
            if (const auto* number = std::get_if<std::int64_t>(&argument.value)) {
                given.push_back({argument.name, *number});
            } else if (const auto* text = std::get_if<std::string>(&argument.value)) {
                joined.push_back(in_one_line(*text));
                given.push_back({argument.name, std::string_view(joined.back())});
            } else {
                joined.push_back(in_words(argument, language));
                given.push_back({argument.name, std::string_view(joined.back())});
            }
        }
    return language.messages.format(key, given);
}

}  // namespace

std::string message(const Language& language, std::string_view key, const std::vector<Argument>& arguments) {
    return message(language, key, arguments, {});
}

// What stands above the cell in the table's first row, where that row is one of heads; empty for the heads themselves and for
// cells over several columns.
std::string Reporter::column_head(std::uint32_t table, std::uint32_t block) const {
    constexpr std::size_t longest = 60;  // code points
    const Document& document = plan_.document();
    const auto& blocks = document.blocks;
    const std::uint32_t cell = places_.cell(block), heads = table + 1;
    if (cell == BlockPlaces::none || cell < table || blocks[cell].column_span > 1 || heads >= blocks[table].end) return {};
    if (cell < blocks[heads].end || !blocks[heads].has(mark::header_row)) return {};
    for (std::uint32_t i = heads + 1; i < blocks[heads].end; i = std::max(blocks[i].end, i + 1)) {
        if (blocks[i].kind != BlockKind::cell || blocks[i].column > blocks[cell].column) continue;
        if (blocks[i].column + blocks[i].column_span <= blocks[cell].column) continue;
        std::string words;
        for (std::uint32_t k = i + 1; k < blocks[i].end; ++k) {
            if (blocks[k].text.empty()) continue;
            // Before it is copied: there may be as many findings as cells, and no code point has more than four bytes.
            if (words.size() + blocks[k].text.size() > 4 * longest) return {};
            words.append(words.empty() ? "" : " ").append(document.view(blocks[k].text));
        }
        words = in_one_line(words);
        return count_code_points(words) <= longest ? words : std::string();
    }
    return {};
}

const std::string& Reporter::place_in_words(std::uint32_t block) const {
    const auto [known, fresh] = words_.try_emplace(block);
    if (fresh) known->second = new_place_in_words(block);
    return known->second;
}

std::string Reporter::new_place_in_words(std::uint32_t block) const {
    const Outline& outline = *plan_.outline;
    const auto& blocks = plan_.document().blocks;
    std::string words;
    const auto add = [&](std::string_view key, std::initializer_list<MessageArgument> arguments) {
        if (!words.empty()) words.append(messages_.comma);
        words.append(messages_.messages.format(key, {arguments.begin(), arguments.size()}));
    };
    std::uint32_t from = 0;
    if (block < outline.front_end) {
        add("place.front", {});
    } else {
        if (const std::uint32_t found = places_.section(block); found != BlockPlaces::none) {
            const Section& section = outline.sections[found];
            from = section.body_begin;
            const std::string name = in_one_line(section.spec != nullptr ? std::string_view(section.spec->numeral) : plan_.document().view(section.title));
            if (section.spec != nullptr) add("place.section", {{"numeral", std::string_view(name)}});
            else add("place.heading", {{"title", std::string_view(name)}});
            if (block < section.body_begin) return words;
        }
        if (const std::uint32_t found = places_.annex(block); found != BlockPlaces::none) {
            from = outline.annexes[found].heading;
            add("place.annex", {{"number", std::int64_t{found} + 1}});
        }
    }
    if (const std::uint32_t found = places_.item(block); found != BlockPlaces::none) {
        const Item& item = plan_.items[found];
        const std::string key = "place.item." + item.kind;
        const std::string number = in_one_line(item.label.empty() ? std::string_view(item.id).substr(item.id.rfind('-') + 1) : std::string_view(item.label));
        if (messages_.messages.has(key)) {
            add(key, {{"number", std::string_view(number)}});
        } else if (const ItemSpec* spec = plan_.form().item(item.kind); spec != nullptr && !spec->name.empty()) {
            const std::string name = in_one_line(spec->name.in(messages_.tag, plan_.form().default_language));
            add("place.item", {{"name", std::string_view(name)}, {"number", std::string_view(number)}});
        }
    }
    // Paragraphs are counted from the section's beginning; inside a table it is the table and its row that are found.
    const BlockPlaces::Count count = places_.count(from, block);
    if (count.table != BlockPlaces::none && block < blocks[count.table].end) {
        const std::string head = column_head(count.table, block);
        const MessageArgument table{"table", std::int64_t{count.tables}}, row{"row", std::int64_t{count.rows}};
        if (head.empty()) add("place.row", {table, row});
        else add("place.cell", {table, row, {"head", std::string_view(head)}});
    } else if (count.paragraphs > 0) {
        add("place.paragraph", {{"number", std::int64_t{count.paragraphs}}});
    }
    return words;
}

// Through a list made once: a block of some megabytes may have a finding in every word.
std::uint32_t Reporter::newlines_between(std::uint32_t begin, std::uint32_t end) const {
    if (!newlines_known_) {
        const std::string& text = plan_.document().text;
        for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) newlines_.push_back(static_cast<std::uint32_t>(at));
        newlines_known_ = true;
    }
    const auto first = std::lower_bound(newlines_.begin(), newlines_.end(), begin);
    return static_cast<std::uint32_t>(std::lower_bound(first, newlines_.end(), end) - first);
}

// Its first words in one line.
std::string Reporter::quote(std::uint32_t block, Span span) const {
    const Document& document = plan_.document();
    if (quotes_.empty()) quotes_.resize(document.blocks.size());
    Quote& known = quotes_[block];
    if (known.span == span && !known.cut.empty()) return std::string(document.view(known.cut));
    std::string_view text = cut_at_word(document.view(span));
    if (!is_in_one_line(text)) return in_one_line(text);
    const auto begin = span.begin + static_cast<std::uint32_t>(text.data() - document.view(span).data());
    known = {span, {begin, begin + static_cast<std::uint32_t>(text.size())}};
    return std::string(text);
}

Location Reporter::locate(const Where& where) const {
    Location location;
    const Document& document = plan_.document();
    if (!where.known() || where.block >= document.blocks.size()) return location;
    const Block& block = document.blocks[where.block];
    if (block.place.part < document.parts.size()) location.part = std::string(document.parts[block.place.part]);  // an assignment would reserve more
    location.block = where.block + 1;
    location.page = block.place.page;
    location.page_hint = block.place.page_hint;
    Span span = where.span.empty() ? block.text : where.span;
    if (span.empty() && block.end > where.block + 1) {
        // A cell or row is quoted by the first words inside it.
        for (std::uint32_t i = where.block + 1; i < block.end && span.empty(); ++i) span = document.blocks[i].text;
    }
    location.quote = where.whole ? in_one_line(document.view(span)) : quote(where.block, span);
    if (block.place.line != 0) {
        location.line = block.place.line;
        if (span.begin > block.text.begin && span.begin < block.text.end) {
            location.line += newlines_between(block.text.begin, span.begin);
        } else {
            location.column = block.place.column;
        }
    }
    if (block.place.byte_offset != Place::none && span.begin <= block.text.begin) location.byte_offset = block.place.byte_offset;
    return location;
}

std::vector<Related> Reporter::related(std::vector<RelatedPlace>& places, std::span<const Argument> arguments) const {
    std::vector<Related> all;
    all.reserve(places.size());
    for (RelatedPlace& place : places) {
        Related& one = all.emplace_back();
        if (!place.message.empty()) one.message = message(messages_, place.message, arguments, {});
        one.subject = std::move(place.subject);
        one.location = locate(place.where);
        if (place.where.known()) one.location.words = place_in_words(place.where.block);
    }
    return all;
}

// So many items of a kind: in the words of the language, else in those of the template.
std::string Reporter::counted(const std::string& kind, std::int64_t n) const {
    const std::string key = "text.count." + kind;
    if (messages_.messages.has(key)) return message(messages_, key, {{"n", n}});
    const Template& form = plan_.form();
    const ItemSpec* spec = form.item(kind);
    if (spec == nullptr || spec->counted.empty()) return std::to_string(n);
    const std::string number = std::to_string(n);
    const std::string_view tag = spec->counted.exactly(messages_.tag).empty() ? std::string_view(form.default_language) : std::string_view(messages_.tag);
    const std::pair<std::string_view, std::string_view> given[] = {{"n", number}};
    return format_pattern(tag, spec->counted.in(tag), given);
}

// What the template itself says where the requirement does not hold.
std::string Reporter::own_words(const Requirement& requirement, std::span<const Argument> arguments, std::span<const Argument> more) const {
    const std::string& otherwise = plan_.form().default_language;
    const std::string_view tag = requirement.finding.exactly(messages_.tag).empty() ? std::string_view(otherwise) : std::string_view(messages_.tag);
    std::vector<std::pair<std::string_view, std::string>> texts;
    for (const std::span<const Argument> some : {arguments, more})
        for (const Argument& argument : some) {
            if (const auto* number = std::get_if<std::int64_t>(&argument.value)) texts.emplace_back(argument.name, std::to_string(*number));
            else if (const auto* text = std::get_if<std::string>(&argument.value)) texts.emplace_back(argument.name, in_one_line(*text));
            else texts.emplace_back(argument.name, in_words(argument, messages_));
        }
    for (const Parameter& parameter : requirement.parameters) texts.emplace_back(parameter.name, std::string(requirement.parameter(parameter.name, plan_.language)));
    // Arguments that this finding does not have are left out of the sentence.
    for (const std::string_view name : {"count", "value", "item", "items", "section", "title"}) texts.emplace_back(name, std::string());
    const std::vector<std::pair<std::string_view, std::string_view>> given(texts.begin(), texts.end());
    return format_pattern(tag, requirement.finding.in(tag), given);
}

void Reporter::make(Diagnostic& diagnostic, const Requirement& requirement, Finding& finding) const {
    const Template& form = plan_.form();
    diagnostic.requirement = requirement.id;
    diagnostic.check = requirement.check;
    diagnostic.severity = finding.severity.value_or(requirement.severity.value_or(Severity::note));
    diagnostic.outcome = finding.outcome;
    diagnostic.confidence = finding.confidence;
    diagnostic.language = messages_.tag;
    diagnostic.clause = requirement.clause;
    diagnostic.clause_text = requirement.clause_text.in(messages_.tag, form.default_language);
    diagnostic.help = requirement.help.in(messages_.tag, form.default_language);
    diagnostic.subject = std::move(finding.subject);
    diagnostic.location = locate(finding.where);
    if (finding.where.known()) diagnostic.location.words = place_in_words(finding.where.block);
    diagnostic.related = related(finding.related, finding.arguments);

    std::string looked_for(requirement.looked_for.in(messages_.tag, form.default_language));
    const bool looked = finding.outcome == Outcome::review && requirement.decided_by == DecidedBy::evidence;
    // What the words need besides the arguments that programs read.
    std::vector<Argument> more;
    std::string suffix;
    for (const Argument& argument : finding.arguments) {
        if (argument.name == "number" || argument.name == "expected" || argument.name == "found")
            if (const auto* number = std::get_if<std::int64_t>(&argument.value))
                more.push_back({argument.name + "Numeral", section_numeral(form, static_cast<std::uint32_t>(*number))});
        // What is said of a field by its name is said of efforts.
        if (argument.name == "field" && form.is_like(requirement.parameter("kind"), "effort")) suffix = "." + std::get<std::string>(argument.value);
        if (argument.name == "kind") {
            const std::string& kind = std::get<std::string>(argument.value);
            for (const Argument& count : finding.arguments)
                if (count.name == "count") more.push_back({"counted", counted(kind, std::get<std::int64_t>(count.value))});
        }
    }
    std::string key = finding.message + suffix;
    if (!messages_.messages.has(key)) key = finding.message;
    const bool own = !requirement.finding.empty() && finding.message != "assert.too-large";
    if (own || messages_.messages.uses(key, "lookedIn")) {
        std::vector<std::string> looked_in;
        for (const std::string& section : requirement.sections) {
            const SectionSpec* spec = form.section(section);
            if (spec != nullptr) looked_in.push_back(message(messages_, "place.section", {{"numeral", spec->numeral}}));
            else if (messages_.messages.has("place.in." + section)) looked_in.push_back(message(messages_, "place.in." + section, {}));
        }
        more.push_back({"lookedIn", std::move(looked_in)});
    }
    more.push_back({"lookedFor", looked_for});
    more.push_back({"obligation", std::string(name(requirement.obligation))});
    diagnostic.message = own ? own_words(requirement, finding.arguments, more) : message(messages_, key, finding.arguments, more);
    diagnostic.arguments = std::move(finding.arguments);
    if (!looked) return;
    diagnostic.arguments.push_back({"lookedFor", std::move(looked_for)});
    diagnostic.arguments.push_back({"lookedIn", requirement.sections});
}

RequirementResult result_of(const Requirement& requirement, Outcome outcome, std::string caused_by) {
    RequirementResult result;
    result.id = requirement.id;
    result.clause = requirement.clause;
    result.check = requirement.check;
    result.obligation = requirement.obligation;
    result.decided_by = requirement.decided_by;
    result.severity = requirement.severity;
    result.outcome = outcome;
    result.caused_by = std::move(caused_by);
    return result;
}

void Reporter::requirements(std::vector<Judgement> judgements, Report& report) {
    places_ = BlockPlaces(plan_);
    const Template& form = plan_.form();
    struct Sortable {
        std::uint32_t section = 0;
        Where where;
        Diagnostic diagnostic;
    };
    std::vector<const Section*> owned;
    for (const Section& one : plan_.outline->sections)
        if (one.spec != nullptr) owned.push_back(&one);
    std::vector<Sortable> found;
    found.reserve(std::accumulate(judgements.begin(), judgements.end(), std::size_t{0}, [](std::size_t sum, const Judgement& one) { return sum + one.findings.size(); }));
    report.requirements.reserve(judgements.size());
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        const Requirement& requirement = form.requirements[i];
        Judgement& judgement = judgements[i];
        RequirementResult& result = report.requirements.emplace_back(result_of(requirement, judgement.outcome, std::move(judgement.caused_by)));
        result.evidence.reserve(judgement.evidence.size());
        for (Evidence& evidence : judgement.evidence) {
            ReportEvidence& shown = result.evidence.emplace_back();
            shown.location = locate(evidence.where);
            if (evidence.where.whole) {
                shown.quote = std::move(shown.location.quote);
                shown.location.quote = cut_at_word(shown.quote);
            } else {
                shown.quote = std::string(shown.location.quote);
            }
            shown.value = std::move(evidence.value);
            if (!evidence.related.empty()) shown.related = related(evidence.related, {});
        }
        for (Finding& finding : judgement.findings) {
            Sortable& one = found.emplace_back();
            one.where = finding.where;
            if (finding.subject.kind != "document") {
                const SectionSpec* spec = finding.subject.path.empty() ? nullptr : form.section(finding.subject.path.front());
                if (spec != nullptr) one.section = spec->number;
                else if (const auto after = std::upper_bound(owned.begin(), owned.end(), finding.where.block,
                                                             [](std::uint32_t block, const Section* own) { return block < own->heading; });
                         after != owned.begin())
                    one.section = (*std::prev(after))->spec->number;
            }
            make(one.diagnostic, requirement, finding);
        }
    }
    std::vector<std::uint32_t> order(found.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left_one, std::uint32_t right_one) {
        const Sortable &a = found[left_one], &b = found[right_one];
        if (a.section != b.section) return a.section < b.section;
        const auto left = std::tie(a.where.block, a.where.span.begin, a.diagnostic.requirement);
        const auto right = std::tie(b.where.block, b.where.span.begin, b.diagnostic.requirement);
        if (left != right) return left < right;
        return same_arguments_less(a.diagnostic.arguments, b.diagnostic.arguments);
    });
    std::map<std::string, int> seen;
    report.diagnostics.reserve(found.size());
    for (const std::uint32_t one : order) {
        Diagnostic& diagnostic = found[one].diagnostic;
        std::string key = diagnostic.requirement;
        for (const std::string& step : diagnostic.subject.path) key.append("\n").append(step);
        key.append("\n").append(fold(diagnostic.location.quote));
        diagnostic.fingerprint = sha256_hex(key).substr(0, 16);
        if (const int count = ++seen[diagnostic.fingerprint]; count > 1) diagnostic.fingerprint += "-" + std::to_string(count);
        report.diagnostics.push_back(std::move(diagnostic));
    }
}

void Reporter::structure(Report& report) const {
    const Document& document = plan_.document();
    report.outline.reserve(plan_.outline->sections.size());
    for (const Section& section : plan_.outline->sections) {
        OutlineEntry& entry = report.outline.emplace_back();
        if (section.spec != nullptr) entry.section = section.spec->key;
        if (section.numeral.value != 0) entry.numeral = section_numeral(plan_.form(), section.numeral.value);
        entry.title = title_of(plan_, section);
        entry.confidence = section.confidence;
        entry.words = section.words.words;
        entry.location = locate(heading_of(plan_, section));
    }
    report.items.reserve(plan_.items.size());
    for (const Item& item : plan_.items) {
        ReportItem& shown = report.items.emplace_back();
        shown.kind = item.kind;
        shown.id = item.id;
        shown.label = item.label;
        shown.title = in_one_line(item.title);
        shown.section = item.section;
        shown.confidence = item.confidence;
        shown.refers_to = item.refers_to;
        shown.fields.reserve(item.fields.size());
        for (const Field& field : item.fields) {
            ReportField& to = shown.fields.emplace_back();
            to.name = field.name;
            to.values.reserve(field.values.size());
            for (const FieldValue& value : field.values) {
                ReportValue& one = to.values.emplace_back();
                one.type = value.type;
                one.text = in_one_line(value.text);
                one.value = value.value;
                one.ambiguous = value.ambiguous;
            }
        }
        shown.location = locate(where_of(item));
    }
    report.words = document.total.words;
    report.title = in_one_line(plan_.title);
    report.area = plan_.area;
    report.date = plan_.date;
    report.period = plan_.period;
    report.status = in_one_line(plan_.status);
}

namespace {

// Of each requirement: whether all that was found against it is suppressed. What could not be looked at because of such a
// finding, or because a policy switched its cause off, is covered by the same decision.
std::vector<bool> suppressed_requirements(const Report& report) {
    std::map<std::string_view, bool> against;  // id: everything found is suppressed
    for (const Diagnostic& diagnostic : report.diagnostics) {
        if (diagnostic.outcome == Outcome::pass) continue;
        const bool suppressed = !diagnostic.suppressed.by.empty();
        const auto [at, first] = against.emplace(diagnostic.requirement, suppressed);
        if (!first) at->second = at->second && suppressed;
    }
    const auto settled = [&](std::string_view id) {
        const auto found = against.find(id);
        return found != against.end() && found->second;
    };
    std::vector<bool> all;
    std::map<std::string_view, bool> off;
    for (const RequirementResult& result : report.requirements)
        if (result.caused_by == switched_off) off.emplace(result.id, true);
    for (const RequirementResult& result : report.requirements)
        all.push_back(result.outcome == Outcome::not_checked
                          ? result.caused_by == switched_off || settled(result.caused_by) || off.contains(result.caused_by)
                          : settled(result.id));
    return all;
}

}  // namespace

void conclude(const Template& form, Report& report) {
    Counts counts;
    bool failed = false, open = false;
    for (const Diagnostic& diagnostic : report.diagnostics) {
        if (!diagnostic.suppressed.by.empty()) {
            ++counts.suppressed;
            continue;
        }
        report.worst = std::max(report.worst.value_or(Severity::note), diagnostic.severity);
        if (diagnostic.outcome == Outcome::fail) {
            if (diagnostic.severity == Severity::error) ++counts.error;
            if (diagnostic.severity == Severity::warning) ++counts.warning;
            if (diagnostic.severity == Severity::note) ++counts.note;
            failed = failed || diagnostic.severity == Severity::error;
        } else if (diagnostic.outcome == Outcome::pass && diagnostic.severity == Severity::note) {
            ++counts.note;
        }
    }
    // Without a policy or a baseline nothing is suppressed.
    const std::vector<bool> settled = report.policy || report.baseline ? suppressed_requirements(report) : std::vector<bool>(report.requirements.size());
    for (std::size_t i = 0; i < report.requirements.size(); ++i) {
        const RequirementResult& result = report.requirements[i];
        const bool person = result.decided_by == DecidedBy::reviewer;
        if (person) ++counts.reviewer;
        switch (result.outcome) {
            case Outcome::pass: ++counts.pass; break;
            case Outcome::review: counts.review += person ? 0 : 1; break;
            case Outcome::not_applicable: ++counts.not_applicable; break;
            case Outcome::not_checked: ++counts.not_checked; break;
            case Outcome::fail: break;
        }
        if (person || form.requirements[i].obligation != Obligation::must || settled[i]) continue;
        open = open || result.outcome == Outcome::review || result.outcome == Outcome::not_checked ||
               (result.decided_by == DecidedBy::evidence && result.outcome == Outcome::fail);
    }
    report.counts = counts;
    report.verdict = failed ? Verdict::fail : open ? Verdict::review : Verdict::pass;
}

}  // namespace plancheck
