// The title is what the format marks as one, else the first heading, bold line or line before the first section; one that
// names an area goes before the name of the programme above it. A date is the plan's own only on a line of its own, where
// little else stands, or at the end of a short one ("Adopted in Lisbon, 12 March 2026").
#include "plan/title_block.hpp"

#include <algorithm>
#include <map>

#include "plan/own_area.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_title_line = 200;  // columns
constexpr std::uint32_t most_blocks = 200;  // a title block is no longer, however late the first section stands

std::size_t letters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (is_letter_or_digit(d.code)) ++count;
        at += d.size;
    }
    return count;
}

class TitleBlock {
public:
    TitleBlock(const Reading& reading, Plan& plan) : reading_(reading), plan_(plan) {
        end_ = std::min(reading.outline.front_end, reading.document.main_end);
    }

    void run() {
        mail_end_ = end_of_mail_head();
        const std::uint32_t title = find_title();
        area(title);
        dates(title);
        status(title);
    }

private:
    const Reading& reading_;
    Plan& plan_;
    std::uint32_t end_ = 0, mail_end_ = 0;

    // "From: …", "To: …", "Subject: …" of a plan that was sent as a mail: lines that each have a label of a word or two, and one of which
    // has an address. 0: there is no such head.
    std::uint32_t end_of_mail_head() const {
        std::size_t lines = 0;
        bool addressed = false;
        std::uint32_t at = 0;
        for (; at < std::min(end_, most_blocks); ++at) {
            if (!reading_.is_text(at)) continue;
            const std::string_view words = text(at);
            if (block(at).kind != BlockKind::paragraph || !fits_in(words, 400)) break;
            bool labelled = !words.empty();
            for (std::size_t from = 0; from < words.size() && labelled; from = std::min(words.find('\n', from), words.size() - 1) + 1, ++lines) {
                const std::string_view line = words.substr(from, words.find('\n', from) - from);
                const std::size_t colon = line.find(": ");
                labelled = colon != line.npos && fits_in(line.substr(0, colon), 15) && std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), ' ') < 2;
            }
            if (!labelled) break;
            addressed = addressed || holds_mail(words, reading_.language);
        }
        return addressed && lines > 2 ? at : 0;
    }
    // Behind it a letter may stand before the title: one is set in capitals, or names the area.
    bool is_letter(std::uint32_t index) const {
        const std::string_view words = title_words(index).substr(0, title_words(index).find('\n'));
        bool capitals = letters_in(words) > 3;
        for (std::size_t at = 0; at < words.size() && capitals; at += decode(words, at).size) {
            const char32_t c = decode(words, at).code;
            capitals = !is_letter_or_digit(c) || is_upper(c) || is_caseless(c) || is_ideograph(c) || (c >= '0' && c <= '9');
        }
        return !capitals && names_area(index).empty();
    }

    const Block& block(std::uint32_t index) const { return reading_.document.blocks[index]; }
    std::string_view text(std::uint32_t index) const { return trimmed(reading_.view(block(index).text)); }
    // A heading of a box: what stands in boxes is not counted, and yet a title page has its title there.
    bool is_boxed_heading(std::uint32_t index) const {
        const Block& b = block(index);
        return b.has(mark::uncounted) && (b.kind == BlockKind::heading || b.has(mark::title)) && !b.has(mark::contents) && !b.has(mark::placeholder);
    }
    bool usable(std::uint32_t index) const {
        return (reading_.is_text(index) || is_boxed_heading(index)) && !text(index).empty() &&
               !reading_.words.around.is_term(fold(text(index).substr(0, longest_title_line)), Words::other_heading);
    }

    bool title_like(std::uint32_t index, bool plain = false) const {
        const Block& b = block(index);
        if (plain && b.kind == BlockKind::paragraph && fits_in(title_words(index), 120) && !text(index).ends_with('.') && !holds_mail(title_words(index), reading_.language)) return true;
        return fits_in(text(index), longest_title_line) &&
               (b.has(mark::title) || b.kind == BlockKind::heading || (b.kind == BlockKind::paragraph && b.bold >= b.text.size()));
    }
    std::string names_area(std::uint32_t index) const {
        const std::string_view words = title_words(index).substr(0, longest_title_line);
        std::string area = term_in(words, "areas");
        return area.empty() ? term_in(words, "area-words") : area;
    }

    // The first line of a paragraph whose others say when.
    std::string_view title_words(std::uint32_t index) const {
        std::string_view words = text(index);
        // "Business plan 2026-2028", the area, the day: lines that are no more than a day are none of a title.
        for (std::size_t last = words.rfind('\n'); block(index).kind == BlockKind::paragraph && last != std::string_view::npos; last = words.rfind('\n')) {
            const std::string_view own = trimmed(words.substr(last + 1));
            if (!fits_in(own, 40) || value_of(own, true).size() != 10) break;
            words = trimmed(words.substr(0, last));
        }
        const std::string_view line = words.substr(0, words.find('\n'));
        if (line.size() == words.size() || block(index).kind != BlockKind::paragraph || find_value(index, true).empty() || !find_values(line, reading_.language, want_times | in_time_field).empty()) return words;
        return trimmed(line);
    }

    std::uint32_t find_title() {
        std::uint32_t best = Lexicon::none;
        int rank = 0;
        for (std::uint32_t i = 0; i < end_; ++i) {
            if (!usable(i) || i < mail_end_) continue;
            const Block& b = block(i);
            int own = 0;
            if (b.has(mark::title)) own = 4;
            else if (b.kind == BlockKind::heading) own = 3;
            else if (b.kind == BlockKind::paragraph && b.bold >= b.text.size() && fits_in(text(i), longest_title_line) && find_value(i, true).empty()) own = 2;
            else if (b.kind == BlockKind::paragraph && fits_in(text(i), longest_title_line) && i < most_blocks && (find_value(i, true).empty() || title_words(i).size() < text(i).size() || !names_area(i).empty()) && (mail_end_ == 0 || !is_letter(i))) own = 1;
            if (own > rank) {
                rank = own;
                best = i;
            }
            if (rank == 4) break;
        }
        if (best == Lexicon::none) return best;
        if (rank != 4 && names_area(best).empty())
            for (std::uint32_t i = best + 1; i < end_ && i < best + 12; ++i)
                if (usable(i) && title_like(i, rank == 1) && !names_area(i).empty()) {
                    best = i;
                    break;
                }
        plan_.title = std::string(title_words(best));
        std::replace(plan_.title.begin(), plan_.title.end(), '\n', ' ');
        std::replace(plan_.title.begin(), plan_.title.end(), '\t', ' ');
        return best;
    }

    std::string term_in(std::string_view words, std::string_view vocabulary) const {
        const std::uint32_t index = reading_.lexicon.vocabulary(vocabulary);
        const auto hits = reading_.find(fold(words), index);
        if (hits.empty()) return {};
        return reading_.form.vocabularies[index].terms[reading_.lexicon.term(hits.front().id).term].key;
    }

    // The term that a range names most often; of equals the first.
    std::string most_named(std::uint32_t begin, std::uint32_t end, std::uint32_t vocabulary) const {
        std::map<std::uint32_t, std::size_t> count;
        std::vector<std::uint32_t> order;
        for (const TermPlace& place : reading_.terms)
            if (place.vocabulary == vocabulary && place.block >= begin && place.block < end && ++count[place.term] == 1) order.push_back(place.term);
        std::string best;
        std::size_t most = 0;
        for (const std::uint32_t term : order)
            if (count[term] > most) {
                most = count[term];
                best = reading_.form.vocabularies[vocabulary].terms[term].key;
            }
        return best;
    }

    void area(std::uint32_t title) {
        const std::uint32_t areas = reading_.lexicon.vocabulary("areas");
        if (areas == Lexicon::none) return;
        if (title != Lexicon::none) {
            plan_.area = term_in(plan_.title, "areas");
            if (plan_.area.empty()) plan_.area = term_in(plan_.title, "area-words");
        }
        // Titles run over several headings.
        for (std::uint32_t i = 0; i < end_ && plan_.area.empty(); ++i)
            if (usable(i) && (block(i).kind == BlockKind::heading || block(i).has(mark::title) || block(i).bold >= block(i).text.size()))
                plan_.area = term_in(text(i).substr(0, longest_title_line), "areas");
        if (plan_.area.empty()) plan_.area = most_named(0, end_, areas);
        if (plan_.area.empty() && reading_.form.sections.size() > 1)
            if (const Section* section = reading_.outline.find(reading_.form.sections[1].key))
                plan_.area = most_named(section->glued.empty() ? section->body_begin : section->heading, section->body_end, areas);
        if (plan_.area.empty()) plan_.own_area = own_area(reading_, plan_.title);
    }

    // The date or period that makes up a line, or one of its sentences ("Version of 12 March 2026. Written by the lead.").
    std::string find_value(std::uint32_t index, bool date) const {
        const std::string_view words = text(index);
        constexpr std::size_t longest_note = 300;
        if (!fits_in(words, longest_note)) return {};
        const auto goes_on = [](std::string_view rest) {  // "июль 2026 г. – июнь 2029 г.": no sentence ends there
            rest = trimmed(rest);
            return rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94") || rest.starts_with("- ");
        };
        for (const SentencePlace& sentence : sentences_of(words, reading_.language, Semicolon::joins))
            if (date && goes_on(words.substr(sentence.end))) return {};
            else if (std::string value = value_of(words.substr(sentence.begin, sentence.end - sentence.begin), date); !value.empty()) return value;
        // A line of its own below the title, which no blank line parts.
        for (std::size_t at = words.find('\n'), from = 0; from < words.size() && words.find('\n') != std::string_view::npos; from = at + 1, at = words.find('\n', from)) {
            at = std::min(at, words.size());
            if (std::string value = value_of(trimmed(words.substr(from, at - from)), date); !value.empty()) return value;
        }
        return date ? in_part(words) : std::string();
    }

    // "Version 3 – 22 May 2026 – replaces the outline", "Adopted on 6 May 2026 in Lisbon": a day that fills a part of a line, or
    // behind a word for how things stand with the plan.
    std::string in_part(std::string_view words) const {
        if (!fits_in(words, 160)) return {};
        auto whole = find_values(words, reading_.language, want_times | in_time_field);
        std::erase_if(whole, [&](const Value& value) { return begins_in_edition(words, value); });
        const auto inside_value = [&](std::size_t at) { return std::any_of(whole.begin(), whole.end(), [&](const Value& value) { return value.begin < at && at < value.end; }); };
        for (std::size_t from = 0; from < words.size();) {
            std::size_t to = words.size(), next = words.size();
            for (const std::string_view sign : {" \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " | ", ", ", "; "})
                if (const std::size_t at = words.find(sign, from); at < to && (sign.size() > 2 || !inside_value(at))) {
                    to = at;
                    next = at + sign.size();
                }
            // The dash of "July 2026 – June 2029" parts nothing.
            if (std::any_of(whole.begin(), whole.end(), [&](const Value& value) { return value.type == ValueType::period && !is_open(value) && value.begin < to && value.end > from; })) {
                from = next;
                continue;
            }
            const std::string_view part = trimmed(words.substr(from, to - from));
            if (part.find_first_of("0123456789\xD9\xE4\xE5\xE6\xE7\xE8\xE9") == std::string_view::npos) {
                from = next;
                continue;
            }
            const bool comma = next - to == 2 || (from > 1 && (words[from - 2] == ',' || words[from - 2] == ';'));  // it parts sentences as well
            const auto values = find_values(part, reading_.language, want_times | in_time_field);
            if (values.size() == 1 && (is_open(values.front()) || (values.front().type == ValueType::date && values.front().value.size() == 10))) {
                if (part.size() != words.size() && !comma)
                    if (std::string value = value_of(part, true); !value.empty()) return value;
                const std::string_view before = part.substr(0, values.front().begin), behind = behind_year(part.substr(values.front().end));
                const bool sentence = words.ends_with('.') && (!comma || to == words.size() || !behind_year(words.substr(whole.back().end)).empty());
                if (!sentence && letters_in(behind) <= 32 && letters_in(before) <= 40 && behind.find_first_of(",;:.") == std::string_view::npos &&
                    reading_.holds(before.empty() ? part : before, reading_.lexicon.vocabulary("status")))
                    return values.front().value.substr(0, 10);
            }
            from = next;
        }
        return {};
    }

    // "от 12.02.2026": "of" a day, where the word also opens a period.
    static bool is_open(const Value& value) { return value.type == ValueType::period && value.value.size() == 11 && value.value.ends_with('/'); }

    // "Version 2 – 14 May 2026": behind a word a number of its own and a dash between spaces are of no range of days.
    static bool begins_in_edition(std::string_view words, const Value& value) {
        constexpr std::size_t days = 21;  // both with their month and year
        if (value.type != ValueType::period || value.value.size() != days || letters_in(words.substr(0, value.begin)) < 3) return false;
        const std::string_view own = words.substr(value.begin, value.end - value.begin);
        const std::size_t digits = std::min(own.find_first_not_of("0123456789"), own.size());
        return digits != 0 && digits <= 2 && (own.substr(digits).starts_with(" \xE2\x80\x93 ") || own.substr(digits).starts_with(" \xE2\x80\x94 ") || own.substr(digits).starts_with(" - "));
    }

    std::string value_of(std::string_view words, bool date) const {
        // "12 March 2026 (endorsed by the partners)"
        if (const std::size_t open = words.rfind('('); open != std::string_view::npos && open > 3 && words.ends_with(')')) words = trimmed(words.substr(0, open));
        if (!fits_in(words, 160) || words.find_first_of("0123456789\xD9\xE4\xE5\xE6\xE7\xE8\xE9") == std::string_view::npos) return {};
        for (const Value& value : find_values(words, reading_.language, want_times | in_time_field)) {
            if (is_open(value)) {
                const bool sentence = words.ends_with('.') && behind_year(words.substr(value.end)).size() != 0 && letters_in(words.substr(value.begin, value.end - value.begin)) * 2 < letters_in(words);
                if (date && !sentence && behind_year(words.substr(value.end)).size() <= 1) return value.value.substr(0, 10);
                continue;
            }
            if (date ? value.type != ValueType::date && value.type != ValueType::quarter : value.type != ValueType::period || begins_in_edition(words, value)) continue;
            if (date && (ends_range(words.substr(0, value.begin)) || reading_.holds(words.substr(0, value.begin), reading_.lexicon.vocabulary("next-time")))) continue;
            const std::size_t own = letters_in(words.substr(value.begin, value.end - value.begin));
            const std::size_t all = letters_in(words);
            if (own * 5 >= all * (words.ends_with('.') ? 4 : 2)) return value.value;
            // "Drawn up on 3 April 2026."
            if (date && value.value.size() == 10 && all <= 40U && behind_year(words.substr(value.end)).size() <= 3 && (reading_.holds(words.substr(0, value.begin), reading_.lexicon.vocabulary("status")) || reading_.holds(words.substr(0, value.begin), reading_.lexicon.vocabulary("drawn-up"))))
                return value.value;
            // At the end of a short line that is no sentence, or behind a comma: a month at least, as a year alone is part of
            // many names.
            const std::string_view behind = behind_year(words.substr(value.end));
            const bool comma = is_behind_comma(words.substr(0, value.begin));
            const bool ends = behind.empty() || ((behind == "." || behind == "。") && (comma || own * 2 >= all));
            if (!date && comma && ends && all <= 72U) return value.value;
            if (date && value.type == ValueType::date && value.value.size() >= 7 && value.value.front() != '/' && ends && all <= (comma ? 110U : 72U)) return value.value;
        }
        return {};
    }

    // What stands behind a date and the word for "year" that some languages write there ("2025 года", "2025 г.").
    std::string_view behind_year(std::string_view rest) const {
        rest = trimmed(rest);
        const Folded folded = fold_mapped(rest);
        const TermHit hit = reading_.language.connectors.match_at(folded.text, 0, word_id(WordKind::of_year), word_id(WordKind::of_year, 0xFFFF));
        return hit.end == 0 ? rest : trimmed(rest.substr(folded.source_end(hit.end)));
    }

    // "(from the first of the month, 16 June 2026) to June 2029": behind such a word and another year a date ends a period.
    bool ends_range(std::string_view before) const {
        before = trimmed(before);
        const std::size_t space = before.rfind(' ');
        if (space == std::string_view::npos || before.find_first_of("0123456789\xD9\xDB") >= space) return false;
        const std::string word = fold(before.substr(space + 1));
        if (reading_.language.connectors.match_at(word, 0, word_id(WordKind::to), word_id(WordKind::to, 0xFFFF)).end != word.size()) return false;
        return !find_values(before.substr(0, space), reading_.language, want_times | in_time_field).empty();
    }

    static bool is_behind_comma(std::string_view before) {
        before = trimmed(before);
        return before.ends_with(',') || before.ends_with(':') || before.ends_with('.') || before.ends_with("،") || before.ends_with("，") || before.ends_with("：");
    }

    void period_in(std::string_view words) {
        for (const Value& value : find_values(words, reading_.language, want_times | in_time_field))
            if (value.type == ValueType::period && plan_.period.empty()) plan_.period = value.value;
    }

    // "Prepared by the secretariat. The plan covers July 2026 to June 2029.", "(period: 2026, 2027 and 2028)": a sentence that says so.
    std::string said_period(std::string_view words) const {
        const std::uint32_t says = reading_.lexicon.vocabulary("plan-period");
        constexpr std::size_t longest = 400, year = 4;
        if (says == Lexicon::none || !fits_in(words, longest)) return {};
        for (const SentencePlace& place : sentences_of(words, reading_.language, Semicolon::ends)) {
            const std::string_view sentence = words.substr(place.begin, place.end - place.begin);
            if (!reading_.holds(sentence, says)) continue;
            std::vector<std::string> years;
            for (const Value& value : find_values(sentence, reading_.language, want_times | in_time_field)) {
                if (value.type == ValueType::period && value.value.front() != '/' && value.value.back() != '/') return value.value;
                if (value.type == ValueType::date && value.value.size() == year) years.push_back(value.value);
            }
            if (years.size() >= 2 && years.front() < years.back() && std::is_sorted(years.begin(), years.end())) return years.front() + '/' + years.back();
        }
        return {};
    }

    static bool ends_in_range(std::string_view words) {
        const std::size_t dash = words.ends_with('-') ? 1 : words.ends_with("\xE2\x80\x93") ? 3 : 0;
        const std::string_view before = trimmed(words.substr(0, words.size() - dash));
        return dash != 0 && !before.empty() && before.back() >= '0' && before.back() <= '9';
    }

    void dates(std::uint32_t title) {
        if (title != Lexicon::none) period_in(plan_.title);
        dates_from(mail_end_, title);
        if (mail_end_ != 0) dates_from(0, title);  // when it was sent, where it says nothing else
        for (std::uint32_t i = 0; i < end_ && plan_.period.empty(); ++i)
            if (reading_.is_text(i)) plan_.period = said_period(text(i));
    }

    void dates_from(std::uint32_t begin, std::uint32_t title) {
        bool open = false;  // the text above ends in "2025-"
        for (std::uint32_t i = begin; i < end_; ++i) {
            if (!reading_.is_text(i)) continue;
            const bool ends_period = open;
            open = ends_in_range(text(i));
            if (i == title && title_words(i).size() == text(i).size()) {
                // "The area's plan 2027-2028, 6 October 2026" in one line; a year alone is part of the title.
                if (const std::string own = find_value(i, true); plan_.date.empty() && own.size() >= 7 && !plan_.title.empty() && block(i).kind == BlockKind::paragraph) plan_.date = own;
                continue;
            }
            if (plan_.date.empty() && !ends_period) plan_.date = find_value(i, true);
            if (plan_.period.empty()) plan_.period = find_value(i, false);
            if (plan_.period.empty() && title != Lexicon::none && usable(i) && title_like(i)) period_in(text(i));
        }
    }

    // "(draft for review by the Advisory Group)", on a line of its own or behind the title.
    void status(std::uint32_t title) {
        for (std::uint32_t i = 0; i < end_ && plan_.status.empty(); ++i) {
            if (!reading_.is_text(i)) continue;
            std::string_view words = text(i);
            if (!fits_in(words, longest_title_line) || !words.ends_with(')')) continue;
            const std::size_t open = words.rfind('(');
            if (open == std::string_view::npos || (open != 0 && i != title)) continue;
            words = trimmed(words.substr(open + 1, words.size() - open - 2));
            const bool known = reading_.holds(words, reading_.lexicon.vocabulary("status"));
            if (known || (open == 0 && i != title && find_value(i, true).empty() && find_value(i, false).empty() && words.size() > 12)) plan_.status = std::string(words);
        }
    }
};

}  // namespace

void read_title_block(const Reading& reading, Plan& plan) { TitleBlock(reading, plan).run(); }

}  // namespace plancheck
