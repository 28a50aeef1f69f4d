"""Many outputs, and many who publish at once."""

import json

from checks import holds, same
from place import NOTE, OUTPUTS, PLAN
from scenes import scene


def write_many(desk, count):
    for number in range(count):
        desk.write(f"many-{number:03}.md", f"# Many {number:03}\n\nText {number}.\n")
    desk.commit()


def all_are_there(desk, count, version=1):
    found, ledgers = {page.now.title: page for page in desk.fake.pages()}, desk.ledgers()
    same(len(desk.fake.pages()), count)
    for number in range(count - len(OUTPUTS)):
        page = found[f"Many {number:03}"]
        same((page.now.number, page.properties["git-session"].value["file"]), (version, f"many-{number:03}.md"))
        same(len(page.labels), 3)
        same(len(ledgers[f"many-{number:03}.md"]), version)


@scene("cloud", each=[100])
@scene("datacenter", each=[20])
def many_outputs(desk, count):
    write_many(desk, count)
    desk.fake.listener.delay = 0.02
    desk.publish("--all", "--session", desk.session.name).ok()
    all_are_there(desk, count + len(OUTPUTS))
    assert 2 <= desk.fake.listener.most_in_flight <= 4, desk.fake.listener.most_in_flight
    desk.fake.forget_requests()
    desk.publish("--all").ok()
    same(desk.names_sent(), [])
    assert len(desk.calls()) <= count + len(OUTPUTS), len(desk.calls())


@scene("cloud")
def a_storm_of_429(desk):
    write_many(desk, 20)
    for nth in range(6, 100, 11):
        desk.fake.fault(nth=nth, rate_limit=0)
    desk.fake.fault(nth=30, times=4, rate_limit=1)
    desk.publish("--all").ok()
    all_are_there(desk, 20 + len(OUTPUTS))


@scene("cloud", prism=True)
def all_but_those_that_are_refused(desk):
    desk.publish().ok()
    desk.fake.edit(desk.page().id, lambda storage: storage.replace("first", "hand-made"))
    desk.change()
    ended = desk.publish("--all").refused("hand-made", "--over-version 2")
    same(sorted(page.now.title for page in desk.fake.pages()), ["A note", "The analysis", "The plan"])
    same(desk.page().now.number, 2)
    shown = desk.publish("--all", "--json").refused()
    holds(shown.out, '"page-changed"')
    json.loads(shown.out)
    holds(ended.out, PLAN)


@scene()
def two_at_once(desk):
    desk.fake.listener.delay = 0.05
    children = [desk.start(*desk.words(PLAN)) for _ in range(3)]
    ended = [desk.ended(child) for child in children]
    assert all(one.code in (0, 1, 5) for one in ended) and any(one.code == 0 for one in ended), ended
    desk.publish(PLAN).ok()
    desk.is_done_once(PLAN, "The plan")


@scene()
def two_at_once_with_different_outputs(desk):
    desk.fake.listener.delay = 0.05
    children = [desk.start(*desk.words(name)) for name in OUTPUTS]
    for child in children:
        desk.ended(child).ok()
    same((len(desk.fake.pages()), len(desk.ledgers())), (3, 3))
    same({output["file"] for output in desk.metadata()["outputs"] if output.get("promoted")}, set(OUTPUTS))


@scene()
def several_named(desk):
    desk.publish(NOTE, PLAN).ok()
    same(sorted(page.now.title for page in desk.fake.pages()), ["A note", "The plan"])
