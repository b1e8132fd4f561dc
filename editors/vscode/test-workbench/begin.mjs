// The README's way from a clone to the first hover in VS Code, gone in real and timed: three commands, in a fresh clone, with an
// empty profile of VS Code and empty caches of cargo and npm.
//
// usage: node begin.mjs [--warm]      after install.sh; --warm keeps the caches of cargo and npm that are there

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startCodeServer } from "./code-server.mjs";
import { CODE_SERVER, PICTURES } from "./window.mjs";
import { Workbench } from "./workbench.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const scratch = mkdtempSync(path.join(tmpdir(), "glossator-begin-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
const clone = path.join(scratch, "glossator");
const isWarm = process.argv.includes("--warm");
const caches = isWarm ? {} : { CARGO_HOME: path.join(scratch, "cargo"), npm_config_cache: path.join(scratch, "npm") };

const begin = performance.now();
let last = begin;
/** Says how long a command took. */
const told = (command) => {
  const now = performance.now();
  console.log(`${((now - last) / 1000).toFixed(1).padStart(7)} s  ${command}`);
  last = now;
};

console.log(`${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, ${isWarm ? "caches as they are" : "empty caches"}`);
execFileSync("git", ["clone", "--quiet", root, clone], { stdio: "inherit" });
told("git clone … glossator && cd glossator");

const codeServer = await startCodeServer({
  folder: CODE_SERVER,
  install: (code, environment) => {
    const env = { ...environment, ...caches, CODE: code, CARGO_TERM_QUIET: "true", TIMEFORMAT: "          of processor time: %U s + %S s" };
    delete env.CARGO_TARGET_DIR;
    execFileSync("bash", ["-c", "time editors/vscode/install"], { cwd: clone, env, stdio: ["ignore", "ignore", "inherit"] });
    told("editors/vscode/install");
  },
});
const workbench = await Workbench.open(codeServer.url, path.join(clone, "editors/sample"), PICTURES);
await workbench.openFile("essay.md");
const hover = workbench.page.locator(".monaco-hover:visible", { hasText: "mutual respect" }).first();
await workbench.repeat(() => workbench.pointAt("Five Principles"), async () => (await hover.count()) > 0, "the hover");
told("code editors/sample/essay.md, to the hover over “Five Principles”");
console.log(`${((last - begin) / 1000).toFixed(1).padStart(7)} s  in all`);
await workbench.screenshot("begin");
await workbench.close();
await codeServer.stop();
