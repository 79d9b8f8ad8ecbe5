// The image that the build made (lib/make_image.cpp), if it made one, where the linker puts constants: nothing of it is read
// before it is needed, and processes share it.
#include "text/image.hpp"

#ifdef PLANCHECK_IMAGE
__asm__(R"(
.section .rodata
.balign 64
.global plancheck_image, plancheck_image_end
.hidden plancheck_image, plancheck_image_end
plancheck_image:
.incbin ")" PLANCHECK_IMAGE R"("
plancheck_image_end:
.previous
)");
extern "C" __attribute__((visibility("hidden"))) const std::byte plancheck_image[], plancheck_image_end[];

std::span<const std::byte> plancheck::built_in_image() noexcept { return {plancheck_image, plancheck_image_end}; }
#else
std::span<const std::byte> plancheck::built_in_image() noexcept { return {}; }
#endif
