import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { type Configuration, type Manifest, START_TIME_SETTINGS, explicitSettings, sectionOf, serverKeys } from "../src/settings";

// The tests run from the extension's folder, as npm does.
const manifest = JSON.parse(readFileSync(path.resolve("package.json"), "utf8")) as Manifest & {
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  contributes: { commands: { command: string; category: string }[] };
};
const declared = Object.assign({}, ...manifest.contributes.configuration.map((section) => section.properties)) as Record<
  string,
  { default: unknown; scope: string; enum?: unknown[] }
>;

/** A configuration in which some keys are set by the user and the rest have their defaults. */
function configuration(set: Record<string, unknown>): Configuration {
  return {
    get: (key) => (key in set ? set[key] : declared[`glossator.${key}`]?.default),
    inspect: (key) => ({ key: `glossator.${key}`, defaultValue: declared[`glossator.${key}`]?.default, globalValue: set[key] }),
  };
}

const same = (text: string) => text;

test("the server's keys are those that the manifest declares in the server's own section", () => {
  const section = manifest.contributes.configuration[1];
  assert.deepEqual(serverKeys(manifest), Object.keys(section?.properties ?? {}).map((name) => name.replace("glossator.", "")));
  assert.ok(serverKeys(manifest).includes("corpus"));
});

test("a setting that nobody has set is not sent, so that glossator.toml can set it", () => {
  assert.deepEqual(explicitSettings(configuration({}), serverKeys(manifest), same), {});
});

test("what is set is sent, nested, even when it equals the default", () => {
  const set = { corpus: ["texts"], seeds: false, "checks.other-translation.severity": "off", "checks.spelling.severity": "hint" };
  assert.deepEqual(explicitSettings(configuration(set), serverKeys(manifest), same), {
    corpus: ["texts"],
    seeds: false,
    checks: { "other-translation": { severity: "off" }, spelling: { severity: "hint" } },
  });
});

test("a value set for a workspace, a folder or a language counts, a default does not", () => {
  const only = (inspection: object) =>
    explicitSettings({ get: () => true, inspect: () => inspection }, ["seeds"], same);
  assert.deepEqual(only({ workspaceValue: true }), { seeds: true });
  assert.deepEqual(only({ workspaceFolderValue: true }), { seeds: true });
  assert.deepEqual(only({ globalLanguageValue: true }), { seeds: true });
  assert.deepEqual(only({ defaultValue: true, defaultLanguageValue: true, languageIds: ["markdown"] }), {});
});

test("variables in the corpus folders are replaced", () => {
  const settings = explicitSettings(configuration({ corpus: ["~/texts"] }), ["corpus"], (text) => text.replace("~", "/ada"));
  assert.deepEqual(settings, { corpus: ["/ada/texts"] });
});

test("a section is the whole, a part of it, or null", () => {
  const settings = { checks: { spelling: { severity: "off" } } };
  assert.deepEqual(sectionOf(settings, "glossator"), settings);
  assert.equal(sectionOf(settings, "glossator.checks.spelling.severity"), "off");
  assert.equal(sectionOf(settings, "glossator.corpus"), null);
  assert.equal(sectionOf(settings, "glossator.corpus.deeper"), null);
});

test("the manifest: names that the code and other parts of it use are declared", () => {
  for (const name of [...START_TIME_SETTINGS, ...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations]) {
    assert.ok(name in declared, name);
  }
  for (const [name, setting] of Object.entries(declared)) {
    assert.ok(name.startsWith("glossator."), name);
    assert.ok(!setting.enum || setting.enum.includes(setting.default), name);
  }
  for (const command of manifest.contributes.commands) {
    assert.equal(command.category, "glossator");
  }
});
