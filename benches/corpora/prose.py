"""Prose out of files: what is markup, code or a list goes, the paragraphs of sentences stay."""
import gzip
import html
import json
import re

DROP = re.compile(
    r"<(script|style|pre|head|nav|svg|table|code|footer|select|button)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.S | re.I
)
INLINE = re.compile(
    r"</?(a|abbr|acronym|b|bdo|big|cite|code|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var)\b[^>]*>",
    re.I,
)
TAG = re.compile(r"<[^>]{0,2000}>", re.S)
SPACE = re.compile(r"\s+")
BLANK = re.compile(r"\n[ \t]*\n\s*")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
DENSE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
COMMON = set("the of and to a in is that it for as was with be by on not he are this or at from his but have an they "
             "which you we had has i their if can will all one its when there so would no may been who them more any".split())


def text_of(data):
    """The text of bytes in UTF-8, or else in Latin-1."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def from_html(text):
    """The paragraphs of a page of HTML, on one line each."""
    text = DROP.sub(lambda m: " " if m.group(1) and m.group(1).lower() == "code" else "\n\n", text)
    text = INLINE.sub("", text)
    text = SPACE.sub(" ", text)
    for paragraph in TAG.split(text):
        yield html.unescape(paragraph).strip()


def from_text(text):
    """The paragraphs of plain text: the indentation goes, line ends stay."""
    pages = text.replace("\r\n", "\n").split("\f")
    if len(pages) > 1:
        text = "\n".join(without_margins(page) for page in pages)
    for paragraph in BLANK.split(text):
        yield "\n".join(line.strip() for line in paragraph.split("\n")).strip()


def without_margins(page):
    """A printed page without its first and its last line that has words."""
    lines = page.strip("\n").split("\n")
    return "\n".join(lines[1:-1])


def from_rst(text):
    """The paragraphs of lightly marked-up text."""
    for paragraph in from_text(re.sub(r":[a-z:]+:`|``?|\*\*", "", text)):
        yield paragraph.lstrip("-*#.> ")


def from_pod(text):
    """The paragraphs of Perl's documentation."""
    text = "".join(re.findall(r"(?ms)^=(?:head|pod|over|item)\b.*?(?:^=cut|\Z)", text))
    text = re.sub(r"[A-Z]<<?\s?([^<>|]*(?:\|[^<>]*)?)\s?>?>", r"\1", text)
    return from_text("\n\n".join(p for p in BLANK.split(text) if not p.startswith((" ", "\t", "="))))


ROFF = re.compile(r"\\f(?:\(..|\[[^]]*\]|.)|\\[&%|^/]|\\s[-+]?\d")


def from_man(text):
    """The paragraphs of a manual page."""
    lines = []
    for line in text.split("\n"):
        line = ROFF.sub("", line).replace("\\-", "-").replace("\\(aq", "'").replace("\\(lq", "“").replace("\\(rq", "”")
        if line.startswith((".", "'")):
            request, _, rest = line.partition(" ")
            inline = request in (".B", ".I", ".BR", ".IR", ".RB", ".RI", ".BI", ".IB", ".Nm", ".Fl", ".Ar", ".Xr", ".Pa")
            lines.append(rest.replace('"', "") if inline else "\n")
        else:
            lines.append(line)
    return from_text("\n".join(lines))


def paragraphs(name, data):
    """The paragraphs of the file `name`, at most 6,000 characters each; none where its form is not known."""
    for paragraph in long_paragraphs(name, data):
        yield from pieces(paragraph)


def long_paragraphs(name, data):
    name = name.lower()
    if name.endswith(".gz"):
        try:
            data, name = gzip.decompress(data), name[:-3]
        except (OSError, EOFError):
            return
    if len(data) > 40_000_000 or "readme.md" in name or b"\0" in data[:4000]:
        return
    if name.endswith(".page"):
        yield from from_html(re.sub(r"</?(gui|guiseq|key|keyseq|app|link|cmd|var|file|input|sys)\b[^>]*>", "", text_of(data)))
    elif name.endswith(".json"):
        yield from from_json(data)
    elif name.endswith((".html", ".htm", ".xhtml", ".xht")):
        yield from from_html(text_of(data))
    elif re.search(r"/man/.*\.\d[a-z]*$", name):
        yield from from_man(text_of(data))
    elif name.endswith((".pod", ".pm")):
        yield from from_pod(text_of(data))
    elif name.endswith((".rst", ".md")) or "/_sources/" in name:
        yield from from_rst(text_of(data))
    elif name.endswith((".txt", ".info", ".text")) or re.search(r"\.info-\d+$|/news$|/readme$|/faq$|/howto$", name):
        yield from from_text(text_of(data))


def from_json(data):
    """The texts in JSON: lists of strings are the lines of one."""
    try:
        values = [json.loads(data)]
    except ValueError:
        return
    while values:
        value = values.pop()
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            yield "".join(value)
        elif isinstance(value, (list, dict)):
            values.extend(reversed(value if isinstance(value, list) else list(value.values())))
        elif isinstance(value, str):
            yield value


def pieces(paragraph, most=3000):
    """A long paragraph in pieces of whole sentences."""
    if len(paragraph) <= most:
        return [paragraph]
    found, begin = [], 0
    for end in re.finditer(r"(?<=[.!?])\s+|$", paragraph):
        if end.start() - begin > most // 2 or end.end() == len(paragraph):
            found.append(paragraph[begin : end.start()])
            begin = end.end()
    return found


def is_prose(paragraph, language="en"):
    """Whether a paragraph is sentences, and not code, a list of names or a table; any language is “*”."""
    if language in ("zh", "ja", "th", "*") and 25 <= len(paragraph) <= 6000 and dense(paragraph):
        return True
    if not 60 <= len(paragraph) <= 6000 or language in ("zh", "ja", "th"):
        return False
    words = WORD.findall(paragraph)
    letters = sum(map(len, words))
    solid = len(paragraph) - paragraph.count(" ") - paragraph.count("\n")
    if len(words) < 12 or letters < 0.8 * solid or not 3.0 <= letters / len(words) <= 8.5:
        return False
    if not re.search(r"[.!?…:;][\"'”’)\]]*\s*$", paragraph) and len(words) < 25:
        return False
    if language == "en":
        return sum(word.lower() in COMMON for word in words) >= 0.24 * len(words)
    if language in ("ru", "uk"):
        return sum("\u0400" <= word[0] <= "\u04ff" for word in words) > 0.75 * len(words)
    return True


def dense(paragraph):
    """Whether a paragraph is mostly in a script without spaces between words."""
    solid = len(paragraph) - paragraph.count(" ") - paragraph.count("\n")
    return len(DENSE.findall(paragraph)) > 0.6 * solid
