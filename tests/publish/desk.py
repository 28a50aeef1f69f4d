"""One test's repository, and a Confluence to publish its outputs to."""

import base64
import contextlib
import re
import shutil
import tempfile
import time
from pathlib import Path

import yaml

from checks import same
from fake import BEARER_TOKEN, READER_TOKEN, SCOPED_TOKEN, TOKEN, Fake
from place import NOTE, Place

SECRETS = (TOKEN, SCOPED_TOKEN, READER_TOKEN, BEARER_TOKEN)


class Desk(Place):
    """One test's own place and servers; `publish()` publishes an output."""

    def __init__(self, template, edition, listener=None, site_origin=None, tls=None):
        root = Path(tempfile.mkdtemp(prefix="git-session-publish."))
        shutil.copytree(template.root, root, dirs_exist_ok=True, symlinks=True)
        super().__init__(root, template.program)
        self.edition, self.template, self.closing = edition, template, contextlib.ExitStack()
        self.saved = template.root / "repository"
        self.fake = Fake(edition, listener=listener, tls=tls)
        self.fake.jira.add_issue("PROJ-123", "Invoices")
        self.is_cloud = edition == "cloud"
        if site_origin:  # the proxy before it
            self.fake.base = site_origin + ("/wiki" if self.is_cloud else "")
        self.site = self.fake.base
        self.configure(site=self.site, edition=edition, space="PROJ")
        if self.is_cloud:
            self.configure(user="ada@example.com")
        # Jira of Data Center has calls that Prism's contract does not have.
        self.configure("jira", site=site_origin if site_origin and self.is_cloud else self.fake.origin, edition=edition)
        if self.is_cloud:
            self.configure("jira", user="ada@example.com")
        self.token = TOKEN if self.is_cloud else BEARER_TOKEN
        self.environment |= {"GIT_SESSION_CONFLUENCE_TOKEN": self.token, "GIT_SESSION_JIRA_TOKEN": self.token}

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.closing.close()
        self.fake.stop()
        try:
            if kind is None:
                self.check_what_always_holds()
        finally:
            shutil.rmtree(self.root, ignore_errors=True)

    def check_what_always_holds(self):
        assert "DELETE" not in self.fake.listener.methods, "something was deleted"
        same(self.fake.stranger.requests, [])
        for text in self.said:
            for secret in (*SECRETS, base64.b64encode(f"ada@example.com:{TOKEN}".encode()).decode()):
                assert secret not in text, f"a token is shown: {text}"
        for path in self.repository.rglob("*"):
            if path.is_file() and not path.is_symlink():
                content = path.read_bytes()
                assert not any(secret.encode() in content for secret in SECRETS), f"a token is in {path}"

    # Settings

    def configure(self, section="confluence", **settings):
        for key, value in settings.items():
            self.git("config", "--global", f"session.{section}.{key}", value)

    def lend_token(self, token=None):
        """The token from a credential helper, which keeps a list of what it is asked, and not from the environment."""
        del self.environment["GIT_SESSION_CONFLUENCE_TOKEN"], self.environment["GIT_SESSION_JIRA_TOKEN"]
        helper = self.root / "helper"
        helper.write_text(f'#!/bin/sh\necho "$1" >>{self.root}/asked\ncat >>{self.root}/asked\n'
                          f'[ "$1" != get ] || printf "username=ada@example.com\\npassword=%s\\n" "{token or self.token}"\n')
        helper.chmod(0o755)
        self.git("config", "--global", "credential.helper", str(helper))

    def asked(self):
        path = self.root / "asked"
        return path.read_text() if path.exists() else ""

    # What is done

    def save(self):
        """What begin_again() brings back from now on; nothing may be pushed after it."""
        self.saved = self.root / "saved"
        shutil.rmtree(self.saved, ignore_errors=True)
        shutil.copytree(self.repository, self.saved, symlinks=True)
        self.fake.save()

    def begin_again(self):
        """The repository and the site as they were in the beginning, or when they were saved."""
        shutil.rmtree(self.repository)
        shutil.copytree(self.saved, self.repository, symlinks=True)
        self.fake.begin_again()

    @property
    def jira(self):
        return ["--jira"] if "--jira" in self.template.options else []

    def publish(self, *words, **more):
        """Publishes the note unless another output is named."""
        return self.run(*self.words(*words), **more)

    def words(self, *words):
        named = any(word.endswith((".md", ".txt")) or word == "--all" for word in words)
        return ["promote", "--publish", *words, *([] if named else [NOTE])]

    def change(self, name=NOTE, more="\nOne more paragraph.\n"):
        path = self.session / name
        path.write_text(path.read_text() + more)
        self.commit()

    def wait_at(self, request_fits, seconds=20):
        """Until the server has such a request."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if any(request_fits(request) for request in self.fake.requests):
                return
            time.sleep(0.01)
        raise AssertionError("the request does not come")

    # What became of it

    def page(self, title="A note"):
        found = [page for page in self.fake.pages(title)]
        same([page.now.title for page in found], [title])
        return found[0]

    def ledgers(self):
        found = {}
        for path in self.repository.glob("output/shared/promoted-to-confluence/*/*/.promotion-metadata.yaml"):
            for entry in yaml.safe_load(path.read_text())["promotions"]:
                found.setdefault(entry["source_file"], []).append(entry)
        return found

    def entries(self, name=NOTE):
        return self.ledgers().get(name, [])

    def metadata(self):
        return yaml.safe_load((self.session / ".session-metadata.yaml").read_text())

    def mark(self, name=NOTE):
        """What the session's metadata say of the output."""
        return next(output for output in self.metadata()["outputs"] if output["file"] == name)

    def property(self, title="A note"):
        return self.page(title).properties["git-session"].value

    def names_sent(self):
        return [name for name in self.calls() if name[0] != "GET"]

    def calls(self):
        return [(request.method, request.path) for request in self.fake.requests]

    def is_done_once(self, name=NOTE, title="A note", version=1, entries=None, others=0):
        """One page in that version, with all that belongs to it, and one entry for each time."""
        page = self.page(title)
        same(len(self.fake.pages()) - others, 1)
        same([one.number for one in page.versions], list(range(1, version + 1)))
        mark = page.properties["git-session"].value
        same((mark["file"], mark["version"], mark["session"]), (name, version, self.session.name))
        labels = {label for _, label in page.labels}
        assert {"git-session", "engineering", "proj-123"} <= labels, labels
        found = self.entries(name)
        same([(entry["page_id"], entry["page_version"]) for entry in found][-1:], [(str(page.id), version)])
        same(len(found), version if entries is None else entries)
        same([one.version for one in page.attachments], [1] * len(page.attachments))
        names = {one.name for one in page.attachments}
        same(len(names), len(page.attachments))
        same(set(re.findall('ri:filename="([^"]*)"', page.now.storage)) - names, set())
        return page

    def snapshot(self):
        """Every file of the repository but git's own, and what the session keeps in the git directory."""
        found = {}
        for path in sorted(self.repository.rglob("*")):
            inside = path.relative_to(self.repository)
            if path.is_file() and (inside.parts[0] != ".git" or inside.parts[:2] == (".git", "session")):
                found[str(inside)] = path.read_bytes()
        return found
