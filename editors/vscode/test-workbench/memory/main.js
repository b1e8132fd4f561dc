// A folder with one draft in it that is on no disk: the essay of $GLOSSATOR_VIRTUAL_DRAFT, read once.

const fs = require("node:fs");
const vscode = require("vscode");

exports.activate = (context) => {
  const files = new Map([["/draft/essay.md", fs.readFileSync(process.env.GLOSSATOR_VIRTUAL_DRAFT)]]);
  const changed = new vscode.EventEmitter();
  const isFolder = (name) => [...files.keys()].some((file) => file.startsWith(`${name}/`));
  const missing = (uri) => {
    throw vscode.FileSystemError.FileNotFound(uri);
  };
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      const file = files.get(uri.path);
      const type = file ? vscode.FileType.File : isFolder(uri.path) ? vscode.FileType.Directory : missing(uri);
      return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
    },
    readDirectory: (uri) => [...files.keys()].filter((name) => name.startsWith(`${uri.path}/`)).map((name) => [name.slice(uri.path.length + 1), vscode.FileType.File]),
    readFile: (uri) => files.get(uri.path) ?? missing(uri),
    writeFile: (uri, content) => void files.set(uri.path, content),
    createDirectory: () => undefined,
    delete: (uri) => void files.delete(uri.path),
    rename: () => undefined,
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider("vscode-vfs", provider, { isCaseSensitive: true }));
};
