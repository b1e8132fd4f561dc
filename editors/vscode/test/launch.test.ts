import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerProcess } from "../src/launch";

const heard: string[] = [];
const launch = (command: string, ...args: string[]) => ServerProcess.launch(command, args, undefined, (line) => heard.push(line));
const node = (script: string) => launch(process.execPath, "-e", script);

test("a program that is not there cannot be launched", async () => {
  await assert.rejects(launch("/nowhere/glossator"), /ENOENT/);
});

test("a program that ends by itself says how, with its last words", async () => {
  const server = await node("console.error('first\\nunknown argument'); process.exitCode = 2");
  await new Promise((resolve) => server.child.once("close", resolve));
  assert.equal(await server.end(), "ended with code 2: unknown argument");
  assert.deepEqual(heard, ["first", "unknown argument"]);
});

test("a program that runs on is ended, and there is nothing to say", async () => {
  const server = await node("setInterval(() => {}, 1000)");
  const closed = new Promise((resolve) => server.child.once("close", (_code, signal) => resolve(signal)));
  assert.equal(await server.end(), undefined);
  assert.equal(await closed, "SIGKILL");
});
