#!/usr/bin/python3
"""Eight chats at once in one worktree, each with a subagent: every document is recorded once, with the chat and the
agent that made it, and each chat is told of its own.

    tests/fault/chats.py PROGRAM
"""

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from hooks import PAYLOADS  # noqa: E402
from sandbox import Failure, Sandbox, observe, parsed  # noqa: E402

CHATS = 8
ROUNDS = 6


def send(sandbox: Sandbox, chat: str, name: str, **words: str) -> str:
    text = (PAYLOADS / f"claude/{name}.json").read_text()
    words |= {"CHAT": chat, "CWD": str(sandbox.repository), "AGENT": f"cs-{chat}", "AGENT_ID": f"id-{chat}",
              "TRANSCRIPT": str(sandbox.scratch / f"{chat}.jsonl")}
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    result = subprocess.run([sandbox.program, "hook", "claude"], input=text, text=True, capture_output=True,
                            cwd=sandbox.repository, env=sandbox.environment, timeout=120)
    if result.returncode != 0 or result.stderr:
        raise Failure(f"{chat}, {name}: {result.returncode} {result.stderr}")
    return result.stdout


def work(sandbox: Sandbox, chat: str) -> tuple[dict[str, str], str]:
    """What one chat made, with who made it, and what it was told."""
    context = json.loads(send(sandbox, chat, "session-start"))["hookSpecificOutput"]["additionalContext"]
    folder = sandbox.repository / context[context.index("output/sessions/"):].split()[0]
    made, said = {}, []
    for number in range(ROUNDS):
        own, of_subagent, of_shell = (f"{kind}-{chat}-{number}.md" for kind in ("own", "sub", "shell"))
        made |= {own: "claude", of_subagent: f"cs-{chat}", of_shell: "claude"}
        for name in (own, of_subagent, of_shell):
            (folder / name).write_text(f"# {name}\n")
        said.append(of_shell)
        send(sandbox, chat, "write", FILE=str(folder / own))
        send(sandbox, chat, "subagent-write", FILE=str(folder / of_subagent))
    line = {"type": "assistant", "message": {"model": "claude-opus-4-1", "content": " ".join(said)}}
    (sandbox.scratch / f"{chat}.jsonl").write_text(json.dumps(line) + "\n")
    told = json.loads(send(sandbox, chat, "stop"))["systemMessage"]
    send(sandbox, chat, "session-end")
    return {name: f"{chat} {agent}" for name, agent in made.items()}, told


def check(sandbox: Sandbox) -> str:
    sandbox.make_repository()
    sandbox.git("config", "session.capture", "keep")
    with ThreadPoolExecutor(CHATS) as pool:
        results = list(pool.map(lambda number: work(sandbox, f"chat-{number}"), range(CHATS)))
    made = {name: maker for documents, _ in results for name, maker in documents.items()}
    sessions = observe(sandbox.repository)
    if len(sessions) != 1:
        raise Failure(f"expected one session, there are: {', '.join(sessions)}")
    (session,) = sessions.values()
    outputs = parsed(session)["outputs"]
    found = {output["file"]: f"{output['chat']} {output['agent']}" for output in outputs}
    if len(found) != len(outputs) or found != made:
        odd = {name: (found.get(name), maker) for name, maker in made.items() if found.get(name) != maker}
        raise Failure(f"{len(outputs)} entries; found and wanted: {odd}")
    for _, told in results:
        if not told.startswith(f"{3 * ROUNDS} documents kept in "):
            raise Failure(f"told: {told}")
    sandbox.expect_clean_doctor("after the chats")
    return f"{len(made)} documents of {CHATS} chats"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    started = time.monotonic()
    with Sandbox(sys.argv[1]) as sandbox:
        try:
            summary = check(sandbox)
        except Failure as failure:
            print(f"chats: {failure}")
            return 1
    print(f"chats: {summary}, {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
