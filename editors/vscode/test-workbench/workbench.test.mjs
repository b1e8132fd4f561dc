// The packaged extension in the real workbench, on a copy of the sample.
//
// GLOSSATOR_SERVER   a real server to test with; without it, the stand-in (and then more is looked at)
// CODE_SERVER        where install.sh has put code-server

import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { startCodeServer } from "./code-server.mjs";
import { Workbench, until } from "./workbench.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const real = process.env.GLOSSATOR_SERVER;
const server = real ?? path.join(here, "standin.mjs");
const standinOnly = { skip: real ? "needs what the stand-in writes down" : false };

const workspace = mkdtempSync(path.join(tmpdir(), "glossator-essay-"));
const standinLog = path.join(workspace, "..", `${path.basename(workspace)}.jsonl`);
const essay = () => readFileSync(path.join(workspace, "essay.md"), "utf8");
const events = () => (existsSync(standinLog) ? readFileSync(standinLog, "utf8").trim().split("\n").map((line) => JSON.parse(line)) : []);
const starts = () => events().filter((event) => event.argv);

function makeWorkspace() {
  const repository = path.resolve(here, "../../..");
  for (const name of ["essay.md", "notes.txt"]) {
    copyFileSync(path.join(repository, "editors/sample", name), path.join(workspace, name));
  }
  mkdirSync(path.join(workspace, "sources"));
  for (const name of readdirSync(path.join(repository, "seeds")).filter((file) => /\.(txt|toml)$/.test(file))) {
    copyFileSync(path.join(repository, "seeds", name), path.join(workspace, "sources", name));
  }
  mkdirSync(path.join(workspace, ".vscode"));
  writeFileSync(path.join(workspace, "glossator.toml"), "corpsu = 1\n");
  setSettings({});
}

/** Writes the workspace's settings anew; the workbench sees it at once. */
function setSettings(more) {
  const settings = { "glossator.server.path": server, "glossator.corpus": ["${workspaceFolder}/sources"], ...more };
  writeFileSync(path.join(workspace, ".vscode/settings.json"), JSON.stringify(settings));
}

describe("glossator in VS Code", { timeout: 600_000 }, () => {
  let codeServer;
  let workbench;
  let page;

  const step = (name, body, options = {}) =>
    it(name, options, async () => {
      try {
        await body();
      } catch (error) {
        await workbench?.screenshot(`failed-${name.replace(/\W+/g, "-")}`).catch(() => undefined);
        // Whatever menu or box is open must not take the keys of the next step.
        await page?.keyboard.press("Escape");
        throw error;
      }
    });

  before(async () => {
    makeWorkspace();
    codeServer = await startCodeServer({
      folder: process.env.CODE_SERVER ?? path.join(here, ".code-server"),
      vsix: path.join(here, "../glossator.vsix"),
      env: { GLOSSATOR_STANDIN_LOG: standinLog },
    });
    workbench = await Workbench.open(codeServer.url, workspace, path.join(here, ".screenshots"));
    page = workbench.page;
  });

  after(async () => {
    await workbench?.close();
    await codeServer?.stop();
    rmSync(workspace, { recursive: true, force: true });
    rmSync(standinLog, { force: true });
  });

  step("a Markdown file starts the server, and the language status says so", async () => {
    await workbench.openFile("essay.md");
    await until(async () => /glossator: ready/.test(await workbench.languageStatus()), "status ready");
    await workbench.screenshot("ready");
  });

  step("the server is started as serve --stdio with the log's level", () => {
    assert.deepEqual(starts()[0].argv, ["serve", "--stdio", "--log-level", "info"]);
  }, standinOnly);

  step("the server hears only of settings that somebody set, with variables replaced", async () => {
    const corpus = { corpus: [path.join(workspace, "sources")] };
    assert.deepEqual(starts()[0].options, corpus);
    const heard = await until(() => events().find((event) => event.settings), "an answer to workspace/configuration");
    assert.deepEqual(heard.settings, corpus);
  }, standinOnly);

  step("a dropped word is underlined", async () => {
    await workbench.goAfter(essay(), "and the greatest threats to peace");
    await page.locator(".squiggly-warning").first().waitFor();
    await workbench.screenshot("misquotation");
  });

  step("the Problems view lists it", async () => {
    await workbench.command("Problems: Focus on Problems View");
    const row = page.locator(".markers-panel .monaco-list-row", { hasText: "misquotation" });
    await row.first().waitFor();
    await workbench.screenshot("problems");
    await page.keyboard.press("Control+1");
  });

  step("a hover shows the definition of a term, as text and not as HTML", async () => {
    await workbench.goAfter(essay(), "and about the [Five Principles");
    await workbench.command("Show or Focus Hover");
    const hover = page.locator(".monaco-hover", { hasText: "mutual respect" }).first();
    await hover.waitFor();
    assert.equal(await page.locator(".monaco-hover #html").count(), 0);
    await workbench.screenshot("hover");
    await page.keyboard.press("Escape");
  });

  step("Go to Definition on a quotation opens the source", async () => {
    await workbench.goAfter(essay(), "declaration of June 1949: “China must");
    await page.keyboard.press("F12");
    await page.locator(".tab.active", { hasText: "independent-foreign-policy-of-peace" }).waitFor();
    await until(async () => (await workbench.shownText()).includes("China must be independent"), "the passage is in view");
    await workbench.screenshot("source");
    await workbench.openFile("essay.md");
  });

  step("a quick fix puts the source's words in, and the underline goes", async () => {
    const phrase = "and the greatest threats to peace";
    await workbench.goAfter(essay(), phrase);
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row.action").first().waitFor();
    await workbench.screenshot("quick-fix");
    // The menu takes no keys in the first moment.
    await page.waitForTimeout(300);
    await page.keyboard.press("Enter");
    await until(async () => /threats to world peace and security/.test(await workbench.shownText()), "the fixed text");
    await page.keyboard.press("Control+s");
    await until(() => /threats to world\s+peace/.test(essay()), "the fixed text on disk");
  });

  step("names are completed", async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("The Five Princ");
    await page.keyboard.press("Control+Space");
    const name = "Five Principles of Peaceful Coexistence";
    try {
      await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: name }).first().waitFor();
      await workbench.screenshot("completion");
      await page.keyboard.press("Enter");
      await until(async () => new RegExp(`^The .*${name}$`, "m").test(await workbench.shownText()), "the completed name");
    } finally {
      await workbench.command("File: Revert File");
    }
  });

  step("a document that was never saved is looked at too", async () => {
    await workbench.command("File: New Untitled Text File");
    await until(() => events().some((event) => event.opened && event.scheme === "untitled"), "an untitled document at the server");
    await workbench.command("View: Revert and Close Editor");
  }, standinOnly);

  step("mistakes in glossator.toml are shown", async () => {
    await workbench.openFile("glossator.toml");
    await page.locator(".squiggly-warning").first().waitFor();
    await workbench.screenshot("glossator-toml");
    if (!real) {
      assert.equal(events().find((event) => event.opened === "glossator.toml").language, "toml");
    }
    await workbench.command("View: Revert and Close Editor");
  });

  step("a changed setting reaches the running server", async () => {
    const before = starts().length;
    setSettings({ "glossator.checks.spelling.severity": "off" });
    await until(() => events().some((event) => event.settings?.checks?.spelling?.severity === "off"), "the setting at the server");
    assert.deepEqual(events().find((event) => event.changed?.glossator?.checks).changed.glossator.checks, { spelling: { severity: "off" } });
    assert.equal(starts().length, before);
  }, standinOnly);

  step("a changed start-time setting restarts the server", async () => {
    const before = starts().length;
    setSettings({ "glossator.log.level": "debug" });
    await until(() => starts().length > before, "a new start");
    assert.deepEqual(starts().at(-1).argv, ["serve", "--stdio", "--log-level", "debug"]);
    assert.notEqual(starts().at(-1).pid, starts().at(-2).pid);
    assert.ok(await until(() => !isAlive(starts().at(-2).pid), "the old server has ended"));
    setSettings({});
    await until(() => starts().length > before + 1, "and back");
  }, standinOnly);

  step("Restart Server starts another process", async () => {
    const before = starts().length;
    await workbench.openFile("essay.md");
    await workbench.command("glossator: Restart Server");
    if (!real) {
      await until(() => starts().length > before, "a new start");
    }
    await until(async () => /glossator: ready/.test(await workbench.languageStatus()), "status ready");
  });

  step("a server that is killed comes back by itself", async () => {
    const before = starts().length;
    process.kill(starts().at(-1).pid, "SIGKILL");
    await until(() => starts().length > before, "a new start");
    await until(async () => /glossator: ready/.test(await workbench.languageStatus()), "status ready");
  }, standinOnly);

  step("a server that ends again and again is given up, and told of; Restart Server brings it back", async () => {
    for (let more = 4; more > 0; more--) {
      const { pid } = starts().at(-1);
      process.kill(pid, "SIGKILL");
      if (more > 1) {
        await until(() => starts().at(-1).pid !== pid, "a new start");
      }
    }
    await workbench.notification("ended again and again").waitFor();
    await until(async () => /glossator: error/.test(await workbench.languageStatus()), "status error");
    await workbench.clearNotifications();
    await workbench.command("glossator: Restart Server");
    await until(async () => /glossator: ready/.test(await workbench.languageStatus()), "status ready");
  }, standinOnly);

  step("Show Server Version names the version and the program", async () => {
    await workbench.command("glossator: Show Server Version");
    await workbench.notification(/glossator \d+\.\d+\.\d+/).waitFor();
    assert.ok((await workbench.notification(/glossator \d/).textContent()).includes(server));
    await workbench.screenshot("version");
    await workbench.clearNotifications();
  });

  step("Show Log shows the log", async () => {
    await workbench.command("glossator: Show Log");
    await until(async () => /Starting .* serve --stdio/.test(await page.locator(".output-view-container, .part.panel").first().innerText().then((text) => text.replace(/\s+/g, " "))), "the log");
    await workbench.screenshot("log");
    await page.keyboard.press("Control+1");
  });

  step("a server that is not there is told of, with a way to the settings, and nothing else is started", async () => {
    const before = starts().length;
    setSettings({ "glossator.server.path": "/nowhere/glossator" });
    const toast = workbench.notification("names no program");
    await toast.waitFor();
    await workbench.screenshot("no-server");
    assert.equal(starts().length, before);
    await workbench.openFile("essay.md");
    await until(async () => /glossator: error/.test(await workbench.languageStatus()), "status error");
    await toast.hover();
    await toast.getByText("Open Settings").click();
    await page.locator(".settings-editor").waitFor();
    await workbench.screenshot("settings");
    await workbench.openFile("essay.md");
  });

  step("a file that is no server is told of as well", async () => {
    const nothing = path.join(workspace, "notes.txt");
    setSettings({ "glossator.server.path": nothing });
    await workbench.notification("could not be started").waitFor();
    await workbench.clearNotifications();
  });

  step("and so is a program that ends at once", async () => {
    await workbench.openFile("essay.md");
    setSettings({ "glossator.server.path": "/bin/false" });
    await workbench.notification("could not be started: ended with code 1").first().waitFor();
    await workbench.screenshot("ends-at-once");
    await until(async () => /glossator: error/.test(await workbench.languageStatus()), "status error");
    await workbench.clearNotifications();
  });

  step("and with the path right again it runs", async () => {
    setSettings({});
    await workbench.openFile("essay.md");
    await until(async () => /glossator: ready/.test(await workbench.languageStatus()), "status ready");
  });
});

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
