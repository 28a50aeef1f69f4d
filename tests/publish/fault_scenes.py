"""The network and the servers at their worst: what cannot be done is said in plain words, and a repeat finishes it once."""

import time

from checks import holds, lacks, same
from place import NOTE, PLAN
from scenes import scene

# What a server may answer to any request, and what of it the user is to read.
ANSWERS = {
    "401": ({"status": 401, "content": {"code": 401, "message": "Unauthorized"}}, ["401"]),
    "403": ({"status": 403, "content": {"statusCode": 403, "message": "Not permitted"}}, ["403"]),
    "404": ({"status": 404, "content": {"statusCode": 404, "message": "No content found"}}, []),
    "404-login": ({"status": 404, "content": {"errors": [{"status": 404, "code": "NOT_FOUND", "title": "Not Found"}]}}, []),
    "409": ({"status": 409, "content": {"message": "Version must be incremented on update. Current version is: 7"}}, []),
    "413": ({"status": 413, "content": {"message": "too large"}}, ["413"]),
    "500": ({"status": 500}, []),
    "503": ({"status": 503, "content": "<html><body>Service Unavailable</body></html>", "headers": {"Retry-After": "1"}}, []),
    "html": ({"html": True}, []),
    "empty": ({"status": 200, "content": ""}, []),
    "no-object": ({"status": 200, "content": [[], None, 7]}, []),
    "cut": ({"cut": True}, []),
    "drop": ({"drop": True}, []),
    "lost": ({"lose_answer": True}, []),
    "redirect": ({"redirect": True}, []),
    "redirect-307": ({"redirect": True, "code": 307}, []),
}


EVERYWHERE = ("500", "html", "drop", "lost")
MOST = 16  # requests of one publication


@scene("cloud", each=EVERYWHERE)
def at_every_step_of_a_new_page(desk, kind):
    sweep(desk, kind, "create")


@scene("datacenter", each=["500", "lost"])
def at_every_step_on_data_center(desk, kind):
    sweep(desk, kind, "create")


@scene("cloud", each=["500", "lost"])
@scene("datacenter", each=["drop"])
def at_every_step_of_an_update(desk, kind):
    sweep(desk, kind, "update")


@scene(each=[kind for kind in ANSWERS if kind not in (*EVERYWHERE, "no-object")])
@scene("cloud", each=["no-object"])
def at_the_first_and_at_the_write(desk, kind):
    write = "/api/v2/pages$" if desk.is_cloud else r"/rest/api/content(\?|$)"
    prepare(desk, "create")
    attempt(desk, kind, "create", ("GET", "", 1))
    attempt(desk, kind, "create", ("POST", write, 1))


def prepare(desk, way):
    """What each attempt begins with."""
    if way == "update":
        desk.publish(PLAN).ok()
        desk.write("img/map.png", b"\x89PNG another")
        desk.change(PLAN)
    desk.save()


def sweep(desk, kind, way):
    """One publication after another, each with this answer at one step more."""
    prepare(desk, way)
    for step in range(1, MOST):
        if not attempt(desk, kind, way, (".*", "", step)):
            assert step > 5, "the publication took hardly any requests"
            return
    raise AssertionError(f"more than {MOST} requests")


def attempt(desk, kind, way, where):
    """False when there was no such request."""
    action, words = ANSWERS[kind]
    desk.begin_again()
    fault = desk.fake.fault(*where, **action)
    ended = desk.publish(PLAN)
    if fault.seen < where[2]:
        ended.ok()
        return False
    if ended.code == 0:
        assert kind in ("cut", "drop", "lost", "500", "503", "409"), f"{where}: {kind} was taken for an answer"
    else:
        ended.failed(*words)
        assert ended.err.startswith(("git session", "line ")), ended.err
    same(desk.fake.stranger.requests, [])
    desk.fake.no_faults()
    desk.publish(PLAN).ok()
    desk.is_done_once(PLAN, "The plan", 2 if way == "update" else 1)
    return True


@scene(each=[1, 2, 3, 4, 5])
def a_pause_is_kept(desk, step):
    desk.fake.fault(nth=step, rate_limit=1)
    begin = time.monotonic()
    desk.publish(PLAN).ok()
    assert time.monotonic() - begin >= 1
    desk.is_done_once(PLAN, "The plan")
    refused = [request for request in desk.fake.requests if request.status == 429][0]
    again = [request for request in desk.fake.requests if request.number > refused.number][0]
    same((again.method, again.target, again.body), (refused.method, refused.target, refused.body))
    assert again.begin - refused.end >= 0.99, again.begin - refused.end


@scene("cloud")
def a_pause_that_never_ends(desk):
    desk.fake.fault(nth=1, times=1000, rate_limit=1)
    begin = time.monotonic()
    desk.publish().failed("429")
    assert time.monotonic() - begin < 60
    same(desk.fake.pages(), [])


@scene("cloud")
def a_pause_beyond_all_patience(desk):
    desk.fake.fault(nth=1, times=1000, rate_limit=86400)
    begin = time.monotonic()
    desk.publish().failed("429")
    assert time.monotonic() - begin < 30


@scene(each=["GET", "POST"])
def a_server_that_takes_its_time(desk, method):
    """And hangs up in the end."""
    desk.fake.fault(method, hang=2)
    desk.publish()
    desk.publish().ok()
    desk.is_done_once()


@scene()
def a_server_that_is_down(desk):
    desk.configure(site=desk.site.replace(str(desk.fake.listener.port), "9"))
    ended = desk.publish().failed("127.0.0.1")
    same((ended.code, desk.ledgers()), (1, {}))
    holds(ended.err, "hint:")


@scene("cloud", each=["500", "drop", "cut"])
def reads_are_asked_again(desk, kind):
    desk.save()
    for nth in (1, 2):
        desk.begin_again()
        desk.fake.fault("GET", nth=nth, **ANSWERS[kind][0])
        desk.publish().ok()
        desk.is_done_once()


@scene(each=["500", "drop", "cut", "lost"])
def writes_are_not_sent_again_unasked(desk, kind):
    """After a write of which nobody knows whether it was done, the page is read before anything is written."""
    write = "/api/v2/pages$" if desk.is_cloud else r"/rest/api/content(\?|$)"
    desk.fake.fault("POST", write, **ANSWERS[kind][0])
    desk.publish()
    calls = desk.fake.requests
    first = next(number for number, request in enumerate(calls) if request.fault)
    assert [request.method for request in calls[first + 1 : first + 2]] in ([], ["GET"]), [str(call) for call in calls]
    desk.fake.no_faults()
    desk.publish().ok()
    desk.is_done_once()


@scene("cloud")
def the_answer_of_an_update_is_lost(desk):
    """The page is read again, and known as ours by what is in it: no second version, no refusal."""
    desk.publish().ok()
    desk.change()
    desk.fake.fault("PUT", r"/api/v2/pages/\d+$", lose_answer=True)
    desk.publish().ok()
    desk.is_done_once(version=2)


@scene("cloud")
def the_answer_is_lost_and_somebody_edits(desk):
    """What they wrote upon our version stays."""
    desk.publish().ok()
    page = desk.page()
    desk.change()
    desk.fake.fault("PUT", r"/api/v2/pages/\d+$", lose_answer=True)
    desk.fake.fault("GET", r"/api/v2/pages/\d+", nth=3, stale=lambda: desk.fake.edit(page.id, lambda text: text + "<p>Grace</p>"))
    desk.publish()
    assert page.now.number <= 3
    desk.fake.no_faults()
    desk.change(more="\nAnd more.\n")
    ended = desk.publish()
    if page.versions[-1].author == "Grace":
        ended.refused("Grace")
    for version in page.versions:
        if version.author == "Grace":
            assert version.number == page.now.number or "Grace" in page.now.storage, "it was written over"


@scene("cloud")
def a_redirect_is_not_followed(desk):
    for code in (301, 302, 303, 307, 308):
        desk.fake.no_faults()
        desk.fake.fault(nth=1, times=99, redirect=True, code=code)
        desk.publish().failed(desk.fake.stranger.origin)
    same(desk.fake.stranger.requests, [])


@scene("cloud")
def next_pages_of_a_list_stay_on_the_site(desk):
    """A list that goes on elsewhere is not followed there with our login."""
    desk.publish(PLAN).ok()
    desk.change(PLAN)
    desk.write("img/map.png", b"\x89PNG other")
    desk.commit()
    evil = {"results": [], "_links": {"next": f"{desk.fake.stranger.origin}/wiki/api/v2/x?cursor=1"}}
    desk.fake.fault("GET", "/attachments", nth=1, status=200, content=evil)
    desk.publish(PLAN)
    same(desk.fake.stranger.requests, [])


@scene("cloud")
def a_wrong_token(desk):
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = "wrong-word-13"
    for words in ((), ("--page", "65602", "--over-version", "1")):
        ended = desk.publish(*words).failed()
        assert any(word in ended.err.lower() for word in ("token", "login")), ended.err
        lacks(ended.err, "wrong-word-13")
    same((desk.names_sent(), desk.ledgers()), ([], {}))


@scene("datacenter")
def a_wrong_token_on_data_center(desk):
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = "wrong-word-13"
    ended = desk.publish().failed()
    assert any(word in ended.err.lower() for word in ("token", "login")), ended.err
    same(desk.names_sent(), [])


@scene("cloud")
def no_token(desk):
    del desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"]
    ended = desk.publish().failed("GIT_SESSION_CONFLUENCE_TOKEN")
    same((ended.code in (1, 5), desk.calls()), (True, []))


@scene("cloud")
def what_the_server_says_is_shown_and_obeyed_by_no_terminal(desk):
    desk.fake.fault(nth=1, times=9, status=400, content={"errors": [{"status": 400, "title": "\x1b]52;c;x\x07 bad \u202e"}]})
    ended = desk.publish(NOTE).failed("bad")
    lacks(ended.err, "\x1b")
    lacks(ended.err, "\u202e")
