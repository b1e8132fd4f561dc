// When a server that ended by itself is started again. No vscode API here.

const MOST = 4;
const WITHIN_MILLISECONDS = 3 * 60 * 1000;

/** Counts a server's ends, so that one that fails again and again is not started for ever. */
export class Crashes {
  private times: number[] = [];

  /** Notes one more end at `now` (milliseconds); whether the server may be started again. */
  mayRestart(now: number): boolean {
    this.times = [...this.times.filter((time) => now - time < WITHIN_MILLISECONDS), now];
    return this.times.length <= MOST;
  }
}
