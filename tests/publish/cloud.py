"""Confluence Cloud: v2 for pages and properties, v1 for attachments and labels."""

import urllib.parse

from cloud_shapes import V1, V2, CloudShapes, version_json
from listener import Answer
from multipart import attachment_of
from wiki import Refused


class Cloud(CloudShapes):
    rows = [
        ("GET", f"{V2}/spaces", "list_spaces"),
        ("GET", rf"{V2}/spaces/(\d+)", "show_space"),
        ("GET", f"{V2}/pages", "list_pages"),
        ("POST", f"{V2}/pages", "create_page"),
        ("GET", rf"{V2}/pages/(\d+)", "show_page"),
        ("PUT", rf"{V2}/pages/(\d+)", "update_page"),
        ("GET", rf"{V2}/pages/(\d+)/versions", "list_versions"),
        ("GET", rf"{V2}/pages/(\d+)/versions/(\d+)", "show_version"),
        ("GET", rf"{V2}/pages/(\d+)/ancestors", "list_ancestors"),
        ("GET", rf"{V2}/pages/(\d+)/operations", "show_operations"),
        ("GET", rf"{V2}/pages/(\d+)/labels", "list_labels"),
        ("GET", rf"{V2}/pages/(\d+)/attachments", "list_attachments"),
        ("GET", rf"{V2}/pages/(\d+)/inline-comments", "list_inline_comments"),
        ("GET", rf"{V2}/pages/(\d+)/footer-comments", "list_footer_comments"),
        ("GET", rf"{V2}/pages/(\d+)/properties", "list_properties"),
        ("POST", rf"{V2}/pages/(\d+)/properties", "create_property"),
        ("GET", rf"{V2}/pages/(\d+)/properties/(\d+)", "show_property"),
        ("PUT", rf"{V2}/pages/(\d+)/properties/(\d+)", "update_property"),
        ("PUT", rf"{V1}/content/(\d+)/child/attachment", "put_attachment"),
        ("POST", rf"{V1}/content/(\d+)/child/attachment", "post_attachment"),
        ("POST", rf"{V1}/content/(\d+)/label", "add_labels"),
        ("GET", rf"{V1}/user/current", "show_user"),
    ]

    def refusal(self, refused, path):
        if "/api/v2/" in path:
            codes = {400: "INVALID_REQUEST_PARAMETER", 404: "NOT_FOUND", 409: "CONFLICT"}
            code = codes.get(refused.status, "ERROR")
            return Answer(refused.status, {"errors": [{"status": refused.status, "code": code, "title": refused.message, "detail": None}]})
        return Answer(refused.status, {"statusCode": refused.status, "data": {"authorized": True, "valid": False, "errors": []},
                                       "message": refused.message})

    # Spaces

    def list_spaces(self, request, _):
        keys = request.several("keys")
        spaces = [self.space_json(space) for key, space in self.wiki.spaces.items() if not keys or key in keys]
        return self.page_of(request, spaces, 25)

    def show_space(self, _, __, number):
        space = self.wiki.space_by_id(number)
        if not space:
            raise Refused(404, "SPACE", f"Space with id {number} not found")
        return self.space_json(space)

    # Pages

    def page(self, number, account, to_write=False):
        page = self.wiki.pages.get(number)
        is_hidden = page and page.private and page.private != account.id
        if not page or is_hidden or (to_write and not account.writes):
            raise Refused(404, "PAGE", f"Page with id {number} not found" if not to_write else
                          f"Cannot find page with id {number}, or no permission to change it")
        return page

    def list_pages(self, request, account):
        ids = [int(number) for number in request.several("space-id")]
        statuses = request.several("status") or ["current", "archived"]
        found = [page for page in self.wiki.find(title=request.one("title"), statuses=statuses)
                 if (not ids or page.space.id in ids) and page.private in ("", account.id)]
        return self.page_of(request, [self.page_json(page) for page in found], 25)

    def create_page(self, request, account):
        body = request.json()
        space = self.wiki.space_by_id(int(body["spaceId"]))
        if not space or not account.writes:
            raise Refused(404, "SPACE", "Space not found, or no permission to create pages in it")
        parent = space.home if "parentId" not in body else int(body["parentId"])
        if request.is_true("root-level") and "parentId" in body:
            raise Refused(400, "PARENT", "parentId may not be given with root-level")
        page = self.wiki.create(space, parent, body["title"], self.storage_of(body), account.id, private=request.is_true("private"))
        return self.fake.written(self.page_json(page, self.fake.answers_body))

    def storage_of(self, body):
        given = body["body"].get("storage", body["body"])
        if given["representation"] != "storage":
            raise Refused(400, "BODY", "only storage is spoken here")
        return given["value"]

    def show_page(self, request, account, number):
        page = self.page(number, account)
        statuses = request.several("status")
        wants_draft = request.is_true("get-draft")
        if statuses and page.status not in statuses and not (wants_draft and "draft" in statuses):
            raise Refused(404, "PAGE", f"Page with id {number} not found")
        if not statuses and page.status == "trashed" and not self.fake.shows_trash:
            raise Refused(404, "PAGE", f"Page with id {number} not found")
        version = self.version_of(page, request)
        answer = self.page_json(page, request.one("body-format") == "storage", version)
        if wants_draft and (page.draft or self.fake.draft_answer == "draft"):
            answer["status"] = "draft"
        for name, list_of in (("labels", self.labels_json), ("properties", self.properties_json), ("operations", self.operations_json)):
            if request.is_true(f"include-{name}"):
                link = f"{V2}/pages/{number}/{name}"
                answer[name] = {"results": list_of(page, account), "meta": {"hasMore": False, "cursor": ""}, "_links": {"self": link}}
        return answer

    def version_of(self, page, request):
        if request.is_true("get-draft"):
            if not page.draft and self.fake.draft_answer == "missing":
                raise Refused(404, "DRAFT", f"No draft of page {page.id}")
            return page.draft or page.now
        wanted = int(request.one("version", page.now.number))
        for version in page.versions:
            if version.number == wanted:
                return version
        raise Refused(404, "VERSION", f"Page {page.id} has no version {wanted}")

    def update_page(self, request, account, number):
        body = request.json()
        page = self.page(number, account, to_write=True)
        if int(body["id"]) != number or body["status"] != "current":
            raise Refused(400, "PAGE", "id or status does not fit")
        if "spaceId" in body and int(body["spaceId"]) != page.space.id:
            raise Refused(400, "SPACE", "A page cannot be moved to another space")
        version = body["version"]
        self.wiki.update(page, version["number"], body["title"], self.storage_of(body), account.id, version.get("message", ""))
        page.parent = int(body.get("parentId") or page.parent)
        return self.fake.written(self.page_json(page, self.fake.answers_body))

    # What a page has

    def list_versions(self, request, account, number):
        page = self.page(number, account)
        return self.page_of(request, [version_json(version) for version in reversed(page.versions)], 25)

    def show_version(self, _, account, number, version):
        for one in self.page(number, account).versions:
            if one.number == version:
                return version_json(one)
        raise Refused(404, "VERSION", f"Page {number} has no version {version}")

    def list_ancestors(self, _, account, number):
        chain, page = [], self.page(number, account)
        while page.parent:
            page = self.wiki.pages[page.parent]
            chain.insert(0, {"id": str(page.id), "type": "page"})
        return {"results": chain, "_links": {"base": self.fake.base}}

    def show_operations(self, _, account, number):
        return {"operations": self.operations_json(self.page(number, account), account)}

    def list_labels(self, request, account, number):
        return self.page_of(request, self.labels_json(self.page(number, account), account), 25)

    def list_attachments(self, request, account, number):
        page = self.page(number, account)
        name = request.one("filename")
        return self.page_of(request, [self.attachment_json(page, one) for one in page.attachments if name in (None, one.name)], 50)

    def list_inline_comments(self, request, account, number):
        page = self.page(number, account)
        wanted = request.several("resolution-status")
        found = [{"id": str(one.id), "status": "current", "title": f"Re: {page.now.title}", "pageId": str(page.id),
                  "version": {"number": 1, "authorId": one.author, "createdAt": page.now.when}, "body": {},
                  "resolutionStatus": one.resolution,
                  "properties": {"inlineMarkerRef": one.ref, "inlineOriginalSelection": one.text}}
                 for one in page.comments if not wanted or one.resolution in wanted]
        return self.page_of(request, found, 25)

    def list_footer_comments(self, request, account, number):
        self.page(number, account)
        return self.page_of(request, [], 25)

    def list_properties(self, request, account, number):
        key = request.one("key")
        found = self.properties_json(self.page(number, account), account)
        return self.page_of(request, [one for one in found if key in (None, one["key"])], 25)

    def create_property(self, request, account, number):
        body = request.json()
        return self.property_json(self.wiki.set_property(self.page(number, account, to_write=True), body["key"], body["value"]))

    def known_property(self, page, number):
        for one in page.properties.values():
            if one.id == number:
                return one
        raise Refused(404, "PROPERTY", f"Page {page.id} has no property {number}")

    def show_property(self, _, account, number, property_id):
        return self.property_json(self.known_property(self.page(number, account), property_id))

    def update_property(self, request, account, number, property_id):
        body = request.json()
        page = self.page(number, account, to_write=True)
        if self.known_property(page, property_id).key != body["key"]:
            raise Refused(400, "PROPERTY", "The key of a property cannot be changed")
        return self.property_json(self.wiki.set_property(page, body["key"], body["value"], body["version"]["number"]))

    # v1

    def writable(self, number, account):
        page = self.wiki.pages.get(number)
        if not page or page.status == "trashed":
            raise Refused(404, "PAGE", f"No content found with id: ContentId{{id={number}}}")
        if not account.writes:
            raise Refused(403, "PAGE", "User not permitted to change the page")
        return page

    def put_attachment(self, request, account, number, may_replace=True):
        page = self.writable(number, account)
        one = self.wiki.attach(page, *attachment_of(request, needs_minor_edit=True), may_replace)
        version = {"number": one.version, "minorEdit": one.minor, "message": one.comment, "when": one.when}
        found = {"id": one.id, "type": "attachment", "status": "current", "title": one.name, "version": version,
                 "extensions": {"mediaType": one.media, "fileSize": len(one.content), "comment": one.comment},
                 "_links": {"download": f"/download/attachments/{number}/{urllib.parse.quote(one.name)}"}}
        return {"results": [found], "start": 0, "limit": 50, "size": 1, "_links": {"base": self.fake.base, "context": "/wiki"}}

    def post_attachment(self, request, account, number):
        return self.put_attachment(request, account, number, may_replace=False)

    def add_labels(self, request, account, number):
        page = self.writable(number, account)
        body = request.json()
        self.wiki.add_labels(page, [(one["prefix"], one["name"]) for one in (body if isinstance(body, list) else [body])])
        found = [one | {"label": one["name"]} for one in self.labels_json(page, account)]
        return {"results": found, "start": 0, "limit": 200, "size": len(found), "_links": {"base": self.fake.base, "context": "/wiki"}}

    def show_user(self, _, account):
        return {"type": "known", "accountId": account.id, "accountType": "atlassian", "email": account.user,
                "publicName": account.name, "displayName": account.name, "_links": {"base": self.fake.base, "context": "/wiki"}}

