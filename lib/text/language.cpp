// Language files are our own data, so a fault in one is an exception with its place and nothing is guessed. Each element
// has one meaning; an unknown one is a fault.
#include "text/language.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>

#include "text/fold.hpp"
#include "text/folded_first.hpp"
#include "text/image.hpp"
#include "text/letters.hpp"
#include "text/stored_language.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordKind::count_of_kinds)> kind_names = {
    "month", "quarter", "half-year", "ongoing", "unset", "recurrence", "every", "decision", "resolution", "email-label",
    "telephone-label", "web-label", "contact-label", "address-label", "messenger", "person-title", "organisation", "costing",
    "of-year", "in-year", "until", "from", "to", "join", "between", "part-of-year", "number", "unit-of-time", "multiplier",
    "currency", "percent", "unit", "masked-at", "masked-dot", "ordinal", "begin", "end", "supposed", "rejected", "within", "undecided"};

void start_messages(Language& language) {
    language.messages = MessageCatalogue(language.tag);
    language.messages.isolate_texts(language.right_to_left);
    language.messages.write_numbers(language.group, language.decimal);
}

class Loader {
public:
    Loader(const EmbeddedFile& file, bool later) : file_(file), later_(later) {}

    std::unique_ptr<const Language> load() {
        pugi::xml_document xml;
        const pugi::xml_parse_result parsed = xml.load_buffer(file_.text.data(), file_.text.size(), pugi::parse_default | pugi::parse_trim_pcdata, pugi::encoding_utf8);
        if (parsed.status == pugi::status_out_of_memory) throw std::bad_alloc();
        if (!parsed) fail(parsed.description());
        const pugi::xml_node root = xml.document_element();
        if (std::string_view(root.name()) != "language") fail("the root is no <language>");
        language_->tag = root.attribute("tag").value();
        language_->name = root.attribute("name").value();
        if (language_->tag.empty() || language_->name.empty()) fail("tag and name are needed");
        language_->right_to_left = std::string_view(root.attribute("direction").value()) == "rtl";
        language_->joins = root.attribute("joins").as_bool();
        language_->inclusive = root.attribute("inclusive").as_bool();
        language_->decimal = std::string_view(root.attribute("decimal").value()) == "," ? ',' : '.';
        language_->date_order = order(root.attribute("dates").value());
        if (const pugi::xml_attribute comma = root.attribute("comma")) language_->comma = comma.value();
        if (const pugi::xml_attribute semicolon = root.attribute("semicolon")) language_->semicolon = semicolon.value();
        language_->group = language_->decimal == ',' ? "." : ",";
        if (const pugi::xml_attribute group = root.attribute("group")) language_->group = group.value();
        start_messages(*language_);
        // What terms depend on comes before the terms, wherever it stands in the file.
        for (const pugi::xml_node node : root.children()) settings(node);
        language_->connectors.know_edges();
        for (const pugi::xml_node node : root.children()) terms(node);
        language_->words.build();
        language_->connectors.build();
        language_->negations.build();
        return std::move(language_);
    }

private:
    const EmbeddedFile& file_;
    bool later_;  // terms and messages are taken apart when they are first used
    std::unique_ptr<Language> language_ = std::make_unique<Language>();

    [[noreturn]] void fail(const std::string& why) const { throw std::runtime_error(std::string(file_.name) + ": " + why); }

    DateOrder order(std::string_view text) const {
        if (text == "day-first") return DateOrder::day_first;
        if (text == "month-first") return DateOrder::month_first;
        if (text == "year-first") return DateOrder::year_first;
        if (text == "ambiguous") return DateOrder::ambiguous;
        fail("dates is one of day-first, month-first, year-first, ambiguous");
    }

    static std::string trimmed_text(std::string_view text) { return std::string(trimmed(text)); }

    static std::vector<std::string> list(const pugi::xml_node& node, std::string_view separator, std::string (*made)(std::string_view) = fold) {
        return list(node.text().get(), separator, made);
    }

    static std::vector<std::string> list(std::string_view text, std::string_view separator, std::string (*made)(std::string_view) = fold) {
        std::vector<std::string> words;
        for (std::size_t begin = 0; begin <= text.size();) {
            std::size_t end = text.find(separator, begin);
            if (end == std::string_view::npos) end = text.size();
            std::string word = made(text.substr(begin, end - begin));
            if (!word.empty()) words.push_back(std::move(word));
            begin = end + separator.size();
        }
        return words;
    }

    static std::vector<std::string> spaced(const pugi::xml_node& node) {
        std::string all;
        for (const char c : std::string_view(node.text().get())) all.push_back(c == '\n' || c == '\t' ? ' ' : c);
        node.text().set(all.c_str());
        return list(node, " ");
    }

    void settings(const pugi::xml_node& node) {
        const std::string_view name = node.name();
        constexpr std::string_view dot = "\xC2\xB7";
        if (name == "detection") {
            language_->stop_words = spaced(node);
            std::sort(language_->stop_words.begin(), language_->stop_words.end());
        } else if (name == "neighbour") {
            if (std::string_view(node.attribute("tag").value()).empty()) fail("<neighbour> needs a tag");
            language_->neighbours.emplace_back(node.attribute("tag").value(), spaced(node));
        } else if (name == "number-signs") {
            language_->number_signs = list(node, dot);
            std::stable_sort(language_->number_signs.begin(), language_->number_signs.end(),
                             [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
        } else if (name == "numbered") {
            language_->numbered = list(node, dot);
            std::sort(language_->numbered.begin(), language_->numbered.end());
        } else if (name == "joints") {
            language_->joints = list(node, dot);
        } else if (name == "dittos") {
            language_->dittos = list(node, dot);
        } else if (name == "counted") {
            language_->ordinal_sign = fold(node.attribute("sign").value());
            language_->counters = list(node, dot);
            if (language_->ordinal_sign.empty()) fail("<counted> needs a sign");
        } else if (name == "pages") {
            language_->page_words = list(node, dot);
            language_->page_totals = list(node.attribute("of").value(), dot);
        } else if (name == "endings") {
            language_->endings = spaced(node);
            std::sort(language_->endings.begin(), language_->endings.end());
        } else if (name == "doing") {
            language_->doing = list(node, dot, trimmed_text);
        } else if (name == "naming") {
            language_->naming = list(node, dot);
        } else if (name == "sections") {
            language_->section_words = list(node, dot);
        } else if (name == "ordinal") {
            using Stands = Language::Ordinal::Stands;
            const std::string_view stands = node.attribute("stands").value();
            if (stands != "alone" && stands != "apart" && stands != "section") fail("<ordinal> stands alone, apart or section");
            const unsigned value = node.attribute("value").as_uint();
            if (value == 0) fail("<ordinal> needs a value");
            for (std::string& word : list(node, dot))
                language_->ordinals.push_back({std::move(word), value, stands == "alone" ? Stands::alone : stands == "apart" ? Stands::apart : Stands::section});
        } else if (name == "hyphen-prefixes") {
            language_->hyphen_prefixes = list(node, dot);
        } else if (name == "attached-prefixes") {
            language_->attached_prefixes = list(node, dot);
            std::stable_sort(language_->attached_prefixes.begin(), language_->attached_prefixes.end(),
                             [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
            language_->article = fold(node.attribute("article").value());
        } else if (name == "spelling" || name == "repair") {
            auto& pairs = name == "spelling" ? language_->spellings : language_->repairs;
            pairs.emplace_back(fold(node.attribute("from").value()), fold(node.attribute("to").value()));
            if (pairs.back().first.empty() || pairs.back().second.empty()) fail("<" + std::string(name) + "> needs from and to");
        }
    }

    void terms(const pugi::xml_node& node) {
        const std::string_view name = node.name();
        if (name == "words") {
            words(node);
        } else if (name == "negations") {
            for (const pugi::xml_node cue : node.children()) negation(cue);
        } else if (name == "messages") {
            for (const pugi::xml_node message : node.children()) {
                if (std::string_view(message.name()) != "message") fail("<messages> holds only <message>");
                const char* key = message.attribute("key").value();
                if (later_) language_->messages.add_later(key, message.text().get());
                else language_->messages.add(key, message.text().get());
            }
        } else if (node.type() == pugi::node_element && name != "detection" && name != "sections" && name != "ordinal" && name != "hyphen-prefixes" &&
                   name != "attached-prefixes" && name != "spelling" && name != "repair" && name != "neighbour" && name != "endings" &&
                   name != "naming" && name != "doing" && name != "number-signs" && name != "numbered" && name != "joints" && name != "dittos" && name != "counted" && name != "pages") {
            fail("unknown element <" + std::string(name) + ">");
        }
    }

    void add(TermIndex& to, std::uint32_t id, std::string_view text) {
        if (later_) to.add_later(id, text, language_.get());
        else if (!to.add(id, text, language_.get())) fail("bad terms: " + std::string(text));
    }

    void words(const pugi::xml_node& node) {
        const auto kind = std::find(kind_names.begin(), kind_names.end(), std::string_view(node.attribute("kind").value()));
        if (kind == kind_names.end()) fail("<words> of unknown kind " + std::string(node.attribute("kind").value()));
        const auto index = static_cast<std::size_t>(kind - kind_names.begin());
        auto& details = language_->details[index];
        details.emplace_back(node.attribute("value").value());
        const std::uint32_t id = word_id(static_cast<WordKind>(index), static_cast<std::uint32_t>(details.size() - 1));
        auto& terms = static_cast<WordKind>(index) < WordKind::of_year ? language_->words : language_->connectors;
        add(terms, id, node.text().get());
    }

    void negation(const pugi::xml_node& node) {
        const std::string_view name = node.name();
        const std::string_view reach = node.attribute("reach").value();
        Language::Cue cue;
        if (name == "cue" && (reach == "clause" || reach == "phrase" || reach == "next" || reach == "after" || reach == "around" || reach == "open" || reach == "opens")) {
            cue.phrase = reach == "phrase";
            cue.next = reach == "next";
            cue.after = reach == "after";
            cue.around = reach == "around";
            cue.open = reach == "open";
            cue.opens = reach == "opens";
        } else if (name == "no-cue") {
            cue.excluded = true;
        } else if (name == "thing") {
            cue.thing = true;
        } else if (name == "break") {
            cue.breaks = true;
        } else {
            fail("<negations> holds <cue reach=\"clause|phrase|next|after|around|open|opens\">, <thing>, <no-cue> and <break>");
        }
        language_->cues.push_back(cue);
        const auto id = static_cast<std::uint32_t>(language_->cues.size() - 1);
        add(language_->negations, id, node.text().get());
    }
};

std::vector<std::unique_ptr<const Language>> loaded(std::span<const EmbeddedFile> files, bool later) {
    std::vector<std::unique_ptr<const Language>> all;
    for (const EmbeddedFile& file : files)
        if (file.name.starts_with("lib/languages/") && file.name.ends_with(".xml")) all.push_back(Loader(file, later).load());
    return all;
}

std::vector<std::unique_ptr<const Language>> restored(std::string_view bytes) {
    std::vector<std::unique_ptr<const Language>> all;
    for (stored::Reader read(bytes); !read.at_end();) {
        auto language = std::make_unique<Language>();
        read(*language);
        MessageCatalogue::PutOff messages;
        read(messages.sizes);
        messages.texts = read.borrowed();
        start_messages(*language);
        language->messages.put_off(std::move(messages));
        language->connectors.know_edges();
        for (TermIndex* const index : {&language->words, &language->connectors, &language->negations}) index->restore(read, language.get());
        all.push_back(std::move(language));
    }
    return all;
}

}  // namespace

Languages::Languages(std::span<const EmbeddedFile> files) : Languages(files, false) {}

std::string Languages::stored() const {
    stored::Writer write;
    for (const auto& language : languages_) {
        write(*language);
        write(language->messages.put_off().sizes);
        write(language->messages.put_off().texts);
        for (const TermIndex* const index : {&language->words, &language->connectors, &language->negations}) index->store(write);
    }
    return write.bytes();
}

Languages::Languages(std::span<const EmbeddedFile> files, bool later) : Languages(loaded(files, later)) {}

Languages::Languages(std::vector<std::unique_ptr<const Language>> all) : languages_(std::move(all)) {
    std::sort(languages_.begin(), languages_.end(), [](const auto& a, const auto& b) { return a->tag < b->tag; });
    for (std::size_t i = 1; i < languages_.size(); ++i) {
        if (languages_[i]->tag == languages_[i - 1]->tag) throw std::runtime_error("two language files of tag " + languages_[i]->tag);
    }
    add_profiles();
    index_stop_words();
    index_ordinals();
}

void Languages::add_profiles() {
    for (const auto& language : languages_) profiles_.push_back({language->tag, language->stop_words});
    for (const auto& language : languages_)
        for (const auto& [tag, words] : language->neighbours) {
            if (find(tag) != nullptr) continue;
            const auto same = std::find_if(profiles_.begin(), profiles_.end(), [&tag = tag](const Profile& profile) { return profile.tag == tag; });
            if (same == profiles_.end()) profiles_.push_back({tag, words});
            else same->stop_words.insert(same->stop_words.end(), words.begin(), words.end());
        }
}

namespace {

// Of the first and the last eight bytes, or four, or what there is.
PLANCHECK_IN_LINE std::size_t hash_of(std::string_view word) noexcept {
    std::uint64_t first = 0, last = 0;
    if (word.size() >= 8) {
        std::memcpy(&first, word.data(), 8);
        std::memcpy(&last, word.data() + word.size() - 8, 8);
    } else if (word.size() >= 4) {
        std::memcpy(&first, word.data(), 4);
        std::memcpy(&last, word.data() + word.size() - 4, 4);
    } else if (!word.empty()) {
        first = static_cast<unsigned char>(word.front());
        last = static_cast<std::uint64_t>(static_cast<unsigned char>(word[word.size() / 2])) << 8 | static_cast<unsigned char>(word.back());
    }
    return static_cast<std::size_t>(((first ^ (last << 23 | last >> 41) ^ word.size()) * 0x9E3779B97F4A7C15ULL) >> 40);
}

}  // namespace

void Languages::index_stop_words() {
    std::size_t count = 0;
    for (const Profile& profile : profiles_) count += profile.stop_words.size();
    std::size_t slots = 16;
    while (slots < count * 3) slots *= 2;
    stop_words_.resize(slots);
    for (std::size_t l = 0; l < profiles_.size() && l < 64; ++l)
        for (const std::string& word : profiles_[l].stop_words) {
            std::size_t slot = hash_of(word) & (slots - 1);
            while (stop_words_[slot].languages != 0 && stop_words_[slot].word != word) slot = (slot + 1) & (slots - 1);
            stop_words_[slot].word = word;
            stop_words_[slot].languages |= std::uint64_t{1} << l;
            if (word.size() < 64) stop_word_sizes_[static_cast<unsigned char>(word.front())] |= std::uint64_t{1} << word.size();
        }
}

std::uint64_t Languages::stop_word(std::string_view word) const noexcept {
    if (word.empty() || word.size() >= 64 || (stop_word_sizes_[static_cast<unsigned char>(word.front())] >> word.size() & 1) == 0) return 0;
    std::size_t slot = hash_of(word) & (stop_words_.size() - 1);
    while (stop_words_[slot].languages != 0 && stop_words_[slot].word != word) slot = (slot + 1) & (stop_words_.size() - 1);
    return stop_words_[slot].languages;
}

void Languages::index_ordinals() {
    for (const auto& language : languages_)
        for (const Language::Ordinal& one : language->ordinals) ordinals_.push_back(&one);
    std::stable_sort(ordinals_.begin(), ordinals_.end(), [](const auto* a, const auto* b) { return a->word < b->word; });
    for (const Language::Ordinal* one : ordinals_) {
        const auto first = static_cast<unsigned char>(one->word.front());
        if (first >= 'a' && first <= 'z') {
            may_begin_ordinal_[first] = may_begin_ordinal_[first - 'a' + 'A'] = true;
            const char second = one->word.size() > 1 ? one->word[1] : '\0';
            if (second >= 'a' && second <= 'z') ordinal_begins_[first - 'a'][second - 'a'] = true;
        }
        if (first < 0xC0) continue;
        // Capitals and letters with signs begin with a byte near by, letters in the form that they have in a word with EF.
        may_begin_ordinal_[0xEF] = true;
        for (unsigned near = first & 0xF8U; near < (first & 0xF8U) + 8; ++near) may_begin_ordinal_[near] = true;
    }
}

std::pair<const Language::Ordinal*, std::size_t> Languages::ordinal_at(std::string_view text) const {
    constexpr std::size_t longest = 48;  // bytes, with signs that folding drops
    if (text.size() < 2 || !may_begin_ordinal_[static_cast<unsigned char>(text[0])]) return {};
    if (static_cast<unsigned char>(text[0]) < 0x80) {
        const unsigned first = (static_cast<unsigned char>(text[0]) | 0x20U) - 'a', second = (static_cast<unsigned char>(text[1]) | 0x20U) - 'a';
        if (static_cast<unsigned char>(text[1]) < 0x80 && (second >= 26 || !ordinal_begins_[first][second])) return {};
    }
    const char32_t first = folded_first(text), second = folded_first(text.substr(decode(text, 0).size));
    const auto code = [](const Language::Ordinal* one) { return decode(one->word, 0).code; };
    auto like = std::lower_bound(ordinals_.begin(), ordinals_.end(), first, [&](const auto* one, char32_t of) { return code(one) < of; });
    const auto differs = [&](std::string_view word) {
        const char32_t own = decode(word, decode(word, 0).size).code;
        return second != 0 && own != 0 && own != second;
    };
    while (first != 0 && like != ordinals_.end() && code(*like) == first && differs((*like)->word)) ++like;
    if (first != 0 && (like == ordinals_.end() || code(*like) != first)) return {};
    std::size_t end = letters_end(text, 0);
    if (end > longest) return {};
    const std::string word = fold(text.substr(0, end));
    const auto found = std::lower_bound(ordinals_.begin(), ordinals_.end(), word, [](const auto* one, const std::string& of) { return one->word < of; });
    if (found == ordinals_.end() || (*found)->word != word) return {};
    return {*found, end};
}

const Languages& Languages::built_in() {
    // A test loads them at once, so that what is put off here is known to be right.
    const auto all = [] {
        const std::string_view stored = image_part(image);
        return stored.empty() ? loaded(embedded_files(), true) : restored(stored);
    };
    static const Languages languages(all());
    return languages;
}

const Language* Languages::find(std::string_view tag) const noexcept {
    const std::size_t size = std::min(tag.find_first_of("-_"), tag.size());
    for (const auto& language : languages_) {
        if (language->tag.size() != size) continue;
        const bool same = std::equal(language->tag.begin(), language->tag.end(), tag.begin(), [](char a, char b) {
            return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
        });
        if (same) return language.get();
    }
    return nullptr;
}

const Language& Languages::nearest(std::string_view tag, std::string_view otherwise) const noexcept {
    for (const std::string_view one : {tag, otherwise, std::string_view("en")})
        if (const Language* const found = find(one)) return *found;
    return *languages_.front();
}

}  // namespace plancheck
