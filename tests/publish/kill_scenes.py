"""A kill at every request, before and after it is served: the same command finishes the job once."""

import signal

from checks import same
from fault_scenes import prepare
from place import PLAN
from scenes import scene

try:
    from post_office import Post
except ImportError:  # without aiosmtpd the mails are left out
    Post = None

MOST = 14


def words(desk):
    mail = ["--notify", "grace@example.com"] if desk.post else []
    return [PLAN, *desk.jira, *mail]


@scene(each=["before", "after"])
def a_new_page(desk, when):
    sweep(desk, when, "create")


@scene(each=["before", "after"])
def an_update(desk, when):
    sweep(desk, when, "update")


def sweep(desk, when, way):
    desk.post = Post(desk) if Post else None
    prepare(desk, way)
    killed = 0
    for step in range(1, MOST + 1):
        desk.begin_again()
        mails = len(desk.post.mails) if desk.post else 0
        fault = desk.fake.fault(nth=step, kill_client=when)
        desk.fake.victim = None
        child = desk.start(*desk.words(*words(desk)))
        desk.fake.victim = child.pid
        ended = desk.ended(child)
        if fault.seen < step:
            same(ended.code, 0)
            break
        same(ended.code, -signal.SIGKILL)
        killed += 1
        finishes(desk, 2 if way == "update" else 1, mails)
    assert killed >= 6, f"only {killed} requests"


def finishes(desk, version, mails):
    """The repeat does what is left, the one after it nothing."""
    desk.fake.no_faults()
    desk.publish(*words(desk)).ok()
    page = desk.is_done_once(PLAN, "The plan", version)
    same(len(desk.fake.jira.issues["PROJ-123"].links), len(desk.jira))
    if desk.post:
        same(len(desk.post.mails) - mails, 1)
    desk.fake.forget_requests()
    desk.publish(*words(desk)).ok()
    same([one for one in desk.names_sent() if "remotelink" not in one[1]], [])
    same((page.now.number, len(desk.post.mails) - mails if desk.post else 1), (version, 1))


@scene("cloud")
def a_kill_and_then_an_edit(desk):
    """Our version is there, our records are not, and Grace went on from it: hers is kept."""
    desk.publish().ok()
    page = desk.page()
    desk.change()
    desk.fake.fault("PUT", r"/pages/\d+$", kill_client="after")
    desk.fake.victim = None
    child = desk.start(*desk.words())
    desk.fake.victim = child.pid
    same(desk.ended(child).code, -signal.SIGKILL)
    desk.fake.no_faults()
    desk.fake.edit(page.id, lambda storage: storage + "<p>Grace</p>")
    desk.change(more="\nEven more.\n")
    desk.publish().refused("--over-version 3", "Grace")
    same(page.now.number, 3)


@scene("cloud")
def a_kill_and_then_other_content(desk):
    """Our version is there and our records are not; meanwhile the output was changed: it is an update of ours."""
    desk.publish().ok()
    desk.change()
    desk.fake.fault("PUT", r"/pages/\d+$", kill_client="after")
    desk.fake.victim = None
    child = desk.start(*desk.words())
    desk.fake.victim = child.pid
    desk.ended(child)
    desk.fake.no_faults()
    desk.change(more="\nEven more.\n")
    desk.publish().ok()
    same(desk.page().now.number, 3)
    same(desk.property()["version"], 3)


@scene()
def an_interrupt_ends_it(desk):
    desk.fake.fault(nth=2, hang=20)
    child = desk.start(*desk.words())
    desk.wait_at(lambda request: request.number == 1)
    child.send_signal(signal.SIGINT)
    ended = desk.ended(child)
    same(ended.code, -signal.SIGINT)
    desk.fake.no_faults()
    desk.publish().ok()
    desk.is_done_once()
