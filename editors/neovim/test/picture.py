#!/usr/bin/env python3
"""Draws Neovim at work on the sample draft, for the README: a terminal's screen as an SVG file.

usage: picture.py NVIM SERVER OUT.svg      (tmux is needed)
"""
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

COLUMNS, ROWS = 112, 31
CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, MARGIN = 8.43, 18, 14, 10
NEOVIM = pathlib.Path(__file__).resolve().parents[1]
INIT = """
vim.o.termguicolors, vim.o.number, vim.o.swapfile, vim.o.ruler, vim.o.showcmd = true, true, false, false, false
vim.o.linebreak, vim.o.winborder, vim.o.laststatus, vim.o.signcolumn = true, 'rounded', 0, 'no'
vim.diagnostic.config({ virtual_text = { prefix = '■', format = function(found)
  return found.message:match('says: (.*)') or found.message
end } })
vim.lsp.enable('glossator')
"""
# The letters after which the screen is drawn, as tmux names keys.
KEYS = [":call search('firmly') | normal! 13kzt13j", "Enter", ":echo", "Enter", "K"]


def screen(nvim, server):
    """The lines of the screen with their escape sequences, after the keys."""
    scratch = pathlib.Path(tempfile.mkdtemp())
    shutil.copytree(NEOVIM.parent / "sample", scratch / "sample")
    shutil.copytree(NEOVIM / "lsp", scratch / "config/nvim/lsp")
    (scratch / "config/nvim/init.lua").write_text(INIT)
    (scratch / "bin").mkdir()
    (scratch / "bin/glossator").symlink_to(pathlib.Path(server).resolve())
    environment = dict(os.environ, PATH=f"{scratch}/bin:{os.environ['PATH']}", TERM="xterm-256color", LANG="C.UTF-8",
                       HOME=str(scratch), XDG_CONFIG_HOME=f"{scratch}/config", GLOSSATOR_CACHE_DIR=f"{scratch}/cache")
    environment.pop("TMUX", None)

    def tmux(*arguments):
        return subprocess.run(["tmux", "-u", "-f", "/dev/null", "-S", f"{scratch}/socket", *arguments], text=True,
                              env=environment, capture_output=True, check=True).stdout

    tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), "-c", f"{scratch}/sample",
         f"COLORTERM=truecolor {nvim} essay.md")
    try:
        tmux("set", "-g", "default-terminal", "tmux-256color")
        tmux("set", "-ga", "terminal-features", "xterm*:RGB:usstyle")
        time.sleep(4)
        for key in KEYS:
            tmux("send-keys", *(["-l"] if len(key) > 5 else []), key)
            time.sleep(0.7)
        time.sleep(1.5)
        return tmux("capture-pane", "-p", "-e").split("\n")[:ROWS]
    finally:
        tmux("kill-server")
        shutil.rmtree(scratch, ignore_errors=True)


class Style:
    """How the following letters look."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.text, self.ground, self.line_colour = None, None, None
        self.bold = self.italic = self.struck = self.reverse = self.dim = False
        self.underline = ""

    def colour(self, rest):
        """Takes `2;R;G;B` from the front of the numbers; Neovim has no other colours with `termguicolors`."""
        _, red, green, blue = (int(part) for part in rest[:4])
        del rest[:4]
        return f"#{red:02x}{green:02x}{blue:02x}"

    def apply(self, numbers):
        colours = re.sub(r"(38|48|58):2::?(\d+):(\d+):(\d+)", r"\1;2;\2;\3;\4", numbers)
        rest = colours.split(";")
        while rest:
            code = rest.pop(0)
            if code in ("", "0"):
                self.reset()
            elif code in ("38", "48", "58"):
                setattr(self, {"38": "text", "48": "ground", "58": "line_colour"}[code], self.colour(rest))
            elif code.startswith("4:") or code == "4":
                self.underline = {"4:0": "", "4:3": "wavy"}.get(code, "solid")
            else:
                flags = {"1": ("bold", True), "2": ("dim", True), "3": ("italic", True), "7": ("reverse", True),
                         "9": ("struck", True), "22": ("bold", False), "23": ("italic", False), "24": ("underline", ""),
                         "27": ("reverse", False), "29": ("struck", False), "39": ("text", None),
                         "49": ("ground", None)}
                if code in flags:
                    setattr(self, *flags[code])


def drawn(lines):
    """The SVG elements: grounds first, then the letters, one element for each run of one style."""
    grounds, letters, style = [], [], Style()
    for row, line in enumerate(lines):
        column = 0
        for sequence, run in re.findall(r"\x1b\[([\d;:]*)m|([^\x1b]+)", line.replace("\x0e", "").replace("\x0f", "")):
            if not run:
                style.apply(sequence)
                continue
            text, ground = style.text or "#e0e2ea", style.ground or "#14161b"
            if style.reverse:
                text, ground = ground, text
            x, y = MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT
            width = len(run) * CELL_WIDTH
            column += len(run)
            if ground != "#14161b":
                grounds.append(f'<rect x="{x:.1f}" y="{y}" width="{width + 0.3:.1f}" height="{CELL_HEIGHT}" '
                               f'fill="{ground}"/>')
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
                colour = style.line_colour or text
                letters.append(f'<path d="M{x:.1f} {y + 16.5}h{width:.1f}" stroke="{colour}" stroke-width="1.6"/>')
    return grounds + letters


def main():
    nvim, server, out = sys.argv[1:4]
    width, height = round(COLUMNS * CELL_WIDTH + 2 * MARGIN), ROWS * CELL_HEIGHT + 2 * MARGIN
    body = "\n".join(drawn(screen(os.path.abspath(nvim), server)))
    pathlib.Path(out).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f"font-family=\"'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"{FONT_SIZE}\">\n"
        f'<rect width="{width}" height="{height}" fill="#14161b"/>\n{body}\n</svg>\n')
    print(f"{out}: {width} × {height}")


if __name__ == "__main__":
    main()
