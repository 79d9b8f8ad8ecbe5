// ICU's MessagePattern takes a pattern apart; what it finds is kept as UTF-8 steps, so that formatting touches no ICU but
// the plural rules. Formatting is ours, because ICU's own MessageFormat makes number formats for each message and prints
// numbers by locale. Sub-messages nest only as deep as the patterns, which are our data. Plural rules are made once per
// catalogue, at the first plural.
#include "text/messages.hpp"

#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "text/utf8.hpp"

namespace plancheck {

namespace {

struct Step;

struct Branch {
    std::string selector;
    bool exact = false;  // "=1": a number, not a keyword
    double value = 0;
    std::vector<Step> steps;
};

struct Step {
    enum class Kind : std::uint8_t { text, hash, argument, number, select, plural, ordinal };
    Kind kind = Kind::text;
    std::string text;  // as it is printed; else the argument's name
    std::int64_t offset = 0;
    std::vector<Branch> branches;
};

struct Message {
    std::vector<Step> steps;
    std::vector<std::string> names;
};

void append(std::string& to, const icu::UnicodeString& text) { text.toUTF8String(to); }

// Signs of direction in the text itself are left out, so that nothing in it ends the isolate; isolates of its own that
// begin and end in it stay.
void append_isolated(std::string& out, std::string_view text) {
    constexpr std::string_view begin = "\xE2\x81\xA8", end = "\xE2\x81\xA9";
    if (text.empty()) return;
    out += begin;
    // All of these signs begin with one byte.
    if (text.find('\xE2') == std::string_view::npos) {
        out.append(text).append(end);
        return;
    }
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        const std::string_view sign = text.substr(at, d.size);
        at += d.size;
        if (sign == begin) {
            open.push_back(out.size());
        } else if (sign == end) {
            if (open.empty()) continue;
            open.pop_back();
        } else if ((d.code >= 0x202A && d.code <= 0x202E) || d.code == 0x2066 || d.code == 0x2067) {
            continue;
        }
        out += sign;
    }
    for (; !open.empty(); open.pop_back()) out.erase(open.back(), begin.size());
    out += end;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    append(out, text);
    return out;
}

struct NumberStyle {
    std::string group;
    char decimal = '.';
};

// "-1990000.5" as the language writes it; what is no decimal stays as it is. Four digits are read without a sign, and may
// be a year.
std::string written(std::string_view text, const NumberStyle& style) {
    std::string_view whole = text;
    if (whole.starts_with('-')) whole.remove_prefix(1);
    const std::size_t digits = std::min(whole.find_first_not_of("0123456789"), whole.size());
    const std::string_view rest = whole.substr(digits);
    if (digits == 0 || !(rest.empty() || (rest.front() == '.' && rest.size() > 1 && rest.find_first_not_of("0123456789", 1) == std::string_view::npos)))
        return std::string(text);
    std::string out(text.substr(0, text.size() - whole.size()));
    for (std::size_t i = 0; i < digits; ++i) {
        if (digits > 4 && i != 0 && (digits - i) % 3 == 0) out += style.group;
        out += whole[i];
    }
    if (!rest.empty()) {
        out += style.decimal;
        out += rest.substr(1);
    }
    return out;
}

}  // namespace

struct MessageCatalogue::Data {
    std::string tag;
    NumberStyle numbers;
    PutOff later;
    std::string own_texts;  // of `later`, where nothing was borrowed
    std::once_flag listed;  // what was put off stands in `messages`
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const noexcept { return std::hash<std::string_view>()(key); }
    };
    // A pattern that was put off borrows from `later`, and is parsed by whoever comes first.
    struct Entry {
        Entry() = default;
        explicit Entry(std::string_view written) noexcept : pattern(written), is_put_off(true) {}
        std::string_view pattern;
        bool is_put_off = false;
        std::once_flag parsed;
        Message message;
    };
    using Messages = std::unordered_map<std::string, Entry, Hash, std::equal_to<>>;
    Messages messages;

    void add(std::string_view key, std::string_view pattern);
    Message parse(std::string_view key, std::string_view pattern) const;
    // Those that were put off included.
    const Messages& all() {
        std::call_once(listed, [&] {
            // Where memory runs out on the way, the next use begins anew.
            if (later.sizes.empty()) return;
            messages.clear();
            std::string_view rest = later.texts;
            const auto next = [&rest](std::uint32_t size) {
                const std::string_view one = rest.substr(0, size);
                rest.remove_prefix(size);
                return one;
            };
            for (std::size_t i = 0; i + 1 < later.sizes.size(); i += 2) {
                const std::string_view key = next(later.sizes[i]);
                if (!messages.try_emplace(std::string(key), next(later.sizes[i + 1])).second) fail(key, "the key is there already");
            }
        });
        return messages;
    }
    // Null where there is none.
    const Message* find(std::string_view key) {
        all();
        const auto found = messages.find(key);
        if (found == messages.end()) return nullptr;
        Entry& entry = found->second;
        if (entry.is_put_off) std::call_once(entry.parsed, [&] { entry.message = parse(key, entry.pattern); });
        return &entry.message;
    }
    [[noreturn]] void fail(std::string_view key, const std::string& why) const { throw std::runtime_error("message " + std::string(key) + " (" + tag + "): " + why); }

    const icu::PluralRules& rules(UPluralType type) const {
        std::call_once(made, [&] {
            UErrorCode status = U_ZERO_ERROR;
            const icu::Locale locale(tag.c_str());
            cardinal.reset(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_CARDINAL, status));
            ordinal.reset(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_ORDINAL, status));
            if (U_FAILURE(status)) throw std::runtime_error("no plural rules for " + tag);
        });
        return type == UPLURAL_TYPE_CARDINAL ? *cardinal : *ordinal;
    }

private:
    mutable std::once_flag made;
    mutable std::unique_ptr<icu::PluralRules> cardinal;
    mutable std::unique_ptr<icu::PluralRules> ordinal;
};

namespace {

// The steps of the message whose MSG_START is part `start`.
std::vector<Step> steps_of(const icu::MessagePattern& pattern, std::int32_t start);

// The branches from part `at` on, before part `limit`.
std::vector<Branch> branches_of(const icu::MessagePattern& pattern, std::int32_t at, std::int32_t limit) {
    std::vector<Branch> branches;
    while (at < limit) {
        const icu::MessagePattern::Part& part = pattern.getPart(at);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_SELECTOR) {  // the offset
            ++at;
            continue;
        }
        Branch branch;
        branch.selector = utf8(pattern.getSubstring(part));
        std::int32_t message = at + 1;
        if (icu::MessagePattern::Part::hasNumericValue(pattern.getPart(message).getType())) {
            branch.exact = true;
            branch.value = pattern.getNumericValue(pattern.getPart(message));
            ++message;
        }
        branch.steps = steps_of(pattern, message);
        branches.push_back(std::move(branch));
        at = pattern.getLimitPartIndex(message) + 1;
    }
    return branches;
}

std::vector<Step> steps_of(const icu::MessagePattern& pattern, std::int32_t start) {
    const icu::UnicodeString& text = pattern.getPatternString();
    std::vector<Step> steps;
    const auto literal = [&](const icu::UnicodeString& piece) {
        if (piece.isEmpty()) return;
        if (steps.empty() || steps.back().kind != Step::Kind::text) steps.emplace_back();
        append(steps.back().text, piece);
    };
    std::int32_t from = pattern.getPart(start).getLimit();
    for (std::int32_t i = start + 1;; ++i) {
        const icu::MessagePattern::Part& part = pattern.getPart(i);
        literal(text.tempSubStringBetween(from, part.getIndex()));
        from = part.getLimit();
        if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) return steps;
        if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) steps.emplace_back().kind = Step::Kind::hash;
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
        const std::int32_t limit = pattern.getLimitPartIndex(i);
        Step step;
        step.text = utf8(pattern.getSubstring(pattern.getPart(i + 1)));
        const UMessagePatternArgType type = part.getArgType();
        if (type == UMSGPAT_ARG_TYPE_NONE || type == UMSGPAT_ARG_TYPE_SIMPLE) {
            step.kind = type == UMSGPAT_ARG_TYPE_NONE ? Step::Kind::argument : Step::Kind::number;
        } else {
            step.kind = type == UMSGPAT_ARG_TYPE_SELECT   ? Step::Kind::select
                        : type == UMSGPAT_ARG_TYPE_PLURAL ? Step::Kind::plural
                                                          : Step::Kind::ordinal;
            if (type != UMSGPAT_ARG_TYPE_SELECT) step.offset = static_cast<std::int64_t>(pattern.getPluralOffset(i + 2));
            step.branches = branches_of(pattern, i + 2, limit);
        }
        steps.push_back(std::move(step));
        from = pattern.getPart(limit).getLimit();
        i = limit;
    }
}

class Printer {
public:
    using RulesOf = std::function<const icu::PluralRules&(UPluralType)>;

    Printer(std::span<const MessageArgument> arguments, const RulesOf& rules, const NumberStyle& numbers, bool isolate)
        : arguments_(arguments), rules_(rules), numbers_(numbers), isolate_(isolate) {}

    // `number` replaces '#'.
    void print(std::string& out, const std::vector<Step>& steps, std::int64_t number) const {
        for (const Step& step : steps) {
            if (step.kind == Step::Kind::text) out += step.text;
            else if (step.kind == Step::Kind::hash) out += written(std::to_string(number), numbers_);
            else argument(out, step);
        }
    }

private:
    std::span<const MessageArgument> arguments_;
    const RulesOf& rules_;
    const NumberStyle& numbers_;
    bool isolate_;

    const MessageArgument& find(const std::string& name) const {
        for (const MessageArgument& given : arguments_) {
            if (given.name == name) return given;
        }
        throw std::invalid_argument("message argument is missing: " + name);
    }

    void argument(std::string& out, const Step& step) const {
        const MessageArgument& given = find(step.text);
        const auto* const number = std::get_if<std::int64_t>(&given.value);
        if (step.kind == Step::Kind::argument || step.kind == Step::Kind::number) {
            std::string made = number != nullptr ? std::to_string(*number) : std::string(std::get<std::string_view>(given.value));
            if (step.kind == Step::Kind::number) made = written(made, numbers_);
            if (isolate_ && number == nullptr) append_isolated(out, made);
            else out += made;
            return;
        }
        if (step.kind == Step::Kind::select) {
            std::string word = number != nullptr ? std::to_string(*number) : std::string(std::get<std::string_view>(given.value));
            // ICU allows no hyphen in a selector; ids have them.
            std::replace(word.begin(), word.end(), '-', '_');
            print(out, branch(step, word).steps, 0);
            return;
        }
        if (number == nullptr) throw std::invalid_argument("message argument is no number: " + step.text);
        print(out, plural(step, *number).steps, *number - step.offset);
    }

    // The branch `word`, else "other", which every pattern has.
    static const Branch& branch(const Step& step, std::string_view word) {
        const Branch* other = nullptr;
        for (const Branch& one : step.branches) {
            if (one.exact) continue;
            if (one.selector == word) return one;
            if (one.selector == "other") other = &one;
        }
        return *other;
    }

    const Branch& plural(const Step& step, std::int64_t number) const {
        for (const Branch& one : step.branches)
            if (one.exact && one.value == static_cast<double>(number)) return one;
        const UPluralType type = step.kind == Step::Kind::plural ? UPLURAL_TYPE_CARDINAL : UPLURAL_TYPE_ORDINAL;
        return branch(step, utf8(rules_(type).select(static_cast<double>(number - step.offset))));
    }
};

}  // namespace

MessageCatalogue::MessageCatalogue() : MessageCatalogue("root") {}
MessageCatalogue::MessageCatalogue(std::string_view tag) : data_(std::make_unique<Data>()) { data_->tag = tag; }
MessageCatalogue::~MessageCatalogue() = default;
MessageCatalogue::MessageCatalogue(MessageCatalogue&&) noexcept = default;
MessageCatalogue& MessageCatalogue::operator=(MessageCatalogue&&) noexcept = default;

void MessageCatalogue::add(std::string_view key, std::string_view pattern) { data_->add(key, pattern); }

void MessageCatalogue::add_later(std::string_view key, std::string_view pattern) {
    for (const std::string_view one : {key, pattern}) {
        data_->later.sizes.push_back(static_cast<std::uint32_t>(one.size()));
        data_->own_texts += one;
    }
    data_->later.texts = data_->own_texts;
}

const MessageCatalogue::PutOff& MessageCatalogue::put_off() const noexcept { return data_->later; }
void MessageCatalogue::put_off(PutOff all) noexcept { data_->later = std::move(all); }

void MessageCatalogue::Data::add(std::string_view key, std::string_view pattern) {
    Message message = parse(key, pattern);
    const auto [place, is_new] = messages.try_emplace(std::string(key));
    if (!is_new) fail(key, "the key is there already");
    place->second.message = std::move(message);
}

Message MessageCatalogue::Data::parse(std::string_view key, std::string_view pattern) const {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    Message message;
    icu::MessagePattern parts(UMSGPAT_APOS_DOUBLE_OPTIONAL, status);
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
    parts.parse(text, &place, status);
    if (U_FAILURE(status)) fail(key, "bad pattern at offset " + std::to_string(place.offset));
    for (std::int32_t i = 0; i < parts.countParts(); ++i) {
        const icu::MessagePattern::Part& part = parts.getPart(i);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) fail(key, "arguments have names, not numbers");
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
            message.names.push_back(utf8(parts.getSubstring(part)));
        }
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
        const UMessagePatternArgType type = part.getArgType();
        const bool number = type == UMSGPAT_ARG_TYPE_SIMPLE && parts.getSubstring(parts.getPart(i + 2)) == UNICODE_STRING_SIMPLE("number") &&
                            parts.getLimitPartIndex(i) == i + 3;
        if ((type == UMSGPAT_ARG_TYPE_SIMPLE && !number) || type == UMSGPAT_ARG_TYPE_CHOICE)
            fail(key, "only number, plural, selectordinal and select are known, without a style");
    }
    message.steps = steps_of(parts, 0);
    std::sort(message.names.begin(), message.names.end());
    message.names.erase(std::unique(message.names.begin(), message.names.end()), message.names.end());
    return message;
}

void MessageCatalogue::write_numbers(std::string_view group, char decimal) { data_->numbers = {std::string(group), decimal}; }

bool MessageCatalogue::has(std::string_view key) const { return data_->all().contains(key); }

std::vector<std::string_view> MessageCatalogue::keys() const {
    std::vector<std::string_view> keys;
    for (const auto& [key, message] : data_->all()) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<std::string_view> MessageCatalogue::arguments(std::string_view key) const {
    const Message* const found = data_->find(key);
    return found == nullptr ? std::vector<std::string_view>() : std::vector<std::string_view>(found->names.begin(), found->names.end());
}

bool MessageCatalogue::uses(std::string_view key, std::string_view argument) const {
    const Message* const found = data_->find(key);
    return found != nullptr && std::binary_search(found->names.begin(), found->names.end(), argument);
}

std::vector<std::string> MessageCatalogue::lacking_plurals(std::string_view key) const {
    const Message* const found = data_->find(key);
    if (found == nullptr) return {};
    std::vector<std::string> lacking;
    std::vector<const std::vector<Step>*> open{&found->steps};
    while (!open.empty()) {
        const std::vector<Step>& steps = *open.back();
        open.pop_back();
        for (const Step& step : steps) {
            for (const Branch& branch : step.branches) open.push_back(&branch.steps);
            if (step.kind != Step::Kind::plural && step.kind != Step::Kind::ordinal) continue;
            const icu::PluralRules& rules = data_->rules(step.kind == Step::Kind::plural ? UPLURAL_TYPE_CARDINAL : UPLURAL_TYPE_ORDINAL);
            for (int number = 0; number <= 200; ++number) {
                const std::string category = utf8(rules.select(static_cast<double>(number)));
                const bool there = std::any_of(step.branches.begin(), step.branches.end(), [&](const Branch& one) { return !one.exact && one.selector == category; });
                if (!there && std::find(lacking.begin(), lacking.end(), category) == lacking.end()) lacking.push_back(category);
            }
        }
    }
    return lacking;
}

std::string MessageCatalogue::format(std::string_view key, std::span<const MessageArgument> arguments) const {
    const Message* const found = data_->find(key);
    if (found == nullptr) throw std::out_of_range("no message " + std::string(key) + " (" + data_->tag + ")");
    const Printer::RulesOf rules = [&](UPluralType type) -> const icu::PluralRules& {
        return data_->rules(type);
    };
    std::string out;
    Printer(arguments, rules, data_->numbers, isolates_).print(out, found->steps, 0);
    return out;
}

}  // namespace plancheck
