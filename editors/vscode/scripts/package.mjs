// Makes the package: glossator.vsix without a server, or glossator-TARGET.vsix with one inside.
//
// usage: node scripts/package.mjs [--target TARGET [--server FILE]]
//   TARGET   a platform of VS Code, such as linux-x64, darwin-arm64 or win32-x64; `host` for this machine's
//   FILE     the program for it; default: target/release/glossator of this repository

import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(here);
const { values } = parseArgs({ options: { target: { type: "string" }, server: { type: "string" } } });
const target = values.target === "host" ? `${process.platform}-${process.arch}` : values.target;
const exe = target?.startsWith("win32") ? "glossator.exe" : "glossator";
const run = (program, ...args) => execFileSync(program, args, { stdio: "inherit", shell: process.platform === "win32" });

run("npm", "run", "--silent", "build");
run(process.execPath, "scripts/make-license.mjs");
rmSync("bundled", { recursive: true, force: true });
if (target !== undefined) {
  const server = values.server ?? path.join("../../target/release", exe);
  if (!statSync(server, { throwIfNoEntry: false })?.isFile()) {
    console.error(`no server at ${server}: build it first (cargo build --release), or name it with --server`);
    process.exit(1);
  }
  mkdirSync("bundled");
  copyFileSync(server, path.join("bundled", exe));
  chmodSync(path.join("bundled", exe), 0o755);
}
const out = values.target === undefined ? "glossator.vsix" : `glossator-${values.target}.vsix`;
const platform = target === undefined ? [] : ["--target", target];
run("npx", "vsce", "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", ...platform, "--out", out);
rmSync("bundled", { recursive: true, force: true });
