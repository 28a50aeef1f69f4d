"""Somebody else's work is in the way: nothing is written, and the one override is named."""

from checks import holds, lacks, same
from place import NOTE
from refusals import is_refused
from scenes import scene


@scene(prism=True)
def changed_by_hand(desk):
    desk.publish().ok()
    page = desk.page()
    desk.fake.edit(page.id, lambda storage: storage.replace("first paragraph", "page as Grace likes it"))
    desk.change()
    ended, number = is_refused(desk, "page-changed", "--over-version")
    same(number, "2")
    lines = ended.err.splitlines()
    assert any(line.startswith(("-", "+")) and "page as Grace likes it" in line for line in lines), ended.err
    assert not any("macro-id" in line for line in lines), ended.err
    saved = {path.name: path for path in desk.repository.glob(f".git/session/remote/{page.id}/*")}
    same(sorted(saved), ["v2.diff", "v2.xml"])
    same(saved["v2.xml"].read_text().strip(), page.now.storage.strip())
    holds(saved["v2.diff"].read_text(), "page as Grace likes it")
    for wrong in ("1", "3", "9"):
        desk.publish("--over-version", wrong).refused("--over-version 2")
    for other in ("--over-draft", "--over-comments", "--over-trash"):
        desk.publish(other, "2").refused()
    same(page.now.number, 2)
    desk.publish("--over-version", "2").ok()
    same((page.now.number, desk.property()["version"]), (3, 3))
    lacks(page.now.storage, "Grace")
    desk.fake.forget_requests()
    desk.publish().ok()
    same(desk.names_sent(), [])


@scene()
def changed_by_hand_and_nothing_new_of_ours(desk):
    """Where we have nothing to publish, nothing is lost either way; but what is there is not what we have."""
    desk.publish().ok()
    desk.fake.edit(desk.page().id, lambda storage: storage.replace("first", "hand-made"))
    is_refused(desk, "page-changed", "--over-version")


@scene()
def an_override_holds_for_one_version(desk):
    """What came between reading the page and writing it is not what was agreed to."""
    desk.publish().ok()
    page = desk.page()
    desk.fake.edit(page.id, lambda storage: storage.replace("first", "hand-made"))
    desk.change()
    put = "/pages/" if desk.is_cloud else "/content/"
    desk.fake.fault("PUT", put, stale=lambda: desk.fake.edit(page.id, lambda storage: storage + "<p>Later.</p>"))
    desk.publish("--over-version", "2").failed()
    same(page.now.number, 3)
    holds(page.now.storage, "Later.")
    desk.publish("--over-version", "2").refused("--over-version 3", "Later.")


@scene()
def edited_between_reading_and_writing(desk):
    desk.publish().ok()
    page = desk.page()
    desk.change()
    put = "/pages/" if desk.is_cloud else "/content/"
    desk.fake.fault("PUT", put, stale=lambda: desk.fake.edit(page.id, lambda storage: storage + "<p>In between.</p>"))
    ended = desk.publish().failed()
    same((page.now.number, "In between." in page.now.storage), (2, True))
    puts = [request for request in desk.fake.requests if request.method == "PUT" and request.path.endswith(str(page.id))]
    same(len(puts), 1)
    lacks(ended.err, "--over-version 1")
    desk.publish().refused("--over-version 2", "In between.")


@scene(prism=True)
def a_newer_draft(desk):
    desk.publish().ok()
    page = desk.page()
    desk.fake.draft(page.id, "<p>Grace is writing this.</p>")
    desk.change()
    ended, number = is_refused(desk, "draft-newer", "--over-draft")
    holds(ended.err, "Grace is writing this.")
    assert desk.fake.page(page.id).draft
    desk.publish("--over-draft", str(int(number) + 1)).refused()
    desk.publish("--over-version", "1").refused("--over-draft")
    desk.publish("--over-draft", number).ok()
    desk.is_done_once(version=2)


@scene(prism=True)
def a_draft_is_no_matter_to_an_unchanged_page(desk):
    desk.publish().ok()
    desk.fake.draft(desk.page().id, "<p>Grace is writing this.</p>")
    desk.fake.forget_requests()
    desk.publish().ok()
    same(desk.names_sent(), [])


@scene("cloud", prism=True)
@scene("datacenter")
def comments_are_kept(desk):
    desk.publish().ok()
    page = desk.page()
    comment = desk.fake.comment(page.id, "second")
    desk.change()
    desk.publish().ok()
    around = page.now.storage.split(f'<ac:inline-comment-marker ac:ref="{comment.ref}">')[1].split("</ac:inline-comment-marker>")[0]
    same(around.replace("<em>", "").replace("</em>", ""), "second")
    same((page.now.number, comment.resolution), (2, "open"))
    desk.fake.forget_requests()
    desk.publish().ok()
    same(desk.names_sent(), [])
    same(page.now.number, 2)


@scene("cloud", prism=True)
@scene("datacenter")
def comments_would_be_lost(desk):
    desk.publish().ok()
    page = desk.page()
    comment = desk.fake.comment(page.id, "second")
    text = (desk.session / NOTE).read_text()
    desk.write(NOTE, text.replace("The *second* paragraph.", "Nothing of it is left."))
    desk.commit()
    ended, number = is_refused(desk, "comments-open", "--over-comments")
    holds(ended.err, "second")
    same(number, "1")
    desk.publish("--over-comments", "7").refused()
    desk.publish("--over-comments", "1").ok()
    same((page.now.number, comment.resolution), (2, "dangling"))


@scene("cloud")
def resolved_comments_may_go(desk):
    desk.publish().ok()
    desk.fake.comment(desk.page().id, "second", resolution="resolved")
    desk.write(NOTE, "# A note\n\nAll new.\n")
    desk.commit()
    desk.publish().ok()
    desk.is_done_once(version=2)


@scene(prism=True)
def a_page_in_the_trash(desk):
    desk.publish().ok()
    page = desk.page()
    desk.fake.set_status(page.id, "trashed")
    desk.change()
    _, number = is_refused(desk, "page-trashed", "--over-trash")
    same(number, "1")
    desk.publish("--over-trash", "2").refused()
    desk.publish("--over-trash", "1").ok()
    same(page.status, "current")
    holds(page.now.storage, "One more paragraph.")
    same((desk.property()["version"], len(desk.fake.pages())), (page.now.number, 1))


@scene("cloud", prism=True)
def an_archived_page(desk):
    desk.publish().ok()
    desk.fake.set_status(desk.page().id, "archived")
    desk.change()
    is_refused(desk, "page-archived")


@scene()
def a_page_that_is_gone(desk):
    desk.publish().ok()
    page = desk.page()
    del desk.fake.wiki.pages[page.id]
    desk.change()
    desk.publish().failed(str(page.id))
    same(desk.fake.pages(), [])
    same(len(desk.entries()), 1)
