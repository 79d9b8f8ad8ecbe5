// The document is folded once, block by block, and searched in one pass. Whether a hit is denied is asked only where the
// language has a cue of denial near it, which is rare.
#include "plan/reading.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "plan/guidance_left.hpp"
#include "plan/typed_notes.hpp"
#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::uint32_t near = 420;       // bytes; a cue of denial reaches no further
constexpr std::ptrdiff_t words_near = 16;  // nor over more words

// Says of one hit after another whether it is denied, in the order of one text. The cues of the text are searched once;
// the clause is looked at only where one stands near.
class Denials {
public:
    // `folded` outlives it; `starts`: where its words begin.
    Denials(const Language& language, std::string_view folded, const WordStarts& starts)
        : language_(language), folded_(folded), all_(language.negations.find(folded, starts)) {
        for (const TermHit& one : all_)
            if (const Language::Cue& cue = language_.cues[one.id]; !cue.breaks && !cue.excluded && !cue.thing) cues_.push_back(one);
    }

    bool is_denied(const TermHit& hit) {
        while (next_ < cues_.size() && cues_[next_].begin < hit.begin) ++next_;
        const bool before = next_ > 0 && cues_[next_ - 1].begin + near >= hit.begin, after = next_ < cues_.size() && cues_[next_].begin < hit.end + near;
        if (!before && !after) return false;
        if (!clauses_) clauses_.emplace(folded_);
        const auto clause = clauses_->around(hit.begin, hit.end);
        return is_near(hit, clause) && is_negated(folded_, hit.begin, hit.end, clause, language_, all_);
    }

private:
    const Language& language_;
    std::string_view folded_;
    std::vector<TermHit> all_;
    std::vector<TermHit> cues_;  // no breaks, no harmless phrases
    std::size_t next_ = 0;       // the first that does not begin before the hit
    std::optional<Clauses> clauses_;

    bool is_near(const TermHit& hit, std::pair<std::uint32_t, std::uint32_t> clause) const {
        const auto reaches = [&](std::uint32_t from, std::uint32_t to) {
            const std::string_view between = folded_.substr(from, to - from);
            return std::count(between.begin(), between.end(), ' ') <= words_near;
        };
        std::size_t first = next_;
        while (first < cues_.size() && cues_[first].begin == hit.begin) ++first;
        for (std::size_t i = first; i-- > 0 && cues_[i].begin >= clause.first;)
            if (language_.cues[cues_[i].id].around) {
                if (cues_[i].end >= hit.end) return true;
            } else if (language_.cues[cues_[i].id].open || language_.cues[cues_[i].id].opens) {
                if (cues_[i].end > hit.begin || reaches(cues_[i].end, hit.begin)) return true;
            } else if (cues_[i].begin < hit.begin && cues_[i].end > hit.end) {
                return true;
            } else if (!language_.cues[cues_[i].id].after && cues_[i].end <= hit.begin) {
                if (reaches(cues_[i].end, hit.begin)) return true;
                break;
            }
        for (std::size_t i = next_; i < cues_.size() && cues_[i].begin < clause.second; ++i)
            if (const Language::Cue& cue = language_.cues[cues_[i].id]; (cue.after || cue.open) && cues_[i].begin >= hit.end) return reaches(hit.end, cues_[i].begin);
        return false;
    }
};

// Words that stand in an address say nothing ("training@example.org").
std::vector<Span> addresses(const BlockText& text, std::uint32_t block, std::uint32_t origin, const Language& language) {
    std::vector<Span> found;
    const std::string_view folded = text.folded(block);
    if (folded.find('@') == std::string_view::npos && folded.find("://") == std::string_view::npos && folded.find("www.") == std::string_view::npos) return found;
    for (const Value& value : text.values(block, language, want_contacts))
        if (value.type == ValueType::email || value.type == ValueType::web) found.push_back({origin + value.begin, origin + value.end});
    return found;
}

// "who" is not WHO: a term that the template writes in capitals, found as a short word in small letters. Which terms have
// one is looked up when the first such word is found.
class SmallWords {
public:
    explicit SmallWords(const Reading& reading) : reading_(reading) {}

    bool is_one(std::uint32_t id, std::string_view text) {
        constexpr std::size_t longest = 6;
        // "Unep" is how some write UNEP.
        if (text.size() >= 4 && text[0] >= 'A' && text[0] <= 'Z') return false;
        if (text.size() > longest || text.size() < 2 || !std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
        if (id >= known_.size()) known_.resize(id + 1);
        if (!known_[id]) known_[id] = capitals_of(id);
        std::string word(text);
        for (char& c : word)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
        return known_[id]->find(' ' + word + ' ') != std::string::npos;
    }

private:
    const Reading& reading_;
    std::vector<std::optional<std::string>> known_;  // by term: its words of capitals, each between spaces

    std::string capitals_of(std::uint32_t id) const {
        const auto& place = reading_.lexicon.term(id);
        const std::string_view all = reading_.form.vocabularies[place.vocabulary].terms[place.term].synonyms.exactly(reading_.words.tag);
        std::string found = " ";
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find("\xC2\xB7", at), all.size());
            const std::string_view word = trimmed(all.substr(at, end - at));
            if (word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) found.append(word).push_back(' ');
            at = end + 2;
        }
        return found;
    }
};

}  // namespace

Reading::Reading(const Outline& of, std::string_view tag, const Lexicon& with, FoldedBlocks folded)
    : outline(of), document(*of.document), form(*of.form), lexicon(with), words(with.words(tag)), language(with.languages().nearest(tag, of.form->default_language)),
      notes_begin(typed_notes_begin(document)), block_text(std::make_shared<const BlockText>(document, language, std::move(folded))), guidance(find_guidance(document, *block_text, form)), around(*block_text, words.around, words.around.denies()),
      term_hits(*block_text, words.terms, false) {}

const GuidanceLeft* Reading::guidance_in(std::uint32_t block) const noexcept {
    const auto one = std::lower_bound(guidance.begin(), guidance.end(), block, [](const GuidanceLeft& left, std::uint32_t at) { return left.block < at; });
    return one != guidance.end() && one->block == block ? &*one : nullptr;
}

FoldedPart::FoldedPart(const Reading& reading, Stretch of) : blocks_(*reading.block_text) {
    if (const auto piece = blocks_.part(of.block, of.span)) {
        of_ = blocks_.block(of.block);
        of_ = {*piece, of_.whole, static_cast<std::uint32_t>(piece->data() - blocks_.all().data()), of.span.begin};
        return;
    }
    own_ = fold_mapped(reading.view(of.span));
    of_ = {own_.text, &own_, 0, 0};
}

LanguageWords::LanguageWords(const Reading& reading, const FoldedPart& part) {
    if (part.is_shared())
        if (const auto known = reading.block_text->words_in(part.text())) {
            hits_ = *known;
            base_ = part.folded().base;
            return;
        }
    own_ = reading.language.words.find(part.text());
    hits_ = own_;
}

bool LanguageWords::hold(WordKind kind) const noexcept {
    return std::any_of(hits_.begin(), hits_.end(), [kind](const TermHit& hit) { return kind_of_word(hit.id) == kind; });
}

std::span<const TermPlace> Reading::terms_in(Span span) const noexcept {
    const auto first = std::lower_bound(terms.begin(), terms.end(), span.begin,
                                        [](const TermPlace& place, std::uint32_t begin) { return place.span.begin < begin; });
    const auto last = std::lower_bound(first, terms.end(), span.end,
                                       [](const TermPlace& place, std::uint32_t end) { return place.span.begin < end; });
    return {first, last};
}

bool Reading::has_term(Span span, std::uint32_t vocabulary) const noexcept {
    for (const TermPlace& place : terms_in(span))
        if (place.vocabulary == vocabulary && !place.negated) return true;
    return false;
}

std::vector<TermHit> Reading::find(std::string_view folded, std::uint32_t vocabulary) const {
    if (vocabulary == Lexicon::none) return {};
    return term_hits.find(folded, [&](std::uint32_t id) { return lexicon.term(id).vocabulary == vocabulary; });
}

bool Reading::holds(std::string_view text, std::uint32_t vocabulary) const {
    return vocabulary != Lexicon::none && !find(fold(text), vocabulary).empty();
}

Span Reading::trimmed(Span span) const noexcept {
    const std::string_view all = view(span), inner = plancheck::trimmed(all);
    if (inner.empty()) return {span.begin, span.begin};
    const auto begin = span.begin + static_cast<std::uint32_t>(inner.data() - all.data());
    return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

std::vector<std::uint32_t> texts_in(const Reading& reading, std::uint32_t cell) {
    std::vector<std::uint32_t> blocks;
    const auto& all = reading.document.blocks;
    for (std::uint32_t i = cell + 1; i < all[cell].end; ++i)
        if (reading.is_text(i)) blocks.push_back(i);
    return blocks;
}

std::uint32_t only_text_in(const Reading& reading, std::uint32_t cell) {
    std::uint32_t only = Lexicon::none;
    for (std::uint32_t i = cell + 1; i < reading.document.blocks[cell].end; ++i)
        if (reading.is_text(i)) {
            if (only != Lexicon::none) return Lexicon::none;
            only = i;
        }
    return only;
}

std::vector<TermPlace> find_terms(const Reading& reading, std::vector<TermPlace>& of_headings) {
    const Document& document = reading.document;
    SmallWords small_words(reading);
    // Headings of sections may be paragraphs; what is glued to one belongs to the body.
    std::vector<std::pair<std::uint32_t, const Section*>> headings;
    for (const Section& section : reading.outline.sections)
        for (std::uint32_t i = section.heading; i <= section.last_heading; ++i) headings.emplace_back(i, &section);
    std::sort(headings.begin(), headings.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

    const BlockText& folded = *reading.block_text;
    std::vector<TermPlace> places;
    Denials denials(reading.language, folded.all(), folded.word_starts());
    const std::span<const TermHit> hits = reading.term_hits.all();
    places.reserve(hits.size());
    const auto take = [&](const TermHit& hit, std::uint32_t block, Span span) {
        const auto& term = reading.lexicon.term(hit.id);
        (document.blocks[block].kind == BlockKind::heading ? of_headings : places).push_back({term.vocabulary, term.term, block, span, denials.is_denied(hit)});
    };
    std::size_t heading = 0, run = 0;
    auto hit = hits.begin();
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        while (heading < headings.size() && headings[heading].first < i) ++heading;
        const std::uint32_t end = folded.folded_end(i);
        const auto first = hit;
        while (hit != hits.end() && hit->begin < end) ++hit;
        if (!reading.is_text(i)) continue;
        if (heading < headings.size() && headings[heading].first == i) {
            const Span span = i == headings[heading].second->heading ? headings[heading].second->glued : Span{};
            if (span.empty()) continue;
            const Folded own = fold_mapped(document.view(span));
            const WordStarts starts(own.text, reading.language);
            Denials inside(reading.language, own.text, starts);
            for (const TermHit& one : reading.words.terms.find(own.text, starts)) {
                const auto& term = reading.lexicon.term(one.id);
                places.push_back({term.vocabulary, term.term, i, {span.begin + own.source_begin(one.begin), span.begin + own.source_end(one.end)},
                                  inside.is_denied(one)});
            }
        } else {
            std::vector<Span> passed_over = first != hit ? addresses(folded, i, document.blocks[i].text.begin, reading.language) : std::vector<Span>();
            if (const GuidanceLeft* const left = reading.guidance_in(i))
                passed_over.insert(std::upper_bound(passed_over.begin(), passed_over.end(), left->span.begin, [](std::uint32_t at, Span other) { return at < other.begin; }), left->span);
            for (auto one = first; one != hit; ++one) {
                const Span span = folded.source(one->begin, one->end, run);
                const auto behind = std::upper_bound(passed_over.begin(), passed_over.end(), span.begin, [](std::uint32_t at, Span address) { return at < address.begin; });
                if (behind != passed_over.begin() && span.end <= std::prev(behind)->end) continue;
                if (small_words.is_one(one->id, document.view(span))) continue;
                take(*one, i, span);
            }
        }
    }
    return places;
}

}  // namespace plancheck
