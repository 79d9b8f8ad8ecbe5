// Values as bytes and back, for the library's image (text/image.hpp): written and read by the same build, so nothing is
// checked. What is neither a number, a text nor a list of such has an each_field(value, take) beside it that calls `take`
// with each of its members.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace plancheck {

namespace stored {

// Without bytes that nothing sets: such a value is stored as it is.
template <class T>
constexpr bool is_plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T> && !std::is_pointer_v<T>;

// What each_field() is for: the type itself, const where it is written.
template <class T, class Own>
concept Of = std::is_same_v<std::remove_const_t<T>, Own>;

class Writer {
public:
    template <class T>
    void operator()(const T& one) {
        if constexpr (is_plain<T>) bytes_.append(reinterpret_cast<const char*>(&one), sizeof one);
        else each_field(one, *this);
    }
    void operator()(const std::string& text) { (*this)(std::string_view(text)); }
    void operator()(std::string_view text) {
        (*this)(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    template <class T>
    void operator()(const std::vector<T>& list) {
        (*this)(static_cast<std::uint32_t>(list.size()));
        if constexpr (is_plain<T>) bytes_.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
        else
            for (const T& one : list) (*this)(one);
    }
    template <class A, class B>
    void operator()(const std::pair<A, B>& both) {
        (*this)(both.first);
        (*this)(both.second);
    }
    template <class T>
    void operator()(const std::optional<T>& one) {
        (*this)(one.has_value());
        if (one) (*this)(*one);
    }
    const std::string& bytes() const noexcept { return bytes_; }

private:
    std::string bytes_;
};

class Reader {
public:
    /// Borrows what a Writer wrote.
    explicit Reader(std::string_view bytes) noexcept : at_(bytes.data()), end_(at_ + bytes.size()) {}
    bool at_end() const noexcept { return at_ == end_; }

    template <class T>
    void operator()(T& one) {
        if constexpr (is_plain<T>) copy(&one, sizeof one);
        else each_field(one, *this);
    }
    void operator()(std::string& text) {
        const std::size_t size = count();
        if (size != 0) text = std::string(at_, size);
        at_ += size;
    }
    /// A text that is not copied.
    std::string_view borrowed() {
        const std::size_t size = count();
        at_ += size;
        return {at_ - size, size};
    }
    /// Passes over a list of plain values, or a text.
    template <class T>
    void pass_over() {
        const std::size_t size = count() * sizeof(T);
        at_ += size;
    }
    template <class T>
    void operator()(std::vector<T>& list) {
        list.resize(count());
        if constexpr (is_plain<T>) copy(list.data(), list.size() * sizeof(T));
        else
            for (T& one : list) (*this)(one);
    }
    template <class A, class B>
    void operator()(std::pair<A, B>& both) {
        (*this)(both.first);
        (*this)(both.second);
    }
    template <class T>
    void operator()(std::optional<T>& one) {
        bool there = false;
        (*this)(there);
        if (there) (*this)(one.emplace());
    }

private:
    const char *at_, *end_;

    void copy(void* to, std::size_t size) {
        if (size != 0) std::memcpy(to, at_, size);
        at_ += size;
    }
    std::size_t count() {
        std::uint32_t number = 0;
        copy(&number, sizeof number);
        return number;
    }
};

}  // namespace stored

}  // namespace plancheck
