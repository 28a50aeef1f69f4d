#!/usr/bin/python3
"""`git-session mcp` with clients that people have: the Inspector and both SDKs, pinned, by npx.

    tests/mcp/clients.py PROGRAM [NAME…]    exit 0 all well, 1 not, 77 when npx or the packages are not to be had

What npx fetches goes into npm's cache, once.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

from wire import Place

SDKS = ["@modelcontextprotocol/sdk@1.32.2", "@modelcontextprotocol/client@2.4.0"]
INSPECTOR = "@modelcontextprotocol/inspector@2.12.0"
SDK_CLIENT = Path(__file__).resolve().parent / "sdk_client.mjs"
FETCH_SECONDS, CLIENT_SECONDS = 180, 120


class Missing(Exception):
    """The packages cannot be had here, and why."""


def npx(packages, *words):
    """The npx line that has them, and what `words` print there."""
    if not shutil.which("npx"):
        raise Missing("there is no npx")
    wanted = [word for package in packages for word in ("-p", package)]
    for way in (["--offline"], []):
        line = ["npx", "-y", *way, *wanted, "--"]
        try:
            # npm looks for a package.json around it, and ours is none of its business.
            done = subprocess.run([*line, *words], capture_output=True, timeout=FETCH_SECONDS, cwd=tempfile.gettempdir(), check=False)
        except subprocess.TimeoutExpired:
            continue
        if done.returncode == 0:
            return line, done.stdout.decode()
    raise Missing(f"npx has no {', '.join(packages)}")


def folder_of(packages):
    """Where npx keeps them: the folder around the node_modules that it puts first in PATH."""
    _, path = npx(packages, "node", "-p", "process.env.PATH")
    for entry in path.strip().split(os.pathsep):
        folder = Path(entry).parent.parent
        if Path(entry).name == ".bin" and (folder / "node_modules/@modelcontextprotocol").is_dir():
            return folder
    raise Missing("npx does not say where its packages are")


def environment(place):
    """Ours, with the home of the test, and npm's cache where it was."""
    cache = subprocess.run(["npm", "config", "get", "cache"], capture_output=True, check=True, cwd=tempfile.gettempdir())
    return {**os.environ, **place.environment, "PATH": os.environ["PATH"], "npm_config_cache": cache.stdout.decode().strip()}


def sdk(kind):
    def run(place):
        done = subprocess.run(["node", SDK_CLIENT, folder_of(SDKS), kind, place.program], cwd=place.repository,
                              env=environment(place), capture_output=True, timeout=CLIENT_SECONDS, check=False)
        assert done.returncode == 0 and f"ok {kind}" in done.stdout.decode(), done.stderr.decode()[-3000:]
        assert b"Sanitizer" not in done.stderr, done.stderr.decode()
    return run


class Inspector:
    """One call a process, as its command line has it."""

    def __init__(self, place, era):
        self.line, _ = npx([INSPECTOR], "node", "-p", "1")
        self.place, self.era = place, era

    def run(self, method, *words, code=0):
        line = [*self.line, "mcp-inspector", "--cli", "--protocol-era", self.era, "--format", "json", "-q", self.place.program, "mcp",
                "--method", method, *words]
        done = subprocess.run(line, cwd=self.place.repository, env=environment(self.place), capture_output=True,
                              timeout=CLIENT_SECONDS, check=False)
        assert done.returncode == code, f"{method} {words}: exit {done.returncode}\n{done.stdout.decode()}\n{done.stderr.decode()}"
        return json.loads(done.stdout)["result"] if code == 0 else None

    def call(self, tool, code=0, **arguments):
        return self.run("tools/call", "--tool-name", tool, "--tool-args-json", json.dumps(arguments), code=code)


def inspector(era):
    def run(place):
        client = Inspector(place, era)
        if era == "legacy":
            client.run("initialize")
        assert len(client.run("tools/list", "--strict")["tools"]) == 9
        client.call("create")
        client.call("add", agent="cs-architect", content="# A plan\n", topic="plan")
        client.call("show", file="plan")
        client.call("report")
        client.call("show", code=5, file="nonsense")
        client.call("nonsense", code=5)
        resources = client.run("resources/list")["resources"]
        assert len(resources) == 2, resources
        for resource in resources:
            assert client.run("resources/read", "--uri", resource["uri"])["contents"]
        assert len(client.run("resources/templates/list")["resourceTemplates"]) == 2
    return run


CLIENTS = {f"sdk_{kind}": sdk(kind) for kind in ("v1", "v2-legacy", "v2-auto", "v2-pinned")}
CLIENTS.update({f"inspector_{era}": inspector(era) for era in ("legacy", "auto", "modern")})


def run(name, program):
    place = Place(program)
    try:
        CLIENTS[name](place)
        return "ok", ""
    except Missing as missing:
        return "skipped", str(missing)
    except Exception:
        return "failed", traceback.format_exc()
    finally:
        place.remove()


def main():
    program, names = sys.argv[1], sys.argv[2:] or list(CLIENTS)
    seen = set()
    for name in names:
        begin = time.monotonic()
        outcome, why = run(name, program)
        seen.add(outcome)
        print(f"{outcome:<8}{time.monotonic() - begin:6.1f} s  {name} {why}", flush=True)
    return 1 if "failed" in seen else 77 if "skipped" in seen else 0


if __name__ == "__main__":
    sys.exit(main())
