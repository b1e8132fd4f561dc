// Drives the workbench's page as a person would: keys, the mouse, and what is there to be seen.

import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const CHROMIUM = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export class Workbench {
  static async open(url, folder, screenshots) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM });
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
    await page.waitForSelector(".monaco-workbench .part.editor", { timeout: 60_000 });
    return new Workbench(browser, page, screenshots);
  }

  constructor(browser, page, screenshots) {
    this.browser = browser;
    this.page = page;
    this.screenshots = screenshots;
    mkdirSync(screenshots, { recursive: true });
  }

  close() {
    return this.browser.close();
  }

  screenshot(name) {
    return this.page.screenshot({ path: path.join(this.screenshots, `${name}.png`) });
  }

  async command(title) {
    await this.page.keyboard.press("F1");
    await this.pick(`>${title}`, title);
  }

  async openFile(name) {
    await this.page.keyboard.press("Control+p");
    await this.pick(name, name);
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
  }

  /** Puts the cursor after the first `phrase` of the document in the editor, `text` being the document's text. */
  async goAfter(text, phrase) {
    const at = text.indexOf(phrase);
    if (at < 0) {
      throw new Error(`the document has no ${phrase}`);
    }
    const before = text.slice(0, at + phrase.length).split("\n");
    await this.page.keyboard.press("Control+g");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(`:${before.length}:${before.at(-1).length + 1}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
  }

  /** What the editor shows now, in one line, with ordinary blanks. */
  async shownText() {
    const lines = await this.page.locator(".editor-instance .view-lines .view-line").allTextContents();
    return lines.join("\n").replace(/\u00a0/g, " ");
  }

  /** What the `{}` of the status bar says when the mouse is over it. */
  async languageStatus() {
    await this.page.mouse.move(640, 300);
    await this.page.locator('[id="status.languageStatus"]').hover();
    const rows = this.page.locator(".monaco-hover .hover-language-status");
    await rows.first().waitFor();
    const texts = await rows.allTextContents();
    await this.page.mouse.move(640, 300);
    return texts.join("\n").replace(/\u00a0/g, " ");
  }

  notification(text) {
    return this.page.locator(".notification-toast", { hasText: text });
  }

  async clearNotifications() {
    await this.command("Notifications: Clear All Notifications");
  }

  async pick(input, label) {
    const field = this.page.locator(".quick-input-widget input").first();
    await field.waitFor();
    await field.fill(input);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: label }).first().waitFor();
    // The list is filtered a little after the keys.
    await this.page.waitForTimeout(200);
    await this.page.keyboard.press("Enter");
  }
}

/** Asks again until the answer is true (or a value), for at most ten seconds. */
export async function until(ask, what) {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`not within ten seconds: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
