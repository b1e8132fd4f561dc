// A workspace that is on no disk, as a repository that was opened from the web: what the server shows there.

import { before, describe } from "node:test";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { comes, ok } from "./count.mjs";
import { Essay } from "./essay.mjs";
import { PACKAGES, windowOf } from "./window.mjs";

const memory = path.join(path.dirname(fileURLToPath(import.meta.url)), "memory");

/** Opens the draft: what is on no disk is not found by its name, but it is listed. */
const open = ({ workbench, page }) =>
  workbench.repeat(
    () => page.locator(".explorer-folders-view .monaco-list-row", { hasText: "essay.md" }).dblclick(),
    () => workbench.isActive("essay.md"),
    "the draft",
  );

describe("glossator in a virtual workspace", { timeout: 600_000 }, () => {
  const essay = new Essay({});
  const window = windowOf({
    open: { vsix: PACKAGES.host, env: { GLOSSATOR_VIRTUAL_DRAFT: essay.path("essay.md") } },
    at: "vscode-vfs://memory/draft",
    query: (url) => ({ payload: JSON.stringify([["extensionDevelopmentPath", `vscode-remote://${new URL(url).host}${memory}`], ["skipWelcome", "true"]]) }),
    ready: open,
    clean: () => essay.remove(),
  });
  const { step, status } = window;
  let workbench;
  let page;
  before(() => ({ workbench, page } = window));

  step("the texts that come with glossator are quoted from", async () => {
    await comes(status(/glossator: 5 sources, \d+ concepts/), "the counts of the embedded texts");
  });

  step("a misquotation in a draft that is on no disk is underlined", async () => {
    await workbench.goAfter(essay.read(), "and the greatest threats to peace");
    await comes(() => workbench.isMarked(".squiggly-warning", /and the greatest threats to peace and security/), "a squiggle");
  });

  step("a term has its definition", async () => {
    await workbench.goAfter(essay.read(), "about the [Five Principles");
    const hover = page.locator(".monaco-hover:visible", { hasText: "mutual respect" }).first();
    await workbench.command("Show or Focus Hover", async () => (await hover.count()) > 0);
    ok(/mutual respect for sovereignty/.test(await hover.innerText()), "the definition");
    await page.keyboard.press("Escape");
  });

  step("a quotation leads to its source, which is on a disk", async () => {
    await open(window);
    await workbench.goAfter(essay.read(), "declaration of June 1949: “China must");
    await workbench.repeat(() => page.keyboard.press("F12"), () => workbench.isActive("independent-foreign-policy-of-peace.txt"), "the source");
    await comes(async () => /China must be independent, China must be liberated/.test((await workbench.shownText()).replace(/\s+/g, " ")), "the passage is in view");
  });
});
