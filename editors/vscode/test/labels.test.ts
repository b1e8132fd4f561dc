import assert from "node:assert/strict";
import { test } from "node:test";
import { count, excerpt, shortened, sourceCounts, statusLines, verdictCounts, verdictLine } from "../src/labels";
import type { Passage, Quotation, ServerStatus, Source } from "../src/protocol";

const source: Source = { id: "a", name: "A Speech", uri: null, author: "A. Speaker", date: "1954" };
const quotation = (verdict: Quotation["verdict"], changes = ""): Quotation => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  text: "We want peace.",
  verdict,
  changes,
  score: 1,
  source: verdict === "not-found" ? null : source,
  location: null,
  places: 1,
});

test("numbers are told as one tells them", () => {
  assert.deepEqual([0, 1, 2, 1234].map((number) => count(number, "source")), ["no sources", "1 source", "2 sources", "1,234 sources"]);
});

test("long texts are cut between words", () => {
  assert.equal(shortened("one two three", 20), "one two three");
  assert.equal(shortened("one two three", 9), "one two…");
  assert.equal(shortened("onetwothreefour", 6), "onetwo…");
});

test("an excerpt shows the words that were looked for", () => {
  const text = `${"before ".repeat(40)}needle ${"after ".repeat(40)}`;
  const passage: Passage = { text, matches: [{ start: 280, end: 286 }], source, location: null, line: 1 };
  const shown = excerpt(passage, 80);
  assert.match(shown, /^…before .*needle after .*…$/);
  assert.ok(shown.length <= 82, String(shown.length));
  assert.match(excerpt({ ...passage, matches: [{ start: 7, end: 13 }] }, 80), /^before /);
});

test("a verdict is told with what was altered, or by its name", () => {
  assert.equal(verdictLine(quotation("altered", "“the” was dropped")), "“the” was dropped — A Speech");
  assert.equal(verdictLine(quotation("verbatim")), "verbatim — A Speech");
  assert.equal(verdictLine(quotation("not-found")), "in no source");
  const all = [quotation("verbatim"), quotation("not-found"), quotation("verbatim")];
  assert.equal(verdictCounts(all), "2 verbatim, 1 in no source");
  assert.equal(verdictCounts([]), "");
});

test("a source is told with what is known of it and its counts", () => {
  assert.equal(sourceCounts({ ...source, words: 1200, definitions: 1 }), "A. Speaker, 1954 · 1,200 words · 1 definition");
  assert.equal(sourceCounts({ id: "b", name: "b.txt", uri: null, words: 0, definitions: 0 }), "no words");
});

test("the status counts sources, concepts and problems, as soon as they are known", () => {
  const status: ServerStatus = {
    protocol: 1, version: "1.0", ready: true, sources: 5, concepts: 1, words: 9, problems: [], folders: [], seeds: true,
  };
  assert.deepEqual(statusLines(status), { text: "glossator: 5 sources, 1 concept", detail: "no problems" });
  assert.equal(statusLines({ ...status, problems: ["a", "b"] }).detail, "2 problems");
  assert.equal(statusLines({ ...status, ready: false }).text, "glossator: reading the texts");
});
