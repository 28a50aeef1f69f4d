#!/usr/bin/python3
"""How long `git-session mcp` takes for a call, in a repository of generate.py.

    benchmarks/mcp.py PROGRAM REPOSITORY [RUNS]    medians and slowest of RUNS (51) calls, in milliseconds
"""

import json
import subprocess
import sys
import time

META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}


class Server:
    def __init__(self, program, repository):
        self.child = subprocess.Popen([program, "mcp", repository], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, method, **params):
        """The result, and how long it took."""
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {**params, "_meta": META}}
        begin = time.perf_counter()
        self.child.stdin.write(json.dumps(request).encode() + b"\n")
        self.child.stdin.flush()
        line = self.child.stdout.readline()
        taken = (time.perf_counter() - begin) * 1000
        result = json.loads(line)["result"]
        assert not result.get("isError"), result["content"][0]["text"]
        return result, taken

    def call(self, tool, **arguments):
        return self.ask("tools/call", name=tool, arguments=arguments)

    def memory(self):
        with open(f"/proc/{self.child.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS:"))


def main():
    program, repository = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 51
    server = Server(program, repository)
    made, _ = server.call("create", team="engineering", project="Benchmark")
    session = made["structuredContent"]["session_id"]
    _, first = server.call("search", ticket="PROJ-123")
    print(f"{'the first search':<40}{first:>9.1f}\n")
    calls = [("search, a ticket", "search", {"ticket": "PROJ-123"}), ("search, an agent", "search", {"agent": "cs-*"}),
             ("search, everything", "search", {}), ("current", "current", {}), ("show", "show", {}),
             ("show, by hex digits", "show", {"session": session[-6:]}), ("report", "report", {}),
             ("create, which is there", "create", {}), ("add", "add", {"agent": "cs-x", "content": "# x\n", "topic": "x"}),
             ("update", "update", {"note": "x"}), ("resources/list", None, {})]
    print(f"{'call':<40}{'median':>9}{'slowest':>9}")
    for name, tool, arguments in calls:
        times = sorted((server.call(tool, **arguments) if tool else server.ask("resources/list"))[1] for _ in range(runs))
        print(f"{name:<40}{times[runs // 2]:>9.1f}{times[-1]:>9.1f}")
    print(f"\nmemory: {server.memory():.0f} MiB")
    server.child.stdin.close()
    return server.child.wait()


if __name__ == "__main__":
    sys.exit(main())
