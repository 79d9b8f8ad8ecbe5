/* plancheck.h - checks a plan against its template, from C and from every language that can call C.
 *
 *   plancheck_validator *validator = NULL;
 *   plancheck_report *report = NULL;
 *   plancheck_error error;
 *   if (plancheck_validator_new(NULL, &validator, &error) == PLANCHECK_OK &&
 *       plancheck_validate(validator, bytes, size, "plan.docx", &report, &error) == PLANCHECK_OK)
 *       puts(plancheck_report_verdict(report) == PLANCHECK_PASS ? "nothing found" : "look at the report");
 *   plancheck_report_free(report);
 *   plancheck_validator_free(validator);
 *
 * Two handles, a validator and a report; both never change after they are made. A validator serves any number of
 * threads at once, and so does a report; only the two _free functions need that nobody else uses the handle any more. A
 * report does not need its validator: they may be freed in any order.
 *
 * Errors. A function that can fail returns PLANCHECK_OK or a negative status, and, where `error` is not NULL, writes
 * the status and a message there; nothing is remembered between calls, in a thread or elsewhere. What is wrong with a
 * document is never an error: any bytes at all give PLANCHECK_OK and a report, whose verdict says what became of them.
 *
 * Strings are UTF-8. What goes in ends with NUL; what comes out is a plancheck_string, pointer and length, owned by the
 * report it was asked of and valid until that report is freed; it also ends with a NUL that the length does not count.
 *
 * No function opens a file, reads the clock, the environment or the locale, starts a thread, calls back, or exits; none
 * starts a process unless the options name a program for PDF.
 * Within the shared library's version 0 all functions and layouts below stay as they are. */
#ifndef PLANCHECK_H
#define PLANCHECK_H

#include <stddef.h>
#include <stdint.h>

#if defined(PLANCHECK_BUILDING)
#define PLANCHECK_API __attribute__((visibility("default")))
#else
#define PLANCHECK_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What was decided before any document is seen. Made by plancheck_validator_new, freed by plancheck_validator_free. */
typedef struct plancheck_validator plancheck_validator;

/* Everything that was found in one document. Made by plancheck_validate, freed by plancheck_report_free. */
typedef struct plancheck_report plancheck_report;

/* Status of a call: zero or negative. The verdict of a document is another thing (plancheck_verdict). */
typedef int32_t plancheck_status;
enum {
    PLANCHECK_OK = 0,
    PLANCHECK_BAD_ARGUMENT = -1, /* a pointer is NULL that must not be, an index is too large, a size makes no sense */
    PLANCHECK_BAD_OPTION = -2,   /* an option has a value that it cannot have */
    PLANCHECK_BAD_TEMPLATE = -3, /* no such template, or its text is refused; `line` of the error says where */
    PLANCHECK_NO_MEMORY = -4,    /* an allocation failed; nothing was made */
    PLANCHECK_INTERNAL = -5,     /* a fault of the library */
    PLANCHECK_BAD_POLICY = -6,   /* a policy's text is refused; `line` of the error says where */
    PLANCHECK_BAD_BASELINE = -7  /* a baseline is no report as JSON, or is about another template */
};

/* Why a call failed, on the caller's side: give its address, or NULL where the status is enough. Written only on
 * failure. */
typedef struct plancheck_error {
    plancheck_status code;
    uint32_t line;     /* of a template's, policy's or baseline's text, counting from 1; 0: no such place */
    char message[256]; /* UTF-8, ends with NUL, cut at a character where it is longer */
} plancheck_error;

/* Text that belongs to a report. Never NULL: an empty text has the length 0. */
typedef struct plancheck_string {
    const char* data;
    size_t length; /* in bytes, without the NUL that follows */
} plancheck_string;

/* What became of a document; the values are those of the report's `verdict`. */
typedef int32_t plancheck_verdict;
enum {
    PLANCHECK_PASS = 0,           /* nothing was found to stand against it */
    PLANCHECK_REVIEW = 1,         /* a person must decide something that the template demands */
    PLANCHECK_FAIL = 2,           /* something of severity error stands against it */
    PLANCHECK_NOT_APPLICABLE = 3, /* read, but not a document of this template */
    PLANCHECK_UNREADABLE = 4      /* not read; the report's notifications say why */
};

/* Severity and outcome of a diagnostic. */
enum { PLANCHECK_NOTE = 0, PLANCHECK_WARNING = 1, PLANCHECK_ERROR = 2 };
enum { PLANCHECK_OUTCOME_PASS = 0, PLANCHECK_OUTCOME_REVIEW = 1, PLANCHECK_OUTCOME_FAIL = 2 };

/* Options of a validator. Begin with PLANCHECK_OPTIONS_INIT, so that a member that a later version adds has its default:
 *
 *   plancheck_options options = PLANCHECK_OPTIONS_INIT;
 *   options.language = "fr";
 *
 * Every text may be NULL, and is copied: it need not outlive the call. */
typedef struct plancheck_options {
    size_t size;                   /* of this struct, as the caller knows it */
    const char* template_id;       /* NULL: gmp-annex2 */
    const char* template_xml;      /* a template of one's own, as XML; then template_id only names it in messages */
    size_t template_xml_length;    /* in bytes */
    const char* language;          /* of messages, "fr"; NULL: the document's, else English */
    const char* document_language; /* NULL: detected */
    const char* as_of;             /* YYYY-MM-DD; NULL: requirements that depend on a date do not apply */
    uint32_t max_diagnostics;      /* 0: all */
    const char* policy_xml;        /* what a house decides beside the template, as XML; NULL: nothing */
    size_t policy_xml_length;      /* in bytes */
    const char* policy_name;       /* what messages and reports call it */
    const char* baseline_json;     /* an earlier report, batch or lines of reports, as JSON; NULL: none */
    size_t baseline_json_length;   /* in bytes */
    const char* baseline_name;     /* what messages and reports call it */
    const char* pdf_program;       /* path of poppler's pdftohtml, run to read PDF; NULL: PDF is refused */
    const char* limits;            /* "nesting=64 cells=1000": limits of reading, as --limit names them; NULL: the defaults */
} plancheck_options;

/* clang-format off */
#define PLANCHECK_OPTIONS_INIT {sizeof(plancheck_options), NULL, NULL, 0, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL}
/* clang-format on */

/* Makes a validator: dear (milliseconds), so make it once. `options` NULL: all defaults. On success *validator is the
 * caller's, to be freed with plancheck_validator_free; on failure it is NULL.
 * Fails with BAD_OPTION, BAD_TEMPLATE, BAD_POLICY, BAD_BASELINE, NO_MEMORY, or BAD_ARGUMENT where `validator` is NULL,
 * options->size is wrong, or a template, policy or baseline is given with the length 0. */
PLANCHECK_API plancheck_status plancheck_validator_new(const plancheck_options* options,
                                                       plancheck_validator** validator, plancheck_error* error);

/* Frees a validator; NULL is no fault. No other thread may be using it. */
PLANCHECK_API void plancheck_validator_free(plancheck_validator* validator);

/* Checks one document given as bytes of any kind; `name` is what the report calls it, and its ending helps where the
 * content does not say what it is (NULL: no name). The bytes are only read during the call. On success *report is the
 * caller's, to be freed with plancheck_report_free; on failure it is NULL.
 * Fails with NO_MEMORY, or BAD_ARGUMENT where validator, report, or bytes of a length above 0 is NULL. */
PLANCHECK_API plancheck_status plancheck_validate(const plancheck_validator* validator, const void* bytes,
                                                  size_t length, const char* name, plancheck_report** report,
                                                  plancheck_error* error);

/* Frees a report and all strings that came from it; NULL is no fault. */
PLANCHECK_API void plancheck_report_free(plancheck_report* report);

/* The verdict. `report` must not be NULL, here and below, unless a function says what it returns then. */
PLANCHECK_API plancheck_verdict plancheck_report_verdict(const plancheck_report* report);

/* Counts of a report. error, warning, note: diagnostics of outcome fail, and notes of outcome pass. review:
 * requirements that ended as review; reviewer: those that only a person decides; then the other requirements by
 * outcome. */
typedef struct plancheck_counts {
    uint32_t error, warning, note;
    uint32_t review, reviewer;
    uint32_t pass, not_applicable, not_checked;
    uint32_t suppressed;
} plancheck_counts;

/* Writes the counts; BAD_ARGUMENT where a pointer is NULL. */
PLANCHECK_API plancheck_status plancheck_report_counts(const plancheck_report* report, plancheck_counts* counts);

/* A diagnostic. Numbers are 0, and strings empty, where the document's format has no such thing. */
typedef struct plancheck_diagnostic {
    plancheck_string requirement; /* "issue/word-limit" */
    int32_t severity;             /* PLANCHECK_NOTE, PLANCHECK_WARNING, PLANCHECK_ERROR */
    int32_t outcome;              /* PLANCHECK_OUTCOME_FAIL, _REVIEW; _PASS: a remark */
    plancheck_string message;     /* in the report's language */
    plancheck_string clause;      /* what of the source asks it, as the report's `clause`: "Annex 2, I, title" */
    plancheck_string help;
    plancheck_string place;             /* in words: "section III, action 2, paragraph 14" */
    plancheck_string quote;             /* the document's own text there */
    uint32_t block, page, line, column; /* counting from 1 */
    plancheck_string fingerprint;       /* the same for the same fault in another version of the document */
} plancheck_diagnostic;

/* Number of diagnostics; they are in the report's order. */
PLANCHECK_API size_t plancheck_report_diagnostic_count(const plancheck_report* report);

/* Writes diagnostic `index`, counting from 0. Its strings belong to the report.
 * BAD_ARGUMENT where a pointer is NULL or there is no such diagnostic. */
PLANCHECK_API plancheck_status plancheck_report_diagnostic(const plancheck_report* report, size_t index,
                                                           plancheck_diagnostic* diagnostic);

/* The whole report as JSON (schema plancheck-report/1) into the caller's buffer, as snprintf does: at most `capacity`
 * bytes are written, the last of them a NUL; *length is the length of the whole text without the NUL, so a capacity
 * above it holds all. `buffer` may be NULL where `capacity` is 0. The text is made at each call. Fails with
 * BAD_ARGUMENT, NO_MEMORY. */
PLANCHECK_API plancheck_status plancheck_report_json(const plancheck_report* report, char* buffer, size_t capacity,
                                                     size_t* length, plancheck_error* error);

/* The whole report in the format called `format`, "text", "json", "jsonl", "html", "sarif" or "junit", into the caller's
 * buffer as plancheck_report_json does. Fails with BAD_ARGUMENT, BAD_OPTION where there is no such format, NO_MEMORY. */
PLANCHECK_API plancheck_status plancheck_report_write(const plancheck_report* report, const char* format, char* buffer,
                                                      size_t capacity, size_t* length, plancheck_error* error);

/* Whether a diagnostic counts, and what is known of it from a baseline. */
enum { PLANCHECK_COUNTS = 0, PLANCHECK_SUPPRESSED_BY_POLICY = 1, PLANCHECK_SUPPRESSED_BY_BASELINE = 2 };
typedef struct plancheck_suppression {
    int32_t by;              /* PLANCHECK_COUNTS, PLANCHECK_SUPPRESSED_BY_POLICY, PLANCHECK_SUPPRESSED_BY_BASELINE */
    plancheck_string reason; /* empty where it counts */
    plancheck_string until;  /* YYYY-MM-DD, or empty */
    plancheck_string state;  /* "new", "unchanged"; empty where there was no baseline */
} plancheck_suppression;

/* Writes the suppression of diagnostic `index`, counting from 0. Its strings belong to the report.
 * BAD_ARGUMENT where a pointer is NULL or there is no such diagnostic. */
PLANCHECK_API plancheck_status plancheck_report_suppression(const plancheck_report* report, size_t index,
                                                            plancheck_suppression* suppression);

/* Bytes in, JSON out, in one call: plancheck_validate and plancheck_report_json without a report in between. Where the
 * buffer is too small it is filled as far as it goes, *length says what is needed, and the document is checked anew. */
PLANCHECK_API plancheck_status plancheck_validate_json(const plancheck_validator* validator, const void* bytes,
                                                       size_t length, const char* name, char* buffer, size_t capacity,
                                                       size_t* json_length, plancheck_error* error);

/* Version of the library, "0.1.0"; it lives as long as the program. */
PLANCHECK_API const char* plancheck_version(void);

#ifdef __cplusplus
}
#endif
#endif
