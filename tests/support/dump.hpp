// A document as text, for golden files: one line a block, its depth as indentation, then what was told.
#pragma once

#include <string>

#include "plancheck/document.hpp"

/// Lines look like
///     heading 1 "II." #1=2 [ordered marked-label centred] bold=9/9 words=3 p2 | Priority actions
/// that is kind, level where it has one, label, list=number, marks, bytes that are bold, words before the end minus
/// before the block, page hint, text with \n \t written out.
std::string dump_blocks(const plancheck::Document& document);
