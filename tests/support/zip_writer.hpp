// Makes ZIP archives for tests, honest ones and liars: every number of a header can be given another value than the true
// one. Not for large archives; everything is built in memory.
#pragma once

#include <libdeflate.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// One entry. What is not set is told truthfully.
struct ZipEntry {
    std::string name = {};
    std::string content = {};
    bool deflated = true;
    std::optional<std::uint32_t> crc = {};
    std::optional<std::uint64_t> packed = {};         ///< size in the directory and in the entry's own header
    std::optional<std::uint64_t> unpacked = {};
    std::optional<std::uint64_t> local_unpacked = {}; ///< size in the entry's own header alone
    std::optional<std::string> local_name = {};       ///< name in the entry's own header alone
    std::optional<std::uint32_t> offset = {};         ///< offset in the directory
    std::optional<std::uint16_t> method = {};
    std::uint16_t flags = 0;
    bool descriptor = false;    ///< sizes stand behind the data
    bool zip64 = false;         ///< sizes and offset stand in the ZIP64 field
    bool without_data = false;  ///< only listed in the directory
};

struct ZipWriter {
    std::vector<ZipEntry> entries;
    std::string prefix;   ///< bytes before the archive; offsets do not count them
    std::string between;  ///< bytes between directory and end record
    std::string comment;
    std::string suffix;   ///< bytes after the archive
    bool zip64 = false;   ///< end record of ZIP64
    std::optional<std::uint64_t> count = {};             ///< number of entries the end record claims
    std::optional<std::uint64_t> directory_offset = {};  ///< as the end record claims
    std::optional<std::uint64_t> directory_size = {};

    ZipWriter& add(std::string name, std::string content, bool deflated = true) {
        entries.push_back({.name = std::move(name), .content = std::move(content), .deflated = deflated});
        return *this;
    }

    std::string bytes() const {
        std::string made, directory;
        for (const ZipEntry& entry : entries) {
            const std::string data = entry.deflated ? deflate(entry.content) : entry.content;
            const std::uint32_t crc = entry.crc.value_or(libdeflate_crc32(0, entry.content.data(), entry.content.size()));
            const std::uint64_t packed = entry.packed.value_or(data.size()), unpacked = entry.unpacked.value_or(entry.content.size());
            const std::uint64_t offset = entry.offset.value_or(static_cast<std::uint32_t>(made.size()));
            const std::uint16_t method = entry.method.value_or(entry.deflated ? 8 : 0);
            const auto flags = static_cast<std::uint16_t>(entry.flags | (entry.descriptor ? 8 : 0));
            if (!entry.without_data) {
                const std::string name = entry.local_name.value_or(entry.name);
                const std::uint64_t local = entry.local_unpacked.value_or(unpacked);
                const std::string extra = entry.zip64 ? u(1, 2) + u(16, 2) + u(local, 8) + u(packed, 8) : "";
                const bool hidden = entry.descriptor;
                made += "PK\3\4" + u(20, 2) + u(flags, 2) + u(method, 2) + u(0, 4) + u(hidden ? 0 : crc, 4) +
                        u(hidden ? 0 : entry.zip64 ? 0xFFFFFFFF : packed, 4) +
                        u(hidden ? 0 : entry.zip64 ? 0xFFFFFFFF : local, 4) + u(name.size(), 2) + u(extra.size(), 2) + name +
                        extra + data;
                if (entry.descriptor) made += "PK\7\x8" + u(crc, 4) + u(packed, 4) + u(unpacked, 4);
            }
            const std::string extra = entry.zip64 ? u(1, 2) + u(24, 2) + u(unpacked, 8) + u(packed, 8) + u(offset, 8) : "";
            directory += "PK\1\2" + u(20, 2) + u(20, 2) + u(flags, 2) + u(method, 2) + u(0, 4) + u(crc, 4) +
                         u(entry.zip64 ? 0xFFFFFFFF : packed, 4) + u(entry.zip64 ? 0xFFFFFFFF : unpacked, 4) +
                         u(entry.name.size(), 2) + u(extra.size(), 2) + u(0, 2) + u(0, 2) + u(0, 2) + u(0, 4) +
                         u(entry.zip64 ? 0xFFFFFFFF : offset, 4) + entry.name + extra;
        }
        const std::uint64_t at = directory_offset.value_or(made.size()), size = directory_size.value_or(directory.size());
        const std::uint64_t number = count.value_or(entries.size());
        made += directory;
        if (zip64) {
            const std::uint64_t record = made.size();
            made += "PK\6\6" + u(44, 8) + u(45, 2) + u(45, 2) + u(0, 4) + u(0, 4) + u(number, 8) + u(number, 8) + u(size, 8) + u(at, 8);
            made += "PK\6\7" + u(0, 4) + u(record, 8) + u(1, 4);
        }
        made += between + "PK\5\6" + u(0, 4) + u(zip64 ? 0xFFFF : number, 2) + u(zip64 ? 0xFFFF : number, 2) +
                u(zip64 ? 0xFFFFFFFF : size, 4) + u(zip64 ? 0xFFFFFFFF : at, 4) + u(comment.size(), 2) + comment;
        return prefix + made + suffix;
    }

    /// `value` in `width` bytes, little-endian.
    static std::string u(std::uint64_t value, int width) {
        std::string made;
        for (int i = 0; i < width; ++i) made += static_cast<char>(value >> 8 * i & 0xFF);
        return made;
    }

    static std::string deflate(std::string_view content) {
        libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
        std::string made(libdeflate_deflate_compress_bound(compressor, content.size()), '\0');
        made.resize(libdeflate_deflate_compress(compressor, content.data(), content.size(), made.data(), made.size()));
        libdeflate_free_compressor(compressor);
        return made;
    }
};

}  // namespace support
