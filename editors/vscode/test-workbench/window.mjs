// A window of VS Code for the tests of one `describe`: opened before them and closed after them.

import { after, before, it } from "node:test";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startCodeServer } from "./code-server.mjs";
import { Workbench } from "./workbench.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
/** Where code-server is installed. */
export const CODE_SERVER = process.env.CODE_SERVER ?? path.join(here, ".code-server");
/** Where pictures go. */
export const PICTURES = path.join(here, ".screenshots");
/** The packages of the extension: without a server, and with one for this machine. */
export const PACKAGES = { bare: path.join(here, "../glossator.vsix"), host: path.join(here, "../glossator-host.vsix") };

/**
 * The window of a `describe`, with `page`, `workbench` and `codeServer` once its first test runs. `open` is given to
 * `startCodeServer`; `at` is the folder that is opened, `size` the window's, `ready` what must be done before the first test,
 * `clean` what is done at the end. `query` gives further parameters of the page's address, once the server's is known.
 */
export function windowOf({ open, at, size, query = () => ({}), ready = () => undefined, clean = () => undefined }) {
  const window = {
    /** A test: a picture is taken of its failure. */
    step: (name, body) =>
      it(name, async () => {
        try {
          await body();
        } catch (error) {
          await window.workbench?.screenshot(`failed-${name.replace(/\W+/g, "-")}`).catch(() => undefined);
          // Whatever menu or box is open must not take the keys of the next step.
          await window.page?.keyboard.press("Escape");
          throw error;
        }
      }),
    /** Asks whether the language status says something. */
    status: (text) => async () => text.test(await window.workbench.languageStatus()),
  };
  before(async () => {
    window.codeServer = await startCodeServer({ folder: CODE_SERVER, ...open });
    window.workbench = await Workbench.open(window.codeServer.url, at, PICTURES, { size, query: query(window.codeServer.url) });
    window.page = window.workbench.page;
    await ready(window);
  });
  after(async () => {
    await window.workbench?.close();
    await window.codeServer?.stop();
    clean();
  });
  return window;
}
