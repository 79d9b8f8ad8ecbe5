// A plan as text: one line an item with its fields and references, for tests that compare whole lists.
#pragma once

#include <string>

#include "plancheck/plan.hpp"

/// Lines look like
///     effort-2 certain "2.1" Inventory of mercury waste | timeline=period:2025/2026 contact! cost=money:5000 USD | action-2 partner-1
/// that is id, confidence, label, title; fields with values as type:value, `!` after the name of a field that has a place
/// but no value; references, `*` for one that covers all. `kinds`: only these, separated by spaces; empty: all.
std::string dump_items(const plancheck::Plan& plan, const std::string& kinds = {});

/// Title, area, date, period and status in one line.
std::string dump_title_block(const plancheck::Plan& plan);
