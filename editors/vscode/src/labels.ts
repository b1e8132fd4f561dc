// What the views and pickers say of things. No vscode API here.

import type { Concept, CountedSource, Passage, Quotation, ServerStatus, Source, Verdict } from "./protocol";
import { by } from "./protocol";

/** `1 concept`, `2 concepts`, `no concepts`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? `no ${many}` : number === 1 ? `1 ${one}` : `${number.toLocaleString("en")} ${many}`;
}

/** At most so many characters, cut between words. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const cut = text.lastIndexOf(" ", most);
  return `${text.slice(0, cut > most / 2 ? cut : most).trimEnd()}…`;
}

/** The part of a passage around the words that it was found for, so that they are seen in a list. */
export function excerpt(passage: Passage, most: number): string {
  const first = passage.matches[0]?.start ?? 0;
  if (passage.text.length <= most || first < most * 0.7) {
    return shortened(passage.text, most);
  }
  const from = passage.text.indexOf(" ", Math.max(0, first - Math.floor(most * 0.3))) + 1;
  return `…${shortened(passage.text.slice(from), most)}`;
}

export function sourceLine(source: Source): string {
  return [source.author, source.date].filter(Boolean).join(", ");
}

export function sourceCounts(source: CountedSource): string {
  const counts = [count(source.words, "word"), ...(source.definitions > 0 ? [count(source.definitions, "definition")] : [])];
  return [sourceLine(source), ...counts].filter((part) => part !== "").join(" · ");
}

export function conceptCounts(concept: Concept): string {
  return `${concept.kind} · ${concept.occurrences.toLocaleString("en")}×`;
}

export const VERDICTS: Readonly<Record<Verdict, { readonly text: string; readonly icon: string; readonly color?: string }>> = {
  verbatim: { text: "verbatim", icon: "pass", color: "testing.iconPassed" },
  altered: { text: "altered", icon: "warning", color: "list.warningForeground" },
  "other-translation": { text: "another translation", icon: "globe" },
  "not-found": { text: "in no source", icon: "question", color: "disabledForeground" },
};

/** A quotation's verdict with what was altered and the source, for one line. */
export function verdictLine(quotation: Quotation): string {
  const verdict = quotation.changes || VERDICTS[quotation.verdict].text;
  return [verdict, quotation.source?.name].filter(Boolean).join(" — ");
}

/** The numbers of a draft's verdicts: `12 verbatim, 3 altered`. */
export function verdictCounts(quotations: readonly Quotation[]): string {
  const parts = (Object.keys(VERDICTS) as Verdict[]).map((verdict) => {
    const number = quotations.filter((quotation) => quotation.verdict === verdict).length;
    return number > 0 ? `${number} ${VERDICTS[verdict].text}` : "";
  });
  return parts.filter((part) => part !== "").join(", ");
}

export function passageLine(passage: Passage): string {
  return [by(passage.attribution), `${passage.source.name}, line ${passage.line}`].filter(Boolean).join(" — ");
}

/** The two lines of the language status. */
export function statusLines(status: ServerStatus): { readonly text: string; readonly detail: string } {
  if (!status.ready) {
    return { text: "glossator: reading the texts", detail: "" };
  }
  return {
    text: `glossator: ${count(status.sources, "source")}, ${count(status.concepts, "concept")}`,
    detail: count(status.problems.length, "problem"),
  };
}
