// A workspace to test in: a copy of the sample with a copy of the seeds as its corpus.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../..");

/** The server that is tested. */
export const SERVER = path.resolve(process.env.GLOSSATOR_SERVER ?? path.join(root, "target/release/glossator"));

export class Essay {
  /** `settings` are those of the workspace. */
  constructor(settings) {
    this.folder = mkdtempSync(path.join(tmpdir(), "glossator-essay-"));
    process.once("exit", () => this.remove());
    const copy = (from, to) => {
      mkdirSync(to, { recursive: true });
      for (const name of readdirSync(from)) {
        if (/\.(md|txt|toml)$/.test(name)) {
          copyFileSync(path.join(from, name), path.join(to, name));
        }
      }
    };
    copy(path.join(root, "editors/sample"), this.folder);
    copy(path.join(root, "seeds"), path.join(this.folder, "sources"));
    this.settings = settings;
    this.set({});
  }

  /** Changes settings of the workspace. */
  set(more) {
    mkdirSync(path.join(this.folder, ".vscode"), { recursive: true });
    const settings = { "glossator.corpus": ["${workspaceFolder}/sources"], ...this.settings, ...more };
    writeFileSync(path.join(this.folder, ".vscode/settings.json"), JSON.stringify(settings, undefined, 2));
  }

  path(name) {
    return path.join(this.folder, name);
  }

  read(name = "essay.md") {
    return readFileSync(this.path(name), "utf8");
  }

  write(name, text) {
    writeFileSync(this.path(name), text);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
