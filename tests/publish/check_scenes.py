"""`promote --check`, and what is said to programs."""

import json
import subprocess
import time

from checks import holds, lacks, same
from fake import READER_TOKEN, SCOPED_TOKEN
from place import ANALYSIS, NOTE, PLAN
from scenes import scene


def check(desk, *words):
    ended = desk.run("promote", "--check", *words)
    same(desk.names_sent(), [])
    return ended


@scene(prism=True)
def check_of_a_good_login(desk):
    check(desk).ok().says("Ada Łovelace", desk.site)
    shown = check(desk, "--json").ok().json
    assert shown, shown


@scene()
def check_of_a_wrong_token(desk):
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = "wrong-word-13"
    ended = check(desk).failed()
    lacks(ended.out + ended.err, "wrong-word-13")
    assert "token" in ended.err + ended.out, ended


@scene("cloud")
def check_of_a_scoped_token(desk):
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = SCOPED_TOKEN
    desk.configure(user="robot@example.com")
    check(desk).failed("session.confluence.gateway")
    desk.configure(gateway=desk.fake.origin)
    check(desk).ok()
    robot = next(account for account in desk.fake.accounts if account.name == "Robot")
    robot.scopes -= {"read:space"}
    ended = check(desk).failed()
    assert "read:space" in ended.out + ended.err, ended


@scene()
def check_of_a_reader(desk):
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = READER_TOKEN
    if desk.is_cloud:
        desk.configure(user="reader@example.com")
    check(desk)  # it can log in; whether it may write shows when it does


@scene()
def check_of_something_else(desk):
    desk.fake.fault(times=99, html=True)
    ended = check(desk).failed()
    holds(ended.out + ended.err, "session.confluence.site")
    desk.fake.no_faults()
    desk.configure(site=desk.fake.origin + "/nothing/here")
    check(desk).failed()


@scene()
def check_without_a_site(desk):
    desk.git("config", "--global", "--unset", "session.confluence.site")
    check(desk).failed("session.confluence.site")


@scene()
def check_of_a_server_that_is_down(desk):
    desk.configure(site="http://127.0.0.1:9/wiki")
    check(desk).failed("127.0.0.1:9")


def listed(desk):
    ended = desk.run("promote", "--list")
    ended.ok()
    return {line.split("\t")[0]: line.split("\t")[1] for line in ended.out.splitlines()}


@scene()
def the_list_tells_what_was_changed_there(desk):
    for name in (NOTE, PLAN, ANALYSIS):
        desk.publish(name).ok()
    same(set(listed(desk).values()), {"current"})
    desk.fake.edit(desk.page().id, lambda storage: storage.replace("first", "hand-made"))
    desk.fake.edit(desk.page("The plan").id, lambda storage: storage + "<p>Hers.</p>")
    desk.change(PLAN)
    desk.change(ANALYSIS)
    desk.fake.forget_requests()
    same(listed(desk), {NOTE: "changed there", PLAN: "diverged", ANALYSIS: "changed"})
    same(desk.names_sent(), [])


@scene("cloud")
def the_list_does_not_wait_for_a_site(desk):
    desk.publish().ok()
    for action in ({"hang": 60}, {"status": 500}, {"html": True}, {"drop": True}, {"status": 401}):
        desk.fake.fault(times=99, **action)
        begin = time.monotonic()
        same(listed(desk), {NOTE: "current"})
        assert time.monotonic() - begin < 15, (action, time.monotonic() - begin)
        desk.fake.no_faults()
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = "wrong-word-13"
    same(listed(desk), {NOTE: "current"})


@scene("cloud")
def json_has_its_shape(desk):
    shapes = [desk.publish(PLAN, "--json").ok().out, desk.publish(PLAN, "--json").ok().out]
    desk.change(PLAN)
    shapes += [desk.publish(PLAN, "--dry-run", "--json").ok().out, desk.publish(PLAN, "--json").ok().out]
    page = desk.page("The plan")
    results = [json.loads(shape) for shape in shapes]
    holds(shapes[0], f'"{page.id}"')
    schema = desk.run("schema", "promote")
    if schema.code == 0:
        validate(desk, schema.out, results)
    desk.fake.edit(page.id, lambda storage: storage.replace("says", "hand-made"))
    desk.change(PLAN)
    refused = desk.publish(PLAN, "--json").refused().json
    holds(json.dumps(refused), '"page-changed"')


def validate(desk, schema, documents):
    """With jsonschema where it is installed."""
    program = ("import json, sys\ntry:\n import jsonschema\nexcept ImportError:\n sys.exit(0)\n"
               "schema, *documents = json.load(sys.stdin)\n[jsonschema.validate(one, schema) for one in documents]")
    subprocess.run(["/usr/bin/python3", "-c", program], input=json.dumps([json.loads(schema), *documents]), text=True, check=True,
                   env=desk.environment, stderr=subprocess.PIPE)


@scene()
def options_that_do_not_go_together(desk):
    for words in (["--page", "1", "--space", "PROJ"], ["--parent", "x"], ["--all", "--page", "1"], ["--over-version", "x"],
                  ["--page", "65602;x"], ["--over-version", "-1"]):
        ended = desk.run("promote", "--publish", NOTE, *words)
        assert ended.code in (2, 5), (words, ended)
    same(desk.calls(), [])
