// A title may be the whole of a line, or the body may go on behind it: type, punctuation and capitals tell a body from words that
// only add to the title. What adds to it makes the line alike, a sentence makes it none.
#include "outline/title_options.hpp"

#include <algorithm>
#include <string>

#include "outline/title_text.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

class TitleReader {
public:
    TitleReader(const Document& document, const TitleIndex& titles, std::uint32_t language)
        : document_(document), titles_(titles), form_(titles.form()), language_(language) {}

    void run(Candidate& line, const CandidateText& own, std::string_view text, std::size_t size) const {
        const std::string& folded = own.folded.text;
        std::uint32_t at = 0;
        if (!folded.empty() && folded.front() == '(') {  // the limit may stand before the title
            const std::size_t close = folded.find(')');
            if (close != std::string::npos && titles_.is_limit_note(std::string_view(folded).substr(0, close + 1))) {
                at = static_cast<std::uint32_t>(close + 1);
                while (at < folded.size() && folded[at] == ' ') ++at;
            }
        }
        for (const TitleHit& hit : titles_.at_start(folded, at)) add_title(line, own, hit, text, size);
        if (line.options.empty() && line.numeral.value != 0) add_joined(line, own, at, text, size);
        if (std::none_of(line.options.begin(), line.options.end(), [](const Option& option) { return option.match >= TitleMatch::alias && option.body == 0; })) add_pair(line, own);
    }

private:
    const Document& document_;
    const TitleIndex& titles_;
    const Template& form_;
    std::uint32_t language_;

    // "III. Work packages. (1) Collect the goods.": bytes of the item's own label before the text begins.
    static std::size_t item_label_at(std::string_view text) {
        const std::size_t open = text.starts_with('(') ? 1 : text.starts_with("（") ? 3 : 0;
        const std::size_t digits = std::min(text.find_first_not_of("0123456789", open), text.size()) - open;
        if (digits == 0 || digits > 2) return 0;
        const std::string_view rest = text.substr(open + digits);
        const std::size_t close = rest.starts_with(')') ? 1 : rest.starts_with("）") ? 3 : 0;
        return close == 0 ? 0 : open + digits + close + white_at(rest, close);
    }

    // "I. The need in briefProducts containing …": where a capital follows a small letter, or capitals end in the
    // beginning of a word, the title may end although no space says so.
    void add_joined(Candidate& line, const CandidateText& own, std::uint32_t at, std::string_view text, std::size_t size) const {
        const std::string_view title = text.substr(size, 160);
        const std::string_view folded = own.folded.text;
        Decoded before, here = decode(title, 0);
        for (std::size_t place = 0; here.size != 0;) {
            const Decoded next = decode(title, place + here.size);
            if (is_upper(here.code) && is_letter_or_digit(before.code) &&
                (!is_upper(before.code) || (is_letter_or_digit(next.code) && !is_upper(next.code)))) {
                const std::uint32_t end = own.folded.folded_at(static_cast<std::uint32_t>(place));
                for (const TitleHit& hit : titles_.at_start(folded.substr(0, end), at))
                    if (hit.end == end) add_title(line, own, hit, text, size);
            }
            place += here.size;
            before = here;
            here = next;
        }
    }

    void add_title(Candidate& line, const CandidateText& own, const TitleHit& hit, std::string_view text, std::size_t size) const {
        const std::string_view folded = own.folded.text;
        std::size_t rest = hit.end;
        const auto skip = [&](std::string_view what) {
            while (rest < folded.size() && what.find(folded[rest]) != std::string_view::npos) ++rest;
        };
        skip(" ");
        const std::size_t note = titles_.limit_note_at(folded, rest);
        const bool limit = note != 0;
        rest += note;
        skip(" *.:;-\"?)");
        if (rest < folded.size() && pictures_at(std::string(folded.substr(rest)) + " .") > folded.size() - rest) rest = folded.size();
        rest += titles_.said_again(folded, rest, hit);
        Option option;
        option.spec = hit.spec;
        option.match = hit.match;
        option.language = hit.language;
        option.cost = language_cost(language_, hit.language);
        option.title_end = own.begin + own.folded.source_end(std::max<std::uint32_t>(hit.end, static_cast<std::uint32_t>(std::min(folded.find_first_not_of("?)", hit.end), folded.size()))));
        if (rest < folded.size()) {
            const std::uint32_t offset = own.folded.source_begin(static_cast<std::uint32_t>(rest));
            const std::string_view after = text.substr(size + offset);
            if (goes_on_as_label(after)) return;
            const std::string_view between = document_.view({option.title_end, own.begin + offset});
            const bool new_line = between.find('\n') != std::string_view::npos;
            const bool joined = option.title_end == own.begin + offset;  // "IssueProducts": not even a space
            const bool stop = between.find_first_of(".:") != std::string_view::npos || limit;
            const Decoded first = decode(after, item_label_at(after));
            const std::string_view words = document_.view({own.begin, option.title_end});
            const bool by_type = all_capitals(words) && !all_capitals(after.substr(0, std::min<std::size_t>(after.size(), 60)));
            const Block& block = document_.blocks[line.block];
            const bool by_bold = block.bold != 0 && block.bold < block.text.size() &&
                                 block.text.begin + block.bold + 2 >= option.title_end &&
                                 block.text.begin + block.bold <= own.begin + offset + 2;
            // "**IV. Efforts**<tab>The partners …": bold type ends with the title, and a tab parts it from the text.
            const bool tabbed = by_bold && between.find('\t') != std::string_view::npos;
            // Where there are no capitals, a longer text is needed to tell a sentence from the rest of a title.
            const bool capital = is_upper(first.code) || is_caseless(first.code);
            const bool sentence = !fits_in(after, 60) && (is_upper(first.code) || (capital && (!fits_in(after, 160) || ends_as_sentence(after) || after.ends_with(':'))));
            const bool numbered = line.numeral.value != 0;
            // 一、问题概述 在许多国家，……。 No capital letter tells a sentence here; its full stop does.
            const bool wide = numbered && is_ideograph(first.code) && after.find("。") != std::string_view::npos && (!fits_in(after, 40) || (!joined && after.ends_with("。")));
            // "2.1 Pages read: 3": the section is a field, and this its label.
            const bool field = form_.sections[hit.spec].value && (between.find(':') != std::string_view::npos || between.find("：") != std::string_view::npos);
            // "I. The need – Products that …": a dash, and behind it more than an addition to the title.
            const bool dashed = numbered && capital && between.find_first_of("-\xE2") != std::string_view::npos && (!fits_in(after, 60) || ends_as_sentence(after));
            const bool glued = dashed || field || new_line || by_bold || by_type || (numbered && joined && is_upper(first.code)) ||
                               (numbered && stop && (capital || (first.code >= '0' && first.code <= '9' && !fits_in(after, 60)))) || (numbered && sentence) || wide;
            if (!glued) {
                // "Work packages 2025-2027": the title with an addition of its own; a sentence is neither.
                // "[text of the former edition, to be deleted]": a remark of whoever edits the plan.
                const bool remark = line.numeral.value != 0 && fits_in(after, 160) && ((after.front() == '[' && after.find(']') + 1 == after.size()) || (after.front() == '(' && after.find(')') + 1 == after.size()));
                if ((!remark && (!fits_in(after, 60) || std::count(after.begin(), after.end(), ' ') > 5)) || ends_as_sentence(after) || hit.match == TitleMatch::weak) return;
                option.match = TitleMatch::alike;
                option.remarked = remark;
                option.title_end = line.title.end;
                option.cost += 1.0;
            } else {
                option.body = own.begin + offset;
                option.own_line = new_line || field || tabbed || (by_bold && numbered);  // "**I. Issue.** Twenty million people …"
                option.label = by_bold && stop;
                option.cost += new_line || tabbed ? 0.2 : field ? 0.0 : cost_glued;
            }
        } else {
            option.title_end = std::max(option.title_end, own.begin);
        }
        for (Option& known : line.options)
            if (known.spec == option.spec) {
                if (option.cost + match_cost(option.match) < known.cost + match_cost(known.match)) known = option;
                return;
            }
        line.options.push_back(option);
    }

    // "IX-X. Costs and funding": both halves are titles of sections that follow one another.
    void add_pair(Candidate& line, const CandidateText& own) const {
        const std::string folded = without_limits(own.folded.text);
        if (!fits_in(folded, 160) || folded.size() != own.folded.text.size()) return;
        const auto pair = titles_.pair(folded);
        // "I. Issue – next steps": words that may be a title are no second one behind a title.
        if (!pair || (!line.options.empty() && std::min(pair->left.match, pair->right.match) == TitleMatch::weak)) return;
        // A title with an addition is cheaper where the other section has a heading of its own.
        const double cost = line.options.empty() ? 0.5 : 4.0;
        Option option{pair->left.spec, std::min(pair->left.match, pair->right.match), cost + language_cost(language_, pair->left.language), line.title.end};
        option.language = pair->left.language;
        option.also = pair->right.spec;
        line.options.push_back(option);
    }
};

}  // namespace

void read_title_options(Candidate& line, const CandidateText& own, std::string_view text, std::size_t size, const Document& document,
                        const TitleIndex& titles, std::uint32_t language) {
    TitleReader(document, titles, language).run(line, own, text, size);
}

}  // namespace plancheck
