#!/usr/bin/python3
"""Many processes write to one session at once: no acknowledged change is lost.

    tests/fault/writers.py PROGRAM together|killed|archive
"""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sandbox import Failure, Sandbox, observe, parsed  # noqa: E402

WRITERS = 16
CHANGES = 40


def change(sandbox: Sandbox, session: str, writer: int, number: int) -> list[str]:
    """Every other change adds an output, the rest add a tag; the arguments."""
    if number % 2 == 0:
        draft = sandbox.scratch / f"draft-{writer}-{number}.md"
        draft.write_text(f"# Draft {writer}-{number}\n")
        return [
            "add",
            str(draft),
            "--session",
            session,
            "--agent",
            "cs-architect",
            "--topic",
            f"draft-{writer}-{number}",
        ]
    return ["update", session, "--add-tag", f"tag-{writer}-{number}"]


def start(sandbox: Sandbox, arguments: list[str]) -> subprocess.Popen:
    return subprocess.Popen(
        [sandbox.program, *arguments],
        cwd=sandbox.repository,
        env=sandbox.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def write_all(sandbox: Sandbox, session: str, writer: int, kill: bool) -> tuple[set, list[str]]:
    """One writer's changes in turn: those acknowledged, and the complaints of the others."""
    chance = random.Random(writer)
    acknowledged, complaints = set(), []
    for number in range(CHANGES):
        process = start(sandbox, change(sandbox, session, writer, number))
        if kill:
            time.sleep(chance.uniform(0, 0.05))
            process.kill()
        errors = process.communicate(timeout=120)[1].decode(errors="replace")
        if process.returncode == 0:
            acknowledged.add((writer, number))
        elif not kill:
            complaints.append(f"{writer}-{number}: exit {process.returncode}: {errors}")
    return acknowledged, complaints


def kept(sandbox: Sandbox, session: str) -> set:
    """The changes that are in the session now: listed and on the disk, or among the tags."""
    state = observe(sandbox.repository)[session]
    metadata = parsed(state)
    found = set()
    for tag in metadata.get("tags") or []:
        _, writer, number = tag.split("-")
        found.add((int(writer), int(number)))
    for output in metadata.get("outputs") or []:
        content = state.outputs.get(output["file"])
        if content is None:
            raise Failure(f"listed output {output['file']} is not there")
        writer, number = content.split()[2].split(b"-")
        if (int(writer), int(number)) in found:
            raise Failure(f"draft {int(writer)}-{int(number)} is listed twice")
        found.add((int(writer), int(number)))
    return found


def run_writers(sandbox: Sandbox, session: str, is_killed) -> tuple[set, list[str]]:
    acknowledged, complaints = set(), []
    with ThreadPoolExecutor(WRITERS) as pool:
        jobs = [
            pool.submit(write_all, sandbox, session, writer, is_killed(writer))
            for writer in range(WRITERS)
        ]
        for job in jobs:
            done, errors = job.result()
            acknowledged |= done
            complaints += errors
    return acknowledged, complaints


def expect_kept(sandbox: Sandbox, session: str, acknowledged: set):
    lost = acknowledged - kept(sandbox, session)
    if lost:
        raise Failure(
            f"{len(lost)} of {len(acknowledged)} acknowledged changes are lost: {sorted(lost)[:10]}"
        )


def together(sandbox: Sandbox, session: str) -> str:
    """All 640 changes of 16 writers are there."""
    acknowledged, complaints = run_writers(sandbox, session, lambda writer: False)
    if complaints:
        raise Failure(f"{len(complaints)} changes were refused, the first:\n{complaints[0]}")
    expect_kept(sandbox, session, acknowledged)
    if len(kept(sandbox, session)) != WRITERS * CHANGES:
        raise Failure(
            f"{len(kept(sandbox, session))} changes are there instead of {WRITERS * CHANGES}"
        )
    sandbox.expect_clean_doctor("after the writers")
    return f"{len(acknowledged)} changes"


def killed(sandbox: Sandbox, session: str) -> str:
    """Every third writer is killed again and again; what any of them was told is there."""
    acknowledged, complaints = run_writers(sandbox, session, lambda writer: writer % 3 == 0)
    if complaints:
        raise Failure(f"{len(complaints)} changes were refused, the first:\n{complaints[0]}")
    expect_kept(sandbox, session, acknowledged)
    sandbox.must("close", session)
    expect_kept(sandbox, session, acknowledged)
    sandbox.expect_clean_doctor("after the killed writers and close")
    return f"{len(acknowledged)} acknowledged changes"


def archive(sandbox: Sandbox, session: str) -> str:
    """The session moves to the archive and back all the while; no change ends up beside it."""
    acknowledged = set()
    with ThreadPoolExecutor(WRITERS) as pool:
        jobs = [pool.submit(write_all, sandbox, session, writer, False) for writer in range(4)]
        moves = 0
        while not all(job.done() for job in jobs):
            for verb in ("archive", "restore"):
                sandbox.git("status", "--short")  # an index.lock of somebody else, now and then
                result = start(sandbox, [verb, session])
                errors = result.communicate(timeout=120)[1].decode(errors="replace")
                if result.returncode != 0:
                    raise Failure(f"{verb} ends with {result.returncode} among writers:\n{errors}")
                moves += 1
        for job in jobs:
            acknowledged |= job.result()[0]
    expect_kept(sandbox, session, acknowledged)
    sandbox.must("close", session)
    sandbox.expect_clean_doctor("after the moves")
    return f"{len(acknowledged)} acknowledged changes, {moves} moves"


def main() -> int:
    tests = {"together": together, "killed": killed, "archive": archive}
    if len(sys.argv) != 3 or sys.argv[2] not in tests:
        print(__doc__, file=sys.stderr)
        return 2
    started = time.monotonic()
    with Sandbox(sys.argv[1]) as sandbox:
        sandbox.make_repository()
        session = sandbox.create()
        try:
            summary = tests[sys.argv[2]](sandbox, session)
        except Failure as failure:
            print(f"{sys.argv[2]}: {failure}")
            return 1
    print(f"{sys.argv[2]}: {summary}, {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
