#!/usr/bin/python3
"""The fake servers themselves: each call once, and what they refuse; through Prism, where it is to be had.

    tests/publish/fake_test.py    exit 0 all well, 1 not
"""

import base64
import json
import sys
import traceback
import urllib.error
import urllib.parse
import urllib.request

from fake import BEARER_TOKEN, CLOUD_ID, READER_TOKEN, SCOPED_TOKEN, TOKEN, Fake
from prism import Missing, Prism
from checks import holds, same

V2, V1, DC = "/wiki/api/v2", "/wiki/rest/api", "/rest/api/content"


def basic(user, token):
    return "Basic " + base64.b64encode(f"{user}:{token}".encode()).decode()


class Client:
    """Calls as a program would make them."""

    def __init__(self, origin, login):
        self.origin, self.login = origin, login

    def __call__(self, wanted, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): text for name, text in headers.items()}
        if isinstance(body, (dict, list)):
            body, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
        request = urllib.request.Request(self.origin + path, body, {"Authorization": self.login, **headers}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read()
        # Prism says 422 where the contract names no answer to a wrong request.
        assert status in ((400, 422) if wanted == 400 else (wanted,)), f"{method} {path}: {status}, not {wanted}: {text[:600]}"
        return json.loads(text) if text[:1] in b"{[" and text else text

    def upload(self, wanted, method, path, name, content, minor="true"):
        body = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: image/png\r\n\r\n'.encode()
        body += content + b"\r\n"
        for part, text in (("minorEdit", minor), ("comment", "żółw")):
            if text:
                head = f'--x\r\nContent-Disposition: form-data; name="{part}"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
                body += f"{head}{text}\r\n".encode()
        body += b"--x--\r\n"
        return self(wanted, method, path, body, Content_Type="multipart/form-data; boundary=x", X_Atlassian_Token="nocheck")


def storage(text):
    return {"representation": "storage", "value": text}


def check_cloud_pages(call, fake):
    spaces = call(200, "GET", f"{V2}/spaces?keys=PROJ")["results"]
    same([space["key"] for space in spaces], ["PROJ"])
    space = spaces[0]["id"]
    query = f"{V2}/pages?space-id={space}&title=A%20plan"
    same(call(200, "GET", query)["results"], [])
    new = {"spaceId": space, "status": "current", "title": "A plan", "body": storage("<p>é</p><br/>")}
    page = call(200, "POST", f"{V2}/pages", new)
    holds(page["body"]["storage"]["value"], "&eacute;")
    holds(page["body"]["storage"]["value"], "<br />")
    same((page["version"]["number"], page["parentId"]), (1, spaces[0]["homepageId"]))
    taken = call(400, "POST", f"{V2}/pages", {"spaceId": space, "status": "current", "title": "A plan", "body": {"storage": storage("")}})
    holds(json.dumps(taken), "title already exists")
    address = f"{V2}/pages/{page['id']}"
    update = {"id": page["id"], "status": "current", "title": "A plan", "body": storage("<p>2</p>")}
    update |= {"version": {"number": 2, "message": "m"}}
    same(call(200, "PUT", address, update)["version"]["message"], "m")
    holds(json.dumps(call(409, "PUT", address, update)), "Version must be incremented when updating a page. Current Version: [2].")
    holds(json.dumps(call(400, "PUT", address, update | {"body": storage("<p>"), "version": {"number": 3}})), "xhtml")
    whole = call(200, "GET", f"{address}?body-format=storage&include-labels=true&include-properties=true&include-operations=true")
    same([one["operation"] for one in whole["operations"]["results"]][:2], ["read", "update"])
    same(call(200, "GET", f"{address}?version=1")["version"]["number"], 1)
    same([one["number"] for one in call(200, "GET", f"{address}/versions")["results"]], [2, 1])
    call(200, "GET", f"{address}/versions/1")
    call(200, "GET", f"{address}/operations")
    call(200, "GET", f"{address}/ancestors")
    call(200, "GET", f"{V2}/spaces/{space}")
    fake.set_status(page["id"], "archived")
    same([one["status"] for one in call(200, "GET", query)["results"]], ["archived"])
    fake.set_status(page["id"], "trashed")
    same(call(200, "GET", query)["results"], [])
    same([one["status"] for one in call(200, "GET", f"{query}&status=current&status=trashed")["results"]], ["trashed"])
    call(404, "GET", f"{address}?status=current")
    call(200, "GET", f"{address}?status=current&status=trashed")
    call(404, "GET", f"{V2}/pages/1")
    call(200, "PUT", address, update | {"version": {"number": 3}})
    same((fake.page(page["id"]).status, fake.page(page["id"]).now.storage.endswith(">2</p>")), ("current", True))
    return page["id"]


def check_cloud_parts(call, fake, page):
    address = f"{V2}/pages/{page}"
    value = {"schema": 1, "file": "a.md"}
    made = call(200, "POST", f"{address}/properties", {"key": "git-session", "value": value})
    call(409, "POST", f"{address}/properties", {"key": "git-session", "value": value})
    change = {"key": "git-session", "value": value, "version": {"number": 2}}
    same(call(200, "PUT", f"{address}/properties/{made['id']}", change)["version"]["number"], 2)
    call(409, "PUT", f"{address}/properties/{made['id']}", change)
    same(len(call(200, "GET", f"{address}/properties?key=git-session")["results"]), 1)
    call(200, "GET", f"{address}/properties/{made['id']}")
    upload = f"{V1}/content/{page}/child/attachment"
    call.upload(200, "PUT", upload, "żółw.png", b"\x89PNG")
    holds(json.dumps(call.upload(400, "POST", upload, "żółw.png", b"\x89PNG"), ensure_ascii=False), "same file name")
    call.upload(400, "POST", upload, "b.png", b"\x89PNG", minor="")
    call.upload(200, "POST", upload, "b.png", b"PNG\r\n--y\r\n")
    same(fake.page(page).attachments[1].content, b"PNG\r\n--y\r\n")
    same((fake.page(page).attachments[0].name, fake.page(page).attachments[0].comment), ("żółw.png", "żółw"))
    first = call(200, "GET", f"{address}/attachments?limit=1")
    same([one["title"] for one in first["results"]], ["żółw.png"])
    same([one["title"] for one in call(200, "GET", first["_links"]["next"])["results"]], ["b.png"])
    call(200, "POST", f"{V1}/content/{page}/label", [{"prefix": "global", "name": "git-session"}, {"prefix": "global", "name": "Two"}])
    same([one["name"] for one in call(200, "GET", f"{address}/labels")["results"]], ["git-session", "two"])
    fake.comment(page, "2")
    ref = call(200, "GET", f"{address}/inline-comments?resolution-status=open")["results"][0]["properties"]["inlineMarkerRef"]
    holds(call(200, "GET", f"{address}?body-format=storage")["body"]["storage"]["value"], ref)
    call(200, "GET", f"{address}/footer-comments")
    fake.draft(page, "<p>draft</p>")
    draft = call(200, "GET", f"{address}?get-draft=true&body-format=storage")
    same((draft["status"], "draft</p>" in draft["body"]["storage"]["value"]), ("draft", True))
    fake.edit(page, "<p>by hand</p>")
    same([one["resolutionStatus"] for one in call(200, "GET", f"{address}/inline-comments")["results"]], ["dangling"])
    call(200, "GET", f"{V1}/user/current")


def check_jira(call, version):
    address = f"/rest/api/{version}/issue/PROJ-123"
    link = {"globalId": "git-session&pageId=1", "object": {"url": "http://127.0.0.1/x", "title": "A plan"}, "relationship": "documented by"}
    call(201 if version == 3 else 200, "POST", f"{address}/remotelink", link)
    call(200, "POST", f"{address}/remotelink", link | {"relationship": "explained by"})
    same(call(200, "GET", f"{address}/remotelink?globalId=git-session%26pageId%3D1")["relationship"], "explained by")


def cloud(fake, origin):
    call = Client(origin, basic("ada@example.com", TOKEN))
    check_cloud_parts(call, fake, check_cloud_pages(call, fake))
    check_jira(call, 3)
    same(len(call(200, "GET", "/rest/api/3/issue/PROJ-123/remotelink")), 1)
    call(200, "GET", "/rest/api/3/myself")
    call(200, "GET", "/rest/api/3/issue/PROJ-123")
    call(404, "GET", "/rest/api/3/issue/PROJ-9/remotelink")
    call(404, "POST", "/rest/api/3/issue/PROJ-9/remotelink", {"object": {"url": "http://127.0.0.1/", "title": "T"}})


def cloud_logins(fake, _):
    wrong = Client(fake.origin, basic("ada@example.com", "wrong"))
    holds(json.dumps(wrong(404, "GET", f"{V2}/spaces")), '"title": "Not Found"')
    wrong(403, "GET", f"{V1}/user/current")
    wrong(401, "GET", "/rest/api/3/myself")
    scoped = Client(fake.origin, basic("robot@example.com", SCOPED_TOKEN))
    holds(scoped(401, "GET", f"{V2}/spaces"), b"<html>")
    same(scoped(200, "GET", "/_edge/tenant_info"), {"cloudId": CLOUD_ID})
    gateway = f"{fake.gateway_prefix}{V2}/spaces"
    following = scoped(200, "GET", f"{gateway}?limit=1")["_links"]["next"]
    assert following.startswith(V2), following
    holds(json.dumps(scoped(401, "GET", f"{fake.gateway_prefix}{V1}/user/current")), "scope does not match")
    Client(fake.origin, basic("ada@example.com", TOKEN))(401, "GET", gateway)
    reader = Client(fake.origin, basic("reader@example.com", READER_TOKEN))
    call = Client(fake.origin, basic("ada@example.com", TOKEN))
    page = fake.add_page("A picture")
    call.upload(200, "PUT", f"{V1}/content/{page.id}/child/attachment", "a.png", bytes(range(256)))
    same(page.attachments[0].content, bytes(range(256)))
    reader(404, "POST", f"{V2}/pages", {"spaceId": str(fake.wiki.spaces["PROJ"].id), "title": "T", "body": storage("")})


def datacenter(fake, origin):
    call = Client(origin, f"Bearer {BEARER_TOKEN}")
    call(200, "GET", "/rest/api/space/PROJ")
    new = {"type": "page", "title": "A plan", "space": {"key": "PROJ"}, "body": {"storage": storage("<p>1</p>")}}
    page = call(200, "POST", DC, new)["id"]
    call(400, "POST", DC, new)
    same(call(200, "GET", f"{DC}?spaceKey=PROJ&title=A%20plan&expand=version")["results"][0]["version"]["number"], 1)
    update = {"type": "page", "title": "A plan", "body": {"storage": storage("<p>2</p>")}}
    update |= {"version": {"number": 2, "minorEdit": True, "message": "m"}}
    same(call(200, "PUT", f"{DC}/{page}", update)["version"]["minorEdit"], True)
    holds(json.dumps(call(409, "PUT", f"{DC}/{page}", update)), "Version must be incremented")
    call(200, "POST", f"{DC}/{page}/property", {"key": "git-session", "value": {"schema": 1}})
    call(409, "POST", f"{DC}/{page}/property", {"key": "git-session", "value": {"schema": 1}})
    call(200, "PUT", f"{DC}/{page}/property/git-session", {"key": "git-session", "value": {"schema": 2}, "version": {"number": 2}})
    call(409, "PUT", f"{DC}/{page}/property/git-session", {"key": "git-session", "value": {"schema": 2}, "version": {"number": 2}})
    call(200, "GET", f"{DC}/{page}/property/git-session")
    call(404, "GET", f"{DC}/{page}/property/other")
    same(len(call(200, "GET", f"{DC}/{page}/property")["results"]), 1)
    call(200, "POST", f"{DC}/{page}/label", [{"prefix": "global", "name": "git-session"}])
    call(200, "GET", f"{DC}/{page}/label")
    call.upload(200, "POST", f"{DC}/{page}/child/attachment", "a.png", b"\x89PNG")
    call.upload(400, "POST", f"{DC}/{page}/child/attachment", "a.png", b"\x89PNG")
    call(200, "GET", f"{DC}/{page}/child/attachment?limit=1")
    expand = "version,body.storage,ancestors,space,operations,metadata.labels,metadata.properties.git-session"
    whole = call(200, "GET", f"{DC}/{page}?expand={expand}")
    same(whole["metadata"]["properties"]["git-session"]["value"], {"schema": 2})
    fake.set_status(page, "trashed")
    call(404, "GET", f"{DC}/{page}")
    same(call(200, "GET", f"{DC}/{page}?status=any")["status"], "trashed")
    same(len(call(200, "GET", f"{DC}?spaceKey=PROJ&title=A%20plan&status=trashed")["results"]), 1)
    call(200, "GET", "/rest/api/user/current")
    check_jira(call, 2)


def datacenter_logins(fake, _):
    Client(fake.origin, basic("ada", BEARER_TOKEN))(401, "GET", "/rest/api/space/PROJ")
    reader = Client(fake.origin, f"Bearer {READER_TOKEN}")
    reader(403, "POST", DC, {"type": "page", "title": "T", "space": {"key": "PROJ"}, "body": {"storage": storage("")}})


def attempt(name, edition, test, uses_prism):
    with Fake(edition) as fake:
        fake.jira.add_issue("PROJ-123", "Invoices")
        proxy = Prism(edition, fake.origin) if uses_prism else None
        try:
            test(fake, proxy.origin if proxy else fake.origin)
        finally:
            if proxy:
                proxy.stop()
    print(f"ok      {name}", flush=True)


def main():
    failed = 0
    tests = [("cloud", cloud, False), ("datacenter", datacenter, False), ("cloud", cloud_logins, False),
             ("datacenter", datacenter_logins, False), ("cloud", cloud, True), ("datacenter", datacenter, True)]
    for edition, test, uses_prism in tests:
        name = test.__name__ + (" through Prism" if uses_prism else "")
        try:
            attempt(name, edition, test, uses_prism)
        except Missing as missing:
            print(f"skipped {name}: {missing}", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f"FAILED  {name}\n{traceback.format_exc()}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
