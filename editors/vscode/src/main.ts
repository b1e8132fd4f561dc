// The extension's entrance: commands, and what restarts the server.

import * as vscode from "vscode";
import { Session } from "./session";
import { START_TIME_SETTINGS } from "./settings";

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const current = new Session(context);
  session = current;
  context.subscriptions.push(
    current,
    vscode.commands.registerCommand("glossator.restartServer", () => current.restart()),
    vscode.commands.registerCommand("glossator.showLog", () => current.log.show()),
    vscode.commands.registerCommand("glossator.showServerVersion", () => showVersion(current)),
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
