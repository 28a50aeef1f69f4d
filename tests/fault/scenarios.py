"""The verbs that the sweep takes apart: what is there, what is typed, and typed again."""

import os
from dataclasses import dataclass, field
from typing import Callable

from sandbox import Failure, Sandbox, Session, parsed

REVIEW = "2025-11-22_08-00-00_architecture-review_cs-architect.md"
PROCESS = "2025-11-22_08-05-00_invoice-process_cs-business-analyst.md"
NOTES = "2025-11-22_08-10-00_interview-notes_cs-product-manager.md"
DRAFT = b"# Roll-out plan\n\n" + b"Every invoice is checked twice before it is sent.\n" * 200


@dataclass
class Scenario:
    prepare: Callable[[Sandbox], None]
    command: list[str]
    again: list[str] = field(default_factory=list)  # empty: the same command
    then: list[str] = field(default_factory=list)  # typed at the end; empty: nothing
    # Folder and metadata change one after the other; the folder's place alone says where it is.
    two_steps: bool = False
    # What a child writes is kept as far as it came, and may stay unlisted: a prefix of the whole.
    has_child: bool = False
    # Files go, and `undo` at the end gives every byte back.
    removes: bool = False
    finished: Callable[
        [dict[str, Session]], None
    ] | None = None  # None: equal to an undisturbed run


def with_session(sandbox: Sandbox, committed: bool = False):
    """A session with two listed outputs and one that nobody listed, and a draft outside."""
    sandbox.make_repository()
    session = sandbox.create()
    folder = next(sandbox.repository.glob(f"output/sessions/*/{session}"))
    for name, heading in ((REVIEW, "# Review"), (PROCESS, "# Process")):
        (folder / name).write_text(f"{heading}\n\nThree services, one queue.\n")
        sandbox.must("add", str(folder / name))
    (sandbox.repository / "plan.md").write_bytes(DRAFT)
    if committed:
        sandbox.git("add", "output")
        sandbox.git("commit", "--quiet", "--message=Outputs")


def with_unlisted_output(sandbox: Sandbox):
    with_session(sandbox)
    folder = next(sandbox.repository.glob("output/sessions/*/*_a3f42c"))
    (folder / NOTES).write_text("# Notes\n\nFour steps are done by hand.\n")


# Never given out, and put together here so that nobody takes this line for a secret.
LEAK = "ghp_" + "Zq8vLw2KxR5tYb7NcMd3" + "Fg6Hj9PsTu4Vk1Xa"


def with_leaks(sandbox: Sandbox):
    """A secret in a file of the session, to be redacted where it lies."""
    with_session(sandbox)
    sandbox.git("config", "session.secrets", "redact")
    folder = next(sandbox.repository.glob("output/sessions/*/*_a3f42c"))
    (folder / NOTES).write_text(f"# Notes\n\nIt works with {LEAK}.\n")


def archived(sandbox: Sandbox, committed: bool):
    with_session(sandbox, committed)
    sandbox.must("close")
    sandbox.must("archive", "a3f42c")
    if committed:
        sandbox.git("add", "--all")
        sandbox.git("commit", "--quiet", "--message=Archive")


def with_expired(sandbox: Sandbox):
    """A session past its date, half of it committed, and one that is not."""
    with_session(sandbox, committed=True)
    sandbox.must("update", "a3f42c", "--expires", "2025-11-01")
    folder = next(sandbox.repository.glob("output/sessions/*/*_a3f42c"))
    (folder / NOTES).write_text("# Notes\n\nFour steps are done by hand.\n")
    sandbox.must("add", str(folder / NOTES))
    sandbox.create()


def with_long_archived(sandbox: Sandbox):
    """A session that may be purged, and another that is past its date and has an old draft."""
    archived(sandbox, committed=True)
    folder = next(sandbox.repository.glob("output/archive/*/*_a3f42c"))
    metadata = folder / ".session-metadata.yaml"
    metadata.write_text(
        metadata.read_text().replace('archived_at: "2025-11-22', 'archived_at: "2025-01-22')
    )
    sandbox.git("commit", "--quiet", "--all", "--message=Long ago")
    sandbox.git("update-ref", "refs/remotes/origin/main", "HEAD")
    sandbox.git("config", "session.purgeAfter", "90d")
    sandbox.create()
    sandbox.must("update", "7b89de", "--expires", "2025-11-01")
    drafts = next(sandbox.repository.glob("output/sessions/*/*_7b89de")) / "drafts"
    drafts.mkdir()
    (drafts / ".gitignore").write_text("*\n")
    (drafts / "idea.md").write_text("An idea\n")
    os.utime(drafts / "idea.md", (0, 0))


def one_new_session(sessions: dict[str, Session]):
    """`create --reuse` after a create that died: the session of this branch is there once."""
    if len(sessions) != 1:
        raise Failure(f"expected one session, there are: {', '.join(sessions)}")


def draft_listed_once(sessions: dict[str, Session]):
    (session,) = sessions.values()
    copies = [name for name, content in session.outputs.items() if content == DRAFT]
    listed = [output["file"] for output in parsed(session)["outputs"]]
    if len(copies) != 1 or listed.count(copies[0]) != 1:
        raise Failure(
            f"the plan should be there once and listed once; copies: {copies}, listed: {listed}"
        )


def leaks_redacted(sessions: dict[str, Session]):
    (session,) = sessions.values()
    redacted = [name for name, content in session.outputs.items() if b"[redacted:" in content]
    listed = [output["file"] for output in parsed(session)["outputs"]]
    if len(redacted) != 1 or any(listed.count(name) != 1 for name in redacted):
        raise Failure(f"redacted: {redacted}, listed: {listed}")
    if any(LEAK.encode() in content for content in session.outputs.values()):
        raise Failure("the secret is in an output")


def child_output_listed(sessions: dict[str, Session]):
    """After a `run` that died, another and `close`: what was kept is listed, once whole."""
    (session,) = sessions.values()
    listed = [output["file"] for output in parsed(session)["outputs"]]
    if sorted(listed) != sorted(session.outputs):
        raise Failure(f"there: {sorted(session.outputs)}, listed: {sorted(listed)}")
    if DRAFT not in session.outputs.values():
        raise Failure("what the child printed is nowhere whole")


def review_promoted(sessions: dict[str, Session]):
    (session,) = sessions.values()
    promoted = [output["file"] for output in parsed(session)["outputs"] if output["promoted"]]
    if promoted != [REVIEW]:
        raise Failure(f"promoted: {promoted}")


SCENARIOS = {
    "create": Scenario(
        prepare=Sandbox.make_repository,
        command=["create", "--team", "engineering", "--project", "Invoices"],
        again=["create", "--team", "engineering", "--project", "Invoices", "--reuse"],
        finished=one_new_session,
    ),
    "add-copy": Scenario(
        prepare=with_session,
        command=["add", "plan.md", "--agent", "cs-product-manager", "--topic", "rollout-plan"],
        finished=draft_listed_once,
    ),
    "add-redacted": Scenario(
        prepare=with_leaks,
        command=["add", NOTES, "--agent", "cs-secops"],
        finished=leaks_redacted,
    ),
    "add-move": Scenario(
        prepare=with_session,
        command=[
            "add",
            "--move",
            "plan.md",
            "--agent",
            "cs-product-manager",
            "--topic",
            "rollout-plan",
        ],
        finished=draft_listed_once,
    ),
    "run": Scenario(
        prepare=with_session,
        command=["run", "--agent", "cs-architect", "--topic", "plan", "--", "cat", "plan.md"],
        then=["close", "a3f42c"],
        finished=child_output_listed,
        has_child=True,
    ),
    "update": Scenario(
        prepare=with_session,
        command=[
            "update",
            "a3f42c",
            "--ticket",
            "PROJ-200",
            "--add-tag",
            "billing",
            "--sprint",
            "2025-Q4-Sprint-3",
        ],
    ),
    "promote": Scenario(
        prepare=with_session,
        command=[
            "promote",
            "architecture-review",
            "--session",
            "a3f42c",
            "--confluence-url",
            "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456",
        ],
        then=["promote", "--list"],
        finished=review_promoted,
    ),
    "close": Scenario(prepare=with_unlisted_output, command=["close", "a3f42c"]),
    "archive": Scenario(prepare=with_session, command=["archive", "a3f42c"], two_steps=True),
    "archive-tracked": Scenario(
        prepare=lambda sandbox: with_session(sandbox, committed=True),
        command=["archive", "a3f42c"],
        two_steps=True,
    ),
    "gc": Scenario(
        prepare=with_expired,
        command=["gc", "--execute", "--yes"],
        two_steps=True,
    ),
    "gc-purge": Scenario(
        prepare=with_long_archived,
        command=["gc", "--execute", "--purge", "--yes"],
        then=["undo"],
        two_steps=True,
        removes=True,
    ),
    "restore": Scenario(
        prepare=lambda sandbox: archived(sandbox, committed=False),
        command=["restore", "a3f42c"],
        two_steps=True,
    ),
    "restore-tracked": Scenario(
        prepare=lambda sandbox: archived(sandbox, committed=True),
        command=["restore", "a3f42c"],
        two_steps=True,
    ),
}
