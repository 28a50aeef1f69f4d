"""Jira's issues and their remote links, of Cloud (/rest/api/3) and Data Center (/rest/api/2)."""

from listener import Answer
from routes import Routes
from wiki import Refused

FIELDS = ("globalId", "relationship", "application", "object")


class Issue:
    def __init__(self, number, summary):
        self.number, self.summary, self.links = number, summary, []


class Jira(Routes):
    def __init__(self, fake, version):
        self.fake = fake
        self.base = f"/rest/api/{version}"
        self.created = 201 if version == 3 else 200  # as each contract has it
        self.issues = {}
        self.may_link = True
        issue = rf"{self.base}/issue/([A-Z][A-Z0-9_]*-\d+)"
        self.rows = [
            ("GET", f"{self.base}/myself", "show_user"),
            ("GET", issue, "show_issue"),
            ("GET", f"{issue}/remotelink", "list_links"),
            ("POST", f"{issue}/remotelink", "set_link"),
        ]

    def refusal(self, refused, _):
        return Answer(refused.status, {"errorMessages": [refused.message], "errors": {}})

    def issue(self, key):
        if key not in self.issues:
            raise Refused(404, "ISSUE", "Issue does not exist or you do not have permission to see it.")
        return self.issues[key]

    def add_issue(self, key, summary):
        self.issues[key] = Issue(10000 + len(self.issues), summary)

    def show_user(self, _, account):
        return {"accountId": account.id, "accountType": "atlassian", "active": True, "displayName": account.name,
                "emailAddress": account.user, "self": f"{self.fake.origin}{self.base}/myself"}

    def show_issue(self, _, __, key):
        issue = self.issue(key)
        fields = {"summary": issue.summary, "status": {"name": "In Progress"}}
        return {"id": str(issue.number), "key": key, "self": f"{self.fake.origin}{self.base}/issue/{issue.number}", "fields": fields}

    def list_links(self, request, _, key):
        wanted = request.one("globalId")
        links = self.issue(key).links
        if wanted is None:
            return links
        for link in links:
            if link["globalId"] == wanted:
                return link
        raise Refused(404, "LINK", "No remote link with that global id")

    def set_link(self, request, account, key):
        links, body = self.issue(key).links, request.json()
        if not account.writes or not self.may_link:
            raise Refused(403, "LINK", "You do not have permission to link issues.")
        if not body.get("object", {}).get("url") or not body["object"].get("title"):
            raise Refused(400, "LINK", "'url' and 'title' are required.")
        if len(body.get("globalId", "")) > 255:
            raise Refused(400, "LINK", "The global id is longer than 255 characters.")
        new = {name: body.get(name) for name in FIELDS if name in body}
        known = next((link for link in links if new.get("globalId") and link.get("globalId") == new["globalId"]), None)
        number = known["id"] if known else 20000 + sum(len(issue.links) for issue in self.issues.values())
        # What is left out of an update is gone.
        new |= {"id": number, "self": f"{self.fake.origin}{self.base}/issue/{key}/remotelink/{number}"}
        if known:
            links[links.index(known)] = new
        else:
            links.append(new)
        return Answer(200 if known else self.created, {"id": number, "self": new["self"]})
