// A date begins with a digit or a name. A point in time is read from there (date_reader.hpp); then a sign or word of range
// may add a second point, and words before it may open the period. A year alone is a date only where something
// introduces it. Parts that the first point of a range leaves out come from the second ("14-18 March 2025").
#include <algorithm>

#include "text/characters.hpp"
#include "text/date_reader.hpp"
#include "text/other_calendars.hpp"
#include "text/value_finder.hpp"

namespace plancheck {

namespace {

std::string canonical(const DatePoint& p) {
    if (!p.is_part_of_year()) return date_text(p.year, p.month, p.day);
    return date_text(p.year, 0, 0) + (p.quarter != 0 ? "-Q" : "-H") + std::to_string(p.quarter != 0 ? p.quarter : p.half);
}

// "14-18 March 2025", "March to May 2025": what the first point of a range leaves out is the second's.
void complete(DatePoint& first, const DatePoint& second) noexcept {
    if (first.year != 0) return;
    first.year = second.year;
    if (first.month == 0 && !first.is_part_of_year()) first.month = second.month;
}

}  // namespace

// Goes through a text once, from where one date may begin to where the next one may.
class ValueFinder::DateFinder {
public:
    explicit DateFinder(ValueFinder& finder)
        : f_(finder), reader_(finder), text_(finder.text_), in_field_(finder.wants(in_time_field)), wanted_(finder.wants(want_times)), hit_(finder.hits_.begin()) {
        for (std::size_t sign = text_.find(year_sign); sign != std::string_view::npos; sign = text_.find(year_sign, sign + 1))
            if (sign >= 12 && chinese_year(text_, sign - 12) != 0) years_.push_back(sign - 12);
        year_ = years_.begin();
    }

    void run() {
        for (std::size_t i = next_start(0); i < text_.size(); i = next_start(read(i))) {
        }
    }

private:
    ValueFinder& f_;
    const DateReader reader_;
    const std::string_view text_;
    const bool in_field_;
    const bool wanted_;
    std::vector<std::size_t> years_;  // where years in Chinese digits begin
    std::vector<std::size_t>::const_iterator year_;
    std::span<TermHit>::iterator hit_;
    std::size_t last_date_end_ = 0;  // of the value before, for "en 2025 puis en 2027"

    // The first place from `i` on where a date begins, or the end of the text.
    std::size_t next_start(std::size_t i) {
        for (; i < text_.size(); ++i) {
            if (!f_.digit(i)) i = next_digit_or_word(i);
            if (i < text_.size() && starts_at(i)) break;
        }
        return i;
    }

    std::size_t next_digit_or_word(std::size_t i) {
        pass(i);
        const std::size_t word = hit_ == f_.hits_.end() ? text_.size() : hit_->begin, year = year_ == years_.end() ? text_.size() : *year_;
        const std::size_t next = std::min(word, year);
        return std::min(ascii_digits.find(text_.substr(0, std::min(next, f_.digits_end_)), std::max(i, f_.digits_begin_)), next);
    }

    void pass(std::size_t i) {
        while (hit_ != f_.hits_.end() && hit_->begin < i) ++hit_;
        while (year_ != years_.end() && *year_ < i) ++year_;
    }

    bool starts_at(std::size_t i) {
        if (f_.digit(i) && (f_.number_starts(i) || f_.is_fiscal(i))) return true;
        if (f_.used_[i] != 0) return false;
        pass(i);
        if (year_ != years_.end() && *year_ == i) return true;
        for (auto hit = hit_; hit != f_.hits_.end() && hit->begin == i; ++hit) {
            const WordKind kind = kind_of_word(hit->id);
            if (kind == WordKind::month || kind == WordKind::quarter || kind == WordKind::half_year) return true;
        }
        return false;
    }

    // Takes the date or period that begins at `i`, if it is one; where to go on.
    std::size_t read(std::size_t i) {
        if (const LunarYears lunar = lunar_years(text_, i); lunar.end != 0 && f_.is_free(i, lunar.end)) return take_lunar(i, lunar);
        DatePoint first = first_point(i);
        if (first.end == 0) return std::max(i + 1, f_.digits_end(i));
        const Connector between = f_.connector_before(i, WordKind::between);
        DatePoint second = second_point(first, between.end != 0);
        if (second.end != 0) {
            // "14 – 2027": a bare day needs the month of the other point.
            if (first.day_only() && second.month == 0) return first.end;
            complete(first, second);
            if (first.year_only() && second.year_only() && !in_field_) {
                if (first.year == second.year) second = {};
                else if (first.year > second.year && !is_said_backwards(i, first, second)) return first.end;
            }
        }
        if (first.year == 0) return first.end;
        if (second.end != 0 && f_.is_free(i, second.end)) return take_range(between.end != 0 ? between.begin : i, first, second);
        if (!f_.is_free(i, first.end) || (first.year_only() && !stands_as_year(i, first))) return first.end;
        return take_alone(i, first);
    }

    DatePoint first_point(std::size_t i) const {
        const bool fiscal = f_.is_fiscal(i);
        if (fiscal && f_.digits_end(i) == i + 2) return {.year = 2000 + number_of(text_.substr(i, 2)), .end = i + 2, .suffixed = true};
        DatePoint first = reader_.point(i, true);
        first.suffixed = first.suffixed || fiscal;
        return first;
    }

    // The point that a range goes on to; none where nothing joins it or it has no year.
    DatePoint second_point(const DatePoint& first, bool between) const {
        if (const DatePoint last = shortened_year(first, between); last.end != 0) return last;
        std::size_t joint = reader_.range_joint(first.end, between);
        // 2024/2025
        if (joint == 0 && first.year_only() && f_.at(first.end) == '/' && f_.is_year(first.end + 1)) joint = first.end + 1;
        if (joint == 0) return {};
        DatePoint second = reader_.point(reader_.year_behind_words(joint), false);
        // "from the 1 January 2025 to the 31 December 2028"
        if (second.end == 0)
            if (const std::size_t day = behind_article(joint); day != 0) second = reader_.point(day, false);
        // "March 2025 – May": a later month without a year is of the same year.
        if (second.end != 0 && second.year == 0 && first.year != 0 && second.month > first.month) second.year = first.year;
        return second.year != 0 ? second : DatePoint{};
    }

    // Behind a short word and a space, where a digit stands there; else 0.
    std::size_t behind_article(std::size_t i) const {
        constexpr std::size_t longest = 4;  // bytes
        const std::size_t end = std::min(text_.find(' ', i), text_.size());
        const bool article = end - i <= longest && end + 1 < text_.size() && f_.digit(end + 1) && std::binary_search(f_.language_.stop_words.begin(), f_.language_.stop_words.end(), text_.substr(i, end - i));
        return article ? end + 1 : 0;
    }

    // 2024-25, 2024/25: the end takes the century of its start.
    DatePoint shortened_year(const DatePoint& first, bool between) const {
        const char sign = f_.at(first.end);
        if (!first.year_only() || (sign != '-' && sign != '/') || !reader_.two_digits(first.end + 1)) return {};
        const std::size_t end = first.end + 3;
        if (f_.at(end) == '/' && f_.digit(end + 1)) return {};
        const int year = first.year / 100 * 100 + number_of(text_.substr(first.end + 1, 2));
        if (year <= first.year) return {};
        if (year == first.year + 1)
            if (const DatePoint last = later_pair(first.year, sign, reader_.range_joint(end, between)); last.end != 0) return last;
        return {.year = year, .end = end};
    }

    // "FY 2025/26 – FY 2027/28": a pair of years behind another reaches to its second year.
    DatePoint later_pair(int after, char sign, std::size_t joint) const {
        const std::size_t begin = joint == 0 ? 0 : reader_.year_behind_words(joint), behind = begin + 4;
        if (joint == 0 || !f_.is_year(begin) || f_.at(behind) != sign || !reader_.two_digits(behind + 1)) return {};
        const int year = number_of(text_.substr(begin, 4));
        if (year <= after || number_of(text_.substr(behind + 1, 2)) != (year + 1) % 100) return {};
        return {.year = year + 1, .end = behind + 3};
    }

    // "2027-2025" may be a number; "from 2027 to 2025", "с 2028 по 2026 год", "the period 2025-2023", "2027–2025 годов" are said to
    // be periods, and so is "de 2027 à 2025", where no noun stands behind it that would be counted.
    bool is_said_backwards(std::size_t i, const DatePoint& first, const DatePoint& second) const {
        constexpr int longest_slip = 15;  // years; "from 2050 to 2000" counts something else
        if (first.year - second.year > longest_slip) return false;
        const std::string_view word = f_.connector_before(i, WordKind::in_year).detail;
        if (f_.at(f_.spaces_end(first.end)) == '-' && (word == "span" || (!first.suffixed && second.suffixed))) return true;
        if (word == "start" && ends_a_part(second.end) && f_.connector_at(f_.spaces_end(first.end), WordKind::to).end != 0) return true;
        const bool from = f_.connector_before(i, WordKind::from).end != 0;
        const bool dash = f_.at(first.end) == '-' && (from || f_.connector_before(i, WordKind::between).end != 0);  // "between 2027-2025"
        const bool opened = from || (first.suffixed && second.suffixed);
        const std::size_t next = f_.spaces_end(first.end);
        const bool joined = f_.connector_before(i, WordKind::between).end != 0 && f_.connector_at(next, WordKind::join).end != 0;  // "between 2028 and 2026"
        if (!dash && !joined && (!opened || f_.connector_at(next, WordKind::to).end == 0)) return false;
        const Connector unit = f_.connector_at(f_.spaces_end(second.end), WordKind::unit);
        return unit.end == 0 || unit.detail == "years" || (first.suffixed && second.suffixed);
    }

    bool ends_a_part(std::size_t end) const {
        const std::size_t next = f_.spaces_end(end);
        return next >= text_.size() || std::string_view(".,;:)").find(f_.at(next)) != std::string_view::npos;
    }

    // What tells a year alone from any other number of four digits.
    bool stands_as_year(std::size_t i, const DatePoint& year) const {
        return in_field_ || year.suffixed || trimmed(text_).size() == year.end - i || is_in_brackets(i, year.end) || is_a_sentence(i, year.end) ||
               goes_on_from_last_date(i) || f_.connector_at(f_.spaces_end(year.end), WordKind::unit_of_time).detail == "Y" || f_.year_is_introduced(i);
    }

    bool is_in_brackets(std::size_t i, std::size_t end) const {
        const char before = f_.at(i - 1), behind = f_.at(end);
        return (before == '(' || before == '[') && (behind == ')' || behind == ']' || behind == ',');
    }

    // "Survey of caves. 2026. 130,000 euros.", "by the Institute, 2026, 130,000 euros"
    bool is_a_sentence(std::size_t i, std::size_t end) const {
        const auto is_stop = [&](std::size_t place) { return f_.at(place) == '.' || f_.at(place) == ';' || f_.at(place) == ','; };
        if (i > 1 && f_.at(i - 1) == ' ' && is_stop(i - 2) && f_.at(end) == ' ' && f_.at(end + 1) == ';') return true;  // as French sets it
        return i > 1 && f_.at(i - 1) == ' ' && is_stop(i - 2) && is_stop(end) && (end + 1 == text_.size() || f_.at(end + 1) == ' ');
    }

    // "in 2025, 2026 and 2027": nothing but a comma or a word that joins stands between it and the date before.
    bool goes_on_from_last_date(std::size_t i) const {
        if (last_date_end_ == 0 || last_date_end_ >= i) return false;
        const char sign = f_.at(last_date_end_);
        const std::size_t next = f_.spaces_end(sign == ',' || sign == '/' || sign == '&' ? last_date_end_ + 1 : last_date_end_);
        const Connector join = f_.connector_at(next, WordKind::join);
        return (join.end != 0 ? f_.spaces_end(join.end) : next) == i;
    }

    std::size_t take_lunar(std::size_t i, const LunarYears& lunar) {
        const auto month = [](int months) { return date_text(months / 12, months % 12 + 1, 0); };
        f_.take(ValueType::period, i, lunar.end, month(lunar.first) + "/" + month(lunar.last), false, wanted_);
        return lunar.end;
    }

    std::size_t take_range(std::size_t begin, const DatePoint& first, const DatePoint& second) {
        f_.take(ValueType::period, begin, second.end, canonical(first) + "/" + canonical(second), first.ambiguous || second.ambiguous, wanted_);
        return last_date_end_ = second.end;
    }

    // "March 2025"; "from March 2025" and "until the end of 2026", which are periods with an open side.
    std::size_t take_alone(std::size_t i, DatePoint& date) {
        const Connector part = f_.connector_before(i, WordKind::part_of_year);
        Connector until = opening(i, part, WordKind::until), from = opening(i, part, WordKind::from);
        if (!reach_behind(until, i, date, WordKind::until)) reach_behind(from, i, date, WordKind::from);
        if (until.end == 0 && from.end == 0) {
            f_.take(date.is_part_of_year() ? ValueType::quarter : ValueType::date, i, date.end, canonical(date), date.ambiguous, wanted_);
        } else {
            // The longer phrase says which ("starting in" against "in").
            const bool open_end = until.end == 0 || (from.end != 0 && from.begin < until.begin);
            const std::size_t begin = open_end ? from.begin : until.begin;
            f_.take(ValueType::period, f_.is_free(begin, i) ? begin : i, date.end, open_end ? canonical(date) + "/" : "/" + canonical(date), date.ambiguous, wanted_);
        }
        return last_date_end_ = date.end;
    }

    // "until 2026", "until mid-2026": the word of this kind before the date, or before the part of its year.
    Connector opening(std::size_t i, const Connector& part, WordKind kind) const {
        Connector found = f_.connector_before(i, kind);
        if (found.end == 0 && part.end != 0) found = f_.connector_before(part.begin, kind);
        return found.detail == "after" ? Connector{} : found;
    }

    // 2026年底前, 2025年起: the word stands behind the date, which ends with it.
    bool reach_behind(Connector& opened, std::size_t i, DatePoint& date, WordKind kind) const {
        const Connector behind = f_.connector_at(date.end, kind);
        if (behind.detail != "after") return false;
        opened = {opened.end != 0 ? opened.begin : i, behind.end, {}};
        date.end = behind.end;
        return true;
    }
};

void ValueFinder::find_dates() { DateFinder(*this).run(); }

}  // namespace plancheck
