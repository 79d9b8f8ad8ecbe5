// ICU's MessagePattern takes a pattern apart when it is added; format() walks its parts. Formatting is ours, because
// ICU's own MessageFormat makes number formats for each message and prints numbers by locale. Sub-messages nest only as
// deep as the patterns, which are our data. Plural rules are made once per catalogue, at the first plural.
#include "text/messages.hpp"

#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <stdexcept>

namespace plancheck {

namespace {

struct Message {
    icu::MessagePattern pattern;
    std::vector<std::string> names;
};

void append(std::string& to, const icu::UnicodeString& text) { text.toUTF8String(to); }

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    append(out, text);
    return out;
}

}  // namespace

struct MessageCatalogue::Data {
    std::string tag;
    std::map<std::string, Message, std::less<>> messages;

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

class Printer {
public:
    using RulesOf = std::function<const icu::PluralRules&(UPluralType)>;

    Printer(const icu::MessagePattern& pattern, std::span<const MessageArgument> arguments, const RulesOf& rules)
        : pattern_(pattern), text_(pattern.getPatternString()), arguments_(arguments), rules_(rules) {}

    // The message whose MSG_START is part `start`; `number` replaces '#'.
    void print(std::string& out, std::int32_t start, std::int64_t number) const {
        std::int32_t from = pattern_.getPart(start).getLimit();
        for (std::int32_t i = start + 1;; ++i) {
            const icu::MessagePattern::Part& part = pattern_.getPart(i);
            append(out, text_.tempSubStringBetween(from, part.getIndex()));
            from = part.getLimit();
            switch (part.getType()) {
                case UMSGPAT_PART_TYPE_MSG_LIMIT: return;
                case UMSGPAT_PART_TYPE_REPLACE_NUMBER: out += std::to_string(number); break;
                case UMSGPAT_PART_TYPE_ARG_START: {
                    const std::int32_t limit = pattern_.getLimitPartIndex(i);
                    argument(out, i, limit);
                    from = pattern_.getPart(limit).getLimit();
                    i = limit;
                    break;
                }
                default: break;
            }
        }
    }

private:
    const icu::MessagePattern& pattern_;
    const icu::UnicodeString& text_;
    std::span<const MessageArgument> arguments_;
    const RulesOf& rules_;

    const MessageArgument& find(const std::string& name) const {
        for (const MessageArgument& given : arguments_) {
            if (given.name == name) return given;
        }
        throw std::invalid_argument("message argument is missing: " + name);
    }

    void argument(std::string& out, std::int32_t start, std::int32_t limit) const {
        const std::string name = utf8(pattern_.getSubstring(pattern_.getPart(start + 1)));
        const MessageArgument& given = find(name);
        const UMessagePatternArgType type = pattern_.getPart(start).getArgType();
        const auto* const number = std::get_if<std::int64_t>(&given.value);
        if (type == UMSGPAT_ARG_TYPE_NONE) {
            if (number != nullptr) {
                out += std::to_string(*number);
            } else {
                out += std::get<std::string_view>(given.value);
            }
            return;
        }
        if (type == UMSGPAT_ARG_TYPE_SELECT) {
            std::string word = number != nullptr ? std::to_string(*number) : std::string(std::get<std::string_view>(given.value));
            // ICU allows no hyphen in a selector; ids have them.
            std::replace(word.begin(), word.end(), '-', '_');
            print(out, select(start + 2, limit, word), 0);
            return;
        }
        if (number == nullptr) throw std::invalid_argument("message argument is no number: " + name);
        const auto kind = type == UMSGPAT_ARG_TYPE_PLURAL ? UPLURAL_TYPE_CARDINAL : UPLURAL_TYPE_ORDINAL;
        const auto offset = static_cast<std::int64_t>(pattern_.getPluralOffset(start + 2));
        print(out, plural(start + 2, limit, *number, offset, kind), *number - offset);
    }

    // MSG_START of the branch `word`, else of "other".
    std::int32_t select(std::int32_t at, std::int32_t limit, const std::string& word) const {
        std::int32_t other = -1;
        while (at < limit) {
            const std::string selector = utf8(pattern_.getSubstring(pattern_.getPart(at)));
            if (selector == word) return at + 1;
            if (selector == "other") other = at + 1;
            at = pattern_.getLimitPartIndex(at + 1) + 1;
        }
        return other;
    }

    std::int32_t plural(std::int32_t at, std::int32_t limit, std::int64_t number, std::int64_t offset, UPluralType kind) const {
        std::string keyword;
        std::int32_t other = -1;
        std::int32_t chosen = -1;
        while (at < limit) {
            const icu::MessagePattern::Part& part = pattern_.getPart(at);
            if (part.getType() != UMSGPAT_PART_TYPE_ARG_SELECTOR) {  // the offset
                ++at;
                continue;
            }
            std::int32_t message = at + 1;
            if (icu::MessagePattern::Part::hasNumericValue(pattern_.getPart(message).getType())) {
                if (pattern_.getNumericValue(pattern_.getPart(message)) == static_cast<double>(number)) return message + 1;
                ++message;
            } else {
                const std::string selector = utf8(pattern_.getSubstring(part));
                if (keyword.empty()) keyword = utf8(rules_(kind).select(static_cast<double>(number - offset)));
                if (selector == "other") other = message;
                if (selector == keyword) chosen = message;
            }
            at = pattern_.getLimitPartIndex(message) + 1;
        }
        return chosen >= 0 ? chosen : other;
    }
};

}  // namespace

MessageCatalogue::MessageCatalogue() : MessageCatalogue("root") {}
MessageCatalogue::MessageCatalogue(std::string_view tag) : data_(std::make_unique<Data>()) { data_->tag = tag; }
MessageCatalogue::~MessageCatalogue() = default;
MessageCatalogue::MessageCatalogue(MessageCatalogue&&) noexcept = default;
MessageCatalogue& MessageCatalogue::operator=(MessageCatalogue&&) noexcept = default;

void MessageCatalogue::add(std::string_view key, std::string_view pattern) {
    const auto fail = [&](const std::string& why) {
        throw std::runtime_error("message " + std::string(key) + " (" + data_->tag + "): " + why);
    };
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    Message message{icu::MessagePattern(UMSGPAT_APOS_DOUBLE_OPTIONAL, status), {}};
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
    message.pattern.parse(text, &place, status);
    if (U_FAILURE(status)) fail("bad pattern at offset " + std::to_string(place.offset));
    for (std::int32_t i = 0; i < message.pattern.countParts(); ++i) {
        const icu::MessagePattern::Part& part = message.pattern.getPart(i);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) fail("arguments have names, not numbers");
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
            message.names.push_back(utf8(message.pattern.getSubstring(part)));
        }
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
        const UMessagePatternArgType type = part.getArgType();
        if (type == UMSGPAT_ARG_TYPE_SIMPLE || type == UMSGPAT_ARG_TYPE_CHOICE) fail("only plural, selectordinal and select are known");
    }
    std::sort(message.names.begin(), message.names.end());
    message.names.erase(std::unique(message.names.begin(), message.names.end()), message.names.end());
    if (!data_->messages.emplace(std::string(key), std::move(message)).second) fail("the key is there already");
}

bool MessageCatalogue::has(std::string_view key) const noexcept { return data_->messages.find(key) != data_->messages.end(); }

std::vector<std::string_view> MessageCatalogue::keys() const {
    std::vector<std::string_view> keys;
    for (const auto& [key, message] : data_->messages) keys.push_back(key);
    return keys;
}

std::vector<std::string_view> MessageCatalogue::arguments(std::string_view key) const {
    const auto found = data_->messages.find(key);
    if (found == data_->messages.end()) return {};
    return {found->second.names.begin(), found->second.names.end()};
}

std::string MessageCatalogue::format(std::string_view key, std::span<const MessageArgument> arguments) const {
    const auto found = data_->messages.find(key);
    if (found == data_->messages.end()) throw std::out_of_range("no message " + std::string(key) + " (" + data_->tag + ")");
    const Printer::RulesOf rules = [&](UPluralType type) -> const icu::PluralRules& {
        return data_->rules(type);
    };
    std::string out;
    Printer(found->second.pattern, arguments, rules).print(out, 0, 0);
    return out;
}

}  // namespace plancheck
