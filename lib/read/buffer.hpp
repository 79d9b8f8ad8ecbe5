// Bytes that one owner holds and may write into: a part as it was unpacked, which the XML parser then takes apart in
// place. Not zeroed when made, movable, not copyable. Views into it stay valid when it is moved.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace plancheck {

struct Buffer {
    std::unique_ptr<char[]> data;
    std::size_t size = 0;

    Buffer() = default;
    /// Room for `count` bytes of unspecified value; throws std::bad_alloc.
    explicit Buffer(std::size_t count) : data(std::make_unique_for_overwrite<char[]>(count)), size(count) {}

    std::string_view view() const noexcept { return {data.get(), size}; }
};

}  // namespace plancheck
