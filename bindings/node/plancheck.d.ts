/** plancheck from Node: checks a plan against its template. Over plancheck.h and koffi; see plancheck.js. */

export type Verdict = "pass" | "review" | "fail" | "notApplicable" | "unreadable";
export type Severity = "error" | "warning" | "note";
export type Outcome = "pass" | "fail" | "review" | "notApplicable" | "notChecked";
export type Confidence = "certain" | "high" | "low";
export type Format = "text" | "json" | "jsonl" | "html" | "sarif" | "junit";
export type Bytes = NodeJS.ArrayBufferView | ArrayBuffer | SharedArrayBuffer;

/** A call that the library refused. What is wrong with a document never is one. */
export class PlancheckError extends Error {
    private constructor();
    readonly code: "bad argument" | "bad option" | "bad template" | "no memory" | "internal" | "bad policy" | "bad baseline";
    /** Of a template's, policy's or baseline's text, counting from 1; 0: no such place. */
    readonly line: number;
}

/** What is left out, undefined or null has its default; a name that is not here is a TypeError. Everything is copied. */
export interface Options {
    /** The id of a built-in template; beside templateXml it only names that in messages. */
    template?: string | null | undefined;
    /** A template of one's own. */
    templateXml?: string | Bytes | null | undefined;
    /** Of messages, "fr"; default: the document's, else English. */
    language?: string | null | undefined;
    /** Default: detected. */
    documentLanguage?: string | null | undefined;
    /** "YYYY-MM-DD", or a Date, of which the day in UTC counts; default: requirements that depend on a date do not apply. */
    asOf?: string | Date | null | undefined;
    /** 0, the default: all. */
    maxDiagnostics?: number | null | undefined;
    /** What a house decides beside the template, as XML, and what messages and reports call it. */
    policyXml?: string | Bytes | null | undefined;
    policyName?: string | null | undefined;
    /** An earlier report, batch or lines of reports, as JSON, and what messages and reports call it. */
    baselineJson?: string | Bytes | null | undefined;
    baselineName?: string | null | undefined;
    /** Path of poppler's pdftohtml, run to read PDF; default: PDF is refused. */
    pdfProgram?: string | null | undefined;
    /** {nesting: 64}, as the command's --limit names them. */
    limits?: Record<string, number> | null | undefined;
}

/**
 * Holds what was decided before any document is seen. Dear to make (milliseconds): make it once. It never changes; it cannot be
 * passed to another thread, but any number of threads may make their own. What is wrong with a document is never an exception:
 * any bytes give a report, whose verdict says what became of them.
 *
 * Its memory is the library's: close() frees it at once, the garbage collector some time after the last use. Who makes many in
 * one loop closes them, since the collector cannot see how much they hold.
 */
export class Validator {
    /** Throws a PlancheckError where the library refuses an option, a TypeError or RangeError where JavaScript does, and an
     * Error where the shared library is not found. */
    constructor(options?: Options);

    /** Checks one document given as bytes of any kind, on this thread. `name` is what the report calls it, and its ending helps
     * where the content does not say what it is. The bytes are only read. Throws a TypeError for what is no bytes or holds a NUL
     * in its name, and an Error after close(). */
    validate(data: Bytes, name?: string | null | undefined): Report;

    /** The same on another thread; as many at a time as there are cores, the others wait. The bytes are copied before it
     * returns. Rejects where validate() throws. */
    validateAsync(data: Bytes, name?: string | null | undefined): Promise<Report>;

    /** Checks one document and gives its report in a format, as the command writes it. Throws a PlancheckError where there is
     * no such format. */
    write(format: Format, data: Bytes, name?: string | null | undefined): string;
    writeAsync(format: Format, data: Bytes, name?: string | null | undefined): Promise<string>;

    /** Frees what the library holds, after the validations that are under way; a second time it does nothing. */
    close(): void;
}

/** Version of the library, "0.1.0". */
export function version(): string;

/** Everything that was found in one document: the objects of its JSON, schema plancheck-report/1. JavaScript's own, and of no
 * further use to the library. What a document's format does not have is null. Later versions may add members. */
export interface Report {
    /** The text of the whole report, byte for byte what the command writes; not listed among the members. */
    readonly json: string;
    schema: "plancheck-report/1";
    tool: {name: string; version: string; libraries: Record<string, string>};
    template: {id: string; edition: string; sha256: string};
    document: {
        name: string;
        format: string | null;
        bytes: number;
        sha256: string | null;
        language: string | null;
        languageFrom: "detected" | "option" | null;
        words: number;
        plan: {title: string | null; area: string | null; date: string | null; period: string | null; status: string | null};
    };
    options: {
        language: string | null;
        asOf: string | null;
        counting: string | null;
        policy: string | null;
        baseline: string | null;
        limits: Record<string, number>;
        policySha256?: string;
        baselineSha256?: string;
    };
    verdict: Verdict;
    counts: Counts;
    outline: Section[];
    items: Item[];
    requirements: Requirement[];
    diagnostics: Diagnostic[];
    notifications: Notification[];
    /** Only where maxDiagnostics cut. */
    truncated?: {shown: number; total: number};
    /** Only with a baseline. */
    baseline?: Baseline;
}

/** error, warning, note: diagnostics of outcome fail, and notes of outcome pass; review: requirements that ended as review;
 * reviewer: those that only a person decides; then the other requirements by outcome; suppressed: diagnostics. */
export interface Counts {
    error: number;
    warning: number;
    note: number;
    review: number;
    reviewer: number;
    pass: number;
    notApplicable: number;
    notChecked: number;
    suppressed: number;
}

/** What the comparison with an earlier report gave: diagnostics that were known, that are new, and that are no longer given. */
export interface Baseline {
    knownDocument: boolean;
    unchanged: number;
    new: number;
    gone: Array<{requirement: string; severity: Severity; outcome: "fail" | "review" | "pass"; message: string; language: string; fingerprint: string}>;
}

/** Lines, columns, blocks and pages count from 1; columns in code points. */
export interface Location {
    part: string | null;
    block: number | null;
    page: number | null;
    pageHint: number | null;
    line: number | null;
    column: number | null;
    byteOffset: number | null;
    quote: string | null;
}

export interface Section {
    section: string | null;
    numeral: string | null;
    title: string;
    confidence: Confidence;
    words: number;
    location: Location | null;
}

export interface Item {
    kind: string;
    id: string;
    label: string | null;
    title: string;
    section: string | null;
    confidence: Confidence;
    fields: Record<string, Array<{type: string; text: string; value: string; ambiguous?: true}>>;
    refersTo?: string[];
    location: Location | null;
}

export interface Requirement {
    id: string;
    clause: string;
    obligation: "must" | "should" | "suggested" | "guideline" | "derived";
    decidedBy: "machine" | "evidence" | "reviewer";
    check: string | null;
    severity: Severity | null;
    outcome: Outcome;
    evidence: Array<{quote: string | null; location: Location | null; value?: Arguments; related?: Related[]}>;
    causedBy: string | null;
    /** Only where a policy set the severity. */
    severityFrom?: "policy";
}

export type Arguments = Record<string, number | string | string[]>;

export interface Subject {
    kind: "document" | "section" | "item" | "heading" | "block" | "missing";
    path: string[];
    titles: string[];
}

export interface Related {
    message?: string;
    subject: Subject;
    location: Location | null;
}

export interface Diagnostic {
    /** "issue/word-limit" */
    requirement: string;
    check: string;
    severity: Severity;
    severityFrom: "template" | "policy";
    outcome: "fail" | "review" | "pass";
    confidence: Confidence;
    /** In the report's language. */
    message: string;
    language: string;
    arguments: Arguments;
    clause: string;
    clauseText: string;
    help: string | null;
    subject: Subject;
    location: Location | null;
    related: Related[];
    /** The same for the same fault in another version of the document. */
    fingerprint: string;
    suppressed: {by: "policy" | "baseline"; reason: string; until: string | null} | null;
    /** Only with a baseline. */
    baseline?: "new" | "unchanged";
}

export interface Notification {
    id: string;
    severity: Severity;
    message: string;
    arguments: Arguments;
    location: Location | null;
}
