import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PROTOCOL, by, disagreement } from "../src/protocol";

const announced = (protocol: unknown): unknown => ({ glossator: { protocol } });

test("a server with the same protocol is not talked about, and every other one is", () => {
  assert.equal(disagreement(announced(PROTOCOL)), undefined);
  assert.match(disagreement(announced(PROTOCOL + 1)) ?? "", /extension is older than the server: update the extension/);
  assert.match(disagreement(announced(PROTOCOL - 1)) ?? "", /server is older than the extension: update the server/);
  for (const old of [undefined, null, {}, announced("1"), { glossator: null }]) {
    assert.match(disagreement(old) ?? "", /version none; the server is older/);
  }
});

test("the version is the one that the page of the protocol describes", () => {
  const page = readFileSync("../PROTOCOL.md", "utf8");
  assert.ok(page.includes(`The **protocol version** is **${PROTOCOL}**`));
});

test("every request of the extension is described on the page of the protocol", () => {
  const page = readFileSync("../PROTOCOL.md", "utf8");
  const requests = /export interface Requests \{([^]*?)\n\}/.exec(readFileSync("src/protocol.ts", "utf8"))?.[1] ?? "";
  const names = [...requests.matchAll(/^ {2}(\w+): \{/gm)].map((match) => match[1]);
  assert.ok(names.length >= 8, names.join());
  for (const name of names) {
    assert.ok(page.includes(`| [\`glossator/${name}\`]`), name);
  }
});

test("an attribution is one line of what is known", () => {
  assert.equal(by({ speaker: "Mao Zedong", date: "1954" }), "Mao Zedong · 1954");
  assert.equal(by({}), "");
  assert.equal(by(undefined), "");
});
