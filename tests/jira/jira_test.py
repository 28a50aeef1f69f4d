#!/usr/bin/python3
"""Tickets of Jira, Cloud and Data Center: `promote --jira` links them, `report` tells of them.

    tests/jira/jira_test.py PROGRAM [NAME…]    exit 0 all well, 1 not, 77 when something is missing here
"""

import os
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "publish"))
try:
    from checks import holds, lacks, same
    from desk import Desk
    from fake import CLOUD_ID, SCOPED_TOKEN, Fake
    from place import NOTE, PLAN, Template
    from secret_scenes import make_certificate
except ImportError as missing:
    print(f"skipped: {missing} (python3-yaml)")
    sys.exit(77)

PAGE = "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456/A+page"


def links(desk, ticket="PROJ-123"):
    return desk.fake.jira.issues[ticket].links


def link(desk, *more, url=PAGE, output=NOTE):
    return desk.run("promote", output, "--confluence-url", url, "--jira", *more)


def test_links_once(desk):
    ended = link(desk).ok()
    holds(ended.out, "Linked from: PROJ-123\n")
    (found,) = links(desk)
    same(found["object"], {"url": PAGE, "title": "A page",
                           "summary": f"{NOTE} of session {desk.session.name}, made by cs-architect"})
    same(found["globalId"], "git-session&site=https://company.atlassian.net/wiki&pageId=123456")
    same((found["relationship"], found["application"]["name"]), ("mentioned in", "git-session"))
    same(desk.entries()[0]["jira_linked"], "PROJ-123")
    before = desk.snapshot(), len(desk.fake.requests)
    holds(link(desk).ok().out, "Linked before: PROJ-123\n")
    same((desk.snapshot(), len(desk.fake.requests)), before)
    same(desk.fake.requests[0].login, "basic" if desk.is_cloud else "bearer")


def test_what_is_shared_again_is_one_link(desk):
    link(desk).ok()
    desk.change()
    link(desk, "--update-existing", "--title", "A better title").ok()
    (found,) = links(desk)
    same(found["object"]["title"], "A better title")
    same([entry["jira_linked"] for entry in desk.entries()], ["PROJ-123", "PROJ-123"])
    link(desk, output=PLAN, url=PAGE.replace("123456", "77")).ok()
    same(len(links(desk)), 2)


def test_another_ticket_is_another_link(desk):
    link(desk).ok()
    desk.fake.jira.add_issue("PROJ-7", "Later")
    desk.run("update", "--ticket", "proj-7").ok()
    link(desk).ok()
    same((len(links(desk)), len(links(desk, "PROJ-7"))), (1, 1))
    same(desk.entries()[0]["jira_linked"], "PROJ-123, proj-7")


def test_json(desk):
    ended = link(desk, "--json").ok()
    same((ended.json["promotion"]["jira_linked"], ended.json["recorded"]), ("PROJ-123", True))
    same(desk.run("promote", "--list", "--json").ok().json["promotions"][0]["jira_linked"], "PROJ-123")


def test_before_anything_is_recorded(desk):
    desk.run("update", "--ticket", "").ok()
    holds(link(desk).failed().err, "has no ticket")
    desk.run("update", "--ticket", "the big one").ok()
    ended = link(desk)
    same(ended.code, 2)
    holds(ended.err, "is no key of Jira")
    desk.run("update", "--ticket", "PROJ-123").ok()
    desk.git("config", "--global", "--unset", "session.jira.site")
    ended = link(desk).failed("session.jira.site is not set")
    holds(ended.err, "git config --global session.jira.site")
    desk.configure("jira", site="http://jira.example.com")
    link(desk).failed("session.jira.site is 'http://jira.example.com'")
    same((desk.entries(), desk.fake.requests), ([], []))


def test_failures_in_plain_words(desk):
    """The promotion stands, and the same command finishes it."""
    for status, words in ((400, "answered 400"), (401, "does not accept the login"), (403, "does not let you link PROJ-123"),
                          (404, "has no ticket PROJ-123"), (409, "answered 409"), (500, "answered 500")):
        desk.fake.fault("POST", "remotelink", status=status, content={"errorMessages": ["Computer \x1b[1m says no."], "errors": {}})
        ended = link(desk).failed("PROJ-123", words, "Computer \\x1b[1m says no.")
        holds(ended.out, "Promoted")
        desk.fake.no_faults()
    same(len(desk.entries()), 1)
    assert "jira_linked" not in desk.entries()[0]
    desk.fake.fault("POST", "remotelink", html=True)
    link(desk).failed("does not answer as Jira does", "session.jira.site")
    desk.fake.no_faults()
    same(links(desk), [])
    link(desk).ok()
    same(len(links(desk)), 1)


def test_lost_answers_and_waiting(desk):
    desk.fake.fault("POST", "remotelink", lose_answer=True)
    link(desk).ok()
    same(len(links(desk)), 1)
    desk.fake.no_faults()
    desk.fake.fault("POST", "remotelink", rate_limit=1)
    begin = time.monotonic()
    link(desk, output=PLAN, url=PAGE.replace("123456", "77")).ok()
    assert time.monotonic() - begin > 0.9
    same(len(links(desk)), 2)
    desk.fake.no_faults()
    desk.fake.fault("POST", "remotelink", nth=1, times=9, drop=True)
    link(desk, url=PAGE.replace("123456", "88")).failed("did not answer for PROJ-123")


def test_a_server_that_is_not_there(desk):
    desk.configure("jira", site="http://127.0.0.1:1")
    ended = link(desk).failed("Jira at http://127.0.0.1:1 did not answer for PROJ-123", "--jira")
    holds(ended.out, "Promoted")
    desk.configure("jira", site=desk.fake.origin)
    link(desk).ok()


def test_no_redirect_takes_the_login(desk):
    desk.fake.fault("POST", "remotelink", redirect=True)
    link(desk).failed("answered 30")
    same(desk.fake.stranger.requests, [])


def test_logins_of_git(desk):
    desk.lend_token()
    link(desk).ok()
    port = desk.fake.origin.rpartition(":")[2]
    holds(desk.asked(), f"get\nprotocol=http\nhost=127.0.0.1:{port}\n")
    holds(desk.asked(), "store\n")
    lacks(desk.asked(), "erase\n")
    lacks(desk.asked(), "path=")
    (desk.root / "asked").unlink()
    helper = desk.root / "helper"
    helper.write_text(helper.read_text().replace(desk.token, "wrong-word-13"))
    ended = link(desk, url=PAGE.replace("123456", "77")).failed("does not accept the login")
    lacks(ended.out + ended.err, "wrong-word-13")
    holds(desk.asked(), "erase\n")
    lacks(desk.asked(), "store\n")


def test_a_refusal_of_rights_keeps_the_login(desk):
    desk.lend_token()
    desk.fake.jira.may_link = False
    link(desk).failed("does not let you link PROJ-123")
    lacks(desk.asked(), "erase\n")


def test_no_login_at_all(desk):
    del desk.environment["GIT_SESSION_JIRA_TOKEN"]
    link(desk).failed("no login for Jira", "GIT_SESSION_JIRA_TOKEN")
    same(desk.fake.requests, [])


def test_by_the_gateway(desk):
    if not desk.is_cloud:
        return
    desk.configure("jira", gateway=desk.fake.origin, user="robot@example.com")
    desk.environment["GIT_SESSION_JIRA_TOKEN"] = SCOPED_TOKEN
    link(desk).ok()
    first, second = desk.fake.requests
    same((first.path, first.login), ("/_edge/tenant_info", "none"))
    same((second.path, second.login), (f"/ex/jira/{CLOUD_ID}/rest/api/3/issue/PROJ-123/remotelink", "basic"))
    desk.configure("jira", cloudId=CLOUD_ID)
    link(desk, url=PAGE.replace("123456", "77")).ok()
    same(len(desk.fake.requests), 3)
    desk.git("config", "--global", "--unset", "session.jira.cloudId")
    desk.fake.fault("GET", "tenant_info", times=9, html=True)
    link(desk, url=PAGE.replace("123456", "88")).failed("does not tell the id of the site", "session.jira.cloudId")


def test_certificates(desk):
    context, certificate = make_certificate(desk.root)
    with Fake(desk.edition, tls=context) as secure:
        secure.jira.add_issue("PROJ-123", "Invoices")
        desk.configure("jira", site=secure.origin)
        link(desk).failed("certificate")
        same(secure.requests, [])
        desk.configure("jira", caFile=str(certificate))
        link(desk).ok()
        same(len(secure.jira.issues["PROJ-123"].links), 1)


def test_report_tells_of_the_ticket(desk):
    desk.fake.jira.issues["PROJ-123"].summary = "Invoices *for* <all> \x1b[1m"
    ended = desk.run("report").ok()
    holds(ended.out, "- **Ticket:** PROJ-123: Invoices \\*for\\*")
    holds(ended.out, "(In Progress)\n")
    lacks(ended.out, "\x1b")
    same(ended.err, "")
    root = desk.run("report", "--json").ok().json
    same((root["ticket_summary"], root["ticket_state"]), ("Invoices *for* <all> \x1b[1m", "In Progress"))
    same([request.method for request in desk.fake.requests], ["GET", "GET"])
    desk.change()
    (changed,) = desk.run("report", "--against", "HEAD~1", "--json").ok().json["sessions"]
    same(changed["ticket_state"], "In Progress")
    holds(desk.run("report", "--against", "HEAD~1").ok().out, "In Progress")


def test_report_does_without(desk):
    """One note, and everything else as ever."""
    desk.fake.jira.issues.clear()
    ended = desk.run("report").ok()
    same(ended.err.count("\n"), 1)
    holds(ended.err, "has no ticket PROJ-123")
    holds(ended.out, "- **Ticket:** PROJ-123\n")
    root = desk.run("report", "--json").ok().json
    same((root["ticket_summary"], root["ticket_state"]), (None, None))
    desk.configure("jira", site="ftp://jira")
    holds(desk.run("report").ok().err, "session.jira.site is 'ftp://jira'")
    desk.git("config", "--global", "--unset", "session.jira.site")
    same(desk.run("report").ok().err, "")


def test_report_does_not_wait(desk):
    desk.fake.fault("GET", "issue", times=9, hang=30)
    begin = time.monotonic()
    ended = desk.run("report").ok()
    assert time.monotonic() - begin < 8, time.monotonic() - begin
    same(ended.err.count("\n"), 1)
    holds(ended.out, "- **Ticket:** PROJ-123\n")
    desk.fake.no_faults()
    desk.fake.fault("GET", "issue", times=9, rate_limit=30)
    begin = time.monotonic()
    desk.run("report").ok()
    assert time.monotonic() - begin < 8


def main():
    program, names = os.path.realpath(sys.argv[1]), sys.argv[2:]
    tests = {name[5:]: test for name, test in globals().items() if name.startswith("test_")}
    template, failed = Template(program), []
    try:
        for name, test in tests.items():
            for edition in ("cloud", "datacenter"):
                if names and name not in names:
                    continue
                begin = time.monotonic()
                try:
                    with Desk(template, edition) as desk:
                        test(desk)
                    print(f"ok      {name}.{edition} ({time.monotonic() - begin:.1f} s)", flush=True)
                except Exception:  # pylint: disable=broad-except
                    print(f"FAILED  {name}.{edition}\n{traceback.format_exc()}", flush=True)
                    failed.append(name)
    finally:
        template.remove()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
