#!/usr/bin/env node
// A server that promises everything and answers null: with it in the place of the real one every test of what is shown must fail.
//
//   GLOSSATOR_SERVER=test-workbench/nothing.mjs GLOSSATOR_PATIENCE=2 ./ci.sh

if (process.argv.includes("--version")) {
  console.log("glossator 0.1.0 (protocol 1)");
  process.exit(0);
}
const promised = {
  textDocumentSync: { openClose: true, change: 2 },
  hoverProvider: true,
  definitionProvider: true,
  completionProvider: { resolveProvider: true },
  codeActionProvider: { codeActionKinds: ["quickfix"] },
  documentSymbolProvider: true,
  diagnosticProvider: { identifier: "glossator", interFileDependencies: true, workspaceDiagnostics: false },
  experimental: { glossator: { protocol: 1 } },
};
const answer = (id, result) => {
  const body = JSON.stringify({ jsonrpc: "2.0", id, result });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
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
    const { id, method } = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString());
    buffer = buffer.subarray(end + 4 + length);
    if (method === "exit") {
      process.exit(0);
    } else if (method !== undefined && id !== undefined) {
      answer(id, method === "initialize" ? { capabilities: promised, serverInfo: { name: "nothing", version: "0" } } : null);
    }
  }
});
process.stdin.on("end", () => process.exit(1));
