// A diagnostic is a finding that has been placed and put into words. The words outcome, severity, obligation and
// confidence are those of the report and never stand for one another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plancheck {

/// How much a diagnostic weighs; from the template, a policy may override it.
enum class Severity : std::uint8_t { note, warning, error };

/// What became of a requirement, worst last among the first three.
enum class Outcome : std::uint8_t { pass, review, fail, not_applicable, not_checked };

/// How sure a recognition is. A finding that rests on `low` is a review, never a fail.
enum class Confidence : std::uint8_t { low, high, certain };

/// How the source puts a requirement: it asks, encourages, proposes, sets a duty of the area, or it is ours.
enum class Obligation : std::uint8_t { must, should, suggested, guideline, derived };

/// Who decides a requirement.
enum class DecidedBy : std::uint8_t { machine, evidence, reviewer };

/// Names as in the report: "notApplicable", "certain", "must" …
std::string_view name(Severity) noexcept;
std::string_view name(Outcome) noexcept;
std::string_view name(Confidence) noexcept;
std::string_view name(Obligation) noexcept;
std::string_view name(DecidedBy) noexcept;

/// A number, a text or several texts: a std::variant in every use. Its copy is its own because that of libstdc++ 12
/// destroys what it has not made when an allocation fails in it.
struct ArgumentValue : std::variant<std::int64_t, std::string, std::vector<std::string>> {
    using variant::variant;
    using variant::operator=;
    ArgumentValue() = default;
    ArgumentValue(const ArgumentValue& other) : variant() { variant::operator=(other); }
    ArgumentValue(ArgumentValue&&) noexcept = default;
    ArgumentValue& operator=(const ArgumentValue&) = default;
    ArgumentValue& operator=(ArgumentValue&&) noexcept = default;
    ~ArgumentValue() = default;
};

/// A named value of a message.
struct Argument {
    std::string name;
    ArgumentValue value;

    bool operator==(const Argument&) const = default;
};

/// A place in a document, in the report's terms. Zero or empty: the format has no such thing.
struct Location {
    std::string part;            ///< "word/document.xml"
    std::uint32_t block = 0;     ///< counting from 1
    std::uint32_t page = 0;      ///< fixed page (PDF)
    std::uint32_t page_hint = 0; ///< page the word processor remembered
    std::uint32_t line = 0;      ///< counting from 1
    std::uint32_t column = 0;    ///< counting from 1, in code points
    std::int64_t byte_offset = -1;
    std::string quote;           ///< at most 120 code points of the document, cut at a word
    std::string words;           ///< the place in words ("section III, action 2, paragraph 14"), in the report's language

    bool known() const noexcept { return block != 0; }
    bool operator==(const Location&) const = default;
};

/// What a diagnostic is about.
struct Subject {
    std::string kind;                 ///< "document", "section", "item", "heading", "block" or "missing"
    std::vector<std::string> path;    ///< {"efforts", "effort-3"}
    std::vector<std::string> titles;  ///< the same in the document's words

    bool operator==(const Subject&) const = default;
};

struct Related {
    std::string message;
    Subject subject;
    Location location;

    bool operator==(const Related&) const = default;
};

/// Why a diagnostic does not count.
struct Suppression {
    std::string by;  ///< "policy" or "baseline"; empty: it is not suppressed
    std::string reason;
    std::string until;  ///< date, or empty

    bool operator==(const Suppression&) const = default;
};

struct Diagnostic {
    std::string requirement;  ///< id: "issue/word-limit"
    std::string check;        ///< "word-limit"
    Severity severity = Severity::note;
    std::string severity_from = "template";  ///< or "policy"
    Outcome outcome = Outcome::fail;         ///< fail, review, or pass for a remark
    Confidence confidence = Confidence::certain;
    std::string message;      ///< lower case start, no full stop, in `language`
    std::string language;
    std::vector<Argument> arguments;
    std::string clause;       ///< identifier: "Annex 2, I, title"
    std::string clause_text;  ///< the same in `language`
    std::string help;         ///< how to mend it, in `language`
    Subject subject;
    Location location;
    std::vector<Related> related;
    std::string fingerprint;  ///< 16 hex digits, "-2" for the second of the same
    Suppression suppressed;
    std::string baseline;     ///< "new" or "unchanged"; empty: there was no baseline
};

}  // namespace plancheck
