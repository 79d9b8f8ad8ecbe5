#include "checks/shared/labels.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/term_forms.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

template <class Take>
void each_label(std::string_view all, Take&& take) {
    constexpr std::string_view separator = " \xC2\xB7 ";
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(separator, at), all.size());
        const std::string_view label = trimmed(all.substr(at, end - at));
        at = end + separator.size();
        if (label.ends_with(':') || label.ends_with("\uFF1A")) continue;  // a word that is a label before a colon alone is none elsewhere
        std::vector<std::string> forms;
        if (expand_term(fold(label), false, forms)) take(label, forms);
    }
}

// "приоритетное направление" beside "приоритетная мера": labels of several words, the first of which differ by their endings.
bool shares_first_word(std::string_view a, std::string_view b) {
    constexpr std::size_t least = 8, longest_ending = 3;  // columns
    const std::string_view one = a.substr(0, a.find(' ')), other = b.substr(0, b.find(' '));
    if (one.size() == a.size() || other.size() == b.size()) return false;
    std::size_t same = 0;
    while (same < one.size() && same < other.size() && one[same] == other[same]) ++same;
    while (same > 0 && same < one.size() && (static_cast<unsigned char>(one[same]) & 0xC0U) == 0x80U) --same;
    const auto rest = [same](std::string_view word) { return count_code_points(word.substr(std::min(same, word.size()))); };
    return count_code_points(one.substr(0, same)) >= least && rest(one) <= longest_ending && rest(other) <= longest_ending;
}

ItemLabels::Names names_of(std::string_view all) {
    ItemLabels::Names made;
    std::vector<std::string> preferred;
    std::string initials;
    each_label(all, [&](std::string_view label, const std::vector<std::string>& forms) {
        const bool is_preferred = preferred.empty();
        if (is_preferred) {
            preferred = forms;
            const std::string& first = *std::min_element(forms.begin(), forms.end());
            for (std::size_t word = 0; word != std::string::npos && word < first.size();) {
                initials += first.substr(word, decode(first, word).size);
                word = first.find(' ', word);
                if (word != std::string::npos) ++word;
            }
        }
        for (const std::string& form : forms) {
            const bool same = is_preferred || shares_first_word(form, preferred.front()) || std::any_of(preferred.begin(), preferred.end(), [&](const std::string& one) {
                return form.find(one) != std::string::npos || (form.size() > 2 && form.back() == '.' && one.starts_with(form.substr(0, form.size() - 1)));
            });
            if (same) made.labels.push_back(form);
            else if (count_code_points(initials) >= 2 && form == initials) made.codes.emplace_back(label);
            else made.others.push_back(form);
        }
    });
    std::stable_sort(made.others.begin(), made.others.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    // "приоритетная мера" before "мера": the name begins where the longest of them does.
    std::stable_sort(made.labels.begin(), made.labels.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return made;
}

}  // namespace

ItemLabels::ItemLabels(const Template& form) : form_(form) {
    of_.try_emplace(form.default_language);
    for (const ItemSpec& spec : form.items)
        for (const auto& [tag, text] : spec.labels.texts) of_.try_emplace(tag);
    for (auto& [tag, own] : of_)
        for (std::size_t i = 0; i < form.items.size(); ++i) own.kinds.emplace_back();
}

// A language that no label is in has those of the default language.
ItemLabels::Expanded& ItemLabels::expanded(std::string_view language) const {
    const auto found = of_.find(language);
    return found != of_.end() ? found->second : of_.find(form_.default_language)->second;
}

const ItemLabels::Names& ItemLabels::names(const ItemSpec& kind, std::string_view language) const {
    OfKind& own = expanded(language).kinds[static_cast<std::size_t>(&kind - form_.items.data())];
    std::call_once(own.once, [&] { own.names = names_of(kind.labels.in(language, form_.default_language)); });
    return own.names;
}

bool ItemLabels::ends_label(std::string_view word, std::string_view language) const {
    Expanded& own = expanded(language);
    std::call_once(own.once, [&] {
        for (const ItemSpec& spec : form_.items)
            for (const auto& [tag, all] : spec.labels.texts)
                // Names stand behind labels of what is looked for in many places, and no numbers: "led by".
                if (spec.places.empty() && (tag == language || tag == form_.default_language))
                    each_label(all, [&](std::string_view, const std::vector<std::string>& forms) {
                        for (const std::string& one : forms) {
                            const std::string_view end = std::string_view(one).substr(one.rfind(' ') + 1);
                            if (own.ends.empty() || own.ends.back() != end) own.ends.emplace_back(end);
                        }
                    });
        std::sort(own.ends.begin(), own.ends.end());
        own.ends.erase(std::unique(own.ends.begin(), own.ends.end()), own.ends.end());
    });
    return std::binary_search(own.ends.begin(), own.ends.end(), word);
}

// Where the first digit of any script stands; the size of the label without one.
static std::size_t number_in(std::string_view label) noexcept {
    std::size_t at = 0;
    while (at < label.size() && digit_of(decode(label, at).code) == 10) at += decode(label, at).size;
    return at;
}

std::string level_word(const Plan& plan, std::string_view kind) {
    std::string word;
    std::size_t items = 0;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        const std::string_view label = item.label, own = trimmed(label.substr(0, number_in(label)));
        if (own.size() >= label.size() || own.empty()) continue;  // "Goal"
        const Decoded first = decode(own, 0);
        const std::size_t least = is_ideograph(first.code) ? 2 : 3;
        if (count_code_points(own) < least || is_upper(decode(own, first.size).code) || !is_word_character(decode_before(own, own.size()).code)) return {};
        std::string folded = fold(own);
        if (items++ != 0 && folded != word) return {};
        word = std::move(folded);
    }
    return items >= 2 ? word : std::string();
}

std::vector<std::string> own_names(const Plan& plan, const ItemSpec& kind, const ItemLabels::Names& names) {
    std::vector<std::string> own;
    if (std::string word = level_word(plan, kind.kind); !word.empty()) own.push_back(std::move(word));
    const Section* const section = plan.outline->find(kind.section);
    if (section == nullptr || section->confidence == Confidence::low) return own;
    const std::string title = fold(plan.document().view(section->title));
    // Each word in a form of its own: "acción prioritaria" of "acciones prioritarias".
    const auto says = [&](std::string_view label) {
        constexpr std::size_t longest_ending = 4;  // bytes
        std::size_t at = 0;
        for (std::size_t from = 0, end; from < label.size(); from = end + 1, at = std::min(title.find(' ', at), title.size() - 1) + 1) {
            end = std::min(label.find(' ', from), label.size());
            const std::string_view word = label.substr(from, end - from), other = std::string_view(title).substr(at, std::min(title.find(' ', at), title.size()) - at);
            const auto same = static_cast<std::size_t>(std::mismatch(word.begin(), word.end(), other.begin(), other.end()).first - word.begin());
            if (same < 4 || word.size() - same > longest_ending || other.size() - same > longest_ending) return false;
        }
        return at >= title.size();
    };
    for (const std::string& label : names.others)
        if (label.find(' ') != label.npos && says(label)) own.push_back(label);
    return own;
}

std::string level_code(const Plan& plan, std::string_view kind) {
    std::string code;
    std::size_t items = 0;
    for (const Item& item : plan.items) {
        if (item.kind != kind) continue;
        const std::string_view words = item.title, label = item.label.empty() ? words.substr(0, words.find_first_of(" :.")) : std::string_view(item.label);
        const std::string_view own = label.substr(0, ascii_digits.find(label));
        if (item.label.empty() && (own.size() > 4 || label.find_first_not_of("0123456789", own.size()) != std::string_view::npos)) return {};
        bool capitals = !own.empty() && own.size() < label.size();
        for (std::size_t at = 0; at < own.size() && capitals; at += decode(own, at).size) capitals = is_upper(decode(own, at).code) || (at != 0 && at + 1 == own.size() && own[at] == '-');
        if (!capitals || (items++ != 0 && own != code)) return {};
        code = own;
    }
    return items >= 2 ? code : std::string();
}

std::string letter_behind(const std::vector<std::string>& labels, std::string_view title) {
    const std::string folded = fold(title);
    for (const std::string& label : labels) {
        const std::size_t at = label.size() + 1;
        if (folded.size() > at + 1 && folded.starts_with(label) && folded[at - 1] == ' ' && folded[at] >= 'a' && folded[at] <= 'z' && !is_word_character(decode(folded, at + 1).code)) return folded.substr(at, 1);
    }
    return {};
}

}  // namespace plancheck
