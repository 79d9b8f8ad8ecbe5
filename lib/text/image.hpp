// What the build made of the data files, kept in the library: a process that reads one document would spend more on reading
// languages and a template, and on compiling their words, than on the document. Private to lib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace plancheck {

/// Made by lib/make_image.cpp and held by lib/built_in_image.cpp; empty where the build makes none. Lives as long as the program; aligned for any type.
std::span<const std::byte> built_in_image() noexcept;

/// The part of the image that was added under `name`, at a multiple of eight bytes; empty: there is none.
std::string_view image_part(std::string_view name) noexcept;

/// Adds a part to an image that is empty, or holds what was added before.
void add_image_part(std::string& image, std::string_view name, std::string_view bytes);

constexpr std::size_t in_eights(std::size_t bytes) noexcept { return (bytes + 7) / 8 * 8; }

}  // namespace plancheck
