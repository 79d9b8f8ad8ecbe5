// JSON written piece by piece, for every writer that speaks it. The JSON library, which reads it, makes a tree first, and
// a tree needs memory to be taken apart: where memory runs out it ends the process of whoever embeds us. Nothing is held
// here but the text. The one who calls sees to it that an object holds each key once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace plancheck {

class JsonWriter {
public:
    enum class Layout : std::uint8_t { indented, line };  ///< two spaces a level, or no white space at all

    /// `depth`: how deep the value will stand in what it is put into.
    explicit JsonWriter(Layout layout = Layout::indented, unsigned depth = 0) : layout_(layout), depth_(depth) {}

    /// Inside an object: a key and its value, which is a text, a number, a truth value, null or an array of texts.
    template <class Value>
    void member(std::string_view key, const Value& value) {
        begin(key);
        put(value);
    }
    /// Inside an array, or alone.
    template <class Value>
    void value(const Value& value) {
        begin();
        put(value);
    }

    /// An object or array whose members `body` writes; with a key inside an object.
    template <class Body>
    void object(Body&& body) {
        begin();
        nest('{', '}', body);
    }
    template <class Body>
    void object(std::string_view key, Body&& body) {
        begin(key);
        nest('{', '}', body);
    }
    template <class Body>
    void array(Body&& body) {
        begin();
        nest('[', ']', body);
    }
    template <class Body>
    void array(std::string_view key, Body&& body) {
        begin(key);
        nest('[', ']', body);
    }

    /// What another writer wrote for this depth.
    void written(std::string_view text) {
        begin();
        text_ += text;
    }
    void written(std::string_view key, std::string_view text) {
        begin(key);
        text_ += text;
    }

    /// The text; bytes of a name that are no UTF-8 have become U+FFFD, so it is always valid.
    /// For a text of so many bytes.
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    std::string take() && { return std::move(text_); }

private:
    std::string text_;
    Layout layout_;
    unsigned depth_;
    bool inside_ = false;  // an object or array
    bool empty_ = true;    // of which nothing is written yet

    void line();
    void begin();
    void begin(std::string_view key);
    void quote(std::string_view text);

    template <class Value>
    void put(const Value& value) {
        if constexpr (std::is_same_v<Value, bool>) {
            text_ += value ? "true" : "false";
        } else if constexpr (std::is_integral_v<Value>) {
            text_ += std::to_string(value);
        } else if constexpr (std::is_null_pointer_v<Value>) {
            text_ += "null";
        } else if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
            quote(value);
        } else {
            const auto each = [&] {
                for (const std::string& one : value) this->value(one);
            };
            nest('[', ']', each);
        }
    }

    template <class Body>
    void nest(char opening, char closing, Body& body) {
        const bool outer = inside_;
        text_ += opening;
        inside_ = empty_ = true;
        ++depth_;
        body();
        --depth_;
        if (!empty_) line();
        text_ += closing;
        inside_ = outer;
        empty_ = false;
    }
};

}  // namespace plancheck
