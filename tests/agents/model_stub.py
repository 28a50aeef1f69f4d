"""A model on loopback that says what a script tells it to: the part of /v1/messages that Claude Code uses."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def text(words):
    return {"type": "text", "text": words}


def tool(name, **arguments):
    return {"type": "tool_use", "name": name, "input": arguments}


class Script:
    """What each speaker says, turn by turn. A speaker is known by a word in the first message that
    the client sends for it; after its last turn it says that it is done."""

    def __init__(self, speakers):
        self.speakers = speakers  # word -> (model, list of turns); a turn is a list of blocks, or makes one
        self.requests = []
        self.lock = threading.Lock()

    def answer(self, request):
        messages = request.get("messages", [])
        with self.lock:
            self.requests.append(request)
        first = json.dumps(messages[0]) if messages else ""
        for word, (model, turns) in self.speakers.items():
            if word not in first or not request.get("tools"):
                continue
            said = sum(1 for message in messages if message["role"] == "assistant")
            if said >= len(turns):
                return model, [text("Done.")]
            turn = turns[said]
            return model, turn(messages) if callable(turn) else turn
        return request.get("model", "stub"), [text("Nothing to say.")]


def events_of(model, blocks, number):
    """The server-sent events of one message."""
    usage = {"input_tokens": 10, "output_tokens": 1, "cache_creation_input_tokens": 0,
             "cache_read_input_tokens": 0}
    yield {"type": "message_start", "message": {"id": f"msg_{number:06}", "type": "message", "role": "assistant",
                                                "model": model, "content": [], "stop_reason": None,
                                                "stop_sequence": None, "usage": usage}}
    for index, block in enumerate(blocks):
        if block["type"] == "text":
            yield {"type": "content_block_start", "index": index, "content_block": {"type": "text", "text": ""}}
            yield {"type": "content_block_delta", "index": index,
                   "delta": {"type": "text_delta", "text": block["text"]}}
        else:
            start = {"type": "tool_use", "id": f"toolu_{number:06}_{index}", "name": block["name"], "input": {}}
            yield {"type": "content_block_start", "index": index, "content_block": start}
            yield {"type": "content_block_delta", "index": index,
                   "delta": {"type": "input_json_delta", "partial_json": json.dumps(block["input"])}}
        yield {"type": "content_block_stop", "index": index}
    reason = "tool_use" if any(block["type"] == "tool_use" for block in blocks) else "end_turn"
    yield {"type": "message_delta", "delta": {"stop_reason": reason, "stop_sequence": None},
           "usage": {"output_tokens": 10}}
    yield {"type": "message_stop"}


class Server:
    """Serves a script; `with` stops it."""

    def __init__(self, script):
        self.number = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def reply(self, body, kind="application/json"):
                self.send_response(200)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                self.reply(b"{}")

            def do_HEAD(self):
                self.reply(b"")

            def do_POST(self):
                request = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
                if "count_tokens" in self.path:
                    return self.reply(b'{"input_tokens": 10}')
                if "/v1/messages" not in self.path:
                    return self.reply(b"{}")
                try:
                    model, blocks = script.answer(request)
                except (LookupError, TypeError, ValueError) as error:  # the script and the client disagree
                    model, blocks = "stub", [text(f"The script failed: {error!r}")]
                outer.number += 1
                lines = [f"event: {event['type']}\ndata: {json.dumps(event)}\n\n"
                         for event in events_of(model, blocks, outer.number)]
                self.reply("".join(lines).encode(), "text/event-stream")

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def __enter__(self):
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()
