// The language status item: what the server is doing, and a way to its log.

import * as vscode from "vscode";
import { DOCUMENTS } from "./documents";
import { statusLines } from "./labels";
import type { ServerStatus } from "./protocol";

/** Shows the server's state in the status bar's `{}` menu, for the documents that glossator looks at. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem("glossator.status", DOCUMENTS);
  /** What the server itself says it is doing, by its token. */
  private readonly work = new Map<unknown, string>();
  private text = "glossator";

  constructor() {
    this.item.name = "glossator";
    this.item.command = { command: "glossator.showLog", title: "Show Log" };
    this.starting();
  }

  starting(): void {
    this.show("glossator: starting", vscode.LanguageStatusSeverity.Information, "");
    this.item.busy = true;
  }

  ready(version: string): void {
    this.work.clear();
    this.show("glossator: ready", vscode.LanguageStatusSeverity.Information, version);
  }

  /** What the server says of itself. */
  tell(status: ServerStatus): void {
    const { text, detail } = statusLines(status);
    const severity =
      status.problems.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    this.show(text, severity, [detail, ...status.problems.slice(0, 3), `version ${status.version}`].filter(Boolean).join(" · "));
    this.item.busy = !status.ready;
    this.showWork();
  }

  stopped(): void {
    this.work.clear();
    // The news of the stop comes after its reason.
    if (this.item.severity === vscode.LanguageStatusSeverity.Error) {
      return;
    }
    this.show("glossator: stopped", vscode.LanguageStatusSeverity.Warning, "");
  }

  failed(reason: string): void {
    this.work.clear();
    this.show("glossator: error", vscode.LanguageStatusSeverity.Error, reason);
  }

  /** A piece of the server's work began, as the reading of a corpus. */
  begin(token: unknown, title: string): void {
    this.work.set(token, title);
    this.showWork();
  }

  end(token: unknown): void {
    this.work.delete(token);
    this.item.busy = false;
    this.showWork();
  }

  dispose(): void {
    this.item.dispose();
  }

  private showWork(): void {
    const latest = [...this.work.values()].pop();
    this.item.busy ||= latest !== undefined;
    this.item.text = latest === undefined ? this.text : `glossator: ${latest}`;
  }

  private show(text: string, severity: vscode.LanguageStatusSeverity, detail: string): void {
    this.text = text;
    this.item.text = text;
    this.item.severity = severity;
    this.item.detail = detail;
    this.item.busy = false;
  }
}
