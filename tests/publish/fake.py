#!/usr/bin/python3
"""A Confluence, Cloud or Data Center, and a Jira on loopback, with a memory.

    tests/publish/fake.py --port N --edition cloud|datacenter    for trying things by hand; POST /_edit changes a page

    curl -u ada@example.com:open-sesame-4711 http://127.0.0.1:N/wiki/api/v2/spaces?keys=PROJ
    curl -d '{"page": "65605", "storage": "<p>by hand</p>", "by": "Grace"}' http://127.0.0.1:N/_edit

As the servers do, it stores other bytes than it is sent (storage_rules.py), refuses a version that is not the
next one, a title that is taken, an attachment's name that is there; and it never deletes anything.
"""

import argparse
import json
import pickle
import threading
import urllib.parse

import faults
from cloud import Cloud
from datacenter import DataCenter
from jira import Jira
from listener import Answer, Listener
from logins import SCOPES, account_for, refuse_cloud, refuse_data_center, refuse_gateway
from wiki import Account, Version, Wiki

TOKEN, SCOPED_TOKEN, READER_TOKEN, BEARER_TOKEN = "open-sesame-4711", "open-scoped-4712", "open-reader-4713", "open-bearer-4714"
CLOUD_ID = "11223344-a1b2-3b33-c444-def123456789"
JSON_ERROR = {"errors": [{"status": 500, "code": "INTERNAL_SERVER_ERROR", "title": "Internal Server Error", "detail": None}]}


def everybody():
    return [
        Account("Ada Łovelace", "ada@example.com", TOKEN),
        Account("Robot", "robot@example.com", SCOPED_TOKEN, "scoped", scopes=SCOPES),
        Account("Reader", "reader@example.com", READER_TOKEN, writes=False),
        Account("Ada Łovelace", "ada", BEARER_TOKEN, "bearer"),
        Account("Reader", "reader", READER_TOKEN, "bearer", writes=False),
    ]


class Fake:
    """`with Fake("cloud") as fake:` serves until the end of it.

    What servers do differently is switched: answers_body (does the answer to a write carry the storage),
    answers_message (and the message of the version), shows_trash
    (does GET of a page find it in the trash without being asked for that), draft_answer (where there is no draft:
    "page", "draft" or "missing"), list_limit (the longest list), delay (seconds before each answer).
    """

    def __init__(self, edition="cloud", port=0, tls=None, context=None, listener=None):
        """`listener`: one that was there before, and stays when this is over."""
        self.edition, self.is_guest = edition, listener is not None
        self.context = "" if edition == "cloud" and context is None else (context or "")
        self.wiki = Wiki()
        self.accounts = everybody()
        self.answers_body = self.answers_message = self.shows_trash = True
        self.draft_answer, self.list_limit = "page", 250
        self.victim = None  # the process that kill_client ends
        if listener:
            listener.begin_anew(self.respond)
        self.listener = listener or Listener(self.respond, port, tls)
        self.stranger = Listener(self.respond_as_stranger)
        self.origin = self.listener.origin
        self.base = self.site  # what readers' links begin with
        self.jira = Jira(self, 3 if edition == "cloud" else 2)
        self.confluence = Cloud(self) if edition == "cloud" else DataCenter(self)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def save(self):
        """What begin_again() brings back from now on."""
        self.saved = pickle.dumps((self.wiki, self.jira.issues))

    def begin_again(self):
        """The site as it was in the beginning, or when it was saved, at the same address."""
        self.no_faults()
        with self.wiki.lock:
            self.wiki, self.jira.issues = pickle.loads(self.saved)
            self.confluence.wiki = self.wiki
        self.forget_requests()

    def stop(self):
        if not self.is_guest:
            self.listener.stop()
        self.stranger.stop()

    @property
    def site(self):
        """What session.confluence.site is set to."""
        return self.origin + ("/wiki" if self.edition == "cloud" else self.context)

    @property
    def gateway_prefix(self):
        return f"/ex/confluence/{CLOUD_ID}"

    # Answering

    def respond(self, request, authorization):
        if request.path == "/_edge/tenant_info":
            return Answer(200, {"cloudId": CLOUD_ID})
        if request.path == "/_edit":
            return self.edit_by_hand(request)
        account = account_for(self.accounts, authorization)
        path, is_gateway = self.inner(request.path)
        if self.edition == "datacenter":
            refusal = refuse_data_center(account)
        else:
            refusal = refuse_gateway(account, request.method, path) if is_gateway else refuse_cloud(account, path)
        if refusal:
            return refusal
        with self.wiki.lock:
            for edition in (self.jira, self.confluence):
                answer = edition.answer(request, path, account)
                if answer:
                    return answer
        return Answer(404, "<html><body>There is nothing here</body></html>")

    def inner(self, path):
        """(path as the site itself has it, whether it came by the gateway)"""
        for prefix in (self.gateway_prefix, f"/ex/jira/{CLOUD_ID}"):
            if self.edition == "cloud" and path.startswith(prefix + "/"):
                return path[len(prefix) :], True
        return path.removeprefix(self.context) if self.edition == "datacenter" else path, False

    def written(self, answer):
        """The answer to a write: the page, or less of it."""
        if not self.answers_message:
            answer["version"].pop("message", None)
        return answer

    def path_of(self, request):
        return self.inner(urllib.parse.urlsplit(request.target).path)[0]

    def respond_as_stranger(self, _, authorization):
        self.stranger_saw_login = bool(authorization)
        return Answer(200, {"results": []})

    def edit_by_hand(self, request):
        wanted = json.loads(request.body)
        page = self.edit(wanted["page"], wanted["storage"], wanted.get("by", "Grace"), wanted.get("message", ""))
        return Answer(200, {"id": str(page.id), "version": page.now.number})

    # What people do on the site

    def page(self, number):
        return self.wiki.pages[int(number)]

    def pages(self, title=None):
        """All but the homes of the spaces."""
        return [page for page in self.wiki.find(title=title, statuses=("current", "archived", "trashed")) if page.parent]

    def add_page(self, title, storage="<p>Somebody's.</p>", space="PROJ", status="current", by="Grace"):
        with self.wiki.lock:
            page = self.wiki.create(self.wiki.spaces[space], 0, title, storage, by)
            page.status = status
            return page

    def edit(self, page_id, storage=None, by="Grace", message="", title=None):
        """Somebody changes a page in the browser; `storage` may be a function of what is there."""
        with self.wiki.lock:
            page = self.page(page_id)
            text = storage(page.now.storage) if callable(storage) else storage or page.now.storage
            return self.wiki.update(page, page.now.number + 1, title or page.now.title, text, by, message)

    def draft(self, page_id, storage, by="Grace"):
        """Somebody has begun to change a page, and has not published that."""
        with self.wiki.lock:
            page = self.page(page_id)
            page.draft = Version(page.now.number + 1, self.wiki.stored(page, storage), page.now.title, by, when=self.wiki.clock())
            return page.draft

    def comment(self, page_id, text, by="Grace", resolution="open"):
        """Somebody comments on a passage: the storage gets a marker, the version stays."""
        with self.wiki.lock:
            return self.wiki.comment(self.page(page_id), text, by, resolution)

    def set_status(self, page_id, status):
        with self.wiki.lock:
            self.page(page_id).status = status

    # What is observed

    @property
    def requests(self):
        return list(self.listener.requests)

    def forget_requests(self):
        with self.listener.lock:
            self.listener.forget()

    def writes(self):
        return [request for request in self.requests if request.method not in ("GET", "HEAD")]

    # What goes wrong

    def fault(self, method=".*", path="", nth=1, times=1, **action):
        """The nth request that fits and the `times`-1 after it: status=…, rate_limit=…, hang=…, cut=True, drop=True,
        html=True, redirect=True or an address, lose_answer=True, kill_client="before"|"after", stale=happening()."""
        where = (method, path, nth, times)
        (name, value), *more = action.items()
        made = {
            "status": lambda: self.instead(name, Answer(value, **{"content": JSON_ERROR} | dict(more)), where),
            "rate_limit": lambda: self.instead(name, self.too_many(value), where),
            "hang": lambda: faults.Hang(value, *where),
            "cut": lambda: faults.Cut(*where),
            "drop": lambda: faults.Refuse(*where),
            "html": lambda: self.instead(name, Answer(200, "<!DOCTYPE html><html><body>Sign in</body></html>"), where),
            "redirect": lambda: self.instead(name, self.elsewhere(value, **dict(more)), where),
            "lose_answer": lambda: faults.Lose(*where),
            "kill_client": lambda: faults.Kill(value, lambda: self.victim, *where),
            "stale": lambda: faults.Meanwhile(value, *where),
        }[name]()
        self.listener.faults.add(made)
        return made

    def instead(self, name, answer, where):
        return faults.Instead(name, answer, *where)

    def too_many(self, seconds):
        limits = {"Retry-After": str(seconds), "X-RateLimit-Limit": "40", "RateLimit-Reason": "confluence-burst"}
        return Answer(429, {"message": "Rate limit exceeded"}, limits)

    def elsewhere(self, target, code=302):
        address = target if isinstance(target, str) else self.stranger.origin + "/elsewhere"
        return Answer(code, "", {"Location": address})

    def no_faults(self):
        self.listener.faults.release()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--port", type=int, default=8090)
    arguments.add_argument("--edition", choices=("cloud", "datacenter"), default="cloud")
    given = arguments.parse_args()
    with Fake(given.edition, given.port) as fake:
        fake.jira.add_issue("PROJ-123", "Invoices")
        kind = f"ada@example.com:{TOKEN}" if given.edition == "cloud" else f"Bearer {BEARER_TOKEN}"
        print(f"session.confluence.site {fake.site}\nlogin {kind}\nspaces {', '.join(fake.wiki.spaces)}", flush=True)
        seen = 0
        while True:
            threading.Event().wait(0.3)
            for request in fake.requests[seen:]:
                seen += 1
                print(request.status, request, flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
