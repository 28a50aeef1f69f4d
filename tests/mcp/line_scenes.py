"""What is no message, and how a conversation ends."""

import json
import os
import time
from pathlib import Path

from scenes import code_of, scene
from wire import LIMIT


BROKEN = [
    (b"nonsense\n", -32700),
    (b'{"jsonrpc":"2.0","id":1,"method":"tools/list"\n', -32700),
    (b'{"jsonrpc":"2.0","id":1,"method":"\xff\xfe"}\n', -32700),
    (b'{"jsonrpc":"2.0","id":1,"method":"\xed\xa0\x80"}\n', -32700),
    (b"\xef\xbb\xbf\xef\xbb\xbf{}\n", -32700),
    (b"\x00\n", -32700),
    (b"[" * 100000 + b"\n", -32700),
    (b'{"a":' * 100000 + b"\n", -32700),
    (b"[" + b"1," * 2000000 + b"1]\n", -32700),
    (b"[" + b'{"":{}},' * 1000000 + b"1]\n", -32700),
    (b"{" + b",".join(b'"%d":1' % n for n in range(100000)) + b"}\n", -32700),
    (b'"' + b"x" * (17 << 20) + b'"\n', -32600),
    (b"[]\n", -32600),
    (b'[{"jsonrpc":"2.0","id":1,"method":"ping"}]\n', -32600),
    (b'{"jsonrpc":"2.0","id":null,"method":"ping"}\n', -32600),
    (b"Content-Length: 40\r\n", -32700),
]


@scene
def goes_on_after_broken_lines(place):
    server = place.server()
    for number, (line, code) in enumerate(BROKEN, 1):
        server.send(line)
        server.wait(lambda count=number: len(server.nameless) == count)
        assert code_of(server.nameless[-1]) == code, (line[:60], server.nameless[-1])
        assert "result" in server.ask("tools/list"), line[:60]
    server.send(b"\n\r\n   \n" + json.dumps(server.request("tools/list")).encode() + b"\r\n")
    server.wait(lambda: server.number in server.replies)
    server.end()
    assert len(server.nameless) == len(BROKEN)


def is_sanitized(place):
    return b"__asan_init" in Path(place.program).read_bytes()


@scene
def eats_no_memory_for_a_line_of_100_MB(place):
    server = place.server()
    server.ask("tools/list")
    before = server.memory()
    for _ in range(100):
        server.send(b"x" * (1 << 20))
    server.send(b"\n")
    server.wait(lambda: server.nameless)
    assert code_of(server.nameless[0]) == -32600
    assert "result" in server.ask("tools/list")
    grown = server.memory() - before
    limit = 400 if "ASAN_OPTIONS" in os.environ or grown > 100 and is_sanitized(place) else 60
    assert grown < limit, f"{grown:.0f} MiB"
    server.end()


@scene
def answers_what_came_before_the_end(place):
    server = place.server()
    whole = [server.request("tools/list") for _ in range(5)]
    server.send(whole)
    server.send(b'{"jsonrpc":"2.0","id":99,"method":"tools/li')  # the end comes in its middle
    server.end()
    time.sleep(0.1)
    assert sorted(server.replies) == [request["id"] for request in whole] and not server.nameless


@scene
def ends_when_nobody_listens(place):
    child = place.unheard_server()
    request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/list"}).encode() + b"\n"
    try:
        child.stdin.write(request)  # and its input stays open
        child.stdin.flush()
    except BrokenPipeError:
        pass
    assert child.wait(LIMIT) == 0, child.stderr.read()
    assert child.stderr.read() == b""
