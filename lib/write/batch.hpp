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

}  // namespace plancheck
