// The view "Sources": the texts with the concepts that each names, and the concepts with their passages.

import * as vscode from "vscode";
import type { Location } from "vscode-languageserver-protocol";
import { conceptCounts, count, excerpt, passageLine, sourceCounts } from "../labels";
import { by, type Concept, type CountedSource, type Mention, type Passage } from "../protocol";
import type { Session } from "../session";

type Node =
  | { readonly is: "texts"; readonly sources: readonly CountedSource[] }
  | { readonly is: "concepts"; readonly concepts: readonly Concept[] }
  | { readonly is: "source"; readonly source: CountedSource }
  | { readonly is: "concept"; readonly concept: Concept }
  | { readonly is: "mention"; readonly mention: Mention }
  | { readonly is: "passage"; readonly passage: Passage; readonly who: string; readonly icon: string }
  | { readonly is: "more" };

export class SourcesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly session: Session) {
    this.disposables = [
      this.changed,
      vscode.window.registerTreeDataProvider("glossator.sources", this),
      session.onDidChange(() => this.changed.fire()),
    ];
  }

  dispose(): void {
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const about = this.session.about();
    switch (node?.is) {
      case undefined: {
        const [sources, concepts] = await Promise.all([this.session.ask("sources", about), this.session.ask("concepts", about)]);
        return sources === undefined || concepts === undefined
          ? []
          : [
              { is: "texts", sources: sources.sources },
              { is: "concepts", concepts: concepts.concepts },
            ];
      }
      case "texts":
        return node.sources.map((source) => ({ is: "source", source }));
      case "concepts":
        return node.concepts.map((concept) => ({ is: "concept", concept }));
      case "source": {
        const answer = await this.session.ask("source", { id: node.source.id, ...about });
        return (answer?.concepts ?? []).map((mention) => ({ is: "mention", mention }));
      }
      case "concept": {
        const answer = await this.session.ask("concept", { id: node.concept.id, ...about });
        const defined = (answer?.defined ?? []).map((passage): Node => ({ is: "passage", passage, who: by(passage.by), icon: "quote" }));
        const named = (answer?.named ?? []).map((passage): Node => ({ is: "passage", passage, who: "", icon: "symbol-string" }));
        return [...defined, ...named, ...(answer?.isMore ? [{ is: "more" } as const] : [])];
      }
      default:
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    switch (node.is) {
      case "texts":
        return item("Texts", String(node.sources.length), "library", Expanded);
      case "concepts":
        return item("Concepts", String(node.concepts.length), "symbol-keyword", Expanded);
      case "source": {
        const shown = item(node.source.name, sourceCounts(node.source), "book", Collapsed);
        const start = { line: 0, character: 0 };
        return opens(shown, node.source.uri === null ? null : { uri: node.source.uri, range: { start, end: start } });
      }
      case "concept": {
        const { concept } = node;
        const shown = item(concept.name, conceptCounts(concept), "symbol-keyword", Collapsed);
        shown.tooltip = [concept.aliases.join(" · "), count(concept.definitions, "definition")].filter(Boolean).join("\n");
        return shown;
      }
      case "mention":
        return opens(item(node.mention.name, `${node.mention.kind} · ${node.mention.count}×`, "symbol-keyword", None), node.mention.location);
      case "passage": {
        const shown = item(excerpt(node.passage, 120), [node.who, passageLine(node.passage)].filter(Boolean).join(" — "), node.icon, None);
        shown.tooltip = node.passage.text;
        return opens(shown, node.passage.location);
      }
      case "more":
        return item("There are more places than these", "", "ellipsis", None);
    }
  }
}

function item(label: string, description: string, icon: string, state: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const shown = new vscode.TreeItem(label, state);
  shown.description = description;
  shown.iconPath = new vscode.ThemeIcon(icon);
  return shown;
}

function opens(shown: vscode.TreeItem, location: Location | null): vscode.TreeItem {
  if (location !== null) {
    shown.command = { command: "glossator.openPassage", title: "Open the Passage", arguments: [location] };
  }
  return shown;
}
