"""The mail server of tests/mail, for those who are told of a page."""

import importlib.util
import sys
from pathlib import Path


def mail_desk():
    """tests/mail/desk.py, whose name is that of ours."""
    path = Path(__file__).resolve().parent.parent / "mail/desk.py"
    specification = importlib.util.spec_from_file_location("mail_desk", path)
    module = importlib.util.module_from_spec(specification)
    sys.modules["mail_desk"] = module
    specification.loader.exec_module(module)
    return module


MAIL = mail_desk()


class Post:
    """A server on loopback, and the settings that name it."""

    def __init__(self, desk):
        self.mailbox = MAIL.Mailbox()
        self.controller = MAIL.Controller(self.mailbox, hostname="127.0.0.1", port=MAIL.free_port())
        self.controller.start()
        desk.closing.callback(self.controller.stop)
        desk.configure("mail", server=f"smtp://127.0.0.1:{self.controller.port}", tls="none")

    @property
    def mails(self):
        return self.mailbox.mails
