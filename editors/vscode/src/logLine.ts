// One line of the server's log, as the editor's log wants it. No vscode API here.

export interface LogLine {
  readonly level: "error" | "warn" | "info";
  readonly text: string;
}

/**
 * Takes the time and the level off a line of the server's log, as the editor's log has its own. A line of another form, as
 * from a program that is no server, is kept whole.
 *
 * Debug lines are shown as information, with their level: the server writes them only when it is told to, and the editor
 * would hide them until told once more.
 */
export function logLine(line: string): LogLine {
  const [, level, text] = /^\d{4}-\d\d-\d\dT[\d:.]+Z\s+(ERROR|WARN|INFO|DEBUG|TRACE)\s+(.*)$/.exec(line) ?? [];
  if (level === undefined || text === undefined) {
    return { level: "info", text: line };
  }
  switch (level) {
    case "ERROR":
      return { level: "error", text };
    case "WARN":
      return { level: "warn", text };
    case "INFO":
      return { level: "info", text };
    default:
      return { level: "info", text: `${level.toLowerCase()}: ${text}` };
  }
}
