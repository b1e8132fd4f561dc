// The server's process. Owning it, rather than leaving it to the client library, gives a plain reason when it ends before
// it has answered, and lets nothing live on after a start that failed.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class ServerProcess {
  private lastLine = "";
  /** The process has ended and its standard error has been read to the end; "exit" alone comes earlier. */
  private readonly closed: Promise<true>;

  private constructor(
    readonly child: ChildProcessWithoutNullStreams,
    heard: (line: string) => void,
  ) {
    createInterface({ input: child.stderr }).on("line", (line) => {
      this.lastLine = line.trim() || this.lastLine;
      heard(line);
    });
    this.closed = new Promise((resolve) => child.once("close", () => resolve(true)));
    // A write to a server that has just ended is told by the end itself.
    child.stdin.on("error", () => undefined);
  }

  /** Starts the program; fails if the system cannot run it at all. `heard` is given what it writes to standard error. */
  static launch(
    command: string,
    args: readonly string[],
    folder: string | undefined,
    heard: (line: string) => void,
  ): Promise<ServerProcess> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd: folder, stdio: "pipe" });
      const started = new ServerProcess(child, heard);
      child.once("error", reject);
      child.once("spawn", () => resolve(started));
    });
  }

  /**
   * Ends the process if it still runs. Gives how it ended if it did so by itself, with the last line of what it wrote to
   * standard error, and nothing if it had to be ended.
   */
  async end(): Promise<string | undefined> {
    // A broken pipe is often noticed before the news of the exit, so there is a moment to wait.
    if (!(await this.exited(500))) {
      this.child.kill("SIGKILL");
      return undefined;
    }
    const how = this.child.signalCode ? `was ended by ${this.child.signalCode}` : `ended with code ${this.child.exitCode}`;
    return this.lastLine ? `${how}: ${this.lastLine}` : how;
  }

  private async exited(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
    const exited = await Promise.race([this.closed, late]);
    clearTimeout(timer);
    return exited;
  }
}
