"""The texts of the held-out queries: as they come out of packages, distinct paragraphs of one language."""
import json
import os
import re
import sqlite3
import struct
import subprocess
import sys
import tarfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "corpora"))
from distinct import Seen
from prose import DENSE, from_html, is_prose, long_paragraphs, pieces, text_of

LARGEST = 2_000_000


def members(package):
    """The files in a package: Debian's, npm's or one of Python's wheels."""
    unpack = ["dpkg-deb", "--fsys-tarfile"] if package.suffix == ".deb" else ["gzip", "-dc"]
    with subprocess.Popen([*unpack, package], stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
            for member in archive:
                if member.isfile() and member.size < 20_000_000:
                    yield member.name, archive.extractfile(member).read()


def of_language(path, language):
    """Whether a file of a package that holds several languages is in this one."""
    parts = re.split(r"[/.]", path)
    if language.name == "en":
        return True
    return bool(set(parts) & {language.name, *language.packages})


def messages(package, language):
    """The long messages of programs in a package of translations, as one document a catalogue."""
    for path, data in members(package):
        if path.endswith(".mo"):
            count, _, table = struct.unpack("<III", data[8:20])
            entries = (struct.unpack("<II", data[table + 8 * i : table + 8 * i + 8]) for i in range(count))
            found = (data[at : at + length].decode(errors="replace") for length, at in entries)
            plain = (re.sub(r"<[^>]*>|[~\0]", "", text).strip() for text in found)
            texts = [text for text in dict.fromkeys(plain) if len(text) > 60 and is_prose(text, language.name)]
            if texts:
                yield f"messages_{Path(path).stem}", texts


def mallard(text):
    """The paragraphs of a page of GNOME's help."""
    return [p for p in from_html(re.sub(r"</?(gui|guiseq|key|keyseq|app|link|cmd|var|file|input|sys)\b[^>]*>", "", text))]


def manual(packages, language):
    """The prose of manuals, as one document a package; what is there as HTML and as plain text is taken once."""
    seen = Seen()
    for package in packages:
        texts, size = [], 0
        own = re.search(rf"-{language.name}(-cn)?_|buch_", package.name) or language.name == "en"
        for path, data in members(package):
            if not own and not of_language(path, language):
                continue
            found = mallard(text_of(data)) if path.endswith(".page") else long_paragraphs(path, data)
            for paragraph in (piece for long in found for piece in pieces(long)):
                if is_prose(paragraph, language.name) and of_script(paragraph, language) and seen.add(paragraph):
                    texts.append(paragraph)
                    size += len(paragraph.encode())
            if size > LARGEST:
                break
        if size > 5000:
            yield re.split(r"[-_]\d", package.name)[0], texts


def of_script(paragraph, language):
    """Whether a paragraph has signs of the language: pages that are not translated are in English."""
    marks = {"fr": r"\b(le|la|les|des|une|est|dans|que)\b", "de": r"\b(der|die|das|und|ist|ein|nicht|werden)\b",
             "es": r"\b(el|la|los|las|que|una|para|en)\b", "ja": "[\u3040-\u30ff]", "th": "[\u0e00-\u0e7f]"}
    pattern = marks.get(language.name)
    return not pattern or len(re.findall(pattern, paragraph)) >= 0.02 * len(paragraph) / (8 if language.space else 1)


BOOKS = {"isaiah": 23, "exodus": 2, "samuel": 9, "job": 18, "jeremiah": 24}


def bible(database, version):
    """Verses by place (book, chapter, verse) of a version of the Bible."""
    rows = sqlite3.connect(database).execute(
        f"select bNumber, cNumber, vNumber, vText from bible where bbName = ? and bNumber in ({','.join(map(str, BOOKS.values()))})"
        " order by 1, 2, 3", (version,))
    return {row[:3]: re.sub(r"<[^>]*>|[*¶]", "", row[3]).strip() for row in rows}


def speeches(package):
    """The State of the Union addresses, with their years."""
    for path, data in members(package):
        if path.endswith(".txt") and "/data/" in path:
            text = text_of(data)
            yield Path(path).stem, [piece.strip() for long in text.split("\n") for piece in pieces(long, 1200)]


def poems(package, limit=600_000):
    """Chinese prose and poetry: the Analects and its like, in simplified signs or not."""
    texts, size = [], 0
    for path, data in members(package):
        if path.endswith(".json") and re.search(r"lunyu|sishuwujing|shijing|youmengying|mengxue", path):
            for text in strings(json.loads(data)):
                if 20 <= len(text) and len(DENSE.findall(text)) > 0.6 * len(text):
                    texts.append(text)
                    size += len(text.encode())
        if size > limit:
            break
    return list(dict.fromkeys(texts))


def strings(value):
    """All strings in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)
