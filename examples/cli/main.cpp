// plancheck, the command line: what was asked for, which command does it, and which exit status its faults end with.
#include <signal.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <cstdlib>
#include <exception>
#include <iostream>
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
void keep_memory() {
#if defined(__GLIBC__)
    ::mallopt(M_TOP_PAD, 16 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}

int main(int argc, char** argv) {
    keep_memory();
    // A reader that has gone away is a report that could not be written, not a silent death.
    ::signal(SIGPIPE, SIG_IGN);
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
        std::cerr << "plancheck: " << fault.what() << "\nplancheck --help says how it is used\n";
        return Status::usage;
    } catch (const plancheck::Error& fault) {
        std::cerr << "plancheck: " << fault.what() << '\n';
        return Status::usage;
    } catch (const WriteError& fault) {
        std::cerr << "plancheck: cannot write the report: " << fault.message << '\n';
    } catch (const std::exception& fault) {
        std::cerr << "plancheck: internal error: " << fault.what() << '\n';
    }
    return Status::internal;
}
