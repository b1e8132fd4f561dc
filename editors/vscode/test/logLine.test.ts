import assert from "node:assert/strict";
import { test } from "node:test";
import { logLine } from "../src/logLine";

test("time and level are taken off, the level is kept as the line's own", () => {
  assert.deepEqual(logLine("2026-11-22T01:59:31.558773Z  INFO glossator::lsp: ready"), { level: "info", text: "glossator::lsp: ready" });
  assert.deepEqual(logLine("2026-11-22T01:59:31Z ERROR it broke"), { level: "error", text: "it broke" });
  assert.deepEqual(logLine("2026-11-22T01:59:31Z  WARN careful"), { level: "warn", text: "careful" });
});

test("debug lines stay visible", () => {
  assert.deepEqual(logLine("2026-11-22T01:59:31Z DEBUG 3 postings"), { level: "info", text: "debug: 3 postings" });
});

test("anything else is kept whole", () => {
  assert.deepEqual(logLine("error: unexpected argument '--stdio'"), { level: "info", text: "error: unexpected argument '--stdio'" });
});
