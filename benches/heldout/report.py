#!/usr/bin/env python3
"""How the held-out queries are answered: a table by class and language, and examples of what is missed.

usage: benches/heldout/report.py GLOSSATOR FOLDER [--examples 10] [LANGUAGE …]      (FOLDER as make.py leaves it)
"""
import argparse
import collections
import json
import subprocess
from pathlib import Path

THRESHOLD = 0.5
WEAK = 0.97


def shared(one, start, end):
    """Intersection by union of an answer with a stretch."""
    both = min(one["end"], end) - max(one["start"], start)
    return both / (max(one["end"], end) - min(one["start"], start)) if both > 0 else 0


def is_hit(answer, gold):
    """As score.py has it."""
    places = [gold, *gold.get("alts", []), *({"doc": gold["doc"], "start": s, "end": e} for s, e in gold.get("segs", []))]
    return any(place["doc"] == answer["doc"] and shared(answer, place["start"], place["end"]) >= 0.5 for place in places)


def answers(program, folder):
    """The best answer to each query, believed or not."""
    command = ["timeout", "300", program, "find", "--jsonl", folder / "queries.jsonl", "--corpus", folder / "docs", "--all-scores"]
    run = subprocess.run(command, capture_output=True, text=True)
    found = {}
    for line in run.stdout.split("\n"):
        if line:
            answer = json.loads(line)
            answer["doc"] = (answer.get("doc") or "").removesuffix(".txt")
            found[answer["id"]] = answer
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=Path)
    parser.add_argument("languages", nargs="*")
    parser.add_argument("--examples", type=int, default=10)
    arguments = parser.parse_args()
    languages = arguments.languages or sorted(path.name for path in arguments.folder.iterdir() if (path / "docs").is_dir())
    shares, times, missed = collections.defaultdict(dict), {}, []
    for language in languages:
        folder = arguments.folder / language
        found, counts = answers(arguments.program, folder), collections.defaultdict(lambda: [0, 0])
        times[language] = sorted(answer["ms"] for answer in found.values()) or [float("nan")]
        for query in map(json.loads, (folder / "queries.jsonl").read_text().strip().split("\n")):
            answer, gold, kind = found.get(query["id"]), query["gold"], query["class"]
            believed = bool(answer and answer["doc"] and answer["score"] >= THRESHOLD)
            good = believed and is_hit(answer, gold) if gold else not believed
            for name in (kind, "all with a source" if gold else "all without"):
                counts[name][0] += good if gold else believed
                counts[name][1] += 1
            if not good:
                missed.append((language, query, answer, folder))
        for kind, (good, of) in counts.items():
            shares[kind][language] = good / of
    kinds = sorted(shares, key=lambda kind: (kind.startswith("all w"), kind.startswith("neg"), kind))
    print("recall at the threshold by class, then the share of false positives\n")
    print(f"{'':<20}" + "".join(f"{language:>8}" for language in languages))
    for kind in kinds:
        print(f"{kind:<20}" + "".join(f"{shares[kind].get(language, float('nan')):>8.3f}" for language in languages))
    for name, part in (("ms, median", 0.5), ("ms, p99", 0.99)):
        print(f"{name:<20}" + "".join(f"{times[language][int(part * (len(times[language]) - 1))]:>8.3f}" for language in languages))
    shown = collections.Counter()
    print("\nmissed: the query, the passage, the answer")
    for language, query, answer, folder in sorted(missed, key=lambda one: (one[0], one[1]["class"])):
        kind, gold = query["class"], query["gold"]
        weak = shares[kind][language] < WEAK if gold else shares[kind][language] > 0.01
        shown[language, kind] += 1
        if weak and shown[language, kind] <= arguments.examples:
            print(f"\n{query['id']} {kind}:{query['severity']}\n  query:   {query['text'][:400]!r}")
            if gold:
                print(f"  passage: {passage(folder, gold)}")
            if answer and answer["doc"]:
                print(f"  answer:  {answer['score']:.3f} {passage(folder, answer)}")


def passage(folder, place):
    data = (folder / "docs" / f"{place['doc']}.txt").read_bytes()[place["start"] : place["end"]]
    return f"{place['doc']} {place['start']}–{place['end']} {data.decode(errors='replace')[:400]!r}"


if __name__ == "__main__":
    main()
