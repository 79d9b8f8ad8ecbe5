#include "text/image.hpp"

#include <array>
#include <cstring>

namespace plancheck {

namespace {

// In front of each part: the size of its name and of itself, both without what fills them up to eights.
using PartSizes = std::array<std::uint32_t, 2>;

}  // namespace

std::string_view image_part(std::string_view name) noexcept {
    const std::span<const std::byte> image = built_in_image();
    for (std::size_t at = 0; at < image.size();) {
        PartSizes sizes;
        std::memcpy(sizes.data(), image.data() + at, sizeof sizes);
        const auto* const own = reinterpret_cast<const char*>(image.data() + at + sizeof sizes);
        const char* const bytes = own + in_eights(sizes[0]);
        if (std::string_view(own, sizes[0]) == name) return {bytes, sizes[1]};
        at += sizeof sizes + in_eights(sizes[0]) + in_eights(sizes[1]);
    }
    return {};
}

void add_image_part(std::string& image, std::string_view name, std::string_view bytes) {
    const PartSizes sizes{static_cast<std::uint32_t>(name.size()), static_cast<std::uint32_t>(bytes.size())};
    image.append(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
    for (const std::string_view one : {name, bytes}) {
        image.append(one);
        image.resize(in_eights(image.size()));
    }
}

}  // namespace plancheck
