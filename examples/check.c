/* The verdict on one file, and its diagnostics, from C99. */
#include <plancheck.h>
#include <stdio.h>

int main(int argc, char **argv) {
    static char bytes[1 << 24];
    plancheck_validator *validator = NULL;
    plancheck_report *report = NULL;
    plancheck_error error;
    plancheck_diagnostic diagnostic;
    plancheck_verdict verdict = PLANCHECK_UNREADABLE;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    size_t length, i;
    if (file == NULL) return fputs("usage: check_c FILE\n", stderr), 2;
    length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    if (plancheck_validator_new(NULL, &validator, &error) == PLANCHECK_OK &&
        plancheck_validate(validator, bytes, length, argv[1], &report, &error) == PLANCHECK_OK) {
        for (i = 0; i < plancheck_report_diagnostic_count(report); ++i) {
            plancheck_report_diagnostic(report, i, &diagnostic);
            printf("%s (%s)\n", diagnostic.message.data, diagnostic.requirement.data);
        }
        verdict = plancheck_report_verdict(report);
    } else {
        fprintf(stderr, "%s\n", error.message);
    }
    plancheck_report_free(report);
    plancheck_validator_free(validator);
    return (int)verdict;
}
