"""What looks like a secret gets onto no page, in no way that there is of making one."""

from checks import holds, lacks, same
from place import ANALYSIS, NOTE, PLAN
from refusals import is_refused
from scenes import scene

# Never given out, and put together here so that nobody takes these lines for a secret.
LEAK = "ghp_" + "Zq8vLw2KxR5tYb7NcMd3" + "Fg6Hj9PsTu4Vk1Xa"
REDACTED = "[redacted: github-token]"


def leak(desk, name=NOTE, text=f"\nIt works with {LEAK} today.\n"):
    """As plain git commits it, which asks nobody."""
    path = desk.session / name
    path.write_text((path.read_text() if path.exists() else "") + text)
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", "docs: more")
    desk.git("push", "--quiet", "--set-upstream", "origin", "HEAD")


def set_policy(desk, word):
    desk.git("config", "--global", "session.secrets", word)


def shown(desk):
    return "".join(desk.said)


@scene()
def a_token_in_an_output(desk):
    leak(desk)
    for more in ([], ["--dry-run"], ["--yes"]):
        ended, _ = is_refused(desk, "secret", None, *more)
        holds(ended.err, f"{NOTE}:11:15 looks like a secret (github-token)")
    same(desk.fake.requests, [])
    found = desk.publish("--json").json["error"]["secrets"]
    same([(each["line"], each["rule"], each["redacted"]) for each in found], [(11, "github-token", False)])
    lacks(shown(desk), LEAK)
    set_policy(desk, "warn")
    desk.publish().ok().says("warning:", "github-token")
    holds(desk.page().now.storage, LEAK)


@scene()
def a_token_that_is_redacted(desk):
    leak(desk)
    set_policy(desk, "redact")
    desk.publish().ok().says("was redacted")
    storage = desk.page().now.storage
    lacks(storage, LEAK)
    holds(storage, REDACTED)
    lacks(shown(desk), LEAK)
    copies = [path.read_text() for path in desk.repository.glob(f"output/shared/promoted-to-confluence/*/*/{NOTE}")]
    same(len(copies), 1)
    holds(copies[0], REDACTED)
    lacks(copies[0], LEAK)
    holds((desk.session / NOTE).read_text(), LEAK)
    # What was published is known by its own content, which gives nothing away.
    same(desk.ledgers()[NOTE][0]["blob"], desk.git("hash-object", "--stdin", input=copies[0]).strip())
    desk.fake.forget_requests()
    desk.publish().ok().says("Unchanged")
    same(desk.names_sent(), [])


@scene()
def a_token_in_one_of_many(desk):
    leak(desk, ANALYSIS)
    ended = desk.publish("--all").refused(f"Not published: {ANALYSIS}", f"{ANALYSIS}:5:15 looks like a secret (github-token)")
    lacks(ended.out + ended.err, LEAK)
    same(sorted(page.now.title for page in desk.fake.pages()), ["A note", "The plan"])
    outputs = {each["file"]: each for each in desk.publish("--all", "--json").json["outputs"]}
    same((outputs[ANALYSIS]["result"], outputs[ANALYSIS]["error"]["reason"]), ("failed", "secret"))
    same([each["rule"] for each in outputs[ANALYSIS]["secrets"]], ["github-token"])
    same(outputs[PLAN]["secrets"], [])


@scene()
def a_token_in_a_picture_a_title_or_a_note(desk):
    leak(desk, "img/login.svg", f"<svg><text>{LEAK}</text></svg>")
    leak(desk, NOTE, "\n![Login](img/login.svg)\n")
    ended, _ = is_refused(desk, "secret")
    holds(ended.err, "img/login.svg:1:12 looks like a secret (github-token)")
    for words in (["--title", f"The {LEAK}"], ["--note", f"with {LEAK}"]):
        for policy in ("block", "redact"):
            set_policy(desk, policy)
            ended, _ = is_refused(desk, "secret", None, *words, name=ANALYSIS)
            holds(ended.err, f"{words[0]}:1:")
    desk.publish().ok()
    same([LEAK.encode() in one.content for one in desk.page().attachments], [False])


@scene()
def a_pattern_that_came_by_a_pull(desk):
    leak(desk)
    (desk.repository / "output/.secrets-allow").write_text("github-token output/*\n")
    leak(desk, text="")
    ended, _ = is_refused(desk, "secret-allowed")
    holds(ended.err, "output/.secrets-allow:1")
    desk.publish("--yes").ok().says("is allowed by output/.secrets-allow:1")


@scene()
def a_fingerprint_is_enough(desk):
    leak(desk)
    found = desk.run("check-secrets", str(desk.session / NOTE), "--json").json["secrets"][0]
    (desk.repository / "output/.secrets-allow").write_text(f"github-token sha256:{found['fingerprint']}\n")
    leak(desk, text="")
    desk.publish().ok().says("is allowed by output/.secrets-allow:1")
