"""A repository of its own, and `git-session mcp` on pipes, spoken to byte by byte."""

import json
import os
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

MODERN, LEGACY = "2026-07-28", "2025-11-25"
META = {"io.modelcontextprotocol/protocolVersion": MODERN,
        "io.modelcontextprotocol/clientInfo": {"name": "frames", "version": "1"},
        "io.modelcontextprotocol/clientCapabilities": {}}
LIMIT = 60  # seconds that any answer may take, also under a sanitizer on a busy machine


class Place:
    """A home and a repository on a branch, gone at the end."""

    def __init__(self, program):
        self.root = Path(tempfile.mkdtemp(prefix="git-session-mcp."))
        self.program = str(Path(program).resolve())
        self.repository = self.root / "repository"
        (self.root / "home").mkdir()
        (self.root / "home/.gitconfig").write_text(
            "[user]\n\tname = Ada Lovelace\n\temail = ada@example.com\n[init]\n\tdefaultBranch = main\n"
            "[session]\n\tteam = engineering\n\tproject = Invoices\n")
        self.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.root / "home"), "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_SESSION_TEST_NOW": "2025-11-22T08:15:30Z", "TMPDIR": str(self.root),
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}
        self.run("git", "init", "--quiet", str(self.repository), cwd=self.root)
        (self.repository / "README.md").write_text("# Invoices\n")
        self.run("git", "add", "README.md")
        self.run("git", "commit", "--quiet", "--message", "Start")
        self.run("git", "checkout", "--quiet", "-b", "feature/PROJ-123-invoices")

    def run(self, *words, cwd=None):
        done = subprocess.run(words, cwd=cwd or self.repository, env=self.environment, check=True, stdout=subprocess.PIPE)
        return done.stdout.decode()

    def server(self, *words, **options):
        return Server([self.program, "mcp", *words], options.get("cwd", self.repository),
                      {**self.environment, **options.get("environment", {})})

    def unheard_server(self):
        return Server.that_nobody_hears([self.program, "mcp"], self.repository, self.environment)

    def files(self):
        """Every file of the work tree, by name."""
        return {str(path.relative_to(self.repository)): path.read_bytes() for path in self.repository.rglob("*")
                if path.is_file() and not path.is_symlink() and ".git" not in path.parts}

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class Server:
    """The program, with all that it wrote."""

    def __init__(self, words, directory, environment):
        self.child = subprocess.Popen(words, cwd=directory, env=environment, stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.written = b""      # all of stdout
        self.replies = {}       # by id
        self.nameless = []      # errors whose id nobody knows
        self.changed = threading.Condition()
        self.errors = b""
        self.number = 0
        for target in (self.read, self.read_errors):
            threading.Thread(target=target, daemon=True).start()

    @staticmethod
    def that_nobody_hears(words, directory, environment):
        """One whose output is closed at the other end."""
        ends = os.pipe()
        os.close(ends[0])
        child = subprocess.Popen(words, cwd=directory, env=environment, stdin=subprocess.PIPE, stdout=ends[1],
                                 stderr=subprocess.PIPE)
        os.close(ends[1])
        return child

    def read(self):
        for line in self.child.stdout:
            message = json.loads(line)  # whatever is none ends the test, below
            with self.changed:
                self.written += line
                assert message["jsonrpc"] == "2.0" and ("result" in message) != ("error" in message), message
                if "id" in message:
                    assert message["id"] not in self.replies, f"answered twice: {message}"
                    self.replies[message["id"]] = message
                else:
                    self.nameless.append(message)
                self.changed.notify_all()

    def read_errors(self):
        for line in self.child.stderr:
            self.errors += line

    def send(self, data):
        """Bytes as they are, or messages, each on a line."""
        if not isinstance(data, bytes):
            data = b"".join(json.dumps(message).encode() + b"\n" for message in data)
        self.child.stdin.write(data)
        self.child.stdin.flush()

    def wait(self, holds):
        with self.changed:
            assert self.changed.wait_for(holds, LIMIT), f"no answer\n{self.written.decode()}\n{self.errors.decode()}"

    def request(self, method, params=None, modern=True):
        self.number += 1
        params = dict(params or {})
        if modern:
            params["_meta"] = {**META, **params.get("_meta", {})}
        return {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}

    def ask(self, method, params=None, modern=True):
        """The reply to one request."""
        request = self.request(method, params, modern)
        self.send([request])
        self.wait(lambda: request["id"] in self.replies)
        return self.replies[request["id"]]

    def result(self, method, params=None, modern=True):
        reply = self.ask(method, params, modern)
        assert "result" in reply, reply
        return reply["result"]

    def call(self, tool, modern=True, **arguments):
        return self.result("tools/call", {"name": tool, "arguments": arguments}, modern)

    def answer(self, tool, **arguments):
        """What a tool answers; it must not be an error."""
        result = self.call(tool, **arguments)
        assert not result.get("isError"), result
        return result["structuredContent"]

    def refusal(self, tool, **arguments):
        result = self.call(tool, **arguments)
        assert result.get("isError"), result
        error = json.loads(result["content"][0]["text"])["error"]
        return error.get("reason", error["kind"])

    def initialize(self, version=LEGACY):
        result = self.result("initialize", {"protocolVersion": version, "capabilities": {},
                                            "clientInfo": {"name": "frames", "version": "1"}}, modern=False)
        self.send([{"jsonrpc": "2.0", "method": "notifications/initialized"}])
        return result

    def end(self):
        """Closes its input; it has to end well, and to have said nothing but messages."""
        try:
            self.child.stdin.close()
        except BrokenPipeError:
            pass
        code = self.child.wait(LIMIT)
        assert code == 0, f"exit {code}\n{self.errors.decode()}"
        assert b"Sanitizer" not in self.errors and b"runtime error" not in self.errors, self.errors.decode()
        return self

    def memory(self):
        """The most that it ever had in memory, in MiB."""
        for line in Path(f"/proc/{self.child.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return 0
