// Drives the workbench's page as a person would: keys, the mouse, and what is there to be seen. A person who sees that a key
// was swallowed presses it again, and so does this: every gesture is repeated until what it is for is there.

import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { PATIENCE, until } from "./count.mjs";

export const CHROMIUM = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a gesture has to show what it is for before it is made again, in milliseconds. */
const AGAIN = 5_000;
/** How long gestures are repeated, however little patience there is with the server: the window itself needs its time. */
const GESTURES = Math.max(PATIENCE, 15_000);

export class Workbench {
  /** Opens a folder (or the URI of one) in a new browser. `query` are further parameters of the page's address. */
  static async open(url, folder, screenshots, { size = { width: 1280, height: 800 }, query = {} } = {}) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM });
    const context = await browser.newContext({ viewport: size, permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    page.setDefaultTimeout(GESTURES);
    await page.goto(`${url}/?${new URLSearchParams({ folder, ...query })}`);
    await page.waitForSelector(".monaco-workbench .part.editor", { timeout: 120_000 });
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

  /** Makes a gesture until it shows what it is for. */
  async repeat(gesture, shown, what) {
    const end = Date.now() + GESTURES;
    for (;;) {
      try {
        await gesture();
        return await until(shown, what, AGAIN);
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
        await this.page.keyboard.press("Escape");
      }
    }
  }

  input() {
    return this.page.locator(".quick-input-widget:visible input").first();
  }

  rows() {
    return this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row");
  }

  async isInputGone() {
    return (await this.page.locator(".quick-input-widget:visible").count()) === 0;
  }

  /** Runs a command from the palette. `shown` says when it has done what it should; without it, when the palette is gone. */
  command(title, shown = () => this.isInputGone()) {
    return this.repeat(
      async () => {
        await this.page.keyboard.press("F1");
        await this.pick(`>${title}`, title);
      },
      shown,
      `the command ${title}`,
    );
  }

  openFile(name) {
    return this.repeat(
      async () => {
        await this.page.keyboard.press("Control+p");
        await this.pick(name, name);
      },
      () => this.isActive(name),
      `the file ${name}`,
    );
  }

  async isActive(name) {
    return (await this.page.locator(".tab.active", { hasText: name }).count()) > 0 && (await this.isInputGone());
  }

  /** Puts the cursor behind the first `phrase` of the document in the editor, `text` being the document's text. */
  async goAfter(text, phrase) {
    const at = text.indexOf(phrase);
    if (at < 0) {
      throw new Error(`the document has no ${phrase}`);
    }
    const before = text.slice(0, at + phrase.length).split("\n");
    const [line, column] = [before.length, before.at(-1).length + 1];
    const place = this.page.locator(".statusbar-item", { hasText: new RegExp(`Ln ${line}, Col ${column}\\b`) });
    await this.repeat(
      async () => {
        await this.page.keyboard.press("Control+g");
        await until(() => this.input().isVisible(), "the box for a line", AGAIN);
        await this.input().fill(`:${line}:${column}`, { timeout: AGAIN });
        await this.page.keyboard.press("Enter");
      },
      async () => (await place.count()) > 0 && (await this.isInputGone()),
      `the cursor in line ${line}, column ${column}`,
    );
  }

  /** Moves the pointer over words that the editor shows. */
  async pointAt(words) {
    const place = await this.page.evaluate((words) => {
      const lines = document.querySelectorAll(".editor-group-container.active .view-lines .view-line");
      const texts = [...lines].flatMap((line) => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) {
          nodes.push(walker.currentNode);
        }
        return nodes;
      });
      const node = texts.find((text) => text.data.replace(/\u00a0/g, " ").includes(words));
      if (node === undefined) {
        return undefined;
      }
      const range = document.createRange();
      const start = node.data.replace(/\u00a0/g, " ").indexOf(words);
      range.setStart(node, start);
      range.setEnd(node, start + words.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, words);
    if (place === undefined) {
      throw new Error(`the editor does not show ${words}`);
    }
    // A pointer that stands still is not over anything new.
    await this.page.mouse.move(place.x, place.y - 60);
    await this.page.mouse.move(place.x, place.y, { steps: 4 });
  }

  /** What the editor shows now, in one line each, with ordinary blanks. */
  async shownText() {
    const lines = await this.page.locator(".editor-group-container.active .view-lines .view-line").allTextContents();
    return lines.join("\n").replace(/\u00a0/g, " ");
  }

  /** Whether something of this kind is drawn in a line of the editor that has this text. */
  async isMarked(selector, text) {
    const [marks, lines] = await Promise.all([
      this.page.locator(`.editor-group-container.active ${selector}`).evaluateAll(tops),
      this.page.locator(".editor-group-container.active .view-lines .view-line").evaluateAll(tops),
    ]);
    return lines.some((line) => text.test(line.text) && marks.some((mark) => Math.abs(mark.top - line.top) < line.height / 2));
  }

  /** What the `{}` of the status bar says when the mouse is over it. */
  async languageStatus() {
    const rows = this.page.locator(".monaco-hover .hover-language-status");
    await this.page.mouse.move(640, 300);
    await this.page.locator('[id="status.languageStatus"]').hover({ timeout: AGAIN });
    await rows.first().waitFor({ timeout: AGAIN });
    const texts = await rows.allTextContents();
    await this.page.mouse.move(640, 300);
    return texts.join("\n").replace(/\u00a0/g, " ");
  }

  closePanel() {
    const gone = async () => !(await this.page.locator(".part.panel").isVisible());
    return this.repeat(async () => void ((await gone()) || (await this.page.keyboard.press("Control+j"))), gone, "no panel");
  }

  notification(text) {
    return this.page.locator(".notification-toast", { hasText: text });
  }

  async clearNotifications() {
    await this.command("Notifications: Clear All Notifications");
  }

  /** Fills the open box, and takes the first row of its list that has this label. */
  async pick(input, label) {
    await until(() => this.input().isVisible(), "a box to type in", AGAIN);
    await this.input().fill(input, { timeout: AGAIN });
    // A row may go while it is being clicked; whoever calls looks whether it was taken.
    await this.rows().filter({ hasText: label }).first().click({ timeout: AGAIN });
  }
}

function tops(elements) {
  return elements.map((element) => {
    const { top, height } = element.getBoundingClientRect();
    return { top, height, text: (element.textContent ?? "").replace(/\u00a0/g, " ") };
  });
}
