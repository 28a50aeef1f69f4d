#!/usr/bin/python3
"""What setup writes, taken by the programs that it is for.

    tests/setup/clients.py PROGRAM claude|codex

Skipped (77) where the client is neither on PATH nor named by GIT_SESSION_CLAUDE or GIT_SESSION_CODEX.
`npm install @anthropic-ai/claude-code @openai/codex` in a folder of its own brings both. Nothing is asked of a
server: the clients run without a login.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
SOURCE = Path(__file__).resolve().parents[2]
EVENTS = ["SessionStart", "PostToolUse", "SubagentStop", "Stop", "PreCompact", "SessionEnd"]


class Failure(Exception):
    """A promise that was not kept, in words."""


def find_client(name: str) -> str:
    client = os.environ.get(f"GIT_SESSION_{name.upper()}") or shutil.which(name)
    if not client or not os.access(client, os.X_OK):
        print(f"skipped: there is no {name} here (npm install it, and GIT_SESSION_{name.upper()} names it)")
        sys.exit(SKIPPED)
    return client


def require(holds: bool, what: str, *details):
    if not holds:
        raise Failure("\n".join([what, *map(str, details)]))


class Place:
    """A repository that is set up, a home, and a git-session that notes how it was called."""

    def __init__(self, scratch: Path, program: str, name: str, client: str):
        self.home = scratch / "home"
        self.repository = scratch / "repository"
        self.calls = scratch / "calls"
        self.client = client
        bin = scratch / "bin"
        for folder in (self.home, self.repository, bin):
            folder.mkdir()
        noting = bin / "git-session"
        noting.write_text(f'#!/bin/sh\necho "$@ $(cat)" >>{self.calls}\n')
        noting.chmod(0o755)
        node = os.path.dirname(shutil.which("node") or "/usr/bin/node")
        self.environment = {
            "HOME": str(self.home),
            "PATH": f"{bin}:{node}:/usr/local/bin:/usr/bin:/bin",
            "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
            "DISABLE_AUTOUPDATER": "1",
        }
        self.run("git", "init", "--quiet", "--initial-branch=main")
        self.run(program, "setup", name, "--yes", "--quiet")

    def run(self, *command: str) -> str:
        result = subprocess.run(
            command, cwd=self.repository, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=120,
        )
        require(result.returncode == 0, f"{' '.join(command)} ends with {result.returncode}",
                result.stdout, result.stderr)
        return result.stdout + result.stderr

    def noted(self) -> list[dict]:
        """The events that arrived on standard input."""
        if not self.calls.exists():
            return []
        lines = self.calls.read_text().splitlines()
        return [json.loads(line.split(" ", 2)[2]) for line in lines if line.startswith("hook ")]


def check_claude(place: Place):
    plugin = SOURCE / "integrations" / "claude"
    answer = place.run(place.client, "plugin", "validate", str(plugin))
    require("passed" in answer and "warning" not in answer, "the plugin has findings", answer)
    place.run(place.client, "plugin", "validate", str(SOURCE / "integrations"))

    place.run(place.client, "--init-only")
    events = [event["hook_event_name"] for event in place.noted()]
    require("SessionStart" in events, "the hooks of .claude/settings.json did not run", events)

    servers = place.run(place.client, "mcp", "list")
    require("git-session" in servers, ".mcp.json is not read", servers)

    # The same from the plugin, which somebody has instead of the repository.
    shutil.rmtree(place.repository / ".claude")
    place.calls.unlink()
    place.run(place.client, "plugin", "marketplace", "add", str(SOURCE / "integrations"))
    place.run(place.client, "plugin", "install", "git-session@git-session")
    details = place.run(place.client, "plugin", "details", "git-session")
    require("git-session" in details, "the plugin is not installed", details)
    place.run(place.client, "--init-only")
    events = [event["hook_event_name"] for event in place.noted()]
    require("SessionStart" in events, "the hooks of the plugin did not run", events)


class CodexServer:
    """`codex app-server`: what Codex itself reads in a folder."""

    def __init__(self, place: Place):
        self.process = subprocess.Popen(
            [place.client, "app-server"], cwd=place.repository, env=place.environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
        self.count = 0
        self.ask("initialize", {"clientInfo": {"name": "test", "title": "test", "version": "1"}})
        self.send({"method": "initialized"})

    def send(self, message: dict):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def ask(self, method: str, parameters: dict) -> dict:
        self.count += 1
        self.send({"id": self.count, "method": method, "params": parameters})
        for line in self.process.stdout:
            answer = json.loads(line)
            if answer.get("id") == self.count:
                require("result" in answer, f"{method} is not understood", answer)
                return answer["result"]
        raise Failure(f"no answer to {method}")


def check_codex(place: Place):
    trusted = place.home / ".codex" / "config.toml"
    trusted.parent.mkdir()
    trusted.write_text(f'[projects."{place.repository}"]\ntrust_level = "trusted"\n')
    servers = place.run(place.client, "mcp", "list")
    require("git-session" in servers and "mcp" in servers, ".codex/config.toml is not read", servers)

    server = CodexServer(place)
    try:
        here = {"cwds": [str(place.repository)]}
        [answer] = server.ask("hooks/list", here)["data"]
        require(not answer["warnings"] and not answer["errors"], "the hooks have findings", answer)
        events = sorted(hook["eventName"].lower() for hook in answer["hooks"])
        require(events == sorted(event.lower() for event in EVENTS), "not all hooks are read", events)
        [answer] = server.ask("skills/list", here)["data"]
        names = [skill["name"] for skill in answer["skills"]]
        require("git-session" in names, "the skill is not read", names, answer["errors"])
    finally:
        server.process.kill()
        server.process.wait()


def main() -> int:
    if len(sys.argv) != 3 or sys.argv[2] not in ("claude", "codex"):
        print(__doc__, file=sys.stderr)
        return 2
    name = sys.argv[2]
    client = find_client(name)
    with tempfile.TemporaryDirectory(prefix="git-session-clients.", dir=os.environ.get("TMPDIR")) as scratch:
        try:
            place = Place(Path(scratch), os.path.realpath(sys.argv[1]), name, client)
            {"claude": check_claude, "codex": check_codex}[name](place)
        except Failure as failure:
            print(f"{name}: {failure}")
            return 1
    print(f"{name}: takes what setup writes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
