"""multipart/form-data, read as Confluence reads it."""

import re

from wiki import Refused


def parts_of(request):
    """{name: (file name or None, text or bytes)} of the body."""
    boundary = re.search(r'boundary="?([^";]+)', request.headers.get("content-type", ""))
    if not boundary:
        raise Refused(415, "MEDIA", "Content-Type is not multipart/form-data")
    parts = {}
    for piece in request.body.split(b"--" + boundary.group(1).encode())[1:-1]:
        head, _, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        head = head.decode()
        name = re.search(r'[; ]name="([^"]*)"', head)
        if not name:
            raise Refused(400, "PART", "A part has no name")
        file = re.search(r'filename="((?:[^"\\]|\\.)*)"', head)
        content = content.removesuffix(b"\r\n")
        is_utf8 = re.search(r"(?im)^content-type:.*charset=utf-8", head)
        text = content if file else content.decode("utf-8" if is_utf8 else "latin-1")
        parts[name.group(1)] = (file.group(1).replace('\\"', '"').replace("%22", '"') if file else None, text, media_of(head))
    return parts


def media_of(head):
    media = re.search(r"(?im)^content-type:\s*([^\s;]+)", head)
    return media.group(1) if media else "application/octet-stream"


def attachment_of(request, needs_minor_edit):
    """(name, content, media, comment, minor) of an upload, refused as the server does."""
    if request.headers.get("x-atlassian-token") not in ("nocheck", "no-check"):
        raise Refused(403, "XSRF", "XSRF check failed")
    parts = parts_of(request)
    if "file" not in parts or parts["file"][0] is None:
        raise Refused(400, "FILE", "There is no file")
    if needs_minor_edit and "minorEdit" not in parts:
        raise Refused(400, "MINOR", "minorEdit is required")
    name, content, media = parts["file"]
    comment = parts.get("comment", (None, ""))[1]
    return name, content, media, comment, parts.get("minorEdit", (None, "false"))[1] == "true"
