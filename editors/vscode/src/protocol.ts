// glossator's own requests, as editors/PROTOCOL.md describes them. No vscode API here.

import type { Location, Range } from "vscode-languageserver-protocol";

/** The version of the requests that this extension was written for. */
export const PROTOCOL = 1;

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly uri: string | null;
  readonly author?: string;
  readonly date?: string;
}

export interface Attribution {
  readonly speaker?: string;
  readonly date?: string;
  readonly occasion?: string;
}

export interface Passage {
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  readonly source: Source;
  readonly location: Location | null;
  readonly line: number;
  readonly attribution?: Attribution;
}

export interface FoundPassage extends Passage {
  readonly score: number;
  readonly quotation: { readonly inline: string; readonly block: string };
  readonly also: readonly Location[];
}

export type Verdict = "verbatim" | "altered" | "other-translation" | "not-found";

export interface Quotation {
  readonly range: Range;
  readonly text: string;
  readonly verdict: Verdict;
  readonly changes: string;
  readonly score: number;
  readonly source: Source | null;
  readonly location: Location | null;
  readonly places: number;
  readonly attribution?: Attribution;
}

export interface CountedSource extends Source {
  readonly words: number;
  readonly definitions: number;
}

export interface Mention {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly count: number;
  readonly location: Location | null;
}

export interface Concept {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly definitions: number;
  readonly occurrences: number;
}

export interface ConceptDetails extends Concept {
  readonly defined: readonly (Passage & { readonly by?: Attribution })[];
  readonly named: readonly Passage[];
  readonly isMore: boolean;
}

export interface ServerStatus {
  readonly protocol: number;
  readonly version: string;
  readonly ready: boolean;
  readonly sources: number;
  readonly concepts: number;
  readonly words: number;
  readonly problems: readonly string[];
  readonly folders: readonly string[];
  readonly seeds: boolean;
}

interface About {
  readonly textDocument?: { readonly uri: string } | undefined;
}

/** The requests by their names without `glossator/`: what is asked, what is answered. */
export interface Requests {
  search: { params: About & { query: string; limit?: number }; answer: { passages: readonly FoundPassage[] } };
  cite: {
    params: { textDocument: { uri: string }; range: Range; languageId?: string };
    answer: { source: Source; text: string; quotation: { inline: string; block: string } } | null;
  };
  quotations: { params: { textDocument: { uri: string } }; answer: { version: number; quotations: readonly Quotation[] } | null };
  sources: { params: About; answer: { sources: readonly CountedSource[] } };
  source: { params: About & { id: string }; answer: (CountedSource & { location: Location | null; concepts: readonly Mention[] }) | null };
  concepts: { params: About; answer: { concepts: readonly Concept[] } };
  concept: { params: About & { id: string }; answer: ConceptDetails | null };
  status: { params: About; answer: ServerStatus };
}

/**
 * What to tell the user when the server speaks another version of these requests; nothing when the two agree. `announced` is
 * `capabilities.experimental` of the server's answer to `initialize`.
 */
export function disagreement(announced: unknown): string | undefined {
  const version = (announced as { glossator?: { protocol?: unknown } } | undefined)?.glossator?.protocol;
  if (version === PROTOCOL) {
    return undefined;
  }
  const [theirs, advice] =
    typeof version !== "number"
      ? ["none", "the server is older than the extension: update the server"]
      : version < PROTOCOL
        ? [String(version), "the server is older than the extension: update the server"]
        : [String(version), "the extension is older than the server: update the extension"];
  return `the extension speaks version ${PROTOCOL} of the protocol and the server version ${theirs}; ${advice}. Searching, inserting and the side bar may not work`;
}

/** Who, when and on what occasion, in one line. */
export function by(attribution: Attribution | undefined): string {
  return [attribution?.speaker, attribution?.date, attribution?.occasion].filter(Boolean).join(" · ");
}
