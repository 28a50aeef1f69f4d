"""Pages that are not ours to write, outputs that are not yet for others, and what --dry-run leaves alone."""

from checks import holds, lacks, same
from fake import READER_TOKEN
from place import ANALYSIS, NOTE, PLAN
from refusals import is_refused
from scenes import scene


@scene("cloud", each=["current", "archived", "trashed"], prism=True)
@scene("datacenter", each=["current", "trashed"], prism=True)
def a_title_that_is_taken(desk, status):
    other = desk.fake.add_page("A note", status=status)
    ended, number = is_refused(desk, "title-taken", "--over-version")
    holds(ended.err, f"--page {other.id}")
    same(number, "1")


@scene()
def a_title_taken_by_another_output(desk):
    desk.publish().ok()
    taken = desk.page()
    desk.write("copy.md", "# A note\n\nThe same title.\n")
    desk.commit()
    is_refused(desk, "title-taken", name="copy.md")
    desk.publish("copy.md", "--title", "A copy").ok()
    same((taken.now.number, len(desk.fake.pages())), (1, 2))


@scene()
def a_title_that_somebody_takes_meanwhile(desk):
    post = "/api/v2/pages" if desk.is_cloud else "/rest/api/content"
    desk.fake.fault("POST", post, stale=lambda: desk.fake.add_page("A note"))
    desk.publish().failed("title")
    same((len(desk.fake.pages()), desk.page().now.author, desk.ledgers()), (1, "Grace", {}))


@scene(prism=True)
def a_page_of_somebody(desk):
    other = desk.fake.add_page("Grace's page", "<p>By Grace.</p>")
    ended, number = is_refused(desk, "page-foreign", "--over-version", "--page", str(other.id))
    same(number, "1")
    holds(ended.err, "By Grace.")
    address = f"{desk.site}/spaces/PROJ/pages/{other.id}/x" if desk.is_cloud else f"{desk.site}/pages/viewpage.action?pageId={other.id}"
    desk.publish("--page", address).refused("--over-version 1")
    desk.publish("--page", str(other.id), "--over-version", "2").refused()
    desk.publish("--page", str(other.id), "--over-version", "1").ok()
    same((other.now.number, other.properties["git-session"].value["version"]), (2, 2))
    desk.change()
    desk.publish().ok()
    same((other.now.number, len(desk.fake.pages())), (3, 1))


@scene()
def an_address_of_another_site(desk):
    desk.publish("--page", "https://evil.example/wiki/spaces/PROJ/pages/65602").failed()
    same(desk.names_sent(), [])


@scene(prism=True)
def a_page_that_another_output_has(desk):
    desk.publish().ok()
    page = desk.page()
    desk.publish(ANALYSIS, "--page", str(page.id)).refused("--over-version 1")
    same((page.now.number, page.now.title), (1, "A note"))


@scene(prism=True)
def a_forged_property(desk):
    """Whoever may edit the page may write its property too: it is no proof, and no way into the program."""
    desk.publish().ok()
    page = desk.page()
    for number, value in enumerate([{"schema": 1}, {"schema": 99, "version": "x"}, ["\x1b]0;x\x07"], {"schema": 1, "file": "../../x"}], 2):
        desk.fake.wiki.set_property(page, "git-session", value, number)
        desk.fake.edit(page.id, lambda storage: storage.replace("first", "hand-made"))
        desk.change(more=f"\nMore {number}.\n")
        ended = desk.publish()
        assert ended.code == 5, (ended.code, ended.err)
        lacks(ended.err, "\x1b")
        lacks(page.now.storage, "More")


@scene(each=["create", "update"], prism=True)
def a_dry_run_writes_nothing(desk, way):
    name = PLAN
    if way == "update":
        desk.publish(name).ok()
        desk.change(name)
    before = desk.snapshot()
    desk.fake.forget_requests()
    ended = desk.publish(name, "--dry-run").ok()
    shown = desk.publish(name, "--dry-run", "--json").ok().json
    same(desk.names_sent(), [])
    same(desk.snapshot(), before)
    same(len(desk.fake.pages()), 1 if way == "update" else 0)
    assert shown, shown
    if way == "update":
        holds(ended.out + ended.err, "One more paragraph.")
    desk.publish(name).ok()
    desk.is_done_once(name, "The plan", 2 if way == "update" else 1)


@scene()
def a_dry_run_refuses_too(desk):
    desk.publish().ok()
    desk.fake.edit(desk.page().id, lambda storage: storage.replace("first", "hand-made"))
    desk.change()
    is_refused(desk, "page-changed", "--over-version", "--dry-run")


@scene(each=["uncommitted", "unpushed", "draft"])
def not_yet_for_others(desk, state):
    desk.write(NOTE, (desk.session / NOTE).read_text() + "\nOne more paragraph.\n")
    if state != "uncommitted":
        desk.commit(push=state != "unpushed")
    if state == "draft":
        desk.run("add", str(desk.session / NOTE)).ok()
        metadata = desk.session / ".session-metadata.yaml"
        metadata.write_text(metadata.read_text().replace(f'file: "{NOTE}"\n', f'file: "{NOTE}"\n    draft: true\n'))
        assert desk.mark()["draft"]
        desk.commit()
    desk.publish("--json").refused(f'"output-{state}"')
    same((desk.names_sent(), desk.fake.pages()), ([], []))
    desk.publish().refused("--yes")
    desk.publish("--yes").ok()
    holds(desk.page().now.storage, "One more paragraph.")


@scene()
def a_read_only_login(desk):
    desk.publish().ok()
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = READER_TOKEN
    desk.configure(user="reader@example.com") if desk.is_cloud else None
    desk.change()
    desk.publish(PLAN).failed()
    desk.publish().failed()
    same((desk.page().now.number, len(desk.fake.pages()), len(desk.ledgers())), (1, 1, 1))


@scene()
def a_page_that_is_too_large(desk):
    desk.fake.wiki.page_limit = 1000
    desk.write(NOTE, "# A note\n\n" + "long " * 500)
    desk.commit()
    desk.publish().failed("413")
    same((desk.fake.pages(), desk.ledgers()), ([], {}))


@scene()
def a_picture_that_is_too_large(desk):
    """The page stays as it was: pictures come before it."""
    desk.publish(PLAN).ok()
    desk.fake.wiki.attachment_limit = 100
    desk.write("img/map.png", b"\x89PNG" + b"x" * 1000)
    desk.change(PLAN)
    desk.publish(PLAN).failed("map")
    same(desk.page("The plan").now.number, 1)
    desk.fake.wiki.attachment_limit = 10000
    desk.publish(PLAN).ok()
    desk.is_done_once(PLAN, "The plan", 2)


@scene()
def the_same_command_again(desk):
    """What is for a new page does no harm to a repeat."""
    home = desk.fake.add_page("Home of notes", "<p>home</p>")
    words = ["--space", "PROJ", "--parent", str(home.id)]
    desk.publish(*words).ok()
    desk.publish(*words).ok().says("Unchanged")
    desk.change()
    desk.publish(*words).ok().says("--parent is for a new page")


@scene("cloud")
def a_private_page_is_not_filled_in_public(desk):
    desk.publish().ok()
    desk.change()
    same(desk.publish("--private").code, 2)
    same(desk.page().now.number, 1)
