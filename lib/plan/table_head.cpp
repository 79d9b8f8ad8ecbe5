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

// "From – to", "De – à", "с … по", "من - إلى": nothing but signs between the two words.
bool says_from_to(const Language& language, std::string_view core) {
    TermHit from;
    for (const WordKind kind : {WordKind::from, WordKind::between, WordKind::begin})
        if (from.end == 0) from = language.connectors.match_at(core, 0, word_id(kind), word_id(kind, 0xFFFF));
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

// The first field of a type, or Lexicon::none.
std::uint32_t field_of(const ItemSpec& spec, FieldType type) noexcept {
    for (std::uint32_t f = 0; f < spec.fields.size(); ++f)
        if (spec.fields[f].type == type) return f;
    return Lexicon::none;
}

// `Find` gives the hits of an index in the folded text.
template <class Find>
class HeadReader {
public:
    HeadReader(const Search& search, std::string_view written, std::string_view folded, const Words& words, Find find)
        : search_(search), spec_(search.spec()), words_(words), language_(words.language != nullptr ? *words.language : search.reading.language), written_(written), folded_(folded), find_(find) {
        core_ = trimmed(folded.substr(0, folded.find('(')));
        while (!core_.empty() && (core_.back() == ':' || core_.back() == '*' || core_.back() == ' ')) core_.remove_suffix(1);
    }

    TableHead read() {
        if (const std::uint32_t times = says_from_to(language_, core_) ? field_of(spec_, FieldType::timeline) : Lexicon::none; times != Lexicon::none) {
            take(times, 3);
            return head_;
        }
        read_heads();
        if (head_.field == Lexicon::none) read_currency();
        if (head_.field == Lexicon::none) read_contact();
        // "2025" beside "Indicator" heads its values.
        if (head_.field == Lexicon::none && !spec_.whole_section && core_.size() == 4 && holds_year(core_)) head_.of_another = true;
        if (head_.field == Lexicon::none) return head_;
        // "Objective (2030)" over numbers is what an indicator is to reach, and no objective.
        if (!spec_.whole_section && is(FieldType::reference) && holds_year(folded_))
            if (const std::uint32_t target = field_of(spec_, FieldType::quantity); target != Lexicon::none) head_.field = target;
        if (is(FieldType::number))
            if (const std::uint32_t other = number_of_another(); other != Lexicon::none) {
                take(other, 2);
                return head_;
            }
        constexpr std::ptrdiff_t most_spaces = 5;  // a sentence that has such a word in it is no head
        if (head_.quality == 1 && std::count(folded_.begin(), folded_.end(), ' ') > most_spaces) head_ = {};
        return head_;
    }

private:
    void take(std::uint32_t field, int quality) {
        head_.field = field;
        head_.quality = quality;
    }
    bool is(FieldType type) const { return spec_.fields[head_.field].type == type; }

    // What the template lists for the kind's fields: one of them, one that may as well be another, or several joined.
    void read_heads() {
        std::uint32_t reached = 0, first = 0;
        for (const TermHit& hit : find_(words_.heads)) {
            if (hit.id / 64 != search_.kind) {
                if (hit.begin == 0 && hit.end >= core_.size()) head_.of_another = true;
                continue;
            }
            const std::uint32_t field = hit.id % 64;
            const bool is_first = head_.field == Lexicon::none;
            if (!is_first && head_.field != field && hit.begin == first && hit.end == reached && head_.more.empty()) head_.either = field;
            if (hit.begin < reached) continue;
            if (is_first) {
                first = hit.begin;
                const bool at_start = begins(words_.heads, hit);
                take(field, at_start && hit.end >= core_.size() ? 3 : at_start ? 2 : 1);
            } else if (hit.end <= core_.size() + 1 || folded_[hit.begin - 1] != '(') {
                if (!joins(trimmed(folded_.substr(reached, hit.begin - reached)))) continue;
                if (field != head_.field) head_.more.push_back(field);
            }
            reached = hit.end;
        }
    }

    // An article written together with the word belongs to it.
    bool begins(const TermIndex& index, const TermHit& hit) const { return hit.begin == 0 || index.match_at(folded_, 0, hit.id, hit.id).end == hit.end; }

    bool joins(std::string_view between) const {
        return between == "/" || between == "," || between == "&" || between == "-" || between == ";" || joins_words(search_.reading, between);
    }

    // "USD" alone heads amounts.
    void read_currency() {
        if (core_.empty()) return;
        const TermHit currency = language_.connectors.match_at(core_, 0, word_id(WordKind::currency), word_id(WordKind::currency, 0xFFFF));
        if (currency.end != core_.size() && currency_code(trimmed(written_)).code.empty()) return;
        if (const std::uint32_t field = field_of(spec_, FieldType::money); field != Lexicon::none) take(field, 3);
    }

    // "Tel." and the like, which the language knows and the template need not list.
    void read_contact() {
        const auto hits = find_(language_.words);
        const bool labelled = std::any_of(hits.begin(), hits.end(), [this](const TermHit& hit) {
            const WordKind kind = kind_of_word(hit.id);
            return (kind == WordKind::telephone_label || kind == WordKind::email_label || kind == WordKind::contact_label || kind == WordKind::web_label) && begins(language_.words, hit);
        });
        if (const std::uint32_t field = labelled ? field_of(spec_, FieldType::contact) : Lexicon::none; field != Lexicon::none) take(field, 2);
    }

    // "No. of the action" is not the item's own number: the field that refers to an action.
    std::uint32_t number_of_another() const {
        constexpr std::size_t shortest = 2 /* "N.º" */, longest_rest = 2;
        for (const TermHit& hit : find_(words_.around)) {
            if (hit.begin == 0 || hit.end - hit.begin < shortest || trimmed(folded_.substr(hit.end)).size() > longest_rest) continue;
            for (std::uint32_t f = 0; f < spec_.fields.size(); ++f) {
                const std::uint32_t target = spec_.fields[f].type == FieldType::reference ? search_.reading.lexicon.kind(spec_.fields[f].refers_to) : Lexicon::none;
                if (target != Lexicon::none && target != search_.kind && (hit.id == target || hit.id == Words::name_of_kind + target)) return f;
            }
        }
        return Lexicon::none;
    }

    const Search& search_;
    const ItemSpec& spec_;
    const Words& words_;
    const Language& language_;
    std::string_view written_, folded_;
    std::string_view core_;  // folded, without what stands in brackets behind it
    Find find_;
    TableHead head_;
};

}  // namespace

TableHead table_head(const Search& search, const TableCell& cell, const Words& words) {
    const Reading& reading = search.reading;
    // Nearly always one paragraph.
    if (const std::uint32_t only = only_text_in(reading, cell.block); only != Lexicon::none) {
        const Span whole = reading.document.blocks[only].text;
        const std::string_view written = reading.view(whole);
        if (!fits_in(written, longest_table_head)) return {};
        const FoldedPart part(reading, {only, whole});
        return HeadReader(search, written, part.text(), words, [&](const TermIndex& index) { return part.find(index); }).read();
    }
    const std::string written = head_text(reading, cell);
    if (!fits_in(written, longest_table_head)) return {};
    const std::string folded = fold(written);
    return HeadReader(search, written, folded, words, [&](const TermIndex& index) { return index.find(folded); }).read();
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

bool says_values(const Reading& reading, const TableGrid& grid, const TableRow& row) {
    constexpr std::size_t longest = 48;  // columns
    if (row.filled < 2) return false;
    return std::any_of(grid.cells.begin() + row.first, grid.cells.begin() + row.first + row.count, [&](const TableCell& cell) {
        const std::string_view own = trimmed(reading.view(cell.text));
        return own.find('@') != own.npos || !fits_in(own, longest) || (is_number_alone(own) && count_code_points(own) != 4 && count_code_points(own) > 1);
    });
}

bool is_own_alone(const Search& search, const TableGrid& grid, const HeadRow& heads, std::size_t first, std::size_t end, const Words& words) {
    constexpr std::size_t least_rows = 2;
    const auto own = std::find_if(heads.begin(), heads.end(), [&](const auto& one) { return one.second.quality == 3 && one.second.field != Lexicon::none && search.spec().fields[one.second.field].own; });
    if (own == heads.end() || grid.columns < 2 || end != first + 1 || grid.rows.size() < end + least_rows) return false;
    if (!search.reading.document.blocks[grid.rows[first].block].has(mark::header_row) || says_values(search.reading, grid, grid.rows[first])) return false;
    return std::all_of(grid.rows.begin() + static_cast<std::ptrdiff_t>(end), grid.rows.end(), [&](const TableRow& row) {
        const auto begin = grid.cells.begin() + row.first, stop = begin + row.count;
        const auto named = std::find_if(begin, stop, [&](const TableCell& cell) { return cell.column == own->first->column; });
        return named != stop && !named->empty && (begin->empty || table_head(search, *begin, words).quality < 3);
    });
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
    // Above an empty corner stands what the columns are: "| | Lead | Partner | Partner |". Heads of columns stand at the top;
    // below, words of theirs may be what is said ("Role | Lead | Partner").
    const TableRow& top = grid.rows[grid.cells[grid.rows.front().first].empty ? 1 : 0];
    const auto cells = grid.cells.begin() + static_cast<std::ptrdiff_t>(top.first);
    return std::none_of(cells, cells + static_cast<std::ptrdiff_t>(top.count), [&](const TableCell& cell) { return cell.column != 0 && head_of(cell).quality >= 3; });
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
