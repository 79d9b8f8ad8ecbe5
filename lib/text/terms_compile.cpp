// The half of TermIndex that is done once: terms become forms, forms become keys, and keys are laid out by their first eight
// letters, with tries over what follows.
#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>

#include "text/fold.hpp"
#include "text/gap_words.hpp"
#include "text/language.hpp"
#include "text/term_forms.hpp"
#include "text/term_image.hpp"
#include "text/term_keys.hpp"
#include "text/terms.hpp"

namespace plancheck {

namespace {

std::string replaced(std::string_view text, std::string_view from, std::string_view to, std::size_t since = 0) {
    std::string out(text.substr(0, since));
    for (std::size_t at = since; at < text.size();) {
        if (text.substr(at).starts_with(from)) {
            out.append(to);
            at += from.size();
        } else {
            out.push_back(text[at++]);
        }
    }
    return out;
}

}  // namespace

void Attached::add(const Language& language) {
    if (language.attached_prefixes.empty()) return;
    of_ = prefixes_.empty() ? &language : nullptr;
    for (const std::string& prefix : language.attached_prefixes) {
        if (prefix.size() < 2 || prefix.size() > 8) continue;
        const auto shift = static_cast<std::uint32_t>(8 * (8 - prefix.size()));
        const Prefix made{eight_bytes(prefix, 0) >> shift, shift};
        if (std::find(prefixes_.begin(), prefixes_.end(), made) == prefixes_.end()) prefixes_.push_back(made);
    }
    const auto second = [](const Prefix& one) { return one.letters << one.shift >> 48 & 0xFF; };
    std::stable_sort(prefixes_.begin(), prefixes_.end(), [&](const Prefix& a, const Prefix& b) {
        return second(a) != second(b) ? second(a) < second(b) : a.shift < b.shift;
    });
    std::fill(std::begin(groups_), std::end(groups_), Group{});
    for (std::uint32_t i = 0; i < prefixes_.size(); ++i) {
        Group& group = groups_[second(prefixes_[i])];
        if (group.end == 0) group.begin = i;
        group.end = i + 1;
    }
}

namespace {

std::uint32_t number_of(std::vector<const Language*>& languages, const Language* language) {
    const auto place = std::find(languages.begin(), languages.end(), language);
    if (place == languages.end()) {
        languages.push_back(language);
        return static_cast<std::uint32_t>(languages.size() - 1);
    }
    return static_cast<std::uint32_t>(place - languages.begin());
}

}  // namespace

// Takes terms and makes the tables; owns them.
class TermIndex::Compiler {
public:
    bool add(std::uint32_t id, std::string_view terms, const Language* language);
    /// Valid as long as this, if nothing is added any more.
    Tables tables(bool knows_edges);

    std::vector<const Language*> languages;  // that rules are of, by their number

private:
    std::uint32_t rules_of(RulesOf of);
    void add_form(std::uint32_t id, std::string_view form, std::uint32_t rules, bool doubtful);
    struct Place {
        std::uint64_t letters;
        std::uint32_t pattern;
    };
    std::string_view key(const Pattern& pattern) const noexcept { return std::string_view(keys_).substr(pattern.key, pattern.key_size); }
    std::vector<Place> sort();
    void lay_out(const std::vector<Place>& places);
    void number_ids();

    std::vector<Pattern> patterns_;
    std::vector<GapWords::Sets> following_;
    std::string forms_, keys_;
    std::vector<Gap> gaps_;
    std::vector<Node> nodes_;
    std::vector<unsigned char> bytes_;
    std::optional<Beginnings::Maker> beginnings_;
    std::vector<RulesOf> rules_;
    std::vector<TermEdges> edges_;
    std::uint32_t ids_ = 0;
};

std::uint32_t TermIndex::Compiler::rules_of(RulesOf of) {
    for (std::size_t i = 0; i < rules_.size(); ++i)
        if (rules_[i].language == of.language && rules_[i].denies == of.denies) return static_cast<std::uint32_t>(i);
    rules_.push_back(of);
    return static_cast<std::uint32_t>(rules_.size() - 1);
}

void TermIndex::Compiler::add_form(std::uint32_t id, std::string_view form, std::uint32_t rules, bool doubtful) {
    Pattern pattern{};
    pattern.id = id;
    pattern.rules = rules;
    pattern.doubtful = doubtful;
    pattern.form = static_cast<std::uint32_t>(forms_.size());
    pattern.form_size = static_cast<std::uint16_t>(form.size());
    pattern.key = static_cast<std::uint32_t>(keys_.size());
    forms_ += form;
    keys_.resize(keys_.size() + form.size());
    char* letter = keys_.data() + pattern.key;
    const std::size_t letters_end = std::min(term_keys::wildcard_in(form), form.size());
    std::size_t twice = letters_end;  // where the second of two joints in a row stands
    bool joint = false;
    for (std::size_t i = 0; i < letters_end; ++i) {
        const bool again = joint;
        joint = term_keys::is_joint(form[i]);
        *letter = form[i];
        letter += joint ? 0 : 1;
        if (joint && again) twice = std::min(twice, i);
    }
    pattern.literal = static_cast<std::uint16_t>(twice);
    while (pattern.literal > 0 && term_keys::is_joint(form[pattern.literal - 1])) --pattern.literal;
    keys_.resize(static_cast<std::size_t>(letter - keys_.data()));
    pattern.key_size = static_cast<std::uint16_t>(keys_.size() - pattern.key);
    pattern.gap = static_cast<std::uint32_t>(gaps_.size());
    for (std::size_t i = form.find(term_keys::gap, letters_end); i < form.size(); i = form.find(term_keys::gap, i)) {
        i = std::min(form.find_first_not_of(" -", i + term_keys::gap.size()), form.size());
        const std::string_view rest = form.substr(i);
        Gap gap{0, 0, {}, i};
        std::uint32_t shift = 64;
        for (std::size_t k = 0; k < rest.size() && shift > 0 && !term_keys::is_wildcard(rest, k); ++k) {
            if (term_keys::is_joint(rest[k])) continue;
            shift -= 8;
            gap.letters |= std::uint64_t{static_cast<unsigned char>(rest[k])} << shift;
            gap.mask |= std::uint64_t{0xFF} << shift;
        }
        gaps_.push_back(gap);
    }
    pattern.plain = pattern.key_size == form.size();
    if (gaps_.size() > pattern.gap) {
        Gap& gap = gaps_[pattern.gap];
        // What ends sentences may be a letter of the form in front of the gap: then the words behind are not known.
        if (!term_keys::may_end_sentence(form.substr(0, form.find(term_keys::gap, letters_end))))
            gap.following = GapWords::sets_of(gap.letters, static_cast<std::size_t>(std::popcount(gap.mask)) / 8);
        pattern.gap_behind_key = term_keys::is_gap(form, letters_end);
    }
    patterns_.push_back(pattern);
}

bool TermIndex::Compiler::add(std::uint32_t id, std::string_view terms, const Language* language) {
    constexpr std::string_view separator = " \xC2\xB7 ";
    std::vector<std::string> forms, compounds;
    for (std::size_t begin = 0; begin <= terms.size();) {
        std::size_t end = terms.find(separator, begin);
        if (end == std::string_view::npos) end = terms.size();
        const std::string synonym = fold(terms.substr(begin, end - begin));
        if (synonym.empty() || synonym.size() > longest_term) return false;
        const bool denied = synonym.starts_with(term_keys::denying);
        if (!expand_term(std::string_view(synonym).substr(denied ? 1 : 0), language != nullptr && language->inclusive, denied ? compounds : forms)) return false;
        begin = end + separator.size();
    }
    if (forms.empty()) return false;
    const std::uint32_t number = number_of(languages, language), rules = rules_of({number, 0});
    if (!compounds.empty()) {
        std::sort(compounds.begin(), compounds.end());
        compounds.erase(std::unique(compounds.begin(), compounds.end()), compounds.end());
        for (const std::string& compound : compounds) add_form(id, compound, rules_of({number, 1}), false);
    }
    if (language != nullptr) {
        constexpr std::size_t most_spellings = 1024;
        for (const auto& [from, to] : language->spellings) {
            for (std::size_t i = 0, count = forms.size(); i < count && forms.size() < most_spellings; ++i) {
                // A later form may be both; the string is copied only where a spelling occurs.
                if (forms[i].find(from) != std::string::npos) {
                    forms.push_back(replaced(forms[i], from, to));
                } else if (forms[i].find(to) != std::string::npos) {
                    forms.push_back(replaced(forms[i], to, from));
                }
            }
        }
    }
    // Those from `whole` on are doubtful.
    const std::size_t whole = forms.size();
    for (std::size_t i = 0; i < whole; ++i) {
        if (forms[i].empty() || term_keys::is_joint(forms[i].front()) || forms[i].starts_with("...")) return false;
        if (language == nullptr || language->article.empty()) continue;
        const std::string& article = language->article;
        // One letter behind it is none of a word: إلى.
        const std::size_t first_word = std::min(forms[i].find(' '), forms[i].size());
        if (forms[i].starts_with(article) && first_word > article.size() + 2) forms[i].erase(0, article.size());
        for (const auto& [from, to] : language->repairs) {
            for (const std::string& form : {forms[i], article + forms[i]}) {
                std::string broken = replaced(form, from, to, 1);
                if (broken != form) forms.push_back(std::move(broken));
            }
        }
    }
    std::vector<std::pair<std::string_view, bool>> all;
    all.reserve(forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) all.emplace_back(forms[i], i >= whole);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const auto& [form, doubtful] : all) add_form(id, form, rules, doubtful);
    return true;
}

bool TermIndex::add(std::uint32_t id, std::string_view terms, const Language* language) {
    if (compiler_ == nullptr) compiler_ = std::make_shared<Compiler>();
    return compiler_->add(id, terms, language);
}

void TermIndex::build() {
    if (compiler_ != nullptr) search(compiler_->tables(knows_edges_), compiler_->languages);
}

void TermIndex::search(const Tables& tables, const std::vector<const Language*>& languages) {
    tables_ = tables;
    beginnings_ = Beginnings(tables.beginnings);
    for (const auto [number, denies] : tables.rules) {
        const Language* const language = languages[number];
        Rules rules;
        rules.denies = denies != 0;
        denies_ = denies_ || rules.denies;
        if (language != nullptr) {
            rules.joins = language->joins;
            rules.hyphen_prefixes = language->hyphen_prefixes;
            rules.attached = language->attached_prefixes;
            if (!rules.denies) attached_.add(*language);
        }
        rules_.push_back(std::move(rules));
    }
}

void TermIndex::add_later(std::uint32_t id, std::string_view terms, const Language* language) {
    if (later_ == nullptr) later_ = std::make_unique<Later>();
    Source& source = later_->source;
    source.entries.push_back({id, static_cast<std::uint32_t>(terms.size()), number_of(source.languages, language)});
    source.terms.append(terms);
}

void TermIndex::add_all_later(std::function<void(TermIndex&)> add_all) {
    later_ = std::make_unique<Later>();
    later_->add_all = std::move(add_all);
}

// Memory may run out on the way: then all is gathered anew at the next search.
void TermIndex::gather() const {
    if (!later_->add_all) return;
    later_->source = {};
    later_->add_all(const_cast<TermIndex&>(*this));
    later_->add_all = nullptr;
}

// Nobody reads what is written here before `done` is seen. Memory may run out on the way: then nothing was written, and the
// next search tries again.
void TermIndex::compile() const {
    const std::lock_guard lock(later_->one);
    if (later_->done.load(std::memory_order_relaxed)) return;
    gather();
    TermIndex made;
    const Source& source = later_->source;
    if (const std::optional<Tables> tables = TermImage::find(source, knows_edges_)) {
        made.search(*tables, source.languages);
    } else {
        made.compiler_ = std::make_shared<Compiler>();
        made.compiler_->languages = source.languages;
        std::size_t at = 0;
        bool well_formed = true;
        for (const Added& one : source.entries) {
            well_formed = made.compiler_->add(one.id, std::string_view(source.terms).substr(at, one.size), source.languages[one.language]) && well_formed;
            at += one.size;
        }
        Tables own = made.compiler_->tables(knows_edges_);
        own.well_formed = well_formed ? 1 : 0;
        made.search(own, made.compiler_->languages);
    }
    auto& self = const_cast<TermIndex&>(*this);
    self.compiler_ = std::move(made.compiler_);
    self.tables_ = made.tables_;
    self.beginnings_ = made.beginnings_;
    self.rules_ = std::move(made.rules_);
    self.attached_ = std::move(made.attached_);
    self.denies_ = made.denies_;
    later_->source = {};
    later_->done.store(true, std::memory_order_release);
}

bool TermIndex::well_formed() const {
    ready();
    return tables_.well_formed != 0;
}

TermIndex::Tables TermIndex::Compiler::tables(bool knows_edges) {
    lay_out(sort());
    number_ids();
    if (knows_edges) {
        edges_.emplace_back();
        for (const Pattern& pattern : patterns_) edges_.front().add(std::string_view(forms_).substr(pattern.form, pattern.form_size), std::uint64_t{1} << (pattern.id >> 16));
    }
    return {patterns_, following_, forms_, keys_, gaps_, nodes_, bytes_, beginnings_->tables(), rules_, edges_, ids_};
}

// Sorts the patterns, and returns what they were sorted by.
std::vector<TermIndex::Compiler::Place> TermIndex::Compiler::sort() {
    // By key, by the first letters before all else; those with the same key stay in their order, gaps last.
    std::vector<Place> places_of_keys;
    places_of_keys.reserve(patterns_.size());
    for (const Pattern& pattern : patterns_) places_of_keys.push_back({eight_bytes(key(pattern), 0), static_cast<std::uint32_t>(places_of_keys.size())});
    std::sort(places_of_keys.begin(), places_of_keys.end(), [&](const Place& a, const Place& b) {
        if (a.letters != b.letters) return a.letters < b.letters;
        const Pattern &one = patterns_[a.pattern], &other = patterns_[b.pattern];
        const int order = key(one).compare(key(other));
        if (order != 0) return order < 0;
        return one.gap_behind_key != other.gap_behind_key ? other.gap_behind_key : a.pattern < b.pattern;
    });
    std::vector<Pattern> sorted;
    sorted.reserve(patterns_.size());
    for (const Place& place : places_of_keys) sorted.push_back(patterns_[place.pattern]);
    patterns_ = std::move(sorted);
    following_.clear();
    following_.reserve(patterns_.size());
    for (const Pattern& pattern : patterns_) following_.push_back(pattern.gap_behind_key ? gaps_[pattern.gap].following : GapWords::Sets{});
    return places_of_keys;
}

// One node for each beginning, then those below it.
void TermIndex::Compiler::lay_out(const std::vector<Place>& places_of_keys) {
    struct Range {
        std::uint32_t from;
        std::uint32_t to;
        std::uint32_t depth;
    };
    nodes_.clear();
    bytes_.clear();
    std::vector<Range> ranges;
    nodes_.reserve(patterns_.size() * 2);
    bytes_.reserve(nodes_.capacity());
    ranges.reserve(nodes_.capacity());
    const auto make = [&](Range range, unsigned char byte) {
        nodes_.push_back({0, range.from, 0, 0, 0, range.depth});
        bytes_.push_back(byte);
        ranges.push_back(range);
    };
    // One node for each beginning of up to eight letters.
    const auto count = static_cast<std::uint32_t>(patterns_.size());
    const auto size_of = [&](std::uint32_t pattern) { return std::min<std::uint32_t>(patterns_[pattern].key_size, Beginnings::longest); };
    for (std::uint32_t from = 0, to = 0; from < count; from = to) {
        const std::uint32_t size = size_of(from);
        while (to < count && places_of_keys[to].letters == places_of_keys[from].letters && size_of(to) == size) ++to;
        if (size != 0) make({from, to, size}, 0);
    }
    beginnings_.emplace(nodes_.size());
    for (std::uint32_t n = 0, heads = static_cast<std::uint32_t>(nodes_.size()); n < heads; ++n) beginnings_->add(places_of_keys[ranges[n].from].letters, ranges[n].depth, n);
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        auto [from, to, depth] = ranges[n];
        if (to - from == 1) {
            (patterns_[from].gap_behind_key ? nodes_[n].gaps : nodes_[n].patterns) = 1;
            continue;
        }
        const std::string_view first = key(patterns_[from]), last = key(patterns_[to - 1]);
        while (depth < first.size() && depth < last.size() && first[depth] == last[depth]) ++depth;
        nodes_[n].depth = depth;
        std::uint32_t i = from;
        while (i < to && patterns_[i].key_size == depth && !patterns_[i].gap_behind_key) ++i;
        nodes_[n].patterns = i - from;
        while (i < to && patterns_[i].key_size == depth) ++i;
        nodes_[n].gaps = i - from - nodes_[n].patterns;
        nodes_[n].first_child = static_cast<std::uint32_t>(nodes_.size());
        std::uint32_t children = 0;
        while (i < to) {
            const char byte = keys_[patterns_[i].key + depth];
            std::uint32_t j = i + 1;
            while (j < to && keys_[patterns_[j].key + depth] == byte) ++j;
            make({i, j, depth + 1}, static_cast<unsigned char>(byte));
            ++children;
            i = j;
        }
        nodes_[n].children = children;
    }
}

void TermIndex::Compiler::number_ids() {
    std::vector<std::uint32_t> ids;
    for (const Pattern& pattern : patterns_) ids.push_back(pattern.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids_ = static_cast<std::uint32_t>(ids.size());
    for (Pattern& pattern : patterns_) pattern.slot = static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), pattern.id) - ids.begin());
}

bool TermIndex::append_to(std::string& image) const {
    if (later_ == nullptr || later_->done.load(std::memory_order_acquire)) return false;
    gather();
    const Source source = later_->source;  // compiling forgets it
    ready();
    TermImage::append(source, knows_edges_, tables_, image);
    return true;
}

bool TermIndex::is_built_in() const {
    ready();
    return later_ != nullptr && compiler_ == nullptr;
}

}  // namespace plancheck
