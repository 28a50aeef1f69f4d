#!/usr/bin/python3
"""Kills the hook at every call that writes, and lets every such call fail: the agent goes on, no document is
touched, metadata is whole, and the events that follow record what is there, once.

    tests/fault/hooks.py PROGRAM SCENARIO [CALL:NUMBER:FAULT]
"""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

sys.path.insert(0, str(Path(__file__).parent))
from sandbox import Failure, Sandbox, parsed  # noqa: E402
from sandbox import observe as sessions_in  # noqa: E402
from sweep import KILL, Point, main, points_of, record, try_points  # noqa: E402

PAYLOADS = Path(__file__).parent.parent / "hook"
REVIEW = "2025-11-22_08-00-00_review_cs-architect.md"
DRAFT = "drafts/idea.md"


def event(sandbox: Sandbox, name: str, **words: str):
    """What the program reads from now on: an event of tests/hook."""
    words |= {"CWD": str(sandbox.repository), "CHAT": "chat-1", "AGENT": "cs-architect", "AGENT_ID": "a7e",
              "TRANSCRIPT": str(sandbox.scratch / "chat.jsonl")}
    text = (PAYLOADS / f"claude/{name}.json").read_text()
    sandbox.input = sandbox.scratch / "event.json"
    sandbox.input.write_text(re.sub(r"@(\w+)@", lambda match: words.get(match[1], ""), text))


def send(sandbox: Sandbox, name: str, **words: str):
    event(sandbox, name, **words)
    sandbox.must("hook", "claude")


def folder_of(sandbox: Sandbox) -> Path:
    return next(path for path in sandbox.repository.glob("output/sessions/*/*") if path.is_dir())


def path_of(sandbox: Sandbox, name: str) -> str:
    return str(folder_of(sandbox) / name)


def prepared(sandbox: Sandbox):
    sandbox.make_repository()
    sandbox.git("config", "session.capture", "keep")
    line = {"type": "assistant", "message": {"model": "claude-opus-4-1", "content": f"wrote {REVIEW} and plan.md"}}
    (sandbox.scratch / "chat.jsonl").write_text(json.dumps(line) + "\n")


def started(sandbox: Sandbox):
    prepared(sandbox)
    send(sandbox, "session-start")


def with_document(sandbox: Sandbox):
    started(sandbox)
    Path(path_of(sandbox, REVIEW)).write_text("# Review\n" * 100)


def with_draft(sandbox: Sandbox):
    prepared(sandbox)
    sandbox.git("config", "session.capture", "draft")
    send(sandbox, "session-start")
    Path(path_of(sandbox, DRAFT)).write_text("# Idea\n")


def with_turn(sandbox: Sandbox):
    with_document(sandbox)
    send(sandbox, "subagent-write", FILE=path_of(sandbox, REVIEW))
    Path(path_of(sandbox, "plan.md")).write_text("# Plan\n")


@dataclass
class Scenario:
    prepare: Callable[[Sandbox], None]
    name: str  # of the event
    file: str = ""  # that it names, in the session's folder


SCENARIOS = {
    "start": Scenario(prepared, "session-start"),
    "write": Scenario(with_document, "subagent-write", REVIEW),
    "draft": Scenario(with_draft, "subagent-write", DRAFT),
    "stop": Scenario(with_turn, "stop"),
    "end": Scenario(with_turn, "session-end"),
}


def documents(sandbox: Sandbox) -> dict[str, bytes]:
    return {str(path.relative_to(sandbox.repository)): path.read_bytes()
            for path in sandbox.repository.glob("output/**/*.md")}


def check_answer(point: Point, result):
    killed = result.returncode in (-9, 137)
    is_answer_lost = point.line.startswith("write(1,") or (point.call == "write" and point.fault.endswith("+"))
    if killed != (point.fault == KILL):
        raise Failure(f"ended with {result.returncode}\n{result.stderr}")
    if not killed and result.returncode != 0 and not is_answer_lost:
        raise Failure(f"the agent was held up: {result.returncode}\n{result.stderr}")
    if len(result.stderr.splitlines()) > 1:
        raise Failure(f"said more than a line:\n{result.stderr}")
    if result.stdout and not killed and not is_answer_lost:
        json.loads(result.stdout)


def check_recorded_once(sandbox: Sandbox):
    """After the rest of the chat, with nothing in its way."""
    for session in sessions_in(sandbox.repository).values():
        if session.metadata is None:
            raise Failure("documents lie in a folder without metadata")
        listed = [output["file"] for output in parsed(session)["outputs"]]
        there = [name for name in session.outputs if not name.startswith("drafts/")]
        if sorted(listed) != sorted(there):
            raise Failure(f"there: {sorted(there)}, listed: {sorted(listed)}")
        for output in parsed(session)["outputs"]:
            if output["file"] == REVIEW and output["agent"] not in ("cs-architect", "claude"):
                raise Failure(f"{REVIEW} was made by {output['agent']}")


def run_point(sandbox: Sandbox, scenario: Scenario, point: Point, before: dict[str, bytes]):
    sandbox.reset()
    words = {"FILE": path_of(sandbox, scenario.file)} if scenario.file else {}
    event(sandbox, scenario.name, **words)
    result = sandbox.run("hook", "claude", prefix=point.prefix())
    check_answer(point, result)
    if documents(sandbox) != before:
        raise Failure("a document was touched")
    for session in sessions_in(sandbox.repository).values():
        if session.metadata is not None:
            parsed(session)
    for name in (scenario.name, "stop", "session-end"):
        send(sandbox, name, **words)
    if documents(sandbox) != before:
        raise Failure("a document was touched by the events that followed")
    check_recorded_once(sandbox)
    sandbox.input = None
    sandbox.expect_clean_doctor("at the end of the chat")


def sweep(sandbox: Sandbox, scenario: Scenario, only: str | None = None):
    scenario.prepare(sandbox)
    sandbox.input = None
    sandbox.keep()
    before = documents(sandbox)
    event(sandbox, scenario.name, **({"FILE": path_of(sandbox, scenario.file)} if scenario.file else {}))
    points = points_of(record(sandbox, ["hook", "claude"]), sandbox.repository)
    return try_points(points, only, lambda point: run_point(sandbox, scenario, point, before))


if __name__ == "__main__":
    sys.exit(main(__doc__, SCENARIOS, sweep))
