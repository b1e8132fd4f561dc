// Inserting quotations, finding the source of some words, and copying a part of a source as a quotation.

import * as vscode from "vscode";
import { excerpt, passageLine } from "../labels";
import type { Passages } from "../passages";
import type { FoundPassage } from "../protocol";
import type { Session } from "../session";

/** Passages shown at once. */
const LIMIT = 50;
/** Characters of a passage that a row of the list shows. */
const SHOWN = 160;
/** A passage of more words than this becomes a paragraph of its own where the cursor's line is empty. */
const LONG = 40;

interface Row extends vscode.QuickPickItem {
  readonly passage: FoundPassage;
}

const SHOW: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon("go-to-file"), tooltip: "Show in the Source" };

/** Asks for words, shows the passages that have them while they are typed, and gives the one that was chosen. */
function choosePassage(
  session: Session,
  passages: Passages,
  words: { readonly title: string; readonly value: string; readonly draft: vscode.Uri | undefined },
): Promise<FoundPassage | undefined> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = words.title;
  picker.placeholder = "Words of the passage, in any order; “a phrase” between marks";
  picker.value = words.value;
  // The server has matched and sorted already. Not in the published types, but there since 2019.
  (picker as unknown as { sortByLabel: boolean }).sortByLabel = false;
  let asked = 0;
  const search = async (query: string): Promise<void> => {
    const number = ++asked;
    if (query.trim() === "") {
      picker.items = [];
      picker.busy = false;
      return;
    }
    picker.busy = true;
    const answer = await session.ask("search", { query, limit: LIMIT, textDocument: words.draft && { uri: words.draft.toString() } });
    if (number === asked) {
      picker.busy = false;
      picker.items = (answer?.passages ?? []).map(row);
      picker.placeholder = answer === undefined ? "The server does not answer" : picker.placeholder;
    }
  };
  return new Promise((resolve) => {
    let chosen: FoundPassage | undefined;
    picker.onDidChangeValue((value) => void search(value));
    picker.onDidAccept(() => {
      chosen = picker.activeItems[0]?.passage;
      picker.hide();
    });
    picker.onDidTriggerItemButton(({ item }) => {
      if (item.passage.location !== null) {
        void passages.open(item.passage.location, { preserveFocus: true, viewColumn: vscode.ViewColumn.Beside });
      }
    });
    picker.onDidHide(() => {
      asked++;
      picker.dispose();
      resolve(chosen);
    });
    picker.show();
    void search(words.value);
  });
}

function row(passage: FoundPassage): Row {
  const also = passage.also.length === 0 ? "" : ` (and ${passage.also.length} more)`;
  return {
    label: excerpt(passage, SHOWN),
    detail: passageLine(passage) + also,
    alwaysShow: true,
    buttons: passage.location === null ? [] : [SHOW],
    passage,
  };
}

/** The selected words on one line, without marks at their ends. */
function selected(editor: vscode.TextEditor | undefined): string {
  const text = editor?.document.getText(editor.selection) ?? "";
  return text.replace(/\s+/g, " ").trim().replace(/^["“”„«»‘’']+|["“”„«»‘’']+$/g, "");
}

/** Searches, and puts the passage that was chosen in the place of the selection, with marks and its source. */
export async function insertQuotation(session: Session, passages: Passages): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const draft = editor?.document.uri;
  const passage = await choosePassage(session, passages, { title: "Insert a Quotation", value: selected(editor), draft });
  if (passage === undefined) {
    return;
  }
  if (editor === undefined) {
    await vscode.env.clipboard.writeText(passage.quotation.inline);
    void vscode.window.showInformationMessage("The quotation is on the clipboard, as no text is open to put it into.");
    return;
  }
  const line = editor.document.lineAt(editor.selection.start.line);
  const isLong = passage.text.split(" ").length > LONG && line.isEmptyOrWhitespace && editor.selection.isSingleLine;
  const text = isLong ? passage.quotation.block : passage.quotation.inline;
  const shown = await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  await shown.edit((edit) => edit.replace(editor.selection, text));
  // What was put in may end below the window.
  shown.revealRange(shown.selection);
}

/** Finds the passages that the selected words may come from, and shows the one that was chosen. */
export async function findSource(session: Session, passages: Passages): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const draft = editor?.document.uri;
  const passage = await choosePassage(session, passages, { title: "Find a Source", value: selected(editor), draft });
  if (passage?.location) {
    await passages.open(passage.location);
  }
}

/** Puts the selected part of a source on the clipboard, with marks and its source. */
export async function copyQuotation(session: Session, passages: Passages): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !passages.isSource(editor.document)) {
    void vscode.window.showInformationMessage("Quotations are copied from a source: open one, and select what you want to quote.");
    return;
  }
  if (editor.selection.isEmpty) {
    void vscode.window.showInformationMessage("Select what you want to quote.");
    return;
  }
  const drafts = vscode.window.visibleTextEditors.filter((other) => !passages.isSource(other.document));
  const languageId = drafts[0]?.document.languageId ?? "markdown";
  const { start, end } = editor.selection;
  const answer = await session.ask("cite", {
    textDocument: { uri: editor.document.uri.toString() },
    range: { start, end },
    languageId,
  });
  if (answer) {
    await vscode.env.clipboard.writeText(answer.quotation.inline);
    vscode.window.setStatusBarMessage("$(quote) Copied with its source", 3000);
  } else {
    void vscode.window.showWarningMessage("The server does not know these words: the file may have changed since it was read.");
  }
}
