#!/usr/bin/env node
// A stand-in for the server: it speaks the protocol, knows a handful of phrases of the sample, and writes down what the
// client sent. With it the tests can see the extension's own work, whatever the real server does.

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

// Phrases of editors/sample/essay.md.
const WRONG = "threats to peace and security";
const RIGHT = "threats to world peace and security";
const QUOTED = "China must be independent";
const SOURCE = "independent-foreign-policy-of-peace.txt";
const TERM = "Five Principles of Peaceful Coexistence";
const DEFINITION =
  "mutual respect for sovereignty and territorial integrity, non-aggression, non-interference in each other’s internal affairs";

const texts = new Map();
let folder = "";
let nextId = 1;
const asked = new Map();

const note = (event) => {
  const file = process.env.GLOSSATOR_STANDIN_LOG;
  if (file) {
    appendFileSync(file, JSON.stringify({ pid: process.pid, ...event }) + "\n");
  }
};

// A test may have it speak another version of the protocol.
const protocol = () => {
  const file = `${process.env.GLOSSATOR_STANDIN_LOG}.protocol`;
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : 1;
};

const send = (message) => {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
  process.stdout.write(body);
};

// A test may have it work at something for as long as a file is there.
const work = () => {
  const file = `${process.env.GLOSSATOR_STANDIN_LOG}.work`;
  const progress = (value) => send({ method: "$/progress", params: { token: "work", value } });
  let isAtWork = false;
  setInterval(() => {
    if (existsSync(file) !== isAtWork) {
      isAtWork = !isAtWork;
      if (isAtWork) {
        send({ id: nextId++, method: "window/workDoneProgress/create", params: { token: "work" } });
      }
      progress(isAtWork ? { kind: "begin", title: "Reading the corpus" } : { kind: "end" });
    }
  }, 50).unref();
};

const askSettings = () => {
  const id = nextId++;
  asked.set(id, (result) => note({ settings: result[0] }));
  send({ id, method: "workspace/configuration", params: { items: [{ section: "glossator" }] } });
};

const position = (text, offset) => {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
};
const offset = (text, { line, character }) =>
  text.split("\n").slice(0, line).reduce((sum, row) => sum + row.length + 1, 0) + character;
const rangeOf = (text, phrase) => {
  const start = text.indexOf(phrase);
  return { start: position(text, start), end: position(text, start + phrase.length) };
};
const inside = (wrapped, phrase, at) => {
  const text = wrapped.replaceAll("\n", " ");
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
    if (start <= offset(wrapped, at) && offset(wrapped, at) <= start + phrase.length) {
      return true;
    }
  }
  return false;
};

const problems = (uri, text) => {
  if (/\.toml$/.test(uri)) {
    const at = text.indexOf("corpsu");
    return at < 0 ? [] : [{ range: rangeOf(text, "corpsu"), severity: 2, source: "glossator", code: "settings", message: "unknown: corpsu" }];
  }
  return text.includes(WRONG)
    ? [{ range: rangeOf(text, WRONG), severity: 2, source: "glossator", code: "misquotation", message: "the source has “world peace”" }]
    : [];
};
const publish = (uri) =>
  send({ method: "textDocument/publishDiagnostics", params: { uri, diagnostics: problems(uri, texts.get(uri)) } });

const handlers = {
  initialize: (params) => {
    folder = params.rootUri ? fileURLToPath(params.rootUri) : "";
    note({ argv: process.argv.slice(2), options: params.initializationOptions, folders: params.workspaceFolders, root: params.rootUri });
    return {
      serverInfo: { name: "glossator", version: "0.0.0-standin" },
      capabilities: {
        textDocumentSync: 1,
        hoverProvider: true,
        definitionProvider: true,
        completionProvider: {},
        codeActionProvider: { codeActionKinds: ["quickfix"] },
        experimental: { glossator: { protocol: protocol() } },
      },
    };
  },
  initialized: () => {
    askSettings();
    work();
  },
  "workspace/didChangeConfiguration": (params) => {
    note({ changed: params.settings });
    askSettings();
  },
  "textDocument/didOpen": ({ textDocument }) => {
    note({ opened: path.basename(textDocument.uri), language: textDocument.languageId, scheme: textDocument.uri.split(":")[0] });
    texts.set(textDocument.uri, textDocument.text);
    publish(textDocument.uri);
  },
  "textDocument/didChange": ({ textDocument, contentChanges }) => {
    texts.set(textDocument.uri, contentChanges.at(-1).text);
    publish(textDocument.uri);
  },
  "textDocument/didClose": ({ textDocument }) => texts.delete(textDocument.uri),
  "textDocument/hover": ({ textDocument, position: at }) =>
    inside(texts.get(textDocument.uri), TERM, at)
      ? { contents: { kind: "markdown", value: `**${TERM}**\n\n> ${DEFINITION}\n\n*${SOURCE}* <b id="html">HTML</b>` } }
      : null,
  "textDocument/definition": ({ textDocument, position: at }) => {
    if (!inside(texts.get(textDocument.uri), QUOTED, at)) {
      return null;
    }
    const file = path.join(folder, "sources", SOURCE);
    return { uri: pathToFileURL(file).href, range: rangeOf(readFileSync(file, "utf8"), QUOTED) };
  },
  "textDocument/completion": () => [{ label: TERM, detail: "principle" }],
  "textDocument/codeAction": ({ textDocument, context }) =>
    context.diagnostics
      .filter((diagnostic) => diagnostic.code === "misquotation")
      .map((diagnostic) => ({
        title: "Use the words of the source",
        kind: "quickfix",
        diagnostics: [diagnostic],
        edit: { changes: { [textDocument.uri]: [{ range: diagnostic.range, newText: RIGHT }] } },
      })),
  "glossator/status": () => ({ protocol: protocol(), version: "0", ready: true, sources: 1, concepts: 2, words: 3, problems: [], folders: [], seeds: false }),
  shutdown: () => null,
  exit: () => process.exit(0),
};

let buffer = Buffer.alloc(0);
process.stdin.on("data", (data) => {
  buffer = Buffer.concat([buffer, data]);
  for (;;) {
    const end = buffer.indexOf("\r\n\r\n");
    const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end).toString())[1]);
    if (Number.isNaN(length) || buffer.length < end + 4 + length) {
      return;
    }
    const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString());
    buffer = buffer.subarray(end + 4 + length);
    if (message.method === undefined) {
      asked.get(message.id)?.(message.result);
    } else {
      const result = handlers[message.method]?.(message.params);
      if (message.id !== undefined) {
        send({ id: message.id, result: result ?? null });
      }
    }
  }
});
process.stdin.on("end", () => process.exit(1));
