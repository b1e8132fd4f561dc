import assert from "node:assert/strict";
import { test } from "node:test";
import { Crashes } from "../src/crashes";

const minute = 60_000;

test("four ends within three minutes are forgiven, the fifth is not", () => {
  const crashes = new Crashes();
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((second) => crashes.mayRestart(second * 1000)),
    [true, true, true, true, false],
  );
});

test("an end now and then is forgiven for ever", () => {
  const crashes = new Crashes();
  assert.ok(Array.from({ length: 20 }, (_, i) => crashes.mayRestart(i * minute)).every(Boolean));
});
