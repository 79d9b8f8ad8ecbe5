// The half of TermIndex that is done once: terms become forms, forms become keys, and keys are laid out by their first eight
// letters, with tries over what follows.
#include <algorithm>
#include <bit>
#include <numeric>

#include "text/fold.hpp"
#include "text/gap_words.hpp"
#include "text/language.hpp"
#include "text/term_forms.hpp"
#include "text/term_keys.hpp"
#include "text/terms.hpp"

namespace plancheck {

namespace {

constexpr std::size_t longest_form = 400;

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

std::uint32_t TermIndex::rules_of(const Language* language) {
    const std::string tag = language == nullptr ? std::string() : language->tag;
    for (std::size_t i = 0; i < rule_tags_.size(); ++i) {
        if (rule_tags_[i] == tag) return static_cast<std::uint32_t>(i);
    }
    rule_tags_.push_back(tag);
    Rules rules;
    if (language != nullptr) {
        rules.joins = language->joins;
        rules.hyphen_prefixes = language->hyphen_prefixes;
        rules.attached = language->attached_prefixes;
        attached_.add(*language);
    }
    rules_.push_back(std::move(rules));
    return static_cast<std::uint32_t>(rules_.size() - 1);
}

void TermIndex::add_form(std::uint32_t id, std::string_view form, std::uint32_t rules, bool doubtful) {
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
        Gap gap{0, 0, {}, static_cast<std::uint32_t>(i)};
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

bool TermIndex::add(std::uint32_t id, std::string_view terms, const Language* language) {
    constexpr std::string_view separator = " \xC2\xB7 ";
    std::vector<std::string> forms, compounds;
    for (std::size_t begin = 0; begin <= terms.size();) {
        std::size_t end = terms.find(separator, begin);
        if (end == std::string_view::npos) end = terms.size();
        const std::string synonym = fold(terms.substr(begin, end - begin));
        if (synonym.empty() || synonym.size() > longest_form) return false;
        const bool denied = synonym.starts_with(term_keys::denying);
        if (!expand_term(std::string_view(synonym).substr(denied ? 1 : 0), language != nullptr && language->inclusive, denied ? compounds : forms)) return false;
        begin = end + separator.size();
    }
    if (forms.empty()) return false;
    const std::uint32_t rules = rules_of(language);
    if (!compounds.empty()) {
        std::sort(compounds.begin(), compounds.end());
        compounds.erase(std::unique(compounds.begin(), compounds.end()), compounds.end());
        rules_.push_back(Rules(rules_[rules]));
        rule_tags_.emplace_back(term_keys::denying);
        for (const std::string& compound : compounds) add_form(id, compound, static_cast<std::uint32_t>(rules_.size() - 1), false);
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
        if (forms[i].starts_with(article) && forms[i].size() > article.size() + 2) forms[i].erase(0, article.size());
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

void TermIndex::add_later(std::uint32_t id, std::string_view terms, const Language* language) {
    if (later_ == nullptr) later_ = std::make_unique<Later>();
    later_->entries.push_back({id, std::string(terms), language});
}

// Nobody reads what is written here before `done` is seen. Memory may run out on the way: then nothing was written, and the
// next search tries again.
void TermIndex::compile() const {
    const std::lock_guard lock(later_->one);
    if (later_->done.load(std::memory_order_relaxed)) return;
    TermIndex made;
    made.knows_edges_ = knows_edges_;
    bool well_formed = true;
    for (const PutOff& entry : later_->entries) well_formed = made.add(entry.id, entry.terms, entry.language) && well_formed;
    made.compile_patterns();
    auto& self = const_cast<TermIndex&>(*this);
    self.patterns_ = std::move(made.patterns_);
    self.following_ = std::move(made.following_);
    self.forms_ = std::move(made.forms_);
    self.keys_ = std::move(made.keys_);
    self.gaps_ = std::move(made.gaps_);
    self.rules_ = std::move(made.rules_);
    self.rule_tags_ = std::move(made.rule_tags_);
    self.nodes_ = std::move(made.nodes_);
    self.bytes_ = std::move(made.bytes_);
    self.beginnings_ = std::move(made.beginnings_);
    self.ids_ = made.ids_;
    self.attached_ = std::move(made.attached_);
    self.edges_ = std::move(made.edges_);
    later_->entries = {};
    later_->well_formed = well_formed;
    later_->done.store(true, std::memory_order_release);
}

bool TermIndex::well_formed() const {
    ready();
    return later_ == nullptr || later_->well_formed;
}

void TermIndex::build() {
    if (later_ == nullptr) compile_patterns();
}

void TermIndex::compile_patterns() {
    const auto key = [&](const Pattern& p) { return std::string_view(keys_).substr(p.key, p.key_size); };
    // By key, by the first letters before all else; those with the same key stay in their order, gaps last.
    struct Place {
        std::uint64_t letters;
        std::uint32_t pattern;
    };
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
    beginnings_.clear(nodes_.size());
    for (std::uint32_t n = 0, heads = static_cast<std::uint32_t>(nodes_.size()); n < heads; ++n) beginnings_.add(places_of_keys[ranges[n].from].letters, ranges[n].depth, n);
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
    std::vector<std::uint32_t> ids;
    for (const Pattern& pattern : patterns_) {
        ids.push_back(pattern.id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids_ = static_cast<std::uint32_t>(ids.size());
    for (Pattern& pattern : patterns_) pattern.slot = static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), pattern.id) - ids.begin());
    if (knows_edges_) {
        auto edges = std::make_unique<TermEdges>();
        for (const Pattern& pattern : patterns_) edges->add(std::string_view(forms_).substr(pattern.form, pattern.form_size), std::uint64_t{1} << (pattern.id >> 16));
        edges_ = std::move(edges);
    }
}

}  // namespace plancheck
