// The frames around several reports, one pair of functions per format; the table in writers.cpp is made of them.
#pragma once

#include <string>
#include <string_view>

#include "plancheck/report.hpp"

namespace plancheck {

std::string text_batch_end(const Summary& summary, std::string_view language, bool colour);

std::string json_batch_begin();
std::string json_batch_entry(const Report& report, bool colour);
std::string json_batch_end(const Summary& summary, std::string_view language, bool colour);

std::string jsonl_entry(const Report& report, bool colour);
std::string jsonl_end(const Summary& summary, std::string_view language, bool colour);

std::string html_entry(const Report& report, bool colour);
std::string html_whole(std::span<const WrittenEntry> entries, const Summary& summary, std::string_view language, std::optional<int> exit_status);

std::string sarif_entry(const Report& report, bool colour);
std::string sarif_whole(std::span<const WrittenEntry> entries, const Summary& summary, std::string_view language, std::optional<int> exit_status);

std::string junit_begin();
std::string junit_entry(const Report& report, bool colour);
std::string junit_end(const Summary& summary, std::string_view language, bool colour);

}  // namespace plancheck
