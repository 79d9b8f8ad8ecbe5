// One CLI::App per command: only the first argument can name a command, so it is taken off before CLI11 sees the rest.
#include "arguments.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iostream>
#include <iterator>
#include <numeric>
#include <sstream>
#include <string_view>
#include <tuple>
#include <utility>

namespace {

struct Named {
    std::string_view name;
    Command command;
    std::string_view help;
};

constexpr std::array commands{
    Named{"check", Command::check, "check plans and report what stands against them (the default command)"},
    Named{"outline", Command::outline, "show which section and item was recognised where, and how surely"},
    Named{"extract", Command::extract, "write the plan's content, as JSON or as XML that is read back as a plan"},
    Named{"requirements", Command::requirements, "list what the template asks"},
    Named{"explain", Command::explain, "explain a requirement or a check, with examples"},
    Named{"template", Command::form, "check a template's file, or show a template as it is used"},
    Named{"new", Command::blank, "write a blank plan of the template"},
};

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string listed(const std::vector<std::string_view>& names) {
    std::string list;
    for (const std::string_view name : names) (list += list.empty() ? "" : ", ") += name;
    return list;
}

void check_format(const std::string& format, std::initializer_list<std::string_view> here) {
    if (!one_of(format, here)) throw UsageError("--format " + format + ": there is no such format here, only " + listed(here));
}

// Signs that must be changed to make one word of the other; of options and ids, which are short and plain.
std::size_t distance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t corner = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < to.size(); ++j)
            corner = std::exchange(row[j + 1], std::min({row[j] + 1, row[j + 1] + 1, corner + (from[i] == to[j] ? 0U : 1U)}));
    }
    return row.back();
}

// Said before CLI11 takes the word behind it for a file: an option that there is not, and the one that was meant.
void check_options(const CLI::App& app, const std::vector<std::string>& words) {
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    for (const std::string& word : words) {
        if (word == "--") return;
        const std::string name = word.substr(0, word.find('='));
        if (!name.starts_with("--") || std::find(known.begin(), known.end(), name) != known.end()) continue;
        std::string text = "there is no option " + name, best;
        std::size_t least = name.size() > 40 ? 0 : std::min<std::size_t>(3, name.size() / 2);
        for (const std::string& other : known) {
            const std::size_t changes = distance(name, other);
            if (changes < least) std::tie(least, best) = std::tie(changes, other);
        }
        throw UsageError(best.empty() ? text : text + "; did you mean " + best + '?');
    }
}

// A template is a file where it looks like one or is one; ids have neither a slash nor an ending.
void set_template(plancheck::Options& options, const std::string& name) {
    std::error_code ignored;
    if (name.find('/') == std::string::npos && !name.ends_with(".xml") &&
        !std::filesystem::is_regular_file(name, ignored)) {
        options.template_id = name;
        return;
    }
    options.template_id = name;
    options.template_xml = whole_file(name, "--template");
    if (options.template_xml.empty()) throw UsageError("--template " + name + ": the file is empty");
}

void set_limit(plancheck::Options& options, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) throw UsageError("--limit " + text + ": write NAME=VALUE");
    const std::string limit = text.substr(0, equals);
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data() + equals + 1, end, value);
    if (fault != std::errc() || stop != end) throw UsageError("--limit " + text + ": the value is not a whole number");
    if (!options.limits.set(limit, value))
        throw UsageError("--limit " + text + ": there is no limit called '" + limit + "', only " + listed(plancheck::Limits::names()));
}

// The program that reads PDF, as a shell would find it. Where there is none, its name: a report of a PDF then says that it
// is missing.
std::string pdf_program(const std::string& given) {
    namespace fs = std::filesystem;
    std::error_code fault;
    if (!given.empty()) return fs::absolute(given, fault).string();
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        const fs::path file = fs::path(folder) / "pdftohtml";
        if (file.is_absolute() && fs::is_regular_file(file, fault) && ::access(file.c_str(), X_OK) == 0) return file.string();
    }
    return "pdftohtml";
}

// The values that need a second look after CLI11 has taken the line apart.
struct Raw {
    std::string form, fail_on, policy, baseline, pdf_program;
    std::vector<std::string> limits;
};

void add_reading(CLI::App& app, Arguments& a, Raw& raw) {
    app.add_option("--name", a.name, "Name of the document on standard input")->type_name("NAME");
    app.add_option("--document-language", a.options.document_language, "Language of the documents (default: detected)")
        ->type_name("TAG");
    app.add_option("--pdf-program", raw.pdf_program, "Path of pdftohtml, which reads PDF (default: the one in PATH)")
        ->type_name("PATH");
    // Without allow_extra_args(false) a vector takes all words that follow it, the files as well.
    app.add_option("--limit", raw.limits, "Set a limit, such as file-bytes=1000000; can be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// Decimal digits alone: CLI11 takes 010 for eight and 0x10 for sixteen.
std::string fault_of_number(const std::string& text) {
    const bool plain = !text.empty() && text[0] != '0' && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return plain ? std::string() : text + " is no whole number above zero";
}

void add_check(CLI::App& app, Arguments& a, Raw& raw) {
    app.add_option("--output", a.output, "Write to FILE, or to one file a document in DIR (exists, or ends in /)")
        ->type_name("FILE|DIR");
    app.add_option("--fail-on", raw.fail_on, "Exit status 1 from this level on (default error)")
        ->type_name("error|review|warning|note|never");
    app.add_option("--as-of", a.options.as_of, "The day that requirements about dates are judged by")
        ->type_name("YYYY-MM-DD");
    app.add_option("--jobs", a.jobs, "Documents at a time (default: one per processor)")
        ->type_name("N")
        ->check(fault_of_number)
        ->check(CLI::Range(1, 1024).description(""));
    app.add_option("--files-from", a.files_from, "Read further paths from FILE, one a line; - is standard input")
        ->type_name("FILE|-");
    app.add_option("--max", a.options.max_diagnostics, "Show at most N diagnostics a document")
        ->type_name("N")
        ->check(fault_of_number)
        ->check(CLI::Range(1, 1000000000).description(""));
    app.add_option("--timeout", a.timeout, "Stop with a document after so many seconds")
        ->type_name("SECONDS")
        ->check(fault_of_number)
        ->check(CLI::Range(1, 1000000).description(""));
    app.add_option("--policy", raw.policy, "What a house decides beside the template, as XML")->type_name("FILE");
    app.add_option("--baseline", raw.baseline, "An earlier report as JSON: what it knows does not count")
        ->type_name("FILE");
}

void settle(Arguments& a, const Raw& raw) {
    a.options.policy_name = raw.policy;
    if (!raw.policy.empty()) a.options.policy_xml = whole_file(raw.policy, "--policy");
    a.options.baseline_name = raw.baseline;
    if (!raw.baseline.empty()) a.options.baseline_json = whole_file(raw.baseline, "--baseline");
    if (!raw.policy.empty() && a.options.policy_xml.empty())
        throw UsageError("--policy " + raw.policy + ": the file is empty");
    if (!raw.baseline.empty() && a.options.baseline_json.empty())
        throw UsageError("--baseline " + raw.baseline + ": the file is empty");
    constexpr std::array levels{"error", "review", "warning", "note", "never"};
    if (!raw.fail_on.empty()) {
        const auto level = std::find(levels.begin(), levels.end(), raw.fail_on);
        if (level == levels.end())
            throw UsageError("--fail-on " + raw.fail_on + ": error, review, warning, note or never");
        a.fail_on = static_cast<FailOn>(level - levels.begin());
    }
    for (const std::string& limit : raw.limits) set_limit(a.options, limit);
    if (!raw.form.empty()) set_template(a.options, raw.form);
    a.options.pdf_program = pdf_program(raw.pdf_program);

    switch (a.command) {
        case Command::check: check_format(a.format, {"text", "json", "jsonl", "sarif", "junit", "html"}); break;
        case Command::outline: check_format(a.format, {"text", "json"}); break;
        case Command::extract: check_format(a.format, {"json", "xml"}); break;
        case Command::requirements: check_format(a.format, {"text", "csv", "json"}); break;
        case Command::explain: check_format(a.format, {"text", "html"}); break;
        case Command::blank: check_format(a.format, {"docx", "odt", "md", "xml", "html"}); break;
        case Command::form: break;
    }
    const auto standard_input = std::count(a.files.begin(), a.files.end(), "-");
    if (standard_input + (a.files_from == "-" ? 1 : 0) > 1) throw UsageError("standard input can be read only once");
    if (!a.name.empty() && standard_input == 0)
        throw UsageError("--name names standard input, and - is not among the files");
    const bool reads = a.command == Command::check || a.command == Command::outline || a.command == Command::extract;
    if (reads && a.files.empty() && a.files_from.empty()) throw UsageError("no file is given");
}

std::string footer(Command command) {
    if (command != Command::check) return {};
    std::string text = "Commands, as the first argument only (./outline or -- names a file):\n";
    for (const Named& row : commands)
        text += "  " + std::string(row.name) + std::string(14 - row.name.size(), ' ') + std::string(row.help) + '\n';
    return text +
           "\nExit status: 0 nothing at or above --fail-on, 1 something, 2 wrong use or no document, 3 a document that "
           "could\n"
           "not be read or is not one of this template, 4 internal error or a report that could not be written.";
}

}  // namespace

std::string whole_file(const std::string& path, std::string_view called) {
    std::ifstream stream(path, std::ios::binary);
    std::string text;
    bool whole = stream.is_open();
    try {
        text.assign(std::istreambuf_iterator<char>(stream), {});
    } catch (const std::ios_base::failure&) {
        whole = false;  // a folder can be opened and not read
    }
    if (!whole || stream.bad()) throw UsageError(std::string(called) + ' ' + path + ": cannot be read");
    return text;
}

bool parse(int argc, char** argv, Arguments& a) {
    std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    const Named* row = &commands[0];
    bool named = false;
    if (!words.empty()) {
        const auto found =
            std::find_if(commands.begin(), commands.end(), [&](const Named& n) { return n.name == words[0]; });
        if (found != commands.end()) {
            row = &*found;
            named = true;
            words.erase(words.begin());
        }
    }
    a.command = row->command;

    Raw raw;
    CLI::App app{std::string(row->help)};
    app.name(named ? "plancheck " + std::string(row->name) : "plancheck");
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app.footer(footer(a.command));
    app.set_version_flag("--version", "plancheck " + std::string(plancheck::version()));
    const bool reads = a.command == Command::check || a.command == Command::outline || a.command == Command::extract;
    CLI::Option* const form = app.add_option("--template", raw.form, "Template: its id, or a file (default gmp-annex2)")->type_name("ID|FILE");
    CLI::Option* const language = app.add_option("--language", a.options.language,
                   reads                         ? "Language of messages (default: the document's, else English)"
                   : a.command == Command::blank ? "Language of the plan (default: the template's own)"
                                                 : "Language of what is said (default: English)")
        ->type_name("TAG");
    // Taken and not shown: the template is named without an option, and its faults are told in English.
    if (a.command == Command::form) form->group(""), language->group("");
    const auto format = [&](const char* names) {
        app.add_option("--format", a.format, "Format of the output")->type_name(names);
    };
    switch (a.command) {
        case Command::check:
            app.add_option("files", a.files, "Documents, directories, or - for standard input")
                ->type_name("FILE|DIR|-");
            format("text|json|jsonl|sarif|junit|html");
            add_reading(app, a, raw);
            add_check(app, a, raw);
            break;
        case Command::outline:
        case Command::extract:
            app.add_option("file", a.files, "The document, or - for standard input")
                ->type_name("FILE|-")
                ->expected(1)
                ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
            if (a.command == Command::extract) a.format = "json";
            format(a.command == Command::extract ? "json|xml" : "text|json");
            add_reading(app, a, raw);
            break;
        case Command::requirements: format("text|csv|json"); break;
        case Command::explain:
            app.add_option("id", a.id, "Id of a requirement (issue/word-limit) or of a check (word-limit)")
                ->required()
                ->type_name("ID");
            format("text|html");
            break;
        case Command::blank:
            a.format = "docx";
            format("docx|odt|md|xml|html");
            app.add_option("--output", a.output, "Write to FILE")->type_name("FILE");
            break;
        case Command::form:
            app.add_option("action", a.id, "check: list all faults of a file; show: print the template as it is used")
                ->required()
                ->type_name("check|show")
                ->check(CLI::IsMember({"check", "show"}).description(""));
            app.add_option("template", a.files, "A template: its file, or the id of a built-in one")
                ->required()
                ->type_name("FILE|ID")
                ->expected(1)
                ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
            break;
    }
    check_options(app, words);
    std::reverse(words.begin(), words.end());  // as CLI11 wants a vector
    try {
        app.parse(words);
    } catch (const CLI::Success& asked) {
        app.exit(asked, std::cout, std::cerr);
        return false;
    } catch (const CLI::ParseError& fault) {
        const bool several = std::string_view(fault.what()).find("At Most 1 required") != std::string_view::npos;
        throw UsageError(several ? "more than one file is given, and '" + std::string(row->name) + "' takes one" : fault.what());
    }
    for (const CLI::Option* option : app.get_options())
        for (const std::string& value : option->results())
            // An unset variable of a script is no wish for the default.
            if (value.empty() && !option->get_lnames().empty()) throw UsageError("--" + option->get_lnames().front() + ": the value is empty");
    settle(a, raw);
    return true;
}
