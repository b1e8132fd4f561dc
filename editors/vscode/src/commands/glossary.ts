// Adding the selected words to the glossary: the server offers it as a code action on them.

import * as vscode from "vscode";

export async function addToGlossary(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.selection.isEmpty) {
    void vscode.window.showInformationMessage("Select the words that you want to add to the glossary.");
    return;
  }
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    editor.document.uri,
    editor.selection,
  );
  const action = actions.find(({ title }) => /glossary|concepts\.toml/i.test(title));
  if (action === undefined) {
    void vscode.window.showInformationMessage("These words cannot be added: the corpus has no folder for a concepts.toml, or they are in it already.");
    return;
  }
  if (action.edit !== undefined) {
    await vscode.workspace.applyEdit(action.edit);
  }
  if (action.command !== undefined) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}
