// A head is folded once and looked up among the heads of the kind's fields; what the template does not list, such as "Tel.",
// the language knows.
#include "plan/table_head.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

// "(2030)", "2030年".
bool holds_year(std::string_view text) noexcept {
    for (std::size_t at = ascii_digits.find(text); at < text.size(); at = ascii_digits.find(text, at + 1)) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
        if (end - at == 4 && (text.substr(at, 2) == "20" || text.substr(at, 2) == "19")) return true;
        at = end;
    }
    return false;
}

bool joins_words(const Reading& reading, std::string_view folded) {
    const TermHit hit = reading.language.connectors.match_at(folded, 0, word_id(WordKind::join), word_id(WordKind::join, 0xFFFF));
    if (hit.end != 0 && hit.end == folded.size()) return true;
    // "والمعالم": the word that joins is written together with the article.
    const std::string& article = reading.language.article;
    return !article.empty() && folded.size() > article.size() && folded.ends_with(article) && joins_words(reading, folded.substr(0, folded.size() - article.size()));
}

// "From – to", "с … по", "من - إلى": nothing but signs between the two words.
bool says_from_to(const Language& language, std::string_view core) {
    TermHit from = language.connectors.match_at(core, 0, word_id(WordKind::from), word_id(WordKind::from, 0xFFFF));
    if (from.end == 0) from = language.connectors.match_at(core, 0, word_id(WordKind::between), word_id(WordKind::between, 0xFFFF));
    if (from.end == 0) return false;
    std::size_t at = from.end;
    while (at < core.size() && !is_word_character(decode(core, at).code)) at += decode(core, at).size;
    if (at == from.end || at >= core.size() || trimmed(core.substr(from.end, at - from.end)).empty()) return false;
    for (const WordKind kind : {WordKind::to, WordKind::until})
        if (language.connectors.match_at(core, static_cast<std::uint32_t>(at), word_id(kind), word_id(kind, 0xFFFF)).end == core.size()) return true;
    return false;
}

// "Start date", "Planned end", "截止时间"; neither where a head says both.
ColumnHead::Edge edge_of(const Language& language, std::string_view folded) {
    bool begin = false, end = false;
    for (const TermHit& hit : language.connectors.find(folded)) {
        const WordKind kind = kind_of_word(hit.id);
        if (kind != WordKind::begin && kind != WordKind::end) continue;
        const bool alone = hit.begin == 0 && hit.end >= folded.find_last_not_of(" :.") + 1;
        if (!alone && detail_of_word(language, hit.id) == "alone") continue;
        (kind == WordKind::begin ? begin : end) = true;
    }
    return begin == end ? ColumnHead::Edge::none : begin ? ColumnHead::Edge::begin : ColumnHead::Edge::end;
}

// `find`: gives the hits of an index in `folded`.
template <class Find>
TableHead head_of_text(const Search& search, std::string_view written, std::string_view folded, const Words& words, Find&& find) {
    const Reading& reading = search.reading;
    const ItemSpec& spec = search.spec();
    TableHead head;
    std::string_view core = folded;
    core = trimmed(core.substr(0, core.find('(')));
    while (!core.empty() && (core.back() == ':' || core.back() == '*' || core.back() == ' ')) core.remove_suffix(1);
    if (says_from_to(words.language != nullptr ? *words.language : reading.language, core))
        for (std::uint32_t f = 0; f < spec.fields.size(); ++f)
            if (spec.fields[f].type == FieldType::timeline) {
                head.field = f;
                head.quality = 3;
                return head;
            }
    std::uint32_t reached = 0, first = 0;
    for (const TermHit& hit : find(words.heads)) {
        if (hit.id / 64 != search.kind) {
            if (hit.begin == 0 && hit.end >= core.size()) head.of_another = true;
            continue;
        }
        const std::uint32_t field = hit.id % 64;
        if (head.field != Lexicon::none && head.field != field && hit.begin == first && hit.end == reached && head.more.empty()) head.either = field;
        if (hit.begin < reached) continue;
        if (head.field == Lexicon::none) first = hit.begin;
        // An article written together with the word belongs to it.
        const bool at_start = hit.begin == 0 || words.heads.match_at(folded, 0, hit.id, hit.id).end == hit.end;
        const bool exact = at_start && hit.end >= core.size();
        if (head.field == Lexicon::none) {
            head.field = field;
            head.quality = exact ? 3 : at_start ? 2 : 1;
        } else if (hit.end <= core.size() + 1 || folded[hit.begin - 1] != '(') {
            const std::string_view between = trimmed(folded.substr(reached, hit.begin - reached));
            const bool joins = between == "/" || between == "," || between == "&" || between == "-" || between == ";" || joins_words(reading, between);
            if (joins && field != head.field) head.more.push_back(field);
            if (!joins) continue;
        }
        reached = hit.end;
    }
    // "USD" alone heads amounts.
    if (head.field == Lexicon::none && !core.empty()) {
        const Language& language = words.language != nullptr ? *words.language : reading.language;
        const TermHit currency = language.connectors.match_at(core, 0, word_id(WordKind::currency), word_id(WordKind::currency, 0xFFFF));
        if (currency.end == core.size() || !currency_code(trimmed(written)).code.empty())
            for (std::uint32_t f = 0; f < spec.fields.size() && head.field == Lexicon::none; ++f)
                if (spec.fields[f].type == FieldType::money) head.field = f;
        if (head.field != Lexicon::none) head.quality = 3;
    }
    if (head.field == Lexicon::none) {
        // "Tel." and the like, which the language knows and the template need not list.
        const Language& language = words.language != nullptr ? *words.language : reading.language;
        for (const TermHit& hit : find(language.words)) {
            const WordKind kind = kind_of_word(hit.id);
            const bool at_start = hit.begin == 0 || language.words.match_at(folded, 0, hit.id, hit.id).end == hit.end;
            if (!at_start || (kind != WordKind::telephone_label && kind != WordKind::email_label && kind != WordKind::contact_label && kind != WordKind::web_label)) continue;
            for (std::uint32_t f = 0; f < spec.fields.size() && head.field == Lexicon::none; ++f)
                if (spec.fields[f].type == FieldType::contact) head.field = f;
            if (head.field != Lexicon::none) head.quality = 2;
            break;
        }
    }
    // "Objective (2030)" over numbers is what an indicator is to reach, and no objective.
    if (head.field != Lexicon::none && !spec.whole_section && spec.fields[head.field].type == FieldType::reference && holds_year(folded))
        for (std::uint32_t f = 0; f < spec.fields.size(); ++f)
            if (spec.fields[f].type == FieldType::quantity) {
                head.field = f;
                break;
            }
    // "No. of the action" is not the item's own number.
    if (head.field != Lexicon::none && spec.fields[head.field].type == FieldType::number)
        for (const TermHit& hit : find(words.around))
            for (std::uint32_t f = 0; f < spec.fields.size(); ++f) {
                const FieldSpec& field = spec.fields[f];
                const std::uint32_t target = field.type == FieldType::reference ? reading.lexicon.kind(field.refers_to) : Lexicon::none;
                if (target == Lexicon::none || target == search.kind || (hit.id != target && hit.id != Words::name_of_kind + target)) continue;
                if (hit.begin == 0 || hit.end - hit.begin < 2 /* "N.º" */ || trimmed(folded.substr(hit.end)).size() > 2) continue;
                head.field = f;
                head.quality = 2;
                return head;
            }
    if (head.quality == 1 && std::count(folded.begin(), folded.end(), ' ') > 5) head = {};
    return head;
}

}  // namespace

TableHead table_head(const Search& search, const TableCell& cell, const Words& words) {
    const Reading& reading = search.reading;
    // Nearly always one paragraph.
    if (const std::uint32_t only = only_text_in(reading, cell.block); only != Lexicon::none) {
        const Span whole = reading.document.blocks[only].text;
        const std::string_view written = reading.view(whole);
        if (!fits_in(written, longest_table_head)) return {};
        const FoldedPart part(reading, {only, whole});
        return head_of_text(search, written, part.text(), words, [&](const TermIndex& index) { return part.find(index); });
    }
    const std::string written = head_text(reading, cell);
    if (!fits_in(written, longest_table_head)) return {};
    const std::string folded = fold(written);
    return head_of_text(search, written, folded, words, [&](const TermIndex& index) { return index.find(folded); });
}

std::size_t recognised(const ItemSpec& spec, const HeadRow& heads) {
    std::vector<std::uint32_t> fields;
    std::size_t own = 0, beside = 0;
    for (const auto& [cell, head] : heads) {
        if (head.field != Lexicon::none) {
            fields.push_back(head.field);
            fields.insert(fields.end(), head.more.begin(), head.more.end());
            own += head.quality == 3 && spec.fields[head.field].own ? 1 : 0;
        } else if (head.of_another) {
            ++beside;
        }
    }
    if (own != 0 && own + beside >= 2) return 2;
    std::sort(fields.begin(), fields.end());
    return static_cast<std::size_t>(std::unique(fields.begin(), fields.end()) - fields.begin());
}

HeadRow with_times(const Search& search, HeadRow heads) {
    constexpr std::size_t longest = 12;  // columns of one such word
    const auto& fields = search.spec().fields;
    const auto timeline = std::find_if(fields.begin(), fields.end(), [](const FieldSpec& field) { return field.type == FieldType::timeline; });
    if (timeline == fields.end()) return heads;
    const auto word = [&](std::size_t i) { return trimmed(search.reading.view(heads[i].first->text)); };
    for (std::size_t i = 0; i + 1 < heads.size(); ++i) {
        if (word(i).empty() || !fits_in(word(i), longest) || !fits_in(word(i + 1), longest)) continue;
        const auto one = edge_of(search.reading.language, fold(word(i))), other = edge_of(search.reading.language, fold(word(i + 1)));
        if (one == other || one == ColumnHead::Edge::none || other == ColumnHead::Edge::none) continue;
        for (const std::size_t k : {i, i + 1}) {
            heads[k].second = {};
            heads[k].second.field = static_cast<std::uint32_t>(timeline - fields.begin());
            heads[k].second.quality = 3;
        }
    }
    return heads;
}

std::string head_text(const Reading& reading, const TableCell& cell) {
    std::string made;
    for (const std::uint32_t block : texts_in(reading, cell.block)) {
        if (!made.empty()) made.push_back('\n');
        made.append(reading.view(reading.document.blocks[block].text));
        if (!fits_in(made, longest_table_head)) break;
    }
    return made;
}

bool heads_stand_at_left(const Search& search, const TableGrid& grid) {
    if (grid.columns < 3 || grid.rows.size() < 3 || !grid.is_full()) return false;
    const auto head_of = [&](const TableCell& cell) { return cell.empty ? TableHead() : table_head(search, cell, search.reading.words); };
    std::vector<std::uint32_t> fields;
    std::size_t labelled = 0;
    for (const TableRow& row : grid.rows) {
        const TableCell* const cells = &grid.cells[row.first];
        if (cells[0].empty) continue;
        ++labelled;
        if (const TableHead head = head_of(cells[0]); head.quality >= 2) fields.push_back(head.field);
        // Where nothing but the first rows could be heads the rest need not be asked.
        if (labelled >= 3 && fields.empty()) return false;
    }
    std::sort(fields.begin(), fields.end());
    // Two of three rows are known, or half of them where they say four things and more.
    const auto known = std::unique(fields.begin(), fields.end()) - fields.begin();
    if (known < 3 || (fields.size() * 3 < labelled * 2 && (known < 4 || fields.size() * 2 < labelled))) return false;
    // Above an empty corner stands what the columns are: "| | Lead | Partner | Partner |".
    const TableRow& top = grid.rows.front();
    const std::size_t from = grid.cells[top.first].empty ? top.first + top.count : 0;
    return std::none_of(grid.cells.begin() + static_cast<std::ptrdiff_t>(from), grid.cells.end(), [&](const TableCell& cell) { return cell.column != 0 && head_of(cell).quality >= 3; });
}

bool all_are_heads(const Search& search, const TableGrid& grid, const TableRow& row) {
    std::vector<std::uint32_t> fields;
    for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
        const TableHead head = grid.cells[c].empty ? TableHead() : table_head(search, grid.cells[c], search.reading.words);
        if (head.quality < 2) return false;
        if (std::find(fields.begin(), fields.end(), head.field) == fields.end()) fields.push_back(head.field);
    }
    return fields.size() >= 3;
}

ColumnHead column_head(const ItemSpec& spec, std::uint32_t field, std::string_view written, const Language& language, std::uint32_t either) {
    ColumnHead head;
    head.field = field;
    head.either = either;
    const FieldType type = spec.fields[field].type;
    if (type != FieldType::contact && type != FieldType::money && type != FieldType::timeline) return head;
    const std::string folded = fold(written);
    if (type == FieldType::timeline) {
        head.edge = edge_of(language, folded);
        return head;
    }
    for (const TermHit& hit : language.words.find(folded)) {
        if (kind_of_word(hit.id) == WordKind::telephone_label) head.telephone = true;
    }
    if (type != FieldType::money) return head;
    std::uint32_t glued = 0;  // where a multiplier ends: "k€"
    for (std::uint32_t at = 0; at < folded.size(); ++at) {
        const bool inside = (static_cast<unsigned char>(folded[at]) & 0xC0U) == 0x80U;
        if (at != 0 && at != glued && folded[at - 1] != ' ' && folded[at - 1] != '(' && folded[at - 1] != '\'' && (inside || !is_ideograph(decode(folded, at).code))) continue;
        const TermHit hit = language.connectors.match_at(folded, at, word_id(WordKind::multiplier), word_id(WordKind::multiplier, 0xFFFF));
        if (hit.end != 0 && head.power == 0) {
            const std::string_view power = detail_of_word(language, hit.id);
            if (power.size() == 1) head.power = static_cast<std::uint32_t>(power[0] - '0');
            glued = hit.end;
        }
        const TermHit currency = language.connectors.match_at(folded, at, word_id(WordKind::currency), word_id(WordKind::currency, 0xFFFF));
        if (currency.end != 0 && head.currency.empty()) head.currency = detail_of_word(language, currency.id);
    }
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    for (std::size_t at = 0; at < written.size() && head.currency.empty(); ++at) {
        std::size_t end = at;
        while (end < written.size() && is_letter(written[end])) ++end;
        if (end == at) continue;
        const CurrencyCode coded = currency_code(written.substr(at, end - at));
        head.currency = coded.code;
        if (head.power == 0) head.power = coded.power;
        at = end;
    }
    return head;
}

bool is_title_of_person(const Reading& reading, Span words) {
    const std::string head = fold(reading.view(words).substr(0, 12));
    return head.size() > 2 && is_caseless(decode(head, 0).code) && reading.language.words.match_at(head, 0, word_id(WordKind::person_title), word_id(WordKind::person_title, 0xFFFF)).end > 2;
}

}  // namespace plancheck
