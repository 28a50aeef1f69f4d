#!/usr/bin/python3
"""`promote --notify` with real mail servers.

    tests/mail/mail.py PROGRAM [NAME…]    exit 0 all well, 1 not, 77 when the server is missing here
"""

import os
import shutil
import signal
import socket
import sys
import time
import traceback
from pathlib import Path

try:
    from desk import PAGE, PASSWORD, Desk, end, free_port
except ImportError as missing:
    print(f"skipped: {missing} (python3-aiosmtpd, python3-yaml)")
    sys.exit(77)


def same(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


def holds(text, part):
    assert part in text, f"{part!r} is not in {text!r}"


def test_a_mail_says_it_all(desk):
    mailbox = desk.serve()
    title = 'Zażółć <script>alert("x")</script> ' + "long " * 30 + "end"
    code, output, error = desk.promote("--title", title, "--note", "see & say", to="grace@example.com,bob@example.com")
    same((code, error.count("commits it")), (0, 1))
    holds(output, "Mail sent to: grace@example.com, bob@example.com\n")
    same(mailbox.recipients(), [["grace@example.com", "bob@example.com"]])
    raw = mailbox.mails[0][1]
    assert raw.isascii() and max(map(len, raw.split(b"\r\n"))) <= 78, raw
    message = mailbox.message()
    same(message.defects, [])
    # aiosmtpd adds its own, which begin with X-.
    names = sorted(name for name in message.keys() if not name.startswith("X-"))
    wanted = ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"]
    same(names, sorted(wanted))
    same(message["Subject"], "Shared to Confluence: " + title)
    same(message["From"].addresses[0].display_name, "Ada Łovelace")
    same(message["From"].addresses[0].addr_spec, "ada@example.com")
    same([address.addr_spec for address in message["To"].addresses], ["grace@example.com", "bob@example.com"])
    same(message["Date"].datetime.isoformat(), "2025-11-22T08:15:30+00:00")
    plain, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for part in (PAGE, desk.output.name, desk.output.parent.name, "cs-architect", "Invoices", "see"):
        holds(plain, part)
        holds(html, part)
    holds(html, f'<a href="{PAGE}">')
    holds(html, "&lt;script&gt;")
    holds(html, "see &amp; say")
    assert "<script" not in html, html
    same(desk.entry()["mailed"], "grace@example.com, bob@example.com")
    same(desk.entry()["mailed_at"], "2025-11-22T08:15:30Z")


def test_repeating_sends_nothing(desk):
    mailbox = desk.serve()
    desk.promote()
    ledger = desk.entry()
    code, output, _ = desk.promote()
    same(code, 0)
    holds(output, "Mailed before: grace@example.com\n")
    same((len(mailbox.mails), desk.entry()), (1, ledger))
    code, output, _ = desk.promote(to="Grace@Example.com,bob@example.com")
    same(code, 0)
    holds(output, "Mail sent to: bob@example.com\nMailed before: Grace@Example.com\n")
    same(mailbox.recipients(), [["grace@example.com"], ["bob@example.com"]])
    same(mailbox.message(0)["Message-ID"], mailbox.message(1)["Message-ID"])
    desk.output.write_text("# Plan\n\nA better one.\n")
    same(desk.promote("--update-existing")[0], 0)
    same(len(mailbox.mails), 3)
    holds(mailbox.message()["Subject"], "(version 2)")
    assert mailbox.message(0)["Message-ID"] != mailbox.message()["Message-ID"]


def test_together_they_send_once(desk):
    mailbox = desk.serve()
    children = [desk.start(*desk.words()) for _ in range(4)]
    for child in children:
        _, error = child.communicate(timeout=120)
        same((child.returncode, error if child.returncode else ""), (0, ""))
    same(len(mailbox.mails), 1)


def test_without_a_server_it_is_noted(desk):
    code, output, _ = desk.promote()
    same(code, 0)
    holds(output, "Noted as told: grace@example.com (no mail was sent)\n")
    assert "mailed" not in desk.entry()
    holds(desk.promote(to="bob@example.com")[1], "Noted as told: grace@example.com, bob@example.com (no mail was sent)\n")
    # The same command sends it once there is a server.
    mailbox = desk.serve()
    holds(desk.promote()[1], "Mail sent to: grace@example.com\n")
    same(mailbox.recipients(), [["grace@example.com"]])


def test_a_committed_file_sends_no_mail(desk):
    port = free_port()
    (desk.repository / ".gitsession").write_text(f"[session \"mail\"]\n\tserver = smtp://127.0.0.1:{port}\n\ttls = none\n")
    code, output, error = desk.promote()
    same(code, 0)
    holds(output, "(no mail was sent)")
    holds(error, "session.mail.server")


def test_starttls_and_smtps(desk):
    context = desk.make_certificate()
    mailbox = desk.serve(tls="required", tls_context=context, require_starttls=True)
    code, _, error = desk.promote()
    same(code, 1)
    holds(error, "certificate")
    same(mailbox.mails, [])
    desk.configure(caFile=str(desk.certificate))
    code, output, error = desk.promote()
    same((code, error.count("commits it")), (0, 1))
    same([is_secret for _, _, is_secret in mailbox.mails], [True])
    mailbox = desk.serve(tls="required", scheme="smtps", ssl_context=context)
    holds(desk.promote(to="bob@example.com")[1], "Mail sent to: bob@example.com\n")
    same(len(mailbox.mails), 1)


def test_no_tls_no_mail(desk):
    mailbox = desk.serve(tls="required")
    code, output, error = desk.promote()
    same(code, 1)
    holds(output, "Promoted: ")
    holds(error, "no mail was sent: mail server smtp://127.0.0.1:")
    holds(error, f"hint: to send it: git session promote --session {desk.output.parent.name} --file plan_cs-architect.md")
    same(mailbox.mails, [])
    assert "mailed" not in desk.entry()


def secrets_shown():
    """What the processes that we can see show of the password to everybody."""
    shown = []
    for process in Path("/proc").iterdir():
        try:
            words = (process / "cmdline").read_bytes()
            if b"git-session" in words:
                shown += [part for part in (words, (process / "environ").read_bytes()) if PASSWORD.encode() in part]
        except OSError:
            continue
    return shown


def test_login(desk):
    context = desk.make_certificate()
    mailbox = desk.serve(tls="required", tls_context=context, auth_required=True, require_starttls=True)
    desk.configure(caFile=str(desk.certificate))
    desk.lend_password(PASSWORD)
    shown = []
    mailbox.before_answer = lambda: shown.extend(secrets_shown())
    code, output, error = desk.promote()
    same((code, error.count("commits it")), (0, 1))
    holds(output, "Mail sent to: grace@example.com\n")
    same((mailbox.logins, shown), (["ada"], []))
    holds(desk.asked(), "get\n")
    holds(desk.asked(), "protocol=smtp\nhost=127.0.0.1:")
    holds(desk.asked(), "store\n")
    assert PASSWORD not in output + error


def test_a_wrong_password_is_forgotten(desk):
    mailbox = desk.serve(auth_required=True)
    desk.lend_password("wrong-word-13")
    code, output, error = desk.promote()
    same(code, 1)
    holds(error, "refused the login of 'ada': 535")
    holds(desk.asked(), "erase\n")
    assert "store" not in desk.asked() and "wrong-word-13" not in output + error
    same(mailbox.mails, [])
    desk.lend_password(PASSWORD)
    same(desk.promote()[0], 0)
    same(len(mailbox.mails), 1)


def test_no_password(desk):
    mailbox = desk.serve(auth_required=True)
    desk.configure(user="ada")
    code, _, error = desk.promote()
    same(code, 1)
    holds(error, "git has no password for 'ada' at 127.0.0.1:")
    same((mailbox.mails, mailbox.logins), ([], []))


def test_login_is_required(desk):
    desk.serve(auth_required=True)
    code, _, error = desk.promote()
    same(code, 1)
    holds(error, "530")


def test_no_password_in_the_clear(desk):
    desk.configure(server="smtp://mail.example.com", tls="none", user="ada")
    code, output, error = desk.promote()
    same((code, output, desk.entry()), (5, "", None))
    holds(error, "a password is not sent to mail.example.com as it is")


def test_server_down(desk):
    desk.configure(server=f"smtp://127.0.0.1:{free_port()}", tls="none")
    code, output, error = desk.promote()
    same(code, 1)
    holds(output, "Promoted: ")
    holds(error, "no mail was sent: mail server smtp://127.0.0.1:")
    code, output, error = desk.promote("--json")
    same(code, 1)
    holds(output, '"kind":"unavailable"')
    mailbox = desk.serve()
    holds(desk.promote()[1], "Mail sent to: grace@example.com\n")
    same(len(mailbox.mails), 1)


def test_silent_server(desk):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        desk.configure(server=f"smtp://127.0.0.1:{silent.getsockname()[1]}", tls="none")
        begin = time.monotonic()
        code, _, error = desk.promote()
    same(code, 1)
    holds(error, "no mail was sent")
    assert 8 < time.monotonic() - begin < 50, time.monotonic() - begin


def test_interrupted(desk):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        desk.configure(server=f"smtp://127.0.0.1:{silent.getsockname()[1]}", tls="none")
        child = desk.start(*desk.words(), start_new_session=True)
        talk, _ = silent.accept()
        begin = time.monotonic()
        os.killpg(child.pid, signal.SIGINT)
        child.communicate(timeout=60)
        same(child.returncode, -signal.SIGINT)
        talk.settimeout(8)
        same(talk.recv(100), b"")
        assert time.monotonic() - begin < 8, "it went on for a while"
    mailbox = desk.serve()
    same(desk.promote()[0], 0)
    same(len(mailbox.mails), 1)


def test_one_recipient_is_refused(desk):
    mailbox = desk.serve()
    mailbox.unknown = {"gone@example.com"}
    both = "gone@example.com,grace@example.com"
    code, output, error = desk.promote(to=both)
    same(code, 1)
    holds(error, "no mail was sent to 'gone@example.com' (550 5.1.1 nobody of that name)")
    holds(error, "the others got it")
    same((mailbox.recipients(), desk.entry()["mailed"]), ([["grace@example.com"]], "grace@example.com"))
    code, _, error = desk.promote(to=both)
    same(code, 1)
    assert "the others" not in error, error
    mailbox.unknown = set()
    code, output, _ = desk.promote(to=both)
    same(code, 0)
    holds(output, "Mail sent to: gone@example.com\nMailed before: grace@example.com\n")
    same(mailbox.recipients(), [["grace@example.com"], ["gone@example.com"]])


def test_an_address_beyond_ascii(desk):
    mailbox = desk.serve()
    code, _, error = desk.promote(to="żółw@example.com,grace@example.com")
    same(code, 1)
    holds(error, "'żółw@example.com' (only ASCII addresses can be written to)")
    same(mailbox.recipients(), [["grace@example.com"]])


def test_killed_before_it_is_noted(desk):
    mailbox = desk.serve()
    child = desk.start(*desk.words())
    mailbox.before_answer = lambda: end(child)
    child.communicate(timeout=60)
    same((child.returncode, len(mailbox.mails)), (-signal.SIGKILL, 1))
    assert "mailed" not in desk.entry()
    # The one case of a second mail: its id tells mail programs that it is the same.
    mailbox.before_answer = None
    same([desk.promote()[0], desk.promote()[0]], [0, 0])
    same(len(mailbox.mails), 2)
    same(mailbox.message(0)["Message-ID"], mailbox.message(1)["Message-ID"])


def test_killed_before_it_is_sent(desk):
    mailbox = desk.serve()
    child = desk.start(*desk.words())

    def kill_and_wait():
        end(child)
        return 4

    mailbox.before_mail = kill_and_wait
    child.communicate(timeout=60)
    same(child.returncode, -signal.SIGKILL)
    time.sleep(6)
    same(mailbox.mails, [])
    mailbox.before_mail = None
    same([desk.promote()[0], desk.promote()[0]], [0, 0])
    same(len(mailbox.mails), 1)


def test_sendmail(desk):
    desk.configure(server="sendmail")
    desk.configure(**{"from": "team@example.com"})
    program = desk.root / "bin/sendmail"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{desk.root}/words\ncat >{desk.root}/mail\n')
    program.chmod(0o755)
    code, output, _ = desk.promote(to="grace@example.com,bob@example.com")
    same(code, 0)
    holds(output, "Mail sent to: grace@example.com, bob@example.com\n")
    same((desk.root / "words").read_text().split(), ["-i", "--", "grace@example.com", "bob@example.com"])
    mail = (desk.root / "mail").read_bytes()
    assert b"\r" not in mail, mail
    holds(mail, b"<team@example.com>\nTo: grace@example.com,\n bob@example.com\n")
    program.write_text("#!/bin/sh\necho queue is full >&2\nexit 75\n")
    code, _, error = desk.promote(to="eve@example.com")
    same(code, 1)
    holds(error, "no mail was sent: sendmail: sendmail: queue is full")


def test_its_program_is_missing(desk):
    mailbox = desk.serve()
    shutil.copy(desk.program, desk.root / "bin/git-session")
    desk.program = str(desk.root / "bin/git-session")
    code, output, error = desk.promote()
    same(code, 1)
    holds(output, "Promoted: ")
    holds(error, "the program 'git-session-smtp', which talks to mail servers, is not installed")
    holds(error, "hint: script/install")
    same(mailbox.mails, [])


def main():
    program = os.path.realpath(sys.argv[1])
    tests = {name[5:]: test for name, test in globals().items() if name.startswith("test_")}
    failed = 0
    for name in sys.argv[2:] or tests:
        begin = time.monotonic()
        try:
            with Desk(program) as desk:
                tests[name](desk)
            print(f"ok      {name} ({time.monotonic() - begin:.1f} s)", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f"FAILED  {name}\n{traceback.format_exc()}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
