// Entries with their sizes in front, then the directory. The time of every entry is the first that the format can say
// (1980-01-01 00:00), so that the bytes depend on the content alone.
#include "write/package_writer.hpp"

#include <libdeflate.h>

#include <cstdint>
#include <memory>
#include <new>

namespace plancheck {
namespace {

void put(std::string& to, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

std::string deflated(std::string_view bytes) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(libdeflate_alloc_compressor(9),
                                                                                                 &libdeflate_free_compressor);
    if (!compressor) throw std::bad_alloc();
    std::string out(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
    out.resize(libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

}  // namespace

std::string write_package(const std::vector<PackagePart>& parts) {
    std::string archive, directory;
    for (const PackagePart& part : parts) {
        const std::string packed = part.stored ? part.bytes : deflated(part.bytes);
        std::string head;
        put(head, 20, 2);                      // version that can read it: 2.0
        put(head, 0, 2);                       // flags
        put(head, part.stored ? 0 : 8, 2);     // method
        put(head, 0, 2);                       // 00:00
        put(head, 1U << 5U | 1U, 2);           // 1980-01-01
        put(head, libdeflate_crc32(0, part.bytes.data(), part.bytes.size()), 4);
        put(head, static_cast<std::uint32_t>(packed.size()), 4);
        put(head, static_cast<std::uint32_t>(part.bytes.size()), 4);
        put(head, static_cast<std::uint32_t>(part.name.size()), 2);
        put(head, 0, 2);                       // no extra field
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);                 // made by: FAT, 2.0
        directory += head;
        put(directory, 0, 2);                  // no comment
        put(directory, 0, 2);                  // disk
        put(directory, 0, 2);                  // internal attributes
        put(directory, 0, 4);                  // external attributes
        put(directory, static_cast<std::uint32_t>(archive.size()), 4);
        directory += part.name;
        put(archive, 0x04034b50, 4);
        archive += head;
        archive += part.name;
        archive += packed;
    }
    const auto offset = static_cast<std::uint32_t>(archive.size());
    archive += directory;
    put(archive, 0x06054b50, 4);
    put(archive, 0, 4);  // disks
    put(archive, static_cast<std::uint32_t>(parts.size()), 2);
    put(archive, static_cast<std::uint32_t>(parts.size()), 2);
    put(archive, static_cast<std::uint32_t>(directory.size()), 4);
    put(archive, offset, 4);
    put(archive, 0, 2);
    return archive;
}

}  // namespace plancheck
