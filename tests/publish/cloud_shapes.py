"""How Confluence Cloud writes down what it has, as its contract says."""

import base64
import re
import urllib.parse

from listener import Answer
from routes import Routes

V2, V1 = "/wiki/api/v2", "/wiki/rest/api"


def version_json(version):
    return {
        "number": version.number,
        "message": version.message,
        "minorEdit": version.minor,
        "authorId": version.author,
        "createdAt": version.when,
    }


class CloudShapes(Routes):
    """The answers; `fake` says what of it can be had."""

    def __init__(self, fake):
        self.fake, self.wiki = fake, fake.wiki

    def space_json(self, space):
        links = {"webui": f"/spaces/{space.key}"}
        return {"id": str(space.id), "key": space.key, "name": space.name, "type": "global", "status": "current",
                "homepageId": str(space.home), "_links": links}

    def page_json(self, page, with_body=False, version=None):
        version = version or page.now
        title = urllib.parse.quote_plus(version.title)
        links = {
            "webui": f"/spaces/{page.space.key}/pages/{page.id}/{title}",
            "editui": f"/pages/resumedraft.action?draftId={page.id}",
            "tinyui": f"/x/{base64.urlsafe_b64encode(page.id.to_bytes(4, 'little')).decode().rstrip('A=')}",
            "base": self.fake.base,
        }
        answer = {"id": str(page.id), "status": page.status, "title": version.title, "spaceId": str(page.space.id),
                  "authorId": page.versions[0].author, "createdAt": page.versions[0].when, "position": 1,
                  "version": version_json(version), "body": {}, "_links": links}
        if page.parent:
            answer |= {"parentId": str(page.parent), "parentType": "page"}
        if with_body:
            answer["body"] = {"storage": {"representation": "storage", "value": version.storage}}
        return answer

    def operations_json(self, page, account):
        names = ["read"]
        if account.writes and page.status != "archived":
            names += ["update", "archive", "delete"]
        return [{"operation": name, "targetType": "page"} for name in names]

    def labels_json(self, page, _):
        return [{"id": str(self.wiki.label_ids[label]), "prefix": label[0], "name": label[1]} for label in page.labels]

    def attachment_json(self, page, one):
        download = f"/download/attachments/{page.id}/{urllib.parse.quote(one.name)}?version={one.version}"
        version = {"number": one.version, "message": one.comment, "minorEdit": one.minor, "createdAt": one.when}
        return {"id": one.id, "status": "current", "title": one.name, "pageId": str(page.id), "mediaType": one.media,
                "comment": one.comment, "fileSize": len(one.content), "createdAt": one.when, "downloadLink": download,
                "webuiLink": f"/pages/viewpageattachments.action?pageId={page.id}", "version": version,
                "_links": {"download": download}}

    def properties_json(self, page, _):
        return [self.property_json(one) for one in page.properties.values()]

    def property_json(self, one):
        version = {"number": one.version, "message": "", "minorEdit": False, "createdAt": one.when}
        return {"id": str(one.id), "key": one.key, "value": one.value, "version": version}

    def page_of(self, request, results, default):
        limit = min(int(request.one("limit", default)), self.fake.list_limit)
        cursor = request.one("cursor")
        begin = int(base64.b64decode(cursor).decode().removeprefix("from ")) if cursor else 0
        answer = {"results": results[begin : begin + limit], "_links": {"base": self.fake.base}}
        if begin + limit >= len(results):
            return answer
        query = re.sub(r"&?cursor=[^&]*", "", urllib.parse.urlsplit(request.target).query).lstrip("&")
        following = urllib.parse.quote(base64.b64encode(f"from {begin + limit}".encode()))
        target = f"{self.fake.path_of(request)}?{query}{'&' if query else ''}cursor={following}"
        answer["_links"]["next"] = target
        return Answer(200, answer, {"Link": f'<{target}>; rel="next"'})
