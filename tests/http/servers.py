"""Servers on loopback that behave, and that do not; and what speaks with git-session-http and with our client."""

import http.server
import socket
import socketserver
import ssl
import subprocess
import threading
import time

SECRET = "Basic b3Blbi1zZXNhbWU="


def netstring(data):
    data = data if isinstance(data, bytes) else data.encode()
    return b"%d:%s," % (len(data), data)


def take_netstring(data):
    length, rest = data.split(b":", 1)
    size = int(length)
    assert rest[size : size + 1] == b",", data[:80]
    return rest[:size], rest[size + 1 :]


def order(method, url, headers=(), body=b"", ca_file="", seconds=60):
    fields = [method, url, str(ca_file), str(seconds), body]
    for name, value in headers:
        fields += [name, value]
    return netstring(b"".join(map(netstring, fields)))


class Answer:
    def __init__(self, message):
        fields = []
        while message:
            field, message = take_netstring(message)
            fields.append(field)
        self.failure, self.status, self.words = fields[0].decode(), int(fields[1]), fields[2].decode()
        self.body = fields[3]
        self.headers = {name.decode().lower(): value.decode() for name, value in zip(fields[4::2], fields[5::2])}


class Speaker:
    """git-session-http, or the driver of our client, which is spoken to in the same way."""

    def __init__(self, *words, environment=None, ca_file=""):
        self.ca_file = ca_file
        self.child = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, bufsize=0
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.kill()
        self.child.wait()
        for stream in (self.child.stdin, self.child.stdout, self.child.stderr):
            stream.close()

    def say(self, *words, **options):
        self.child.stdin.write(order(*words, ca_file=self.ca_file, **options))

    def hear(self):
        digits = b""
        while not digits.endswith(b":"):
            byte = self.child.stdout.read(1)
            assert byte, f"no answer: {self.child.stderr.read()}"
            digits += byte
        left = int(digits[:-1]) + 1
        message = b""
        while left > len(message):
            message += self.child.stdout.read(left - len(message))
        return Answer(message[:-1])

    def send(self, *words, **options):
        self.say(*words, **options)
        return self.hear()

    def end(self):
        """Closes its stdin; what it says on stderr."""
        self.child.stdin.close()
        assert self.child.wait(timeout=20) == 0
        return self.child.stderr.read().decode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.server.connections += 1
        self.number = self.server.connections

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        path = self.path.split("?")[0]
        self.server.seen.append((self.command, self.path, dict(self.headers.items()), body, self.number))
        action = getattr(self, "do_path_" + path.strip("/").replace("/", "_"), None)
        if action is None:
            self.reply(404, b"<html><h1>no such page</h1></html>", [("Content-Type", "text/html")])
        else:
            action(body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer

    def reply(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_path_echo(self, body):
        self.reply(200, body, [("X-Method", self.command), ("Content-Type", "application/octet-stream")])

    def do_path_away(self, _):
        self.reply(302, b"", [("Location", self.server.elsewhere + "/echo")])

    def do_path_hang(self, _):
        self.server.hanging.set()
        time.sleep(30)

    def do_path_cut(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"half")
        self.close_connection = True

    def do_path_drop(self, _):
        """Ends a kept connection without a word, after the request was read."""
        self.close_connection = True

    def do_path_huge(self, _):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        piece = b"x" * 65536
        try:
            for _ in range(1024):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.server.cut_off.set()

    def do_path_announced(self, _):
        self.send_response(200)
        self.send_header("Content-Length", str(1 << 40))
        self.end_headers()
        self.close_connection = True

    def do_path_headers(self, _):
        self.send_response(200)
        for number in range(40):
            self.send_header(f"X-{number}", "x" * 8000)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_path_busy(self, _):
        if len(self.server.seen) < 3:
            self.reply(429, b"", [("Retry-After", "1")])
        else:
            self.reply(200, b"done")

    def do_path_continued(self, body):
        self.wfile.write(b"HTTP/1.1 100 Continue\r\nX-First: 1\r\n\r\n")
        self.reply(200, body, [("X-Second", "2")])

    def do_path_cookie(self, _):
        self.reply(200, b"", [("Set-Cookie", "a=b; Path=/")])

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, context=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen = []
        self.connections = 0
        self.elsewhere = ""
        self.hanging = threading.Event()
        self.cut_off = threading.Event()
        scheme = "http"
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)
            scheme = "https"
        self.origin = f"{scheme}://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def handle_error(self, *_):
        """Our clients end as they like."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    def paths(self):
        return [path for _, path, _, _, _ in self.seen]


class SilentServer:
    """Takes a connection and the bytes on it, says `words`, and closes when told."""

    def __init__(self, words=b""):
        self.words = words
        self.received = b""
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                try:
                    self.received += connection.recv(1 << 16)
                    connection.sendall(self.words)
                    while piece := connection.recv(1 << 16) if not self.words else b"":
                        self.received += piece
                except OSError:
                    pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()


def make_certificate(folder, name, address="IP:127.0.0.1"):
    """An authority of our own and a server's certificate from it: (context, authority's file)."""
    authority, key, request, certificate = (folder / f"{name}.{kind}" for kind in ("ca.pem", "key", "csr", "pem"))
    authority_key, extension = folder / f"{name}.ca.key", folder / f"{name}.ext"
    extension.write_text(f"subjectAltName={address}\n")
    new_key = ["-newkey", "rsa:2048", "-nodes", "-subj"]
    commands = [
        ["req", "-x509", *new_key, f"/CN={name} authority", "-days", "2", "-keyout", authority_key, "-out", authority],
        ["req", *new_key, f"/CN={name}", "-keyout", key, "-out", request],
        ["x509", "-req", "-in", request, "-CA", authority, "-CAkey", authority_key, "-CAcreateserial", "-days", "2"]
        + ["-extfile", extension, "-out", certificate],
    ]
    for command in commands:
        subprocess.run(["openssl", *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, authority
