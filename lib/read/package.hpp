// A ZIP archive in memory, read by its directory: what is in it, and one part at a time, unpacked and checked. Nothing
// becomes a path and nothing is unpacked that is not asked for.
//
// Opening succeeds whenever there is a directory that can be walked; what is wrong with one entry (its header, its
// checksum, an overlap, a second entry of its name) is told when that entry is read, because it matters only where the
// part is needed. Limits are checked on what the directory declares before anything is allocated, and what is declared is
// enforced while unpacking.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/buffer.hpp"

struct libdeflate_decompressor;

namespace plancheck {

/// What an archive may use at most. A limit is told by the name written beside it.
struct PackageLimits {
    std::uint64_t entries = 4096;                ///< "entries"
    std::uint64_t part_bytes = 64ull << 20;      ///< "part-bytes": one part that is read
    std::uint64_t unpacked_bytes = 128ull << 20; ///< "unpacked-bytes": all parts that are read
    std::uint64_t ratio = 200;                   ///< "ratio": unpacked to packed, of a part above 1 MiB
};

enum class PackageStatus : std::uint8_t {
    ok,
    not_a_package,       ///< open(): no trace of a ZIP archive
    missing,             ///< read(): no entry of that name
    damaged,             ///< `reason` says why
    encrypted,
    limit,               ///< `limit`, `value` and `allowed` say which
    unsupported_method,  ///< neither stored nor deflate; `value` is the method's number
};

/// What became of opening an archive or reading a part. The views are to constants.
struct PackageResult {
    PackageStatus status = PackageStatus::ok;
    /// One of: "no-directory" "directory" (the archive); "header" (the entry's own header is absent or contradicts the
    /// directory) "overlap" "duplicate" "size" "deflate" "checksum" (a part).
    std::string_view reason;
    std::string_view limit;
    std::uint64_t value = 0;
    std::uint64_t allowed = 0;

    bool ok() const noexcept { return status == PackageStatus::ok; }
    bool operator==(const PackageResult&) const = default;
};

/// Whether names that differ in ASCII letter case alone are the same name: in OOXML they are, in ODF they are not.
enum class NameCase : std::uint8_t { exact, ignored };

/// One entry as the directory declares it; nothing of it has been believed yet.
struct PackageEntry {
    std::string name;  ///< with '/' for '\'; otherwise as written: "/a", "./a" and "a" are three names
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    std::uint64_t header = 0;  ///< offset of its own header in the file
    std::uint64_t data = 0;    ///< offset of its bytes; meaningless with a fault
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
    bool encrypted = false;
    std::string_view fault;  ///< empty, "header" or "overlap"
};

/// Borrows the bytes it was opened on: they have to outlive it. Movable, not copyable. Not thread-safe, because read()
/// keeps the sum of what it unpacked; two packages over the same bytes are independent.
class Package {
public:
    Package();
    ~Package();
    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;

    /// Reads the directory. Bytes before and after the archive are allowed; offsets are then counted from where the
    /// archive begins. ok, not_a_package, damaged ("no-directory", "directory") or limit ("entries"). After anything but ok
    /// the package is empty.
    PackageResult open(std::string_view bytes, const PackageLimits& limits = {});

    /// How names are compared from now on; exact at first.
    void set_name_case(NameCase mode) noexcept { names_ = mode; }

    /// Unpacks the part called `name` into `out` (untouched unless ok). The sum of unpacked bytes grows with each call that
    /// is ok, also for the same part.
    PackageResult read(std::string_view name, Buffer& out);

    /// Whether there is an entry of that name, readable or not. Logarithmic.
    bool contains(std::string_view name) const noexcept;

    /// All entries in the order of the directory.
    std::span<const PackageEntry> entries() const noexcept { return entries_; }

private:
    struct Free {
        void operator()(libdeflate_decompressor* d) const noexcept;
    };

    PackageResult unpack(const PackageEntry& entry, Buffer& out);
    std::span<const std::uint32_t> matches(std::string_view name) const noexcept;

    std::string_view bytes_;
    PackageLimits limits_;
    std::vector<PackageEntry> entries_;
    std::vector<std::uint32_t> index_;  // of entries_, ordered by name without letter case, then by name
    NameCase names_ = NameCase::exact;
    std::uint64_t unpacked_ = 0;
    std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
};

}  // namespace plancheck
