// The directory of an archive is found from its end (APPNOTE 4.3.16) and walked once; each entry's own header is looked at
// then, so that the bytes an entry occupies are known and overlaps show in one sorted pass. An entry at fault is marked and
// kept: it fails when it is read. Every number of the file is compared with what is there before it is added to anything.
#include "read/package.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

namespace plancheck {
namespace {

using Bytes = std::string_view;

constexpr std::uint32_t entry_signature = 0x04034b50;
constexpr std::uint32_t directory_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t end64_signature = 0x06064b50;
constexpr std::uint32_t locator64_signature = 0x07064b50;
constexpr std::uint32_t spanned_signature = 0x08074b50;
constexpr std::size_t entry_size = 30, directory_size = 46, end_size = 22, end64_size = 56, locator64_size = 20;
constexpr std::uint32_t in_extra = 0xFFFFFFFF;  // "stands in the ZIP64 field"
constexpr std::uint64_t ratio_from = 1ull << 20;

std::uint64_t little(Bytes bytes, std::uint64_t at, unsigned width) {
    std::uint64_t value = 0;
    for (unsigned i = width; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}
std::uint16_t u16(Bytes bytes, std::uint64_t at) { return static_cast<std::uint16_t>(little(bytes, at, 2)); }
std::uint32_t u32(Bytes bytes, std::uint64_t at) { return static_cast<std::uint32_t>(little(bytes, at, 4)); }
std::uint64_t u64(Bytes bytes, std::uint64_t at) { return little(bytes, at, 8); }

/// Whether `count` bytes stand at `at`; neither may have been added to anything yet.
bool has(Bytes bytes, std::uint64_t at, std::uint64_t count) { return at <= bytes.size() && count <= bytes.size() - at; }
bool signed_as(Bytes bytes, std::uint64_t at, std::uint32_t signature) {
    return has(bytes, at, 4) && u32(bytes, at) == signature;
}

char lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

int compare_lower(std::string_view a, std::string_view b) {
    const std::size_t n = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < n; ++i) {
        const auto x = static_cast<unsigned char>(lower_case(a[i])), y = static_cast<unsigned char>(lower_case(b[i]));
        if (x != y) return x < y ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

std::string name_at(Bytes bytes, std::uint64_t at, std::size_t size) {
    std::string name(bytes.substr(at, size));
    std::replace(name.begin(), name.end(), '\\', '/');
    return name;
}

PackageResult damaged(std::string_view reason) { return {PackageStatus::damaged, reason, {}, 0, 0}; }
PackageResult beyond(std::string_view limit, std::uint64_t value, std::uint64_t allowed) {
    return {PackageStatus::limit, {}, limit, value, allowed};
}

/// Replaces those of `values` that stand in the ZIP64 field of an extra area, which holds them in the same order. False:
/// one is missing there.
bool from_extra(Bytes extra, std::initializer_list<std::uint64_t*> values) {
    std::uint64_t at = 0, end = 0;
    while (has(extra, at, 4)) {
        const std::uint64_t size = u16(extra, at + 2);
        if (!has(extra, at + 4, size)) break;
        if (u16(extra, at) == 1) {
            at += 4;
            end = at + size;
            break;
        }
        at += 4 + size;
    }
    for (std::uint64_t* value : values) {
        if (*value != in_extra) continue;
        if (end < at + 8) return false;
        *value = u64(extra, at);
        at += 8;
    }
    return true;
}

/// Where the directory lies, found through one end record.
struct Directory {
    std::uint64_t begin = 0, end = 0;
    std::uint64_t base = 0;  // what offsets are counted from: bytes may stand before the archive
    std::uint64_t count = 0;
};

/// The directory as the record at `at` has it, if there is one where it says.
std::optional<Directory> directory_of(Bytes bytes, std::uint64_t at) {
    if (!has(bytes, at, end_size) || !has(bytes, at + end_size, u16(bytes, at + 20))) return {};
    Directory found;
    found.end = at;
    found.count = u16(bytes, at + 10);
    std::uint64_t size = u32(bytes, at + 12), offset = u32(bytes, at + 16);
    if (at >= locator64_size && signed_as(bytes, at - locator64_size, locator64_signature)) {
        // The locator's offset does not know of bytes before the archive; then the record stands right before the locator.
        std::uint64_t record = u64(bytes, at - locator64_size + 8);
        const std::uint64_t room = at - locator64_size;
        if ((record > room || !signed_as(bytes, record, end64_signature)) && room >= end64_size) record = room - end64_size;
        if (record <= room && room - record >= end64_size && signed_as(bytes, record, end64_signature)) {
            found.end = record;
            found.count = u64(bytes, record + 32);
            size = u64(bytes, record + 40);
            offset = u64(bytes, record + 48);
        }
    }
    const auto begins = [&](std::uint64_t begin) {
        return begin == found.end ? found.count == 0 : signed_as(bytes, begin, directory_signature);
    };
    if (size <= found.end && offset <= found.end - size && begins(found.end - size)) {
        found.begin = found.end - size;
        found.base = found.begin - offset;
        return found;
    }
    // Something stands between the directory and its end record.
    if (offset < found.end && size <= found.end - offset && size != 0 && begins(offset)) {
        found.begin = offset;
        found.end = offset + size;
        return found;
    }
    return {};
}

/// The last end record that has a directory: its signature can also stand in a comment or in what follows the archive. A
/// record of an empty archive is all zeros, so it counts only where there is no other.
std::optional<Directory> find_directory(Bytes bytes) {
    static constexpr char signature[] = {'P', 'K', 5, 6};
    std::optional<Directory> empty;
    for (std::size_t at = bytes.size(); at > 0;) {
        const void* hit = memrchr(bytes.data(), 'P', at);
        if (hit == nullptr) break;
        at = static_cast<std::size_t>(static_cast<const char*>(hit) - bytes.data());
        if (!bytes.substr(at).starts_with(Bytes(signature, 4))) continue;
        const auto found = directory_of(bytes, at);
        if (found && found->count != 0) return found;
        if (found && !empty) empty = found;
    }
    return empty;
}

/// Compares an entry's own header with what the directory says, and finds its data. False: they contradict each other.
bool locate(Bytes bytes, PackageEntry& entry) {
    const std::uint64_t at = entry.header;
    if (!has(bytes, at, entry_size) || u32(bytes, at) != entry_signature) return false;
    const std::uint16_t flags = u16(bytes, at + 6), name_size = u16(bytes, at + 26), extra_size = u16(bytes, at + 28);
    const std::uint64_t before = entry_size + std::uint64_t{name_size} + extra_size;
    if (!has(bytes, at, before) || !has(bytes, at + before, entry.packed)) return false;
    entry.data = at + before;
    if ((flags & 1) != 0) entry.encrypted = true;
    if (u16(bytes, at + 8) != entry.method || name_at(bytes, at + entry_size, name_size) != entry.name) return false;
    if ((flags & 8) != 0) return true;  // sizes stand in a data descriptor behind the data
    std::uint64_t packed = u32(bytes, at + 18), unpacked = u32(bytes, at + 22);
    return from_extra(bytes.substr(at + entry_size + name_size, extra_size), {&unpacked, &packed}) &&
           packed == entry.packed && unpacked == entry.unpacked;
}

/// Marks all entries whose bytes are also another's, or the directory's.
void mark_overlaps(std::vector<PackageEntry>& entries, const Directory& directory) {
    std::vector<PackageEntry*> order;
    order.reserve(entries.size());
    for (PackageEntry& entry : entries)
        if (entry.fault.empty()) order.push_back(&entry);
    std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->header < b->header; });
    const auto end = [](const PackageEntry& e) { return e.data + e.packed; };
    PackageEntry* furthest = nullptr;
    for (PackageEntry* entry : order) {
        if (entry->header < directory.end && end(*entry) > directory.begin) entry->fault = "overlap";
        if (furthest != nullptr && entry->header < end(*furthest)) entry->fault = furthest->fault = "overlap";
        if (furthest == nullptr || end(*entry) > end(*furthest)) furthest = entry;
    }
}

}  // namespace

Package::Package() = default;
Package::~Package() = default;
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;

void Package::Free::operator()(libdeflate_decompressor* d) const noexcept { libdeflate_free_decompressor(d); }

PackageResult Package::open(std::string_view bytes, const PackageLimits& limits) {
    *this = Package();
    const auto directory = find_directory(bytes);
    if (!directory) {
        for (const std::uint32_t signature : {entry_signature, end_signature, spanned_signature})
            if (signed_as(bytes, 0, signature)) return damaged("no-directory");
        return {PackageStatus::not_a_package, {}, {}, 0, 0};
    }
    if (directory->count > limits.entries) return beyond("entries", directory->count, limits.entries);

    std::vector<PackageEntry> entries;  // not reserved by the count, which is only a claim
    const Bytes within = bytes.substr(0, directory->end);
    std::uint64_t at = directory->begin;
    for (; has(within, at, directory_size) && u32(within, at) == directory_signature;) {
        const std::uint16_t name_size = u16(within, at + 28), extra_size = u16(within, at + 30);
        const std::uint64_t whole = directory_size + std::uint64_t{name_size} + extra_size + u16(within, at + 32);
        if (!has(within, at, whole)) return damaged("directory");
        if (entries.size() == limits.entries) return beyond("entries", entries.size() + 1, limits.entries);
        PackageEntry entry;
        entry.name = name_at(within, at + directory_size, name_size);
        const std::uint16_t flags = u16(within, at + 8);
        entry.encrypted = (flags & 0x2041) != 0;  // encrypted, strongly, or with masked headers
        entry.method = u16(within, at + 10);
        entry.crc = u32(within, at + 16);
        entry.packed = u32(within, at + 20);
        entry.unpacked = u32(within, at + 24);
        entry.header = u32(within, at + 42);
        const Bytes extra = within.substr(at + directory_size + name_size, extra_size);
        if (!from_extra(extra, {&entry.unpacked, &entry.packed, &entry.header}) ||
            entry.header > bytes.size() - directory->base) {
            entry.fault = "header";
        } else {
            entry.header += directory->base;
            if (!locate(bytes, entry)) entry.fault = "header";
        }
        entries.push_back(std::move(entry));
        at += whole;
    }
    if (entries.size() != directory->count) return damaged("directory");
    mark_overlaps(entries, *directory);

    index_.resize(entries.size());
    for (std::size_t i = 0; i < index_.size(); ++i) index_[i] = static_cast<std::uint32_t>(i);
    std::sort(index_.begin(), index_.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (const int order = compare_lower(entries[a].name, entries[b].name); order != 0) return order < 0;
        if (const int order = entries[a].name.compare(entries[b].name); order != 0) return order < 0;
        return a < b;
    });
    entries_ = std::move(entries);
    bytes_ = bytes;
    limits_ = limits;
    return {};
}

std::span<const std::uint32_t> Package::matches(std::string_view name) const noexcept {
    const auto order = [&](std::uint32_t i, std::string_view wanted) {
        const int lowered = compare_lower(entries_[i].name, wanted);
        return lowered != 0 || names_ == NameCase::ignored ? lowered : entries_[i].name.compare(wanted);
    };
    const auto first = std::partition_point(index_.begin(), index_.end(), [&](auto i) { return order(i, name) < 0; });
    const auto last = std::partition_point(first, index_.end(), [&](auto i) { return order(i, name) == 0; });
    return {first, last};
}

bool Package::contains(std::string_view name) const noexcept { return !matches(name).empty(); }

PackageResult Package::read(std::string_view name, Buffer& out) {
    const auto found = matches(name);
    if (found.empty()) return {PackageStatus::missing, {}, {}, 0, 0};
    if (found.size() > 1) return damaged("duplicate");
    const PackageEntry& entry = entries_[found.front()];
    if (entry.encrypted) return {PackageStatus::encrypted, {}, {}, 0, 0};
    if (!entry.fault.empty()) return damaged(entry.fault);
    if (entry.method != 0 && entry.method != 8)
        return {PackageStatus::unsupported_method, {}, {}, entry.method, 0};
    if (entry.unpacked > limits_.part_bytes) return beyond("part-bytes", entry.unpacked, limits_.part_bytes);
    if (entry.unpacked > limits_.unpacked_bytes - unpacked_)
        return beyond("unpacked-bytes", unpacked_ + entry.unpacked, limits_.unpacked_bytes);
    // Divided, not multiplied: a product of what the file declares could wrap.
    if (entry.unpacked > ratio_from && (entry.packed == 0 || (entry.unpacked - 1) / entry.packed >= limits_.ratio)) {
        const std::uint64_t ratio = entry.packed == 0 ? entry.unpacked : (entry.unpacked - 1) / entry.packed + 1;
        return beyond("ratio", ratio, limits_.ratio);
    }
    return unpack(entry, out);
}

PackageResult Package::unpack(const PackageEntry& entry, Buffer& out) {
    const Bytes packed = bytes_.substr(entry.data, entry.packed);
    if (entry.method == 0 && entry.packed != entry.unpacked) return damaged("size");
    Buffer part(entry.unpacked);
    if (entry.method == 0) {
        std::copy(packed.begin(), packed.end(), part.data.get());
    } else {
        if (!decompressor_) decompressor_.reset(libdeflate_alloc_decompressor());
        if (!decompressor_) throw std::bad_alloc();
        std::size_t written = 0;
        const auto result = libdeflate_deflate_decompress_ex(decompressor_.get(), packed.data(), packed.size(),
                                                             part.data.get(), part.size, nullptr, &written);
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE) return damaged("size");
        if (result != LIBDEFLATE_SUCCESS) return damaged("deflate");
        if (written != part.size) return damaged("size");
    }
    if (libdeflate_crc32(0, part.data.get(), part.size) != entry.crc) return damaged("checksum");
    unpacked_ += part.size;
    out = std::move(part);
    return {};
}

}  // namespace plancheck
