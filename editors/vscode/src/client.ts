// The client library's client, with its messages sent to the log.

import { type LogOutputChannel, workspace } from "vscode";
import { type InitializeParams, LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

/**
 * The library tells of every hitch in a message box, and writes lines of its own form into the log. Here all of them go
 * into the log, each at its level; what a writer has to know is said by the session.
 */
export class QuietClient extends LanguageClient {
  constructor(
    serverOptions: ServerOptions,
    options: LanguageClientOptions,
    private readonly log: LogOutputChannel,
  ) {
    super("glossator", "glossator", serverOptions, { ...options, outputChannel: log, traceOutputChannel: log });
  }

  /** In a workspace that is not trusted the server hears of no folder, so that it reads no settings and no texts there. */
  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    params.capabilities.experimental = { ...(params.capabilities.experimental as object), glossator: { changed: true } };
    if (!workspace.isTrusted) {
      params.workspaceFolders = null;
      params.rootUri = null;
      params.rootPath = null;
    }
  }

  override debug(message: string, data?: unknown): void {
    this.log.debug(message + detail(data));
  }

  override info(message: string, data?: unknown): void {
    this.log.info(message + detail(data));
  }

  override warn(message: string, data?: unknown): void {
    this.log.warn(message + detail(data));
  }

  override error(message: string, data?: unknown): void {
    this.log.error(message + detail(data));
  }
}

function detail(data: unknown): string {
  if (data instanceof Error) {
    return `: ${data.message}`;
  }
  return typeof data === "string" ? `: ${data}` : "";
}
