// A label ("Priority action 2.") may be a sentence of its own before the one that says who does what.
#include "plan/doers.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

namespace doer {

constexpr std::size_t longest = 120;  // bytes before the verb
constexpr std::size_t most = 10;

bool is_doing(const Language& language, std::string_view word) {
    return std::any_of(language.doing.begin(), language.doing.end(), [&](const std::string& one) { return one.front() == '-' ? word.size() > one.size() + 1 && word.ends_with(std::string_view(one).substr(1)) : word == one; });
}

// What stands before the verb that a sentence has among its first words, with no sign between but that of a number ("Action 2. The
// Institute will"); empty where there is none.
std::string_view before_verb(const Language& language, std::string_view sentence) {
    std::size_t from = 0, begin = 0;
    for (std::size_t words = 0; words < most && begin < std::min(longest, sentence.size()); ++words) {
        const std::size_t end = std::min(sentence.find(' ', begin), sentence.size());
        const std::string_view word = sentence.substr(begin, end - begin);
        const bool sign = word.find_first_of(",.;:()") != std::string_view::npos;
        const bool numbers = sign && from == 0 && word.size() > 1 && (word.back() == '.' || word.back() == ':') && word[word.size() - 2] >= '0' && word[word.size() - 2] <= '9';
        if (word.empty() || (sign && !numbers)) return {};
        if (begin != from && is_doing(language, word)) return trimmed(sentence.substr(from, begin - from));
        begin = end + 1;
        if (numbers) from = std::min(begin, sentence.size());
    }
    return {};
}

// The first word behind an article begins with a capital letter, which shows a name there; without an article a word of organisations does.
bool names_organisation(const Language& language, std::string_view name) {
    constexpr std::size_t longest_article = 4;  // bytes
    std::size_t at = name.find(' ');
    at = at == std::string_view::npos || at >= longest_article ? 0 : at + 1;
    if (name.substr(at, 3).find('\'') != std::string_view::npos) at = name.find('\'', at) + 1;
    if (name.substr(at).starts_with("l\xE2\x80\x99") || name.substr(at).starts_with("L\xE2\x80\x99")) at += 4;
    if (!is_upper(decode(name, at).code) || name.find(' ', at) == std::string_view::npos) return false;
    // "The Institute runs two stations and will …": the verb stands before.
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    if (std::find(language.joints.begin(), language.joints.end(), last) != language.joints.end()) return false;
    if (at != 0) return true;
    const std::string folded = fold(name);
    const auto hits = language.words.find(folded);
    return std::any_of(hits.begin(), hits.end(), [](const TermHit& hit) { return kind_of_word(hit.id) == WordKind::organisation_word; });
}

}  // namespace doer

}  // namespace

void read_doer(const Reading& reading, const ItemSpec& spec, Draft& draft) {
    const auto party = std::find_if(spec.fields.begin(), spec.fields.end(), [](const FieldSpec& field) { return field.type == FieldType::party && !field.refers_to.empty() && !field.own; });
    if (party == spec.fields.end() || draft.item.field(party->name) != nullptr || !draft.cells.empty()) return;
    const auto names = [&](const std::string& id) { return id.starts_with(party->refers_to + "-") || reading.form.is_like(id.substr(0, id.rfind('-')), "lead"); };
    if (std::any_of(draft.item.refers_to.begin(), draft.item.refers_to.end(), names)) return;
    constexpr std::size_t most_parts = 2, most_sentences = 2;
    for (std::size_t p = 0; p < std::min(most_parts, draft.parts.size()); ++p) {
        const Stretch part = draft.parts[p];
        std::size_t tried = 0;
        for (const SentencePlace& one : sentences_of(whole_within(reading.view(part.span), 600), reading.language, Semicolon::joins)) {
            if (++tried > most_sentences) break;
            const std::string_view name = doer::before_verb(reading.language, reading.view(part.span).substr(one.begin, one.end - one.begin));
            if (name.empty() || !doer::names_organisation(reading.language, name)) continue;
            const auto begin = static_cast<std::uint32_t>(part.span.begin + (name.data() - reading.view(part.span).data()));
            Field& field = draft.item.fields.emplace_back();
            field.name = party->name;
            field.block = part.block;
            FieldValue& value = field.values.emplace_back();
            value.type = "organisation";
            value.text = value.value = std::string(name);
            value.block = part.block;
            value.span = {begin, begin + static_cast<std::uint32_t>(name.size())};
            return;
        }
    }
}

}  // namespace plancheck
