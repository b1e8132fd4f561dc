import assert from "node:assert/strict";
import { test } from "node:test";
import { type Machine, expand, findServer, serverArgs } from "../src/server";

/** A machine on which exactly these files exist. */
function machine(files: string[], more: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    env: { PATH: "/usr/local/bin:/usr/bin" },
    home: "/ada",
    workspaceFolder: "/ada/essays",
    extensionFolder: "/ext",
    isFile: (file) => files.includes(file),
    ...more,
  };
}

const everywhere = ["/ext/bundled/glossator", "/usr/bin/glossator", "/ada/.cargo/bin/glossator", "/opt/glossator"];

test("with no setting the bundled server comes before PATH, and PATH before cargo's folder", () => {
  assert.deepEqual(findServer("", machine(everywhere)), { found: true, command: "/ext/bundled/glossator", origin: "bundled" });
  assert.deepEqual(findServer("", machine(everywhere.slice(1))), { found: true, command: "/usr/bin/glossator", origin: "PATH" });
  assert.deepEqual(findServer("", machine(everywhere.slice(2))), {
    found: true,
    command: "/ada/.cargo/bin/glossator",
    origin: "cargo",
  });
});

test("the setting comes before the bundled server, the environment's override before both", () => {
  assert.deepEqual(findServer("/opt/glossator", machine(everywhere)), { found: true, command: "/opt/glossator", origin: "setting" });
  const overridden = machine(everywhere, { env: { GLOSSATOR_SERVER_PATH: "/usr/bin/glossator" } });
  assert.deepEqual(findServer("/opt/glossator", overridden), {
    found: true,
    command: "/usr/bin/glossator",
    origin: "GLOSSATOR_SERVER_PATH",
  });
});

test("a chosen path that is not there is an error, never another server", () => {
  assert.deepEqual(findServer("/gone/glossator", machine(everywhere)), {
    found: false,
    looked: ["/gone/glossator"],
    origin: "setting",
  });
  const overridden = machine(everywhere, { env: { GLOSSATOR_SERVER_PATH: "/gone" } });
  assert.deepEqual(findServer("", overridden), { found: false, looked: ["/gone"], origin: "GLOSSATOR_SERVER_PATH" });
});

test("a bare name in the setting is looked for on PATH", () => {
  assert.deepEqual(findServer("glossator-nightly", machine(["/usr/bin/glossator-nightly"])), {
    found: true,
    command: "/usr/bin/glossator-nightly",
    origin: "setting",
  });
});

test("a relative path in the setting is meant from the workspace folder", () => {
  const server = findServer("target/debug/glossator", machine(["/ada/essays/target/debug/glossator"]));
  assert.equal(server.found && server.command, "/ada/essays/target/debug/glossator");
});

test("where nothing is found, every place that was looked at is named", () => {
  assert.deepEqual(findServer("", machine([])), {
    found: false,
    looked: ["/ext/bundled/glossator", "/usr/local/bin/glossator", "/usr/bin/glossator", "/ada/.cargo/bin/glossator"],
    origin: "PATH",
  });
});

test("an empty PATH is no folder at all", () => {
  assert.deepEqual(findServer("glossator", machine([], { env: {} })), { found: false, looked: [], origin: "setting" });
});

test("Windows: .exe, semicolons, backslashes, Path", () => {
  const windows = (files: string[]) =>
    machine(files, {
      platform: "win32",
      env: { Path: "C:\\Windows;C:\\Tools" },
      home: "C:\\Users\\ada",
      workspaceFolder: "C:\\essays",
      extensionFolder: "C:\\ext",
    });
  assert.equal(JSON.stringify(findServer("", windows(["C:\\ext\\bundled\\glossator.exe"]))).includes("bundled"), true);
  const onPath = findServer("", windows(["C:\\Tools\\glossator.exe"]));
  assert.equal(onPath.found && onPath.command, "C:\\Tools\\glossator.exe");
  const relative = findServer("bin\\glossator.exe", windows(["C:\\essays\\bin\\glossator.exe"]));
  assert.equal(relative.found && relative.command, "C:\\essays\\bin\\glossator.exe");
});

test("variables and the tilde are replaced, unknown ones are left alone", () => {
  const here = machine([], { env: { TEXTS: "/srv/texts" } });
  assert.equal(expand("~/bin/glossator", here), "/ada/bin/glossator");
  assert.equal(expand("~ada/bin", here), "~ada/bin");
  assert.equal(expand("${workspaceFolder}/texts", here), "/ada/essays/texts");
  assert.equal(expand("${userHome}/${env:TEXTS}${env:NONE}", here), "/ada//srv/texts");
  assert.equal(expand("${workspaceFolder}", machine([], { workspaceFolder: undefined })), "${workspaceFolder}");
  assert.equal(expand("${file}", here), "${file}");
});

test("a replacement is taken as it is, even with a dollar sign in it", () => {
  assert.equal(expand("~/x", machine([], { home: "/ada/$&" })), "/ada/$&/x");
});

test("the command line is serve --stdio, the log's level and what the user adds", () => {
  const args = (...extra: string[]) => serverArgs("info", extra, machine([])).join(" ");
  assert.equal(args(), "serve --stdio --log-level info");
  assert.equal(args("--corpus", "~/texts"), "serve --stdio --log-level info --corpus /ada/texts");
  assert.equal(args("--log-level", "debug"), "serve --stdio --log-level debug");
  assert.equal(args("--log-level=debug"), "serve --stdio --log-level=debug");
});

test("in a workspace that is not trusted the bundled server comes before the setting", () => {
  assert.deepEqual(findServer("/opt/glossator", machine(everywhere), false), {
    found: true,
    command: "/ext/bundled/glossator",
    origin: "bundled",
  });
  assert.equal(findServer("/opt/glossator", machine(everywhere.slice(1)), false).found, true);
});
