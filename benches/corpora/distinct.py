"""Which paragraphs were seen before, wholly or mostly."""
import re

WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|\w+")
SPAN = 8
BITS = 1 << 31


class Seen:
    """The runs of eight words that were seen, a fourth of them as the words choose, in a filter of bits."""

    def __init__(self):
        self.bits = bytearray(BITS // 8)
        self.runs = self.repeated = 0

    def add(self, paragraph, most=0.25):
        """Whether at most a share `most` of the paragraph was seen; if so, it is seen from now on."""
        words = WORD.findall(paragraph.lower())
        if len(words) < SPAN:
            places = [hash(tuple(words)) % BITS]
        else:
            ends = range(len(words) - SPAN + 1)
            places = [hash(tuple(words[i : i + SPAN])) % BITS for i in ends if hash(words[i]) % 4 == 0 or i == 0]
        bits = self.bits
        old = sum(bits[place >> 3] >> (place & 7) & 1 for place in places)
        if old > most * len(places):
            return False
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        self.runs += len(places)
        self.repeated += old
        return True
