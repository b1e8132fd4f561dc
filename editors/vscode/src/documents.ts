// Which documents are glossator's business.

/** Drafts, saved or not yet, on disk or in a virtual workspace; other schemes (git, output, …) show copies that nobody writes in. */
export const DRAFTS = ["file", "untitled", "vscode-vfs"].flatMap((scheme) => [
  { scheme, language: "markdown" },
  { scheme, language: "plaintext" },
]);

/** The drafts and the three files whose mistakes the server reports; these go by their names, as not every editor knows TOML. */
export const DOCUMENTS = [...DRAFTS, { scheme: "file", pattern: "**/{glossator,concepts,corpus}.toml" }];
