"""What publishing does when nothing is in its way."""

import re

from checks import holds, same
from place import NOTE, PLAN, png
from scenes import scene


@scene(prism=True)
def creates_a_page(desk):
    ended = desk.publish(PLAN).ok()
    page = desk.is_done_once(PLAN, "The plan")
    same((page.space.key, page.parent, page.status, page.private), ("PROJ", page.space.home, "current", ""))
    storage = page.now.storage
    holds(storage, "<ri:attachment ri:filename=")
    holds(storage, "print('&lt;&amp;&gt;')" if "<![CDATA[" not in storage else "print('<&>')")
    holds(storage, desk.session.name)  # the footer says where it is from
    same(sorted(re.sub(r"\.[0-9a-f]{8}\.", ".HEX.", one.name) for one in page.attachments), ["chart.HEX.png", "map.HEX.png"])
    for one in page.attachments:
        holds(storage, f'ri:filename="{one.name}"')
        same(one.media, "image/png")
    same({label for _, label in page.labels}, {"git-session", "cs-architect", "engineering", "proj-123"})
    same({prefix for prefix, _ in page.labels}, {"global"})
    value = desk.property("The plan")
    blob = desk.git("rev-parse", f"HEAD:{desk.session.relative_to(desk.repository)}/{PLAN}").strip()
    same((value["schema"], value["file"], value["blob"], value["version"]), (1, PLAN, blob, 1))
    same(value["commit"], desk.git("rev-parse", "HEAD").strip())
    holds(value["promoted_by"], "Ada Łovelace")
    assert value["hash"] and value["converter"], value
    entry = desk.entries(PLAN)[0]
    same((entry["page_id"], entry["space_key"], entry["version"], entry["page_version"]), (str(page.id), "PROJ", 1, 1))
    same((entry["blob"], entry["commit"]), (blob, value["commit"]))
    holds(entry["page_url"], desk.site + "/")
    holds(ended.out, entry["page_url"])
    assert desk.mark(PLAN)["promoted"], desk.mark(PLAN)
    same(desk.mark(PLAN)["promoted_to"], entry["page_url"])


@scene()
def pictures_arrive_as_they_are(desk):
    desk.publish(PLAN).ok()
    names = {one.name.split(".")[0]: one.content for one in desk.page("The plan").attachments}
    same(names, {"chart": png(10), "map": png(20)})


@scene(prism=True)
def counts_its_requests(desk):
    cloud = desk.is_cloud
    desk.publish().ok()
    created = desk.calls()
    assert len(created) <= 5, created
    desk.fake.forget_requests()
    desk.publish().ok()
    same(len(desk.calls()), 1)
    desk.change()
    desk.fake.forget_requests()
    desk.publish().ok()
    assert len(desk.calls()) <= 4, desk.calls()
    if cloud:
        same((len(created), len(desk.calls())), (5, 4))
    desk.is_done_once(version=2)


@scene()
def counts_what_pictures_cost(desk):
    desk.publish(PLAN).ok()
    assert len(desk.calls()) <= 5 + 2, desk.calls()  # of a new page nothing needs to be listed
    desk.fake.forget_requests()
    desk.publish(PLAN).ok()
    same(desk.names_sent(), [])
    desk.write("img/map.png", png(30))
    desk.commit()
    desk.fake.forget_requests()
    desk.publish(PLAN).ok()
    uploads = [path for method, path in desk.names_sent() if path.endswith("/attachment")]
    same(len(uploads), 1)
    same(len(desk.page("The plan").attachments), 3)
    desk.is_done_once(PLAN, "The plan", 2)


@scene(prism=True)
def repeats_without_a_write(desk):
    desk.publish(PLAN).ok()
    before = desk.snapshot()
    desk.fake.forget_requests()
    for _ in range(2):
        desk.publish(PLAN).ok()
    same(desk.names_sent(), [])
    same(desk.snapshot(), before)


@scene(prism=True)
def updates_a_page(desk):
    desk.publish().ok()
    desk.change()
    desk.publish("--note", "after the review").ok()
    page = desk.is_done_once(version=2)
    holds(page.now.storage, "One more paragraph.")
    blob = desk.git("rev-parse", f"HEAD:{desk.session.relative_to(desk.repository)}/{NOTE}").strip()
    holds(page.now.message, f"git-session: {NOTE} from {desk.session.name}, content {blob[:8]}")
    same([entry["version"] for entry in desk.entries()], [1, 2])
    same(page.properties["git-session"].version, 2)
    same(len(page.labels), 4)


@scene(each=["silent", "terse", "always-a-draft", "no-draft", "hidden-trash"])
def servers_differ(desk, way):
    desk.fake.answers_body = way not in ("silent", "terse")
    desk.fake.answers_message = way != "terse"
    desk.fake.draft_answer = {"always-a-draft": "draft", "no-draft": "missing"}.get(way, "page")
    desk.fake.shows_trash = way != "hidden-trash"
    desk.publish().ok()
    desk.fake.forget_requests()
    desk.publish().ok()
    same(desk.names_sent(), [])
    desk.change()
    desk.publish().ok()
    desk.is_done_once(version=2)
    desk.fake.edit(desk.page().id, lambda storage: storage.replace("first", "hand-made"))
    desk.change(more="\nAgain.\n")
    desk.publish().refused("hand-made")


@scene(prism=True)
def takes_lists_in_parts(desk):
    desk.fake.list_limit = 2
    desk.publish(PLAN).ok()
    page = desk.page("The plan")
    for number in range(5):
        desk.fake.wiki.attach(page, f"0{number}.png", b"x", "image/png", "", True, False)
        desk.fake.wiki.set_property(page, f"other-{number}", {"a": 1})
    desk.change(PLAN)
    desk.publish(PLAN).ok()
    same([one.version for one in page.attachments], [1] * 7)
    desk.is_done_once(PLAN, "The plan", 2)


@scene()
def labels_and_attachments_of_others_stay(desk):
    desk.publish().ok()
    page = desk.page()
    desk.fake.wiki.add_labels(page, [("global", "important"), ("team", "x")])
    desk.fake.wiki.attach(page, "minutes.pdf", b"x", "application/pdf", "", False, False)
    desk.change()
    desk.publish().ok()
    labels = {label for _, label in desk.is_done_once(version=2).labels}
    assert {"important", "x", "git-session"} <= labels, labels
    same([one.name for one in page.attachments], ["minutes.pdf"])


@scene()
def a_version_without_a_change_is_no_obstacle(desk):
    desk.publish().ok()
    page = desk.page()
    desk.fake.edit(page.id)  # saved as it was: the server writes new ids, and a version
    desk.change()
    desk.publish().ok()
    same([one.number for one in page.versions], [1, 2, 3])
    same((desk.property()["version"], desk.entries()[-1]["page_version"]), (3, 3))
