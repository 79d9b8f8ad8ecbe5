// The verdict on one file, and its diagnostics, from Node: npm ci --prefix PREFIX/share/plancheck/node, once, and
// NODE_PATH=PREFIX/share/plancheck node check.js FILE
"use strict";
const fs = require("node:fs");
const {Validator} = require("node/plancheck.js");

const validator = new Validator();
const report = validator.validate(fs.readFileSync(process.argv[2]), process.argv[2]);
for (const one of report.diagnostics) console.log(`${one.message} (${one.requirement})`);
process.exitCode = ["pass", "review"].includes(report.verdict) ? 0 : 1;
