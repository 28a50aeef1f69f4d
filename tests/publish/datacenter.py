"""Confluence Data Center: version 1 for everything."""

import urllib.parse

from listener import Answer
from multipart import attachment_of
from routes import Routes
from wiki import Refused

API = "/rest/api"
STATUSES = {"any": ["current", "trashed"]}  # as the contract says: archived pages only when asked for


class DataCenter(Routes):
    rows = [
        ("GET", f"{API}/content", "find_content"),
        ("POST", f"{API}/content", "create_content"),
        ("GET", rf"{API}/content/(\d+)", "show_content"),
        ("PUT", rf"{API}/content/(\d+)", "update_content"),
        ("GET", rf"{API}/content/(\d+)/child/attachment", "list_attachments"),
        ("POST", rf"{API}/content/(\d+)/child/attachment", "post_attachment"),
        ("GET", rf"{API}/content/(\d+)/child/comment", "list_comments"),
        ("GET", rf"{API}/content/(\d+)/label", "list_labels"),
        ("POST", rf"{API}/content/(\d+)/label", "add_labels"),
        ("GET", rf"{API}/content/(\d+)/property", "list_properties"),
        ("POST", rf"{API}/content/(\d+)/property", "create_property"),
        ("GET", rf"{API}/content/(\d+)/property/([^/]+)", "show_property"),
        ("PUT", rf"{API}/content/(\d+)/property/([^/]+)", "update_property"),
        ("GET", rf"{API}/space/([^/]+)", "show_space"),
        ("GET", f"{API}/user/current", "show_user"),
    ]

    def __init__(self, fake):
        self.fake, self.wiki = fake, fake.wiki

    def refusal(self, refused, _):
        data = {"authorized": refused.status != 403, "valid": False, "successful": False, "allowedInReadOnlyMode": True}
        reasons = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict", 413: "Request Entity Too Large"}
        return Answer(refused.status, {"statusCode": refused.status, "data": data, "message": refused.message,
                                       "reason": reasons.get(refused.status, "Error")})

    # Pages

    def page(self, number, account, to_write=False):
        page = self.wiki.pages.get(number)
        if not page or (page.private and page.private != account.id):
            raise Refused(404, "PAGE", f"No content found with id: ContentId{{id={number}}}")
        if to_write and not account.writes:
            raise Refused(403, "PAGE", "User not permitted to change the page")
        return page

    def statuses(self, request):
        given = request.several("status") or ["current"]
        return [one for word in given for one in STATUSES.get(word, [word])]

    def find_content(self, request, account):
        space = self.wiki.spaces.get(request.one("spaceKey"))
        if "spaceKey" in request.query and not space:
            raise Refused(404, "SPACE", f"No space with key : {request.one('spaceKey')}")
        found = [page for page in self.wiki.find(space, request.one("title"), self.statuses(request)) if page.private in ("", account.id)]
        return self.page_of(request, [self.page_json(page, account, request) for page in found], 25)

    def show_content(self, request, account, number):
        page = self.page(number, account)
        statuses = self.statuses(request)
        if statuses == ["draft"]:
            if not page.draft:
                raise Refused(404, "DRAFT", f"No content found with id: ContentId{{id={number}}} and status draft")
            return self.page_json(page, account, request, page.draft) | {"status": "draft"}
        wanted = int(request.one("version", page.now.number))
        if ("historical" if wanted != page.now.number else page.status) not in statuses:
            raise Refused(404, "PAGE", f"No content found with id: ContentId{{id={number}}}")
        for version in page.versions:
            if version.number == wanted:
                return self.page_json(page, account, request, version)
        raise Refused(404, "VERSION", f"No version {wanted} of {number}")

    def create_content(self, request, account):
        body = request.json()
        space = self.wiki.spaces.get(body["space"]["key"])
        if not space:
            raise Refused(404, "SPACE", f"No space with key : {body['space']['key']}")
        if not account.writes:
            raise Refused(403, "SPACE", "User not permitted to create pages in this space")
        parents = body.get("ancestors") or [{"id": space.home}]
        message = body.get("version", {}).get("message", "")
        page = self.wiki.create(space, int(parents[-1]["id"]), body["title"], self.storage_of(body), account.id, message)
        return self.fake.written(self.page_json(page, account, request, with_body=self.fake.answers_body))

    def storage_of(self, body):
        if body["body"]["storage"]["representation"] != "storage":
            raise Refused(400, "BODY", "only storage is spoken here")
        return body["body"]["storage"]["value"]

    def update_content(self, request, account, number):
        body = request.json()
        page = self.page(number, account, to_write=True)
        version = body["version"]
        storage = self.storage_of(body) if "body" in body else page.now.storage
        said = version.get("message", "")
        self.wiki.update(page, version["number"], body["title"], storage, account.id, said, version.get("minorEdit", False))
        if body.get("ancestors"):
            page.parent = int(body["ancestors"][-1]["id"])
        return self.fake.written(self.page_json(page, account, request, with_body=self.fake.answers_body))

    def page_json(self, page, account, request, version=None, with_body=None):
        version = version or page.now
        wanted = set((request.one("expand") or "history,space,version").split(","))
        links = {"webui": f"/pages/viewpage.action?pageId={page.id}", "tinyui": f"/x/{page.id:x}", "base": self.fake.base,
                 "context": self.fake.context, "self": f"{self.fake.base}{API}/content/{page.id}"}
        answer = {"id": str(page.id), "type": "page", "status": page.status, "title": version.title, "position": -1,
                  "extensions": {"position": "none"}, "_links": links, "_expandable": {}}
        if "space" in wanted:
            answer["space"] = self.space_json(page.space)
        if wanted & {"version", "history", "history.lastUpdated"} or with_body is not None:
            answer["version"] = self.version_json(version)
        if "ancestors" in wanted:
            answer["ancestors"] = [{"id": str(one.id), "type": "page", "title": one.now.title} for one in self.ancestors(page)]
        if with_body or (with_body is None and "body.storage" in wanted):
            answer["body"] = {"storage": {"value": version.storage, "representation": "storage"}}
        if "operations" in wanted:
            names = ["read"] + (["update", "delete"] if account.writes and page.status != "archived" else [])
            answer["operations"] = [{"operation": name, "targetType": "page"} for name in names]
        return self.with_metadata(answer, page, wanted)

    def with_metadata(self, answer, page, wanted):
        metadata = {}
        if "metadata.labels" in wanted:
            metadata["labels"] = {"results": self.labels_json(page), "start": 0, "limit": 200, "size": len(page.labels)}
        if any(word.startswith("metadata.properties") for word in wanted):
            properties = {key: {"id": str(one.id), "key": key, "_expandable": {}} for key, one in page.properties.items()
                          if f"metadata.properties.{key}" not in wanted}
            properties |= {key: self.property_json(one) for key, one in page.properties.items() if f"metadata.properties.{key}" in wanted}
            metadata["properties"] = properties
        return answer | ({"metadata": metadata} if metadata else {})

    def ancestors(self, page):
        chain = []
        while page.parent:
            page = self.wiki.pages[page.parent]
            chain.insert(0, page)
        return chain

    def version_json(self, version):
        return {"number": version.number, "when": version.when, "message": version.message, "minorEdit": version.minor, "hidden": False,
                "by": {"type": "known", "displayName": version.author}}

    # What a page has

    def list_attachments(self, request, account, number):
        page = self.page(number, account)
        name = request.one("filename")
        return self.page_of(request, [self.attachment_json(page, one) for one in page.attachments if name in (None, one.name)], 50)

    def attachment_json(self, page, one):
        version = {"number": one.version, "minorEdit": one.minor, "message": one.comment, "when": one.when}
        return {"id": one.id, "type": "attachment", "status": "current", "title": one.name, "version": version,
                "metadata": {"comment": one.comment, "mediaType": one.media},
                "extensions": {"mediaType": one.media, "fileSize": len(one.content), "comment": one.comment},
                "_links": {"download": f"/download/attachments/{page.id}/{urllib.parse.quote(one.name)}"}}

    def post_attachment(self, request, account, number):
        page = self.page(number, account, to_write=True)
        one = self.wiki.attach(page, *attachment_of(request, needs_minor_edit=False), may_replace=False)
        return {"results": [self.attachment_json(page, one)], "start": 0, "limit": 50, "size": 1, "_links": {"base": self.fake.base}}

    def list_comments(self, request, account, number):
        found = [{"id": str(one.id), "type": "comment", "status": "current",
                  "extensions": {"location": "inline", "resolution": {"status": one.resolution},
                                 "inlineProperties": {"originalSelection": one.text, "markerRef": one.ref}}}
                 for one in self.page(number, account).comments]
        return self.page_of(request, found, 25)

    def list_labels(self, request, account, number):
        return self.page_of(request, self.labels_json(self.page(number, account)), 200)

    def labels_json(self, page):
        return [{"id": str(self.wiki.label_ids[label]), "prefix": label[0], "name": label[1], "label": label[1]} for label in page.labels]

    def add_labels(self, request, account, number):
        page = self.page(number, account, to_write=True)
        body = request.json()
        self.wiki.add_labels(page, [(one.get("prefix", "global"), one["name"]) for one in (body if isinstance(body, list) else [body])])
        return self.page_of(request, self.labels_json(page), 200)

    def property_json(self, one):
        version = {"number": one.version, "when": one.when, "message": "", "minorEdit": False, "hidden": False}
        return {"id": str(one.id), "key": one.key, "value": one.value, "version": version}

    def list_properties(self, request, account, number):
        found = [self.property_json(one) for one in self.page(number, account).properties.values()]
        return self.page_of(request, found, 10)

    def show_property(self, _, account, number, key):
        page = self.page(number, account)
        if key not in page.properties:
            raise Refused(404, "PROPERTY", f"Cannot find content property with the key {key}")
        return self.property_json(page.properties[key])

    def create_property(self, request, account, number):
        body = request.json()
        return self.property_json(self.wiki.set_property(self.page(number, account, to_write=True), body["key"], body["value"]))

    def update_property(self, request, account, number, key):
        body = request.json()
        page = self.page(number, account, to_write=True)
        is_new = key not in page.properties and body["version"]["number"] == 1
        return self.property_json(self.wiki.set_property(page, key, body["value"], None if is_new else body["version"]["number"]))

    # The rest

    def show_space(self, _, __, key):
        if key not in self.wiki.spaces:
            raise Refused(404, "SPACE", f"No space with key : {key}")
        return self.space_json(self.wiki.spaces[key])

    def space_json(self, space):
        return {"id": space.id, "key": space.key, "name": space.name, "type": "global", "status": "current"}

    def show_user(self, _, account):
        return {"type": "known", "username": account.user, "displayName": account.name, "_links": {"base": self.fake.base}}

    def page_of(self, request, results, default):
        limit = min(int(request.one("limit", default)), self.fake.list_limit)
        begin = int(request.one("start", 0))
        answer = {"results": results[begin : begin + limit], "start": begin, "limit": limit, "_links": {"base": self.fake.base}}
        answer["size"] = len(answer["results"])
        if begin + limit < len(results):
            query = {name: texts[0] for name, texts in request.query.items()} | {"start": begin + limit, "limit": limit}
            answer["_links"]["next"] = f"{self.fake.path_of(request)}?{urllib.parse.urlencode(query)}"
        return answer
