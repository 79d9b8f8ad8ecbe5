// Bytes that one owner holds and may write into: a part as it was unpacked, which the XML parser then takes apart in
// place. Not zeroed when made, movable, not copyable. Views into it stay valid when it is moved.
//
// Each thread keeps the bytes of one buffer that is gone for the next one, because half a megabyte that is given back to the
// system and asked for again with each document is paid page by page.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace plancheck {

struct Buffer {
    // Whether a byte that is read behind a part has to be seen: then no part is longer than its bytes.
#if defined(__SANITIZE_ADDRESS__)
    static constexpr bool exact = true;  // GCC
#elif defined(__has_feature)
    static constexpr bool exact = __has_feature(address_sanitizer);  // Clang
#else
    static constexpr bool exact = false;
#endif

    std::unique_ptr<char[]> data;
    std::size_t size = 0;

    Buffer() = default;
    /// Room for `count` bytes of unspecified value; throws std::bad_alloc.
    explicit Buffer(std::size_t count) : Buffer(taken(count)) { size = count; }
    Buffer(Buffer&& other) noexcept : data(std::move(other.data)), size(std::exchange(other.size, 0)), room_(std::exchange(other.room_, 0)) {}
    Buffer& operator=(Buffer&& other) noexcept {
        std::swap(data, other.data);
        std::swap(size, other.size);
        std::swap(room_, other.room_);
        return *this;
    }
    ~Buffer() {
        Buffer& kept = spare();
        if (&kept != this && room_ > kept.room_ && room_ <= most_kept) *this = std::move(kept);
    }

    std::string_view view() const noexcept { return {data.get(), size}; }

private:
    static constexpr std::size_t most_kept = exact ? 0 : 1 << 20;
    std::size_t room_ = 0;

    static Buffer& spare() noexcept {
        thread_local Buffer kept;
        return kept;
    }
    static Buffer taken(std::size_t count) {
        Buffer made;
        if (spare().room_ >= count) return std::move(spare());
        made.data = std::make_unique_for_overwrite<char[]>(count);
        made.room_ = count;
        return made;
    }
};

}  // namespace plancheck
