// The view "Quotations": what the current draft quotes, from where and how rightly, kept up to date as one types.

import * as vscode from "vscode";
import { VERDICTS, shortened, verdictCounts, verdictLine } from "../labels";
import { by, type Quotation } from "../protocol";
import type { Session } from "../session";

/** The writer must pause so long before the draft is looked at again, in milliseconds. */
const PAUSE = 150;

export class QuotationsView implements vscode.TreeDataProvider<Quotation>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Quotation>;
  private readonly disposables: vscode.Disposable[];
  private draft: vscode.TextDocument | undefined;
  private quotations: readonly Quotation[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly session: Session,
    private readonly isSource: (document: vscode.TextDocument) => boolean,
  ) {
    this.view = vscode.window.createTreeView("glossator.quotations", { treeDataProvider: this });
    this.disposables = [
      this.changed,
      this.view,
      this.view.onDidChangeVisibility(() => this.soon()),
      session.onDidChange(() => this.soon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.soon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.draft) {
          this.soon();
        }
      }),
    ];
    this.soon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  getChildren(node?: Quotation): Quotation[] {
    return node === undefined ? [...this.quotations] : [];
  }

  getTreeItem(quotation: Quotation): vscode.TreeItem {
    const { icon, color } = VERDICTS[quotation.verdict];
    const shown = new vscode.TreeItem(`“${shortened(quotation.text, 36)}”`);
    shown.description = verdictLine(quotation);
    shown.tooltip = [quotation.text, verdictLine(quotation), by(quotation.attribution)].filter(Boolean).join("\n\n");
    shown.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
    shown.contextValue = quotation.location === null ? "lost" : "found";
    shown.command = { command: "glossator.goToQuotation", title: "Go to the Quotation", arguments: [quotation] };
    return shown;
  }

  /** Puts the cursor of the draft on a quotation. */
  async goTo(quotation: Quotation): Promise<void> {
    if (this.draft !== undefined) {
      const { start, end } = quotation.range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      await vscode.window.showTextDocument(this.draft, { selection });
    }
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), PAUSE);
  }

  private async look(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && this.session.looksAt(document) && !this.isSource(document)) {
      this.draft = document;
    } else if (this.draft?.isClosed) {
      this.draft = undefined;
    }
    // What nobody sees need not be asked for.
    if (!this.view.visible) {
      return;
    }
    const version = this.draft?.version;
    const answer = this.draft && (await this.session.ask("quotations", { textDocument: { uri: this.draft.uri.toString() } }));
    if (this.draft?.version === version) {
      this.quotations = answer?.quotations ?? [];
      this.view.description = verdictCounts(this.quotations);
      (this.view as { message?: string | undefined }).message = this.quotations.length > 0 ? undefined : "No quotations in the current draft.";
      this.changed.fire();
    }
  }
}
