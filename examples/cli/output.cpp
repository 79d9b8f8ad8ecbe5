// A file is written beside its place and renamed; what exists and is no plain file (a terminal, a pipe, /dev/null) is
// written as it is, since a rename would replace it. Where the file system can, a file has no name until it is whole, so
// that nothing is left behind by a program that a signal ends.
#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace {

[[noreturn]] void fail(const std::string& path, int number) {
    throw WriteError{(path.empty() ? std::string("standard output") : path) + ": " + std::strerror(number)};
}

std::string by_descriptor(int file) { return "/proc/self/fd/" + std::to_string(file); }

}  // namespace

Output::Output(std::string path) : path_(std::move(path)) {
    if (path_.empty()) {
        file_ = STDOUT_FILENO;
        return;
    }
    struct stat status {};
    const bool exists = ::stat(path_.c_str(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode)) {
        file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
        // Through a link to the file it names, so that the link stays one.
        std::error_code fault;
        if (exists) {
            const auto real = std::filesystem::canonical(path_, fault);
            if (!fault) path_ = real.string();
        }
        const std::string folder = std::filesystem::path(path_).parent_path().string();
        file_ = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
        nameless_ = file_ >= 0 && ::access(by_descriptor(file_).c_str(), F_OK) == 0;
        if (!nameless_) {
            if (file_ >= 0) ::close(file_);
            temporary_ = path_ + ".XXXXXX";
            file_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
        }
        if (file_ < 0) {
            const int number = errno;
            temporary_.clear();
            fail(path_, number);
        }
        const mode_t mask = ::umask(0);
        ::umask(mask);
        ::fchmod(file_, exists ? status.st_mode & 0777 : 0666 & ~mask);
    }
    if (file_ < 0) fail(path_, errno);
}

Output::~Output() {
    if (file_ > STDERR_FILENO) ::close(file_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(file_, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) fail(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
}

// A link cannot replace what is there, so the file has a name of its own before it is renamed.
void Output::give_name() {
    const std::string start = path_ + '.' + std::to_string(::getpid()) + '-';
    for (int next = 0; nameless_; ++next) {
        const std::string name = start + std::to_string(next);
        if (::linkat(AT_FDCWD, by_descriptor(file_).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
            temporary_ = name;
            nameless_ = false;
        } else if (errno != EEXIST) {
            fail(path_, errno);
        }
    }
}

void Output::commit() {
    give_name();
    if (file_ > STDERR_FILENO) {
        const int number = ::close(file_) != 0 ? errno : 0;
        file_ = -1;
        if (number != 0) fail(path_, number);
    }
    if (temporary_.empty()) return;
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail(path_, errno);
    temporary_.clear();
}

void print(std::string_view text) {
    Output output("");
    output.write(text);
    output.commit();
}

bool OutputFolder::meant(const std::string& path) {
    std::error_code ignored;
    return path.ends_with('/') || (!path.empty() && std::filesystem::is_directory(path, ignored));
}

OutputFolder::OutputFolder(std::string path) : path_(std::move(path)) {
    if (!path_.ends_with('/')) path_ += '/';
    std::error_code fault;
    std::filesystem::create_directories(path_, fault);
    if (!std::filesystem::is_directory(path_)) fail(path_, fault ? fault.value() : ENOTDIR);
}

void OutputFolder::write(const std::string& document, std::string_view ending, std::string_view bytes) {
    std::string base = std::filesystem::path(document).filename().string();
    if (base.empty() || base == "-" || base == "." || base == "..") base = "document";
    std::string name = base;
    auto [first, fresh] = taken_.try_emplace(base, 2);
    for (std::size_t& next = first->second; !fresh; fresh = taken_.try_emplace(name, 2).second) name = base + '-' + std::to_string(next++);
    Output file(path_ + name + '.' + std::string(ending));
    file.write(bytes);
    file.commit();
}
