#!/usr/bin/python3
"""Kills a verb over many files at every call that writes, and lets every such call fail: no byte is lost,
a repetition finishes, and taking it back gives the tree and git's index as they were.

    tests/fault/plans.py PROGRAM SCENARIO [CALL:NUMBER:FAULT]
"""

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Callable

sys.path.insert(0, str(Path(__file__).parent))
from sandbox import Failure, Sandbox  # noqa: E402
from scenarios import with_session  # noqa: E402
from sweep import KILL, Point, main, points_of, record, try_points  # noqa: E402

LEGACY = {
    "output/architecture/2025-11-13_13-55-52_review_cs-architect.md": b"# Review\n" * 300,
    "output/reports/plan.md": b"# Plan\n",
    "output/analysis/plan.md": b"# Another plan\n",
}
LOOSE = {"output/notes.txt": b"not committed\n" * 900, "output/reports/img/chart.png": b"\x89PNG\0"}
STRAYS = {"docs/reports/review.md": b"# Stray review\n", "notes.md": b"# Never committed\n"}


def write(sandbox: Sandbox, files: dict[str, bytes]):
    for name, content in files.items():
        path = sandbox.repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def commit(sandbox: Sandbox, author: str = "Grace Hopper <grace@example.com>"):
    sandbox.git("add", "--all")
    sandbox.git("commit", "--quiet", f"--author={author}", "--message=Files")


def with_legacy(sandbox: Sandbox):
    sandbox.make_repository()
    write(sandbox, LEGACY | {"output/.gitignore": b"*\n!.gitignore\n"})
    sandbox.git("add", "--force", "--all", "output")
    commit(sandbox)
    write(sandbox, LOOSE)


def with_migrated(sandbox: Sandbox):
    with_legacy(sandbox)
    sandbox.must("migrate", "--execute", "--yes")


def with_kept(sandbox: Sandbox):
    with_legacy(sandbox)
    sandbox.must("migrate", "--keep", "--execute", "--yes")


def with_strays(sandbox: Sandbox):
    sandbox.make_repository()
    write(sandbox, {"docs/reports/review.md": STRAYS["docs/reports/review.md"]})
    commit(sandbox)
    sandbox.create()
    write(sandbox, {"notes.md": STRAYS["notes.md"]})


def with_drafts(sandbox: Sandbox):
    with_strays(sandbox)
    folder = next(sandbox.repository.glob("output/sessions/*/*_a3f42c"))
    drafts = str((folder / "drafts").relative_to(sandbox.repository))
    write(sandbox, {f"{drafts}/.gitignore": b"*\n", f"{drafts}/idea.md": b"# Idea\n" * 200})


def with_archived(sandbox: Sandbox):
    with_session(sandbox, committed=True)
    sandbox.must("archive", "a3f42c")


def with_moved(sandbox: Sandbox):
    with_session(sandbox, committed=True)
    sandbox.git("add", "plan.md")
    commit(sandbox)
    sandbox.must("add", "--move", "plan.md", "--agent", "cs-architect", "--topic", "plan")


def with_two_sessions(sandbox: Sandbox):
    with_session(sandbox, committed=True)
    sandbox.create("--ticket", "PROJ-9")


HAND_WRITTEN = b"""session_id: else
created_at: 2025-11-22T08:00:00
user: ada-lovelace
team: engineering
status: completed
work_context:
  branch: main
  project: Invoices
findings:
  - slow
retention:
  policy: project
  expires_at: 2026-05-22
"""


def with_disorder(sandbox: Sandbox):
    with_session(sandbox, committed=True)
    for _ in range(2):
        sandbox.create("--ticket", "PROJ-9")
    folders = sorted(sandbox.repository.glob("output/sessions/ada-lovelace/*"))
    for folder in folders:
        (folder / ".session-metadata.yaml").write_bytes(HAND_WRITTEN)
        (folder / "review_cs-architect.md").write_bytes(b"# Review\n")
    commit(sandbox, "Ada Lovelace <ada@example.com>")
    (folders[-1] / ".session-metadata.yaml").unlink()


SETTINGS = {
    ".claude/settings.json": b'{ "hooks": {"Stop": []} }',
    ".mcp.json": b'{"mcpServers":{"db":{"command":"db"}}}',
    "AGENTS.md": b"# Rules\r\n\r\nBe kind.",
}


def with_settings(sandbox: Sandbox):
    sandbox.make_repository()
    sandbox.must("setup", "--yes")
    write(sandbox, SETTINGS)
    commit(sandbox)


def with_setup(sandbox: Sandbox):
    with_settings(sandbox)
    sandbox.must("setup", "claude", "--yes")


@dataclass
class Scenario:
    prepare: Callable[[Sandbox], None]
    command: list[str]
    back: list[str]  # takes it back; empty: the command itself is a way back
    some_left: int = 4  # the exit code when what could not be read was named and left
    edits: tuple[str, ...] = ()  # whose bytes change; the operation keeps the old ones


SCENARIOS = {
    "migrate": Scenario(with_legacy, ["migrate", "--execute", "--yes"], ["migrate", "--rollback"]),
    "migrate-keep": Scenario(
        with_legacy, ["migrate", "--keep", "--execute", "--yes"], ["migrate", "--rollback"]
    ),
    "migrate-rollback": Scenario(with_migrated, ["migrate", "--rollback"], []),
    "migrate-remove": Scenario(
        with_kept, ["migrate", "--remove-legacy", "--execute", "--yes"], ["migrate", "--rollback"]
    ),
    "adopt": Scenario(
        with_strays,
        ["adopt", "--into", "a3f42c", "docs/reports/review.md", "notes.md"],
        ["undo"],
    ),
    "keep": Scenario(
        with_drafts,
        ["keep", "--session", "a3f42c", "idea.md", "docs/reports/review.md", "--agent", "cs-a"],
        ["undo"],
    ),
    "undo-archive": Scenario(with_archived, ["undo", "4"], []),
    "undo-move": Scenario(with_moved, ["undo", "4"], []),
    "doctor-fix": Scenario(with_disorder, ["doctor", "--fix", "--yes"], ["undo"], 1),
    "update-where": Scenario(
        with_two_sessions,
        ["update", "--where", "project=Invoices", "--add-tag", "q4", "--yes"],
        ["undo"],
    ),
    "setup": Scenario(
        with_settings, ["setup", "claude", "--yes"], ["undo"], edits=tuple(SETTINGS)
    ),
    "setup-remove": Scenario(
        with_setup,
        ["setup", "claude", "--remove", "--yes"],
        ["undo"],
        edits=(*SETTINGS, "CLAUDE.md", "SKILL.md"),
    ),
}


@dataclass
class State:
    files: dict[str, bytes]
    index: str

    def __eq__(self, other):
        return self.files == other.files and self.index == other.index


def observe(sandbox: Sandbox) -> State:
    files = {}
    for folder, folders, names in os.walk(sandbox.repository):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            if name.startswith(".incoming-") or name.endswith(".tmp"):
                continue  # what a crash may leave, as docs/formats.md says
            path = Path(folder) / name
            files[str(path.relative_to(sandbox.repository))] = path.read_bytes()
    return State(files, sandbox.git("ls-files", "--stage"))


def differences(now: State, wanted: State) -> str:
    names = sorted(
        name
        for name in now.files.keys() | wanted.files.keys()
        if now.files.get(name) != wanted.files.get(name)
    )
    return f"files that differ: {names}; index equal: {now.index == wanted.index}"


def unlock(sandbox: Sandbox):
    """What a killed git leaves: its own message says to remove it."""
    (sandbox.repository / ".git/index.lock").unlink(missing_ok=True)


def check_nothing_is_lost(before: State, now: State, edits: tuple[str, ...] = ()):
    there = {hashlib.sha256(content).digest() for content in now.files.values()}
    for name, content in before.files.items():
        is_ours = name.endswith((".session-metadata.yaml", ".gitignore", "MIGRATION_REPORT.md"))
        is_edited = any(fnmatch(name, f"*{edit}") for edit in edits)
        if not is_ours and not is_edited and hashlib.sha256(content).digest() not in there:
            raise Failure(f"what {name} held is nowhere")


def check_status(point: Point, result, done: bool):
    killed = result.returncode in (-9, 137)
    if point.fault == KILL:
        if not killed:
            raise Failure(f"was to be killed, but ended with {result.returncode}")
    elif killed or result.returncode < 0 or result.returncode > 128:
        raise Failure(f"died of a signal: {result.returncode}\n{result.stderr}")
    elif result.returncode == 0 and not done:
        raise Failure(f"reported success, but the work is not done\n{result.stderr}")
    elif result.returncode != 0 and not result.stderr.strip() and not point.may_be_silent():
        raise Failure(f"ended with {result.returncode} and said nothing")


def check_repetition(sandbox: Sandbox, command: list[str], before: State, after: State, done: bool):
    result = sandbox.run(*command)
    now = observe(sandbox)
    if now != after:
        raise Failure(
            f"the repetition ends with {result.returncode}, and it is not done: "
            f"{differences(now, after)}\n{result.stdout}{result.stderr}"
        )
    if result.returncode != 0 and not done:
        raise Failure(f"the repetition ends with {result.returncode}\n{result.stderr}")


def check_rest(sandbox: Sandbox, command: list[str], before: State):
    """What could not be read was named and left; it comes with the next run, so in another session."""
    result = sandbox.run(*command)
    check_nothing_is_lost(before, observe(sandbox))
    if result.returncode != 0:
        raise Failure(f"the rest ends with {result.returncode}\n{result.stderr}")


def check_way_back(sandbox: Sandbox, scenario: Scenario, before: State):
    was_touched = observe(sandbox) != before
    result = sandbox.run(*scenario.back)
    now = observe(sandbox)
    if now != before:
        raise Failure(
            f"taken back it is not as before: {differences(now, before)}\n"
            f"{result.stdout}{result.stderr}"
        )
    if result.returncode != 0 and was_touched:
        raise Failure(f"taking it back ends with {result.returncode}\n{result.stderr}")


def run_point(sandbox: Sandbox, scenario: Scenario, point: Point, before: State, after: State):
    sandbox.reset()
    result = sandbox.run(*scenario.command, prefix=point.prefix())
    unlock(sandbox)
    now = observe(sandbox)
    check_nothing_is_lost(before, now, scenario.edits)
    done = now == after
    check_status(point, result, done)
    faulty = sandbox.scratch / "faulty"
    shutil.rmtree(faulty, ignore_errors=True)
    if scenario.back:
        shutil.copytree(sandbox.repository, faulty, symlinks=True)
    is_part = now not in (before, after)
    if result.returncode == scenario.some_left and is_part:
        check_rest(sandbox, scenario.command, before)
    else:
        check_repetition(sandbox, scenario.command, before, after, done)
    if scenario.back:
        shutil.rmtree(sandbox.repository)
        shutil.copytree(faulty, sandbox.repository, symlinks=True)
        check_way_back(sandbox, scenario, before)


def sweep(sandbox: Sandbox, scenario: Scenario, only: str | None = None):
    scenario.prepare(sandbox)
    # What prepared the scene is not to be taken back.
    if scenario.back:
        shutil.rmtree(sandbox.repository / ".git/session/operations", ignore_errors=True)
    sandbox.keep()
    before = observe(sandbox)
    points = points_of(record(sandbox, scenario.command), sandbox.repository)
    after = observe(sandbox)
    if after == before:
        raise Failure("undisturbed it changes nothing")
    check_nothing_is_lost(before, after, scenario.edits)
    return try_points(points, only, lambda point: run_point(sandbox, scenario, point, before, after))


if __name__ == "__main__":
    sys.exit(main(__doc__, SCENARIOS, sweep))
