#!/usr/bin/python3
"""The HTTP client and git-session-http with real servers.

    tests/http/http_test.py DRIVER SECOND-PROGRAM [NAME…]    exit 0 all well, 1 not
"""

import os
import signal
import ssl
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path

from servers import SECRET, Server, SilentServer, Speaker, make_certificate, order


def same(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


def holds(text, part):
    assert part in text, f"{part!r} is not in {text!r}"


class Place:
    def __init__(self, driver, program, folder):
        self.driver = driver
        self.program = program
        self.folder = folder

    def ours(self, *servers, kind="plain", **options):
        """The client of the library, allowed to speak with these servers."""
        return Speaker(self.driver, kind, *(server.origin for server in servers), **options)

    def bare(self, **options):
        """The second program itself."""
        return Speaker(self.program, **options)


def eventually(condition, words, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, words
        time.sleep(0.02)


def test_methods_bodies_and_headers(place):
    with Server() as server, place.ours(server) as client:
        body = bytes(range(256)) * 1000
        for method in ("POST", "PUT", "DELETE"):
            answer = client.send(method, server.origin + "/echo?a=%20b", headers=[("X-Empty", ""), ("X-Name", "żółw")], body=body)
            same((answer.failure, answer.status, answer.words), ("none", 200, ""))
            same((answer.headers["x-method"], answer.body == body), (method, True))
        method, path, headers, _, _ = server.seen[0]
        same((method, path, headers["X-Empty"], headers["User-Agent"][:12]), ("POST", "/echo?a=%20b", "", "git-session/"))
        same([name for name in ("Expect", "Cookie", "Content-Type") if name in headers], [])
        for method in ("GET", "HEAD", "DELETE"):
            answer = client.send(method, server.origin + "/echo")
            same((answer.status, answer.headers["x-method"], answer.body), (200, method, b""))
        same("Content-Length" in server.seen[-1][2], False)
        client.send("POST", server.origin + "/echo")
        same(server.seen[-1][2]["Content-Length"], "0")
        answer = client.send("GET", server.origin + "/nowhere")
        same((answer.status, answer.headers["content-type"]), (404, "text/html"))
        holds(answer.body, b"no such page")
        answer = client.send("PUT", server.origin + "/continued", body=b"x")
        same((answer.status, "x-first" in answer.headers, answer.headers["x-second"]), (200, False, "2"))
        same(client.end(), "")


def test_one_connection_for_all(place):
    with Server() as server, place.ours(server) as client:
        for number in range(5):
            same(client.send("POST", server.origin + "/echo", body=b"%d" % number).status, 200)
        same([number for *_, number in server.seen], [1] * 5)


def test_a_server_that_is_not_there(place):
    with Server() as server:
        pass
    with place.ours(server) as client:
        answer = client.send("PUT", server.origin + "/echo")
        same((answer.failure, answer.status), ("not-sent", 0))
        holds(answer.words, "127.0.0.1")
    with place.bare() as program:
        answer = program.send("GET", "https://no-such-host.invalid/", seconds=5)
        same(answer.failure, "not-sent")


def test_redirects_come_back_as_they_are(place):
    with Server() as server, Server() as other:
        server.elsewhere = other.origin
        with place.ours(server, other) as client:
            answer = client.send("GET", server.origin + "/away", headers=[("Authorization", SECRET)])
            same((answer.status, answer.headers["location"]), (302, other.origin + "/echo"))
            same((len(server.seen), other.connections), (1, 0))


def test_only_the_origins_that_were_named(place):
    with Server() as server, Server() as other, place.ours(server) as client:
        for url, words in (
            (other.origin + "/echo", "name no site there"),
            ("http://localhost:" + server.origin.rpartition(":")[2] + "/echo", "name no site there"),
            (server.origin.replace("http", "https") + "/echo", "name no site there"),
            (server.origin.replace("//", "//ada:open-sesame@") + "/echo", "a user or a password"),
            ("http://example.com/", "nothing is sent to example.com as it is"),
            (server.origin + "/a/../echo", "is not https://HOST"),
            (server.origin + "/a\r\nX: y", "must be escaped"),
        ):
            answer = client.send("GET", url)
            same(answer.failure, "not-sent")
            holds(answer.words, "refused: ")
            holds(answer.words, words)
            assert "open-sesame" not in answer.words, answer.words
        answer = client.send("GET", server.origin + "/echo", headers=[("X", "a\r\nY: b")])
        holds(answer.words, "holds a control character")
        same((server.connections, other.connections), (0, 0))
    with place.bare() as program:
        holds(program.send("GET", "http://example.com/").words, "must begin with https://")
        holds(program.send("GET", "file:///etc/passwd").words, "begins with https://")


def test_tls_and_whom_it_trusts(place):
    context, authority = make_certificate(place.folder, "ours")
    _, stranger = make_certificate(place.folder, "strange")
    with Server(context) as server:
        with place.ours(server, ca_file=authority) as client:
            for _ in range(3):
                same(client.send("GET", server.origin + "/echo", headers=[("Authorization", SECRET)]).status, 200)
            same([number for *_, number in server.seen], [1] * 3)
        for ca_file in ("", stranger, place.folder / "missing.pem"):
            with place.ours(server, ca_file=ca_file) as client:
                answer = client.send("GET", server.origin + "/echo", headers=[("Authorization", SECRET)])
                same(answer.failure, "not-sent")
                holds(answer.words.lower(), "certificate")
        same(len(server.seen), 3)
    context, authority = make_certificate(place.folder, "elsewhere", "DNS:elsewhere.example")
    with Server(context) as server, place.ours(server, ca_file=authority) as client:
        same(client.send("GET", server.origin + "/echo").failure, "not-sent")
        same(server.seen, [])


def test_old_tls_is_refused(place):
    context, authority = make_certificate(place.folder, "old")
    context.set_ciphers("ALL:@SECLEVEL=0")
    warnings.simplefilter("ignore")  # it is old on purpose
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    with Server(context) as server, place.ours(server, ca_file=authority) as client:
        same(client.send("GET", server.origin + "/echo").failure, "not-sent")


def test_plain_words_to_tls_and_back(place):
    with Server() as server, place.bare() as program:
        answer = program.send("GET", server.origin.replace("http", "https") + "/echo")
        same((answer.failure, server.seen), ("not-sent", []))


def test_answers_that_do_not_come(place):
    with Server() as server, place.ours(server) as client:
        begin = time.monotonic()
        answer = client.send("PUT", server.origin + "/hang", seconds=1)
        same((answer.failure, answer.status), ("no-answer", 0))
        assert time.monotonic() - begin < 4
        holds(answer.words, "timed out")
        for path in ("/cut", "/drop"):
            answer = client.send("GET", server.origin + path)
            same((answer.failure, answer.body), ("no-answer", b""))
            assert answer.words
        same(client.send("GET", server.origin + "/echo").status, 200)
    for words in (b"", b"\x16\x03\x01 what?", b"HTTP/1.1 two hundred\r\n\r\n", b"<html>"):
        with SilentServer(words) as server, place.ours(server) as client:
            same(client.send("POST", server.origin + "/", seconds=1).failure, "no-answer")


def test_too_large_an_answer(place):
    with Server() as server, place.ours(server) as client:
        for path in ("/huge", "/headers"):
            answer = client.send("GET", server.origin + path)
            same((answer.failure, answer.body), ("no-answer", b""))
            holds(answer.words, "larger than 32 MiB")
        eventually(server.cut_off.is_set, "the server was let go on")
        same(client.send("GET", server.origin + "/announced", seconds=5).failure, "no-answer")


def test_what_may_change_something_is_sent_once(place):
    # libcurl would send it again when the kept connection ends without a word.
    for method, count in (("POST", 1), ("PUT", 1), ("DELETE", 1), ("GET", 2)):
        with Server() as server, place.ours(server) as client:
            same(client.send("GET", server.origin + "/echo").status, 200)
            answer = client.send(method, server.origin + "/drop", body=b"x" if method == "PUT" else b"")
            same((answer.failure, server.paths().count("/drop")), ("no-answer", count))
            assert answer.words


def test_a_connection_that_died_meanwhile(place):
    server = Server()
    with place.ours(server) as client:
        same(client.send("GET", server.origin + "/echo").status, 200)
        server.__exit__()
        same(client.send("PUT", server.origin + "/drop").failure in ("not-sent", "no-answer"), True)


def test_patience(place):
    with Server() as server, place.ours(server, kind="patient") as client:
        begin = time.monotonic()
        answer = client.send("POST", server.origin + "/busy")
        same((answer.status, answer.body, len(server.seen)), (200, b"done", 3))
        assert time.monotonic() - begin > 1.9
        same(client.end().splitlines(), ["wait 1000: the server answered 429"] * 2)


def test_no_cookies_and_no_netrc(place):
    home = place.folder / "home"
    home.mkdir()
    (home / ".netrc").write_text("machine 127.0.0.1 login ada password open-sesame\n")
    (home / ".netrc").chmod(0o600)
    (home / ".curlrc").write_text("location\nuser-agent = x\n")
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home)}
    with Server() as server, place.ours(server, environment=environment) as client:
        client.send("GET", server.origin + "/cookie")
        client.send("GET", server.origin + "/echo")
        for _, _, headers, _, _ in server.seen:
            same([name for name in ("Cookie", "Authorization") if name in headers], [])


def test_proxies_are_for_https_to_others(place):
    context, authority = make_certificate(place.folder, "proxied")
    with SilentServer(b"HTTP/1.1 502 no\r\nContent-Length: 0\r\n\r\n") as proxy, Server() as server, Server(context) as secure:
        names = ("http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY")
        environment = {"PATH": "/usr/bin:/bin", **{name: proxy.origin for name in names}}
        with place.ours(server, secure, environment=environment, ca_file=authority) as client:
            same(client.send("GET", server.origin + "/echo").status, 200)
            same(client.send("GET", secure.origin + "/echo").status, 200)
        same(proxy.received, b"")
        with place.bare(environment=environment) as program:
            answer = program.send("GET", "https://confluence.example.com/", headers=[("Authorization", SECRET)])
            same((answer.failure, answer.body), ("not-sent", b""))
        holds(proxy.received, b"CONNECT confluence.example.com:443")
        assert SECRET.encode() not in proxy.received


def environment_and_words(child):
    found = b""
    for name in ("environ", "cmdline"):
        found += Path(f"/proc/{child}/{name}").read_bytes()
    return found


def children_of(parent):
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(folder.name))
        except (FileNotFoundError, ProcessLookupError):
            pass
    return found


def test_secrets_are_in_no_argument_and_no_environment(place):
    environment = {**os.environ, "GIT_SESSION_CONFLUENCE_TOKEN": "open-sesame-1", "GIT_SESSION_JIRA_TOKEN": "open-sesame-2"}
    with Server() as server, place.ours(server, environment=environment) as client:
        client.say("PUT", server.origin + "/hang", headers=[("Authorization", SECRET)], body=b"open-sesame-3", seconds=20)
        assert server.hanging.wait(20)
        (program,) = children_of(client.child.pid)
        shown = environment_and_words(program)
        holds(shown, b"git-session-http")
        assert b"open-sesame" not in shown and SECRET.encode() not in shown, shown
        limits = Path(f"/proc/{program}/limits").read_text()
        holds(limits, "Max core file size        0                    0")


def is_there(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_the_program_ends_with_us(place):
    with Server() as server:
        for path in ("/echo", "/hang"):
            with place.ours(server) as client:
                client.say("GET", server.origin + path, seconds=25)
                eventually(lambda: path in server.paths(), "nothing was sent")
                if path == "/echo":
                    client.hear()
                (program,) = children_of(client.child.pid)
                os.kill(client.child.pid, signal.SIGKILL)
                eventually(lambda: not is_there(program), f"it goes on at {path}", seconds=10)


def test_half_a_request_is_not_sent(place):
    with Server() as server, place.bare() as program:
        whole = order("POST", server.origin + "/echo", body=b"x" * 100000)
        program.child.stdin.write(whole[:-1])
        program.child.stdin.close()
        same(program.child.wait(timeout=20), 0)
        same(server.connections, 0)


def test_nothing_is_sent_without_a_reader(place):
    with Server() as server, place.bare() as program:
        same(program.send("GET", server.origin + "/echo").status, 200)
        program.child.stdout.close()
        try:
            program.say("POST", server.origin + "/echo")
        except BrokenPipeError:
            pass
        program.child.wait(timeout=20)
        same(server.paths(), ["/echo"])


def test_what_is_no_order(place):
    with place.bare() as program:
        program.child.stdin.write(b"9:3:GET,1:x,,")
        answer = program.hear()
        same((answer.failure, answer.words), ("not-sent", "this is no request of git-session"))
        program.child.stdin.write(b"GET / HTTP/1.1\r\n")
        same(program.child.wait(timeout=20), 1)
        holds(program.child.stderr.read(), b"no message of git-session-http")


def test_a_program_that_fails(place):
    """The client beside a second program that is not what it should be."""
    for number, (script, failure, words) in enumerate((
        ("echo out of order >&2; exit 3", ("no-answer", "not-sent"), "git-session-http: out of order"),
        ("cat", ("no-answer",), "makes no sense"),
        ("echo nonsense; cat >/dev/null", ("no-answer",), "no message of git-session-http"),
    )):
        folder = place.folder / str(number)
        folder.mkdir()
        program = folder / "git-session-http"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        os.link(place.driver, folder / "http_driver")
        with Server() as server, Speaker(folder / "http_driver", "plain", server.origin) as client:
            for _ in range(2):
                answer = client.send("POST", server.origin + "/echo")
                assert answer.failure in failure, answer.failure
                holds(answer.words, words)
            same(server.connections, 0)
        program.unlink()
        with Server() as server, Speaker(folder / "http_driver", "plain", server.origin) as client:
            answer = client.send("GET", server.origin + "/echo")
            holds(answer.words, "unavailable: the program 'git-session-http', which talks to web servers, is not installed")


def main():
    driver, program, *names = sys.argv[1:]
    tests = {name[5:]: test for name, test in globals().items() if name.startswith("test_")}
    failed = []
    for name, test in tests.items():
        if names and name not in names:
            continue
        with tempfile.TemporaryDirectory(prefix="git-session-http.") as folder:
            try:
                test(Place(driver, program, Path(folder)))
                print(f"ok      {name}", flush=True)
            except Exception:
                traceback.print_exc()
                print(f"FAILED  {name}", flush=True)
                failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
