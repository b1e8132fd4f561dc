// The package with the server in it, in the real workbench, used as a person would. The pictures of the README are made here.

import { mkdirSync } from "node:fs";
import { before, describe } from "node:test";
import { comes, ok, until } from "./count.mjs";
import { Essay } from "./essay.mjs";
import { PACKAGES, windowOf } from "./window.mjs";

/** How a concept is described in the side bar. */
const KIND = /(principle|policy|initiative|concept|organisation|person|event|document) · \d+×/;

describe("glossator in VS Code", { timeout: 1_800_000 }, () => {
  const essay = new Essay({ "glossator.sources.highlight": 600 });
  const window = windowOf({
    open: { vsix: PACKAGES.host },
    at: essay.folder,
    size: { width: 1100, height: 700 },
    ready: ({ workbench }) => until(() => workbench.openFile("essay.md").then(() => true), "the draft", 120_000),
    clean: () => essay.remove(),
  });
  const { step, status } = window;
  let codeServer;
  let workbench;
  let page;
  before(() => ({ codeServer, workbench, page } = window));

  /** Whether the editor shows something, wrapped or not. */
  const shows = (text) => async () => {
    const shown = await workbench.shownText();
    return text.test(shown) || text.test(shown.replace(/\s+/g, " "));
  };
  const tree = (text) => page.locator(".tree-explorer-viewlet-tree-view .monaco-list-row", { hasText: text });
  const visible = (locator) => async () => (await locator.count()) > 0 && (await locator.first().isVisible());
  /** How many verbatim quotations the side bar counts. */
  const verbatim = async () => Number(/(\d+) verbatim/.exec(await page.locator(".pane-header", { hasText: "Quotations" }).innerText())?.[1]);
  /** Opens a branch of the side bar, if it is not open yet. */
  const unfold = (row, child, what) =>
    workbench.repeat(
      async () => {
        if ((await row.first().getAttribute("aria-expanded")) !== "true") {
          await row.first().locator(".monaco-tl-twistie").click();
        }
      },
      visible(child),
      what,
    );
  const select = async (text, phrase) => {
    await workbench.goAfter(text, phrase);
    for (let left = 0; left < phrase.length; left++) {
      await page.keyboard.press("Shift+ArrowLeft");
    }
    await until(async () => (await page.locator(`.statusbar-item:has-text("(${phrase.length} selected)")`).count()) > 0, `${phrase} is selected`);
  };

  step("the language status counts sources and concepts", async () => {
    await comes(status(/glossator: 5 sources, \d+ concepts/), "the counts in the language status");
    await comes(status(/no problems/), "no problems");
  });

  step("the hover on a term shows what a source says that it is", async () => {
    await workbench.goAfter(essay.read(), "about the [Five Principles");
    const hover = page.locator(".monaco-hover:visible", { hasText: "mutual respect" }).first();
    await workbench.repeat(() => workbench.pointAt("Five Principles"), visible(hover), "the hover under the pointer");
    const text = (await hover.innerText()).replace(/\u00a0/g, " ");
    ok(/Five Principles of Peaceful Coexistence/.test(text), text);
    ok(/mutual respect for sovereignty and territorial integrity/.test(text), text);
    ok(/Independent Foreign Policy of Peace/.test(text), "the definition is shown with its source");
    await workbench.screenshot("hover");
    await page.keyboard.press("Escape");
  });

  step("the hover on a misquotation shows the verdict and the difference", async () => {
    await workbench.goAfter(essay.read(), "and the greatest threats to peace");
    const hover = page.locator(".monaco-hover:visible", { hasText: "was dropped" }).first();
    await workbench.command("Show or Focus Hover", visible(hover));
    const text = (await hover.innerText()).replace(/\u00a0/g, " ");
    ok(/“world” was dropped/.test(text), text);
    ok(/Opposing Hegemonism and Safeguarding World Peace/.test(text), text);
    await page.keyboard.press("Escape");
  });

  step("a misquotation is underlined where it stands", async () => {
    await workbench.goAfter(essay.read(), "and the greatest threats to peace");
    await comes(() => workbench.isMarked(".squiggly-warning", /and the greatest threats to peace and security/), "a squiggle");
  });

  step("the Problems view lists it with what was altered", async () => {
    const row = page.locator(".markers-panel .monaco-list-row", { hasText: "“world” was dropped" });
    await workbench.command("Problems: Focus on Problems View", visible(row));
    const text = (await row.first().innerText()).replace(/\s+/g, " ");
    ok(/misquotation/.test(text), text);
    ok(/glossator/.test(text), text);
    await workbench.closePanel();
  });

  step("Go to Definition on a quotation opens the source, and its words are highlighted there", async () => {
    await workbench.openFile("essay.md");
    await workbench.goAfter(essay.read(), "declaration of June 1949: “China must");
    const source = "independent-foreign-policy-of-peace.txt";
    await workbench.repeat(() => page.keyboard.press("F12"), () => workbench.isActive(source), "the source");
    await comes(shows(/China must be independent, China must be liberated/), "the passage is in view");
    await comes(() => workbench.isMarked('.view-overlays [class*="ced-"]', /China must be independent/), "the passage is highlighted");
    await workbench.screenshot("source");
  });

  step("a source is read-only", async () => {
    const before = await workbench.shownText();
    await comes(async () => {
      await page.keyboard.type("x");
      return (await page.locator(".monaco-editor-overlaymessage", { hasText: /read-only/i }).count()) > 0;
    }, "a message that the editor is read-only");
    ok((await workbench.shownText()) === before && !/● /.test(await page.title()), "nothing was written into it");
    await page.keyboard.press("Escape");
  });

  step("a part of a source is copied as a quotation with its source", async () => {
    await select(essay.read("sources/independent-foreign-policy-of-peace.txt"), "no further interference, not even the slightest");
    await workbench.command("glossator: Copy as Quotation with Source", async () =>
      (await page.evaluate("navigator.clipboard.readText()")).startsWith("“no further"));
    const copied = await page.evaluate("navigator.clipboard.readText()");
    ok(copied === "“no further interference, not even the slightest” (*Independent Foreign Policy of Peace*)", copied);
  });

  step("the highlight is gone after a moment", async () => {
    essay.set({ "glossator.sources.highlight": 1 });
    const marked = () => workbench.isMarked('.view-overlays [class*="ced-"]', /./);
    ok(await marked(), "the passage is still highlighted");
    await workbench.openFile("essay.md");
    await workbench.goAfter(essay.read(), "declaration of June 1949: “China must");
    await workbench.repeat(() => page.keyboard.press("F12"), () => workbench.isActive("independent-foreign-policy"), "the source");
    await comes(async () => !(await marked()), "no highlight any more");
    essay.set({});
    await workbench.openFile("essay.md");
  });

  step("the side bar lists the draft's quotations with their verdicts", async () => {
    const row = tree("Hegemonism and power politics");
    await workbench.command("glossator: Focus on Quotations View", visible(row));
    const text = (await row.first().innerText()).replace(/\s+/g, " ");
    ok(/“world” was dropped — Opposing Hegemonism/.test(text), text);
    await comes(async () => /verbatim/.test(await tree("China's foreign policy aims").first().innerText()), "a verbatim one");
    ok(/\d+ verbatim, \d+ altered/.test(await page.locator(".pane-header", { hasText: "Quotations" }).innerText()), "the verdicts are counted");
  });

  step("it lists sources and concepts with their counts", async () => {
    await workbench.command("glossator: Focus on Sources View", visible(tree("Texts")));
    await comes(async () => /Texts\s*5/.test(await tree("Texts").first().innerText()), "the number of texts");
    await comes(async () => /Concepts\s*[1-9]\d*/.test(await tree("Concepts").first().innerText()), "the number of concepts");
    const source = tree("Independent Foreign Policy of Peace").last();
    await comes(async () => /[\d,]+ words · \d+ definitions/.test(await source.innerText()), "the counts of a source");
    const before = await tree(KIND).count();
    await unfold(source, tree(KIND).nth(before), "the concepts of a source");
    await comes(async () => /[1-9]\d*×/.test(await tree(KIND).first().innerText()), "a concept with its count");
  });

  step("a click on a concept shows its passages, and a click on one opens it", async () => {
    // The branch of the texts is closed, so that the concepts are in view.
    await workbench.repeat(
      async () => {
        const texts = tree("Texts").first();
        if ((await texts.getAttribute("aria-expanded")) === "true") {
          await texts.locator(".monaco-tl-twistie").click();
        }
      },
      async () => (await tree("Texts").first().getAttribute("aria-expanded")) === "false",
      "the texts are closed",
    );
    const concept = tree(KIND).first();
    const name = (await concept.locator(".label-name").first().textContent()) ?? "";
    ok(name.length > 3, "a concept of the corpus");
    const passage = tree(/, line \d+/);
    await unfold(concept, passage, `the passages of ${name}`);
    const where = /— ?(.+), line (\d+)|(.+), line (\d+)/.exec((await passage.first().innerText()).replace(/\s+/g, " "));
    ok(where !== null, "a passage says where it stands");
    await workbench.repeat(() => passage.first().click(), () => workbench.isActive(".txt"), "the source of the passage");
    const line = where[2] ?? where[4];
    await comes(async () => (await page.locator(".statusbar-item", { hasText: new RegExp(`Ln ${line},`) }).count()) > 0, `the cursor in line ${line}`);
    await comes(() => workbench.isMarked('.view-overlays [class*="ced-"]', /./), "the passage is highlighted");
    await workbench.openFile("essay.md");
  });

  step("a quick fix restores the source's words, the underline goes, and the file is saved", async () => {
    const phrase = "and the greatest threats to peace";
    await workbench.goAfter(essay.read(), phrase);
    const menu = page.locator(".action-widget .monaco-list-row.action", { hasText: "Restore the source's wording" });
    await workbench.repeat(() => page.keyboard.press("Control+."), visible(menu), "the quick fixes");
    ok((await menu.count()) > 0, "the fix is offered");
    await workbench.screenshot("misquotation");
    const isFixed = shows(/and the greatest threats to world peace and security/);
    await workbench.repeat(
      async () => {
        if (!(await visible(menu)())) {
          await page.keyboard.press("Control+.");
          await until(visible(menu), "the quick fixes");
        }
        // The menu takes no keys in the first moment, and then takes them for the row that is chosen.
        await until(visible(page.locator(".action-widget .monaco-list-row.focused", { hasText: "Restore the source's wording" })), "the fix is chosen");
        await page.keyboard.press("Enter");
      },
      isFixed,
      "the fixed text",
    );
    ok(await isFixed(), "the source's word is back");
    await comes(
      async () => !(await workbench.isMarked(".squiggly-warning", /and the greatest threats to world peace/)),
      "no squiggle any more",
    );
    await workbench.repeat(() => page.keyboard.press("Control+s"), () => /threats to world peace/.test(essay.read()), "the saved file");
    ok(/and the greatest threats to world peace and security/.test(essay.read()), "the fixed text on disk");
  });

  step("the side bar follows the draft", async () => {
    const row = tree("Hegemonism and power politics");
    await workbench.command("glossator: Focus on Quotations View", visible(row));
    await comes(async () => /verbatim/.test(await row.first().innerText()), "the mended quotation is verbatim");
    await workbench.screenshot("view");
  });

  step("a name is completed and accepted", async () => {
    await workbench.openFile("essay.md");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("The Five Princ");
    const name = "Five Principles of Peaceful Coexistence";
    const row = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: name });
    await workbench.repeat(() => page.keyboard.press("Control+Space"), visible(row), "the completions");
    ok((await row.first().getAttribute("aria-label"))?.includes(name), "the name is offered");
    await workbench.screenshot("completion");
    await workbench.repeat(() => row.first().click(), shows(new RegExp(`^The ${name}$`, "m")), "the completed name");
    ok(new RegExp(`^The ${name}$`, "m").test(await workbench.shownText()), "the name stands in the text");
  });

  step("a quotation is found while one types, with slips, and inserted with marks and its source", async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.type(". He says: ");
    const before = await verbatim();
    ok(before > 3, "the side bar counts verbatim quotations");
    const passage = workbench.rows().filter({ hasText: "The longer the peacetime is, the better." });
    await workbench.command("glossator: Insert a Quotation…", () => page.locator(".quick-input-title", { hasText: "Insert a Quotation" }).isVisible());
    await page.keyboard.type("longr peacetim");
    await comes(visible(passage), "the passage in the list");
    const first = async () => (await workbench.rows().first().innerText()).replace(/\s+/g, " ");
    await comes(async () => (await first()).includes("The longer the peacetime is, the better."), "it is the first");
    await comes(async () => (await first()).includes("Opposing Hegemonism and Safeguarding World Peace, line"), "with its source");
    await workbench.screenshot("insert");
    await page.keyboard.press("Enter");
    await comes(
      shows(/He says: “The longer the peacetime is, the better\.” \(\*Opposing Hegemonism and Safeguarding World Peace\*\)/),
      "the quotation in the text",
    );
    await comes(async () => (await verbatim()) === before + 1, "it is judged verbatim at once");
  });

  step("a long passage on an empty line becomes a block quotation with its source", async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const passage = workbench.rows().filter({ hasText: "Our overall mission is to unite" });
    await workbench.command("glossator: Insert a Quotation…", () => page.locator(".quick-input-title", { hasText: "Insert a Quotation" }).isVisible());
    await page.keyboard.type("“overall mission is to unite the people”");
    await comes(visible(passage), "the passage in the list");
    await page.keyboard.press("Enter");
    const block = /^> .*Our overall mission is to unite[^\n]*(\n> [^\n]*)*\n>\n> — \*Opposing Hegemonism and Safeguarding World Peace\*$/m;
    await comes(shows(/> — \*Opposing Hegemonism/), "a block quotation, to its last line");
    await workbench.repeat(() => page.keyboard.press("Control+s"), () => block.test(essay.read()), "the block on disk");
    ok(block.test(essay.read()), "every line of the block is marked, and the last names the source");
  });

  step("while a large corpus is read, the status is busy and says at what", async () => {
    const words = ["peace", "harvest", "river", "committee", "orchard", "lantern", "treaty", "mountain", "ledger", "harbour", "winter", "signal"];
    let seed = 1;
    const word = () => words[(seed = (seed * 48271) % 2147483647) % words.length] + (seed % 9973);
    const paragraph = () => `${Array.from({ length: 120 }, word).join(" ")}.\n\n`;
    mkdirSync(essay.path("large"));
    for (let file = 0; file < 8; file++) {
      essay.write(`large/${file}.txt`, Array.from({ length: 4000 }, paragraph).join(""));
    }
    // What is shown only for a while is seen by whoever keeps looking.
    await page.evaluate(() => {
      const item = document.getElementById("status.languageStatus").parentElement;
      window.wasBusy = false;
      new MutationObserver(() => (window.wasBusy ||= item.querySelector(".codicon-loading") !== null)).observe(item, { subtree: true, childList: true, attributes: true });
    });
    essay.set({ "glossator.corpus": ["${workspaceFolder}/sources", "${workspaceFolder}/large"] });
    await comes(() => page.evaluate("window.wasBusy"), "the sign of being busy");
    await comes(status(/glossator: 13 sources/), "the counts of the larger corpus");
    await comes(async () => (await page.locator('[id="status.languageStatus"] .codicon-loading').count()) === 0, "no sign of being busy");
    essay.set({});
    await comes(status(/glossator: 5 sources/), "the counts of the smaller one");
  });

  step("a source is found for the selected words", async () => {
    await workbench.openFile("essay.md");
    await select(essay.read(), "Independence and self-reliance");
    const first = () => workbench.rows().first().innerText();
    await workbench.command("glossator: Find a Source for the Selection…", async () => /[Ii]ndependence and self-reliance/.test(await first()));
    await workbench.repeat(() => page.keyboard.press("Enter"), () => workbench.isActive(".txt"), "the source");
    await comes(shows(/[Ii]ndependence and self-reliance/), "the passage is in view");
    await workbench.openFile("essay.md");
  });

  step("the concepts are listed, and lead to their passages", async () => {
    await workbench.command("glossator: Show Concepts…", async () => /×/.test(await workbench.rows().first().innerText()));
    await workbench.input().fill("Five Principles of Peaceful Coex");
    await comes(async () => /Five Principles of Peaceful Coexistence/.test(await workbench.rows().first().innerText()), "the concept");
    await workbench.repeat(
      () => page.keyboard.press("Enter"),
      async () => (await workbench.rows().filter({ hasText: /, line \d+/ }).count()) > 0,
      "its passages",
    );
    ok(/, line \d+/.test(await workbench.rows().first().innerText()), "a passage with its place");
    await page.keyboard.press("Escape");
  });

  step("the corpus is opened by the name of a text", async () => {
    await workbench.command("glossator: Open the Corpus…", async () => (await workbench.rows().filter({ hasText: /words/ }).count()) > 0);
    ok((await workbench.rows().filter({ hasText: "open the folder in a new window" }).count()) === 1, "the folder is offered");
    await workbench.input().fill("Objective of CPC");
    await workbench.repeat(() => page.keyboard.press("Enter"), () => workbench.isActive("objective-of-cpc"), "the text");
    await comes(shows(/The Objective of CPC's International Relations/), "its beginning");
    await workbench.openFile("essay.md");
  });

  step("a mistake in glossator.toml is underlined, and the status tells of it", async () => {
    essay.write("glossator.toml", "[chekcs]\nspelling = \"off\"\n");
    await workbench.openFile("glossator.toml");
    await comes(() => workbench.isMarked(".squiggly-warning", /chekcs/), "a squiggle");
    await comes(status(/1 problem\b/), "a problem in the status");
    essay.write("glossator.toml", "");
    await comes(status(/no problems/), "no problem any more");
    await workbench.openFile("essay.md");
  });

  step("Restart Server starts it anew, and it answers", async () => {
    const started = () => codeServer.logs("glossator.log").match(/Running: glossator \d/g)?.length ?? 0;
    const before = started();
    await workbench.command("glossator: Restart Server", () => started() > before);
    await comes(status(/glossator: 5 sources/), "the counts again");
    await workbench.goAfter(essay.read(), "about the [Five Principles");
    const hover = page.locator(".monaco-hover:visible", { hasText: "mutual respect" }).first();
    await workbench.command("Show or Focus Hover", visible(hover));
    ok(/mutual respect/.test(await hover.innerText()), "the hover after the restart");
    await page.keyboard.press("Escape");
  });
});
