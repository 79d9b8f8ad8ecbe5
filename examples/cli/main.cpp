// plancheck, the command line: what was asked for, which command does it, and which exit status its faults end with.
#include <signal.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#endif

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>

#include "commands.hpp"
#include "output.hpp"

bool to_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

bool colour_wanted() {
    const char* none = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return to_terminal() && (none == nullptr || *none == '\0') &&
           (terminal == nullptr || std::string_view(terminal) != "dumb");
}

// What one document gave back is kept for the next: the system would clear each page anew. What is not touched costs nothing.
// The heap's beginning is asked for in large pages: a template and one document fill it, and a third of their time would go
// into its small pages, one by one.
void keep_memory() {
#if defined(__GLIBC__)
    constexpr int room = 16 << 20;
    ::mallopt(M_TOP_PAD, room);
    ::mallopt(M_TRIM_THRESHOLD, 4 * room);
    ::mallopt(M_MMAP_THRESHOLD, 2 * room);
#if defined(MADV_HUGEPAGE)
    constexpr std::size_t large = 2 << 20, some = 256 << 10;
    void* const first = std::malloc(some);  // makes the heap grow
    if (first == nullptr) return;
    const std::size_t before = some + large - (reinterpret_cast<std::uintptr_t>(first) + some) % large;
    ::madvise(static_cast<char*>(first) + before, room - large, MADV_HUGEPAGE);
    std::free(first);
    // What lies before the first large page, and was touched in part, stays as it is.
    static void* volatile unused = std::malloc(before);
    static_cast<void>(unused);
#endif
#endif
}

namespace {

// What was typed is quoted in messages, and what a terminal would obey must not reach it.
void complain(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    std::cerr << "plancheck: " << text << '\n';
}

int run(int argc, char** argv) {
    // A reader that has gone away is a report that could not be written, not a silent death.
    ::signal(SIGPIPE, SIG_IGN);
    // So is what aborts: destructors of the JSON library need memory, and terminate where there is none.
    ::signal(SIGABRT, [](int) { ::_exit(Status::internal); });
    try {
        Arguments arguments;
        if (!parse(argc, argv, arguments)) {
            std::cout.flush();
            return std::cout.good() ? Status::clean : Status::internal;
        }
        switch (arguments.command) {
            case Command::check: return check(arguments);
            case Command::outline:
            case Command::extract: return show_document(arguments);
            case Command::requirements:
            case Command::explain: return show_requirements(arguments);
            case Command::form: return show_template(arguments);
            case Command::blank: return write_blank(arguments);
        }
    } catch (const UsageError& fault) {
        complain(fault.what());
        std::cerr << "plancheck --help says how it is used\n";
        return Status::usage;
    } catch (const plancheck::Error& fault) {
        complain(fault.what());
        return Status::usage;
    } catch (const WriteError& fault) {
        complain("cannot write the report: " + fault.message);
    } catch (const std::bad_alloc&) {
        std::cerr << "plancheck: out of memory\n";
    } catch (const std::exception& fault) {
        complain(std::string("internal error: ") + fault.what());
    }
    return Status::internal;
}

}  // namespace

int main(int argc, char** argv) {
    keep_memory();
    const int status = run(argc, argv);
#if defined(NDEBUG)
    // The process ends here, and the system takes back its memory faster than it takes itself apart. Where tools look at the
    // end of a program (leaks, coverage), it is not compiled so.
    std::cout.flush();
    std::cerr.flush();
    std::fflush(nullptr);
    std::_Exit(status);
#else
    return status;
#endif
}
