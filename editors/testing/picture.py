"""Draws a terminal's screen as an SVG file: the pictures of the READMEs, made by the tests themselves."""
import html
import pathlib
import re

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, MARGIN = 8.43, 18, 14, 10
GROUND, TEXT = "#14161b", "#e0e2ea"
# The sixteen colours that a terminal names: those of xterm, the dark ones a little lighter, to be read on a dark ground.
NAMED = ("#14161b #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #c8ccd4 "
         "#7f848e #f08a8f #b5e08f #f0d58f #8ac6ff #dd9bf0 #7fdbe6 #ffffff").split()
# What numbers switch on and off.
FLAGS = {"1": ("bold", True), "3": ("italic", True), "7": ("reverse", True), "9": ("struck", True), "22": ("bold", False),
         "23": ("italic", False), "24": ("underline", ""), "27": ("reverse", False), "29": ("struck", False),
         "39": ("text", None), "49": ("ground", None), "59": ("line", None)}


def colour(number):
    """The colour of one of the 256 numbers that xterm gives them."""
    if number < 16:
        return NAMED[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    levels = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#" + "".join(f"{levels[number // step % 6]:02x}" for step in (36, 6, 1))


class Style:
    """How the following letters look."""

    def __init__(self):
        self.text = self.ground = self.line = None
        self.bold = self.italic = self.struck = self.reverse = False
        self.underline = ""

    def apply(self, numbers):
        """Takes the numbers of one escape sequence in."""
        rest = re.sub(r"(38|48|58):2::?(\d+):(\d+):(\d+)", r"\1;2;\2;\3;\4", numbers)
        rest = re.sub(r"(38|48|58):5:(\d+)", r"\1;5;\2", rest).split(";")
        while rest:
            code = rest.pop(0)
            if code in ("", "0"):
                self.__init__()
            elif code in ("38", "48", "58"):
                if rest.pop(0) == "5":
                    chosen = colour(int(rest.pop(0)))
                else:
                    chosen = "#" + "".join(f"{int(rest.pop(0)):02x}" for _ in range(3))
                setattr(self, {"38": "text", "48": "ground", "58": "line"}[code], chosen)
            elif code == "4" or code.startswith("4:"):
                self.underline = {"4:0": "", "4:3": "wavy"}.get(code, "solid")
            elif code in FLAGS:
                setattr(self, *FLAGS[code])
            elif code.isdigit() and int(code) // 10 in (3, 4, 9, 10):
                place = "text" if int(code) // 10 in (3, 9) else "ground"
                setattr(self, place, colour(int(code) % 10 + (8 if int(code) >= 90 else 0)))


def elements(lines):
    """The SVG elements: grounds, then letters and lines below them, one element for each run of one style."""
    grounds, letters, style = [], [], Style()
    for row, line in enumerate(lines):
        column = 0
        for sequence, run in re.findall(r"\x1b\[([\d;:]*)m|([^\x1b\x0e\x0f]+)", line):
            if not run:
                style.apply(sequence)
                continue
            text, ground = style.text or TEXT, style.ground or GROUND
            if style.reverse:
                text, ground = ground, text
            x, y, width = MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT, len(run) * CELL_WIDTH
            column += len(run)
            if ground != GROUND:
                grounds.append(f'<rect x="{x:.1f}" y="{y}" width="{width + 0.3:.1f}" height="{CELL_HEIGHT}" fill="{ground}"/>')
            look = f'fill="{text}"'
            look += ' font-weight="bold"' if style.bold else ""
            look += ' font-style="italic"' if style.italic else ""
            look += ' text-decoration="line-through"' if style.struck else ""
            # Each word at a place of its own keeps the columns straight in any font.
            for word in re.finditer(r"\S+", run):
                at, long = x + word.start() * CELL_WIDTH, len(word.group()) * CELL_WIDTH
                letters.append(f'<text x="{at:.1f}" y="{y + 13.5}" textLength="{long:.1f}" '
                               f'lengthAdjust="spacingAndGlyphs" {look}>{html.escape(word.group())}</text>')
            if style.underline:
                letters.append(f'<path d="M{x:.1f} {y + 16.5}h{width:.1f}" stroke="{style.line or text}" stroke-width="1.6"/>')
    return grounds + letters


def draw(lines, path):
    """Writes lines with their escape sequences as a picture."""
    columns = max(len(re.sub(r"\x1b\[[\d;:]*m", "", line)) for line in lines)
    width, height = round(columns * CELL_WIDTH + 2 * MARGIN), len(lines) * CELL_HEIGHT + 2 * MARGIN
    body = "\n".join(elements(lines))
    pathlib.Path(path).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f"font-family=\"'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"{FONT_SIZE}\">\n"
        f'<rect width="{width}" height="{height}" fill="{GROUND}"/>\n{body}\n</svg>\n')
