"""HTTP on loopback: every request is written down, answered by a function, and at times answered badly."""

import json
import socket
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from faults import Faults


@dataclass
class Answer:
    status: int = 200
    content: object = None  # str and bytes as they are, anything else as JSON
    headers: dict = field(default_factory=dict)

    def encoded(self):
        if self.content is None:
            return b"", ""
        if isinstance(self.content, bytes):
            return self.content, "application/octet-stream"
        if isinstance(self.content, str):
            return self.content.encode(), "text/html;charset=UTF-8"
        return json.dumps(self.content).encode(), "application/json"


@dataclass
class Request:
    """One request as it came; the secret is in none of its fields."""

    number: int
    method: str
    target: str
    headers: dict
    login: str  # none, basic or bearer
    body: bytes
    begin: float
    status: int = 0
    end: float = 0.0
    fault: str = ""

    def __post_init__(self):
        parts = urllib.parse.urlsplit(self.target)
        self.path = urllib.parse.unquote(parts.path)
        self.query = urllib.parse.parse_qs(parts.query, keep_blank_values=True)

    def json(self):
        return json.loads(self.body)

    def one(self, name, default=None):
        return self.query.get(name, [default])[0]

    def several(self, name):
        """A list, as `a=1&a=2` or as `a=1,2`."""
        return [word for text in self.query.get(name, []) for word in text.split(",")]

    def is_true(self, name):
        return self.one(name) == "true"

    def __str__(self):
        return f"{self.method} {self.target}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def serve(self):
        listener = self.server.listener
        body = self.read_body()
        with listener.lock:
            authorization = self.headers.get("Authorization", "")
            headers = {name.lower(): text for name, text in self.headers.items() if name.lower() != "authorization"}
            login = authorization.split(" ", 1)[0].lower() or "none"
            request = Request(len(listener.requests), self.command, self.path, headers, login, body, time.monotonic())
            listener.requests.append(request)
            listener.methods.add(request.method)
            listener.in_flight += 1
            listener.most_in_flight = max(listener.most_in_flight, listener.in_flight)
        try:
            self.answer(listener, request, authorization)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            self.end_work(listener, request)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_OPTIONS = serve

    def end_work(self, listener, request):
        """Before the answer is out: who has it may ask the next at once."""
        with listener.lock:
            if not request.end:
                listener.in_flight -= 1
                request.end = time.monotonic()

    def answer(self, listener, request, authorization):
        fault = listener.faults.take(request)
        request.fault = fault.name if fault else ""
        answer = fault.before(request) if fault else None
        if answer is None and not (fault and fault.skips_work):
            time.sleep(listener.delay)
            answer = listener.respond(request, authorization)
        if fault:
            answer = fault.after(request, answer)
        self.end_work(listener, request)
        if answer is None:  # nothing is said
            self.hang_up()
            return
        request.status = answer.status
        self.send(answer, fault.cut if fault else False)

    def read_body(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            parts = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def send(self, answer, cut):
        content, media = answer.encoded()
        self.send_response(answer.status)
        # A proxy that keeps connections sends now and then on one that was just closed, and says 500.
        self.send_header("Connection", "close")
        if answer.status != 204:
            self.send_header("Content-Length", str(len(content)))
        if media and "Content-Type" not in answer.headers:
            self.send_header("Content-Type", media)
        for name, text in answer.headers.items():
            self.send_header(name, text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content[: len(content) // 2] if cut else content)
        if cut:
            self.hang_up()

    def hang_up(self):
        self.close_connection = True
        try:
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, listener, port, tls):
        super().__init__(("127.0.0.1", port), Handler)
        self.listener = listener
        if tls:  # the handshake is left to the thread of the connection
            self.socket = tls.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request, client_address):
        """Clients that hang up are what we test."""


class Listener:
    """A port with `respond(request, authorization)` behind it."""

    def __init__(self, respond, port=0, tls=None):
        self.respond = respond
        self.lock = threading.Lock()
        self.requests = []
        self.methods = set()  # all that ever came, whatever is forgotten
        self.in_flight = self.most_in_flight = 0
        self.delay = 0.0
        self.faults = Faults()
        self.server = Server(self, port, tls)
        self.origin = f"{'https' if tls else 'http'}://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    @property
    def port(self):
        return self.server.server_port

    def begin_anew(self, respond):
        """The same port for another test: a proxy before it goes on."""
        self.faults.release()
        with self.lock:
            self.respond, self.faults, self.delay = respond, Faults(), 0.0
            self.forget()

    def forget(self):
        self.requests = []
        self.most_in_flight = self.in_flight

    def stop(self):
        self.faults.release()
        self.server.shutdown()
        self.server.server_close()
