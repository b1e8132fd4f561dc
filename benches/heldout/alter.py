"""What writers, scanners and printers do to a passage: each way takes its words and gives other ones.

A passage is a list of words with the signs that stick to them; scripts without spaces have a word for each sign. Words
are joined by `Language.space`.
"""
import re

OCR = {
    "e": "co", "h": "b", "l": "1I", "m": ["rn", "nn"], "w": ["vv"], "u": "n", "i": "l1", "s": "5", "o": "0", "t": "f",
    "g": "q", "a": "o", "c": "e", "n": "u", "d": ["cl"], "b": "6h", "f": "t", "r": "", "y": "v", "I": "l", "é": "eè",
    "è": "eé", "ü": "u", "ö": "o", "ä": "a", "ß": "B", "ñ": "n", "í": "i", "ó": "o", "н": "п", "и": "нй", "ш": "щ",
    "о": "0", "з": "3", "б": "6", "п": "н", "е": "с", "л": "д", "ы": ["ьі"], "в": "з", "ц": "п", "т": "г", "м": "н",
}
KEYS = {
    **dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioposdfghjklkxcvbnmn")),
    **dict(zip("йцукенгшщзхфывапролджэячсмитьбю", "цукенгшщзхзывапролджэжчсмитьбюб")),
}
LIGATURES = [("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ")]


class Alterer:
    """The alterations of one language, with the chances of one generator."""

    def __init__(self, language, chance, vocabulary, common):
        self.language, self.chance, self.vocabulary, self.common = language, chance, vocabulary, common

    def join(self, words):
        return self.language.space.join(words)

    def other_word(self):
        return self.chance.choice(self.vocabulary if self.chance.random() < 0.5 else self.common)

    def some(self, words, share):
        """A share of the places of words, at least one."""
        count = max(1, round(share * len(words)))
        return set(self.chance.sample(range(len(words)), min(count, len(words))))

    def typography(self, words, severity):
        text = self.join(words)
        double, single = self.language.quotes
        text = re.sub(r'(^|[\s(—])"', rf"\1{double[0]}", text).replace('"', double[1])
        text = re.sub(r"(?<=\w)'", single[1], text)
        if severity >= 2:
            for plain, joined in LIGATURES:
                text = text.replace(plain, joined)
            text = text.replace("--", " — ").replace("...", "…").replace("—", " – ", 1)
        if severity >= 3:
            words = text.split(" ")
            for i in self.some(words, 0.1):
                words[i] = self.soften(words[i])
            text = "\u00a0".join([" ".join(words[:-2]), *words[-2:]]) if len(words) > 3 else " ".join(words)
            text = text.replace("-", "\u2011")
        return text

    def soften(self, word):
        """A word with a soft hyphen in it."""
        return f"{word[: len(word) // 2]}\u00ad{word[len(word) // 2 :]}" if len(word) > 5 else word

    def linebreak(self, words, severity):
        lines, line = [], ""
        width = self.chance.randint(35, 60) if severity == 1 else self.chance.randint(25, 45)
        for word in words:
            if len(line) + len(word) >= width:
                if severity == 2 and len(word) > 6 and word.isalpha() and self.language.space:
                    lines.append(f"{line} {word[:3]}-")
                    line = word[3:]
                    continue
                lines.append(line)
                line = word
            else:
                line = self.join([line, word]) if line else word
        return "\n".join([*lines, line])

    def case_punct(self, words, severity):
        text = self.join(words)
        if severity == 1:
            return text[:1].swapcase() + text[1:].rstrip(".,;:。、") + self.chance.choice(["", "!", "?", "."])
        if severity == 2:
            return re.sub(r"[,;:](?=\s)", lambda m: self.chance.choice([",", ";", ":", ""]), text).rstrip(",;") + "."
        count = self.chance.randint(2, 5)
        return self.join([word.upper() for word in words[:count]] + words[count:]) + "!"

    def ocr(self, words, severity):
        rate = (0.02, 0.05, 0.10, 0.15)[severity - 1]
        return self.noise(self.join(words), rate, self.misread)

    def noise(self, text, rate, change):
        places = [i for i, letter in enumerate(text) if letter.isalpha()]
        count = max(1, round(rate * len(places)))
        letters = list(text)
        for i in self.chance.sample(places, min(count, len(places))):
            letters[i] = change(letters[i])
        return "".join(letters)

    def misread(self, letter):
        if not self.language.space:
            return self.chance.choice(self.vocabulary)[0]
        if self.chance.random() < 0.1:
            return self.chance.choice(["", letter + ".", letter + " "])
        return self.chance.choice(list(OCR.get(letter, "")) or [letter + "'", ""])

    def typo(self, words, severity):
        share = (0.1, 0.25, 0.4)[severity - 1]
        words = list(words)
        for i in self.some(words, share):
            words[i] = self.mistype(words[i])
        return self.join(words)

    def mistype(self, word):
        at = self.chance.randrange(len(word))
        way = self.chance.randrange(4)
        if not self.language.space:
            return "" if way == 0 else word * 2 if way == 1 else self.chance.choice(self.vocabulary)
        if way == 0 and len(word) > 2:
            return word[:at] + word[at + 1 :]
        if way == 1 and at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if way == 2:
            return word[: at + 1] + word[at:]
        return word[:at] + KEYS.get(word[at].lower(), word[at]) + word[at + 1 :]

    def spelling(self, words, severity):
        """The words with other spellings; nothing where none of them has one."""
        text, changes = self.join(words), 0
        for pattern, other in self.language.spellings[severity > 1]:
            text, count = re.subn(pattern, other, text)
            changes += count
        return text if changes else None

    def word_drop(self, words, severity):
        gone = self.some(words[1:-1], 0.1 * severity)
        return self.join([word for i, word in enumerate(words) if i - 1 not in gone])

    def word_sub(self, words, severity):
        other = self.some(words, 0.1 * severity)
        return self.join([self.other_word() if i in other else word for i, word in enumerate(words)])

    def word_ins(self, words, severity):
        before = self.some(words, 0.1 * severity)
        out = []
        for i, word in enumerate(words):
            out += [self.other_word(), word] if i in before and i else [word]
        return self.join(out)

    def word_mix(self, words, severity):
        changed, out = self.some(words, 0.1 * severity), []
        for i, word in enumerate(words):
            way = self.chance.randrange(3) if i in changed else 3
            out += ([], [self.other_word()], [self.other_word(), word], [word])[way]
        return self.join(out)

    def bracket(self, words, severity):
        words = list(words)
        for _ in range(severity):
            at = self.chance.randrange(1, len(words))
            added = f"[{self.chance.choice(self.language.added)}]"
            words[at : at + self.chance.randrange(2)] = [added]
        if severity > 1 and words[0][:1].isalpha() and words[0][:1].swapcase() != words[0][:1]:
            words[0] = f"[{words[0][0].swapcase()}]{words[0][1:]}"
        if severity > 1:
            words.insert(self.chance.randrange(1, len(words)), "[sic]")
        return self.join(words)

    def ellipsis(self, parts):
        mark = self.chance.choice(["…", "...", " ... ", " . . . ", " […] ", " [...] ", " … "])
        return mark.join(self.join(part) for part in parts)

    def reorder(self, words, severity):
        words = list(words)
        if severity == 1:
            at = self.chance.randrange(len(words) - 1)
            words[at], words[at + 1] = words[at + 1], words[at]
            return self.join(words)
        cuts = [i + 1 for i, word in enumerate(words[:-3]) if i > 1 and word[-1] in ",;:，、；。."]
        cut = self.chance.choice(cuts) if cuts else len(words) // 2
        return self.join([*words[cut:], *words[:cut]])

    def overrun(self, words, severity):
        before, after = self.chance.choice(self.language.before), self.chance.choice(self.language.after)
        if severity == 1:
            return self.join([before, *words]) if self.chance.random() < 0.5 else self.join([*words, after])
        if severity == 2:
            return self.join([*words, after])
        return self.join([before, *words, after])

    def buried(self, words, severity):
        """A few words between many of the writer's own, on either side."""
        before = self.chance.sample(self.language.before, min(severity, len(self.language.before)))
        after = self.chance.sample(self.language.after, min(2, len(self.language.after)))
        return self.join([*before, *words, *after])

    def combo(self, parts, severity):
        left = [self.word_mix(part, 1).split(" ") if self.language.space else list(self.word_mix(part, 1)) for part in parts]
        left = [[word for word in part if word] or ["…"] for part in left]
        if severity > 1:
            left[0] = self.typo(left[0], severity - 1).split(" ") if self.language.space else left[0]
        left[-1].insert(len(left[-1]) // 2, f"[{self.chance.choice(self.language.added)}]")
        return self.ellipsis(left)
