// Bytes that one owner holds and may write into: a part as it was unpacked, which the XML parser then takes apart in
// place. Not zeroed when made, movable, not copyable. Views into it stay valid when it is moved.
//
// A thread that reads one document after the other keeps the bytes of a large part for the next, because half a megabyte that
// is given back to the system and asked for again is paid page by page.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace plancheck {

struct Buffer {
    std::unique_ptr<char[]> data;
    std::size_t size = 0;

    Buffer() = default;
    /// Room for `count` bytes of unspecified value; throws std::bad_alloc.
    explicit Buffer(std::size_t count) : Buffer(with_room(count)) { size = count; }
    Buffer(Buffer&& other) noexcept : data(std::move(other.data)), size(std::exchange(other.size, 0)), room_(std::exchange(other.room_, 0)) {}
    Buffer& operator=(Buffer&& other) noexcept {
        std::swap(data, other.data);
        std::swap(size, other.size);
        std::swap(room_, other.room_);
        return *this;
    }
    ~Buffer() {
        if (room_ < least_kept || room_ > most_kept) return;
        Kept& kept = of_thread();
        if (room_ <= kept.room) return;
        if (!std::exchange(kept.any_before, true)) return;  // the first document may be the only one
        kept.data = std::move(data);
        kept.room = room_;
    }

    std::string_view view() const noexcept { return {data.get(), size}; }

private:
    // Whether a byte that is read behind a part has to be seen: then no part is longer than its bytes.
#if defined(__SANITIZE_ADDRESS__)
    static constexpr bool exact = true;  // GCC
#elif defined(__has_feature)
    static constexpr bool exact = __has_feature(address_sanitizer);  // Clang
#else
    static constexpr bool exact = false;
#endif
    static constexpr std::size_t least_kept = 1 << 16, most_kept = exact ? 0 : 1 << 20;

    struct Kept {
        std::unique_ptr<char[]> data;
        std::size_t room = 0;
        bool any_before = false;
    };
    std::size_t room_ = 0;

    static Kept& of_thread() noexcept {
        thread_local Kept kept;
        return kept;
    }
    static Buffer with_room(std::size_t count) {
        Buffer made;
        if (Kept& kept = of_thread(); count >= least_kept && kept.room >= count) {
            made.data = std::move(kept.data);
            made.room_ = std::exchange(kept.room, 0);
        } else {
            made.data = std::make_unique_for_overwrite<char[]>(count);
            made.room_ = count;
        }
        return made;
    }
};

}  // namespace plancheck
