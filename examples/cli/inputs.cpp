// Plain files only, by descriptor: the size is asked before a byte is read, and again enforced while reading. A pipe or
// a device is read only as standard input or where the shell made it (/dev/fd/N), so that no name leads to an endless
// read.
#include "inputs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>

namespace {

namespace fs = std::filesystem;

constexpr std::string_view endings[] = {".docx", ".docm", ".dotx", ".dotm", ".odt",      ".ott",  ".fodt", ".html",
                                        ".htm",  ".md",   ".txt",  ".pdf",  ".markdown", ".text", ".xml"};

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool ends_with_any(const std::string& name, auto... suffixes) { return (name.ends_with(suffixes) || ...); }

bool is_skipped(const std::string& name) {
    return name.starts_with('.') || name.starts_with("~$") ||
           ends_with_any(lower(name), ".tmp", ".part", ".crdownload");
}

bool is_known(const std::string& name) {
    const std::string folded = lower(name);
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return folded.ends_with(ending); });
}

void walk(const std::string& top, Inputs& inputs) {
    std::vector<Input> found;
    std::vector<std::string> open{top};
    while (!open.empty()) {
        const std::string folder = std::move(open.back());
        open.pop_back();
        std::error_code fault;
        fs::directory_iterator entry(folder, fault);
        if (fault) {
            found.push_back({folder, folder, "permission"});
            continue;
        }
        for (const fs::directory_iterator end; entry != end; entry.increment(fault)) {
            const std::string name = entry->path().filename().string();
            if (is_skipped(name)) {
                ++inputs.skipped;
                continue;
            }
            std::error_code ignored;
            const fs::file_status status = entry->symlink_status(ignored);
            const std::string path = folder + (folder.ends_with('/') ? "" : "/") + name;
            if (fs::is_directory(status)) {
                open.push_back(path);
            } else if (fs::is_regular_file(status) && is_known(name)) {
                found.push_back({path, path, {}});
            }
        }
    }
    if (found.empty()) {
        inputs.list.push_back({top, top, "no_document"});
        return;
    }
    std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
    inputs.documents += static_cast<std::uint32_t>(found.size());
    std::move(found.begin(), found.end(), std::back_inserter(inputs.list));
}

void add(const std::string& path, const Arguments& arguments, Inputs& inputs) {
    std::error_code ignored;
    if (path == "-") {
        inputs.list.push_back({path, arguments.name.empty() ? path : arguments.name, {}});
    } else if (arguments.command == Command::check && fs::is_directory(path, ignored)) {
        return walk(path, inputs);
    } else {
        inputs.list.push_back({path, path, {}});
    }
    ++inputs.documents;
}

plancheck::Notification not_found(const std::string& path, std::string reason) {
    return {"read/not-found", plancheck::Severity::error, {{"path", path}, {"reason", std::move(reason)}}};
}

plancheck::Notification too_large(std::uint64_t size, std::uint64_t limit) {
    return {"read/limit",
            plancheck::Severity::error,
            {{"limit", std::string("file-bytes")},
             {"value", static_cast<std::int64_t>(size)},
             {"allowed", static_cast<std::int64_t>(limit)}}};
}

struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number > STDIN_FILENO) ::close(number);
    }
};

}  // namespace

Inputs expand(const Arguments& arguments) {
    Inputs inputs;
    for (const std::string& path : arguments.files) add(path, arguments, inputs);
    if (arguments.files_from.empty()) return inputs;
    std::ifstream file;
    if (arguments.files_from != "-") {
        file.open(arguments.files_from, std::ios::binary);
        if (!file.is_open()) throw UsageError("--files-from " + arguments.files_from + ": cannot be read");
    }
    std::istream& stream = arguments.files_from == "-" ? std::cin : file;
    // Where a list holds NULs they part it, as those of find -print0 do: a name can hold a line's end, but no NUL.
    std::string list;
    for (char buffer[4096]; stream.read(buffer, sizeof buffer), stream.gcount() > 0;) list.append(buffer, static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) throw UsageError("--files-from " + arguments.files_from + ": cannot be read");
    const bool by_lines = list.find('\0') == std::string::npos;
    constexpr std::string_view mark = "\xEF\xBB\xBF";  // as some editors begin a file
    for (std::size_t at = by_lines && list.starts_with(mark) ? mark.size() : 0, end = 0; at < list.size(); at = end + 1) {
        end = std::min(list.find(by_lines ? '\n' : '\0', at), list.size());
        std::string path = list.substr(at, end - at);
        if (by_lines && path.ends_with('\r')) path.pop_back();
        if (path == "-") throw UsageError("--files-from: standard input (-) cannot stand in a list of files");
        if (!path.empty()) add(path, arguments, inputs);
    }
    return inputs;
}

std::variant<std::string, plancheck::Notification> load(const Input& input, std::uint64_t limit) {
    if (!input.fault.empty()) return not_found(input.path, input.fault);
    Descriptor file{STDIN_FILENO};
    std::uint64_t expected = 0;
    if (input.path != "-") {
        const bool from_shell = input.path == "/dev/stdin" || input.path.starts_with("/dev/fd/") ||
                                input.path.starts_with("/proc/self/fd/");
        struct stat status {};
        if (::stat(input.path.c_str(), &status) != 0) {
            return not_found(input.path, errno == EACCES ? "permission" : "missing");
        }
        if (!S_ISREG(status.st_mode) && !(from_shell && !S_ISDIR(status.st_mode)))
            return not_found(input.path, "not_a_file");
        file.number = ::open(input.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
        if (file.number < 0) return not_found(input.path, errno == EACCES ? "permission" : "missing");
        if (S_ISREG(status.st_mode)) expected = static_cast<std::uint64_t>(status.st_size);
    }
    if (expected > limit) return too_large(expected, limit);

    std::string bytes;
    std::size_t size = 0;
    for (;;) {
        // One byte more than is expected, so that a file of the expected size ends with its first read.
        if (size == bytes.size())
            bytes.resize(std::max<std::size_t>({static_cast<std::size_t>(expected) + 1, size + size / 2, 65536}));
        const ssize_t got = ::read(file.number, bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return not_found(input.path, errno == EISDIR ? "not_a_file" : "read_error");
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > limit) return too_large(size, limit);
    }
    bytes.resize(size);
    return bytes;
}
