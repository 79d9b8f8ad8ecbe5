// plancheck from Node: checks a plan against its template.
//
//   const {Validator} = require("plancheck");
//   const validator = new Validator({language: "fr", asOf: "2026-06-01"});  // once; any number of documents
//   const report = validator.validate(fs.readFileSync("plan.docx"), "plan.docx");
//   for (const one of report.diagnostics) console.log(one.severity, one.message, one.requirement);
//
// What each function takes, returns and throws is said in plancheck.d.ts. Needs Node 18, the package koffi (`npm ci` in this
// folder, or beside the program) and the shared library plancheck_c: taken from where the environment variable
// PLANCHECK_LIBRARY says, else from the installation this file is part of, else from where the system looks for libraries.
//
// Over plancheck.h alone: what a function means is said there. Reports are JavaScript's own; only a validator holds memory of
// the library. Strings are given to it as buffers that end with NUL, so that nothing depends on the size of koffi's own ones.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const koffi = require("koffi");

const CODES = {
    "-1": "bad argument", "-2": "bad option", "-3": "bad template", "-4": "no memory", "-5": "internal", "-6": "bad policy",
    "-7": "bad baseline",
};

const LAYOUTS = {
    plancheck_error: {code: "int32_t", line: "uint32_t", message: koffi.array("char", 256)},
    plancheck_options: {
        size: "size_t",
        template_id: "void *",
        template_xml: "void *",
        template_xml_length: "size_t",
        language: "void *",
        document_language: "void *",
        as_of: "void *",
        max_diagnostics: "uint32_t",
        policy_xml: "void *",
        policy_xml_length: "size_t",
        policy_name: "void *",
        baseline_json: "void *",
        baseline_json_length: "size_t",
        baseline_name: "void *",
        pdf_program: "void *",
        limits: "void *",
    },
};
const ERROR = koffi.struct(LAYOUTS.plancheck_error);
const OPTIONS = koffi.struct(LAYOUTS.plancheck_options);
const OUT_ERROR = koffi.out(koffi.pointer(ERROR));
const OUT_POINTER = koffi.out(koffi.pointer("void *"));
const OUT_SIZE = koffi.out(koffi.pointer("size_t"));

// Result and parameters as in the header; a buffer is passed as it is, without copying.
const FUNCTIONS = {
    plancheck_validator_new: ["int32_t", [koffi.pointer(OPTIONS), OUT_POINTER, OUT_ERROR]],
    plancheck_validator_free: ["void", ["void *"]],
    plancheck_validate: ["int32_t", ["void *", "void *", "size_t", "void *", OUT_POINTER, OUT_ERROR]],
    plancheck_report_free: ["void", ["void *"]],
    plancheck_report_write: ["int32_t", ["void *", "void *", "void *", "size_t", OUT_SIZE, OUT_ERROR]],
    plancheck_version: ["str", []],
};

// name here: [member of plancheck_options, how it is given]
const SETTINGS = {
    template: ["template_id", "text"],
    templateXml: ["template_xml", "content"],
    language: ["language", "text"],
    documentLanguage: ["document_language", "text"],
    asOf: ["as_of", "date"],
    maxDiagnostics: ["max_diagnostics", "count"],
    policyXml: ["policy_xml", "content"],
    policyName: ["policy_name", "text"],
    baselineJson: ["baseline_json", "content"],
    baselineName: ["baseline_name", "text"],
    pdfProgram: ["pdf_program", "text"],
    limits: ["limits", "limits"],
};

class PlancheckError extends Error {
    constructor(code, message, line = 0) {
        super(message);
        this.name = "PlancheckError";
        this.code = code;
        this.line = line;
    }
}

function* paths() {
    if (process.env.PLANCHECK_LIBRARY) {
        yield process.env.PLANCHECK_LIBRARY;
        return;
    }
    // PREFIX/share/plancheck/node/plancheck/plancheck.js and PREFIX/lib, with or without a folder for the machine
    const prefix = path.resolve(__dirname, "..", "..", "..", "..");
    const folders = (folder) => {
        try {
            return fs.readdirSync(folder).sort().map((name) => path.join(folder, name));
        } catch {
            return [];
        }
    };
    for (const folder of folders(prefix).filter((one) => path.basename(one).startsWith("lib"))) {
        for (const place of [folder, ...folders(folder)]) {
            const file = path.join(place, "libplancheck_c.so.0");
            if (fs.existsSync(file)) yield file;
        }
    }
    yield "libplancheck_c.so.0";
    yield "libplancheck_c.so";
}

let loaded;
function library() {
    if (loaded) return loaded;
    const reasons = [];
    for (const file of paths()) {
        let found;
        try {
            found = koffi.load(file);
        } catch (reason) {
            reasons.push(reason.message);
            continue;
        }
        const all = {};
        for (const [name, [result, parameters]] of Object.entries(FUNCTIONS)) {
            all[name.slice("plancheck_".length)] = found.func(name, result, parameters);
        }
        return (loaded = all);
    }
    throw new Error(`the shared library plancheck_c was not found; PLANCHECK_LIBRARY may name it: ${reasons.join("; ")}`);
}

function check(status, error) {
    if (status !== 0) throw new PlancheckError(CODES[status] ?? "internal", error.message, error.line);
}

/** As C takes it: a NUL would end it there. */
function text(name, value) {
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") throw new TypeError(`${name}: a string is wanted`);
    if (value.includes("\0")) throw new TypeError(`${name}: holds a NUL`);
    return Buffer.from(value + "\0");
}

/** The bytes themselves, not a copy, unless another thread could change them under the library's hands. */
function bytes(name, value) {
    let view = null;
    if (ArrayBuffer.isView(value)) view = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    else if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) view = Buffer.from(value);
    if (view === null) {
        throw new TypeError(`${name}: ${typeof value === "string" ? "bytes are wanted, not a string: read the file without an encoding" : "bytes are wanted"}`);
    }
    return view.buffer instanceof SharedArrayBuffer ? Buffer.from(view) : view;
}

const given = {
    text,
    content: (name, value) => (typeof value === "string" ? Buffer.from(value) : bytes(name, value)),
    date(name, value) {
        if (!(value instanceof Date)) return text(name, value);
        if (Number.isNaN(value.getTime())) throw new RangeError(`${name}: not a date`);
        return text(name, value.toISOString().split("T")[0]);
    },
    count(name, value) {
        if (typeof value !== "number") throw new TypeError(`${name}: a number is wanted`);
        if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError(`${name}: from 0 to 4294967295`);
        return value;
    },
    limits(name, value) {
        if (typeof value !== "object") throw new TypeError(`${name}: an object is wanted, such as {nesting: 64}`);
        return text(name, Object.entries(value).map(([key, limit]) => `${key}=${limit}`).join(" "));
    },
};

function optionsOf(settings) {
    if (typeof settings !== "object" || settings === null) throw new TypeError("options: an object is wanted");
    const options = {size: koffi.sizeof(OPTIONS)};
    for (const [name, value] of Object.entries(settings)) {
        if (!Object.hasOwn(SETTINGS, name)) throw new TypeError(`options: there is none of the name '${name}'`);
        if (value === undefined || value === null) continue;
        const [member, how] = SETTINGS[name];
        options[member] = given[how](name, value);
        if (how === "content") {
            options[`${member}_length`] = options[member].length;
            // An empty buffer has no address, and would pass for none given.
            if (options[member].length === 0) options[member] = Buffer.alloc(1);
        }
    }
    for (const name of Object.keys(LAYOUTS.plancheck_options)) {
        options[name] ??= name.endsWith("_length") || name === "max_diagnostics" ? 0 : null;
    }
    return options;
}

/** A report from its JSON; the text itself is no member that is listed, so that the report is written as it came. */
function reportOf(json) {
    return Object.defineProperty(JSON.parse(json), "json", {value: json});
}

// Holds most reports at the first try.
const CAPACITY = 1 << 18;

// Validations under way on other threads: no more than there are cores, since each holds a document.
const most = os.availableParallelism?.() ?? os.cpus().length;
const waiting = [];
let running = 0;
async function inTurn(work) {
    if (running < most) running++;
    else await new Promise((turn) => waiting.push(turn));
    try {
        return await work();
    } finally {
        // Whoever waits takes over this one's place.
        const next = waiting.shift();
        if (next) next();
        else running--;
    }
}

const elsewhere = (call, ...rest) => new Promise((resolve, reject) => {
    call.async(...rest, (error, result) => (error ? reject(error) : resolve(result)));
});

// A validator's pointer, by itself: what frees it must not know the validator, or that would never be collected.
const free = (state) => {
    if (state.pointer !== null) library().validator_free(state.pointer);
    state.pointer = null;
};
const forgotten = new FinalizationRegistry(free);

class Validator {
    #state;

    constructor(options = {}) {
        const {validator_new: make} = library();
        const pointer = [null], error = {};
        check(make(optionsOf(options), pointer, error), error);
        this.#state = {pointer: pointer[0], calls: 0, closed: false};
        forgotten.register(this, this.#state, this);
    }

    validate(data, name) {
        return reportOf(this.write("json", data, name));
    }

    async validateAsync(data, name) {
        return reportOf(await this.writeAsync("json", data, name));
    }

    write(format, data, name) {
        const {validate, report_write: write, report_free: release} = library();
        const content = bytes("data", data), called = text("name", name), kind = text("format", format ?? "");
        const report = [null], error = {}, length = [0];
        check(validate(this.#open().pointer, content, content.length, called, report, error), error);
        try {
            for (let buffer = Buffer.allocUnsafe(CAPACITY); ; buffer = Buffer.allocUnsafe(Number(length[0]) + 1)) {
                check(write(report[0], kind, buffer, buffer.length, length, error), error);
                if (length[0] < buffer.length) return buffer.toString("utf8", 0, Number(length[0]));
            }
        } finally {
            release(report[0]);
        }
    }

    async writeAsync(format, data, name) {
        const {validate, report_write: write, report_free: release} = library();
        // A copy: the caller may change, or give away, the bytes meanwhile.
        const content = Buffer.from(bytes("data", data)), called = text("name", name), kind = text("format", format ?? "");
        const state = this.#open();
        state.calls++;
        try {
            return await inTurn(async () => {
                const report = [null], error = {}, length = [0];
                check(await elsewhere(validate, state.pointer, content, content.length, called, report, error), error);
                try {
                    for (let buffer = Buffer.allocUnsafe(CAPACITY); ; buffer = Buffer.allocUnsafe(Number(length[0]) + 1)) {
                        check(await elsewhere(write, report[0], kind, buffer, buffer.length, length, error), error);
                        if (length[0] < buffer.length) return buffer.toString("utf8", 0, Number(length[0]));
                    }
                } finally {
                    release(report[0]);
                }
            });
        } finally {
            if (--state.calls === 0 && state.closed) free(state);
            // Until here the validator must not be collected.
            this.#state = state;
        }
    }

    close() {
        const state = this.#state;
        forgotten.unregister(this);
        state.closed = true;
        if (state.calls === 0) free(state);
    }

    #open() {
        if (this.#state.closed) throw new Error("the validator is closed");
        return this.#state;
    }
}
if (Symbol.dispose) Validator.prototype[Symbol.dispose] = Validator.prototype.close;

function version() {
    return library().version();
}

module.exports = {Validator, PlancheckError, version};
// For the tests, which hold them against the header.
Object.defineProperty(module.exports, "internal", {value: {CODES, LAYOUTS, FUNCTIONS, SETTINGS, OPTIONS, ERROR}});
