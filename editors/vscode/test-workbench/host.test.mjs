// Runs host/index.ts in the extension host of a real VS Code, and tells of each thing that it looked at.
//
// GLOSSATOR_SERVER   the server; default: target/release/glossator

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startCodeServer } from "./code-server.mjs";
import { ok, until } from "./count.mjs";
import { Essay, SERVER } from "./essay.mjs";
import { CHROMIUM } from "./workbench.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));

describe("glossator through the extension host", { timeout: 1_800_000 }, () => {
  const essay = new Essay({ "glossator.server.path": SERVER });
  const scratch = mkdtempSync(path.join(tmpdir(), "glossator-host-"));
  const file = path.join(scratch, "results.json");
  let codeServer;
  let browser;

  before(async () => {
    codeServer = await startCodeServer({
      folder: process.env.CODE_SERVER ?? path.join(here, ".code-server"),
      env: { GLOSSATOR_HOST_RESULTS: file },
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM });
  });

  after(async () => {
    await browser?.close();
    await codeServer?.stop();
    essay.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  it("shows what it should", async (test) => {
    const page = await browser.newPage();
    await page.exposeFunction("codeAutomationLog", () => undefined);
    await page.exposeFunction("codeAutomationExit", () => undefined);
    const remote = (folder) => `vscode-remote://${new URL(codeServer.url).host}${folder}`;
    const payload = [
      ["extensionDevelopmentPath", remote(path.join(here, ".."))],
      ["extensionTestsPath", remote(path.join(here, "../out/host"))],
      ["skipWelcome", "true"],
    ];
    const query = `folder=${encodeURIComponent(essay.folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    await page.goto(`${codeServer.url}/?${query}`);
    await until(() => existsSync(file) && readFileSync(file, "utf8").endsWith("]"), "the results", 1_500_000);
    const results = JSON.parse(readFileSync(file, "utf8"));
    assert.ok(results.length > 20, "the suite ran to its end");
    for (const [what, held, why] of results) {
      await test.test(what, () => ok(held, `${what}, but there is ${why}`));
    }
  });
});
