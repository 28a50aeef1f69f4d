"""Where pages go: spaces, parents, gateways, tickets, colleagues."""

import subprocess

from checks import holds, lacks, same
from fake import CLOUD_ID, SCOPED_TOKEN
from place import ANALYSIS, NOTE, PLAN
from scenes import scene


@scene(prism=True)
def links_lead_to_pages(desk):
    for name in (ANALYSIS, PLAN, ANALYSIS):
        desk.publish(name).ok()
    plan, analysis = desk.page("The plan"), desk.page("The analysis")
    holds(plan.now.storage, str(analysis.id))
    holds(analysis.now.storage, str(plan.id))


@scene(prism=True)
def goes_where_it_is_told(desk):
    parent = desk.fake.add_page("Road map", space="OPS")
    desk.publish("--space", "OPS", "--parent", str(parent.id), "--title", "Another title").ok()
    page = desk.page("Another title")
    same((page.space.key, page.parent), ("OPS", parent.id))
    desk.change()
    desk.publish().ok()  # the ledger names its page
    same([page.now.number, page.now.title], [2, "Another title"])
    same(len(desk.fake.pages()), 2)


@scene("cloud")
def a_private_page(desk):
    desk.publish("--private").ok()
    assert desk.page().private
    desk.change()
    desk.publish().ok()
    desk.is_done_once(version=2)


@scene()
def settings_name_the_space(desk):
    desk.git("config", "--global", "--unset", "session.confluence.space")
    desk.publish().failed("session.confluence.space", "--space")
    same(desk.names_sent(), [])
    desk.git("config", "--global", "session.confluence.team.engineering.space", "OPS")
    desk.publish().ok()
    same(desk.page().space.key, "OPS")


@scene()
def no_site_is_configured(desk):
    desk.git("config", "--global", "--unset", "session.confluence.site")
    desk.publish().failed("session.confluence.site")
    same(desk.calls(), [])


@scene()
def a_space_that_is_not_there(desk):
    desk.publish("--space", "NOPE").failed("NOPE")
    same((desk.names_sent(), desk.ledgers()), ([], {}))


@scene()
def a_colleague_published_it(desk):
    """A newer version, which the page's property knows and our ledger does not."""
    desk.publish().ok()
    desk.commit()
    clone = desk.root / "clone"
    desk.git("clone", "--quiet", "--branch", "feature/invoices", str(desk.root / "origin.git"), str(clone), cwd=desk.root)
    folder = clone / desk.session.relative_to(desk.repository)
    note = folder / NOTE
    note.write_text(note.read_text() + "\nA colleague's.\n")
    desk.git("commit", "--all", "--quiet", "--message", "theirs", cwd=clone)
    desk.git("push", "--quiet", "origin", "HEAD", cwd=clone)
    desk.ended(desk.start(*desk.words("--session", desk.session.name), cwd=clone)).ok()
    same(desk.page().now.number, 2)
    desk.write(NOTE, (desk.session / NOTE).read_text() + "\nOurs.\n")
    desk.commit(push=False)
    # Their text is not in ours: it may not be lost.
    desk.publish("--yes").refused("A colleague's.", "git pull")
    same(desk.page().now.number, 2)
    # Once we have it, publishing goes on from where they left it.
    desk.git("reset", "--quiet", "--hard", "HEAD~1")
    desk.git("pull", "--quiet", "--rebase", "origin", "feature/invoices")
    desk.publish("--yes").ok()
    same(desk.page().now.number, 2)


@scene(prism=True, needs="--jira")
def links_the_ticket(desk):
    desk.publish("--jira").ok()
    link = desk.fake.jira.issues["PROJ-123"].links
    same(len(link), 1)
    same((link[0]["object"]["url"], link[0]["object"]["title"]), (desk.entries()[0]["page_url"], "A note"))
    assert str(desk.page().id) in link[0]["globalId"] and link[0]["relationship"] and link[0]["application"], link
    desk.change()
    desk.publish("--jira").ok()
    desk.publish("--jira").ok()
    same(len(desk.fake.jira.issues["PROJ-123"].links), 1)
    desk.is_done_once(version=2)


@scene(needs="--jira")
def a_ticket_that_may_not_be_linked(desk):
    desk.fake.jira.may_link = False
    desk.publish("--jira").failed("PROJ-123")
    desk.is_done_once()  # the page stands
    desk.fake.jira.may_link = True
    desk.publish("--jira").ok()
    same(len(desk.fake.jira.issues["PROJ-123"].links), 1)
    desk.is_done_once()


@scene("cloud")
def a_scoped_token_goes_by_the_gateway(desk):
    desk.environment["GIT_SESSION_CONFLUENCE_TOKEN"] = SCOPED_TOKEN
    desk.configure(user="robot@example.com")
    desk.publish().failed("gateway")  # at the site's own address
    desk.configure(gateway=desk.fake.origin)
    desk.fake.forget_requests()
    desk.fake.list_limit = 1
    desk.publish(PLAN).ok()
    desk.is_done_once(PLAN, "The plan")
    for request in desk.fake.requests:
        assert request.path == "/_edge/tenant_info" or request.path.startswith(f"/ex/confluence/{CLOUD_ID}/wiki/"), str(request)
        same(request.login, "none" if request.path == "/_edge/tenant_info" else "basic")
    entry = desk.entries(PLAN)[0]
    holds(entry["page_url"], desk.site)
    lacks(entry["page_url"] + desk.page("The plan").now.storage, "/ex/confluence")
    desk.configure(cloudId=CLOUD_ID)
    desk.fake.forget_requests()
    desk.publish(PLAN).ok()
    lacks(str(desk.calls()), "tenant_info")


@scene("datacenter")
def a_site_below_a_path(desk):
    desk.fake.context = "/confluence"
    desk.fake.base = desk.fake.site
    desk.configure(site=desk.fake.site)
    desk.publish(PLAN).ok()
    page = desk.is_done_once(PLAN, "The plan")
    holds(desk.entries(PLAN)[0]["page_url"], f"{desk.fake.origin}/confluence/pages/viewpage.action?pageId={page.id}")
    assert all(path.startswith("/confluence/rest/api/") for _, path in desk.calls()), desk.calls()


@scene()
def it_never_asks_git_to_write_elsewhere(desk):
    """Publishing commits nothing and leaves the rest of the tree alone."""
    head = desk.git("rev-parse", "HEAD")
    desk.publish().ok()
    same(desk.git("rev-parse", "HEAD"), head)
    changed = subprocess.run(["git", "status", "--porcelain"], cwd=desk.repository, env=desk.environment, check=True,
                             stdout=subprocess.PIPE, text=True).stdout.split("\n")
    allowed = ("output/shared/", f"output/sessions/ada-lovelace/{desk.session.name}/.session-metadata.yaml")
    allowed += (f"{desk.session.relative_to(desk.repository)}/.session-metadata.yaml",)
    assert all(not line or line[3:].startswith(allowed) for line in changed), changed


@scene(prism=True)
def a_page_that_was_renamed_and_moved(desk):
    """It is known by its id: the title and the place that people gave it stay."""
    desk.publish().ok()
    page = desk.page()
    with desk.fake.wiki.lock:
        page.parent = desk.fake.add_page("Road map").id
    desk.fake.edit(page.id, title="Grace's title")
    desk.change()
    desk.publish().ok()
    same((page.now.number, page.now.title, page.parent), (3, "Grace's title", desk.page("Road map").id))
    desk.fake.forget_requests()
    desk.publish().ok()
    same(desk.names_sent(), [])


@scene()
def a_page_that_was_set_back(desk):
    """Somebody has restored an earlier version: that is a decision of theirs."""
    desk.publish().ok()
    desk.change()
    desk.publish().ok()
    page = desk.page()
    first = page.versions[0].storage
    desk.fake.edit(page.id, first, message="Reverted from v. 1")
    desk.change(more="\nEven more.\n")
    desk.publish().refused("--over-version 3")
    same(page.now.number, 3)


@scene()
def a_property_that_is_gone(desk):
    """It may be missed or not, nothing is lost; and it is made again."""
    desk.publish().ok()
    page = desk.page()
    del page.properties["git-session"]
    desk.change()
    if desk.publish().code:
        desk.publish("--over-version", "1").ok()
    same((desk.property()["version"], page.now.number), (2, 2))
    del page.properties["git-session"]
    desk.fake.edit(page.id, lambda storage: storage.replace("first", "hand-made"))
    desk.change(more="\nEven more.\n")
    desk.publish().refused("--over-version 3", "hand-made")


@scene("cloud", prism=True)
def a_copy_of_the_page(desk):
    """Confluence copies properties along: the copy is not the page."""
    desk.publish().ok()
    page = desk.page()
    copy = desk.fake.add_page("Copy of A note", page.now.storage)
    copy.properties["git-session"] = page.properties["git-session"]
    desk.change()
    desk.publish().ok()
    same((page.now.number, copy.now.number), (2, 1))


@scene()
def words_in_the_footer_are_kept(desk):
    desk.publish().ok()
    desk.fake.edit(desk.page().id, lambda storage: storage.replace("not here.", "not here. Approved by Jan."))
    desk.change()
    desk.publish().refused("Approved by Jan", "--over-version 2")
    same(desk.page().now.number, 2)
