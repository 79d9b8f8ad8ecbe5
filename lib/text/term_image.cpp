// Records, one behind the other: what an index was compiled from, then its tables, each at a multiple of eight bytes. Read by
// the program that it is linked into and by nobody else, so that the tables are there as they are in memory.
#include "text/term_image.hpp"

#include <cstddef>
#include <cstring>
#include <type_traits>

#include "text/image.hpp"
#include "text/language.hpp"

namespace plancheck {

namespace {

struct IndexRecord {
    std::uint32_t size = 0;  // in bytes, with all that follows
    std::uint32_t entries = 0, terms = 0, rules = 0, knows_edges = 0;
    std::uint32_t ids = 0, well_formed = 0;
    std::uint32_t counts[13] = {};  // of what each table holds
};
static_assert(sizeof(IndexRecord) % 8 == 0);

// All of a language that compiling depends on.
void append_rules(const Language* language, std::string& text) {
    const auto put = [&](std::string_view one) { text.append(one).push_back('\0'); };
    const auto put_all = [&](const auto& list) {
        for (const std::string& one : list) put(one);
        put("");
    };
    const auto put_pairs = [&](const auto& list) {
        for (const auto& [from, to] : list) {
            put(from);
            put(to);
        }
        put("");
    };
    if (language == nullptr) return put("");
    put(language->tag);
    put(language->joins ? "joins" : "");
    put(language->inclusive ? "inclusive" : "");
    put(language->article);
    put_all(language->hyphen_prefixes);
    put_all(language->attached_prefixes);
    put_pairs(language->spellings);
    put_pairs(language->repairs);
}

std::string rules_of(const std::vector<const Language*>& languages) {
    std::string text;
    for (const Language* const language : languages) append_rules(language, text);
    return text;
}

class TableReader {
public:
    explicit TableReader(const char* at) noexcept : at_(at) {}

    template <class T>
    std::span<const T> next(std::size_t count) noexcept {
        const auto* const first = reinterpret_cast<const T*>(at_);
        at_ += in_eights(count * sizeof(T));
        return {first, count};
    }

private:
    const char* at_;
};

template <class T>
bool is_same(std::span<const T> stored, const T* data) noexcept {
    return stored.empty() || std::memcmp(stored.data(), data, stored.size_bytes()) == 0;
}

}  // namespace

void TermImage::append(const TermIndex::Source& source, bool knows_edges, const TermIndex::Tables& tables, std::string& image) {
    const std::size_t begin = image.size();
    const std::string rules = rules_of(source.languages);
    IndexRecord record;
    image.append(sizeof record, '\0');
    const auto put = [&image]<class T>(std::span<const T> table) {
        static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T> && alignof(T) <= 8);
        image.append(reinterpret_cast<const char*>(table.data()), table.size_bytes());
        image.resize(in_eights(image.size()));
    };
    put(std::span<const TermIndex::Added>(source.entries));
    put(std::span<const char>(source.terms));
    put(std::span<const char>(rules));
    std::size_t number = 0;
    TermIndex::each_table(tables, [&]<class T>(std::span<const T> table) {
        record.counts[number++] = static_cast<std::uint32_t>(table.size());
        put(table);
    });
    record.size = static_cast<std::uint32_t>(image.size() - begin);
    record.entries = static_cast<std::uint32_t>(source.entries.size());
    record.terms = static_cast<std::uint32_t>(source.terms.size());
    record.rules = static_cast<std::uint32_t>(rules.size());
    record.knows_edges = knows_edges ? 1 : 0;
    record.ids = tables.ids;
    record.well_formed = tables.well_formed;
    std::memcpy(image.data() + begin, &record, sizeof record);
}

std::optional<TermIndex::Tables> TermImage::find(const TermIndex::Source& source, bool knows_edges) {
    const std::string_view image = image_part(part);
    for (std::size_t at = 0; at < image.size();) {
        const auto& record = *reinterpret_cast<const IndexRecord*>(image.data() + at);
        at += record.size;
        if (record.entries != source.entries.size() || record.terms != source.terms.size() || (record.knows_edges != 0) != knows_edges) continue;
        TableReader reader(reinterpret_cast<const char*>(&record + 1));
        if (!is_same(reader.next<TermIndex::Added>(record.entries), source.entries.data())) continue;
        if (!is_same(reader.next<char>(record.terms), source.terms.data())) continue;
        const std::string rules = rules_of(source.languages);
        const std::span<const char> stored = reader.next<char>(record.rules);
        if (std::string_view(stored.data(), stored.size()) != rules) continue;
        TermIndex::Tables tables;
        std::size_t number = 0;
        TermIndex::each_table(tables, [&]<class T>(std::span<const T>& table) { table = reader.next<T>(record.counts[number++]); });
        tables.ids = record.ids;
        tables.well_formed = record.well_formed;
        return tables;
    }
    return std::nullopt;
}

}  // namespace plancheck
