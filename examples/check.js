// The verdict on one file, and its diagnostics, from Node: NODE_PATH=PREFIX/share/plancheck/node node check.js FILE
// where koffi is there: npm ci --prefix PREFIX/share/plancheck/node/plancheck, once
"use strict";
const fs = require("node:fs");
const {Validator} = require("plancheck");

const validator = new Validator();
const report = validator.validate(fs.readFileSync(process.argv[2]), process.argv[2]);
for (const one of report.diagnostics) console.log(`${one.message} (${one.requirement})`);
process.exitCode = ["pass", "review"].includes(report.verdict) ? 0 : 1;
