// One table, sorted by name; templates/README.md says what each check and parameter means.
#include "template/known_checks.hpp"

#include <algorithm>

namespace plancheck {

namespace {

using enum ParameterType;

constexpr std::string_view value_types =
    "email telephone web masked address person organisation date period quarter ongoing recurrence money percentage quantity "
    "reference term text";

constexpr KnownParameter acronyms[] = {{"known", vocabularies, false, {}}, {"letters", number, false, {}}};
constexpr KnownParameter assert_[] = {{"test", xpath, true, {}}, {"each", xpath, false, {}}, {"value", xpath, false, {}}};
constexpr KnownParameter categories[] = {
    {"kind", kind, true, {}}, {"field", field, true, {}}, {"vocabulary", vocabulary, true, {}}};
constexpr KnownParameter contacts[] = {
    {"kind", kind, true, {}}, {"types", choices, false, value_types}, {"scopes", scopes, true, {}}};
constexpr KnownParameter covers[] = {{"from", kind, true, {}}, {"to", kind, true, {}}, {"all", vocabulary, false, {}}, {"terms", vocabularies, false, {}}};
constexpr KnownParameter dates_order[] = {{"kind", kind, false, {}}, {"fields", fields, false, {}}};
constexpr KnownParameter disjoint[] = {
    {"kind", kind, true, {}}, {"others", kinds, true, {}}, {"alike", number, false, {}}};
constexpr KnownParameter frequency[] = {{"of", vocabularies, true, {}}, {"at", vocabularies, false, {}}, {"there", vocabularies, false, {}}, {"about", vocabularies, false, {}}};
constexpr KnownParameter indicators[] = {
    {"kind", kind, true, {}}, {"against", kind, true, {}}, {"terms", vocabulary, true, {}}};
constexpr KnownParameter item_count[] = {
    {"kind", kind, true, {}}, {"min", number, false, {}}, {"max", number, false, {}}, {"sentences", yes_no, false, {}}};
constexpr KnownParameter item_field[] = {{"kind", kind, true, {}},
                                         {"field", field, true, {}},
                                         {"types", choices, true, value_types},
                                         {"mode", choice, true, "each list some"},
                                         {"others", choice, false, "note silent"},
                                         {"empty", choice, false, "fail unset"},
                                         {"elsewhere", scopes, false, {}},
                                         {"through", field, false, {}},
                                         {"vague", vocabulary, false, {}}};
constexpr KnownParameter item_text[] = {{"kind", kind, true, {}},
                                        {"types", choices, false, value_types},
                                        {"terms", vocabulary, false, {}},
                                        {"together", yes_no, false, {}},
                                        {"in-words", choice, false, "yes no units"},
                                        {"ahead", yes_no, false, {}},
                                        {"around", yes_no, false, {}},
                                        {"mode", choice, true, "list some"},
                                        {"through", kind, false, {}}};
constexpr KnownParameter lead[] = {
    {"kind", kind, true, {}}, {"vacant", vocabulary, true, {}}, {"roles", vocabulary, true, {}}};
constexpr KnownParameter leftover_text[] = {
    {"placeholders", vocabulary, true, {}}, {"guidance", severity, false, {}}};
constexpr KnownParameter limit[] = {{"unit", choice, true, "words characters sentences paragraphs items pages"},
                                    {"min", number, false, {}},
                                    {"max", number, false, {}},
                                    {"review-above", number, false, {}},
                                    {"counting", choice, false, "word-1 libreoffice-1 uax29-1 characters"},
                                    {"kind", kind, false, {}},
                                    {"without", choices, false, "headings tables"},
                                    {"with", choices, false, "notes"},
                                    {"words-instead", number, false, {}},
                                    {"severity", severity, false, {}}};
constexpr KnownParameter linked[] = {{"from", kind, true, {}},
                                     {"to", kind, true, {}},
                                     {"through", kind, false, {}},
                                     {"shared", number, false, {}},
                                     {"terms", vocabularies, false, {}},
                                     {"common", vocabularies, false, {}},
                                     {"means", vocabularies, false, {}},
                                     {"all", vocabularies, false, {}}};
constexpr KnownParameter mandate[] = {
    {"kind", kind, true, {}}, {"max", duration, true, {}}, {"renewal", vocabulary, true, {}}, {"said", vocabularies, false, {}},
    {"office", vocabularies, false, {}}, {"holder", vocabularies, false, {}}, {"elsewhere", vocabularies, false, {}}};
constexpr KnownParameter money_currency[] = {{"field", field, false, {}}};
constexpr KnownParameter named_in[] = {
    {"kind", kind, true, {}}, {"marked", vocabulary, false, {}}, {"heads", vocabulary, false, {}}, {"denies", vocabularies, false, {}}, {"most", number, false, {}}};
constexpr KnownParameter names_listed[] = {
    {"kind", kind, true, {}}, {"field", field, true, {}}, {"among", kind, true, {}}};
constexpr KnownParameter past_dates[] = {
    {"kind", kind, true, {}}, {"fields", fields, true, {}}, {"status", vocabulary, true, {}}};
constexpr KnownParameter recurrence[] = {{"of", vocabularies, true, {}},
                                         {"interval", duration, true, {}},
                                         {"to", vocabularies, false, {}},
                                         {"other", vocabularies, false, {}},
                                         {"own", vocabularies, false, {}},
                                         {"elsewhere", vocabularies, false, {}},
                                         {"by", vocabularies, false, {}},
                                         {"names", kind, false, {}},
                                         {"reference", vocabularies, false, {}}};
constexpr KnownParameter references_resolve[] = {
    {"kinds", kinds, true, {}}, {"instruments", vocabulary, true, {}}, {"plans", vocabulary, false, {}}, {"areas", vocabularies, false, {}}};
constexpr KnownParameter same_term[] = {{"vocabulary", vocabulary, true, {}}, {"short", vocabulary, false, {}}};
constexpr KnownParameter sections_filled[] = {
    {"nothing", vocabulary, false, {}}, {"elsewhere", vocabulary, false, {}}, {"may-be-nothing", scopes, false, {}}};
constexpr KnownParameter shown_text[] = {
    {"kind", kind, false, {}}, {"with", field, false, {}}, {"whole", choice, false, "outline"}};
constexpr KnownParameter sum[] = {
    {"kind", kind, true, {}}, {"field", field, true, {}}, {"equals", section, false, {}}, {"total", decimal, false, {}}};
constexpr KnownParameter table_totals[] = {{"totals", vocabulary, true, {}}};
constexpr KnownParameter terms[] = {{"vocabulary", vocabularies, true, {}},
                                    {"at-least", number, false, {}},
                                    {"within", choice, false, "scope neighbours paragraph sentence"},
                                    {"with", vocabularies, false, {}},
                                    {"instead", vocabularies, false, {}},
                                    {"lowered-by", vocabulary, false, {}},
                                    {"except-own", yes_no, false, {}},
                                    {"with-denied", yes_no, false, {}},
                                    {"beyond", kind, false, {}},
                                    {"beyond-field", text, false, {}},
                                    {"names", kind, false, {}},
                                    {"with-names", kind, false, {}},
                                    {"understood", vocabulary, false, {}},
                                    {"capitals", choice, false, "review"},
                                    {"area", keys, false, {}},
                                    {"area-instead", vocabularies, false, {}}};
constexpr KnownParameter value[] = {{"kind", kind, false, {}},    {"field", field, false, {}}, {"types", choices, false, value_types},
                                    {"min", decimal, false, {}},  {"max", decimal, false, {}}, {"review-above", decimal, false, {}},
                                    {"written", text, false, {}}, {"severity", severity, false, {}}};
constexpr KnownParameter vocabulary_term[] = {
    {"vocabulary", vocabulary, true, {}}, {"short", vocabulary, false, {}}, {"remark-group", text, false, {}}};
constexpr KnownParameter word_limit[] = {{"max", number, true, {}},
                                         {"counting", choice, true, "word-1 libreoffice-1 uax29-1 characters"},
                                         {"review-above", number, false, {}},
                                         {"severity", severity, false, {}}};

constexpr KnownCheck checks[] = {
    {"acronyms", acronyms},
    {"addresses-valid", {}},
    {"assert", assert_},
    {"categories", categories},
    {"contacts", contacts},
    {"covers", covers},
    {"dates-order", dates_order},
    {"dates-valid", {}},
    {"disjoint", disjoint},
    {"frequency", frequency},
    {"indicators", indicators},
    {"item-count", item_count},
    {"item-field", item_field},
    {"item-text", item_text},
    {"lead", lead},
    {"leftover-text", leftover_text},
    {"limit", limit},
    {"linked", linked},
    {"mandate", mandate},
    {"money-currency", money_currency},
    {"named-in", named_in},
    {"names-listed", names_listed},
    {"numeral-agrees", {}},
    {"other-sections", {}},
    {"past-dates", past_dates},
    {"recurrence", recurrence},
    {"references-resolve", references_resolve},
    {"same-term", same_term},
    {"section-numerals", {}},
    {"section-titles", {}},
    {"sections-filled", sections_filled},
    {"sections-order", {}},
    {"sections-present", {}},
    {"sections-unique", {}},
    {"shown-text", shown_text},
    {"sub-sections", {}},
    {"sum", sum},
    {"table-totals", table_totals},
    {"terms", terms},
    {"value", value},
    {"vocabulary-term", vocabulary_term},
    {"word-limit", word_limit},
};

static_assert(std::is_sorted(std::begin(checks), std::end(checks),
                             [](const KnownCheck& a, const KnownCheck& b) { return a.name < b.name; }));

}  // namespace

const KnownParameter* KnownCheck::parameter(std::string_view wanted) const noexcept {
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const KnownParameter& p) { return p.name == wanted; });
    return found == parameters.end() ? nullptr : &*found;
}

std::span<const KnownCheck> known_checks() noexcept { return checks; }

const KnownCheck* known_check(std::string_view name) noexcept {
    const auto found = std::lower_bound(std::begin(checks), std::end(checks), name,
                                        [](const KnownCheck& a, std::string_view b) { return a.name < b; });
    return found != std::end(checks) && found->name == name ? &*found : nullptr;
}

}  // namespace plancheck
