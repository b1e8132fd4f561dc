// The extension's entrance: commands, views, and what restarts the server.

import * as vscode from "vscode";
import type { Location } from "vscode-languageserver-protocol";
import { openCorpus, showConcepts } from "./commands/corpus";
import { addToGlossary } from "./commands/glossary";
import { copyQuotation, findSource, insertQuotation } from "./commands/quoting";
import { Passages } from "./passages";
import type { Quotation } from "./protocol";
import { Session } from "./session";
import { START_TIME_SETTINGS } from "./settings";
import { QuotationsView } from "./views/quotations";
import { SourcesView } from "./views/sources";

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const current = new Session(context);
  session = current;
  const passages = new Passages(current);
  const quotations = new QuotationsView(current, (document) => passages.isSource(document));
  const commands: Record<string, (argument: never) => unknown> = {
    restartServer: () => current.restart(),
    showLog: () => current.log.show(),
    showServerVersion: () => showVersion(current),
    openCorpus: () => openCorpus(current, passages),
    showConcepts: () => showConcepts(current, passages),
    findSource: () => findSource(current, passages),
    insertQuotation: () => insertQuotation(current, passages),
    copyQuotation: () => copyQuotation(current, passages),
    addToGlossary: () => addToGlossary(),
    openWalkthrough: () =>
      vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#glossator.begin`, false),
    openPassage: (location: Location) => passages.open(location),
    goToQuotation: (quotation: Quotation) => quotations.goTo(quotation),
    openQuotedPassage: (quotation: Quotation) => quotation.location && passages.open(quotation.location),
  };
  context.subscriptions.push(
    current,
    passages,
    quotations,
    new SourcesView(current),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`glossator.${name}`, run)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void current.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (START_TIME_SETTINGS.some((setting) => event.affectsConfiguration(setting))) {
        void current.restart();
      }
    }),
  );
  await current.start();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

async function showVersion(current: Session): Promise<void> {
  const version = current.version();
  if (version === undefined) {
    await vscode.window.showWarningMessage("The glossator server is not running.");
    return;
  }
  const text = `${version}, ${current.program()}`;
  const copy = "Copy";
  if ((await vscode.window.showInformationMessage(text, copy)) === copy) {
    await vscode.env.clipboard.writeText(text);
  }
}
