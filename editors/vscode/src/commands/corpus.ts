// Looking around in the corpus: its sources and folders, its concepts.

import * as vscode from "vscode";
import { by, type Passage } from "../protocol";
import { conceptCounts, excerpt, passageLine, sourceCounts } from "../labels";
import type { Passages } from "../passages";
import type { Session } from "../session";

type Action = vscode.QuickPickItem & { readonly run?: () => Thenable<unknown> };

async function choose(title: string, placeHolder: string, items: Promise<readonly Action[]>): Promise<void> {
  const chosen = await vscode.window.showQuickPick(items as Promise<Action[]>, { title, placeHolder, matchOnDescription: true, matchOnDetail: true });
  await chosen?.run?.();
}

/** Shows the texts of the corpus and its folders, and opens the one that is chosen. */
export async function openCorpus(session: Session, passages: Passages): Promise<void> {
  const about = session.about();
  const items = async (): Promise<readonly Action[]> => {
    const [sources, status] = await Promise.all([session.ask("sources", about), session.ask("status", about)]);
    const texts: Action[] = (sources?.sources ?? []).map((source) => ({
      label: `$(book) ${source.name}`,
      description: sourceCounts(source),
      run: () => {
        const start = { line: 0, character: 0 };
        return source.uri === null ? Promise.resolve() : passages.open({ uri: source.uri, range: { start, end: start } });
      },
    }));
    const folders: Action[] = (status?.folders ?? []).map((folder) => ({
      label: `$(folder-opened) ${vscode.workspace.asRelativePath(vscode.Uri.parse(folder))}`,
      description: "open the folder in a new window",
      run: () => vscode.commands.executeCommand("vscode.openFolder", vscode.Uri.parse(folder), { forceNewWindow: true }),
    }));
    return [...texts, { label: "Folders", kind: vscode.QuickPickItemKind.Separator }, ...folders];
  };
  await choose("The Corpus", "A text to open", items());
}

/** Shows all concepts, then the passages of the one that is chosen, and opens the one that is chosen of these. */
export async function showConcepts(session: Session, passages: Passages): Promise<void> {
  const about = session.about();
  const items = async (): Promise<readonly Action[]> => {
    const answer = await session.ask("concepts", about);
    return (answer?.concepts ?? []).map((concept) => ({
      label: concept.name,
      description: conceptCounts(concept),
      detail: concept.aliases.join(" · "),
      run: () => showConcept(session, passages, concept.id, concept.name),
    }));
  };
  await choose("Concepts", "A concept of the corpus", items());
}

async function showConcept(session: Session, passages: Passages, id: string, name: string): Promise<void> {
  const items = async (): Promise<readonly Action[]> => {
    const answer = await session.ask("concept", { id, ...session.about() });
    const action = (passage: Passage, who: string): Action => ({
      label: excerpt(passage, 160),
      detail: [who, passageLine(passage)].filter(Boolean).join(" — "),
      run: () => (passage.location === null ? Promise.resolve() : passages.open(passage.location)),
    });
    const part = (label: string, rows: readonly Action[]): Action[] =>
      rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
    return [
      ...part("definitions", (answer?.defined ?? []).map((passage) => action(passage, by(passage.by)))),
      ...part("occurrences", (answer?.named ?? []).map((passage) => action(passage, ""))),
    ];
  };
  await choose(name, "A passage to open", items());
}
