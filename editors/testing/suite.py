"""What the tests of all editors share: a scratch folder with the sample draft in it, the server, and the counting.

A test prints a line for each assertion and closes with `N passed, N failed`. It ends with 0 if all holds, with 1 if not,
and with SKIPPED, after a line that says why, where its editor is missing.
"""
import atexit
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

EDITORS = pathlib.Path(__file__).resolve().parents[1]
ROOT = EDITORS.parent
INSTALLED = ROOT / "target/editors/bin"
SKIPPED = 77

# Of the sample draft and its sources, as they are: what the tests ask for.
FIVE = "Five Principles of Peaceful Coexistence"
DEFINITION = "mutual respect for territorial integrity and sovereignty"
DEFINED = "In 1953, China advanced"
DEFINED_IN = "The Objective of CPC's International Relations, line 19"
QUOTED = "We hope to have a peaceful international environment"
QUOTED_FROM = "objective-of-cpc-international-relations.txt"
MENDED = "policy is against hegemony"


def program(*names):
    """The first of these programs that is installed, or `None`."""
    for name in names:
        own = INSTALLED / name
        found = str(own) if own.exists() else shutil.which(name)
        if found:
            return found
    return None


def skip(reason):
    """Ends the test: the editor is not there."""
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def end_on_signals():
    """Lets a signal end this process as `sys.exit` does: what it started is ended, and what it wrote is removed."""

    def end(number, _):
        for other in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(other, signal.SIG_IGN)
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)


def start(command, **options):
    """Starts a program that ends when this process does, at the latest."""
    process = subprocess.Popen(command, **options)

    def end():
        if process.poll() is None:
            process.terminate()
            process.wait(20)

    atexit.register(end)
    return process


class Suite:
    """One run of one editor's test."""

    def __init__(self, editor, version):
        """Prepares a scratch folder; `editor` and `version` are said in the first line."""
        print(f"{editor} {version}", flush=True)
        end_on_signals()
        self.passed = self.failed = 0
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="glossator-test-")).resolve()
        atexit.register(shutil.rmtree, self.scratch, ignore_errors=True)
        self.home = self.scratch / "home"
        self.workspace = self.scratch / "work"
        shutil.copytree(EDITORS / "sample", self.workspace)
        # A repository has its root here, for editors that look for one.
        (self.workspace / ".git").mkdir()
        (self.workspace / ".git/HEAD").write_text("ref: refs/heads/main\n")
        commands = self.scratch / "bin"
        commands.mkdir()
        self.home.mkdir()
        (commands / "glossator").symlink_to(server())
        self.environment = {
            "PATH": f"{commands}:{os.environ['PATH']}",
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "GLOSSATOR_CACHE_DIR": str(self.scratch / "cache"),
        }

    def write(self, path, text):
        """Writes a file below the home folder."""
        path = self.home / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def draft(self, name="essay.md"):
        """A draft as it is on the disk now. One that is empty is being written: editors truncate first."""
        for _ in range(20):
            text = (self.workspace / name).read_text()
            if text:
                break
            time.sleep(0.1)
        return text

    def check(self, name, holds, detail=""):
        """Counts an assertion, and says it; `detail` is shown if it fails."""
        self.passed += bool(holds)
        self.failed += not holds
        print(f"{'ok' if holds else 'not ok'} {self.passed + self.failed} - {name}", flush=True)
        if not holds and detail:
            print("  " + str(detail).rstrip().replace("\n", "\n  "), flush=True)
        return bool(holds)

    def aside(self, name, holds, detail=""):
        """Says what is not counted while it holds: it is about something that need not be here, or no server has a part in it.
        If it does not hold, that is a failure as any other."""
        if not holds:
            return self.check(name, holds, detail)
        print(f"ok (not counted) - {name}", flush=True)
        return True

    def scenario(self, run):
        """Runs a part of the test, a function that is given `check`; what stops it is a failure, and the next one goes on."""
        name = run.__name__.replace("_", " ")
        print(f"# {name}", flush=True)
        try:
            run(self.check)
        except Exception:  # whatever it is, it is told
            self.check(f"{name} comes to its end", False, traceback.format_exc())

    def close(self):
        """Says how it went, and ends the process."""
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        sys.exit(0 if self.passed and not self.failed else 1)


def expected(draft):
    """What the sample says of a draft's quotations: the codes of the findings, in the order of the text."""
    codes = []
    for entry in re.split(r"(?m)^\[\[quotation\]\]$", (EDITORS / "sample/expected.toml").read_text())[1:]:
        fields = dict(re.findall(r'(?m)^(\w+) *= "([^"]*)"', entry))
        if fields["file"] == draft and fields["verdict"] == "other-translation":
            codes.append("other-translation")
        elif fields["file"] == draft and fields["verdict"] == "altered":
            codes.append("spelling" if fields["kind"] == "spelling" else "misquotation")
    return codes


def server():
    """The server under test: $GLOSSATOR_SERVER, else what was built last."""
    named = os.environ.get("GLOSSATOR_SERVER")
    built = [ROOT / "target" / profile / "glossator" for profile in ("release", "debug")]
    there = [pathlib.Path(named)] if named else [path for path in built if path.exists()]
    if not there:
        sys.exit("no server: run 'cargo build' first, or set GLOSSATOR_SERVER")
    return max(there, key=lambda path: path.stat().st_mtime).resolve()
