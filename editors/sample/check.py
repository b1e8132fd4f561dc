#!/usr/bin/env python3
"""Holds essay.md, notes.txt, expected.toml and the corpus together.

Every quotation in the drafts is listed, in order; every one called verbatim stands in its source
after folding; no altered, translated or unknown one stands in any source. It shares no code with
glossator on purpose: the expectations are checked by other means than those they test.

usage: check.py [FOLDER_OF_SOURCES]      (default: the seeds of this repository)
"""
import pathlib
import re
import sys
import tomllib
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
SEEDS = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[1] / "seeds"
VERDICTS = {"verbatim", "altered", "other-translation", "not-found", "ignored", "term"}
KINDS = {"dropped-word", "added-word", "replaced-word", "swapped-words", "dropped-negation",
         "changed-number", "omission", "splice", "spelling"}
ANY_WORDS = r"(?: \w+){0,60}?"


def words(text):
    """Small letters, word characters only; marks, punctuation and case do not count."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"['’‘]", "", text)
    return " ".join(re.findall(r"\w+", text))


def pattern(quotation):
    """The quotation as an expression over folded words: … and [words] stand for any few words."""
    text = re.sub(r"\[\^\w+\]", "", quotation)
    text = re.sub(r"[*_]", "", text)
    parts = re.split(r"(…|\[[^\]]*\])", text)
    return "".join(ANY_WORDS if re.fullmatch(r"…|\[.*\]", part) else
                   "".join(" " + word for word in words(part).split()) for part in parts)


def quotations(text, markdown):
    """(form, text) of everything between marks, and of each Markdown block quotation, in order."""
    found = []
    if markdown:
        for block in re.finditer(r"(?m)^> .*\n(?:> .*\n)*", text):
            found.append((block.start(), "block", re.sub(r"(?m)^> ?", "", block.group())))
    # A paragraph's end closes an open mark, as each paragraph of a long quotation has its own.
    for mark in re.finditer(r"“((?:(?!\n\n)[^”])*)(?:”|\n\n)", text):
        found.append((mark.start(), "curly", mark.group(1)))
    for paragraph in re.finditer(r"(?:.+\n)+", text):
        for mark in re.finditer(r'"([^"]*)"', paragraph.group()):
            # Quoted values of the front matter are YAML's marks, not the writer's.
            if not (markdown and paragraph.start() == 0):
                found.append((paragraph.start() + mark.start(), "straight", mark.group(1)))
    return [(form, " ".join(quoted.split())) for _, form, quoted in sorted(found)]


def main():
    sources = {path.stem: " " + words(path.read_text("utf-8-sig")) + " " for path in SEEDS.glob("*.txt")}
    expected = tomllib.loads((HERE / "expected.toml").read_text())["quotation"]
    problems, checked = [], 0
    for draft in ("essay.md", "notes.txt"):
        found = quotations((HERE / draft).read_text(), draft.endswith(".md"))
        listed = [entry for entry in expected if entry["file"] == draft]
        if len(found) != len(listed):
            problems.append(f"{draft}: {len(found)} quotations, {len(listed)} listed")
        for (form, text), entry in zip(found, listed):
            checked += 1
            name = f"{draft}: {entry['text']!r}"
            if not text.startswith(entry["text"]) or form != entry["form"]:
                problems.append(f"{name}: the draft has {form} {text[:50]!r}")
                continue
            if entry["verdict"] not in VERDICTS or (entry["verdict"] == "altered") != (entry.get("kind") in KINDS):
                problems.append(f"{name}: unknown verdict or kind")
            expression = re.compile(pattern(text) + r"(?= )")
            at = {source for source, folded in sources.items() if expression.search(folded)}
            if entry["verdict"] == "verbatim" and entry["source"] not in at:
                problems.append(f"{name}: not in {entry['source']} but in {sorted(at)}")
            if entry["verdict"] in ("altered", "other-translation", "not-found") and at:
                problems.append(f"{name}: stands in {sorted(at)}")
            for source in [entry.get("source"), *entry.get("also", [])]:
                if source is not None and source not in sources:
                    problems.append(f"{name}: no source {source}")
    for problem in problems:
        print(problem)
    print(f"{checked - len(problems)} passed, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
