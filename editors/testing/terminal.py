"""A program in a terminal of its own, driven as a user drives it: keys are pressed, and the screen is read.

Nothing here sleeps and hopes. What a test waits for is looked for until it is there, and a gesture that a busy editor
swallowed is made again.
"""
import atexit
import os
import re
import subprocess
import tempfile
import time

# How long anything may take, in seconds; long, for busy machines. The variable is in milliseconds.
PATIENCE = float(os.environ.get("GLOSSATOR_PATIENCE") or 60000) / 1000
# How long the effect of a gesture is waited for before the gesture is made again.
AGAIN = max(PATIENCE / 8, 0.5)
# The pause between two looks.
PAUSE = 0.05


def until(condition, patience=PATIENCE):
    """Waits until the condition gives something true, and gives that, or what it gave last."""
    stop = time.monotonic() + patience
    while True:
        got = condition()
        if got or time.monotonic() > stop:
            return got
        time.sleep(PAUSE)


class Terminal:
    """A tmux server with one window in it, which nobody else knows of."""

    def __init__(self, command, folder, environment, columns=150, rows=50):
        """Runs `command`, a list, in `folder` with these variables added to those of this process."""
        self.socket = tempfile.mktemp(prefix="glossator-tmux-")
        self.environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8", **environment)
        self.environment.pop("TMUX", None)
        # Nobody else ends a tmux server: not the end of this process, and not that of its group.
        atexit.register(self.end)
        # The server reads its options before it starts the window: nothing is changed under a running program.
        with tempfile.NamedTemporaryFile("w", suffix=".conf") as options:
            options.write("set -g escape-time 0\nset -g status off\nset -g remain-on-exit on\nset -g mouse off\n"
                          "set -g default-terminal tmux-256color\nset -g focus-events off\n"
                          "set -as terminal-features ',*:RGB:usstyle'\n")
            options.flush()
            self.tmux("-f", options.name, "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(folder),
                      "--", *map(str, command))

    def tmux(self, *arguments):
        done = subprocess.run(["tmux", "-u", "-S", self.socket, *arguments], text=True, env=self.environment,
                              capture_output=True, timeout=60, check=False)
        return done.stdout

    def screen(self):
        """What is shown now, line by line, without colours."""
        return self.tmux("capture-pane", "-p").replace("\u00a0", " ")

    def coloured(self):
        """The lines of the screen with their escape sequences."""
        return self.tmux("capture-pane", "-p", "-e", "-N").rstrip("\n").split("\n")

    def text(self):
        """What is shown now in one line, with one space for all white space and the frames of windows."""
        return " ".join(re.sub(r"[↪│┃┆┊▌▐▏╭╮╰╯┌┐└┘─━═║]", " ", self.screen()).split())

    def press(self, *keys):
        """Presses keys, named as tmux names them: `Enter`, `C-x`, `Tab`."""
        for key in keys:
            self.tmux("send-keys", key)

    def type(self, text):
        """Types text, letter for letter."""
        self.tmux("send-keys", "-l", "--", text)

    def escape(self):
        """Presses the Escape key, in the form that no program takes for the beginning of another key."""
        self.tmux("send-keys", "-H", *"1b 5b 32 37 75".split())

    def shows(self, words, patience=PATIENCE):
        """Waits until the screen shows these words, and tells whether it does."""
        return bool(until(lambda: words in self.text(), patience))

    def hides(self, words, patience=PATIENCE):
        """Waits until the screen shows these words no more, and tells whether it does not."""
        return bool(until(lambda: words not in self.text(), patience))

    def still(self, patience=PATIENCE):
        """Waits until two looks in a row show the same, and gives that."""
        last = [None]

        def same():
            before, last[0] = last[0], self.screen()
            return before == last[0] and last[0].strip()

        time.sleep(PAUSE)
        until(same, patience)
        return last[0]

    def repeat(self, gesture, condition, patience=PATIENCE):
        """Makes a gesture until the condition holds, and gives what the condition gave last."""
        stop = time.monotonic() + patience
        while True:
            gesture()
            got = until(condition, AGAIN)
            if got or time.monotonic() > stop:
                return got

    def bring(self, gesture, words, patience=PATIENCE):
        """Makes a gesture until the screen shows these words, and tells whether it does."""
        return bool(self.repeat(gesture, lambda: words in self.text(), patience))

    def end(self):
        """Ends the program and the terminal."""
        atexit.unregister(self.end)
        self.tmux("kill-server")
        try:
            os.unlink(self.socket)
        except FileNotFoundError:
            pass
