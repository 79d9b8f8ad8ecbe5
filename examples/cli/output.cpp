// A file is written beside its place and renamed; what exists and is no plain file (a terminal, a pipe, /dev/null) is
// written as it is, since a rename would replace it.
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
        temporary_ = path_ + ".XXXXXX";
        file_ = ::mkstemp(temporary_.data());
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

void Output::commit() {
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
    for (int next = 2; !taken_.insert(name).second; ++next) name = base + '-' + std::to_string(next);
    Output file(path_ + name + '.' + std::string(ending));
    file.write(bytes);
    file.commit();
}
