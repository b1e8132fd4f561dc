// The server's process. Owning it, rather than leaving it to the client library, gives a plain reason when it ends before
// it has answered, and lets nothing live on after a start that failed.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

export class ServerProcess {
  private lastLine = "";

  private constructor(readonly child: ChildProcessWithoutNullStreams) {
    child.stderr.on("data", (data: Buffer) => {
      this.lastLine = data.toString("utf8").trim().split("\n").pop()?.trim() || this.lastLine;
    });
  }

  /** Starts the program; fails if the system cannot run it at all. */
  static launch(command: string, args: readonly string[], folder: string | undefined): Promise<ServerProcess> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd: folder, stdio: "pipe" });
      const started = new ServerProcess(child);
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

  private exited(milliseconds: number): Promise<boolean> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), milliseconds);
      // "close", not "exit": by then standard error has been read to its end.
      this.child.once("close", () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
