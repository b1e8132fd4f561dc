// Runs the tests of the extension one after the other, and says how many things they have looked at.
//
// usage: node run.mjs [FILE …]      default: all *.test.mjs here
//
// With CI=true a test that was skipped is a failure.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), "glossator-tests-"));
const counts = path.join(scratch, "counts");
writeFileSync(counts, "");
const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort();
const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${path.join(scratch, "tap")}`];
const args = ["--test", "--test-concurrency=1", ...reporters, ...files.map((name) => path.join(here, name))];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, GLOSSATOR_COUNTS: counts } });
const seen = readFileSync(counts, "utf8").split("\n").reduce((sum, line) => sum + Number(line), 0);
const skipped = Number(/^# skipped (\d+)$/m.exec(readFileSync(path.join(scratch, "tap"), "utf8"))?.[1] ?? 0);
rmSync(scratch, { recursive: true, force: true });
console.log(`${seen} assertions held`);
if (skipped > 0) {
  console.log(`${skipped} tests were skipped`);
}
process.exitCode = status !== 0 || seen === 0 || (skipped > 0 && process.env.CI === "true") ? 1 : 0;
