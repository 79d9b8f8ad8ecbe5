// The table of checks. To add one: a function in a file of its own, its page beside it, and a line here. Names of the
// template language that have no line are known to templates and not run by this version.
#include <algorithm>
#include <iterator>

#include "checks/check.hpp"

namespace plancheck {

Result check_acronyms(const Context&);
Result check_addresses_valid(const Context&);
Result check_assert(const Context&);
Result check_categories(const Context&);
Result check_contacts(const Context&);
Result check_covers(const Context&);
Result check_dates_order(const Context&);
Result check_dates_valid(const Context&);
Result check_disjoint(const Context&);
Result check_frequency(const Context&);
Result check_indicators(const Context&);
Result check_item_count(const Context&);
Result check_item_field(const Context&);
Result check_item_text(const Context&);
Result check_lead(const Context&);
Result check_leftover_text(const Context&);
Result check_limit(const Context&);
Result check_linked(const Context&);
Result check_mandate(const Context&);
Result check_money_currency(const Context&);
Result check_named_in(const Context&);
Result check_names_listed(const Context&);
Result check_numeral_agrees(const Context&);
Result check_other_sections(const Context&);
Result check_past_dates(const Context&);
Result check_recurrence(const Context&);
Result check_references_resolve(const Context&);
Result check_same_term(const Context&);
Result check_section_numerals(const Context&);
Result check_section_titles(const Context&);
Result check_sections_filled(const Context&);
Result check_sections_order(const Context&);
Result check_sections_present(const Context&);
Result check_sections_unique(const Context&);
Result check_sub_sections(const Context&);
Result check_sum(const Context&);
Result check_table_totals(const Context&);
Result check_terms(const Context&);
Result check_value(const Context&);
Result check_vocabulary_term(const Context&);
Result check_word_limit(const Context&);

namespace {

constexpr NamedCheck checks[] = {
    {"acronyms", check_acronyms},
    {"addresses-valid", check_addresses_valid},
    {"assert", check_assert},
    {"categories", check_categories},
    {"contacts", check_contacts},
    {"covers", check_covers},
    {"dates-order", check_dates_order},
    {"dates-valid", check_dates_valid},
    {"disjoint", check_disjoint},
    {"frequency", check_frequency},
    {"indicators", check_indicators},
    {"item-count", check_item_count},
    {"item-field", check_item_field},
    {"item-text", check_item_text},
    {"lead", check_lead},
    {"leftover-text", check_leftover_text},
    {"limit", check_limit},
    {"linked", check_linked},
    {"mandate", check_mandate},
    {"money-currency", check_money_currency},
    {"named-in", check_named_in},
    {"names-listed", check_names_listed},
    {"numeral-agrees", check_numeral_agrees},
    {"other-sections", check_other_sections},
    {"past-dates", check_past_dates},
    {"recurrence", check_recurrence},
    {"references-resolve", check_references_resolve},
    {"same-term", check_same_term},
    {"section-numerals", check_section_numerals},
    {"section-titles", check_section_titles},
    {"sections-filled", check_sections_filled},
    {"sections-order", check_sections_order},
    {"sections-present", check_sections_present},
    {"sections-unique", check_sections_unique},
    {"sub-sections", check_sub_sections},
    {"sum", check_sum},
    {"table-totals", check_table_totals},
    {"terms", check_terms},
    {"value", check_value},
    {"vocabulary-term", check_vocabulary_term},
    {"word-limit", check_word_limit},
};

}  // namespace

std::span<const NamedCheck> all_checks() noexcept { return checks; }

const NamedCheck* find_check(std::string_view name) noexcept {
    const auto found = std::lower_bound(std::begin(checks), std::end(checks), name,
                                        [](const NamedCheck& check, std::string_view wanted) { return check.name < wanted; });
    return found != std::end(checks) && found->name == name ? found : nullptr;
}

}  // namespace plancheck
