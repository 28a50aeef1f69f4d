"""A home, a repository with outputs that are committed and pushed, and what commands say in it."""

import json
import shutil
import subprocess
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from checks import holds

LIMIT = 120  # seconds for one command

NOTE, PLAN, ANALYSIS = "note_cs-architect.md", "plan_cs-architect.md", "analysis_cs-business-analyst.md"
OUTPUTS = {
    NOTE: "# A note\n\nThe first paragraph, żółw.\n\nThe *second* paragraph.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n",
    PLAN: "# The plan\n\n![A chart](img/chart.png)\n\nAs the [analysis](analysis_cs-business-analyst.md) says.\n\n"
          "![Again](img/chart.png) ![Other](img/map.png)\n\n```python\nprint('<&>')\n```\n",
    ANALYSIS: "# The analysis\n\nFor [the plan](plan_cs-architect.md).\n",
}


def png(shade):
    """A picture of one pixel."""
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
            + chunk(b"IDAT", zlib.compress(bytes([0, shade]))) + chunk(b"IEND", b""))


@dataclass
class Ended:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def reason(self):
        return self.json["error"].get("reason")

    def ok(self):
        assert self.code == 0, f"exit {self.code}\n{self.out}\n{self.err}"
        return self

    def refused(self, *parts):
        assert self.code == 5, f"exit {self.code}\n{self.out}\n{self.err}"
        return self.says(*parts)

    def failed(self, *parts):
        assert self.code in (1, 2, 5), f"exit {self.code}\n{self.out}\n{self.err}"
        assert "runtime error" not in self.err and "Sanitizer" not in self.err, self.err
        return self.says(*parts)

    def says(self, *parts):
        for part in parts:
            holds(self.out + self.err, part)
        return self


class Template:
    """The repository that every test begins with, made once."""

    def __init__(self, program):
        self.program = program
        self.root = Path(tempfile.mkdtemp(prefix="git-session-publish."))
        place = Place(self.root, program)
        place.make()
        self.session = place.session
        self.options = place.run("promote", "--help").out

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class Place:
    """A home, a repository in it and its origin."""

    def __init__(self, root, program):
        self.root, self.program = Path(root), program
        self.repository = self.root / "repository"
        self.said = []  # everything that programs printed
        self.environment = {
            "PATH": f"{self.root}/bin:/usr/bin:/bin",
            "HOME": str(self.root / "home"),
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_SESSION_TEST_NOW": "2025-11-22T08:15:30Z",
        }

    def make(self):
        for name in ("home", "bin", "repository"):
            (self.root / name).mkdir()
        self.git("config", "--global", "user.name", "Ada Łovelace")
        self.git("config", "--global", "user.email", "ada@example.com")
        self.git("init", "--quiet", "--template=", "--bare", str(self.root / "origin.git"))
        self.git("init", "--quiet", "--template=", "--initial-branch=feature/invoices")
        self.git("remote", "add", "origin", "../origin.git")
        self.run("create", "--team", "engineering", "--project", "Invoices", "--ticket", "PROJ-123", "--quiet").ok()
        for name, text in OUTPUTS.items():
            self.write(name, text)
        self.write("img/chart.png", png(10))
        self.write("img/map.png", png(20))
        self.commit()

    @property
    def session(self):
        return next(self.repository.glob("output/sessions/*/*"))

    def write(self, name, text):
        path = self.session / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def commit(self, push=True):
        """As a user does it before publishing."""
        self.run("commit", "--quiet").ok()
        self.git("add", "--all")
        if subprocess.run(["git", "diff", "--cached", "--quiet"], cwd=self.repository, env=self.environment, check=False).returncode:
            self.git("commit", "--quiet", "--message", "docs(session): what is left")
        if push:
            self.git("push", "--quiet", "--set-upstream", "origin", "HEAD")

    def git(self, *words, check=True, **options):
        return subprocess.run(["git", *words], cwd=options.pop("cwd", self.repository), env=self.environment, check=check,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options).stdout

    def start(self, *words, cwd=None, **more):
        return subprocess.Popen([self.program, *words], cwd=cwd or self.repository, env=self.environment | more,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def ended(self, child):
        out, err = child.communicate(timeout=LIMIT)
        self.said += [out, err]
        return Ended(child.returncode, out, err)

    def run(self, *words, **more):
        return self.ended(self.start(*words, **more))
