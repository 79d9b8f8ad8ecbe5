// Looks at all candidates together, once their titles are read: what is a table of contents or an annex shows in the lines
// around a candidate, and a title that is only alike counts where nothing better names its section.
#include "outline/candidate_costs.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plancheck {

namespace {

constexpr double cost_said = 1.5, cost_claimed = 7.0, cost_shared = 0.5;
constexpr double cost_alias = 0.3, cost_alike = 2.5, cost_weak = 4.0, cost_numeral_only = 7.0;
constexpr double cost_bold = 0.4, cost_list = 2.0, cost_plain = 1.5, cost_plain_unnumbered = 5.0;
constexpr double cost_numeral_differs = 2.0, cost_no_numeral = 0.2, cost_sub_numeral = 5.0;
constexpr double cost_rank = 1.5, cost_contents = 5.0, cost_contents_marked = 2.5, cost_empty = 1.0, cost_annex = 4.0;
constexpr double cost_other_language = 0.1;

class Weigher {
public:
    Weigher(Candidates& found, const std::vector<CandidateText>& texts, const Document& document, const TitleIndex& titles, std::uint32_t language)
        : found_(found), texts_(texts), document_(document), titles_(titles), form_(titles.form()), language_(language) {}

    void run() {
        letters();
        rank();
        mark_contents();
        mark_annexes();
        price();
    }

private:
    Candidates& found_;
    const std::vector<CandidateText>& texts_;
    const Document& document_;
    const TitleIndex& titles_;
    const Template& form_;
    std::uint32_t language_;
    bool numbered_ = false;
    std::vector<std::uint32_t> counted_;  // blocks, ascending: lines whose number goes on with that of the sections

    // The one letter that a numeral is, with its full stop or brackets; 0 where it is more.
    static char letter_of(std::string_view numeral) noexcept {
        char letter = 0;
        for (const char c : numeral) {
            if (static_cast<unsigned char>(c) >= 0x80 || (is_letter_or_digit(static_cast<unsigned char>(c)) && letter != 0)) return 0;
            if (is_letter_or_digit(static_cast<unsigned char>(c))) letter = c;
        }
        return letter;
    }

    // "H. Planning", "I. Linkages": the ninth letter, where it follows the eighth at its level.
    void letters() {
        constexpr std::uint32_t ninth = 9;
        std::array<char, 17> before{};
        for (Candidate& line : found_.lines) {
            if (line.numeral.text.empty()) continue;
            char& last = before[line.marked ? std::min<std::size_t>(line.level, before.size() - 1) : 0];
            const char own = letter_of(line.numeral.text);
            if ((own == 'I' && last == 'H') || (own == 'i' && last == 'h')) {
                line.numeral.value = ninth;
                line.numeral.house_style = false;
            }
            last = own;
        }
    }

    // The level at which most sections are named by marked headings; where no level has two, in names with an addition of the author's.
    void rank() {
        rank_by(TitleMatch::alias, 1);
        if (found_.rank == 0) rank_by(TitleMatch::alike, 2);
    }

    void rank_by(TitleMatch least, std::size_t best) {
        std::array<std::vector<bool>, 16> named;
        for (const Candidate& line : found_.lines) {
            if (!line.marked || line.level >= named.size()) continue;
            for (const Option& option : line.options) {
                if (option.match < least) continue;
                auto& set = named[line.level];
                set.resize(form_.sections.size());
                set[option.spec] = true;
            }
        }
        for (std::size_t level = 1; level < named.size(); ++level) {
            const auto count = static_cast<std::size_t>(std::count(named[level].begin(), named[level].end(), true));
            if (count > best) {
                best = count;
                found_.rank = static_cast<std::uint8_t>(level);
            }
        }
    }

    // A weak title alone names nothing: "Reports" and "Indicators" stand below others too.
    static bool names_any(const Candidate& line) {
        return std::any_of(line.options.begin(), line.options.end(), [](const Option& option) { return option.match > TitleMatch::weak; });
    }

    // Three and more lines that name sections and follow each other without bodies are a table of contents, provided
    // that these sections are named again further down.
    void mark_contents() {
        auto& lines = found_.lines;
        std::vector<std::uint32_t> last_named(form_.sections.size(), 0);
        for (const Candidate& line : lines)
            for (const Option& option : line.options) last_named[option.spec] = line.block;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::uint32_t after = lines[i].last_block + 1;
            lines[i].empty = after >= document_.main_end || (i + 1 < lines.size() && lines[i + 1].block == after &&
                                                             names_any(lines[i + 1]));
            if (!lines[i].options.empty() && lines[i].options.front().body != 0) lines[i].empty = false;
        }
        for (std::size_t i = 0; i < lines.size();) {
            std::size_t end = i;
            std::size_t again = 0;
            while (end < lines.size() && names_any(lines[end]) &&
                   (end == i || lines[end].block == lines[end - 1].last_block + 1)) {
                for (const Option& option : lines[end].options)
                    if (last_named[option.spec] > lines[end].block) {
                        ++again;
                        break;
                    }
                ++end;
            }
            // The last line of the run may be the first real heading: it is not named again, or, where the file holds a second
            // plan, the format marks it alone and the lines before it name its section too.
            const std::size_t run = end - i;
            if (run >= 3 && again + 1 >= run) {
                const bool heading = run > 3 && lines[end - 1].marked && !lines[end - 2].marked && named_between(i, end - 1, lines[end - 1]);
                const std::size_t stop = again == run && !heading ? end : end - 1;
                for (std::size_t k = i; k < stop; ++k) lines[k].contents = true;
            }
            i = end == i ? i + 1 : end;
        }
        for (std::size_t i = 0; i < lines.size(); ++i)
            // A heading with text below it has kept the page number of the table that it was copied from.
            if (texts_[i].page_end != CandidateText::none && !lines[i].options.empty() && !(lines[i].marked && !lines[i].empty)) lines[i].contents = true;
    }

    bool named_between(std::size_t begin, std::size_t end, const Candidate& line) const {
        const auto names = [&](const Candidate& other, std::uint32_t spec) {
            return std::any_of(other.options.begin(), other.options.end(), [&](const Option& option) { return option.spec == spec; });
        };
        return std::any_of(line.options.begin(), line.options.end(), [&](const Option& option) {
            for (std::size_t k = begin; k < end; ++k)
                if (names(found_.lines[k], option.spec)) return true;
            return false;
        });
    }

    // An annex begins where no two sections are named for the first time any more: "Annex 1" in a table of contents, or
    // as a heading inside a section, begins none.
    void mark_annexes() {
        std::vector<std::uint32_t> first(form_.sections.size(), 0);
        for (const Candidate& line : found_.lines) {
            if (line.contents) continue;
            for (const Option& option : line.options)
                if (option.match >= TitleMatch::alias && first[option.spec] == 0) first[option.spec] = line.block + 1;
        }
        auto& annexes = found_.annexes;
        const auto begins = std::find_if(annexes.begin(), annexes.end(), [&](std::uint32_t block) {
            return std::count_if(first.begin(), first.end(), [&](std::uint32_t at) { return at > block; }) < 2;
        });
        annexes.erase(annexes.begin(), begins);
        if (annexes.empty()) return;
        for (Candidate& line : found_.lines) line.annex = line.block > annexes.front();
    }

    void price() {
        std::vector<bool> wanted(form_.sections.size(), true);
        for (const Candidate& line : found_.lines)
            for (const Option& option : line.options)
                if (option.match >= TitleMatch::alias && !line.contents && !line.annex && option.own_line) wanted[option.spec] = false;
        numbered_ = are_numbered();
        const std::vector<bool> claimed = numbered_ && found_.rank != 0 ? claims() : std::vector<bool>(form_.sections.size(), false);
        for (std::size_t i = 0; i < claimed.size(); ++i)
            if (claimed[i]) wanted[i] = true;
        const bool any_wanted = std::find(wanted.begin(), wanted.end(), true) != wanted.end();
        if (any_wanted) counted_on();
        drop_weak(wanted);
        if (any_wanted) placed(wanted);
        for (std::size_t i = 0; i < found_.lines.size(); ++i) {
            Candidate& line = found_.lines[i];
            if (any_wanted && !line.other && (!names_any(line) || says_another(line, wanted))) add_doubtful(line, texts_[i], wanted);
            if (line.paired) share(line);
            for (Option& option : line.options) option.cost += match_cost(option.match) + circumstances(line, option) + (claimed[option.spec] && line.numeral.text.empty() ? cost_claimed : 0.0);
        }
    }

    // "VIII and IX. How we plan, and whom we work with": two numerals say of which sections it is the heading.
    void share(Candidate& line) const {
        for (std::size_t i = 0, count = line.options.size(); i < count; ++i) {
            Option both = line.options[i];
            if (form_.sections[both.spec].number != line.numeral.value || both.spec + 1 >= form_.sections.size() || both.also < form_.sections.size()) continue;
            both.also = both.spec + 1;
            both.cost += cost_shared;
            line.options.push_back(both);
        }
    }

    // "Summary", "I. What the plan is about", "II. Objective": where sections are numbered, a lesser title without a numeral is no
    // section's whose numeral stands before another heading of the rank, next to one that is named.
    std::vector<bool> claims() const {
        std::vector<bool> claimed(form_.sections.size(), false), numbered = claimed, titled = claimed;
        const auto ranked = [&](const Candidate& line) { return line.marked && line.level == found_.rank && !line.contents && !line.annex && line.numeral.value != 0 && line.numeral.house_style; };
        for (const Candidate& line : found_.lines)
            for (const Option& option : line.options) {
                if (option.match < TitleMatch::alike || !option.own_line || line.contents || line.annex) continue;
                if (ranked(line) && form_.sections[option.spec].number == line.numeral.value) numbered[option.spec] = true;
                if (option.match == TitleMatch::title || !line.numeral.text.empty()) titled[option.spec] = true;
            }
        for (const Candidate& line : found_.lines) {
            if (!ranked(line) || line.other || line.numeral.value > claimed.size() || names_well(line)) continue;
            const std::size_t own = line.numeral.value - 1;
            claimed[own] = !titled[own] && ((own > 0 && numbered[own - 1]) || (own + 1 < numbered.size() && numbered[own + 1]));
        }
        return claimed;
    }

    static bool names_well(const Candidate& line) {
        return std::any_of(line.options.begin(), line.options.end(), [](const Option& option) { return option.match >= TitleMatch::alias && option.own_line; });
    }

    // How a line that no format marks is set off: 0 where one does.
    static int dress_of(const Candidate& line) noexcept { return line.marked || line.numeral.house_style ? 0 : line.bold ? 1 : line.capitals ? 2 : 3; }

    // "1. What it is about", "2. Objective", "3. First things first", "4. Partner efforts": where Arabic digits count most sections, in
    // lines of one dress, or such lines count as many as there are sections and some name theirs, a line of that dress is one of them
    // where its number is the next. What counts anew below one is not.
    void counted_on() {
        constexpr std::size_t least = 3;
        std::array<std::size_t, 4> named{};
        const auto names = [&](const Candidate& line) {
            return line.numeral.value != 0 && !line.contents && !line.annex && std::any_of(line.options.begin(), line.options.end(), [](const Option& option) {
                return option.match >= TitleMatch::alias && option.own_line;
            });
        };
        for (const Candidate& line : found_.lines)
            if (names(line)) ++named[static_cast<std::size_t>(dress_of(line))];
        named[0] = 0;
        const auto most = std::max_element(named.begin(), named.end());
        if (*most < least) return;
        const int dress = static_cast<int>(most - named.begin());
        std::uint32_t last = 0;
        std::size_t counted = 0;
        constexpr std::uint32_t broken = 0xFFFF;
        for (const Candidate& line : found_.lines) {
            if (dress_of(line) != dress || line.contents || line.annex || line.other || line.numeral.text.empty()) continue;
            const std::uint32_t value = line.numeral.value;
            const bool next = value != 0 && value == last + 1;
            if (next) ++counted;
            last = next || names(line) ? value : broken;
            if (next && !names(line)) counted_.push_back(line.block);
        }
        if (*most < (form_.sections.size() + 1) / 2 && counted != form_.sections.size()) counted_.clear();
    }

    // A plan whose titles are the authors' own words: as many headings of the rank as there are sections, none numbered, some of them
    // named where they should stand and none elsewhere. Then each of the others stands for the section of its place, with doubt. Where
    // only one or two have no name, a section is missing and another was added.
    void placed(const std::vector<bool>& wanted) {
        constexpr std::size_t least_named = 3, least_unnamed = 3;
        std::vector<Candidate*> ranked;
        for (Candidate& line : found_.lines)
            if (line.marked && line.level == found_.rank && !line.contents && !line.annex && !line.other) ranked.push_back(&line);
        if (found_.rank == 0 || ranked.size() != form_.sections.size()) return;
        std::size_t named = 0, unnamed = 0;
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            const Candidate& line = *ranked[i];
            const auto names = [&](const Option& option) { return option.match >= TitleMatch::alias && option.own_line; };
            if (line.numeral.value != 0 || !line.numeral.text.empty()) return;
            // "Opportunities that lie ahead": a name with an addition.
            if (std::any_of(line.options.begin(), line.options.end(), [&](const Option& option) { return option.match >= TitleMatch::alike && option.own_line && option.spec == i; })) ++named;
            else if (std::none_of(line.options.begin(), line.options.end(), names)) ++unnamed;
            else return;
        }
        if (named < least_named || unnamed < least_unnamed) return;
        for (std::uint32_t i = 0; i < ranked.size(); ++i)
            if (wanted[i] && ranked[i]->options.empty()) {
                add_doubtful(*ranked[i], texts_[static_cast<std::size_t>(ranked[i] - found_.lines.data())], wanted);
                if (!ranked[i]->options.empty()) continue;
                Option option;
                option.spec = i;
                option.title_end = ranked[i]->title.end;
                ranked[i]->options.push_back(option);
            }
    }

    bool is_counted(const Candidate& line) const { return std::binary_search(counted_.begin(), counted_.end(), line.block); }

    // Nothing but its numeral makes a title of it, as in text that was pasted.
    bool is_numbered_alone(const Candidate& line) const { return found_.rank == 0 && !line.marked && line.numeral.house_style && !line.contents && !line.annex; }

    // "IV. Partners at work": it begins as a title that stands elsewhere, under the numeral of another section or at the rank of all.
    bool says_another(const Candidate& line, const std::vector<bool>& wanted) const {
        const bool ranked = line.marked && line.level == found_.rank && !line.contents && !line.annex &&
                            std::all_of(line.options.begin(), line.options.end(), [](const Option& option) { return option.match == TitleMatch::alike; });
        return (((line.marked || is_counted(line) || is_numbered_alone(line)) && line.numeral.value != 0) || ranked) && std::none_of(line.options.begin(), line.options.end(), [&](const Option& option) {
            return (wanted[option.spec] && !numbers_another(line, wanted)) || form_.sections[option.spec].number == line.numeral.value;
        });
    }

    // "IV. Partners and when they act": it begins as the title of X, which may stand further down in other words.
    bool numbers_another(const Candidate& line, const std::vector<bool>& wanted) const {
        return ((line.marked && line.level == found_.rank) || is_numbered_alone(line)) && line.numeral.house_style && line.numeral.value <= wanted.size() && wanted[line.numeral.value - 1] &&
               std::all_of(line.options.begin(), line.options.end(), [](const Option& option) { return option.match == TitleMatch::alike; });
    }

    void add_doubtful(Candidate& line, const CandidateText& own, const std::vector<bool>& wanted) {
        const std::string folded = without_limits(own.folded.text);
        const Block& block = document_.blocks[line.block];
        if (fits_in(document_.view(block.text), 200))
            for (const TitleHit& hit : titles_.alike(folded, wanted)) {
                Option option;
                option.spec = hit.spec;
                option.match = TitleMatch::alike;
                option.language = hit.language;
                option.title_end = line.title.end;
                option.cost = (1.0 - hit.likeness) * 6.0 + language_cost(language_, hit.language);
                line.options.push_back(option);
            }
        const std::uint32_t value = line.numeral.value;
        // A numeral alone is a title only where the format says so, at the rank of the others.
        const bool ranked = line.marked && line.level == found_.rank;
        if (value == 0 || (line.title.empty() && !ranked) || (!line.marked && !line.bold && !line.capitals && !fits_in(document_.view(block.text), 100))) return;
        // Arabic digits number everything; alone they say nothing about sections, unless the format marks the heading or most
        // sections are counted so.
        const bool counted = is_counted(line);
        if (!line.numeral.house_style && !ranked && !counted) return;
        // "(ii) Tune the units." in an outline that digits count.
        if (!counted && !counted_.empty() && !line.marked && !line.bold && line.numeral.text.starts_with('(')) return;
        for (std::uint32_t spec = 0; spec < form_.sections.size(); ++spec) {
            if (form_.sections[spec].number != value || !wanted[spec]) continue;
            for (const Option& known : line.options)
                if (known.spec == spec) return;
            Option option;
            option.spec = spec;
            option.title_end = line.title.end;
            if (ranked && titles_.says(folded, spec)) {
                option.match = TitleMatch::alike;
                option.said = true;
                option.cost = cost_said;
            }
            line.options.push_back(option);
        }
    }

    // A weak title says little, and so nothing better may name its section, and it has to stand as the others do: as a heading of
    // their rank, or, where nothing marks them, in a line of its own that is set off, with the section's numeral where the others
    // have theirs.
    bool stands_as_title(const Candidate& line, const Option& option) const {
        const bool alone = option.body == 0, agrees = line.numeral.value == form_.sections[option.spec].number;
        if (line.marked) return alone && (found_.rank == 0 || line.level == found_.rank);
        if (agrees && line.numeral.house_style) return true;
        if (found_.rank != 0) return false;
        const bool set_off = line.bold || line.capitals;
        if (line.numeral.value != 0) return agrees && (set_off || is_counted(line));
        return alone && set_off && !numbered_ && document_.blocks[line.block].kind != BlockKind::list_item;
    }
    void drop_weak(const std::vector<bool>& wanted) {
        for (Candidate& line : found_.lines)
            std::erase_if(line.options, [&](const Option& option) { return option.match == TitleMatch::weak && (!wanted[option.spec] || !stands_as_title(line, option)); });
    }

    // Whether most lines that name sections have numerals.
    bool are_numbered() const {
        std::size_t named = 0, numbered = 0;
        for (const Candidate& line : found_.lines) {
            if (line.contents || std::none_of(line.options.begin(), line.options.end(), [](const Option& option) { return option.match >= TitleMatch::alias && option.own_line; })) continue;
            ++named;
            if (line.numeral.value != 0) ++numbered;
        }
        return numbered * 2 > named;
    }

    double circumstances(const Candidate& line, const Option& option) const {
        double cost = 0.0;
        const Block& block = document_.blocks[line.block];
        const bool numbered = line.numeral.value != 0;
        if (line.marked) {
            if (found_.rank != 0 && line.level != found_.rank)
                cost += cost_rank * (line.level > found_.rank ? line.level - found_.rank : 1);
        } else if (line.bold) {
            cost += cost_bold;
        } else if (block.kind == BlockKind::list_item) {
            cost += cost_list;
        } else {
            cost += numbered || line.capitals ? cost_plain : cost_plain_unnumbered;
        }
        if (!line.marked && found_.rank != 0) cost += 1.0;
        if (numbered && line.numeral.value != form_.sections[option.spec].number && option.match != TitleMatch::none)
            cost += line.numeral.automatic ? cost_numeral_differs / 2 : cost_numeral_differs;
        if (!numbered) cost += line.numeral.text.empty() ? cost_no_numeral : cost_sub_numeral;
        if (line.contents) cost += line.marked ? cost_contents_marked : cost_contents;
        if (line.empty) cost += cost_empty;
        if (line.annex) cost += cost_annex;
        if (line.other) cost += 1.0;
        return cost;
    }
};

}  // namespace

double match_cost(TitleMatch match) noexcept {
    switch (match) {
        case TitleMatch::title: return 0.0;
        case TitleMatch::alias: return cost_alias;
        case TitleMatch::alike: return cost_alike;
        case TitleMatch::weak: return cost_weak;
        case TitleMatch::none: break;
    }
    return cost_numeral_only;
}

double language_cost(std::uint32_t own, std::uint32_t language) noexcept {
    return own == CandidateText::none || language == own ? 0.0 : cost_other_language;
}

void weigh_candidates(Candidates& found, const std::vector<CandidateText>& texts, const Document& document, const TitleIndex& titles,
                      std::uint32_t language) {
    Weigher(found, texts, document, titles, language).run();
}

}  // namespace plancheck
