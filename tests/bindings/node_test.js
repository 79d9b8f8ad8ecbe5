// node_test.js PROJECT COMMAND: the Node binding against the library of this build (PLANCHECK_LIBRARY) and the command.
"use strict";

const assert = require("node:assert/strict");
const childProcess = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const {Worker, isMainThread, workerData} = require("node:worker_threads");

try {
    require("koffi");
} catch (reason) {
    console.error(`skipped, koffi is not there: ${reason.message}`);
    process.exit(77);
}
const [project, command] = isMainThread ? process.argv.slice(2) : workerData;
const plancheck = require(path.join(project, "bindings", "node", "plancheck.js"));
const {Validator, PlancheckError} = plancheck;
const content = (...names) => fs.readFileSync(path.join(project, ...names));
const FAULTY = content("tests", "cli", "plan.md");
const refused = (code, call) => assert.throws(call, (error) => error instanceof PlancheckError && error.code === code && error.message !== "");
const resident = () => Number(/VmRSS:\s*(\d+)/.exec(fs.readFileSync("/proc/self/status", "utf8"))[1]);

const tests = {
    "a report is what the command writes"() {
        const validator = new Validator();
        for (const name of ["tests/cli/plan.md", "examples/plans/coal-zh-careless.docx", "examples/plans/chlor-alkali-ar.md"]) {
            const said = childProcess.spawnSync(command, ["--format", "json", name], {cwd: project, encoding: "utf8", maxBuffer: 1 << 26});
            const report = validator.validate(content(name), name);
            assert.equal(report.json, said.stdout);
            assert.deepEqual(JSON.parse(JSON.stringify(report)), JSON.parse(said.stdout));
            assert.ok(!Object.keys(report).includes("json"));
        }
    },

    "options"() {
        const own = content("templates", "concept-note.xml");
        const french = new Validator({language: "fr", asOf: new Date("2026-06-01T00:00:00Z"), maxDiagnostics: 1, limits: {nesting: 64}, template: null});
        const report = french.validate(FAULTY);
        assert.equal(report.options.language, "fr");
        assert.equal(report.options.asOf, "2026-06-01");
        assert.deepEqual(report.options.limits, {nesting: 64});
        assert.equal(report.diagnostics.length, 1);
        assert.equal(report.truncated.shown, 1);
        assert.equal(new Validator({template: "concept-note"}).validate(FAULTY).template.id, "concept-note");
        for (const templateXml of [own, own.toString(), new Uint8Array(own)]) {
            assert.equal(new Validator({templateXml}).validate(FAULTY).template.id, "concept-note");
        }
        assert.equal(new Validator({documentLanguage: "es"}).validate(FAULTY).document.languageFrom, "option");
        const before = new Validator().validate(FAULTY, "plan.md");
        const again = new Validator({baselineJson: before.json, baselineName: "last.json"}).validate(FAULTY, "plan.md");
        assert.equal(again.counts.error, 0);
        assert.ok(again.counts.suppressed > 0 && again.diagnostics.every((one) => one.baseline === "unchanged"));
        assert.equal(new Validator({policyXml: content("examples", "policies", "house.xml"), policyName: "house.xml"}).validate(FAULTY).options.policy, "house.xml");
    },

    "formats"() {
        const validator = new Validator();
        assert.match(validator.write("text", FAULTY, "plan.md"), /plan\.md: verdict fail/);
        assert.match(validator.write("html", FAULTY), /^<!DOCTYPE html>/);
        assert.equal(JSON.parse(validator.write("sarif", FAULTY)).version, "2.1.0");
        assert.match(validator.write("junit", FAULTY), /<testsuite/);
        refused("bad option", () => validator.write("pdf", FAULTY));
        refused("bad option", () => validator.write(undefined, FAULTY));
    },

    "any bytes give a report"() {
        const validator = new Validator();
        const shared = new Uint8Array(new SharedArrayBuffer(FAULTY.length));
        shared.set(FAULTY);
        for (const data of [Buffer.alloc(100, "\0\xff"), Buffer.from("PK\x03\x04" + "\0".repeat(50)), new ArrayBuffer(9), new DataView(new ArrayBuffer(9), 3), FAULTY.subarray(7), shared, shared.buffer]) {
            assert.match(validator.validate(data, null).verdict, /^(unreadable|notApplicable|fail)$/);
        }
        for (const empty of [Buffer.alloc(0), new Uint8Array(0), new ArrayBuffer(0)]) assert.equal(validator.validate(empty).verdict, "unreadable");
        assert.equal(validator.validate(shared).json, validator.validate(FAULTY).json);
        const odd = "план 😀.md", plan = Buffer.concat([FAULTY, Buffer.from("\n\n𝒜 😀 \0 \u{10FFFF}\n")]);
        assert.equal(validator.validate(plan, odd).document.name, odd);
        assert.equal(validator.validate(FAULTY, "a\ud800b").document.name, "a\ufffdb");
        const large = Buffer.concat([FAULTY, ...Array.from({length: 4000}, (_, i) => Buffer.from(`\n- write to nobody${i}@example..org by 30 February 2027\n`))]);
        const json = validator.validate(large, "plan.md").json;
        assert.ok(Buffer.byteLength(json) > 1 << 18 && JSON.parse(json).schema === "plancheck-report/1");
        assert.equal(validator.validate(Buffer.alloc(65 << 20, "a ")).notifications[0].id, "read/limit");
    },

    "errors of a call"() {
        for (const [options, code] of [
            [{template: "no-such-template"}, "bad template"],
            [{templateXml: "<template>\n<unknown/></template>"}, "bad template"],
            [{templateXml: "<template>\0</template>"}, "bad template"],
            [{language: "xx"}, "bad option"],
            [{asOf: "2026-02-30"}, "bad option"],
            [{limits: {depth: 3}}, "bad option"],
            [{policyXml: "<policies/>"}, "bad policy"],
            [{baselineJson: "{}"}, "bad baseline"],
            [{templateXml: ""}, "bad argument"],
        ]) refused(code, () => new Validator(options));
        assert.throws(() => new Validator({templateXml: "<template>\n<unknown/></template>"}), {line: 2, message: /^template:2:/});
        assert.throws(() => new Validator({asOf: "é😀".repeat(200)}), /é😀/);
        for (const wrong of [null, 3, {langauge: "fr"}, {language: 3}, {language: "fr\0"}, {templateXml: 3}, {maxDiagnostics: "1"}, {limits: 3}, {limits: {"a\0": 1}}]) {
            assert.throws(() => new Validator(wrong), TypeError);
        }
        for (const wrong of [-1, 0.5, 2 ** 32, NaN]) assert.throws(() => new Validator({maxDiagnostics: wrong}), RangeError);
        assert.throws(() => new Validator({asOf: new Date(NaN)}), RangeError);
        assert.throws(() => Validator(), TypeError);
        const validator = new Validator();
        for (const wrong of ["text", null, undefined, 3, [1, 2], {}]) assert.throws(() => validator.validate(wrong), TypeError);
        assert.throws(() => validator.validate(FAULTY, "a\0b"), TypeError);
        assert.throws(() => validator.validate(FAULTY, 3), TypeError);
        assert.throws(() => Validator.prototype.validate.call({}, FAULTY), TypeError);
    },

    async "validations on other threads"() {
        const validator = new Validator(), expected = validator.validate(FAULTY, "plan.md").json;
        const many = Array.from({length: 300}, () => validator.validateAsync(FAULTY, "plan.md"));
        assert.ok((await Promise.all(many)).every((report) => report.json === expected));
        const changed = Buffer.from(FAULTY), pending = validator.validateAsync(changed, "plan.md");
        changed.fill(0);
        assert.equal((await pending).json, expected);
        await assert.rejects(validator.validateAsync("text"), TypeError);
        await assert.rejects(validator.writeAsync("pdf", FAULTY), {code: "bad option"});
        assert.match(await validator.writeAsync("html", FAULTY), /^<!DOCTYPE html>/);
        const workers = Array.from({length: 3}, () => new Promise((resolve, reject) => {
            new Worker(__filename, {workerData: [project, command]}).on("message", resolve).on("error", reject);
        }));
        for (const json of await Promise.all(workers)) assert.equal(json, expected);
    },

    async "after close"() {
        const validator = new Validator();
        const pending = Array.from({length: 8}, () => validator.validateAsync(FAULTY));
        validator.close();
        validator.close();
        assert.throws(() => validator.validate(FAULTY), /the validator is closed/);
        await assert.rejects(validator.validateAsync(FAULTY), /the validator is closed/);
        assert.ok((await Promise.all(pending)).every((report) => report.verdict === "fail"));
        // A validator that nobody holds any more stays until its validation is done.
        const forgotten = new Validator().validateAsync(FAULTY);
        global.gc();
        assert.equal((await forgotten).verdict, "fail");
    },

    async "nothing grows"() {
        const make = () => new Validator({template: "concept-note"}).close();
        for (let i = 0; i < 300; i++) make();
        global.gc();
        const before = resident();
        for (let i = 0; i < 2000; i++) make();
        for (let i = 0; i < 100; i++) assert.throws(() => new Validator({template: "none"}), PlancheckError);
        // What nobody closes goes with the collector, a turn later.
        for (let i = 0; i < 200; i++) {
            new Validator({template: "concept-note"});
            if (i % 50 === 0) {
                global.gc();
                await new Promise((turn) => setImmediate(turn));
            }
        }
        global.gc();
        assert.ok(resident() - before < 48 << 10, `${resident() - before} KiB more`);
    },

    "layouts and functions are those of the header"() {
        const header = content("bindings", "c", "plancheck.h").toString().replace(/\/\*.*?\*\//gs, "");
        const {CODES, LAYOUTS, FUNCTIONS, SETTINGS} = plancheck.internal;
        const types = {size_t: "size_t", uint32_t: "uint32_t", int32_t: "int32_t", plancheck_status: "int32_t", "const char*": "void *"};
        for (const [name, layout] of Object.entries(LAYOUTS)) {
            const body = new RegExp(`typedef struct ${name} \\{(.*?)\\} ${name};`, "s").exec(header)[1];
            const declared = [...body.matchAll(/^\s*((?:const )?\w+\*?) (\w+)(?:\[(\d+)\])?;/gm)];
            assert.deepEqual(declared.map((one) => one[2]), Object.keys(layout), name);
            for (const [, type, member, length] of declared) {
                const here = layout[member];
                if (length) assert.equal(`${here.primitive} ${here.length} ${type}`, `Array ${length} char`, member);
                else assert.equal(here, types[type], member);
            }
        }
        assert.deepEqual(Object.values(SETTINGS).map((one) => one[0]).sort(), Object.keys(LAYOUTS.plancheck_options).filter((name) => name !== "size" && !name.endsWith("_length")).sort());
        const codes = [...header.matchAll(/PLANCHECK_([A-Z_]+) = (-\d)/g)].map((one) => [one[2], one[1].toLowerCase().replace("_", " ")]);
        assert.deepEqual(Object.fromEntries(codes), CODES);
        const declared = [...header.matchAll(/^PLANCHECK_API ([\w ]+\*?) (\w+)\(([^)]*)\);/gm)];
        // These say what the report's JSON says.
        const unused = ["report_verdict", "report_counts", "report_diagnostic_count", "report_diagnostic", "report_suppression", "report_json", "validate_json"];
        assert.deepEqual(declared.map((one) => one[2]).sort(), [...Object.keys(FUNCTIONS), ...unused.map((name) => `plancheck_${name}`)].sort());
        for (const [, , name, parameters] of declared) {
            if (!FUNCTIONS[name]) continue;
            const count = parameters === "void" ? 0 : parameters.split(",").length;
            assert.equal(count, FUNCTIONS[name][1].length, name);
        }
        assert.match(plancheck.version(), /^\d+\.\d+\.\d+$/);
    },

    "types are those of the schema"() {
        const types = content("bindings", "node", "plancheck.d.ts").toString().replace(/\/\*.*?\*\//gs, "");
        const members = (name) => {
            let body = new RegExp(`export interface ${name} \\{\n(.*?)\n\\}`, "s").exec(types)[1];
            while (/\{[^{}]*\}/.test(body)) body = body.replace(/\{[^{}]*\}/g, "object");
            return [...body.matchAll(/^\s*(?:readonly )?(\w+\??):/gm)].map((one) => one[1]).sort();
        };
        const schema = JSON.parse(content("lib", "write", "report.schema.json")).$defs;
        for (const [name, def] of Object.entries({Report: "report", Counts: "counts", Location: "location", Section: "outlineEntry", Item: "item",
            Requirement: "requirement", Diagnostic: "diagnostic", Notification: "notification", Subject: "subject", Related: "related", Baseline: "baseline"})) {
            const wanted = Object.keys(schema[def].properties).map((key) => (schema[def].required.includes(key) ? key : `${key}?`));
            assert.deepEqual(members(name).filter((key) => key !== "json"), wanted.sort(), name);
        }
        assert.deepEqual(members("Options"), Object.keys(plancheck.internal.SETTINGS).map((key) => `${key}?`).sort());
    },

    "a library that is not there is said"() {
        const script = `require(${JSON.stringify(path.join(project, "bindings", "node", "plancheck.js"))}).version()`;
        const said = childProcess.spawnSync(process.execPath, ["-e", script], {env: {...process.env, PLANCHECK_LIBRARY: "/no/such/library"}, encoding: "utf8"});
        assert.equal(said.status, 1);
        assert.match(said.stderr, /the shared library plancheck_c was not found; PLANCHECK_LIBRARY may name it: /);
    },
};

async function main() {
    let failed = 0;
    for (const [name, test] of Object.entries(tests)) {
        const begin = Date.now();
        try {
            await test();
            console.log(`ok: ${name} (${Date.now() - begin} ms)`);
        } catch (reason) {
            failed++;
            console.error(`failed: ${name}\n${reason.stack}`);
        }
    }
    console.log(`${Object.keys(tests).length} tests, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
}

if (isMainThread) main();
else require("node:worker_threads").parentPort.postMessage(new Validator().validate(FAULTY, "plan.md").json);
