// Runs the tests of the extension one after the other, and says how many things they have looked at.
//
// usage: node run.mjs [FILE …]      default: all *.test.mjs here
//
// The last line, `N passed, N failed`, counts what was asserted of the server's work in VS Code; what was asserted of the
// extension alone, with a stand-in, is counted before it. With CI=true a test that was skipped is a failure.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const codeServer = process.env.CODE_SERVER ?? path.join(here, ".code-server");
const { version } = JSON.parse(readFileSync(path.join(codeServer, "node_modules/code-server/lib/vscode/package.json"), "utf8"));
console.log(`VS Code ${version}`);

const scratch = mkdtempSync(path.join(tmpdir(), "glossator-tests-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}
const counts = path.join(scratch, "counts");
const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort();
const total = { passed: 0, failed: 0, alone: 0, skipped: 0 };
for (const file of files) {
  writeFileSync(counts, "");
  const tap = path.join(scratch, "tap");
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${tap}`];
  const env = { ...process.env, GLOSSATOR_COUNTS: counts };
  const [status] = await once(spawn(process.execPath, ["--test", ...reporters, path.join(here, file)], { stdio: "inherit", env }), "exit");
  const seen = readFileSync(counts, "utf8").split("\n").reduce((sum, line) => sum + Number(line.split(" ")[1] ?? 0), 0);
  const told = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, "m").exec(readFileSync(tap, "utf8"))?.[1] ?? 0);
  total.failed += status === 0 ? 0 : Math.max(1, told("fail") + told("cancelled"));
  total.skipped += told("skipped");
  if (file.startsWith("standin")) {
    total.alone += seen;
  } else {
    total.passed += seen;
  }
}
if (total.skipped > 0) {
  console.log(`${total.skipped} tests were skipped`);
  total.failed += process.env.CI === "true" ? total.skipped : 0;
}
console.log(`${total.alone} assertions about the extension alone held`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed + total.alone === 0 ? 1 : 0;
