// Assertions that are counted: each run says how many things it has looked at.

import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import path from "node:path";

let seen = 0;

/** Holds something true. */
export function ok(value, what) {
  assert.ok(value, what);
  seen++;
}

/** Holds two things equal. */
export function equal(actual, expected, what) {
  assert.deepEqual(actual, expected, what);
  seen++;
}

/** Waits for what must come to be, and gives it. */
export async function comes(ask, what) {
  const answer = await until(ask, what);
  seen++;
  return answer;
}

/** How long anything may take before a test fails, in milliseconds: long, for busy machines. */
export const PATIENCE = Number(process.env.GLOSSATOR_PATIENCE || 60_000);

/** Asks again until the answer is true (or a value); an error counts as no. Asserts nothing: for steps on the way. */
export async function until(ask, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  let reason = "";
  for (;;) {
    const answer = await Promise.resolve().then(ask).catch((error) => void (reason = `: ${String(error).split("\n")[0]}`));
    if (answer) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`not within ${patience / 1000} seconds: ${what}${reason}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

process.on("exit", () => {
  if (process.env.GLOSSATOR_COUNTS) {
    appendFileSync(process.env.GLOSSATOR_COUNTS, `${path.basename(process.argv[1])} ${seen}\n`);
  }
});
