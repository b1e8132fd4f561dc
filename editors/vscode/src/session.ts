// One server at a time: starts it, stops it, starts it anew, and says so when it cannot.

import * as fs from "node:fs";
import * as os from "node:os";
import * as vscode from "vscode";
import {
  CloseAction,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  State,
  type StreamInfo,
  vsdiag,
} from "vscode-languageclient/node";
import { QuietClient } from "./client";
import { Crashes } from "./crashes";
import { DOCUMENTS, DRAFTS } from "./documents";
import { ServerProcess } from "./launch";
import { logLine } from "./logLine";
import { type Requests, disagreement } from "./protocol";
import { type Machine, type Origin, type Server, expand, findServer, serverArgs } from "./server";
import { type Manifest, type ServerSettings, UNTRUSTED_KEYS, explicitSettings, sectionOf, serverKeys } from "./settings";
import { Status } from "./status";

const ADVICE = "Set “glossator.server.path” to the glossator program, or leave it empty and put the program on PATH.";

/** Of a path that somebody chose, the message names who chose it. */
const MISSING: Partial<Record<Origin, string>> = {
  GLOSSATOR_SERVER_PATH: "the environment's GLOSSATOR_SERVER_PATH names no file",
  setting: "the setting “glossator.server.path” names no program",
};

/** A place that a jump leads to. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

export class Session implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel("glossator", { log: true });
  private readonly changed = new vscode.EventEmitter<void>();
  /** The server runs or has ended, or its corpus is another one: what was asked of it may be old. */
  readonly onDidChange = this.changed.event;
  /** Is told where a jump from a draft leads. */
  jumped: (places: readonly Target[]) => void = () => undefined;
  private readonly status = new Status();
  private readonly keys: readonly string[];
  private readonly saving: vscode.Disposable;
  private client: QuietClient | undefined;
  private server: Server | undefined;
  private process: ServerProcess | undefined;
  /** Starts and stops follow one another, however fast commands and settings come in. */
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly context: vscode.ExtensionContext) {
    this.keys = serverKeys(context.extension.packageJSON as Manifest);
    // The client asks again on a save only if the server wants to hear of saves, which it has no need for.
    this.saving = vscode.workspace.onDidSaveTextDocument((document) => {
      if (vscode.workspace.getConfiguration("glossator").get("run") === "onSave") {
        const provider = this.client?.getFeature(DocumentDiagnosticRequest.method)?.getProvider(document);
        provider?.onDidChangeDiagnosticsEmitter.fire();
      }
    });
  }

  start(): Promise<void> {
    return this.enqueue(() => this.startNow());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  /** The name and version of the running server, as it gives them itself. */
  version(): string | undefined {
    if (this.client?.state !== State.Running) {
      return undefined;
    }
    const info = this.client.initializeResult?.serverInfo;
    return `${info?.name ?? "glossator"} ${info?.version ?? "(version unknown)"}`;
  }

  /** Asks the server one of glossator's own requests; nothing if it does not run or does not answer. */
  async ask<Name extends keyof Requests>(
    name: Name,
    params: Requests[Name]["params"],
  ): Promise<Requests[Name]["answer"] | undefined> {
    if (this.client?.state !== State.Running) {
      return undefined;
    }
    try {
      return (await this.client.sendRequest<Requests[Name]["answer"]>(`glossator/${name}`, params)) ?? undefined;
    } catch (error) {
      this.log.debug(`glossator/${name} was not answered: ${String(error)}`);
      return undefined;
    }
  }

  /** Names the workspace folder of the text that is being looked at. */
  about(): { textDocument?: { uri: string } } {
    const document = vscode.window.activeTextEditor?.document;
    return document === undefined ? {} : { textDocument: { uri: document.uri.toString() } };
  }

  /** Whether a document is one that the server knows. */
  looksAt(document: vscode.TextDocument): boolean {
    return vscode.languages.match(DRAFTS, document) > 0;
  }

  dispose(): void {
    this.saving.dispose();
    this.changed.dispose();
    this.status.dispose();
    this.log.dispose();
  }

  /** The program that was started last. */
  program(): string {
    return this.server?.found ? this.server.command : "";
  }

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task).catch((error: unknown) => this.log.error(String(error)));
    return this.queue;
  }

  private async startNow(): Promise<void> {
    this.status.starting();
    const machine = this.machine();
    const configuration = vscode.workspace.getConfiguration("glossator");
    this.server = findServer(configuration.get("server.path", ""), machine, vscode.workspace.isTrusted);
    if (!this.server.found) {
      this.fail(MISSING[this.server.origin] ?? "no server was found", this.server.looked);
      return;
    }
    const args = serverArgs(configuration.get("log.level", "info"), configuration.get("server.extraArgs", []), machine);
    this.log.info(`Starting ${[this.server.command, ...args].join(" ")} (found by: ${this.server.origin})`);
    const { command } = this.server;
    // Called again whenever the client restarts a server that ended.
    const launch = async (): Promise<StreamInfo> => {
      this.process = await ServerProcess.launch(command, args, machine.workspaceFolder, (line) => {
        const { level, text } = logLine(line);
        this.log[level](text);
      });
      return { reader: this.process.child.stdout, writer: this.process.child.stdin };
    };
    const client: QuietClient = new QuietClient(
      launch,
      { ...this.clientOptions(), errorHandler: this.errorHandler(() => client.initializeResult !== undefined) },
      this.log,
    );
    client.onDidChangeState(({ newState }) => {
      // The client restarts a server that ended by itself; its states tell of that too.
      if (newState === State.Starting) {
        this.status.starting();
      } else if (newState === State.Running) {
        this.status.ready(this.version() ?? "");
      } else {
        this.status.stopped();
      }
      void this.look();
    });
    client.onNotification("glossator/changed", () => void this.look());
    this.client = client;
    try {
      await client.start();
      // When the connection closes before the first answer, the library's `start` may end as if all were well.
      if (client.state !== State.Running) {
        throw new Error("it closed the connection");
      }
      // At the client's own news of this, the server had not told its version yet.
      this.status.ready(this.version() ?? "");
      this.log.info(`Running: ${this.version()}`);
      this.compareProtocols(client.initializeResult?.capabilities.experimental);
      await this.look();
    } catch (error) {
      this.client = undefined;
      const ended = await this.endProcess();
      // A half-started client cannot be stopped, only let go; it has nothing more to say.
      await client.dispose().catch(() => undefined);
      const reason = ended ?? (error instanceof Error ? error.message : String(error));
      this.fail(`the server could not be started: ${reason}`, [command]);
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client === undefined) {
      return;
    }
    try {
      // `dispose` stops too, and it fails on a client that has already given its server up.
      await client.dispose(2000);
    } catch (error) {
      this.log.warn(`The server did not stop in order: ${String(error)}`);
    }
    await this.endProcess();
  }

  /** Something is another than before: the status first, then whoever else shows something. */
  private async look(): Promise<void> {
    const status = await this.ask("status", this.about());
    if (status !== undefined) {
      this.status.tell(status);
    }
    this.changed.fire();
  }

  /** Says so when the server speaks another version of our requests than the extension. */
  private compareProtocols(announced: unknown): void {
    const message = disagreement(announced);
    if (message !== undefined) {
      this.log.warn(message);
      void vscode.window.showWarningMessage(`glossator: ${message}.`);
    }
  }

  private endProcess(): Promise<string | undefined> {
    const process = this.process;
    this.process = undefined;
    return process?.end() ?? Promise.resolve(undefined);
  }

  private fail(reason: string, files: readonly string[], advice = ADVICE): void {
    this.status.failed(reason);
    this.log.error(`${reason} (${files.join(", ") || "PATH is empty"})`);
    const openSettings = "Open Settings";
    const showLog = "Show Log";
    void vscode.window
      .showErrorMessage(
        `glossator: ${reason}. ${advice}`.trim(),
        openSettings,
        showLog,
      )
      .then((answer) => {
        if (answer === openSettings) {
          void vscode.commands.executeCommand("workbench.action.openSettings", "glossator.server.path");
        } else if (answer === showLog) {
          this.log.show();
        }
      });
  }

  /** What to do when the connection breaks: before the first answer `startNow` tells of it, later the server is restarted. */
  private errorHandler(wasRunning: () => boolean): ErrorHandler {
    const crashes = new Crashes();
    return {
      error: (_error, _message, count) => ({
        action: wasRunning() && (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        if (!wasRunning()) {
          return { action: CloseAction.DoNotRestart, handled: true };
        }
        this.log.error("The server ended unexpectedly.");
        if (crashes.mayRestart(Date.now())) {
          return { action: CloseAction.Restart, handled: true };
        }
        this.fail("the server ended again and again and is not restarted", [this.program()], "");
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  private clientOptions(): LanguageClientOptions {
    return {
      documentSelector: DOCUMENTS,
      initializationOptions: () => this.settings(vscode.workspace.workspaceFolders?.[0]?.uri),
      synchronize: { configurationSection: "glossator" },
      markdown: { isTrusted: false, supportHtml: false },
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
      // Startup problems are told once, by `fail`.
      initializationFailedHandler: () => false,
      middleware: this.middleware(),
    };
  }

  private middleware(): Middleware {
    let announced: Promise<void> | undefined;
    // Where checks wait for a save, what was never checked is checked all the same.
    const checked = new WeakSet<vscode.TextDocument>();
    return {
      provideDiagnostics: (document, previous, token, next) => {
        const open = vscode.workspace.textDocuments.find((open) => open === document || open.uri.toString() === document.toString());
        const onSave = vscode.workspace.getConfiguration("glossator").get("run") === "onSave";
        if (onSave && open?.isDirty && checked.has(open)) {
          return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previous ?? "" };
        }
        if (open) {
          checked.add(open);
        }
        return next(document, previous, token);
      },
      provideDefinition: async (document, position, token, next) => {
        const found = await next(document, position, token);
        const places = [found ?? []].flat().map((place) =>
          "targetUri" in place ? { uri: place.targetUri, range: place.targetSelectionRange ?? place.targetRange } : place,
        );
        this.jumped(places);
        return found;
      },
      workspace: {
        configuration: (params, token, next) => {
          const answers = params.items.map((item) =>
            item.section === "glossator" || item.section?.startsWith("glossator.")
              ? sectionOf(this.settings(item.scopeUri ? vscode.Uri.parse(item.scopeUri) : undefined), item.section)
              : undefined,
          );
          if (answers.every((answer) => answer !== undefined)) {
            return answers;
          }
          return Promise.resolve(next(params, token)).then((others) =>
            Array.isArray(others) ? answers.map((answer, i) => (answer === undefined ? others[i] : answer)) : others,
          );
        },
        // A server may have registered for the same change that is announced anyway: one message is enough.
        didChangeConfiguration: () =>
          (announced ??= Promise.resolve().then(async () => {
            announced = undefined;
            await this.client?.sendNotification(DidChangeConfigurationNotification.type, {
              settings: { glossator: this.settings(undefined) },
            });
          })),
      },
      handleWorkDoneProgress: (token, params, next) => {
        if (params.kind === "begin") {
          this.status.begin(token, params.title);
        } else if (params.kind === "end") {
          this.status.end(token);
        }
        next(token, params);
      },
    };
  }

  /** The settings as they hold for one document or folder, with variables in the corpus folders replaced. */
  private settings(scope: vscode.Uri | undefined): ServerSettings {
    const folder = scope && vscode.workspace.getWorkspaceFolder(scope);
    const machine = this.machine(folder);
    const keys = vscode.workspace.isTrusted ? this.keys : this.keys.filter((key) => !UNTRUSTED_KEYS.includes(key));
    return explicitSettings(vscode.workspace.getConfiguration("glossator", scope ?? null), keys, (text) =>
      expand(text, machine),
    );
  }

  private machine(folder = vscode.workspace.workspaceFolders?.[0]): Machine {
    return {
      platform: process.platform,
      env: process.env,
      home: os.homedir(),
      workspaceFolder: folder?.uri.scheme === "file" ? folder.uri.fsPath : undefined,
      extensionFolder: this.context.extensionPath,
      isFile: (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
    };
  }
}
