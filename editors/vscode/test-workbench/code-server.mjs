// Starts code-server (the VS Code workbench behind a web page) with the packaged extension, and ends it again.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

// A signal ends this process as its own exit does: what was started ends with it.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
  process.once(signal, () => process.exit(1));
}

/** Settings that keep the workbench still, so that what the tests see is glossator's. */
const QUIET = {
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "chat.commandCenter.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "window.menuBarVisibility": "classic",
  "files.autoSave": "off",
  "markdown.validate.enabled": false,
  "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" },
  "editor.wordBasedSuggestions": "off",
  "editor.minimap.enabled": false,
  "editor.hover.delay": 100,
};

/**
 * Serves the workbench with a new profile, with the package `vsix` installed if there is one, or after `install` has installed
 * one: it is given what stands for the command `code`, and the environment.
 *
 * `stop` ends the server's process group and removes the profile. The settings of a test belong into its workspace:
 * code-server reads the user's settings once and does not watch them.
 */
export async function startCodeServer({ folder, vsix, install, env, settings = {}, trusting = true }) {
  const entry = path.join(folder, "node_modules/code-server/out/node/entry.js");
  const profile = mkdtempSync(path.join(tmpdir(), "glossator-workbench-"));
  const user = path.join(profile, "data", "User", "settings.json");
  mkdirSync(path.dirname(user), { recursive: true });
  writeFileSync(user, JSON.stringify({ ...QUIET, "security.workspace.trust.enabled": !trusting, ...settings }, undefined, 2));

  const environment = {
    ...process.env,
    XDG_CONFIG_HOME: path.join(profile, "config"),
    XDG_DATA_HOME: path.join(profile, "share"),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...env,
  };
  // The answers of the tests must not depend on a server that the tester's own shell chose.
  delete environment.GLOSSATOR_SERVER_PATH;
  const common = ["--user-data-dir", path.join(profile, "data"), "--extensions-dir", path.join(profile, "extensions")];
  if (vsix !== undefined) {
    execFileSync(process.execPath, [entry, ...common, "--install-extension", vsix], { env: environment, stdio: "pipe" });
  }

  install?.([process.execPath, entry, ...common].join(" "), environment);

  const port = await freePort();
  const logFile = path.join(profile, "code-server.log");
  const log = openSync(logFile, "w");
  const child = spawn(
    process.execPath,
    [
      entry,
      ...common,
      ...["--bind-addr", `127.0.0.1:${port}`, "--auth", "none"],
      ...["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"],
      ...(trusting ? ["--disable-workspace-trust"] : []),
    ],
    { env: environment, stdio: ["ignore", log, log], detached: true },
  );
  // Its group is its own, so that nobody else's signal ends it: the end of this process does, at the latest.
  const end = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.once("exit", end);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false)); tries++) {
    if (tries > 300 || child.exitCode !== null) {
      throw new Error(`code-server does not answer:\n${readFileSync(logFile, "utf8")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGTERM");
    await ended;
    process.off("exit", end);
    end();
  };
  /** What stands in the log files of this name. */
  const logs = (name) => {
    const files = readdirSync(path.join(profile, "data", "logs"), { recursive: true }).filter((file) => path.basename(file) === name);
    return files.map((file) => readFileSync(path.join(profile, "data", "logs", file), "utf8")).join("");
  };
  return { url, stop, logs };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
