// Runs inside the extension host: asks VS Code's own API what its users would be shown, with the real server over the sample.
// The results go into a file as a list of [what, whether it was so, why not].

import { writeFileSync } from "node:fs";
import * as vscode from "vscode";

const PATIENCE = Number(process.env["GLOSSATOR_PATIENCE"] || 60_000);
const FIVE = "Five Principles of Peaceful Coexistence";

type Result = [what: string, held: boolean, why: string];
const results: Result[] = [];

/** Waits until a question is answered as it should be. */
async function comes<T>(what: string, ask: () => T | Promise<T>, holds: (answer: T) => boolean): Promise<T | undefined> {
  const end = Date.now() + PATIENCE;
  let shown = "";
  for (;;) {
    try {
      const answer = await ask();
      if (holds(answer)) {
        results.push([what, true, ""]);
        return answer;
      }
      shown = JSON.stringify(answer)?.slice(0, 400) ?? "nothing";
    } catch (error) {
      shown = String(error).slice(0, 400);
    }
    if (Date.now() > end) {
      results.push([what, false, shown]);
      return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const execute = <T>(command: string, ...args: unknown[]): Promise<T> =>
  Promise.resolve(vscode.commands.executeCommand<T>(command, ...args)).then((answer) => answer ?? ([] as T));

/** The position behind a phrase of a document, so many characters further to the left. */
function behind(document: vscode.TextDocument, phrase: string, left = 0): vscode.Position {
  const at = document.getText().indexOf(phrase);
  if (at < 0) {
    throw new Error(`the document has no ${phrase}`);
  }
  return document.positionAt(at + phrase.length - left);
}

const textOf = (hovers: vscode.Hover[]): string =>
  hovers.flatMap((hover) => hover.contents.map((part) => (typeof part === "string" ? part : part.value))).join("\n");

async function look(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
  const uri = vscode.Uri.joinPath(folder, "essay.md");
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const extension = vscode.extensions.getExtension("glossator.glossator");
  await extension?.activate();

  const declared = (extension?.packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands;
  const known = await vscode.commands.getCommands(true);
  const missing = declared.map(({ command }) => command).filter((command) => !known.includes(command));
  if (missing.length > 0 || declared.length < 8) {
    results.push(["all commands are there", false, missing.join()]);
  }

  const diagnostics = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
  const wrong = (): vscode.Diagnostic | undefined => diagnostics().find(({ message }) => message.includes("“world” was dropped"));
  await comes("a misquotation is found", wrong, (found) => found?.source === "glossator");
  await comes("it has a code that leads to its page", () => wrong()?.code, (code) => (code as { value: string })?.value === "misquotation");
  await comes("it stands where the quotation does", () => document.getText(wrong()?.range), (text) => text.endsWith("peace"));
  await comes("it points to the source", () => wrong()?.relatedInformation?.[0]?.location.uri.path ?? "", (path) => path.endsWith("opposing-hegemonism-and-safeguarding-world-peace.txt"));

  const hover = (at: vscode.Position) => execute<vscode.Hover[]>("vscode.executeHoverProvider", uri, at).then(textOf);
  const term = behind(document, "about the [Five Principles");
  await comes("a term's hover has its definition", () => hover(term), (text) => text.includes("mutual respect for sovereignty"));
  await comes("the definition is shown with its source", () => hover(term), (text) => text.includes("Independent Foreign Policy of Peace"));
  await comes("a misquotation's hover has the difference", () => hover(behind(document, "threats to peace")), (text) => text.includes("~~world"));
  await comes("a verbatim quotation's hover says so", () => hover(behind(document, "policy\naims to uphold world")), (text) => text.includes("Verbatim"));

  const definition = (at: vscode.Position) => execute<vscode.LocationLink[]>("vscode.executeDefinitionProvider", uri, at);
  const jump = await comes(
    "the definition of a quotation is its passage",
    () => definition(behind(document, "1949: “China must")),
    (links) => links.some((link) => link.targetUri?.path.endsWith("independent-foreign-policy-of-peace.txt")),
  );
  const passage = async (): Promise<string> =>
    jump?.[0] === undefined ? "" : (await vscode.workspace.openTextDocument(jump[0].targetUri)).getText(jump[0].targetRange);
  await comes("the passage begins with the quotation's words", passage, (text) => text.startsWith("China must be independent"));
  await comes("the definition of a term is where it is defined", () => definition(term), (links) => links.length > 0);

  await around(document, term, behind(document, "1949: “China must"));

  const draft = await vscode.workspace.openTextDocument({ language: "markdown", content: "We speak of the five princ" });
  const completions = (): Promise<vscode.CompletionList> =>
    execute("vscode.executeCompletionItemProvider", draft.uri, draft.positionAt(draft.getText().length), undefined, 20);
  const label = (item: vscode.CompletionItem): string => (typeof item.label === "string" ? item.label : item.label.label);
  await comes("a name is completed in a draft that was never saved", completions, (list) => list.items.some((item) => label(item) === FIVE));
  await comes(
    "its documentation has the definition",
    async () => {
      const item = (await completions()).items.find((item) => label(item) === FIVE);
      return typeof item?.documentation === "string" ? item.documentation : (item?.documentation?.value ?? "");
    },
    (text) => text.includes("mutual respect"),
  );

  await comes(
    "the headings are the outline",
    () => execute<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", uri),
    (symbols) => symbols[0]?.name === "Peace as a Stated Aim" && symbols[0].children.some(({ name }) => name === "The aim"),
  );

  const range = () => wrong()?.range ?? new vscode.Range(0, 0, 0, 0);
  const fixes = (): Promise<vscode.CodeAction[]> => execute("vscode.executeCodeActionProvider", uri, range());
  const fix = (await comes("a fix restores the source's wording", fixes, (actions) => actions.some(({ title }) => title === "Restore the source's wording")))?.find(
    ({ title }) => title === "Restore the source's wording",
  );
  await comes("it is the preferred one", () => fix?.isPreferred, (preferred) => preferred === true);
  if (fix?.edit) {
    await vscode.workspace.applyEdit(fix.edit);
  }
  await comes("the fix puts the word in", () => document.getText(), (text) => text.includes("threats to world peace and security"));
  await comes("what was mended is no longer found", async () => [fix !== undefined, wrong()] as const, ([fixed, found]) => fixed && found === undefined);
  await vscode.commands.executeCommand("workbench.action.files.revert");
  await comes("what is wrong again is found again", wrong, (found) => found !== undefined);

  const settings = vscode.workspace.getConfiguration("glossator", folder);
  await settings.update("checks.misquotation.severity", "error", vscode.ConfigurationTarget.Workspace);
  await comes("a check's severity is changed while the server runs", () => wrong()?.severity, (severity) => severity === vscode.DiagnosticSeverity.Error);
  await settings.update("checks.misquotation.severity", "off", vscode.ConfigurationTarget.Workspace);
  await comes("a check is switched off", async () => [diagnostics().length, wrong()] as const, ([all, found]) => all > 0 && found === undefined);
  await settings.update("checks.misquotation.severity", undefined, vscode.ConfigurationTarget.Workspace);
  await comes("and on again", wrong, (found) => found?.severity === vscode.DiagnosticSeverity.Warning);

  await settings.update("run", "onSave", vscode.ConfigurationTarget.Workspace);
  const insertion = new vscode.WorkspaceEdit();
  insertion.insert(uri, behind(document, "threats to "), "world ");
  await vscode.workspace.applyEdit(insertion);
  // A question that is answered after the edit: had it been checked, the answer would be there.
  await comes("the server has heard of the edit", () => hover(behind(document, "threats to world peace")), (text) => text.includes("Verbatim"));
  await comes("it is not checked before it is saved", wrong, (found) => found !== undefined);
  await document.save();
  await comes("it is checked when it is saved", async () => [diagnostics().length, wrong()] as const, ([all, found]) => all > 0 && found === undefined);
  await settings.update("run", undefined, vscode.ConfigurationTarget.Workspace);

  await terms(document);
}

/** Places of a term and of a quotation, and what is broader and narrower. */
async function around(document: vscode.TextDocument, term: vscode.Position, quoted: vscode.Position): Promise<void> {
  const { uri } = document;
  const references = (at: vscode.Position) => execute<vscode.Location[]>("vscode.executeReferenceProvider", uri, at);
  const files = (places: vscode.Location[]): string[] => places.map((place) => place.uri.path.split("/").at(-1) ?? "");
  await comes(
    "the references of a term are in the texts and in the draft",
    () => references(term).then(files),
    (names) => new Set(names.filter((name) => name.endsWith(".txt"))).size >= 3 && names.includes("essay.md"),
  );
  await comes(
    "those of a quotation are its passage and the draft",
    () => references(quoted).then(files),
    (names) => names.includes("independent-foreign-policy-of-peace.txt") && names.includes("essay.md"),
  );
  await comes(
    "a concept is found among the symbols of the workspace, by its initials too",
    async () => (await execute<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "fppc")).map(({ name }) => name),
    (names) => names.includes(FIVE),
  );
  await comes(
    "the places of a term in the draft are highlighted, all its words",
    // Where no server answers, VS Code highlights single words by itself.
    async () => (await execute<vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", uri, term)).map(({ range }) => document.getText(range)),
    (places) => places.length > 1 && places.every((place) => /^\w+\s+Principles/.test(place)),
  );
  const [item] = (await comes(
    "a term is a type of the hierarchy",
    () => execute<vscode.TypeHierarchyItem[]>("vscode.prepareTypeHierarchy", uri, term),
    (items) => items[0]?.name === FIVE,
  )) ?? [undefined];
  const relatives = async (which: "Sub" | "Super", of: vscode.TypeHierarchyItem | undefined): Promise<vscode.TypeHierarchyItem[]> =>
    of === undefined ? [] : execute<vscode.TypeHierarchyItem[]>(`vscode.provide${which}types`, of);
  const names = (items: vscode.TypeHierarchyItem[]): string[] => items.map(({ name }) => name);
  const parts = await comes("its parts are narrower", () => relatives("Sub", item), (items) => names(items).includes("non-aggression") && items.length > 4);
  const part = parts?.find(({ name }) => name === "non-aggression");
  await comes("and the whole is broader than a part", () => relatives("Super", part), (items) => names(items).includes(FIVE));
}

/** Lists, names and the glossary. */
async function terms(essay: vscode.TextDocument): Promise<void> {
  const list = await vscode.workspace.openTextDocument({ language: "markdown", content: `We hold to the ${FIVE}: ` });
  await comes(
    "the parts of a list are shown while it is written",
    () => execute<vscode.SignatureHelp>("vscode.executeSignatureHelpProvider", list.uri, list.positionAt(list.getText().length)),
    (help) => help.signatures.some(({ label }) => label.includes("mutual respect for")),
  );

  const four = await vscode.workspace.openTextDocument({ language: "markdown", content: "The Four Principles of Peaceful Coexistence.\n" });
  const wrong = (): vscode.Diagnostic | undefined => vscode.languages.getDiagnostics(four.uri)[0];
  await comes("a name that the corpus does not have is found", wrong, (found) => (found?.code as { value: string })?.value === "terminology");
  const fixes = (): Promise<vscode.CodeAction[]> =>
    execute("vscode.executeCodeActionProvider", four.uri, wrong()?.range ?? new vscode.Range(0, 0, 0, 0));
  const fix = (await comes("a fix puts the right name in", fixes, (actions) => actions.some(({ edit }) => edit !== undefined)))?.[0];
  if (fix?.edit) {
    await vscode.workspace.applyEdit(fix.edit);
  }
  await comes("the right name stands there", () => four.getText(), (text) => text.startsWith(`The ${FIVE}.`));

  const editor = await vscode.window.showTextDocument(essay);
  const end = behind(essay, "post-war tensions");
  editor.selection = new vscode.Selection(end.translate(0, -"post-war tensions".length), end);
  const glossary = (): string =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith("/sources/concepts.toml"))?.getText() ?? "";
  await comes(
    "the selection is added to the glossary, with a passage",
    async () => {
      if (!glossary().includes("post-war tensions")) {
        await vscode.window.showTextDocument(essay);
        editor.selection = new vscode.Selection(end.translate(0, -"post-war tensions".length), end);
        await vscode.commands.executeCommand("glossator.addToGlossary");
      }
      return /\[\[concept\]\]\s+id +?= "post-war-tensions"[^[]*\[\[concept\.definition\]\][^[]*/.exec(glossary())?.[0] ?? "";
    },
    (text) => /name +?= "post-war tensions"/.test(text) && text.includes("exact"),
  );
}

export async function run(): Promise<void> {
  try {
    await look();
  } catch (error) {
    results.push(["the suite ran to its end", false, String((error as Error).stack)]);
  }
  writeFileSync(process.env["GLOSSATOR_HOST_RESULTS"] as string, JSON.stringify(results));
}
