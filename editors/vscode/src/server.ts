// Which program is the server, and with what is it started. No vscode API here: everything that is asked of the
// machine comes in as a value, so that the rules can be tested as they stand.

import * as path from "node:path";

/** What the rules need to know of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The folder of the first workspace folder, if a folder is open. */
  readonly workspaceFolder: string | undefined;
  /** The extension's own folder, where a platform package has `bundled/`. */
  readonly extensionFolder: string;
  readonly isFile: (file: string) => boolean;
}

export type Origin = "GLOSSATOR_SERVER_PATH" | "setting" | "bundled" | "PATH" | "cargo";

export type Server =
  | { readonly found: true; readonly command: string; readonly origin: Origin }
  | { readonly found: false; readonly looked: readonly string[]; readonly origin: Origin };

/** The variable that tests set to choose the server; it wins over everything. */
export const ENV_OVERRIDE = "GLOSSATOR_SERVER_PATH";

/**
 * Finds the server: the environment's override, then the setting `glossator.server.path`, then the bundled program,
 * then `PATH`, then cargo's folder. The last is there because an editor started from a desktop often has a shorter
 * `PATH` than a shell.
 *
 * In a workspace that is not trusted the bundled program goes before the setting; what the workspace itself sets is not
 * passed in here at all.
 *
 * A path that somebody chose is never replaced by another one: if it is not there, the answer says so.
 */
export function findServer(setting: string, machine: Machine, isTrusted = true): Server {
  const override = machine.env[ENV_OVERRIDE];
  if (override) {
    return choose([override], ENV_OVERRIDE, machine);
  }
  const bundled = pathOf(machine).join(machine.extensionFolder, "bundled", `glossator${exe(machine)}`);
  if (!isTrusted && machine.isFile(bundled)) {
    return choose([bundled], "bundled", machine);
  }
  const chosen = expand(setting.trim(), machine);
  if (chosen !== "") {
    return chosen.includes("/") || (machine.platform === "win32" && chosen.includes("\\"))
      ? choose([absolute(chosen, machine)], "setting", machine)
      : choose(onPath(chosen, machine), "setting", machine);
  }
  const join = pathOf(machine).join;
  const candidates: [Origin, string[]][] = [
    ["bundled", [bundled]],
    ["PATH", onPath("glossator", machine)],
    ["cargo", [join(machine.env["CARGO_HOME"] || join(machine.home, ".cargo"), "bin", `glossator${exe(machine)}`)]],
  ];
  for (const [origin, files] of candidates) {
    const server = choose(files, origin, machine);
    if (server.found) {
      return server;
    }
  }
  return { found: false, looked: candidates.flatMap(([, files]) => files), origin: "PATH" };
}

/** The server's command line; a log level among the extra arguments wins, as the server takes only one. */
export function serverArgs(logLevel: string, extraArgs: readonly string[], machine: Machine): string[] {
  const extra = extraArgs.map((arg) => expand(arg, machine));
  const level = extra.some((arg) => /^--log-level(=|$)/.test(arg)) ? [] : ["--log-level", logLevel];
  return ["serve", "--stdio", ...level, ...extra];
}

/** Replaces `${workspaceFolder}`, `${userHome}`, `${env:NAME}` and a leading `~`; anything else stays as it is. */
export function expand(text: string, machine: Machine): string {
  return text
    .replace(/^~(?=$|[\\/])/, () => machine.home)
    .replace(/\$\{workspaceFolder\}/g, (all) => machine.workspaceFolder ?? all)
    .replace(/\$\{userHome\}/g, () => machine.home)
    .replace(/\$\{env:([^}]+)\}/g, (_, name: string) => machine.env[name] ?? "");
}

function choose(files: readonly string[], origin: Origin, machine: Machine): Server {
  const command = files.find(machine.isFile);
  return command === undefined ? { found: false, looked: files, origin } : { found: true, command, origin };
}

/** A relative path in a setting is meant from the workspace folder; the editor's own folder could be anywhere. */
function absolute(file: string, machine: Machine): string {
  return pathOf(machine).resolve(machine.workspaceFolder ?? machine.home, file);
}

/** Every file that the system would try for this name, in its order. */
function onPath(name: string, machine: Machine): string[] {
  const { join, delimiter, extname } = pathOf(machine);
  // Windows spells the variable "Path"; process.env hides that, a copy of it does not.
  const folders = (machine.env["PATH"] ?? machine.env["Path"] ?? "").split(delimiter).filter((folder) => folder !== "");
  // No .cmd and .bat: such a file can only be started through a shell.
  const file = extname(name) === "" ? name + exe(machine) : name;
  return folders.map((folder) => join(folder, file));
}

function pathOf(machine: Machine): path.PlatformPath {
  return machine.platform === "win32" ? path.win32 : path.posix;
}

function exe(machine: Machine): string {
  return machine.platform === "win32" ? ".exe" : "";
}
