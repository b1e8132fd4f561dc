// Opening a passage of a source: shown at its place, highlighted for a moment, in a document that is not written in by accident.

import * as vscode from "vscode";
import type { Location } from "vscode-languageserver-protocol";
import type { Session } from "./session";

/** A place that a jump may arrive at is remembered so long, in milliseconds. */
const EXPECTED_FOR = 60_000;

interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** Knows which documents are sources, and looks after the ones that are opened. */
export class Passages implements vscode.Disposable {
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.findMatchForeground"),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });
  private readonly disposables: vscode.Disposable[] = [this.decoration];
  private sources = new Set<string>();
  /** Documents that were made read-only once: who makes one writeable again is not overruled. */
  private readonly locked = new Set<string>();
  private expected: { readonly places: readonly Place[]; readonly at: number } | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly session: Session) {
    session.jumped = (places) => (this.expected = { places, at: Date.now() });
    this.disposables.push(
      session.onDidChange(() => void this.learn()),
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.arrived(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void this.arrived(textEditor)),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  isSource(document: vscode.TextDocument): boolean {
    return this.sources.has(document.uri.toString());
  }

  /** Opens the passage at a place. */
  async open(location: Location, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
    const { start, end } = location.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const uri = vscode.Uri.parse(location.uri);
    const editor = await vscode.window.showTextDocument(uri, { ...options, selection: new vscode.Range(range.start, range.start) });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.highlight(editor, range);
    if (!options.preserveFocus) {
      await this.lock(editor);
    }
  }

  private async learn(): Promise<void> {
    const answer = await this.session.ask("sources", {});
    this.sources = new Set(
      (answer?.sources ?? []).flatMap((source) => (source.uri === null ? [] : [vscode.Uri.parse(source.uri).toString()])),
    );
    await vscode.commands.executeCommand("setContext", "glossator.sources", [...this.sources].map((uri) => vscode.Uri.parse(uri).fsPath));
    await this.arrived(vscode.window.activeTextEditor);
  }

  /** A source was opened, perhaps by a jump from a draft. */
  private async arrived(editor: vscode.TextEditor | undefined): Promise<void> {
    if (editor === undefined || editor !== vscode.window.activeTextEditor || !this.isSource(editor.document)) {
      return;
    }
    const { expected } = this;
    const here = expected?.places.find(
      ({ uri, range }) => uri.toString() === editor.document.uri.toString() && editor.selection.start.isEqual(range.start),
    );
    if (expected !== undefined && here !== undefined && Date.now() - expected.at < EXPECTED_FOR) {
      this.expected = undefined;
      this.highlight(editor, here.range);
    }
    await this.lock(editor);
  }

  private highlight(editor: vscode.TextEditor, range: vscode.Range): void {
    const seconds = vscode.workspace.getConfiguration("glossator").get("sources.highlight", 2);
    clearTimeout(this.timer);
    vscode.window.visibleTextEditors.forEach((other) => other.setDecorations(this.decoration, []));
    if (seconds > 0) {
      editor.setDecorations(this.decoration, [range]);
      this.timer = setTimeout(() => {
        vscode.window.visibleTextEditors.forEach((other) => other.setDecorations(this.decoration, []));
      }, seconds * 1000);
    }
  }

  /** Makes a source read-only for as long as the window is open, if that is wanted and it is not being edited already. */
  private async lock(editor: vscode.TextEditor): Promise<void> {
    const key = editor.document.uri.toString();
    const wanted = vscode.workspace.getConfiguration("glossator", editor.document.uri).get("sources.readOnly", true);
    if (!wanted || editor.document.isDirty || !this.isSource(editor.document) || this.locked.has(key)) {
      return;
    }
    if (vscode.window.activeTextEditor?.document.uri.toString() === key) {
      this.locked.add(key);
      await vscode.commands.executeCommand("workbench.action.files.setActiveEditorReadonlyInSession");
    }
  }
}
