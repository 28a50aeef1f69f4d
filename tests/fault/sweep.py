#!/usr/bin/python3
"""Kills one verb at every call that writes, and lets every such call fail: old state or new state.

    tests/fault/sweep.py PROGRAM SCENARIO [CALL:NUMBER:FAULT]

The third argument runs one point only, as a failure names it: renameat2:1:KILL.
"""

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

sys.path.insert(0, str(Path(__file__).parent))
from sandbox import Failure, Sandbox, Session, observe, parsed, skip_without_strace  # noqa: E402
from scenarios import SCENARIOS, Scenario  # noqa: E402

OPENING = ["open", "openat", "openat2", "creat"]
WRITING = [
    "write",
    "writev",
    "pwrite64",
    "sendfile",
    "copy_file_range",
    "rename",
    "renameat",
    "renameat2",
    "fsync",
    "fdatasync",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "ftruncate",
    "fchmod",
    "fchmodat",
    "utimensat",
]
STARTING = ["clone", "clone3", "fork", "vfork"]
MOVING = ["rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat"]
SYNCING = ["fsync", "fdatasync"]
KILL = "KILL"


@dataclass
class Point:
    """One call of the verb's own process, and what shall go wrong there."""

    call: str
    number: int  # the how-manieth of its kind
    fault: str  # KILL, or the name of an error; with a plus: from here on
    line: str  # as strace shows it undisturbed
    late: bool  # everything has its place already

    def __str__(self):
        return f"{self.call}:{self.number}:{self.fault}"

    def prefix(self) -> tuple[str, ...]:
        when = f"{self.number}{'+' if self.fault.endswith('+') else ''}"
        what = "signal=KILL" if self.fault == KILL else f"error={self.fault.rstrip('+')}"
        return (
            "strace",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            f"trace={self.call}",
            "-e",
            f"inject={self.call}:{what}:when={when}",
            "--",
        )

    def may_fail_when_done(self) -> bool:
        """Done on the disk, yet not a success: not durable for certain, or the answer is lost."""
        is_reading = self.call in OPENING and "O_CREAT" not in self.line
        is_answer = re.match(r"\w+\([12],", self.line) is not None
        takes_answer_along = self.call == "write" and self.fault.endswith("+")
        return self.late or self.call in SYNCING or is_reading or is_answer or takes_answer_along

    def may_be_silent(self) -> bool:
        """The complaint itself cannot be written."""
        return self.call == "write" and (
            self.fault.endswith("+") or self.line.startswith("write(2,")
        )


@dataclass
class States:
    """What is there without the verb, and after an undisturbed run of it."""

    before: dict[str, Session]
    after: dict[str, Session]
    draft: bytes | None  # what `add` was given, in plan.md
    draft_stays: bool

    def is_done(self, repository: Path, now: dict[str, Session]) -> bool:
        return now == self.after and (repository / "plan.md").exists() == self.draft_stays


def known_calls() -> list[str]:
    """The calls that exist on this machine: arm64 has no rename and no mkdir."""

    def is_known(call):
        return (
            subprocess.run(
                ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "/bin/true"],
                capture_output=True,
            ).returncode
            == 0
        )

    return [call for call in OPENING + WRITING + STARTING if is_known(call)]


def record(sandbox: Sandbox, command: list[str]) -> list[tuple[str, int, str]]:
    """Runs the command undisturbed; each call as (name, number, line)."""
    log = sandbox.scratch / "calls"
    prefix = ("strace", "-qq", "-o", str(log), "-e", "trace=" + ",".join(known_calls()), "--")
    result = sandbox.run(*command, prefix=prefix)
    if result.returncode != 0:
        raise Failure(
            f"undisturbed, {' '.join(command)} ends with {result.returncode}:\n{result.stderr}"
        )
    calls, numbers = [], {}
    for line in log.read_text(errors="replace").splitlines():
        if match := re.match(r"(\w+)\(", line):
            name = match.group(1)
            numbers[name] = numbers.get(name, 0) + 1
            calls.append((name, numbers[name], line))
    return calls


def points_of(calls: list[tuple[str, int, str]], repository: Path) -> list[Point]:
    points = []
    last_move = max((index for index, call in enumerate(calls) if call[0] in MOVING), default=-1)
    for index, (name, number, line) in enumerate(calls):
        if name in STARTING:
            faults = ["EAGAIN"]
        elif name not in OPENING:
            faults = (
                [KILL, "EIO", "ENOSPC+", "EDQUOT"] if "write" in name else [KILL, "EIO", "ENOSPC+"]
            )
        elif re.search(r'"/', line) and str(repository) not in line:
            continue  # the loader's libraries and the system's own files
        else:
            faults = [KILL, "EIO", "ENOSPC+"] if "O_CREAT" in line else ["EIO"]
        points += [Point(name, number, fault, line, late=index > last_move) for fault in faults]
    return points


def check_whole(scenario: Scenario, states: States, now: dict[str, Session]):
    """Every session is the old one or the new one, and every byte of work is still there."""
    for name, session in now.items():
        known = [state[name] for state in (states.before, states.after) if name in state]
        if not known:
            raise Failure(f"session {name} is neither in the old state nor in the new one")
        if session.metadata is None and scenario.removes:
            continue
        if session.metadata is None:
            raise Failure(f"session {name} has no metadata file")
        parsed(session)
        if session.metadata not in [state.metadata for state in known]:
            raise Failure(
                f"metadata of {name} is neither old nor new:\n{session.metadata.decode()}"
            )
        if not scenario.two_steps and session.place not in [state.place for state in known]:
            raise Failure(f"session {name} lies in {session.place}")
        whole = {content for state in known for content in state.outputs.values()}
        for file, content in session.outputs.items():
            is_begun = scenario.has_child and any(one.startswith(content) for one in whole)
            if content not in whole and not is_begun:
                raise Failure(f"{file} in {name} is cut: {len(content)} bytes")
    for name, session in states.before.items():
        if scenario.removes:
            break
        if name not in now:
            raise Failure(f"session {name} is gone")
        after = states.after.get(name)
        for file, content in session.outputs.items():
            new = after.outputs.get(file, content) if after else content
            if now[name].outputs.get(file) not in (content, new):
                raise Failure(f"output {file} of {name} is lost or changed")


def check_draft(repository: Path, draft: bytes | None, now: dict[str, Session]):
    """The file that was given to `add` is there, at the old place or in the session."""
    if draft is None:
        return
    source = repository / "plan.md"
    if source.exists() and source.read_bytes() == draft:
        return
    if not any(draft in session.outputs.values() for session in now.values()):
        raise Failure("the given file is neither where it was nor in the session")


def check_status(point: Point, result, changes: bool, done: bool):
    killed = result.returncode in (-9, 137)
    if point.fault == KILL:
        if not killed:
            raise Failure(f"was to be killed, but ended with {result.returncode}")
        return
    if killed or result.returncode < 0 or result.returncode > 128:
        raise Failure(f"died of a signal: {result.returncode}\n{result.stderr}")
    if result.returncode == 0:
        if not done:
            raise Failure(
                f"reported success, but the work is not done\n{result.stdout}{result.stderr}"
            )
        return
    if not result.stderr.strip() and not point.may_be_silent():
        raise Failure(f"ended with {result.returncode} and said nothing")
    # The tree has all of it, git's index or the operation's end are missing: the message names the way out.
    names_way_out = re.search(r"hint: git session undo \d+ takes back", result.stderr)
    if done and changes and not point.may_fail_when_done() and not names_way_out:
        raise Failure(
            f"reported failure ({result.returncode}), but the work is done\n{result.stderr}"
        )


def run_point(sandbox: Sandbox, scenario: Scenario, point: Point, states: States):
    sandbox.reset()
    result = sandbox.run(*scenario.command, prefix=point.prefix())
    now = observe(sandbox.repository)
    check_whole(scenario, states, now)
    check_draft(sandbox.repository, states.draft, now)
    done = states.is_done(sandbox.repository, now)
    check_status(point, result, changes=states.after != states.before, done=done)

    again = sandbox.run(*(scenario.again or scenario.command))
    if again.returncode != 0:
        # `add --move` of a file that has moved already has nothing left to do.
        if not (done and "--move" in scenario.command):
            raise Failure(
                f"the repetition ends with {again.returncode}\n{again.stdout}{again.stderr}"
            )
    if scenario.then:
        sandbox.must(*scenario.then)
    finally_there = observe(sandbox.repository)
    if scenario.removes and finally_there != states.before:
        # What could be read was done by the faulted run already, as an operation of its own.
        sandbox.run(*scenario.then)
        finally_there = observe(sandbox.repository)
    if scenario.removes:
        if finally_there != states.before:
            raise Failure("after the repetition and undo not every byte is back")
    elif scenario.finished:
        scenario.finished(finally_there)
    elif finally_there != states.after:
        raise Failure("after the repetition the work is not done as in an undisturbed run")
    sandbox.expect_clean_doctor("after the repetition")


def sweep(sandbox: Sandbox, scenario: Scenario, only: str | None = None) -> tuple[int, list[str]]:
    scenario.prepare(sandbox)
    sandbox.keep()
    before = observe(sandbox.repository)
    plan = sandbox.repository / "plan.md"
    draft = plan.read_bytes() if "plan.md" in scenario.command else None
    points = points_of(record(sandbox, scenario.command), sandbox.repository)
    states = States(before, observe(sandbox.repository), draft, plan.exists())
    sandbox.expect_clean_doctor("after an undisturbed run")

    return try_points(points, only, lambda point: run_point(sandbox, scenario, point, states))


def try_points(points: list[Point], only: str | None, run: Callable) -> tuple[int, list[str]]:
    """How many points were tried (all, or the one that is named), and what failed."""
    points = [point for point in points if only in (None, str(point))]
    failures = []
    for point in points:
        try:
            run(point)
        except Failure as failure:
            failures.append(f"{point}  {point.line}\n  {failure}")
    return len(points), failures


def main(description: str, scenarios: dict, sweep: Callable) -> int:
    """The command line of a sweep: PROGRAM SCENARIO [POINT]."""
    if len(sys.argv) not in (3, 4) or sys.argv[2] not in scenarios:
        print(description, "\nScenarios:", ", ".join(scenarios), file=sys.stderr)
        return 2
    program, name = sys.argv[1:3]
    skip_without_strace()
    started = time.monotonic()
    with Sandbox(program) as sandbox:
        try:
            count, failures = sweep(sandbox, scenarios[name], *sys.argv[3:])
        except Failure as failure:
            print(f"{name}: before any fault: {failure}")
            return 1
    for failure in failures:
        print(f"{name} at {failure}\n")
    print(f"{name}: {count} points, {len(failures)} failed, {time.monotonic() - started:.0f} s")
    if count == 0:
        print("no point was found: the verb writes nothing, or there is no such point")
    return 1 if failures or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(__doc__, SCENARIOS, sweep))
