// koffi.js LOCK FOLDER: puts the packages that LOCK pins, as far as they are for this machine, into FOLDER/node_modules. Each is
// fetched from the registry that npm is set up for and compared with its hash; what is there is not fetched again. npm itself
// would do the same, but in Debian it is four hundred packages.
"use strict";

const childProcess = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const https = require("node:https");
const path = require("node:path");

const [lock, folder] = process.argv.slice(2);

/** From the environment and .npmrc, as npm has it: what Debian's node-registry-url says, or npm. */
async function registry() {
    try {
        return (await import("/usr/share/nodejs/registry-url/index.js")).default();
    } catch {
        // not there, or not for this Node
    }
    const npm = childProcess.spawnSync("npm", ["config", "get", "registry"], {encoding: "utf8"});
    if (npm.status !== 0) throw new Error("neither node-registry-url nor npm is there to say which registry to ask");
    return npm.stdout.trim().replace(/\/*$/, "/");
}

const get = (address) => new Promise((resolve, reject) => {
    https.get(address, {timeout: 20000}, (answer) => {
        const parts = [];
        if (answer.statusCode >= 300 && answer.statusCode < 400) {
            answer.resume();
            resolve(get(new URL(answer.headers.location, address)));
        } else if (answer.statusCode !== 200) {
            answer.resume();
            reject(new Error(`answered with status ${answer.statusCode}`));
        } else {
            answer.on("data", (part) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))).on("error", reject);
        }
    }).on("timeout", function () { this.destroy(new Error("no answer in 20 seconds")); }).on("error", reject);
});

async function patiently(address) {
    for (let left = 2; ; left--) {
        try {
            return await get(address);
        } catch (reason) {
            if (left === 0) throw Object.assign(new Error(`${address}: ${reason.message || reason.code}`), {unreachable: true});
            await new Promise((resolve) => setTimeout(resolve, 1000));
        }
    }
}

async function fetched(from, place, {version, integrity}) {
    const target = path.join(folder, place);
    const mark = path.join(target, ".integrity");
    if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === integrity) return;
    const name = place.slice("node_modules/".length);
    const archive = await patiently(`${from}${name}/-/${path.basename(name)}-${version}.tgz`);
    const hash = `sha512-${crypto.createHash("sha512").update(archive).digest("base64")}`;
    if (hash !== integrity) throw new Error(`${name} ${version}: ${integrity} is pinned, ${hash} came`);
    fs.rmSync(target, {recursive: true, force: true});
    fs.mkdirSync(target, {recursive: true});
    childProcess.execFileSync("tar", ["-xz", "--strip-components=1", "--no-same-owner", "-C", target], {input: archive});
    fs.writeFileSync(mark, integrity);
    console.log(`${name} ${version}: fetched`);
}

async function main() {
    const fits = (wanted, have) => !wanted || wanted.includes(have);
    const packages = Object.entries(JSON.parse(fs.readFileSync(lock, "utf8")).packages)
        .filter(([place, one]) => place !== "" && fits(one.os, process.platform) && fits(one.cpu, process.arch));
    let from;
    for (const [place, one] of packages) await fetched((from ??= await registry()), place, one);
    require(path.join(path.resolve(folder), "node_modules", "koffi"));
}

main().catch((reason) => {
    console.error(`koffi, which the Node binding needs, could not be made ready: ${reason.message}`);
    console.error("Tests of the Node binding need the npm registry once for each build folder: is there a network, or a mirror to name in .npmrc?");
    process.exit(reason.unreachable ? 77 : 1);  // 77: skipped
});
