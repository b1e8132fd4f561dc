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
  const action = actions.find(({ title }) => /^Add “.*” to the glossary/.test(title));
  if (action === undefined || action.disabled !== undefined) {
    const why = action?.disabled?.reason ?? "it has them already, or they are no term";
    void vscode.window.showInformationMessage(`These words cannot be added to the glossary: ${why}.`);
    return;
  }
  if (action.edit === undefined) {
    return;
  }
  await vscode.workspace.applyEdit(action.edit);
  // The new entry is shown, to be looked over and saved.
  const [uri, edits] = action.edit.entries()[0] ?? [];
  if (uri !== undefined) {
    const start = edits?.[0]?.range.start ?? new vscode.Position(0, 0);
    const shown = await vscode.window.showTextDocument(uri, { selection: new vscode.Range(start, start) });
    shown.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenter);
  }
}
