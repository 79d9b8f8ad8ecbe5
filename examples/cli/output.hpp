// Where reports go. Nothing half-written is ever left under the name that was asked for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

/// A report could not be written; the message says why. Ends with status 4.
struct WriteError {
    std::string message;
};

/// Standard output, or a file that appears whole when commit() is called. All functions throw WriteError.
class Output {
public:
    explicit Output(std::string path);  ///< empty: standard output
    ~Output();                          ///< without commit() the file is as it was before
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view bytes);  ///< flushed
    void commit();

private:
    void give_name();

    std::string path_, temporary_;
    bool nameless_ = false;
    int file_ = -1;
};

/// Writes the whole text to standard output; throws WriteError.
void print(std::string_view text);

/// A directory of reports, one per document, named after it ("plan.docx.json"; the second of a name
/// "plan.docx-2.json").
class OutputFolder {
public:
    /// Whether `path` asks for a directory: it is one, or ends in a slash.
    static bool meant(const std::string& path);
    explicit OutputFolder(std::string path);

    void write(const std::string& document, std::string_view ending, std::string_view bytes);

private:
    std::string path_;
    std::unordered_map<std::string, std::size_t> taken_;  // names, and the number that comes next after each
};
