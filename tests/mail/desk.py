"""A repository with an output to promote, and mail servers on loopback to tell people of it."""

import asyncio
import logging
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import warnings
from email import message_from_bytes, policy
from pathlib import Path

import yaml
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

PAGE = "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456"
PASSWORD = "open-barley-4710"
LEDGER = "output/shared/promoted-to-confluence/PROJ/123456/.promotion-metadata.yaml"

# What our mistakes, made on purpose, do to the server.
logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
warnings.simplefilter("ignore")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Mailbox:
    """What a server does, and what it has taken."""

    def __init__(self):
        self.mails = []
        self.unknown = set()  # recipients to refuse
        self.before_mail = None  # called at MAIL FROM, and may return seconds to wait
        self.before_answer = None  # called when the message is there and not yet acknowledged
        self.logins = []

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.before_mail:
            await asyncio.sleep(self.before_mail() or 0)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.unknown:
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.rcpt_tos, envelope.content, session.ssl is not None))
        if self.before_answer:
            self.before_answer()
        return "250 taken"

    def authenticate(self, server, session, envelope, mechanism, data):
        self.logins.append(data.login.decode())
        is_right = data.login == b"ada" and data.password == PASSWORD.encode()
        return AuthResult(success=is_right, handled=False)

    def message(self, number=-1):
        return message_from_bytes(self.mails[number][1], policy=policy.default)

    def recipients(self):
        return [recipients for recipients, _, _ in self.mails]


class Desk:
    """One test's own home, repository and session; `promote()` shares its output."""

    def __init__(self, program):
        self.root = Path(tempfile.mkdtemp(prefix="git-session-mail."))
        self.program = program
        self.repository = self.root / "repository"
        self.controllers = []
        self.certificate = None
        (self.root / "home").mkdir()
        (self.root / "bin").mkdir()
        self.repository.mkdir()
        self.environment = {
            "PATH": f"{self.root}/bin:/usr/bin:/bin",
            "HOME": str(self.root / "home"),
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_SESSION_TEST_NOW": "2025-11-22T08:15:30Z",
        }
        self.git("config", "--global", "user.name", "Ada Łovelace")
        self.git("config", "--global", "user.email", "ada@example.com")
        self.git("init", "--quiet", "--initial-branch=feature/invoices")
        self.run("create", "--team", "engineering", "--project", "Invoices", "--quiet")
        folder = next(self.repository.glob("output/sessions/*/*"))
        self.output = folder / "plan_cs-architect.md"
        self.output.write_text("# Plan\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for controller in self.controllers:
            controller.stop()
        shutil.rmtree(self.root)

    def git(self, *words):
        subprocess.run(["git", *words], cwd=self.repository, env=self.environment, check=True)

    def configure(self, **settings):
        for key, value in settings.items():
            self.git("config", "--global", f"session.mail.{key}", value)

    def start(self, *words, **options):
        return subprocess.Popen(
            [self.program, *words],
            cwd=self.repository,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    def run(self, *words):
        child = self.start(*words)
        output, error = child.communicate(timeout=120)
        return child.returncode, output, error

    def words(self, *more, to="grace@example.com"):
        return ["promote", self.output.name, "--confluence-url", PAGE, "--notify", to, *more]

    def promote(self, *more, to="grace@example.com"):
        return self.run(*self.words(*more, to=to))

    def entry(self):
        """The last entry of the ledger; None when nothing is recorded."""
        path = self.repository / LEDGER
        return yaml.safe_load(path.read_text())["promotions"][-1] if path.exists() else None

    def make_certificate(self):
        key, self.certificate = self.root / "key.pem", self.root / "certificate.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
            + ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", self.certificate],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, key)
        return context

    def serve(self, tls="none", scheme="smtp", **options):
        """Starts a server, and makes it the one that our settings name."""
        mailbox = Mailbox()
        if options.get("auth_required"):
            options["authenticator"] = mailbox.authenticate
            options.setdefault("auth_require_tls", False)
        controller = Controller(mailbox, hostname="127.0.0.1", port=free_port(), **options)
        controller.start()
        self.controllers.append(controller)
        self.configure(server=f"{scheme}://127.0.0.1:{controller.port}", tls=tls)
        return mailbox

    def lend_password(self, password):
        """A credential helper that gives this password, and keeps a list of what it is asked."""
        helper = self.root / "helper"
        helper.write_text(
            f'#!/bin/sh\necho "$1" >>{self.root}/asked\ncat >>{self.root}/asked\n'
            f'[ "$1" != get ] || echo password={password}\n'
        )
        helper.chmod(0o755)
        self.git("config", "--global", "credential.helper", str(helper))
        self.configure(user="ada")

    def asked(self):
        return (self.root / "asked").read_text()


def end(child, signal_number=signal.SIGKILL):
    os.kill(child.pid, signal_number)
