// What the extension does by itself, whatever the server answers: a stand-in takes the server's place and writes down what it
// was sent, ends when it is told to, speaks another protocol.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { comes, equal, ok, until } from "./count.mjs";
import { Essay } from "./essay.mjs";
import { PACKAGES, windowOf } from "./window.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const server = path.join(here, "standin.mjs");

/** What the stand-in of a workspace has written down. */
class Notes {
  constructor(essay) {
    this.file = `${essay.folder}.jsonl`;
    process.once("exit", () => this.remove());
  }

  events() {
    return existsSync(this.file) ? readFileSync(this.file, "utf8").trim().split("\n").map((line) => JSON.parse(line)) : [];
  }

  starts() {
    return this.events().filter((event) => event.argv);
  }

  speak(protocol) {
    writeFileSync(`${this.file}.protocol`, String(protocol));
  }

  work(isAtWork) {
    if (isAtWork) {
      writeFileSync(`${this.file}.work`, "");
    } else {
      rmSync(`${this.file}.work`, { force: true });
    }
  }

  remove() {
    this.work(false);
    rmSync(this.file, { force: true });
    rmSync(`${this.file}.protocol`, { force: true });
  }
}

describe("the extension with a stand-in", { timeout: 1_800_000 }, () => {
  const essay = new Essay({ "glossator.server.path": server });
  const notes = new Notes(essay);
  const { events, starts } = { events: () => notes.events(), starts: () => notes.starts() };
  const window = windowOf({
    open: { vsix: PACKAGES.bare, env: { GLOSSATOR_STANDIN_LOG: notes.file } },
    at: essay.folder,
    clean: () => [essay, notes].forEach((one) => one.remove()),
  });
  const { step, status } = window;
  let workbench;
  let page;
  before(() => ({ workbench, page } = window));
  const ready = status(/glossator: 1 source, 2 concepts/);

  step("a Markdown file starts the server, and the language status tells what it has", async () => {
    await workbench.openFile("essay.md");
    await comes(ready, "the stand-in's counts");
  });

  step("the server is started as serve --stdio with the log's level", () => {
    equal(starts()[0].argv, ["serve", "--stdio", "--log-level", "info"]);
  });

  step("the server hears only of settings that somebody set, with variables replaced", async () => {
    const corpus = { corpus: [essay.path("sources")] };
    equal(starts()[0].options, corpus);
    const heard = await comes(() => events().find((event) => event.settings), "an answer to workspace/configuration");
    equal(heard.settings, corpus);
  });

  step("while the server says that it works, the status says at what, and is busy", async () => {
    const busy = page.locator('[id="status.languageStatus"] .codicon-loading');
    equal(await busy.count(), 0);
    notes.work(true);
    await comes(status(/glossator: Reading the corpus/), "what the server works at");
    await comes(async () => (await busy.count()) > 0, "the sign of being busy");
    notes.work(false);
    await comes(ready, "the counts again");
    await comes(async () => (await busy.count()) === 0, "no sign of being busy");
  });

  step("the walkthrough is opened, and has its steps", async () => {
    const { walkthroughs } = JSON.parse(readFileSync(path.join(here, "../package.json"), "utf8")).contributes;
    const titles = page.locator(".getting-started-step .step-title");
    await workbench.command("glossator: Open Walkthrough", async () => (await titles.count()) === walkthroughs[0].steps.length);
    const shown = (await titles.allInnerTexts()).map((title) => title.trim());
    equal(shown, walkthroughs[0].steps.map(({ title }) => title));
    ok((await page.locator(".gettingStartedContainer").innerText()).includes(walkthroughs[0].title), "its title");
    ok((await page.locator(".getting-started-step.expanded").count()) === 1, "the first step is unfolded");
  });

  step("a hover is shown as text and not as HTML", async () => {
    await workbench.openFile("essay.md");
    await workbench.goAfter(essay.read(), "and about the [Five Principles");
    const hover = page.locator(".monaco-hover:visible", { hasText: "mutual respect" }).first();
    await workbench.command("Show or Focus Hover", async () => (await hover.count()) > 0);
    await comes(async () => (await hover.innerText()).replace(/\u00a0/g, " ").includes("HTML"), "the text inside the HTML");
    equal(await page.locator(".monaco-hover #html").count(), 0);
    await page.keyboard.press("Escape");
  });

  step("a document that was never saved is looked at too", async () => {
    await workbench.command("File: New Untitled Text File", () => workbench.isActive("Untitled-1"));
    await comes(() => events().some((event) => event.opened && event.scheme === "untitled"), "an untitled document at the server");
    await workbench.command("View: Revert and Close Editor", async () => !(await workbench.isActive("Untitled-1")));
  });

  step("glossator.toml is TOML, and its mistakes are shown", async () => {
    essay.write("glossator.toml", "corpsu = 1\n");
    await workbench.openFile("glossator.toml");
    await comes(() => workbench.isMarked(".squiggly-warning", /corpsu/), "a squiggle");
    equal(events().find((event) => event.opened === "glossator.toml").language, "toml");
    await workbench.openFile("essay.md");
  });

  step("a changed setting reaches the running server", async () => {
    const before = starts().length;
    essay.set({ "glossator.checks.spelling.severity": "off" });
    await comes(() => events().some((event) => event.settings?.checks?.spelling?.severity === "off"), "the setting at the server");
    equal(events().find((event) => event.changed?.glossator?.checks).changed.glossator.checks, { spelling: { severity: "off" } });
    equal(starts().length, before);
  });

  step("a changed start-time setting restarts the server by itself", async () => {
    const before = starts().length;
    essay.set({ "glossator.log.level": "debug" });
    await comes(() => starts().length > before, "a new start");
    equal(starts().at(-1).argv, ["serve", "--stdio", "--log-level", "debug"]);
    ok(starts().at(-1).pid !== starts().at(-2).pid, "another process");
    await comes(() => !isAlive(starts().at(-2).pid), "the old server has ended");
    essay.set({});
    await until(() => starts().length > before + 1, "and back");
    await until(ready, "the stand-in's counts");
  });

  step("a server that is killed comes back by itself", async () => {
    const before = starts().length;
    process.kill(starts().at(-1).pid, "SIGKILL");
    await comes(() => starts().length > before, "a new start");
    await comes(ready, "the stand-in's counts");
  });

  step("a server that ends again and again is given up, and told of; Restart Server brings it back", async () => {
    for (let more = 4; more > 0; more--) {
      const { pid } = starts().at(-1);
      process.kill(pid, "SIGKILL");
      if (more > 1) {
        await until(() => starts().at(-1).pid !== pid, "a new start");
        // The client takes note of an end only of a server that it knows to run.
        await until(ready, "the stand-in's counts");
      }
    }
    await comes(() => workbench.notification("ended again and again").isVisible(), "a message");
    await comes(status(/glossator: error/), "the status error");
    await workbench.clearNotifications();
    const before = starts().length;
    await workbench.command("glossator: Restart Server", () => starts().length > before);
    await comes(ready, "the stand-in's counts");
  });

  step("a server of another protocol is told of, and works", async () => {
    for (const [protocol, advice] of [[99, "update the extension"], [0, "update the server"]]) {
      notes.speak(protocol);
      const before = starts().length;
      await workbench.command("glossator: Restart Server", () => starts().length > before);
      const toast = workbench.notification(`version 1 of the protocol and the server version ${protocol}`);
      await comes(() => toast.first().isVisible(), `a message about protocol ${protocol}`);
      ok((await toast.first().textContent()).includes(advice), advice);
      await comes(ready, "it works all the same");
      await workbench.clearNotifications();
    }
    notes.speak(1);
    const before = starts().length;
    await workbench.command("glossator: Restart Server", () => starts().length > before);
    await until(ready, "the stand-in's counts");
    equal(await workbench.notification("of the protocol").count(), 0);
  });

  step("Show Server Version names the version and the program", async () => {
    const toast = workbench.notification(/glossator \d+\.\d+\.\d+/);
    await workbench.command("glossator: Show Server Version", async () => (await toast.count()) > 0);
    ok((await toast.first().textContent()).includes(server), "the program");
    await workbench.clearNotifications();
  });

  step("Show Log shows the log", async () => {
    const panel = page.locator(".part.panel");
    await workbench.command("glossator: Show Log", () => panel.isVisible());
    await comes(async () => /Starting .* serve --stdio/.test((await panel.innerText()).replace(/\s+/g, " ")), "the log");
    await workbench.closePanel();
  });

  step("a server that is not there is told of, with a way to the settings, and nothing else is started", async () => {
    await workbench.openFile("essay.md");
    const before = starts().length;
    essay.set({ "glossator.server.path": "/nowhere/glossator" });
    const toast = workbench.notification("names no program");
    await comes(() => toast.first().isVisible(), "a message");
    equal(starts().length, before);
    await comes(status(/glossator: error/), "the status error");
    const settings = page.locator(".settings-editor");
    await workbench.repeat(
      async () => {
        await toast.first().hover();
        await toast.first().getByText("Open Settings").click();
      },
      () => settings.isVisible(),
      "the settings",
    );
    ok(await settings.isVisible(), "the settings are open");
    await workbench.openFile("essay.md");
  });

  step("a file that is no server is told of as well", async () => {
    essay.set({ "glossator.server.path": essay.path("notes.txt") });
    await comes(() => workbench.notification("could not be started").first().isVisible(), "a message");
    await workbench.clearNotifications();
  });

  step("and so is a program that ends at once", async () => {
    essay.set({ "glossator.server.path": "/bin/false" });
    await comes(() => workbench.notification("could not be started: ended with code 1").first().isVisible(), "a message");
    await comes(status(/glossator: error/), "the status error");
    await workbench.clearNotifications();
  });

  step("and with the path right again it runs", async () => {
    essay.set({});
    await comes(ready, "the stand-in's counts");
  });
});

describe("the extension in a workspace that has a glossator.toml", { timeout: 600_000 }, () => {
  const essay = new Essay({ "glossator.server.path": server });
  mkdirSync(essay.path("drafts"));
  essay.write("drafts/glossator.toml", "");
  const notes = new Notes(essay);
  windowOf({
    open: { vsix: PACKAGES.bare, env: { GLOSSATOR_STANDIN_LOG: notes.file } },
    at: essay.folder,
    clean: () => [essay, notes].forEach((one) => one.remove()),
  });

  it("the server is started though no text is open", async () => {
    await comes(() => notes.starts()[0], "the server is started");
  });
});

describe("the extension in a workspace that is not trusted", { timeout: 600_000 }, () => {
  // What the workspace says of the program and of texts must not count.
  const essay = new Essay({ "glossator.server.path": "/nowhere/of-the-workspace", "glossator.seeds": true });
  const notes = new Notes(essay);
  windowOf({
    open: {
      vsix: PACKAGES.bare,
      env: { GLOSSATOR_STANDIN_LOG: notes.file },
      trusting: false,
      settings: {
        "glossator.server.path": server,
        "security.workspace.trust.startupPrompt": "never",
        "security.workspace.trust.banner": "never",
      },
    },
    at: essay.folder,
    // A single file's trust is asked for where only the folder is known: the palette opens it all the same.
    ready: ({ workbench }) => workbench.openFile("essay.md"),
    clean: () => [essay, notes].forEach((one) => one.remove()),
  });

  it("the workspace's program is not started, and the server hears of no folder and no texts", async () => {
    const start = await comes(() => notes.starts()[0], "the user's server is started");
    equal(start.folders, null);
    equal(start.root, null);
    equal(start.options, {});
    const heard = await comes(() => notes.events().find((event) => event.settings), "an answer to workspace/configuration");
    equal(heard.settings, {});
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
