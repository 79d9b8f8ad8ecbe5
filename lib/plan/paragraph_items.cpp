// An address alone makes an item of a paragraph where most have one; below a title a time and an amount do as well.
#include "plan/paragraph_items.hpp"

#include <algorithm>

#include "plan/finder.hpp"
#include "text/fold.hpp"
#include "text/values.hpp"

namespace plancheck {

bool has_contact(const Search& search) {
    const auto& fields = search.spec().fields;
    return std::any_of(fields.begin(), fields.end(), [](const FieldSpec& field) { return field.type == FieldType::contact; });
}

bool is_addressed(const Search& search, const Line& line) { return is_addressed(search, line.words); }

bool is_addressed(const Search& search, Span words) {
    const std::string_view text = search.reading.view(words);
    const std::size_t plus = text.find('+');
    return holds_mail(text, search.reading.language) || (plus != std::string_view::npos && plus + 1 < text.size() && text[plus + 1] >= '0' && text[plus + 1] <= '9');
}

void find_dated_paragraphs(const Search& search, LineRange lines, Found& found) {
    const Reading& reading = search.reading;
    const ItemSpec& spec = search.spec();
    if (!spec.whole_section || !has_contact(search) || lines.size() < 2) return;
    const auto is_item = [&](const Line& line) {
        if (line.kind != LineKind::paragraph || line.is_list() || line.continued) return false;
        bool dated = false, priced = false;
        for (const Value& value : find_values(reading.view(line.words), reading.language, want_times | want_money)) (value.type == ValueType::money ? priced : dated) = true;
        if (is_addressed(search, line)) return dated || priced;
        // "Enquiries: Ms Roe", whose address stands in another.
        const std::string folded = fold(reading.view(line.words));
        const auto heads = reading.words.heads.find(folded);
        return dated && priced && std::none_of(heads.begin(), heads.end(), [&](const TermHit& hit) { return hit.id / 64 == search.kind && spec.fields[hit.id % 64].type == FieldType::contact; });
    };
    if (!std::all_of(lines.begin(), lines.end(), is_item) || std::none_of(lines.begin(), lines.end(), [&](const Line& line) { return is_addressed(search, line); })) return;
    for (std::size_t i = 0; i < lines.size(); ++i) found.drafts.push_back(item_of(search, lines.subspan(i, 1), Confidence::high));
}

// "Total", and below it the sum: as a row of a table would be none.
bool is_sum(const Search& search, const Draft& draft) {
    const std::uint32_t totals = search.reading.lexicon.vocabulary("totals");
    constexpr std::uint32_t longest = 120;  // bytes
    if (totals == Lexicon::none || !draft.cells.empty() || draft.item.span.empty() || draft.item.span.size() > longest) return false;
    const std::string folded = fold(search.reading.view(draft.item.span));
    for (const TermHit& hit : search.reading.find(folded, totals))
        if (hit.begin == 0 && folded.find_first_not_of(" :.,0123456789", hit.end) == std::string::npos) return true;
    return false;
}

bool heads_valued_bullets(const Search& search, LineRange lines, std::size_t at) {
    constexpr std::size_t longest = 110;
    const Line& line = lines[at];
    if (!line.ordinal || line.bullet || line.continued || line.kind == LineKind::heading || line.kind == LineKind::table || !has_contact(search)) return false;
    std::size_t end = at + 1, valued = 0;
    for (; end < lines.size() && lines[end].bullet && lines[end].level > line.level; ++end) {
        const auto values = search.reading.block_text->values(lines[end].block, lines[end].words, search.reading.language, want_money | want_times | want_contacts);
        if (!values.empty() && !states_field(search, lines[end])) ++valued;
    }
    if (end == at + 1 || valued + 1 != end - at || !fits_in(search.reading.view(line.words), longest) || search.reading.view(line.words).ends_with('.')) return false;
    return titles_target(search, {line.block, line.words});
}

Lines without_tables(LineRange lines) {
    Lines rest;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(rest), [](const Line& line) { return line.kind != LineKind::table; });
    return rest;
}

bool is_price_list(const Search& search, const Found& rows) {
    if (!search.spec().whole_section || !has_contact(search) || rows.drafts.size() < 2 || rows.heads.empty()) return false;
    bool priced = false, named = false;
    for (const ColumnHead& head : rows.heads) {
        const FieldSpec& field = search.spec().fields[head.field];
        priced = priced || field.type == FieldType::money;
        named = named || field.own || field.type == FieldType::reference;
        if (field.type != FieldType::money && field.type != FieldType::number && field.type != FieldType::reference && !field.own) return false;
    }
    return priced && named && std::none_of(rows.drafts.begin(), rows.drafts.end(), [](const Draft& row) { return row.item.span.empty(); });
}

void add_prices(const Found& prices, Found& to) {
    const auto heads = static_cast<std::uint32_t>(to.heads.size());
    to.heads.insert(to.heads.end(), prices.heads.begin(), prices.heads.end());
    for (std::size_t i = 0; i < std::min(prices.drafts.size(), to.drafts.size()); ++i)
        for (const CellUse& use : prices.drafts[i].cells) to.drafts[i].cells.push_back({use.cell, heads + use.head, use.merged});
}

bool find_by_addresses(const Search& search, LineRange lines, Found& found) {
    if (!has_contact(search)) return false;
    std::vector<std::size_t> addressed;
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != LineKind::paragraph || lines[i].is_list() || lines[i].continued) return false;
        ++paragraphs;
        if (is_addressed(search, lines[i])) addressed.push_back(i);
    }
    if (addressed.size() < 2 || addressed.size() * 3 < paragraphs * 2) return false;
    // One without among them may be an item too, or belong to the one above.
    const bool all = addressed.back() - addressed.front() + 1 == addressed.size();
    for (std::size_t i = addressed.front(); i <= addressed.back(); ++i)
        found.drafts.push_back(item_of(search, lines.subspan(i, 1), all ? Confidence::high : Confidence::low));
    // What says when and for how much right above or below them may be one more whose address is missing, or what they add up to.
    const auto timed_and_priced = [&](std::size_t i) {
        bool timed = false, priced = false;
        const std::string_view text = search.reading.view(lines[i].words);
        for (const Value& value : find_values(text, search.reading.language, want_times | want_money))
            if (value.type == ValueType::money) priced = true;
            else timed = timed || ascii_digits.find(text.substr(value.begin, value.end - value.begin)) < value.end - value.begin;
        return timed && priced;
    };
    if (addressed.front() > 0 && timed_and_priced(addressed.front() - 1)) {
        Draft draft = item_of(search, lines.subspan(addressed.front() - 1, 1), Confidence::low);
        found.drafts.insert(found.drafts.begin(), std::move(draft));
    }
    if (addressed.back() + 1 < lines.size() && timed_and_priced(addressed.back() + 1)) found.drafts.push_back(item_of(search, lines.subspan(addressed.back() + 1, 1), Confidence::low));
    return true;
}

}  // namespace plancheck
