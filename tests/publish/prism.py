"""Prism between the program and the fake: it refuses requests and answers that break Atlassian's contract.

It needs npx, @stoplight/prism-cli in npm's cache or on the network, and GIT_SESSION_TEST_DATA with contract/*.json;
without them the tests go on with the fake alone. What Prism itself does to requests:

- a wrong request never reaches the fake: 400, or 422 where the contract has no 400; a wrong answer becomes a 500,
  and so does a status that the contract does not name (500, 401 of Data Center, 415): faults are tested without it;
- multipart comes through and its parts are checked, but bytes that are no UTF-8 are replaced: it shows that an upload
  is well-formed, not that the file arrived;
- lists in queries are `status=current&status=trashed`, never `status=current,trashed`;
- paths that no contract has are 404: the gateway's /ex/…, /_edge/tenant_info, /child/comment and /myself of Data
  Center go to the fake directly.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PACKAGE = "@stoplight/prism-cli@5.14.2"
CONTRACTS = {"cloud": "atlassian-cloud.json", "datacenter": "atlassian-dc.json"}
START_SECONDS = 40


class Missing(Exception):
    """Prism cannot be had here, and why."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def command():
    """How Prism is started; Missing when it is nowhere. What npm fetches goes into its cache, once."""
    if not shutil.which("npx"):
        raise Missing("there is no npx")
    for offline in (["--no-install"], ["-y"]):
        words = ["npx", *offline, PACKAGE]
        try:
            # npm looks for a package.json around it, and ours is none of its business.
            ended = subprocess.run([*words, "--version"], capture_output=True, timeout=60, cwd=tempfile.gettempdir(), check=False)
        except subprocess.TimeoutExpired:
            continue
        if ended.returncode == 0:
            return words
    raise Missing(f"npx has no {PACKAGE}")


def contract(edition):
    folder = os.environ.get("GIT_SESSION_TEST_DATA", "")
    path = Path(folder) / "contract" / CONTRACTS[edition]
    if not folder or not path.is_file():
        raise Missing("GIT_SESSION_TEST_DATA names no folder with contract/" + CONTRACTS[edition])
    return path


class Prism:
    """A proxy before `origin`, until `stop()`."""

    def __init__(self, edition, origin):
        path, words = contract(edition), command()
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.log = tempfile.TemporaryFile()
        options = ["proxy", "-h", "127.0.0.1", "-p", str(self.port), "--errors", str(path), origin]
        # npx starts a shell that starts node: they are ended together.
        self.child = subprocess.Popen([*words, *options], stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
                                      cwd=tempfile.gettempdir(), start_new_session=True)
        self.wait_until_it_listens()

    def wait_until_it_listens(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.child.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        said = self.said()
        self.stop()
        raise Missing(f"Prism does not start: {said[-300:]}")

    def said(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def stop(self):
        try:
            os.killpg(self.child.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        try:
            self.child.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()
        self.log.close()
