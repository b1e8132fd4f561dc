// Which documents are glossator's business.

/**
 * Drafts, saved or not yet, and the three files whose mistakes the server reports. The latter go by their names, as not
 * every editor knows TOML; other schemes (git, output, …) show copies that nobody writes in.
 */
export const DOCUMENTS = [
  { scheme: "file", language: "markdown" },
  { scheme: "untitled", language: "markdown" },
  { scheme: "file", language: "plaintext" },
  { scheme: "untitled", language: "plaintext" },
  { scheme: "file", pattern: "**/{glossator,concepts,corpus}.toml" },
];
