"""A repository in which the fault tests run the program, and what they see of it."""

import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import yaml

METADATA = ".session-metadata.yaml"
SKIPPED = 77
DURATION = re.compile(rb"duration_ms: \d+")  # the one thing that no clock of ours pins
PR_SET_CHILD_SUBREAPER = 36


class Failure(Exception):
    """A promise that was not kept, in words."""


@dataclass
class Session:
    """One session folder as it lies on the disk."""

    place: str  # "sessions" or "archive"
    metadata: bytes | None
    outputs: dict[str, bytes] = field(default_factory=dict)


def observe(repository: Path) -> dict[str, Session]:
    """Every session by id. Hidden files are what a writer may leave: no output, no promise."""
    found = {}
    for place in ("sessions", "archive"):
        for folder in sorted(repository.glob(f"output/{place}/*/*")):
            if not folder.is_dir() or folder.name.startswith("."):
                continue
            if folder.name in found:
                raise Failure(f"session {folder.name} lies in sessions and in the archive")
            metadata = folder / METADATA
            text = metadata.read_bytes() if metadata.exists() else None
            session = Session(place, text and DURATION.sub(b"duration_ms: 0", text))
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    session.outputs[str(path.relative_to(folder))] = path.read_bytes()
            found[folder.name] = session
    return found


def parsed(session: Session) -> dict:
    """The metadata as a YAML reader that is not ours sees it."""
    return yaml.safe_load(session.metadata)


class Sandbox:
    """Owns the folder; `with` removes it. Times and ids are pinned: two runs give equal bytes."""

    def __init__(self, program: str):
        self.scratch = Path(tempfile.mkdtemp(prefix="git-session-fault."))
        self.repository = self.scratch / "repository"
        self.pristine = self.scratch / "pristine"
        self.program = os.path.realpath(program)
        self.input: Path | None = None  # what the program reads on stdin; None: nothing
        home = self.scratch / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(
            "[user]\nname = Ada Lovelace\nemail = ada@example.com\n[init]\ndefaultBranch = main\n"
        )
        stamp = "2025-11-22T08:15:30Z"
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(home),
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_DATE": stamp,
            "GIT_SESSION_TEST_NOW": stamp,
            "GIT_SESSION_TEST_RANDOM": "a3f42c7b89dec19f03c4f88a5d2e616b07f4e8139a",
            # A sanitized program cannot look for leaks while it is traced.
            "ASAN_OPTIONS": "detect_leaks=0",
        }
        # git's children outlive a killed program; they become ours, to be waited for.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.scratch, ignore_errors=True)

    def make_repository(self):
        self.repository.mkdir()
        self.git("init", "--quiet", "--template=", "--initial-branch=main")
        (self.repository / "README.md").write_text("# Invoices\n")
        self.git("add", "README.md")
        self.git("commit", "--quiet", "--message=Start")
        self.git("checkout", "--quiet", "-b", "feature/PROJ-123-invoices")

    def keep(self):
        """What is there now is what reset() goes back to."""
        shutil.rmtree(self.pristine, ignore_errors=True)
        shutil.copytree(self.repository, self.pristine, symlinks=True)

    def reset(self):
        shutil.rmtree(self.repository, ignore_errors=True)
        shutil.copytree(self.pristine, self.repository, symlinks=True)

    def git(self, *arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.repository,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def run(
        self, *arguments: str, prefix: tuple[str, ...] = (), **options
    ) -> subprocess.CompletedProcess:
        """Runs the program behind `prefix` (strace and its options); waits for its children."""
        with open(self.input or os.devnull, "rb") as stdin:
            result = subprocess.run(
                [*prefix, self.program, *arguments],
                cwd=self.repository,
                env=self.environment,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=60,
                stdin=stdin,
                **options,
            )
        wait_for_orphans()
        return result

    def must(self, *arguments: str) -> str:
        """Runs the program and expects success; its stdout."""
        result = self.run(*arguments)
        if result.returncode != 0:
            raise Failure(
                f"{' '.join(arguments)}: exit {result.returncode}\n{result.stdout}{result.stderr}"
            )
        return result.stdout

    def create(self, *options: str) -> str:
        """Makes a session and returns its id."""
        answer = self.must(
            "create", "--team", "engineering", "--project", "Invoices", "--json", *options
        )
        answer = json.loads(answer)
        return answer.get("session", answer)["session_id"]

    def expect_clean_doctor(self, when: str):
        result = self.run("doctor")
        if result.returncode != 0:
            raise Failure(f"doctor has findings {when}:\n{result.stdout}{result.stderr}")


def wait_for_orphans():
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def skip_without_strace():
    """Ends this test as skipped where strace is missing or may not trace."""
    try:
        allowed = (
            subprocess.run(
                ["strace", "-qq", "-o", "/dev/null", "/bin/true"], capture_output=True, timeout=60
            ).returncode
            == 0
        )
    except FileNotFoundError:
        allowed = False
    if not allowed:
        print("skipped: strace is missing or ptrace is not permitted here")
        sys.exit(SKIPPED)
