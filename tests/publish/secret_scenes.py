"""Tokens stay where they belong, and neither a repository nor a text makes us send what is not meant to be sent."""

import os
import ssl
import subprocess
from pathlib import Path

from checks import holds, lacks, same
from desk import SECRETS
from fake import TOKEN, Fake
from place import NOTE, PLAN, png
from scenes import scene


def seen_in_processes(root):
    """(what of a token stands in a command line, what in an environment) of processes that work for this desk."""
    words, environments = [], []
    for process in Path("/proc").iterdir():
        try:
            if str(root).encode() not in (process / "environ").read_bytes():
                continue
            line, environment = (process / "cmdline").read_bytes(), (process / "environ").read_bytes()
        except OSError:
            continue
        words += [line for secret in SECRETS if secret.encode() in line]
        environments += [line for secret in SECRETS if secret.encode() in environment]
    return words, environments


@scene()
def a_token_of_git(desk):
    desk.lend_token()
    seen = []
    for step in range(1, 6):
        desk.fake.fault(nth=step, stale=lambda: seen.append(seen_in_processes(desk.root)))
    desk.publish(PLAN).ok()
    desk.is_done_once(PLAN, "The plan")
    same(seen, [([], [])] * 5)
    holds(desk.asked(), f"get\nprotocol=http\nhost=127.0.0.1:{desk.fake.listener.port}\n")
    lacks(desk.asked(), "path=")
    if desk.is_cloud:
        holds(desk.asked(), "username=ada@example.com\n")
    holds(desk.asked(), "store\n")
    lacks(desk.asked(), "erase\n")


@scene()
def a_wrong_token_of_git_is_forgotten(desk):
    desk.lend_token("wrong-word-13")
    ended = desk.publish().failed()
    holds(desk.asked(), "erase\n")
    lacks(desk.asked(), "store\n")
    lacks(ended.out + ended.err, "wrong-word-13")


@scene()
def a_token_of_the_environment(desk):
    seen = []
    desk.fake.fault(nth=2, stale=lambda: seen.append(seen_in_processes(desk.root)[0]))
    desk.publish().ok()
    same(seen, [[]])


@scene()
def a_credential_that_is_for_another_host(desk):
    """Who asks git for a password names the host that is meant, with its port."""
    desk.lend_token()
    desk.configure(site="https://confluence.example.invalid/wiki")
    desk.publish().failed("confluence.example.invalid")
    lacks(desk.asked(), "127.0.0.1")


@scene(each=["session.confluence.site", "session.confluence.gateway", "session.confluence.caFile", "session.confluence.cloudId",
             "session.jira.site", "session.confluence.user", "session.confluence.edition"])
def committed_settings_send_nothing_elsewhere(desk, key):
    section, subsection, name = key.split(".")
    desk.git("config", "--global", "--unset", "session.confluence.site")
    value = desk.fake.stranger.origin + "/wiki"
    (desk.repository / ".gitsession").write_text(f'[{section} "{subsection}"]\n\t{name} = {value}\n')
    desk.git("add", ".gitsession")
    desk.commit()
    ended = desk.publish().failed()
    holds(ended.err.lower(), key.lower())
    desk.configure(site=desk.site)
    desk.publish(*desk.jira).ok()
    desk.is_done_once()
    same(desk.fake.stranger.requests, [])


@scene("cloud")
def http_is_for_loopback_only(desk):
    for address in ("http://confluence.example.invalid/wiki", "http://10.0.0.1/wiki", "http://127.0.0.1.example.invalid/wiki",
                    "http://localhost@evil.invalid/wiki", "ftp://127.0.0.1/wiki", "http://127.0.0.1:1\n/wiki", "https://a@b.invalid/wiki"):
        desk.configure(site=address)
        desk.publish().failed()
    same(desk.calls(), [])


@scene()
def pictures_from_outside_are_not_attached(desk):
    secret = desk.root / "secret.png"
    secret.write_bytes(b"\x89PNG TOP SECRET")
    (desk.repository / "secret.png").write_bytes(b"\x89PNG TOP SECRET")
    depth = len(desk.session.relative_to(desk.repository).parts)
    os.symlink(secret, desk.session / "img/link.png")
    os.symlink("/etc", desk.session / "etc")
    desk.write(NOTE, "# A note\n\n" + "\n\n".join([
        f"![a]({'../' * depth}secret.png)", f"![b]({'../' * (depth + 1)}secret.png)", "![c](/etc/passwd)", "![d](img/link.png)",
        "![e](etc/passwd)", "![f](file:///etc/passwd)", "![g](img/../../../../../secret.png)", "![h](%2e%2e/%2e%2e/secret.png)",
        f"![i]({secret})", "![j](/proc/self/environ)", '<img src="/etc/passwd">', "![k](.session-metadata.yaml)", "![fine](img/chart.png)",
        "![l](img\\\\..\\\\..\\\\secret.png)", "![m](../../../../.git/config)"]))
    desk.commit()
    desk.publish("--yes").ok()
    page = desk.page()
    same([one.content for one in page.attachments], [png(10)])
    for request in desk.fake.requests:
        lacks(request.body, b"TOP SECRET")
        lacks(request.body, b"root:")


@scene("cloud")
def a_picture_that_becomes_a_link(desk):
    """A fifo, a directory, a device: nothing that hangs or fills the memory."""
    os.mkfifo(desk.session / "img/pipe.png")
    (desk.session / "img/folder.png").mkdir()
    os.symlink("/dev/zero", desk.session / "img/zero.png")
    desk.write(NOTE, "# A note\n\n![a](img/pipe.png) ![b](img/folder.png) ![c](img/zero.png)\n")
    desk.git("add", str(desk.session / NOTE))
    desk.git("commit", "--quiet", "--message", "note")
    desk.git("push", "--quiet")
    desk.publish("--yes").ok()
    same(desk.page().attachments, [])


@scene("cloud")
def markup_of_the_text_stays_text(desk):
    desk.write(NOTE, '# A note\n\n<ac:structured-macro ac:name="html"><ac:plain-text-body><![CDATA[<script>]]>'
                     '</ac:plain-text-body></ac:structured-macro>\n\n<script>alert(1)</script>\n\n```\n]]><script>\n```\n')
    desk.commit()
    desk.publish().ok()
    storage = desk.page().now.storage
    lacks(storage, '<ac:structured-macro ac:name="html"')
    lacks(storage.replace("]]>]]&gt;", ""), "<script>alert")


@scene("cloud")
def a_hostile_title(desk):
    desk.write(NOTE, '# Zażółć "gęślą" & <b>jaźń</b> \x1b]52;c;x\x07 %2e%2e/?title=x#y\n\nText.\n')
    desk.commit()
    ended = desk.publish().ok()
    lacks(ended.out, "\x1b")
    title = desk.fake.pages()[0].now.title
    holds(title, 'Zażółć "gęślą" & ')
    desk.change()
    desk.publish().ok()
    same((len(desk.fake.pages()), desk.fake.pages()[0].now.number), (1, 2))


def make_certificate(folder):
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate


@scene("cloud")
def certificates_are_checked(desk):
    context, certificate = make_certificate(desk.root)
    secure = Fake("cloud", tls=context)
    desk.closing.callback(secure.stop)
    desk.configure(site=secure.site)
    desk.publish().failed("certificate")
    same(secure.requests, [])
    desk.configure(caFile=str(certificate))
    desk.publish().ok()
    same([page.now.title for page in secure.pages()], ["A note"])
    desk.configure(site=secure.site.replace("127.0.0.1", "localhost"))  # not in the certificate
    desk.publish(PLAN).failed("certificate")
    same([page.now.title for page in secure.pages()], ["A note"])


@scene("cloud")
def proxies_get_no_token(desk):
    """A proxy of the environment is not asked for loopback, and a .netrc is no source of logins."""
    desk.environment |= {"http_proxy": desk.fake.stranger.origin, "all_proxy": desk.fake.stranger.origin}
    (desk.root / "home/.netrc").write_text("machine 127.0.0.1 login eve password wrong\n")
    desk.publish().ok()
    same(desk.fake.stranger.requests, [])
    lacks(str([request.headers for request in desk.fake.requests]), TOKEN)
