// The messages of one language: key → pattern in ICU's MessageFormat syntax with named arguments, `plural` (also
// selectordinal, with offset), `select`, `number` (a number, or a text that is a decimal, with its thousands grouped) and `#`. Patterns are parsed when
// they are added, or first used; numbers of other arguments are printed as plain digits. A selector of `select` is written with _ where the argument's value has a hyphen. Immutable after loading; format() may run in any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plancheck {

struct MessageArgument {
    std::string_view name;
    std::variant<std::int64_t, std::string_view> value;
};

class MessageCatalogue {
public:
    MessageCatalogue();
    ~MessageCatalogue();
    MessageCatalogue(MessageCatalogue&&) noexcept;
    MessageCatalogue& operator=(MessageCatalogue&&) noexcept;

    /// Starts a catalogue of the language `tag`, whose plural rules hold. Keys are added with add(), then it is used.
    explicit MessageCatalogue(std::string_view tag);

    /// Throws std::runtime_error on a bad pattern, an unsupported kind of argument, or a key that is there already.
    void add(std::string_view key, std::string_view pattern);

    /// The same, put off to the first use of the message, where it throws; for catalogues that are known to be right.
    void add_later(std::string_view key, std::string_view pattern);
    /// All that was put off: keys and patterns one behind the other, with their sizes.
    struct PutOff {
        std::vector<std::uint32_t> sizes;
        std::string_view texts;
    };
    const PutOff& put_off() const noexcept;
    /// Borrows the texts.
    void put_off(PutOff all) noexcept;

    /// For a language written from right to left: each text argument stands between isolates (U+2068, U+2069), and signs
    /// of direction inside it are left out.
    void isolate_texts(bool on) noexcept { isolates_ = on; }

    /// How `number` and `#` are written: `group` between thousands, from five digits on, and the decimal sign.
    void write_numbers(std::string_view group, char decimal);

    bool has(std::string_view key) const;
    std::vector<std::string_view> keys() const;                                 ///< sorted
    std::vector<std::string_view> arguments(std::string_view key) const;        ///< names the pattern uses, sorted
    bool uses(std::string_view key, std::string_view argument) const;           ///< false for a key that is not there

    /// The plural forms that counting from 0 to 200 needs in this language and that a plural of the pattern lacks.
    std::vector<std::string> lacking_plurals(std::string_view key) const;

    /// The message. Throws std::out_of_range for a key that is not there, std::invalid_argument for an argument of the
    /// pattern that is not given, or is a text where a number is needed; more arguments than needed are no fault.
    std::string format(std::string_view key, std::span<const MessageArgument> arguments) const;

private:
    struct Data;
    std::unique_ptr<Data> data_;
    bool isolates_ = false;
};

}  // namespace plancheck
