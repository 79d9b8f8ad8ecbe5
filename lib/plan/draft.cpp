// The first words of an item become its title; of a partner they end where its contact or description begins.
#include "plan/draft.hpp"

#include <algorithm>

#include "plan/lists.hpp"
#include "plan/signed_names.hpp"
#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

// "Institute, contact" before a colon: the name without the label, which names what stands behind the colon. After a bare
// space a contact may belong to the name ("National focal point"); an e-mail or telephone never does.
std::string_view without_label(const Language& language, std::string_view text) {
    const Folded folded = fold_mapped(text);
    for (const TermHit& hit : language.words.find(folded.text)) {
        const WordKind kind = kind_of_word(hit.id);
        const bool address = kind == WordKind::email_label || kind == WordKind::telephone_label || kind == WordKind::web_label;
        if (hit.end != folded.text.size() || (!address && kind != WordKind::contact_label && kind != WordKind::address_label)) continue;
        const std::size_t begin = hit.begin - attached_before(language, folded.text, hit.begin);
        const std::string_view before = trimmed(text.substr(0, folded.source_begin(static_cast<std::uint32_t>(begin))));
        if (before.empty()) continue;
        const char32_t last = decode_before(before, before.size()).code;
        const bool parted = std::u32string_view(U",;.(،؛，；。、（").find(last) != std::u32string_view::npos;
        if (!parted && !address && !is_ideograph(last)) continue;
        const std::string_view name = parted ? trimmed(before.substr(0, before.size() - decode_before(before, before.size()).size)) : before;
        if (name.size() >= 2) return name;
    }
    return text;
}

// "Lead: Institute of Lakes" in the list: the name without the label of the role.
std::string_view without_role(const Reading& reading, std::string_view text) {
    const std::uint32_t lead = reading.lexicon.like("lead");
    if (lead == Lexicon::none) return text;
    const Folded folded = fold_mapped(text.substr(0, 120));
    const TermHit label = reading.words.around.match_at(folded.text, 0, lead, lead);
    const std::size_t colon = label.end == 0 ? std::string::npos : folded.text.find_first_not_of(' ', label.end);
    if (colon == std::string::npos || folded.text[colon] != ':') return text;
    const std::string_view rest = trimmed(text.substr(folded.source_end(static_cast<std::uint32_t>(colon + 1))));
    return rest.size() < 2 ? text : rest;
}

// "Lake Institute, Ms Ada Roe": the name of a partner ends before the person whom one reaches there.
std::string_view without_person(const Language& language, std::string_view text) {
    const std::size_t comma = text.rfind(',');
    if (comma == std::string_view::npos || comma < 2) return text;
    const std::string behind = fold(trimmed(text.substr(comma + 1)));
    const std::uint32_t title = language.words.match_at(behind, 0, word_id(WordKind::person_title), word_id(WordKind::person_title, 0xFFFF)).end;
    if (title <= 1 || title >= behind.size()) return text;
    // "Lake Institute (lead, Ms Ada Roe)": what the bracket holds goes with the person.
    const std::size_t open = text.rfind('(', comma);
    const bool inside = open != std::string_view::npos && open >= 2 && text.substr(open, comma - open).find(')') == std::string_view::npos;
    return trimmed(text.substr(0, inside ? open : comma));
}

// Where an address begins that no name holds: an e-mail, a telephone number with its country.
std::size_t address_in(std::string_view text, const Language& language) {
    const std::size_t mail = mail_address(text, language);
    std::size_t plus = text.find('+');
    while (plus != std::string_view::npos && (plus + 1 >= text.size() || !is_digit(text[plus + 1]))) plus = text.find('+', plus + 1);
    return std::min(mail, plus);
}

// What stands between the name of a partner and its person or address: from the last comma or bracket before the address
// on. Without capitals names hold no comma, so there the first one ends them.
std::string_view before_address(std::string_view text, std::size_t address) {
    constexpr std::string_view stops[] = {",", "(", "،", "؛", "，", "（", "、"};
    const std::string_view before = text.substr(0, std::min(address, text.size()));
    const bool first = is_caseless(decode(text, 0).code);
    std::size_t cut = std::string_view::npos;
    for (const std::string_view stop : stops)
        if (const std::size_t at = first ? before.find(stop) : before.rfind(stop); at != std::string_view::npos && at >= 2)
            if (cut == std::string_view::npos || (first ? at < cut : at > cut)) cut = at;
    if (cut == std::string_view::npos) return text;
    // "Institute (Ms Roe, roe@…": what the bracket holds goes with the address.
    const std::string_view name = text.substr(0, cut);
    for (const auto& [open, close] : {std::pair(std::string_view("("), std::string_view(")")), std::pair(std::string_view("（"), std::string_view("）"))})
        if (const std::size_t at = name.rfind(open); at != std::string_view::npos && at >= 2 && name.find(close, at) == std::string_view::npos) cut = std::min(cut, at);
    return trimmed(text.substr(0, cut));
}

}  // namespace

std::string title_of(const Search& search, std::string_view words, std::uint32_t bold) {
    std::string_view text = trimmed(words);
    // "☒ Collect the lamps", as word processors tick an item of a list.
    if (const Decoded sign = decode(text, 0); is_box(sign.code)) text = trimmed(text.substr(sign.size));
    if (bold >= 3 && bold < words.size()) {
        text = trimmed(words.substr(0, bold));
        while (text.ends_with(':') || text.ends_with('.') || text.ends_with("\xE2\x80\x93")) {
            text.remove_suffix(text.ends_with(':') || text.ends_with('.') ? 1 : 3);
            text = trimmed(text);
        }
    } else if (search.spec().like == "partner") {
        // The name ends where its contact or description begins.
        text = without_role(search.reading, text);
        std::size_t end = text.size();
        for (const std::string_view stop : {": ", " : ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " -- ", "\xE2\x80\x94\xE2\x80\x94", " \xC2\xB7 ", " | ", "; ", " ; ", "\t", "\n", "：", "；", "。"})
            if (const std::size_t at = text.find(stop); at != std::string_view::npos && at >= 2) end = std::min(end, at);
        const std::string_view rest = trimmed(text.substr(end));
        const bool labels = rest.starts_with(':') || rest.starts_with("：");
        text = trimmed(text.substr(0, end));
        if (labels) text = without_label(search.reading.language, text);
        if (const std::size_t address = address_in(text, search.reading.language); address != std::string_view::npos) {
            const std::string_view name = before_address(text, address);
            // "Institute of Lakes lakes@…": a space alone parts them.
            const std::size_t space = name.size() > address ? text.rfind(' ', address) : std::string_view::npos;
            text = space != std::string_view::npos && space >= 2 ? without_label(search.reading.language, trimmed(text.substr(0, space))) : name;
        }
    }
    if (search.spec().like == "partner") text = without_person(search.reading.language, text);
    while (text.ends_with(';') || text.ends_with(',')) text = trimmed(text.substr(0, text.size() - 1));
    // Of a list that was typed into a cell the first line names it, as the first paragraph would.
    if (const std::uint32_t bullet = bullet_at(text); bullet != 0)
        if (const std::size_t line = text.find('\n'); line != std::string_view::npos && line > bullet) text = trimmed(text.substr(bullet, line - bullet));
    std::string title(cut_at_word(text));
    for (char& c : title)
        if (c == '\n' || c == '\t') c = ' ';
    if (search.spec().like == "partner") drop_note_signs(title);
    return title;
}

void Found::take(Found&& more) {
    const auto shift = static_cast<std::uint32_t>(heads.size());
    heads.insert(heads.end(), std::make_move_iterator(more.heads.begin()), std::make_move_iterator(more.heads.end()));
    for (Draft& draft : more.drafts) {
        for (CellUse& use : draft.cells) use.head += shift;
        drafts.push_back(std::move(draft));
    }
    more = {};
}

namespace {

template <class Holds>
bool any_target(const Search& search, Holds&& holds) {
    return std::any_of(search.spec().fields.begin(), search.spec().fields.end(), [&](const FieldSpec& field) {
        const std::uint32_t target = field.type == FieldType::reference ? search.reading.lexicon.kind(field.refers_to) : Lexicon::none;
        return target != Lexicon::none && search.references.has(target) && holds(target);
    });
}

}  // namespace

bool titles_target(const Search& search, Stretch text) {
    return any_target(search, [&](std::uint32_t target) { return search.references.is_title(text, target); });
}

bool leads_to_target(const Search& search, Stretch text) {
    return any_target(search, [&](std::uint32_t target) { return search.references.opens(text, target); });
}

Draft make_draft(const Search& search, std::uint32_t block, Span words, Confidence confidence) {
    Draft draft;
    draft.item.kind = search.spec().kind;
    draft.item.section = search.section;
    draft.item.block = block;
    draft.item.span = words;
    draft.item.title = title_of(search, search.reading.view(words), 0);
    if (search.reading.document.is_unmarked()) confidence = std::min(confidence, Confidence::high);
    const Block& own = search.reading.document.blocks[block];
    if (own.has(mark::doubtful) && own.kind != BlockKind::cell) confidence = Confidence::low;
    draft.item.confidence = confidence;
    return draft;
}

Span behind_signs(const Reading& reading, Span words) {
    while (!words.empty()) {
        const Decoded d = decode(reading.view(words), 0);
        if (!is_white_space(d.code) && d.code != ':' && d.code != 0xFF1A && d.code != '-' && d.code != 0x2013 && d.code != 0x2014) break;
        words.begin += d.size;
    }
    return words;
}

Draft item_of(const Search& search, LineRange lines, Confidence confidence) {
    const Line& first = lines.front();
    Span words = first.words;
    std::uint32_t bold = first.bold;
    std::string label = first.ordinal ? first.ordinal->text : std::string();
    // "**P1.1** Collect the lamps": a code in bold numbers the item.
    if (const std::string_view code = trimmed(search.reading.view(words).substr(0, bold)); label.empty() && code.size() > 1 && code.size() <= 10 && bold < words.size())
        if (const auto ordinal = ordinal_at(code, LabelContext::worded); ordinal && ordinal->size >= code.size()) {
            label = ordinal->text;
            words = behind_signs(search.reading, {words.begin + bold, words.end});
            bold = 0;
        }
    Draft draft = make_draft(search, first.block, words, confidence);
    draft.item.title = title_of(search, search.reading.view(words), bold);
    draft.item.label = label;
    // "Objective 1" as a title alone: what stands below says which one it is.
    if (trimmed(search.reading.view(words)).empty() && !label.empty() && lines.size() > 1 && lines[1].kind != LineKind::table && !states_field(search, lines[1])) {
        draft.item.block = lines[1].block;
        draft.item.span = lines[1].words;
        draft.item.title = title_of(search, search.reading.view(lines[1].words), lines[1].bold);
    }
    for (const Line& line : lines) {
        if (draft.item.blocks.empty() || draft.item.blocks.back() != line.block) draft.item.blocks.push_back(line.block);
        if (line.kind == LineKind::table) {
            for (const std::uint32_t block : texts_in(search.reading, line.block))
                draft.parts.push_back({block, search.reading.document.blocks[block].text});
        } else {
            draft.parts.push_back({line.block, &line == &first ? words : line.words});
        }
    }
    return draft;
}

}  // namespace plancheck
