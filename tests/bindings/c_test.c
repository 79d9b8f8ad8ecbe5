/* The C API from C99: every function, every status that a caller can cause, buffers of every kind of size, and a header
 * that a C compiler takes with -pedantic -Werror. */
#include <plancheck.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int faults = 0;

#define CHECK(condition)                                                         \
    do {                                                                         \
        if (!(condition)) {                                                      \
            fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition); \
            ++faults;                                                            \
        }                                                                        \
    } while (0)

static const char plan[] =
    "# I. Summary of the issue\n\nMercury waste harms people.\n\n# II. Objective of the partnership area\n\n"
    "Reduce releases of mercury from waste by 30 % by 2030.\n\n# III. Priority actions\n\n1. Collect.\n\n"
    "# IV. Partner efforts and timelines\n\nNone.\n\n# VI. Evaluation\n\nReports every two years.\n";

static void options_and_errors(void) {
    plancheck_options options = PLANCHECK_OPTIONS_INIT;
    plancheck_validator *validator = (plancheck_validator *)&options;
    plancheck_error error;
    CHECK(options.size == sizeof(plancheck_options));

    options.template_id = "no-such-template";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_TEMPLATE);
    CHECK(validator == NULL);
    CHECK(error.code == PLANCHECK_BAD_TEMPLATE && strlen(error.message) > 0);
    CHECK(plancheck_validator_new(&options, &validator, NULL) == PLANCHECK_BAD_TEMPLATE);

    options.template_id = NULL;
    options.template_xml = "<template>\n<unknown/></template>";
    options.template_xml_length = strlen(options.template_xml);
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_TEMPLATE);

    /* A length that was forgotten. */
    options.template_xml_length = 0;
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_ARGUMENT);
    options.template_xml = NULL;
    options.policy_xml = "<policy/>";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_ARGUMENT);
    options.policy_xml = NULL;
    options.baseline_json = "{}";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_ARGUMENT);
    options.baseline_json = NULL;

    options.limits = "nesting=64 depth=3";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_OPTION);
    CHECK(strncmp(error.message, "there is no limit called 'depth', only file-bytes, ", 50) == 0);
    options.limits = "nesting";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_OPTION);
    options.limits = "nesting=-1";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_OPTION);
    options.limits = " nesting=64  file-bytes=10 ";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_OK);
    {
        plancheck_report *report = NULL;
        char json[65536];
        size_t length = 0;
        CHECK(plancheck_validate(validator, "# A title\n", 10, NULL, &report, NULL) == PLANCHECK_OK);
        CHECK(plancheck_report_verdict(report) == PLANCHECK_NOT_APPLICABLE);
        plancheck_report_free(report);
        CHECK(plancheck_validate(validator, "# A title\n\n", 11, NULL, &report, NULL) == PLANCHECK_OK);
        CHECK(plancheck_report_verdict(report) == PLANCHECK_UNREADABLE);
        CHECK(plancheck_report_json(report, json, sizeof json, &length, NULL) == PLANCHECK_OK);
        CHECK(strstr(json, "\"file-bytes\": 10,") != NULL && strstr(json, "\"nesting\": 64") != NULL);
        plancheck_report_free(report);
    }
    plancheck_validator_free(validator);
    validator = NULL;
    options.limits = NULL;

    options.as_of = "yesterday";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_OPTION);

    /* A message is text, whatever it quotes, and is cut between characters. */
    options.as_of = "\xC3\xA9\xFF.\xED\xA0\x80.\xC3";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_OPTION);
    CHECK(strcmp(error.message, "as-of is no date of the form YYYY-MM-DD: '\xC3\xA9?.?" "?" "?.?'") == 0);
    {
        char many[600];
        size_t i;
        for (i = 0; i + 2 < sizeof many; i += 2) memcpy(many + i, "\xC3\xA9", 2);
        many[i] = '\0';
        options.as_of = many;
        CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_OPTION);
        CHECK(strlen(error.message) >= sizeof error.message - 2 && error.message[strlen(error.message) - 1] == '\xA9');
    }

    options.as_of = "2026-01-31";
    options.size = sizeof(plancheck_options) + 1;
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_ARGUMENT);
    options.size = 0;
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_ARGUMENT);
    /* One that ends inside a member. */
    options.size = offsetof(plancheck_options, template_id) + sizeof options.template_id / 2;
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_ARGUMENT);
    CHECK(plancheck_validator_new(&options, NULL, &error) == PLANCHECK_BAD_ARGUMENT);

    /* What a caller of a smaller struct leaves out has its default. */
    options.size = offsetof(plancheck_options, as_of);
    options.as_of = "yesterday";
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_OK);
    plancheck_validator_free(validator);
    plancheck_validator_free(NULL);
}

static void one_report(const plancheck_validator *validator) {
    plancheck_report *report = NULL;
    plancheck_error error;
    plancheck_counts counts;
    plancheck_diagnostic diagnostic;
    size_t i, length = 0, again = 0;
    uint32_t failed = 0;
    char small[16];
    char *whole, *direct;

    CHECK(plancheck_validate(validator, plan, sizeof plan - 1, "plan.md", &report, &error) == PLANCHECK_OK);
    if (report == NULL) return;
    CHECK(plancheck_report_verdict(report) == PLANCHECK_FAIL);
    CHECK(plancheck_report_counts(report, &counts) == PLANCHECK_OK);
    CHECK(plancheck_report_counts(report, NULL) == PLANCHECK_BAD_ARGUMENT);
    for (i = 0; i < plancheck_report_diagnostic_count(report); ++i) {
        CHECK(plancheck_report_diagnostic(report, i, &diagnostic) == PLANCHECK_OK);
        CHECK(diagnostic.message.length > 0 && diagnostic.message.data[diagnostic.message.length] == '\0');
        CHECK(diagnostic.requirement.length == strlen(diagnostic.requirement.data));
        CHECK(diagnostic.fingerprint.length >= 16);
        if (diagnostic.severity == PLANCHECK_ERROR && diagnostic.outcome == PLANCHECK_OUTCOME_FAIL) ++failed;
    }
    CHECK(failed == counts.error && failed > 0);
    CHECK(plancheck_report_diagnostic(report, i, &diagnostic) == PLANCHECK_BAD_ARGUMENT);

    CHECK(plancheck_report_json(report, NULL, 0, &length, &error) == PLANCHECK_OK);
    CHECK(plancheck_report_json(report, small, sizeof small, &again, &error) == PLANCHECK_OK);
    CHECK(again == length && strlen(small) == sizeof small - 1 && strncmp(small, "{\n  \"schema\": ", 14) == 0);
    CHECK(plancheck_report_json(report, NULL, 1, &length, &error) == PLANCHECK_BAD_ARGUMENT);
    whole = malloc(length + 1);
    direct = malloc(length + 1);
    CHECK(plancheck_report_json(report, whole, length + 1, &again, &error) == PLANCHECK_OK);
    CHECK(again == length && strlen(whole) == length);
    CHECK(plancheck_validate_json(validator, plan, sizeof plan - 1, "plan.md", direct, length + 1, &again, &error) == PLANCHECK_OK);
    CHECK(again == length && strcmp(whole, direct) == 0);
    free(whole);
    free(direct);
    plancheck_report_free(report);
    plancheck_report_free(NULL);
}

static void policy_and_formats(void) {
    static const char policy[] = "<policy><accept requirement='actions/stated' place='actions'>x</accept>"
                                 "<severity requirement='issue/word-limit' is='note'>x</severity></policy>";
    static const char *const formats[] = {"text", "json", "jsonl", "html", "sarif", "junit"};
    static const char *const starts[] = {"plan.md", "{\n  \"schema\"", "{\"schema\"", "<!DOCTYPE html>", "{\n  \"$schema\"", "<?xml"};
    plancheck_options options = PLANCHECK_OPTIONS_INIT;
    plancheck_validator *validator = NULL;
    plancheck_report *report = NULL, *again = NULL;
    plancheck_error error;
    plancheck_suppression suppression;
    size_t i, length = 0, same = 0;
    char *json;

    options.policy_xml = "<policy>\n<of/></policy>";
    options.policy_xml_length = strlen(options.policy_xml);
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_POLICY);
    CHECK(error.line == 2 && strstr(error.message, "did you mean 'off'?") != NULL);
    options.policy_xml = policy;
    options.policy_xml_length = sizeof policy - 1;
    options.policy_name = "house.xml";
    options.baseline_json = "[]";
    options.baseline_json_length = 2;
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_BAD_BASELINE);
    options.baseline_json = NULL;
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_OK);
    if (validator == NULL) return;
    CHECK(plancheck_validate(validator, plan, sizeof plan - 1, "plan.md", &report, &error) == PLANCHECK_OK);
    plancheck_validator_free(validator);
    for (i = 0; i < sizeof formats / sizeof *formats; ++i) {
        char start[16] = "";
        CHECK(plancheck_report_write(report, formats[i], start, sizeof start, &length, &error) == PLANCHECK_OK);
        CHECK(length > sizeof start && strncmp(start, starts[i], strlen(starts[i]) < 15 ? strlen(starts[i]) : 15) == 0);
    }
    CHECK(plancheck_report_write(report, "yaml", NULL, 0, &length, &error) == PLANCHECK_BAD_OPTION);
    CHECK(plancheck_report_write(report, NULL, NULL, 0, &length, &error) == PLANCHECK_BAD_ARGUMENT);
    CHECK(plancheck_report_suppression(report, 0, &suppression) == PLANCHECK_OK);
    CHECK(suppression.by == PLANCHECK_COUNTS && suppression.reason.length == 0 && suppression.state.length == 0);
    CHECK(plancheck_report_suppression(report, 100000, &suppression) == PLANCHECK_BAD_ARGUMENT);

    /* The report as its own baseline: everything is known. */
    CHECK(plancheck_report_json(report, NULL, 0, &length, &error) == PLANCHECK_OK);
    json = malloc(length + 1);
    CHECK(plancheck_report_json(report, json, length + 1, &length, &error) == PLANCHECK_OK);
    options.policy_xml = NULL;
    options.baseline_json = json;
    options.baseline_json_length = length;
    CHECK(plancheck_validator_new(&options, &validator, &error) == PLANCHECK_OK);
    CHECK(plancheck_validate(validator, plan, sizeof plan - 1, "plan.md", &again, &error) == PLANCHECK_OK);
    for (i = 0; i < plancheck_report_diagnostic_count(again); ++i) {
        CHECK(plancheck_report_suppression(again, i, &suppression) == PLANCHECK_OK);
        CHECK(suppression.by == PLANCHECK_SUPPRESSED_BY_BASELINE && strcmp(suppression.state.data, "unchanged") == 0);
        ++same;
    }
    CHECK(same > 0);
    free(json);
    plancheck_report_free(report);
    plancheck_report_free(again);
    plancheck_validator_free(validator);
}

static void any_bytes(const plancheck_validator *validator) {
    plancheck_report *report = NULL;
    plancheck_error error;
    CHECK(plancheck_validate(validator, NULL, 0, NULL, &report, &error) == PLANCHECK_OK);
    if (report != NULL) CHECK(plancheck_report_verdict(report) == PLANCHECK_UNREADABLE);
    if (report != NULL) CHECK(plancheck_report_diagnostic_count(report) == 0);
    plancheck_report_free(report);
    CHECK(plancheck_validate(validator, NULL, 1, "x", &report, &error) == PLANCHECK_BAD_ARGUMENT);
    CHECK(plancheck_validate(NULL, "x", 1, "x", &report, &error) == PLANCHECK_BAD_ARGUMENT);
    CHECK(plancheck_validate(validator, "x", 1, "x", NULL, &error) == PLANCHECK_BAD_ARGUMENT);
    CHECK(plancheck_validate(validator, "x", 1, "x", NULL, NULL) == PLANCHECK_BAD_ARGUMENT);
}

int main(void) {
    plancheck_validator *validator = NULL;
    plancheck_error error;
    CHECK(strlen(plancheck_version()) >= 5);
    options_and_errors();
    CHECK(plancheck_validator_new(NULL, &validator, &error) == PLANCHECK_OK);
    if (validator != NULL) {
        one_report(validator);
        any_bytes(validator);
    }
    plancheck_validator_free(validator);
    policy_and_formats();
    return faults == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
